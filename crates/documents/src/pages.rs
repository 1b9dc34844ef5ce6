//! Pictures of a PDF's pages: for the preview on the screen, and for a head that prints dots.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::DocumentError;

/// One page as a picture.
#[derive(Clone, PartialEq, Eq)]
pub struct PageImage {
    /// The picture, PNG on white.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// One page as dots of a receipt printer (203 dpi).
#[derive(Clone, PartialEq, Eq)]
pub struct Dots {
    /// Dots in a row, a multiple of eight.
    pub width: usize,
    /// The rows from the top, a bit a dot, the leftmost in the highest bit; 1 is black.
    pub rows: Vec<u8>,
}

/// Dots to a point.
const DOTS_PER_POINT: f32 = 8.0 * 25.4 / 72.0;
/// Darker than this is black: what is half covered by a letter prints, so that thin strokes hold.
const BLACK_BELOW: u8 = 150;

/// The pages of a PDF for a head that prints `width` dots of them, from their middle.
///
/// # Errors
/// [`DocumentError::Broken`] where the bytes are not a PDF.
pub fn page_dots(pdf: &[u8], width: usize) -> Result<Vec<Dots>, DocumentError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|error| DocumentError::Broken(format!("{error:?}")))?;
    let cache = RenderCache::new();
    let settings = PixmapSettings { x_scale: DOTS_PER_POINT, y_scale: DOTS_PER_POINT, bg_color: WHITE };
    let mut pages = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let pixels = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let wide = usize::from(pixels.width());
        let left = wide.saturating_sub(width) / 2;
        let mut rows = Vec::with_capacity(width / 8 * usize::from(pixels.height()));
        for row in pixels.data().chunks(wide.max(1)) {
            let dark = |x: usize| row.get(left + x).is_some_and(|dot| dot.g < BLACK_BELOW);
            rows.extend(
                (0..width / 8).map(|byte| (0..8).fold(0, |bits, bit| bits << 1 | u8::from(dark(byte * 8 + bit)))),
            );
        }
        pages.push(Dots { width: width / 8 * 8, rows });
    }
    Ok(pages)
}

/// Pictures above this side are made smaller: a roll of metres must not fill the memory.
const LARGEST_SIDE: f32 = 12_000.0;
/// A document of more pages is not previewed page by page.
const MOST_PAGES: usize = 50;

/// Pictures of the first 50 pages of a PDF, `scale` pixels to a point (1.0 is 72 dpi, 2.0
/// looks sharp on a screen). A page longer than 12 000 pixels is made smaller.
///
/// # Errors
/// [`DocumentError::Broken`] where the bytes are not a PDF.
pub fn page_images(pdf: &[u8], scale: f32) -> Result<Vec<PageImage>, DocumentError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|error| DocumentError::Broken(format!("{error:?}")))?;
    let cache = RenderCache::new();
    let mut images = Vec::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let (width, height) = page.render_dimensions();
        let scale = scale.clamp(0.1, 8.0).min(LARGEST_SIDE / width.max(height).max(1.0));
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixels = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
        let png = pixels.into_png().map_err(|error| DocumentError::Broken(error.to_string()))?;
        images.push(PageImage { png, width, height });
    }
    Ok(images)
}

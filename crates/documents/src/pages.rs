//! Pictures of a PDF's pages, for the preview on the screen.

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

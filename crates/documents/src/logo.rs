//! The salon's logo on paper: shades of grey, and dots where a head can print only black.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{GrayImage, ImageFormat, ImageReader, Limits, Rgba};

use crate::DocumentError;

/// 50 mm at 203 dpi: fits the narrowest roll with air at its sides.
const WIDEST: u32 = 400;
const HIGHEST: u32 = 200;
/// Sides of a picture that are read at all, and the memory for it.
const LARGEST_SIDE: u32 = 10_000;
const LARGEST_BYTES: u64 = 256 << 20;
const WHITE: i32 = 255;

/// A logo of at most 400 × 200 dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    grey: GrayImage,
}

impl Logo {
    /// Reads a PNG or JPEG and makes it small enough. What is transparent is paper.
    ///
    /// # Errors
    /// [`DocumentError::NotAPicture`].
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        let unread = |_| DocumentError::NotAPicture;
        let mut reader = ImageReader::new(Cursor::new(bytes));
        let format = image::guess_format(bytes).map_err(unread)?;
        if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
            return Err(DocumentError::NotAPicture);
        }
        reader.set_format(format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(LARGEST_SIDE);
        limits.max_image_height = Some(LARGEST_SIDE);
        limits.max_alloc = Some(LARGEST_BYTES);
        reader.limits(limits);
        let mut picture = reader.decode().map_err(|_| DocumentError::NotAPicture)?.into_rgba8();
        for Rgba([red, green, blue, alpha]) in picture.pixels_mut() {
            for part in [red, green, blue] {
                let over = u32::from(*part) * u32::from(*alpha) + 255 * (255 - u32::from(*alpha));
                *part = u8::try_from((over + 127) / 255).unwrap_or(u8::MAX);
            }
            *alpha = 255;
        }
        let (width, height) = (picture.width(), picture.height());
        let mut grey = image::DynamicImage::ImageRgba8(picture);
        if width > WIDEST || height > HIGHEST {
            grey = grey.resize(WIDEST, HIGHEST, FilterType::Triangle);
        }
        Ok(Self { grey: grey.into_luma8() })
    }

    /// As it is kept: PNG in shades of grey.
    ///
    /// # Errors
    /// [`DocumentError::Broken`].
    pub fn png(&self) -> Result<Vec<u8>, DocumentError> {
        let mut bytes = Cursor::new(Vec::new());
        let written = self.grey.write_to(&mut bytes, ImageFormat::Png);
        written.map_err(|error| DocumentError::Broken(error.to_string()))?;
        Ok(bytes.into_inner())
    }

    /// Dots in a row.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.grey.width()
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.grey.height()
    }

    /// The shades row by row, 0 black to 255 white.
    pub(crate) fn shades(&self) -> Vec<u8> {
        self.grey.as_raw().clone()
    }

    /// The same in black and white alone: the error of each dot goes on to its neighbours (Floyd
    /// and Steinberg, 1976), so that from a distance the shades are there.
    #[must_use]
    pub fn dithered(&self) -> Vec<u8> {
        let width = self.grey.width() as usize;
        let mut shades: Vec<i32> = self.grey.as_raw().iter().map(|shade| i32::from(*shade)).collect();
        for at in 0..shades.len() {
            let Some(shade) = shades.get(at).copied() else { break };
            let dot = if shade < 128 { 0 } else { WHITE };
            let error = shade - dot;
            let column = at % width;
            for (there, to, sixteenths) in [
                (true, at, -16),
                (column + 1 < width, at + 1, 7),
                (column > 0, at + width - 1, 3),
                (true, at + width, 5),
                (column + 1 < width, at + width + 1, 1),
            ] {
                if let Some(shade) = shades.get_mut(to).filter(|_| there) {
                    *shade += error * sixteenths / 16;
                }
            }
        }
        shades.into_iter().map(|shade| if shade < 128 { 0 } else { u8::MAX }).collect()
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({} x {})", self.width(), self.height())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, Luma, RgbaImage};

    fn bytes(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_picture_is_made_to_fit_and_what_is_transparent_is_paper() {
        let mut large = RgbaImage::new(1_000, 250);
        large.put_pixel(0, 0, Rgba([0, 0, 0, 255]));
        let logo = Logo::read(&bytes(large, ImageFormat::Png)).unwrap();
        assert_eq!((logo.width(), logo.height()), (400, 100));
        assert!(logo.shades().iter().filter(|shade| **shade == 255).count() > 39_990, "paper");
        let small = DynamicImage::ImageLuma8(GrayImage::from_pixel(30, 20, Luma([90])));
        let logo = Logo::read(&bytes(small.to_rgb8(), ImageFormat::Jpeg)).unwrap();
        assert_eq!((logo.width(), logo.height()), (30, 20));
        assert!(logo.shades().iter().all(|shade| shade.abs_diff(90) < 4));
        assert_eq!(Logo::read(&logo.png().unwrap()).unwrap(), logo, "as it is kept it is read again");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for junk in [&b""[..], b"GIF89a......", b"\x89PNG\r\n\x1a\n", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 4]] {
            assert_eq!(Logo::read(junk).unwrap_err(), DocumentError::NotAPicture);
        }
    }

    #[test]
    fn as_much_black_is_printed_as_the_shade_is_dark() {
        for shade in [0u8, 64, 128, 200, 255] {
            let logo = Logo { grey: GrayImage::from_pixel(80, 60, Luma([shade])) };
            let dots = logo.dithered();
            assert!(dots.iter().all(|dot| matches!(dot, 0 | 255)));
            let white = dots.iter().filter(|dot| **dot == 255).count();
            let expected = 4_800 * usize::from(shade) / 255;
            assert!(white.abs_diff(expected) < 150, "shade {shade}: {white} of {expected}");
        }
    }
}

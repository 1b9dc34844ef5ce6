//! From drawn sheets to the bytes of a PDF. The same document made twice has the same bytes.

use adelante_base::Timestamp;
use printpdf::{
    Color, DateTime, FontId, Greyscale, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, RawImage, RawImageData, RawImageFormat, Rect, TextItem,
    WindingOrder, XObject, XObjectId, XObjectTransform, to_lopdf_doc,
};

use crate::DocumentError;
use crate::page::canvas::{Canvas, DOT, MM, Mark};
use crate::page::font::Face;

/// What a document says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) made_at: Timestamp,
}

/// A sheet and its height in points.
pub(crate) struct Sheet {
    pub(crate) canvas: Canvas,
    pub(crate) height: f32,
}

/// Eight dots a millimetre.
const DOTS_PER_INCH: f32 = 203.2;
/// No viewer takes a page longer than 200 inches (PDF 32000-1, annex C).
const LONGEST: f32 = 14_400.0;

/// The PDF of some sheets.
///
/// # Errors
/// [`DocumentError::TooLong`]; [`DocumentError::Broken`] where the PDF library says so.
pub(crate) fn assemble(about: &About<'_>, sheets: &[Sheet]) -> Result<Vec<u8>, DocumentError> {
    let mut document = PdfDocument::new(about.title);
    let made_at = DateTime::from_unix_timestamp(about.made_at.millis().div_euclid(1_000))
        .map_err(|error| DocumentError::Broken(error.to_string()))?;
    let info = &mut document.metadata.info;
    info.creation_date = made_at;
    info.modification_date = made_at;
    info.metadata_date = made_at;
    info.author = about.author.to_owned();
    info.creator = "Adelante".to_owned();
    info.producer = "Adelante".to_owned();
    for face in Face::ALL {
        let id = FontId(face.resource().to_owned());
        document.resources.fonts.map.insert(id, PdfFont::new(face.parsed()?.clone()));
    }
    for sheet in sheets {
        if sheet.height > LONGEST {
            return Err(DocumentError::TooLong);
        }
        let pictures = &mut document.resources.xobjects.map;
        let ops = page_ops(sheet, &mut |picture| {
            // Named by its number, so that the same document gives the same bytes.
            let id = XObjectId(format!("Picture{}", pictures.len() + 1));
            pictures.insert(id.clone(), XObject::Image(picture));
            id
        });
        document.pages.push(PdfPage::new(Mm(sheet.canvas.width / MM), Mm(sheet.height / MM), ops));
    }
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut pdf = to_lopdf_doc(&document, &options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(DocumentError::Broken(format!("{warning:?}")));
    }
    // The library puts a counter's number into the file's optional ID: not two equal files.
    pdf.trailer.remove(b"ID");
    pdf.compress();
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(|error| DocumentError::Broken(error.to_string()))?;
    Ok(bytes)
}

fn page_ops(sheet: &Sheet, keep: &mut impl FnMut(RawImage) -> XObjectId) -> Vec<Op> {
    let mut ops = Vec::new();
    for mark in &sheet.canvas.marks {
        match mark {
            Mark::Text { x, baseline, style, text } => {
                let font = PdfFontHandle::External(FontId(style.face.resource().to_owned()));
                ops.extend([
                    Op::StartTextSection,
                    Op::SetFont { font, size: Pt(style.size) },
                    Op::SetFillColor { col: grey(style.grey) },
                    Op::SetTextCursor { pos: Point { x: Pt(*x), y: Pt(sheet.height - baseline) } },
                    Op::ShowText { items: vec![TextItem::Text(text.clone())] },
                    Op::EndTextSection,
                ]);
            }
            Mark::Fill { x, top, width, height, grey: shade } => ops.extend([
                Op::SetFillColor { col: grey(*shade) },
                Op::DrawRectangle {
                    rectangle: Rect {
                        x: Pt(*x),
                        y: Pt(sheet.height - top - height),
                        width: Pt(*width),
                        height: Pt(*height),
                        mode: Some(PaintMode::Fill),
                        winding_order: Some(WindingOrder::NonZero),
                    },
                },
            ]),
            Mark::Qr { x, top, cells } => {
                // One path, so that no viewer draws seams between the modules.
                let rings = cells.runs.iter().map(|run| ring(*x, sheet.height - top, cells.module, *run)).collect();
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                ops.extend([Op::SetFillColor { col: grey(0.0) }, Op::DrawPolygon { polygon }]);
            }
            Mark::Picture { x, top, width, height, shades } => {
                let (columns, rows) = (*width as usize, *height as usize);
                let id = keep(RawImage {
                    pixels: RawImageData::U8(shades.clone()),
                    width: columns,
                    height: rows,
                    data_format: RawImageFormat::R8,
                    tag: Vec::new(),
                });
                let transform = XObjectTransform {
                    translate_x: Some(Pt(*x)),
                    translate_y: Some(Pt(sheet.height - top - *height as f32 * DOT)),
                    dpi: Some(DOTS_PER_INCH),
                    ..XObjectTransform::default()
                };
                ops.push(Op::UseXobject { id, transform });
            }
        }
    }
    ops
}

fn ring(left: f32, upper: f32, module: f32, (row, first, length): (u16, u16, u16)) -> PolygonRing {
    let (x0, x1) = (left + module * f32::from(first), left + module * f32::from(first + length));
    let (y0, y1) = (upper - module * f32::from(row), upper - module * f32::from(row + 1));
    let corner = |x, y| LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false };
    PolygonRing { points: vec![corner(x0, y0), corner(x1, y0), corner(x1, y1), corner(x0, y1)] }
}

const fn grey(shade: f32) -> Color {
    Color::Greyscale(Greyscale { percent: shade, icc_profile: None })
}

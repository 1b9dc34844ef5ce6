//! How the salon's receipts look.

use adelante_domain::permission::Permission;
use adelante_store::salon::template::{self, Template};
use adelante_store::{Connection, Door};
use adelante_wire::{Done, ErrorCode, GetReceiptTemplate, ReceiptTemplate, SetReceiptTemplate};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};

/// Letters of a logo of 400 × 200 dots in base64, with room for what PNG adds.
const LOGO_MAX: usize = 120_000;
/// How base64 of a PNG begins.
const PNG_IN_BASE64: &str = "iVBORw0KGgo";

impl Mutation for SetReceiptTemplate {
    type Output = Done;
    const KIND: &'static str = "receipt_template_set";
    const PERMISSION: Permission = Permission::SalonWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let asked = &self.template;
        at_most("receipt_header", &asked.header, 300)?;
        at_most("receipt_footer", &asked.footer, 500)?;
        at_most("receipt_qr", &asked.qr, 300)?;
        if asked.logo_base64.len() > LOGO_MAX {
            return Err(EngineError::new(ErrorCode::TooLong).with("field", "logo").with("max", LOGO_MAX));
        }
        if !asked.logo_base64.is_empty() && !asked.logo_base64.starts_with(PNG_IN_BASE64) {
            return Err(EngineError::new(ErrorCode::NotAPicture));
        }
        let kept = Template {
            header: asked.header.trim().to_owned(),
            show_client: asked.show_client,
            show_staff: asked.show_staff,
            show_discount: asked.show_discount,
            language: asked.language,
        };
        let foot = (asked.footer.trim(), asked.qr.trim());
        template::write(door, context.salon()?.id, &kept, foot, &asked.logo_base64)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for GetReceiptTemplate {
    type Output = ReceiptTemplate;
    const PERMISSION: Permission = Permission::ReceiptsRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ReceiptTemplate> {
        let salon = context.salon()?;
        let kept = template::get(connection, salon.id)?;
        Ok(ReceiptTemplate {
            header: kept.header,
            footer: salon.receipt_footer.clone(),
            qr: salon.receipt_qr.clone(),
            show_client: kept.show_client,
            show_staff: kept.show_staff,
            show_discount: kept.show_discount,
            language: kept.language,
            logo_base64: template::logo(connection, salon.id)?,
        })
    }
}

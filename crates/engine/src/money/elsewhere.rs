//! Certificates that were sold at another till: what of them may be taken here.

use adelante_base::Money;
use adelante_domain::certificate as rules;
use adelante_domain::country;
use adelante_store::credit::{self, Certificate};
use adelante_store::{Connection, local, salon};
use adelante_wire::ErrorCode;

use crate::command::Context;
use crate::error::{EngineError, Result};

/// The salon's limit, or the product's for its currency.
pub(crate) fn limit(context: &Context<'_>) -> Money {
    let own = crate::salon::till::of(context).certificates_elsewhere_minor;
    own.unwrap_or_else(|| {
        let currency = context.salon_if_made().and_then(|salon| country::currency(&salon.currency));
        currency.map_or(Money::ZERO, rules::default_limit)
    })
}

/// How much may be taken of a certificate today; none: as much as is left of it.
pub(crate) fn may_be_taken(
    context: &Context<'_>,
    connection: &Connection,
    certificate: &Certificate,
) -> Result<Option<Money>> {
    let here = salon::register(connection)?.map(|register| register.id);
    if certificate.register_id.is_none() || certificate.register_id == here {
        return Ok(None);
    }
    let (salon, today) = (context.salon()?, context.business_day()?);
    let synced = local::last_synced(connection)?.map(|at| at.business_day(salon.zone, salon.closing_min));
    let taken = credit::taken_on(connection, certificate.id, today)?;
    Ok(rules::may_be_taken(synced, today, limit(context), taken))
}

/// Refuses more than that.
pub(super) fn check(
    context: &Context<'_>,
    connection: &Connection,
    certificate: &Certificate,
    asked: Money,
) -> Result<()> {
    match may_be_taken(context, connection, certificate)? {
        Some(left) if asked > left => Err(EngineError::new(ErrorCode::CertificateElsewhere)
            .with("left_minor", left.minor())
            .with("limit_minor", limit(context).minor())),
        _ => Ok(()),
    }
}

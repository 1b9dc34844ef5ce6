//! Rules of commission, and what time is paid by.

use std::cmp::Reverse;
use std::collections::HashMap;

use adelante_base::vocabulary::{CommissionKind, TierWay};
use adelante_base::{CommissionRuleId, Money, PayRateId, ServiceCategoryId};
use adelante_domain::commission::{self as domain, BadRule, Pay, Rule, Tier};
use adelante_domain::payroll::Rate;
use adelante_domain::permission::Permission;
use adelante_store::payroll::StoredRate;
use adelante_store::{Connection, Door, commission, payroll, product, service};
use adelante_wire::{
    CommissionRule, CommissionRuleFields, CommissionRuleSaved, Done, ErrorCode, GetPayRules, PayRate, PayRules,
    PayTier, RetireCommissionRule, SaveCommissionRule, SetPayRate,
};

use crate::appointment::Names;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

impl Mutation for SaveCommissionRule {
    type Output = CommissionRuleSaved;
    const KIND: &'static str = "commission_rule_saved";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CommissionRuleSaved>> {
        let rule_id = self.rule_id.unwrap_or_else(|| CommissionRuleId::new(door.ids(), door.at()));
        let rule = checked(rule_id, &self.rule)?;
        targets_live(door.connection(), &rule)?;
        if self.rule_id.is_some() {
            living(door.connection(), rule_id)?;
            commission::update(door, &rule)?;
        } else {
            commission::insert(door, &rule)?;
        }
        Ok(Answer::of(CommissionRuleSaved { rule_id }))
    }
}

impl Mutation for RetireCommissionRule {
    type Output = Done;
    const KIND: &'static str = "commission_rule_retired";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.rule_id)?;
        door.retire("commission_rule", &self.rule_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for SetPayRate {
    type Output = Done;
    const KIND: &'static str = "pay_rate_set";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if self.amount_minor.is_negative() {
            return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
        }
        crate::staff::living(door.connection(), self.staff_id)?;
        let rate = StoredRate {
            id: PayRateId::new(door.ids(), door.at()),
            staff_id: self.staff_id,
            rate: Rate { from_day: self.from_day, kind: self.kind, amount: self.amount_minor },
        };
        payroll::set_rate(door, &rate)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for GetPayRules {
    type Output = PayRules;
    const PERMISSION: Permission = Permission::Payroll;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<PayRules> {
        let names = Names::read(connection)?;
        let categories: HashMap<ServiceCategoryId, String> =
            service::list(connection)?.into_iter().map(|one| (one.category_id, one.category)).collect();
        let mut rules = commission::rules(connection)?;
        rules.sort_by_key(|rule| (Reverse(rule.specificity()), Reverse(rule.from_day), rule.id));
        let shown = |rule: Rule| -> Result<CommissionRule> {
            Ok(CommissionRule {
                rule_id: rule.id,
                staff: rule.staff_id.map(|id| names.staff(id)).unwrap_or_default(),
                service: match (rule.service_id, rule.product_id) {
                    (Some(id), _) => names.service(id),
                    (None, Some(id)) => product::get(connection, id)?.map(|one| one.name).unwrap_or_default(),
                    (None, None) => String::new(),
                },
                category: match (rule.category_id, &rule.product_category) {
                    (Some(id), _) => categories.get(&id).cloned().unwrap_or_default(),
                    (None, Some(name)) => name.clone(),
                    (None, None) => String::new(),
                },
                rule: fields(&rule),
            })
        };
        let rates = payroll::rates(connection)?.into_iter().map(|stored| PayRate {
            staff_id: stored.staff_id,
            staff: names.staff(stored.staff_id),
            kind: stored.rate.kind,
            amount_minor: stored.rate.amount,
            from_day: stored.rate.from_day,
        });
        Ok(PayRules { rates: rates.collect(), rules: rules.into_iter().map(shown).collect::<Result<_>>()? })
    }
}

/// A rule as the domain knows it, if it makes sense.
pub(super) fn checked(id: CommissionRuleId, asked: &CommissionRuleFields) -> Result<Rule> {
    let pay = match asked.kind {
        CommissionKind::Percent => Pay::Percent(asked.rate_bp),
        CommissionKind::Fixed => Pay::Fixed(asked.fixed_minor),
        CommissionKind::Tiered => {
            let tier = |tier: &PayTier| Tier { from: tier.from_minor, rate_bp: tier.rate_bp };
            Pay::Tiered(asked.tiers.iter().map(tier).collect(), asked.tier_way)
        }
    };
    let rule = Rule {
        id,
        staff_id: asked.staff_id,
        role: asked.role,
        service_id: asked.service_id,
        category_id: asked.category_id,
        goods: asked.goods,
        product_id: asked.product_id,
        product_category: Some(asked.product_category.trim()).filter(|name| !name.is_empty()).map(str::to_owned),
        pay,
        base: asked.base,
        less_materials: asked.less_materials,
        assist_on_top: asked.assist_on_top,
        from_day: asked.from_day,
    };
    rule.validate().map_err(|bad| match bad {
        BadRule::RateTooHigh => EngineError::out_of_range("rate_bp", 0, domain::WHOLE_BP),
        BadRule::Negative => EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"),
        BadRule::Tiers => EngineError::out_of_range("tiers", 1, domain::TIERS_MAX),
        BadRule::TwoTargets => EngineError::new(ErrorCode::BadInput).with("field", "staff_id"),
    })?;
    Ok(rule)
}

fn targets_live(connection: &Connection, rule: &Rule) -> Result<()> {
    if let Some(staff) = rule.staff_id {
        crate::staff::living(connection, staff)?;
    }
    if let Some(product) = rule.product_id {
        crate::product::living(connection, product)?;
    }
    let services = service::list(connection)?;
    let service = rule.service_id.is_none_or(|id| services.iter().any(|one| one.id == id));
    let category = rule.category_id.is_none_or(|id| services.iter().any(|one| one.category_id == id));
    if service && category { Ok(()) } else { Err(EngineError::not_found("service")) }
}

fn fields(rule: &Rule) -> CommissionRuleFields {
    let (kind, rate_bp, fixed_minor, tiers, tier_way) = match &rule.pay {
        Pay::Percent(rate) => (CommissionKind::Percent, *rate, Money::ZERO, Vec::new(), TierWay::FromZero),
        Pay::Fixed(sum) => (CommissionKind::Fixed, 0, *sum, Vec::new(), TierWay::FromZero),
        Pay::Tiered(tiers, way) => {
            let tiers = tiers.iter().map(|tier| PayTier { from_minor: tier.from, rate_bp: tier.rate_bp });
            (CommissionKind::Tiered, 0, Money::ZERO, tiers.collect(), *way)
        }
    };
    CommissionRuleFields {
        staff_id: rule.staff_id,
        role: rule.role,
        service_id: rule.service_id,
        category_id: rule.category_id,
        goods: rule.goods,
        product_id: rule.product_id,
        product_category: rule.product_category.clone().unwrap_or_default(),
        kind,
        rate_bp,
        fixed_minor,
        tiers,
        tier_way,
        base: rule.base,
        less_materials: rule.less_materials,
        assist_on_top: rule.assist_on_top,
        from_day: rule.from_day,
    }
}

fn living(connection: &Connection, id: CommissionRuleId) -> Result<Rule> {
    let found = commission::rule(connection, id)?.filter(|(_, in_use)| *in_use);
    found.map(|(rule, _)| rule).ok_or_else(|| EngineError::not_found("commission_rule"))
}

//! Commissions: rules, pay rates, who assists, and what staff earned with the formula behind it.

use adelante_base::{
    AppointmentId, AppointmentServiceId, CommissionId, CommissionRuleId, Day, Money, ProductId, Quantity,
    ServiceCategoryId, ServiceId, StaffMemberId,
};

use crate::{CommissionBase, CommissionEntry, CommissionKind, PayRateKind, Role, TierWay};

crate::dto! {
    /// A tier of a month.
    #[derive(Copy, Eq)]
    pub struct PayTier {
        /// From this base of the month on, ≥ 0.
        pub from_minor: Money,
        /// Share of it, basis points, ≤ 10 000.
        pub rate_bp: u16,
    }

    /// A rule of commission. Of two that fit the one for a person goes before the one for a role,
    /// that before the one for everyone; then the one for a service or product before the one for
    /// a category, that before the one for all; then the one that began later.
    pub struct CommissionRuleFields {
        /// For one person, or `None`.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
        /// For a role, or `None`; with neither: for everyone.
        #[serde(default)]
        pub role: Option<Role>,
        /// For one service, or `None`.
        #[serde(default)]
        pub service_id: Option<ServiceId>,
        /// For a category of services, or `None`; with neither: for all services.
        #[serde(default)]
        pub category_id: Option<ServiceCategoryId>,
        /// About goods, earned by who sold them, and not about services.
        #[serde(default)]
        pub goods: bool,
        /// Of goods: for one product, or `None`.
        #[serde(default)]
        pub product_id: Option<ProductId>,
        /// Of goods: for a category by its name, or empty; with neither: for all goods.
        #[serde(default)]
        pub product_category: String,
        /// How it counts.
        pub kind: CommissionKind,
        /// Of a percent rule: share in basis points, ≤ 10 000.
        #[serde(default)]
        pub rate_bp: u16,
        /// Of a fixed rule: for each service or each unit of goods, ≥ 0.
        #[serde(default)]
        pub fixed_minor: Money,
        /// Of a tiered rule, 1–10, each from more than the one before.
        #[serde(default)]
        pub tiers: Vec<PayTier>,
        /// Of a tiered rule: what reaching a tier changes.
        pub tier_way: TierWay,
        /// Which price it is counted from.
        pub base: CommissionBase,
        /// Less the cost of materials (zero as long as none are written off).
        pub less_materials: bool,
        /// Of services: assistants are paid on top of the line's commission and not out of it.
        #[serde(default)]
        pub assist_on_top: bool,
        /// From this business day on.
        pub from_day: Day,
    }

    /// Makes a rule of commission or changes it. What was posted by it stays.
    pub struct SaveCommissionRule {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub rule_id: Option<CommissionRuleId>,
        /// What it says.
        pub rule: CommissionRuleFields,
    }

    /// A rule was saved.
    pub struct CommissionRuleSaved {
        /// Which.
        pub rule_id: CommissionRuleId,
    }

    /// Takes a rule out of use; what was posted by it stays.
    pub struct RetireCommissionRule {
        /// Which.
        pub rule_id: CommissionRuleId,
    }

    /// Says what a staff member's time is paid by from a day on.
    pub struct SetPayRate {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// By the hour, the day or the month.
        pub kind: PayRateKind,
        /// How much for one, ≥ 0; zero: from that day on nothing.
        pub amount_minor: Money,
        /// From this business day on.
        pub from_day: Day,
    }

    /// Asks for the rules of commission and the pay rates.
    pub struct GetPayRules {}

    /// Rules of commission and pay rates.
    pub struct PayRules {
        /// Rules, the most specific first.
        pub rules: Vec<CommissionRule>,
        /// Rates, by person, latest first.
        pub rates: Vec<PayRate>,
    }

    /// A rule of commission as it stands.
    pub struct CommissionRule {
        /// Which.
        pub rule_id: CommissionRuleId,
        /// What it says.
        pub rule: CommissionRuleFields,
        /// Name of the person, or empty.
        pub staff: String,
        /// Name of the service or the product, or empty.
        pub service: String,
        /// Name of the category of services or goods, or empty.
        pub category: String,
    }

    /// What a person's time is paid by.
    pub struct PayRate {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// By the hour, the day or the month.
        pub kind: PayRateKind,
        /// How much for one.
        pub amount_minor: Money,
        /// From this business day on.
        pub from_day: Day,
    }

    /// Who assists, for what share of the line's commission.
    #[derive(Copy, Eq)]
    pub struct AssistantShare {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Share of the commission of the line, basis points, 1–10 000.
        pub share_bp: u16,
    }

    /// Says who assists at a booked service. Of one that is done the commission follows at once.
    pub struct SetAssistants {
        /// The booked service.
        pub line_id: AppointmentServiceId,
        /// All who assist, ≤ 5; together at most the whole; nobody twice.
        pub assistants: Vec<AssistantShare>,
    }

    /// Asks who assists at the services of a visit.
    pub struct ListAssistants {
        /// Visit.
        pub appointment_id: AppointmentId,
    }

    /// Who assists at the services of a visit.
    pub struct AssistantList {
        /// Lines that somebody assists at.
        pub lines: Vec<LineAssistants>,
    }

    /// Who assists at a booked service.
    pub struct LineAssistants {
        /// Which.
        pub line_id: AppointmentServiceId,
        /// Who.
        pub assistants: Vec<AssistantShare>,
    }

    /// A part of the month's base with the share of its tier.
    #[derive(Copy, Eq)]
    pub struct TierSlice {
        /// Part of the base.
        pub base_minor: Money,
        /// Its share, basis points.
        pub rate_bp: u16,
        /// What that makes.
        pub amount_minor: Money,
    }

    /// How a sum of commission came to be: a snapshot of the rule with its figures.
    pub struct CommissionFormula {
        /// How the rule counts.
        pub kind: CommissionKind,
        /// Price without the discount.
        pub before_minor: Money,
        /// Discount that the base is less by; zero where the rule counts the price before it.
        pub discount_minor: Money,
        /// Materials that the base is less by.
        pub materials_minor: Money,
        /// What the share is taken of.
        pub base_minor: Money,
        /// Share, basis points; of a tiered rule that of the tier reached; of a fixed one zero.
        pub rate_bp: u16,
        /// Of a fixed rule: for the service, or for each unit of goods.
        pub fixed_minor: Money,
        /// Of a tiered rule: the month's base with this line.
        pub month_minor: Money,
        /// Of a progressive rule: the parts of the base by tier.
        pub slices: Vec<TierSlice>,
        /// Commission of the whole line, before shares.
        pub whole_minor: Money,
        /// This person's share of it, basis points.
        pub share_bp: u16,
        /// Price of the line when it was done.
        pub sold_minor: Money,
        /// Price that is left of it: of what was taken back.
        pub left_minor: Money,
        /// Commission before: of what was taken back, and of what a tier changed.
        pub was_minor: Money,
        /// Commission after.
        pub now_minor: Money,
        /// The completion was a mistake: all of it was taken back.
        pub undone: bool,
        /// Of goods: how much was sold, thousandths of the unit; `None`: a service.
        #[serde(default)]
        pub quantity: Option<Quantity>,
        /// Assistants' shares come on top and are not taken out of it.
        #[serde(default)]
        pub on_top: bool,
    }

    /// Asks what a person earned. Others than one's own need the permission for payroll.
    pub struct GetEarnings {
        /// Who; `None`: whoever asks.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
        /// First business day.
        pub from_day: Day,
        /// Last one, at most a year later.
        pub to_day: Day,
    }

    /// What a person earned.
    pub struct Earnings {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// Each sum with its formula, latest first.
        pub lines: Vec<EarningLine>,
        /// Tiers of the months, with what they will change at the pay run.
        pub tiers: Vec<TierState>,
        /// All lines and what tiers will change.
        pub total_minor: Money,
        /// Tips that the salon holds for the person now.
        pub tips_minor: Money,
        /// What the salon owes the person now, without tips; below zero where too much was paid.
        pub owed_minor: Money,
        /// Business days up to this one are paid for, or `None`.
        pub paid_until: Option<Day>,
    }

    /// A sum of commission.
    pub struct EarningLine {
        /// Which.
        pub commission_id: CommissionId,
        /// Why it was posted.
        pub entry: CommissionEntry,
        /// Pay period's day it belongs to.
        pub business_day: Day,
        /// When the work was sold; another day where that period was paid already.
        pub origin_day: Day,
        /// Visit, or `None`.
        pub appointment_id: Option<AppointmentId>,
        /// Client's name, or empty.
        pub client: String,
        /// Service or product, or empty.
        pub service: String,
        /// How it came to be.
        pub formula: CommissionFormula,
        /// The sum.
        pub amount_minor: Money,
    }

    /// Where a month stands on its tiers.
    pub struct TierState {
        /// First day of the month.
        pub month: Day,
        /// Its base so far.
        pub base_minor: Money,
        /// Share of the tier reached, basis points.
        pub rate_bp: u16,
        /// What reaching a tier changes.
        pub tier_way: TierWay,
        /// The next tier, or `None`.
        pub next: Option<PayTier>,
        /// Posted so far.
        pub accrued_minor: Money,
        /// What the month comes to.
        pub due_minor: Money,
        /// What the pay run will add or take.
        pub change_minor: Money,
    }

    /// Asks what everybody earned.
    pub struct ListEarnings {
        /// First business day.
        pub from_day: Day,
        /// Last one, at most a year later.
        pub to_day: Day,
    }

    /// What everybody earned.
    pub struct EarningsList {
        /// By person, in the calendar's order.
        pub people: Vec<EarningsRow>,
        /// All commissions.
        pub total_minor: Money,
        /// All that is owed, without tips.
        pub owed_minor: Money,
        /// All tips held.
        pub tips_minor: Money,
    }

    /// What one person earned.
    pub struct EarningsRow {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// Services done and goods sold.
        pub lines_count: u32,
        /// Base of the commissions.
        pub base_minor: Money,
        /// Commissions with what tiers will change.
        pub commission_minor: Money,
        /// Tips held now.
        pub tips_minor: Money,
        /// What the salon owes the person now, without tips.
        pub owed_minor: Money,
        /// Business days up to this one are paid for, or `None`.
        pub paid_until: Option<Day>,
    }

    /// Asks what a past period would have cost under other rules. Nothing is stored.
    pub struct WhatIfCommissions {
        /// First business day.
        pub from_day: Day,
        /// Last one, at most a year later.
        pub to_day: Day,
        /// All rules to count with, ≤ 200; each from the day that it says.
        pub rules: Vec<CommissionRuleFields>,
    }

    /// What a past period would have cost.
    pub struct WhatIf {
        /// By person, in the calendar's order.
        pub people: Vec<WhatIfRow>,
        /// As it was.
        pub was_minor: Money,
        /// As it would be.
        pub would_minor: Money,
        /// Would be less was.
        pub difference_minor: Money,
    }

    /// What one person would have earned.
    pub struct WhatIfRow {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// As it was, with what tiers come to.
        pub was_minor: Money,
        /// As it would be.
        pub would_minor: Money,
        /// Would be less was.
        pub difference_minor: Money,
    }
}

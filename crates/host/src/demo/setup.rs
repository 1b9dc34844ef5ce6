//! The demo salon on its first day: salon, owner, staff with hours, price list.

use adelante_base::vocabulary::{Language, MethodKind, Role};
use adelante_base::{Money, ServiceId, StaffMemberId};
use adelante_engine::Caller;
use adelante_wire::{
    CommissionBase, CommissionKind, CommissionRuleFields, CommissionRuleSaved, Country, CountryList, CreateOwner,
    CreateSalon, CreateServices, CreateStaffMember, Done, GetStarterServices, ListStaff, Nothing, OwnerCreated,
    PaymentMethod, SalonFields, SaveCommissionRule, ServiceFields, ServicesCreated, SetPin, SetSetupStep, SetWorkHours,
    StaffFields, StaffList, StaffMemberCreated, StarterServices, TierWay, UpdateStaffMember, WeekdayHours,
};

use super::calendar;
use super::dice::Dice;
use super::fill::Stage;
use super::plan::Master;
use super::words::{Words, languages};
use super::{DemoOptions, PIN};
use crate::desk::internal;

const OPENS_MIN: u16 = 9 * 60;
const CLOSES_MIN: u16 = 21 * 60;
/// The demo price list is cut here: 40 services fill a screen.
const SERVICES: usize = 40;
/// With fewer people the owner serves clients too; with more there is a receptionist.
const OWNER_SERVES_BELOW: u32 = 3;

/// A service on the demo price list.
pub(super) struct DemoService {
    pub(super) id: ServiceId,
    pub(super) price: Money,
}

/// What the rest of the demo works with.
pub(super) struct Salon {
    pub(super) owner: Caller,
    pub(super) owner_name: String,
    /// Who books and takes money.
    pub(super) desk: Caller,
    pub(super) masters: Vec<StaffMemberId>,
    pub(super) plan: Vec<Master>,
    pub(super) services: Vec<DemoService>,
    pub(super) methods: Vec<PaymentMethod>,
    /// The note that clients mostly give.
    pub(super) note: Money,
    pub(super) opens_min: u16,
    pub(super) closes_min: u16,
    pub(super) staff_count: u32,
}

/// Makes the salon in the order of the wizard.
pub(super) fn set_up(stage: &Stage<'_>, demo: &DemoOptions, dice: &Dice) -> Result<Salon, adelante_wire::CommandError> {
    let words = Words::of(demo.language);
    let known: CountryList = stage.run(&Caller::Program, "list_countries", &Nothing {})?;
    let country = known.countries.into_iter().find(|country| country.country == demo.country);
    let country = country.ok_or_else(|| internal("a country without defaults"))?;
    let input = CreateSalon { salon: salon_fields(&words, &country, demo.language, dice) };
    let Done {} = stage.run(&Caller::Program, "create_salon", &input)?;

    let names = languages(demo.language, &demo.country);
    let name = |dice: &Dice| {
        let person = dice.pick(&names).unwrap_or(&words).person(dice);
        format!("{} {}", person.first, person.last)
    };
    let owner_name = name(dice);
    let made: OwnerCreated =
        stage.run(&Caller::Program, "create_owner", &CreateOwner { name: owner_name.clone(), pin: PIN.to_owned() })?;
    let owner_id = made.session.staff_id;
    let owner = Caller::Staff(owner_id);
    let (services, lengths) = make_services(stage, &owner, demo)?;

    let mut masters = Vec::new();
    let mut does: Vec<Vec<usize>> = Vec::new();
    let serves = demo.staff < OWNER_SERVES_BELOW;
    set_owner_card(stage, &owner, owner_id, &words, serves)?;
    if serves {
        masters.push(owner_id);
        does.push((0..lengths.len()).collect());
    }
    let mut desk = owner;
    if demo.staff > OWNER_SERVES_BELOW {
        let card = fields(name(dice), words.line("desk"), Role::Receptionist, 1);
        let id = make_member(stage, &owner, card)?;
        let Done {} = stage.run(&owner, "set_pin", &SetPin { staff_id: id, pin: PIN.to_owned() })?;
        desk = Caller::Staff(id);
    }
    let others = demo.staff - 1 - u32::from(demo.staff > OWNER_SERVES_BELOW);
    let positions = words.list("positions");
    for number in 0..others {
        let place = number as usize % positions.len();
        let mut card =
            fields(name(dice), positions[place].to_owned(), Role::Master, u8::try_from(2 + number % 10).unwrap_or(2));
        let skills = skills(place, &lengths);
        card.services = skills.iter().map(|index| services[*index].id).collect();
        masters.push(make_member(stage, &owner, card)?);
        does.push(skills);
    }
    calendar::rooms_and_blocks(stage, &owner, &words, &services, &lengths, &does)?;
    let plan = plan_of(stage, &owner, &masters, &does, &lengths)?;
    let Done {} = stage.run(&owner, "set_setup_step", &SetSetupStep { step: "done".to_owned() })?;
    let shown: adelante_wire::Salon = stage.run(&owner, "get_salon", &Nothing {})?;
    if shown.methods.iter().all(|method| method.kind != MethodKind::Cash) {
        return Err(internal("a salon without cash"));
    }
    Ok(Salon {
        owner,
        owner_name,
        desk,
        masters,
        plan,
        services,
        note: middle_note(&shown.denominations)?,
        methods: shown.methods,
        opens_min: OPENS_MIN,
        closes_min: CLOSES_MIN,
        staff_count: demo.staff,
    })
}

fn salon_fields(words: &Words, country: &Country, language: Language, dice: &Dice) -> SalonFields {
    SalonFields {
        name: words.line("salon"),
        legal_name: format!("{} {}", legal_form(country), words.line("salon")),
        tax_id: format!("{:012}", 100_000_000_000_u64 + u64::from(dice.below(900_000_000))),
        address: words.line("address"),
        phone: String::new(),
        country: country.country.clone(),
        currency: country.currency.clone(),
        zone: country.zone.clone(),
        language,
        vat_bp: country.vat_rates_bp.first().copied().unwrap_or(0),
        tax_code: None,
        closing_min: 0,
        opens_min: OPENS_MIN,
        closes_min: CLOSES_MIN,
        receipt_footer: words.line("footer"),
        receipt_qr: String::new(),
    }
}

fn legal_form(country: &Country) -> &'static str {
    match country.country.as_str() {
        "KZ" => "ТОО",
        "UA" => "ТОВ",
        "RU" | "BY" | "KG" => "ООО",
        _ => "LLC",
    }
}

/// The starter price list, as the wizard offers it.
fn make_services(
    stage: &Stage<'_>,
    owner: &Caller,
    demo: &DemoOptions,
) -> Result<(Vec<DemoService>, Vec<ServiceFields>), adelante_wire::CommandError> {
    let wanted = GetStarterServices { language: demo.language, country: demo.country.clone() };
    let StarterServices { mut services } = stage.run(owner, "get_starter_services", &wanted)?;
    services.truncate(SERVICES);
    let made: ServicesCreated = stage.run(owner, "create_services", &CreateServices { services: services.clone() })?;
    commissions(stage, owner, demo)?;
    let list = made.service_ids.into_iter().zip(&services);
    Ok((list.map(|(id, service)| DemoService { id, price: service.price_minor }).collect(), services))
}

/// Masters earn two fifths of what they do, from before the first visit on.
fn commissions(stage: &Stage<'_>, owner: &Caller, demo: &DemoOptions) -> Result<(), adelante_wire::CommandError> {
    let rule = CommissionRuleFields {
        staff_id: None,
        role: Some(Role::Master),
        service_id: None,
        category_id: None,
        goods: false,
        product_id: None,
        product_category: String::new(),
        kind: CommissionKind::Percent,
        rate_bp: 4_000,
        fixed_minor: Money::ZERO,
        tiers: Vec::new(),
        tier_way: TierWay::FromZero,
        base: CommissionBase::AfterDiscount,
        less_materials: false,
        assist_on_top: false,
        from_day: demo.today.plus_days(-31 * (i64::from(demo.months) + 1)).first_of_month(),
    };
    let asked = SaveCommissionRule { rule_id: None, rule };
    stage.run(owner, "save_commission_rule", &asked).map(|CommissionRuleSaved { .. }| ())
}

/// The owner's position; a column in the calendar only where the owner serves clients.
fn set_owner_card(
    stage: &Stage<'_>,
    owner: &Caller,
    owner_id: StaffMemberId,
    words: &Words,
    in_calendar: bool,
) -> Result<(), adelante_wire::CommandError> {
    let staff: StaffList = stage.run(owner, "list_staff", &ListStaff { retired: false })?;
    let Some(member) = staff.staff.into_iter().find(|member| member.staff_id == owner_id) else {
        return Err(internal("an owner who is not on the list"));
    };
    let card = StaffFields { position: words.line("owner"), in_calendar, ..member.staff };
    stage.run(owner, "update_staff_member", &UpdateStaffMember { staff_id: owner_id, staff: card }).map(|Done {}| ())
}

fn fields(name: String, position: String, role: Role, colour: u8) -> StaffFields {
    StaffFields {
        name,
        position,
        role,
        in_calendar: role == Role::Master,
        colour,
        phone: String::new(),
        services: Vec::new(),
        tax_id: String::new(),
    }
}

fn make_member(
    stage: &Stage<'_>,
    owner: &Caller,
    staff: StaffFields,
) -> Result<StaffMemberId, adelante_wire::CommandError> {
    let made: StaffMemberCreated = stage.run(owner, "create_staff_member", &CreateStaffMember { staff })?;
    Ok(made.staff_id)
}

/// What the position at a place of the list does: categories of the starter price list, by
/// the colour that marks them in every language.
const SKILLS: [&[u8]; 8] = [&[0, 2], &[3, 4], &[6, 8], &[2, 0], &[7], &[5], &[1, 0], &[5, 6]];

/// Indexes of the services a position does; all of them where the list has none of its kind.
fn skills(position: usize, services: &[ServiceFields]) -> Vec<usize> {
    let kinds = SKILLS[position % SKILLS.len()];
    let of_kind = |(index, service): (usize, &ServiceFields)| kinds.contains(&service.colour).then_some(index);
    let skills: Vec<usize> = services.iter().enumerate().filter_map(of_kind).collect();
    if skills.is_empty() { (0..services.len()).collect() } else { skills }
}

/// The two days off of each master, 0 = Monday: on Fridays and Saturdays everybody is there.
const DAYS_OFF: [[u8; 2]; 6] = [[0, 1], [6, 2], [1, 2], [6, 3], [2, 3], [6, 0]];

/// Each master works five days a week, early or late.
fn plan_of(
    stage: &Stage<'_>,
    owner: &Caller,
    masters: &[StaffMemberId],
    does: &[Vec<usize>],
    lengths: &[ServiceFields],
) -> Result<Vec<Master>, adelante_wire::CommandError> {
    let mut plan = Vec::new();
    for (number, (staff_id, skills)) in masters.iter().zip(does).enumerate() {
        let early = number % 2 == 0;
        let off = DAYS_OFF[number % DAYS_OFF.len()];
        let week: Vec<WeekdayHours> = (0u8..7)
            .map(|weekday| WeekdayHours {
                weekday,
                working: !off.contains(&weekday),
                start_min: if early { 9 * 60 } else { 10 * 60 },
                end_min: if early { 19 * 60 } else { 20 * 60 },
                break_start_min: if early { 13 * 60 } else { 14 * 60 },
                break_end_min: if early { 13 * 60 + 30 } else { 14 * 60 + 30 },
            })
            .collect();
        let Done {} = stage.run(owner, "set_work_hours", &SetWorkHours { staff_id: *staff_id, week: week.clone() })?;
        let services = skills.iter().map(|index| (*index, lengths[*index].duration_min)).collect();
        plan.push(Master { week, services });
    }
    Ok(plan)
}

/// A note from the middle of the row: cash is given rounded up to it.
fn middle_note(denominations: &[i64]) -> Result<Money, adelante_wire::CommandError> {
    let note = denominations.get(denominations.len() / 3).copied().filter(|note| *note > 0).unwrap_or(100_000);
    Money::from_minor(note).map_err(|error| internal(&error.to_string()))
}

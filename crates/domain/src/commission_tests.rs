use super::*;
use adelante_base::{SeededIds, Timestamp};
use proptest::prelude::*;

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn day(day: u32) -> Day {
    Day::new(2026, 11, day).unwrap()
}

struct People {
    ids: SeededIds,
    work: Work,
}

impl People {
    fn new() -> Self {
        let ids = SeededIds::new(4);
        let at = Timestamp::from_millis(1);
        let work = Work {
            staff_id: StaffMemberId::new(&ids, at),
            role: Role::Master,
            what: What::Service { service_id: ServiceId::new(&ids, at), category_id: ServiceCategoryId::new(&ids, at) },
            day: day(21),
        };
        Self { ids, work }
    }

    fn rule(&self, pay: Pay) -> Rule {
        Rule {
            id: CommissionRuleId::new(&self.ids, Timestamp::from_millis(2)),
            staff_id: None,
            role: None,
            service_id: None,
            category_id: None,
            goods: false,
            product_id: None,
            product_category: None,
            pay,
            base: CommissionBase::AfterDiscount,
            less_materials: false,
            assist_on_top: false,
            from_day: day(1),
        }
    }
}

fn service_of(work: &Work) -> (ServiceId, ServiceCategoryId) {
    match &work.what {
        What::Service { service_id, category_id } => (*service_id, *category_id),
        What::Product { .. } => panic!("people do services here"),
    }
}

fn tiers(list: &[(i64, u16)]) -> Vec<Tier> {
    list.iter().map(|(from, rate_bp)| Tier { from: money(*from), rate_bp: *rate_bp }).collect()
}

#[test]
fn the_most_specific_rule_counts_first_for_whom_then_for_what() {
    let people = People::new();
    let work = people.work.clone();
    let (service_id, category_id) = service_of(&work);
    let of = |staff: bool, role: bool, service: bool, category: bool| Rule {
        staff_id: staff.then_some(work.staff_id),
        role: role.then_some(work.role),
        service_id: service.then_some(service_id),
        category_id: category.then_some(category_id),
        ..people.rule(Pay::Percent(1))
    };
    // From the most specific to the least.
    let mut rules = vec![
        of(true, false, true, false),
        of(true, false, false, true),
        of(true, false, false, false),
        of(false, true, true, false),
        of(false, true, false, true),
        of(false, true, false, false),
        of(false, false, true, false),
        of(false, false, false, true),
        of(false, false, false, false),
    ];
    while !rules.is_empty() {
        let best = rules[0].clone();
        assert_eq!(chosen(&rules, &work), Some(&best));
        rules.reverse();
        assert_eq!(chosen(&rules, &work), Some(&best), "whatever the order of the list");
        rules.reverse();
        rules.remove(0);
    }
    assert_eq!(chosen(&[], &work), None);
}

#[test]
fn a_rule_counts_from_its_day_and_the_later_one_goes_before() {
    let people = People::new();
    let from = |from_day| Rule { from_day, ..people.rule(Pay::Percent(4_000)) };
    let (old, new, coming) = (from(day(1)), from(day(21)), from(day(22)));
    let rules = [coming.clone(), old.clone(), new.clone()];
    assert_eq!(chosen(&rules, &people.work), Some(&new));
    assert_eq!(chosen(&rules, &Work { day: day(20), ..people.work.clone() }), Some(&old));
    assert_eq!(chosen(&[coming], &people.work), None);
    let (service_id, category_id) = service_of(&people.work);
    let another = ServiceId::new(&people.ids, Timestamp::from_millis(3));
    let other = Work { what: What::Service { service_id: another, category_id }, ..people.work.clone() };
    assert_eq!(chosen(&[Rule { service_id: Some(service_id), ..old }], &other), None);
}

#[test]
fn goods_have_rules_of_their_own_the_product_before_its_category_before_all() {
    let people = People::new();
    let at = Timestamp::from_millis(5);
    let (shampoo, balm) = (ProductId::new(&people.ids, at), ProductId::new(&people.ids, at));
    let sold = |product_id, category: &str| Work {
        what: What::Product { product_id, category: category.to_owned() },
        ..people.work.clone()
    };
    let goods = Rule { goods: true, ..people.rule(Pay::Percent(1_000)) };
    let care = Rule { product_category: Some("Уход".to_owned()), ..goods.clone() };
    let one = Rule { product_id: Some(shampoo), ..goods.clone() };
    let rules = [people.rule(Pay::Percent(4_000)), goods.clone(), care.clone(), one.clone()];
    assert_eq!(chosen(&rules, &sold(shampoo, "Уход")), Some(&one));
    assert_eq!(chosen(&rules, &sold(balm, "Уход")), Some(&care));
    assert_eq!(chosen(&rules, &sold(balm, "")), Some(&goods));
    assert_eq!(chosen(&rules[..1], &sold(balm, "")), None, "a rule of services says nothing of goods");
    assert_eq!(chosen(&rules[1..], &people.work), None, "nor the other way round");
    for bad in [
        Rule { product_category: Some("Уход".to_owned()), ..one.clone() },
        Rule { goods: false, ..one },
        Rule { service_id: Some(service_of(&people.work).0), ..goods },
    ] {
        assert_eq!(bad.validate(), Err(BadRule::TwoTargets));
    }
}

#[test]
fn a_fixed_sum_is_for_each_unit_of_goods() {
    let rule = People::new().rule(Pay::Fixed(money(30_000)));
    let sold = |thousandths| Sold {
        before: money(900_000),
        price: money(900_000),
        quantity: Some(Quantity::from_thousandths(thousandths)),
        ..Sold::default()
    };
    assert_eq!(earned(&rule, sold(2_000), Money::ZERO).unwrap().amount, money(60_000));
    assert_eq!(earned(&rule, sold(1_500), Money::ZERO).unwrap().amount, money(45_000));
}

#[test]
fn a_share_on_top_leaves_the_whole_with_whose_work_it_is() {
    assert_eq!(shared(money(100_001), &[2_500, 1_000], true), Ok((money(100_001), vec![money(25_000), money(10_000)])));
}

#[test]
fn a_percent_is_of_the_price_after_or_before_the_discount_less_materials() {
    let people = People::new();
    let sold = Sold { before: money(800_000), price: money(720_000), materials: money(20_000), ..Sold::default() };
    let rule = people.rule(Pay::Percent(4_000));
    let after = earned(&rule, sold, Money::ZERO).unwrap();
    assert_eq!((after.base, after.discount, after.amount), (money(720_000), money(80_000), money(288_000)));
    let before = Rule { base: CommissionBase::BeforeDiscount, ..rule.clone() };
    assert_eq!(earned(&before, sold, Money::ZERO).unwrap().amount, money(320_000));
    let less = Rule { less_materials: true, ..rule };
    let made = earned(&less, sold, Money::ZERO).unwrap();
    assert_eq!((made.base, made.materials, made.amount), (money(700_000), money(20_000), money(280_000)));
    let dear = Sold { materials: money(900_000), ..sold };
    assert_eq!(earned(&less, dear, Money::ZERO).unwrap().amount, Money::ZERO);
}

#[test]
fn tiers_from_zero_change_the_whole_month_and_progressive_ones_only_what_lies_above() {
    let people = People::new();
    let list = tiers(&[(0, 3_000), (1_000_000, 4_000), (2_000_000, 5_000)]);
    assert_eq!(of_month(&list, TierWay::FromZero, money(999_999)), Ok(money(300_000)));
    assert_eq!(of_month(&list, TierWay::FromZero, money(1_000_000)), Ok(money(400_000)));
    assert_eq!(of_month(&list, TierWay::Progressive, money(2_500_000)), Ok(money(300_000 + 400_000 + 250_000)));
    let sold = Sold { before: money(600_000), price: money(600_000), ..Sold::default() };
    let rule = people.rule(Pay::Tiered(list.clone(), TierWay::Progressive));
    let made = earned(&rule, sold, money(700_000)).unwrap();
    assert_eq!((made.rate_bp, made.month), (4_000, money(1_300_000)));
    let parts: Vec<_> = made.slices.iter().map(|one| (one.base.minor(), one.rate_bp, one.amount.minor())).collect();
    assert_eq!(parts, [(300_000, 3_000, 90_000), (300_000, 4_000, 120_000)]);
    assert_eq!(made.amount, money(210_000));
    assert_eq!(next_tier(&list, money(1_300_000)).unwrap().from, money(2_000_000));
    assert_eq!(next_tier(&list, money(2_000_000)), None);
    let late = tiers(&[(500, 1_000)]);
    assert_eq!((rate_at(&late, money(499)), rate_at(&late, money(500))), (0, 1_000));
    assert_eq!(of_month(&late, TierWay::Progressive, money(600)), Ok(money(10)));
}

#[test]
fn a_rule_that_makes_no_sense_is_said_so() {
    let people = People::new();
    let bad = |pay| people.rule(pay).validate();
    let tiered = |list: &[(i64, u16)]| bad(Pay::Tiered(tiers(list), TierWay::FromZero));
    assert_eq!(bad(Pay::Percent(10_001)), Err(BadRule::RateTooHigh));
    assert_eq!(bad(Pay::Fixed(money(-1))), Err(BadRule::Negative));
    assert_eq!(tiered(&[]), Err(BadRule::Tiers));
    assert_eq!(tiered(&[(0, 1), (0, 2)]), Err(BadRule::Tiers));
    assert_eq!(tiered(&[(-1, 1)]), Err(BadRule::Negative));
    assert_eq!(tiered(&[(0, 10_001)]), Err(BadRule::RateTooHigh));
    assert_eq!(tiered(&[(0, 1); 11]), Err(BadRule::Tiers));
    assert_eq!(tiered(&[(0, 3_000), (5, 10_000)]), Ok(()));
    let both = Rule { staff_id: Some(people.work.staff_id), role: Some(Role::Master), ..people.rule(Pay::Percent(1)) };
    assert_eq!(both.validate(), Err(BadRule::TwoTargets));
}

fn any_tiers() -> impl Strategy<Value = Vec<Tier>> {
    (0i64..2, prop::collection::btree_set(1i64..3_000_000, 1..5), prop::collection::vec(0u16..=WHOLE_BP, 6)).prop_map(
        |(first, steps, rates)| {
            let steps = (first == 0).then_some(0).into_iter().chain(steps);
            steps.zip(rates).map(|(from, rate_bp)| Tier { from: money(from), rate_bp }).collect()
        },
    )
}

proptest! {
    #[test]
    fn the_shares_of_a_line_make_its_commission_and_nobody_gets_more_than_there_is(
        whole in -1_000_000i64..1_000_000, cuts in prop::collection::vec(1u16..=3_333, 0..4)
    ) {
        let cuts: Vec<u16> = cuts.into_iter().take(3).collect();
        let (kept, parts) = shared(money(whole), &cuts, false).unwrap();
        prop_assert_eq!(kept.plus(Money::sum(parts.iter().copied()).unwrap()), Ok(money(whole)));
        for part in parts.iter().chain([&kept]) {
            prop_assert!(part.is_zero() || part.is_negative() == (whole < 0));
            prop_assert!(part.minor().abs() <= whole.abs());
        }
    }

    #[test]
    fn a_commission_never_exceeds_its_base(
        before in 0i64..5_000_000, off in 0i64..5_000_000, materials in 0i64..1_000_000, rate in 0u16..=WHOLE_BP,
        month in 0i64..4_000_000, list in any_tiers(), progressive in any::<bool>()
    ) {
        let people = People::new();
        let price = money((before - off).max(0));
        let sold = Sold { before: money(before), price, materials: money(materials), quantity: None };
        let way = if progressive { TierWay::Progressive } else { TierWay::FromZero };
        for pay in [Pay::Percent(rate), Pay::Tiered(list.clone(), way)] {
            let rule = Rule { less_materials: true, ..people.rule(pay) };
            let made = earned(&rule, sold, money(month)).unwrap();
            prop_assert!(!made.base.is_negative() && made.base <= sold.price);
            // Progressive parts are rounded one by one, and each against the month before it.
            let slack = i64::try_from(made.slices.len()).unwrap();
            prop_assert!(!made.amount.is_negative() && made.amount.minor() <= made.base.minor() + slack);
        }
    }

    #[test]
    fn progressive_lines_together_make_what_the_month_makes(
        bases in prop::collection::vec(0i64..900_000, 0..12), list in any_tiers()
    ) {
        let people = People::new();
        let rule = people.rule(Pay::Tiered(list.clone(), TierWay::Progressive));
        let (mut month, mut posted) = (Money::ZERO, Money::ZERO);
        for base in bases {
            let sold = Sold { before: money(base), price: money(base), ..Sold::default() };
            let made = earned(&rule, sold, month).unwrap();
            prop_assert_eq!(Money::sum(made.slices.iter().map(|slice| slice.amount)), Ok(made.amount));
            month = month.plus(made.base).unwrap();
            posted = posted.plus(made.amount).unwrap();
        }
        prop_assert_eq!(of_month(&list, TierWay::Progressive, month), Ok(posted));
    }

    #[test]
    fn what_is_left_in_proportion_lies_between_nothing_and_all(
        sum in 0i64..1_000_000_000, whole in 1i64..1_000_000_000, part in 0i64..1_000_000_000
    ) {
        let left = in_proportion(money(sum), money(part.min(whole)), money(whole)).unwrap();
        prop_assert!(!left.is_negative() && left <= money(sum));
        prop_assert_eq!(in_proportion(money(sum), money(whole), money(whole)), Ok(money(sum)));
        prop_assert_eq!(in_proportion(money(sum), Money::ZERO, money(whole)), Ok(Money::ZERO));
        prop_assert_eq!(in_proportion(money(-sum), money(part), money(whole)).unwrap(),
            in_proportion(money(sum), money(part), money(whole)).unwrap().negated());
    }
}

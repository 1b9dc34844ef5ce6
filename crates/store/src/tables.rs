//! Every synced table, once, with its merge policy. From this list come the triggers, the
//! merge, the undo and the checks; a synced table that is missing here fails a test.

/// How two devices' writes to one table come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Facts: rows are inserted once and never changed.
    AppendOnly,
    /// Columns by last writer; columns that make sense only together are one group.
    ColumnLww(&'static [Group]),
}

/// Columns that are written together and merge together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Name of the group, as in `row_clock`.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [&'static str],
}

/// Rows of several tables whose groups are written as one (docs/adr/0004).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aggregate {
    /// The group's name in each of the tables.
    pub group: &'static str,
    /// The table whose id names the aggregate.
    pub parent: &'static str,
    /// The table of its lines.
    pub child: &'static str,
    /// The column of a line that names its parent.
    pub key: &'static str,
}

/// A synced table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name, which is the noun's name.
    pub name: &'static str,
    /// How it merges.
    pub policy: Policy,
    /// Columns that are written with the row and never changed after.
    pub fixed: &'static [&'static str],
    /// What a window that shows it must read again when it changes.
    pub topic: &'static str,
}

const fn group(name: &'static str, columns: &'static [&'static str]) -> Group {
    Group { name, columns }
}

const RETIRED: Group = group("retired", &["retired_at"]);

/// The synced tables.
pub const TABLES: &[Table] = &[
    Table {
        name: "salon",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("legal", &["legal_name", "tax_id", "vat_bp"]),
            group("contact", &["address", "phone"]),
            group("place", &["country", "currency", "zone", "closing_min"]),
            group("language", &["language"]),
            group("hours", &["opens_min", "closes_min"]),
            group("receipt", &["receipt_footer", "receipt_qr"]),
            group("calendar", &["calendar_rules"]),
            group("till", &["till_rules"]),
            group("tax", &["tax_code"]),
            group("template", &["receipt_template"]),
            group("logo", &["receipt_logo"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "salon",
    },
    Table {
        name: "register",
        policy: Policy::ColumnLww(&[group("name", &["name"]), group("device", &["device_id"]), RETIRED]),
        fixed: &["prefix", "created_at"],
        topic: "salon",
    },
    Table {
        name: "payment_method",
        policy: Policy::ColumnLww(&[group("name", &["name"]), group("position", &["position"]), RETIRED]),
        fixed: &["kind", "created_at"],
        topic: "salon",
    },
    Table {
        name: "staff_member",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("position", &["position"]),
            group("role", &["role"]),
            group("calendar", &["in_calendar", "ordinal"]),
            group("colour", &["colour"]),
            group("phone", &["phone"]),
            group("services", &["services"]),
            group("tax_id", &["tax_id"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "staff",
    },
    Table {
        name: "work_hours",
        policy: Policy::ColumnLww(&[
            group("hours", &["working", "start_min", "end_min", "break_start_min", "break_end_min"]),
            RETIRED,
        ]),
        fixed: &["staff_id", "weekday", "created_at"],
        topic: "staff",
    },
    Table {
        name: "service_category",
        policy: Policy::ColumnLww(&[group("name", &["name"]), group("position", &["position"]), RETIRED]),
        fixed: &["created_at"],
        topic: "services",
    },
    Table {
        name: "service",
        policy: Policy::ColumnLww(&[
            group("category", &["category_id"]),
            group("name", &["name"]),
            group("duration", &["duration_min"]),
            group("price", &["price_minor"]),
            group("colour", &["colour"]),
            group("blocks", &["processing_min", "finishing_min", "transition_min"]),
            group("resources", &["resources"]),
            group("tax", &["tax_code"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "services",
    },
    Table {
        name: "client",
        policy: Policy::ColumnLww(&[
            group("name", &["first_name", "last_name", "middle_name"]),
            group("email", &["email"]),
            group("birthday", &["birthday"]),
            group("gender", &["gender"]),
            group("allergy", &["allergy"]),
            group("note", &["note"]),
            group("source", &["source"]),
            group("tags", &["tags"]),
            group("discount", &["discount_bp"]),
            group("card", &["card_number"]),
            group("consent", &["data_consent", "marketing_consent"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "clients",
    },
    Table {
        name: "client_phone",
        policy: Policy::ColumnLww(&[group("phone", &["e164", "position"]), RETIRED]),
        fixed: &["client_id", "created_at"],
        topic: "clients",
    },
    Table {
        name: "appointment",
        policy: Policy::ColumnLww(&[
            group("client", &["client_id"]),
            group("schedule", &["day", "start_min", "zone", "overridden"]),
            group("status", &["status", "status_reason"]),
            group("note", &["note"]),
            group("source", &["source"]),
            group("conflicts", &["conflicts"]),
            group("call", &["to_call"]),
            group("risk", &["risk_ignored"]),
            group("times", &["started_at", "finished_at"]),
            RETIRED,
        ]),
        fixed: &["series_id", "group_id", "sale", "created_at"],
        topic: "appointments",
    },
    Table {
        name: "appointment_service",
        policy: Policy::ColumnLww(&[
            group("schedule", &["staff_id", "day", "start_min", "duration_min", "position"]),
            group("price", &["price_minor", "discount_minor", "discount_reason"]),
            group("blocks", &["processing_min", "finishing_min", "transition_min", "resources"]),
            RETIRED,
        ]),
        fixed: &["appointment_id", "service_id", "list_price_minor", "created_at"],
        topic: "appointments",
    },
    Table {
        name: "resource",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("units", &["units"]),
            group("position", &["position"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "services",
    },
    Table {
        name: "staff_offer",
        policy: Policy::ColumnLww(&[group("price", &["price_minor"]), group("duration", &["duration_min"]), RETIRED]),
        fixed: &["staff_id", "service_id", "created_at"],
        topic: "staff",
    },
    Table {
        name: "client_service",
        policy: Policy::ColumnLww(&[group("price", &["price_minor"]), group("duration", &["duration_min"]), RETIRED]),
        fixed: &["client_id", "service_id", "created_at"],
        topic: "clients",
    },
    Table {
        name: "shift_pattern",
        policy: Policy::ColumnLww(&[group("pattern", &["from_day", "until_day", "days"]), RETIRED]),
        fixed: &["staff_id", "created_at"],
        topic: "schedule",
    },
    Table {
        name: "schedule_day",
        policy: Policy::ColumnLww(&[group("hours", &["hours"]), RETIRED]),
        fixed: &["staff_id", "day", "created_at"],
        topic: "schedule",
    },
    Table {
        name: "time_off",
        policy: Policy::ColumnLww(&[
            group("time", &["staff_id", "from_day", "from_min", "to_day", "to_min"]),
            group("reason", &["kind", "note"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "schedule",
    },
    Table {
        name: "group_event",
        policy: Policy::ColumnLww(&[
            group("schedule", &["staff_id", "day", "start_min", "duration_min"]),
            group("places", &["places"]),
            group("title", &["title"]),
            RETIRED,
        ]),
        fixed: &["service_id", "created_at"],
        topic: "appointments",
    },
    Table {
        name: "waitlist_entry",
        policy: Policy::ColumnLww(&[
            group("wish", &["service_id", "staff_id", "from_day", "to_day", "part"]),
            group("note", &["note"]),
            group(
                "state",
                &[
                    "state",
                    "state_reason",
                    "appointment_id",
                    "offer_staff_id",
                    "offer_day",
                    "offer_start_min",
                    "offer_end_min",
                    "offer_until",
                    "notified_at",
                ],
            ),
            RETIRED,
        ]),
        fixed: &["client_id", "created_at"],
        topic: "waitlist",
    },
    Table {
        name: "standing_order",
        policy: Policy::ColumnLww(&[
            group("services", &["services"]),
            group("time", &["staff_id", "weekday", "start_min", "every_weeks"]),
            group("mode", &["mode"]),
            RETIRED,
        ]),
        fixed: &["client_id", "created_at"],
        topic: "waitlist",
    },
    Table {
        name: "cash_category",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("purpose", &["direction", "purpose"]),
            group("position", &["position"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "money",
    },
    Table {
        name: "product",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("category", &["category"]),
            group("unit", &["unit"]),
            group("barcode", &["barcode"]),
            group("price", &["price_minor"]),
            group("min", &["min_milli"]),
            group("supplier", &["supplier"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "products",
    },
    Table {
        name: "bill_item",
        policy: Policy::ColumnLww(&[
            group("seller", &["seller_id"]),
            group("price", &["quantity_milli", "list_price_minor", "price_minor", "discount_minor", "discount_reason"]),
            RETIRED,
        ]),
        fixed: &["appointment_id", "kind", "product_id", "offer_id", "code", "valid_until", "created_at"],
        topic: "appointments",
    },
    Table {
        name: "package_offer",
        policy: Policy::ColumnLww(&[
            group("name", &["name"]),
            group("content", &["price_minor", "services", "sessions", "valid_days"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "products",
    },
    Table {
        name: "package_term",
        policy: Policy::ColumnLww(&[group("term", &["valid_until", "frozen_from"]), RETIRED]),
        fixed: &["created_at"],
        topic: "money",
    },
    Table {
        name: "stock_movement",
        policy: Policy::AppendOnly,
        fixed: &[
            "product_id",
            "kind",
            "business_day",
            "at",
            "actor",
            "quantity_milli",
            "cost_minor",
            "item_id",
            "note",
            "reverses",
        ],
        topic: "products",
    },
    facts(
        "item_sale",
        &[
            "appointment_id",
            "item_id",
            "kind",
            "product_id",
            "seller_id",
            "client_id",
            "business_day",
            "quantity_milli",
            "price_minor",
            "vat_bp",
            "vat_minor",
            "cost_minor",
            "reverses",
        ],
    ),
    facts("certificate", &["code", "item_id", "client_id", "business_day", "value_minor", "valid_until"]),
    facts(
        "package",
        &["offer_id", "item_id", "client_id", "name", "services", "sessions", "value_minor", "business_day"],
    ),
    facts("package_use", &["package_id", "payment_id", "sessions", "amount_minor"]),
    facts("point_entry", &["client_id", "appointment_id", "payment_id", "kind", "points", "business_day", "at"]),
    facts("shift", &["register_id", "number", "business_day", "opened_at", "opened_by", "float_minor", "float_count"]),
    facts("shift_close", &["closed_at", "closed_by", "drawer_minor", "counted_minor", "count", "reason"]),
    facts(
        "cash_movement",
        &[
            "register_id",
            "shift_id",
            "business_day",
            "at",
            "actor",
            "category_id",
            "other_register_id",
            "amount_minor",
            "note",
            "reverses",
            "staff_id",
        ],
    ),
    facts("drawer_opening", &["register_id", "at", "actor"]),
    facts(
        "receipt",
        &[
            "kind",
            "register_id",
            "series",
            "number",
            "shift_id",
            "business_day",
            "at",
            "cashier",
            "appointment_id",
            "total_minor",
            "voids",
            "reason",
            "print",
            "refunds",
        ],
    ),
    facts(
        "payment",
        &[
            "receipt_id",
            "appointment_id",
            "method_id",
            "amount_minor",
            "tendered_minor",
            "allocation",
            "tip_minor",
            "source_id",
        ],
    ),
    facts("tip", &["receipt_id", "appointment_id", "staff_id", "amount_minor"]),
    facts(
        "sale_line",
        &[
            "appointment_id",
            "line_id",
            "service_id",
            "staff_id",
            "client_id",
            "business_day",
            "list_price_minor",
            "price_minor",
            "vat_bp",
            "vat_minor",
            "reverses",
        ],
    ),
    facts(
        "ledger_transaction",
        &["kind", "at", "business_day", "register_id", "shift_id", "appointment_id", "receipt_id", "reverses"],
    ),
    facts("ledger_entry", &["transaction_id", "account", "owner", "amount_minor"]),
    facts(
        "fiscal_document",
        &[
            "kind",
            "register_id",
            "receipt_id",
            "device",
            "number",
            "sign",
            "storage",
            "registration",
            "shift_number",
            "total_minor",
            "at",
            "qr",
            "url",
        ],
    ),
    Table {
        name: "commission_rule",
        policy: Policy::ColumnLww(&[
            group("for_whom", &["staff_id", "role"]),
            group("for_what", &["service_id", "category_id"]),
            // A kind with the rate of another one is something that nobody meant.
            group("pay", &["kind", "rate_bp", "fixed_minor", "tiers", "tier_way", "base", "less_materials"]),
            group("from_day", &["from_day"]),
            RETIRED,
        ]),
        fixed: &["created_at"],
        topic: "payroll",
    },
    Table {
        name: "pay_rate",
        policy: Policy::ColumnLww(&[group("rate", &["kind", "amount_minor"]), RETIRED]),
        fixed: &["staff_id", "from_day", "created_at"],
        topic: "payroll",
    },
    Table {
        name: "assistant",
        policy: Policy::ColumnLww(&[group("share", &["share_bp"]), RETIRED]),
        fixed: &["line_id", "staff_id", "created_at"],
        topic: "payroll",
    },
    pay_facts(
        "commission",
        &[
            "entry",
            "appointment_id",
            "line_id",
            "staff_id",
            "main_staff_id",
            "business_day",
            "origin_day",
            "at",
            "base_minor",
            "amount_minor",
            "rule_id",
            "tier_month",
            "formula",
            "pay_run_id",
        ],
    ),
    pay_facts("pay_run", &["from_day", "to_day", "business_day", "at", "actor", "note"]),
    pay_facts(
        "pay_slip",
        &[
            "pay_run_id",
            "staff_id",
            "commission_minor",
            "time_minor",
            "bonus_minor",
            "deduction_minor",
            "tips_minor",
            "carried_minor",
            "due_minor",
            "lines",
        ],
    ),
    pay_facts("pay_run_cancel", &["pay_run_id", "business_day", "at", "actor", "reason"]),
    pay_facts(
        "staff_payment",
        &[
            "kind",
            "staff_id",
            "pay_run_id",
            "method_id",
            "amount_minor",
            "business_day",
            "at",
            "actor",
            "note",
            "reverses",
        ],
    ),
];

/// Groups that are written whole over an aggregate: where one row's group is written, the
/// operation carries that group of every row of the aggregate.
pub const AGGREGATES: &[Aggregate] =
    &[Aggregate { group: "schedule", parent: "appointment", child: "appointment_service", key: "appointment_id" }];

const fn pay_facts(name: &'static str, fixed: &'static [&'static str]) -> Table {
    Table { name, policy: Policy::AppendOnly, fixed, topic: "payroll" }
}

const fn facts(name: &'static str, fixed: &'static [&'static str]) -> Table {
    Table { name, policy: Policy::AppendOnly, fixed, topic: "money" }
}

impl Table {
    /// The table of that name, where it is synced.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// Its merge groups; none for facts.
    #[must_use]
    pub const fn groups(&self) -> &'static [Group] {
        match self.policy {
            Policy::AppendOnly => &[],
            Policy::ColumnLww(groups) => groups,
        }
    }

    /// Every column but the id: the fixed ones, then the groups'.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.fixed.iter().chain(self.groups().iter().flat_map(|group| group.columns)).copied()
    }

    /// Whether rows are facts.
    #[must_use]
    pub const fn is_append_only(&self) -> bool {
        matches!(self.policy, Policy::AppendOnly)
    }
}

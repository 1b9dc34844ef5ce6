//! Services and the price list.

use adelante_base::{Money, ServiceCategoryId, ServiceId};

use crate::{Language, ServiceResource, TaxCode};

crate::dto! {
    /// What can be written of a service.
    pub struct ServiceFields {
        /// Category by name; made where there is none of that name. ≤ 100.
        pub category: String,
        /// Name, 1–200.
        pub name: String,
        /// The client's whole time, 5–1440 minutes; waiting and finishing are parts of it.
        pub duration_min: u16,
        /// Of it the client waits (a dye works) and the staff member can take another, minutes.
        #[serde(default)]
        pub processing_min: u16,
        /// Of it hands on again after the waiting, minutes.
        #[serde(default)]
        pub finishing_min: u16,
        /// Clean-up after the client has gone, minutes, 0–240.
        #[serde(default)]
        pub transition_min: u16,
        /// Rooms and equipment it needs, 0–5.
        #[serde(default)]
        pub resources: Vec<ServiceResource>,
        /// Price, ≥ 0.
        pub price_minor: Money,
        /// Colour index 0–11.
        #[serde(default)]
        pub colour: u8,
        /// Its tax; none: the salon's.
        #[serde(default)]
        pub tax_code: Option<TaxCode>,
    }

    /// A service.
    pub struct Service {
        /// Which.
        pub service_id: ServiceId,
        /// Its category.
        pub category_id: ServiceCategoryId,
        /// The fields.
        pub service: ServiceFields,
        /// No longer offered.
        pub retired: bool,
    }

    /// Asks for the price list.
    pub struct ListServices {
        /// Include those no longer offered.
        #[serde(default)]
        pub retired: bool,
    }

    /// The price list, by category and name.
    pub struct ServiceList {
        /// The services.
        pub services: Vec<Service>,
    }

    /// Adds services to the price list.
    pub struct CreateServices {
        /// 1–200 of them.
        pub services: Vec<ServiceFields>,
    }

    /// The new services, in the order given.
    pub struct ServicesCreated {
        /// Their ids.
        pub service_ids: Vec<ServiceId>,
    }

    /// Changes a service. Booked visits keep their prices.
    pub struct UpdateService {
        /// Which.
        pub service_id: ServiceId,
        /// The whole service as it shall be.
        pub service: ServiceFields,
    }

    /// Takes a service off the price list.
    pub struct RetireService {
        /// Which.
        pub service_id: ServiceId,
    }

    /// Asks for a starter price list.
    pub struct GetStarterServices {
        /// In which language.
        pub language: Language,
        /// ISO 3166 code of the country, for the prices.
        pub country: String,
    }

    /// A starter price list (nothing is saved).
    pub struct StarterServices {
        /// The services.
        pub services: Vec<ServiceFields>,
    }
}

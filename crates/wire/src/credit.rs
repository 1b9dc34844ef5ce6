//! What a client has with the salon: gift certificates, packages, money on the balance, points.

use adelante_base::{
    AppointmentId, BillLineId, CertificateId, ClientId, Day, Money, PackageId, PackageOfferId, PaymentMethodId,
    ServiceId, StaffMemberId,
};

use crate::MethodKind;

crate::dto! {
    /// Puts a gift certificate on a bill. It is valid from the moment its bill is completed.
    pub struct AddCertificate {
        /// On which visit's bill.
        pub appointment_id: AppointmentId,
        /// Worth and price, > 0.
        pub value_minor: Money,
        /// Its code, 4–32 letters and digits; empty: made by the program.
        #[serde(default)]
        pub code: String,
        /// Last day; `None`: no end.
        #[serde(default)]
        pub valid_until: Option<Day>,
        /// Who sold it.
        #[serde(default)]
        pub seller_id: Option<StaffMemberId>,
    }

    /// Puts money for the client's balance on a bill.
    pub struct AddTopUp {
        /// On which visit's bill; it must have a client.
        pub appointment_id: AppointmentId,
        /// How much, > 0.
        pub amount_minor: Money,
    }

    /// Puts a package on a bill.
    pub struct AddPackage {
        /// On which visit's bill; it must have a client.
        pub appointment_id: AppointmentId,
        /// Which.
        pub offer_id: PackageOfferId,
        /// Who sold it.
        #[serde(default)]
        pub seller_id: Option<StaffMemberId>,
    }

    /// Writes what a package offers.
    pub struct SavePackageOffer {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub offer_id: Option<PackageOfferId>,
        /// Name, 1–120.
        pub name: String,
        /// Price of all, ≥ 0.
        pub price_minor: Money,
        /// For which services; empty: for all.
        #[serde(default)]
        pub service_ids: Vec<ServiceId>,
        /// How many sessions, 1–365. Of a membership: in each month, or 0 for as many as wanted.
        pub sessions: u16,
        /// Days it is valid after it is bought, 1–3 650; `None`: no end. Of a membership its months say it.
        #[serde(default)]
        pub valid_days: Option<u16>,
        /// Months of a membership, 1–60; `None`: a package.
        #[serde(default)]
        pub periods: Option<u16>,
    }

    /// The offer is saved.
    pub struct PackageOfferSaved {
        /// Which.
        pub offer_id: PackageOfferId,
    }

    /// Takes an offer off the list; packages that were bought stay.
    pub struct RetirePackageOffer {
        /// Which.
        pub offer_id: PackageOfferId,
    }

    /// Asks for the packages on offer.
    pub struct ListPackageOffers {}

    /// Packages on offer, by name.
    pub struct PackageOfferList {
        /// Them.
        pub offers: Vec<PackageOffer>,
    }

    /// A package on offer.
    pub struct PackageOffer {
        /// Which.
        pub offer_id: PackageOfferId,
        /// Name.
        pub name: String,
        /// Price of all.
        pub price_minor: Money,
        /// For which services; empty: for all.
        pub service_ids: Vec<ServiceId>,
        /// How many sessions; of a membership: in each month, 0 as many as wanted.
        pub sessions: u16,
        /// Days it is valid after it is bought.
        pub valid_days: Option<u16>,
        /// Months of a membership; `None`: a package.
        pub periods: Option<u16>,
    }

    /// Freezes a client's package from today on, or lets it go on: the days between are added to its end.
    pub struct FreezePackage {
        /// Which.
        pub package_id: PackageId,
        /// Frozen or not.
        pub frozen: bool,
    }

    /// Moves the end of a client's package.
    pub struct ExtendPackage {
        /// Which.
        pub package_id: PackageId,
        /// Last day; `None`: no end.
        #[serde(default)]
        pub valid_until: Option<Day>,
        /// Why, 1–200.
        pub reason: String,
    }

    /// Asks for a certificate by its code.
    pub struct FindCertificate {
        /// The code as typed or scanned; case, spaces and dashes do not matter.
        pub code: String,
    }

    /// A gift certificate.
    pub struct Certificate {
        /// Which; to name as the source of a payment.
        pub certificate_id: CertificateId,
        /// The way to pay to name with it.
        pub method_id: PaymentMethodId,
        /// Code.
        pub code: String,
        /// Worth when it was sold.
        pub value_minor: Money,
        /// What is left.
        pub left_minor: Money,
        /// What may be paid from it today: less than is left where another till has sold it and this
        /// device has not synced today.
        pub payable_minor: Money,
        /// Sold.
        pub sold_on: Day,
        /// Last day.
        pub valid_until: Option<Day>,
        /// It can be paid from today.
        pub usable: bool,
        /// Who bought it, or empty.
        pub client: String,
    }

    /// A certificate on paper: as a picture, a print or a PDF.
    pub struct PaperCertificate {
        /// Its code.
        pub code: String,
        /// Whom it is for, ≤ 80; empty: nobody is named.
        #[serde(default)]
        pub recipient: String,
        /// A wish, ≤ 200; empty: none.
        #[serde(default)]
        pub wish: String,
    }

    /// Asks for certificates.
    pub struct ListCertificates {
        /// Part of a code or of the buyer's name, or empty.
        #[serde(default)]
        pub text: String,
        /// How many, 1–500.
        pub limit: u16,
    }

    /// Certificates, latest first.
    pub struct CertificateList {
        /// Them.
        pub certificates: Vec<Certificate>,
        /// How many there are.
        pub total: u32,
        /// What is left of all of them: the salon owes it.
        pub outstanding_minor: Money,
    }

    /// Ends certificates and packages whose last day is over: what was left is the salon's.
    pub struct EndPromises {}

    /// What ended.
    pub struct PromisesEnded {
        /// How many.
        pub count: u32,
        /// What was left of them.
        pub amount_minor: Money,
    }

    /// Asks what a client has with the salon.
    pub struct GetClientCredits {
        /// Who.
        pub client_id: ClientId,
    }

    /// What a client has with the salon.
    pub struct ClientCredits {
        /// Money on the balance.
        pub balance_minor: Money,
        /// Unpaid of finished visits.
        pub debt_minor: Money,
        /// Points.
        pub points: i64,
        /// Packages, those that end first before.
        pub packages: Vec<Package>,
        /// Certificates the client has bought that are not spent, latest first; only for who takes payments.
        pub certificates: Vec<Certificate>,
    }

    /// A package of a client.
    pub struct Package {
        /// Which.
        pub package_id: PackageId,
        /// Name.
        pub name: String,
        /// Sessions bought; of a membership: in each month, 0 as many as wanted.
        pub sessions: u16,
        /// Sessions left; of a membership: of this month.
        pub left: u16,
        /// What the sessions left are worth.
        pub left_minor: Money,
        /// For which services; empty: for all.
        pub service_ids: Vec<ServiceId>,
        /// Bought.
        pub sold_on: Day,
        /// Last day.
        pub valid_until: Option<Day>,
        /// Frozen since.
        pub frozen_from: Option<Day>,
        /// A session can be taken today.
        pub usable: bool,
        /// Months of a membership; `None`: a package.
        pub periods: Option<u16>,
        /// Of a membership: the last day of its month that runs today.
        pub month_until: Option<Day>,
    }

    /// What a client can pay a bill from besides money.
    pub struct Credit {
        /// Which kind.
        pub kind: MethodKind,
        /// The way to pay to name.
        pub method_id: PaymentMethodId,
        /// Whose or which: to name with the payment.
        pub source_id: String,
        /// Name of the package, code of the certificate, or empty.
        pub name: String,
        /// How much of this bill it can pay at most; of a package: nothing, it pays lines.
        pub available_minor: Money,
        /// Of a package: sessions left, 0 where there are as many as wanted; of points: how many there are.
        pub units: i64,
        /// Of a package: which lines of the bill a session can pay.
        pub line_ids: Vec<BillLineId>,
    }
}

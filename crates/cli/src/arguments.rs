//! What can be typed.

use std::path::PathBuf;

use adelante_base::Day;
use adelante_base::vocabulary::Language;
use clap::{Args, Parser, Subcommand};

/// Adelante's engine on the command line.
#[derive(Parser)]
#[command(name = "adelante", version, about)]
pub struct Arguments {
    /// Print JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Make a demo salon: the same seed, size and date give the same salon, row for row.
    Demo(Demo),
    /// Bring data in from a file.
    #[command(subcommand)]
    Import(Import),
    /// Take data out to a file.
    #[command(subcommand)]
    Export(Export),
    /// Run any command or query of the router.
    Call(Call),
    /// List the commands with their JSON schemas.
    Commands,
    /// Write a receipt to a PDF file.
    Receipt(Receipt),
    /// Check the whole file, one line per check.
    Verify(Salon),
    /// Make a backup, checked, in the folder `backups` beside the file or where told.
    Backup(Backup),
    /// Put a backup in the place of the salon's file; the present file is kept aside.
    Restore(Restore),
    /// Serve the desk to a browser on this PC.
    Serve(Serve),
}

/// Which salon.
#[derive(Args, Clone)]
pub struct Salon {
    /// The salon's file.
    #[arg(long, value_name = "FILE")]
    pub db: PathBuf,
    /// File with the database's key; else the keychain's, else FILE.key.
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Do not ask the system's keychain: keep the key in FILE.key.
    #[arg(long)]
    pub no_keychain: bool,
}

/// A demo salon.
#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    pub salon: Salon,
    /// Chooses the names, visits and sums.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many clients.
    #[arg(long, default_value_t = 3000, value_parser = clap::value_parser!(u32).range(0..=200_000))]
    pub clients: u32,
    /// How many staff members who serve clients.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=60))]
    pub staff: u32,
    /// How many months of visits and sales.
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(0..=120))]
    pub months: u32,
    /// Only visits and sales: no waitlist, class, holidays and standing orders.
    #[arg(long)]
    pub visits_only: bool,
    /// Language of the salon: ru, uk, kk, en.
    #[arg(long, default_value = "ru")]
    pub lang: Language,
    /// Country of the salon: KZ, RU, UA …
    #[arg(long, default_value = "KZ")]
    pub country: String,
    /// The salon's today; its past ends the evening before.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Day>,
}

/// What can be brought in.
#[derive(Subcommand)]
pub enum Import {
    /// Clients from .xlsx, .xls, .ods or .csv.
    Clients(ImportClients),
}

/// An import of clients.
#[derive(Args)]
pub struct ImportClients {
    /// The spreadsheet.
    pub file: PathBuf,
    #[command(flatten)]
    pub salon: Salon,
    /// Only say what would happen.
    #[arg(long)]
    pub dry_run: bool,
}

/// What can be taken out.
#[derive(Subcommand)]
pub enum Export {
    /// Clients to .xlsx.
    Clients(ExportClients),
}

/// An export of clients.
#[derive(Args)]
pub struct ExportClients {
    /// The file to write.
    pub file: PathBuf,
    #[command(flatten)]
    pub salon: Salon,
}

/// A command of the router.
#[derive(Args)]
pub struct Call {
    /// Its name, e.g. `list_clients`.
    pub command: String,
    /// Its input as JSON; `-` reads it from stdin.
    #[arg(default_value = "{}")]
    pub input: String,
    #[command(flatten)]
    pub salon: Salon,
    /// In whose name: a staff member's id or name. Without it: the program's own, everything
    /// allowed.
    #[arg(long = "as", value_name = "USER")]
    pub user: Option<String>,
    /// For a mutation that is asked again: the id it was asked with.
    #[arg(long, value_name = "ID")]
    pub request_id: Option<String>,
}

/// A receipt.
#[derive(Args)]
pub struct Receipt {
    /// Its id, or its number such as K1-000123.
    pub id: String,
    #[command(flatten)]
    pub salon: Salon,
    /// 80mm or a4.
    #[arg(long, default_value = "80mm")]
    pub format: String,
    /// The file to write.
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
}

/// A backup.
#[derive(Args)]
pub struct Backup {
    #[command(flatten)]
    pub salon: Salon,
    /// Copy it here too.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A restore.
#[derive(Args)]
pub struct Restore {
    /// Name of a backup in the folder `backups`, or a path.
    pub backup: PathBuf,
    #[command(flatten)]
    pub salon: Salon,
    /// The printed key, where the backup comes from another PC.
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
}

/// The desk in a browser.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    pub salon: Salon,
    /// Port on 127.0.0.1; 0: any free one.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Folder of the built web UI.
    #[arg(long, value_name = "DIR")]
    pub ui: Option<PathBuf>,
}

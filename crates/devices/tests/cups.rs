//! A real print server: a private cupsd with its own folders and its own socket takes a
//! rendered page and hands it to a printer in the network (a socket of this test, spoken to
//! as receipt printers are: raw, port 9100 style).
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use adelante_base::Timestamp;
use adelante_base::vocabulary::Language;
use adelante_devices::{Job, JobState, PrintError, Printer, PrinterState, SystemPrinters};
use adelante_documents::{Format, TestPage, test_page};

const INSTALL: &str = "apt-get install cups cups-client poppler-utils";
const PATIENCE: Duration = Duration::from_secs(30);

/// A print server that ends with the test.
struct PrintServer {
    process: Child,
    folder: tempfile::TempDir,
}

impl PrintServer {
    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("adl").tempdir().unwrap();
        // Its helpers run as another user and must be able to pass through.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        for name in ["etc", "cache", "spool", "state", "tmp", "log", "out"] {
            fs::create_dir(at(name)).unwrap();
        }
        let main = format!(
            "LogLevel warn\nListen {}\nBrowsing No\nWebInterface No\nDefaultAuthType None\nPreserveJobHistory Yes\n\
             <Location />\n  Order allow,deny\n  Allow all\n</Location>\n\
             <Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n",
            at("socket")
        );
        let files = format!(
            "ServerRoot {}\nCacheDir {}\nRequestRoot {}\nStateDir {}\nTempDir {}\nAccessLog {}\nErrorLog {}\nPageLog {}\n\
             FileDevice Yes\nSandboxing relaxed\nSystemGroup root\n",
            at("etc"),
            at("cache"),
            at("spool"),
            at("state"),
            at("tmp"),
            at("log/access"),
            at("log/error"),
            at("log/page")
        );
        fs::write(at("etc/cupsd.conf"), main).unwrap();
        fs::write(at("etc/cups-files.conf"), files).unwrap();
        let process = Command::new(binary("cupsd"))
            .args(["-f", "-c", &at("etc/cupsd.conf"), "-s", &at("etc/cups-files.conf")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cupsd: {error}; {INSTALL}"));
        let server = Self { process, folder };
        server.until("it listens", || server.command("lpstat", &["-r"]).contains("scheduler is running"));
        server
    }

    fn socket(&self) -> String {
        self.path("socket").display().to_string()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Adds a queue whose printer listens at the socket that is given back.
    fn add_queue(&self, name: &str) -> TcpListener {
        let paper = TcpListener::bind("127.0.0.1:0").unwrap();
        let device = format!("socket://{}/?waiteof=false", paper.local_addr().unwrap());
        self.command("lpadmin", &["-p", name, "-E", "-v", &device, "-m", "raw"]);
        paper
    }

    fn command(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(binary(program))
            .args(["-h", &self.socket()])
            .args(arguments)
            .env("LC_ALL", "C")
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}; {INSTALL}"));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Asks again and again; each asking is a process of its own, so nothing spins.
    fn until(&self, what: &str, mut happened: impl FnMut() -> bool) {
        let start = Instant::now();
        while !happened() {
            let log = || fs::read_to_string(self.path("log/error")).unwrap_or_default();
            assert!(start.elapsed() < PATIENCE, "waited for: {what}\n{}", log());
        }
    }
}

impl Drop for PrintServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Debian keeps the server where only root's path leads.
fn binary(name: &str) -> PathBuf {
    ["/usr/sbin", "/usr/bin"]
        .map(|folder| Path::new(folder).join(name))
        .into_iter()
        .find(|path| path.exists())
        .unwrap_or_else(|| name.into())
}

/// All that the print server sends to a printer, until it hangs up.
fn arrived(paper: &TcpListener) -> Vec<u8> {
    let (send, receive) = mpsc::channel();
    let paper = paper.try_clone().unwrap();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let (mut connection, _) = paper.accept().unwrap();
        connection.read_to_end(&mut bytes).unwrap();
        send.send(bytes)
    });
    receive.recv_timeout(PATIENCE).expect("the print server sends the page")
}

fn page() -> Vec<u8> {
    let page = TestPage {
        salon: "Студия «Әсем»".into(),
        printer: "Receipt".into(),
        at_text: "K1-000123".into(),
        made_at: Timestamp::from_millis(1_795_262_645_000),
        language: Language::Ru,
    };
    test_page(&page, Format::Roll80).unwrap()
}

#[test]
fn a_page_goes_through_a_real_print_server_and_arrives_readable() {
    let server = PrintServer::start();
    let printers = SystemPrinters::at_server(&server.socket());
    assert_eq!(printers.list(), Ok(Vec::new()), "a server without printers");
    let paper = server.add_queue("Receipt");
    let _office = server.add_queue("Office");
    server.command("lpadmin", &["-d", "Receipt"]);

    let list = printers.list().unwrap();
    let names: Vec<_> = list.iter().map(|printer| (printer.name.as_str(), printer.default, printer.state)).collect();
    assert!(names.contains(&("Receipt", true, PrinterState::Idle)), "{names:?}");
    assert!(names.contains(&("Office", false, PrinterState::Idle)), "{names:?}");

    let pdf = page();
    let job = printers.print(&pdf, "Чек K1-000123", "Receipt").unwrap();
    assert!(job.0.starts_with("Receipt-"), "{job:?}");
    let arrived = arrived(&paper);
    server.until("the job has ended", || printers.state(&job) == Ok(JobState::Ended));
    assert_eq!(arrived, pdf, "what arrived is what was printed");
    let out = server.path("out/arrived.pdf");
    fs::write(&out, arrived).unwrap();
    let text = Command::new("pdftotext")
        .arg(&out)
        .arg("-")
        .output()
        .unwrap_or_else(|error| panic!("pdftotext: {error}; {INSTALL}"));
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("K1-000123") && text.contains("Студия «Әсем»"), "{text}");
}

#[test]
fn a_stopped_printer_keeps_the_job_and_says_so() {
    let server = PrintServer::start();
    let printers = SystemPrinters::at_server(&server.socket());
    let paper = server.add_queue("Receipt");
    server.command("cupsdisable", &["-r", "нет бумаги", "Receipt"]);
    assert_eq!(printers.list().unwrap()[0].state, PrinterState::Stopped);
    let job = printers.print(&page(), "K1-000124", "Receipt").unwrap();
    assert_eq!(printers.state(&job), Ok(JobState::Active));
    server.command("cupsenable", &["Receipt"]);
    assert_eq!(arrived(&paper), page(), "the job waited for the paper");
    server.until("the job has ended", || printers.state(&job) == Ok(JobState::Ended));
}

#[test]
fn a_printer_that_is_gone_and_a_server_that_is_off_are_told_apart() {
    let server = PrintServer::start();
    let printers = SystemPrinters::at_server(&server.socket());
    let _paper = server.add_queue("Receipt");
    assert_eq!(printers.print(&page(), "K1-000125", "Gone"), Err(PrintError::NoSuchPrinter));
    assert_eq!(printers.print(&page(), "K1-000125", "-o"), Err(PrintError::NoSuchPrinter));
    assert_eq!(printers.state(&Job("Receipt-999".into())), Ok(JobState::Unknown));
    let socket = server.socket();
    drop(server);
    let error = SystemPrinters::at_server(&socket).print(&page(), "K1-000125", "Receipt").unwrap_err();
    assert!(matches!(error, PrintError::Refused(_)), "{error:?}");
}

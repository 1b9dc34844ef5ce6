//! Carrying bytes to a receipt printer, bounded in time.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::PrintError;

/// The port that receipt printers listen at.
const RAW_PORT: u16 = 9100;
/// A printer in the salon's own network answers in milliseconds; one that is off, never.
const CONNECT: Duration = Duration::from_secs(3);
/// What a printer takes at once. Small, so that a slow one is not mistaken for a dead one.
const CHUNK: usize = 4_096;
/// After the last byte a printer that died says so within this.
const LINGER: Duration = Duration::from_millis(400);

/// Where a receipt printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Port {
    /// In the network: `host` or `host:port`, else port 9100.
    Network(String),
    /// A file that leads to it: `/dev/usb/lp0`, `COM3`, `\\PC\printer`.
    Device(PathBuf),
}

impl Port {
    /// Sends everything. `patience` is how long the printer may take nothing at all.
    ///
    /// # Errors
    /// [`PrintError::Unreachable`], [`PrintError::NoSuchPrinter`] (no such file),
    /// [`PrintError::Refused`] (no right to it), [`PrintError::Interrupted`], [`PrintError::Timeout`].
    pub fn send(&self, bytes: &[u8], patience: Duration) -> Result<(), PrintError> {
        match self {
            Self::Network(address) => to_network(address, bytes, patience),
            Self::Device(path) => to_device(path.clone(), bytes.to_vec(), patience),
        }
    }
}

fn to_network(address: &str, bytes: &[u8], patience: Duration) -> Result<(), PrintError> {
    let mut stream = connect(address)?;
    let set = stream.set_write_timeout(Some(patience)).and_then(|()| stream.set_read_timeout(Some(LINGER)));
    set.map_err(|error| PrintError::Unreachable(error.to_string()))?;
    for chunk in bytes.chunks(CHUNK) {
        stream.write_all(chunk).map_err(|error| broken(&error))?;
    }
    stream.flush().and_then(|()| stream.shutdown(Shutdown::Write)).map_err(|error| broken(&error))?;
    gone(&mut stream)
}

/// The bytes of a printer that has died lie in this PC's memory; the network tells a moment later.
fn gone(stream: &mut TcpStream) -> Result<(), PrintError> {
    let start = Instant::now();
    let mut answer = [0; 64];
    while start.elapsed() < LINGER {
        match stream.read(&mut answer) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) if is_silence(&error) => return Ok(()),
            Err(error) => return Err(PrintError::Interrupted(error.to_string())),
        }
    }
    Ok(())
}

fn connect(address: &str) -> Result<TcpStream, PrintError> {
    let unreachable = |error: io::Error| PrintError::Unreachable(error.to_string());
    let mut last = PrintError::Unreachable("no such host".to_owned());
    for place in places(address).map_err(unreachable)? {
        match TcpStream::connect_timeout(&place, CONNECT) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = unreachable(error),
        }
    }
    Err(last)
}

fn places(address: &str) -> io::Result<Vec<SocketAddr>> {
    let named = address.trim();
    let has_port = named
        .rsplit_once(':')
        .is_some_and(|(host, port)| port.parse::<u16>().is_ok() && (!host.contains(':') || host.ends_with(']')));
    let places =
        if has_port { named.to_socket_addrs() } else { (named.trim_matches(['[', ']']), RAW_PORT).to_socket_addrs() };
    Ok(places?.take(4).collect())
}

/// Writing to a port that nobody reads blocks for ever, so it is done aside. A printer that takes
/// nothing keeps that thread until it is switched on or unplugged.
fn to_device(path: PathBuf, bytes: Vec<u8>, patience: Duration) -> Result<(), PrintError> {
    let (tell, told) = mpsc::channel();
    let writing = thread::Builder::new().name("receipt printer".to_owned()).spawn(move || {
        let written = write_device(&path, &bytes, || {
            let _ = tell.send(None);
        });
        let _ = tell.send(Some(written));
    });
    writing.map_err(|error| PrintError::Refused(error.to_string()))?;
    loop {
        match told.recv_timeout(patience) {
            Ok(Some(written)) => return written,
            Ok(None) => {}
            Err(RecvTimeoutError::Timeout) => return Err(PrintError::Timeout),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PrintError::Interrupted("the port was lost".to_owned()));
            }
        }
    }
}

fn write_device(path: &PathBuf, bytes: &[u8], mut goes_on: impl FnMut()) -> Result<(), PrintError> {
    // Nothing is created: a file that is not there is a printer that is not there.
    let mut port = OpenOptions::new().write(true).open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintError::NoSuchPrinter,
        ErrorKind::PermissionDenied | ErrorKind::IsADirectory => PrintError::Refused(error.to_string()),
        _ => PrintError::Unreachable(error.to_string()),
    })?;
    for chunk in bytes.chunks(CHUNK) {
        port.write_all(chunk).map_err(|error| broken(&error))?;
        goes_on();
    }
    port.flush().map_err(|error| broken(&error))
}

fn broken(error: &io::Error) -> PrintError {
    if is_silence(error) { PrintError::Timeout } else { PrintError::Interrupted(error.to_string()) }
}

fn is_silence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_name_its_port_and_has_9100_otherwise() {
        let port = |address| places(address).unwrap()[0].port();
        assert_eq!([port("127.0.0.1"), port("127.0.0.1:6001"), port("[::1]:6002")], [9100, 6001, 6002]);
        assert_eq!(port("::1"), 9100);
        assert!(places("127.0.0.1:99999").is_err());
    }
}

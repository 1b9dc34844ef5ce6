//! A thread that works for the desk and ends with it.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// A program that ends waits so long for what is being done: a large salon's backup, a document that
/// a fiscal device is registering.
const LONGEST_END: Duration = Duration::from_secs(20);

/// Hands things to do to a thread. When this is dropped the thread is waited for: a program that ends
/// under it takes the libraries away that the thread still works with.
pub(crate) struct Worker<T> {
    /// `None` once there is nothing more to do.
    send: Option<Sender<T>>,
    /// Hears that the thread is through.
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl<T> Worker<T> {
    /// Starts the thread; `None` where the system gives none. It ends by itself once nobody can hand
    /// it anything.
    pub(crate) fn begin(name: &str, work: impl FnOnce(&Receiver<T>) + Send + 'static) -> Option<Self>
    where
        T: Send + 'static,
    {
        let (send, receive) = mpsc::channel();
        let (running, ended) = mpsc::channel();
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Dropped with the thread, also where it panics.
            let _running: Sender<()> = running;
            work(&receive);
        });
        Some(Self { send: Some(send), ended, thread: Some(thread.ok()?) })
    }

    /// Whether the thread took what it is handed.
    pub(crate) fn hand_on(&self, what: T) -> bool {
        self.send.as_ref().is_some_and(|send| send.send(what).is_ok())
    }

    /// Ends the thread: what it has been handed is still done, within [`LONGEST_END`]. Whether it
    /// has ended.
    pub(crate) fn end(&mut self) -> bool {
        self.send = None;
        let Some(thread) = self.thread.take() else { return true };
        // The thread itself may be the last to hold the desk.
        if thread.thread().id() == std::thread::current().id() {
            return false;
        }
        let ended = self.ended.recv_timeout(LONGEST_END) != Err(RecvTimeoutError::Timeout);
        if !ended {
            tracing::warn!(thread = thread.thread().name(), "the program ends before its thread does");
        }
        ended && thread.join().is_ok()
    }
}

impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        self.end();
    }
}

//! Who is told what is stale.

use std::sync::{Arc, PoisonError, RwLock};

use adelante_engine::Engine;
use adelante_wire::table::Event;

type Listener = Arc<dyn Fn(&Event) + Send + Sync>;

/// Everyone who wants to hear of commits: windows, browsers. They outlive the engine, which is
/// exchanged when a backup is restored or practice begins.
#[derive(Clone, Default)]
pub(crate) struct Listeners(Arc<RwLock<Vec<Listener>>>);

impl Listeners {
    /// Adds one. It must return at once and must not call the desk.
    pub(crate) fn add(&self, listener: impl Fn(&Event) + Send + Sync + 'static) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).push(Arc::new(listener));
    }

    /// Tells everyone.
    pub(crate) fn tell(&self, event: &Event) {
        for listener in self.0.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(event);
        }
    }

    /// Tells everyone that another file is open now: everything shown is stale.
    pub(crate) fn replaced(&self) {
        self.tell(&Event { kind: "replaced".to_owned(), topics: Vec::new(), done: 0, total: 0 });
    }

    /// Passes on what an engine tells.
    pub(crate) fn follow(&self, engine: &Engine) {
        let listeners = self.clone();
        engine.on_event(Box::new(move |event| listeners.tell(event)));
    }
}

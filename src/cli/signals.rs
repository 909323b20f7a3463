//! Ctrl-C and SIGTERM: the first wishes for a stop, the second stops at once.

use super::exit::Exit;
use paragraf::reader::Stop;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Which signal came, if any.
pub struct Signals {
    seen: Arc<AtomicUsize>,
}

#[cfg(unix)]
const TERMINATE: i32 = signal_hook::consts::SIGTERM;

impl Signals {
    #[cfg(unix)]
    pub fn watch(stop: &Stop) -> Signals {
        use signal_hook::{consts::SIGINT, flag};
        let seen = Arc::new(AtomicUsize::new(0));
        for (signal, exit) in [(SIGINT, Exit::Interrupted), (TERMINATE, Exit::Terminated)] {
            // In this order: the one that ends the process looks at a flag that only an earlier signal has set.
            // A system that refuses leaves the signal as it was: it then stops the run at once.
            let _ = flag::register_conditional_shutdown(signal, exit as i32, stop.flag());
            let _ = flag::register_usize(signal, Arc::clone(&seen), signal as usize);
            let _ = flag::register(signal, stop.flag());
        }
        Signals { seen }
    }

    #[cfg(not(unix))]
    pub fn watch(_: &Stop) -> Signals {
        Signals { seen: Arc::new(AtomicUsize::new(0)) }
    }

    /// What the exit code says of the signal that came.
    pub fn exit(&self) -> Option<Exit> {
        match self.seen.load(Ordering::SeqCst) {
            0 => None,
            #[cfg(unix)]
            signal if signal == TERMINATE as usize => Some(Exit::Terminated),
            _ => Some(Exit::Interrupted),
        }
    }
}

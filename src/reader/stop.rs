//! The wish to stop, shared by all who work: set once, by a signal or by who calls, and never taken back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// A wish to stop that all threads see.
#[derive(Clone, Debug)]
pub struct Stop {
    is_wanted: Arc<AtomicBool>,
    seen: Arc<OnceLock<Instant>>,
    grace: Duration,
}

impl Default for Stop {
    fn default() -> Self {
        Stop::with_grace(Duration::from_secs(10))
    }
}

impl Stop {
    /// Pages in hand may be finished for so long; then they are dropped.
    pub fn with_grace(grace: Duration) -> Self {
        Stop { is_wanted: Arc::default(), seen: Arc::default(), grace }
    }

    /// From now on a stop is wanted.
    pub fn want(&self) {
        self.is_wanted.store(true, Ordering::SeqCst);
    }

    /// Whether a stop is wanted.
    pub fn is_wanted(&self) -> bool {
        self.is_wanted.load(Ordering::SeqCst)
    }

    /// Whether what is in hand shall be dropped as well.
    pub fn is_urgent(&self) -> bool {
        self.is_wanted() && self.seen.get_or_init(Instant::now).elapsed() >= self.grace
    }

    /// For handlers of signals, which may set a flag and little else.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_wanted)
    }
}

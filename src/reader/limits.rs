//! What a worker process may use, and that it does not outlive the process that started it.

use super::ReaderSettings;

/// Sets the limits of this process. For workers: they cannot be undone.
#[cfg(unix)]
pub fn apply(settings: &ReaderSettings) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    if let Some(mib) = settings.memory_mib {
        // What is asked for beyond it is refused, and the allocator ends the process.
        let _ = setrlimit(Resource::As, limit(mib.saturating_mul(1 << 20)));
    }
    // Pages are personal data: they do not belong into a core file.
    let _ = setrlimit(Resource::Core, limit(0));
    #[cfg(target_os = "linux")]
    {
        // A worker that hangs would not notice that its pipe is closed.
        let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
    }
}

#[cfg(not(unix))]
pub fn apply(_: &ReaderSettings) {}

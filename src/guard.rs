//! Catches panics, and tells where they happened without telling what of.
//!
//! A panic's message may quote the text that was worked on, and protocols name people: only the place in
//! the source is passed on, and nothing is printed.

use crate::error::Error;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Once;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs work; where it panics, the place is returned and nothing is printed.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    install();
    DEPTH.with(|depth| depth.set(depth.get() + 1));
    let done = catch_unwind(AssertUnwindSafe(work));
    DEPTH.with(|depth| depth.set(depth.get() - 1));
    done.map_err(|panic| {
        // A payload whose destructor panics would undo what was won.
        std::mem::forget(panic);
        PLACE.with(|slot| slot.borrow_mut().take()).unwrap_or_else(|| "a place that is not known".to_owned())
    })
}

/// Runs work on an input; a panic is an error of that input.
pub fn safely<T>(work: impl FnOnce() -> crate::error::Result<T>) -> crate::error::Result<T> {
    guarded(work).unwrap_or_else(|place| Err(Error::Engine(broke_down(&place))))
}

/// What a person is told of an input on which the program panicked.
pub fn broke_down(place: &str) -> String {
    format!("the program broke down on it at {place}; please report it, with the file if you may")
}

fn install() {
    static INSTALL: Once = Once::new();
    INSTALL.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| match DEPTH.with(Cell::get) {
            0 => before(panic),
            _ => PLACE.with(|slot| *slot.borrow_mut() = Some(place(panic))),
        }));
    });
}

/// For a whole program: a panic that nothing catches is told by its place alone.
pub fn hide_messages() {
    std::panic::set_hook(Box::new(|panic| {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "paragraf: internal error at {}; please report it", place(panic));
    }));
}

fn place(panic: &PanicHookInfo) -> String {
    panic.location().map_or_else(String::new, |place| format!("{}:{}", short(place.file()), place.line()))
}

/// A source path from its crate on: the folders before it are those of the machine that built the program.
fn short(file: &str) -> &str {
    let registry = file.find("/registry/src/").and_then(|at| file[at + 14..].find('/').map(|next| at + 15 + next));
    let own = file.rfind("/src/").map(|at| at + 1);
    match (registry, own) {
        (Some(at), _) => &file[at..],
        (None, Some(at)) if file.starts_with('/') => &file[at..],
        _ => file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_told_and_the_text_is_not() {
        assert_eq!(guarded(|| 3), Ok(3));
        let place = guarded(|| panic!("Anna Berg")).unwrap_err();
        assert!(place.contains("guard.rs") && !place.contains("Anna"), "{place}");
    }

    #[test]
    fn places_lose_the_machine_that_built_them() {
        assert_eq!(short("/home/x/.cargo/registry/src/index-1a2b/hayro-0.9.0/src/lib.rs"), "hayro-0.9.0/src/lib.rs");
        assert_eq!(short("/home/x/paragraf/src/batch/run.rs"), "src/batch/run.rs");
        assert_eq!(short("src/batch/run.rs"), "src/batch/run.rs");
    }
}

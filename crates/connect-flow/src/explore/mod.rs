//! Every way a call can go.
//!
//! [`explore`] hands the interpreter every outcome each effect can have and lets every action that
//! can fail fail. What nobody can know before a call (what a caller keys in, what a function
//! replies, which attributes the contact comes with) is an unknown value: where a flow compares it,
//! both ways are walked and each remembers what it found out, so that no way contradicts itself.
//! Ways that differ in nothing that matters for what follows are walked once, which is also what
//! ends loops.
//!
//! ## Limits
//!
//! - A flow that the library does not have ends the way ([`EndKind::Elsewhere`]); a module that it
//!   does not have may go on by any of its branches and change any attribute.
//! - Errors that the language lets a flow leave out happen only where the flow has a branch for
//!   them; those that it must have happen everywhere.
//! - A loop of more than ten rounds is left after ten, and a value that grows beyond 256 characters
//!   is no longer known.
//! - An unknown value inside a longer text is compared both ways without remembering.
//! - After [`Options::most_states`] states the rest is walked by place alone.

mod choose;
mod circle;
mod live;
mod promise;
mod report;
mod state;
mod story;
mod unknown;
mod walk;
mod ways;
mod words;

pub use promise::{ParsePromiseError, Promise, parse_promises};
pub use report::{Broken, EndKind, Ending, Report};
pub use story::{Story, StoryStep};

use crate::library::Library;
use crate::run::StepError;

/// How flows are explored.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many different states are walked through before the rest is walked by place alone.
    pub most_states: usize,
    /// What must hold on every way.
    pub promises: Vec<Promise>,
}

impl Default for Options {
    /// Enough states for flows that people draw, and no promises.
    fn default() -> Self {
        Self { most_states: 20_000, promises: Vec::new() }
    }
}

/// Walks every way through a flow or module, named by ARN or id.
///
/// # Errors
///
/// [`StepError`] when the library has no such flow, or it has no first action.
pub fn explore(library: &Library, entry: &str, options: &Options) -> Result<Report, StepError> {
    walk::Walk::new(library, entry, options)?.run()
}

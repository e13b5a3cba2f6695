//! What a line is: who answers a dialled number, in which languages, when, and what they can do.
//!
//! One deployment serves many numbers, and each number has a line. People write lines as TOML, which
//! [`Line::from_toml`] reads and tells everything that is wrong with it at once; functions read them as
//! JSON. A line is plain data: it performs nothing and reads no clock.

mod business;
mod fault;
mod folder;
mod hours;
mod model;
mod people;
mod read;
mod voices;

pub use business::{
    Arm, BankRules, Directory, Experiment, Memory, PaymentMethod, Payments, Profile, Recording,
    RecordingMode, Retention,
};
pub use fault::{Fault, Place};
pub use folder::shared_numbers;
pub use hours::{Holiday, Hours, Opening};
pub use model::{Line, LineId, ParseLineIdError, Scenario, Spoken, Voice};
pub use people::{Emergency, Escalation, Queue, VoicemailBox};
pub use read::Names;

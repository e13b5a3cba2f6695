//! The Amazon Connect Flow language (version 2019-10-30): typed model, parser and interpreter.
//!
//! [`Flow::parse`] reads what the Connect console and API export. A [`Library`] holds the flows
//! and modules of a project. An [`Execution`] takes one [`Contact`] through them: every
//! [`Execution::step`] runs actions until something must be done in the world and gives it back
//! as an [`Effect`], to be answered with an [`Outcome`], together with the [`Trail`] of actions
//! left behind.
//!
//! The crate does no I/O, knows no clock and reads no randomness: a prompt is played, a function
//! invoked, an hour checked by the host. It does not judge style and does not publish flows.
//!
//! ```
//! use connect_flow::{Contact, Effect, End, Execution, Flow, FlowKind, Library, Outcome, Prompt};
//!
//! let flow = Flow::parse(
//!     r#"{ "Version": "2019-10-30", "StartAction": "greet", "Actions": [
//!          { "Identifier": "greet", "Type": "MessageParticipant",
//!            "Parameters": { "Text": "Hello $.Attributes.name." },
//!            "Transitions": { "NextAction": "bye" } },
//!          { "Identifier": "bye", "Type": "DisconnectParticipant",
//!            "Parameters": {}, "Transitions": {} } ] }"#,
//! )?;
//! let mut library = Library::new();
//! library.insert("arn:aws:connect:us-east-1:000000000000:flow", FlowKind::Flow, "hello", flow);
//!
//! let mut contact = Contact::default();
//! contact.attributes.insert("name".to_owned(), "Ann".to_owned());
//! let entry = "arn:aws:connect:us-east-1:000000000000:flow";
//! let mut call = Execution::start(&library, entry, contact)?;
//!
//! let step = call.step(&library, Outcome::Done)?;
//! assert_eq!(step.effect, Effect::Play(Prompt::Text("Hello Ann.".to_owned())));
//! let step = call.step(&library, Outcome::Done)?;
//! assert_eq!(step.effect, Effect::End(End::Disconnected));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Format
//!
//! Reading is strict where a flow cannot mean anything, and lenient where real exports deviate:
//!
//! - An action of a type that is not simulated is kept, and so are keys we do not know;
//!   [`Flow::to_json`] gives back everything that was read.
//! - `Parameters`, `Transitions`, `Errors` and `Conditions` may be absent. `NextAction` and
//!   `StartAction` may be empty or `$end`, as in drafts: the branch is not connected.
//! - A parameter that a known action needs but that is absent, empty or a placeholder such as
//!   `{{Arn}}` makes the action [`ActionKind::Faulty`]: the flow loads, the action fails when it
//!   runs. [`Flow::unfinished`] lists them.
//! - A parameter that is there and cannot be, such as a loop count of `many`, is a [`Defect`] that
//!   names the place, what was found and what was expected. So are an identifier used twice and
//!   a branch to an action that is not in the flow. [`Flow::parse`] refuses a flow with defects,
//!   [`Flow::read`] keeps them for whoever judges the flow.
//! - Numbers and booleans may be written as such instead of as text.
//!
//! ## Limits
//!
//! Those of Connect that a flow can run into are enforced: 32 KB of contact attributes, 32 KB of a
//! function's reply, 8 s for a function that the flow waits for, 5 modules inside one another,
//! 100 rounds of a loop, 6,000 characters of a prompt. [`STEP_BUDGET`] actions may run between two
//! effects.
//!
//! ## Determinism
//!
//! The same library, contact and outcomes give the same effects and trail. Chance comes from
//! [`Contact::seed`].
//!
//! ## Privacy
//!
//! A [`Contact`], an [`Outcome`] and a [`Trail`] hold what a caller said and keyed, and `Debug`
//! shows it. They live on the line that simulates a call, with callers who are made up; none of
//! them belongs in a log of real calls. [`StepError`] and [`ParseFlowError`] show nothing of it.
//!
//! ## Decisions where AWS is silent
//!
//! AWS documents neither of these, so we chose, here and nowhere else:
//!
//! 1. **An error without a branch of its own** takes the `NoMatchingError` branch. Without that
//!    one, or when the branch is not connected, the contact is stuck: [`End::Stuck`] says where and
//!    why. The same goes for an action that must go on and has no `NextAction`.
//! 2. **A value that no condition matches** takes the `NoMatchingCondition` branch, and without
//!    one `NextAction`, which the language calls the way when no error and no condition is chosen.
//! 3. **A reference to nothing** is empty text: in prompts, in attributes and in `Compare`, where
//!    it equals `""`. JSON null is nothing; other JSON is its compact text. Every such reference is
//!    a note in the [`Trail`]. A parameter that cannot be empty, such as an ARN, fails the action.
//! 4. **References in text** are replaced in prompts, attributes (names too, as AWS's own samples
//!    do), flow attributes, contact data and what bots and functions are given. Other parameters
//!    are either fixed or one whole reference. A name after a dot is ASCII letters, digits, `_` and
//!    `-`; others go in brackets. `$.['a b']` right after the `$` is a contact attribute.
//! 5. **Conditions** compare text exactly, case and all. The operand may be a reference.
//! 6. **`STRING_MAP` replies** with anything but strings in them are errors; nothing is coerced.
//!    Names may have letters, digits, `-` and `_`. A refused or failed invocation leaves
//!    `$.External` as it was. What an asynchronous one replies is not read.
//! 7. **A stored entry**: pressing only the terminator stores empty text. No input stores
//!    `Timeout`, as documented; where a telephone number is asked for it takes
//!    `InvalidPhoneNumber` instead. Numbers are checked for the length of E.164 and, in North
//!    America, for the numbering plan. An entry that Connect would encrypt is kept as entered.
//! 8. **`$.External`, `$.Lex`, `$.Metrics` and the stored entry** go along to another flow. Flow
//!    attributes and loop counters do not. A module starts with none of them, and its caller
//!    finds its own again.
//! 9. **A module's result** is the undocumented `Result` of `EndFlowModuleExecution`; the
//!    conditions of the invocation are tested on it, and without either `NextAction` follows.
//!    Outside a module the action fails.
//! 10. **`TransferToFlow` in a module** leaves the module and its callers for good.
//! 11. **Recording** keeps what `UpdateContactRecordingBehavior` does not mention, and asks nothing
//!     of the host when nothing changes.
//! 12. **The related contact** does not exist, so actions on it fail.
//! 13. **A time limit above 8 s** for a function that the flow waits for is cut to 8 s, with a
//!     note.

mod action;
mod contact;
mod digits;
mod effect;
mod flow;
mod library;
pub mod lint;
mod phone;
mod resolve;
mod run;
mod spec;
mod trail;
mod transitions;
mod value;

pub use action::{
    Action, ActionKind, Bot, CheckMetricData, ConnectParticipantWithLexBot, Fault,
    GetParticipantInput, Input, InvokeLambdaFunction, MAX_ASYNC_SECONDS, MAX_SYNC_SECONDS,
    MetricType, PhoneFormat, StoredInput, TargetQueue, UpdateContactAttributes, UpdateContactData,
    UpdateContactEventHooks, UpdateContactRecordingBehavior, UpdateContactRoutingBehavior,
    UpdateContactTextToSpeechVoice, UpdateFlowAttributes, Validation,
};
pub use contact::{
    AlternateIntent, Channel, Contact, LexResult, Metrics, QueueRef, Recording, Results, Routing,
    Sentiment, Voice,
};
pub use digits::{Collected, DigitSpec};
pub use effect::{BotRef, Effect, End, HoursRef, InvocationMode, Outcome, Prompt, ReplyShape};
pub use flow::{Defect, Flow, FlowType, FlowTypes, ParseFlowError};
pub use library::{Entry, FlowKind, Library};
pub use run::{Execution, STEP_BUDGET, StepError};
pub use spec::{Conditions, ErrorSpec, KnownFrom, Need, Spec, TABLE as SPECS};
pub use trail::{Branch, Step, Trail};
pub use transitions::{
    ConditionBranch, ErrorBranch, INPUT_TIME_LIMIT_EXCEEDED, INVALID_PHONE_NUMBER,
    NO_MATCHING_CONDITION, NO_MATCHING_ERROR, Operator, QUEUE_AT_CAPACITY, Transitions,
};
pub use value::{Field, Part, Reference, Root, Template, Tree};

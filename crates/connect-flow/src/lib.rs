//! The Amazon Connect Flow language (version 2019-10-30): typed model, parser and interpreter.
//!
//! [`Flow::parse`] reads what the Connect console and API export. A [`Library`] holds the flows
//! and modules of a project. An [`Execution`] takes one [`Contact`] through them: every
//! [`Execution::step`] runs actions until something must be done in the world and gives it back
//! as an [`Effect`], to be answered with an [`Outcome`], together with the [`Trail`] of actions
//! left behind.
//!
//! The crate does no I/O, knows no clock and reads no randomness: a prompt is played, a function
//! invoked, an hour checked by the host. [`lint`] says what Connect would refuse and
//! what a caller would suffer. Nothing here publishes flows.
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
//!   runs. [`Flow::unfinished`] lists all of them.
//! - A parameter that is there and cannot be, such as a loop count of `many`, is a [`Defect`] that
//!   names the place, what was found and what was expected. So are an identifier used twice and
//!   a branch to an action that is not in the flow. [`Flow::parse`] refuses a flow with defects,
//!   [`Flow::read`] keeps them all for whoever judges the flow: no mistake hides another, and none
//!   is told twice.
//! - Numbers and booleans may be written as such instead of as text. A whole number beyond 64 bits
//!   is written back as it was; whoever looks at it, the interpreter too, sees the nearest
//!   floating-point number. One beyond those, with more than 308 digits, is refused.
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
//! 5. **Conditions** compare text exactly, case and all. The operand may be a reference. Those that
//!    join others are `And`, `Or` and `Not`, with the others in `Operands`; AWS allows them and
//!    shows none. `Not` holds when what is inside does not.
//! 6. **`STRING_MAP` replies** with anything but strings in them are errors; nothing is coerced.
//!    Names may have letters, digits, `-` and `_`. A refused or failed invocation leaves
//!    `$.External` as it was. What an asynchronous one replies is not read.
//! 7. **A stored entry**: pressing only the terminator stores empty text. No input stores
//!    `Timeout`, as documented; where a telephone number is asked for it takes
//!    `InvalidPhoneNumber` instead. Numbers are checked for the length of E.164 and, in North
//!    America, for the numbering plan. An entry that Connect would encrypt is kept as entered.
//! 8. **`$.External`, `$.Lex`, `$.Metrics` and the stored entry** go along to another flow. Flow
//!    attributes, loop counters and what was read of data tables do not. A module starts with none
//!    of them, and its caller finds its own again. `$.Case`, `$.Customer`, `$.Email`, `$.Task`,
//!    `$.Views` and `$.Wisdom` belong to the contact and go along everywhere.
//! 9. **A module's result** is the undocumented `Result` of `EndFlowModuleExecution`; the
//!    conditions of the invocation are tested on it, and without either `NextAction` follows. Its
//!    `ResultData` are `$.Modules.ResultData` to the caller, until the next module returns.
//!    Outside a module the action fails.
//! 10. **`TransferToFlow` in a module** leaves the module and its callers for good.
//! 11. **Recording** keeps what `UpdateContactRecordingBehavior` does not mention, and asks nothing
//!     of the host when nothing changes.
//! 12. **The related contact** does not exist, so actions on it fail.
//! 13. **A time limit above 8 s** for a function that the flow waits for is cut to 8 s, with a
//!     note.
//! 14. **A flow for an event** that the library lacks, or that has no first action, is Connect's
//!     default flow, and setting it leaves a note in the [`Trail`]. Default flows play music, a
//!     beep or the queue's name and decide nothing: nothing runs for them, and the contact comes to
//!     [`Effect::WaitInQueue`], [`Effect::Talk`] or [`Effect::OnHold`] at once.
//! 15. **A flow that an event began** ends its stage, not the contact: after the customer queue
//!     flow the caller keeps waiting, after a whisper flow the next one runs, after hold flows both
//!     sides stay on hold. Only after the disconnect flow the call is over ([`End::AgentHungUp`]).
//!     One that is stuck ends the contact like any other flow, so that it is noticed.
//! 16. **While the agent holds the call** an effect of the customer hold flow and an effect of the
//!     agent hold flow come in turn, and each flow reads what its own actions returned.
//! 17. **An agent who transfers** leaves at once, and the caller goes through the transfer flow:
//!     the agent's own time with the other side, on hold with the caller, is not simulated.
//! 18. **Events of a contact** stay set for the contacts that come after it in its chain.
//! 19. **A callback** is a contact whose customer nobody has reached: until then no customer queue
//!     flow runs for it. The agent hears the agent whisper flow, then the customer is called,
//!     unless the outbound whisper flow does that by `CompleteOutboundCall`, and hears the outbound
//!     whisper flow; there is no customer whisper.
//! 20. **Services beside the call** are asked by one effect, [`Effect::Request`]. Whoever does not
//!     know what they answer takes [`Effect::default_outcome`]: services work and know nobody, so
//!     what is created is created and what is looked for is not found. What is found replaces what
//!     was found before; what is read in addition, or changed, is added to it. An error that brings
//!     nothing leaves it alone.
//! 21. **Channels**: a service that does not take the contact's channel is asked all the same, so
//!     that a host may say otherwise; its default is `ChannelMismatch` where the action has that
//!     error, and `NoMatchingError` elsewhere. `ShowView` takes every channel: the action's page
//!     says chat only, the administrator guide all. Voice ID has ended, so its default is to fail.
//! 22. **Names**: `UntagContact`, `CheckSegmentMembershipForCustomerProfile` and `TimeLimitSeconds`
//!     of `Wait`, which the service takes, rather than `UnTagContact`, `CheckSegmentMembership` and
//!     `TimeoutSeconds`, which it refuses. `UpdateRoutingCriteria` of the documents and
//!     `UpdateContactRoutingCriteria` of exports are the same.
//! 23. **Repeated messages** end with the flow when the caller no longer waits, whatever their
//!     `NextAction`, which exports copy from another branch.
//! 24. **`Wait`** lets time pass for calls too. An event that the flow does not wait for is none.
//! 25. **The queue of a transfer**: `DequeueContactAndTransferToQueue` without a queue takes the
//!     target queue. `TransferContactToQueue` has no parameters, but flows made by hand give it a
//!     `QueueId`; it counts, and so does `AgentId`.
//! 26. **Somebody outside**: without `ContinueFlowExecution` the caller does not come back, and the
//!     flow ends when they are connected. `CallFailed` and `ConnectionTimeLimitExceeded` may come
//!     either way. It rings for 30 s when a flow does not say, as the console writes.
//! 27. **A callback number** may lack the `+`. What is no telephone number, and any number of a
//!     contact that is no call, is `InvalidCallbackNumber`; whether Connect calls numbers like it
//!     is the host's to say. 0 attempts of a callback, which exports have, are one.
//! 28. **`RouteContactToAgent`** has an `AgentId`, as other actions have. AWS describes the block
//!     and not its parameters.
//! 29. **`TransferContactToAgent`** has no branch: when the agent is with somebody else, the
//!     contact is disconnected, as documented.
//! 30. **Hold** needs a contact before this one, whose participants are put on hold; without one
//!     `UpdatePreviousContactParticipantState` fails.
//! 31. **Tags**: a contact keeps 6 beside those of AWS. A name that turns out to begin with `aws:`
//!     fails the action, and so does a seventh. Taking off a tag that is not there is no failure.
//! 32. **Behaviour for another channel** in `UpdateContactRecordingAndAnalyticsBehavior` is
//!     `ChannelMismatch`. Recording the screen goes with every channel.

mod action;
mod contact;
mod digits;
mod effect;
pub mod explore;
mod flow;
mod library;
pub mod lint;
mod near;
mod phone;
mod placeholder;
mod request;
mod resolve;
mod root;
mod run;
mod spec;
mod trail;
mod transitions;
mod value;

pub use action::{
    Action, ActionKind, Address, AnalyticsBehavior, AuthenticateParticipant, Bot, CheckMetricData,
    CompleteOutboundCall, ConnectParticipantWithLexBot, CreateCallbackContact, CreateCase,
    CreateContact, CreatePersistentContactAssociation, CreateTask, EmailAddress,
    EndFlowModuleExecution, EvaluateDataTableValues, Fault, GetCase, GetParticipantInput, Input,
    InvokeLambdaFunction, KeyGroup, ListDataTableValues, MAX_ASYNC_SECONDS, MAX_SYNC_SECONDS,
    MessageParticipantIteratively, MetricType, PhoneFormat, ProfileRequest, Query,
    RenderMessageTemplate, ShowView, StartOutboundChatContact, StartOutboundEmailContact,
    StoredInput, TagContact, TargetQueue, TaskBegin, TransferParticipantToThirdParty, UntagContact,
    UpdateCase, UpdateContactAttributes, UpdateContactData, UpdateContactEventHooks,
    UpdateContactMediaProcessing, UpdateContactMediaStreamingBehavior,
    UpdateContactRecordingAndAnalyticsBehavior, UpdateContactRecordingBehavior,
    UpdateContactRoutingBehavior, UpdateContactRoutingCriteria, UpdateContactTextToSpeechVoice,
    UpdateFlowAttributes, UpdateVoiceId, UpsertDataTableValues, Validation, VoiceIdCheck, Wait,
    WrittenRow,
};
pub use contact::{
    AlternateIntent, Analytics, Channel, Contact, LexResult, Metrics, QueueRef, Recording,
    Requirement, Results, Routing, RoutingStep, Sentiment, Streaming, Voice, VoiceId,
};
pub use digits::{Collected, DigitSpec};
pub use effect::{
    Agent, BotRef, CallStatus, Callback, CallerId, Effect, End, Hold, HoursRef, InvocationMode,
    Outcome, Party, Prompt, ReplyShape, Stage, Transfer, WaitEvent,
};
pub use flow::{Defect, Flow, FlowType, FlowTypes, ParseFlowError};
pub use library::{Entry, FlowKind, Library};
pub use request::{Namespace, Reply, Request, RequestKind, Service};
pub use root::{ROOTS, Root};
pub use run::{Execution, STEP_BUDGET, StepError};
pub use spec::{Conditions, ErrorSpec, KnownFrom, Need, Spec, TABLE as SPECS};
pub use trail::{Branch, Step, Trail};
pub use transitions::{
    CALL_FAILED, CALLBACK_NUMBER_NOT_DIALABLE, CONNECTION_TIME_LIMIT_EXCEEDED, Condition,
    ConditionBranch, ErrorBranch, INPUT_TIME_LIMIT_EXCEEDED, INVALID_CALLBACK_NUMBER,
    INVALID_PHONE_NUMBER, NO_MATCHING_CONDITION, NO_MATCHING_ERROR, Operator,
    PARTICIPANT_NOT_FOUND, QUEUE_AT_CAPACITY, Transitions,
};
pub use value::{Field, Part, Reference, Template, Tree};

//! Answers each thing that a caller says: the code hook of every intent of the Lex bot.
//!
//! It loads the call, has `dialogue` decide, and stores the turn and the call's new session in one
//! transaction. It never delegates to Lex, so every answer has words of ours. An invocation that
//! repeats a finished turn gets the stored answer and writes nothing, also when two run at once.
//!
//! A store that fails or is slow costs the caller no answer: the line owns up and hands the call to
//! a person.
//!
//! ## Second opinion
//!
//! Lex gives words up that it was close to understanding. For those there is a classifier, trained
//! from the sample utterances in `infra/lex.yaml` and from utterances that are none of the line's
//! business (`data/out-of-scope`) when the function is built. With its guesses and Lex's alternatives `dialogue` decides
//! whether to take an intent, to ask "would you like to …?", or to ask the same question again.
//!
//! Each decision is one line of the log at level INFO, with the message `second opinion`:
//!
//! | field | what it is |
//! |---|---|
//! | `contact_id`, `turn` | the turn, as the table has it |
//! | `decision` | `take`, `ask`, or `reprompt`, which is a person at the third failure |
//! | `intent` | the intent taken or asked about; absent with `reprompt` |
//! | `lex_intent`, `lex_confidence` | Lex's best alternative; absent when there is none |
//! | `classifier_intent`, `classifier_confidence` | the classifier's best guess; absent for a language that the bot does not speak |
//!
//! Of a sentence that may name several things ("where is my order, and I want to return something") the
//! classifier has an opinion on each part. What it is sure of is kept for later, and offered when the
//! first thing is done; that is no decision on what was not understood, and not logged as one.
//!
//! The turn after a guess has a line with the message `guess answered`: `contact_id`, `turn`, the
//! `intent` that was guessed, and its `fate`, which is `confirmed`, `refused`, `overtaken` by another
//! wish, or `unanswered`.
//!
//! No word of the caller is in it. Who wants to know what was said looks the turn up, where callers
//! who agreed to it are written down. An intent that is asked about again and again and denied wants
//! an entry in `data/out-of-scope`; one that is confirmed wants a sample utterance.
//!
//! ## Cost of a turn
//!
//! What the caller waits for, one after the other:
//!
//! 1. The call is read, and at the same time the line of the dialled number, unless this environment
//!    read it lately. When Lex has confirmed an order number and the line is known, the order is asked
//!    for at the same time too.
//! 2. Each request of the dialogue to the business's records is performed. Many turns have none,
//!    others one or two, and no turn has more than eight; all of them together end 2 seconds before the
//!    function does. What one costs is written beside its method in `directory`.
//! 3. The turn, the call, promised texts and what is remembered of the caller are written in one
//!    transaction.
//!
//! Reading (1) and writing (3) may take 3 seconds each. When another invocation wrote the call in
//! between, all is done again, at most three times in all. However that adds up, the caller is answered
//! half a second before the function's time limit of 8 seconds.
//!
//! What is needed for the first time in an environment costs more, once: the connection to the table; the
//! classifier, which was trained when the function was built, for the first words that Lex gives up; the
//! pepper, a round trip to Secrets Manager, for the first PIN or payment link; and the API's secret, the
//! same, for the first request of a line that has an API of its own. A PIN also takes some 20 ms of a
//! whole processor to hash, of which a function with 256 MB has a seventh (AWS Lambda Developer Guide,
//! "Configure Lambda function memory": 1,769 MB have one).
//!
//! ## Codes
//!
//! | code | where | what to do |
//! |---|---|---|
//! | `intent.event-malformed` | error | Something other than Lex invokes the function, or Lex sends events of a new version. |
//! | `intent.contact-id-invalid` | log | The flow must pass the session attribute `contactId` to the bot. |
//! | `intent.store-unavailable` | log | See whether the table `TABLE_NAME` exists, is reachable and may be used. |
//! | `intent.store-slow` | log | See the table's throttling and latency. |
//! | `intent.line-unavailable` | log | See the record of the line; the number was served as one without a line. |
//! | `intent.wording-missing` | log | A message is missing or its values do not fit; `callwright words check` tells. |
//! | `directory.api-unset` | log | The line has its records behind an API: set `DIRECTORY_URL` and `DIRECTORY_SECRET_ARN`. |
//! | `directory.*` | log | See the codes of the crate `directory`: no answer from the business's records, so the caller was offered a person. |
//! | `intent.turn-contested` | log | More invocations than one kept writing the same call. Look for a bot session shared by calls. |
//!
//! Settings that are missing or wrong end the cold start, with an error that names the variable. Secrets
//! are no part of that: one that cannot be fetched is logged by the turn that needs it, whose caller is
//! offered a person, and the next turn tries again.

mod config;
mod error;
mod handle;
mod log;
mod opinion;
mod request;
mod response;
mod secret;
mod turn;
mod world;

pub use config::{ApiConfig, Config};
pub use error::IntentError;
pub use handle::handle;
pub use opinion::Classifiers;
pub use secret::fetched;
pub use world::{Invocation, World};

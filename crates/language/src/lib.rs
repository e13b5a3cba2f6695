//! Words of English and Spanish as callers speak them: numbers, dates, yes and no, refusals.
//!
//! What it does not do: it recognises no speech, knows no bot and no conversation, and says nothing.
//!
//! ## Two ways in
//!
//! [`said::Said`] is what a conversation asks for: typed values inside a sentence, yes and no,
//! choices, and whether the caller refuses what they name.
//!
//! [`values::Words`] finds values as Amazon Lex V2 has them, text by text; what AWS leaves open is
//! decided in its modules. [`text`], [`words`], [`numbers`], [`yes_no`] and [`refusal`] are what it
//! is made of.
//!
//! ## Determinism
//!
//! The same words in the same [`Setting`] come to the same. The clock is an argument.

mod detect;
mod lexicon;
mod locale;
mod named;
pub mod numbers;
pub mod refusal;
pub mod said;
mod sentence;
mod setting;
pub mod text;
pub mod values;
pub mod words;
pub mod yes_no;

pub use detect::{detect, detect_surely};
pub use locale::Language;
pub use named::{NamedLanguage, named_language};
pub use sentence::sentences;
pub use setting::{DateOrder, Setting};

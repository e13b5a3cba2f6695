//! A bot definition as the conversation needs it.

mod built_in;
pub(crate) mod condition;
mod export;
pub(crate) mod expression;
mod intent;
mod load;
mod node;
mod properties;
mod sample;
mod slot;
mod spelling;
mod step;

use std::fmt;

use serde_json::Value;

pub(crate) use self::intent::{
    BuiltIn, Confirmation, ElicitationHook, Fulfilment, Intent, IntentKind, Opening, OutputContext,
    Search, Update, Updates,
};
pub use self::node::LoadBotError;
pub(crate) use self::sample::{Element, Sample};
pub(crate) use self::slot::{
    AttemptSettings, DefaultValue, Elicitation, ListeningSettings, Prompt, Selection,
    SlotDefinition, StillWaiting, SubSlot, WaitAndContinue,
};
pub(crate) use self::step::{
    Branch, CodeHook, Conditional, Destination, IntentOverride, Messages, NextAction, NextStep,
    Onward, Response,
};

use language::Language;

use crate::classify::{self, Classifier, Example};
use crate::matching::index::Index;

/// A bot definition that can be talked to.
#[derive(Debug, Clone)]
pub struct Bot {
    name: String,
    locales: Vec<Locale>,
    warnings: Vec<Warning>,
}

impl Bot {
    /// Reads the `Properties` of an `AWS::Lex::Bot`, with all intrinsic functions resolved.
    ///
    /// # Errors
    ///
    /// [`LoadBotError`] names the path, what was found there and what was expected. Parts that are
    /// right but not executed are no errors, see [`Bot::warnings`].
    pub fn from_cloudformation(properties: &Value) -> Result<Self, LoadBotError> {
        load::from_cloudformation(properties)
    }

    /// Reads the files of a Lex V2 export: their paths in the archive, and their contents.
    ///
    /// Order does not matter. Errors and warnings name the file and the place in it, such as
    /// `Clinic/BotLocales/en_US/Intents/Book/Intent.json: slotPriorities[0].slotName`.
    ///
    /// # Errors
    ///
    /// As with [`Bot::from_cloudformation`], and when the files are no such export.
    pub fn from_export<P: AsRef<str>, C: AsRef<[u8]>>(
        files: impl IntoIterator<Item = (P, C)>,
    ) -> Result<Self, LoadBotError> {
        export::bot(files)
    }

    /// Name of the bot.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its locales, such as `en_US`, in the order of the definition.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.locales.iter().map(|it| it.id.as_str())
    }

    /// What the definition says and this crate does not execute, in the order of the definition.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Trains a classifier from the sample utterances of a locale, and from utterances that are none of
    /// its intents. Comes with the names of the intents, by their index; `None` when there is no such
    /// locale.
    ///
    /// The classifier that matches utterances has learnt from the samples alone, as Lex has.
    pub fn classifier(
        &self,
        locale: &str,
        out_of_scope: &[&str],
    ) -> Option<(Vec<&str>, Classifier)> {
        let locale = self.locale(locale)?;
        let language = Language::of(&locale.id);
        let mut examples = classify::examples(&locale.intents, language);
        examples.extend(out_of_scope.iter().map(|it| Example::out_of_scope(it, language)));
        let names = locale.intents.iter().map(|it| it.name.as_str()).collect();
        Some((names, Classifier::train(language, locale.intents.len(), &examples)))
    }

    pub(crate) fn locale(&self, id: &str) -> Option<&Locale> {
        self.locales.iter().find(|it| it.id == id)
    }
}

/// A part of a definition that is not executed, or not as Lex does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where, such as `BotLocales[0].Intents[2].KendraConfiguration`.
    pub path: String,
    /// What happens instead.
    pub note: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.note)
    }
}

/// A bot in one language.
#[derive(Debug, Clone)]
pub(crate) struct Locale {
    pub(crate) id: String,
    /// Least confidence of an intent that is not the fallback.
    pub(crate) threshold: f64,
    pub(crate) intents: Vec<Intent>,
    /// Tells `intents` apart, by their indices.
    pub(crate) classifier: Classifier,
    /// The words of `intents`, by their indices.
    pub(crate) index: Index,
    /// The fallback intent, which has no sample utterances; it is not among `intents`.
    pub(crate) fallback: Intent,
}

impl Locale {
    /// Finds an intent by name, the fallback included.
    pub(crate) fn intent(&self, name: &str) -> Option<&Intent> {
        self.intents.iter().chain([&self.fallback]).find(|it| it.name == name)
    }
}

//! One file of a bot's source.
//!
//! ```yaml
//! slot-types:
//!   ServiceType:
//!     description: What does not work.
//!     # Either values, or `extends: AMAZON.AlphaNumeric` with a `pattern`.
//!     values:
//!       internet: { en_US: [internet, wifi], es_US: [internet, el wifi] }
//! slots:
//!   Service:
//!     type: ServiceType # or a built-in type, such as AMAZON.Date
//!     description: What does not work.
//!     question: ask-service # a message of the wording; or `prompt`, one to three texts a locale
//!     obfuscated: false
//! intents:
//!   ReportProblem:
//!     description: Something does not work.
//!     slots: [Service] # of any file, in the order in which Lex asks for them
//!     utterances:
//!       en_US: [my internet is down, "{Service} does not work"]
//!       es_US: [no tengo internet]
//! # Once in all files: what the bot asks by itself to confirm an intent.
//! confirmation: { en_US: [Is that right?], es_US: [¿Es correcto?] }
//! ```

use std::path::Path;

use serde_json::Value;

use super::LOCALES;
use super::error::{BotError, Spot};
use super::node::{Node, listed, missing};

/// What one file has.
#[derive(Default)]
pub(super) struct Source {
    pub(super) slot_types: Vec<SlotType>,
    pub(super) slots: Vec<Slot>,
    pub(super) intents: Vec<Intent>,
    pub(super) confirmation: Option<(Spot, PerLocale<Vec<String>>)>,
}

/// Something for each of [`LOCALES`], in their order.
pub(super) type PerLocale<T> = [T; LOCALES.len()];

pub(super) struct SlotType {
    pub(super) name: String,
    pub(super) spot: Spot,
    pub(super) description: String,
    pub(super) kind: SlotTypeKind,
}

pub(super) enum SlotTypeKind {
    /// Values with what callers say for them.
    Values(Vec<SlotValue>),
    /// A built-in type whose values match a pattern.
    Pattern { extends: String, pattern: String },
}

pub(super) struct SlotValue {
    pub(super) name: String,
    pub(super) spot: Spot,
    pub(super) said: PerLocale<Vec<(String, Spot)>>,
}

pub(super) struct Slot {
    pub(super) name: String,
    pub(super) spot: Spot,
    /// Its slot type, and where that is named.
    pub(super) kind: (String, Spot),
    pub(super) description: String,
    pub(super) obfuscated: bool,
    pub(super) prompt: Prompt,
}

/// What the bot asks by itself for a slot.
pub(super) enum Prompt {
    /// The words of a message of the wording.
    Question(String, Spot),
    /// These words.
    Words(PerLocale<Vec<String>>),
}

pub(super) struct Intent {
    pub(super) name: String,
    pub(super) spot: Spot,
    pub(super) description: String,
    pub(super) slots: Vec<(String, Spot)>,
    pub(super) utterances: PerLocale<Vec<(String, Spot)>>,
}

/// Most texts of a prompt: the first, and one for each retry.
const MAX_TEXTS: usize = 3;

const A_DESCRIPTION: &str = "a sentence for whoever reads the bot";
const A_PROMPT: &str = "one to three texts: the first, and one for each retry";
const UTTERANCES: &str = "a list of what callers say";
const SAYINGS: &str = "a list of what callers say for it";

impl Source {
    /// Reads a file.
    pub(super) fn read(file: &Path, text: &str) -> Result<Self, BotError> {
        let spot = Spot { file: file.to_owned(), path: String::new() };
        let options = serde_saphyr::options! { strict_booleans: true };
        let value: Value = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
            BotError::NotYaml {
                spot: spot.clone(),
                problem: error.to_string().lines().next().unwrap_or_default().to_owned(),
            }
        })?;
        let root = Node { spot, value: &value };
        root.only(&["slot-types", "slots", "intents", "confirmation"])?;
        let mut source = Self::default();
        for (name, node) in entries(&root, "slot-types", "slot types by their names")? {
            source.slot_types.push(slot_type(name, &node)?);
        }
        for (name, node) in entries(&root, "slots", "slots by their names")? {
            source.slots.push(slot(name, &node)?);
        }
        for (name, node) in entries(&root, "intents", "intents by their names")? {
            source.intents.push(intent(name, &node)?);
        }
        if let Some(node) = root.get("confirmation") {
            source.confirmation = Some((node.spot.clone(), per_locale(&node, A_PROMPT, texts)?));
        }
        Ok(source)
    }
}

fn entries<'a>(
    root: &Node<'a>,
    key: &str,
    expected: &str,
) -> Result<Vec<(&'a str, Node<'a>)>, BotError> {
    root.get(key).map_or_else(|| Ok(Vec::new()), |it| it.entries(expected))
}

fn slot_type(name: &str, node: &Node<'_>) -> Result<SlotType, BotError> {
    node.only(&["description", "extends", "pattern", "values"])?;
    let description = description(node)?;
    let kind = match (node.get("extends"), node.get("values")) {
        (Some(extends), None) => SlotTypeKind::Pattern {
            extends: extends.text("a built-in slot type")?.to_owned(),
            pattern: node
                .required("pattern", "a regular expression that its values match")?
                .text("a regular expression that its values match")?
                .to_owned(),
        },
        (None, Some(values)) => {
            if let Some(pattern) = node.get("pattern") {
                return Err(pattern.unexpected("nothing beside `values`"));
            }
            let values = values.entries("values with what callers say for them")?;
            let values = values.into_iter().map(|(name, node)| slot_value(name, &node));
            SlotTypeKind::Values(values.collect::<Result<_, _>>()?)
        }
        (Some(extends), Some(_)) => return Err(extends.unexpected("nothing beside `values`")),
        (None, None) => {
            return Err(missing(node.spot.key("values"), "`values`, or `extends` with `pattern`"));
        }
    };
    Ok(SlotType { name: name.to_owned(), spot: node.spot.clone(), description, kind })
}

fn slot_value(name: &str, node: &Node<'_>) -> Result<SlotValue, BotError> {
    let said = per_locale(node, SAYINGS, |node| sayings(node, SAYINGS))?;
    Ok(SlotValue { name: name.to_owned(), spot: node.spot.clone(), said })
}

fn slot(name: &str, node: &Node<'_>) -> Result<Slot, BotError> {
    node.only(&["type", "description", "obfuscated", "question", "prompt"])?;
    let slot_type = node.required("type", "a slot type")?;
    let prompt = match (node.get("question"), node.get("prompt")) {
        (Some(question), None) => {
            let id = question.text("the name of a message, such as `ask-service`")?;
            Prompt::Question(id.to_owned(), question.spot)
        }
        (None, Some(prompt)) => Prompt::Words(per_locale(&prompt, A_PROMPT, texts)?),
        (Some(_), Some(prompt)) => return Err(prompt.unexpected("nothing beside `question`")),
        (None, None) => {
            return Err(missing(node.spot.key("question"), "a `question`, or a `prompt`"));
        }
    };
    let obfuscated = match node.get("obfuscated") {
        None => false,
        Some(node) => node.value.as_bool().ok_or_else(|| node.unexpected("`true` or `false`"))?,
    };
    Ok(Slot {
        name: name.to_owned(),
        spot: node.spot.clone(),
        kind: (slot_type.text("a slot type")?.to_owned(), slot_type.spot),
        description: description(node)?,
        obfuscated,
        prompt,
    })
}

fn intent(name: &str, node: &Node<'_>) -> Result<Intent, BotError> {
    node.only(&["description", "slots", "utterances"])?;
    let slots = match node.get("slots") {
        None => Vec::new(),
        Some(node) => sayings(&node, "a list of slots")?,
    };
    let utterances = node.required("utterances", UTTERANCES)?;
    Ok(Intent {
        name: name.to_owned(),
        spot: node.spot.clone(),
        description: description(node)?,
        slots,
        utterances: per_locale(&utterances, UTTERANCES, |node| sayings(node, UTTERANCES))?,
    })
}

fn description(node: &Node<'_>) -> Result<String, BotError> {
    let text = node.required("description", A_DESCRIPTION)?;
    Ok(text.text(A_DESCRIPTION)?.to_owned())
}

/// What each locale has, and no other.
fn per_locale<'a, T>(
    node: &Node<'a>,
    expected: &str,
    read: impl Fn(&Node<'a>) -> Result<T, BotError>,
) -> Result<PerLocale<T>, BotError> {
    let ids = LOCALES.map(|it| it.id);
    node.only(&ids)?;
    let read: Vec<T> =
        ids.iter().map(|id| read(&node.required(id, expected)?)).collect::<Result<_, _>>()?;
    read.try_into().map_err(|_read: Vec<T>| node.unexpected(listed(&ids)))
}

/// Texts of a list, each with its place.
fn sayings(node: &Node<'_>, expected: &str) -> Result<Vec<(String, Spot)>, BotError> {
    let items = node.items(expected)?.into_iter();
    items
        .map(|it| Ok((it.text("a text, in quotes if need be")?.trim().to_owned(), it.spot)))
        .collect()
}

/// One text, or a list of them.
fn texts(node: &Node<'_>) -> Result<Vec<String>, BotError> {
    if node.value.is_string() {
        return Ok(vec![node.text(A_PROMPT)?.to_owned()]);
    }
    let texts: Vec<String> = sayings(node, A_PROMPT)?.into_iter().map(|(text, _)| text).collect();
    if texts.len() > MAX_TEXTS { Err(node.unexpected(A_PROMPT)) } else { Ok(texts) }
}

//! Reads a definition.
//!
//! A definition is one document of nested properties, or an export of many files; both become a
//! [`Source`], which is read here.
//!
//! Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot`" and its property types.

mod intent;
mod limits;
mod message;
mod near;
mod prompt;
mod slot;
mod slot_type;
mod step;
#[cfg(test)]
mod tests;

use serde_json::Value;

use self::near::or_nearest;
use super::node::{LoadBotError, Node, Object};
use super::properties::{BOT, LOCALE, Unread};
use super::{Bot, Intent, IntentKind, Locale, Warning};
use crate::classify::{self, Classifier};
use crate::matching::index::Index;
use crate::matching::slot_type::SlotType;
use language::Language;

/// A definition whose parts have been found.
pub(super) struct Source<'a> {
    pub(super) bot: Object<'a>,
    pub(super) locales: Vec<LocaleSource<'a>>,
}

/// A language of a definition.
pub(super) struct LocaleSource<'a> {
    pub(super) locale: Object<'a>,
    pub(super) slot_types: Vec<Object<'a>>,
    pub(super) intents: Vec<IntentSource<'a>>,
}

/// An intent of a definition.
pub(super) struct IntentSource<'a> {
    pub(super) intent: Object<'a>,
    pub(super) slots: Vec<Object<'a>>,
}

/// Reads a bot from the properties of an `AWS::Lex::Bot`.
pub(super) fn from_cloudformation(properties: &Value) -> Result<Bot, LoadBotError> {
    let bot = Node::properties(properties).object()?;
    let mut locales = Vec::new();
    for node in bot.list("BotLocales")? {
        let locale = node.object()?;
        let mut intents = Vec::new();
        for node in locale.list("Intents")? {
            let intent = node.object()?;
            intents.push(IntentSource { slots: intent.objects("Slots")?, intent });
        }
        locales.push(LocaleSource { slot_types: locale.objects("SlotTypes")?, intents, locale });
    }
    bot_of(&Source { bot, locales })
}

/// Reads a bot whose parts have been found.
pub(super) fn bot_of(source: &Source<'_>) -> Result<Bot, LoadBotError> {
    let mut reader =
        Reader { warnings: Vec::new(), language: Language::default(), slots: Vec::new() };
    let root = &source.bot;
    let name = root.required("Name", "the name of the bot")?.text()?.to_owned();
    let mut locales: Vec<Locale> = Vec::new();
    for source in &source.locales {
        let id = source.locale.required("LocaleId", "a locale such as `en_US`")?;
        if locales.iter().any(|it| Ok(it.id.as_str()) == id.text()) {
            return Err(id.error("a locale that is not there already"));
        }
        locales.push(reader.locale(source)?);
    }
    if locales.is_empty() {
        if let Some(elsewhere) = root.get("BotFileS3Location") {
            let expected = "`BotLocales`: an export in S3 is not fetched, load the export itself";
            return Err(elsewhere.error(expected));
        }
        root.required("BotLocales", "at least one locale")?;
        return Err(root.error("BotLocales", "no locale", "at least one"));
    }
    reader.survey(root, &["Name", "BotLocales"], BOT);
    Ok(Bot { name, locales, warnings: reader.warnings })
}

/// Collects warnings on the way.
struct Reader {
    warnings: Vec<Warning>,
    /// The language of the locale that is being read.
    language: Language,
    /// The slots, and parts of slots, of the intent that is being read.
    slots: Vec<String>,
}

/// The names of a locale, and the intent that is being read.
#[derive(Clone, Copy)]
struct Scope<'a> {
    slot_types: &'a [(&'a str, SlotType)],
    /// The definitions of the slot types.
    objects: &'a [Object<'a>],
    intents: &'a [KnownIntent<'a>],
    intent: &'a KnownIntent<'a>,
    /// Whether the code hook is called where a step has no setting of its own.
    dialog_hook: bool,
}

/// An intent as others may mention it.
struct KnownIntent<'a> {
    name: &'a str,
    slots: Vec<KnownSlot<'a>>,
}

/// A slot as others may mention it.
struct KnownSlot<'a> {
    name: &'a str,
    /// Of a composite slot.
    parts: Vec<&'a str>,
}

impl KnownIntent<'_> {
    fn slot_names(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().map(|it| it.name)
    }

    /// The slots, and `slot.part` for the parts of composite ones.
    fn slots_and_parts(&self) -> impl Iterator<Item = String> {
        self.slots.iter().flat_map(|slot| {
            let parts = slot.parts.iter().map(|part| format!("{}.{part}", slot.name));
            std::iter::once(slot.name.to_owned()).chain(parts)
        })
    }
}

impl Reader {
    fn warn(&mut self, path: impl Into<String>, note: impl Into<String>) {
        self.warnings.push(Warning { path: path.into(), note: note.into() });
    }

    /// Warns of what stands in an object and is not executed.
    fn survey(&mut self, object: &Object<'_>, read: &[&str], unread: &[(&str, Unread)]) {
        for (field, node) in object.fields() {
            if read.iter().any(|it| object.is(field, it)) || object.is_bookkeeping(field) {
                continue;
            }
            match unread.iter().find(|(known, _)| object.is(field, known)) {
                Some((_, Unread::Harmless)) => {}
                Some((_, Unread::Ignored(note))) => self.warn(node.path(), *note),
                None => {
                    let known = read.iter().chain(unread.iter().map(|(name, _)| name));
                    let known = known.map(|it| object.spelt(it));
                    let note = or_nearest("unknown property, not executed", field, known);
                    self.warn(node.path(), note);
                }
            }
        }
    }

    fn locale(&mut self, source: &LocaleSource<'_>) -> Result<Locale, LoadBotError> {
        let object = &source.locale;
        let id = object.required("LocaleId", "a locale such as `en_US`")?.text()?.to_owned();
        self.language = Language::of(&id);
        if self.language == Language::Other {
            let note =
                "spoken numbers, dates, yes and no are understood in English and Spanish only";
            self.warn(object.path_of("LocaleId"), note);
        }
        let threshold =
            object.required("NluConfidenceThreshold", "a number from 0 to 1")?.number(0.0, 1.0)?;
        let slot_types = self.slot_types(&source.slot_types)?;
        let known = known_intents(&source.intents, &slot_types)?;
        let mut intents: Vec<Intent> = Vec::new();
        let mut fallback: Option<Intent> = None;
        let objects = &source.slot_types;
        for (source, own) in source.intents.iter().zip(&known) {
            let dialog_hook = match source.intent.object("DialogCodeHook")? {
                Some(hook) => hook.required("Enabled", "true or false")?.boolean()?,
                None => false,
            };
            let scope = Scope {
                slot_types: &slot_types,
                objects,
                intents: &known,
                intent: own,
                dialog_hook,
            };
            let intent = self.intent(source, scope)?;
            if intent.kind != IntentKind::Fallback {
                intents.push(intent);
            } else if fallback.replace(intent).is_some() {
                let parent = source.intent.required("ParentIntentSignature", "a parent")?;
                return Err(parent.error("another parent: there is a fallback intent already"));
            }
        }
        let Some(fallback) = fallback else {
            let expected = "one whose ParentIntentSignature is `AMAZON.FallbackIntent`";
            return Err(object.error("Intents", "no fallback intent", expected));
        };
        let all = || intents.iter().chain([&fallback]);
        // A code hook may set any context.
        if !all().any(|it| it.dialog_hook || it.fulfilment.hook) {
            let is_set =
                |name: &str| all().any(|it| it.output_contexts.iter().any(|it| it.name == name));
            for source in &source.intents {
                let names = source.intent.list("InputContexts")?;
                for node in names {
                    let name = node.object()?.required("Name", "the name of a context")?;
                    if !is_set(name.text()?) {
                        let note = "no intent sets this context: the intent is never recognised";
                        self.warn(name.path(), note);
                    }
                }
            }
        }
        let read = ["LocaleId", "NluConfidenceThreshold", "SlotTypes", "Intents"];
        self.survey(object, &read, LOCALE);
        self.limits(source, &id)?;
        let examples = classify::examples(&intents, self.language);
        let classifier = Classifier::train(self.language, intents.len(), &examples);
        let index = Index::new(&intents);
        Ok(Locale { id, threshold, intents, classifier, index, fallback })
    }
}

/// The names of all intents and their slots, each once.
fn known_intents<'a>(
    sources: &[IntentSource<'a>],
    slot_types: &'a [(&str, SlotType)],
) -> Result<Vec<KnownIntent<'a>>, LoadBotError> {
    let mut intents: Vec<KnownIntent<'_>> = Vec::new();
    for source in sources {
        let name = source.intent.required("Name", "the name of the intent")?;
        if intents.iter().any(|it| Ok(it.name) == name.text()) {
            return Err(name.error("an intent that is not there already"));
        }
        let mut slots: Vec<KnownSlot<'_>> = Vec::new();
        for slot in &source.slots {
            let name = slot.required("Name", "the name of the slot")?;
            if slots.iter().any(|it| Ok(it.name) == name.text()) {
                return Err(name.error("a slot that is not there already"));
            }
            let type_name = slot.get("SlotTypeName");
            let slot_type = slot_types
                .iter()
                .find(|(known, _)| type_name.as_ref().is_some_and(|it| it.text() == Ok(*known)));
            let parts = match slot_type {
                Some((_, SlotType::Composite(parts))) => {
                    parts.iter().map(|(name, _)| name.as_str()).collect()
                }
                _ => Vec::new(),
            };
            slots.push(KnownSlot { name: name.text()?, parts });
        }
        intents.push(KnownIntent { name: name.text()?, slots });
    }
    Ok(intents)
}

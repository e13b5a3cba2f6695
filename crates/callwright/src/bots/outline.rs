//! What a definition says, with the place of each part: locales, intents, slots, sample utterances.
//!
//! Templates and exports say the same in different spellings (`SampleUtterances` and
//! `sampleUtterances`) and shapes (lists and folders). Only what loads is outlined, so that what is
//! of another shape here is passed over.

use std::collections::BTreeMap;

use serde_json::Value;

use super::archive::{self, Files};

/// What a definition says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Outline {
    /// In the order of the definition.
    pub(crate) locales: Vec<Locale>,
}

/// A bot in one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Locale {
    /// Such as `en_US`.
    pub(crate) id: String,
    /// Where it stands.
    pub(crate) path: String,
    /// Least confidence of an intent that is not the fallback.
    pub(crate) threshold: Option<f64>,
    /// Where that stands.
    pub(crate) threshold_path: String,
    /// The fallback intent among them.
    pub(crate) intents: Vec<Intent>,
    /// The slot types of the bot's own.
    pub(crate) slot_types: Vec<SlotType>,
}

/// Something a caller may want.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Intent {
    pub(crate) name: String,
    /// Where that stands.
    pub(crate) path: String,
    /// The built-in intent that it is, such as `AMAZON.FallbackIntent`.
    pub(crate) parent: Option<String>,
    /// Whether it is recognised only while something else was talked of.
    pub(crate) needs_context: bool,
    pub(crate) samples: Vec<Sample>,
    pub(crate) slots: Vec<Slot>,
}

/// A sample utterance.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sample {
    /// As it is written.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) path: String,
}

/// A value that an intent needs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Slot {
    pub(crate) name: String,
    /// Where that stands.
    pub(crate) path: String,
    /// Where the words stand, or should, that ask for it.
    pub(crate) prompt_path: String,
    /// Name of its type.
    pub(crate) type_name: String,
    /// Whether the intent cannot go without.
    pub(crate) is_required: bool,
    /// Whether the bot has words to ask for it, or a value when nothing is said.
    pub(crate) is_asked_for: bool,
}

/// A slot type of a bot's own.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct SlotType {
    pub(crate) name: String,
    /// The type that it narrows down.
    pub(crate) parent: Option<String>,
    /// The expression that values must fit.
    pub(crate) pattern: Option<String>,
    /// The first of its values.
    pub(crate) value: Option<String>,
}

impl Locale {
    /// How many sample utterances its intents have.
    pub(crate) fn n_samples(&self) -> usize {
        self.intents.iter().map(|it| it.samples.len()).sum()
    }

    /// How many slots its intents have.
    pub(crate) fn n_slots(&self) -> usize {
        self.intents.iter().map(|it| it.slots.len()).sum()
    }
}

/// A value, and where it stands.
#[derive(Debug, Clone)]
struct Node<'a> {
    value: &'a Value,
    path: String,
    /// Whether names begin in lower case.
    is_export: bool,
}

impl<'a> Node<'a> {
    /// The field of this name, which is written as templates do: `SampleUtterances`.
    fn get(&self, name: &str) -> Node<'a> {
        let spelled = if self.is_export { lower_first(name) } else { name.to_owned() };
        let value = self.value.get(&spelled).unwrap_or(&Value::Null);
        let joint = if self.path.is_empty() || self.path.ends_with(": ") { "" } else { "." };
        Node { value, path: format!("{}{joint}{spelled}", self.path), ..*self }
    }

    fn items(&self) -> impl Iterator<Item = Node<'a>> + use<'a> {
        let Self { value, path, is_export } = self.clone();
        let items = value.as_array().into_iter().flatten().enumerate();
        items.map(move |(at, value)| Node { value, path: format!("{path}[{at}]"), is_export })
    }

    fn text(&self) -> Option<String> {
        self.value.as_str().map(str::to_owned)
    }

    fn is_empty(&self) -> bool {
        match self.value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            _ => false,
        }
    }
}

fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|it| it.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}

/// The outline of the properties of an `AWS::Lex::Bot`.
pub(crate) fn of_properties(properties: &Value) -> Outline {
    let root = Node { value: properties, path: String::new(), is_export: false };
    let locales = root.get("BotLocales").items().map(|node| {
        let intents = node.get("Intents");
        let slot_types = node.get("SlotTypes");
        Locale {
            id: node.get("LocaleId").text().unwrap_or_default(),
            intents: intents.items().map(|it| intent(&it, it.get("Slots").items())).collect(),
            slot_types: slot_types.items().map(|it| slot_type(&it)).collect(),
            ..locale(&node)
        }
    });
    Outline { locales: locales.collect() }
}

/// The outline of an export.
pub(crate) fn of_files(files: &Files) -> Outline {
    let read: BTreeMap<&str, Value> = files
        .iter()
        .filter(|(name, _)| archive::is_json(name))
        .filter_map(|(name, content)| Some((name.as_str(), parsed(content)?)))
        .collect();
    // A folder of locales lies beside `Bot.json`, in the folder of the bot if there is one.
    let locales = read.iter().filter_map(|(name, value)| {
        let folder = name.strip_suffix("BotLocale.json")?;
        let id = folder.trim_end_matches('/').rsplit('/').next()?.to_owned();
        let below = |kind: &str, file: &str| -> Vec<Node<'_>> {
            let prefix = format!("{folder}{kind}/");
            read.iter()
                .filter(|(name, _)| {
                    name.strip_prefix(prefix.as_str())
                        .and_then(|it| it.split_once('/'))
                        .is_some_and(|(_, rest)| rest == file)
                })
                .map(|(name, value)| of_file(name, value))
                .collect()
        };
        let intents = below("Intents", "Intent.json").into_iter().map(|node| {
            let folder = node.path.trim_end_matches("Intent.json: ").to_owned();
            let slots: Vec<_> = read
                .iter()
                .filter(|(name, _)| {
                    name.strip_prefix(folder.as_str())
                        .and_then(|it| it.strip_prefix("Slots/")?.split_once('/'))
                        .is_some_and(|(_, rest)| rest == "Slot.json")
                })
                .map(|(name, value)| of_file(name, value))
                .collect();
            intent(&node, slots.into_iter())
        });
        let node = of_file(name, value);
        let slot_types = below("SlotTypes", "SlotType.json");
        Some(Locale {
            id,
            intents: intents.collect(),
            slot_types: slot_types.iter().map(slot_type).collect(),
            ..locale(&node)
        })
    });
    Outline { locales: locales.collect() }
}

/// The content of a file of an export.
fn of_file<'a>(name: &str, value: &'a Value) -> Node<'a> {
    Node { value, path: format!("{name}: "), is_export: true }
}

fn parsed(content: &[u8]) -> Option<Value> {
    serde_json::from_slice(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).ok()
}

fn locale(node: &Node<'_>) -> Locale {
    let threshold = node.get("NluConfidenceThreshold");
    Locale {
        path: node.path.clone(),
        threshold: threshold.value.as_f64(),
        threshold_path: threshold.path,
        ..Locale::default()
    }
}

fn intent<'a>(node: &Node<'a>, slots: impl Iterator<Item = Node<'a>>) -> Intent {
    let samples = node.get("SampleUtterances").items().filter_map(|it| {
        let utterance = it.get("Utterance");
        Some(Sample { text: utterance.text()?, path: utterance.path })
    });
    let name = node.get("Name");
    Intent {
        name: name.text().unwrap_or_default(),
        path: name.path,
        parent: node.get("ParentIntentSignature").text().filter(|it| !it.is_empty()),
        needs_context: !node.get("InputContexts").is_empty(),
        samples: samples.collect(),
        slots: slots.map(|it| slot(&it)).collect(),
    }
}

fn slot(node: &Node<'_>) -> Slot {
    let elicitation = node.get("ValueElicitationSetting");
    let (name, prompt) = (node.get("Name"), elicitation.get("PromptSpecification"));
    let default = elicitation.get("DefaultValueSpecification").get("DefaultValueList");
    Slot {
        name: name.text().unwrap_or_default(),
        path: name.path,
        prompt_path: prompt.path.clone(),
        type_name: node.get("SlotTypeName").text().unwrap_or_default(),
        is_required: elicitation.get("SlotConstraint").value == "Required",
        is_asked_for: !prompt.get("MessageGroupsList").is_empty() || !default.is_empty(),
    }
}

fn slot_type(node: &Node<'_>) -> SlotType {
    let mut values = node.get("SlotTypeValues").items();
    SlotType {
        name: node.get("Name").text().unwrap_or_default(),
        parent: node.get("ParentSlotTypeSignature").text(),
        pattern: node.get("ValueSelectionSetting").get("RegexFilter").get("Pattern").text(),
        value: values.next().and_then(|it| it.get("SampleValue").get("Value").text()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_has_another_shape_is_passed_over() {
        for json in [
            json!(null),
            json!({ "BotLocales": "en_US" }),
            json!({ "BotLocales": [{ "Intents": { "a": 1 }, "SlotTypes": 3 }] }),
        ] {
            let outline = of_properties(&json);
            assert!(outline.locales.iter().all(|it| it.intents.is_empty()), "{json}");
        }
        let files = Files::from([("a/BotLocale.json".to_owned(), b"[".to_vec())]);
        assert_eq!(of_files(&files), Outline::default());
    }

    #[test]
    fn templates_and_exports_say_the_same() {
        let slot = json!({ "Name": "Size", "SlotTypeName": "Sizes", "ValueElicitationSetting": {
            "SlotConstraint": "Required", "PromptSpecification": { "MessageGroupsList": [] } } });
        let properties = json!({ "BotLocales": [{ "LocaleId": "en_US",
            "NluConfidenceThreshold": 0.4,
            "SlotTypes": [{ "Name": "Sizes", "SlotTypeValues": [
                { "SampleValue": { "Value": "large" } }] }],
            "Intents": [
                { "Name": "Order", "SampleUtterances": [{ "Utterance": "a {Size} one" }],
                  "InputContexts": [{ "Name": "shop" }], "Slots": [slot] },
                { "Name": "FallbackIntent", "ParentIntentSignature": "AMAZON.FallbackIntent" },
            ] }] });
        let file = |name: &str, json: Value| (name.to_owned(), json.to_string().into_bytes());
        let files = Files::from([
            file("Shop/Bot.json", json!({ "name": "Shop" })),
            file("Shop/BotLocales/en_US/BotLocale.json", json!({ "nluConfidenceThreshold": 0.4 })),
            file(
                "Shop/BotLocales/en_US/SlotTypes/Sizes/SlotType.json",
                json!({ "name": "Sizes", "slotTypeValues": [{ "sampleValue": { "value": "large" } }] }),
            ),
            file(
                "Shop/BotLocales/en_US/Intents/Order/Intent.json",
                json!({ "name": "Order", "sampleUtterances": [{ "utterance": "a {Size} one" }],
                    "inputContexts": [{ "name": "shop" }] }),
            ),
            file(
                "Shop/BotLocales/en_US/Intents/Order/Slots/Size/Slot.json",
                json!({ "name": "Size", "slotTypeName": "Sizes", "valueElicitationSetting": {
                    "slotConstraint": "Required", "promptSpecification": null } }),
            ),
            file(
                "Shop/BotLocales/en_US/Intents/FallbackIntent/Intent.json",
                json!({ "name": "FallbackIntent", "sampleUtterances": null,
                    "parentIntentSignature": "AMAZON.FallbackIntent" }),
            ),
        ]);
        let mut of_template = of_properties(&properties);
        let mut of_export = of_files(&files);
        assert_eq!(
            of_template.locales[0].intents[0].samples[0].path,
            "BotLocales[0].Intents[0].SampleUtterances[0].Utterance"
        );
        assert_eq!(
            of_export.locales[0].intents[1].samples[0].path,
            "Shop/BotLocales/en_US/Intents/Order/Intent.json: sampleUtterances[0].utterance"
        );
        for outline in [&mut of_template, &mut of_export] {
            for locale in &mut outline.locales {
                locale.path.clear();
                locale.threshold_path.clear();
                locale.intents.sort_by(|a, b| a.name.cmp(&b.name));
                for intent in &mut locale.intents {
                    intent.path.clear();
                    intent.samples.iter_mut().for_each(|it| it.path.clear());
                    for slot in &mut intent.slots {
                        slot.path.clear();
                        slot.prompt_path.clear();
                    }
                }
            }
        }
        assert_eq!(of_template, of_export);
        let order = &of_export.locales[0].intents[1];
        assert!(order.needs_context && order.slots[0].is_required && !order.slots[0].is_asked_for);
    }
}

//! Writes a definition in a template as the files of an export.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Names that exports do not just begin with a small letter.
const RENAMED: &[(&str, &str)] = &[
    ("Active", "isActive"),
    ("DTMFSpecification", "dtmfSpecification"),
    ("LocaleId", "identifier"),
    ("MessageGroups", "messageGroupsList"),
    ("SSMLMessage", "ssmlMessage"),
];

/// Fields whose fields are names of the author's, or of attempts.
const NAMES: &[&str] = &["PromptAttemptsSpecification", "SlotSpecifications"];

/// Lists that exports write as maps, with the fields of the name and the value.
const MAPS: &[(&str, &str, &str)] =
    &[("SessionAttributes", "Key", "Value"), ("Slots", "SlotName", "SlotValueOverride")];

/// The files of the export by their paths.
pub(crate) fn files(properties: &Value) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut put = |path: String, value: &Value| files.insert(path, spelt(value).to_string());
    let mut bot = properties.clone();
    let name = bot["Name"].as_str().unwrap_or("Bot").to_owned();
    let metadata =
        json!({ "SchemaVersion": "1.0", "FileFormat": "LexJson", "ResourceType": "Bot" });
    put("Manifest.json".to_owned(), &json!({ "MetaData": metadata }));
    for (at, mut locale) in taken(&mut bot, "BotLocales").into_iter().enumerate() {
        let id = locale["LocaleId"].as_str().unwrap_or("none");
        let folder = format!("{name}/BotLocales/{at}{id}");
        for (at, slot_type) in taken(&mut locale, "SlotTypes").into_iter().enumerate() {
            put(format!("{folder}/SlotTypes/{at:02}/SlotType.json"), &slot_type);
        }
        for (at, mut intent) in taken(&mut locale, "Intents").into_iter().enumerate() {
            let folder = format!("{folder}/Intents/{at:02}");
            for (at, slot) in taken(&mut intent, "Slots").into_iter().enumerate() {
                put(format!("{folder}/Slots/{at:02}/Slot.json"), &slot);
            }
            put(format!("{folder}/Intent.json"), &intent);
        }
        put(format!("{folder}/BotLocale.json"), &locale);
    }
    put(format!("{name}/Bot.json"), &bot);
    files
}

fn taken(value: &mut Value, field: &str) -> Vec<Value> {
    match value.as_object_mut().and_then(|it| it.remove(field)) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn spelt(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, it)| (small(name), field(name, it))).collect())
        }
        Value::Array(items) => items.iter().map(spelt).collect(),
        other => other.clone(),
    }
}

fn field(name: &str, value: &Value) -> Value {
    if let (true, Value::Object(fields)) = (NAMES.contains(&name), value) {
        return Value::Object(fields.iter().map(|(name, it)| (name.clone(), spelt(it))).collect());
    }
    let map = MAPS.iter().find(|(it, ..)| *it == name);
    let (Some((_, key, held)), Value::Array(items)) = (map, value) else {
        return spelt(value);
    };
    let mut fields = Map::new();
    for item in items {
        let Some(name) = item[*key].as_str() else {
            return spelt(value);
        };
        fields.insert(name.to_owned(), spelt(&item[*held]));
    }
    Value::Object(fields)
}

fn small(name: &str) -> String {
    if let Some((_, renamed)) = RENAMED.iter().find(|(it, _)| *it == name) {
        return (*renamed).to_owned();
    }
    let mut chars = name.chars();
    chars.next().map(|it| it.to_ascii_lowercase()).into_iter().chain(chars).collect()
}

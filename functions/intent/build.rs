//! Trains the classifiers of the second opinion, one for each language of the bot that is deployed.
//!
//! They learn from the sample utterances of the `AWS::Lex::Bot` in `infra/lex.yaml`, so that no sample
//! is written twice, and from `data/out-of-scope/LOCALE.txt`, which has utterances that are none of the
//! bot's intents. Training takes seconds of a small function's processor, so it is done here and the
//! function carries what came of it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use lex_bot::Bot;
use serde::Deserialize;
use serde_json::{Value, json};

/// The template, as far as it is read here.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Template {
    resources: BTreeMap<String, Resource>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Resource {
    r#type: String,
    #[serde(default)]
    properties: Properties,
}

/// Other resources than bots have none of these.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Properties {
    #[serde(default)]
    bot_locales: Vec<Value>,
}

fn main() -> Result<(), Box<dyn Error>> {
    // Asked when it runs: where it was compiled may be another clone.
    let here =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo sets no CARGO_MANIFEST_DIR")?);
    let template = here.join("../../infra/lex.yaml");
    let out_of_scope = here.join("data/out-of-scope");
    changes_with(&template);
    changes_with(&out_of_scope);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets no OUT_DIR")?);

    let text = fs::read_to_string(&template)?;
    let template: Template = serde_saphyr::from_str(&text)?;
    let bots = template.resources.into_values().filter(|it| it.r#type == "AWS::Lex::Bot");
    let locales: Vec<Value> = bots.flat_map(|it| it.properties.bot_locales).collect();
    let ids: Vec<&str> =
        locales.iter().filter_map(|it| it.get("LocaleId").and_then(Value::as_str)).collect();
    let mut known = BTreeSet::new();
    if let Some(twice) = ids.iter().find(|it| !known.insert(**it)) {
        return Err(format!(
            "`infra/lex.yaml` has the locale `{twice}` in more than one bot, and the second opinion knows \
             one bot for each: remove one, or give the other bot a code hook of its own"
        )
        .into());
    }
    if ids.is_empty() {
        return Err("`infra/lex.yaml` has no `AWS::Lex::Bot` with locales".into());
    }
    let bot = Bot::from_cloudformation(&json!({ "Name": "bot", "BotLocales": locales }))?;

    let mut data = "&[".to_owned();
    for id in ids {
        let other = fs::read_to_string(out_of_scope.join(format!("{id}.txt"))).map_err(|error| {
            format!(
                "the locale `{id}` of `infra/lex.yaml` needs `functions/intent/data/out-of-scope/{id}.txt` \
                 with utterances that are none of its intents, one a line: {error}"
            )
        })?;
        let other = other.lines().map(str::trim);
        let other: Vec<_> = other.filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        let (intents, classifier) =
            bot.classifier(id, &other).ok_or("a locale of the bot is not in the bot")?;
        let file = out.join(format!("{id}.classifier"));
        fs::write(&file, classifier.to_bytes())?;
        // As a literal of Rust, whatever the folder is called.
        let file = file.display().to_string();
        write!(
            data,
            "Locale {{ id: {id:?}, intents: &{intents:?}, classifier: include_bytes!({file:?}) }}, "
        )?;
    }
    data.push(']');
    fs::write(out.join("locales.rs"), data)?;
    Ok(())
}

fn changes_with(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

//! Writes the sample utterances of the bot that is deployed as data for the second opinion.
//!
//! They are those of every `AWS::Lex::Bot` in `infra/lex.yaml`, so that no sample is written twice.
//! `data/out-of-scope/LOCALE.txt` has utterances that are none of the bot's intents.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

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
    bot_locales: Vec<Locale>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Locale {
    locale_id: String,
    #[serde(default)]
    intents: Vec<Intent>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Intent {
    name: String,
    #[serde(default)]
    sample_utterances: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sample {
    utterance: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let template = here.join("../../infra/lex.yaml");
    let out_of_scope = here.join("data/out-of-scope");
    changes_with(&template);
    changes_with(&out_of_scope);

    let text = fs::read_to_string(&template)?;
    let template: Template = serde_saphyr::from_str(&text)?;
    let bots = template.resources.into_values().filter(|it| it.r#type == "AWS::Lex::Bot");
    let locales: Vec<Locale> = bots.flat_map(|it| it.properties.bot_locales).collect();
    let mut known = BTreeSet::new();
    if let Some(twice) = locales.iter().find(|it| !known.insert(&it.locale_id)) {
        return Err(format!(
            "`infra/lex.yaml` has the locale `{}` in more than one bot, and the second opinion knows \
             one bot for each: remove one, or give the other bot a code hook of its own",
            twice.locale_id
        )
        .into());
    }
    if locales.iter().all(|it| it.intents.iter().all(|it| it.sample_utterances.is_empty())) {
        return Err("`infra/lex.yaml` has no `AWS::Lex::Bot` with sample utterances".into());
    }

    let mut data = "&[".to_owned();
    for locale in &locales {
        write!(data, "Locale {{ id: {:?}, intents: &[", locale.locale_id)?;
        for intent in locale.intents.iter().filter(|it| !it.sample_utterances.is_empty()) {
            let samples = intent.sample_utterances.iter().map(|it| it.utterance.as_str());
            let samples: Vec<_> = samples.collect();
            write!(data, "Samples {{ intent: {:?}, utterances: &{samples:?} }}, ", intent.name)?;
        }
        let file = out_of_scope.join(format!("{}.txt", locale.locale_id));
        let other = fs::read_to_string(&file).map_err(|error| {
            format!(
                "the locale `{}` of `infra/lex.yaml` needs `functions/intent/data/out-of-scope/{}.txt` \
                 with utterances that are none of its intents, one a line: {error}",
                locale.locale_id, locale.locale_id
            )
        })?;
        let other = other.lines().map(str::trim);
        let other: Vec<_> = other.filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        write!(data, "], out_of_scope: &{other:?} }}, ")?;
    }
    data.push(']');
    let out = env::var_os("OUT_DIR").ok_or("Cargo sets no OUT_DIR")?;
    fs::write(PathBuf::from(out).join("samples.rs"), data)?;
    Ok(())
}

fn changes_with(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

//! What can be said of a bot: what is wrong with it, and whether it understands its own samples.
//!
//! Each sample utterance is tried, with a value in place of each slot. Matching is an approximation
//! of Lex (see `lex-bot`), so a sample that goes to another intent here is a warning: at best the
//! two intents are near each other.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use lex_bot::LoadBotError;
use serde::Serialize;

use super::examine::Examiner;
use super::find::Unloadable;
use super::outline::{Intent, Locale, Outline, Slot};
use super::written::Written;
use super::{Found, Spot};
use crate::check::Text;
use crate::template::TemplateError;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    /// Callers suffer, or the laptop does not do what Lex does.
    Warning,
    /// The bot cannot be executed.
    Error,
}

/// What findings are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Rule {
    /// What is there is no bot, or a wrong one.
    NotABot,
    /// Something in it is not executed, or not as Lex does.
    NotExecuted,
    /// Only an account knows a value, and a text stands in for it.
    UnknownValue,
    /// A nested template is not here, and may hold more bots.
    MissingTemplate,
    /// Two intents have the same sample utterance.
    SharedSample,
    /// A sample utterance of one intent is taken for another.
    TakenSample,
    /// A sample utterance is taken for none.
    LostSample,
    /// No sample utterance of an intent, or of a whole locale, reaches the threshold.
    OutOfReach,
    /// A slot is required, and there are no words to ask for it.
    MissingPrompt,
    /// A locale lacks an intent that another has.
    MissingIntent,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotABot => "not-a-bot",
            Self::NotExecuted => "not-executed",
            Self::UnknownValue => "unknown-value",
            Self::MissingTemplate => "missing-template",
            Self::SharedSample => "shared-sample",
            Self::TakenSample => "taken-sample",
            Self::LostSample => "lost-sample",
            Self::OutOfReach => "out-of-reach",
            Self::MissingPrompt => "missing-prompt",
            Self::MissingIntent => "missing-intent",
        })
    }
}

/// Something that is to be said of a bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: Option<String>,
    /// Where it is written; `None` for the file as a whole.
    pub(crate) spot: Option<Spot>,
}

/// A bot that was checked, or what was taken for one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Checked {
    /// The file or folder, as it is shown.
    pub(crate) path: PathBuf,
    /// Logical id in a template.
    pub(crate) id: Option<String>,
    /// In the order of what they are about: the file, the definition, its locales.
    pub(crate) findings: Vec<Finding>,
    /// What it is; `None` when it cannot be executed.
    pub(crate) bot: Option<Judged>,
}

/// A bot that can be executed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judged {
    pub(crate) name: String,
    pub(crate) locales: Vec<JudgedLocale>,
}

/// One language of a bot.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct JudgedLocale {
    pub(crate) locale: String,
    /// The fallback intent among them.
    pub(crate) intents: usize,
    pub(crate) slots: usize,
    /// Those of the bot's own.
    pub(crate) slot_types: usize,
    pub(crate) samples: usize,
    /// How many sample utterances were tried: those of intents that can always be recognised, whose
    /// slots have values that are known.
    pub(crate) tried: usize,
    /// How many of those are taken for their own intent.
    pub(crate) understood: usize,
}

/// How much was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) bots: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Tally {
    /// Counts what was found.
    pub(crate) fn of(checked: &[Checked]) -> Self {
        let count = |severity| {
            let findings = checked.iter().flat_map(|it| &it.findings);
            findings.filter(|it| it.severity == severity).count()
        };
        Self {
            bots: checked.iter().filter(|it| it.bot.is_some()).count(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

/// Judges what was found.
pub(crate) fn check(found: &Found) -> Checked {
    let mut findings = Vec::new();
    for missing in &found.missing {
        findings.push(Finding {
            help: Some("put it where the template names it, to have its bots checked".to_owned()),
            ..warning(Rule::MissingTemplate, missing.clone(), None)
        });
    }
    let written = found.written.as_ref();
    for it in &found.stand_ins {
        let spot = match written {
            Some(Written::Template(origin)) => Some(Spot {
                file: origin.file().to_owned(),
                text: origin.text().clone(),
                at: origin.mark(&it.place.path),
                path: it.place.path.clone(),
            }),
            Some(Written::Export { .. }) | None => None,
        };
        let message = format!("{}; the text `{}` stands in", it.why, it.text);
        findings.push(warning(Rule::UnknownValue, message, spot));
    }
    let bot = match &found.bot {
        Ok(bot) => {
            let spot = |path: &str| written.map(|it| it.spot(path));
            let told: Vec<_> = unasked(&found.outline).map(|(_, it)| &it.prompt_path).collect();
            // Of a slot that nobody asks for more is told below.
            for it in bot.warnings().iter().filter(|it| !told.contains(&&it.path)) {
                findings.push(warning(Rule::NotExecuted, it.note.clone(), spot(&it.path)));
            }
            for (intent, slot) in unasked(&found.outline) {
                let message = format!(
                    "slot `{}` of `{}` is required, and has neither a prompt nor a default value",
                    slot.name, intent.name
                );
                let help =
                    "give it a prompt, or leave asking to the code hook and make it optional";
                findings.push(Finding {
                    help: Some(help.to_owned()),
                    ..warning(Rule::MissingPrompt, message, spot(&slot.path))
                });
            }
            let mut locales = Vec::new();
            for locale in &found.outline.locales {
                let mut examiner = Examiner { bot, locale, spot: &spot, findings: &mut findings };
                locales.push(examiner.examine());
            }
            missing_intents(&found.outline.locales, &spot, &mut findings);
            Some(Judged { name: bot.name().to_owned(), locales })
        }
        Err(why) => {
            findings.push(refusal(why, written));
            None
        }
    };
    Checked { path: found.path.clone(), id: found.id.clone(), findings, bot }
}

pub(super) fn warning(rule: Rule, message: String, spot: Option<Spot>) -> Finding {
    Finding { rule, severity: Severity::Warning, message, help: None, spot }
}

/// Why something is no bot.
fn refusal(why: &Unloadable, written: Option<&Written>) -> Finding {
    let (message, spot) = match why {
        Unloadable::Definition(error) => {
            let LoadBotError { path, found, expected } = error;
            let message = format!("found {found}, expected {expected}");
            (message, written.map(|it| it.spot(path)))
        }
        Unloadable::Template(error) => of_template(error),
        other => (crate::chain(other), None),
    };
    Finding { rule: Rule::NotABot, severity: Severity::Error, message, help: None, spot }
}

/// What is wrong with a template, and where: the place is shown, and need not be told.
fn of_template(error: &TemplateError) -> (String, Option<Spot>) {
    let message = crate::chain(error);
    let Some(place) = error.place() else { return (message, None) };
    let told = message.strip_prefix(&format!("{place}: ")).unwrap_or(&message).to_owned();
    let text = std::fs::read_to_string(&place.file).unwrap_or_default();
    let text = Text::new(&text);
    let at = text.line(place.line);
    (told, Some(Spot { file: place.file, text, at, path: place.path }))
}

/// Every intent that one locale has and another has not.
fn missing_intents(
    locales: &[Locale],
    spot: &impl Fn(&str) -> Option<Spot>,
    findings: &mut Vec<Finding>,
) {
    for locale in locales {
        let mut missing: BTreeMap<&str, &str> = BTreeMap::new();
        for other in locales {
            for intent in other.intents.iter().filter(|it| !is_fallback(it)) {
                if locale.intents.iter().all(|it| it.name != intent.name) {
                    missing.entry(&intent.name).or_insert(&other.id);
                }
            }
        }
        for (intent, other) in missing {
            let message = format!(
                "locale `{}` has no intent `{intent}`, which `{other}` has: who asks for it there is \
                 not understood",
                locale.id
            );
            findings.push(warning(Rule::MissingIntent, message, spot(&locale.path)));
        }
    }
}

/// Slots that are required, and that the bot cannot ask for; with their intents.
fn unasked(outline: &Outline) -> impl Iterator<Item = (&Intent, &Slot)> {
    outline.locales.iter().flat_map(|it| &it.intents).flat_map(|intent| {
        let slots = intent.slots.iter().filter(|it| it.is_required && !it.is_asked_for);
        slots.map(move |slot| (intent, slot))
    })
}

fn is_fallback(intent: &Intent) -> bool {
    intent.parent.as_deref() == Some("AMAZON.FallbackIntent")
}

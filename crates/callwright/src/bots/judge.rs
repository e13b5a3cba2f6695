//! What can be said of a bot: what is wrong with it, and whether it understands its own samples.
//!
//! Each sample utterance is tried, with a value in place of each slot. Matching is an approximation
//! of Lex (see `lex-bot`), so a sample that goes to another intent here is a warning: at best the
//! two intents are near each other.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use lex_bot::{Bot, LoadBotError};
use serde::Serialize;

use super::ask::Moment;
use super::find::Unloadable;
use super::outline::{Intent, Locale, Outline, Slot};
use super::written::Written;
use super::{Found, Spot, example};
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

fn warning(rule: Rule, message: String, spot: Option<Spot>) -> Finding {
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

/// What became of a sample utterance.
struct Tried<'a> {
    intent: &'a Intent,
    confidence: Option<f64>,
}

/// Looks at one locale.
struct Examiner<'a, S> {
    bot: &'a Bot,
    locale: &'a Locale,
    spot: &'a S,
    findings: &'a mut Vec<Finding>,
}

impl<'a, S: Fn(&str) -> Option<Spot>> Examiner<'a, S> {
    fn examine(&mut self) -> JudgedLocale {
        let shared = self.shared_samples();
        let tried = self.try_samples(&shared);
        self.out_of_reach(&tried);
        let understood = tried.iter().filter(|it| it.confidence.is_some()).count();
        JudgedLocale {
            locale: self.locale.id.clone(),
            intents: self.locale.intents.len(),
            slots: self.locale.n_slots(),
            slot_types: self.locale.slot_types.len(),
            samples: self.locale.n_samples(),
            tried: tried.len(),
            understood,
        }
    }

    fn warn(&mut self, rule: Rule, path: &str, message: String, help: Option<String>) {
        let spot = (self.spot)(path);
        self.findings.push(Finding { help, ..warning(rule, message, spot) });
    }

    /// Samples that two intents have, as they are compared.
    fn shared_samples(&mut self) -> Vec<String> {
        let mut first: BTreeMap<String, &Intent> = BTreeMap::new();
        let mut shared = Vec::new();
        for intent in &self.locale.intents {
            for sample in &intent.samples {
                let folded = folded(&sample.text);
                match first.get(&folded) {
                    Some(other) if other.name != intent.name => {
                        let message = format!(
                            "\"{}\" is a sample utterance of `{}` and of `{}`",
                            sample.text, other.name, intent.name
                        );
                        let help = "keep it in the intent that callers mean by it";
                        self.warn(Rule::SharedSample, &sample.path, message, Some(help.to_owned()));
                        shared.push(folded);
                    }
                    Some(_) => {}
                    None => {
                        first.insert(folded, intent);
                    }
                }
            }
        }
        shared
    }

    /// Tries every sample that can be tried.
    fn try_samples(&mut self, shared: &[String]) -> Vec<Tried<'a>> {
        let locale = self.locale;
        let now = Moment::default();
        let mut tried = Vec::new();
        for intent in locale.intents.iter().filter(|it| !it.needs_context) {
            for sample in &intent.samples {
                let of_slot = |name: &str| {
                    let slot = intent.slots.iter().find(|it| it.name == name)?;
                    example::value(locale, &slot.type_name)
                };
                let Some(words) = example::spoken(&sample.text, of_slot) else { continue };
                if words.trim().is_empty() || shared.contains(&folded(&sample.text)) {
                    continue;
                }
                let Some(readings) = now.readings(self.bot, &locale.id, &words) else { continue };
                let own = readings.iter().find(|it| it.intent.name == intent.name);
                let own = own.and_then(|it| it.nlu_confidence);
                let best = readings.first();
                let is_own = best.is_some_and(|it| it.intent.name == intent.name);
                tried.push(Tried { intent, confidence: own.filter(|_| is_own) });
                let (Some(best), false) = (best, is_own) else { continue };
                let to = own.map_or("none".to_owned(), |it| format!("{it:.2}"));
                let (rule, message) = match best.nlu_confidence {
                    Some(confidence) => (
                        Rule::TakenSample,
                        format!(
                            "\"{words}\" of `{}` is taken for `{}`, {confidence:.2} to {to}",
                            intent.name, best.intent.name
                        ),
                    ),
                    None => (
                        Rule::LostSample,
                        format!(
                            "\"{words}\" of `{}` is not understood: its confidence is {to}",
                            intent.name
                        ),
                    ),
                };
                let spot = (self.spot)(&sample.path);
                self.findings.push(warning(rule, message, spot));
            }
        }
        tried
    }

    /// Intents, or the whole locale, that no sample leads to.
    fn out_of_reach(&mut self, tried: &[Tried<'_>]) {
        let threshold = self.locale.threshold.map_or_else(String::new, |it| format!(" {it}"));
        if !tried.is_empty() && tried.iter().all(|it| it.confidence.is_none()) {
            let message = format!(
                "no sample utterance of locale `{}` reaches the threshold{threshold}: every caller \
                 comes to the fallback intent",
                self.locale.id
            );
            let (path, help) = (&self.locale.threshold_path, "lower `NluConfidenceThreshold`");
            self.warn(Rule::OutOfReach, path, message, Some(help.to_owned()));
            return;
        }
        for intent in &self.locale.intents {
            let mut own = tried.iter().filter(|it| it.intent.name == intent.name).peekable();
            if own.peek().is_some() && own.all(|it| it.confidence.is_none()) {
                let message = format!(
                    "no sample utterance of `{}` leads to it: nobody reaches it",
                    intent.name
                );
                self.warn(Rule::OutOfReach, &intent.path, message, None);
            }
        }
    }
}

/// A sample as two are compared: what is not heard makes no difference.
fn folded(sample: &str) -> String {
    let kept = |it: char| it.is_alphanumeric() || matches!(it, '{' | '}' | '_' | '\'');
    let words: String =
        sample.to_lowercase().chars().map(|it| if kept(it) { it } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Whether a locale of a bot understands its own samples.

use std::collections::BTreeMap;

use lex_bot::Bot;

use super::ask::Moment;
use super::judge::{Finding, JudgedLocale, Rule, warning};
use super::outline::{Intent, Locale};
use super::{Spot, example};

/// What became of a sample utterance.
struct Tried<'a> {
    intent: &'a Intent,
    confidence: Option<f64>,
}

/// Looks at one locale.
pub(super) struct Examiner<'a, S> {
    pub(super) bot: &'a Bot,
    pub(super) locale: &'a Locale,
    pub(super) spot: &'a S,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl<'a, S: Fn(&str) -> Option<Spot>> Examiner<'a, S> {
    pub(super) fn examine(&mut self) -> JudgedLocale {
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

//! How far the classifier may be believed.

use super::Utterance;
use super::index::Familiar;
use crate::bot::Intent;
use language::words::{self, Plain, Weight};
use language::{Language, numbers};

/// What the log-odds of a confidence become, given how many words that mean something the intent
/// has and how many it has not.
///
/// The classifier weighs the words that it knows and can say nothing of others: from few samples it
/// learns what tells the intents apart, but not what the bot is not for. So words of the intent's
/// own speak for it, others against it, and with few samples each of its own says more.
///
/// Fitted by logistic regression to 35,280 utterances, half of them of intents that the bot did not
/// have, against 107 bots of 3 to 150 intents with 5 to 100 samples each, drawn from the training
/// and validation splits of CLINC150 (Larson et al. 2019), every size of a bot counting the same.
/// `classify/RESULTS.md` has what it brings.
const CONFIDENCE: f64 = 0.89;
const OWN: f64 = 0.84;
const OTHER: f64 = -0.39;
const SAMPLES: f64 = -0.66;
const ANYWAY: f64 = -0.13;

/// More words than this say nothing new.
const MOST_WORDS: u32 = 4;

/// The numbers of samples between which it makes a difference.
const FEWEST_SAMPLES: f64 = 5.0;
const MOST_SAMPLES: f64 = 40.0;

/// What is doubted of any confidence: the classifier has seen nothing but samples.
const DOUBT: f64 = 0.005;

/// What a wish of its own takes off that the intent does not have: "cancel my order"
/// is not about tracking it, however much else agrees.
const ANOTHER_WISH: f64 = -4.0;
/// The same for a negation of what the intent's samples do not deny.
const DENIED: f64 = -6.0;

/// What it takes off when there are words that mean something and the intent has none of them. Of
/// the intent's own utterances one in a hundred is such, of those of others half are.
const NOTHING_OWN: f64 = -2.0;

/// How likely an utterance means an intent, 0 to 1, when the classifier has this confidence.
pub(super) fn trust(
    confidence: f64,
    utterance: &Utterance<'_>,
    familiar: &Familiar<'_>,
    number: usize,
    intent: &Intent,
) -> f64 {
    let language = utterance.language();
    let values = numbers::runs(utterance.tokens(), language);
    let (mut own, mut other) = (0_u32, 0_u32);
    let (mut another_wish, mut denied) = (false, false);
    let mut before = None;
    for (at, word) in utterance.plain.iter().enumerate() {
        if word.weight == Weight::Filler || values.iter().any(|it| it.contains(&at)) {
            continue;
        }
        let is_own = familiar.is_of(at, number);
        let count = if is_own { &mut own } else { &mut other };
        *count = count.saturating_add(u32::from(word.weight.is_content()));
        if utterance.negates(at) {
            let clause = utterance.plain.iter().enumerate().skip(at);
            let clause = clause.take_while(|(_, it)| !words::joins(&it.text, language));
            let said: Vec<(&Plain, bool)> = clause
                .filter(|(_, it)| it.weight.is_content())
                .map(|(at, it)| (it, familiar.is_of(at, number)))
                .collect();
            denied |= !denies(intent, &said, language);
        } else if !is_own {
            let particle = word.weight == Weight::Particle;
            another_wish |= words::names_a_wish(word, language)
                || particle && before.is_some_and(|it| goes_with_another(it, intent));
        }
        before = Some(word);
    }
    if own == 0 && other == 0 {
        // Nothing but small words and numbers: they mean what a sample makes of them word by word.
        return 0.0;
    }
    let samples = f64::from(u32::try_from(intent.samples.len()).unwrap_or(u32::MAX));
    let confidence = confidence.clamp(DOUBT, 1.0 - DOUBT);
    let log_odds = CONFIDENCE * (confidence / (1.0 - confidence)).ln()
        + OWN * f64::from(own.min(MOST_WORDS))
        + OTHER * f64::from(other.min(MOST_WORDS))
        + SAMPLES * samples.clamp(FEWEST_SAMPLES, MOST_SAMPLES).ln()
        + ANYWAY
        + if another_wish { ANOTHER_WISH } else { 0.0 }
        + if denied { DENIED } else { 0.0 }
        + if own == 0 && other > 0 { NOTHING_OWN } else { 0.0 };
    1.0 / (1.0 + (-log_odds).exp())
}

/// Whether a sample of the intent denies what is denied here: the words that mean something, from a
/// negation to the end of its clause, and whether they are the intent's own. That callers "don't want
/// to talk to a machine" does not make it an intent for those who do not want to talk to an agent.
/// Words that the intent does not know only say more: "I can't make it to my visit, I'm in Lisbon".
fn denies(intent: &Intent, denied: &[(&Plain, bool)], language: Language) -> bool {
    intent.samples.iter().any(|sample| {
        let words: Vec<&Plain> = sample.plain().collect();
        let negates = |at: usize| {
            let text = |at: usize| words.get(at).map(|it| it.text.as_str());
            text(at).is_some_and(|it| words::negates(it, text(at.saturating_add(1)), language))
        };
        let Some(at) = (0..words.len()).find(|at| negates(*at)) else { return false };
        let rest = words.get(at.saturating_add(1)..).unwrap_or_default();
        let denies = |it: &Plain| rest.iter().any(|other| it.is(other));
        denied.iter().all(|(it, is_own)| !is_own || denies(it))
            && (denied.is_empty() || denied.iter().any(|(it, _)| denies(it)))
    })
}

/// Whether the intent has this word with a particle of its own: then another makes it another word.
/// "Hang on" is not "hang up".
fn goes_with_another(word: &Plain, intent: &Intent) -> bool {
    intent.samples.iter().any(|sample| {
        let follows = sample.plain().skip(1);
        sample
            .plain()
            .zip(follows)
            .any(|(one, next)| next.weight == Weight::Particle && one.is(word))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::bot::Bot;
    use language::Setting;

    fn bot() -> Bot {
        Bot::from_cloudformation(&json!({
            "Name": "b",
            "BotLocales": [{
                "LocaleId": "en_US",
                "NluConfidenceThreshold": 0.4,
                "Intents": [
                    {
                        "Name": "End",
                        "SampleUtterances": [
                            { "Utterance": "hang up after the order" },
                            { "Utterance": "that's it" },
                            { "Utterance": "I don't want books" },
                        ],
                    },
                    { "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" },
                ],
            }],
        }))
        .unwrap()
    }

    /// What becomes of a confidence when this is said.
    fn trusted(bot: &Bot, confidence: f64, said: &str) -> f64 {
        let locale = bot.locale("en_US").unwrap();
        let said = Utterance::new(said, &setting());
        trust(confidence, &said, &locale.index.look_up(&said), 0, &locale.intents[0])
    }

    fn setting() -> Setting {
        Setting::new("en_US", jiff::civil::date(2026, 3, 2).at(10, 0, 0, 0))
    }

    #[test]
    fn words_of_the_intent_speak_for_it() {
        let bot = bot();
        for (surer, less_sure) in [
            ("hang up the order", "the order"),
            ("the order", "the order of magazines"),
            ("the order 55421", "55421"),
            ("please hang up", "please hang on"),
            ("the order", "cancel the order"),
            ("hang up", "do not hang up"),
            ("the order", "magazines"),
            ("I don't want books", "I don't want the order"),
            ("I don't want books and hang up", "hang up and I don't want the order"),
        ] {
            let (surer_is, less_sure_is) =
                (trusted(&bot, 0.9, surer), trusted(&bot, 0.9, less_sure));
            assert!(surer_is > less_sure_is, "{surer:?} {surer_is}, {less_sure:?} {less_sure_is}");
        }
        for said in ["", "um", "55421", "five five", "that is it", "that is wrong"] {
            assert!(trusted(&bot, 1.0, said) <= 0.0, "{said:?}");
        }
    }

    proptest! {
        #[test]
        fn more_confidence_is_never_less_sure(
            one in 0.0..=1.0_f64,
            other in 0.0..=1.0_f64,
            said in "(hang|up|order|books|not|it|5| )*",
        ) {
            let bot = bot();
            let (less, more) = (one.min(other), one.max(other));
            let (less, more) = (trusted(&bot, less, &said), trusted(&bot, more, &said));
            prop_assert!(less <= more && (0.0..=1.0).contains(&less) && (0.0..=1.0).contains(&more));
        }
    }
}

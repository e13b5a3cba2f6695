//! The second opinion on what a caller said: a classifier of our own.

use std::sync::OnceLock;
use std::time::Duration;

use dialogue::{Intent, Opinion};
use lex_bot::classify::{Classifier, Example};

use crate::request::ORDER_NUMBER;

/// The sample utterances of a bot in one language.
#[derive(Debug)]
struct Locale {
    /// Such as `en_US`.
    id: &'static str,
    intents: &'static [Samples],
    /// What callers say that is none of the intents.
    out_of_scope: &'static [&'static str],
}

/// The sample utterances of an intent.
#[derive(Debug)]
struct Samples {
    intent: &'static str,
    utterances: &'static [&'static str],
}

/// What the build script read of the bot that is deployed.
const LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// Ways to say an order number.
const ORDER_NUMBERS: &[&str] = &["55421", "five five four two one"];

/// Longest that a training takes with the 256 MB of memory that the template gives the function.
///
/// 19 milliseconds of a processor, measured with a release build, at 256 of the 1,769 MB that have
/// one processor, rounded up. Source of the latter: AWS Lambda Developer Guide, "Configure Lambda
/// function memory".
pub(crate) const TRAINING: Duration = Duration::from_millis(150);

/// Classifiers for the languages of the bot.
///
/// Each is trained when it is first asked and kept as long as the function's environment lives. A
/// call in which Lex understands every word never asks.
///
/// Training blocks the turn that asks. It takes 19 milliseconds of a whole processor; a function
/// with 256 MB has a seventh of one, which makes it [`TRAINING`].
#[derive(Debug, Default)]
pub struct Classifiers([OnceLock<Classifier>; LOCALES.len()]);

impl Classifiers {
    /// What the caller's words may mean, the likeliest first; nothing for a language that the bot
    /// does not speak. `locale` is the bot's, such as `en_US`.
    pub(crate) fn opinions(&self, locale: &str, words: &str) -> Vec<Opinion> {
        let mut known = LOCALES.iter().zip(&self.0);
        let Some((locale, classifier)) = known.find(|(it, _)| it.id == locale) else {
            return Vec::new();
        };
        let guesses = classifier.get_or_init(|| trained(locale)).guess(words);
        let opinions = guesses.into_iter().filter_map(|guess| {
            let samples = locale.intents.get(guess.intent)?;
            let wish = Intent::named(samples.intent).wish()?;
            Some(Opinion { wish, confidence: guess.confidence.into() })
        });
        opinions.collect()
    }
}

fn trained(locale: &Locale) -> Classifier {
    let values = |slot: &str| if slot == ORDER_NUMBER { ORDER_NUMBERS } else { &[] };
    let numbered = locale.intents.iter().enumerate();
    let samples = numbered.flat_map(|(number, samples)| {
        samples.utterances.iter().map(move |it| Example::sample(it, number, values))
    });
    let other = locale.out_of_scope.iter().map(|it| Example::out_of_scope(it));
    Classifier::train(locale.intents.len(), &samples.chain(other).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dialogue::Wish::{self, CheckOrderStatus, Goodbye, TalkToAgent};

    use super::*;

    fn best(words: &str) -> Option<Opinion> {
        Classifiers::default().opinions("en_US", words).first().copied()
    }

    #[test]
    fn every_wish_has_samples_of_its_own() {
        for locale in LOCALES {
            let wishes: Vec<Option<Wish>> =
                locale.intents.iter().map(|it| Intent::named(it.intent).wish()).collect();
            assert_eq!(
                wishes,
                [Some(CheckOrderStatus), Some(TalkToAgent), Some(Goodbye)],
                "{}: an intent that `dialogue` does not know is never taken or asked about",
                locale.id
            );
            let samples: Vec<_> = locale.intents.iter().flat_map(|it| it.utterances).collect();
            let other: BTreeSet<_> = locale.out_of_scope.iter().collect();
            assert!(samples.len() > 200 && other.len() > 100, "{}", locale.id);
            assert!(samples.iter().all(|it| !other.contains(it)), "{}", locale.id);
        }
    }

    #[test]
    fn other_words_than_the_samples_are_understood() {
        for (words, wish) in [
            ("the parcel I ordered hasn't turned up", CheckOrderStatus),
            ("still no sign of my package", CheckOrderStatus),
            ("I hate these machines give me a person", TalkToAgent),
            ("put somebody on the phone", TalkToAgent),
            ("no I don't think so thanks", Goodbye),
            ("okay I think that is everything I wanted", Goodbye),
        ] {
            let best = best(words);
            assert!(
                best.is_some_and(|it| it.wish == wish && it.confidence > 0.2),
                "{words}: {best:?}"
            );
        }
    }

    #[test]
    fn what_the_line_cannot_do_is_not_understood() {
        for words in [
            "cancel my order",
            "I'd like to return something",
            "when do I get my money back",
            "how much is shipping",
            "what are your opening hours",
            "hello",
            "tell me a joke",
        ] {
            let best = best(words);
            assert!(best.is_none_or(|it| it.confidence < 0.1), "{words}: {best:?}");
        }
        // Above 0.1, at which a caller is asked about a wish that Lex was close to as well. It was
        // below before refusals such as "don't track my order" were learnt.
        let best = best("can I change my order");
        assert!(best.is_none_or(|it| it.confidence < 0.15), "{best:?}");
    }

    #[test]
    fn a_wish_that_is_refused_is_not_heard_as_one() {
        for words in [
            "don't get me an agent",
            "I hate these machines but don't give me a person",
            "no representative please",
            "I don't want my order tracked",
            "I am an insurance agent",
            "my agent told me to ring you",
            "don't you hang up",
            "no I'm not done",
        ] {
            let best = best(words);
            assert!(best.is_none_or(|it| it.confidence < 0.1), "{words}: {best:?}");
        }
        // Too like "I want to talk to a human" for the classifier, and `dialogue` sees to it.
        let best = best("I don't want to talk to a human");
        assert!(best.is_some_and(|it| it.wish == TalkToAgent), "{best:?}");
    }

    #[test]
    fn nothing_is_known_without_words_or_in_another_language() {
        let classifiers = Classifiers::default();
        assert_eq!(classifiers.opinions("en_US", ""), []);
        assert_eq!(classifiers.opinions("fr_CA", "track my order"), []);
        assert!(classifiers.0.iter().filter(|it| it.get().is_some()).count() <= 1);
    }
}

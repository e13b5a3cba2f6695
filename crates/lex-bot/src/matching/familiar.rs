//! How much of an utterance an intent's samples speak of at all.

use crate::bot::{Intent, Sample};
use crate::language::numbers;
use crate::language::text::Token;
use crate::language::words::{self, Weight};

/// How far the classifier may be believed that an utterance means an intent, 0 to 1.
///
/// It weighs the words that it knows and can say nothing of others. A bot has few samples and the
/// world has many wishes, so a word that means something and that no sample of the intent has
/// counts as much against it as one of its own for it. A wish of its own or a negation that the
/// intent does not have makes it something else altogether, and so does having no word that means
/// something.
pub(super) fn familiarity(tokens: &[Token], intent: &Intent) -> f64 {
    let numbers = numbers::runs(tokens);
    let (mut own, mut other) = (0.0, 0.0);
    for (at, token) in tokens.iter().enumerate() {
        let word = token.text.as_str();
        let weight = words::weight(word);
        if numbers.iter().any(|it| it.contains(&at)) {
            continue;
        }
        let is_own = match weight {
            Weight::Filler | Weight::Function => continue,
            Weight::Particle => intent.samples.iter().flat_map(Sample::words).any(|it| it == word),
            Weight::Content => intent.vocabulary.contains(words::stem(word).as_ref()),
        };
        if is_own {
            own += weight.value();
        } else if words::negates(word) || words::names_a_wish(word) {
            return 0.0;
        } else {
            other += weight.value();
        }
    }
    if own > other { (own - other) / (own + other) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::bot::Bot;
    use crate::language::text::tokens;

    #[test]
    fn only_words_of_the_intents_samples_are_familiar() {
        let bot = Bot::from_cloudformation(&json!({
            "Name": "b",
            "BotLocales": [{
                "LocaleId": "en_US",
                "NluConfidenceThreshold": 0.4,
                "Intents": [
                    { "Name": "End", "SampleUtterances": [{ "Utterance": "hang up after the order" }] },
                    { "Name": "Cats", "SampleUtterances": [{ "Utterance": "a cat" }] },
                    { "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" },
                ],
            }],
        }))
        .unwrap();
        let intent = &bot.locale("en_US").unwrap().intents[0];
        for (said, expected) in [
            ("orders", 1.0),
            ("please hang up my order", 1.0),
            ("the order 55421", 1.0),
            ("hang on", 1.0 / 3.0),
            ("the order of books", 0.0),
            ("order, hang the cat", 1.0 / 3.0),
            ("cancel the order, hang up", 0.0),
            ("do not hang up", 0.0),
            ("it is that", 0.0),
            ("55421", 0.0),
            ("", 0.0),
        ] {
            let familiarity = familiarity(&tokens(said), intent);
            assert!((familiarity - expected).abs() < 1e-9, "{said:?} {familiarity}");
        }
    }
}

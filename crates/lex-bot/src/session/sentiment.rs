//! A rough estimate of the caller's mood from single words, English and Spanish.
//!
//! Lex asks Amazon Comprehend, whose model cannot be reproduced. This tells "this is ridiculous, I
//! am furious" from "thank you so much" and no more: it counts words that are good or bad in almost
//! any call, turns those that a negation comes before, and spreads the scores over the four moods.
//! It sees neither irony nor context, and what it does not know is neutral.

use aws_events::lex::{Sentiment, SentimentResponse, SentimentScore};

/// Words and how much they weigh; what begins with one counts as it.
const BAD: &[(&str, f64)] = &[
    ("angr", 2.0),
    ("annoy", 1.5),
    ("awful", 2.0),
    ("bad", 1.0),
    ("broken", 1.0),
    ("complain", 1.0),
    ("disappoint", 1.5),
    ("disgust", 2.0),
    ("frustrat", 2.0),
    ("furious", 2.0),
    ("hate", 2.0),
    ("horribl", 2.0),
    ("idiot", 2.0),
    ("ridiculous", 2.0),
    ("rude", 1.5),
    ("sick of", 1.5),
    ("stupid", 2.0),
    ("terribl", 2.0),
    ("unacceptable", 2.0),
    ("unhappy", 1.5),
    ("upset", 1.5),
    ("useless", 2.0),
    ("waste", 1.0),
    ("worst", 2.0),
    ("wrong", 0.5),
    // Spanish.
    ("enfadad", 2.0),
    ("enojad", 2.0),
    ("fatal", 1.5),
    ("furios", 2.0),
    ("harto", 2.0),
    ("harta", 2.0),
    ("inaceptable", 2.0),
    ("inútil", 2.0),
    ("malísim", 2.0),
    ("molest", 1.5),
    ("odio", 2.0),
    ("peor", 1.0),
    ("pésim", 2.0),
    ("ridícul", 2.0),
    ("terrible", 2.0),
    ("vergüenza", 1.5),
];

const GOOD: &[(&str, f64)] = &[
    ("amazing", 2.0),
    ("appreciat", 1.5),
    ("awesome", 2.0),
    ("excellent", 2.0),
    ("fantastic", 2.0),
    ("glad", 1.5),
    ("good", 1.0),
    ("grateful", 2.0),
    ("great", 1.5),
    ("happy", 1.5),
    ("helpful", 1.5),
    ("lovely", 1.5),
    ("nice", 1.0),
    ("perfect", 1.5),
    ("pleased", 1.5),
    ("thank", 1.0),
    ("wonderful", 2.0),
    // Spanish.
    ("agradec", 1.5),
    ("amable", 1.5),
    ("contenta", 1.5),
    ("contento", 1.5),
    ("encanta", 2.0),
    ("estupend", 2.0),
    ("excelente", 2.0),
    ("feliz", 1.5),
    ("genial", 2.0),
    ("gracias", 1.0),
    ("maravillos", 2.0),
    ("perfecto", 1.5),
];

/// Words that turn the first mood in the next three words.
const NEGATIONS: &[&str] = &[
    "ain't", "can't", "cannot", "didn't", "don't", "isn't", "jamás", "never", "no", "not", "nunca",
    "sin", "wasn't", "without", "won't",
];

/// How far a negation reaches, in words.
const REACH: usize = 3;

/// What a neutral utterance weighs against its words.
const CALM: f64 = 1.0;

/// Estimates the mood of an utterance; scores add up to 1.
pub(super) fn estimate(utterance: &str) -> SentimentResponse {
    let (good, bad) = weigh(utterance);
    let total = good + bad + CALM;
    // What is good and bad at once is mixed.
    let both = good.min(bad);
    let score = SentimentScore {
        mixed: 2.0 * both / total,
        negative: (bad - both) / total,
        neutral: CALM / total,
        positive: (good - both) / total,
    };
    let moods = [
        (Sentiment::Neutral, score.neutral),
        (Sentiment::Negative, score.negative),
        (Sentiment::Positive, score.positive),
        (Sentiment::Mixed, score.mixed),
    ];
    let mut likeliest = (Sentiment::Neutral, f64::MIN);
    for mood in moods {
        if mood.1 > likeliest.1 {
            likeliest = mood;
        }
    }
    SentimentResponse { sentiment: likeliest.0, sentiment_score: Some(score) }
}

/// What the good and the bad words of an utterance weigh.
fn weigh(utterance: &str) -> (f64, f64) {
    let lower = utterance.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split(|it: char| !it.is_alphanumeric() && it != '\'')
        .filter(|it| !it.is_empty())
        .collect();
    let mut sums = (0.0, 0.0);
    let mut negated = 0_usize;
    for (place, word) in words.iter().enumerate() {
        if NEGATIONS.contains(word) {
            negated = REACH;
            continue;
        }
        let next = words.get(place.saturating_add(1));
        let (mut good, mut bad) = (weight(GOOD, word, next), weight(BAD, word, next));
        if negated > 0 && (good > 0.0 || bad > 0.0) {
            std::mem::swap(&mut good, &mut bad);
            negated = 0;
        }
        negated = negated.saturating_sub(1);
        sums = (sums.0 + good, sums.1 + bad);
    }
    sums
}

fn weight(known: &[(&str, f64)], word: &str, next: Option<&&str>) -> f64 {
    known
        .iter()
        .filter(|(stem, _)| match stem.split_once(' ') {
            None => word.starts_with(stem),
            Some((first, second)) => word == first && next.is_some_and(|it| *it == second),
        })
        .map(|(_, weight)| *weight)
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn moods_that_nobody_would_mistake() {
        for (said, expected) in [
            ("This is ridiculous, I'm furious!", Sentiment::Negative),
            ("I am sick of waiting, you are useless", Sentiment::Negative),
            ("that's not good, I'm not happy at all", Sentiment::Negative),
            ("Estoy harto, es un servicio pésimo", Sentiment::Negative),
            ("Thank you so much, that was great", Sentiment::Positive),
            ("not bad, really excellent", Sentiment::Positive),
            ("muchas gracias, es usted muy amable", Sentiment::Positive),
            ("I love how great it looks but the delivery was awful", Sentiment::Mixed),
            ("track my order", Sentiment::Neutral),
            ("five five four two one", Sentiment::Neutral),
            ("", Sentiment::Neutral),
            ("🙂", Sentiment::Neutral),
        ] {
            assert_eq!(estimate(said).sentiment, expected, "{said}");
        }
    }

    proptest! {
        #[test]
        fn scores_are_shares_of_one(said in ".{0,200}") {
            let score = estimate(&said).sentiment_score.unwrap();
            let all = [score.mixed, score.negative, score.neutral, score.positive];
            prop_assert!(all.iter().all(|it| (0.0..=1.0).contains(it)));
            prop_assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}

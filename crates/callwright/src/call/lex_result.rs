//! What a conversation with a bot leaves behind for the flow.

use std::collections::BTreeMap;

use aws_events::lex;
use connect_flow::{AlternateIntent, LexResult, Sentiment};

/// What flows read under `$.Lex`.
pub(super) fn of(outcome: lex_bot::Outcome) -> LexResult {
    let intent = outcome.intent;
    LexResult {
        slots: slots(&intent),
        dialog_state: intent.state.as_str().to_owned(),
        intent_name: intent.name,
        confidence: outcome.confidence,
        session_attributes: outcome.session_attributes,
        alternatives: outcome
            .interpretations
            .into_iter()
            .skip(1)
            .map(|it| AlternateIntent {
                slots: slots(&it.intent),
                intent_name: it.intent.name,
                confidence: it.nlu_confidence,
            })
            .collect(),
        sentiment: outcome.sentiment.map(|it| sentiment(&it)),
    }
}

/// The caller's mood, as flows read it.
fn sentiment(mood: &lex::SentimentResponse) -> Sentiment {
    let score = mood.sentiment_score.unwrap_or_default();
    let scores = [
        ("Mixed", score.mixed),
        ("Negative", score.negative),
        ("Neutral", score.neutral),
        ("Positive", score.positive),
    ];
    Sentiment {
        label: mood.sentiment.as_str().to_owned(),
        scores: scores.map(|(name, score)| (name.to_owned(), score)).into(),
    }
}

/// Slots by name, as flows read them.
fn slots(intent: &lex::Intent) -> BTreeMap<String, Option<String>> {
    intent.slots.keys().map(|name| (name.clone(), intent.slot(name).map(str::to_owned))).collect()
}

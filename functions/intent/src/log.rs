//! The decision log.

use dialogue::{Decision, Guess, Opinion, Wish};
use store::ContactId;

/// What was decided about a caller whom Lex did not understand, and by what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judgement {
    pub(crate) decision: Decision,
    pub(crate) recognised: Option<Opinion>,
    pub(crate) guessed: Option<Opinion>,
}

/// What the decision log says of a turn, once it is stored.
#[derive(Debug)]
pub(crate) struct Noted {
    pub(crate) contact_id: ContactId,
    pub(crate) turn: u32,
    pub(crate) judgement: Option<Judgement>,
    pub(crate) guess: Option<Guess>,
}

impl Noted {
    /// Writes the lines that the turn deserves: what became of a guess, and what was decided.
    pub(crate) fn write(&self) {
        let (contact_id, turn) = (self.contact_id.as_str(), self.turn);
        if let Some(Guess { wish, fate }) = self.guess {
            let (intent, fate) = (wish.as_str(), fate.as_str());
            tracing::info!(contact_id, turn, intent, fate, "guess answered");
        }
        let Some(Judgement { decision, recognised, guessed }) = self.judgement else { return };
        tracing::info!(
            contact_id,
            turn,
            decision = decision.as_str(),
            intent = decision.wish().map(Wish::as_str),
            lex_intent = recognised.map(|it| it.wish.as_str()),
            lex_confidence = recognised.map(|it| it.confidence),
            classifier_intent = guessed.map(|it| it.wish.as_str()),
            classifier_confidence = guessed.map(|it| hundredths(it.confidence)),
            "second opinion"
        );
    }
}

/// As precise as anyone reads it, and as Lex writes it.
fn hundredths(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}

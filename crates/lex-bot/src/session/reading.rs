//! What a caller's words mean, given what was asked.

use aws_events::lex::{
    ConfirmationState, Intent, Interpretation, InterpretationSource, Slot, Slots,
};
use jiff::civil::DateTime;

use super::{Expects, slots};
use crate::bot::{self, Locale};
use crate::matching::slot_type::Found;
use crate::matching::{Candidate, Utterance, rank, sampled_value};
use language::Setting;
use language::yes_no::{self, Answer};

/// How sure another intent must be to take the caller away from a question.
const CLEAR: f64 = 0.6;

/// How sure another intent must be to take words that answer the question as well.
const UNMISTAKABLE: f64 = 0.9;

/// Most intents that are reported beside the one that is followed.
///
/// Source: Amazon Lex V2 Developer Guide, "Using intent confidence scores".
const MAX_ALTERNATIVES: usize = 4;

/// What the caller meant.
#[derive(Clone)]
pub(super) enum Reading<'a> {
    /// To do something (else).
    Intent {
        /// What.
        intent: &'a bot::Intent,
        /// How sure that is.
        confidence: f64,
        /// Slots given along with it.
        slots: Slots,
    },
    /// To fill slots of the intent at hand.
    Slots {
        /// The values, at least one.
        slots: Slots,
        /// How sure that is.
        confidence: f64,
    },
    /// To answer a yes-or-no question, or to correct what was asked.
    Answer {
        /// Yes or no; neither when the caller only gives a new value.
        confirmation_state: ConfirmationState,
        /// New values.
        slots: Slots,
        /// How sure that is.
        confidence: f64,
    },
    /// Nothing that fits.
    Nothing,
}

/// When something was said.
pub(super) struct Situation<'a, 'r> {
    pub(super) locale: &'a Locale,
    /// The intent at hand.
    pub(super) open: Option<&'r Intent>,
    pub(super) expects: &'r Expects,
    /// Whether a context is active.
    pub(super) is_active: &'r dyn Fn(&str) -> bool,
    /// Where the caller is.
    pub(super) now: DateTime,
}

impl Situation<'_, '_> {
    /// The intent that words would lead to, and the slots that they would fill.
    pub(super) fn resolved(&self, transcript: &str) -> (String, Slots) {
        let open =
            || self.open.map_or_else(|| self.locale.fallback.name.clone(), |it| it.name.clone());
        match read(self, transcript).0 {
            Reading::Intent { intent, slots, .. } => (intent.name.clone(), slots),
            Reading::Slots { slots, .. } | Reading::Answer { slots, .. } => (open(), slots),
            Reading::Nothing => (open(), Slots::new()),
        }
    }

    /// Whether an intent can be recognised: all its input contexts are active.
    fn allows(&self, intent: &bot::Intent) -> bool {
        intent.input_contexts.iter().all(|it| (self.is_active)(it))
    }
}

/// Reads what was said, and lists the other intents that it may have meant.
pub(super) fn read<'a>(
    situation: &Situation<'a, '_>,
    transcript: &str,
) -> (Reading<'a>, Vec<Interpretation>) {
    let Situation { locale, open, expects, .. } = *situation;
    let setting = Setting::new(&locale.id, situation.now);
    let utterance = Utterance::new(transcript, &setting);
    let mut ranking = rank(locale, &utterance);
    ranking.retain(|it| {
        situation.allows(it.intent) || open.is_some_and(|open| open.name == it.intent.name)
    });
    let definition = open.and_then(|it| locale.intent(&it.name));
    let context = Context { locale, open, ranking: &ranking, utterance: &utterance };
    let reading = match (definition, expects) {
        (None, _) | (_, Expects::Intent) => context.wish(),
        (Some(definition), Expects::Slot { name }) => context.slot(definition, name),
        (Some(definition), Expects::Confirmation) => context.confirmation(definition),
    };
    let followed = match &reading {
        Reading::Intent { intent, .. } => Some(intent.name.as_str()),
        Reading::Slots { .. } | Reading::Answer { .. } => open.map(|it| it.name.as_str()),
        Reading::Nothing => None,
    };
    let alternatives = ranking
        .iter()
        .filter(|it| Some(it.intent.name.as_str()) != followed)
        .take(MAX_ALTERNATIVES)
        .map(interpretation)
        .collect();
    (reading, alternatives)
}

fn interpretation(candidate: &Candidate<'_>) -> Interpretation {
    let mut intent = candidate.intent.start();
    intent.slots.extend(candidate.slots.clone());
    Interpretation {
        intent,
        nlu_confidence: Some(candidate.confidence),
        interpretation_source: Some(InterpretationSource::Lex),
        sentiment_response: None,
    }
}

struct Context<'a, 'r> {
    locale: &'a Locale,
    open: Option<&'r Intent>,
    ranking: &'r [Candidate<'a>],
    utterance: &'r Utterance<'r>,
}

impl<'a> Context<'a, '_> {
    /// The wish for an intent.
    fn intent(&self, candidate: &Candidate<'a>) -> Reading<'a> {
        Reading::Intent {
            intent: candidate.intent,
            confidence: candidate.confidence,
            slots: self.listed(candidate.intent, candidate.slots.clone()),
        }
    }

    /// What the caller wants.
    fn wish(&self) -> Reading<'a> {
        let best = self.ranking.first().filter(|it| it.confidence >= self.locale.threshold);
        best.map_or(Reading::Nothing, |it| self.intent(it))
    }

    /// The value of a slot, or another wish.
    fn slot(&self, definition: &'a bot::Intent, name: &str) -> Reading<'a> {
        let other = self.other(self.ranking, definition);
        let (slot_name, part) = slots::split(name);
        let own = self
            .own(self.ranking, definition)
            .filter(|it| part.is_none() && it.slots.contains_key(slot_name));
        let answer = self.answer(definition, name);
        let certain = own.is_some() || answer.as_ref().is_some_and(|it| it.certain);
        let least = if certain { UNMISTAKABLE } else { CLEAR };
        if let Some(other) = other.filter(|it| it.confidence >= least) {
            let own = own.map_or(0.0, |it| it.confidence);
            if other.confidence > own {
                return self.intent(other);
            }
        }
        if let Some(own) = own {
            let slots = self.listed(definition, own.slots.clone());
            return Reading::Slots { slots, confidence: own.confidence };
        }
        answer.map_or(Reading::Nothing, |value| {
            let slot = match part {
                None => value.slot(),
                Some(part) => Slot::Composite {
                    value: None,
                    sub_slots: Slots::from([(part.to_owned(), Some(value.slot()))]),
                },
            };
            Reading::Slots {
                slots: Slots::from([(slot_name.to_owned(), Some(slot))]),
                confidence: 1.0,
            }
        })
    }

    /// The value of a slot, or a part of one, that was asked for.
    fn answer(&self, definition: &bot::Intent, name: &str) -> Option<Found> {
        let slot_type = slots::type_of(definition, name)?;
        let (slot_name, part) = slots::split(name);
        let slot = definition.slot(slot_name)?;
        match part {
            Some(_) => slot_type.answer(self.utterance),
            None if slot.multiple => slot_type.answer_all(self.utterance),
            None => {
                let sampled = sampled_value(slot, self.utterance);
                sampled.or_else(|| slot_type.answer(self.utterance))
            }
        }
    }

    /// Slots with all values of those that take several, as far as they are certain.
    fn listed(&self, definition: &bot::Intent, mut values: Slots) -> Slots {
        for slot in definition.slots.iter().filter(|it| it.multiple) {
            if let Some(value @ Some(_)) = values.get_mut(&slot.name)
                && let Some(all) = slot.slot_type.answer_all(self.utterance)
                && all.certain
            {
                *value = Some(all.slot());
            }
        }
        values
    }

    /// Yes, no, a correction, or another wish.
    fn confirmation(&self, definition: &'a bot::Intent) -> Reading<'a> {
        let tokens = &self.utterance.tokens();
        if let Some(answer) = yes_no::answer(tokens, self.utterance.language()) {
            let confirmation_state = match answer {
                Answer::Yes => ConfirmationState::Confirmed,
                Answer::No => ConfirmationState::Denied,
            };
            return Reading::Answer { confirmation_state, slots: Slots::new(), confidence: 1.0 };
        }
        let refused = yes_no::after_refusal(tokens, self.utterance.language());
        let correction = |slots: Slots, confidence: f64| {
            // Who repeats the value agrees with it.
            let repeated =
                refused.is_none() && slots.iter().all(|(name, it)| self.has(name, it.as_ref()));
            let (confirmation_state, slots) = match (refused, repeated) {
                (Some(_), _) => (ConfirmationState::Denied, slots),
                (None, true) => (ConfirmationState::Confirmed, Slots::new()),
                (None, false) => (ConfirmationState::None, slots),
            };
            Reading::Answer { confirmation_state, slots, confidence }
        };
        let own = self.own(self.ranking, definition).filter(|it| !it.slots.is_empty());
        let other = self.other(self.ranking, definition).filter(|it| it.confidence >= CLEAR);
        match (own, other) {
            (Some(own), Some(other)) if other.confidence > own.confidence => {
                return self.intent(other);
            }
            (Some(own), _) => return correction(own.slots.clone(), own.confidence),
            (None, Some(other)) => return self.intent(other),
            (None, None) => {}
        }
        // "No, 44322" and "no, an agent": what follows the refusal is read on its own.
        let rest = self.utterance.with(refused.unwrap_or(tokens));
        let ranking = rank(self.locale, &rest);
        if let Some(own) = self.own(&ranking, definition).filter(|it| !it.slots.is_empty()) {
            return correction(own.slots.clone(), own.confidence);
        }
        if let Some(other) = self.other(&ranking, definition).filter(|it| it.confidence >= CLEAR) {
            return self.intent(other);
        }
        let value = definition.slots.iter().find_map(|slot| {
            let value = slot.slot_type.answer(&rest).filter(|it| it.certain)?;
            Some((slot.name.clone(), Some(value.slot())))
        });
        value.map_or(Reading::Nothing, |value| correction(Slots::from([value]), 1.0))
    }

    /// Whether the intent at hand has this value already.
    fn has(&self, name: &str, value: Option<&Slot>) -> bool {
        let present = self.open.and_then(|it| it.slots.get(name)?.as_ref());
        match (present, value) {
            (Some(Slot::Scalar { value: present }), Some(Slot::Scalar { value })) => {
                present.interpreted_value == value.interpreted_value
            }
            _ => false,
        }
    }

    /// The intent at hand among the candidates.
    fn own<'c>(
        &self,
        ranking: &'c [Candidate<'a>],
        definition: &bot::Intent,
    ) -> Option<&'c Candidate<'a>> {
        let own = ranking.iter().find(|it| it.intent.name == definition.name);
        own.filter(|it| it.confidence >= self.locale.threshold)
    }

    /// The likeliest other intent.
    fn other<'c>(
        &self,
        ranking: &'c [Candidate<'a>],
        definition: &bot::Intent,
    ) -> Option<&'c Candidate<'a>> {
        let other = ranking.iter().find(|it| it.intent.name != definition.name);
        other.filter(|it| it.confidence >= self.locale.threshold)
    }
}

//! A bot's sample utterances as examples, with values in the place of slots.

use super::{Example, Word};
use crate::bot::{Element, Intent, Sample};
use crate::matching::slot_type::{SlotType, Strategy};
use language::Language;

/// Most wordings of one sample; more of them teach nothing but the values.
const MAX_WORDINGS: usize = 4;

/// The samples of the intents, each as an example of the intent's index.
pub(crate) fn examples(intents: &[Intent], language: Language) -> Vec<Example> {
    let numbered = intents.iter().enumerate();
    numbered
        .flat_map(|(number, intent)| intent.samples.iter().map(move |it| (number, intent, it)))
        .map(|(number, intent, sample)| Example {
            wordings: wordings(intent, sample, language),
            intent: Some(number),
        })
        .collect()
}

/// The ways to say a sample. One that says nothing but any value is none.
fn wordings(intent: &Intent, sample: &Sample, language: Language) -> Vec<Vec<Word>> {
    let pieces: Vec<Vec<Vec<Word>>> = sample
        .0
        .iter()
        .map(|element| match element {
            Element::Word(word) => vec![vec![Word::Plain(word.text.clone())]],
            Element::Slot(name) => {
                intent.slot(name).map_or_else(|| vec![any(1)], |it| values(&it.slot_type, language))
            }
        })
        .collect();
    combined(&pieces)
}

/// Values of a type that differ as much as callers' do.
fn values(slot_type: &SlotType, language: Language) -> Vec<Vec<Word>> {
    match slot_type {
        SlotType::Listed { values, strategy } => {
            // Any value of a type that takes others beside the listed ones, and some of the list,
            // from all over it.
            let takes_any = *strategy == Strategy::OriginalValue || values.is_empty();
            let listed = MAX_WORDINGS.saturating_sub(usize::from(takes_any));
            let step = values.len().div_ceil(listed.max(1)).max(1);
            let names = values.iter().step_by(step).filter_map(|it| it.names().first());
            let words = names.map(|it| it.iter().map(|it| Word::Plain(it.text.clone())).collect());
            words.chain(takes_any.then(|| any(1))).collect()
        }
        // The parts in the order of the definition, each with the first of its values.
        SlotType::Composite(slots) => {
            let firsts = slots.iter().filter_map(|(_, it)| values(it, language).into_iter().next());
            vec![firsts.flatten().collect(), any(2)]
        }
        SlotType::AlphaNumeric { .. } => {
            let mut examples = spoken(slot_type, language);
            examples.push(any(1));
            examples
        }
        SlotType::AsSaid | SlotType::Named(_) => vec![any(1), any(2)],
        SlotType::FreeForm => vec![any(2), any(5)],
        SlotType::Confirmation
        | SlotType::Currency
        | SlotType::Date
        | SlotType::Duration
        | SlotType::EmailAddress
        | SlotType::Number
        | SlotType::Percentage
        | SlotType::PhoneNumber
        | SlotType::Time
        | SlotType::UkPostalCode => spoken(slot_type, language),
    }
}

/// What callers say for values of a type.
fn spoken(slot_type: &SlotType, language: Language) -> Vec<Vec<Word>> {
    let (english, spanish, other): (&[&str], &[&str], &[&str]) = match slot_type {
        SlotType::AlphaNumeric { .. } => (
            &["55421", "five five four two one"],
            &["55421", "cinco cinco cuatro dos uno"],
            &["55421"],
        ),
        SlotType::Number => {
            (&["5", "twenty five", "100"], &["5", "veinticinco", "100"], &["5", "25", "100"])
        }
        SlotType::PhoneNumber => (
            &["2025550100", "two oh two five five five"],
            &["2025550100", "dos cero dos cinco cinco cinco"],
            &["2025550100"],
        ),
        SlotType::Confirmation => (&["yes", "no"], &["si", "no"], &["ok"]),
        SlotType::Currency => {
            (&["5 dollars", "twenty five dollars"], &["5 dolares", "veinticinco euros"], &["5"])
        }
        SlotType::Date => (
            &["tomorrow", "next tuesday", "march twenty third", "the fifth of may"],
            &["mañana", "el proximo martes", "el veintitres de marzo", "el 5 de mayo"],
            &["23 3"],
        ),
        SlotType::Duration => (
            &["two hours", "half an hour", "three days"],
            &["dos horas", "media hora", "tres dias"],
            &["2"],
        ),
        SlotType::EmailAddress => (
            &["info at example dot com"],
            &["info arroba example punto com"],
            &["info example com"],
        ),
        SlotType::Percentage => {
            (&["5 percent", "twenty percent"], &["5 por ciento", "veinte por ciento"], &["5"])
        }
        SlotType::Time => (
            &["ten thirty", "five pm", "half past ten", "noon"],
            &["las diez y media", "las cinco de la tarde", "mediodia"],
            &["10 30"],
        ),
        SlotType::UkPostalCode => (&["s w one a one a a"], &["s w 1 a 1 a a"], &["sw1a 1aa"]),
        SlotType::Composite(_)
        | SlotType::Named(_)
        | SlotType::Listed { .. }
        | SlotType::AsSaid
        | SlotType::FreeForm => (&[], &[], &[]),
    };
    let said = match language {
        Language::English => english,
        Language::Spanish => spanish,
        Language::Other => other,
    };
    said.iter().map(|it| plain(it)).collect()
}

fn plain(text: &str) -> Vec<Word> {
    text.split(' ').map(|it| Word::Plain(it.to_owned())).collect()
}

fn any(words: usize) -> Vec<Word> {
    vec![Word::Any; words]
}

impl Example {
    /// A sample utterance of an intent, with slots in braces: `track order {OrderNumber}`.
    ///
    /// `values` has ways to say the value of a slot, by its name. A slot of which it has none stands
    /// for any word. Braces that do not match are no slots.
    pub fn sample<'v>(
        text: &str,
        intent: usize,
        language: Language,
        values: impl Fn(&str) -> &'v [&'v str],
    ) -> Self {
        let mut pieces: Vec<Vec<Vec<Word>>> = Vec::new();
        let mut rest = text;
        while let Some((before, (slot, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            pieces.push(vec![super::words(before, language)]);
            let said: Vec<_> =
                values(slot.trim()).iter().map(|it| super::words(it, language)).collect();
            pieces.push(if said.is_empty() { vec![vec![Word::Any]] } else { said });
            rest = after;
        }
        pieces.push(vec![super::words(rest, language)]);
        Self { wordings: combined(&pieces), intent: Some(intent) }
    }
}

/// Wordings of a sample, each piece of which may be said in several ways. One that says nothing but
/// any value is none.
pub(super) fn combined(pieces: &[Vec<Vec<Word>>]) -> Vec<Vec<Word>> {
    let most = pieces.iter().map(Vec::len).max().unwrap_or_default().min(MAX_WORDINGS);
    let wording = |number: usize| -> Vec<Word> {
        let chosen = pieces.iter().filter_map(|it| it.get(number.checked_rem(it.len())?));
        chosen.flatten().cloned().collect()
    };
    (0..most).map(wording).filter(|it| it.iter().any(|word| *word != Word::Any)).collect()
}

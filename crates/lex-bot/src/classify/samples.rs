//! A bot's sample utterances as examples, with values in the place of slots.

use super::{Example, Word};
use crate::bot::{Element, Intent, Sample};
use crate::matching::slot_type::{SlotType, Strategy};

/// Most wordings of one sample; more of them teach nothing but the values.
const MAX_WORDINGS: usize = 4;

/// The samples of the intents, each as an example of the intent's index.
pub(crate) fn examples(intents: &[Intent]) -> Vec<Example> {
    let numbered = intents.iter().enumerate();
    numbered
        .flat_map(|(number, intent)| intent.samples.iter().map(move |it| (number, intent, it)))
        .map(|(number, intent, sample)| Example {
            wordings: wordings(intent, sample),
            intent: Some(number),
        })
        .collect()
}

/// The ways to say a sample. One that says nothing but any value is none.
fn wordings(intent: &Intent, sample: &Sample) -> Vec<Vec<Word>> {
    let pieces: Vec<Vec<Vec<Word>>> = sample
        .0
        .iter()
        .map(|element| match element {
            Element::Word(word) => vec![vec![Word::Plain(word.clone())]],
            Element::Slot(name) => {
                intent.slot(name).map_or_else(|| vec![any(1)], |it| values(&it.slot_type))
            }
        })
        .collect();
    let most = pieces.iter().map(Vec::len).max().unwrap_or_default().min(MAX_WORDINGS);
    let wording = |number: usize| -> Vec<Word> {
        let chosen = pieces.iter().filter_map(|it| it.get(number.checked_rem(it.len())?));
        chosen.flatten().cloned().collect()
    };
    (0..most).map(wording).filter(|it| it.iter().any(|word| *word != Word::Any)).collect()
}

/// Values of a type that differ as much as callers' do.
fn values(slot_type: &SlotType) -> Vec<Vec<Word>> {
    match slot_type {
        SlotType::AlphaNumeric { .. } => {
            vec![plain("55421"), plain("five five four two one"), any(1)]
        }
        SlotType::Number => vec![plain("5"), plain("twenty five"), plain("100")],
        SlotType::PhoneNumber => vec![plain("2025550100"), plain("two oh two five five five")],
        SlotType::Confirmation => vec![plain("yes"), plain("no")],
        SlotType::Listed { values, strategy } => {
            // Any value of a type that takes others beside the listed ones, and some of the list,
            // from all over it.
            let takes_any = *strategy == Strategy::OriginalValue || values.is_empty();
            let listed = MAX_WORDINGS.saturating_sub(usize::from(takes_any));
            let step = values.len().div_ceil(listed.max(1)).max(1);
            let names = values.iter().step_by(step).filter_map(|it| it.names().first());
            let words = names.map(|it| it.iter().cloned().map(Word::Plain).collect());
            words.chain(takes_any.then(|| any(1))).collect()
        }
        SlotType::AsSaid => vec![any(1), any(2)],
        SlotType::FreeForm => vec![any(2), any(5)],
    }
}

fn plain(text: &str) -> Vec<Word> {
    text.split(' ').map(|it| Word::Plain(it.to_owned())).collect()
}

fn any(words: usize) -> Vec<Word> {
    vec![Word::Any; words]
}

//! The words of a bot's samples: which intents have them, and in which samples they stand.
//!
//! Comparing an utterance with thousands of samples word by word takes longer than a caller waits.
//! Most have no word in common with it; this finds those that are worth a closer look.

use std::collections::BTreeMap;

use super::Utterance;
use crate::bot::{Element, Intent};
use language::words::{Plain, one_slip_apart};

/// Most samples that are worth a closer look.
const SHORTLIST: usize = 40;

/// Most of them of one intent, so that an intent with many samples alike leaves room for others.
const OF_ONE_INTENT: usize = 6;

/// The words of all samples of a locale.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    /// Numbers of the words, by their stems.
    numbers: BTreeMap<String, usize>,
    /// By number.
    words: Vec<Word>,
    samples: Vec<Place>,
    /// Samples in which no word means something: they are compared whatever is said.
    bare: Vec<usize>,
}

/// A word of some sample.
#[derive(Debug, Clone)]
struct Word {
    plain: Plain,
    /// The intents that have it, in their order.
    intents: Vec<usize>,
    /// The samples in which it means something, in their order.
    samples: Vec<usize>,
}

/// Where a sample stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    intent: usize,
    /// Its index among those of the intent.
    sample: usize,
    /// How many of its words mean something.
    content: usize,
    has_slot: bool,
}

/// An utterance in words of the samples.
pub(super) struct Familiar<'a> {
    index: &'a Index,
    /// For each word said, the words it may be: itself, or those that are one slip away.
    words: Vec<Vec<usize>>,
}

impl Index {
    pub(crate) fn new(intents: &[Intent]) -> Self {
        let mut index = Self::default();
        for (intent, definition) in intents.iter().enumerate() {
            for (sample, elements) in definition.samples.iter().enumerate() {
                let place = index.samples.len();
                let mut content = 0_usize;
                for plain in elements.plain() {
                    let word = index.word(plain);
                    if word.intents.last() != Some(&intent) {
                        word.intents.push(intent);
                    }
                    if plain.weight.is_content() {
                        content = content.saturating_add(1);
                        if word.samples.last() != Some(&place) {
                            word.samples.push(place);
                        }
                    }
                }
                let has_slot = elements.0.iter().any(|it| matches!(it, Element::Slot(_)));
                index.samples.push(Place { intent, sample, content, has_slot });
                if content == 0 {
                    index.bare.push(place);
                }
            }
        }
        index
    }

    fn word(&mut self, plain: &Plain) -> &mut Word {
        let next = self.words.len();
        let number = *self.numbers.entry(plain.stem.clone()).or_insert(next);
        if number == next {
            let plain = plain.clone();
            self.words.push(Word { plain, intents: Vec::new(), samples: Vec::new() });
        }
        // The number is that of a word: either it was there, or it was just added.
        #[expect(clippy::indexing_slicing, reason = "numbers are indices of words")]
        &mut self.words[number]
    }

    /// Looks up the words of an utterance.
    pub(super) fn look_up(&self, utterance: &Utterance<'_>) -> Familiar<'_> {
        let words = utterance.plain.iter().map(|it| self.numbers(it)).collect();
        Familiar { index: self, words }
    }

    fn numbers(&self, said: &Plain) -> Vec<usize> {
        match self.numbers.get(&said.stem) {
            Some(number) => vec![*number],
            None if said.weight.is_content() => {
                let alike = self.words.iter().enumerate().filter(|(_, it)| {
                    said.is(&it.plain) || one_slip_apart(&said.stem, &it.plain.stem)
                });
                alike.map(|(number, _)| number).collect()
            }
            None => Vec::new(),
        }
    }
}

impl Familiar<'_> {
    /// Whether the samples of any intent have the word at this position.
    pub(super) fn is_known(&self, position: usize) -> bool {
        self.words.get(position).is_some_and(|it| !it.is_empty())
    }

    /// Whether the samples of this intent have the word at this position.
    pub(super) fn is_of(&self, position: usize, intent: usize) -> bool {
        let mut words = self.words.get(position).into_iter().flatten();
        words.any(|it| {
            self.index.words.get(*it).is_some_and(|it| it.intents.binary_search(&intent).is_ok())
        })
    }

    /// The samples that are worth a closer look, as indices of intents and of their samples: in the
    /// order of the definition.
    ///
    /// Those are the samples with the largest share of words in common with the utterance, the best
    /// few of each intent in `likely`, and those that have no word that means something.
    pub(super) fn shortlist(
        &self,
        utterance: &Utterance<'_>,
        likely: &[usize],
    ) -> Vec<(usize, usize)> {
        let said = utterance.plain.iter().filter(|it| it.weight.is_content()).count();
        let mut common = vec![0_u16; self.index.samples.len()];
        for number in self.words.iter().flatten() {
            for place in self.index.words.get(*number).into_iter().flat_map(|it| &it.samples) {
                if let Some(common) = common.get_mut(*place) {
                    *common = common.saturating_add(1);
                }
            }
        }
        let mut near: Vec<(f64, usize)> = common
            .iter()
            .zip(&self.index.samples)
            .enumerate()
            .filter(|(_, (common, _))| **common > 0)
            .map(|(number, (common, place))| (place.share(*common, said), number))
            .collect();
        near.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));

        let mut chosen: Vec<usize> = self.index.bare.clone();
        let mut of_intent: BTreeMap<usize, usize> = BTreeMap::new();
        let mut room = SHORTLIST;
        for (_, number) in near {
            let Some(place) = self.index.samples.get(number) else { continue };
            let taken = of_intent.entry(place.intent).or_default();
            if *taken < OF_ONE_INTENT && (room > 0 || likely.contains(&place.intent)) {
                *taken = taken.saturating_add(1);
                room = room.saturating_sub(1);
                chosen.push(number);
            }
        }
        chosen.sort_unstable();
        let places = chosen.iter().filter_map(|it| self.index.samples.get(*it));
        places.map(|it| (it.intent, it.sample)).collect()
    }
}

impl Place {
    /// How much of the longer of the two is in both. Words that may be values count for neither.
    #[expect(clippy::cast_precision_loss, reason = "an utterance has few words")]
    fn share(self, common: u16, said: usize) -> f64 {
        let whole = if self.has_slot { self.content } else { self.content.max(said) };
        f64::from(common) / whole.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::bot::Bot;
    use language::Setting;

    fn bot(intents: &[(&str, &[&str])]) -> Bot {
        let mut intents: Vec<_> = intents
            .iter()
            .map(|(name, samples)| {
                let samples: Vec<_> = samples.iter().map(|it| json!({ "Utterance": it })).collect();
                json!({ "Name": name, "SampleUtterances": samples })
            })
            .collect();
        intents.push(json!({ "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" }));
        let locale =
            json!({ "LocaleId": "en_US", "NluConfidenceThreshold": 0.4, "Intents": intents });
        Bot::from_cloudformation(&json!({ "Name": "b", "BotLocales": [locale] })).unwrap()
    }

    fn setting() -> Setting {
        Setting::new("en_US", jiff::civil::date(2026, 3, 2).at(10, 0, 0, 0))
    }

    #[test]
    fn words_are_known_by_stem_and_by_slip() {
        let bot = bot(&[("Track", &["track my packages"]), ("Cat", &["the cat"])]);
        let index = &bot.locale("en_US").unwrap().index;
        for (said, of_track, known) in [
            ("package", true, true),
            ("pakage", true, true),
            ("tracking", true, true),
            ("cats", false, true),
            ("cut", false, false),
            ("dog", false, false),
        ] {
            let utterance = Utterance::new(said, &setting());
            let heard = index.look_up(&utterance);
            assert_eq!((heard.is_of(0, 0), heard.is_known(0)), (of_track, known), "{said}");
        }
    }

    #[test]
    fn only_near_samples_are_looked_at() {
        let bot = bot(&[
            ("Track", &["track my order", "where is the parcel", "yes"]),
            ("Cancel", &["cancel my order", "stop the order from being sent"]),
            ("Hours", &["when are you open"]),
        ]);
        let index = &bot.locale("en_US").unwrap().index;
        let shortlist = |said: &str| {
            let said = Utterance::new(said, &setting());
            index.look_up(&said).shortlist(&said, &[])
        };
        // "yes" means nothing by itself, so it is always compared.
        assert_eq!(shortlist("my order"), [(0, 0), (0, 2), (1, 0), (1, 1)]);
        assert_eq!(shortlist("the parcels"), [(0, 1), (0, 2)]);
        assert_eq!(shortlist("blah"), [(0, 2)]);
        assert_eq!(shortlist(""), [(0, 2)]);
    }

    #[test]
    fn no_intent_crowds_out_the_others() {
        let many: Vec<String> = (0..100).map(|it| format!("order thing{it}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let bot = bot(&[("Many", &many), ("Few", &["order a book with a red cover"])]);
        let index = &bot.locale("en_US").unwrap().index;
        let said = Utterance::new("order a book", &setting());
        let shortlist = index.look_up(&said).shortlist(&said, &[]);
        assert_eq!(shortlist.len(), OF_ONE_INTENT + 1);
        assert!(shortlist.contains(&(1, 0)));
    }
}

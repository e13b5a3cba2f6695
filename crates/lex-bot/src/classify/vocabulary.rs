//! Which features are known, and how much each says.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::features::{Feature, Kind};
use super::number::real;
use super::stored::{ReadClassifierError, Reader, Writer};

/// Most bytes that the weights of a model take.
pub const MAX_WEIGHTS: usize = 16 * 1024 * 1024;

/// How much of an utterance each kind of feature makes up, before all are scaled to 1.
fn share(kind: Kind) -> f32 {
    match kind {
        Kind::Words | Kind::Gaps => 1.0,
        Kind::Letters => 1.4,
    }
}

/// Bytes of a feature where a vocabulary is stored.
const ENTRY_BYTES: usize = size_of::<u64>() + size_of::<f32>();

/// An utterance as the features that are known, by index, and how much of it each is. Shorter than
/// 1 by what is not known.
pub(super) type Vector = Vec<(usize, f32)>;

/// The features of the examples.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    /// Index and importance of each. It is looked up, never iterated.
    known: HashMap<u64, Entry, BuildHasherDefault<AsIs>>,
    /// Importance of a feature that no example has.
    unknown: f32,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    index: u32,
    importance: f32,
}

/// Features are hashes already.
#[derive(Debug, Clone, Copy, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        // The lowest bits, which choose the place in a table, tell only the kind.
        self.0.rotate_right(7)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Vocabulary {
    /// The features of the examples, for a model of this many classes.
    ///
    /// Rare ones are left out when there is no room for their weights: in a large set a feature
    /// that one example has says little.
    pub(super) fn new<'a>(examples: impl Iterator<Item = &'a [Feature]>, classes: usize) -> Self {
        let mut all: Vec<Feature> = Vec::new();
        let mut examples_seen = 0_usize;
        for features in examples {
            examples_seen = examples_seen.saturating_add(1);
            let mut distinct: Vec<Feature> =
                features.iter().copied().filter(|it| !it.is_any()).collect();
            distinct.dedup();
            all.append(&mut distinct);
        }
        all.sort_unstable();
        let counted: Vec<(Feature, usize)> = all
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some((*same.first()?, same.len())))
            .collect();
        let room = MAX_WEIGHTS.checked_div(classes).unwrap_or_default();
        let mut least = 1_usize;
        while counted.iter().filter(|(_, count)| *count >= least).count() > room {
            least = least.saturating_add(1);
        }
        let known = counted
            .iter()
            .filter(|(_, count)| *count >= least)
            .zip(0..)
            .map(|((feature, count), index)| {
                let importance = importance(examples_seen, *count);
                (feature.hash(), Entry { index, importance })
            })
            .collect();
        Self { known, unknown: importance(examples_seen, 0) }
    }

    /// The features in the order of their indices.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.real(self.unknown);
        let mut known: Vec<(&u64, &Entry)> = self.known.iter().collect();
        known.sort_by_key(|(_, entry)| entry.index);
        writer.number(known.len());
        for (hash, entry) in known {
            writer.hash(*hash);
            writer.real(entry.importance);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, ReadClassifierError> {
        let unknown = reader.real()?;
        let count = reader.number()?;
        // No more than there are bytes for, whatever the count says.
        let room = count.min(reader.left() / ENTRY_BYTES);
        let mut known = HashMap::with_capacity_and_hasher(room, BuildHasherDefault::default());
        for index in 0..count {
            let index = u32::try_from(index).map_err(|_large| ReadClassifierError)?;
            let entry = |importance| Entry { index, importance };
            if known.insert(reader.hash()?, entry(reader.real()?)).is_some() {
                return Err(ReadClassifierError);
            }
        }
        Ok(Self { known, unknown })
    }

    /// How many features are known.
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// An utterance, given by its features in ascending order.
    pub(super) fn vector(&self, features: &[Feature]) -> Vector {
        let mut vector: Vec<(usize, f32, Kind)> = Vec::with_capacity(features.len());
        let mut squares = [0.0_f32; Kind::COUNT];
        for same in features.chunk_by(|a, b| a == b) {
            let Some(feature) = same.first() else { continue };
            let kind = feature.kind();
            let often = 1.0 + real(same.len()).ln();
            let entry = self.known.get(&feature.hash());
            let value = often * entry.map_or(self.unknown, |it| it.importance);
            if let Some(square) = squares.get_mut(kind.index()) {
                *square += value * value;
            }
            if let Some(index) = entry.and_then(|it| usize::try_from(it.index).ok()) {
                vector.push((index, value, kind));
            }
        }
        let whole = [Kind::Words, Kind::Gaps, Kind::Letters]
            .map(|it| share(it) * share(it))
            .iter()
            .sum::<f32>()
            .sqrt();
        let scale = |kind: Kind| {
            let square = squares.get(kind.index()).copied().unwrap_or_default();
            share(kind) / (whole * square.sqrt())
        };
        vector.into_iter().map(|(index, value, kind)| (index, value * scale(kind))).collect()
    }

    /// Bytes in memory: the entries, and a byte of the table for each.
    pub(super) fn bytes(&self) -> usize {
        let entry = size_of::<(u64, Entry)>().saturating_add(1);
        // The table is a power of two and at most seven eighths full.
        let places = self.known.capacity().saturating_mul(8).div_ceil(7).next_power_of_two();
        places.saturating_mul(entry)
    }
}

/// How much a feature says that this many of the examples have: the root of its inverse document
/// frequency, smoothed as if one more example had all features.
fn importance(examples: usize, having: usize) -> f32 {
    let (examples, having) = (real(examples) + 1.0, real(having) + 1.0);
    ((examples / having).ln() + 1.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::features::features;
    use super::super::{Word, words as plain_words};
    use super::*;
    use language::Language;

    fn words(text: &str) -> Vec<Word> {
        plain_words(text, Language::English)
    }

    fn vocabulary(texts: &[&str], classes: usize) -> Vocabulary {
        let examples: Vec<_> = texts.iter().map(|it| features(&words(it))).collect();
        Vocabulary::new(examples.iter().map(Vec::as_slice), classes)
    }

    fn length(vector: &[(usize, f32)]) -> f32 {
        vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt()
    }

    #[test]
    fn what_is_not_known_makes_an_utterance_short() {
        let vocabulary = vocabulary(&["track my order", "talk to an agent"], 2);
        let length = |text: &str| length(&vocabulary.vector(&features(&words(text))));
        assert!((length("track my order") - 1.0).abs() < 1e-5);
        assert!((0.5..0.95).contains(&length("track my package")));
        assert!(length("zzz qqq xxx") < 0.1);
    }

    #[test]
    fn a_rare_feature_says_more() {
        assert!(importance(100, 1) > importance(100, 50));
        assert!(importance(100, 0) > importance(100, 1));
        assert!(importance(0, 0) > 0.0);
    }

    #[test]
    fn rare_features_give_way_when_there_is_no_room() {
        let texts = ["track my order", "track my package", "talk to an agent"];
        let all = vocabulary(&texts, 1).len();
        let few = vocabulary(&texts, MAX_WEIGHTS / all + 1).len();
        assert!(few > 0 && few < all, "{few} of {all}");
        assert_eq!(vocabulary(&texts, usize::MAX).len(), 0);
        assert_eq!(vocabulary(&[], 0).len(), 0);
    }

    #[test]
    fn a_word_that_may_be_any_is_not_known_but_has_its_share() {
        let example = features(&[Word::Plain("to".to_owned()), Word::Any]);
        let vocabulary = Vocabulary::new([example.as_slice()].into_iter(), 1);
        let own = length(&vocabulary.vector(&example));
        let other = length(&vocabulary.vector(&features(&words("to lisbon"))));
        assert!((own - other).abs() < 0.1, "{own} {other}");
        assert!(own < 0.9);
    }
}

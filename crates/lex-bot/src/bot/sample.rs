//! Sample utterances.

use language::Language;
use language::text::tokens;
use language::words::Plain;

/// A sample utterance, split into words and slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sample(pub(crate) Vec<Element>);

/// A piece of a sample utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Element {
    /// A plain word.
    Word(Plain),
    /// The value of the slot with this name.
    Slot(String),
}

impl Sample {
    /// Reads a sample such as `track order {OrderNumber}`; `None` when the braces do not match.
    pub(crate) fn parse(text: &str, language: Language) -> Option<Self> {
        let mut elements = Vec::new();
        let mut rest = text;
        while let Some((words, slot_and_rest)) = rest.split_once('{') {
            let (slot, left) = slot_and_rest.split_once('}')?;
            if words.contains('}') || slot.trim().is_empty() || slot.contains('{') {
                return None;
            }
            elements.extend(words_of(words, language));
            elements.push(Element::Slot(slot.trim().to_owned()));
            rest = left;
        }
        if rest.contains('}') {
            return None;
        }
        elements.extend(words_of(rest, language));
        Some(Self(elements))
    }

    /// Names of the slots in it.
    pub(crate) fn slots(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|it| match it {
            Element::Slot(name) => Some(name.as_str()),
            Element::Word(_) => None,
        })
    }

    /// Its words.
    #[cfg(test)]
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.plain().map(|it| it.text.as_str())
    }

    /// The same with what they mean.
    pub(crate) fn plain(&self) -> impl Iterator<Item = &Plain> {
        self.0.iter().filter_map(|it| match it {
            Element::Word(word) => Some(word),
            Element::Slot(_) => None,
        })
    }
}

fn words_of(text: &str, language: Language) -> impl Iterator<Item = Element> {
    let words = tokens(text, language).into_iter();
    words.map(move |it| Element::Word(Plain::new(&it.text, language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_split_into_words_and_slots() {
        let sample =
            Sample::parse("I'd like {Count} of {Item}, please", Language::English).unwrap();
        assert_eq!(sample.words().collect::<Vec<_>>(), ["i", "would", "like", "of", "please"]);
        assert_eq!(sample.slots().collect::<Vec<_>>(), ["Count", "Item"]);
        assert_eq!(
            Sample::parse("{Only}", Language::English).unwrap().0,
            [Element::Slot("Only".to_owned())]
        );
    }

    #[test]
    fn braces_must_match() {
        for text in ["{", "}", "a {b", "a } b", "{a} }", "{{a}}", "{ }", "a } b {c}"] {
            assert_eq!(Sample::parse(text, Language::English), None, "{text}");
        }
    }
}

//! Hears that a sentence may name more than one thing.

use std::ops::Range;

use crate::said::{Phrases, Said};

/// Words between one thing and the next.
const JOINING: Phrases = Phrases {
    en: &["after that", "also", "and", "as well", "as well as", "besides", "plus", "then", "too"],
    es: &["ademas", "aparte", "despues", "e", "luego", "tambien", "y"],
};
/// Words that hold one of those and join nothing.
const INSIDE: Phrases =
    Phrases { en: &["until then"], es: &["despues de", "hasta luego", "luego de"] };
/// Titles that people write with a full stop.
const TITLES: &[&str] = &["dr", "dra", "mr", "mrs", "ms", "sr", "sra", "srta"];
/// Fewest words that name something by themselves: "pay it".
const FEWEST: usize = 2;
/// Most parts that are looked at. Whoever says more than this tells a story.
const MOST: usize = 4;

/// The parts of a sentence each of which may name something; empty when it does not fall into parts.
pub(crate) fn parts<'a>(said: &Said<'a>) -> Vec<&'a str> {
    let inside = said.places(&INSIDE);
    let joins = said.places(&JOINING).into_iter();
    let joins: Vec<_> =
        joins.filter(|it| !inside.iter().any(|inside| inside.contains(&it.start))).collect();
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for at in 0..said.tokens().len() {
        let next = at.saturating_add(1);
        if joins.iter().any(|it| it.contains(&at)) {
            parts.push(start..at);
            start = next;
        } else if ends_a_sentence(said, at) {
            parts.push(start..next);
            start = next;
        }
    }
    parts.push(start..said.tokens().len());
    parts.retain(|it| it.len() >= FEWEST);
    if parts.len() < 2 || parts.len() > MOST {
        return Vec::new();
    }
    parts.iter().filter_map(|it| said.between(it)).collect()
}

/// Whether a comma or a full stop behind a word ends a thought: that of "Dr. Chen" does not.
fn ends_a_sentence(said: &Said<'_>, at: usize) -> bool {
    let is_title = || TITLES.contains(&said.word(at));
    let next = at.saturating_add(1);
    let is_together =
        || said.between(&(at..next.saturating_add(1))).is_some_and(|it| !it.contains(' '));
    said.is_parted_after(at) && !is_title() && !is_together()
}

#[cfg(test)]
mod tests {
    use wording::Language::{EnUs, EsUs};

    use super::*;

    #[test]
    fn phrases_are_plain() {
        crate::said::check_plain(&JOINING);
        crate::said::check_plain(&INSIDE);
    }

    #[test]
    fn a_sentence_falls_into_what_it_names() {
        let none: &[&str] = &[];
        for (language, text, expected) in [
            (
                EnUs,
                "Where is my order, and also I want to return something.",
                &["Where is my order", "I want to return something"][..],
            ),
            (
                EnUs,
                "my internet is down and I want to pay my bill",
                &["my internet is down", "I want to pay my bill"],
            ),
            (
                EnUs,
                "I'd like to pay, then track my order and then cancel my appointment",
                &["I'd like to pay", "track my order", "cancel my appointment"],
            ),
            (
                EsUs,
                "\u{bf}dónde está mi pedido? y además quiero pagar mi factura",
                &["dónde está mi pedido", "quiero pagar mi factura"],
            ),
            (
                EnUs,
                "I want to pay my bill and my internet is slow too",
                &["I want to pay my bill", "my internet is slow"],
            ),
            (EnUs, "I'd like to see Dr. Chen on Friday at 9.30", none),
            (EsUs, "quiero una cita después de las tres", none),
            (EnUs, "track my order", none),
            // One word names nothing by itself.
            (EnUs, "checking and savings", none),
            (EnUs, "hello, track my order", none),
            (EnUs, "and", none),
            (EnUs, "", none),
            (EnUs, "he was here and she was there and I was out and it was cold and we left", none),
        ] {
            assert_eq!(parts(&Said::new(text, language)), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn parts_are_of_the_sentence(text in "(and|y|then|,|\\.| |track my|no|é|44321|I'm){0,12}", es: bool) {
            let language = if es { EsUs } else { EnUs };
            let found = parts(&Said::new(&text, language));
            proptest::prop_assert!(found.len() != 1 && found.len() <= MOST);
            for part in found {
                proptest::prop_assert!(text.contains(part) && !part.trim().is_empty());
            }
        }
    }
}

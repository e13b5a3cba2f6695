//! Readers of an answer: what a caller said, as the value that a question asks for.
//!
//! Keys come first. Numbers are then looked for in the words, since recognition keeps one and a caller
//! who corrects it says two; everything else is taken as recognition has it, else from the words.
//! Values that the caller names only to refuse them ("not Monday, Tuesday") are left out.

use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, DateTime};
use language::said::{Choice, Found, Said as Values};
use wording::Language;

use crate::hear::secret;
use crate::said::{Phrases, Said, readable};
use crate::slot::Slot;
use crate::task::Answer;

/// Longest text in the caller's own words that is kept, in characters.
const MAX_FREE: usize = 200;

/// Ways of having nothing to give.
const LACKING: Phrases = Phrases {
    en: &[
        "can not find",
        "can not remember",
        "did not get",
        "do not have",
        "do not know",
        "do not remember",
        "forgot",
        "have no",
        "have not got",
        "lost it",
        "lost my",
        "no idea",
        "no number",
        "not at hand",
        "not sure",
        "not with me",
    ],
    es: &[
        "la perdi",
        "lo perdi",
        "ni idea",
        "no la encuentro",
        "no la recuerdo",
        "no la se",
        "no la tengo",
        "no lo encuentro",
        "no lo recuerdo",
        "no lo se",
        "no lo tengo",
        "no me acuerdo",
        "no recuerdo",
        "no tengo",
        "se me olvido",
    ],
};

/// "No sé", which in plain words is the same as the "no se" of "no se puede".
const NOT_KNOWN: Phrases = Phrases { en: &[], es: &["no se"] };

/// What a "no se" without an accent stands before when it means "no sé".
const IS_NOT_KNOWN: &[&str] =
    &["como", "cual", "cuales", "cuando", "cuanto", "donde", "nada", "que", "quien", "si"];

/// One of a few things that a caller may name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    /// What the bot's slot type and the wording call it, such as `damaged`.
    pub(crate) key: &'static str,
    /// What callers call it.
    pub(crate) words: Phrases,
}

/// Digits of a number of a certain length, leading zeros included: keyed, recognised, or anywhere in a
/// sentence such as "no, it's four four three double two".
///
/// Of several numbers that are said, none is taken; `known`, the number that was just read back, is
/// not counted beside another.
pub(crate) fn digits(
    answer: &Answer<'_>,
    slot: Slot,
    length: &RangeInclusive<usize>,
    known: Option<&str>,
) -> Option<String> {
    let fits = |it: &String| {
        length.contains(&it.len()) && !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit())
    };
    if let Some(keys) = answer.keys {
        return Some(keys.to_owned()).filter(fits);
    }
    let found = values(answer, DateTime::ZERO).digits_of(|it| length.contains(&it));
    let mut said: Vec<String> = wanted(found).map(|it| it.value).collect();
    if said.iter().any(|it| Some(it.as_str()) != known) {
        said.retain(|it| Some(it.as_str()) != known);
    }
    said.dedup();
    match &said[..] {
        [] => Some(answer.slots.get(&slot)?.replace([' ', '-'], "")).filter(fits),
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// All digits that were said, where nothing else was that means something; `None` for keys.
pub(crate) fn just_digits(answer: &Answer<'_>) -> Option<String> {
    if answer.keys.is_some() {
        return None;
    }
    let found = values(answer, DateTime::ZERO).digits();
    let places: Vec<_> = found.iter().map(|it| it.words.clone()).collect();
    let is_all = Said::new(answer.said, answer.language).is_just_at(&places);
    let digits: String = wanted(found).map(|it| it.value).collect();
    (is_all && !digits.is_empty()).then_some(digits)
}

/// Which of `count` things that were just offered: "the second", "number two", the key 2, "the last
/// one". Counted from 0.
pub(crate) fn ordinal(answer: &Answer<'_>, slot: Slot, count: usize) -> Option<usize> {
    let nth = |it: u64| usize::try_from(it).ok()?.checked_sub(1).filter(|it| *it < count);
    if let Some(keys) = answer.keys {
        return keys.parse().ok().and_then(nth);
    }
    let said = wanted(values(answer, DateTime::ZERO).choices()).find_map(|it| match it.value {
        Choice::Nth(place) => nth(place),
        Choice::Last => count.checked_sub(1),
        Choice::Earlier | Choice::Later | Choice::Any | Choice::Neither => None,
    });
    said.or_else(|| answer.slots.get(&slot)?.parse().ok().and_then(nth))
}

/// One of a few things: as recognition has it, else the first that is named; none that is refused.
pub(crate) fn one_of(
    answer: &Answer<'_>,
    slot: Slot,
    names: &'static [Named],
) -> Option<&'static str> {
    let said = Said::new(answer.said, answer.language);
    let named = |it: &&Named| said.places(&it.words).iter().any(|place| !said.refuses(place));
    let refused = |it: &Named| said.places(&it.words).iter().any(|place| said.refuses(place));
    let recognised =
        |it: &&Named| answer.slots.get(&slot).is_some_and(|value| value == it.key) && !refused(it);
    names.iter().find(recognised).or_else(|| names.iter().find(named)).map(|it| it.key)
}

/// What was said in the caller's own words, on one line and not too long; `None` for keys, for nothing,
/// and for words with what opens something or a card, since the answer is kept.
pub(crate) fn free(answer: &Answer<'_>, slot: Slot) -> Option<String> {
    if answer.keys.is_some() {
        return None;
    }
    let said = answer.slots.get(&slot).map_or(answer.said, String::as_str);
    let words = said.split(|it: char| it.is_whitespace() || it.is_control());
    let line: Vec<&str> = words.filter(|it| !it.is_empty()).collect();
    // Read before it is cut, so that no cut hides a card number.
    let line = line.join(" ");
    if secret::is_in(&line) {
        return None;
    }
    let text: String = line.chars().take(MAX_FREE).collect();
    (!text.is_empty()).then_some(text)
}

/// A name: what was said, without "my name is" and the like.
pub(crate) fn name(answer: &Answer<'_>, slot: Slot, now: DateTime) -> Option<String> {
    let text = free(answer, slot)?;
    let words = language::values::Words::new(&text, &setting(answer.language, now));
    let (place, spelt) = words.name(language::values::Named::Person)?;
    let tokens = words.tokens().get(place)?;
    let start = tokens.first()?.span.start;
    let end = tokens.last()?.span.end;
    spelt.or_else(|| text.get(start..end).map(str::to_owned))
}

/// Whether the caller has nothing to give: "I don't have it here".
pub(crate) fn lacks(answer: &Answer<'_>) -> bool {
    let said = Said::new(answer.said, answer.language);
    said.has(&LACKING) || unknown(&said).is_some()
}

/// Where a caller says in Spanish that they do not know, as positions of words: "no sé", or without the
/// accent at the end and before a question.
pub(crate) fn unknown(said: &Said<'_>) -> Option<Range<usize>> {
    let is_meant = |place: &Range<usize>| {
        let verb = place.end.checked_sub(1).and_then(|it| said.tokens().get(it));
        let written = verb.and_then(|it| said.text().get(it.span.clone()));
        if written.is_some_and(|it| !it.is_ascii()) {
            return true;
        }
        let next = said.tokens().get(place.end);
        let ends = said.is_parted_after(place.end.saturating_sub(1));
        ends || next.is_none_or(|it| IS_NOT_KNOWN.contains(&it.text.as_str()))
    };
    said.places(&NOT_KNOWN).into_iter().find(is_meant)
}

fn setting(language: Language, now: DateTime) -> language::Setting {
    language::Setting::new(language.locale(), now)
}

fn values<'a>(answer: &Answer<'a>, now: DateTime) -> Values<'a> {
    Values::new(readable(answer.said), &setting(answer.language, now))
}

/// The first day that is named and not refused.
pub(crate) fn day(answer: &Answer<'_>, now: DateTime) -> Option<Date> {
    wanted(values(answer, now).days()).map(|it| it.value).next()
}

/// The values that are not named only to be refused.
fn wanted<T>(found: Vec<Found<T>>) -> impl Iterator<Item = Found<T>> {
    found.into_iter().filter(|it| !it.refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;
    use crate::testing::{Said, now, said};

    #[test]
    fn phrases_are_plain() {
        check_plain(&LACKING);
        check_plain(&NOT_KNOWN);
        for word in IS_NOT_KNOWN {
            check_plain(&Phrases { en: &[], es: std::slice::from_ref(word) });
        }
    }

    #[test]
    fn not_knowing_is_told_from_not_being_able() {
        for (text, lacking) in [
            ("no sé", true),
            ("no sé mi número", true),
            ("no se", true),
            ("no se, la verdad", true),
            ("no se cuál es", true),
            ("no lo tengo", true),
            ("el lunes no se puede", false),
            ("no se ve", false),
            ("no se escucha bien", false),
            ("sí", false),
        ] {
            assert_eq!(lacks(&said(text).in_spanish().answer()), lacking, "{text:?}");
        }
        assert!(lacks(&said("I don't have it here").answer()));
    }

    #[test]
    fn numbers_are_found_in_sentences() {
        let read = |said: &Said, known| {
            digits(&said.answer(), Slot::OrderNumber, &(5..=5), known).unwrap_or_default()
        };
        for (text, number) in [
            ("44321", "44321"),
            ("no, 44322", "44322"),
            ("no it's four four three two two", "44322"),
            ("4-4-3-2-1", "44321"),
            ("four four three double two", "44322"),
            ("triple five two one", "55521"),
            ("five five, uh, four two one please", "55421"),
            ("oh four four three two", "04432"),
            ("oh, four four three two one", "44321"),
            ("not 44321 but 44322", "44322"),
            ("44321 or 44322", ""),
            ("443211", ""),
            ("4432", ""),
            ("4111 1111 1111 1111", ""),
            ("track my order", ""),
            ("", ""),
            ("#44321", "44321"),
            ("#4432", ""),
        ] {
            assert_eq!(read(&said(text), None), number, "{text:?}");
        }
        for (text, number) in [
            ("cuatro cuatro tres doble dos", "44322"),
            ("cuarenta y cuatro tres veintidós", "44322"),
            ("no, es el 44322", "44322"),
        ] {
            assert_eq!(read(&said(text).in_spanish(), None), number, "{text:?}");
        }
        assert_eq!(read(&said("it's 44322, I said 44321"), Some("44321")), "44322");
        assert_eq!(read(&said("44321"), Some("44321")), "44321");
        let both = said("44322").with(Slot::OrderNumber, "44321");
        assert_eq!(read(&both, None), "44322", "words know better");
        assert_eq!(read(&said("mumble").with(Slot::OrderNumber, "44-321"), None), "44321");
    }

    #[test]
    fn what_was_offered_is_chosen() {
        let read = |said: &Said| ordinal(&said.answer(), Slot::Choice, 3);
        for (text, choice) in [
            ("the second one", Some(1)),
            ("number three please", Some(2)),
            ("the last", Some(2)),
            ("#1", Some(0)),
            ("#4", None),
            ("neither", None),
            ("later", None),
            ("", None),
        ] {
            assert_eq!(read(&said(text)), choice, "{text:?}");
        }
        assert_eq!(read(&said("la segunda").in_spanish()), Some(1));
        assert_eq!(read(&said("that").with(Slot::Choice, "3")), Some(2));
        assert_eq!(ordinal(&said("the third").answer(), Slot::Choice, 2), None);
    }

    #[test]
    fn things_are_named() {
        const KINDS: &[Named] = &[
            Named { key: "checking", words: Phrases { en: &["checking"], es: &["corriente"] } },
            Named {
                key: "savings",
                words: Phrases { en: &["savings"], es: &["ahorro", "ahorros"] },
            },
        ];
        let read = |said: &Said| one_of(&said.answer(), Slot::AccountKind, KINDS);
        assert_eq!(read(&said("my savings please")), Some("savings"));
        assert_eq!(read(&said("not checking, savings")), Some("savings"));
        assert_eq!(read(&said("la de ahorros").in_spanish()), Some("savings"));
        assert_eq!(
            read(&said("not checking, savings").with(Slot::AccountKind, "checking")),
            Some("savings")
        );
        assert_eq!(read(&said("that one").with(Slot::AccountKind, "checking")), Some("checking"));
        assert_eq!(read(&said("both")), None);
    }

    #[test]
    fn free_words_are_kept_short_and_on_one_line() {
        let read = |said: &Said| free(&said.answer(), Slot::Words);
        assert_eq!(read(&said("call\u{7}me\nback ")).as_deref(), Some("call me back"));
        assert_eq!(read(&said("")), None);
        assert_eq!(read(&said("#12")), None);
        assert_eq!(read(&said("call me back, my PIN is four zero seven one")), None);
        let long = format!("{} my PIN is 4071", "and ".repeat(60));
        assert_eq!(read(&said(&long)), None);
        assert_eq!(read(&said(&"é".repeat(12_000))).map(|it| it.chars().count()), Some(200));
        let name = |said: &Said| name(&said.answer(), Slot::PatientName, now());
        assert_eq!(name(&said("my name is Ana Diaz")).as_deref(), Some("Ana Diaz"));
    }
}

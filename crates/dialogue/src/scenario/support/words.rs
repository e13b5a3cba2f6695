//! What callers say of services and of how far they are, read by phrases that are kept as data.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use super::guide::Guide;
use crate::business::Service;
use crate::heard::YesNo;
use crate::read;
use crate::said::Said;
use crate::scenario::phrases::Phrases;
use crate::slot::Slot;
use crate::task::Answer;

/// The phrases that are part of the binary.
const EMBEDDED: &str = include_str!("../../../data/troubleshooting/words.toml");

/// Phrases by what they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Vocabulary {
    services: BTreeMap<Service, Phrases>,
    /// May stand between two services that are both meant.
    and: Phrases,
    everything: Phrases,
    meant: Phrases,
    #[serde(rename = "where")]
    place: Phrases,
    go_on: Phrases,
    pay: Phrases,
    other: Phrases,
    progress: BTreeMap<Progress, Phrases>,
}

/// How far the caller is with a step. Of phrases of the same length, the first of these is meant: "it's
/// not working again" has "working again" in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Progress {
    /// It needs longer.
    NotYet,
    /// It does not work, whatever was asked.
    Fails,
    /// It works, whatever was asked.
    Works,
    /// The step was done before the call.
    Before,
    /// The step cannot be done, or the answer is not known.
    Cannot,
    /// What the step is about is not there: a fix cannot be done, and a question has the answer no.
    Missing,
    /// The step is done.
    Ready,
}

/// The services, the one first that is meant when several are named and it is not clear that all are:
/// a bill for the internet is a bill, and the internet on a phone is the internet.
const SERVICES: [Service; 4] =
    [Service::Billing, Service::Internet, Service::Television, Service::Phone];

/// The phrases, read when they are first needed.
fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    // The tests read it, so it can be read.
    VOCABULARY.get_or_init(|| toml::from_str(EMBEDDED).unwrap_or_default())
}

/// How far the caller is, from words or from the value that recognition found; yes and no are left to
/// the question.
pub(super) fn progress(answer: &Answer<'_>) -> Option<Progress> {
    match answer.keys {
        Some("1") => return Some(Progress::Ready),
        Some("2") => return Some(Progress::Cannot),
        Some(_) => return None,
        None => {}
    }
    let said = Said::new(answer.said, answer.language);
    let lengths = vocabulary().progress.iter().map(|(it, phrases)| (*it, phrases.longest(&said)));
    let unknown = (Progress::Cannot, read::unknown(&said).map_or(0, |it| it.len()));
    let lengths = lengths.chain([unknown]);
    let longest = lengths.filter(|(_, length)| *length > 0).rev().max_by_key(|(_, length)| *length);
    longest.map(|(it, _)| it).or_else(|| match answer.slots.get(&Slot::Progress)?.as_str() {
        "ready" => Some(Progress::Ready),
        "cannot" => Some(Progress::Cannot),
        "works" => Some(Progress::Works),
        "fails" => Some(Progress::Fails),
        "before" => Some(Progress::Before),
        _ => None,
    })
}

/// What works or fails, as an answer to whether it works.
pub(super) fn works(answer: &Answer<'_>) -> Option<YesNo> {
    match progress(answer) {
        Some(Progress::Works) => Some(YesNo::Yes),
        Some(Progress::Fails | Progress::NotYet) => Some(YesNo::No),
        Some(Progress::Before | Progress::Cannot | Progress::Missing | Progress::Ready) | None => {
            answer.yes_no
        }
    }
}

/// The services that the caller names, the one to begin with first; at most two.
pub(super) fn services(said: &Said<'_>) -> Vec<Service> {
    let mut named = places(said, |place| !said.refuses(place));
    if named.is_empty() {
        // Who has no internet speaks of the internet.
        named = places(said, |_| true);
    }
    if let [(one, first), (other, second)] = &mut named[..]
        && *one != Service::Billing
        && joined(said, first, second)
    {
        return if first.start < second.start { vec![*one, *other] } else { vec![*other, *one] };
    }
    named.into_iter().take(1).map(|(service, _)| service).collect()
}

/// Where each service is named.
fn places(said: &Said<'_>, counts: impl Fn(&Range<usize>) -> bool) -> Vec<(Service, Range<usize>)> {
    let of = |service| {
        let found = vocabulary().services.get(&service)?.places(said);
        let found = found.into_iter().filter(&counts);
        Some((service, found.max_by_key(|it| (it.len(), it.start))?))
    };
    SERVICES.into_iter().filter_map(of).collect()
}

/// Whether there is nothing but an "and" between two places.
fn joined(said: &Said<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (start, end) =
        if one.start < other.start { (one.end, other.start) } else { (other.end, one.start) };
    let between = said.tokens().get(start..end).unwrap_or_default();
    let and = vocabulary().and.of(said.language());
    !between.is_empty() && between.iter().all(|it| and.contains(&it.text))
}

/// The service that recognition found.
pub(super) fn service_slot(answer: &Answer<'_>) -> Option<Service> {
    let value = answer.slots.get(&Slot::Service)?;
    let known = SERVICES.into_iter().find(|it| super::problem::word(Some(*it)) == value);
    known.or_else(|| services(&Said::new(value, answer.language)).into_iter().next())
}

/// The symptom of a guide that recognition found.
pub(super) fn symptom_slot<'g>(guide: &'g Guide, answer: &Answer<'_>) -> Option<&'g str> {
    let value = answer.slots.get(&Slot::Symptom)?;
    let read = || guide.symptom_in(&Said::new(value, answer.language), false);
    guide.symptom(value).or_else(read).map(|it| it.name.as_str())
}

/// Whether everything is out.
pub(super) fn is_everything(said: &Said<'_>) -> bool {
    vocabulary().everything.are_in(said)
}

/// Whether none of what was offered is meant.
pub(super) fn is_other(said: &Said<'_>) -> bool {
    vocabulary().other.are_in(said)
}

/// Whether the caller asks where they were.
pub(super) fn asks_where(said: &Said<'_>) -> bool {
    vocabulary().place.are_in(said)
}

/// Whether the caller wants to go on where they were.
pub(super) fn goes_on(said: &Said<'_>) -> bool {
    vocabulary().go_on.are_in(said) || asks_where(said)
}

/// Whether the caller wants to pay.
pub(super) fn pays(said: &Said<'_>) -> bool {
    vocabulary().pay.are_in(said)
}

/// The service that the caller means instead of another: "no, it's the phone".
pub(super) fn meant_instead(answer: &Answer<'_>, of: Service) -> Option<Service> {
    let said = Said::new(answer.said, answer.language);
    let other = services(&said).into_iter().find(|it| *it != of)?;
    let takes_back = vocabulary().meant.are_in(&said) || answer.yes_no == Some(YesNo::No);
    takes_back.then_some(other)
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::slot::Slots;

    fn answer<'a>(slots: &'a Slots, said: &'a str, language: Language) -> Answer<'a> {
        let yes_no = said.starts_with("no").then_some(YesNo::No);
        Answer { slots, yes_no, keys: None, said, language }
    }

    #[test]
    fn every_meaning_has_phrases_in_every_language() {
        let vocabulary: Vocabulary = toml::from_str(EMBEDDED).unwrap();
        assert_eq!((vocabulary.services.len(), vocabulary.progress.len()), (4, 7));
        let Vocabulary { services, and, everything, meant, place, go_on, pay, other, progress } =
            vocabulary;
        let single = [and, everything, meant, place, go_on, pay, other];
        let all = services.into_values().chain(progress.into_values()).chain(single);
        for (phrases, language) in all.flat_map(|it| Language::ALL.map(|of| (it.clone(), of))) {
            assert!(!phrases.of(language).is_empty(), "{phrases:?} {language}");
        }
    }

    #[test]
    fn progress_is_read_from_words() {
        use Language::{EnUs, EsUs};
        use Progress::{Before, Cannot, Fails, Missing, NotYet, Ready, Works};
        for (language, said, progress) in [
            (EnUs, "ready", Some(Ready)),
            (EnUs, "okay, I'm done", Some(Ready)),
            (EnUs, "they're all plugged in", Some(Ready)),
            (EnUs, "it works now, thanks", Some(Works)),
            (EnUs, "hey, it's working again", Some(Works)),
            (EnUs, "it's still not working", Some(Fails)),
            (EnUs, "that didn't help", Some(Fails)),
            (EnUs, "I can't reach the cables", Some(Cannot)),
            (EnUs, "I'm not at home right now", Some(Cannot)),
            (EnUs, "I don't know", Some(Cannot)),
            (EnUs, "there's no cable", Some(Missing)),
            (EnUs, "I don't see one", Some(Missing)),
            (EnUs, "I already tried that", Some(Before)),
            (EnUs, "not yet", Some(NotYet)),
            (EnUs, "it's still blinking", Some(NotYet)),
            (EnUs, "purple", None),
            (EsUs, "listo", Some(Ready)),
            (EsUs, "ya lo hice", Some(Ready)),
            (EsUs, "ya funciona", Some(Works)),
            (EsUs, "todavía no funciona", Some(Fails)),
            (EsUs, "sigue igual", Some(Fails)),
            (EsUs, "no puedo", Some(Cannot)),
            (EsUs, "todavía no", Some(NotYet)),
            (EsUs, "aún no, espere", Some(NotYet)),
            (EsUs, "todavía no hay internet", Some(Fails)),
            (EsUs, "sigue sin internet", Some(Fails)),
            (EsUs, "sigue", None),
            (EsUs, "y ahora qué sigue", Some(Ready)),
            (EsUs, "no sé", Some(Cannot)),
            (EsUs, "no se prende", None),
            (EsUs, "no hay cable", Some(Missing)),
            (EsUs, "eso ya lo hice", Some(Before)),
            (EsUs, "todavía parpadea", Some(NotYet)),
            (EsUs, "morado", None),
        ] {
            assert_eq!(super::progress(&answer(&Slots::new(), said, language)), progress, "{said}");
        }
    }

    #[test]
    fn services_are_read_from_words() {
        use Language::{EnUs, EsUs};
        use Service::{Billing, Internet, Phone, Television};
        for (language, text, named) in [
            (EnUs, "my internet is down", &[Internet][..]),
            (EnUs, "the internet on my phone is slow", &[Internet]),
            (EnUs, "I'm calling from my phone about the wifi", &[Internet]),
            (EnUs, "my phone and my internet are out", &[Phone, Internet]),
            (EnUs, "the internet and the tv", &[Internet, Television]),
            (EnUs, "my internet bill is wrong", &[Billing]),
            (EnUs, "it's not the internet, it's the phone", &[Phone]),
            (EnUs, "something is broken", &[]),
            (EsUs, "no tengo internet", &[Internet]),
            (EsUs, "la tele y el teléfono", &[Television, Phone]),
            (EsUs, "me cobraron dos veces", &[Billing]),
        ] {
            assert_eq!(services(&Said::new(text, language)), named, "{text}");
        }
    }

    #[test]
    fn another_service_takes_more_than_its_name() {
        use Language::{EnUs, EsUs};
        for (language, said, other) in [
            (EnUs, "no, it's my phone", Some(Service::Phone)),
            (EnUs, "I meant the television", Some(Service::Television)),
            (EnUs, "not the internet, the phone", Some(Service::Phone)),
            (EnUs, "my phone says no internet", None),
            (EnUs, "no", None),
            (EsUs, "no, es el teléfono", Some(Service::Phone)),
            (EsUs, "quise decir la tele", Some(Service::Television)),
        ] {
            let slots = Slots::new();
            let answer = answer(&slots, said, language);
            assert_eq!(meant_instead(&answer, Service::Internet), other, "{said}");
        }
    }
}

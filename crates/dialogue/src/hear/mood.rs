//! Hears anger, fear and urgency.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::heard::Heard;
use crate::said::{Phrases, Said};

/// How a caller feels who needs more than an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Mood {
    /// Angry.
    Anger,
    /// Afraid.
    Fear,
    /// In a hurry.
    Urgency,
}

/// Least confidence of recognition that words are negative for the line to take them for anger.
///
/// Lex asks Amazon Comprehend, which is this sure of few sentences: "my order has not come" is
/// mostly neutral to it.
const NEGATIVE: f64 = 0.85;

const WORDS: &[(Mood, Phrases)] = &[
    (
        Mood::Fear,
        Phrases {
            en: &["afraid", "anxious", "frightened", "panicking", "scared", "terrified", "worried"],
            es: &[
                "angustiada",
                "angustiado",
                "asustada",
                "asustado",
                "miedo",
                "nerviosa",
                "nervioso",
                "preocupa",
                "preocupada",
                "preocupado",
            ],
        },
    ),
    (
        Mood::Anger,
        Phrases {
            en: &[
                "angry",
                "fed up",
                "frustrated",
                "frustrating",
                "furious",
                "idiot",
                "idiots",
                "incompetent",
                "mad at",
                "morons",
                "outrageous",
                "pissed",
                "ridiculous",
                "sick and tired",
                "sick of",
                "so annoyed",
                "stupid",
                "terrible service",
                "unacceptable",
                "useless",
                "waste of time",
                "worst",
            ],
            es: &[
                "el colmo",
                "enfadada",
                "enfadado",
                "enojada",
                "enojado",
                "furiosa",
                "furioso",
                "harta",
                "harto",
                "idiota",
                "idiotas",
                "inaceptable",
                "incompetentes",
                "indignada",
                "indignado",
                "inutil",
                "molesta",
                "molesto",
                "pesimo servicio",
                "que verguenza",
                "ridiculo",
                "una verguenza",
            ],
        },
    ),
    (
        Mood::Urgency,
        Phrases {
            en: &[
                "as soon as possible",
                "asap",
                "in a hurry",
                "no time",
                "really urgent",
                "right away",
                "running out of time",
                "urgent",
                "urgently",
            ],
            es: &[
                "cuanto antes",
                "de inmediato",
                "lo antes posible",
                "mucha prisa",
                "tengo prisa",
                "urge",
                "urgente",
                "urgentemente",
            ],
        },
    ),
];

/// How the caller feels, by their words or by what recognition makes of them.
pub(crate) fn of(said: &Said<'_>, heard: &Heard) -> Option<Mood> {
    let is_felt = |place: &Range<usize>| !said.refuses(place) && !is_denied(said, place.start);
    let named = |phrases: &Phrases| said.places(phrases).iter().any(is_felt);
    let said = WORDS.iter().find(|(_, phrases)| named(phrases)).map(|(mood, _)| *mood);
    said.or_else(|| heard.negative.is_some_and(|it| it >= NEGATIVE).then_some(Mood::Anger))
}

/// "No estoy enojado", "it's not that urgent": a no, and only how one is between.
fn is_denied(said: &Said<'_>, start: usize) -> bool {
    const LINKS: &[&str] = &[
        "am", "are", "es", "esta", "estamos", "estoy", "in", "is", "muy", "nada", "really", "so",
        "tan", "tengo", "that", "too", "very",
    ];
    let word = |at: usize| said.tokens().get(at).map_or("", |it| it.text.as_str());
    let before = (0..start).rev().find(|at| !LINKS.contains(&word(*at)));
    before.is_some_and(|at| {
        matches!(word(at), "no" | "not" | "nunca" | "never") && !said.is_parted_after(at)
    })
}

impl Mood {
    /// The remark that acknowledges it.
    pub(crate) fn note(self) -> &'static str {
        match self {
            Self::Anger => "note-anger",
            Self::Fear => "note-fear",
            Self::Urgency => "note-urgency",
        }
    }
}

#[cfg(test)]
mod tests {
    use wording::Language::{self, EnUs, EsUs};

    use super::*;
    use crate::said::check_plain;

    #[test]
    fn moods_are_heard() {
        for (_, phrases) in WORDS {
            check_plain(phrases);
        }
        let mood_of = |language: Language, text: &str, negative| {
            let heard = Heard { negative, ..Heard::default() };
            of(&Said::new(text, language), &heard)
        };
        for (language, text, mood) in [
            (EnUs, "this is ridiculous, where is my order", Some(Mood::Anger)),
            (EnUs, "I'm so worried about my package", Some(Mood::Fear)),
            (EnUs, "I'm not angry, just asking", None),
            (EnUs, "it's urgent", Some(Mood::Urgency)),
            (EnUs, "my order hasn't come", None),
            (EsUs, "estoy harta de esperar", Some(Mood::Anger)),
            (EsUs, "es urgente", Some(Mood::Urgency)),
            (EsUs, "tengo miedo", Some(Mood::Fear)),
            (EsUs, "no, estoy enojado", Some(Mood::Anger)),
            (EsUs, "no estoy enojado", None),
            (EsUs, "no es tan urgente", None),
            (EsUs, "no tengo prisa", None),
            (EnUs, "it's not that urgent", None),
            (EnUs, "no, it's urgent", Some(Mood::Urgency)),
            (EnUs, "I'm not in a hurry", None),
        ] {
            assert_eq!(mood_of(language, text, None), mood, "{text:?}");
        }
        assert_eq!(mood_of(EnUs, "well", Some(0.9)), Some(Mood::Anger));
        assert_eq!(mood_of(EnUs, "well", Some(0.6)), None);
        assert_eq!(mood_of(EnUs, "well", Some(f64::NAN)), None);
    }
}

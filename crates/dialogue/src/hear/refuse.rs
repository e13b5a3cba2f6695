//! Hears what a caller does not want.

use wording::Language;

use crate::said::{Phrases, Said};

/// Words that turn what follows them into its opposite.
const NOT: Phrases = Phrases {
    en: &["never", "no", "not", "without"],
    es: &["jamas", "ni", "no", "nunca", "sin", "tampoco"],
};
/// Words before "not" that make it a fact and no refusal: "it has not come".
const FACT: Phrases = Phrases {
    en: &[
        "are", "can", "could", "did", "does", "had", "has", "have", "is", "was", "were", "will",
        "would",
    ],
    es: &["aun", "que", "todavia"],
};
/// Words after the Spanish "no" that make it a fact: "no ha llegado".
const FACT_AFTER: &[&str] = &["ha", "han", "he", "hay", "llega", "llego", "puedo", "es", "esta"];
/// The same before "no": "still no sign of it".
const NOTHING_THERE: Phrases =
    Phrases { en: &["had", "is", "seen", "still", "there"], es: &["aun", "todavia"] };
/// Words that may stand between a refusal and what is refused. Any other begins another thought:
/// "I don't know, get me an agent" wants one.
const BETWEEN: Phrases = Phrases {
    en: &[
        "a", "actual", "an", "another", "any", "ask", "be", "call", "connect", "do", "ever", "for",
        "get", "give", "have", "human", "i", "like", "live", "me", "more", "need", "please", "put",
        "real", "really", "send", "speak", "speaking", "talk", "talking", "the", "think",
        "through", "to", "transfer", "us", "want", "with",
    ],
    es: &[
        "a",
        "comunique",
        "comuniquen",
        "con",
        "de",
        "el",
        "favor",
        "hablar",
        "hable",
        "la",
        "me",
        "necesito",
        "ningun",
        "ninguna",
        "pase",
        "pasen",
        "ponga",
        "pongan",
        "por",
        "que",
        "quiero",
        "quisiera",
        "transfiera",
        "un",
        "una",
    ],
};
/// More of them before a goodbye, where to hear one too many costs the caller the call.
const BEFORE_LEAVING: Phrases = Phrases {
    en: &[
        "am", "dare", "done", "going", "just", "let", "okay", "say", "saying", "set", "yet", "you",
    ],
    es: &["aun", "digo", "ir", "se", "todavia", "va", "vaya", "voy"],
};

/// What may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A person, or something else that can be had.
    Person,
    /// The end of the call.
    Leaving,
}

/// Whether what is said at `start` is refused by the words before it.
pub(super) fn refuses(said: &Said<'_>, start: usize, what: Of) -> bool {
    let language = said.language();
    let word = |at: usize| said.tokens().get(at).map_or("", |it| it.text.as_str());
    for at in (0..start).rev() {
        let before = at.checked_sub(1).map_or("", word);
        // "I can't get to an agent" wants one.
        if word(at) == "not" && matches!(before, "can" | "could") {
            return false;
        }
        if word(at) == "no" && language == Language::EnUs {
            // "No agent" refuses one; "no, an agent" and "no, goodbye" answer a question first.
            let is_beside = at.saturating_add(1) == start;
            return what == Of::Person && is_beside && !matches!(word(start), "a" | "an");
        }
        // "No, un agente" and "no, adiós" answer a question first.
        if word(at) == "no" && said.is_parted_after(at) {
            return false;
        }
        if NOT.of(language).contains(&word(at)) {
            return true;
        }
        let is_between = BETWEEN.of(language).contains(&word(at))
            || (what == Of::Leaving && BEFORE_LEAVING.of(language).contains(&word(at)));
        if !is_between {
            return false;
        }
    }
    false
}

/// Whether anything may be refused at all.
pub(super) fn is_in(said: &Said<'_>) -> bool {
    let language = said.language();
    let word = |at: usize| said.tokens().get(at).map_or("", |it| it.text.as_str());
    (0..said.tokens().len()).any(|at| {
        let before = at.checked_sub(1).map_or("", word);
        let states_a_fact = match language {
            Language::EnUs => match word(at) {
                "not" => FACT.en.contains(&before),
                "no" => NOTHING_THERE.en.contains(&before),
                _ => false,
            },
            Language::EsUs => {
                let after = word(at.saturating_add(1));
                word(at) == "no" && (FACT.es.contains(&before) || FACT_AFTER.contains(&after))
            }
        };
        NOT.of(language).contains(&word(at)) && !states_a_fact
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    #[test]
    fn phrases_are_plain() {
        for phrases in [NOT, FACT, NOTHING_THERE, BETWEEN, BEFORE_LEAVING] {
            check_plain(&phrases);
        }
    }
}

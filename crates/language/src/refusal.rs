//! What a caller names only to refuse it: "not today", "any day but Monday", "I can't do Friday".

use std::ops::Range;

use crate::Language;
use crate::text::Token;

/// Words that refuse what follows them.
const NOT: &[(&str, Language)] = &[
    ("not", Language::English),
    ("never", Language::English),
    ("nor", Language::English),
    ("except", Language::English),
    ("excluding", Language::English),
    ("without", Language::English),
    ("excepto", Language::Spanish),
    ("salvo", Language::Spanish),
    ("sin", Language::Spanish),
    ("ni", Language::Spanish),
    ("tampoco", Language::Spanish),
];

/// Words that refuse what follows them only behind a word of [`ANY`].
const BUT: &[(&str, Language)] = &[("but", Language::English), ("menos", Language::Spanish)];

/// "Anything" in "anything but olives".
const ANY: &[(&str, Language)] = &[
    ("all", Language::English),
    ("any", Language::English),
    ("anything", Language::English),
    ("anytime", Language::English),
    ("every", Language::English),
    ("everything", Language::English),
    ("whatever", Language::English),
    ("whichever", Language::English),
    ("cualquier", Language::Spanish),
    ("cualquiera", Language::Spanish),
    ("toda", Language::Spanish),
    ("todas", Language::Spanish),
    ("todo", Language::Spanish),
    ("todos", Language::Spanish),
];

/// "No" behind one of these refuses; alone it answers the question before: "no, Friday".
const BEFORE_NO: &[(&str, Language)] = &[
    ("and", Language::English),
    ("but", Language::English),
    ("with", Language::English),
    ("pero", Language::Spanish),
    ("y", Language::Spanish),
    ("con", Language::Spanish),
];

/// Words between a word that refuses and what it refuses.
const LINKS: &[(&str, Language)] = &[
    ("a", Language::English),
    ("an", Language::English),
    ("any", Language::English),
    ("at", Language::English),
    ("be", Language::English),
    ("come", Language::English),
    ("do", Language::English),
    ("for", Language::English),
    ("have", Language::English),
    ("in", Language::English),
    ("like", Language::English),
    ("make", Language::English),
    ("manage", Language::English),
    ("need", Language::English),
    ("on", Language::English),
    ("take", Language::English),
    ("the", Language::English),
    ("this", Language::English),
    ("to", Language::English),
    ("want", Language::English),
    ("a", Language::Spanish),
    ("de", Language::Spanish),
    ("del", Language::Spanish),
    ("el", Language::Spanish),
    ("en", Language::Spanish),
    ("la", Language::Spanish),
    ("las", Language::Spanish),
    ("los", Language::Spanish),
    ("para", Language::Spanish),
    ("un", Language::Spanish),
    ("una", Language::Spanish),
];

/// Verbs behind a Spanish "no", which then refuses; without one it answers the question before.
const VERBS: &[&str] = &[
    "gusta", "necesito", "podemos", "podria", "puedo", "queremos", "queria", "quiero", "quisiera",
    "tengo", "ir", "venir",
];

/// What stands behind a value that is refused: "Friday doesn't work".
const BEHIND: &[(&str, Language)] = &[
    ("does not", Language::English),
    ("will not", Language::English),
    ("would not", Language::English),
    ("can not", Language::English),
    ("is no good", Language::English),
    ("is not good", Language::English),
    ("is not possible", Language::English),
    ("no puedo", Language::Spanish),
    ("no podria", Language::Spanish),
    ("no puede", Language::Spanish),
    ("no me", Language::Spanish),
    ("no quiero", Language::Spanish),
    ("no va", Language::Spanish),
];

fn is(list: &[(&str, Language)], word: &str, language: Language) -> bool {
    list.contains(&(word, language))
}

/// Whether what stands between two places of an utterance is named only to be refused.
pub fn is_refused(
    text: &str,
    tokens: &[Token],
    start: usize,
    end: usize,
    language: Language,
) -> bool {
    refused_before(text, tokens, start, language) || refused_behind(text, tokens, end, language)
}

/// Which of several places of an utterance, as token positions, are refused. "No onions or olives"
/// refuses both.
pub fn refused(
    text: &str,
    tokens: &[Token],
    places: &[Range<usize>],
    language: Language,
) -> Vec<bool> {
    let is = |it: &Range<usize>| is_refused(text, tokens, it.start, it.end, language);
    let mut refused: Vec<bool> = places.iter().map(is).collect();
    if !refused.contains(&true) {
        return refused;
    }
    let mut ends: Vec<usize> =
        places.iter().zip(&refused).filter(|(_, it)| **it).map(|(it, _)| it.end).collect();
    let mut order: Vec<(&Range<usize>, &mut bool)> = places.iter().zip(&mut refused).collect();
    order.sort_by_key(|(it, _)| it.start);
    for (place, refused) in order {
        let before = place.start.checked_sub(1);
        let is_joined = before.is_some_and(|at| {
            tokens.get(at).is_some_and(|it| joins(&it.text, language)) && ends.contains(&at)
        });
        if is_joined {
            *refused = true;
            ends.push(place.end);
        }
    }
    refused
}

/// Whether a comma or a full stop stands before a token.
pub fn is_parted(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| tokens.get(it)).map_or(0, |it| it.span.end);
    let here = tokens.get(at).map_or(before, |it| it.span.start);
    text.get(before..here).is_some_and(|gap| gap.contains([',', ';', '.', '!', '?']))
}

fn refused_before(text: &str, tokens: &[Token], start: usize, language: Language) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let mut verb = false;
    // The value itself may begin with words that lead to it: "on Friday".
    let mut at = start;
    while !is_parted(text, tokens, at)
        && let Some(before) = at.checked_sub(1)
    {
        at = before;
        let said = word(at);
        let earlier = |list: &[(&str, Language)]| {
            tokens.iter().take(at).any(|it| is(list, &it.text, language))
        };
        let previous = at.checked_sub(1).map_or("", word);
        if is(NOT, said, language) {
            // "Why not Friday" proposes it.
            return previous != "why";
        }
        if is(BUT, said, language) {
            return earlier(ANY);
        }
        if said == "no" {
            let why = previous == "que";
            return (verb && !why) || is(BEFORE_NO, previous, language);
        }
        if language == Language::Spanish && VERBS.contains(&said) {
            verb = true;
        } else if !is(LINKS, said, language) {
            return false;
        }
    }
    false
}

fn refused_behind(text: &str, tokens: &[Token], end: usize, language: Language) -> bool {
    if is_parted(text, tokens, end) {
        return false;
    }
    BEHIND.iter().filter(|(_, it)| *it == language).any(|(words, _)| {
        let mut behind = tokens.iter().skip(end).map(|it| it.text.as_str());
        words.split(' ').all(|it| behind.next() == Some(it))
    })
}

/// Words between values that are refused together: "no onions or olives".
fn joins(word: &str, language: Language) -> bool {
    match language {
        Language::English => matches!(word, "and" | "or" | "nor"),
        Language::Spanish => matches!(word, "y" | "e" | "o" | "u" | "ni"),
        Language::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    /// The words that are refused, each looked at alone.
    fn refused(said: &str, language: Language) -> String {
        let tokens = tokens(said, language);
        let is = |at: &usize| is_refused(said, &tokens, *at, at.saturating_add(1), language);
        let words = (0..tokens.len()).filter(is).map(|at| tokens[at].text.clone());
        let means = |it: &String| crate::words::weight(it, language).is_content();
        words.filter(means).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_refused_is_known() {
        for (said, expected) in [
            ("not monday", "monday"),
            ("any day but monday", "monday"),
            ("I can't do friday", "friday"),
            ("I don't want the large", "large"),
            ("friday doesn't", "friday"),
            ("everything except onions", "onions"),
            ("ham but no olives", "olives"),
            ("no, friday", ""),
            ("no friday", ""),
            ("order no 55421", ""),
            ("I'd rather not, friday is better", ""),
            ("I said monday but friday is better", ""),
            ("why not friday", ""),
            ("friday", ""),
            ("not until friday", "until"),
        ] {
            assert_eq!(refused(said, Language::English), expected, "{said:?}");
        }
        for (said, expected) in [
            ("no puedo el viernes", "viernes"),
            ("el viernes no puedo", "viernes"),
            ("todo menos cebolla", "cebolla"),
            ("cualquier d\u{ed}a menos el lunes", "lunes"),
            ("sin cebolla", "cebolla"),
            ("jam\u{f3}n pero no cebolla", "cebolla"),
            ("no, el viernes", ""),
            ("no el viernes", ""),
            ("no es 55421", ""),
            ("las cinco menos cuarto", ""),
        ] {
            assert_eq!(refused(said, Language::Spanish), expected, "{said:?}");
        }
    }
}

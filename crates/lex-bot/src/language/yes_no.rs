//! Yes and no.

use super::text::Token;

/// What an answer to a yes-or-no question comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

#[rustfmt::skip]
const YES: &[&str] = &[
    "absolutely", "affirmative", "certainly", "confirm", "confirmed", "correct", "definitely",
    "exactly", "indeed", "ok", "okay", "perfect", "right", "sure", "ya", "yeah", "yep", "yes",
    "yup",
];

const NO: &[&str] =
    &["false", "incorrect", "nah", "negative", "never", "no", "nope", "not", "wrong"];

/// Words that may stand beside a yes or no without changing it.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "a", "all", "alright", "am", "are", "at", "course", "did", "do", "does", "er", "for", "got",
    "hmm", "i", "is", "it", "mm", "number", "of", "oh", "one", "please", "quite", "really",
    "so", "sounds", "thank", "thanks", "that", "the", "think", "this", "uh", "um", "well",
    "you",
];

/// Short answers that no yes or no word marks.
const WHOLE: &[(&str, Answer)] = &[
    ("of course", Answer::Yes),
    ("uh huh", Answer::Yes),
    ("mm hmm", Answer::Yes),
    ("it is", Answer::Yes),
    ("that is it", Answer::Yes),
    ("that is the one", Answer::Yes),
    ("you got it", Answer::Yes),
    ("sounds good", Answer::Yes),
    ("i do", Answer::Yes),
    ("uh uh", Answer::No),
];

/// Reads an utterance that is nothing but a yes or a no.
pub(crate) fn answer(tokens: &[Token]) -> Option<Answer> {
    let words: Vec<&str> = tokens.iter().map(|it| it.text.as_str()).collect();
    let said = words.join(" ");
    if let Some((_, answer)) = WHOLE.iter().find(|(whole, _)| *whole == said) {
        return Some(*answer);
    }
    let known = |word: &&str| YES.contains(word) || NO.contains(word) || BESIDE.contains(word);
    if !words.iter().all(known) {
        return None;
    }
    // "That's not right" has both and is a no.
    if words.iter().any(|it| NO.contains(it)) {
        Some(Answer::No)
    } else if words.iter().any(|it| YES.contains(it)) {
        Some(Answer::Yes)
    } else {
        None
    }
}

/// Splits the leading refusal off an utterance: "no, it's 44322" is a refusal and "it is 44322".
///
/// `None` when the utterance does not begin with one.
pub(crate) fn after_refusal(tokens: &[Token]) -> Option<&[Token]> {
    let refusals = tokens.iter().take_while(|it| NO.contains(&it.text.as_str())).count();
    if refusals == 0 { None } else { tokens.get(refusals..) }
}

#[cfg(test)]
mod tests {
    use super::super::text::tokens;
    use super::*;

    #[test]
    fn answers_are_read() {
        for (said, expected) in [
            ("yes", Some(Answer::Yes)),
            ("Yeah, that's right.", Some(Answer::Yes)),
            ("yes please", Some(Answer::Yes)),
            ("um, correct", Some(Answer::Yes)),
            ("that's the one", Some(Answer::Yes)),
            ("of course", Some(Answer::Yes)),
            ("uh huh", Some(Answer::Yes)),
            ("it is", Some(Answer::Yes)),
            ("no", Some(Answer::No)),
            ("nope", Some(Answer::No)),
            ("that's wrong", Some(Answer::No)),
            ("no, that's not right", Some(Answer::No)),
            ("it isn't", Some(Answer::No)),
            ("not quite", Some(Answer::No)),
            ("no thanks", Some(Answer::No)),
            ("no, it's 44322", None),
            ("yes I want an agent", None),
            ("it", None),
            ("", None),
            ("right now", None),
            ("blah", None),
        ] {
            assert_eq!(answer(&tokens(said)), expected, "{said:?}");
        }
    }
}

//! Yes and no.

use crate::Language;
use crate::lexicon::has;
use crate::text::Token;

/// What an answer to a yes-or-no question comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Reads an utterance that is nothing but a yes or a no.
pub fn answer(tokens: &[Token], language: Language) -> Option<Answer> {
    let lexicon = language.lexicon();
    let words: Vec<&str> = tokens.iter().map(|it| it.text.as_str()).collect();
    let said = words.join(" ");
    if let Some((_, answer)) = lexicon.whole.iter().find(|(whole, _)| *whole == said) {
        return Some(*answer);
    }
    let known =
        |word: &&str| [lexicon.yes, lexicon.no, lexicon.beside].iter().any(|list| has(list, word));
    if !words.iter().all(known) {
        return None;
    }
    // "That's not right" has both and is a no.
    if words.iter().any(|it| has(lexicon.no, it)) {
        Some(Answer::No)
    } else if words.iter().any(|it| has(lexicon.yes, it)) {
        Some(Answer::Yes)
    } else {
        None
    }
}

/// Splits the leading refusal off an utterance: "no, it's 44322" is a refusal and "it is 44322".
///
/// `None` when the utterance does not begin with one.
pub fn after_refusal(tokens: &[Token], language: Language) -> Option<&[Token]> {
    let no = language.lexicon().no;
    let refusals = tokens.iter().take_while(|it| has(no, &it.text)).count();
    if refusals == 0 { None } else { tokens.get(refusals..) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn read(said: &str, language: Language) -> Option<Answer> {
        answer(&tokens(said, language), language)
    }

    #[test]
    fn spanish_answers_are_read() {
        for (said, expected) in [
            ("s\u{ed}", Some(Answer::Yes)),
            ("Si, claro", Some(Answer::Yes)),
            ("claro que s\u{ed}", Some(Answer::Yes)),
            ("correcto", Some(Answer::Yes)),
            ("as\u{ed} es", Some(Answer::Yes)),
            ("eso es", Some(Answer::Yes)),
            ("por supuesto", Some(Answer::Yes)),
            ("de acuerdo", Some(Answer::Yes)),
            ("desde luego", Some(Answer::Yes)),
            ("s\u{ed}, por favor", Some(Answer::Yes)),
            ("vale", Some(Answer::Yes)),
            ("no", Some(Answer::No)),
            ("no, gracias", Some(Answer::No)),
            ("no es correcto", Some(Answer::No)),
            ("claro que no", Some(Answer::No)),
            ("para nada", Some(Answer::No)),
            ("de ninguna manera", Some(Answer::No)),
            ("no, es el 44322", None),
            ("s\u{ed}, quiero un agente", None),
            ("yes", None),
            ("eso", None),
            ("", None),
        ] {
            assert_eq!(read(said, Language::Spanish), expected, "{said:?}");
        }
        assert_eq!(read("ok", Language::Other), Some(Answer::Yes));
        assert_eq!(read("oui", Language::Other), None);
    }

    #[test]
    fn a_refusal_is_split_off() {
        for (said, language, rest) in [
            ("no, it's 44322", Language::English, Some("it is 44322")),
            ("no no un agente", Language::Spanish, Some("un agente")),
            ("un agente", Language::Spanish, None),
            ("no", Language::English, Some("")),
        ] {
            let tokens = tokens(said, language);
            let left = after_refusal(&tokens, language)
                .map(|left| left.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" "));
            assert_eq!(left.as_deref(), rest, "{said:?}");
        }
    }

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
            assert_eq!(read(said, Language::English), expected, "{said:?}");
        }
    }
}

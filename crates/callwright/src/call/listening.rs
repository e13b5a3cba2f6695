//! What a bot hears of what a caller does: how long it listens, which keys it takes.

use std::time::Duration;

use lex_bot::{Input, Listening, Speech};

use super::clock;
use crate::script::{Mood, Saying};

/// What a bot hears, and how long it waits after it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heard {
    pub(super) input: Input,
    /// Until it takes what it heard to be all.
    pub(super) wait: Duration,
}

/// Keys as a bot takes them. What is pressed after the end is lost.
pub(super) fn keys(pressed: &str, how: &Listening) -> Heard {
    let most = usize::try_from(how.keys_max_length).unwrap_or(usize::MAX);
    let mut taken = String::new();
    for key in pressed.chars() {
        if key == how.keys_end_character {
            return Heard { input: Input::Dtmf(taken), wait: Duration::ZERO };
        }
        if key == how.keys_deletion_character {
            return Heard { input: Input::Dtmf(String::new()), wait: Duration::ZERO };
        }
        taken.push(key);
        if taken.len() >= most {
            return Heard { input: Input::Dtmf(taken), wait: Duration::ZERO };
        }
    }
    Heard { input: Input::Dtmf(taken), wait: how.keys_end_timeout }
}

/// Words as speech recognition makes them of what is said. What is said after the longest time that
/// the bot listens is not heard.
pub(super) fn words(saying: &Saying, how: &Listening) -> Heard {
    let (text, _) = clock::cut(&saying.text, how.audio_max_length);
    let mut heard = saying
        .heard
        .iter()
        .map(|it| lex_bot::Hearing { text: it.text.clone(), confidence: it.confidence });
    let best = heard.next();
    let best = best.unwrap_or(lex_bot::Hearing { text, confidence: saying.confidence });
    let speech = Speech {
        text: best.text,
        confidence: best.confidence,
        others: heard.collect(),
        sentiment: saying.mood.map(mood),
    };
    Heard { input: Input::Speech(speech), wait: how.audio_end_timeout }
}

/// A mood, as surely as a script says it.
fn mood(mood: Mood) -> aws_events::lex::SentimentResponse {
    use aws_events::lex::{Sentiment, SentimentResponse, SentimentScore};
    let none = SentimentScore::default();
    let (sentiment, score) = match mood {
        Mood::Mixed => (Sentiment::Mixed, SentimentScore { mixed: 1.0, ..none }),
        Mood::Negative => (Sentiment::Negative, SentimentScore { negative: 1.0, ..none }),
        Mood::Neutral => (Sentiment::Neutral, SentimentScore { neutral: 1.0, ..none }),
        Mood::Positive => (Sentiment::Positive, SentimentScore { positive: 1.0, ..none }),
    };
    SentimentResponse { sentiment, sentiment_score: Some(score) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Hearing;

    fn digits(pressed: &str, how: &Listening) -> (String, bool) {
        match keys(pressed, how) {
            Heard { input: Input::Dtmf(keys), wait } => (keys, !wait.is_zero()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn keys_beyond_the_end_are_lost() {
        let how = Listening { keys_max_length: 5, ..Listening::default() };
        for (pressed, taken, waits) in [
            ("", "", true),
            ("123", "123", true),
            ("12#34", "12", false),
            ("#", "", false),
            ("12*345", "", false),
            ("1234567#", "12345", false),
        ] {
            assert_eq!(digits(pressed, &how), (taken.to_owned(), waits), "{pressed:?}");
        }
        let other = Listening { keys_end_character: '0', keys_deletion_character: '9', ..how };
        assert_eq!(digits("1#*0", &other), ("1#*".to_owned(), false));
        assert_eq!(digits("1#9", &other), (String::new(), false));
    }

    #[test]
    fn what_is_said_too_long_is_cut_unless_the_script_knows_what_is_heard() {
        let how = Listening { audio_max_length: Duration::from_secs(1), ..Listening::default() };
        let heard = |saying: &Saying| match words(saying, &how).input {
            Input::Speech(speech) => (speech.text, speech.others.len()),
            other => panic!("{other:?}"),
        };
        let mut saying = Saying::from("one two three four");
        assert_eq!(heard(&saying), ("one two".to_owned(), 0));
        let hearing = |text: &str| Hearing { text: text.to_owned(), confidence: None };
        saying.heard = vec![hearing("won too three for"), hearing("one")];
        assert_eq!(heard(&saying), ("won too three for".to_owned(), 1));
    }
}

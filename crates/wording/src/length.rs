//! How long it takes to say something.

use crate::Language;
use crate::sound::cardinal;

/// Words in a minute at which a line should speak.
///
/// Sources: 150 words in a minute is the average of English speakers in the United States (National
/// Center for Voice and Speech, Voice Qualities). The same texts are read aloud in Spanish at 218
/// words in a minute where it is 228 in English (S. Trauzettel-Klosinski and K. Dietz, Standardized
/// Assessment of Reading Performance: the New International Reading Speed Texts, Investigative
/// Ophthalmology & Visual Science 53, 2012, table 2), so Spanish is counted at 143.
fn words_per_minute(language: Language) -> f64 {
    match language {
        Language::EnUs => 150.0,
        Language::EsUs => 143.0,
    }
}

/// The pause that a voice makes at the comma between digits that are said one by one.
const DIGIT_PAUSE: f64 = 0.2;

/// Seconds that it takes to say some SSML of ours. Pauses between sentences are part of the rate;
/// those of `break` and between digits come on top.
pub(crate) fn seconds(language: Language, ssml: &str) -> f64 {
    let mut count = Count { language, words: 0, seconds: 0.0 };
    let mut pace = 1.0;
    let mut rest = ssml;
    // Words of a text may be cut by tags ("$42.10" is one `sub`), so they are counted at its end.
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        text.push_str(before);
        rest = after;
        if let Some(millis) = attribute(tag, "break time").and_then(|it| it.strip_suffix("ms")) {
            count.seconds += f64::from(millis.parse::<u16>().unwrap_or(0)) / 1000.0;
        } else if let Some(said) = attribute(tag, "sub alias") {
            text.push_str(said);
            rest = after_tag(rest);
        } else if tag.contains("interpret-as=\"digits\"") {
            let (digits, _) = rest.split_once('<').unwrap_or((rest, ""));
            for digit in digits.chars() {
                text.push(' ');
                text.push(digit);
                text.push(' ');
            }
            rest = after_tag(rest);
            if rest.starts_with(", <say-as") {
                count.seconds += DIGIT_PAUSE;
            }
        } else if let Some(rate) =
            attribute(tag, "prosody rate").and_then(|it| it.strip_suffix('%'))
        {
            pace = f64::from(rate.parse::<u8>().unwrap_or(100)) / 100.0;
        }
    }
    text.push_str(rest);
    text.split_whitespace().for_each(|it| count.word(it));
    count.total() / pace
}

/// The value of a tag's only attribute, if the tag begins so.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = tag.strip_prefix(name)?.strip_prefix("=\"")?;
    value.split_once('"').map(|(value, _)| value)
}

/// What comes after the tag that follows some text.
fn after_tag(ssml: &str) -> &str {
    ssml.split_once('>').map_or("", |(_, after)| after)
}

struct Count {
    language: Language,
    words: usize,
    seconds: f64,
}

impl Count {
    fn word(&mut self, word: &str) {
        // "11:30" is "eleven thirty", "11:05" is "eleven oh five" and "11:00" just "eleven".
        if let Some((hour, minute)) = word.split_once(':')
            && hour.starts_with(|it: char| it.is_ascii_digit())
            && minute.starts_with(|it: char| it.is_ascii_digit())
        {
            self.word(hour);
            if !minute.starts_with("00") {
                self.words = self.words.saturating_add(usize::from(minute.starts_with('0')));
                self.word(minute);
            }
            return;
        }
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let n = match digits.parse::<u64>() {
            // A number has as many words as are needed to say it.
            Ok(number) => {
                let said = cardinal(self.language, number);
                said.split([' ', '-']).filter(|it| !it.is_empty()).count()
            }
            Err(_) => usize::from(word.chars().any(char::is_alphanumeric)),
        };
        self.words = self.words.saturating_add(n);
    }

    fn total(&self) -> f64 {
        let words = f64::from(u32::try_from(self.words).unwrap_or(u32::MAX));
        words * 60.0 / words_per_minute(self.language) + self.seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_digits_and_pauses_take_time() {
        for (ssml, words, pauses) in [
            ("", 0, 0.0),
            ("What's your order number?", 4, 0.0),
            ("I have<break time=\"300ms\"/> 3 letters.", 4, 0.3),
            ("In <sub alias=\"twenty-one\">21</sub> days &amp; nights", 5, 0.0),
            (
                "<say-as interpret-as=\"digits\">4</say-as>, <say-as interpret-as=\"digits\">32</say-as>.",
                3,
                0.2,
            ),
            ("on March 23rd, 2027", 8, 0.0),
            ("from 11:30 a.m. to 1:05 p.m., or at 8:00", 12, 0.0),
        ] {
            let expected = f64::from(words) * 0.4 + pauses;
            let counted = seconds(Language::EnUs, ssml);
            assert!((counted - expected).abs() < 0.001, "{ssml}: {counted}");
        }
    }

    #[test]
    fn slow_speech_takes_longer() {
        let slow = seconds(Language::EnUs, "<prosody rate=\"50%\">one two three</prosody>");
        assert!((slow - 2.4).abs() < 0.001, "{slow}");
        assert!(seconds(Language::EsUs, "uno dos tres") > 1.2);
    }
}

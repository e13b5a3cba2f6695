//! How long a prompt takes to be spoken.

use super::ssml;
use crate::value::{Part, Template};

/// Words a minute of a voice that speaks at its normal rate.
///
/// Source: National Center for Voice and Speech, "Voice qualities": about 150 words a minute for
/// speakers of English in the United States.
const WORDS_PER_MINUTE: f64 = 150.0;

/// Characters a second in scripts that write no spaces, Japanese and Chinese.
///
/// Source: Pellegrino, Coupé and Marsico, "A cross-language perspective on speech information
/// rate", Language 87 (2011): 5.2 syllables a second in Mandarin, 7.8 in Japanese, where a
/// character has one or two of them.
const CHARACTERS_PER_SECOND: f64 = 5.2;

/// Letters a second in scripts that write no spaces between words but a letter for each sound:
/// Thai, Lao, Burmese and Khmer.
///
/// Source: Coupé, Oh, Dediu and Pellegrino, "Different languages, similar encoding efficiency",
/// Science Advances 5 (2019): 4.7 syllables a second in Thai; that a syllable has about three
/// letters is ours.
const LETTERS_PER_SECOND: f64 = 14.0;

/// Words that a reference is counted as: nobody knows how many there will be.
const WORDS_OF_REFERENCE: f64 = 1.0;

/// How many seconds text takes.
pub(super) fn of_text(text: &str) -> f64 {
    let part = |part: &Part| match part {
        Part::Static(text) => of_fixed(text),
        Part::Reference(_) => WORDS_OF_REFERENCE * 60.0 / WORDS_PER_MINUTE,
    };
    Template::parse(text).parts().iter().map(part).sum()
}

/// How many seconds speech markup takes.
pub(super) fn of_markup(markup: &str) -> f64 {
    let read = ssml::read(markup);
    of_text(&read.text) + read.pauses
}

fn of_fixed(text: &str) -> f64 {
    let wide = count(text.chars().filter(|it| is_wide(*it)).count());
    let letters = count(text.chars().filter(|it| is_unspaced(*it)).count());
    let narrow = |word: &&str| {
        word.chars().any(|it| it.is_alphanumeric() && !is_wide(it) && !is_unspaced(it))
    };
    let words = count(text.split_whitespace().filter(narrow).count());
    words * 60.0 / WORDS_PER_MINUTE + wide / CHARACTERS_PER_SECOND + letters / LETTERS_PER_SECOND
}

/// Whether a character is a letter of a script that writes no spaces between words.
fn is_unspaced(character: char) -> bool {
    let of_script = matches!(
        character,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
    );
    of_script && character.is_alphabetic()
}

/// Whether a character belongs to a script that writes a character for a syllable or a word.
fn is_wide(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn count(number: usize) -> f64 {
    // A prompt has few thousand characters.
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speech_takes_time() {
        for (text, expected) in [
            ("", 0.0),
            ("Hello.", 0.4),
            ("Press 1 for sales - or wait.", 2.4),
            ("Hello $.Attributes.name", 0.8),
            ("\u{e2a}\u{e27}\u{e31}\u{e2a}\u{e14}\u{e35}\u{e04}", 0.5),
            ("\u{ea5}\u{eb2}\u{ea7}", 0.21),
            ("\u{1001}\u{1021} \u{1000}", 0.21),
            ("\u{1781}\u{1798}\u{179a}", 0.21),
            ("\u{304a}\u{96fb}\u{8a71}\u{3042}\u{308a}", 0.96),
        ] {
            assert!((of_text(text) - expected).abs() < 0.01, "{text}: {}", of_text(text));
        }
        let markup = "<speak>Hello<break time=\"2s\"/></speak>";
        assert!((of_markup(markup) - 2.4).abs() < 0.01);
    }
}

//! Text that fits: how wide it is, where it breaks, what is cut off.
//!
//! Who looks at a drawing has fonts that we do not know, so widths are estimated on the wide side.

use crate::report::is_hidden;

/// Width of a character in thousandths of the font's size, as in a wide sans-serif font.
fn milli_em(character: char) -> i32 {
    match character {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' => 320,
        'f' | 'r' | 't' | ' ' | '(' | ')' | '[' | ']' | '/' | '-' | 'I' => 420,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 1000,
        '=' | '<' | '>' | '+' | '≥' | '≤' | '→' => 840,
        'a'..='z' | '0'..='9' | '$' | '_' | '#' | '*' => 640,
        'A'..='Z' | '&' | '{' | '}' => 740,
        '\u{300}'..='\u{36f}' => 0,
        // Hangul, kana, ideographs, full-width forms and pictures are as wide as they are high.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'..='\u{3ffff}' => 1100,
        _ => 680,
    }
}

/// Estimated width of text in pixels.
pub(super) fn width(text: &str, font_px: i32) -> i32 {
    let milli: i32 = text.chars().map(milli_em).fold(0, i32::saturating_add);
    milli.saturating_mul(font_px).saturating_add(999) / 1000
}

/// Whether characters of so many thousandths of the font's size are wider than so many pixels.
fn exceeds(milli: i32, font_px: i32, max_px: i32) -> bool {
    i64::from(milli) * i64::from(font_px) > i64::from(max_px) * 1000
}

/// The text in one line, white space collapsed and control characters left out.
pub(super) fn one_line(text: &str) -> String {
    let visible = |it: char| if it.is_control() { ' ' } else { it };
    let text: String = text.chars().filter(|it| is_xml(*it) && !turns(*it)).map(visible).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or as much of its beginning as fits before an ellipsis.
pub(super) fn fit(text: &str, font_px: i32, max_px: i32) -> String {
    if width(text, font_px) <= max_px {
        return text.to_owned();
    }
    let room = max_px - width("…", font_px);
    let mut kept = String::new();
    let mut milli = 0;
    for character in text.chars() {
        milli += milli_em(character);
        if exceeds(milli, font_px, room) {
            break;
        }
        kept.push(character);
    }
    format!("{}…", kept.trim_end())
}

/// The text in up to so many lines; what does not fit is cut off with an ellipsis.
pub(super) fn wrap(text: &str, font_px: i32, max_px: i32, max_lines: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < max_lines {
        if lines.len() + 1 == max_lines {
            lines.push(fit(rest, font_px, max_px));
            break;
        }
        let (line, after) =
            rest.split_at_checked(line_end(rest, font_px, max_px)).unwrap_or((rest, ""));
        lines.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    lines
}

/// Where the first line of a text ends: after the last word that fits, else within a word.
fn line_end(text: &str, font_px: i32, max_px: i32) -> usize {
    let mut milli = 0;
    let mut space = None;
    for (at, character) in text.char_indices() {
        milli += milli_em(character);
        if character == ' ' {
            space = Some(at);
        } else if exceeds(milli, font_px, max_px) {
            // A line has at least one character, or the text would never end.
            return space.unwrap_or(at).max(text.chars().next().map_or(0, char::len_utf8));
        }
    }
    text.len()
}

/// Text as it is written between the tags of XML, and in its attributes.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().filter(|it| is_xml(*it) && !acts(*it)) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Whether a character does something rather than being seen.
fn acts(character: char) -> bool {
    is_hidden(character) && character != '\r'
}

/// Whether a character turns the direction of writing.
fn turns(character: char) -> bool {
    acts(character) && !character.is_control()
}

/// Whether XML can hold a character at all.
///
/// Source: Extensible Markup Language (XML) 1.0, production 2, `Char`.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Words out of a name such as `CallbackNumberNotDialable`, in lower case but for acronyms.
pub(super) fn words(name: &str) -> String {
    let mut out = String::new();
    let characters: Vec<char> = name.chars().collect();
    for (at, character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| characters.get(it));
        let after = characters.get(at + 1);
        let begins = character.is_uppercase()
            && (before.is_some_and(|it| it.is_lowercase() || it.is_ascii_digit())
                || (before.is_some_and(|it| it.is_uppercase())
                    && after.is_some_and(|it| it.is_lowercase())));
        if begins || matches!(character, '_' | ' ') {
            out.push(' ');
        }
        // A capital among capitals belongs to an acronym.
        let in_acronym =
            before.is_some_and(|it| it.is_uppercase()) || after.is_some_and(|it| it.is_uppercase());
        match character {
            '_' | ' ' => {}
            it if in_acronym && !(begins && after.is_some_and(|it| it.is_lowercase())) => {
                out.push(*it);
            }
            it => out.extend(it.to_lowercase()),
        }
    }
    out
}

/// With a capital at the beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fit, one_line, width, words, wrap, xml};

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("short", 12, 100), "short");
        assert_eq!(fit("a sentence that is too long", 12, 100), "a sentence t…");
        assert_eq!(fit("anything", 12, 0), "…");
    }

    #[test]
    fn lines_break_between_words_and_within_a_word_that_is_too_long() {
        assert_eq!(wrap("one two three four five", 12, 60, 3), ["one two", "three", "four five"]);
        assert_eq!(wrap("one two three four five", 12, 60, 2), ["one two", "three f…"]);
        assert_eq!(wrap("incomprehensibilities", 12, 60, 2), ["incompre", "hensibi…"]);
        assert!(wrap("  ", 12, 60, 2).is_empty());
    }

    #[test]
    fn ideographs_are_wide() {
        assert!(width("お問い合わせ", 12) >= 72);
        assert_eq!(wrap("お問い合わせ頂き", 12, 40, 2), ["お問い", "合わ…"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_left_out() {
        assert_eq!(
            xml("<a b='c'> & \"d\"\u{0}\u{1b}\u{fffe}"),
            "&lt;a b=&#39;c&#39;&gt; &amp; &quot;d&quot;"
        );
        assert_eq!(one_line("a\r\n\tb\u{7}c "), "a bc");
        assert_eq!(one_line("a\u{202e}b\u{2028}c\u{9b}d"), "ab c d");
        assert_eq!(xml("a\u{202e}b\u{9b}c\nd"), "abc\nd");
    }

    #[test]
    fn names_become_words() {
        for (name, expected) in [
            ("CallbackNumberNotDialable", "callback number not dialable"),
            ("CreateWisdomSession", "create wisdom session"),
            ("InvokeAWSLambdaFunction", "invoke AWS lambda function"),
            ("StartVoiceIdStream", "start voice id stream"),
            ("BrandNewDesignerBlock2030", "brand new designer block2030"),
            ("a_b", "a b"),
            ("", ""),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_room(text in "\\PC{0,80}", room in 30..300) {
            prop_assert!(width(&fit(&text, 12, room), 12) <= room);
            let lines = wrap(&text, 12, room, 3);
            prop_assert!(lines.len() <= 3);
            for line in &lines {
                prop_assert!(width(line, 12) <= room, "{line}");
            }
        }
    }
}

//! Speech markup: whether it is well-formed, and whether Connect speaks what it asks for.

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};

/// What speech markup says and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Markup {
    /// Why it is not well-formed.
    pub(super) broken: Option<String>,
    /// What Connect ignores in it.
    pub(super) ignored: Vec<String>,
    /// The text that is spoken.
    pub(super) text: String,
    /// Pauses that it asks for, in seconds.
    pub(super) pauses: f64,
}

/// Tags that Connect speaks.
///
/// Source: Amazon Connect Administrator Guide, "SSML tags supported by Amazon Connect"; the news
/// style of `amazon:domain` on the same page; `drc` from Amazon Polly Developer Guide, "Supported
/// SSML tags", where neural voices have it in full.
const TAGS: [&str; 13] = [
    "speak",
    "amazon:domain",
    "amazon:effect",
    "break",
    "lang",
    "mark",
    "p",
    "phoneme",
    "prosody",
    "s",
    "say-as",
    "sub",
    "w",
];

/// Longest pause, in seconds. Source: Amazon Connect Administrator Guide, as above.
const LONGEST_BREAK: f64 = 10.0;

/// How long a pause of a strength is, in seconds.
///
/// Source: Amazon Polly Developer Guide, "Adding a pause": `medium` is that of a comma, `strong`
/// that of a sentence, `x-strong` that of a paragraph; the lengths are ours.
const STRENGTHS: [(&str, f64); 6] = [
    ("none", 0.0),
    ("x-weak", 0.0),
    ("weak", 0.2),
    ("medium", 0.2),
    ("strong", 0.4),
    ("x-strong", 0.7),
];

/// What `say-as` interprets. Source: Amazon Polly Developer Guide, "say-as".
const INTERPRETATIONS: [&str; 13] = [
    "address",
    "cardinal",
    "characters",
    "currency",
    "date",
    "digits",
    "expletive",
    "fraction",
    "number",
    "ordinal",
    "spell-out",
    "telephone",
    "time",
];

/// What is said of a `<` that stands for itself.
const NO_TAG: &str = "found `<` that begins no tag, expected `&lt;` or the whole tag";

/// Reads speech markup as far as it is well-formed.
pub(super) fn read(markup: &str) -> Markup {
    let mut read = Markup::default();
    let mut reader = Reader::from_str(markup);
    let mut open: Vec<String> = Vec::new();
    let mut roots = 0;
    let mut tags = 0_usize;
    // What has no `<speak>` at all is told otherwise.
    let speaks = markup.contains("<speak");
    let mut beside = false;
    if let Some(character) = markup.chars().find(|it| !is_legal(*it)) {
        let code = u32::from(character);
        read.broken = Some(format!(
            "found the character U+{code:04X}, which no markup can have, expected none"
        ));
        return read;
    }
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                read.broken = Some(in_flow_words(&error));
                return read;
            }
        };
        let outside = open.is_empty();
        match event {
            Event::Start(tag) => {
                roots += usize::from(outside);
                tags += 1;
                let name = read.tag(&tag, outside);
                open.push(name);
            }
            Event::Empty(tag) => {
                roots += usize::from(outside);
                tags += 1;
                read.tag(&tag, outside);
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) => match text.xml10_content() {
                Ok(text) => {
                    beside |= outside && !text.trim().is_empty();
                    read.text.push_str(&text);
                }
                Err(error) => read.broken = Some(error.to_string()),
            },
            Event::CData(text) => {
                beside |= outside;
                read.text.push_str(&String::from_utf8_lossy(&text));
            }
            Event::GeneralRef(reference) => {
                let name = String::from_utf8_lossy(&reference).into_owned();
                match resolved(&name) {
                    Some(character) => {
                        beside |= outside;
                        read.text.push(character);
                    }
                    None => {
                        read.broken = Some(format!(
                            "found `&{name};`, expected `&amp;` where an ampersand is meant"
                        ));
                    }
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
        if read.broken.is_some() {
            return read;
        }
    }
    if let Some(tag) = open.pop() {
        read.broken = Some(format!("`<{tag}>` is not closed"));
    } else if roots > 1 {
        read.broken = Some(
            "found more than one tag outside of all others, expected one `<speak>`".to_owned(),
        );
    } else if speaks && beside {
        read.broken = Some(
            "found text before `<speak>` or after `</speak>`, expected all of it inside".to_owned(),
        );
    } else if speaks && tags == 1 && read.text.trim().is_empty() {
        read.broken =
            Some("found nothing inside of `<speak>`, expected something to say".to_owned());
    }
    read
}

/// Why a voice does not speak markup; `None` when it does. Nothing at all is spoken as nothing.
pub(crate) fn refused(markup: &str) -> Option<String> {
    let says_nothing = matches!(markup.trim(), "" | "<speak></speak>" | "<speak/>");
    if says_nothing { None } else { read(markup).broken }
}

/// Whether markup may have a character. Source: W3C, "Extensible Markup Language 1.0", clause 2.2.
fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// The character that `&name;` stands for.
fn resolved(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|it| is_legal(*it))
        }
    }
}

/// Why markup cannot be read, in the words of who wrote it.
fn in_flow_words(error: &Error) -> String {
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("found `</{found}>`, expected `</{expected}>` before it")
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            format!("found `</{found}>`, which closes nothing")
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => {
            "found `&` alone, expected `&amp;` where an ampersand is meant".to_owned()
        }
        Error::Syntax(_) => NO_TAG.to_owned(),
        other => other.to_string().trim_end_matches('.').to_owned(),
    }
}

impl Markup {
    /// Notes down what a tag means; gives its name.
    fn tag(&mut self, tag: &BytesStart<'_>, outside: bool) -> String {
        let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
        let is_name = name.starts_with(|it: char| it.is_alphabetic() || matches!(it, '_' | ':'));
        if !is_name || tag.contains(&b'<') {
            self.broken = Some(NO_TAG.to_owned());
            return name;
        }
        if name == "speak" && !outside {
            self.broken =
                Some("found `<speak>` inside of `<speak>`, expected one around all".to_owned());
            return name;
        }
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            match attribute {
                Ok(attribute) => attributes.push((
                    String::from_utf8_lossy(attribute.key.as_ref()).into_owned(),
                    String::from_utf8_lossy(&attribute.value).into_owned(),
                )),
                Err(error) => {
                    self.broken = Some(format!("in `<{name}>`: {error}"));
                    return name;
                }
            }
        }
        let value = |key: &str| {
            attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
        };
        if outside && name != "speak" {
            self.ignored.push(format!("found `<{name}>` outside of `<speak>`"));
        }
        if !TAGS.contains(&name.as_str()) {
            self.ignored.push(format!("found `<{name}>`, which Connect does not speak"));
        }
        match name.as_str() {
            "break" => self.pause(value("time"), value("strength")),
            "say-as" => match value("interpret-as") {
                Some(it) if is_dynamic(it) || INTERPRETATIONS.contains(&it) || it == "unit" => {}
                Some(other) => self.ignored.push(format!(
                    "found `{other}` in `<say-as>`, expected one of {}",
                    INTERPRETATIONS.map(|it| format!("`{it}`")).join(", ")
                )),
                None => self.ignored.push("`<say-as>` has no `interpret-as`".to_owned()),
            },
            "sub" if value("alias").is_none() => {
                self.ignored.push("`<sub>` has no `alias`".to_owned());
            }
            "phoneme" if value("ph").is_none() => {
                self.ignored.push("`<phoneme>` has no `ph`".to_owned());
            }
            _ => {}
        }
        name
    }

    fn pause(&mut self, time: Option<&str>, strength: Option<&str>) {
        match (time, strength) {
            (Some(time), _) if is_dynamic(time) => {}
            (Some(time), _) => match seconds(time) {
                Some(seconds) if seconds <= LONGEST_BREAK => self.pauses += seconds,
                Some(_) => {
                    self.pauses += LONGEST_BREAK;
                    self.ignored.push(format!(
                        "found a pause of `{time}`, expected at most 10 seconds"
                    ));
                }
                None => self.ignored.push(format!(
                    "found a pause of `{time}`, expected seconds or milliseconds, such as `1s` or `300ms`"
                )),
            },
            (None, Some(strength)) if is_dynamic(strength) => {}
            (None, Some(strength)) => {
                match STRENGTHS.iter().find(|(name, _)| *name == strength) {
                    Some((_, seconds)) => self.pauses += seconds,
                    None => self.ignored.push(format!(
                        "found a pause of strength `{strength}`, expected one of {}",
                        STRENGTHS.map(|(name, _)| format!("`{name}`")).join(", ")
                    )),
                }
            }
            (None, None) => self.pauses += 0.2,
        }
    }
}

fn is_dynamic(value: &str) -> bool {
    value.contains("$.") || crate::placeholder::has_placeholder(value)
}

/// `1.5s` or `300ms` in seconds.
fn seconds(time: &str) -> Option<f64> {
    let (number, unit) = match time.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (time.strip_suffix('s')?, 1.0),
    };
    let number: f64 = number.trim_start_matches('+').parse().ok()?;
    (number.is_finite() && number >= 0.0).then_some(number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(markup: &str) -> String {
        read(markup).broken.unwrap_or_default()
    }

    #[test]
    fn what_is_well_formed_is_read() {
        let read = read(
            "<speak>Hi <break time=\"500ms\"/>A &amp; B, <say-as interpret-as='digits'>12</say-as>.<break strength='strong'/></speak>",
        );
        assert_eq!(read.broken, None);
        assert_eq!(read.ignored, [""; 0]);
        assert_eq!(read.text, "Hi A & B, 12.");
        assert!((read.pauses - 0.9).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_well_formed_is_said_so() {
        for markup in [
            "<speak>",
            "<speak><p></speak>",
            "</speak>",
            "<speak>A & B</speak>",
            "<speak>&nbsp;</speak>",
            "<speak><break time=1s/></speak>",
            "<speak><break time='1s' time='2s'/></speak>",
            "<speak></speak><speak></speak>",
            "<speak><break",
            "<speak>1 < 2</speak>",
            "<speak>a <b <break/></speak>",
            "<speak>Hi.</speak> And bye.",
            "Hi. <speak>And bye.</speak>",
            "<speak>Hi.</speak>&amp;",
            "<speak>Hi.</speak><![CDATA[bye]]>",
            "<speak>\u{0}</speak>",
            "<speak>&#0;</speak>",
            "<speak>\u{b}</speak>",
            "<speak><speak>Hi.</speak></speak>",
            "<speak><p>Hi.<speak/></p></speak>",
            "<speak/>",
            "<speak> </speak>",
            "<speak></speak>",
        ] {
            assert_ne!(broken(markup), "", "{markup}");
        }
        for markup in [
            "",
            "plain",
            "<break/>",
            "<break/> Hi.",
            " <speak><break/></speak>\n",
            "<speak>$.Attributes.x</speak>",
            "<speak>1 &lt; 2 &#65;</speak>",
        ] {
            assert_eq!(broken(markup), "", "{markup}");
        }
    }

    #[test]
    fn what_connect_ignores_is_told() {
        let ignored = |markup: &str| read(markup).ignored.join("; ");
        for markup in [
            "<p>Hi</p>",
            "<speak><emphasis>Hi</emphasis></speak>",
            "<speak><break time='300'/></speak>",
            "<speak><break time='11s'/></speak>",
            "<speak><break strength='huge'/></speak>",
            "<speak><say-as interpret-as='song'>la</say-as></speak>",
            "<speak><say-as>la</say-as></speak>",
            "<speak><sub>AWS</sub></speak>",
        ] {
            assert_ne!(ignored(markup), "", "{markup}");
        }
        assert_eq!(ignored("<speak><break time='$.Attributes.pause'/></speak>"), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[<>&/a-z ='\"-]*|\\PC*") {
            read(&text);
        }
    }
}

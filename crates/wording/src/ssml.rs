//! Whether SSML can be spoken by a neural voice of Polly, and by Connect.

use std::fmt;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Longest pause of a `break`, in milliseconds.
const MAX_BREAK: u32 = 10_000;

/// A tag, and what its attributes may hold.
struct Tag {
    name: &'static str,
    attributes: &'static [Attribute],
    /// Attributes that must be there.
    required: &'static [&'static str],
}

struct Attribute {
    name: &'static str,
    values: Values,
}

/// What an attribute may hold.
enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A time such as `300ms` or `2s`, up to ten seconds.
    Time,
    /// One of these words, or a share of the usual speed, 20 % to 200 %.
    Rate(&'static [&'static str]),
    /// One of these words, or a number of decibels such as `+6dB`.
    Loudness(&'static [&'static str]),
    /// Anything but nothing.
    Any,
}

/// What both a neural voice and Connect speak as it is meant. `say-as` as `characters` or `spell-out`
/// is left out, since a neural voice gives way to the standard one for it; so is the pitch of
/// `prosody`, `emphasis`, and every effect but those of the newscaster.
///
/// Source: Amazon Polly Developer Guide, Supported SSML tags; Amazon Connect Administrator Guide,
/// SSML tags supported by Amazon Connect.
const TAGS: [Tag; 11] = [
    Tag { name: "speak", attributes: &[], required: &[] },
    Tag {
        name: "break",
        attributes: &[
            Attribute {
                name: "strength",
                values: Values::Words(&["none", "x-weak", "weak", "medium", "strong", "x-strong"]),
            },
            Attribute { name: "time", values: Values::Time },
        ],
        required: &[],
    },
    Tag {
        name: "lang",
        attributes: &[Attribute { name: "xml:lang", values: Values::Any }],
        required: &["xml:lang"],
    },
    Tag {
        name: "mark",
        attributes: &[Attribute { name: "name", values: Values::Any }],
        required: &["name"],
    },
    Tag { name: "p", attributes: &[], required: &[] },
    Tag { name: "s", attributes: &[], required: &[] },
    Tag {
        name: "phoneme",
        attributes: &[
            Attribute { name: "alphabet", values: Values::Words(&["ipa", "x-sampa"]) },
            Attribute { name: "ph", values: Values::Any },
        ],
        required: &["ph"],
    },
    Tag {
        name: "prosody",
        attributes: &[
            Attribute {
                name: "rate",
                values: Values::Rate(&["x-slow", "slow", "medium", "fast", "x-fast"]),
            },
            Attribute {
                name: "volume",
                values: Values::Loudness(&[
                    "default", "silent", "x-soft", "soft", "medium", "loud", "x-loud",
                ]),
            },
        ],
        required: &[],
    },
    Tag {
        name: "say-as",
        attributes: &[
            Attribute {
                name: "interpret-as",
                values: Values::Words(&[
                    "cardinal",
                    "number",
                    "ordinal",
                    "digits",
                    "fraction",
                    "unit",
                    "date",
                    "time",
                    "address",
                    "telephone",
                ]),
            },
            Attribute {
                name: "format",
                values: Values::Words(&[
                    "mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "yyyymmdd",
                ]),
            },
        ],
        required: &["interpret-as"],
    },
    Tag {
        name: "sub",
        attributes: &[Attribute { name: "alias", values: Values::Any }],
        required: &["alias"],
    },
    Tag {
        name: "w",
        attributes: &[Attribute {
            name: "role",
            values: Values::Words(&[
                "amazon:VB",
                "amazon:VBD",
                "amazon:DT",
                "amazon:IN",
                "amazon:JJ",
                "amazon:NN",
                "amazon:DEFAULT",
                "amazon:SENSE_1",
            ]),
        }],
        required: &["role"],
    },
];

/// Why a document cannot be spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Checks a document, from its `<speak>` on.
///
/// # Errors
///
/// The first [`Fault`].
pub(crate) fn validate(document: &str) -> Result<(), Fault> {
    let mut reader = Reader::from_str(document);
    let mut open: Vec<String> = Vec::new();
    let mut n_roots = 0_usize;
    loop {
        let event = reader.read_event().map_err(|it| Fault(format!("it is no XML: {it}")))?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = name(tag);
                if open.is_empty() {
                    n_roots = n_roots.saturating_add(1);
                }
                if (name == "speak") != open.is_empty() || n_roots > 1 {
                    return Err(Fault("it is not one `<speak>` around everything".to_owned()));
                }
                check_tag(tag, &name)?;
                if matches!(event, Event::Start(_)) {
                    open.push(name);
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                let text = text.decode().map_err(|it| Fault(format!("it is no text: {it}")))?;
                if open.is_empty() && !text.trim().is_empty() {
                    return Err(Fault("there is text outside of `<speak>`".to_owned()));
                }
            }
            Event::GeneralRef(reference) => {
                let known = ["amp", "lt", "gt", "quot", "apos"];
                if !known.iter().any(|it| it.as_bytes() == &**reference) {
                    return Err(Fault("it holds an entity that XML does not know".to_owned()));
                }
            }
            Event::Eof if n_roots == 1 && open.is_empty() => return Ok(()),
            Event::Eof => {
                return Err(Fault("it is not one `<speak>` around everything".to_owned()));
            }
            Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {
                return Err(Fault("it holds XML that is neither text nor a tag".to_owned()));
            }
        }
    }
}

fn name(tag: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(tag.name().into_inner()).into_owned()
}

fn check_tag(tag: &BytesStart<'_>, name: &str) -> Result<(), Fault> {
    let Some(known) = TAGS.iter().find(|it| it.name == name) else {
        return Err(Fault(format!("`<{name}>` is not spoken by neural voices or Connect")));
    };
    let mut found = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|it| Fault(format!("`<{name}>` is no XML: {it}")))?;
        let key = String::from_utf8_lossy(attribute.key.into_inner());
        let Some(rule) = known.attributes.iter().find(|it| it.name == key) else {
            return Err(Fault(format!("`<{name}>` has no `{key}` that neural voices know")));
        };
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|it| Fault(format!("`{key}` of `<{name}>` is no XML: {it}")))?;
        if !rule.values.allow(&value) {
            return Err(Fault(format!("`{key}` of `<{name}>` cannot be `{value}`")));
        }
        found.push(rule.name);
    }
    match known.required.iter().find(|it| !found.contains(it)) {
        Some(missing) => Err(Fault(format!("`<{name}>` has no `{missing}`"))),
        None => Ok(()),
    }
}

impl Values {
    fn allow(&self, value: &str) -> bool {
        match self {
            Self::Words(words) => words.contains(&value),
            Self::Time => {
                let number = |suffix| value.strip_suffix(suffix)?.parse::<u32>().ok();
                let millis =
                    number("ms").or_else(|| number("s").and_then(|it: u32| it.checked_mul(1000)));
                millis.is_some_and(|it| it <= MAX_BREAK)
            }
            Self::Rate(words) => {
                let percent = value.strip_suffix('%').and_then(|it| it.parse::<u32>().ok());
                words.contains(&value) || percent.is_some_and(|it| (20..=200).contains(&it))
            }
            Self::Loudness(words) => {
                let decibels = value.strip_suffix("dB").and_then(|it| it.parse::<f32>().ok());
                words.contains(&value)
                    || (decibels.is_some_and(f32::is_finite) && value.starts_with(['+', '-']))
            }
            Self::Any => !value.trim().is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use std::fmt::Write as _;

    #[test]
    fn what_neural_voices_speak_is_right() {
        for inner in [
            "",
            "Hello &amp; &lt;b&gt; &quot;you&apos;",
            "<break time=\"300ms\"/><break time='10s'/><break strength=\"none\"/><break/>",
            "<prosody rate=\"85%\" volume=\"+6dB\">x <sub alias=\"one\">1</sub></prosody>",
            "<say-as interpret-as=\"digits\">123</say-as>",
            "<say-as interpret-as=\"date\" format=\"mdy\">1/2/26</say-as>",
            "<phoneme alphabet=\"ipa\" ph=\"eɪ\">A</phoneme>",
            "<p><s>One.</s></p><mark name=\"m\"/><w role=\"amazon:VB\">read</w>",
            "<lang xml:lang=\"es-US\">hola</lang>",
        ] {
            assert_eq!(validate(&format!("<speak>{inner}</speak>")), Ok(()), "{inner}");
        }
    }

    #[test]
    fn what_they_do_not_speak_is_told() {
        let mut told = String::new();
        for document in [
            "",
            "hello",
            "hello <speak>you</speak>",
            "<speak>a</speak><speak>b</speak>",
            "<speak><speak>a</speak></speak>",
            "<speak>a",
            "<speak>a</p></speak>",
            "<speak>a & b</speak>",
            "<speak>a &nbsp; b</speak>",
            "<speak><!-- a --></speak>",
            "<speak><emphasis>a</emphasis></speak>",
            "<speak><amazon:effect name=\"whispered\">a</amazon:effect></speak>",
            "<speak><break time=\"11s\"/></speak>",
            "<speak><break time=\"1 minute\"/></speak>",
            "<speak><break time=300ms/></speak>",
            "<speak><prosody pitch=\"high\">a</prosody></speak>",
            "<speak><prosody rate=\"300%\">a</prosody></speak>",
            "<speak><prosody volume=\"6dB\">a</prosody></speak>",
            "<speak><say-as interpret-as=\"characters\">a</say-as></speak>",
            "<speak><say-as>a</say-as></speak>",
            "<speak><sub alias=\"\">a</sub></speak>",
        ] {
            writeln!(told, "{document}\n    {}", validate(document).unwrap_err()).unwrap();
        }
        expect![[r#"

                it is not one `<speak>` around everything
            hello
                there is text outside of `<speak>`
            hello <speak>you</speak>
                there is text outside of `<speak>`
            <speak>a</speak><speak>b</speak>
                it is not one `<speak>` around everything
            <speak><speak>a</speak></speak>
                it is not one `<speak>` around everything
            <speak>a
                it is not one `<speak>` around everything
            <speak>a</p></speak>
                it is no XML: ill-formed document: expected `</speak>`, but `</p>` was found
            <speak>a & b</speak>
                it is no XML: ill-formed document: entity or character reference not closed: `;` not found before end of input
            <speak>a &nbsp; b</speak>
                it holds an entity that XML does not know
            <speak><!-- a --></speak>
                it holds XML that is neither text nor a tag
            <speak><emphasis>a</emphasis></speak>
                `<emphasis>` is not spoken by neural voices or Connect
            <speak><amazon:effect name="whispered">a</amazon:effect></speak>
                `<amazon:effect>` is not spoken by neural voices or Connect
            <speak><break time="11s"/></speak>
                `time` of `<break>` cannot be `11s`
            <speak><break time="1 minute"/></speak>
                `time` of `<break>` cannot be `1 minute`
            <speak><break time=300ms/></speak>
                `<break>` is no XML: position 11: attribute value must be enclosed in `"` or `'`
            <speak><prosody pitch="high">a</prosody></speak>
                `<prosody>` has no `pitch` that neural voices know
            <speak><prosody rate="300%">a</prosody></speak>
                `rate` of `<prosody>` cannot be `300%`
            <speak><prosody volume="6dB">a</prosody></speak>
                `volume` of `<prosody>` cannot be `6dB`
            <speak><say-as interpret-as="characters">a</say-as></speak>
                `interpret-as` of `<say-as>` cannot be `characters`
            <speak><say-as>a</say-as></speak>
                `<say-as>` has no `interpret-as`
            <speak><sub alias="">a</sub></speak>
                `alias` of `<sub>` cannot be ``
        "#]].assert_eq(&told);
    }
}

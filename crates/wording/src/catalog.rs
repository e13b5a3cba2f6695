//! The wording files, read, and their messages formatted.
//!
//! Fluent formats text, and speech is more than text. So no value goes through Fluent: in its place
//! goes a mark, and the formatted message is cut at the marks afterwards. Fluent sees only what it
//! chooses by, words and numbers. Both renderings of a message therefore come from one cut, and
//! nothing of a value can be taken for Fluent or for markup.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::errors::{ReferenceKind, ResolverError};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use crate::guard::guard;
use crate::{Language, Message, Value};

/// Marks the beginning of a value; a private-use character, which no text of ours holds.
const OPEN: char = '\u{e000}';
/// Marks its end.
const CLOSE: char = '\u{e001}';
/// Tells digits of the wording file from the position of a value.
const LITERAL: char = '"';
/// Stands for something that cannot be said.
const BROKEN: &str = "\u{e002}";
/// A pause.
const PAUSE: &str = "\u{e003}";

/// The wording files of one language: names without ending, and their text.
type Files = [(&'static str, &'static str); 8];

/// The files that are part of the binary.
macro_rules! files {
    ($language:literal: $($name:literal),+ $(,)?) => {
        [$((
            concat!($language, "/", $name, ".ftl"),
            include_str!(concat!("../../../words/", $language, "/", $name, ".ftl")),
        )),+]
    };
}

const EN_US: Files = files!(
    "en-US": "common", "flows", "shop", "clinic", "payments", "support", "bank", "profile",
);
const ES_US: Files = files!(
    "es-US": "common", "flows", "shop", "clinic", "payments", "support", "bank", "profile",
);

/// The wording files that are part of the binary, by path in `words/`.
pub(crate) fn embedded(language: Language) -> &'static Files {
    match language {
        Language::EnUs => &EN_US,
        Language::EsUs => &ES_US,
    }
}

/// The messages of one language.
pub(crate) struct Catalog {
    bundle: FluentBundle<FluentResource>,
}

/// Which pattern of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which<'a> {
    /// The message itself.
    Value,
    /// One of its attributes.
    Attribute(&'a str),
}

/// What a formatted message consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment<'a> {
    /// Words of the wording file.
    Words(&'a str),
    /// A number that was chosen by as well.
    Number(i64),
    /// A value of the message, by its position among them.
    Value(usize, Form),
    /// Digits of the wording file, such as an emergency number.
    Literal(&'a str, Form),
    /// A moment of silence.
    Pause,
}

/// In which form a value is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// As its kind demands.
    Usual,
    /// Letter by letter: `SPELL($x)`.
    Spelled,
    /// Digits one after the other without pauses: `TOGETHER($x)`.
    Together,
}

/// Why a message could not be formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormatError {
    /// The message was not given this value.
    Missing(String),
    /// The wording cannot be said: it speaks a word that is only chosen by, refers to something that
    /// is not there, or to itself.
    Broken,
}

impl Catalog {
    /// The messages of a language that are part of the binary, read when they are first needed.
    pub(crate) fn of(language: Language) -> &'static Self {
        static EN_US: OnceLock<Catalog> = OnceLock::new();
        static ES_US: OnceLock<Catalog> = OnceLock::new();
        let cell = match language {
            Language::EnUs => &EN_US,
            Language::EsUs => &ES_US,
        };
        let texts = embedded(language).iter().map(|(_, text)| *text);
        cell.get_or_init(|| Self::read(language, texts))
    }

    /// The messages of some files. What cannot be read of them is left out; the check of wording
    /// files tells of it.
    pub(crate) fn read<'a>(language: Language, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let identifier = language.code().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolating characters are for screens.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| written(value)));
        let functions = [
            bundle.add_function("PAUSE", |_, _| PAUSE.into()),
            bundle.add_function("SPELL", |it, _| with_form(it, 's')),
            bundle.add_function("TOGETHER", |it, _| with_form(it, 't')),
        ];
        debug_assert!(functions.iter().all(Result::is_ok), "each has a name of its own");
        for text in texts.into_iter().flat_map(|it| guard(it).parts) {
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // A message that is there twice keeps its first wording.
            drop(bundle.add_resource(resource));
        }
        Self { bundle }
    }

    /// Whether there is a message.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Whether a message has an attribute.
    pub(crate) fn has_attribute(&self, id: &str, attribute: &str) -> bool {
        self.pattern(id, Which::Attribute(attribute)).is_some()
    }

    fn pattern(&self, id: &str, which: Which<'_>) -> Option<&ast::Pattern<&str>> {
        let message = self.bundle.get_message(id)?;
        match which {
            Which::Value => message.value(),
            Which::Attribute(name) => message.get_attribute(name).map(|it| it.value()),
        }
    }

    /// Formats a pattern of a message, and hands over what it consists of; `None` when there is no
    /// such pattern.
    pub(crate) fn format<T>(
        &self,
        message: &Message,
        which: Which<'_>,
        take: impl FnOnce(Vec<Segment<'_>>) -> T,
    ) -> Option<Result<T, FormatError>> {
        let pattern = self.pattern(&message.id, which)?;
        let mut arguments = FluentArgs::with_capacity(message.values.len());
        for (position, (name, value)) in message.values.iter().enumerate() {
            arguments.set(Cow::Borrowed(&**name), argument(position, value));
        }
        let mut errors = Vec::new();
        let mut formatted = String::new();
        // Not `format_pattern`, which would hand whole messages to `written` as values.
        let arguments = Some(&arguments);
        let done = self.bundle.write_pattern(&mut formatted, pattern, arguments, &mut errors);
        let result = match errors.iter().find_map(missing) {
            Some(name) => Err(FormatError::Missing(name)),
            None if done.is_err() || !errors.is_empty() => Err(FormatError::Broken),
            None => cut(&formatted).map(take).ok_or(FormatError::Broken),
        };
        Some(result)
    }
}

/// What Fluent gets in place of a value.
fn argument(position: usize, value: &Value) -> FluentValue<'_> {
    match value {
        // Anything else is no key of ours, and must not pass for a mark.
        Value::Word(word) if is_key(word) => FluentValue::String(Cow::Borrowed(word)),
        Value::Word(_) => FluentValue::String(Cow::Borrowed("")),
        Value::Number(number) => (*number).into(),
        _ => FluentValue::String(Cow::Owned(format!("{OPEN}v{position}{CLOSE}"))),
    }
}

/// Whether a word is a key that wording can choose by.
pub(crate) fn is_key(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it))
}

/// What is written in place of a value. `None` for a mark, which is written as it is.
fn written(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::String(text) if text.starts_with(OPEN) || text == PAUSE => None,
        FluentValue::Number(number) => Some(format!("{OPEN}n{:.0}{CLOSE}", number.value)),
        // A word is for choosing; anything else went wrong.
        FluentValue::String(_)
        | FluentValue::Custom(_)
        | FluentValue::None
        | FluentValue::Error => Some(BROKEN.to_owned()),
    }
}

/// The mark of a value, or of digits in the wording file, in another form. Letters are refused, since
/// they may be a word that is only chosen by.
fn with_form<'a>(arguments: &[FluentValue<'a>], form: char) -> FluentValue<'a> {
    let marked = match arguments {
        [FluentValue::String(text)] => match text.strip_prefix(OPEN) {
            Some(mark) => mark.strip_prefix('v').map(|it| format!("{OPEN}{form}{it}")),
            None if !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit()) => {
                Some(format!("{OPEN}{form}{LITERAL}{text}{CLOSE}"))
            }
            None => None,
        },
        _ => None,
    };
    FluentValue::String(marked.map_or(BROKEN.into(), Into::into))
}

/// The value that is missing, if that is the error.
fn missing(error: &FluentError) -> Option<String> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id.clone())
        }
        _ => None,
    }
}

/// Cuts a formatted message at its marks; `None` when one of them cannot be said.
fn cut(formatted: &str) -> Option<Vec<Segment<'_>>> {
    let mut segments = Vec::new();
    let mut rest = formatted;
    while let Some(at) = rest.find([OPEN, '\u{e002}', '\u{e003}']) {
        let (words, marked) = rest.split_at_checked(at)?;
        if !words.is_empty() {
            segments.push(Segment::Words(words));
        }
        if let Some(after) = marked.strip_prefix(PAUSE) {
            segments.push(Segment::Pause);
            rest = after;
            continue;
        }
        let (mark, after) = marked.strip_prefix(OPEN)?.split_once(CLOSE)?;
        let mut mark = mark.chars();
        let form = match mark.next()? {
            'n' => None,
            's' => Some(Form::Spelled),
            't' => Some(Form::Together),
            _ => Some(Form::Usual),
        };
        let content = mark.as_str();
        segments.push(match (form, content.strip_prefix(LITERAL)) {
            (None, _) => Segment::Number(content.parse().ok()?),
            (Some(form), Some(literal)) => Segment::Literal(literal, form),
            (Some(form), None) => Segment::Value(content.parse().ok()?, form),
        });
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Words(rest));
    }
    Some(segments)
}

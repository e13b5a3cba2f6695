//! Rules on what is heard: its length, how hard it is to follow, and how people speak.

use super::menu::options;
use super::shape::{markup, pattern_finding};
use super::source::Reading;
use super::{Finding, Rule, Sample, named};
use crate::grade::{Grade, grade};
use crate::{Language, Speech, ssml};

/// Longest that a message is spoken, in seconds.
const MAX_SECONDS: f64 = 10.0;

/// Most options of a choice that callers keep in mind.
const MAX_OPTIONS: usize = 5;

/// Most characters of a message that a finding repeats.
const MAX_QUOTE: usize = 160;

/// Longest SMS text, in characters: two messages of 160 as carriers count them.
///
/// Source: 3GPP TS 23.040, 9.2.3.16.
const MAX_TEXT: usize = 306;

/// Words that callers do not use, each in lower case, and what to do about them.
const JARGON: [(Language, &str, &str); 40] = [
    (Language::EnUs, "api", "leave it out"),
    (Language::EnUs, "authenticate", "say \"check who you are\""),
    (Language::EnUs, "authentication", "say \"check who you are\""),
    (Language::EnUs, "backend", "say \"our records\""),
    (Language::EnUs, "commence", "say \"start\""),
    (Language::EnUs, "database", "say \"our records\""),
    (Language::EnUs, "dtmf", "say \"keypad\""),
    (Language::EnUs, "error", "say \"something isn't working\""),
    (Language::EnUs, "escalate", "say \"connect you with\""),
    (Language::EnUs, "escalation", "say \"connect you with\""),
    (Language::EnUs, "input", "say \"what you said\""),
    (Language::EnUs, "intent", "say \"what you want\""),
    (Language::EnUs, "invalid", "say what would be right"),
    (Language::EnUs, "ivr", "leave it out"),
    (Language::EnUs, "null", "leave it out"),
    (Language::EnUs, "parameter", "leave it out"),
    (Language::EnUs, "process your request", "say \"do that\""),
    (Language::EnUs, "purchase", "say \"buy\""),
    (Language::EnUs, "query", "say \"question\""),
    (Language::EnUs, "server", "say \"our records\""),
    (Language::EnUs, "session", "say \"call\""),
    (Language::EnUs, "slot", "say \"time\""),
    (Language::EnUs, "terminate", "say \"end\""),
    (Language::EnUs, "timeout", "leave it out"),
    (Language::EnUs, "utilize", "say \"use\""),
    (Language::EnUs, "verify your identity", "say \"check who you are\""),
    (Language::EsUs, "api", "leave it out"),
    (Language::EsUs, "autenticación", "say \"confirmar quién es\""),
    (Language::EsUs, "autenticar", "say \"confirmar quién es\""),
    (Language::EsUs, "base de datos", "say \"nuestros registros\""),
    (Language::EsUs, "dtmf", "say \"teclado\""),
    (Language::EsUs, "error", "say \"algo no funciona\""),
    (Language::EsUs, "escalar", "say \"pasarle con\""),
    (Language::EsUs, "inválido", "say what would be right"),
    (Language::EsUs, "inválida", "say what would be right"),
    (Language::EsUs, "ivr", "leave it out"),
    (Language::EsUs, "parámetro", "leave it out"),
    (Language::EsUs, "procesar su solicitud", "say \"hacer eso\""),
    (Language::EsUs, "servidor", "say \"nuestros registros\""),
    (Language::EsUs, "sesión", "say \"llamada\""),
];

/// English as it is written, and as it is spoken.
const CONTRACTIONS: [(&str, &str); 25] = [
    ("are not", "aren't"),
    ("can not", "can't"),
    ("cannot", "can't"),
    ("could not", "couldn't"),
    ("did not", "didn't"),
    ("do not", "don't"),
    ("does not", "doesn't"),
    ("has not", "hasn't"),
    ("have not", "haven't"),
    ("I am", "I'm"),
    ("I will", "I'll"),
    ("I would", "I'd"),
    ("is not", "isn't"),
    ("it is", "it's"),
    ("let us", "let's"),
    ("that is", "that's"),
    ("there is", "there's"),
    ("they are", "they're"),
    ("was not", "wasn't"),
    ("we are", "we're"),
    ("we will", "we'll"),
    ("will not", "won't"),
    ("would not", "wouldn't"),
    ("you are", "you're"),
    ("you will", "you'll"),
];

/// Words that name the way to a person.
fn ways_out(language: Language) -> &'static [&'static str] {
    match language {
        Language::EnUs => &["person", "someone", "agent", "press 0"],
        Language::EsUs => &["persona", "alguien", "agente", "oprima 0"],
    }
}

/// Judges what is heard. Of each pattern, a rule is told at most once, with the worst sample.
pub(super) fn check(readings: &[Reading<'_>], samples: &[Sample], findings: &mut Vec<Finding>) {
    for reading in readings {
        for entry in reading.entries.iter().filter(|it| !it.is_part()) {
            for pattern in entry.patterns.iter().filter(|it| !it.only_refers()) {
                let name = named(entry.id, pattern.attribute);
                let of_pattern: Vec<_> = samples
                    .iter()
                    .filter(|it| it.file == reading.file && it.message == name)
                    .map(|it| &it.speech)
                    .collect();
                let is_reprompt = pattern.attribute.is_some_and(|it| it.ends_with("-2"))
                    && pattern.attribute.is_some_and(|it| !it.starts_with("variant"));
                for (rule, told, hint) in judge(entry.id, is_reprompt, &of_pattern) {
                    let finding = pattern_finding(rule, reading, entry, pattern, told);
                    findings.push(Finding { hint, ..finding });
                }
            }
        }
    }
}

/// What is wrong with somebody's own words, such as the greeting of a line.
pub(super) fn own(language: Language, text: &str) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    verdicts.extend(markup(text).map(|told| (Rule::Markup, told, None)));
    verdicts.extend(judge("tell-own", false, &[&Speech::plain(language, text)]));
    verdicts
}

type Verdict = (Rule, String, Option<String>);

/// What is wrong with a pattern, by all that can be heard of it.
fn judge(id: &str, is_last_reprompt: bool, all: &[&Speech]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let is_read = id.starts_with("text-") || id.starts_with("summary-");
    let speeches = || all.iter().copied();
    verdicts.extend(speeches().find_map(|it| sendable(id, it)));
    if !is_read {
        let longest = speeches().max_by(|one, other| one.seconds().total_cmp(&other.seconds()));
        if let Some(it) = longest.filter(|it| it.seconds() > MAX_SECONDS) {
            let told = format!("it takes {:.1} seconds to say: {}", it.seconds(), quoted(it));
            let hint = "a caller listens for ten seconds, about 25 words";
            verdicts.push((Rule::Length, told, Some(hint.to_owned())));
        }
        verdicts.extend(hard(all));
        verdicts.extend(speeches().find_map(crowded));
        if is_last_reprompt {
            verdicts.extend(speeches().find_map(stuck));
        }
    }
    verdicts.extend(speeches().find_map(|it| unfinished(id, it)));
    verdicts.extend(speeches().find_map(jargon));
    verdicts.extend(speeches().find_map(stiff));
    verdicts
}

/// Whether it can be sent to a voice, or as a text.
fn sendable(id: &str, speech: &Speech) -> Option<Verdict> {
    if id.starts_with("text-") {
        let n = speech.text().chars().count();
        let told = || format!("the text has {n} characters, more than {MAX_TEXT}");
        return (n > MAX_TEXT).then(|| (Rule::Length, told(), None));
    }
    let document = speech.document();
    if let Err(fault) = ssml::validate(&document) {
        return Some((Rule::Ssml, format!("{fault}: {document}"), None));
    }
    let n = document.chars().count();
    let told =
        || format!("the SSML has {n} characters, and Lex passes on {}", Speech::MAX_DOCUMENT);
    (n > Speech::MAX_DOCUMENT).then(|| (Rule::Ssml, told(), None))
}

/// How hard the wordings of a pattern are, taken together: a figure of one short sentence says little.
fn hard(speeches: &[&Speech]) -> Option<Verdict> {
    let language = speeches.first()?.language();
    let texts: Vec<_> = speeches.iter().map(|it| it.text()).collect();
    let grade = grade(language, &texts.join(" ")).filter(|it| !it.is_easy())?;
    let told = match grade {
        Grade::School(grade) => format!("it reads as grade {grade:.1}"),
        Grade::Perspicuity(figure) => format!("it reads as {figure:.1}, below 65 (bastante fácil)"),
    };
    let longest = speeches.iter().max_by_key(|it| it.text().len())?;
    let hint = "use shorter words and shorter sentences".to_owned();
    Some((Rule::Grade, format!("{told}: {}", quoted(longest)), Some(hint)))
}

fn crowded(speech: &Speech) -> Option<Verdict> {
    let n = options(speech.language(), speech.text());
    let told =
        || format!("it offers {n} options, more than callers keep in mind: {}", quoted(speech));
    let hint = || format!("offer at most {MAX_OPTIONS}, or ask in two steps");
    (n > MAX_OPTIONS).then(|| (Rule::Menu, told(), Some(hint())))
}

fn stuck(speech: &Speech) -> Option<Verdict> {
    let text = speech.text().to_lowercase();
    let told = || format!("it names no way to a person: {}", quoted(speech));
    let is_out = ways_out(speech.language()).iter().any(|it| text.contains(it));
    (!is_out).then(|| (Rule::WayOut, told(), None))
}

fn unfinished(id: &str, speech: &Speech) -> Option<Verdict> {
    let text = speech.text();
    let begins = text.chars().find(|it| it.is_alphanumeric());
    let told = if !text.ends_with(['.', '?', '!']) && !id.starts_with("text-") {
        format!("it does not end like a sentence: {}", quoted(speech))
    } else if begins.is_some_and(char::is_lowercase) {
        format!("it does not begin like a sentence: {}", quoted(speech))
    } else if text.contains(" .") || text.contains(" ,") || text.contains(" ?") {
        format!("there is a space before a stop: {}", quoted(speech))
    } else if speech.language() == Language::EsUs
        && text.matches('¿').count() != text.matches('?').count()
    {
        format!("a question in Spanish has two marks: {}", quoted(speech))
    } else {
        return None;
    };
    Some((Rule::Sentence, told, None))
}

fn jargon(speech: &Speech) -> Option<Verdict> {
    let words = words(speech.text());
    let (_, found, hint) = JARGON
        .iter()
        .filter(|(language, ..)| *language == speech.language())
        .find(|(_, phrase, _)| words.contains(&format!(" {phrase} ")))?;
    let told = format!("callers do not say \"{found}\": {}", quoted(speech));
    Some((Rule::Jargon, told, Some((*hint).to_owned())))
}

fn stiff(speech: &Speech) -> Option<Verdict> {
    if speech.language() != Language::EnUs {
        return None;
    }
    // At the end of a clause the full form is right: "tell me what it is".
    let text = speech.text().to_lowercase();
    let words = format!(" {text}");
    let (written, spoken) = CONTRACTIONS
        .iter()
        .find(|(written, _)| words.contains(&format!(" {} ", written.to_lowercase())))?;
    let told = format!("people say \"{spoken}\" for \"{written}\": {}", quoted(speech));
    Some((Rule::Contraction, told, None))
}

/// What is heard, in quotation marks; of a long text the beginning.
fn quoted(speech: &Speech) -> String {
    let text = speech.text();
    match text.char_indices().nth(MAX_QUOTE) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or(text)),
        None => format!("\"{text}\""),
    }
}

/// The words of a text in lower case, with single spaces between and around them.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|it: char| !it.is_alphanumeric() && it != '\'');
    let words: Vec<_> = words.filter(|it| !it.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

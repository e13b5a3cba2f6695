//! Hears which language a caller wants to speak, and which they do speak.

use language::{NamedLanguage, detect_surely, named_language};
use wording::Language;

use super::reader::SURE;
use super::{Hearing, Meaning, danger};
use crate::heard::{Heard, Mode};
use crate::reply::{Ending, Step};
use crate::said::{Said, spoken};
use crate::session::{Asking, Session};
use crate::wish::Wish;

/// What is said when the call goes over to a language that nobody asked for.
pub(crate) const GOES_OVER: &str = "note-language-heard";

/// What a caller says of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// They want this one.
    This(Language),
    /// They want one that no line speaks.
    Another,
}

/// The language of a line that is this one; `None` when no line speaks it.
fn of(language: language::Language) -> Option<Language> {
    Language::ALL.into_iter().find(|it| spoken(*it) == language)
}

/// The language of a name that recognition found, or of a locale.
pub(crate) fn named(name: &str) -> Option<Language> {
    match named_language(name) {
        Some(NamedLanguage::Asked(it) | NamedLanguage::Mentioned(it)) => of(it),
        None => name.parse().ok(),
    }
}

/// The language that a caller asks for.
pub(super) fn wanted(said: &Said<'_>) -> Option<Speaks> {
    match named_language(said.text())? {
        NamedLanguage::Asked(it) => Some(of(it).map_or(Speaks::Another, Speaks::This)),
        NamedLanguage::Mentioned(_) => None,
    }
}

/// The language of the line that the caller speaks although the call is in another: the call goes over
/// to it.
///
/// `read` is what was made of the words. Nothing goes over once something was understood, so the
/// caller has it their way from then on. Whoever was heard wrongly is heard once more right after: one
/// sentence brings them back.
///
/// It can only be as good as the words. Who listens for English makes English of most of what is said
/// in Spanish; what is left of it, and what is typed, is told here.
pub(crate) fn overheard(it: &Hearing<'_>, read: Meaning) -> Option<Language> {
    let sure = it.heard.confidence.unwrap_or(1.0) >= SURE;
    if it.heard.mode != Mode::Words
        || it.heard.answer.is_some()
        || read == Meaning::Emergency
        || (it.intent().is_some() && sure)
        || !(is_new(it.session) || has_gone_over_once(it.session))
    {
        return None;
    }
    let among: Vec<_> = Language::ALL.into_iter().map(spoken).collect();
    let language = of(detect_surely(it.said.text(), &among)?)?;
    if language == it.heard.language || !it.setting.line.speaks(language) {
        return None;
    }
    // What the words themselves say was understood, apart from numbers, which are of no language.
    let heard = Heard { intent: None, confidence: None, ..it.heard.clone() };
    let by_words = super::meaning(&Hearing::new(it.session, &heard, it.setting));
    let is_open = matches!(
        by_words,
        Meaning::Unclear | Meaning::Greeting | Meaning::Wish(_) | Meaning::Perhaps(Wish::Emergency)
    );
    is_open.then_some(language)
}

/// The other language of the line in which danger is told, whatever the call has come to: the answer is
/// in it. A word of danger that both languages have is of the one that the rest of the words are of.
pub(crate) fn of_danger(it: &Hearing<'_>, read: Meaning) -> Option<Language> {
    if !matches!(read, Meaning::Emergency) || it.heard.mode != Mode::Words {
        return None;
    }
    let named = danger::languages(&it.said, it.setting.line);
    let language = if let [only] = &named[..] {
        *only
    } else {
        let among: Vec<_> = Language::ALL.into_iter().map(spoken).collect();
        of(detect_surely(it.said.text(), &among)?)?
    };
    (language != it.heard.language && it.setting.line.speaks(language)).then_some(language)
}

/// Whether nothing that was said before this turn was understood.
fn is_new(session: &Session) -> bool {
    let is_open = matches!(session.asking, Asking::Wish | Asking::Matter | Asking::Meant(_));
    is_open && session.failures().saturating_add(1) == session.turn
}

/// Whether the call went over to its language in the last turn, for the first time.
fn has_gone_over_once(session: &Session) -> bool {
    let step = session.reply.as_ref().map(|it| &it.step);
    matches!(step, Some(Step::Close(Ending::Language(_))))
        && session.times.iter().any(|(id, count)| id == GOES_OVER && *count == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn languages_are_asked_for() {
        let spanish = Some(Speaks::This(ES));
        for (language, text, speaks) in [
            (EN, "español, por favor", spanish),
            (EN, "do you speak Spanish?", spanish),
            (EN, "can we talk in spanish", spanish),
            (EN, "Spanish", spanish),
            (EN, "I don't speak English", spanish),
            (EN, "my order of the Spanish olives has not come", None),
            (EN, "does she speak Spanish", None),
            (ES, "¿habla inglés?", Some(Speaks::This(EN))),
            (ES, "english please", Some(Speaks::This(EN))),
            (EN, "in French please", Some(Speaks::Another)),
            (EN, "I don't want the Spanish edition", None),
            (EN, "", None),
        ] {
            assert_eq!(wanted(&Said::new(text, language)), speaks, "{text:?}");
        }
    }

    #[test]
    fn names_and_locales_are_languages() {
        for (name, language) in [
            ("es-US", Some(ES)),
            ("en-US", Some(EN)),
            ("Spanish", Some(ES)),
            ("inglés", Some(EN)),
            ("French", None),
            ("other", None),
            ("", None),
        ] {
            assert_eq!(named(name), language, "{name:?}");
        }
    }
}

//! What was told of a person in a call, so that the caller can ask on.

use std::collections::BTreeMap;

use language::sentences;
use serde::{Deserialize, Serialize};
use wording::Language;

use super::words::{self, FollowUp};
use crate::business::{Passage, Topic};

/// Longest text that is said at once, in characters: the wording cuts what is longer.
const MAX_SAID: usize = 200;

/// Characters of further sentences and of details that are kept of an article. A session is small.
const MAX_KEPT: usize = 700;

/// Articles that are remembered as told.
const MAX_TOLD: usize = 24;

/// What was told, and what more is known of it. It holds the business's words, and none of the caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Discussed {
    /// The article under discussion.
    pub(super) article: String,
    /// What it is about.
    pub(super) topic: Topic,
    /// What it is kept in; `None` in sessions of older versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    /// What comes next of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) more: Vec<String>,
    /// How many parts of its text were told.
    #[serde(default)]
    n_told: usize,
    /// What callers may ask about it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) details: BTreeMap<String, String>,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) year: Option<u16>,
    /// Every article that was told in this call, this one last.
    #[serde(default)]
    pub(super) told: Vec<String>,
    /// Whether something was offered after an answer.
    #[serde(default)]
    pub(super) offered: bool,
}

impl Discussed {
    /// Takes up an article; gives what is told of it first: the detail that is asked for, or the part
    /// that speaks of what the question names, where there is one.
    pub(super) fn take_up(
        memory: &mut Option<Self>,
        passage: &Passage,
        question: &Question<'_>,
    ) -> String {
        let before = memory.take();
        let mut more = all_parts(passage);
        let n_parts = more.len();
        let details: Vec<String> = passage.details.values().flat_map(|it| parts(it)).collect();
        let asked = question.detail.filter(|_| question.particulars.is_empty());
        let asked = asked.and_then(|key| parts(passage.details.get(key)?).into_iter().next());
        let speaks = |it: &String| words::count_alike(it, question.particulars, question.language);
        let best = |all: &[String]| {
            let counts = all.iter().map(speaks).enumerate().filter(|(_, count)| *count > 0);
            counts.rev().max_by_key(|(_, count)| *count)
        };
        let text = match (asked, best(&more), best(&details)) {
            (Some(detail), ..) => Some(detail),
            (None, Some((_, in_text)), Some((at, in_detail))) if in_detail > in_text => {
                details.get(at).cloned()
            }
            (None, None, Some((at, _))) => details.get(at).cloned(),
            (None, Some((at, _)), _) => Some(more.remove(at)),
            (None, None, None) if more.is_empty() => None,
            (None, None, None) => Some(more.remove(0)),
        };
        let n_told = n_parts.saturating_sub(more.len());
        let details = keep(passage, &mut more);
        let offered = before.as_ref().is_some_and(|it| it.offered);
        let mut told = before.map(|it| it.told).unwrap_or_default();
        told.retain(|it| *it != passage.article);
        told.push(passage.article.clone());
        told.drain(..told.len().saturating_sub(MAX_TOLD));
        *memory = Some(Self {
            article: passage.article.clone(),
            topic: passage.topic,
            language: Some(question.language),
            more,
            n_told,
            details,
            year: year_of(passage),
            told,
            offered,
        });
        text.unwrap_or_default()
    }

    /// Takes the latest of several jobs or projects that were listed together as what is under
    /// discussion: "and before that?" then asks for the second.
    pub(super) fn begin_list(&mut self, told: &str, passages: &[Passage], language: Language) {
        if self.year.is_some() {
            return;
        }
        let of_topic = passages.iter().filter(|it| it.topic == self.topic);
        let dated: Vec<(u16, &str)> =
            of_topic.filter_map(|it| Some((year_of(it)?, it.article.as_str()))).collect();
        let names: Vec<&str> = dated.iter().map(|(_, article)| *article).collect();
        let listed: Vec<u16> = dated
            .iter()
            .filter(|(_, article)| words::names_article(told, article, &names, language))
            .map(|(year, _)| *year)
            .collect();
        if listed.len() > 1 {
            self.year = listed.into_iter().max();
        }
    }

    /// Whether an article was told.
    pub(super) fn has_told(&self, article: &str) -> bool {
        self.told.iter().any(|it| it == article)
    }

    /// What comes next of the article under discussion.
    pub(super) fn take_more(&mut self) -> Option<String> {
        if self.more.is_empty() {
            return None;
        }
        self.n_told = self.n_told.saturating_add(1);
        Some(self.more.remove(0))
    }

    /// Whether what is kept can be told in a language.
    pub(super) fn is_in(&self, language: Language) -> bool {
        self.language.is_none_or(|it| it == language)
    }

    /// Keeps the article under discussion in another language from now on, in which it has the same name;
    /// nothing of it when it is not among the passages. Of its text, as much is left as in the language
    /// before.
    pub(super) fn go_over(&mut self, language: Language, passages: &[Passage]) {
        self.language = Some(language);
        let Some(passage) = passages.iter().find(|it| it.article == self.article) else {
            self.more.clear();
            self.details.clear();
            return;
        };
        let mut more = all_parts(passage);
        more.drain(..self.n_told.min(more.len()));
        self.details = keep(passage, &mut more);
        self.more = more;
    }
}

/// What is kept of an article beside the sentences that come next, of which those go that are too many.
fn keep(passage: &Passage, more: &mut Vec<String>) -> BTreeMap<String, String> {
    let mut room = MAX_KEPT;
    let mut fits = |it: &String| {
        let length = it.chars().count();
        let fits = length <= room;
        room = room.saturating_sub(length);
        fits
    };
    // Details first: they answer what callers ask most.
    let details = passage.details.iter().filter(|(key, _)| is_asked(key));
    let details = details
        .filter_map(|(key, text)| Some((key.clone(), parts(text).into_iter().next()?)))
        .filter(|(_, text)| fits(text))
        .collect();
    more.retain(|it| fits(it));
    details
}

/// Whether callers can ask for a detail.
fn is_asked(key: &str) -> bool {
    [FollowUp::Where, FollowUp::When, FollowUp::Who, FollowUp::HowLong]
        .into_iter()
        .any(|it| it.detail() == Some(key))
}

/// The year in which something began, as its `when` says.
pub(super) fn year_of(passage: &Passage) -> Option<u16> {
    let when = passage.details.get("when")?;
    let numbers = when.split(|it: char| !it.is_ascii_digit());
    numbers.filter(|it| it.len() == 4).find_map(|it| it.parse().ok())
}

/// The text of an article in parts that are said at once.
fn all_parts(passage: &Passage) -> Vec<String> {
    std::iter::once(&passage.text).chain(&passage.more).flat_map(|it| parts(it)).collect()
}

/// A text in parts that are said at once, each of whole sentences.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        match parts.last_mut() {
            Some(part) if joined_length(part, sentence) <= MAX_SAID => {
                part.push(' ');
                part.push_str(sentence);
            }
            _ => parts.push(sentence.chars().take(MAX_SAID).collect()),
        }
    }
    // What has no letter in it cannot be heard.
    parts.retain(|it| it.contains(char::is_alphanumeric));
    parts
}

fn joined_length(one: &str, other: &str) -> usize {
    one.chars().count().saturating_add(1).saturating_add(other.chars().count())
}

/// What is asked of the passages that the records found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Wanted {
    /// The best answer to the question.
    Answer,
    /// The one under discussion, in the language that the call has gone over to.
    Same,
    /// One that was not told.
    Other,
    /// What came before the one under discussion.
    Before,
    /// What came after it.
    After,
    /// What came last.
    Latest,
    /// What came first.
    Earliest,
}

/// What the records have for a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Choice<'p> {
    /// This answers it.
    Answer(&'p Passage),
    /// Everything about it was told.
    AllTold,
    /// Nothing is known that came before.
    NothingBefore,
    /// Nothing is known that came after.
    NothingAfter,
    /// Nothing is known.
    Nothing,
}

/// The question that passages are to answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'q> {
    /// What is asked of them.
    pub(super) wanted: Wanted,
    /// What it is about.
    pub(super) topic: Topic,
    /// What it names in particular.
    pub(super) particulars: &'q [&'q str],
    /// The detail that it asks for.
    pub(super) detail: Option<&'static str>,
    /// What it is asked in.
    pub(super) language: Language,
}

/// Whether a passage has something to be said.
pub(super) fn has_words(passage: &Passage) -> bool {
    !parts(&passage.text).is_empty()
}

/// Chooses among passages, the best first.
pub(super) fn choose<'p>(
    question: &Question<'_>,
    passages: &'p [Passage],
    discussed: Option<&Discussed>,
) -> Choice<'p> {
    let is_new = |it: &&Passage| !discussed.is_some_and(|done| done.has_told(&it.article));
    let of_topic: Vec<&Passage> = passages.iter().filter(|it| it.topic == question.topic).collect();
    match question.wanted {
        Wanted::Answer | Wanted::Same => {}
        Wanted::Other => {
            let other = of_topic.into_iter().find(is_new);
            return other.map_or(Choice::AllTold, Choice::Answer);
        }
        Wanted::Before | Wanted::After | Wanted::Latest | Wanted::Earliest => {
            return by_year(question.wanted, &of_topic, discussed);
        }
    }
    if question.particulars.is_empty() {
        // A question about the topic as a whole. Who asks again hears it again.
        let has_detail =
            |it: &&Passage| question.detail.is_some_and(|key| it.details.contains_key(key));
        let detailed = of_topic.first().copied().filter(has_detail);
        let new = of_topic.iter().copied().find(is_new);
        let answer = detailed.or(new).or(of_topic.first().copied());
        return answer.map_or(Choice::Nothing, Choice::Answer);
    }
    let n_named = question.particulars.len();
    let count = |it: &Passage| {
        let texts = [&it.text, &it.article].into_iter().chain(&it.more).chain(it.details.values());
        let all: Vec<&str> = texts.map(String::as_str).collect();
        words::count_alike(&all.join(" "), question.particulars, question.language)
    };
    // One word of two may be there by chance.
    let answers = passages.iter().filter(|it| are_kin(it.topic, question.topic));
    let answers = answers.map(|it| (it, count(it))).filter(|(_, n)| n.saturating_mul(2) > n_named);
    // Of equally good ones the first: `max_by_key` takes the last.
    let best = answers.rev().max_by_key(|(_, n)| *n);
    best.map_or(Choice::Nothing, |(passage, _)| Choice::Answer(passage))
}

/// Whether an article about one topic may answer a question about another: what somebody has done is
/// no answer to what they would do.
fn are_kin(one: Topic, other: Topic) -> bool {
    let is_past = |it: Topic| match it {
        Topic::Experience | Topic::Skills | Topic::Projects | Topic::Education => true,
        Topic::Availability | Topic::Contact | Topic::Collaboration => false,
    };
    is_past(one) == is_past(other)
}

/// What came first or last, or right before or after the article under discussion.
fn by_year<'p>(
    wanted: Wanted,
    of_topic: &[&'p Passage],
    discussed: Option<&Discussed>,
) -> Choice<'p> {
    let dated = of_topic.iter().filter_map(|it| Some((year_of(it)?, *it)));
    let now = discussed.and_then(|it| it.year);
    let found = match (wanted, now) {
        (Wanted::Earliest, _) => dated.min_by_key(|(year, _)| *year),
        // When nothing is known of when this was, the latest comes before today.
        (Wanted::Latest, _) | (Wanted::Before, None) => dated.max_by_key(|(year, _)| *year),
        (Wanted::Before, Some(now)) => {
            dated.filter(|(year, _)| *year < now).max_by_key(|(year, _)| *year)
        }
        (_, Some(now)) => dated.filter(|(year, _)| *year > now).min_by_key(|(year, _)| *year),
        (_, None) => None,
    };
    match (found, wanted) {
        (Some((_, passage)), _) => Choice::Answer(passage),
        (None, Wanted::Before) => Choice::NothingBefore,
        (None, Wanted::After) => Choice::NothingAfter,
        (None, _) => Choice::Nothing,
    }
}

#[cfg(test)]
mod tests;

//! Articles as people write them.
//!
//! ```markdown
//! ---
//! title: Work at Acme
//! topic: experience
//! language: en-US
//! details:
//!   where: At Acme's office in Lisbon.
//! ---
//! Ines led the data platform team at Acme for four years.
//! ```
//!
//! Only what can be spoken is allowed: paragraphs of plain text.

use std::collections::BTreeMap;
use std::fmt;

use dialogue::business::Topic;
use wording::Language;

use super::{Article, ArticleId};

/// Most words of a paragraph: two sentences of ten seconds each, at 150 words a minute.
const MOST_WORDS: usize = 45;

/// Topics by the word that articles use.
const TOPICS: [(&str, Topic); 7] = [
    ("availability", Topic::Availability),
    ("collaboration", Topic::Collaboration),
    ("contact", Topic::Contact),
    ("education", Topic::Education),
    ("experience", Topic::Experience),
    ("projects", Topic::Projects),
    ("skills", Topic::Skills),
];

/// What callers ask next.
const DETAILS: [&str; 8] = ["how", "how-long", "how-many", "what", "when", "where", "who", "why"];

/// What begins and ends the head of an article.
const FENCE: &str = "---";

/// What is wrong with an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Name of the file.
    pub file: String,
    /// Line in it, counted from 1.
    pub line: usize,
    /// What was found.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, found, expected } = self;
        write!(f, "{file}:{line}: found {found}, expected {expected}")
    }
}

impl std::error::Error for Fault {}

/// Reads an article. `file` is the name of its file, such as `work-at-acme.es.md`.
///
/// # Errors
///
/// Every [`Fault`] there is, in the order of lines.
pub fn parse(file: &str, text: &str) -> Result<Article, Vec<Fault>> {
    let mut reader = Reader { file, faults: Vec::new() };
    let article = reader.article(text);
    match article {
        Some(article) if reader.faults.is_empty() => Ok(article),
        _ => {
            reader.faults.sort_by_key(|it| it.line);
            Err(reader.faults)
        }
    }
}

/// Collects faults while reading.
struct Reader<'a> {
    file: &'a str,
    faults: Vec<Fault>,
}

/// A line and its number.
type Line<'a> = (usize, &'a str);

/// The head of an article, as far as it could be read.
#[derive(Default)]
struct Head {
    title: Option<String>,
    topic: Option<Topic>,
    language: Option<Language>,
    details: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn fault(&mut self, line: usize, found: impl Into<String>, expected: impl Into<String>) {
        let (found, expected) = (found.into(), expected.into());
        self.faults.push(Fault { file: self.file.to_owned(), line, found, expected });
    }

    fn article(&mut self, text: &str) -> Option<Article> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = (1..).zip(text.lines().map(str::trim_end)).peekable();
        if lines.next_if(|(_, line)| *line == FENCE).is_none() {
            self.fault(1, "no head", "`---`, then `title: …` and the rest of the head");
            return None;
        }
        let mut head = Vec::new();
        let end = loop {
            match lines.next() {
                Some((number, FENCE)) => break number,
                Some(line) => head.push(line),
                None => {
                    let last = text.lines().count().max(1);
                    self.fault(last, "the end of the file", "`---` at the end of the head");
                    return None;
                }
            }
        };
        let head = self.head(&head, end);
        let paragraphs = self.paragraphs(lines, end);
        Some(Article {
            id: ArticleId::of_file(self.file),
            title: head.title?,
            topic: head.topic?,
            language: head.language?,
            paragraphs,
            details: head.details,
        })
    }

    fn head(&mut self, lines: &[Line<'_>], end: usize) -> Head {
        let mut head = Head::default();
        let mut in_details = false;
        for &(number, line) in lines.iter().filter(|(_, line)| !line.trim().is_empty()) {
            let is_inner = line.starts_with([' ', '\t']);
            let Some((key, value)) = line.split_once(':') else {
                self.fault(number, quoted(line), "`key: value`");
                continue;
            };
            let (key, value) = (key.trim(), unquoted(value.trim()));
            if is_inner && in_details {
                self.detail(number, key, value, &mut head.details);
                continue;
            }
            in_details = false;
            match key {
                "details" if value.is_empty() => in_details = true,
                "details" => {
                    self.fault(
                        number,
                        quoted(value),
                        "nothing here, and `where: …` below, indented",
                    );
                }
                "title" => self.title(number, value, &mut head.title),
                "topic" => {
                    let topic = TOPICS.iter().find(|(word, _)| *word == value);
                    let known = TOPICS.map(|(word, _)| word);
                    self.once(number, key, value, topic.map(|it| it.1), &known, &mut head.topic);
                }
                "language" => {
                    let known = Language::ALL.map(Language::code);
                    self.once(number, key, value, value.parse().ok(), &known, &mut head.language);
                }
                _ => {
                    let known = ["title", "topic", "language", "details"];
                    self.fault(number, quoted(key), one_of(key, &known));
                }
            }
        }
        let missing = [
            ("title", head.title.is_none()),
            ("topic", head.topic.is_none()),
            ("language", head.language.is_none()),
        ];
        for (key, is_missing) in missing {
            let told = lines.iter().any(|(_, line)| line.split(':').next() == Some(key));
            if is_missing && !told {
                self.fault(end, format!("no `{key}`"), format!("`{key}: …` in the head"));
            }
        }
        head
    }

    fn title(&mut self, number: usize, value: &str, title: &mut Option<String>) {
        if value.is_empty() {
            self.fault(number, "an empty title", "what the article is called");
        } else if title.replace(value.to_owned()).is_some() {
            self.fault(number, "a second `title`", "one");
        }
    }

    fn once<T>(
        &mut self,
        number: usize,
        key: &str,
        found: &str,
        value: Option<T>,
        known: &[&str],
        slot: &mut Option<T>,
    ) {
        match value {
            None => self.fault(number, format!("{key} {}", quoted(found)), one_of(found, known)),
            Some(value) => {
                if slot.replace(value).is_some() {
                    self.fault(number, format!("a second `{key}`"), "one");
                }
            }
        }
    }

    fn detail(
        &mut self,
        number: usize,
        key: &str,
        value: &str,
        details: &mut BTreeMap<String, String>,
    ) {
        if !DETAILS.contains(&key) {
            self.fault(number, format!("detail {}", quoted(key)), one_of(key, &DETAILS));
        } else if value.is_empty() {
            self.fault(number, format!("an empty `{key}`"), "a sentence");
        } else if details.insert(key.to_owned(), value.to_owned()).is_some() {
            self.fault(number, format!("a second `{key}`"), "one");
        } else {
            self.speakable(number, value);
        }
    }

    fn paragraphs<'a>(&mut self, lines: impl Iterator<Item = Line<'a>>, end: usize) -> Vec<String> {
        let mut paragraphs: Vec<(usize, String)> = Vec::new();
        let mut is_open = false;
        for (number, line) in lines {
            let line = line.trim();
            if line.is_empty() {
                is_open = false;
            } else if let Some((_, paragraph)) = paragraphs.last_mut().filter(|_| is_open) {
                paragraph.push(' ');
                paragraph.push_str(line);
                self.speakable(number, line);
            } else {
                paragraphs.push((number, line.to_owned()));
                self.speakable(number, line);
                is_open = true;
            }
        }
        if paragraphs.is_empty() {
            self.fault(end, "no text", "a paragraph that answers the question");
        }
        for (number, paragraph) in &paragraphs {
            let words = paragraph.split_whitespace().count();
            if words > MOST_WORDS {
                let expected = format!("at most {MOST_WORDS}, one or two sentences to be spoken");
                self.fault(*number, format!("{words} words in a paragraph"), expected);
            }
        }
        paragraphs.into_iter().map(|(_, it)| it).collect()
    }

    /// Markup is for eyes.
    fn speakable(&mut self, number: usize, line: &str) {
        let starts = [
            ("#", "a heading"),
            ("- ", "a list"),
            ("* ", "a list"),
            ("+ ", "a list"),
            (">", "a quotation"),
            ("|", "a table"),
            ("```", "code"),
            ("![", "a picture"),
        ];
        let holds = [
            ("](", "a link"),
            ("://", "an address"),
            ("**", "emphasis"),
            ("__", "emphasis"),
            ("`", "code"),
            ("<", "markup"),
            (">", "markup"),
        ];
        let numbered = line.split_once(". ").is_some_and(|(number, _)| {
            number.len() <= 2 && number.bytes().all(|it| it.is_ascii_digit())
        });
        let start = starts.iter().find(|(sign, _)| line.starts_with(sign)).map(|it| it.1);
        let found = start
            .or_else(|| numbered.then_some("a list"))
            .or_else(|| holds.iter().find(|(sign, _)| line.contains(sign)).map(|it| it.1))
            .or_else(|| line.chars().any(char::is_control).then_some("a control character"));
        if let Some(found) = found {
            self.fault(number, found, "plain sentences, since they are spoken");
        }
    }
}

/// A text as faults show it: short, in backticks.
fn quoted(text: &str) -> String {
    let shown: String = text.trim().chars().take(40).filter(|it| !it.is_control()).collect();
    format!("`{shown}`")
}

/// What people put around a value that has a colon in it.
fn unquoted(value: &str) -> &str {
    let inner = |mark: char| value.strip_prefix(mark).and_then(|it| it.strip_suffix(mark));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// What is allowed, and what was probably meant.
fn one_of(found: &str, known: &[&str]) -> String {
    let all: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
    let near = known
        .iter()
        .map(|it| (strsim::osa_distance(&found.to_lowercase(), &it.to_lowercase()), it))
        .filter(|(distance, _)| *distance <= 2)
        // Of two as near, what goes on like it.
        .min_by_key(|(distance, it)| (*distance, !it.starts_with(found)));
    match near {
        Some((_, near)) => format!("{}; did you mean `{near}`?", all.join(", ")),
        None => all.join(", "),
    }
}

#[cfg(test)]
mod tests;

//! What was found of lines, what became of them, and which there are.

use std::borrow::Cow;
use std::fmt::Write as _;

use ::line::{Line, Scenario};
use annotate_snippets::Level;
use aws_events::E164;
use serde::Serialize;

use super::check::{BOLD, ERROR, GOOD, QUIET, WARNING, count, excerpt};
use super::plain;
use crate::lines::{Change, Checked, Deed, Subject, taken};

/// The rule that every fault of a file breaks.
const WRONG: &str = "wrong-line";

/// The rule that lines with a number in common break.
const TAKEN: &str = "number-taken";

/// The rule that every fault of an article breaks.
const WRONG_ARTICLE: &str = "wrong-article";

/// What was found of a file, with ANSI styles; a line that is right is listed.
pub(crate) fn checked(file: &Checked) -> String {
    let path = file.path.display().to_string();
    let mut out = String::new();
    let mut told = |rule, message: &str, at, inside: &str, help: Option<&str>| {
        let place = Some((&file.text, at));
        out.push_str(&excerpt::told(Level::ERROR, rule, message, &path, place, inside, help));
        out.push('\n');
    };
    for fault in file.line.as_ref().err().into_iter().flatten() {
        let message = format!("found {}", fault.found);
        let mut help = format!("allowed is {}", fault.allowed);
        if let Some(meant) = &fault.meant {
            // Writing to a `String` cannot fail.
            let _ = write!(help, "; did you mean `{meant}`?");
        }
        let at = Some(fault.place.span.clone());
        told(WRONG, &message, at, &fault.key, Some(&help));
    }
    for (number, others) in &file.shared {
        let others: Vec<_> = others.iter().map(|it| it.display().to_string()).collect();
        let at = file.text.as_str().find(number.as_str());
        let at = at.map(|it| it..it.saturating_add(number.as_str().len()));
        told(TAKEN, &taken(number, &others), at, "numbers", None);
    }
    for article in &file.shelf.wrong {
        let path = article.path.display().to_string();
        for fault in &article.faults {
            let message = format!("found {}", fault.found);
            let help = format!("allowed is {}", fault.expected);
            let place = Some((&article.text, article.text.line(fault.line)));
            let level = Level::ERROR;
            let it = excerpt::told(level, WRONG_ARTICLE, &message, &path, place, "", Some(&help));
            out.push_str(&it);
            out.push('\n');
        }
    }
    if let (Ok(line), 0) = (&file.line, file.errors()) {
        let outline = outline(line, file.shelf.articles.len());
        let _ = writeln!(out, "{BOLD}{}{BOLD:#}  {outline}", plain(&path));
    }
    out
}

/// A line in a few words.
fn outline(line: &Line, articles: usize) -> String {
    let numbers: Vec<_> = line.numbers.iter().map(E164::as_str).collect();
    let mut outline = format!("{}  {}", plain(&line.name), numbers.join(", "));
    if articles > 0 {
        // Writing to a `String` cannot fail.
        let _ = write!(outline, "  {}", count(articles, "article"));
    }
    outline
}

/// The last line of a check: how much was found.
pub(crate) fn summary(lines: usize, errors: usize) -> String {
    let style = if errors == 0 { GOOD } else { ERROR };
    format!("{style}{}, {}{style:#}\n", count(lines, "line"), count(errors, "error"))
}

/// What was done to a record, with ANSI styles.
pub(crate) fn change(change: &Change) -> String {
    let Change { subject, line, deed } = change;
    let subject = match subject {
        Subject::Number(number) => number.as_str().to_owned(),
        Subject::Article(id, language) => format!("{id} {}", language.code()),
    };
    let (style, what) = match deed {
        Deed::Added => (GOOD, "added".to_owned()),
        Deed::Changed(keys) => (GOOD, format!("changed: {}", keys.join(", "))),
        Deed::TakenFrom(other) => (WARNING, format!("taken from {other}")),
        Deed::Same => (QUIET, "as it was".to_owned()),
        Deed::Removed => (WARNING, "removed: the line has it no more".to_owned()),
        Deed::Left => (WARNING, "left: the line has it no more; --prune removes it".to_owned()),
    };
    let line = plain(line);
    format!("{:<12}  {line:<16}  {style}{}{style:#}\n", plain(&subject), plain(&what))
}

/// The last line of putting.
pub(crate) fn put(table: &str, changes: usize, dry_run: bool) -> String {
    let records = count(changes, "record");
    let done = if dry_run { "would change" } else { "changed" };
    format!("{BOLD}{records}{BOLD:#} of {} {done}\n", plain(table))
}

/// A number and its line, with ANSI styles.
pub(crate) fn listed(number: &E164, line: &Line) -> String {
    let languages: Vec<_> = line.languages.iter().map(|it| it.language.code()).collect();
    let scenarios = line.scenarios.iter().map(|it| scenario(*it)).collect::<Vec<_>>();
    format!(
        "{BOLD}{}{BOLD:#}  {:<16}  {}  {QUIET}{}; {}{QUIET:#}\n",
        number.as_str(),
        line.id.as_str(),
        plain(&line.name),
        languages.join(", "),
        if scenarios.is_empty() {
            "a person or a message".to_owned()
        } else {
            scenarios.join(", ")
        },
    )
}

fn scenario(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Shop => "shop",
        Scenario::Clinic => "clinic",
        Scenario::Payments => "payments",
        Scenario::Support => "support",
        Scenario::Bank => "bank",
        Scenario::Profile => "profile",
    }
}

/// A file that was checked, as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct CheckedLine<'a> {
    /// What is not UTF-8 in it is replaced.
    file: Cow<'a, str>,
    /// Short name of the line; null when it is wrong.
    id: Option<&'a str>,
    numbers: Vec<&'a str>,
    faults: Vec<JsonFault<'a>>,
}

#[derive(Debug, Serialize)]
struct JsonFault<'a> {
    rule: &'static str,
    /// The file of the article that is wrong; left out when it is the line's.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Cow<'a, str>>,
    /// Place in the file's structure; empty for an article.
    key: &'a str,
    /// From 1, the column in characters; null for the file as a whole.
    line: Option<usize>,
    column: Option<usize>,
    found: String,
    allowed: Cow<'a, str>,
    meant: Option<&'a str>,
}

/// A file that was checked, as JSON.
pub(crate) fn json(file: &Checked) -> CheckedLine<'_> {
    let faults = file.line.as_ref().err().into_iter().flatten().map(|it| JsonFault {
        rule: WRONG,
        article: None,
        key: &it.key,
        line: Some(it.place.line),
        column: Some(it.place.column),
        found: it.found.clone(),
        allowed: Cow::Borrowed(&it.allowed),
        meant: it.meant.as_deref(),
    });
    let shared = file.shared.iter().map(|(number, others)| {
        let others: Vec<_> = others.iter().map(|it| it.display().to_string()).collect();
        let at = file.text.as_str().find(number.as_str()).map(|it| file.text.position(it));
        JsonFault {
            rule: TAKEN,
            article: None,
            key: "numbers",
            line: at.map(|it| it.0),
            column: at.map(|it| it.1),
            found: format!("`{}`", number.as_str()),
            allowed: Cow::Owned(format!("a number that is not that of {}", others.join(" and "))),
            meant: None,
        }
    });
    let of_articles = file.shelf.wrong.iter().flat_map(|article| {
        article.faults.iter().map(|fault| {
            let at = article.text.line(fault.line).map(|it| article.text.position(it.start));
            JsonFault {
                rule: WRONG_ARTICLE,
                article: Some(article.path.to_string_lossy()),
                key: "",
                line: Some(fault.line),
                column: at.map(|it| it.1),
                found: fault.found.clone(),
                allowed: Cow::Borrowed(&fault.expected),
                meant: None,
            }
        })
    });
    let line = file.line.as_ref().ok();
    CheckedLine {
        file: file.path.to_string_lossy(),
        id: line.map(|it| it.id.as_str()),
        numbers: line.into_iter().flat_map(|it| &it.numbers).map(E164::as_str).collect(),
        faults: faults.chain(shared).chain(of_articles).collect(),
    }
}

/// What was done to a record, as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct PutLine<'a> {
    /// The number; left out for an article.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    /// The article's name and language; left out for a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    line: &'a str,
    /// `added`, `changed`, `taken`, `same`, `removed` or `left`.
    deed: &'static str,
    /// Keys of the file that changed.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keys: &'a [String],
    /// The line that had the number before.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
}

/// What was done to a record, as JSON.
pub(crate) fn json_change(change: &Change) -> PutLine<'_> {
    let (deed, keys, from): (_, &[String], _) = match &change.deed {
        Deed::Added => ("added", &[], None),
        Deed::Changed(keys) => ("changed", keys, None),
        Deed::TakenFrom(other) => ("taken", &[], Some(other.as_str())),
        Deed::Same => ("same", &[], None),
        Deed::Removed => ("removed", &[], None),
        Deed::Left => ("left", &[], None),
    };
    let (number, article, language) = match &change.subject {
        Subject::Number(number) => (Some(number.as_str()), None, None),
        Subject::Article(id, language) => (None, Some(id.0.as_str()), Some(language.code())),
    };
    PutLine { number, article, language, line: &change.line, deed, keys, from }
}

/// A number and its line, as JSON: the line as records have it.
#[derive(Debug, Serialize)]
pub(crate) struct ListedLine<'a> {
    number: &'a str,
    line: &'a Line,
}

/// A number and its line, as JSON.
pub(crate) fn json_listed<'a>(number: &'a E164, line: &'a Line) -> ListedLine<'a> {
    ListedLine { number: number.as_str(), line }
}

//! Lines where people keep them: one TOML file each, in a folder of the project.

mod articles;
mod find;
mod put;
mod shelve;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ::line::{Fault, Line, Names};
use aws_events::E164;
use directory::article_records;
use directory::knowledge::Article;
use store::StoredLine;

use crate::check::Text;

pub(crate) use articles::Shelf;
pub(crate) use find::{FindError, find};
pub(crate) use put::{Change, Deed, Subject, Wanted, put, stored, table};

/// Folder of a project's lines.
pub(crate) const LINES: &str = "lines";

/// How the name of a line's file ends.
pub(crate) const EXTENSION: &str = "toml";

/// A file that should hold a line.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The file, as it is shown.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) text: Text,
    /// The line, or what is wrong with it.
    pub(crate) line: Result<Line, Vec<Fault>>,
    /// Numbers that lines of other files have too, each with those files.
    pub(crate) shared: Vec<(E164, Vec<PathBuf>)>,
    /// The articles beside it.
    pub(crate) shelf: Shelf,
}

impl Checked {
    /// How much is wrong.
    pub(crate) fn errors(&self) -> usize {
        let faults = self.line.as_ref().err().map_or(0, Vec::len);
        let of_articles = self.shelf.wrong.iter().map(|it| it.faults.len());
        of_articles.fold(faults.saturating_add(self.shared.len()), usize::saturating_add)
    }
}

/// A line as people keep it.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// The line.
    pub(crate) line: Line,
    /// What it knows.
    pub(crate) articles: Vec<Article>,
}

/// Reads and checks lines, each by itself, with its articles, and against the others. With `intents`, the
/// names of the bot's intents, queues are checked against them.
///
/// # Errors
///
/// [`FindError`] when an article cannot be read.
pub(crate) fn check(
    files: Vec<(PathBuf, Text)>,
    intents: Option<&BTreeSet<String>>,
) -> Result<Vec<Checked>, FindError> {
    let can_compare = |id: &str| wording::knows_second(id) && dialogue::can_compare(id);
    let names = Names { has_second: &can_compare, intents };
    let read = |(path, text): (PathBuf, Text)| {
        let id = path.file_stem().map(|it| it.to_string_lossy()).unwrap_or_default();
        let line = Line::from_toml_with(text.as_str(), &id, names);
        let shelf = articles::shelf(&path.with_extension(""), line.as_ref().ok())?;
        Ok(Checked { path, text, line, shared: Vec::new(), shelf })
    };
    let mut checked = files.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let shared: Vec<_> = checked.iter().map(|it| shared(it, &checked)).collect();
    for (file, shared) in checked.iter_mut().zip(shared) {
        file.shared = shared;
    }
    Ok(checked)
}

/// The numbers of a file's line that lines of other files have too.
fn shared(file: &Checked, all: &[Checked]) -> Vec<(E164, Vec<PathBuf>)> {
    let Ok(line) = &file.line else { return Vec::new() };
    let others = |number: &E164| {
        let others = all.iter().filter(|it| it.path != file.path);
        let has = |it: &&Checked| it.line.as_ref().is_ok_and(|it| it.numbers.contains(number));
        others.filter(has).map(|it| it.path.clone()).collect::<Vec<_>>()
    };
    let numbers = line.numbers.iter().map(|it| (it.clone(), others(it)));
    numbers.filter(|(_, others)| !others.is_empty()).collect()
}

/// Why a project's lines cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LinesError {
    /// They cannot be read.
    #[error(transparent)]
    Find(#[from] FindError),
    /// Some of them are wrong.
    #[error("{0}")]
    Wrong(String),
    /// One does not fit into a record.
    #[error("a line cannot be stored")]
    Store(#[from] store::StoreError),
}

/// The lines of a project, which may have none, ordered by their ids.
///
/// # Errors
///
/// [`LinesError`], which names each file and what is wrong with it.
pub(crate) fn load(root: &Path) -> Result<Vec<Kept>, LinesError> {
    let folder = root.join(LINES);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    let mut wrong = String::new();
    for file in check(find(&[folder])?, None)? {
        let path = file.path.display();
        for (number, others) in &file.shared {
            let others: Vec<_> = others.iter().map(|it| it.display().to_string()).collect();
            // Writing to a `String` cannot fail.
            let _ = write!(wrong, "\n  {path}: {}", taken(number, &others));
        }
        for article in &file.shelf.wrong {
            let folder = article.path.parent().unwrap_or(&article.path).display();
            for fault in &article.faults {
                let _ = write!(wrong, "\n  {folder}/{fault}");
            }
        }
        match file.line {
            Ok(line) => lines.push(Kept { line, articles: file.shelf.articles }),
            Err(faults) => {
                for fault in faults {
                    let _ = write!(wrong, "\n  {path}: {fault}");
                }
            }
        }
    }
    if wrong.is_empty() {
        Ok(lines)
    } else {
        Err(LinesError::Wrong(format!("what is wrong:{wrong}")))
    }
}

/// What is wrong with a number that several lines have.
pub(crate) fn taken(number: &E164, others: &[String]) -> String {
    format!(
        "the number {} is that of {} too; a number has one line only",
        number.as_str(),
        others.join(" and ")
    )
}

/// The records of lines as plain JSON: one for each number, and one for each article.
///
/// # Errors
///
/// [`LinesError::Store`] when a line does not fit into a record, which none from a file does.
pub(crate) fn records(lines: &[Kept]) -> Result<Vec<serde_json::Value>, LinesError> {
    let mut records = Vec::new();
    for Kept { line, articles } in lines {
        for number in line.numbers.iter().cloned() {
            records.push(StoredLine { number, line: line.clone(), version: 0 }.to_json()?);
        }
        records.extend(article_records(&line.id, articles));
    }
    Ok(records)
}

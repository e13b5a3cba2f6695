//! What lines know: the articles beside them, in a folder that has the name of the line.

use std::fs;
use std::path::{Path, PathBuf};

use ::line::Line;
use directory::article_records;
use directory::knowledge::{Article, parse};
use serde_json::Value;

use super::{FindError, LINES};
use crate::check::{ReadError, Text};

/// How the name of an article's file ends.
const EXTENSION: &str = "md";

/// The articles of a line.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// Those that are right.
    pub(crate) articles: Vec<Article>,
    /// What is wrong with the others, each with its file and line.
    pub(crate) faults: Vec<String>,
}

/// The articles of a line of a project, by file; none when the line has no folder.
///
/// # Errors
///
/// [`FindError`] when the folder or a file cannot be read.
pub(crate) fn shelf(root: &Path, line: &Line) -> Result<Shelf, FindError> {
    let folder = root.join(LINES).join(line.id.as_str());
    let mut shelf = Shelf::default();
    for path in files(&folder)? {
        let text = Text::read(&path).map_err(|source| FindError::new(&path, source))?;
        let name = path.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
        match parse(&name, text.as_str()) {
            Ok(article) => shelf.articles.push(article),
            Err(faults) => {
                let folder = folder.display();
                shelf.faults.extend(faults.iter().map(|it| format!("{folder}/{it}")));
            }
        }
    }
    Ok(shelf)
}

/// The records of a line's articles, as plain JSON with their keys.
pub(crate) fn records(line: &Line, articles: &[Article]) -> Vec<Value> {
    article_records(&line.id, articles)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, FindError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| FindError::new(folder, ReadError::Io(source));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_file() && path.extension().is_some_and(|it| it == EXTENSION) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

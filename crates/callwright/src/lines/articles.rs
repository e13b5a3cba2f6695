//! What lines know: the articles beside them, in a folder that has the name of the line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ::line::Line;
use directory::knowledge::{Article, ArticleId, Fault, parse};
use language::sentences;
use wording::{Language, Speech};

use super::FindError;
use crate::check::Text;

/// How the name of an article's file ends.
const EXTENSION: &str = "md";

/// Longest sentence, in seconds. What is longer cannot be told in parts, and nobody listens for longer.
const MOST_SECONDS: f64 = 10.0;

/// Longest sentence, in characters; the rest of a longer one is never told.
const MOST_CHARACTERS: usize = 200;

/// The articles of a line.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// Those that are right, by file.
    pub(crate) articles: Vec<Article>,
    /// The files of the others.
    pub(crate) wrong: Vec<Wrong>,
}

/// A file that should hold an article.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// The file, as it is shown.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) text: Text,
    /// What is wrong with it.
    pub(crate) faults: Vec<Fault>,
}

/// Reads and checks the articles in a folder, each by itself, against the others, and against the line
/// that tells them, unless that is wrong itself. A folder that is not there has none.
///
/// # Errors
///
/// [`FindError`] when the folder or a file cannot be read.
pub(crate) fn shelf(folder: &Path, line: Option<&Line>) -> Result<Shelf, FindError> {
    let mut shelf = Shelf::default();
    let mut seen = Seen::default();
    for path in files(folder)? {
        let text = Text::read(&path).map_err(|source| FindError::new(&path, source))?;
        let file = path.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
        let read = parse(&file, text.as_str()).and_then(|article| {
            let page = Page { file: &file, text: text.as_str(), article: &article };
            let mut faults = page.too_long();
            faults.extend(line.and_then(|it| page.in_no_language_of(it)));
            faults.extend(seen.twice(&page));
            if faults.is_empty() { Ok(article) } else { Err(faults) }
        });
        match read {
            Ok(article) => shelf.articles.push(article),
            Err(faults) => shelf.wrong.push(Wrong { path, text, faults }),
        }
    }
    Ok(shelf)
}

/// An article with its file.
struct Page<'a> {
    file: &'a str,
    text: &'a str,
    article: &'a Article,
}

impl Page<'_> {
    fn fault(&self, line: usize, found: String, expected: impl Into<String>) -> Fault {
        Fault { file: self.file.to_owned(), line, found, expected: expected.into() }
    }

    /// Sentences that are too long to be heard.
    fn too_long(&self) -> Vec<Fault> {
        let Article { language, paragraphs, details, .. } = self.article;
        let told = paragraphs.iter().chain(details.values()).flat_map(|it| sentences(it));
        let long = told.filter_map(|sentence| {
            let seconds = Speech::plain(*language, sentence).seconds();
            let is_long = seconds > MOST_SECONDS || sentence.chars().count() > MOST_CHARACTERS;
            let expected = format!("at most {MOST_SECONDS:.0}, or several sentences");
            let found = || format!("a sentence of {seconds:.1} seconds");
            is_long.then(|| self.fault(line_of(self.text, sentence), found(), expected))
        });
        long.collect()
    }

    /// Nobody is told an article in a language that the line does not speak.
    fn in_no_language_of(&self, line: &Line) -> Option<Fault> {
        let language = self.article.language;
        let spoken: Vec<_> = line.languages.iter().map(|it| it.language.code()).collect();
        (!spoken.contains(&language.code())).then(|| {
            let found = format!("an article in `{}`", language.code());
            let expected = format!("a language of the line: `{}`", spoken.join("`, `"));
            self.fault(line_of_key(self.text, "language"), found, expected)
        })
    }
}

/// Names and titles, by language, and the file that has them.
#[derive(Default)]
struct Seen {
    names: BTreeMap<(Language, ArticleId), String>,
    titles: BTreeMap<(Language, String), String>,
}

impl Seen {
    /// What of an article another one has already: of two of one name a table keeps one, and of two of
    /// one title callers are told either.
    fn twice(&mut self, page: &Page<'_>) -> Vec<Fault> {
        let Article { id, title, language, .. } = page.article;
        let file = || page.file.to_owned();
        let mut faults = Vec::new();
        if let Some(other) = self.names.insert((*language, id.clone()), file()) {
            let found =
                format!("the article `{id}` in `{}`, which {other} has too", language.code());
            let line = line_of_key(page.text, "language");
            faults.push(page.fault(line, found, "a name and language of its own"));
        } else if let Some(other) = self.titles.insert((*language, title.to_lowercase()), file()) {
            let found = format!("the title of {other}");
            let line = line_of_key(page.text, "title");
            faults.push(page.fault(line, found, "a title of its own, or one article of the two"));
        }
        faults
    }
}

/// The line, from 1, of a key in the head of an article.
fn line_of_key(text: &str, key: &str) -> usize {
    let has =
        |line: &str| line.strip_prefix(key).is_some_and(|it| it.trim_start().starts_with(':'));
    (1..).zip(text.lines()).find(|(_, line)| has(line)).map_or(1, |(number, _)| number)
}

/// The line, from 1, in which a sentence begins, as far as it stands in one line there.
fn line_of(text: &str, sentence: &str) -> usize {
    let words: Vec<_> = sentence.split(' ').collect();
    let beginnings = (1..=words.len()).rev().filter_map(|n| Some(words.get(..n)?.join(" ")));
    let mut places = beginnings.filter_map(|it| {
        (1..).zip(text.lines()).find(|(_, line)| line.contains(&it)).map(|(number, _)| number)
    });
    places.next().unwrap_or(1)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, FindError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    super::find::in_folder(folder, EXTENSION)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use expect_test::{Expect, expect};

    use super::*;

    /// An article.
    fn article(title: &str, language: &str, text: &str) -> String {
        format!("---\ntitle: {title}\ntopic: contact\nlanguage: {language}\n---\n{text}\n")
    }

    /// Compares what is wrong with articles of an English line.
    fn wrong(files: &[(&str, String)], expected: &Expect) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let line = Line::basic("Northwind", "America/New_York");
        let shelf = shelf(folder.path(), Some(&line)).unwrap();
        let faults = shelf.wrong.iter().flat_map(|it| &it.faults);
        let told: Vec<_> = faults.map(ToString::to_string).collect();
        expected.assert_eq(&told.join("\n"));
        assert_eq!(shelf.articles.len() + shelf.wrong.len(), files.len());
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_articles() {
        let shelf = shelf(Path::new("nowhere"), None).unwrap();
        assert_eq!((shelf.articles.len(), shelf.wrong.len()), (0, 0));
    }

    #[test]
    fn other_files_are_no_articles() {
        wrong(&[("a.md", article("A", "en-US", "We are here."))], &expect![[r#""#]]);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "nothing").unwrap();
        fs::create_dir(folder.path().join("drafts.md")).unwrap();
        assert_eq!(shelf(folder.path(), None).unwrap().articles, []);
    }

    #[test]
    fn a_sentence_that_nobody_listens_to_is_told_where_it_begins() {
        let words = "and this goes on and on for as long as anybody can bear to listen to it";
        let long = format!("It is short.\nIt begins here {words}\n{words}.");
        wrong(
            &[("long.md", article("Long", "en-US", &long))],
            &expect![[
                r#"long.md:7: found a sentence of 14.8 seconds, expected at most 10, or several sentences"#
            ]],
        );
    }

    #[test]
    fn an_article_is_there_once_in_each_language_that_is_spoken() {
        wrong(
            &[
                ("about.en.md", article("About us", "en-US", "We are here.")),
                ("about.es.md", article("Nosotros", "es-US", "Estamos aquí.")),
                ("about.md", article("More about us", "en-US", "We are here.")),
                ("here.md", article("About Us", "en-US", "We are here.")),
            ],
            &expect![[r#"
                about.es.md:4: found an article in `es-US`, expected a language of the line: `en-US`
                about.md:4: found the article `about` in `en-US`, which about.en.md has too, expected a name and language of its own
                here.md:2: found the title of about.en.md, expected a title of its own, or one article of the two"#]],
        );
    }
}

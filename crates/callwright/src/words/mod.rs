//! Checks wording files where people keep them: `words/` of a project, or any folder with a folder of
//! Fluent files for each language. With it goes what a line says in words of its own.
//!
//! Judging is `wording`'s; here are files, places and the command line's severity.

mod own;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use wording::Language;
use wording::check::{self, Checked, Rule, Sample, Severity, Source};

use crate::check::Text;

pub(crate) use own::LineError;

/// A file that was checked.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its path, as it is shown.
    pub(crate) path: PathBuf,
    /// The language of a wording file; `None` for the file of a line, which holds several.
    pub(crate) language: Option<Language>,
    pub(crate) text: Text,
    /// In the order of the text.
    pub(crate) findings: Vec<Finding>,
}

/// Something that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    pub(crate) told: String,
    pub(crate) hint: Option<String>,
    /// The message with its attribute, or the key of a line.
    pub(crate) of: String,
    pub(crate) at: Range<usize>,
}

/// What is to be said of a language as a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Report {
    pub(crate) language: Language,
    pub(crate) n_files: usize,
    pub(crate) n_messages: usize,
    pub(crate) n_wordings: usize,
    /// The wording that takes longest to say, of those that are spoken to callers, and its seconds.
    pub(crate) longest: Option<(String, f64)>,
}

/// How much there is to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) files: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) hints: usize,
}

impl Tally {
    /// Counts what was found.
    pub(crate) fn of(files: &[File]) -> Self {
        let mut tally = Self { files: files.len(), ..Self::default() };
        for it in files.iter().flat_map(|it| &it.findings) {
            let count = match it.severity {
                Severity::Error => &mut tally.errors,
                Severity::Warning => &mut tally.warnings,
                Severity::Hint => &mut tally.hints,
            };
            *count = count.saturating_add(1);
        }
        tally
    }
}

/// Why wording files cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WordsError {
    /// A folder or a file is not there, or cannot be read.
    #[error("failed to read {}", path.display())]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is not UTF-8 text.
    #[error("{} is not UTF-8 text", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// A folder holds no wording.
    #[error("no `.ftl` file in {}", path.display())]
    NoWords {
        /// The folder.
        path: PathBuf,
    },
}

/// Wording files that were read.
pub(crate) struct Words {
    files: Vec<File>,
    checked: Checked,
}

impl Words {
    /// Reads and checks the wording files of a folder, such as `words/en-US/common.ftl`.
    ///
    /// # Errors
    ///
    /// [`WordsError`] when a language has no files, or one cannot be read.
    pub(crate) fn check(folder: &Path) -> Result<Self, WordsError> {
        let mut files = Vec::new();
        for language in Language::ALL {
            let own = folder.join(language.code());
            let found = wording_files(&own)?;
            if found.is_empty() {
                return Err(WordsError::NoWords { path: own });
            }
            for path in found {
                let text = read(&path)?;
                let language = Some(language);
                files.push(File { path, language, text, findings: Vec::new() });
            }
        }
        let sources: Vec<_> = files.iter().filter_map(source).collect();
        let checked = check::check(&sources);
        for (at, file) in files.iter_mut().enumerate() {
            let own = checked.findings.iter().filter(|it| it.file == at);
            file.findings = own.map(Finding::from).collect();
        }
        Ok(Self { files, checked })
    }

    /// Checks what a line says in words of its own.
    ///
    /// # Errors
    ///
    /// [`WordsError`] when the file cannot be read, [`LineError`] when it is no line.
    pub(crate) fn check_line(&mut self, path: &Path) -> Result<(), LineError> {
        let text = read(path).map_err(LineError::Read)?;
        let findings = own::findings(path, &text, &self.checked)?;
        let path = path.to_owned();
        self.files.push(File { path, language: None, text, findings });
        Ok(())
    }

    /// What is to be said of each language.
    pub(crate) fn reports(&self) -> Vec<Report> {
        let report = |language| {
            let own = || self.files.iter().filter(move |it| it.language == Some(language));
            let samples =
                || self.checked.samples.iter().filter(move |it| it.speech.language() == language);
            let spoken = samples().filter(|it| {
                !it.message.starts_with("text-") && !it.message.starts_with("summary-")
            });
            let longest =
                spoken.max_by(|one, other| one.speech.seconds().total_cmp(&other.speech.seconds()));
            Report {
                language,
                n_files: own().count(),
                n_messages: samples().map(id).collect::<BTreeSet<_>>().len(),
                n_wordings: samples().count(),
                longest: longest.map(|it| (it.message.clone(), it.speech.seconds())),
            }
        };
        Language::ALL.into_iter().map(report).collect()
    }

    /// The files with what was found in them.
    pub(crate) fn files_mut(&mut self) -> &mut [File] {
        &mut self.files
    }

    /// The files with what was found in them.
    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }
}

/// The message that a sample is of.
fn id(sample: &Sample) -> &str {
    sample.message.split('.').next().unwrap_or_default()
}

/// The file as `wording` wants it.
fn source(file: &File) -> Option<Source> {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(Source { language: file.language?, name, text: file.text.as_str().to_owned() })
}

/// The `.ftl` files of a folder, by name.
fn wording_files(folder: &Path) -> Result<Vec<PathBuf>, WordsError> {
    let failed = |source| WordsError::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in folder.read_dir().map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|it| it == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Text, WordsError> {
    let bytes =
        fs::read(path).map_err(|source| WordsError::Read { path: path.to_owned(), source })?;
    let text = str::from_utf8(&bytes).ok().map(Text::new);
    text.ok_or_else(|| WordsError::NotText { path: path.to_owned() })
}

impl From<&check::Finding> for Finding {
    fn from(it: &check::Finding) -> Self {
        Self {
            rule: it.rule,
            severity: it.rule.severity(),
            told: it.told.clone(),
            hint: it.hint.clone(),
            of: it.message.clone(),
            at: it.at.clone(),
        }
    }
}

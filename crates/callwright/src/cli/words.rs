//! `callwright words`: can everything be said, in every language, and will callers follow it?

use std::path::{Path, PathBuf};

use wording::check::Severity;

use super::{Exit, Refusal, args};
use crate::lines::{self, LINES};
use crate::report::{self, words as report_words};
use crate::words::{LineError, Tally, Words};

/// Checks wording files.
pub(super) fn check(args: &args::words::Check) -> Result<Exit, Refusal> {
    let (folder, lines) = if let Some(path) = &args.path {
        (path.clone(), args.line.clone())
    } else {
        let root = of_project(&args.project)?;
        let lines = if args.line.is_empty() { lines(&root)? } else { args.line.clone() };
        (root.join("words"), lines)
    };
    let mut words = Words::check(&folder).map_err(|error| {
        Refusal::new(Exit::Unloadable, error)
            .hint("wording is a folder of `.ftl` files for each language, such as words/en-US")
    })?;
    for line in &lines {
        words.check_line(line).map_err(|error| {
            let is_no_line = matches!(error, LineError::NotALine { .. });
            let refusal = Refusal::new(Exit::Unloadable, error);
            if is_no_line {
                refusal.hint("a line is a TOML file with at least a name")
            } else {
                refusal
            }
        })?;
    }
    if args.deny.is_some() {
        let findings = words.files_mut().iter_mut().flat_map(|it| &mut it.findings);
        let warnings = findings.filter(|it| it.severity == Severity::Warning);
        warnings.for_each(|it| it.severity = Severity::Error);
    }
    let tally = Tally::of(words.files());
    if args.json {
        for it in words.files() {
            report::json(&report_words::json(it));
        }
    } else {
        for it in words.files() {
            report::text(&report_words::findings(it, args.hints));
        }
        if !args.quiet {
            report::text(&report_words::reports(&words.reports()));
        }
        report::text(&report_words::summary(tally, args.hints));
    }
    Ok(if tally.errors == 0 { Exit::Success } else { Exit::Differs })
}

/// The project, with a path as it looks from here.
fn of_project(project: &args::Project) -> Result<PathBuf, Refusal> {
    let root = super::project(project.project.as_deref())
        .map_err(|it| it.hint("name a folder, or run callwright words inside a project"))?;
    let here = std::env::current_dir().unwrap_or_default();
    Ok(root.strip_prefix(here).map_or_else(|_| root.clone(), PathBuf::from))
}

/// The lines of a project; none where it has no folder for them.
fn lines(root: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let folder = root.join(LINES);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let found = lines::find(&[folder]).map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    Ok(found.into_iter().map(|(path, _)| path).collect())
}

//! Promises: what must hold in every call, in a small file beside the flow.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use connect_flow::Library;
use connect_flow::explore::{Broken, Promise, Report};
use connect_flow::lint::{Finding, Severity};

use super::flow::finding;
use super::text::Text;
use super::{Checked, Diagnostic, Held, Place, PromiseFile, Verdict};

/// How the name of a file of promises ends.
const EXTENSION: &str = "rules";

/// What a file of promises holds.
#[derive(Debug, Default)]
pub(super) struct Promises {
    /// The promises, each with its line, from 1.
    pub(super) promises: Vec<(usize, Promise)>,
    /// What keeps others from being read.
    pub(super) wrong: Vec<Diagnostic>,
}

/// The file of promises beside a flow: `inbound.rules` beside `inbound.json`.
pub(super) fn beside(flow: &Path) -> Option<PromiseFile> {
    let path = flow.with_extension(EXTENSION);
    // A flow that is called so itself promises nothing.
    if path == flow || path.symlink_metadata().is_err() {
        return None;
    }
    let (text, unreadable) = match Text::read(&path) {
        Ok(text) => (text, None),
        Err(error) => (Text::default(), Some(format!("failed to read the promises: {error}"))),
    };
    Some(PromiseFile { path, text, unreadable })
}

/// Files of promises in some folders that are beside no flow that was checked.
pub(crate) fn without_flow(paths: &[PathBuf], checked: &[Checked]) -> Vec<PathBuf> {
    let mut found = BTreeSet::new();
    let mut folders = BTreeSet::new();
    for file in checked {
        folders.extend(file.path.parent().map(Path::to_owned));
    }
    folders.retain(|it| paths.iter().any(|path| path.is_dir() && it.starts_with(path)));
    folders.extend(paths.iter().filter(|it| it.is_dir()).cloned());
    for folder in folders {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
        found.extend(entries.filter(|it| it.extension().is_some_and(|it| it == EXTENSION)));
    }
    for file in checked {
        found.remove(&file.path.with_extension(EXTENSION));
    }
    found.into_iter().collect()
}

/// Reads promises. A line that is none is told, and so is one that names a place which no flow has;
/// the others are held against calls.
pub(super) fn read(file: Option<&PromiseFile>, library: &Library) -> Promises {
    let mut read = Promises::default();
    let Some(file) = file else { return read };
    let wrong = |line, message: String| Diagnostic {
        finding: finding("unknown-promise", "", message),
        place: at(file, line),
        story: None,
    };
    read.wrong.extend(file.unreadable.as_ref().map(|why| wrong(1, why.clone())));
    for (line, text) in (1..).zip(file.text.as_str().lines()) {
        let text = text.split_once('#').map_or(text, |(before, _)| before).trim();
        if text.is_empty() {
            continue;
        }
        let promise = match text.parse::<Promise>() {
            Ok(promise) => promise,
            Err(error) => {
                read.wrong.push(wrong(line, error.to_string()));
                continue;
            }
        };
        let missing = promise.missing(library);
        if missing.is_empty() {
            read.promises.push((line, promise));
        } else {
            let names: Vec<_> = missing.iter().map(|it| format!("`{it}`")).collect();
            let message = format!("no flow has the place {}", names.join(" or "));
            read.wrong.push(wrong(line, message));
        }
    }
    read
}

/// What became of promises in a walk; `None` when there was none.
pub(super) fn held(promises: &[(usize, Promise)], report: Option<&Report>) -> Vec<Held> {
    let held = |(line, promise): &(usize, Promise)| {
        let text = promise.to_string();
        let verdict = match report {
            None => Verdict::NotChecked,
            Some(it) if it.broken.iter().any(|it| it.promise == text) => Verdict::Broken,
            Some(it) if it.complete => Verdict::Kept,
            Some(_) => Verdict::NotDecided,
        };
        Held { line: *line, text, verdict }
    };
    promises.iter().map(held).collect()
}

/// Findings for promises of which nobody knows whether they hold.
pub(super) fn undecided(held: &[Held], file: &PromiseFile) -> Vec<Diagnostic> {
    let diagnostic = |it: &Held| {
        let message =
            format!("`{}` is not decided: the flow has more states than are walked", it.text);
        let finding = finding("broken-promise", "", message);
        let finding = Finding { severity: Severity::Warning, ..finding };
        Diagnostic { finding, place: at(file, it.line), story: None }
    };
    held.iter().filter(|it| it.verdict == Verdict::NotDecided).map(diagnostic).collect()
}

/// Findings for promises that do not hold.
pub(super) fn broken(
    broken: &[Broken],
    promises: &[(usize, Promise)],
    file: Option<&PromiseFile>,
) -> Vec<Diagnostic> {
    let diagnostic = |it: &Broken| {
        let line = promises.iter().find(|(_, promise)| promise.to_string() == it.promise);
        let line = line.map_or(1, |(line, _)| *line);
        let message = format!("`{}` does not hold: {}", it.promise, it.what);
        let place = file.map_or(Place::Flow(None), |file| at(file, line));
        let finding = finding("broken-promise", "", message);
        Diagnostic { finding, place, story: Some(it.story.clone()) }
    };
    broken.iter().map(diagnostic).collect()
}

fn at(file: &PromiseFile, line: usize) -> Place {
    let end = file.text.as_str().len();
    Place::Promises(file.text.line(line).unwrap_or(end..end))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn file(text: &str) -> PromiseFile {
        PromiseFile { path: PathBuf::from("f.rules"), text: Text::new(text), unreadable: None }
    }

    fn report(complete: bool, broken: &str) -> Report {
        let broken = Broken {
            promise: broken.to_owned(),
            what: String::new(),
            story: connect_flow::explore::Story::default(),
        };
        Report {
            flow: String::new(),
            flow_name: String::new(),
            reached: BTreeMap::new(),
            branches: BTreeMap::new(),
            endings: Vec::new(),
            states: 0,
            complete,
            broken: vec![broken],
        }
    }

    #[test]
    fn bad_lines_are_all_told_and_good_ones_are_held() {
        let file =
            file("\u{feff}never ends: stuck\nnonsense\n# no promise\nnever end: x\nends: person\n");
        let read = read(Some(&file), &Library::new());
        let held: Vec<_> = read.promises.iter().map(|(line, it)| (*line, it.to_string())).collect();
        assert_eq!(held, [(1, "never ends: stuck".to_owned()), (5, "ends: person".to_owned())]);
        let places: Vec<_> = read.wrong.iter().map(|it| it.place.clone()).collect();
        assert_eq!(places, [at(&file, 2), at(&file, 4)]);
    }

    #[test]
    fn what_is_not_broken_is_kept_only_when_all_calls_were_walked() {
        let file = file("never ends: stuck\nends: person");
        let promises = read(Some(&file), &Library::new()).promises;
        let verdicts = |report: Option<&Report>| {
            let held = held(&promises, report);
            held.iter().map(|it| it.verdict).collect::<Vec<_>>()
        };
        let all = report(true, "ends: person");
        let some = report(false, "ends: person");
        assert_eq!(verdicts(Some(&all)), [Verdict::Kept, Verdict::Broken]);
        assert_eq!(verdicts(Some(&some)), [Verdict::NotDecided, Verdict::Broken]);
        assert_eq!(verdicts(None), [Verdict::NotChecked, Verdict::NotChecked]);

        let told = undecided(&held(&promises, Some(&some)), &file);
        let [told] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(
            (told.finding.rule, told.finding.severity),
            ("broken-promise", Severity::Warning)
        );
        assert_eq!(told.place, at(&file, 1));
        assert_eq!(
            told.finding.message,
            "`never ends: stuck` is not decided: the flow has more states than are walked"
        );
        assert!(undecided(&held(&promises, Some(&all)), &file).is_empty());
        assert!(undecided(&held(&promises, None), &file).is_empty());
    }
}

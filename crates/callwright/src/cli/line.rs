//! `callwright line`: who answers which number, in files and in the tables of deployments.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args;
use super::{Exit, Refusal};
use crate::bots;
use crate::lines::{self, Change, Checked, Kept, LINES, Wanted};
use crate::report::{self, line as report_line};

pub(super) fn check(args: &args::line::Check) -> Result<Exit, Refusal> {
    let (paths, root) = paths(&args.paths, args.project.project.as_deref())?;
    let checked = read(&paths, root.as_deref())?;
    for file in &checked {
        if args.json {
            report::json(&report_line::json(file));
        } else {
            report::text(&report_line::checked(file));
        }
    }
    let errors = checked.iter().map(Checked::errors).sum();
    if !args.json {
        report::text(&report_line::summary(checked.len(), errors));
    }
    Ok(if errors == 0 { Exit::Success } else { Exit::Differs })
}

pub(super) async fn put(args: &args::line::Put) -> Result<Exit, Refusal> {
    let root = super::project(args.project.project.as_deref()).ok();
    let Some(lines) = right(read(&args.files, root.as_deref())?) else {
        return Ok(Exit::Differs);
    };
    let wanted = Wanted { dry_run: args.dry_run, prune: args.prune };
    let json = args.json;
    let mut changes = 0_usize;
    let mut tell = |change: Change| {
        changes = changes.saturating_add(usize::from(change.deed.changes()));
        if json {
            report::json(&report_line::json_change(&change));
        } else {
            report::text(&report_line::change(&change));
        }
    };
    lines::put(&args.table, &lines, wanted, &mut tell).await.map_err(|error| {
        let hint = "see that AWS_REGION, the credentials and --table are those of the deployment";
        Refusal::new(Exit::Unloadable, error).hint(hint)
    })?;
    if !json {
        report::text(&report_line::put(&args.table, changes, args.dry_run));
    }
    Ok(Exit::Success)
}

pub(super) async fn list(args: &args::line::List) -> Result<Exit, Refusal> {
    let listed = if let Some(table) = &args.table {
        let stored = lines::stored(table).await;
        let stored = stored.map_err(|error| Refusal::new(Exit::Unloadable, error))?;
        stored.into_iter().map(|it| (it.number, it.line)).collect()
    } else {
        let (paths, root) = paths(&[], args.project.project.as_deref())?;
        let Some(lines) = right(read(&paths, root.as_deref())?) else {
            return Ok(Exit::Differs);
        };
        let numbered = |Kept { line, .. }: Kept| {
            let numbers: Vec<_> = line.numbers.iter().cloned().collect();
            numbers.into_iter().map(move |number| (number, line.clone()))
        };
        lines.into_iter().flat_map(numbered).collect::<Vec<_>>()
    };
    for (number, line) in &listed {
        if args.json {
            report::json(&report_line::json_listed(number, line));
        } else {
            report::text(&report_line::listed(number, line));
        }
    }
    Ok(Exit::Success)
}

/// What is meant: what was named, else the lines of the project; and the project, if there is one.
fn paths(
    named: &[PathBuf],
    project: Option<&Path>,
) -> Result<(Vec<PathBuf>, Option<PathBuf>), Refusal> {
    let root = super::project(project);
    if !named.is_empty() {
        return Ok((named.to_vec(), root.ok()));
    }
    let root = root.map_err(|it| it.hint("name lines or folders, or go into a project"))?;
    let folder = root.join(LINES);
    let here = std::env::current_dir().unwrap_or_default();
    let folder = folder.strip_prefix(here).map_or_else(|_| folder.clone(), PathBuf::from);
    Ok((vec![folder], Some(root)))
}

/// Reads and checks lines; with a project, against its bots.
fn read(paths: &[PathBuf], root: Option<&Path>) -> Result<Vec<Checked>, Refusal> {
    let files = lines::find(paths).map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    if files.is_empty() {
        let paths: Vec<_> = paths.iter().map(|it| it.display().to_string()).collect();
        return Err(Refusal::new(Exit::Unloadable, format!("no line in {}", paths.join(", "))));
    }
    let intents = root.and_then(intents);
    lines::check(files, intents.as_ref()).map_err(|error| Refusal::new(Exit::Unloadable, error))
}

/// The intents of a project's bots; `None` when they cannot be read, which `callwright bot check` tells.
fn intents(root: &Path) -> Option<BTreeSet<String>> {
    let bots = bots::of_project(root);
    let locales = bots.iter().flat_map(|it| &it.outline.locales);
    let intents = locales.flat_map(|it| &it.intents).map(|it| it.name.clone());
    Some(intents.collect::<BTreeSet<_>>()).filter(|it| !it.is_empty())
}

/// The lines, if none of them is wrong; what is wrong is told.
fn right(checked: Vec<Checked>) -> Option<Vec<Kept>> {
    let errors: usize = checked.iter().map(Checked::errors).sum();
    if errors > 0 {
        for file in &checked {
            report::note(report_line::checked(file).trim_end());
        }
        report::note(report_line::summary(checked.len(), errors).trim_end());
        return None;
    }
    let kept = |it: Checked| Some(Kept { line: it.line.ok()?, articles: it.shelf.articles });
    Some(checked.into_iter().filter_map(kept).collect())
}

//! `callwright check`: are flows right, and what can happen to a caller in them?

use std::path::PathBuf;

use super::args::{self, CheckFormat};
use super::{Exit, Refusal};
use crate::check::{self, Candidate, Checked, Levels, Settings, Tally, UnknownRuleError};
use crate::line::FLOWS;
use crate::report::{self, check as report_check};

pub(super) fn run(args: &args::Check) -> Result<Exit, Refusal> {
    if let Some(rule) = &args.explain {
        let text = match rule {
            Some(name) => report_check::page(check::find_rule(name).map_err(unknown_rule)?),
            None => report_check::rules(),
        };
        report::text(&text);
        return Ok(Exit::Success);
    }
    let levels = Levels::read(&args.allow, &args.deny).map_err(unknown_rule)?;
    let settings = Settings { levels, explores: !args.no_explore, flow_type: args.flow_type };
    let paths = paths(args)?;
    let files = check::find(&paths).map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    let projects = check::projects(&files).map_err(|it| Refusal::new(Exit::Unloadable, it))?;

    let mut progress = report_check::Progress::begin(files.len());
    let checked = check::check(&files, &projects, &settings, |done| progress.done(done));
    progress.end();
    if checked.is_empty() {
        return Err(nothing(&paths, &files));
    }
    for it in ignored(&settings, &paths, &checked) {
        report::note(report::plain(&it));
    }

    let tally = Tally::of(&checked);
    match format(args) {
        CheckFormat::Human => {
            let wanted = report_check::Wanted { hints: args.hints, reports: !args.quiet };
            for file in &checked {
                report::text(&report_check::file(file, wanted));
            }
            report::text(&report_check::summary(tally, wanted));
        }
        CheckFormat::Json => {
            for file in &checked {
                report::json(&report_check::json(file));
            }
        }
        CheckFormat::Sarif => {
            let here = std::env::current_dir().unwrap_or_default();
            report::json(&report_check::sarif(&checked, &here));
        }
    }
    Ok(if tally.errors == 0 { Exit::Success } else { Exit::Differs })
}

/// What was typed, or lies there, and changes nothing.
fn ignored(settings: &Settings, paths: &[PathBuf], checked: &[Checked]) -> Vec<String> {
    let mut notes = Vec::new();
    for (rule, action) in settings.levels.allowed_actions() {
        let has = |it: &Checked| it.outcome.as_ref().is_ok_and(|it| it.has(action));
        if !checked.iter().any(has) {
            notes.push(format!(
                "note: no flow that was checked has the action of --allow {rule}@{action}"
            ));
        }
    }
    let n_folders = paths.iter().filter(|it| it.is_dir()).count();
    if settings.flow_type.is_some() && n_folders > 0 {
        notes.push("note: --type is for files that are named, not for those of folders".to_owned());
    }
    notes.extend(check::without_flow(paths, checked).iter().map(|it| {
        let flow = it.with_extension("json");
        format!(
            "warning: nothing is held to the promises in {}, since {} is no flow that was checked",
            it.display(),
            flow.display()
        )
    }));
    notes
}

/// What to check: what was named, else the flows of the project.
fn paths(args: &args::Check) -> Result<Vec<PathBuf>, Refusal> {
    if !args.paths.is_empty() {
        return Ok(args.paths.clone());
    }
    let root = super::project(args.project.project.as_deref())
        .map_err(|it| it.hint("name flows or folders, or run callwright check inside a project"))?;
    let flows = root.join(FLOWS);
    let here = std::env::current_dir().unwrap_or_default();
    Ok(vec![flows.strip_prefix(here).map_or_else(|_| flows.clone(), PathBuf::from)])
}

fn format(args: &args::Check) -> CheckFormat {
    if args.json { CheckFormat::Json } else { args.format }
}

fn unknown_rule(error: UnknownRuleError) -> Refusal {
    let hint = match error.nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "`callwright check --explain` lists all rules".to_owned(),
    };
    Refusal::new(Exit::Usage, error).hint(hint)
}

/// There was no flow in any of the folders.
fn nothing(paths: &[PathBuf], files: &[Candidate]) -> Refusal {
    let paths: Vec<_> = paths.iter().map(|it| it.display().to_string()).collect();
    let among = match files.len() {
        0 => String::new(),
        1 => " (1 file with JSON is none)".to_owned(),
        n => format!(" ({n} files with JSON are none)"),
    };
    Refusal::new(Exit::Unloadable, format!("no flow in {}{among}", paths.join(", ")))
        .hint("name a file to learn why it is no flow")
}

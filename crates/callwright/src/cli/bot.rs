//! `callwright bot`: is a bot right, and what does it make of some words?

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use lex_bot::Bot;

use super::{Exit, Refusal, args};
use crate::bots::{self, Found, Question, Severity, Tally};
use crate::report::{self, bot as report_bot};

/// Endings of what cannot be said.
const ENDINGS: [&str; 4] = ["json", "yaml", "yml", "zip"];

/// Shown before a person types.
const HELP: &str = "Type what a caller says; Ctrl-D ends.";

/// Checks bots.
pub(super) fn check(args: &args::bot::Check) -> Result<Exit, Refusal> {
    let found = match args.paths.as_slice() {
        [] => of_project(&args.project)?,
        paths => bots::find(paths).map_err(|it| Refusal::new(Exit::Unloadable, it))?,
    };
    let mut checked: Vec<_> = found.iter().map(bots::check).collect();
    if checked.is_empty() {
        return Err(nothing(&args.paths));
    }
    if args.deny.is_some() {
        let findings = checked.iter_mut().flat_map(|it| &mut it.findings);
        findings.for_each(|it| it.severity = Severity::Error);
    }
    let tally = Tally::of(&checked);
    if args.json {
        for it in &checked {
            report::json(&report_bot::json(it));
        }
    } else {
        for it in &checked {
            report::text(&report_bot::checked(it, !args.quiet));
        }
        report::text(&report_bot::summary(tally));
    }
    Ok(if tally.errors == 0 { Exit::Success } else { Exit::Differs })
}

/// The bots of the project, with paths as they look from here.
fn of_project(project: &args::Project) -> Result<Vec<Found>, Refusal> {
    let root = super::project(project.project.as_deref()).map_err(|it| {
        it.hint("name a template or an export, or run callwright bot inside a project")
    })?;
    let here = std::env::current_dir().unwrap_or_default();
    Ok(bots::of_project(root.strip_prefix(here).unwrap_or(&root)))
}

/// There was no bot in any of the folders.
fn nothing(paths: &[PathBuf]) -> Refusal {
    let paths: Vec<_> = paths.iter().map(|it| it.display().to_string()).collect();
    let what = match paths.as_slice() {
        [] => "the project has no bot".to_owned(),
        paths => format!("no bot in {}", paths.join(", ")),
    };
    Refusal::new(Exit::Unloadable, what).hint("name a file to learn why it holds no bot")
}

/// Asks a bot.
pub(super) fn ask(args: &args::bot::Ask) -> Result<Exit, Refusal> {
    let (path, utterances) = match args.words.split_first() {
        Some((first, rest)) if is_path(first) => (Some(PathBuf::from(first)), rest),
        _ => (None, args.words.as_slice()),
    };
    let found = match &path {
        Some(path) => bots::find(std::slice::from_ref(path))
            .map_err(|it| Refusal::new(Exit::Unloadable, it))?,
        None => of_project(&args.project)?,
    };
    if found.is_empty() {
        return Err(nothing(&path.into_iter().collect::<Vec<_>>()));
    }
    let found = choose(found, args.name.as_deref())?;
    let Found { path, bot, outline, .. } = found;
    let bot = bot.map_err(|error| {
        let what = format!("{}: {}", path.display(), crate::chain(&error));
        Refusal::new(Exit::Unloadable, what).hint("callwright bot check shows where that is")
    })?;
    let usage = |what: String| Refusal::new(Exit::Usage, what);
    let locale = bots::locale(&bot, args.locale.as_deref()).map_err(usage)?;
    let slot = match (&args.slot, outline.locales.iter().find(|it| it.id == locale)) {
        (Some(written), Some(outline)) => {
            Some(bots::slot_name(outline, written).map_err(|it| usage(it.to_string()))?)
        }
        _ => None,
    };
    let at = args.at.clone().unwrap_or_default();
    let question = Question { locale, slot, at: &at };
    if utterances.is_empty() {
        return converse(&bot, &question, args.json);
    }
    for words in utterances {
        answer(&bot, words, &question, args.json)?;
    }
    Ok(Exit::Success)
}

/// Whether an argument names a bot, and is not what somebody says.
fn is_path(word: &str) -> bool {
    let path = Path::new(word);
    let ends = |ending: &&str| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending));
    path.exists() || ENDINGS.iter().any(ends)
}

/// The one bot that is meant.
fn choose(found: Vec<Found>, named: Option<&str>) -> Result<Found, Refusal> {
    let names = |it: &Found| {
        let name = it.bot.as_ref().ok().map(|it| it.name().to_owned());
        name.or_else(|| it.id.clone()).unwrap_or_else(|| it.path.display().to_string())
    };
    let known: Vec<_> = found.iter().map(|it| format!("`{}`", names(it))).collect();
    let is_meant = |it: &Found| match named {
        None => true,
        Some(name) => names(it) == name || it.id.as_deref() == Some(name),
    };
    let mut meant = found.into_iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Refusal::new(Exit::Usage, "there are several bots")
            .hint(format!("name one with --name, or its own file: {}", known.join(", ")))),
        (None, _) => {
            let name = named.unwrap_or_default();
            Err(Refusal::new(Exit::Usage, format!("there is no bot `{name}`"))
                .hint(format!("there are {}", known.join(", "))))
        }
    }
}

fn answer(bot: &Bot, words: &str, question: &Question<'_>, json: bool) -> Result<(), Refusal> {
    let asked = bots::ask(bot, words, question).map_err(|it| Refusal::new(Exit::Usage, it))?;
    if json {
        report::json(&asked);
    } else {
        report::text(&report_bot::asked(&asked));
    }
    Ok(())
}

/// Answers every line of standard input; a person is told what to type.
fn converse(bot: &Bot, question: &Question<'_>, json: bool) -> Result<Exit, Refusal> {
    let is_person = io::stdin().is_terminal();
    if is_person {
        report::note(format_args!("{}, {}. {HELP}", bot.name(), question.locale));
    }
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| {
            Refusal::new(Exit::Unloadable, format!("failed to read standard input: {error}"))
        })?;
        let words = line.trim();
        if !(is_person && words.is_empty()) {
            answer(bot, words, question, json)?;
        }
    }
    Ok(Exit::Success)
}

//! `callwright render`: contact flows and the bot as CloudFormation templates.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use wording::{Language, Manner, Message, Part};

use super::args;
use super::{Exit, Refusal};
use crate::render::{self, CheckError};
use crate::report;

/// What the template of the contact flows is made from, and where it is kept.
const FLOWS: &str = "contact-flows";
const RENDERED_FLOWS: &str = "infra/contact-flows.yaml";

/// What the template of the bot is made from, and where it is kept. A project may keep its bot in
/// the template alone.
const BOT: &str = "bot";
const RENDERED_BOT: &str = "infra/lex.yaml";

pub(super) fn run(args: &args::Render) -> Result<Exit, Refusal> {
    let root = super::project(args.project.project.as_deref())?;
    let has_bot = root.join(BOT).is_dir();
    let bot = Path::new(BOT);
    if args.check {
        fresh(render::check(&root.join(FLOWS), &root.join(RENDERED_FLOWS)), RENDERED_FLOWS, FLOWS)?;
        if has_bot {
            let checked = render::check_bot(&root, bot, &question, &root.join(RENDERED_BOT));
            fresh(checked, RENDERED_BOT, BOT)?;
        }
        return Ok(Exit::Success);
    }
    let text = render::render(&root.join(FLOWS));
    write(&root.join(RENDERED_FLOWS), &text.map_err(|it| Refusal::new(Exit::Unloadable, it))?)?;
    if has_bot {
        let text = render::bot::render(&root, bot, &question);
        write(&root.join(RENDERED_BOT), &text.map_err(|it| Refusal::new(Exit::Unloadable, it))?)?;
    }
    Ok(Exit::Success)
}

/// What a message of the wording asks with in a locale, first and when the answer was not
/// understood.
fn question(message: &str, locale: &str) -> Result<Vec<String>, String> {
    let language: Language = locale.parse().map_err(|error| format!("{error}"))?;
    let message = Message { id: message.to_owned().into(), values: BTreeMap::new() };
    // What holds no value is the same on every day.
    let manner = Manner::new(Date::ZERO);
    let parts = [Part::Main, Part::Unclear(1), Part::Unclear(2)];
    let texts = parts.map(|part| {
        let speech = wording::say(language, &message, part, &manner);
        speech.map(|it| it.text().to_owned()).map_err(|error| error.to_string())
    });
    texts.into_iter().collect()
}

/// Tells what a check came to.
fn fresh(checked: Result<(), CheckError>, rendered: &str, source: &str) -> Result<(), Refusal> {
    match checked {
        Ok(()) => {
            report::note(format_args!("{rendered} is what {source} renders to"));
            Ok(())
        }
        Err(error @ (CheckError::Stale { .. } | CheckError::Missing { .. })) => {
            Err(Refusal::new(Exit::Differs, error).hint("run `callwright render`"))
        }
        Err(error) => Err(Refusal::new(Exit::Unloadable, error)),
    }
}

fn write(rendered: &Path, text: &str) -> Result<(), Refusal> {
    fs::write(rendered, text).map_err(|error| {
        Refusal::new(Exit::Unloadable, format!("failed to write {}: {error}", rendered.display()))
    })?;
    report::note(format_args!("wrote {}", rendered.display()));
    Ok(())
}

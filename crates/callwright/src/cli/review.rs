//! `callwright review`: how conversations went, against what a good one is held to.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use store::ContactId;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::{Exit, Refusal, args};
use crate::line::Line;
use crate::report::{self, review as report_review};
use crate::review::{Check, Conversation, Figures, Verdict, checks};
use crate::script::Script;
use crate::suite;

/// Reviews a scripted call, which is made for it, or one of a deployed line.
pub(super) async fn run(args: args::Review) -> Result<Exit, Refusal> {
    let conversation = match &args.table {
        Some(table) => recorded(&args.call, table).await?,
        None if Path::new(&args.call).is_dir() => return folder(&args).await,
        None => scripted(&args).await?,
    };
    let figures = Figures::of(&conversation);
    let checks = checks(&conversation);
    if args.json {
        report::json(&report_review::json(&conversation, &figures, &checks));
    } else {
        report::text(&report_review::told(&conversation, &figures, &checks));
    }
    let is_missed = checks.iter().any(|it| matches!(it.verdict, Verdict::Missed(_)));
    Ok(if is_missed { Exit::Differs } else { Exit::Success })
}

/// Reviews every scripted call of a folder, in the order of their names.
async fn folder(args: &args::Review) -> Result<Exit, Refusal> {
    let scripts = suite::find(&[Path::new(&args.call).to_owned()])
        .map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    let line = Arc::new(super::load_line(&args.project, &args.functions, None).await?);
    let jobs = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let places = Arc::new(Semaphore::new(jobs));
    let mut running = JoinSet::new();
    for script in scripts {
        let (line, places) = (Arc::clone(&line), Arc::clone(&places));
        running.spawn(async move {
            let _place = places.acquire_owned().await;
            let made = made(&line, &script).await;
            (script, made)
        });
    }
    let mut calls = Vec::new();
    let mut all_read = true;
    while let Some(finished) = running.join_next().await {
        match finished {
            Ok((script, Ok(made))) => calls.push((script, made)),
            // Where the table was out of reach, the call left nothing to review.
            Ok((script, Err(it))) => {
                let why = crate::chain(it.error.as_ref());
                report::note(format_args!("not reviewed: {}: {why}", script.display()));
                all_read &= Script::load(&script).is_ok();
            }
            // A call that panics is a bug of this program, and must not look like one that is missing.
            Err(error) => {
                if let Ok(panic) = error.try_into_panic() {
                    std::panic::resume_unwind(panic)
                }
            }
        }
    }
    calls.sort_by(|one, other| one.0.cmp(&other.0));
    let reviewed: Vec<_> = calls
        .into_iter()
        .map(|(script, conversation)| {
            let checks = checks(&conversation);
            (script, conversation, checks)
        })
        .collect();
    if args.json {
        for (script, conversation, checks) in &reviewed {
            let mut told = report_review::json(conversation, &Figures::of(conversation), checks);
            if let Value::Object(fields) = &mut told {
                fields.insert("script".to_owned(), Value::from(script.display().to_string()));
            }
            report::json(&told);
        }
    } else {
        report::text(&report_review::table(&reviewed));
    }
    let is_missed = |it: &Check| matches!(it.verdict, Verdict::Missed(_));
    let any = reviewed.iter().any(|(_, _, checks)| checks.iter().any(is_missed));
    Ok(match (all_read, any) {
        (false, _) => Exit::Unloadable,
        (true, true) => Exit::Differs,
        (true, false) => Exit::Success,
    })
}

/// Makes a scripted call.
async fn scripted(args: &args::Review) -> Result<Conversation, Refusal> {
    let line = super::load_line(&args.project, &args.functions, None).await?;
    made(&line, Path::new(&args.call)).await
}

/// A scripted call, as it went on a local line.
async fn made(line: &Line, script: &Path) -> Result<Conversation, Refusal> {
    let unloadable = |error: suite::PlayError| Refusal::new(Exit::Unloadable, error);
    let script = Script::load(script).map_err(|it| {
        Refusal::new(Exit::Unloadable, it)
            .hint("a call of a deployed line is named by its contact id, with --table")
    })?;
    let world = suite::open(line, &script).await.map_err(unloadable)?;
    let judged = suite::judge(line, &world, &script, 1, &mut |_| {}).await;
    let records = world.records();
    let dialled = world.dialled().as_str().to_owned();
    world.close().await;
    let finished = judged.map_err(unloadable)?.finished;
    let read = Conversation::of_records(&finished.stored);
    let read = read.map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    let records = records.map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    Ok(read.of_line(line_of(&records, &dialled).as_ref()).heard(&finished.events))
}

/// The line of a number, from the records of the local line; `None` when it has none.
fn line_of(records: &[Value], dialled: &str) -> Option<::line::Line> {
    let record = records.iter().find(|it| {
        it.get("kind").and_then(Value::as_str) == Some("line")
            && it.get("number").and_then(Value::as_str) == Some(dialled)
    })?;
    serde_json::from_str(record.get("line")?.as_str()?).ok()
}

/// Reads the records of a call of a deployed line.
async fn recorded(call: &str, table: &str) -> Result<Conversation, Refusal> {
    let contact_id: ContactId = call.parse().map_err(|it| {
        Refusal::new(Exit::Usage, format!("`{call}`: {it}")).hint("with --table, name a contact id")
    })?;
    let table = crate::lines::table(table).await;
    let unreadable = |it: store::StoreError| Refusal::new(Exit::Unloadable, it);
    let Some(call) = table.call(&contact_id).await.map_err(unreadable)? else {
        let what = format!("there is no record of the contact `{contact_id}`");
        return Err(
            Refusal::new(Exit::Unloadable, what).hint("records are kept as long as the line says")
        );
    };
    let line = match &call.dialled {
        Some(dialled) => table.line(dialled).await.map_err(unreadable)?,
        None => None,
    };
    let mut records = vec![record("call", &call)?];
    for turn in table.turns(&contact_id).await.map_err(unreadable)? {
        records.push(record("turn", &turn)?);
    }
    let read = Conversation::of_records(&records);
    let read = read.map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    Ok(read.of_line(line.map(|it| it.line).as_ref()))
}

/// A record as plain JSON.
fn record(kind: &str, record: &impl serde::Serialize) -> Result<Value, Refusal> {
    let mut value =
        serde_json::to_value(record).map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    if let Value::Object(fields) = &mut value {
        fields.insert("kind".to_owned(), Value::String(kind.to_owned()));
    }
    Ok(value)
}

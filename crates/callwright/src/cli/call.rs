//! `callwright call`: one call, live or scripted.

use std::path::Path;

use super::args;
use super::{Exit, Refusal};
use crate::call::{self, Kind, LIVE_HELP, Live};
use crate::line::Line;
use crate::report::{self, Format, human};
use crate::script::{Header, Script};
use crate::suite::{self, Judged, PlayError, Verdict};

/// Name of a call without a script.
const LIVE: &str = "A live call";

pub(super) async fn run(args: args::Call) -> Result<Exit, Refusal> {
    let format = super::format(args.json);
    match &args.script {
        Some(path) => {
            // A script that is wrong should be told before anything is built.
            let script = Script::load(path).map_err(|it| Refusal::new(Exit::Unloadable, it))?;
            let line = super::load_line(&args.project, &args.functions, args.dynamodb).await?;
            scripted(&line, &script, args.once, format).await
        }
        None => live(args, format).await,
    }
}

/// Plays a script, cold and then once more warm with the same records, and judges the cold call.
async fn scripted(
    line: &Line,
    script: &Script,
    once: bool,
    format: Format,
) -> Result<Exit, Refusal> {
    let unplayable = |error: PlayError| Refusal::new(Exit::Unloadable, error);
    let world = suite::open(line, script).await.map_err(unplayable)?;
    let cold = suite::judge(line, &world, script, 1, &mut |event| format.event(event)).await;
    let warm = match &cold {
        // Who was remembered in the first call would be greeted otherwise in the second.
        Ok(cold) if !once && cold.failures.is_empty() && world.refill(line).is_ok() => {
            suite::judge(line, &world, script, 2, &mut |_| {}).await.ok()
        }
        Ok(_) | Err(_) => None,
    };
    world.close().await;

    let Judged { finished, failures } = cold.map_err(unplayable)?;
    // A second call that went differently says nothing of how long the call takes.
    let warm = warm.filter(|it| it.failures.is_empty()).map(|it| it.finished);
    let took = Kind::Took {
        cold_ms: call::millis(finished.took),
        warm_ms: warm.as_ref().map(|it| call::millis(it.took)),
        memory_bytes: finished.memory.max(warm.and_then(|it| it.memory)),
    };
    if let Some(event) = finished.afterwards(took) {
        format.event(&event);
    }
    let verdict = if failures.is_empty() { Verdict::Passed } else { Verdict::Failed(failures) };
    if format == Format::Human {
        let place = script.path.display().to_string();
        report::text(&format!("\n{}", human::verdict(&verdict, &script.name, &place)));
    }
    Ok(if verdict == Verdict::Passed { Exit::Success } else { Exit::Differs })
}

/// Lets a person at the keyboard call.
async fn live(args: args::Call, format: Format) -> Result<Exit, Refusal> {
    let written = |value: String| crate::script::Placed { line: 0, value };
    let header = Header {
        caller: args.caller.map(written),
        dialled: args.dialled.map(written),
        line: args.line.map(written),
        at: args.at.map(written),
        language: args.language,
        ..Header::default()
    };
    let setting = header.setting().map_err(|it| Refusal::new(Exit::Usage, it.value))?;
    let root = super::project(args.project.project.as_deref())?;
    let line = super::load_line(&args.project, &args.functions, args.dynamodb).await?;
    let world = line.open(&setting).await.map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    let mut caller = Live::open(&history(&root), format)
        .map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    report::note(LIVE_HELP);
    let made = call::make(&line, &world, LIVE, 1, &setting, &mut caller, &mut |event| {
        format.event(event);
    })
    .await;
    world.close().await;
    made.map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    Ok(if caller.was_interrupted() { Exit::Interrupted } else { Exit::Success })
}

/// Where a project keeps what was typed in live calls.
fn history(root: &Path) -> std::path::PathBuf {
    root.join(".callwright").join("history")
}

//! `callwright test`: many scripted calls.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::args;
use super::{Exit, Refusal};
use crate::call::{self, Event};
use crate::coverage::{Count, Coverage, FlowCoverage, Taken};
use crate::report::coverage::Extent;
use crate::report::{self, Format, human, junit};
use crate::suite::{self, Played, Verdict};
use crate::timings::{Timings, timings};

pub(super) async fn run(args: args::Test) -> Result<Exit, Refusal> {
    let format = super::format(args.json);
    let root = super::project(args.project.project.as_deref())?;
    let extent = if args.paths.is_empty() { Extent::All } else { Extent::Some };
    let paths = if args.paths.is_empty() { vec![root.join("tests/calls")] } else { args.paths };
    let scripts = suite::find(&paths).map_err(|error| {
        Refusal::new(Exit::Unloadable, error)
            .hint("name scripts or folders, or put scripts into tests/calls")
    })?;
    let line = Arc::new(super::load_line(&args.project, &args.functions, None).await?);
    let jobs = args.jobs.map_or_else(
        || std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
        NonZeroUsize::get,
    );
    let here = std::env::current_dir().unwrap_or_default();
    let started = crate::stopwatch::start();
    let played =
        suite::play_all(Arc::clone(&line), scripts, jobs, |call| show(format, &here, call)).await;
    let took = started.elapsed();

    if let Some(path) = &args.junit {
        junit::write(path, &played).map_err(|error| {
            Refusal::new(Exit::Unloadable, format!("failed to write {}: {error}", path.display()))
        })?;
    }
    let is_broken = |it: &&Played| matches!(it.verdict, Verdict::Broken(_));
    let passed = played.iter().filter(|it| it.verdict == Verdict::Passed).count();
    let broken = played.iter().filter(is_broken).count();
    let failed = played.len().saturating_sub(passed);
    let calls = played.len().saturating_sub(broken);
    let coverage = Coverage::of(&line.library, &taken(&played));
    let shortfalls = args.min_coverage.map_or_else(Vec::new, |it| it.shortfalls(&coverage));
    let timings =
        if args.timings { timings(played.iter().flat_map(|it| &it.events)) } else { Vec::new() };
    let summary = Summary { event: "summary", passed, failed, took_ms: call::millis(took) };
    match format {
        Format::Json => {
            let short = shortfalls.iter().map(|it| it.kind).collect();
            let Coverage { actions, branches, flows } = coverage;
            report::json(&Measured { event: "coverage", calls, actions, branches, flows, short });
            if args.timings {
                report::json(&Timed { event: "timings", functions: &timings });
            }
            report::json(&summary);
        }
        Format::Human => {
            let mut text = format!("\n{}", report::coverage::table(&coverage, calls, extent));
            // What a few calls do not take is nearly everything, and nobody asked for it.
            if extent == Extent::All || args.min_coverage.is_some() {
                text.push_str(&report::coverage::not_taken(&coverage));
            }
            text.extend(shortfalls.iter().map(report::coverage::shortfall));
            if args.timings {
                text.push('\n');
                text.push_str(&report::timings::table(&timings));
            }
            report::text(&text);
            let seconds = took.as_secs_f64();
            report::text(&format!("\n{passed} passed, {failed} failed, in {seconds:.1} s\n"));
        }
    }
    Ok(match (broken, failed) {
        (0, 0) if shortfalls.is_empty() => Exit::Success,
        (0, _) => Exit::Differs,
        _ => Exit::Unloadable,
    })
}

/// What all calls took together.
fn taken(played: &[Played]) -> Taken {
    let mut taken = Taken::default();
    for call in played {
        taken.add(&call.taken);
    }
    taken
}

/// What the calls took of the flows, for `--json`.
#[derive(Debug, Serialize)]
struct Measured {
    event: &'static str,
    calls: usize,
    actions: Count,
    branches: Count,
    flows: Vec<FlowCoverage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    short: Vec<&'static str>,
}

/// How long functions took, for `--json`.
#[derive(Debug, Serialize)]
struct Timed<'a> {
    event: &'static str,
    functions: &'a [Timings],
}

/// The last line of `--json`.
#[derive(Debug, Serialize)]
struct Summary {
    event: &'static str,
    passed: usize,
    failed: usize,
    took_ms: f64,
}

/// One event of `--json`, with the script it belongs to.
#[derive(Debug, Serialize)]
struct OfCall<'a> {
    script: &'a Path,
    #[serde(flatten)]
    event: &'a Event,
}

/// The verdict on one call of `--json`.
#[derive(Debug, Serialize)]
struct Judged<'a> {
    script: &'a Path,
    event: &'static str,
    name: &'a str,
    passed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    took_ms: f64,
}

/// Shows a call that is over: one line if it passed, all of it if it did not.
fn show(format: Format, here: &Path, call: &Played) {
    let path = call.path.strip_prefix(here).unwrap_or(&call.path);
    let broken = match &call.verdict {
        Verdict::Broken(why) => Some(why.as_str()),
        Verdict::Passed | Verdict::Failed(_) => None,
    };
    if format == Format::Json {
        for event in &call.events {
            report::json(&OfCall { script: path, event });
        }
        report::json(&Judged {
            script: path,
            event: "judged",
            name: &call.name,
            passed: call.verdict == Verdict::Passed,
            error: broken,
            took_ms: call::millis(call.took),
        });
        return;
    }
    let place = match &call.verdict {
        Verdict::Failed(failures) => {
            let line = failures.first().map_or(1, |it| it.line);
            format!("{}:{line}", path.display())
        }
        Verdict::Passed | Verdict::Broken(_) => path.display().to_string(),
    };
    report::text(&human::verdict(&call.verdict, &call.name, &place));
    if let Some(why) = broken {
        report::text(&format!("     {why}\n"));
    }
    if let Verdict::Failed(_) = call.verdict {
        report::text(&format!("\n{}\n", call.transcript()));
    }
}

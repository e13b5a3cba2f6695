//! The command line as it is typed.

pub(super) mod bot;
pub(super) mod line;
pub(super) mod words;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use connect_flow::FlowType;

use crate::coverage::Minimum;
use crate::draw;

/// Calls a voice line from a laptop: the same contact flows, bot and Lambda binaries that are
/// deployed, with AWS stood in for.
#[derive(Debug, Parser)]
#[command(name = "callwright", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Shown under the options.
const EXIT_CODES: &str = "\
Exit codes: 0 as expected, 1 a call or a check differs, 2 wrong usage, 3 the project or a script \
cannot be loaded, 130 interrupted.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make one call: live in the terminal, or as a script says.
    Call(Call),
    /// Play scripted calls and check what comes of them.
    Test(Test),
    /// Write the CloudFormation template of the contact flows.
    Render(Render),
    /// Draw a contact flow as a picture, or as a Mermaid flowchart.
    Draw(Draw),
    /// Check contact flows before they are published: are they right, and how can a call end?
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// Check a Lex bot, or ask it what it makes of some words.
    #[command(subcommand)]
    Bot(bot::Bot),
    /// Review a conversation: its turns, how long it took to get somewhere, and what a good line does.
    #[command(after_help = REVIEW_HELP)]
    Review(Review),
    /// Check the words that the line says.
    #[command(subcommand)]
    Words(words::Words),
    /// Check lines, put them into the table of a deployment, or list them: who answers which number.
    #[command(subcommand)]
    Line(line::Line),
}

/// What every command needs to know of the project.
#[derive(Debug, Args)]
pub(crate) struct Project {
    /// Folder of the project; found upwards from here when left out.
    #[arg(long, short = 'C', value_name = "DIR")]
    pub(crate) project: Option<PathBuf>,
}

/// What every command that runs functions needs to know.
#[derive(Debug, Args)]
pub(crate) struct Functions {
    /// Build the functions in release mode, as they are deployed.
    #[arg(long)]
    pub(crate) release: bool,
    /// Contact flow that takes the call, by its file name without `.json`.
    #[arg(long, value_name = "NAME", default_value = "inbound")]
    pub(crate) flow: String,
}

#[derive(Debug, Args)]
pub(crate) struct Call {
    /// Script of the call (YAML); without one, you are the caller.
    pub(crate) script: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    #[command(flatten)]
    pub(crate) functions: Functions,
    /// Number the live call comes from, E.164, or `withheld`.
    #[arg(long, value_name = "NUMBER", conflicts_with = "script", allow_hyphen_values = true)]
    pub(crate) caller: Option<String>,
    /// Number the live call dials, E.164.
    #[arg(long, value_name = "NUMBER", conflicts_with = "script", allow_hyphen_values = true)]
    pub(crate) dialled: Option<String>,
    /// Line that the live call dials, by its file name in `lines` without `.toml`.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["script", "dialled"])]
    pub(crate) line: Option<String>,
    /// When the live call begins, RFC 3339; a fixed Monday morning when left out.
    #[arg(long, value_name = "TIME", conflicts_with = "script")]
    pub(crate) at: Option<String>,
    /// Language of the live call's contact.
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "script")]
    pub(crate) language: Option<String>,
    /// Where the DynamoDB stand-in listens, for a look at the records during the call; a free port
    /// when left out.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) dynamodb: Option<SocketAddr>,
    /// Do not make a scripted call again to measure it with warm functions.
    #[arg(long)]
    pub(crate) once: bool,
    /// One JSON object on a line for every event.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Scripts, or folders of scripts; `tests/calls` of the project when left out.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    #[command(flatten)]
    pub(crate) functions: Functions,
    /// Write a `JUnit` report to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) junit: Option<PathBuf>,
    /// Fail when the calls take fewer of the flows' actions or branches, in percent: `95` for both,
    /// or `actions=100,branches=95`.
    #[arg(long, value_name = "PERCENT")]
    pub(crate) min_coverage: Option<Minimum>,
    /// Say how long functions take to answer, cold starts left out. One call at a time (`--jobs 1`)
    /// and `--release` tell most.
    #[arg(long)]
    pub(crate) timings: bool,
    /// Calls at a time; as many as there are processors when left out.
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    /// One JSON object on a line for every event.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Shown under the options of `review`.
const REVIEW_HELP: &str = "\
A scripted call is made anew, and reviewed with all that was heard; of a folder, every call is, and \
the points that were missed are told. With --table, CALL is the contact \
id of a call that a deployed line has taken; its records hold what was said only where the caller \
agreed to it. The SDK finds region and credentials as usual.

Exit codes: 0 nothing missed, 1 a point of the checklist missed, 2 wrong usage, 3 the call cannot be \
made or read.";

#[derive(Debug, Args)]
pub(crate) struct Review {
    /// Script of the call (YAML) or a folder of scripts, or with `--table` a contact id.
    pub(crate) call: String,
    #[command(flatten)]
    pub(crate) project: Project,
    #[command(flatten)]
    pub(crate) functions: Functions,
    /// Table that has the records of the call.
    #[arg(long, value_name = "NAME")]
    pub(crate) table: Option<String>,
    /// One JSON object instead of text.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Render {
    #[command(flatten)]
    pub(crate) project: Project,
    /// Write nothing; exit with 1 when the file is stale.
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Draw {
    /// The flow: a file, or the name of a contact flow of the project.
    pub(crate) flow: PathBuf,
    #[command(flatten)]
    pub(crate) project: Project,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What to write; Mermaid for an output that ends in `.mmd`, `.mermaid` or `.md`, else SVG.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<draw::Format>,
    /// Where the boxes of an SVG stand.
    #[arg(long, value_name = "LAYOUT", default_value = "auto")]
    pub(crate) layout: draw::Layout,
    /// Follow a way: what `call --json` or `check --json` wrote (the first bad end), a finding of
    /// it, or JSON with a `path` of flow, action and branch.
    #[arg(long, value_name = "FILE")]
    pub(crate) highlight: Option<PathBuf>,
}

/// Shown under the options of `check`.
const CHECK_HELP: &str = "\
A flow of a project (contact-flows/*.json, contact-flows/modules/*.json) is checked with the other \
flows, queues, functions and bots of that project. Any other file is checked by itself.

Errors are what Connect refuses or what breaks, warnings are what a caller suffers, hints are what \
could be better. All three are in --json and SARIF; people see hints with --hints. A rule is \
allowed in the flow itself by a note or metadata of an action with the line `callwright: allow RULE`.

NAME.rules beside NAME.json holds promises that every call must keep, one a line: \
`never ends: dropped, stuck`, `ends: person, voicemail`, `always passes: ask-consent before: \
recording`, `never passes: input after: queue`.

Exit codes: 0 no errors, 1 errors (a file that is no flow is one), 2 wrong usage, 3 a path or the \
project cannot be read.";

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Check {
    /// Flows, or folders that are searched for them (`*.json`); `contact-flows` of the project when
    /// left out.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// What the files named are for, such as `customerQueue`, instead of what they say.
    #[arg(long = "type", value_name = "TYPE", requires = "paths", value_parser = flow_type)]
    pub(crate) flow_type: Option<FlowType>,
    /// Say nothing of a rule, or nothing of it at one action; may be repeated.
    #[arg(long, value_name = "RULE[@ACTION]")]
    pub(crate) allow: Vec<String>,
    /// Make errors of `warnings`, of `hints` or of what one rule finds; may be repeated.
    #[arg(long, value_name = "warnings|hints|RULE")]
    pub(crate) deny: Vec<String>,
    /// Do not walk through every call that is possible: only judge what is written.
    #[arg(long)]
    pub(crate) no_explore: bool,
    /// Show hints too.
    #[arg(long)]
    pub(crate) hints: bool,
    /// Show findings only, without a report on each flow.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// How findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: CheckFormat,
    /// One JSON object on a line for every flow, as `--format json`.
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Show the page of a rule; all rules when none is named.
    #[arg(
        long,
        value_name = "RULE",
        num_args = 0..=1,
        conflicts_with_all = ["paths", "allow", "deny", "format", "json"]
    )]
    #[expect(clippy::option_option, reason = "clap's way to say: absent, alone, with a value")]
    pub(crate) explain: Option<Option<String>>,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// As a compiler shows them.
    Human,
    /// One JSON object on a line for every flow.
    Json,
    /// SARIF 2.1.0, for code hosting.
    Sarif,
}

fn flow_type(text: &str) -> Result<FlowType, String> {
    let known = || FlowType::ALL.map(|it| format!("`{it}`")).join(", ");
    FlowType::named(text).ok_or_else(|| format!("expected one of {}", known()))
}

//! The command line as it is typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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
    /// Calls at a time; as many as there are processors when left out.
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    /// One JSON object on a line for every event.
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

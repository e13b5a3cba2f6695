//! `callwright line`, as it is typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Project;

#[derive(Debug, Subcommand)]
pub(crate) enum Line {
    /// Check lines before they are put: every fault at once, with its place and what is allowed.
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// Put lines into the table of a deployment, and say what changes.
    #[command(after_help = PUT_HELP)]
    Put(Put),
    /// List lines: those of the project's files, or those of a deployment.
    #[command(after_help = LIST_HELP)]
    List(List),
}

/// Shown under the options of `line check`.
const CHECK_HELP: &str = "\
A line is a TOML file that says who answers which numbers. Of a folder, the files in it that end in \
`.toml` are checked, and no two of them may have the same number. Inside a project, the intents of \
queues are held against the project's bot.

Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 a path cannot be read.";

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Lines, or folders of them; `lines` of the project when left out.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// One JSON object on a line for every file.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Shown under the options of `line put`.
const PUT_HELP: &str = "\
Lines and the articles beside them (lines/NAME/*.md) are checked first, and nothing is written when one \
is wrong. Each number gets a record of its own, over the version that was read: of two people who put at \
the same time, one is told to look again. Each article gets one too.

Region, credentials and endpoint are found as the AWS command line finds them: AWS_REGION, AWS_PROFILE, \
AWS_ENDPOINT_URL and so on. The functions notice a changed line within a minute, a changed article \
within five.

Exit codes: 0 done, 1 errors in a line, 2 wrong usage, 3 a file or the table cannot be read or written.";

#[derive(Debug, Args)]
pub(crate) struct Put {
    /// Lines, or folders of them.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// Name of the table, the output `RecordsTableName` of the deployment.
    #[arg(long, value_name = "NAME")]
    pub(crate) table: String,
    /// Write nothing; only say what would change.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Remove the records of numbers and articles that a line has no more; they are only told otherwise.
    #[arg(long)]
    pub(crate) prune: bool,
    /// One JSON object on a line for every number.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Shown under the options of `line list`.
const LIST_HELP: &str = "\
Exit codes: 0 listed, 1 errors in a line, 2 wrong usage, 3 the project or the table cannot be read.";

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) project: Project,
    /// List the lines of this table instead of the project's files.
    #[arg(long, value_name = "NAME")]
    pub(crate) table: Option<String>,
    /// One JSON object on a line for every number.
    #[arg(long)]
    pub(crate) json: bool,
}

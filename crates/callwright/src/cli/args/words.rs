//! `callwright words`, as it is typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Project;

#[derive(Debug, Subcommand)]
pub(crate) enum Words {
    /// Check wording before it is deployed: is it all there in every language, can it be said, and do
    /// callers follow it?
    #[command(after_help = CHECK_HELP)]
    Check(Check),
}

/// Shown under the options of `words check`.
const CHECK_HELP: &str = "\
Wording is Fluent: words/en-US/*.ftl and words/es-US/*.ftl of a project, or another folder with these \
folders in it. The comments of en-US declare what each message is and which values it takes; each \
wording is said with samples of them.

Errors are what cannot be said, or not in every language; warnings are what callers suffer: more than \
ten seconds, above grade 8 (in Spanish: less than bastante fácil), more than five options, jargon. How \
long it takes to say something is estimated. Hints are what could be better.

Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 a folder or file cannot be read.";

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folder of the wording; `words` of the project when left out.
    pub(crate) path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// Check the words that a line says of its own too, and the messages that it compares; may be
    /// repeated. Every line of the project when neither this nor a folder is given.
    #[arg(long, value_name = "FILE")]
    pub(crate) line: Vec<PathBuf>,
    /// Make errors of warnings.
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    pub(crate) deny: Option<String>,
    /// Show hints too.
    #[arg(long)]
    pub(crate) hints: bool,
    /// Show findings only, without a report on each language.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// One JSON object on a line for every language, and one for what was found.
    #[arg(long)]
    pub(crate) json: bool,
}

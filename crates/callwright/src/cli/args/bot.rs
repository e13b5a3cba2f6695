//! `callwright bot`, as it is typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Project;
use crate::bots::Moment;

#[derive(Debug, Subcommand)]
pub(crate) enum Bot {
    /// Check bots before they are deployed: do they load, and do they understand their own sample
    /// utterances?
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// Ask a bot what it makes of some words: which intents, how sure, with which values.
    #[command(after_help = ASK_HELP)]
    Ask(Ask),
}

/// Shown under the options of `bot check`.
const CHECK_HELP: &str = "\
A bot is a resource AWS::Lex::Bot of a CloudFormation or SAM template (YAML or JSON), or a Lex V2 \
export: a zip archive, the folder that it was unpacked to, or a JSON object that maps the paths of \
its files to their contents. Folders are searched for all of them. A resource with the line \
`BotFile: PATH` below `Metadata: Callwright:` is read from that export.

Every sample utterance is tried, with a value in place of each slot. Which intent is matched is an \
approximation of Lex.

Exit codes: 0 no errors, 1 errors (a file that holds no bot is one), 2 wrong usage, 3 a path cannot \
be read.";

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Templates, exports, or folders that are searched for them; the templates of the project when
    /// left out.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// Make errors of warnings.
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    pub(crate) deny: Option<String>,
    /// Show findings only, without a report on each bot.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// One JSON object on a line for every bot.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Shown under the options of `bot ask`.
const ASK_HELP: &str = "\
The first argument is a bot when there is such a file or folder, or when it ends in `.zip`, `.json`, \
`.yaml` or `.yml`; every other is an utterance. Without utterances, each line of standard input is \
one.

Which intent is matched, and how surely, is an approximation of Lex.

Exit codes: 0 asked, 2 wrong usage, 3 the bot cannot be loaded.";

#[derive(Debug, Args)]
pub(crate) struct Ask {
    /// A template or an export, unless the project's bot is meant; then what a caller says, each in
    /// one argument.
    #[arg(value_name = "BOT or UTTERANCE")]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) project: Project,
    /// Name or logical id of the bot, where there are several.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// The locale that is spoken; the bot's first when left out.
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Option<String>,
    /// When that is: "tomorrow" is a day after it. A fixed Monday morning when left out.
    #[arg(long, value_name = "TIME", value_parser = Moment::parse)]
    pub(crate) at: Option<Moment>,
    /// Answer the question for this slot.
    #[arg(long, value_name = "INTENT.SLOT")]
    pub(crate) slot: Option<String>,
    /// One JSON object on a line for every utterance.
    #[arg(long)]
    pub(crate) json: bool,
}

//! The command line: what was typed becomes a command, its result an exit code.

mod args;
mod bot;
mod call;
mod check;
mod draw;
mod line;
mod render;
mod review;
mod test;
mod words;

use std::error::Error;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser as _;

use crate::lambda::Profile;
use crate::line::{Line, Options, OwnApi};
use crate::report::{self, Format};

/// How a command ends, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Everything as expected.
    Success = 0,
    /// A call or a check differs from what is expected.
    Differs = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// The project, a flow, a script or a function cannot be loaded.
    Unloadable = 3,
    /// Ctrl-C: 128 and the number of the signal, as shells do.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A command that could not be carried out.
#[derive(Debug)]
pub(crate) struct Refusal {
    exit: Exit,
    error: Box<dyn Error + Send + Sync>,
    hint: Option<String>,
}

impl Refusal {
    pub(crate) fn new(exit: Exit, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { exit, error: error.into(), hint: None }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Runs the command line that was typed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match args::Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // A terminal that is gone cannot be told anything.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            report::note(format_args!("error: failed to start the runtime: {error}"));
            return Exit::Unloadable;
        }
    };
    let exit = runtime.block_on(async {
        // A task of its own, so that a signal is noticed while a person is thinking at the prompt.
        let command = tokio::spawn(async {
            match cli.command {
                args::Command::Call(args) => call::run(args).await,
                args::Command::Test(args) => test::run(args).await,
                args::Command::Render(args) => render::run(&args),
                args::Command::Draw(args) => draw::run(&args),
                args::Command::Check(args) => check::run(&args),
                args::Command::Review(args) => review::run(args).await,
                args::Command::Bot(args::bot::Bot::Check(args)) => bot::check(&args),
                args::Command::Bot(args::bot::Bot::Ask(args)) => bot::ask(&args),
                args::Command::Words(args::words::Words::Check(args)) => words::check(&args),
                args::Command::Line(args::line::Line::Check(args)) => line::check(&args),
                args::Command::Line(args::line::Line::Put(args)) => line::put(&args).await,
                args::Command::Line(args::line::Line::List(args)) => line::list(&args).await,
            }
        });
        let aborting = command.abort_handle();
        tokio::select! {
            done = command => match done {
                Ok(done) => done.unwrap_or_else(|refusal| tell(&refusal)),
                Err(error) => match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(_) => Exit::Interrupted,
                },
            },
            () = interruption() => {
                aborting.abort();
                Exit::Interrupted
            }
        }
    });
    // A task that is dropped kills the functions it started. One that still waits for the keyboard
    // is not dropped; its functions end when they notice that the Runtime API is gone.
    runtime.shutdown_timeout(GRACE);
    exit
}

/// How long a command that was interrupted has to clean up.
const GRACE: Duration = Duration::from_millis(500);

/// Waits for Ctrl-C, or for a request to terminate.
async fn interruption() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                Ok(()) = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Where signals cannot be listened to, the system ends the process by itself.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Says why a command could not be carried out.
fn tell(refusal: &Refusal) -> Exit {
    report::note(format_args!("error: {}", report::plain(&crate::chain(refusal.error.as_ref()))));
    if let Some(hint) = &refusal.hint {
        report::note(format_args!("\nhint: {}", report::plain(hint)));
    }
    refusal.exit
}

/// The folder of the project: the one named, or the nearest above with a template.
fn project(named: Option<&Path>) -> Result<PathBuf, Refusal> {
    let template = Path::new("infra/template.yaml");
    if let Some(named) = named {
        return if named.join(template).is_file() {
            Ok(named.to_owned())
        } else {
            let what = format!("{} has no {}", named.display(), template.display());
            Err(Refusal::new(Exit::Unloadable, what))
        };
    }
    let here = std::env::current_dir().map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    here.ancestors().find(|it| it.join(template).is_file()).map(Path::to_owned).ok_or_else(|| {
        Refusal::new(
            Exit::Unloadable,
            format!("no {} here or above {}", template.display(), here.display()),
        )
        .hint("run callwright inside a project, or name its folder with --project")
    })
}

/// Builds the functions and loads everything that calls share.
async fn load_line(
    project: &args::Project,
    functions: &args::Functions,
    dynamodb: Option<SocketAddr>,
) -> Result<Line, Refusal> {
    let root = self::project(project.project.as_deref())?;
    let read = |name: &str| std::env::var_os(name)?.into_string().ok();
    let own_api = OwnApi::from_env(read).map_err(|error| Refusal::new(Exit::Usage, error))?;
    let options = Options {
        flow: functions.flow.clone(),
        profile: if functions.release { Profile::Release } else { Profile::Dev },
        dynamodb,
        own_api,
    };
    let line =
        Line::load(&root, &options).await.map_err(|error| Refusal::new(Exit::Unloadable, error))?;
    for warning in line.warnings() {
        report::note(format_args!("warning: {warning}"));
    }
    Ok(line)
}

/// How events are shown.
fn format(json: bool) -> Format {
    if json { Format::Json } else { Format::Human }
}

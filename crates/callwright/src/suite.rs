//! Many scripted calls: finds them, plays them side by side, judges them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::call::{self, CallError, Event, Failure, Finished, Kind, Scripted};
use crate::coverage::Taken;
use crate::line::{Line, World, WorldError};
use crate::report::human;
use crate::script::Script;

/// A scripted call that was played, or could not be.
#[derive(Debug)]
pub struct Played {
    /// File of the script.
    pub path: PathBuf,
    /// Name of the call; the file's, where the script could not be read.
    pub name: String,
    /// Whether it went as written.
    pub verdict: Verdict,
    /// Everything that happened.
    pub events: Vec<Event>,
    /// Actions and branches of the flows that it took.
    pub taken: Taken,
    /// How long it took on the wall.
    pub took: Duration,
}

/// Whether a call went as its script says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It did.
    Passed,
    /// It did not.
    Failed(Vec<Failure>),
    /// It could not be played: the script is wrong, or a stand-in failed.
    Broken(String),
}

/// Why scripts cannot be found.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// A path that does not exist or cannot be read.
    #[error("failed to look for scripts in {}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Nothing to play.
    #[error("no scripted call (`*.yaml`) in {}", paths.iter().map(|it| it.display().to_string()).collect::<Vec<_>>().join(", "))]
    Nothing {
        /// Where it was looked.
        paths: Vec<PathBuf>,
    },
}

/// The scripts at some paths, sorted: files as they are, folders searched for `*.yaml`.
///
/// # Errors
///
/// [`FindError`] when a path does not exist or there is no script at all.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, FindError> {
    let mut found = Vec::new();
    for path in paths {
        collect(path, &mut found)
            .map_err(|source| FindError::Read { path: path.clone(), source })?;
    }
    found.sort();
    found.dedup();
    if found.is_empty() { Err(FindError::Nothing { paths: paths.to_vec() }) } else { Ok(found) }
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.metadata()?.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    for entry in path.read_dir()? {
        let path = entry?.path();
        let is_script = path.extension().is_some_and(|it| it == "yaml");
        if is_script || path.is_dir() {
            collect(&path, found)?;
        }
    }
    Ok(())
}

/// Why a script cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// The world of the call cannot be opened.
    #[error("cannot play {}", path.display())]
    World {
        /// File of the script.
        path: PathBuf,
        /// Why not.
        source: WorldError,
    },
    /// The call cannot be made.
    #[error("cannot play {}", path.display())]
    Call {
        /// File of the script.
        path: PathBuf,
        /// Why not.
        source: CallError,
    },
}

/// A call as it was made, and what its script finds wrong with it.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) finished: Finished,
    pub(crate) failures: Vec<Failure>,
}

/// Plays a script in a world, and compares what came of it with what it expects.
///
/// `number` tells calls in one world apart. A script that could not go on is not asked what it
/// expects of a call that it cut off.
pub(crate) async fn judge(
    line: &Line,
    world: &World,
    script: &Script,
    number: u32,
    sink: &mut (dyn FnMut(&Event) + Send),
) -> Result<Judged, PlayError> {
    let mut caller = Scripted::new(script);
    let mut finished =
        call::make(line, world, &script.name, number, &script.setting, &mut caller, sink)
            .await
            .map_err(|source| PlayError::Call { path: script.path.to_path_buf(), source })?;
    let mut failures = std::mem::take(&mut finished.failures);
    if !finished.parted {
        failures.extend(call::check(&script.expect, &finished));
    }
    for failure in &failures {
        let failure = failure.clone();
        let kind = Kind::Failed { script: script.path.to_path_buf(), failure };
        if let Some(event) = finished.afterwards(kind) {
            sink(&event);
            finished.events.push(event);
        }
    }
    Ok(Judged { finished, failures })
}

/// Opens the world that a script asks for.
pub(crate) async fn open(line: &Line, script: &Script) -> Result<World, PlayError> {
    line.open(&script.setting)
        .await
        .map_err(|source| PlayError::World { path: script.path.to_path_buf(), source })
}

/// Plays one script in a world of its own, cold, and judges it.
///
/// `sink` gets every event as it happens, failures included.
pub async fn play(line: &Line, path: &Path, sink: &mut (dyn FnMut(&Event) + Send)) -> Played {
    let script = match Script::load(path) {
        Ok(script) => script,
        Err(error) => return Played::broken(path, &path.display().to_string(), &error),
    };
    let world = match open(line, &script).await {
        Ok(world) => world,
        Err(error) => return Played::broken(path, &script.name, &error),
    };
    let judged = judge(line, &world, &script, 1, sink).await;
    world.close().await;
    match judged {
        Ok(Judged { finished, failures }) => Played {
            path: path.to_owned(),
            name: script.name,
            verdict: if failures.is_empty() { Verdict::Passed } else { Verdict::Failed(failures) },
            events: finished.events,
            taken: finished.taken,
            took: finished.took,
        },
        Err(error) => Played::broken(path, &script.name, &error),
    }
}

impl Played {
    fn broken(path: &Path, name: &str, error: &dyn std::error::Error) -> Self {
        Self {
            path: path.to_owned(),
            name: name.to_owned(),
            verdict: Verdict::Broken(crate::chain(error)),
            events: Vec::new(),
            taken: Taken::default(),
            took: Duration::ZERO,
        }
    }

    /// The call as a person reads it, with ANSI styles.
    pub fn transcript(&self) -> String {
        self.events.iter().map(human::event).collect()
    }
}

/// Plays many scripts, `jobs` at a time, and hands each to `done` in the order of the paths.
pub async fn play_all(
    line: Arc<Line>,
    paths: Vec<PathBuf>,
    jobs: usize,
    mut done: impl FnMut(&Played),
) -> Vec<Played> {
    let places = Arc::new(Semaphore::new(jobs.max(1)));
    let mut running = JoinSet::new();
    for (index, path) in paths.iter().enumerate() {
        let (line, path, places) = (Arc::clone(&line), path.clone(), Arc::clone(&places));
        running.spawn(async move {
            let _place = places.acquire_owned().await;
            (index, play(&line, &path, &mut |_| {}).await)
        });
    }
    let mut waiting: Vec<Option<Played>> = paths.iter().map(|_| None).collect();
    let mut played = Vec::with_capacity(paths.len());
    while let Some(finished) = running.join_next().await {
        let (index, call) = match finished {
            Ok(finished) => finished,
            // A call that panics is a bug of this program, and must not look like one that passed.
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => continue,
            },
        };
        if let Some(slot) = waiting.get_mut(index) {
            *slot = Some(call);
        }
        while let Some(call) = waiting.get_mut(played.len()).and_then(Option::take) {
            done(&call);
            played.push(call);
        }
    }
    played
}

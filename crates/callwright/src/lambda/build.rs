//! Builds the functions with Cargo.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};

use serde::Deserialize;
use tokio::process::Command;

use crate::template::Function;

/// Variables that Cargo sets for the programs it runs. A Cargo inside would take them for changes
/// and build crates such as `ring` again each time.
const SET_BY_CARGO: [&str; 6] = [
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_BIN_",
    "CARGO_CRATE_NAME",
    "CARGO_PRIMARY_PACKAGE",
    "CARGO_TARGET_TMPDIR",
];

/// How to build.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// Quickly.
    #[default]
    Dev,
    /// As deployed.
    Release,
}

/// Why the functions cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Cargo cannot be run.
    #[error("cannot run `{cargo}` in `{}`", folder.display())]
    Run {
        /// The program.
        cargo: String,
        /// Where.
        folder: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// Cargo failed; it has said why on standard error.
    #[error("`cargo {command}` failed with {status}")]
    Failed {
        /// Its command.
        command: &'static str,
        /// How it ended.
        status: ExitStatus,
    },
    /// Cargo wrote something that is not understood.
    #[error("cannot read what `cargo {command}` says")]
    Output {
        /// Its command.
        command: &'static str,
        /// Where and why.
        source: serde_json::Error,
    },
    /// A function of the template has no package.
    #[error(
        "function `{logical_id}` is built from binary `{name}`, which no package of the workspace \
         has; there are {known}"
    )]
    NoBinary {
        /// Logical id in the template.
        logical_id: String,
        /// Name of the binary.
        name: String,
        /// The binaries there are.
        known: String,
    },
}

/// The Cargo that runs Callwright, else the one of the path.
pub fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Builds the binaries of functions in the workspace of a folder; gives them by function name.
///
/// What the compiler says goes to standard error as usual.
///
/// # Errors
///
/// [`BuildError`].
pub async fn build(
    cargo: &OsString,
    folder: &Path,
    functions: &[Function],
    profile: Profile,
) -> Result<BTreeMap<String, PathBuf>, BuildError> {
    // Flows and a bot by themselves are a line too, and need no workspace.
    if functions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let metadata = run(cargo, folder, "metadata", &["--no-deps", "--format-version=1"]).await?;
    let packages = packages_by_binary(&metadata)?;
    let mut arguments = vec!["--message-format=json-render-diagnostics".to_owned()];
    if profile == Profile::Release {
        arguments.push("--release".to_owned());
    }
    for function in functions {
        let Some(package) = packages.get(&function.name) else {
            let known: Vec<&str> = packages.keys().map(String::as_str).collect();
            return Err(BuildError::NoBinary {
                logical_id: function.logical_id.clone(),
                name: function.name.clone(),
                known: known.join(", "),
            });
        };
        arguments.extend(["--package", package, "--bin", &function.name].map(str::to_owned));
    }
    let messages = run(cargo, folder, "build", &arguments).await?;
    let mut built = executables(&messages)?;
    let wanted: BTreeSet<&str> = functions.iter().map(|it| it.name.as_str()).collect();
    built.retain(|name, _| wanted.contains(name.as_str()));
    Ok(built)
}

async fn run(
    cargo: &OsString,
    folder: &Path,
    command: &'static str,
    arguments: &[impl AsRef<std::ffi::OsStr>],
) -> Result<Vec<u8>, BuildError> {
    let mut process = Command::new(cargo);
    process.arg(command).args(arguments).current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if SET_BY_CARGO.iter().any(|it| text.starts_with(it)) {
            process.env_remove(&name);
        }
    }
    process.stdin(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true);
    let output = process.output().await.map_err(|source| BuildError::Run {
        cargo: cargo.to_string_lossy().into_owned(),
        folder: folder.to_owned(),
        source,
    })?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(BuildError::Failed { command, status: output.status })
    }
}

#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    targets: Vec<Target>,
}

#[derive(Debug, Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Target {
    fn is_binary(&self) -> bool {
        self.kind.iter().any(|it| it == "bin")
    }
}

fn packages_by_binary(metadata: &[u8]) -> Result<BTreeMap<String, String>, BuildError> {
    let metadata: Metadata = serde_json::from_slice(metadata)
        .map_err(|source| BuildError::Output { command: "metadata", source })?;
    let mut packages = BTreeMap::new();
    for package in metadata.packages {
        for target in package.targets.into_iter().filter(Target::is_binary) {
            packages.insert(target.name, package.name.clone());
        }
    }
    Ok(packages)
}

/// A message of `cargo build`; other messages than artifacts have none of the fields.
#[derive(Debug, Deserialize)]
struct Message {
    target: Option<Target>,
    executable: Option<PathBuf>,
}

fn executables(messages: &[u8]) -> Result<BTreeMap<String, PathBuf>, BuildError> {
    let mut built = BTreeMap::new();
    for line in messages.split(|it| *it == b'\n').filter(|it| !it.is_empty()) {
        let message: Message = serde_json::from_slice(line)
            .map_err(|source| BuildError::Output { command: "build", source })?;
        if let (Some(target), Some(executable)) = (message.target, message.executable)
            && target.is_binary()
        {
            built.insert(target.name, executable);
        }
    }
    Ok(built)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_executables_among_messages() {
        let messages = br#"{"reason":"compiler-artifact","target":{"name":"serde","kind":["lib"]},"executable":null}
{"reason":"compiler-artifact","target":{"name":"greeting","kind":["bin"]},"executable":"/t/debug/greeting"}
{"reason":"build-finished","success":true}
"#;
        let built = executables(messages).unwrap();
        assert_eq!(built, BTreeMap::from([("greeting".to_owned(), "/t/debug/greeting".into())]));
    }

    #[test]
    fn output_that_is_not_json_is_an_error() {
        assert!(matches!(executables(b"hello"), Err(BuildError::Output { command: "build", .. })));
    }
}

//! The process of an environment: its variables, its memory, its end.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{ExitStatus, Stdio};

use jiff::Timestamp;
use tokio::process::{Child, Command};

use crate::ids::Ids;
use crate::template::{Function, REGION};

/// Variables that Lambda sets to the same value for every function.
///
/// Source: AWS Lambda Developer Guide, "Defined runtime environment variables".
const FIXED: [(&str, &str); 8] = [
    ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
    ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
    ("AWS_REGION", REGION),
    ("AWS_DEFAULT_REGION", REGION),
    ("LAMBDA_RUNTIME_DIR", "/var/runtime"),
    ("LANG", "en_US.UTF-8"),
    ("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin"),
    ("TZ", ":UTC"),
];

/// Starts a function. It is killed when the child is dropped.
pub(super) fn start(
    function: &Function,
    binary: &Path,
    endpoints: &BTreeMap<String, String>,
    api: SocketAddr,
    at: Timestamp,
    ids: &Ids,
) -> std::io::Result<Child> {
    let folder = binary.parent().unwrap_or(Path::new("/"));
    let mut command = Command::new(binary);
    command
        .env_clear()
        .envs(FIXED)
        .envs(of_function(function, at, ids))
        .env("LAMBDA_TASK_ROOT", folder)
        .env("AWS_LAMBDA_RUNTIME_API", api.to_string())
        .envs(endpoints)
        // As in Lambda, variables of the template come last; only those Lambda reserves are not
        // theirs to set, and SAM refuses those.
        .envs(&function.environment)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    // A group of its own: Ctrl-C in the terminal is for Callwright, which ends its functions itself.
    #[cfg(unix)]
    command.process_group(0);
    command.spawn()
}

/// Variables that follow from the function.
fn of_function(function: &Function, at: Timestamp, ids: &Ids) -> Vec<(&'static str, String)> {
    let name = &function.lambda_name;
    let stream = format!("{}/[$LATEST]{}", at.strftime("%Y/%m/%d"), ids.hex(32));
    let mut variables = vec![
        ("_HANDLER", function.handler.clone()),
        ("AWS_LAMBDA_FUNCTION_NAME", name.clone()),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.memory_mb.to_string()),
        ("AWS_LAMBDA_LOG_GROUP_NAME", format!("/aws/lambda/{name}")),
        ("AWS_LAMBDA_LOG_STREAM_NAME", stream),
    ];
    variables.extend(function.logging.format.clone().map(|it| ("AWS_LAMBDA_LOG_FORMAT", it)));
    variables.extend(function.logging.level.clone().map(|it| ("AWS_LAMBDA_LOG_LEVEL", it)));
    variables
}

/// Memory that a process holds now, in KiB; `None` where the system does not tell.
pub(super) fn memory_kib(child: &Child) -> Option<u64> {
    // Not a real file: reading it does not wait.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()?)).ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// An exit status as text, such as `exit status: 1` or `signal: 9 (SIGKILL)`.
pub(super) fn describe(status: std::io::Result<ExitStatus>) -> String {
    match status {
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    }
}

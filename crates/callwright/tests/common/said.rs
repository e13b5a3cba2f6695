//! Commands, and what they say.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use expect_test::Expect;

/// What a command said, and its exit code.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs a command of callwright in a folder, with something typed. The folder is `FOLDER` in what it says.
pub(crate) fn run(command: &[&str], folder: &Path, arguments: &[&str], typed: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .args(command)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("NO_COLOR", "1")
        .spawn()
        .unwrap();
    // A command that is refused does not read what is typed.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| {
        String::from_utf8(bytes).unwrap().replace(&folder.display().to_string(), "FOLDER")
    };
    Said {
        code: output.status.code().unwrap(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

impl Said {
    /// Something was said on standard output alone: compares that and the exit code.
    pub(crate) fn says(&self, code: i32, message: &Expect) {
        message.assert_eq(&self.stdout);
        assert_eq!((self.code, self.stderr.as_str()), (code, ""));
    }

    /// The command was refused: compares its exit code and what it says of that.
    pub(crate) fn refuses(&self, code: i32, message: &Expect) {
        message.assert_eq(&self.stderr);
        assert_eq!((self.code, self.stdout.as_str()), (code, ""));
    }
}

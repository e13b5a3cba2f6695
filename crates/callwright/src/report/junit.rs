//! A run of scripted calls as `JUnit` XML, for build servers.

use std::fmt::Write as _;
use std::fs::File;
use std::io;
use std::path::Path;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::suite::{Played, Verdict};

/// Writes the report.
///
/// # Errors
///
/// What the file system says.
pub(crate) fn write(path: &Path, played: &[Played]) -> io::Result<()> {
    let mut suite = TestSuite::new("calls");
    for Played { path, name, verdict, took, .. } in played {
        let status = match verdict {
            Verdict::Passed => TestCaseStatus::success(),
            Verdict::Failed(failures) => {
                let mut text = String::new();
                for it in failures {
                    // Writing to a `String` cannot fail.
                    let _ = writeln!(
                        text,
                        "{}:{}: expected {}, but {}",
                        path.display(),
                        it.line,
                        it.expected,
                        it.found
                    );
                }
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status.set_message(text.lines().next().unwrap_or_default()).set_description(text);
                status
            }
            Verdict::Broken(why) => {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
                status.set_message(why);
                status
            }
        };
        let mut case = TestCase::new(name, status);
        case.set_classname(path.display().to_string()).set_time(*took);
        suite.add_test_case(case);
    }
    let mut report = Report::new("callwright");
    report.add_test_suite(suite);
    report.serialize(File::create(path)?).map_err(io::Error::other)
}

//! The lines that come with the project are right, and are what users copy.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::Path;

use line::{Line, Scenario, shared_numbers};

/// The lines of the project.
fn lines() -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lines");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let id = path.file_stem().unwrap().to_str().unwrap();
        Line::from_toml(&text, id, |_| true).unwrap_or_else(|faults| {
            let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
            panic!("{}:\n{}", path.display(), faults.join("\n"))
        })
    };
    files.iter().map(read).collect()
}

#[test]
fn every_line_can_be_read_and_has_its_own_numbers() {
    let lines = lines();
    assert_eq!(lines.len(), 6);
    assert!(shared_numbers(&lines).is_empty());
}

#[test]
fn every_scenario_has_a_line() {
    let done: BTreeSet<_> = lines().into_iter().flat_map(|it| it.scenarios).collect();
    let all = [
        Scenario::Shop,
        Scenario::Clinic,
        Scenario::Payments,
        Scenario::Support,
        Scenario::Bank,
        Scenario::Profile,
    ];
    assert!(all.iter().all(|it| done.contains(it)), "{done:?}");
}

#[test]
fn two_lines_with_one_number_are_told_apart() {
    let lines = lines();
    let doubled: Vec<_> = lines.iter().chain(lines.first()).collect();
    let shared = shared_numbers(doubled);
    assert_eq!(shared.len(), 1);
    assert!(shared.values().all(|it| it.len() == 2));
}

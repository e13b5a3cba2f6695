//! Every way a file can be wrong, with what is said about it.
//!
//! Each file of `tests/invalid` has one fault or a few that belong together; what is said is beside it.
//! `UPDATE_EXPECT=1 cargo test -p line --test invalid` writes what is said now.
#![expect(clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use line::{Line, Names};

fn says(path: &Path) -> datatest_stable::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let intents = BTreeSet::from(["CheckOrderStatus".to_owned(), "ReturnOrder".to_owned()]);
    let has_second = |id: &str| id == "confirm-order-number";
    let is_about_the_name = path.ends_with("file-name.toml");
    let id = if is_about_the_name { "North Wind" } else { "northwind" };
    let names = Names { has_second: &has_second, intents: Some(&intents) };
    let Err(faults) = Line::from_toml_with(&text, id, names) else {
        panic!("nothing is wrong with {}", path.display());
    };
    let mut said = String::new();
    for fault in faults {
        writeln!(said, "{fault}")?;
    }
    expect_test::expect_file![path.canonicalize()?.with_extension("txt")].assert_eq(&said);
    Ok(())
}

datatest_stable::harness! { { test = says, root = "tests/invalid", pattern = r"\.toml$" } }

//! Whatever a file holds, reading it gives a line or faults that have a place in it.

use line::Line;
use proptest::prelude::*;

/// A file that uses every key.
const WHOLE: &str = include_str!("whole.toml");

/// Values of every kind, of which most are wrong wherever they stand.
fn value() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        any::<i64>().prop_map(|it| it.to_string()),
        any::<bool>().prop_map(|it| it.to_string()),
        "[-+:@./a-z0-9 ]{0,12}".prop_map(|it| format!("\"{it}\"")),
        "\\PC{0,8}".prop_map(|it| format!("'{}'", it.replace('\'', ""))),
        Just("2026-12-25".to_owned()),
        Just("07:32:00".to_owned()),
        Just("1979-05-27T07:32:00Z".to_owned()),
        Just("inf".to_owned()),
        Just("\"09:00-17:00\"".to_owned()),
    ];
    scalar.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|it| format!("[{}]", it.join(", "))),
            inner.prop_map(|it| format!("{{ language = {it}, name = {it}, en-US = {it} }}")),
        ]
    })
}

/// The whole file with the value of some of its keys replaced.
fn mutilated() -> impl Strategy<Value = String> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), value()), 1..4);
    changes.prop_map(|changes| {
        let mut lines: Vec<_> = WHOLE.lines().map(str::to_owned).collect();
        for (at, value) in changes {
            let line = at.get_mut(&mut lines);
            if let Some((key, _)) = line.split_once(" = ") {
                *line = format!("{key} = {value}");
            }
        }
        lines.join("\n")
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let Err(faults) = Line::from_toml(text, "northwind", |_| true) else { return Ok(()) };
    prop_assert!(!faults.is_empty());
    for fault in faults {
        prop_assert!(fault.place.span.start <= fault.place.span.end, "{fault:?}");
        prop_assert!(text.is_char_boundary(fault.place.span.start), "{fault:?}");
        prop_assert!(fault.place.line <= text.split('\n').count(), "{fault:?}");
        prop_assert!(!fault.to_string().contains('\n'), "{fault:?}");
    }
    Ok(())
}

#[test]
fn the_whole_file_is_a_line_and_reads_back_from_json() {
    let line = Line::from_toml(WHOLE, "whole", |_| true).unwrap();
    let json = serde_json::to_string(&line).unwrap();
    assert_eq!(serde_json::from_str::<Line>(&json).unwrap(), line);
}

proptest! {
    #[test]
    fn any_text_is_a_line_or_has_faults(text in "\\PC*") {
        holds(&text)?;
    }

    #[test]
    fn any_keys_and_values_are_a_line_or_have_faults(
        entries in prop::collection::btree_map("[a-z-]{1,12}", value(), 0..6),
    ) {
        let entries = entries.into_iter().map(|(key, value)| format!("{key} = {value}\n"));
        holds(&entries.collect::<String>())?;
    }

    #[test]
    fn a_file_with_wrong_values_is_a_line_or_has_faults(text in mutilated()) {
        holds(&text)?;
    }
}

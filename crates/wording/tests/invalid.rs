//! Wording files with a fault each, named by the rule that they break: what is told of it.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use wording::Language;
use wording::check::{Checked, Rule, Source, check};

/// What stands between the two languages of a file.
const SEPARATOR: &str = "### es-US\n";

const RULES: [Rule; 20] = [
    Rule::Syntax,
    Rule::Twice,
    Rule::Name,
    Rule::Missing,
    Rule::Attribute,
    Rule::Reprompts,
    Rule::Declaration,
    Rule::Values,
    Rule::Choice,
    Rule::Reference,
    Rule::Markup,
    Rule::Unspeakable,
    Rule::Ssml,
    Rule::Length,
    Rule::Grade,
    Rule::Menu,
    Rule::Jargon,
    Rule::Sentence,
    Rule::Contraction,
    Rule::WayOut,
];

#[test]
fn every_fault_is_told_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    for rule in RULES {
        let both = fs::read_to_string(folder.join(format!("{rule}.ftl"))).unwrap();
        let (english, spanish) = both.split_once(SEPARATOR).unwrap();
        let sources =
            [(Language::EnUs, english), (Language::EsUs, spanish)].map(|(language, text)| Source {
                language,
                name: "file.ftl".to_owned(),
                text: text.to_owned(),
            });
        let checked = check(&sources);
        assert!(checked.findings.iter().any(|it| it.rule == rule), "{rule}: {checked:#?}");
        expect_file![folder.join(format!("{rule}.txt"))].assert_eq(&told(&sources, &checked));
    }
}

#[test]
fn a_message_is_in_one_file_only() {
    let source = |language, name: &str, text: &str| Source {
        language,
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let sources = [
        source(Language::EnUs, "bank.ftl", "tell-closed = The bank is closed.\n"),
        source(Language::EnUs, "shop.ftl", "tell-closed = The shop is closed.\n"),
        source(Language::EsUs, "bank.ftl", "tell-closed = El banco está cerrado.\n"),
    ];
    let checked = check(&sources);
    let [finding] = checked.findings.as_slice() else { panic!("{checked:#?}") };
    assert_eq!((finding.rule, finding.file), (Rule::Twice, 1));
    assert_eq!(finding.told, "`tell-closed` is there twice, and that of bank.ftl is said");
}

#[test]
fn a_broken_escape_is_a_fault_at_its_place() {
    // The character behind the backslash takes several bytes, and so does what follows `\u`.
    for escape in ["\\ਲ", "\\uਲ", "\\u12ਲ", "\\U12345ਲ", "\\u123", "\\x"] {
        for literal in [format!("{{ \"{escape}\" }}"), format!("{{ \"{escape}")] {
            let text = format!("tell-bye = Bye.\ntell-hello = Hello. {literal}\ntell-no = No.\n");
            let sources = [Language::EnUs, Language::EsUs].map(|language| Source {
                language,
                name: "file.ftl".to_owned(),
                text: text.clone(),
            });
            let checked = check(&sources);
            let faults: Vec<_> =
                checked.findings.iter().filter(|it| it.rule == Rule::Syntax).collect();
            assert_eq!(faults.len(), 2, "{literal}: {checked:#?}");
            for fault in faults {
                assert_eq!(text.get(..fault.at.start).unwrap().lines().count(), 2, "{literal}");
            }
            // What is whole is read.
            for whole in ["tell-bye", "tell-no"] {
                assert_eq!(checked.samples.iter().filter(|it| it.message == whole).count(), 2);
            }
        }
    }
}

fn told(sources: &[Source], checked: &Checked) -> String {
    let mut told = String::new();
    for it in &checked.findings {
        let source = &sources[it.file];
        let before = source.text.get(..it.at.start).unwrap();
        let line = before.matches('\n').count() + 1;
        let (severity, rule) = (it.rule.severity(), it.rule);
        writeln!(told, "{}:{line} {severity} {rule} {}", source.language, it.message).unwrap();
        writeln!(told, "    {}", it.told).unwrap();
        if let Some(hint) = &it.hint {
            writeln!(told, "    hint: {hint}").unwrap();
        }
    }
    told
}

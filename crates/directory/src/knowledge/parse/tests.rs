//! Articles as people write them, and as they should not.

use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;

const GOOD: &str = "---\ntitle: Work at Acme\ntopic: experience\nlanguage: en-US\ndetails:\n  where: In Lisbon.\n---\n\
    She led a team\nof six.\n\nIt went well.\n";

fn faults(text: &str, expect: &Expect) {
    let faults = parse("work-at-acme.md", text).unwrap_err();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    expect.assert_eq(&told.join("\n"));
}

#[test]
fn an_article_is_read() {
    let article = parse("work-at-acme.es.md", GOOD).unwrap();
    assert_eq!(article.id.to_string(), "work-at-acme");
    assert_eq!(article.title, "Work at Acme");
    assert_eq!((article.topic, article.language), (Topic::Experience, Language::EnUs));
    assert_eq!(article.paragraphs, ["She led a team of six.", "It went well."]);
    assert_eq!(article.details["where"], "In Lisbon.");
}

#[test]
fn line_ends_marks_and_quotes_of_other_editors_do_not_matter() {
    let other = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    let other = other.replace("Work at Acme", "\"Work at Acme\"");
    assert_eq!(parse("a.md", &other).unwrap(), parse("a.md", GOOD).unwrap());
}

#[test]
fn a_file_without_a_head_is_named() {
    faults(
        "",
        &expect![
            "work-at-acme.md:1: found no head, expected `---`, then `title: …` and the rest of the head"
        ],
    );
    faults(
        "# Title\ntext",
        &expect![
            "work-at-acme.md:1: found no head, expected `---`, then `title: …` and the rest of the head"
        ],
    );
    faults(
        "---\ntitle: a\n",
        &expect![
            "work-at-acme.md:2: found the end of the file, expected `---` at the end of the head"
        ],
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let text = "---\ntitel: Work\ntopic: experiense\nlanguage: fr-FR\ntopic: skills\nwhat\ndetails: none\ndetails:\n  \
        wher: Lisbon.\n  when:\n---\n# Work\n\nSee [this](https://example.com).\n\n1. First\n";
    faults(
        text,
        &expect![[r#"
        work-at-acme.md:2: found `titel`, expected `title`, `topic`, `language`, `details`; did you mean `title`?
        work-at-acme.md:3: found topic `experiense`, expected `availability`, `collaboration`, `contact`, `education`, `experience`, `projects`, `skills`; did you mean `experience`?
        work-at-acme.md:4: found language `fr-FR`, expected `en-US`, `es-US`
        work-at-acme.md:6: found `what`, expected `key: value`
        work-at-acme.md:7: found `none`, expected nothing here, and `where: …` below, indented
        work-at-acme.md:9: found detail `wher`, expected `how`, `how-long`, `how-many`, `what`, `when`, `where`, `who`, `why`; did you mean `where`?
        work-at-acme.md:10: found an empty `when`, expected a sentence
        work-at-acme.md:11: found no `title`, expected `title: …` in the head
        work-at-acme.md:12: found a heading, expected plain sentences, since they are spoken
        work-at-acme.md:14: found a link, expected plain sentences, since they are spoken
        work-at-acme.md:16: found a list, expected plain sentences, since they are spoken"#]],
    );
}

#[test]
fn what_is_too_long_to_be_spoken_or_missing_is_named() {
    let head = "---\ntitle: a\ntopic: skills\nlanguage: es-US\n---\n";
    faults(
        head,
        &expect![
            "work-at-acme.md:5: found no text, expected a paragraph that answers the question"
        ],
    );
    faults(
        &format!("{head}{}", "word ".repeat(46)),
        &expect![
            "work-at-acme.md:6: found 46 words in a paragraph, expected at most 45, one or two sentences to be spoken"
        ],
    );
    faults(
        &format!("{head}<speak>hi</speak>"),
        &expect![
            "work-at-acme.md:6: found markup, expected plain sentences, since they are spoken"
        ],
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", lines in proptest::collection::vec("(---|title: a|topic: skills|language: en-US|details:|  where: b|[a-z#*: ]{0,12})", 0..14)) {
        for text in [text, lines.join("\n")] {
            match parse("a.md", &text) {
                Ok(article) => prop_assert!(!article.paragraphs.is_empty()),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}

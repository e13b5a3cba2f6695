//! How well questions find their articles, in both languages.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use directory::knowledge::{Article, Library, parse};
use expect_test::expect;
use wording::Language;

/// Every article of a folder.
fn articles(folder: &Path) -> Vec<Article> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().filter(|it| it.extension().is_some_and(|it| it == "md"));
    texts
        .map(|it| {
            let name = it.file_name().unwrap().to_str().unwrap();
            parse(name, &std::fs::read_to_string(it).unwrap()).unwrap()
        })
        .collect()
}

#[test]
fn questions_find_their_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let articles = articles(&folder);
    let libraries: BTreeMap<_, _> = Language::ALL
        .into_iter()
        .map(|it| (it.code(), Library::new(articles.clone(), it)))
        .collect();
    let (mut asked, mut first, mut among) = (0, 0, 0);
    let mut report = String::new();
    for line in std::fs::read_to_string(folder.join("questions.tsv")).unwrap().lines() {
        let [language, wanted, question] = line.split('\t').collect::<Vec<_>>()[..] else {
            continue;
        };
        let found = libraries[language].search(question, None);
        let found: Vec<_> = found.iter().map(|it| it.article.as_str()).take(3).collect();
        if wanted == "-" {
            if !found.is_empty() {
                writeln!(report, "{question}: {found:?} instead of nothing").unwrap();
            }
            continue;
        }
        asked += 1;
        among += usize::from(found.contains(&wanted));
        if found.first() == Some(&wanted) {
            first += 1;
        } else {
            writeln!(report, "{question}: {found:?} instead of {wanted}").unwrap();
        }
    }
    writeln!(report, "{first} of {asked} first, {among} among three").unwrap();
    expect![[r#"
        has she managed people before: ["consulting", "work-at-acme"] instead of work-at-acme
        how does she like to work in teams: ["work-at-acme", "working-together", "first-job"] instead of working-together
        i want to order a pizza: ["work-at-acme"] instead of nothing
        quiero pedir una pizza: ["work-at-acme"] instead of nothing
        56 of 58 first, 58 among three
    "#]].assert_eq(&report);
}

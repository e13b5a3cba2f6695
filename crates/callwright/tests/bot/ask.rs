//! What bots make of words.

use expect_test::expect;

use super::{EXPORT, bot, bots, folder, project, refuses, says};

#[test]
fn words_lead_to_intents_and_values() {
    says(
        &bots(),
        &["ask", "shop.yaml", "I want a big shirt", "good evening", "what's the weather like"],
        0,
        &expect![[r#"
            "I want a big shirt"
              Order  1.00
                Size = large, said "big"

            "good evening"
              Greet  1.00

            "what's the weather like"
              FallbackIntent

        "#]],
    );
}

#[test]
fn the_project_s_own_bot_is_asked_by_default() {
    let said = bot(&project(), &["ask", "where's order five five four two one"], "");
    assert!(said.stdout.contains("OrderNumber = 55421, said \"five five four two one\""));
    assert_eq!(said.code, 0);
}

#[test]
fn lines_that_are_typed_are_answered_one_by_one() {
    let said =
        bot(&bots(), &["ask", "--json", "shop.yaml", "--slot", "Order.Size"], "big\n\nxyz\n");
    expect![[r#"
        {"utterance":"big","locale":"en_US","slot":"Order.Size","intents":[{"intent":"Order","confidence":1.0,"slots":[{"slot":"Size","original":"big","interpreted":"large","resolved":["large"]}]}]}
        {"utterance":"","locale":"en_US","slot":"Order.Size","intents":[{"intent":"FallbackIntent","slots":[]}]}
        {"utterance":"xyz","locale":"en_US","slot":"Order.Size","intents":[{"intent":"FallbackIntent","slots":[]}]}
    "#]].assert_eq(&said.stdout);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
}

#[test]
fn another_language_is_asked_in_either_spelling() {
    says(
        &bots(),
        &["ask", "shop.yaml", "--locale", "es-US", "buenos días"],
        0,
        &expect![[r#"
        "buenos días"
          Greet  1.00

    "#]],
    );
}

#[test]
fn questions_that_make_no_sense() {
    refuses(
        &bots(),
        &["ask", "shop.yaml", "--locale", "fr_FR", "bonjour"],
        2,
        &expect![[r#"
        error: bot `shop-large` has no locale `fr_FR`, only `en_US`, `es_US`
    "#]],
    );
    refuses(
        &bots(),
        &["ask", "shop.yaml", "--slot", "Order.Siz", "big"],
        2,
        &expect![[r#"
        error: locale `en_US` has no slot `Order.Siz`; the nearest is `Order.Size`
    "#]],
    );
    refuses(
        &bots(),
        &["ask", "shop.yaml", "--slot", "Size", "big"],
        2,
        &expect![[r#"
        error: `Size` is not written as `Intent.Slot`
    "#]],
    );
    refuses(
        &bots(),
        &["ask", "gone.zip", "hello"],
        3,
        &expect![[r#"
        error: failed to look for bots in gone.zip: No such file or directory (os error 2)
    "#]],
    );
    refuses(
        &bots(),
        &["ask", "shop.yaml", "--name", "store", "hello"],
        2,
        &expect![[r#"
        error: there is no bot `store`

        hint: there are `shop-large`
    "#]],
    );
    let said = bot(&bots(), &["ask", "shop.yaml", "--at", "noon", "hello"], "");
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("expected a time such as 2026-11-21T10:00"), "{}", said.stderr);
}

#[test]
fn of_two_bots_one_must_be_named() {
    let mut files = Vec::new();
    for name in ["a", "b"] {
        files.extend(EXPORT.map(|(file, text)| (format!("{name}/{file}"), text)));
    }
    let files: Vec<_> = files.iter().map(|(file, text)| (file.as_str(), *text)).collect();
    let folder = folder(&files);
    refuses(
        folder.path(),
        &["ask", ".", "book a desk"],
        2,
        &expect![[r#"
        error: there are several bots

        hint: name one with --name, or its own file: `Desk`, `Desk`
    "#]],
    );
}

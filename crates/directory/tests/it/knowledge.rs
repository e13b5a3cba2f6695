//! Articles in the table.

use dialogue::business::Topic;
use dialogue::{Facts, Request};
use directory::article_records;
use directory::knowledge::{Article, parse};
use serde_json::{Value, json};
use store::testing;
use wording::Language;

use crate::world::{World, at, caller, item};

fn article(name: &str, language: &str, text: &str) -> Article {
    let head = format!("---\ntitle: {name}\ntopic: experience\nlanguage: {language}\n---\n");
    parse(&format!("{name}.md"), &format!("{head}{text}\n")).unwrap()
}

fn records(articles: &[Article]) -> Vec<Value> {
    article_records(&caller(1).line, articles)
}

fn search(words: &str, language: Language) -> Request {
    Request::Search { words: words.to_owned(), topic: None, language }
}

async fn found(world: &World, request: &Request, now: &str) -> Vec<String> {
    match world.ask(request, &at(1, now)).await {
        Facts::Passages(passages) => passages.into_iter().map(|it| it.text).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn articles_are_found_in_the_language_of_the_question() {
    let world = World::with(&records(&[
        article("acme", "en-US", "She led a team at Acme."),
        article("acme", "es-US", "Dirigió un equipo en Acme."),
    ]))
    .await;
    let now = "2026-03-02T12:00:00[America/New_York]";
    let english = search("acme", Language::EnUs);
    assert_eq!(found(&world, &english, now).await, ["She led a team at Acme."]);
    let spanish = search("acme", Language::EsUs);
    assert_eq!(found(&world, &spanish, now).await, ["Dirigió un equipo en Acme."]);
    assert_eq!(found(&world, &search("pizza", Language::EnUs), now).await, [""; 0]);
    let topic = Request::Search {
        words: String::new(),
        topic: Some(Topic::Experience),
        language: Language::EnUs,
    };
    assert_eq!(found(&world, &topic, now).await.len(), 1);
}

#[tokio::test]
async fn an_article_that_was_mended_is_heard_within_five_minutes() {
    let world = World::with(&records(&[article("acme", "en-US", "She led a team at Acme.")])).await;
    let request = search("acme", Language::EnUs);
    let at = async |time: &str| {
        found(&world, &request, &format!("2026-03-02T{time}[America/New_York]")).await
    };
    assert_eq!(at("12:00:00").await, ["She led a team at Acme."]);
    for record in records(&[article("acme", "en-US", "She led two teams at Acme.")]) {
        testing::put(&world.table, &record).await.unwrap();
    }
    assert_eq!(at("12:04:59").await, ["She led a team at Acme."]);
    assert_eq!(at("12:05:00").await, ["She led two teams at Acme."]);
}

#[tokio::test]
async fn articles_are_put_listed_and_removed() {
    let broken = item("article", "ARTICLES#es-US", "ARTICLE#broken", &json!({ "id": "broken" }));
    let world = World::with(&[broken]).await;
    let line = caller(1).line;
    let listed = async || {
        let stored = world.records.articles(&line).await.unwrap();
        let text = |it: Article| it.paragraphs.concat();
        let told = stored.into_iter().map(|it| (it.id.0, it.language, it.article.map(text)));
        told.collect::<Vec<_>>()
    };
    let row =
        |id: &str, language, text: Option<&str>| (id.to_owned(), language, text.map(str::to_owned));
    for text in ["She led a team.", "She led two teams."] {
        let acme = article("acme", "en-US", text);
        world.records.put_article(&line, &acme).await.unwrap();
    }
    let broken = row("broken", Language::EsUs, None);
    let acme = row("acme", Language::EnUs, Some("She led two teams."));
    assert_eq!(listed().await, [acme, broken.clone()]);
    let english = search("teams", Language::EnUs);
    let now = "2026-03-02T12:00:00[America/New_York]";
    assert_eq!(found(&world, &english, now).await, ["She led two teams."]);

    for _ in 0..2 {
        let id = article("acme", "en-US", "Gone.").id;
        world.records.remove_article(&line, Language::EnUs, &id).await.unwrap();
    }
    assert_eq!(listed().await, [broken]);
}

#[tokio::test]
async fn a_line_without_articles_knows_nothing() {
    let world = World::with(&[]).await;
    let facts = world.ask(&search("acme", Language::EnUs), &caller(1)).await;
    assert_eq!(facts, Facts::Passages(Vec::new()));
}

#[tokio::test]
async fn an_article_that_makes_no_sense_is_no_answer() {
    let broken = item("article", "ARTICLES#en-US", "ARTICLE#a", &json!({ "id": "a" }));
    let world = World::with(&[broken]).await;
    let facts = world.ask(&search("acme", Language::EnUs), &caller(1)).await;
    assert_eq!(facts, Facts::Unavailable);
}

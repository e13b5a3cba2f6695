//! Articles in memory, to be searched.

use std::fmt;

use bm25::{Document, SearchEngine, SearchEngineBuilder};
use dialogue::business::{Passage, Topic};
use wording::Language;

use super::Article;
use super::stem::Words;

/// Most passages that a question finds.
const MOST: usize = 5;

/// What an article about the topic that is asked for counts more.
const SAME_TOPIC: f64 = 2.0;

/// How far an article may fall behind the best one. What falls further was found by a word that
/// happens to be in it.
const FAR_BEHIND: f64 = 0.25;

/// Most characters of a question that are searched for. Nobody says more in one breath.
const MOST_CHARACTERS: usize = 400;

/// The articles of a line in one language, ready to be searched.
pub struct Library {
    articles: Vec<Article>,
    engine: SearchEngine<usize, u32, Words>,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Library").field("articles", &self.articles.len()).finish_non_exhaustive()
    }
}

impl Library {
    /// A library of articles in a language; those in others are left out.
    pub fn new(articles: impl IntoIterator<Item = Article>, language: Language) -> Self {
        let mut articles: Vec<_> =
            articles.into_iter().filter(|it| it.language == language).collect();
        articles.sort_by(|one, other| one.id.cmp(&other.id));
        let documents: Vec<_> =
            articles.iter().enumerate().map(|(at, it)| Document::new(at, searched(it))).collect();
        let engine =
            SearchEngineBuilder::with_tokenizer_and_documents(Words::of(language), documents)
                .build();
        Self { articles, engine }
    }

    /// What is known about something, the best first; empty when nothing fits.
    ///
    /// Articles of the topic come first where their words fit as well, and where no word fits any
    /// article, the topic's are the answer.
    pub fn search(&self, words: &str, topic: Option<Topic>) -> Vec<Passage> {
        let words: String = words.chars().take(MOST_CHARACTERS).collect();
        let factor = |at: usize| {
            let is_topic = topic.is_some() && self.articles.get(at).map(|it| it.topic) == topic;
            if is_topic { SAME_TOPIC } else { 1.0 }
        };
        let mut found: Vec<(usize, f64)> = self
            .engine
            .search(&words, None)
            .into_iter()
            .map(|it| (it.document.id, f64::from(it.score) * factor(it.document.id)))
            .filter(|(_, score)| score.is_finite() && *score > 0.0)
            .collect();
        if found.is_empty() {
            // The words of the question named nothing, such as "what has she done so far".
            let of_topic = |it: &(usize, &Article)| topic == Some(it.1.topic);
            found =
                self.articles.iter().enumerate().filter(of_topic).map(|it| (it.0, 0.0)).collect();
        }
        // Equal scores stay in the order of names, so that an answer is the same each time.
        found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let least = found.first().map_or(0.0, |it| it.1 * FAR_BEHIND);
        let fitting = found.into_iter().take_while(|it| it.1 >= least).take(MOST);
        fitting.filter_map(|(at, score)| passage(self.articles.get(at)?, score)).collect()
    }
}

/// What of an article is searched, the title twice so that it counts more.
fn searched(article: &Article) -> String {
    let mut text = format!("{0} {0}", article.title);
    for part in article.paragraphs.iter().chain(article.details.values()) {
        text.push(' ');
        text.push_str(part);
    }
    text
}

fn passage(article: &Article, score: f64) -> Option<Passage> {
    let (text, more) = article.paragraphs.split_first()?;
    Some(Passage {
        article: article.id.0.clone(),
        topic: article.topic,
        text: text.clone(),
        more: more.to_vec(),
        details: article.details.clone(),
        score,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::parse;

    fn article(id: &str, topic: &str, text: &str) -> Article {
        let head = format!("---\ntitle: {id}\ntopic: {topic}\nlanguage: en-US\n---\n");
        parse(&format!("{id}.md"), &format!("{head}{text}\n\nMore of it.\n")).unwrap()
    }

    fn library() -> Library {
        let articles = [
            article("acme", "experience", "She led a team of engineers at Acme."),
            article("river", "projects", "River is a library that she wrote for engineers."),
            article("rust", "skills", "She writes Rust."),
        ];
        Library::new(articles, Language::EnUs)
    }

    fn found(words: &str, topic: Option<Topic>) -> Vec<String> {
        library().search(words, topic).into_iter().map(|it| it.article).collect()
    }

    #[test]
    fn the_article_that_has_the_words_is_found() {
        assert_eq!(found("which team did she lead", None), ["acme"]);
        assert_eq!(found("RUST!", None), ["rust"]);
        let passage = library().search("rust", None).remove(0);
        assert_eq!((passage.text.as_str(), passage.more.len()), ("She writes Rust.", 1));
        assert!(passage.score > 0.0);
    }

    #[test]
    fn a_topic_decides_between_articles_and_stands_in_for_words() {
        assert_eq!(found("engineers", Some(Topic::Projects))[0], "river");
        assert_eq!(found("engineers", Some(Topic::Experience))[0], "acme");
        assert_eq!(found("what can she do", Some(Topic::Skills)), ["rust"]);
        assert_eq!(found("", Some(Topic::Education)), [""; 0]);
    }

    #[test]
    fn what_is_in_no_article_is_not_found() {
        for words in ["", "pizza", "¿?", &"x".repeat(12_000), "<speak>"] {
            assert_eq!(found(words, None), [""; 0], "{words}");
        }
        assert_eq!(Library::new([], Language::EsUs).search("rust", Some(Topic::Skills)), []);
    }
}

//! Articles in the table, and in memory.

use std::sync::Arc;

use dialogue::business::Passage;
use jiff::SignedDuration;
use line::LineId;
use serde_json::{Value, json};
use wording::Language;

use super::table::{Bound, Range};
use super::{Kind, Records, item, keys};
use crate::Caller;
use crate::directory::{Answer, Question};
use crate::knowledge::{Article, Library};

/// How long articles are kept in memory: five minutes, so that a mended one is heard soon.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// The records of a line's articles, as plain JSON with their keys, to be put into the table.
pub fn article_records<'a>(
    line: &LineId,
    articles: impl IntoIterator<Item = &'a Article>,
) -> Vec<Value> {
    let record = |it: &Article| {
        let mut record = serde_json::to_value(it).unwrap_or_else(|_| json!({}));
        if let Some(fields) = record.as_object_mut() {
            fields.insert(keys::PK.to_owned(), keys::articles(line, it.language).into());
            fields.insert(keys::SK.to_owned(), keys::article(&it.id.0).into());
            fields.insert(keys::KIND.to_owned(), Kind::Article.as_str().into());
            fields.insert(keys::VERSION.to_owned(), 1.into());
        }
        record
    };
    articles.into_iter().map(record).collect()
}

impl Records {
    /// What is known about something.
    ///
    /// Nothing within five minutes of the last question in this environment; else one `Query`, 1 read
    /// unit for each 4 KB begun, about 6 articles.
    pub(super) async fn find_passages(
        &self,
        question: &Question<'_>,
        caller: &Caller,
    ) -> Answer<Vec<Passage>> {
        let library = self.library(question.language, caller).await?;
        Ok(library.search(question.words, question.topic))
    }

    async fn library(&self, language: Language, caller: &Caller) -> Answer<Arc<Library>> {
        let now = caller.now.timestamp();
        let key = (caller.line.clone(), language);
        if let Some(library) = self.kept.libraries.get(&key, now, FRESH) {
            return Ok(library);
        }
        let range = Range {
            pk: keys::articles(&caller.line, language),
            sk: Bound::Prefix(keys::ARTICLE_PREFIX.to_owned()),
            backwards: false,
            page: None,
        };
        let items = self.all(Kind::Article, &range).await?;
        let articles = items.into_iter().map(|it| item::decode::<Article>(Kind::Article, it));
        let library = Library::new(articles.collect::<Result<Vec<_>, _>>()?, language);
        Ok(self.kept.libraries.keep(key, now, library))
    }
}

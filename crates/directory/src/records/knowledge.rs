//! Articles in the table, and in memory.

use std::sync::Arc;

use dialogue::business::Passage;
use jiff::SignedDuration;
use line::LineId;
use serde_json::{Value, json};
use wording::Language;

use super::item::Key;
use super::table::{Bound, Range};
use super::{Kind, Records, item, keys};
use crate::directory::{Answer, Question};
use crate::knowledge::{Article, ArticleId, Library};
use crate::{Caller, DirectoryError};

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
            fields.insert(item::PK.to_owned(), keys::articles(line, it.language).into());
            fields.insert(item::SK.to_owned(), keys::article(&it.id.0).into());
            fields.insert(item::KIND.to_owned(), Kind::Article.as_str().into());
            fields.insert(item::VERSION.to_owned(), 1.into());
        }
        record
    };
    articles.into_iter().map(record).collect()
}

/// An article as the table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArticle {
    /// Its name.
    pub id: ArticleId,
    /// What it is written in.
    pub language: Language,
    /// The article; `None` when the record can no longer be read as one.
    pub article: Option<Article>,
}

impl Records {
    /// The articles of a line in every language, each language's by name.
    ///
    /// A `Query` for each language, 1 read unit for each 4 KB begun. Nothing is kept in memory.
    ///
    /// # Errors
    ///
    /// [`DirectoryError::Read`] when DynamoDB fails.
    pub async fn articles(&self, line: &LineId) -> Answer<Vec<StoredArticle>> {
        let mut articles = Vec::new();
        for language in Language::ALL {
            for item in self.all(Kind::Article, &every_article(line, language)).await? {
                let sk = item::text_of(&item, item::SK);
                let id =
                    sk.and_then(|it| it.strip_prefix(keys::ARTICLE_PREFIX)).unwrap_or_default();
                let id = ArticleId(id.to_owned());
                let article = item::decode(Kind::Article, item).ok();
                articles.push(StoredArticle { id, language, article });
            }
        }
        Ok(articles)
    }

    /// Puts an article of a line, over what was there of its name in its language.
    ///
    /// One `PutItem`: 1 write unit for each KB begun. Callers hear it within five minutes.
    ///
    /// # Errors
    ///
    /// [`DirectoryError::Unencodable`] when it does not fit into an item, [`DirectoryError::Write`] when
    /// DynamoDB fails.
    pub async fn put_article(&self, line: &LineId, article: &Article) -> Answer<()> {
        let kind = Kind::Article;
        let item = item::encode(kind, key(line, article.language, &article.id), article)?;
        let request = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let output = Box::pin(request.send()).await;
        output.map(drop).map_err(|source| DirectoryError::Write { kind, source: source.into() })
    }

    /// Removes an article of a line, if it is there.
    ///
    /// One `DeleteItem`: 1 write unit for each KB begun. Callers may hear it for five more minutes.
    ///
    /// # Errors
    ///
    /// [`DirectoryError::Write`] when DynamoDB fails.
    pub async fn remove_article(
        &self,
        line: &LineId,
        language: Language,
        id: &ArticleId,
    ) -> Answer<()> {
        let kind = Kind::Article;
        let key = item::key(key(line, language, id));
        let request = self.client.delete_item().table_name(&self.table).set_key(Some(key));
        let output = Box::pin(request.send()).await;
        output.map(drop).map_err(|source| DirectoryError::Write { kind, source: source.into() })
    }

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
        let items = self.all(Kind::Article, &every_article(&caller.line, language)).await?;
        let articles = items.into_iter().map(|it| item::decode::<Article>(Kind::Article, it));
        let library = Library::new(articles.collect::<Result<Vec<_>, _>>()?, language);
        let library = Arc::new(library);
        self.kept.libraries.keep(key, now, Arc::clone(&library));
        Ok(library)
    }
}

/// Where the articles of a line in a language are.
fn every_article(line: &LineId, language: Language) -> Range {
    Range {
        pk: keys::articles(line, language),
        sk: Bound::Prefix(keys::ARTICLE_PREFIX.to_owned()),
        backwards: false,
        page: None,
    }
}

fn key(line: &LineId, language: Language, id: &ArticleId) -> Key {
    Key { pk: keys::articles(line, language), sk: keys::article(&id.0) }
}

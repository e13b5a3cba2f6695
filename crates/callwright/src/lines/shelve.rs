//! The articles of a line in the table of a deployment.

use ::line::Line;
use directory::knowledge::{Article, ArticleId};
use directory::{DirectoryError, Records, StoredArticle};
use wording::Language;

use super::put::{Change, Deed, PutError, Subject, Wanted, differences};

/// Puts the articles of a line over what is stored of them, and tells what was done as it is done.
///
/// # Errors
///
/// [`PutError`]; what was told before is done.
pub(super) async fn put(
    records: &Records,
    table: &str,
    line: &Line,
    articles: &[Article],
    wanted: Wanted,
    tell: &mut (dyn FnMut(Change) + Send),
) -> Result<(), PutError> {
    let name = line.id.as_str();
    let stored = records.articles(&line.id).await.map_err(|source| PutError::ReadArticles {
        line: name.to_owned(),
        table: table.to_owned(),
        source,
    })?;
    let failed = |article: &ArticleId, source: DirectoryError| PutError::WriteArticle {
        article: article.clone(),
        line: name.to_owned(),
        table: table.to_owned(),
        source,
    };
    let mut told = |id: &ArticleId, language: Language, deed| {
        let subject = Subject::Article(id.clone(), language);
        tell(Change { subject, line: name.to_owned(), deed });
    };
    for article in articles {
        let deed = deed(&stored, article);
        if deed.changes() && !wanted.dry_run {
            let written = records.put_article(&line.id, article).await;
            written.map_err(|source| failed(&article.id, source))?;
        }
        told(&article.id, article.language, deed);
    }
    for StoredArticle { id, language, .. } in stale(&stored, articles) {
        if wanted.prune && !wanted.dry_run {
            let removed = records.remove_article(&line.id, *language, id).await;
            removed.map_err(|source| failed(id, source))?;
        }
        told(id, *language, if wanted.prune { Deed::Removed } else { Deed::Left });
    }
    Ok(())
}

/// What putting an article over what is stored does.
fn deed(stored: &[StoredArticle], article: &Article) -> Deed {
    let Some(before) = stored.iter().find(|it| is_of(it, article)) else { return Deed::Added };
    match &before.article {
        Some(before) if before == article => Deed::Same,
        Some(before) => Deed::Changed(differences(before, article)),
        None => Deed::Changed(vec!["a record that could not be read".to_owned()]),
    }
}

/// Stored articles that the line has no more.
fn stale<'a>(
    stored: &'a [StoredArticle],
    articles: &[Article],
) -> impl Iterator<Item = &'a StoredArticle> {
    stored.iter().filter(|stored| !articles.iter().any(|it| is_of(stored, it)))
}

fn is_of(stored: &StoredArticle, article: &Article) -> bool {
    (&stored.id, stored.language) == (&article.id, article.language)
}

#[cfg(test)]
mod tests {
    use directory::knowledge::parse;

    use super::*;

    fn article(file: &str, language: &str, text: &str) -> Article {
        let head = format!("---\ntitle: About us\ntopic: contact\nlanguage: {language}\n---\n");
        parse(file, &format!("{head}{text}\n")).unwrap()
    }

    fn stored(article: &Article) -> StoredArticle {
        let Article { id, language, .. } = article.clone();
        StoredArticle { id, language, article: Some(article.clone()) }
    }

    #[test]
    fn what_is_done_follows_from_what_was_there() {
        let before = article("about.md", "en-US", "We are here.");
        let after = article("about.md", "en-US", "We have moved.");
        let spanish = article("about.es.md", "es-US", "Estamos aquí.");
        let there = [stored(&before)];
        assert_eq!(deed(&[], &before), Deed::Added);
        assert_eq!(deed(&there, &spanish), Deed::Added);
        assert_eq!(deed(&there, &before), Deed::Same);
        assert_eq!(deed(&there, &after), Deed::Changed(vec!["paragraphs".to_owned()]));
        let unreadable = [StoredArticle { article: None, ..stored(&before) }];
        assert!(deed(&unreadable, &before).changes());
    }

    #[test]
    fn what_no_file_has_is_stale_in_its_language_only() {
        let english = article("about.md", "en-US", "We are here.");
        let spanish = article("about.es.md", "es-US", "Estamos aquí.");
        let there = [stored(&english), stored(&spanish)];
        assert_eq!(stale(&there, &[english.clone(), spanish]).count(), 0);
        let stale: Vec<_> = stale(&there, &[english]).map(|it| it.language).collect();
        assert_eq!(stale, [Language::EsUs]);
    }
}

//! Intents that look words up outside the bot, and what becomes of the answer.
//!
//! Sources: Amazon Lex V2 Developer Guide, "AMAZON.KendraSearchIntent", "AMAZON.QnAIntent",
//! "AMAZON.QnAIntent (multiple use support)", "AMAZON.QInConnectIntent" and
//! "AMAZON.BedrockAgentIntent", for when they search and for the attributes that hold the answer.

use aws_events::lex::{Attributes, Intent};
use serde_json::json;

use super::{Answer, Expects, SearchKind};
use crate::bot::{self, IntentKind, Locale};

/// Where answers are found afterwards.
struct Names {
    answer: &'static str,
    source: Option<&'static str>,
    /// Whether session attributes hold them, too.
    in_session: bool,
}

fn names(kind: SearchKind) -> Names {
    match kind {
        SearchKind::BedrockAgent => Names {
            answer: "x-amz-lex:bedrock-agent-search-response",
            source: Some("x-amz-lex:bedrock-knowledge-base-search-response-source"),
            in_session: true,
        },
        SearchKind::Kendra => Names {
            answer: "x-amz-lex:kendra-search-response-answer-1",
            source: Some("x-amz-lex:kendra-search-response-document-link-1"),
            in_session: false,
        },
        SearchKind::QInConnect => {
            Names { answer: "x-amz-lex:q-in-connect-response", source: None, in_session: true }
        }
        SearchKind::QnA => Names {
            answer: "x-amz-lex:qnA-search-response",
            source: Some("x-amz-lex:qnA-search-response-source"),
            in_session: false,
        },
    }
}

/// Where an intent searches, if it does.
pub(super) fn kind(intent: &bot::Intent) -> Option<SearchKind> {
    match intent.kind {
        IntentKind::Search(search) => Some(match search {
            bot::Search::BedrockAgent => SearchKind::BedrockAgent,
            bot::Search::Kendra => SearchKind::Kendra,
            bot::Search::QInConnect => SearchKind::QInConnect,
            bot::Search::QnA => SearchKind::QnA,
        }),
        IntentKind::Ordinary | IntentKind::Fallback | IntentKind::BuiltIn(_) => None,
    }
}

/// The intent that looks up words which nothing else explains.
///
/// One with sample utterances waits to be meant. While a question is being asked only Kendra looks
/// up what does not answer it.
pub(super) fn for_unexplained<'a>(
    locale: &'a Locale,
    expects: &Expects,
) -> Option<&'a bot::Intent> {
    locale.intents.iter().find(|intent| {
        let kind = kind(intent);
        let searches = match expects {
            Expects::Intent => kind.is_some(),
            Expects::Slot { .. } | Expects::Confirmation => kind == Some(SearchKind::Kendra),
        };
        searches && intent.samples.is_empty()
    })
}

/// Leaves an answer where messages, conditions and the code hook look for it.
pub(super) fn keep(
    answer: &Answer,
    kind: SearchKind,
    intent: &mut Intent,
    session: &mut Attributes,
    request: &mut Attributes,
) {
    let names = names(kind);
    let mut found = vec![(names.answer, answer.text.clone())];
    found.extend(names.source.zip(answer.source.clone()));
    for (name, value) in found {
        if names.in_session {
            session.insert(name.to_owned(), value.clone());
        }
        request.insert(name.to_owned(), value);
    }
    if kind == SearchKind::Kendra {
        intent.kendra_response = Some(Box::new(kendra_response(answer)));
    }
}

/// Takes away what an earlier search left in the request attributes.
pub(super) fn forget(request: &mut Attributes) {
    for kind in
        [SearchKind::BedrockAgent, SearchKind::Kendra, SearchKind::QInConnect, SearchKind::QnA]
    {
        let names = names(kind);
        request.remove(names.answer);
        if let Some(source) = names.source {
            request.remove(source);
        }
    }
}

/// The answer as Kendra's `Query` operation gives it, as far as it is known.
///
/// Source: Amazon Kendra API Reference, `Query`, response syntax.
fn kendra_response(answer: &Answer) -> serde_json::Value {
    let mut item = json!({
        "Type": "ANSWER",
        "DocumentExcerpt": { "Text": answer.text },
    });
    if let (Some(source), Some(item)) = (&answer.source, item.as_object_mut()) {
        item.insert("DocumentURI".to_owned(), json!(source));
    }
    json!({ "ResultItems": [item], "TotalNumberOfResults": 1 })
}

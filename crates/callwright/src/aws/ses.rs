//! SES: mails are kept, not sent.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{Method, Uri};
use axum::response::Response;
use axum::routing::post;
use serde::Deserialize;
use serde_json::json;

use super::wire::{MAX_REQUEST_BYTES, Refusal, aws_json, lock, parse};
use crate::ids::Ids;

/// A mail that would have been sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mail {
    /// Sender.
    pub from: String,
    /// Recipients: to, then copies.
    pub to: Vec<String>,
    /// Subject.
    pub subject: String,
    /// Text; that of the HTML when there is no plain one.
    pub text: String,
}

/// The mails so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Mails(Arc<Mutex<Vec<Mail>>>);

impl Mails {
    pub(super) fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *lock(&self.0))
    }
}

/// The endpoint.
pub(super) fn router(mails: &Mails, seed: u64) -> Router {
    let state = (mails.clone(), Arc::new(Ids::new(seed)));
    Router::new()
        .route("/v2/email/outbound-emails", post(send_email))
        .fallback(unknown)
        .layer(DefaultBodyLimit::max(MAX_REQUEST_BYTES))
        .with_state(state)
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    #[serde(default)]
    from_email_address: String,
    #[serde(default)]
    destination: Destination,
    content: Content,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Destination {
    #[serde(rename = "ToAddresses")]
    to: Vec<String>,
    #[serde(rename = "CcAddresses")]
    cc: Vec<String>,
    #[serde(rename = "BccAddresses")]
    bcc: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Content {
    simple: Option<Simple>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Text,
    body: Body,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Text>,
    html: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Text {
    data: String,
}

async fn send_email(
    State((mails, ids)): State<(Mails, Arc<Ids>)>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let mail = read(parse(&body)?)?;
    lock(&mails.0).push(mail);
    let id = format!("{}-{}-000000", ids.hex(16), ids.uuid());
    Ok(aws_json(&json!({ "MessageId": id })))
}

fn read(request: SendEmail) -> Result<Mail, Refusal> {
    let refuse = |message: &str| Err(Refusal::new("BadRequestException", message));
    let Some(simple) = request.content.simple else {
        return refuse("only `Content.Simple` is simulated, not `Raw` or `Template`");
    };
    let Destination { to, cc, bcc } = request.destination;
    let to = [to, cc, bcc].concat();
    if request.from_email_address.is_empty() {
        return refuse("`FromEmailAddress` is missing");
    }
    if to.is_empty() {
        return refuse("`Destination` has no addresses");
    }
    if let Some(wrong) = to.iter().find(|it| !it.contains('@')) {
        return refuse(&format!("Missing final '@domain': {wrong}"));
    }
    let Some(text) = simple.body.text.or(simple.body.html) else {
        return refuse("`Content.Simple.Body` has neither `Text` nor `Html`");
    };
    let subject = simple.subject.data;
    Ok(Mail { from: request.from_email_address, to, subject, text: text.data })
}

async fn unknown(method: Method, uri: Uri) -> Refusal {
    let found = format!("{method} {}", uri.path());
    Refusal::unknown_operation(&found, "SendEmail (POST /v2/email/outbound-emails)")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn send(request: Value) -> Result<Mail, Refusal> {
        read(serde_json::from_value(request).unwrap())
    }

    fn simple() -> Value {
        json!({ "Simple": { "Subject": { "Data": "s" }, "Body": { "Text": { "Data": "t" } } } })
    }

    #[test]
    fn mails_that_ses_would_refuse_are_refused() {
        let to = json!({ "ToAddresses": ["a@example.com"] });
        for request in [
            json!({ "FromEmailAddress": "b@example.com", "Destination": to, "Content": {} }),
            json!({ "Destination": to, "Content": simple() }),
            json!({ "FromEmailAddress": "b@example.com", "Content": simple() }),
            json!({
                "FromEmailAddress": "b@example.com", "Content": simple(),
                "Destination": { "ToAddresses": ["nowhere"] }
            }),
            json!({
                "FromEmailAddress": "b@example.com", "Destination": to,
                "Content": { "Simple": { "Subject": { "Data": "" }, "Body": {} } }
            }),
        ] {
            assert!(send(request.clone()).is_err(), "{request}");
        }
    }

    #[test]
    fn copies_are_recipients_too() {
        let mail = send(json!({
            "FromEmailAddress": "b@example.com", "Content": simple(),
            "Destination": { "ToAddresses": ["a@example.com"], "BccAddresses": ["c@example.com"] }
        }))
        .unwrap();
        assert_eq!(mail.to, ["a@example.com", "c@example.com"]);
        assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("s", "t"));
    }
}

//! Secrets Manager: reading the secrets of the template.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::wire::{Clock, Refusal, aws_json, operation, parse};
use crate::ids::Ids;
use crate::template::Secret;

/// Length of secrets that Secrets Manager generates.
const GENERATED_LENGTH: usize = 64;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct GetSecretValue {
    secret_id: String,
}

/// The endpoint.
pub(super) fn router(secrets: &[Secret], clock: &Clock) -> Router {
    let state = Arc::new((secrets.to_vec(), clock.clone()));
    Router::new().fallback(serve).with_state(state)
}

async fn serve(
    State(state): State<Arc<(Vec<Secret>, Clock)>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let (secrets, clock) = state.as_ref();
    match operation(&headers) {
        "GetSecretValue" => get_secret_value(secrets, clock, &parse(&body)?),
        other => Err(Refusal::unknown_operation(other, "GetSecretValue")),
    }
}

fn get_secret_value(
    secrets: &[Secret],
    clock: &Clock,
    request: &GetSecretValue,
) -> Result<Response, Refusal> {
    let id = request.secret_id.as_str();
    let Some(secret) = secrets.iter().find(|it| it.arn == id || it.name == id) else {
        let message = "Secrets Manager can't find the specified secret.";
        return Err(Refusal::new("ResourceNotFoundException", message));
    };
    let ids = Ids::of(&secret.arn);
    let version = ids.uuid();
    let text = secret.text.clone().unwrap_or_else(|| ids.capitals(GENERATED_LENGTH));
    Ok(aws_json(&json!({
        "ARN": secret.arn,
        "Name": secret.name,
        "VersionId": version,
        "SecretString": text,
        "VersionStages": ["AWSCURRENT"],
        "CreatedDate": clock.epoch_seconds(),
    })))
}

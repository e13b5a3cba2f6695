//! The calls of `own-api/`, to a line whose records are behind the business's own API: it runs on this
//! machine, and the local line is told of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use callwright::line::{Line, Options, OwnApi};
use callwright::suite::{self, Verdict};
use serde_json::json;
use tokio::net::TcpListener;

/// The text of the secret that it knows the line by.
const SECRET: &str = "bearer:0123456789abcdef";

/// The business's API. What it thinks of an order depends on the number.
async fn serve(request: Request) -> Response {
    let authorization = request.headers().get("authorization");
    if authorization.is_none_or(|it| it != "Bearer 0123456789abcdef") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let is_change = request.headers().contains_key("idempotency-key");
    let path = request.uri().path().strip_prefix("/v1/lines/cedar/").unwrap_or_default();
    match (request.method(), path) {
        (&Method::GET, "orders/44321") => Json(json!({
            "number": "44321", "status": "shipped", "placed_on": "2026-02-26",
            "shipped_on": "2026-03-01", "expected_on": "2026-03-04"
        }))
        .into_response(),
        (&Method::GET, "orders/50300") => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        (&Method::GET, "orders/20000") => {
            Json(json!({ "number": "20000", "status": "misplaced" })).into_response()
        }
        (&Method::GET, "accounts/48210075/bill") => Json(json!({
            "account": "48210075", "card": { "last_four": "4242" },
            "invoices": [{
                "number": "2026-0312", "due_on": "2026-03-15",
                "amount": { "minor": 8_450, "currency": "USD" }
            }]
        }))
        .into_response(),
        (&Method::POST, "accounts/48210075/invoices/2026-0312/payments") if is_change => {
            Json(json!({ "outcome": "paid", "receipt": "10482913" })).into_response()
        }
        _ => (StatusCode::NOT_FOUND, Json(json!({ "error": "not-found" }))).into_response(),
    }
}

/// The folder of the project, which holds this package.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The line and the API that it is told of. The API lives as long as the runtime of the call that began
/// first, so each call has both of its own.
async fn line() -> datatest_stable::Result<Line> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/v1", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(serve)).await });
    let own_api = Some(OwnApi { url, secret: SECRET.to_owned() });
    Ok(Line::load(&root(), &Options { own_api, ..Options::default() }).await?)
}

fn goes_as_written(path: &Path) -> datatest_stable::Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let played = runtime.block_on(async {
        let line = Arc::new(line().await?);
        datatest_stable::Result::Ok(suite::play(&line, path, &mut |_| {}).await)
    })?;
    match &played.verdict {
        Verdict::Passed => Ok(()),
        Verdict::Broken(why) => Err(why.clone().into()),
        Verdict::Failed(_) => {
            let transcript = anstream::adapter::strip_str(&played.transcript()).to_string();
            Err(format!("{} does not go as written\n\n{transcript}", path.display()).into())
        }
    }
}

datatest_stable::harness! {
    { test = goes_as_written, root = "own-api", pattern = r"\.yaml$" },
}

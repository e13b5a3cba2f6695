//! The API of a business, on this machine: what its server does, for better or worse.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The text of the secret that it knows callers by.
pub(crate) const SECRET: &str = "bearer:0123456789abcdef";

/// How it is today.
#[derive(Debug, Clone, Default)]
pub(crate) enum Day {
    /// Everything works.
    #[default]
    Good,
    /// Every request is answered with a status.
    Down(u16),
    /// Every request is answered with a text.
    Odd(String),
    /// No request is answered.
    Endless,
}

#[derive(Debug, Default)]
struct Books {
    day: Day,
    asked: Vec<String>,
    /// What was answered to each change.
    changes: BTreeMap<String, Value>,
    paid: u32,
}

/// A running server; dropping it ends it.
pub(crate) struct Business {
    address: SocketAddr,
    books: Arc<Mutex<Books>>,
    server: JoinHandle<()>,
}

impl Business {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let books = Arc::<Mutex<Books>>::default();
        let router = Router::new().fallback(serve).with_state(Arc::clone(&books));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, books, server }
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    pub(crate) fn has(&self, day: Day) {
        self.books.lock().unwrap().day = day;
    }

    /// The requests so far, such as `GET /v1/…`.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.books.lock().unwrap().asked.clone()
    }

    /// How often money was taken.
    pub(crate) fn paid(&self) -> u32 {
        self.books.lock().unwrap().paid
    }

    /// Closes it for good: nobody listens any more.
    pub(crate) async fn close(mut self) {
        self.server.abort();
        let _ended = (&mut self.server).await;
    }
}

impl Drop for Business {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(
    State(books): State<Arc<Mutex<Books>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let day = {
        let mut books = books.lock().unwrap();
        books.asked.push(format!("{method} {}", uri.path()));
        books.day.clone()
    };
    match day {
        Day::Down(status) => return StatusCode::from_u16(status).unwrap().into_response(),
        Day::Odd(text) => return text.into_response(),
        Day::Endless => std::future::pending().await,
        Day::Good => {}
    }
    let expected = format!("Bearer {}", SECRET.strip_prefix("bearer:").unwrap());
    if headers.get("authorization").is_none_or(|it| it != expected.as_str()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match (method, uri.path()) {
        (Method::GET, "/v1/lines/northwind/orders/44321") => {
            let order = json!({
                "number": "44321", "status": "shipped", "placed_on": "2026-02-26",
                "shipped_on": "2026-03-01", "expected_on": "2026-03-04"
            });
            Json(order).into_response()
        }
        (Method::GET, "/v1/lines/summit-energy/accounts/48210075/bill") => {
            let bill = json!({
                "account": "48210075", "card": { "last_four": "4242" },
                "invoices": [{ "number": "2026-0301", "amount": { "minor": 12_050, "currency": "USD" } }]
            });
            Json(bill).into_response()
        }
        (Method::POST, "/v1/lines/summit-energy/accounts/48210075/invoices/2026-0301/payments") => {
            let body: Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(body["amount"], json!({ "minor": 12_050, "currency": "USD" }));
            let key = headers["idempotency-key"].to_str().unwrap().to_owned();
            let mut books = books.lock().unwrap();
            if let Some(answer) = books.changes.get(&key) {
                return Json(answer.clone()).into_response();
            }
            books.paid += 1;
            let answer = json!({ "outcome": "paid", "receipt": "10482913" });
            books.changes.insert(key, answer.clone());
            Json(answer).into_response()
        }
        _ => (StatusCode::NOT_FOUND, Json(json!({ "error": "not-found" }))).into_response(),
    }
}

//! Records in an embedded DynamoDB that can be told to fail, and a rush on a clinic.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_sdk_dynamodb::config::StalledStreamProtectionConfig;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use dialogue::business::Opening;
use dialogue::{Booking, Facts, Operation, Request};
use jiff::Zoned;
use jiff::civil::date;
use line::LineId;
use serde_json::json;
use store::Table;
use store::testing::{self, Error};
use tokio::sync::{Notify, Semaphore};
use tokio::time::Instant;

use crate::moment::moment;
use crate::{Caller, Records, Settings, perform};

/// Connections to the table at once. More callers than this wait for one another, as they would for
/// a function's concurrency.
const CONNECTIONS: usize = 128;

/// What goes wrong with one request to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// It does not get there.
    Lost,
    /// It is carried out, and answered by an internal server error.
    AnswerLost,
    /// It is carried out, and never answered. [`Faults::hung`] tells when.
    Hang,
}

/// What goes wrong with the requests to come, in their order; nothing once all is used up.
#[derive(Debug, Clone)]
pub struct Faults {
    coming: Arc<Mutex<VecDeque<Fault>>>,
    hung: Arc<Notify>,
    connections: Arc<Semaphore>,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            coming: Arc::default(),
            hung: Arc::default(),
            connections: Arc::new(Semaphore::new(CONNECTIONS)),
        }
    }
}

impl Faults {
    /// Lets requests to come fail.
    pub fn add(&self, faults: impl IntoIterator<Item = Fault>) {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner).extend(faults);
    }

    /// Lets no request to come fail.
    pub fn clear(&self) {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Waits until a request hangs.
    pub async fn hung(&self) {
        self.hung.notified().await;
    }

    fn next(&self) -> Fault {
        let mut coming = self.coming.lock().unwrap_or_else(PoisonError::into_inner);
        coming.pop_front().unwrap_or(Fault::None)
    }
}

/// Records in a table, over connections that fail as they are told.
pub fn records(table: &Table, settings: Settings, faults: &Faults) -> Records {
    let (client, name) = testing::parts(table);
    let config = client.config();
    // The same connections, however many records there are.
    let inner =
        config.http_client().unwrap_or_else(|| aws_smithy_http_client::Builder::new().build_http());
    let retries =
        RetryConfig::standard().with_max_attempts(2).with_initial_backoff(Duration::from_millis(1));
    let config = config
        .to_builder()
        .retry_config(retries)
        // Who waits for a connection is not stalled.
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .http_client(SharedHttpClient::new(Faulty { inner, faults: faults.clone() }))
        .build();
    Records::new(aws_sdk_dynamodb::Client::from_conf(config), name, settings)
}

#[derive(Debug)]
struct Faulty<C> {
    inner: C,
    faults: Faults,
}

impl HttpClient for Faulty<SharedHttpClient> {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Faulty { inner, faults: self.faults.clone() })
    }
}

impl HttpConnector for Faulty<SharedHttpConnector> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (inner, faults) = (self.inner.clone(), self.faults.clone());
        HttpConnectorFuture::new(async move {
            let fault = faults.next();
            if fault == Fault::Lost {
                return Err(ConnectorError::io("lost".into()));
            }
            let _connection = faults.connections.acquire().await;
            let answer = inner.call(request).await?;
            match fault {
                Fault::AnswerLost => Ok(internal_error()),
                Fault::Hang => {
                    faults.hung.notify_one();
                    std::future::pending().await
                }
                Fault::None | Fault::Lost => Ok(answer),
            }
        })
    }
}

/// What DynamoDB says when something within it broke.
fn internal_error() -> HttpResponse {
    let body = json!({ "__type": "com.amazonaws.dynamodb.v20120810#InternalServerError" });
    let status = StatusCode::try_from(500).unwrap_or_else(|_| unavailable());
    HttpResponse::new(status, SdkBody::from(body.to_string()))
}

fn unavailable() -> StatusCode {
    StatusCode::from(http::StatusCode::INTERNAL_SERVER_ERROR)
}

/// What came of a rush on a clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rush {
    /// Callers who have an appointment.
    pub booked: usize,
    /// Callers who heard that somebody else has it.
    pub taken: usize,
    /// Callers who got no answer.
    pub unanswered: usize,
    /// Openings that have an appointment afterwards.
    pub openings_taken: usize,
    /// Appointments that are stored.
    pub appointments: usize,
    /// Openings that more than one stored appointment has.
    pub twice: usize,
    /// Callers who were told a number under which their opening is not stored.
    pub lost: usize,
}

/// Lets callers book at the same time, each the opening whose turn it is, and counts what they got.
///
/// # Errors
///
/// When the table cannot be set up or read.
pub async fn rush(callers: u32, openings: u32) -> Result<Rush, Error> {
    let table = testing::table().await?;
    let line: LineId = serde_json::from_value(json!("rush"))?;
    let noon: Zoned = "2026-03-02T12:00:00-05:00[America/New_York]".parse()?;
    let mut all = Vec::new();
    for number in 0..openings.max(1) {
        let minutes = i64::from(number).saturating_mul(15);
        let first = date(2026, 3, 3).at(8, 0, 0, 0);
        let at = first.checked_add(jiff::SignedDuration::from_mins(minutes))?;
        let opening = Opening { doctor: "chen".parse()?, at };
        let sk = moment(at);
        let item = json!({ "pk": "BUSINESS#rush#OPENINGS#chen", "sk": sk, "kind": "opening",
                           "version": 1, "doctor": "chen", "at": sk });
        testing::put(&table, &item).await?;
        all.push(opening);
    }
    let records = records(&table, Settings::default(), &Faults::default());
    let mut tasks = Vec::new();
    for (call, opening) in (0..callers).zip(all.iter().cycle()) {
        let caller = Caller {
            line: line.clone(),
            contact: format!("0a1b2c3d-0000-4000-8000-{call:012}").parse()?,
            number: None,
            hash: None,
            now: noon.clone(),
            deadline: Instant::now()
                .checked_add(Duration::from_hours(1))
                .unwrap_or_else(Instant::now),
            chance: u64::from(call),
        };
        let (records, opening) = (records.clone(), opening.clone());
        tasks.push(tokio::spawn(async move {
            let request = Request::Book { opening, name: None, operation: Operation(1) };
            perform(&records, &request, &caller).await
        }));
    }
    let mut rush = Rush {
        booked: 0,
        taken: 0,
        unanswered: 0,
        openings_taken: 0,
        appointments: 0,
        twice: 0,
        lost: 0,
    };
    let mut told = Vec::new();
    for task in tasks {
        match task.await? {
            Facts::Booking(Booking::Booked(appointment)) => told.push(appointment),
            Facts::Booking(Booking::Taken) => rush.taken = rush.taken.saturating_add(1),
            _ => rush.unanswered = rush.unanswered.saturating_add(1),
        }
    }
    rush.booked = told.len();
    let items = testing::items(&table).await?;
    let of = |kind: &str| items.iter().filter(|it| it["kind"] == kind).collect::<Vec<_>>();
    let held: Vec<_> =
        of("opening").into_iter().filter(|it| it["appointment"].is_string()).collect();
    let stored = of("appointment");
    rush.openings_taken = held.len();
    rush.appointments = stored.len();
    rush.twice = held
        .iter()
        .filter(|it| stored.iter().filter(|found| found["at"] == it["at"]).count() > 1)
        .count();
    rush.lost = told
        .iter()
        .filter(|it| {
            let at = moment(it.opening.at);
            let is_his = |item: &&serde_json::Value| {
                item["at"] == at.as_str() && item["appointment"] == it.number.as_str()
            };
            !held.iter().any(is_his)
        })
        .count();
    Ok(rush)
}

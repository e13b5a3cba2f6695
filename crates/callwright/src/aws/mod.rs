//! Stand-ins for the AWS services that functions use, on ports of `127.0.0.1`.
//!
//! DynamoDB is `dynoxide`, S3 is `s3s-fs` in a temporary folder; Secrets Manager, Transcribe, SES and
//! SMS are small endpoints that speak the services' wire protocols for the operations that functions
//! need. Anything else is refused with an error that says what there is. [`Aws::environment`] leads
//! an AWS SDK to them; no function needs to know.
//!
//! New objects and finished transcription jobs become EventBridge events, which the rules of the
//! template match to functions, and so do changes of items in streams; [`Aws::next_deliveries`] and
//! [`Aws::next_changes`] give them to whoever invokes functions.
//!
//! ## Determinism
//!
//! The time is what [`Aws::set_now`] says, ids follow from a seed.
//!
//! ## Limits
//!
//! Signatures are checked by S3 only, and permissions by nobody. Transcribe hears what
//! [`Aws::store_recording`] says there is to hear. Nothing expires.

mod bus;
mod dynamodb;
mod error;
mod pattern;
mod recording;
mod records;
mod s3;
mod secrets;
mod server;
mod service;
mod ses;
mod sms;
mod stream;
mod transcribe;
pub mod wav;
mod wire;

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

pub use bus::Delivery;
pub use error::AwsError;
pub use pattern::PatternError;
pub use recording::recording_key;
pub use records::load_records;
pub use service::Service;
pub use ses::Mail;
pub use sms::Sms;

use crate::template::Project;
use bus::Bus;
use dynamodb::DynamoDb;
use s3::S3;
use server::{Port, Server};
use transcribe::Transcribe;

/// Access key, secret key and session token of functions on a laptop.
const CREDENTIALS: &str = "callwright";

/// How the stand-ins are started.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The services that do not answer: every request to them is a `503`.
    pub down: BTreeSet<Service>,
    /// Where DynamoDB listens, so that other tools can look at it; a free port when `None`.
    pub dynamodb: Option<SocketAddr>,
    /// What ids follow from.
    pub seed: u64,
}

/// The running stand-ins. Dropping them frees their ports and deletes their data.
#[derive(Debug)]
pub struct Aws {
    clock: wire::Clock,
    bus: Arc<Bus>,
    dynamodb: DynamoDb,
    s3: Arc<S3>,
    transcribe: Arc<Transcribe>,
    mails: ses::Mails,
    texts: sms::Texts,
    servers: BTreeMap<Service, Server>,
}

impl Aws {
    /// Starts the stand-ins for a project: its tables with these records, its buckets and secrets.
    ///
    /// # Errors
    ///
    /// [`AwsError`] when a port is in use, a table or record is refused, or a rule is not understood.
    #[expect(clippy::unused_async, reason = "it needs a runtime, which `await` makes plain")]
    pub async fn start(
        project: &Project,
        records: &[Value],
        options: Options,
    ) -> Result<Self, AwsError> {
        let clock = wire::Clock::default();
        let bus = Arc::new(Bus::new(&project.rules, clock.clone(), options.seed)?);
        let dynamodb = DynamoDb::new(&project.tables, records, &project.event_sources, &clock)?;
        let s3 = Arc::new(S3::new(&project.buckets, Arc::clone(&bus))?);
        let transcribe =
            Arc::new(Transcribe::new(Arc::clone(&s3), Arc::clone(&bus), clock.clone()));
        let (mails, texts) = (ses::Mails::default(), sms::Texts::default());

        let mut servers = BTreeMap::new();
        for service in Service::ALL {
            let address = match service {
                Service::DynamoDb => options.dynamodb,
                Service::S3
                | Service::SecretsManager
                | Service::Ses
                | Service::Sms
                | Service::Transcribe => None,
            };
            let free = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
            let port = Port::take(service, address.unwrap_or(free))?;
            let server = if options.down.contains(&service) {
                Server::http(port, wire::down(service))
            } else {
                match service {
                    Service::DynamoDb => dynamodb.serve(port),
                    Service::S3 => Server::http(port, s3::router(&s3)),
                    Service::SecretsManager => {
                        Server::http(port, secrets::router(&project.secrets, &clock))
                    }
                    Service::Ses => Server::http(port, ses::router(&mails, options.seed)),
                    Service::Sms => Server::http(port, sms::router(&texts, options.seed)),
                    Service::Transcribe => Server::http(port, transcribe::router(&transcribe)),
                }
            };
            servers.insert(service, server);
        }
        Ok(Self { clock, bus, dynamodb, s3, transcribe, mails, texts, servers })
    }

    /// Environment variables that lead an AWS SDK to the stand-ins.
    pub fn environment(&self) -> BTreeMap<String, String> {
        let credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
        let credentials = credentials.map(|name| (name.to_owned(), CREDENTIALS.to_owned()));
        // The endpoint of S3 is an IP address on purpose: SDKs then put the bucket into the path,
        // where a host name would make them look up `<bucket>.<host>`.
        let endpoints = self.servers.iter().map(|(service, server)| {
            (service.endpoint_variable().to_owned(), format!("http://{}", server.address()))
        });
        credentials.into_iter().chain(endpoints).collect()
    }

    /// Sets the time of everything that happens from now on.
    pub fn set_now(&self, now: Timestamp) {
        self.clock.set(now);
    }

    /// All records of all tables as plain JSON, in the order of their keys.
    ///
    /// # Errors
    ///
    /// [`AwsError::Records`] when a table cannot be read.
    pub fn records(&self) -> Result<Vec<Value>, AwsError> {
        self.dynamodb.records()
    }

    /// Puts records in place of all there are, as if nothing had happened yet.
    ///
    /// # Errors
    ///
    /// [`AwsError`] when a table cannot be read or written.
    pub fn refill(&self, records: &[Value]) -> Result<(), AwsError> {
        self.dynamodb.refill(records)
    }

    /// Stores a recording as Connect does, with the words that Transcribe will hear in it.
    ///
    /// # Errors
    ///
    /// [`AwsError`] when there is no such bucket or the object cannot be written.
    pub async fn store_recording(
        &self,
        bucket: &str,
        key: &str,
        wav: Vec<u8>,
        words: &str,
        at: Timestamp,
    ) -> Result<(), AwsError> {
        self.set_now(at);
        self.transcribe.register(bucket, key, words);
        self.s3.put(bucket, key, &wav).await
    }

    /// An object of a bucket; `None` when there is none.
    pub async fn object(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        self.s3.get(bucket, key).await
    }

    /// The events that wait to be delivered, oldest first, each with the function it is for.
    pub fn next_deliveries(&self) -> Vec<Delivery> {
        self.bus.take()
    }

    /// The changes of items that wait to be delivered, in batches, each with the function it is for.
    ///
    /// # Errors
    ///
    /// [`AwsError::Stream`] when a stream cannot be read.
    pub fn next_changes(&self) -> Result<Vec<Delivery>, AwsError> {
        self.dynamodb.changes()
    }

    /// The texts sent since they were last taken, oldest first.
    pub fn take_texts(&self) -> Vec<Sms> {
        self.texts.take()
    }

    /// The mails sent since they were last taken, oldest first.
    pub fn take_mails(&self) -> Vec<Mail> {
        self.mails.take()
    }

    /// Stops the stand-ins and waits until their ports are free.
    pub async fn close(self) {
        for server in self.servers.into_values() {
            server.close().await;
        }
    }
}

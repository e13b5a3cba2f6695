//! Records of businesses in the table of the deployment.
//!
//! Keys and attributes are described in `RECORDS.md`. One file per kind of record, or a folder per
//! kind of business. No access scans the table, and each method says what it costs.
//!
//! ## Once
//!
//! A change and the answer to it are written in one transaction, under a key made of the contact and
//! the number of the operation. Whoever asks again meets the answer instead of making the change. A
//! change that is refused leaves its answer too, so that an invocation that comes late does not do
//! what the caller was told could not be done. An operation that was used for something else is an
//! error, since its answer would be wrong.

mod bank;
mod billing;
mod clinic;
mod item;
mod keys;
mod kind;
mod knowledge;
mod once;
mod order;
mod serve;
mod settings;
mod table;
mod ticket;
mod write;

use std::sync::Arc;

use aws_sdk_dynamodb::Client;

pub use bank::{HashPinError, WorkFactor, hash_pin};
pub use kind::Kind;
pub use knowledge::{StoredArticle, article_records};
pub use settings::{LinkTemplate, ParseLinkTemplateError, ParsePepperError, Pepper, Settings};

use store::Cache;

/// The records of businesses in the table of the deployment.
///
/// Cheap to clone; clones share the client's connections and what is kept in memory.
#[derive(Debug, Clone)]
pub struct Records {
    client: Client,
    table: String,
    settings: Settings,
    kept: Arc<Kept>,
}

/// What is kept in memory for a while, because it seldom changes.
#[derive(Debug, Default)]
struct Kept {
    clinics: Cache<line::LineId, Arc<clinic::Clinic>>,
    libraries: Cache<(line::LineId, wording::Language), Arc<crate::knowledge::Library>>,
}

impl Records {
    /// The records in a table.
    pub fn new(client: Client, table: impl Into<String>, settings: Settings) -> Self {
        Self { client, table: table.into(), settings, kept: Arc::default() }
    }
}

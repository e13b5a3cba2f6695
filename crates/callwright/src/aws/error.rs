//! What can go wrong with the stand-ins themselves.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use dynoxide::errors::DynoxideError;

use super::pattern::PatternError;
use super::service::Service;

/// Why a stand-in cannot do what it should.
#[derive(Debug, thiserror::Error)]
pub enum AwsError {
    /// A port is taken or not allowed.
    #[error(
        "cannot listen on `{address}` for {}; is another program using the port?", service.name()
    )]
    Listen {
        /// The service.
        service: Service,
        /// Where it should listen.
        address: SocketAddr,
        /// Why it cannot.
        source: io::Error,
    },
    /// The folder for objects cannot be made.
    #[error("cannot make a temporary folder for S3")]
    Folder {
        /// Why not.
        source: io::Error,
    },
    /// S3 cannot use its folder.
    #[error("cannot start S3: {message}")]
    S3 {
        /// What it says.
        message: String,
    },
    /// A file of records cannot be read.
    #[error("cannot read `{}`", file.display())]
    ReadRecords {
        /// The file or folder.
        file: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file of records is not a list of JSON objects.
    #[error("`{}` is not a JSON list of records", file.display())]
    RecordsShape {
        /// The file.
        file: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
    /// The database cannot be started.
    #[error("cannot start DynamoDB")]
    Database {
        /// What it says.
        source: Box<DynoxideError>,
    },
    /// A table of the template is not accepted.
    #[error("table `{table}` of the template is refused")]
    Table {
        /// Name of the table.
        table: String,
        /// What the database says.
        source: Box<DynoxideError>,
    },
    /// A table of the template is no `CreateTable` request.
    #[error("table `{table}` of the template is no table")]
    TableShape {
        /// Name of the table.
        table: String,
        /// Where and why.
        source: serde_json::Error,
    },
    /// There are records, and no one table they can be meant for.
    #[error("records go into the one table of the template, which has {tables}")]
    NoTable {
        /// How many it has.
        tables: usize,
    },
    /// A record is not accepted.
    #[error("record {number} ({record}) is refused by table `{table}`")]
    Record {
        /// Its number, from 1.
        number: usize,
        /// Its beginning.
        record: String,
        /// The table.
        table: String,
        /// What the database says.
        source: Box<DynoxideError>,
    },
    /// A table cannot be read.
    #[error("cannot read table `{table}`")]
    Records {
        /// The table.
        table: String,
        /// What the database says.
        source: Box<DynoxideError>,
    },
    /// A stream cannot be read.
    #[error("cannot read a table's stream")]
    Stream {
        /// What the database says.
        source: Box<DynoxideError>,
    },
    /// The pattern of a rule is not understood.
    #[error("event `{rule}` of function `{function}`")]
    Rule {
        /// The rule.
        rule: String,
        /// The function it is for.
        function: String,
        /// What is not understood.
        source: PatternError,
    },
    /// A bucket is not in the template.
    #[error("no bucket `{bucket}` in the template")]
    NoBucket {
        /// The bucket.
        bucket: String,
    },
    /// An object cannot be written.
    #[error("cannot write `{key}` into bucket `{bucket}`")]
    Write {
        /// The bucket.
        bucket: String,
        /// The key.
        key: String,
        /// Why not.
        source: io::Error,
    },
}

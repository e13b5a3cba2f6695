//! What the local line needs to know of a project's infrastructure.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use aws_events::lex::BotIdentity;
use serde_json::Value;

use super::hours::Hours;

/// The infrastructure of a project, as deployed on a laptop.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// The functions, by logical id.
    pub functions: Vec<Function>,
    /// The DynamoDB tables.
    pub tables: Vec<Table>,
    /// The S3 buckets.
    pub buckets: Vec<Bucket>,
    /// The secrets.
    pub secrets: Vec<Secret>,
    /// Which events go to which function.
    pub rules: Vec<Rule>,
    /// Which streams go to which function.
    pub event_sources: Vec<EventSource>,
    /// Hours of operation by ARN.
    pub hours: BTreeMap<String, Hours>,
    /// Connect queues by ARN.
    pub queues: BTreeMap<String, Queue>,
    /// Lex bots by the ARN of their alias.
    pub bots: BTreeMap<String, Bot>,
    /// Values of the flows' `${…}` placeholders by name, those of the flows themselves left out.
    pub placeholders: BTreeMap<String, String>,
    /// The Connect instance.
    pub instance: Instance,
}

impl Project {
    /// Finds a function by binary, function name or ARN, the last with or without alias or version.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.iter().find(|it| it.is_named(name))
    }
}

/// A Lambda function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Name of its binary, by which scripts know it: `BuildProperties.Binary` of its metadata, else
    /// the last folder of `CodeUri`.
    pub name: String,
    /// Logical id in the template.
    pub logical_id: String,
    /// Name in Lambda.
    pub lambda_name: String,
    /// ARN without alias or version.
    pub arn: String,
    /// `Handler`; `bootstrap` when none is set.
    pub handler: String,
    /// How long one invocation may take.
    pub timeout: Duration,
    /// Memory in MB.
    pub memory_mb: u32,
    /// Environment variables of the template.
    pub environment: BTreeMap<String, String>,
    /// How it logs.
    pub logging: Logging,
}

impl Function {
    /// Whether this function is meant by a binary, function name or ARN.
    pub fn is_named(&self, name: &str) -> bool {
        let qualified = name.strip_prefix(self.arn.as_str());
        name == self.name
            || name == self.lambda_name
            || qualified.is_some_and(|it| it.is_empty() || it.starts_with(':'))
    }
}

/// `LoggingConfig` of a function.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Logging {
    /// `LogFormat`: `Text` or `JSON`.
    pub format: Option<String>,
    /// `ApplicationLogLevel`.
    pub level: Option<String>,
}

/// A DynamoDB table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name in DynamoDB.
    pub name: String,
    /// Body of the `CreateTable` request that makes it.
    pub create: Value,
    /// Attribute that holds the time an item expires.
    pub ttl: Option<String>,
}

/// An S3 bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Name in S3.
    pub name: String,
    /// Whether its events go to EventBridge.
    pub sends_events: bool,
}

/// A secret of Secrets Manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// Name in Secrets Manager.
    pub name: String,
    /// ARN.
    pub arn: String,
    /// `SecretString`; `None` when Secrets Manager generates it.
    pub text: Option<String>,
}

/// An EventBridge rule that invokes a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Name of the event in the template.
    pub name: String,
    /// Name of the function, as in [`Function::name`].
    pub function: String,
    /// The event pattern.
    pub pattern: Value,
}

/// A DynamoDB stream that invokes a function.
#[derive(Debug, Clone, PartialEq)]
pub struct EventSource {
    /// Name of the event in the template.
    pub name: String,
    /// Name of the function, as in [`Function::name`].
    pub function: String,
    /// ARN of the stream.
    pub arn: String,
    /// Name of its table.
    pub table: String,
    /// Patterns, one of which a change must match; without any, every change does.
    pub filters: Vec<Value>,
    /// Most changes of one invocation.
    pub batch: usize,
}

/// A Connect queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Name.
    pub name: String,
    /// ARN of its hours of operation.
    pub hours_arn: Option<String>,
}

/// A Lex bot behind one alias.
#[derive(Debug, Clone, PartialEq)]
pub struct Bot {
    /// Ids and names as code hooks see them; the locale is empty.
    pub identity: BotIdentity,
    /// What says what it understands.
    pub definition: Definition,
    /// Settings of the alias by locale, such as `en_US`.
    pub locales: BTreeMap<String, AliasLocale>,
    /// Whether the alias looks for the caller's mood.
    pub detects_sentiment: bool,
    /// Values of the definition that a laptop does not know, each a sentence with its place.
    pub warnings: Vec<String>,
}

/// What says what a bot understands.
#[derive(Debug, Clone, PartialEq)]
pub enum Definition {
    /// `Properties` of the `AWS::Lex::Bot` resource, evaluated.
    Template(Value),
    /// An export, which stands for what `BotFileS3Location` names.
    Export {
        /// The file or folder.
        path: PathBuf,
        /// `Properties` of the resource, evaluated.
        properties: Value,
    },
}

impl Definition {
    /// `Properties` of the resource, evaluated.
    pub fn properties(&self) -> &Value {
        match self {
            Self::Template(properties) | Self::Export { properties, .. } => properties,
        }
    }
}

/// What an alias says of one locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AliasLocale {
    /// Whether it answers in the locale.
    pub enabled: bool,
    /// ARN of the code hook.
    pub code_hook: Option<String>,
}

/// The Connect instance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    /// ARN.
    pub arn: String,
    /// Alias, part of recording keys.
    pub alias: String,
    /// Where call recordings go; `None` when nothing is recorded.
    pub recordings: Option<Recordings>,
}

/// Where call recordings go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recordings {
    /// Name of the bucket.
    pub bucket: String,
    /// Prefix of the keys, without a final slash.
    pub prefix: String,
}

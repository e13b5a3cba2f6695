//! A table of its own for each test, in an embedded DynamoDB.
//!
//! The stand-in keeps the table in memory and answers the real SDK over a loopback port. It ends
//! with the test's runtime.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType,
};
use aws_sdk_dynamodb::{Client, Config};
use dynoxide::Database;
use serde_json::Value;
use tokio::net::TcpListener;

use crate::item::{GSI1, GSI1_NAME, GSI2, GSI2_NAME, PK, SK};
use crate::{Profile, Table};

/// An error of the test's set-up.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// A table with nothing in it, with the deployed table's keys and indexes.
///
/// # Errors
///
/// When no port is free or the stand-in refuses the table.
pub async fn table() -> Result<Table, Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    tokio::spawn(dynoxide::server::serve_on(listener, Database::memory()?));
    let client = client(endpoint);
    create(&client, "records").await?;
    Ok(Table::new(client, "records"))
}

/// A table that cannot be reached.
///
/// # Errors
///
/// When no port is free.
pub async fn unreachable_table() -> Result<Table, Error> {
    // The port was free a moment ago, and connecting to it is refused at once.
    let address = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
    Ok(Table::new(client(format!("http://{address}")), "records"))
}

/// The client of a table, and the table's name, for other records in the same table.
pub fn parts(table: &Table) -> (Client, String) {
    (table.client.clone(), table.name.clone())
}

/// Writes an item as it would be seeded, keys included.
///
/// # Errors
///
/// When the value is no object or the table refuses it.
pub async fn put(table: &Table, value: &Value) -> Result<(), Error> {
    let item = serde_dynamo::aws_sdk_dynamodb_1::to_item(value)?;
    table.client.put_item().table_name(&table.name).set_item(Some(item)).send().await?;
    Ok(())
}

/// Writes a profile over whatever is stored.
///
/// # Errors
///
/// When the profile is not taken.
pub async fn put_profile(table: &Table, profile: &Profile) -> Result<(), Error> {
    let item = profile.encode()?;
    table.client.put_item().table_name(&table.name).set_item(Some(item)).send().await?;
    Ok(())
}

/// Everything in the table, ordered by key.
///
/// # Errors
///
/// When the table cannot be read.
pub async fn items(table: &Table) -> Result<Vec<Value>, Error> {
    let output = table.client.scan().table_name(&table.name).send().await?;
    let mut items = output
        .items
        .unwrap_or_default()
        .into_iter()
        .map(|it| Ok(serde_dynamo::aws_sdk_dynamodb_1::from_item(it)?))
        .collect::<Result<Vec<Value>, Error>>()?;
    items.sort_by_key(|it| (it[PK].to_string(), it[SK].to_string()));
    Ok(items)
}

/// A value with the fields of all its objects in order, to be compared as text.
pub fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, sorted(value)));
            fields.collect::<BTreeMap<_, _>>().into_iter().collect()
        }
        Value::Array(values) => values.into_iter().map(sorted).collect(),
        scalar => scalar,
    }
}

fn client(endpoint: String) -> Client {
    Client::from_conf(
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .retry_config(RetryConfig::disabled())
            .endpoint_url(endpoint)
            .build(),
    )
}

async fn create(client: &Client, name: &str) -> Result<(), Error> {
    let key = |name: &str, key_type| {
        KeySchemaElement::builder().attribute_name(name).key_type(key_type).build()
    };
    let mut request = client
        .create_table()
        .table_name(name)
        .billing_mode(BillingMode::PayPerRequest)
        .key_schema(key(PK, KeyType::Hash)?)
        .key_schema(key(SK, KeyType::Range)?);
    for attribute in [PK, SK, GSI1.0, GSI1.1, GSI2.0, GSI2.1] {
        request = request.attribute_definitions(
            AttributeDefinition::builder()
                .attribute_name(attribute)
                .attribute_type(ScalarAttributeType::S)
                .build()?,
        );
    }
    for (index, (pk, sk)) in [(GSI1_NAME, GSI1), (GSI2_NAME, GSI2)] {
        request = request.global_secondary_indexes(
            GlobalSecondaryIndex::builder()
                .index_name(index)
                .key_schema(key(pk, KeyType::Hash)?)
                .key_schema(key(sk, KeyType::Range)?)
                .projection(Projection::builder().projection_type(ProjectionType::All).build())
                .build()?,
        );
    }
    request.send().await?;
    Ok(())
}

//! Lambda shell: wiring only.

use std::sync::Arc;

use directory::{Records, Settings};
use intent::{Classifiers, Config, Invocation, World, handle};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use line::Line;
use store::{Lines, Table};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let client = aws_sdk_dynamodb::Client::new(&wiring::sdk_config().await);
    let table = Table::new(client.clone(), &config.table);
    let settings = Settings { payment_link: config.payment_link, pepper: None };
    let world = World {
        lines: Lines::new(table.clone()),
        fallback: Arc::new(Line::basic(config.business, config.time_zone)),
        records: Records::new(client, &config.table, settings),
        api: None,
        classifiers: Classifiers::default(),
        table,
    };

    run(service_fn(async |event: LambdaEvent<_>| {
        let invocation = Invocation::from(&event.context);
        Box::pin(handle(event.payload, &invocation, &world)).await
    }))
    .await
}

//! Lambda shell: wiring only.

use std::sync::Arc;

use directory::{Api, ApiSettings, Records, Settings};
use intent::{Classifiers, Config, Invocation, World, fetched, handle};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use line::Line;
use store::{Lines, Table};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let sdk = wiring::sdk_config().await;
    let client = aws_sdk_dynamodb::Client::new(&sdk);
    let secrets = aws_sdk_secretsmanager::Client::new(&sdk);
    let table = Table::new(client.clone(), &config.table);
    let pepper = config.pepper_secret.map(|arn| fetched(secrets.clone(), arn));
    let settings = Settings { payment_link: config.payment_link, pepper };
    let api = config
        .api
        .map(|it| Api::new(ApiSettings { base: it.base, secret: fetched(secrets, it.secret) }));
    let world = World {
        lines: Lines::new(table.clone()),
        fallback: Arc::new(Line::basic(config.business, config.time_zone)),
        records: Records::new(client, &config.table, settings),
        api,
        classifiers: Classifiers::default(),
        queue: config.queue,
        table,
    };

    run(service_fn(async |event: LambdaEvent<_>| {
        let invocation = Invocation::from(&event.context);
        Box::pin(handle(event.payload, &invocation, &world)).await
    }))
    .await
}

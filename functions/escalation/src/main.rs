//! Lambda shell: wiring only.

use escalation::{Config, Escalator};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use store::Table;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let sdk = wiring::sdk_config().await;
    let table = Table::new(aws_sdk_dynamodb::Client::new(&sdk), config.table);
    let escalator = Escalator::new(table, config.queue_limit, config.queue);

    run(service_fn(async |event: LambdaEvent<_>| {
        let now = wiring::invoked_at(&event.context);
        Box::pin(escalator.handle(event.payload, now)).await
    }))
    .await
}

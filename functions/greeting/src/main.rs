//! Lambda shell: wiring only.

use greeting::{CallerKeySecret, Config, Greeter};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use store::Table;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let sdk = wiring::sdk_config().await;
    let table = Table::new(aws_sdk_dynamodb::Client::new(&sdk), config.table);
    let secrets = aws_sdk_secretsmanager::Client::new(&sdk);
    let secret = CallerKeySecret::new(secrets, config.caller_key_secret);
    let greeter = Greeter::new(table, config.basic, config.queue);

    run(service_fn(async |event: LambdaEvent<_>| {
        let now = wiring::invoked_at(&event.context);
        let key = async || secret.key().await;
        Box::pin(greeter.handle(event.payload, now, key)).await
    }))
    .await
}

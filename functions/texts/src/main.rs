//! Lambda shell: wiring only.

use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use texts::{Aws, Config, Invocation, handle};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let services = Aws::new(&wiring::sdk_config().await, &config);

    run(service_fn(async |event: LambdaEvent<_>| {
        let invocation = Invocation::from(&event.context);
        Box::pin(handle(event.payload, &invocation, &services)).await
    }))
    .await
}

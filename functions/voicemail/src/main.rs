//! Lambda shell: wiring only.

use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use voicemail::{Aws, Config, Invocation, Letterhead, handle};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    wiring::logs();
    let config = Config::from_env(wiring::environment)?;
    let services = Aws::new(&wiring::sdk_config().await, &config);
    let letterhead = Letterhead { business: config.business, time_zone: config.time_zone };

    run(service_fn(async |event: LambdaEvent<_>| {
        let invocation = Invocation::from(&event.context);
        Box::pin(handle(event.payload, &invocation, &letterhead, &services)).await
    }))
    .await
}

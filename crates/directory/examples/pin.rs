//! Makes the `pin` of a `bank-account` record from a PIN on standard input.
//!
//! `PIN_PEPPER` is the pepper of the deployment, or nothing where it has none. It is no argument, since
//! everybody on a machine sees the arguments of programs.
//!
//! ```text
//! export PIN_PEPPER=$(aws secretsmanager get-secret-value --secret-id "$PIN_PEPPER_ARN" \
//!     --query SecretString --output text)
//! printf 4711 | cargo run -p directory --example pin
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it found")]
#![expect(clippy::disallowed_methods, reason = "an example has no configuration")]

use std::io::Read;

use dialogue::business::Secret;
use directory::{Pepper, WorkFactor, hash_pin};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pepper = std::env::var("PIN_PEPPER").ok().filter(|it| !it.is_empty());
    let pepper = pepper.map(|it| it.parse::<Pepper>()).transpose()?;
    let mut pin = String::new();
    std::io::stdin().read_to_string(&mut pin)?;
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| error.to_string())?;
    let pin = Secret::new(pin.trim());
    println!("{}", hash_pin(&pin, &salt, WorkFactor::default(), pepper.as_ref())?);
    Ok(())
}

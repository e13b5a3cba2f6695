//! Makes the `pin` of a `bank-account` record from a PIN on standard input.
//!
//! ```text
//! printf 4711 | cargo run -p directory --example pin
//! printf 4711 | cargo run -p directory --example pin -- 'the pepper of the deployment'
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::io::Read;

use dialogue::business::Secret;
use directory::{WorkFactor, hash_pin};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut pin = String::new();
    std::io::stdin().read_to_string(&mut pin)?;
    let pepper = std::env::args().nth(1).unwrap_or_default();
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| error.to_string())?;
    println!(
        "{}",
        hash_pin(&Secret::new(pin.trim()), &salt, WorkFactor::default(), pepper.as_bytes())?
    );
    Ok(())
}

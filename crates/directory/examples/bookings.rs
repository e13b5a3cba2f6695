//! Ten thousand callers who want the same fifty openings at once.
//!
//! ```text
//! cargo run --release -p directory --example bookings
//! cargo run --release -p directory --example bookings -- 2000 10
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it found")]
#![expect(clippy::disallowed_methods, reason = "an example measures how long it takes")]

use std::process::ExitCode;
use std::time::Instant;

use directory::testing::{Rush, rush};

#[tokio::main]
async fn main() -> Result<ExitCode, store::testing::Error> {
    let mut numbers = std::env::args().skip(1).map(|it| it.parse::<u32>());
    let callers = numbers.next().transpose()?.unwrap_or(10_000);
    let openings = numbers.next().transpose()?.unwrap_or(50);
    let began = Instant::now();
    let rush = rush(callers, openings).await?;
    let took = began.elapsed();
    println!("{callers} callers, {openings} openings, {:.1} s", took.as_secs_f64());
    println!("{:>7} booked", rush.booked);
    println!("{:>7} heard that it is taken", rush.taken);
    println!("{:>7} got no answer", rush.unanswered);
    println!("{:>7} openings were given twice", rush.twice);
    println!("{:>7} appointments were lost", rush.lost);
    Ok(if is_as_promised(&rush, callers, openings) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether each opening is somebody's, and nobody's twice.
fn is_as_promised(rush: &Rush, callers: u32, openings: u32) -> bool {
    let expected = usize::try_from(openings.min(callers)).unwrap_or(0);
    rush.booked == expected
        && rush.openings_taken == expected
        && rush.appointments == expected
        && (rush.unanswered, rush.twice, rush.lost) == (0, 0, 0)
}

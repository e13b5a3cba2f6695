//! What customers owe, and paying it.
//!
//! A card is a token of whoever keeps the card, and its last four digits. A record that holds a card
//! number is refused and named in the log, since nothing here may keep or send one.

mod bill;
mod payment;

//! Masks payment card numbers, US social security numbers and e-mail addresses in what a caller
//! said, written in digits and signs or spelled out in words.
//!
//! It masks rather more than less: a number that merely looks like a card's is masked too. It knows
//! no other secret (names, addresses, telephone numbers, passports), and only the English and Spanish
//! words for digits and signs.
//!
//! ## Limits
//!
//! Time and memory grow with the length of the text and with nothing else, so there is no cap; cut
//! what is stored after masking it, never before.

mod cards;
mod emails;
mod reader;
mod runs;
mod ssns;

use runs::{Part, Run};

/// What stands for a payment card number.
pub const CARD: &str = "[card]";
/// What stands for a US social security number.
pub const SSN: &str = "[ssn]";
/// What stands for an e-mail address.
pub const EMAIL: &str = "[email]";

/// Masks payment card numbers as [`CARD`], US social security numbers as [`SSN`] and e-mail
/// addresses as [`EMAIL`].
///
/// - A card number is 13 to 19 digits with a right check digit, in one piece or in groups.
/// - A social security number is nine digits, in one piece, in groups of 3, 2 and 4 or one by one,
///   that the Social Security Administration may have issued.
/// - Digits may be words: "four", "oh", "double one", "forty two", "mil ciento once".
/// - An address may be spoken: "jane dot doe at example dot com", "ana arroba ejemplo punto com".
///
/// Masking twice changes nothing. The rest of the text is left as it is.
///
/// ```
/// assert_eq!(
///     redaction::redact("It's 4111 1111 1111 1111, mail jane dot doe at example dot com"),
///     "It's [card], mail [email]"
/// );
/// ```
pub fn redact(text: &str) -> String {
    let mut masked = masked(text);
    // A mask ends a word, so that what stood before it may be an address only now. Every round masks
    // some of the text, so this ends.
    loop {
        let again = self::masked(&masked);
        if again == masked {
            return masked;
        }
        masked = again;
    }
}

/// Whether a text holds the number of a payment card, as [`redact`] finds them.
///
/// ```
/// assert!(redaction::holds_card("card-4111-1111-1111-1111"));
/// assert!(!redaction::holds_card("tok_123-45-6789@vault.example.com"));
/// ```
pub fn holds_card(text: &str) -> bool {
    let is_card = |part: &Part| matches!(part, Part::Found(_));
    reader::runs(text).iter().any(|run| run.split(cards::number_from).iter().any(is_card))
}

fn masked(text: &str) -> String {
    let text = emails::mask(text);
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for span in reader::runs(&text).iter().flat_map(secrets) {
        masked.push_str(text.get(at..span.start).unwrap_or_default());
        masked.push_str(span.mask);
        at = span.end;
    }
    masked.push_str(text.get(at..).unwrap_or_default());
    masked
}

/// A part of the text to be masked, in bytes.
struct Span {
    start: usize,
    end: usize,
    mask: &'static str,
}

/// Finds what must be masked in a run of digits, in order.
fn secrets(run: &Run) -> Vec<Span> {
    let mut spans = Vec::new();
    for part in run.split(cards::number_from) {
        match part {
            Part::Found(card) => spans.extend(card.span(CARD)),
            Part::Between(rest) => spans.extend(social_security_numbers(&rest)),
        }
    }
    spans
}

fn social_security_numbers(run: &Run) -> impl Iterator<Item = Span> {
    run.joined().split(ssns::grouped_from).into_iter().filter_map(|part| match part {
        Part::Found(number) => number.span(SSN),
        Part::Between(rest) => rest.span(SSN).filter(|_| ssns::is_whole(&rest)),
    })
}

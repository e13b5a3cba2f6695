//! Signs: what a family of actions looks like, beside its colour.

use super::describe::Family;

/// The colour of a family; white text on it is readable.
pub(super) fn colour(family: Family) -> &'static str {
    match family {
        Family::Speak => "#1f5fbf",
        Family::Listen => "#6d3fc0",
        Family::Decide => "#96590a",
        Family::Invoke => "#0b6e6e",
        Family::Set => "#56637a",
        Family::Transfer => "#1c7a3c",
        Family::End => "#a8252f",
    }
}

/// The sign of a family, in a square of 16 by 16 pixels, white on its colour.
pub(super) fn shape(family: Family) -> &'static str {
    match family {
        // A speech bubble.
        Family::Speak => r##"<path d="M3 3.5h10v7H8l-3 3v-3H3z" fill="#fff"/>"##,
        // Keys.
        Family::Listen => {
            r##"<path d="M4 3.5h2v2H4zm3 0h2v2H7zm3 0h2v2h-2zm-6 3.5h2v2H4zm3 0h2v2H7zm3 0h2v2h-2zm-3 3.5h2v2H7z" fill="#fff"/>"##
        }
        // A lozenge.
        Family::Decide => {
            r##"<path d="M8 2.5 13.5 8 8 13.5 2.5 8z" fill="none" stroke="#fff" stroke-width="1.6"/>"##
        }
        // Braces.
        Family::Invoke => {
            r##"<path d="M6.5 3C4 3 5.8 7.2 3.5 8 5.8 8.8 4 13 6.5 13M9.5 3c2.5 0 .7 4.2 3 5-2.3.8-.5 5-3 5" fill="none" stroke="#fff" stroke-width="1.5"/>"##
        }
        // An equals sign.
        Family::Set => r##"<path d="M3.5 5.2h9v1.9h-9zm0 3.7h9v1.9h-9z" fill="#fff"/>"##,
        // An arrow.
        Family::Transfer => r##"<path d="M3 7h5.5V4l5 4-5 4V9H3z" fill="#fff"/>"##,
        // A stop.
        Family::End => r##"<path d="M4.5 4.5h7v7h-7z" fill="#fff"/>"##,
    }
}

//! How an error leaves a function.

use std::error::Error;

use lambda_runtime::Diagnostic;

/// What Lambda reports for an error: a stable code, and the whole chain of causes printed once.
pub fn diagnostic(code: &'static str, error: &dyn Error) -> Diagnostic {
    Diagnostic { error_type: code.to_owned(), error_message: chain(error) }
}

/// An error and its causes in one line, outermost first.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[source] Inner);

    #[derive(Debug, thiserror::Error)]
    #[error("inner")]
    struct Inner;

    #[test]
    fn every_cause_is_told_once() {
        let it = diagnostic("greeting.event-malformed", &Outer(Inner));
        assert_eq!(it.error_type, "greeting.event-malformed");
        assert_eq!(it.error_message, "outer: inner");
    }
}

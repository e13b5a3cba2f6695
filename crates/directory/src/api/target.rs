//! Paths and queries, with values that may hold anything.

use std::fmt::Write;

/// A path of the contract with its parameters filled in, and a query.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Target(String);

impl Target {
    /// Fills the parameters of a path, `{…}`, in their order.
    pub(super) fn new(path: &str, parameters: &[&str]) -> Self {
        let mut target = String::with_capacity(path.len());
        let mut parameters = parameters.iter();
        let mut rest = path;
        while let Some((before, after)) = rest.split_once('{') {
            target.push_str(before);
            escape(&mut target, parameters.next().copied().unwrap_or_default());
            rest = after.split_once('}').map_or("", |it| it.1);
        }
        target.push_str(rest);
        Self(target)
    }

    /// Adds a parameter to the query.
    #[must_use]
    pub(super) fn query(mut self, name: &str, value: &str) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        escape(&mut self.0, value);
        self
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Appends a value so that it is one segment, or one value, whatever it holds.
///
/// Source: RFC 3986, section 2.3, "Unreserved Characters".
fn escape(target: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~' | b'.') {
            target.push(char::from(byte));
        } else {
            // Writing to a `String` does not fail.
            let _ = write!(target, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_leave_its_place() {
        let target = Target::new("/lines/{line}/orders/{number}/return", &["a", "../b?c=d#e f/é"]);
        assert_eq!(target.as_str(), "/lines/a/orders/..%2Fb%3Fc%3Dd%23e%20f%2F%C3%A9/return");
        let target =
            Target::new("/openings", &[]).query("near", "2026-03-05T10:00").query("a", "b&c");
        assert_eq!(target.as_str(), "/openings?near=2026-03-05T10%3A00&a=b%26c");
        assert_eq!(Target::new("/a/{b}", &[]).as_str(), "/a/");
    }
}

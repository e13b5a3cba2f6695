//! What the flow reads back.

use serde::Serialize;

/// The language of the line, until there are more.
pub(crate) const LANGUAGE: &str = "en-US";

/// The Amazon Polly voice of [`LANGUAGE`].
const VOICE: &str = "Joanna";

/// What the flow reads back: a flat object of strings, as `STRING_MAP` demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What the caller hears first.
    pub greeting: String,
    /// That the caller speaks with a machine. Always there, since callers must be told.
    pub disclosure: &'static str,
    /// Language of the call, such as `en-US`.
    pub language: &'static str,
    /// Amazon Polly voice that speaks.
    pub voice: &'static str,
}

impl Answer {
    /// Greets in the name of a business.
    pub fn new(business: &str) -> Self {
        Self {
            greeting: format!("Thank you for calling {business}."),
            disclosure: "You're speaking with an automated assistant.",
            language: LANGUAGE,
            voice: VOICE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_answer_is_a_flat_object_of_strings() {
        assert_eq!(
            serde_json::to_value(Answer::new("Northwind Outfitters")).unwrap(),
            json!({
                "greeting": "Thank you for calling Northwind Outfitters.",
                "disclosure": "You're speaking with an automated assistant.",
                "language": "en-US",
                "voice": "Joanna",
            })
        );
    }
}

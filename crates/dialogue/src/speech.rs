//! Words as a voice speaks them and as text.

use crate::OrderNumber;

/// Words as a voice speaks them and as text.
///
/// INVARIANT: the SSML without its tags and with its escapes resolved is the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speech {
    ssml: String,
    text: String,
}

/// What a wording may hold: `{business}`, `{number}`, `{digits}`, `{past}` and `{future}`.
///
/// A value that is not given is not said.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Values<'a> {
    /// Name of the business on the line: `{business}`.
    pub(crate) business: &'a str,
    /// An order number: digit after digit for `{number}`, with a pause after each for `{digits}`.
    pub(crate) number: Option<&'a OrderNumber>,
    /// A day that has come: `{past}`.
    pub(crate) past: &'a str,
    /// A day that is to come, or that a thing was due: `{future}`.
    pub(crate) future: &'a str,
}

impl Speech {
    /// Fills the placeholders of a wording.
    pub(crate) fn new(wording: &str, values: &Values<'_>) -> Self {
        let mut speech = Self { ssml: String::new(), text: String::new() };
        let mut rest = wording;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            speech.push(before);
            speech.push_value(name, values);
            rest = after;
        }
        speech.push(rest);
        speech
    }

    /// Goes on with other words, after a space.
    pub(crate) fn then(mut self, next: &Self) -> Self {
        self.push(" ");
        self.ssml.push_str(&next.ssml);
        self.text.push_str(&next.text);
        self
    }

    /// The `<speak>` document.
    pub(crate) fn ssml(&self) -> String {
        format!("<speak>{}</speak>", self.ssml)
    }

    /// The plain text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Words of ours, which hold nothing that needs escaping.
    fn push(&mut self, words: &str) {
        self.ssml.push_str(words);
        self.text.push_str(words);
    }

    fn push_value(&mut self, name: &str, values: &Values<'_>) {
        match name {
            "business" => self.push_escaped(values.business),
            "past" => self.push_escaped(values.past),
            "future" => self.push_escaped(values.future),
            "number" => self.push_digits(values.number.map_or("", OrderNumber::as_str)),
            "digits" => {
                for (n, digit) in
                    values.number.iter().flat_map(|it| it.as_str().chars()).enumerate()
                {
                    if n > 0 {
                        // A voice pauses at the comma.
                        self.push(", ");
                    }
                    self.push_digits(digit.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }

    /// Digits to be read one by one rather than as a number.
    fn push_digits(&mut self, digits: &str) {
        self.ssml.push_str("<say-as interpret-as=\"digits\">");
        self.push_escaped(digits);
        self.ssml.push_str("</say-as>");
    }

    /// Text of others, so that no part of it is read as markup.
    fn push_escaped(&mut self, text: &str) {
        for character in text.chars() {
            // XML 1.0 has no way to write most control characters.
            let character = if character.is_control() { ' ' } else { character };
            self.text.push(character);
            match character {
                '&' => self.ssml.push_str("&amp;"),
                '<' => self.ssml.push_str("&lt;"),
                '>' => self.ssml.push_str("&gt;"),
                '"' => self.ssml.push_str("&quot;"),
                '\'' => self.ssml.push_str("&apos;"),
                _ => self.ssml.push(character),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spoken_digit_by_digit() {
        let number = "44321".parse().unwrap();
        let values = Values { number: Some(&number), ..Values::default() };
        let speech = Speech::new("Order {number}: {digits}.", &values);
        assert_eq!(
            speech.ssml(),
            "<speak>Order <say-as interpret-as=\"digits\">44321</say-as>: \
             <say-as interpret-as=\"digits\">4</say-as>, \
             <say-as interpret-as=\"digits\">4</say-as>, \
             <say-as interpret-as=\"digits\">3</say-as>, \
             <say-as interpret-as=\"digits\">2</say-as>, \
             <say-as interpret-as=\"digits\">1</say-as>.</speak>"
        );
        assert_eq!(speech.into_text(), "Order 44321: 4, 4, 3, 2, 1.");
    }

    #[test]
    fn a_value_cannot_bring_markup() {
        let values = Values { business: r#"<break time="9s"/> & 'Sons'"#, ..Values::default() };
        let speech = Speech::new("Thanks for calling {business}.", &values);
        assert_eq!(
            speech.ssml(),
            "<speak>Thanks for calling &lt;break time=&quot;9s&quot;/&gt; &amp; &apos;Sons&apos;.</speak>"
        );
        assert_eq!(speech.into_text(), r#"Thanks for calling <break time="9s"/> & 'Sons'."#);
    }
}

//! The bot's own messages mention values: `{Slot}` and `[sessionAttribute]`.

use aws_events::lex::{Attributes, ContentType, Intent, Message};

/// Puts the values where the messages mention them; names that nobody knows stay as they are.
///
/// Source: Amazon Lex V2 Developer Guide, "Creating messages".
pub(super) fn filled(
    messages: Vec<Message>,
    intent: &Intent,
    attributes: &Attributes,
) -> Vec<Message> {
    messages
        .into_iter()
        .map(|message| {
            let escape = message.content_type == ContentType::Ssml;
            let slot = |name: &str| intent.slot(name).map(|it| written(it, escape));
            let attribute = |name: &str| attributes.get(name).map(|it| written(it, escape));
            let content = replaced(&message.content, &slot, &attribute);
            Message { content, ..message }
        })
        .collect()
}

/// One pass from left to right, so that a value is never searched for names itself.
fn replaced(
    text: &str,
    slot: &impl Fn(&str) -> Option<String>,
    attribute: &impl Fn(&str) -> Option<String>,
) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['{', '[']) {
        out.push_str(before);
        let in_braces = rest.get(before.len()..).is_some_and(|it| it.starts_with('{'));
        let close = if in_braces { '}' } else { ']' };
        let value = after.split_once(close).and_then(|(name, left)| {
            let value = if in_braces { slot(name) } else { attribute(name) };
            value.map(|it| (it, left))
        });
        if let Some((value, left)) = value {
            out.push_str(&value);
            rest = left;
        } else {
            out.push(if in_braces { '{' } else { '[' });
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn written(value: &str, escape: bool) -> String {
    if escape {
        value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use aws_events::lex::Slot;

    use super::*;

    #[test]
    fn values_stand_where_they_are_mentioned() {
        let mut intent = Intent::new("A");
        intent.slots.insert("N".to_owned(), Some(Slot::scalar("5 < 6 {B}")));
        intent.slots.insert("Empty".to_owned(), None);
        let attributes = Attributes::from([("who".to_owned(), "you & me".to_owned())]);
        for (content_type, content, expected) in [
            (ContentType::PlainText, "{N}, [who]?", "5 < 6 {B}, you & me?"),
            (
                ContentType::Ssml,
                "<speak>{N}[who]</speak>",
                "<speak>5 &lt; 6 {B}you &amp; me</speak>",
            ),
            (
                ContentType::PlainText,
                "{Empty} {Nobody} [nobody] {N",
                "{Empty} {Nobody} [nobody] {N",
            ),
            (ContentType::PlainText, "[{N}]", "[5 < 6 {B}]"),
            (ContentType::PlainText, "", ""),
        ] {
            let message = Message { content_type, content: content.to_owned() };
            let said = filled(vec![message], &intent, &attributes);
            assert_eq!(said[0].content, expected);
        }
    }
}

//! The bot's own messages mention values: `{Slot}`, `[sessionAttribute]` and `((attribute))`.
//!
//! Source: Amazon Lex V2 Developer Guide, "Creating messages" and, for the parentheses,
//! "AMAZON.KendraSearchIntent".

use aws_events::lex::{ContentType, ImageResponseCard, Message};

use super::known::Known;

/// Puts the values where the messages mention them; names that nobody knows stay as they are.
///
/// A message with an attribute in parentheses that is not set is left out, as it is there for a
/// result that was not found.
pub(super) fn filled(messages: Vec<Message>, known: &Known<'_>) -> Vec<Message> {
    messages
        .into_iter()
        .filter_map(|message| {
            let escape = message.content_type == ContentType::Ssml;
            let content = replaced(&message.content, known, escape)?;
            let card = match message.image_response_card {
                None => None,
                Some(card) => Some(filled_card(card, known)?),
            };
            Some(Message { content_type: message.content_type, content, image_response_card: card })
        })
        .collect()
}

fn filled_card(card: ImageResponseCard, known: &Known<'_>) -> Option<ImageResponseCard> {
    let title = replaced(&card.title, known, false)?;
    let subtitle = match card.subtitle {
        None => None,
        Some(subtitle) => Some(replaced(&subtitle, known, false)?),
    };
    Some(ImageResponseCard { title, subtitle, ..card })
}

/// The brackets that values are mentioned in, and what they mention.
const BRACKETS: [(&str, &str, Kind); 3] =
    [("((", "))", Kind::Attribute), ("{", "}", Kind::Slot), ("[", "]", Kind::SessionAttribute)];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Slot,
    SessionAttribute,
    Attribute,
}

/// One pass from left to right, so that a value is never searched for names itself. `None` when a
/// result is mentioned that was not found.
fn replaced(text: &str, known: &Known<'_>, escape: bool) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '[', '(']) {
        let (before, from_bracket) = rest.split_at_checked(start)?;
        out.push_str(before);
        if let Some((name, kind, left)) = mention(from_bracket) {
            let value = match kind {
                Kind::Slot => known.slot_text(name),
                Kind::SessionAttribute => known.session_attribute(name).map(str::to_owned),
                Kind::Attribute => Some(known.any_attribute(name)?.to_owned()),
            };
            if let Some(value) = value {
                out.push_str(&written(&value, escape));
                rest = left;
                continue;
            }
        }
        let mut characters = from_bracket.chars();
        out.extend(characters.next());
        rest = characters.as_str();
    }
    out.push_str(rest);
    Some(out)
}

/// The name in the brackets that a text begins with, and what comes after them.
fn mention(text: &str) -> Option<(&str, Kind, &str)> {
    BRACKETS.iter().find_map(|(open, close, kind)| {
        let (name, left) = text.strip_prefix(open)?.split_once(close)?;
        Some((name, *kind, left))
    })
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
    use aws_events::lex::{Attributes, Intent, Slot, Slots};

    use super::*;

    fn said(content_type: ContentType, content: &str) -> Option<String> {
        let mut intent = Intent::new("A");
        intent.slots.insert("N".to_owned(), Some(Slot::scalar("5 < 6 {B}")));
        intent.slots.insert("Empty".to_owned(), None);
        let parts = Slots::from([("City".to_owned(), Some(Slot::scalar("Boston")))]);
        let address = Slot::Composite { value: None, sub_slots: parts };
        intent.slots.insert("Address".to_owned(), Some(address));
        let list = vec![Slot::scalar("ham"), Slot::scalar("olives")];
        intent.slots.insert("Tops".to_owned(), Some(Slot::List { value: None, values: list }));
        let attributes = Attributes::from([("who".to_owned(), "you & me".to_owned())]);
        let request = Attributes::from([("x:answer".to_owned(), "42".to_owned())]);
        let known = Known::of(&intent, &attributes, &request);
        let mut said = filled(vec![Message::new(content_type, content)], &known);
        said.pop().map(|it| it.content)
    }

    #[test]
    fn values_stand_where_they_are_mentioned() {
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
            (ContentType::PlainText, "{Address.City}: {Tops}", "Boston: ham, olives"),
            (ContentType::PlainText, "((x:answer)), ((who)) (or not)", "42, you & me (or not)"),
            (ContentType::PlainText, "(( 🙂 ( [", "(( 🙂 ( ["),
            (ContentType::PlainText, "", ""),
        ] {
            assert_eq!(said(content_type, content).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_result_that_was_not_found_silences_the_message() {
        assert_eq!(said(ContentType::PlainText, "I found ((x:other)), {N}"), None);
    }
}

//! Reads what the bot says.

use aws_events::lex::{Button, ContentType, ImageResponseCard, Message};

use super::super::node::{LoadBotError, Node, Object};
use super::super::{Messages, Response};
use super::limits::units;
use super::{Reader, or_nearest};
use crate::session::ssml;

/// Most characters of a text, SSML or custom message.
///
/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot` `PlainTextMessage`",
/// "`SSMLMessage`", "`CustomPayload`".
const MAX_MESSAGE: usize = 1000;

/// Most groups of messages of one response or prompt.
///
/// Source: as above, "`ResponseSpecification`".
const MAX_GROUPS: usize = 5;

/// Most variations beside the message of a group.
///
/// Source: as above, "`MessageGroup`".
const MAX_VARIATIONS: usize = 2;

/// The fields that hold messages, and their types.
const CONTENTS: &[(&str, ContentType)] = &[
    ("SSMLMessage", ContentType::Ssml),
    ("PlainTextMessage", ContentType::PlainText),
    ("CustomPayload", ContentType::CustomPayload),
    ("ImageResponseCard", ContentType::ImageResponseCard),
];

impl Reader {
    /// A response that may be absent.
    pub(super) fn response(
        &mut self,
        object: &Object<'_>,
        name: &str,
    ) -> Result<Response, LoadBotError> {
        let Some(response) = object.object(name)? else {
            return Ok(Response::default());
        };
        self.survey(&response, &["MessageGroupsList", "AllowInterrupt"], &[]);
        self.response_in(&response, "MessageGroupsList")
    }

    /// The parts of a response that stand in an object among others.
    pub(super) fn response_in(
        &mut self,
        object: &Object<'_>,
        groups: &str,
    ) -> Result<Response, LoadBotError> {
        Ok(Response {
            messages: self.messages(object, groups)?,
            allow_interrupt: object.boolean("AllowInterrupt")?.unwrap_or(true),
        })
    }

    pub(super) fn messages(
        &mut self,
        object: &Object<'_>,
        name: &str,
    ) -> Result<Messages, LoadBotError> {
        let list = object.required(name, "a list of message groups")?;
        let path = list.path();
        let nodes = list.list()?;
        self.at_most(path.as_str(), "message groups", nodes.len(), MAX_GROUPS);
        if nodes.is_empty() {
            self.warn(path, "no message: the caller hears nothing of it");
        }
        let mut groups = Vec::new();
        for node in nodes {
            let group = node.object()?;
            self.survey(&group, &["Message", "Variations"], &[]);
            let mut variants = vec![self.message(group.required("Message", "a message")?)?];
            let variations = group.list("Variations")?;
            let path = group.path_of("Variations");
            self.at_most(path, "variations of a message", variations.len(), MAX_VARIATIONS);
            for variation in variations {
                variants.push(self.message(variation)?);
            }
            groups.push(variants);
        }
        Ok(Messages(groups))
    }

    fn message(&mut self, node: Node<'_>) -> Result<Message, LoadBotError> {
        let expected = "`PlainTextMessage`, `SSMLMessage`, `CustomPayload` or `ImageResponseCard`";
        let wrong = node.error(expected);
        let object = node.object()?;
        let names: Vec<&str> = CONTENTS.iter().map(|(name, _)| *name).collect();
        self.survey(&object, &names, &[]);
        for (name, content_type) in CONTENTS {
            let Some(message) = object.object(name)? else {
                continue;
            };
            if *content_type == ContentType::ImageResponseCard {
                return Ok(Message::card(self.card(&message)?));
            }
            self.survey(&message, &["Value"], &[]);
            let text = message.required("Value", "what is said")?;
            let content = text.text()?;
            self.at_most(text.path(), "characters of a message", units(content), MAX_MESSAGE);
            if content.trim().is_empty() {
                self.warn(text.path(), "no words: the caller hears nothing of it");
            } else if *content_type == ContentType::Ssml
                && let Err(wrong) = ssml::check(content)
            {
                self.warn(text.path(), format!("not well-formed SSML: {wrong}"));
            }
            if matches!(content_type, ContentType::PlainText | ContentType::Ssml) {
                self.check_mentions(&text.path(), content);
            }
            return Ok(Message::new(*content_type, content));
        }
        Err(wrong)
    }

    /// Warns of names in braces that are no slots of the intent at hand. `Intent.Slot` may name
    /// another one.
    fn check_mentions(&mut self, path: &str, text: &str) {
        let mentions = text.split('{').skip(1).filter_map(|it| it.split_once('}'));
        let is_name = |it: &str| {
            !it.is_empty() && it.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-'))
        };
        let unknown: Vec<&str> = mentions
            .map(|(name, _)| name)
            .filter(|it| is_name(it) && !self.slots.iter().any(|known| known == it))
            .collect();
        for name in unknown {
            let note = format!("`{{{name}}}` never has a value: it is no slot of this intent");
            let note = or_nearest(&note, name, &self.slots);
            self.warn(path, note);
        }
    }

    fn card(&mut self, object: &Object<'_>) -> Result<ImageResponseCard, LoadBotError> {
        self.survey(object, &["Title", "Subtitle", "ImageUrl", "Buttons"], &[]);
        let optional =
            |name: &str| object.get(name).map(|it| it.text().map(str::to_owned)).transpose();
        let title = object.required("Title", "the title of the card")?;
        self.warn(title.path(), "a card is not spoken: the caller hears nothing of it");
        let mut buttons = Vec::new();
        for button in object.objects("Buttons")? {
            self.survey(&button, &["Text", "Value"], &[]);
            buttons.push(Button {
                text: button.required("Text", "what stands on the button")?.text()?.to_owned(),
                value: button.required("Value", "what the button says")?.text()?.to_owned(),
            });
        }
        Ok(ImageResponseCard {
            title: title.text()?.to_owned(),
            subtitle: optional("Subtitle")?,
            image_url: optional("ImageUrl")?,
            buttons,
        })
    }
}

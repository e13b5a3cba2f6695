//! Lets the caller talk to a bot: `lex-bot` decides, the code hook is a function like any other.

use std::collections::BTreeMap;

use aws_events::lex;
use connect_flow::{AlternateIntent, BotRef, Contact, LexResult, Outcome, Prompt};
use lex_bot::{Effect, Expects, Input, Session};

use super::caller::Asks;
use super::event::Kind;
use super::listening::Listening;
use super::perform::Reply;
use super::{Call, speech};

/// What Connect tells Lex with every request.
///
/// Source: a code-hook event of a live instance; see also Amazon Lex V2 Developer Guide, "Amazon
/// Connect".
const REQUEST_ATTRIBUTES: [(&str, &str); 2] = [
    ("x-amz-lex:accept-content-types", "PlainText,SSML"),
    ("x-amz-lex:channels:platform", "Connect"),
];

impl Call<'_> {
    /// Talks to a bot until it is done.
    pub(super) async fn converse(
        &mut self,
        contact: &Contact,
        prompt: Option<&Prompt>,
        bot: &BotRef,
        session_attributes: BTreeMap<String, String>,
        initial_message: Option<String>,
    ) -> Outcome {
        if let Some(prompt) = prompt {
            self.play(prompt);
        }
        let BotRef::V2 { alias_arn } = bot else {
            return self.bot_fails("only Lex V2 bots can be executed");
        };
        let line = self.line;
        let Some(alias) = line.bot(alias_arn) else {
            return self.bot_fails(&format!("the project defines no bot alias `{alias_arn}`"));
        };
        let locale = contact.language_code.as_deref().unwrap_or("en-US").replace('-', "_");
        let request_attributes =
            REQUEST_ATTRIBUTES.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let session = Session::new(
            &alias.bot,
            &locale,
            lex::BotIdentity { locale_id: locale.clone(), ..alias.identity.clone() },
            contact.contact_id.clone(),
            session_attributes,
            request_attributes,
        );
        let mut session = match session {
            Ok(session) => session,
            Err(error) => return self.bot_fails(&error.to_string()),
        };

        let mut input = match initial_message {
            Some(message) => Input::Speech(message),
            None => match self.listen(Asks::Wish, &Listening::new(session.attributes(), None)) {
                Reply::Speech(text) => Input::Speech(text),
                Reply::Keys(keys) => Input::Dtmf(keys),
                Reply::HungUp => return Outcome::HungUp,
            },
        };
        loop {
            let effect = match session.step(&alias.bot, input) {
                Ok(effect) => effect,
                Err(error) => return self.bot_fails(&crate::chain(&error)),
            };
            input = match effect {
                Effect::InvokeHook(event) => {
                    self.understood(&event);
                    let Some(hook) = alias.code_hooks.get(&locale) else {
                        return self.bot_fails("the bot's alias names no code hook");
                    };
                    let answer = self.world.lex(hook, &event, self.clock.now()).await;
                    let Some(reply) = self.invoked(hook, answer) else { return Outcome::Failed };
                    match serde_json::from_value::<lex::Response>(reply) {
                        Ok(response) => Input::Hook(response),
                        Err(error) => {
                            return self.bot_fails(&format!("the code hook's answer: {error}"));
                        }
                    }
                }
                Effect::Listen { messages, expects } => {
                    self.say_all(&messages);
                    let (asks, slot) = match &expects {
                        Expects::Intent => (Asks::Wish, None),
                        Expects::Slot { name } => (Asks::Value, Some(name.as_str())),
                        Expects::Confirmation => (Asks::Confirmation, None),
                    };
                    match self.listen(asks, &Listening::new(session.attributes(), slot)) {
                        Reply::Speech(text) => Input::Speech(text),
                        Reply::Keys(keys) => Input::Dtmf(keys),
                        Reply::HungUp => return Outcome::HungUp,
                    }
                }
                Effect::Done(outcome) => {
                    self.say_all(&outcome.messages);
                    return Outcome::BotDone(Box::new(left_behind(outcome)));
                }
            };
        }
    }

    /// Says the messages of a bot, one after the other.
    fn say_all(&mut self, messages: &[lex::Message]) {
        for message in messages {
            match message.content_type {
                lex::ContentType::Ssml => {
                    self.say(&speech::words(&message.content), Some(&message.content));
                }
                lex::ContentType::PlainText => self.say(&message.content, None),
                // Neither can be spoken.
                lex::ContentType::CustomPayload | lex::ContentType::ImageResponseCard => {}
            }
        }
    }

    /// Tells what the bot made of the caller's words.
    fn understood(&mut self, event: &lex::Event) {
        let Some(best) = event.interpretations.first() else { return };
        let slots = best
            .intent
            .slots
            .keys()
            .filter_map(|name| Some((name.clone(), best.intent.slot(name)?.to_owned())))
            .collect();
        self.notice(Kind::Understood {
            intent: best.intent.name.clone(),
            confidence: best.nlu_confidence,
            slots,
        });
    }

    /// Lex is of no help here: the flow takes its error branch.
    fn bot_fails(&mut self, why: &str) -> Outcome {
        self.notice(Kind::BotFailed { why: why.to_owned() });
        Outcome::Failed
    }
}

/// What flows read under `$.Lex`.
fn left_behind(outcome: lex_bot::Outcome) -> LexResult {
    let intent = outcome.intent;
    LexResult {
        slots: slots(&intent),
        dialog_state: dialog_state(intent.state).to_owned(),
        intent_name: intent.name,
        confidence: outcome.confidence,
        session_attributes: outcome.session_attributes,
        alternatives: outcome
            .interpretations
            .into_iter()
            .skip(1)
            .map(|it| AlternateIntent {
                slots: slots(&it.intent),
                intent_name: it.intent.name,
                confidence: it.nlu_confidence,
            })
            .collect(),
        sentiment: None,
    }
}

/// Slots by name, as flows read them.
fn slots(intent: &lex::Intent) -> BTreeMap<String, Option<String>> {
    intent.slots.keys().map(|name| (name.clone(), intent.slot(name).map(str::to_owned))).collect()
}

/// How flows know the state of an intent.
fn dialog_state(state: lex::IntentState) -> &'static str {
    match state {
        lex::IntentState::Failed => "Failed",
        lex::IntentState::Fulfilled => "Fulfilled",
        lex::IntentState::FulfillmentInProgress => "FulfillmentInProgress",
        lex::IntentState::InProgress => "InProgress",
        lex::IntentState::ReadyForFulfillment => "ReadyForFulfillment",
        lex::IntentState::Waiting => "Waiting",
    }
}

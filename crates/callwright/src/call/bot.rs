//! Lets the caller talk to a bot: `lex-bot` decides, the code hook is a function like any other.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_events::lex;
use connect_flow::{BotRef, Contact, Outcome, Prompt};
use jiff::Zoned;
use jiff::tz::TimeZone;
use lex_bot::{
    Effect, Expects, Input, Invocation, Listen, Listening, Progress, Search, SearchKind, Session,
    Start,
};

use super::barge::{self, Played};
use super::caller::{Act, Asks, Waiting};
use super::event::Kind;
use super::{Call, TIME_ZONE, clock, lex_result, listening, speech};
use crate::line::{Alias, Answer};

/// What Connect tells Lex with every request.
///
/// Source: a code-hook event of a live instance; see also Amazon Lex V2 Developer Guide, "Amazon
/// Connect".
const REQUEST_ATTRIBUTES: [(&str, &str); 2] = [
    ("x-amz-lex:accept-content-types", "PlainText,SSML"),
    ("x-amz-lex:channels:platform", "Connect"),
];

/// How long a code hook may take when the bot does not say.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas", Lambda timeout for a code hook.
const MOST_HOOK_TIME: Duration = Duration::from_secs(30);

/// Why a conversation is over before its end.
enum Broken {
    /// The caller hung up, or cannot go on.
    HungUp,
    /// Lex is of no help: the flow takes its error branch.
    Failed(String),
}

/// A conversation, and the bot that it is with.
struct Talk<'a> {
    session: Session,
    alias: &'a Alias,
    locale: String,
}

impl Talk<'_> {
    fn step(&mut self, now: &Zoned, input: Input) -> Result<Effect, Broken> {
        self.session
            .step(&self.alias.bot, now, input)
            .map_err(|error| Broken::Failed(crate::chain(&error)))
    }
}

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
        let talked = match self.begin(contact, bot, session_attributes) {
            Ok(talk) => self.talk(talk, prompt, initial_message).await,
            Err(broken) => {
                if let Some(prompt) = prompt {
                    self.play(prompt);
                }
                Err(broken)
            }
        };
        match talked {
            Ok(outcome) => Outcome::BotDone(Box::new(lex_result::of(outcome))),
            Err(Broken::HungUp) => Outcome::HungUp,
            Err(Broken::Failed(why)) => {
                self.notice(Kind::BotFailed { why });
                Outcome::Failed
            }
        }
    }

    /// Lets a bot ask and give up on the caller before they have said a word.
    pub(super) fn give_up(
        &mut self,
        contact: &Contact,
        prompt: Option<&Prompt>,
        bot: &BotRef,
        session_attributes: BTreeMap<String, String>,
    ) -> Outcome {
        if let Some(prompt) = prompt {
            self.play(prompt);
        }
        let talk = self.begin(contact, bot, session_attributes).ok();
        let how = talk.and_then(|it| it.session.listening().ok()).unwrap_or_default();
        self.acts(Kind::Silent, how.start_timeout);
        Outcome::NoInput
    }

    /// Goes through a conversation to its end.
    async fn talk(
        &mut self,
        mut talk: Talk<'_>,
        prompt: Option<&Prompt>,
        initial_message: Option<String>,
    ) -> Result<lex_bot::Outcome, Broken> {
        let first = talk.session.listening().map_err(|it| Broken::Failed(crate::chain(&it)))?;
        let waiting = Waiting::Speech(Asks::Wish);
        let may_cut_off = first.allow_interrupt && initial_message.is_none();
        let played = prompt
            .map_or(Played::Whole, |it| self.play_until_interrupted(it, waiting, may_cut_off));
        if played == Played::Stopped {
            return Err(Broken::HungUp);
        }
        let mut input = match initial_message {
            Some(message) => Input::Text(message),
            None => self.listen(waiting, &first, None)?,
        };
        loop {
            let now = self.local_time();
            input = match talk.step(&now, input)? {
                Effect::InvokeHook(invocation) => self.invoke_hook(&mut talk, *invocation).await?,
                // Only a code hook that takes long brings this, and that waits by itself.
                Effect::Progress(progress) => {
                    self.progress(&progress)?;
                    Input::Elapsed
                }
                Effect::Listen(listen) => self.ask_for(&listen)?,
                Effect::Search(search) => self.search(&search),
                Effect::Done(outcome) => {
                    for message in &outcome.messages {
                        self.say_message(message);
                    }
                    return Ok(*outcome);
                }
            };
        }
    }

    /// The clock of the call where the contact is.
    fn local_time(&self) -> Zoned {
        let zone = TimeZone::get(TIME_ZONE).unwrap_or(TimeZone::UTC);
        self.clock.now().to_zoned(zone)
    }

    /// Asks, and listens for what the caller does.
    fn ask_for(&mut self, listen: &Listen) -> Result<Input, Broken> {
        let Listen { messages, expects, listening, pause } = listen;
        let waiting = Waiting::Speech(match (pause, expects) {
            (Some(_), _) => Asks::Patience,
            (None, Expects::Intent) => Asks::Wish,
            (None, Expects::Slot { .. }) => Asks::Value,
            (None, Expects::Confirmation) => Asks::Confirmation,
        });
        for message in messages {
            match self.say_to_caller(message, waiting, listening.allow_interrupt) {
                Played::Whole | Played::SpokenInto => {}
                Played::CutOff => break,
                Played::Stopped => return Err(Broken::HungUp),
            }
        }
        self.listen(waiting, listening, *pause)
    }

    /// Listens for what the caller tells a bot.
    fn listen(
        &mut self,
        waiting: Waiting,
        how: &Listening,
        pause: Option<Duration>,
    ) -> Result<Input, Broken> {
        let quiet = match pause {
            Some(pause) => (pause, Input::Elapsed),
            None => (how.start_timeout, Input::Silence),
        };
        let heard = match self.ask(waiting).ok_or(Broken::HungUp)? {
            Act::HangsUp => {
                self.hang_up();
                return Err(Broken::HungUp);
            }
            Act::Says(saying) if how.allow_speech => {
                let heard = listening::words(&saying, how);
                let took = barge::spoken(&saying.text, how.audio_max_length);
                let (text, mood) = (saying.text, saying.mood);
                let (confidence, heard_as) = (saying.confidence, saying.heard);
                let said = Kind::Said { text, confidence, heard: heard_as, mood, lost: false };
                self.acts(said, took);
                heard
            }
            // To a bot, a message is words like any other.
            Act::LeavesMessage(text) if how.allow_speech => {
                let saying = text.as_str().into();
                let heard = listening::words(&saying, how);
                let took = barge::spoken(&text, how.audio_max_length);
                self.acts(Kind::said(text), took);
                heard
            }
            Act::Presses(keys) if how.allow_keys => {
                let heard = listening::keys(&keys, how);
                let took = clock::pressed(&keys);
                self.acts(Kind::Pressed { keys, lost: false }, took);
                self.clock.advance(heard.wait);
                heard
            }
            act @ (Act::Says(_) | Act::LeavesMessage(_) | Act::Presses(_)) => {
                self.unheard(act);
                self.clock.advance(quiet.0);
                return Ok(quiet.1);
            }
            Act::Silence | Act::Stops(_) => {
                self.acts(Kind::Silent, quiet.0);
                return Ok(quiet.1);
            }
        };
        Ok(heard.input)
    }

    /// Calls the code hook, and says what the bot says while it is at work.
    async fn invoke_hook(
        &mut self,
        talk: &mut Talk<'_>,
        invocation: Invocation,
    ) -> Result<Input, Broken> {
        let Invocation { event, mut update_after, timeout } = invocation;
        self.understood(&event);
        let alias = talk.alias;
        let hook = alias.locales.get(&talk.locale).and_then(|it| it.code_hook.as_deref());
        let Some(hook) = hook else {
            return Err(Broken::Failed("the bot's alias names no code hook".to_owned()));
        };
        let began = self.clock.elapsed();
        let answer = self.world.lex(hook, &event, self.clock.now()).await;
        let patience = timeout.unwrap_or(MOST_HOOK_TIME);
        let own_limit = self.line.function_timeout(hook).unwrap_or(Duration::MAX);
        let limit = patience.min(own_limit);
        let takes = self.slowness(hook);
        let ends = began.saturating_add(takes.min(limit));
        while let Some(after) = update_after {
            let due = self.clock.elapsed().saturating_add(after);
            if due >= ends {
                break;
            }
            self.waits(due);
            let now = self.local_time();
            let Effect::Progress(progress) = talk.step(&now, Input::Elapsed)? else { break };
            self.progress(&progress)?;
            update_after = progress.update_after;
        }
        self.waits(ends);
        if takes >= limit {
            let seconds = limit.as_secs();
            let (why, input) = if own_limit <= patience {
                (format!("it timed out after its own {seconds} s"), Input::HookFailed)
            } else {
                (format!("Lex waits no longer than {seconds} s"), Input::HookTimedOut)
            };
            self.invoked(hook, Answer { reply: Err(why), ..answer });
            return Ok(input);
        }
        let reply = self.invoked(hook, answer);
        self.changes().await;
        let Some(reply) = reply else { return Ok(Input::HookFailed) };
        match serde_json::from_value::<lex::Response>(reply) {
            Ok(response) => Ok(Input::Hook(response)),
            Err(error) => Err(Broken::Failed(format!("the code hook's answer: {error}"))),
        }
    }

    /// How long a function takes in the call, as the script says.
    fn slowness(&self, arn: &str) -> Duration {
        let name = self.line.function_name(arn).unwrap_or(arn);
        let seconds = self.setting.slow.get(name).map_or(0, |it| it.value);
        Duration::from_secs(seconds.into())
    }

    /// Says what there is to say while the code hook is at work.
    fn progress(&mut self, progress: &Progress) -> Result<(), Broken> {
        for message in &progress.messages {
            let waiting = Waiting::Speech(Asks::Patience);
            match self.say_to_caller(message, waiting, progress.allow_interrupt) {
                Played::Whole | Played::SpokenInto => {}
                // Nobody listens now: what cuts the words off is lost.
                Played::CutOff => {
                    let act = self.ask(waiting).ok_or(Broken::HungUp)?;
                    self.unheard(act);
                    break;
                }
                Played::Stopped => return Err(Broken::HungUp),
            }
        }
        Ok(())
    }

    /// Looks something up: what the script says is found, else nothing is.
    fn search(&mut self, search: &Search) -> Input {
        let found = self.setting.replies.searches.get(&search.kind).cloned();
        let answer = match &found {
            Some(answer) => format!("\"{}\"", answer.text),
            None => "nothing found".to_owned(),
        };
        let of = match search.kind {
            SearchKind::BedrockAgent => "Bedrock",
            SearchKind::Kendra => "Kendra",
            SearchKind::QInConnect => "Q in Connect",
            SearchKind::QnA => "QnA",
        };
        let (of, what) = (of.to_owned(), search.intent.clone());
        self.notice(Kind::Asked { of, what, answer });
        Input::Found(found)
    }

    /// Says a message of a bot that the caller may cut off.
    fn say_to_caller(
        &mut self,
        message: &lex::Message,
        waiting: Waiting,
        may_cut_off: bool,
    ) -> Played {
        match spoken(message) {
            Some((words, ssml)) => self.say_until_interrupted(&words, ssml, waiting, may_cut_off),
            None => Played::Whole,
        }
    }

    /// Says a message of a bot to its end.
    fn say_message(&mut self, message: &lex::Message) {
        if let Some((words, ssml)) = spoken(message) {
            self.say(&words, ssml);
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
            sentiment: best.sentiment_response.as_ref().map(|it| it.sentiment.as_str().to_owned()),
        });
    }
}

impl<'a> Call<'a> {
    /// Begins a conversation with the bot behind an alias.
    fn begin(
        &self,
        contact: &Contact,
        bot: &BotRef,
        attributes: BTreeMap<String, String>,
    ) -> Result<Talk<'a>, Broken> {
        let failed = |why: String| Err(Broken::Failed(why));
        let BotRef::V2 { alias_arn } = bot else {
            return failed("only Lex V2 bots can be executed".to_owned());
        };
        let line = self.line;
        let Some(alias) = line.bot(alias_arn) else {
            return failed(format!("the project defines no bot alias `{alias_arn}`"));
        };
        let locale = contact.language_code.as_deref().unwrap_or("en-US").replace('-', "_");
        if alias.locales.get(&locale).is_some_and(|it| !it.enabled) {
            return failed(format!("the bot's alias does not answer in `{locale}`"));
        }
        let request_attributes =
            REQUEST_ATTRIBUTES.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let start = Start {
            locale: locale.clone(),
            identity: lex::BotIdentity { locale_id: locale.clone(), ..alias.identity.clone() },
            session_id: contact.contact_id.clone(),
            attributes,
            request_attributes,
            detect_sentiment: alias.detects_sentiment,
        };
        match Session::new(&alias.bot, start) {
            Ok(session) => Ok(Talk { session, alias, locale }),
            Err(error) => failed(error.to_string()),
        }
    }
}

/// The words of a message, and the markup they came with; `None` when it cannot be spoken.
fn spoken(message: &lex::Message) -> Option<(String, Option<&str>)> {
    match message.content_type {
        lex::ContentType::Ssml => {
            Some((speech::words(&message.content), Some(message.content.as_str())))
        }
        lex::ContentType::PlainText => Some((message.content.clone(), None)),
        _ => None,
    }
}

//! Performs the effects of a flow.

use std::time::Duration;

use connect_flow::{
    Collected, Contact, DigitSpec, Effect, HoursRef, InvocationMode, Metrics, Outcome, Party,
    Prompt, QueueRef, Recording, Stage,
};

use super::barge::Played;
use super::caller::{Act, Waiting};
use super::event::{Invoked, Kind};
use super::{Call, clock, speech};
use crate::line::Answer;

impl Call<'_> {
    /// Performs one effect and says what came of it.
    pub(super) async fn perform(&mut self, effect: Effect, contact: &Contact) -> Outcome {
        match effect {
            Effect::Play(prompt) => {
                let played = self.play(&prompt);
                if self.caller_listens() && self.caller.hangs_up(&self.heard) {
                    self.hang_up()
                } else {
                    played
                }
            }
            Effect::CollectDigits { prompt, .. } | Effect::Converse { prompt, .. }
                if !self.caller_listens() =>
            {
                // An agent who hears a whisper, or nobody, presses nothing.
                if let Some(prompt) = &prompt {
                    self.play(prompt);
                }
                Outcome::NoInput
            }
            Effect::CollectDigits { prompt, spec } => self.collect(prompt.as_ref(), &spec),
            Effect::Converse { prompt, bot, session_attributes, initial_message } => {
                self.converse(contact, prompt.as_ref(), &bot, session_attributes, initial_message)
                    .await
            }
            Effect::InvokeFunction { arn, time_limit, mode, event, .. } => {
                let answer = self.world.connect(&arn, &event, self.clock.now(), time_limit).await;
                let answer = self.invoked(&arn, answer);
                self.changes().await;
                match (mode, answer) {
                    (InvocationMode::Async, _) => Outcome::Done,
                    (InvocationMode::Sync, Some(reply)) => Outcome::FunctionReply(reply),
                    (InvocationMode::Sync, None) => Outcome::Failed,
                }
            }
            Effect::CheckHours { hours } => self.check_hours(&hours),
            Effect::ReadMetrics { queue } => self.read_metrics(&queue),
            Effect::SetRecording(recording) => self.set_recording(recording, contact),
            Effect::TransferToQueue { queue } => self.transfer(&queue),
            Effect::PlayRepeatedly { messages, interrupt_every, .. } => {
                self.play_repeatedly(&messages, interrupt_every)
            }
            ref asked @ (Effect::Wait { .. }
            | Effect::CallThirdParty { .. }
            | Effect::CompleteOutboundCall { .. }
            | Effect::CheckCallStatus
            | Effect::SetCallbackNumber { .. }
            | Effect::CreateCallback(_)
            | Effect::OfferToAgent { .. }
            | Effect::TransferToAgent { .. }
            | Effect::SetHold(_)
            | Effect::Request(_)) => self.ask_elsewhere(asked, contact),
            // These never come here: somebody does something about them, or the call is over.
            Effect::WaitInQueue { .. }
            | Effect::Talk { .. }
            | Effect::OnHold
            | Effect::CallCustomer { .. }
            | Effect::End(_) => Outcome::Done,
        }
    }

    /// Plays a prompt to its end.
    pub(super) fn play(&mut self, prompt: &Prompt) -> Outcome {
        match prompt {
            Prompt::Text(text) => self.say(text, None),
            Prompt::Ssml(ssml) => self.say(&speech::words(ssml), Some(ssml)),
            Prompt::Recorded(id) => self.say(&format!("({})", self.line.prompt_name(id)), None),
            Prompt::Media { uri } => {
                let name = uri.rsplit('/').next().unwrap_or(uri).to_owned();
                self.say(&format!("({name})"), None);
            }
        }
        Outcome::Done
    }

    /// Lets the caller hear some words, or the agent if it is theirs to hear.
    pub(super) fn say(&mut self, words: &str, ssml: Option<&str>) {
        let words = crate::script::plain(words);
        if words.is_empty() {
            return;
        }
        let took = clock::spoken(&words);
        match self.listener {
            Party::Customer => {}
            Party::Agent => {
                self.notice(Kind::AgentHeard { text: words.clone() });
                self.heard.agent.push(words);
                // What both sides hear on hold they hear at the same time.
                if self.stage != Stage::AgentHold {
                    self.recorder.quiet(took);
                    self.clock.advance(took);
                }
                return;
            }
            Party::Nobody => return,
        }
        self.notice(Kind::Heard { text: words.clone(), ssml: ssml.map(str::to_owned) });
        self.recorder.line_speaks(took);
        self.clock.advance(took);
        self.heard.caller.push(words);
        self.has_spoken = true;
    }

    /// Asks the caller what they do; `None` when they cannot go on.
    pub(super) fn ask(&mut self, waiting: Waiting) -> Option<Act> {
        match self.caller.act(waiting, &self.heard) {
            Act::Stops(failure) => {
                self.failures.push(failure);
                self.parted = true;
                None
            }
            act => Some(act),
        }
    }

    /// Tells what the caller did, and lets its time pass.
    pub(super) fn acts(&mut self, kind: Kind, took: Duration) {
        match &kind {
            Kind::Said { text, .. } => self.recorder.caller_speaks(text, took),
            Kind::LeftMessage { text } => self.recorder.message(text, took),
            _ => self.recorder.quiet(took),
        }
        self.notice(kind);
        self.clock.advance(took);
        self.has_spoken = false;
    }

    /// Plays a prompt and collects keys. What is pressed beyond what the line takes is lost.
    fn collect(&mut self, prompt: Option<&Prompt>, spec: &DigitSpec) -> Outcome {
        let waiting =
            Waiting::Keys { limit: spec.max_digits, recording: self.recorder.is_recording() };
        if let Some(prompt) = prompt
            && self.play_until_interrupted(prompt, waiting, true) == Played::Stopped
        {
            return Outcome::HungUp;
        }
        let mut left = spec.first_digit;
        loop {
            match self.ask(waiting) {
                Some(Act::Presses(keys)) => {
                    let pressed = Kind::Pressed { keys: keys.clone(), lost: false };
                    self.acts(pressed, clock::pressed(&keys));
                    match spec.collect(&keys) {
                        Collected::Complete(digits) => return Outcome::Digits(digits),
                        // Everything was cleared again: the line goes on waiting.
                        Collected::Waiting(digits) if digits.is_empty() => {}
                        Collected::Waiting(digits) => {
                            self.clock.advance(spec.inter_digit);
                            return Outcome::Digits(digits);
                        }
                    }
                }
                Some(Act::LeavesMessage(text)) => {
                    let (text, took) = clock::cut(&text, left);
                    left = left.saturating_sub(took);
                    self.acts(Kind::LeftMessage { text }, took);
                    if left.is_zero() {
                        return Outcome::NoInput;
                    }
                }
                // Words are not heard by a menu: to it they are silence.
                Some(Act::Silence | Act::Says(_) | Act::Stops(_)) => {
                    self.acts(Kind::Silent, left);
                    return Outcome::NoInput;
                }
                Some(Act::HangsUp) => return self.hang_up(),
                None => return Outcome::HungUp,
            }
        }
    }

    pub(super) fn hang_up(&mut self) -> Outcome {
        self.notice(Kind::HungUp);
        Outcome::HungUp
    }

    /// Notes an invocation; gives the reply, if there is one.
    pub(super) fn invoked(&mut self, arn: &str, answer: Answer) -> Option<serde_json::Value> {
        let function = self.line.function_name(arn).unwrap_or(arn).to_owned();
        self.invoked.push(function);
        self.tried(arn, answer)
    }

    /// Tells how an invocation went; gives the reply, if there is one.
    pub(super) fn tried(&mut self, arn: &str, answer: Answer) -> Option<serde_json::Value> {
        let function = self.line.function_name(arn).unwrap_or(arn).to_owned();
        self.memory = self.memory.max(answer.memory);
        let (reply, error) = match answer.reply {
            Ok(reply) => (Some(reply), None),
            Err(error) => (None, Some(error)),
        };
        self.notice(Kind::Invoked {
            function,
            invocation: Invoked {
                duration_ms: millis(answer.duration),
                init_ms: answer.init.map(millis),
                tries: answer.tries,
                error,
                log: answer.log,
            },
        });
        reply
    }

    fn check_hours(&mut self, hours: &HoursRef) -> Outcome {
        let hours = match hours {
            HoursRef::Id(id) => self.line.hours(id),
            HoursRef::OfQueue(queue) => self.line.hours_of_queue(queue),
        };
        hours.map_or(Outcome::Failed, |it| Outcome::Open(it.is_open(self.clock.now())))
    }

    fn read_metrics(&mut self, queue: &str) -> Outcome {
        let Some(name) = self.line.queue_name(queue) else { return Outcome::Failed };
        let agents = Some(u64::from(self.setting.agents));
        Outcome::Metrics(Metrics {
            queue: Some(QueueRef { arn: queue.to_owned(), name: name.to_owned() }),
            contacts_in_queue: Some(u64::from(self.setting.waiting)),
            oldest_contact_age: Some(Duration::ZERO),
            agents_online: agents,
            agents_available: agents,
            agents_staffed: agents,
            agents_after_contact_work: Some(0),
            agents_busy: Some(0),
            agents_missed: Some(0),
            agents_non_productive: Some(0),
        })
    }

    fn set_recording(&mut self, recording: Recording, contact: &Contact) -> Outcome {
        let Recording { agent, customer, ivr } = recording;
        let of = [("agent", agent), ("customer", customer), ("ivr", ivr)];
        let of = of.into_iter().filter(|(_, on)| *on).map(|(name, _)| name).collect();
        self.notice(Kind::Recording { of });
        if ivr {
            self.recorded.get_or_insert_with(|| contact.contact_id.clone());
        }
        self.recorder.switch(ivr, self.clock.now());
        Outcome::Done
    }

    fn transfer(&mut self, queue: &QueueRef) -> Outcome {
        if self.setting.queue_full {
            return Outcome::AtCapacity;
        }
        match self.line.queue_name(&queue.arn) {
            Some(name) => {
                self.notice(Kind::Queued { queue: name.to_owned() });
                Outcome::Done
            }
            None => Outcome::Failed,
        }
    }
}

/// A duration in milliseconds, to the microsecond.
pub(crate) fn millis(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1_000_000.0).round() / 1000.0
}

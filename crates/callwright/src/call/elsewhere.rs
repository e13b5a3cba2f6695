//! Effects that reach beyond caller, bot and functions: other people's telephones, agents, and
//! services that are not simulated.

use std::time::Duration;

use connect_flow::{CallStatus, Contact, Effect, Outcome, Prompt, QueueRef, Reply, Request};

use super::Call;
use super::event::Kind;

impl Call<'_> {
    /// Answers an effect as the script says, or else as it sensibly turns out, and tells what was
    /// asked and answered.
    pub(super) fn ask_elsewhere(&mut self, effect: &Effect, contact: &Contact) -> Outcome {
        let outcome = self.reply.take().unwrap_or_else(|| effect.default_outcome());
        if let (Effect::CreateCallback(callback), Outcome::Done) = (effect, &outcome) {
            self.callbacks.push_back((callback.as_ref().clone(), contact.clone()));
        }
        self.notice(Kind::Asked { of: of(effect), what: what(effect), answer: answer(&outcome) });
        if let Some(took) = took(effect, &outcome) {
            self.recorder.quiet(took);
            self.clock.advance(took);
        }
        outcome
    }

    /// Plays messages once; what is left until the flow wants to go on is silence.
    pub(super) fn play_repeatedly(
        &mut self,
        messages: &[Prompt],
        interrupt_every: Option<Duration>,
    ) -> Outcome {
        let began = self.clock.elapsed();
        for prompt in messages {
            self.play(prompt);
        }
        if self.caller_listens() && self.caller.hangs_up(&self.heard) {
            return self.hang_up();
        }
        let Some(every) = interrupt_every else { return Outcome::Done };
        let left = every.saturating_sub(self.clock.elapsed().saturating_sub(began));
        if self.caller_listens() {
            self.recorder.quiet(left);
            self.clock.advance(left);
        }
        Outcome::Interrupted
    }
}

/// How long it takes until it is answered; `None` when it is at once.
///
/// What is waited for happens as soon as it is waited for, and calls are answered at the first ring.
fn took(effect: &Effect, outcome: &Outcome) -> Option<Duration> {
    match (effect, outcome) {
        (Effect::Wait { limit, .. }, Outcome::Done)
        | (Effect::CallThirdParty { limit, .. }, Outcome::TimedOut) => Some(*limit),
        _ => None,
    }
}

/// Who is asked.
fn of(effect: &Effect) -> String {
    match effect {
        Effect::Request(request) => request.service().to_string(),
        Effect::OfferToAgent { .. } | Effect::TransferToAgent { .. } => "agent".to_owned(),
        _ => "call".to_owned(),
    }
}

/// What is asked, in a few words.
fn what(effect: &Effect) -> String {
    match effect {
        Effect::Request(request) => asked(request),
        Effect::Wait { limit, .. } => format!("waits {} s", limit.as_secs()),
        Effect::CallThirdParty { number, .. } => format!("calls {number}"),
        Effect::CreateCallback(callback) => {
            let number = callback.number.as_deref().unwrap_or("nobody");
            let QueueRef { arn, name } = &callback.queue;
            let queue = if name.is_empty() { arn } else { name };
            format!("calls {number} back, from queue {queue}")
        }
        Effect::SetCallbackNumber { number } => format!("can be called back on {number}"),
        Effect::OfferToAgent { agent } => format!("is offered to {agent}"),
        other => other.name().to_owned(),
    }
}

/// The type of the action, and its parameters where they fit.
fn asked(request: &Request) -> String {
    const SHOWN: usize = 80;
    let parameters = request.parameters.to_string();
    match parameters.chars().count() {
        ..=2 => request.kind.type_name().to_owned(),
        3..=SHOWN => format!("{} {parameters}", request.kind.type_name()),
        _ => {
            let shown: String = parameters.chars().take(SHOWN).collect();
            format!("{} {shown}…", request.kind.type_name())
        }
    }
}

/// What came of it, in a few words.
fn answer(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Replied(Reply { error: Some(error), .. }) => error.clone(),
        Outcome::Replied(Reply { result: Some(result), .. }) => result.clone(),
        Outcome::Replied(_) | Outcome::Done => "done".to_owned(),
        Outcome::Failed => "failed".to_owned(),
        Outcome::CallStatus(CallStatus::CallAnswered) => "a person answers".to_owned(),
        Outcome::CallStatus(status) => status.as_str().to_owned(),
        Outcome::Happened(event) => event.as_str().to_owned(),
        other => other.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use connect_flow::{CallerId, Channel, RequestKind, WaitEvent};
    use serde_json::{Value, json};

    use super::*;

    fn request(parameters: Value) -> Effect {
        Effect::Request(Box::new(Request {
            kind: RequestKind::GetCase,
            contact_id: "c-1".to_owned(),
            channel: Channel::Voice,
            parameters,
            results: Vec::new(),
        }))
    }

    #[test]
    fn what_is_asked_is_told_in_a_few_words() {
        let call = Effect::CallThirdParty {
            number: "+12025550199".to_owned(),
            limit: Duration::from_secs(30),
            goes_on: true,
            dtmf: None,
            caller_id: CallerId { number: None, name: None },
        };
        for (effect, expected_of, expected) in [
            (call, "call", "calls +12025550199"),
            (Effect::CheckCallStatus, "call", "CheckCallStatus"),
            (Effect::OfferToAgent { agent: "a-1".to_owned() }, "agent", "is offered to a-1"),
            (request(json!({})), "cases", "GetCase"),
            (request(json!({ "CaseId": "7" })), "cases", "GetCase {\"CaseId\":\"7\"}"),
        ] {
            assert_eq!(of(&effect), expected_of);
            assert_eq!(what(&effect), expected);
        }
        let long = what(&request(json!({ "Text": "x".repeat(200) })));
        assert!(long.ends_with('…') && long.chars().count() < 100, "{long}");
    }

    #[test]
    fn time_passes_while_nothing_happens_and_nobody_answers() {
        let limit = Duration::from_secs(30);
        let wait = Effect::Wait { limit, events: vec![WaitEvent::CustomerReturned] };
        let call = Effect::CallThirdParty {
            number: "+12025550199".to_owned(),
            limit,
            goes_on: true,
            dtmf: None,
            caller_id: CallerId { number: None, name: None },
        };
        for (effect, outcome, expected) in [
            (&wait, Outcome::Done, Some(limit)),
            (&wait, Outcome::Happened(WaitEvent::CustomerReturned), None),
            (&call, Outcome::TimedOut, Some(limit)),
            (&call, Outcome::CallFailed, None),
            (&call, Outcome::Done, None),
        ] {
            assert_eq!(took(effect, &outcome), expected, "{outcome:?}");
        }
    }

    #[test]
    fn what_came_of_it_is_told_in_a_few_words() {
        for (outcome, expected) in [
            (Outcome::Done, "done"),
            (Outcome::Failed, "failed"),
            (Outcome::CallStatus(CallStatus::CallAnswered), "a person answers"),
            (Outcome::CallStatus(CallStatus::VoicemailBeep), "VoicemailBeep"),
            (Outcome::Happened(WaitEvent::CustomerReturned), "CustomerReturned"),
            (Outcome::Replied(Reply::done()), "done"),
            (Outcome::Replied(Reply::result("Next")), "Next"),
            (Outcome::Replied(Reply::error("NoneFound")), "NoneFound"),
            (Outcome::TimedOut, "TimedOut"),
        ] {
            assert_eq!(answer(&outcome), expected);
        }
    }
}

//! Every way through the flows in `contact-flows/`.
//!
//! The interpreter is given every kind of answer at every effect, so that each branch is taken with
//! each state that can lead to it. On none of these ways may a caller be dropped without a word, or
//! be recorded without having been asked.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat;
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;
use std::time::Duration;

use connect_flow::{
    Contact, Effect, End, Execution, Flow, FlowKind, Library, Metrics, Outcome, Prompt, Recording,
    Results,
};
use serde_json::json;

/// The flows by file name, each with the placeholder that the others name it with.
const FLOWS: [(&str, &str); 9] = [
    ("inbound", "${InboundFlowArn}"),
    ("assistant", "${AssistantFlowArn}"),
    ("escalation", "${EscalationFlowArn}"),
    ("voicemail", "${VoicemailFlowArn}"),
    ("goodbye", "${GoodbyeFlowArn}"),
    ("waiting", "${WaitingFlowArn}"),
    ("whisper", "${WhisperFlowArn}"),
    ("emergency", "${EmergencyFlowArn}"),
    ("callback", "${CallbackFlowArn}"),
];

/// The text of a flow.
fn flow_file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contact-flows");
    std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap()
}

/// The flows of this project but for some, as if those could not be reached.
fn library_without(missing: &[&str]) -> Library {
    let mut library = Library::new();
    for (name, arn) in FLOWS.iter().filter(|(name, _)| !missing.contains(name)) {
        let json = flow_file(name);
        library.insert(*arn, FlowKind::Flow, *name, Flow::parse(&json).unwrap());
    }
    library
}

/// What may be read of the last results while a flow runs, in it or in any that follows, by the
/// flow's placeholder.
static READ: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| {
    let texts: BTreeMap<_, _> = FLOWS.iter().map(|(name, arn)| (*arn, flow_file(name))).collect();
    // One that a flow hooks to the contact may begin while any other runs.
    let hooked: String = texts
        .values()
        .flat_map(|text| {
            Flow::parse(text).unwrap().to_json()["Actions"].as_array().unwrap().clone()
        })
        .filter(|it| it["Type"] == "UpdateContactEventHooks")
        .map(|it| it["Parameters"].to_string())
        .collect();
    let read = |flow: &'static str| {
        let mut following = vec![flow];
        let mut at = 0;
        while let Some(text) = following.get(at).map(|it| &texts[it]) {
            let new = texts.keys().filter(|it| text.contains(**it) || hooked.contains(**it));
            let new: Vec<_> = new.filter(|it| !following.contains(it)).copied().collect();
            following.extend(new);
            at += 1;
        }
        let is_read = |root: &&str| following.iter().any(|it| texts[it].contains(root));
        ["$.External", "$.Lex", "$.Metrics"].into_iter().filter(is_read).collect()
    };
    texts.keys().map(|flow| (*flow, read(flow))).collect()
});

/// Which lines are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// One that asks callers to object to being recorded.
    One,
    /// Those that ask them to agree, or do not ask, as well.
    All,
}

/// An action that was run. Ways that have begun alike share what they have in common.
struct Step {
    /// `flow/action`.
    action: String,
    /// Branch and notes, for whoever has to mend the flow.
    told: String,
    before: Option<Rc<Self>>,
}

/// One way through the flows, up to an effect.
#[derive(Clone)]
struct Way {
    execution: Execution,
    effect: Effect,
    /// The effect before it.
    before: Option<Effect>,
    /// Whether the caller may be recorded; `None` before they were asked.
    consent: Option<bool>,
    /// Actions taken, the last of them; `None` before the first.
    trail: Option<Rc<Step>>,
    /// How many of them came after the effect before.
    n_new: usize,
}

impl Way {
    fn begin(library: &Library) -> Self {
        let contact = Contact { contact_id: "c".to_owned(), ..Contact::default() };
        let [(_, inbound), ..] = FLOWS;
        let execution = Execution::start(library, inbound, contact).unwrap();
        let nothing = Effect::Play(Prompt::Text(String::new()));
        Self { execution, effect: nothing, before: None, consent: None, trail: None, n_new: 0 }
            .follow(library, Outcome::Done)
    }

    fn follow(&self, library: &Library, outcome: Outcome) -> Self {
        let mut next = self.clone();
        if let Effect::CollectDigits { .. } = &self.effect {
            let keys = match &outcome {
                Outcome::Digits(keys) => keys.as_str(),
                _ => "",
            };
            let granted = match self.attribute("recording") {
                "opt-in" => keys == "1",
                "off" => false,
                _ => !matches!(keys, "*" | "2") && outcome != Outcome::Failed,
            };
            next.consent = next.consent.or(Some(granted));
        }
        let step = next.execution.step(library, outcome).unwrap();
        let n_new = step.trail.len();
        for it in step.trail {
            let action = format!("{}/{}", it.flow_name, it.action);
            let told = format!("{:?} {:?}", it.branch, it.notes);
            next.trail = Some(Rc::new(Step { action, told, before: next.trail.take() }));
        }
        next.n_new = n_new;
        next.before = Some(std::mem::replace(&mut next.effect, step.effect));
        next.forget();
        next
    }

    /// Forgets the results that no flow reads from here on: ways that differ in nothing else are
    /// one, which is a tenth of them.
    fn forget(&mut self) {
        let none = BTreeSet::new();
        let read = self.execution.position().map_or(&none, |(flow, _)| &READ[flow]);
        let Results { external, lex, metrics, .. } = &mut self.execution.contact_mut().results;
        if !read.contains("$.External") {
            *external = json!({});
        }
        lex.take_if(|_| !read.contains("$.Lex"));
        metrics.take_if(|_| !read.contains("$.Metrics"));
    }

    fn attribute(&self, name: &str) -> &str {
        self.execution.contact().attributes.get(name).map_or("", String::as_str)
    }

    /// What was done, the last first.
    fn steps(&self) -> impl Iterator<Item = &Step> {
        std::iter::successors(self.trail.as_deref(), |it| it.before.as_deref())
    }

    /// What can matter for how it goes on, which the execution holds with its effect, and for what
    /// is checked here.
    fn key(&self) -> String {
        let before = match &self.effect {
            Effect::End(_) => self.before.as_ref(),
            Effect::InvokeFunction { .. } => self.before.as_ref().filter(|it| is_invocation(it)),
            _ => None,
        };
        // Twenty times as fast as JSON in a debug build, and nothing in it is masked.
        format!("{:?} {before:?} {:?}", self.execution, self.consent)
    }

    fn fail(&self, why: &str) -> ! {
        let mut told: Vec<_> =
            self.steps().map(|it| format!("{} {}", it.action, it.told)).collect();
        told.reverse();
        panic!("{why}\n{:?}\n{}", self.effect, told.join("\n"))
    }
}

/// What greeting answers for a line that asks about recording in some way and has a number for
/// emergencies, or none. All that the flows say later on sounds the same.
fn greeting(recording: &str, emergency_number: &str) -> serde_json::Value {
    let mut answer = json!({
        "greeting": "Hi.", "disclosure": "I'm a machine.", "language": "en-US", "voice": "Joanna",
        "engine": "Neural", "style": "None", "line": "northwind", "recording": recording,
        "consentPrompt": "en-US-1", "queue": "${SupportQueueArn}", "mailbox": "general",
        "emergencyNumber": emergency_number, "offerCallback": "no", "accountDigits": "8",
    });
    for name in said() {
        answer[name] = json!("Well. Goodbye.");
    }
    answer
}

/// The names of all that the flows say by attributes, as `inbound` keeps them.
fn said() -> Vec<String> {
    let inbound = Flow::parse(&flow_file("inbound")).unwrap().to_json();
    let actions = inbound["Actions"].as_array().unwrap();
    let set = actions.iter().find(|it| it["Identifier"] == "set-words").unwrap();
    let attributes = set["Parameters"]["Attributes"].as_object().unwrap();
    attributes.keys().filter(|it| it.starts_with("say")).cloned().collect()
}

/// The session attributes that the code hook leaves when the caller wants another language.
fn language_changed() -> BTreeMap<String, String> {
    let answer = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../functions/intent/tests/answers/language-changed.json");
    let answer: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(answer).unwrap()).unwrap();
    let attributes = &answer["answer"]["sessionState"]["sessionAttributes"];
    serde_json::from_value(attributes.clone()).unwrap()
}

/// Everything that may come of the effect that a way has come to. What differs from line to line is
/// varied only where `lines` says so: it multiplies all ways by the number of lines.
fn outcomes(way: &Way, lines: Lines) -> Vec<Outcome> {
    let effect = &way.effect;
    match effect {
        Effect::Play(_) | Effect::CreateCallback(_) => vec![Outcome::Done, Outcome::Failed],
        Effect::CollectDigits { .. } => ["*", "#", "1", "2", "5"]
            .map(|key| Outcome::Digits(key.to_owned()))
            .into_iter()
            .chain([Outcome::NoInput, Outcome::Failed])
            .collect(),
        Effect::Converse { .. } => {
            let leaves = |pairs: &[(&str, &str)]| {
                let own = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
                Outcome::BotDone(Box::new(connect_flow::LexResult {
                    intent_name: "FallbackIntent".to_owned(),
                    session_attributes: pairs.iter().map(own).collect::<BTreeMap<_, _>>(),
                    ..connect_flow::LexResult::default()
                }))
            };
            let other_language = |then| {
                leaves(&[
                    ("next", "other-language"),
                    ("then", then),
                    ("language", "es-US"),
                    ("voice", "Lupe"),
                    ("prompt", "Bien."),
                ])
            };
            let own: Vec<_> = language_changed().into_iter().collect();
            let pairs: Vec<_> = own.iter().map(|(key, it)| (key.as_str(), it.as_str())).collect();
            let language = leaves(&pairs);
            let switched = way.steps().filter(|it| it.action == "assistant/switch-voice");
            // What comes of a second language is what comes of the first, but for the count.
            if switched.count() > 1 {
                return vec![language];
            }
            vec![
                leaves(&[("next", "goodbye"), ("outcome", "served")]),
                leaves(&[("next", "person"), ("reason", "asked"), ("outcome", "none")]),
                leaves(&[("next", "message"), ("mailbox", "general"), ("summary", "s")]),
                leaves(&[("next", "callback"), ("summary", "s")]),
                leaves(&[("next", "emergency")]),
                other_language("emergency"),
                other_language("goodbye"),
                language,
                leaves(&[("next", "elsewhere")]),
                leaves(&[]),
                Outcome::NoInput,
                Outcome::Failed,
            ]
        }
        Effect::InvokeFunction { arn, .. } => {
            let replies = match arn.as_str() {
                "${GreetingFunctionArn}" if lines == Lines::One => vec![greeting("opt-out", "")],
                "${GreetingFunctionArn}" => vec![
                    greeting("opt-out", ""),
                    greeting("opt-in", "+12025550192"),
                    greeting("off", ""),
                ],
                "${EscalationFunctionArn}" => ["queue", "voicemail", "move", "elsewhere"]
                    .map(|route| {
                        json!({ "route": route, "queue": "another", "announcement": "Well.",
                                "summary": "s", "mailbox": "general" })
                    })
                    .to_vec(),
                "${VoicemailFunctionArn}" => vec![json!({ "prompt": "Leave a message." })],
                other => panic!("the flows invoke `{other}`"),
            };
            // A reply of the wrong shape, and one that lacks everything.
            let bad = [Outcome::FunctionReply(json!([])), Outcome::FunctionReply(json!({}))];
            let good = replies.into_iter().map(Outcome::FunctionReply);
            good.chain(bad).chain([Outcome::Failed]).collect()
        }
        Effect::CheckHours { .. } => {
            vec![Outcome::Open(true), Outcome::Open(false), Outcome::Failed]
        }
        Effect::ReadMetrics { .. } => {
            let staffed =
                |agents| Outcome::Metrics(Metrics { agents_staffed: agents, ..Metrics::default() });
            vec![staffed(Some(2)), staffed(Some(0)), staffed(None), Outcome::Failed]
        }
        Effect::SetRecording(_) => vec![Outcome::Done],
        Effect::TransferToQueue { .. } => {
            vec![Outcome::Done, Outcome::AtCapacity, Outcome::Failed]
        }
        Effect::PlayRepeatedly { .. }
        | Effect::Wait { .. }
        | Effect::CallThirdParty { .. }
        | Effect::CompleteOutboundCall { .. }
        | Effect::CheckCallStatus
        | Effect::SetCallbackNumber { .. }
        | Effect::OfferToAgent { .. }
        | Effect::TransferToAgent { .. }
        | Effect::SetHold(_)
        | Effect::CallCustomer { .. }
        | Effect::Request(_) => vec![effect.default_outcome(), Outcome::Failed],
        Effect::WaitInQueue { .. } => {
            vec![Outcome::Stays, Outcome::AgentAnswers(Box::default())]
        }
        Effect::Talk { .. } => vec![Outcome::Stays, Outcome::AgentHangsUp, Outcome::AgentHolds],
        Effect::OnHold => vec![Outcome::Stays, Outcome::AgentResumes],
        Effect::End(_) => Vec::new(),
    }
}

/// Takes every way once, up to what matters for how it goes on; gives the actions left behind.
fn explore(library: &Library, lines: Lines, check: impl Fn(&Way)) -> BTreeSet<String> {
    let mut open = vec![Way::begin(library)];
    let (mut seen, mut left_behind) = (BTreeSet::new(), BTreeSet::new());
    while let Some(way) = open.pop() {
        // What came before the last effect was seen with the way that had come to it.
        left_behind.extend(way.steps().take(way.n_new).map(|it| it.action.clone()));
        if !seen.insert(way.key()) {
            continue;
        }
        check(&way);
        open.extend(outcomes(&way, lines).into_iter().map(|it| way.follow(library, it)));
    }
    left_behind
}

fn nobody_is_dropped_without_a_word(way: &Way) {
    let Effect::End(end) = &way.effect else { return };
    match end {
        End::Queue { .. } | End::Agent { .. } | End::AgentHungUp | End::ThirdParty { .. } => {}
        End::Disconnected => {
            let Some(Effect::Play(Prompt::Text(words))) = &way.before else {
                way.fail("the line hangs up without a word");
            };
            if !words.contains("Goodbye") && !words.contains("Bye") {
                way.fail("the last words are no goodbye");
            }
        }
        End::FlowEnded | End::HungUp | End::NotReached | End::Stuck { .. } => {
            way.fail("the caller is dropped")
        }
    }
}

fn nobody_is_recorded_without_having_been_asked(way: &Way) {
    let Effect::SetRecording(Recording { agent, customer, ivr }) = way.effect else { return };
    if (agent || customer) && way.consent != Some(true) {
        way.fail("the conversation is recorded without consent");
    }
    let in_voicemail = way.steps().next().is_some_and(|it| it.action.starts_with("voicemail/"));
    if ivr && !in_voicemail {
        way.fail("more than a message is recorded");
    }
}

fn is_invocation(effect: &Effect) -> bool {
    matches!(effect, Effect::InvokeFunction { .. })
}

/// What a function answered is speech markup where the flow speaks it as such.
fn every_prompt_can_be_spoken(way: &Way) {
    if way.steps().take(way.n_new).any(|it| it.told.contains("cannot be spoken")) {
        way.fail("a voice refuses a prompt");
    }
}

/// A function has as long as the one before it, and no caller hears nothing for more than 4 s.
fn nobody_waits_long_for_a_function(way: &Way) {
    let Effect::InvokeFunction { time_limit, .. } = &way.effect else { return };
    let after_another = way.before.as_ref().is_some_and(is_invocation);
    if *time_limit > Duration::from_secs(4) || after_another {
        way.fail("the caller hears nothing for more than 4 s");
    }
}

#[test]
fn every_way_through_the_flows_is_fit_for_a_caller() {
    let mut without_queue = library_without(&[]);
    without_queue.insert_queue("another", "Another");
    let libraries = [
        library_without(&[]),
        without_queue,
        library_without(&["assistant"]),
        library_without(&["assistant", "escalation"]),
        library_without(&["goodbye", "escalation"]),
        library_without(&["voicemail"]),
    ];
    let mut left_behind = BTreeSet::new();
    for (library, lines) in libraries.iter().zip([Lines::All].into_iter().chain(repeat(Lines::One)))
    {
        left_behind.extend(explore(library, lines, |way| {
            nobody_is_dropped_without_a_word(way);
            nobody_is_recorded_without_having_been_asked(way);
            nobody_waits_long_for_a_function(way);
            every_prompt_can_be_spoken(way);
        }));
    }

    // What no way leads through has not been looked at.
    let [library, ..] = &libraries;
    let all = library.entries().flat_map(|entry| {
        entry.flow.actions().map(|it| format!("{}/{}", entry.name, it.identifier()))
    });
    let never: Vec<_> = all.filter(|it| !left_behind.contains(it)).collect();
    assert_eq!(never, Vec::<String>::new(), "no way leads through these actions");
}

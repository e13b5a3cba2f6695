//! The dialogue decides, and what it asks for is performed.

use dialogue::{
    Decision, Evidence, Facts, Next, Opinion, Request as Asked, Setting, Turn, Unclear, listen,
};
use directory::{Caller, perform};
use line::Line;
use store::{Call, ContactId};
use wording::Language;

use crate::log;
use crate::request::Request;
use crate::world::{Invocation, World, local};

/// Most requests of one turn. The dialogue has a bound of its own; this one is for the function.
const MAX_REQUESTS: usize = 8;

/// A turn that was decided, and by what.
pub(super) struct Decided {
    pub(super) turn: Turn,
    judgement: Option<log::Judgement>,
    pub(super) requests: Vec<&'static str>,
    pub(super) served: bool,
}

impl Decided {
    /// What the decision log says of it.
    pub(super) fn noted(&self, contact_id: &ContactId) -> log::Noted {
        log::Noted {
            contact_id: contact_id.clone(),
            turn: self.turn.session.turn(),
            judgement: self.judgement,
            guess: self.turn.guess,
        }
    }
}

/// Has the dialogue decide, and performs what it asks for.
pub(super) async fn decide(
    request: &Request,
    call: &mut Call,
    line: &Line,
    mut foreseen: Option<(Asked, Facts)>,
    invocation: &Invocation,
    world: &World,
) -> Decided {
    let now = local(line, invocation.now);
    let caller = call.caller.as_ref().map(|it| it.as_str().to_owned());
    // Texts and callbacks need the number only.
    let reachable = call.number.is_some();
    let setting = Setting { line, now: now.datetime(), caller: caller.as_deref(), reachable };
    let served_before = call.session.served();
    let mut judgement = None;
    let mut requests = Vec::new();
    let mut next = listen(std::mem::take(&mut call.session), &request.heard, &setting);
    let turn = loop {
        next = match next {
            Next::Answer(turn) => break *turn,
            Next::Several(several) => {
                let locale = locale(several.language(), request);
                let opinion = |part: &String| world.classifiers.opinions(locale, part, line);
                let opinions: Vec<_> = several.parts().iter().map(opinion).collect();
                several.settle(&opinions, &setting)
            }
            Next::Unclear(unclear) => {
                let (judged, next) = judge(*unclear, request, world, &setting);
                judgement = Some(judged);
                next
            }
            Next::Request(pending) => {
                requests.push(pending.request().name());
                let facts = match foreseen.take() {
                    Some((asked, facts)) if asked == *pending.request() => facts,
                    _ if requests.len() > MAX_REQUESTS => Facts::Unavailable,
                    _ => {
                        let caller = Caller {
                            line: line.id.clone(),
                            contact: call.contact_id.clone(),
                            number: call.number.clone(),
                            hash: call.caller.clone(),
                            now: now.clone(),
                            deadline: invocation.records_end(),
                            chance: invocation.chance,
                        };
                        match world.directory(line) {
                            Some(it) => perform(&it, pending.request(), &caller).await,
                            None => Facts::Unavailable,
                        }
                    }
                };
                pending.answer(facts, &setting)
            }
        };
    };
    let served = turn.session.served() > served_before;
    Decided { turn, judgement, requests, served }
}

/// The bot's locale for words of a language: the caller may speak another one than Lex listened in.
fn locale(language: Language, request: &Request) -> &str {
    if language == request.heard.language { &request.locale } else { language.locale() }
}

/// Settles what Lex gave up, with its own alternatives and the classifier's opinion.
fn judge(
    unclear: Unclear,
    request: &Request,
    world: &World,
    setting: &Setting<'_>,
) -> (log::Judgement, Next) {
    let locale = locale(unclear.language(), request);
    let knows = |it: &Opinion| it.wish.is_known_to(setting.line);
    let evidence = Evidence {
        recognition: request.alternatives.iter().copied().filter(knows).collect(),
        classifier: world.classifiers.opinions(locale, unclear.words(), setting.line),
    };
    let (decision, next): (Decision, Next) = unclear.settle(&evidence, setting);
    let (recognised, guessed) = (evidence.recognised(), evidence.guessed());
    (log::Judgement { decision, recognised, guessed }, next)
}

//! One message, one mail: whatever comes twice, late, at once, out of order, or dies.
//!
//! The world is played step by step. Each step lets one invocation go on to its next effect, kills
//! one, lets the next effect fail, or lets time pass; which, is drawn at random. Then the faults
//! stop, Lambda retries what has failed, and the message must have been delivered.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod world;

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::Value;
use store::{Voicemail, VoicemailState};
use voicemail::{Answer, Invocation, Letterhead, VoicemailError, handle};
use world::{CONTACT, Fault, World, begun, recorded, transcribed};

/// The function's time limit.
const TIME_LIMIT: SignedDuration = SignedDuration::from_secs(30);

/// What Lambda lets pass before it tries a failed event again.
const RETRY_AFTER: SignedDuration = SignedDuration::from_secs(60);

type Handling<'a> = Pin<Box<dyn Future<Output = Result<Option<Answer>, VoicemailError>> + 'a>>;

/// What happens in one step.
#[derive(Debug, Clone, Copy)]
enum Move {
    /// The invocation of an event goes on to its next effect, or begins.
    Go(usize),
    /// The invocation of an event dies.
    Kill(usize),
    /// The next effect fails.
    Fail(Fault),
    /// Seconds pass.
    Wait(i64),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        12 => (0..16_usize).prop_map(Move::Go),
        1 => (0..16_usize).prop_map(Move::Kill),
        1 => prop_oneof![Just(Fault::Before), Just(Fault::After)].prop_map(Move::Fail),
        2 => (1..30_i64).prop_map(Move::Wait),
    ];
    prop::collection::vec(one, 0..160)
}

/// How often each event comes, and how the transcription ends.
#[derive(Debug, Clone)]
struct Plan {
    begun: usize,
    recorded: usize,
    transcribed: usize,
    status: &'static str,
}

fn plans() -> impl Strategy<Value = Plan> {
    let status = prop_oneof![3 => Just("COMPLETED"), 1 => Just("FAILED")];
    (0..3_usize, 1..4_usize, 1..4_usize, status).prop_map(
        |(begun, recorded, transcribed, status)| Plan { begun, recorded, transcribed, status },
    )
}

/// An event on its way to being handled.
struct Delivery<'a> {
    event: Value,
    handling: Option<Handling<'a>>,
    started_at: Timestamp,
    /// When Lambda tries it next.
    due_at: Timestamp,
    done: bool,
    /// Mails that the invocation has sent.
    mails: usize,
}

struct Play<'a> {
    world: &'a World,
    letterhead: &'a Letterhead,
    plan: Plan,
    now: Timestamp,
    deliveries: Vec<Delivery<'a>>,
    /// Invocations that mailed and did not live to say so, or were told that they had not.
    mailed_in_vain: usize,
}

impl<'a> Play<'a> {
    fn new(world: &'a World, letterhead: &'a Letterhead, plan: Plan) -> Self {
        let now = "2026-03-02T17:01:30Z".parse().unwrap();
        let (n_begun, n_recorded) = (plan.begun, plan.recorded);
        let mut play =
            Self { world, letterhead, plan, now, deliveries: Vec::new(), mailed_in_vain: 0 };
        play.deliver(n_recorded, &recorded());
        play.deliver(n_begun, &begun());
        play
    }

    fn deliver(&mut self, times: usize, event: &Value) {
        for _ in 0..times {
            self.deliveries.push(Delivery {
                event: event.clone(),
                handling: None,
                started_at: self.now,
                due_at: self.now,
                done: false,
                mails: 0,
            });
        }
    }

    fn play(&mut self, step: Move) {
        match step {
            Move::Go(index) => self.go(index % self.deliveries.len()),
            Move::Kill(index) => self.end(index % self.deliveries.len(), false),
            Move::Fail(fault) => self.world.0.borrow_mut().fault_after = Some((0, fault)),
            Move::Wait(seconds) => self.wait(SignedDuration::from_secs(seconds)),
        }
    }

    /// Lets time pass; Lambda stops what takes too long.
    fn wait(&mut self, duration: SignedDuration) {
        self.now += duration;
        for index in 0..self.deliveries.len() {
            if self.now.duration_since(self.deliveries[index].started_at) >= TIME_LIMIT {
                self.end(index, false);
            }
        }
    }

    fn go(&mut self, index: usize) {
        let n_jobs = self.world.0.borrow().jobs.len();
        let n_mails = self.world.0.borrow().mails.len();
        let delivery = &mut self.deliveries[index];
        if delivery.done || (delivery.handling.is_none() && delivery.due_at > self.now) {
            return;
        }
        let handling = delivery.handling.get_or_insert_with(|| {
            let (event, started_at) = (delivery.event.clone(), self.now);
            let (world, letterhead) = (self.world, self.letterhead);
            delivery.started_at = started_at;
            Box::pin(async move {
                let request_id = format!("request-{index}");
                let sent_at = "2026-03-02T17:01:30Z".parse().unwrap();
                let invocation = Invocation { request_id, sent_at, started_at };
                handle(event, &invocation, letterhead, world).await
            })
        });
        if let Poll::Ready(result) = handling.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        {
            self.end(index, result.is_ok());
        }
        if self.world.0.borrow().mails.len() > n_mails {
            self.deliveries[index].mails += 1;
        }
        if self.world.0.borrow().jobs.len() > n_jobs {
            let event = transcribed(self.plan.status);
            self.deliver(self.plan.transcribed, &event);
        }
    }

    /// An invocation ends; one that failed is tried again later.
    fn end(&mut self, index: usize, ok: bool) {
        let delivery = &mut self.deliveries[index];
        if delivery.handling.take().is_none() {
            return;
        }
        delivery.done = ok;
        delivery.due_at = self.now + RETRY_AFTER;
        let mailed = std::mem::take(&mut delivery.mails);
        if !ok {
            self.mailed_in_vain += mailed;
        }
    }

    /// Lets everything come to its end without faults.
    fn finish(&mut self) {
        self.world.0.borrow_mut().fault_after = None;
        for _ in 0..10_000 {
            let Some(index) = self
                .deliveries
                .iter()
                .position(|it| !it.done && (it.handling.is_some() || it.due_at <= self.now))
            else {
                let waiting = self.deliveries.iter().filter(|it| !it.done);
                let Some(due_at) = waiting.map(|it| it.due_at).min() else { return };
                self.now = self.now.max(due_at);
                continue;
            };
            self.go(index);
        }
        panic!("the events are never done");
    }
}

fn message(world: &World) -> Voicemail {
    world.0.borrow().records[&CONTACT.parse().unwrap()].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn one_message_makes_one_mail(plan in plans(), moves in moves()) {
        // The function's own timers need a runtime; nothing here waits for them.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let _context = runtime.enter();
        let letterhead =
            Letterhead { business: "Northwind Outfitters".to_owned(), time_zone: TimeZone::UTC };
        let world = World::default();
        let mut play = Play::new(&world, &letterhead, plan.clone());
        for step in moves {
            play.play(step);
        }
        play.finish();

        let message = message(&world);
        prop_assert_eq!(message.state, VoicemailState::Delivered);
        prop_assert!(message.mailed_at.is_some() && message.mail_claim.is_none());
        let state = world.0.borrow();
        prop_assert!(!state.mails.is_empty());
        prop_assert!(state.mails.len() <= 1 + play.mailed_in_vain, "{} mails", state.mails.len());
        let masked = (plan.status == "COMPLETED").then_some("Charge [card] and call me back.");
        prop_assert_eq!(message.transcript.as_deref(), masked);
        for mail in &state.mails {
            prop_assert!(!mail.text.contains("4111"));
        }
    }
}

/// Without deaths and faults there is never a second mail, whoever goes first.
#[test]
fn events_at_once_and_out_of_order_make_one_mail() {
    let mut runner = proptest::test_runner::TestRunner::default();
    let orders = prop::collection::vec(0..16_usize, 0..200);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let _context = runtime.enter();
    runner
        .run(&(plans(), orders), |(plan, order)| {
            let letterhead =
                Letterhead { business: "Northwind".to_owned(), time_zone: TimeZone::UTC };
            let world = World::default();
            let mut play = Play::new(&world, &letterhead, plan);
            for index in order {
                play.play(Move::Go(index));
            }
            play.finish();
            prop_assert_eq!(world.0.borrow().mails.len(), 1);
            prop_assert_eq!(message(&world).state, VoicemailState::Delivered);
            Ok(())
        })
        .unwrap();
}

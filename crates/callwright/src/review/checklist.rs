//! What a good conversation is held to, one row a point.

use serde::Serialize;
use store::Failure;
use wording::Speech;

use super::{Conversation, Turn};

/// Longest greeting and longest answer, in seconds. Whoever hears more forgets how it began.
const MAX_SECONDS: f64 = 10.0;
/// A point of the checklist, and how a conversation did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Check {
    /// What is wanted, such as `short greeting`.
    pub(crate) point: &'static str,
    /// Whether it was so.
    #[serde(flatten)]
    pub(crate) verdict: Verdict,
}

/// How a conversation did in one point.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "verdict", content = "why", rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// As it should be.
    Met,
    /// Not so, and why.
    Missed(String),
    /// Nothing in the call shows it, and why.
    NotShown(&'static str),
}

/// A point and how it is judged.
type Point = (&'static str, fn(&Conversation) -> Verdict);

const POINTS: &[Point] = &[
    ("short greeting", short_greeting),
    ("answers under ten seconds", short_answers),
    ("critical data confirmed", confirmed),
    ("failures answered with help", helped),
    ("a person within reach", person),
    ("nothing said twice running", varied),
    ("polite close", polite),
];

/// Requests that reveal something. What they are about is confirmed once, for all that is asked of it.
const REVEALING: &[&str] = &["order", "verify-pin", "bill"];
/// Requests that change something. Each needs a confirmation of its own.
const CHANGING: &[&str] = &["open-return", "book", "move", "cancel", "pay"];
/// Questions whose answer confirms: they read something back, or let the caller choose from what is
/// read out, or take what is offered in place of what failed.
const CONFIRMING: &[&str] = &["confirm-", "choose-", "offer-link"];

/// Judges a conversation, point by point.
pub(crate) fn checks(conversation: &Conversation) -> Vec<Check> {
    POINTS.iter().map(|(point, judge)| Check { point, verdict: judge(conversation) }).collect()
}

fn seconds(conversation: &Conversation, words: &str) -> f64 {
    Speech::plain(conversation.language, words).seconds()
}

fn short_greeting(conversation: &Conversation) -> Verdict {
    match conversation.greeting.as_deref() {
        None => Verdict::NotShown("records hold nothing from before the first turn"),
        Some([]) => Verdict::Missed("the caller was not greeted".to_owned()),
        Some([first, ..]) => at_most(seconds(conversation, first), "the greeting"),
    }
}

fn at_most(seconds: f64, what: &str) -> Verdict {
    if seconds <= MAX_SECONDS {
        Verdict::Met
    } else {
        Verdict::Missed(format!("{what} takes about {seconds:.0} seconds"))
    }
}

fn short_answers(conversation: &Conversation) -> Verdict {
    let longest = conversation.turns.iter().map(|it| (it.number, seconds(conversation, &it.reply)));
    match longest.max_by(|one, other| one.1.total_cmp(&other.1)) {
        None => Verdict::NotShown("there was no turn"),
        Some((number, seconds)) => at_most(seconds, &format!("the answer of turn {number}")),
    }
}

fn confirmed(conversation: &Conversation) -> Verdict {
    // Whether anything was confirmed in the call, and whether anything was since it was acted upon.
    let (mut ever, mut since) = (false, false);
    let mut shown = false;
    for turn in &conversation.turns {
        // What the caller says is wrong is not confirmed.
        if turn.failure == Some(Failure::Denied) {
            (ever, since) = (false, false);
        }
        for request in turn.requests.iter().map(String::as_str) {
            let is_confirmed = match request {
                _ if REVEALING.contains(&request) => ever,
                _ if CHANGING.contains(&request) => std::mem::take(&mut since),
                _ => continue,
            };
            if !is_confirmed {
                let why = format!("turn {} asks for `{request}` unconfirmed", turn.number);
                return Verdict::Missed(why);
            }
            since = false;
            shown = true;
        }
        if says(turn, CONFIRMING) {
            (ever, since) = (true, true);
        }
    }
    if shown { Verdict::Met } else { Verdict::NotShown("nothing critical was asked for") }
}

fn is_failure(turn: &Turn) -> bool {
    matches!(turn.failure, Some(Failure::NotUnderstood | Failure::Silence))
}

fn helped(conversation: &Conversation) -> Verdict {
    let mut shown = false;
    let mut before: Option<&Turn> = None;
    for turn in &conversation.turns {
        if is_failure(turn) {
            shown = true;
            let repeats = before.is_some_and(|it| it.reply == turn.reply);
            if turn.reply.trim().is_empty() || repeats {
                return Verdict::Missed(format!("turn {} gives no other help", turn.number));
            }
        }
        before = Some(turn);
    }
    if shown { Verdict::Met } else { Verdict::NotShown("the caller was always understood") }
}

fn person(conversation: &Conversation) -> Verdict {
    let mut failures = 0_usize;
    let mut shown = false;
    for turn in &conversation.turns {
        shown |= turn.intent == "TalkToAgent";
        failures = if is_failure(turn) { failures.saturating_add(1) } else { 0 };
        if failures >= conversation.patience {
            shown = true;
            if !says(turn, &["hand-over-"]) {
                let why = format!("turn {} is failure {failures} in a row", turn.number);
                return Verdict::Missed(why);
            }
        }
    }
    match conversation.turns.last() {
        Some(turn) if turn.intent == "TalkToAgent" && !says(turn, &["hand-over-", "offer-"]) => {
            Verdict::Missed(format!("turn {} asks for a person in vain", turn.number))
        }
        _ if shown => Verdict::Met,
        _ => Verdict::NotShown("nobody needed a person"),
    }
}

/// Whether an answer has a message of one of these kinds.
fn says(turn: &Turn, kinds: &[&str]) -> bool {
    turn.messages.iter().any(|it| kinds.iter().any(|kind| it.starts_with(kind)))
}

fn varied(conversation: &Conversation) -> Verdict {
    for pair in conversation.turns.windows(2) {
        if let [one, other] = pair
            && one.reply == other.reply
            && other.intent != "Repeat"
        {
            return Verdict::Missed(format!(
                "turn {} says the same as the one before",
                other.number
            ));
        }
    }
    Verdict::Met
}

/// Messages that end a call politely.
const POLITE: &[&str] = &["tell-done", "tell-done-served", "hand-over-", "tell-emergency"];

fn polite(conversation: &Conversation) -> Verdict {
    if conversation.outcome == "hung_up" {
        return Verdict::NotShown("the caller hung up");
    }
    if conversation.farewell.as_ref().is_some_and(|it| !it.is_empty()) {
        return Verdict::Met;
    }
    match conversation.turns.last() {
        None => Verdict::NotShown("there was no turn"),
        Some(turn) if says(turn, POLITE) => Verdict::Met,
        // As records have it: a call that ended otherwise says how.
        Some(_) if conversation.outcome == "open" => Verdict::NotShown("the caller hung up"),
        Some(turn) => Verdict::Missed(format!("turn {} ends the call without a word", turn.number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Conversation;
    use serde_json::json;

    /// A turn: intent, reply, messages, requests, failure.
    type Row<'a> = (&'a str, &'a str, &'a [&'a str], &'a [&'a str], Option<&'a str>);

    fn conversation(turns: &[Row<'_>]) -> Conversation {
        let mut records = vec![json!({
            "kind": "call", "contact_id": "c-1", "started_at": "2026-03-02T14:30:00Z",
            "language": "en-US", "outcome": "served",
        })];
        for (at, (intent, reply, messages, requests, failure)) in turns.iter().enumerate() {
            records.push(json!({
                "kind": "turn", "number": at + 1, "at": "2026-03-02T14:30:10Z", "intent": intent,
                "reply": reply, "messages": messages, "requests": requests, "failure": failure,
            }));
        }
        Conversation::of_records(&records).unwrap()
    }

    fn verdict(conversation: &Conversation, point: &str) -> Verdict {
        let check = checks(conversation).into_iter().find(|it| it.point == point);
        check.unwrap().verdict
    }

    fn missed(why: &str) -> Verdict {
        Verdict::Missed(why.to_owned())
    }

    #[test]
    fn a_good_call_misses_nothing() {
        let call = conversation(&[
            ("CheckOrderStatus", "What's your number?", &["ask-order-number"], &[], None),
            ("CheckOrderStatus", "Is it 5?", &["confirm-order-number"], &[], None),
            ("CheckOrderStatus", "It shipped. Anything else?", &["tell-order"], &["order"], None),
            ("Goodbye", "Glad I could help.", &["tell-done-served"], &[], None),
        ]);
        assert!(checks(&call).iter().all(|it| !matches!(it.verdict, Verdict::Missed(_))));
        assert_eq!(verdict(&call, "critical data confirmed"), Verdict::Met);
        assert_eq!(verdict(&call, "polite close"), Verdict::Met);
    }

    #[test]
    fn nothing_critical_happens_unconfirmed() {
        let call = conversation(&[("PayInvoice", "Paid.", &["tell-paid"], &["pay"], None)]);
        let why = missed("turn 1 asks for `pay` unconfirmed");
        assert_eq!(verdict(&call, "critical data confirmed"), why);
    }

    #[test]
    fn what_is_confirmed_is_so_for_one_change_and_until_it_is_denied() {
        let point = "critical data confirmed";
        let account = ("PayInvoice", "Account 1?", &["confirm-account-number"][..], &[][..], None);
        let bill = ("PayInvoice", "Charge $5?", &["confirm-card-payment"][..], &["bill"][..], None);
        let paid = ("PayInvoice", "Paid.", &["tell-paid"][..], &["pay"][..], None);
        let denied = ("PayInvoice", "How then?", &["ask-wish"][..], &[][..], Some("denied"));
        assert_eq!(verdict(&conversation(&[account, bill, paid]), point), Verdict::Met);
        // What is asked of the same account again needs no second confirmation.
        assert_eq!(verdict(&conversation(&[account, bill, bill, paid]), point), Verdict::Met);
        let twice = conversation(&[account, bill, paid, paid]);
        assert_eq!(verdict(&twice, point), missed("turn 4 asks for `pay` unconfirmed"));
        let refused = conversation(&[account, bill, denied, paid]);
        assert_eq!(verdict(&refused, point), missed("turn 4 asks for `pay` unconfirmed"));
        let wrong = conversation(&[account, denied, bill]);
        assert_eq!(verdict(&wrong, point), missed("turn 3 asks for `bill` unconfirmed"));
    }

    #[test]
    fn a_line_may_give_up_sooner_or_later_than_others() {
        let unclear =
            ("FallbackIntent", "Your number?", &["ask-wish"][..], &[][..], Some("silence"));
        let call = conversation(&[unclear, unclear]);
        let point = "a person within reach";
        let not_shown = Verdict::NotShown("nobody needed a person");
        assert_eq!(verdict(&call, point), not_shown);
        let hasty = Conversation { patience: 2, ..call };
        assert_eq!(verdict(&hasty, point), missed("turn 2 is failure 2 in a row"));
    }

    #[test]
    fn nobody_is_blamed_for_a_caller_who_hangs_up() {
        let turn = ("Help", "I can help.", &["tell-help"][..], &[][..], None);
        let call = conversation(&[turn]);
        let why = missed("turn 1 ends the call without a word");
        assert_eq!(verdict(&call, "polite close"), why);
        let gone = Conversation { outcome: "open".to_owned(), ..call };
        assert_eq!(verdict(&gone, "polite close"), Verdict::NotShown("the caller hung up"));
    }

    #[test]
    fn failures_need_other_words_and_then_a_person() {
        let unclear = Some("not-understood");
        let again: &[&str] = &["ask-order-number"];
        let call = conversation(&[
            ("FallbackIntent", "Your number?", again, &[], unclear),
            ("FallbackIntent", "Your number?", again, &[], unclear),
            ("FallbackIntent", "Use the keypad.", again, &[], unclear),
        ]);
        let point = "failures answered with help";
        assert_eq!(verdict(&call, point), missed("turn 2 gives no other help"));
        let why = missed("turn 3 is failure 3 in a row");
        assert_eq!(verdict(&call, "a person within reach"), why);
        let why = missed("turn 2 says the same as the one before");
        assert_eq!(verdict(&call, "nothing said twice running"), why);
    }

    #[test]
    fn who_asks_for_a_person_gets_one() {
        let asked = |messages| conversation(&[("TalkToAgent", "Okay.", messages, &[], None)]);
        let why = missed("turn 1 asks for a person in vain");
        assert_eq!(verdict(&asked(&["note-okay"]), "a person within reach"), why);
        assert_eq!(verdict(&asked(&["hand-over-asked"]), "a person within reach"), Verdict::Met);
    }

    #[test]
    fn long_words_are_too_long() {
        let long = "well ".repeat(60);
        let call = conversation(&[("Help", long.as_str(), &["tell-help"], &[], None)]);
        let Verdict::Missed(why) = verdict(&call, "answers under ten seconds") else {
            panic!("not noticed")
        };
        assert!(why.starts_with("the answer of turn 1 takes about"), "{why}");
    }

    #[test]
    fn records_do_not_show_everything() {
        let call = conversation(&[]);
        for check in checks(&call) {
            let is_met = check.point == "nothing said twice running";
            assert_eq!(check.verdict == Verdict::Met, is_met, "{}", check.point);
            assert!(!matches!(check.verdict, Verdict::Missed(_)), "{}", check.point);
        }
        let greeted = Conversation { greeting: Some(vec![]), ..call };
        assert_eq!(verdict(&greeted, "short greeting"), missed("the caller was not greeted"));
    }
}

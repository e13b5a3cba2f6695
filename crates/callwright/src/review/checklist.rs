//! What a good conversation is held to, one row a point.

use serde::Serialize;
use store::Failure;
use wording::Speech;

use super::{Conversation, Turn};

/// Longest greeting and longest answer, in seconds. Whoever hears more forgets how it began.
const MAX_SECONDS: f64 = 10.0;
/// Longest answer that reads out what the caller asked to hear, in seconds: about the three entries of
/// a list, and the question that follows.
const MAX_SECONDS_READ_OUT: f64 = 20.0;
/// Messages that read out what the caller asked to hear: entries of a list, sentences of an article.
const READ_OUT: &[&str] = &["tell-passage", "tell-transaction", "tell-hours"];
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
    if conversation.turns.is_empty() {
        return Verdict::NotShown("there was no turn");
    }
    let long: Vec<_> = conversation
        .turns
        .iter()
        .map(|it| (it, seconds(conversation, &it.reply)))
        .filter(|(turn, seconds)| {
            let most = if says(turn, READ_OUT) { MAX_SECONDS_READ_OUT } else { MAX_SECONDS };
            *seconds > most
        })
        .map(|(turn, seconds)| (turn.number, seconds))
        .collect();
    match long.as_slice() {
        [] => Verdict::Met,
        [(number, seconds)] => at_most(*seconds, &format!("the answer of turn {number}")),
        several => {
            let each: Vec<_> = several
                .iter()
                .map(|(number, seconds)| format!("{number} ({seconds:.0})"))
                .collect();
            Verdict::Missed(format!("these turns take too many seconds: {}", each.join(", ")))
        }
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
                // A link moves no money: that is done, and confirmed, on the page it leads to.
                "pay" if says(turn, &["tell-link-sent"]) => continue,
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

/// What is said to a caller who asks for a person: that they get one, whether they want one, or, where
/// the line was not sure that it heard right, whether that is what they want.
const ANSWERS_A_WISH_FOR_A_PERSON: &[&str] = &[
    "hand-over-",
    "tell-emergency",
    "offer-person",
    "offer-technician",
    "offer-next-person",
    "confirm-wish",
    "confirm-heard",
];
/// What asks a caller whether they want a person.
const OFFERS_A_PERSON: &[&str] =
    &["offer-person", "offer-technician", "offer-next-person", "confirm-wish"];
/// What is said to a caller who is put through.
const PUTS_THROUGH: &[&str] = &["hand-over-", "tell-emergency"];
/// How a call ends whose caller comes to a person, or to what takes a person's place.
const REACHED: &[&str] =
    &["queue", "agent", "transferred", "voicemail", "callback", "emergency", "hung_up", "open"];

fn person(conversation: &Conversation) -> Verdict {
    let mut failures = 0_usize;
    let mut shown = false;
    let mut before: Option<&Turn> = None;
    for turn in &conversation.turns {
        let was_offered = before.replace(turn).is_some_and(|it| says(it, OFFERS_A_PERSON));
        if turn.intent == "TalkToAgent" && turn.failure.is_none() {
            shown = true;
            // Whoever is offered a person answers with the same intent, to refuse it as well.
            if !was_offered && !says(turn, ANSWERS_A_WISH_FOR_A_PERSON) {
                let why = format!("turn {} asks for a person in vain", turn.number);
                return Verdict::Missed(why);
            }
        }
        failures = if is_failure(turn) { failures.saturating_add(1) } else { 0 };
        if failures >= conversation.patience {
            shown = true;
            if !says(turn, PUTS_THROUGH) {
                let why = format!("turn {} is failure {failures} in a row", turn.number);
                return Verdict::Missed(why);
            }
        }
    }
    // Whoever is told that a person comes gets one, or can leave a message.
    let put_through = conversation.turns.last().filter(|it| says(it, PUTS_THROUGH));
    shown |= put_through.is_some();
    let outcome = conversation.outcome.as_str();
    match put_through {
        // An emergency number takes the call itself, and a goodbye follows.
        Some(turn) if !REACHED.contains(&outcome) && !says(turn, &["tell-emergency"]) => {
            let why = format!("turn {} puts through, and the call ends as {outcome}", turn.number);
            Verdict::Missed(why)
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
    // What the dialogue says last and what the flow says first are one to whoever hears them.
    let last = conversation.turns.last();
    let said_again = last.zip(conversation.farewell.as_ref()).and_then(|(turn, farewell)| {
        let heard: Vec<_> = sentences(&turn.reply).collect();
        let next = farewell.first()?;
        sentences(next).find(|it| heard.contains(it)).map(|_| turn.number)
    });
    match said_again {
        Some(number) => Verdict::Missed(format!("what turn {number} says is said again after it")),
        None => Verdict::Met,
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // The stops of "9 a.m." end nothing.
    let mut ended = false;
    let ends = move |it: char| {
        let is_end = ended && it == ' ';
        ended = matches!(it, '.' | '?' | '!');
        is_end
    };
    text.split_inclusive(ends).map(str::trim).filter(|it| it.contains(' '))
}

/// How a call ends that the line ends, which the caller is told with a goodbye. Who has left a message
/// may hang up before it.
const ENDED_BY_THE_LINE: &[&str] = &["served", "goodbye", "callback"];
/// Messages that end a call politely.
const POLITE: &[&str] = &["tell-done", "tell-done-served", "hand-over-", "tell-emergency"];

fn polite(conversation: &Conversation) -> Verdict {
    if conversation.outcome == "hung_up" {
        return Verdict::NotShown("the caller hung up");
    }
    if conversation.outcome == "dropped" {
        return Verdict::Missed("the line let go of the caller without a word".to_owned());
    }
    if let Some(last) = conversation.farewell.as_ref().and_then(|it| it.last()) {
        let ends_here = ENDED_BY_THE_LINE.contains(&conversation.outcome.as_str());
        let goodbye = conversation.goodbye();
        if ends_here && !goodbye.is_empty() && !last.ends_with(&goodbye) {
            return Verdict::Missed("the line ends the call without a goodbye".to_owned());
        }
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
    fn a_link_is_sent_for_the_asking() {
        let link = (
            "PayInvoice",
            "I've texted you the link.",
            &["tell-link-sent"][..],
            &["pay"][..],
            None,
        );
        let not_shown = Verdict::NotShown("nothing critical was asked for");
        assert_eq!(verdict(&conversation(&[link]), "critical data confirmed"), not_shown);
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
        let asked = |messages| Conversation {
            outcome: "queue".to_owned(),
            ..conversation(&[("TalkToAgent", "Okay.", messages, &[], None)])
        };
        let why = missed("turn 1 asks for a person in vain");
        assert_eq!(verdict(&asked(&["note-okay"]), "a person within reach"), why);
        assert_eq!(verdict(&asked(&["hand-over-asked"]), "a person within reach"), Verdict::Met);
    }

    #[test]
    fn who_asks_for_a_person_early_in_the_call_gets_one_too() {
        let point = "a person within reach";
        let more = ("Goodbye", "Glad I could help.", &["tell-done-served"][..], &[][..], None);
        let asks = |messages| ("TalkToAgent", "Okay.", messages, &[][..], None);
        let why = missed("turn 1 asks for a person in vain");
        for messages in [&["note-okay"][..], &["ask-more"], &["offer-next-return"]] {
            assert_eq!(verdict(&conversation(&[asks(messages), more]), point), why, "{messages:?}");
        }
        // Asked back, and refused: nobody is put through who does not want it.
        for messages in [&["confirm-wish"][..], &["offer-person-instead"]] {
            let call = conversation(&[asks(messages), asks(&["note-okay", "ask-more"]), more]);
            assert_eq!(verdict(&call, point), Verdict::Met, "{messages:?}");
        }
    }

    #[test]
    fn who_is_put_through_arrives() {
        let point = "a person within reach";
        let over = ("TalkToAgent", "Okay.", &["hand-over-asked"][..], &[][..], None);
        let ended = |outcome: &str| {
            let call = conversation(&[over]);
            verdict(&Conversation { outcome: outcome.to_owned(), ..call }, point)
        };
        for outcome in ["queue", "agent", "voicemail", "callback", "hung_up"] {
            assert_eq!(ended(outcome), Verdict::Met, "{outcome}");
        }
        for outcome in ["goodbye", "dropped"] {
            let why = format!("turn 1 puts through, and the call ends as {outcome}");
            assert_eq!(ended(outcome), Verdict::Missed(why));
        }
    }

    #[test]
    fn what_the_dialogue_said_the_flow_does_not_say_again() {
        let danger = "If anyone is in danger, hang up and call 911.";
        let turn = ("Emergency", danger, &["tell-emergency"][..], &[][..], None);
        let point = "nothing said twice running";
        let call = |said: &str| Conversation {
            farewell: Some(vec![said.to_owned()]),
            ..conversation(&[turn])
        };
        let why = missed("what turn 1 says is said again after it");
        assert_eq!(verdict(&call(&format!("{danger} Hold on.")), point), why);
        assert_eq!(verdict(&call("Thanks for holding."), point), Verdict::Met);
    }

    #[test]
    fn a_call_that_the_line_ends_has_a_goodbye() {
        let turn = ("Goodbye", "Glad I could help.", &["tell-done-served"][..], &[][..], None);
        let point = "polite close";
        let ends = |outcome: &str, said: &str| {
            let call = conversation(&[turn]);
            let farewell = Some(vec![said.to_owned()]);
            verdict(&Conversation { outcome: outcome.to_owned(), farewell, ..call }, point)
        };
        assert_eq!(ends("served", "Thanks for calling. Goodbye."), Verdict::Met);
        let why = missed("the line ends the call without a goodbye");
        assert_eq!(ends("callback", "We'll call you back."), why);
        assert_eq!(ends("voicemail", "Please leave a message after the tone."), Verdict::Met);
        assert_eq!(ends("queue", "Thanks for holding."), Verdict::Met);
        let why = missed("the line let go of the caller without a word");
        assert_eq!(ends("dropped", "One moment, please."), why);
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
    fn what_the_caller_asked_to_hear_may_be_longer_but_not_for_ever() {
        let point = "answers under ten seconds";
        let said = |n| "well ".repeat(n);
        let (short, long) = (said(35), said(80));
        let call = |said: &str| {
            conversation(&[("ListTransactions", said, &["tell-transaction"][..], &[][..], None)])
        };
        assert_eq!(verdict(&call(&short), point), Verdict::Met);
        assert!(matches!(verdict(&call(&long), point), Verdict::Missed(_)));
        let several = conversation(&[
            ("Help", short.as_str(), &["tell-help"][..], &[][..], None),
            ("Help", short.as_str(), &["tell-help"][..], &[][..], None),
        ]);
        let Verdict::Missed(why) = verdict(&several, point) else { panic!("not noticed") };
        assert!(why.starts_with("these turns take too many seconds: 1 ("), "{why}");
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

use std::path::Path;

use super::*;

const SPEECH: Waiting = Waiting::Speech(Asks::Wish);
const KEYS: Waiting = Waiting::Keys { limit: 1, recording: false };
const BEEP: Waiting = Waiting::Keys { limit: 1, recording: true };

fn script(steps: &str) -> Script {
    Script::parse(Path::new("c.yaml"), &format!("name: n\nsteps:\n{steps}")).unwrap()
}

fn heard(prompts: &[&str]) -> Heard {
    Heard { caller: prompts.iter().map(|&it| it.to_owned()).collect(), agent: Vec::new() }
}

#[test]
fn speaks_when_the_line_listens_and_lets_menus_pass() {
    let script = script("  - hears: hello\n  - says: hi\n");
    let mut caller = Scripted::new(&script);
    let heard = heard(&["Hello there."]);
    assert_eq!(caller.act(KEYS, &heard), Act::Silence);
    assert_eq!(caller.act(SPEECH, &heard), Act::Says("hi".into()));
    assert_eq!(caller.finish(&heard, false), []);
}

#[test]
fn prompts_are_heard_in_order() {
    let script = script("  - hears: two\n  - hears: one\n  - says: hi\n");
    let mut caller = Scripted::new(&script);
    let Act::Stops(failure) = caller.act(SPEECH, &heard(&["one", "two", "three"])) else {
        panic!("the script should have stopped");
    };
    assert_eq!(failure.line, 4);
    assert_eq!(failure.found, "heard \"three\"");
}

#[test]
fn two_things_in_one_prompt_are_heard_in_order() {
    let script = script("  - hears: order\n  - hears: /is .* right/\n  - silence\n");
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.act(SPEECH, &heard(&["Your order 5. Is that right?"])), Act::Silence);
}

#[test]
fn a_caller_who_heard_enough_hangs_up_between_prompts() {
    let script = script("  - hears: two\n  - hangs_up\n");
    let mut caller = Scripted::new(&script);
    assert!(!caller.hangs_up(&heard(&["one"])));
    assert!(caller.hangs_up(&heard(&["one", "two"])));
    assert_eq!(caller.finish(&heard(&["one", "two"]), false), []);
}

#[test]
fn a_message_waits_for_the_beep() {
    let script = script("  - leaves_message: call me\n  - presses: \"#\"\n");
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.act(KEYS, &heard(&[])), Act::Silence);
    assert_eq!(caller.act(BEEP, &heard(&[])), Act::LeavesMessage("call me".to_owned()));
    assert_eq!(caller.act(BEEP, &heard(&[])), Act::Presses("#".to_owned()));
    assert_eq!(caller.act(BEEP, &heard(&[])), Act::Silence);
}

#[test]
fn a_script_that_is_over_too_early_says_so() {
    let script = script("  - says: hi\n");
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.act(SPEECH, &heard(&[])), Act::Says("hi".into()));
    assert!(matches!(caller.act(SPEECH, &heard(&[])), Act::Stops(Failure { line: 3, .. })));
}

#[test]
fn what_is_left_undone_is_a_failure() {
    let script = script("  - hangs_up\n");
    let found = |stays| Scripted::new(&script).finish(&heard(&[]), stays)[0].found.clone();
    assert_eq!(found(true), "nothing more happened");
    assert_eq!(found(false), "the call was over");
}

#[test]
fn an_agent_acts_when_they_can_and_not_before() {
    let text = "  - agent: answers\n  - agent: holds\n  - agent: resumes\n";
    let script = script(text);
    let mut caller = Scripted::new(&script);
    let nothing = heard(&[]);
    assert_eq!(caller.act(KEYS, &nothing), Act::Silence);
    assert!(caller.expects_agent(&nothing));
    for (moment, line) in [(Moment::Queue, 3), (Moment::Talk, 4), (Moment::Hold, 5)] {
        for other in [Moment::Queue, Moment::Talk, Moment::Hold] {
            if other != moment {
                assert_eq!(caller.turn(other, true, &nothing), Turn::Nothing);
            }
        }
        let Turn::Agent(doing) = caller.turn(moment, false, &nothing) else {
            panic!("the agent does nothing in {moment:?}");
        };
        assert_eq!(doing.line, line);
    }
    assert!(!caller.expects_agent(&nothing));
    assert_eq!(caller.turn(Moment::Talk, true, &nothing), Turn::Nothing);
}

#[test]
fn a_bot_is_no_place_for_an_agent() {
    let script = script("  - agent: answers\n");
    let Act::Stops(failure) = Scripted::new(&script).act(SPEECH, &heard(&["Hi."])) else {
        panic!("the script should have stopped");
    };
    assert_eq!(failure.expected, "the agent to answer");
    assert_eq!(failure.found, "the line listens to the caller");
}

#[test]
fn what_the_agent_hears_is_not_what_the_caller_hears() {
    let script = script("  - agent_hears: order\n  - hears: hello\n  - agent: hangs_up\n");
    let mut caller = Scripted::new(&script);
    let said = |caller: &str, agent: &str| Heard {
        caller: vec![caller.to_owned()],
        agent: vec![agent.to_owned()],
    };
    let wrong = said("your order, hello", "");
    assert_eq!(caller.turn(Moment::Talk, true, &wrong), Turn::Nothing);
    let failures = caller.finish(&wrong, true);
    assert_eq!(failures[0].expected, "the agent to hear order");
    assert_eq!(failures[0].found, "nothing more was heard");
    let right = said("hello", "An order.");
    assert!(matches!(caller.turn(Moment::Talk, true, &right), Turn::Agent(_)));
}

#[test]
fn who_waits_hangs_up_and_who_talks_speaks() {
    let script = script("  - hangs_up\n");
    let nothing = heard(&[]);
    for (moment, is_idle, turn) in [
        (Moment::Queue, false, Turn::HangsUp),
        (Moment::Hold, false, Turn::HangsUp),
        (Moment::Talk, true, Turn::HangsUp),
        (Moment::Talk, false, Turn::Nothing),
    ] {
        assert_eq!(Scripted::new(&script).turn(moment, is_idle, &nothing), turn);
    }
    let script = self::script("  - silence\n  - says: hi\n");
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.turn(Moment::Talk, true, &nothing), Turn::Says("hi".to_owned()));
    assert_eq!(Scripted::new(&script).turn(Moment::Queue, true, &nothing), Turn::Nothing);
}

#[test]
fn a_script_that_is_done_hears_a_flow_out_once() {
    let script = script("  - hears: one\n");
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.patience(&heard(&[])), (0, Some(MOST_ROUNDS)));
    assert_eq!(caller.patience(&heard(&["one"])), (1, Some(1)));
}

#[test]
fn a_prompt_is_interrupted_after_what_was_to_be_heard_first() {
    let text = "  - hears: help you\n  - says: { text: an agent, interrupts: true }\n";
    let script = script(text);
    let prompt = "How can I help you today?";
    let mut caller = Scripted::new(&script);
    assert_eq!(caller.interrupts(SPEECH, "Welcome.", &heard(&[])), None);
    let before = heard(&["Welcome."]);
    assert_eq!(caller.interrupts(KEYS, prompt, &before), None);
    assert_eq!(caller.interrupts(SPEECH, prompt, &before), Some(18));
    let after = heard(&["Welcome.", "How can I help you"]);
    assert!(matches!(caller.act(SPEECH, &after), Act::Says(it) if it.text == "an agent"));
    assert_eq!(caller.finish(&after, false), []);
}

#[test]
fn who_heard_enough_before_interrupts_the_next_prompt_at_once() {
    let script = script("  - hears: Welcome\n  - presses: { keys: \"0\", interrupts: true }\n");
    let mut caller = Scripted::new(&script);
    let before = heard(&["Welcome."]);
    assert_eq!(caller.act(KEYS, &heard(&[])), Act::Silence);
    assert_eq!(caller.interrupts(KEYS, "Press 1.", &before), Some(0));
    assert_eq!(caller.act(KEYS, &before), Act::Presses("0".to_owned()));
    assert_eq!(caller.interrupts(KEYS, "Press 2.", &before), None);
}

#[test]
fn who_asked_for_time_waits_to_hear_something() {
    let script = script("  - says: hold on\n  - hears: still there\n  - says: yes\n");
    let mut caller = Scripted::new(&script);
    let patience = Waiting::Speech(Asks::Patience);
    assert_eq!(caller.act(SPEECH, &heard(&[])), Act::Says("hold on".into()));
    assert_eq!(caller.act(patience, &heard(&["Sure."])), Act::Silence);
    let asked = heard(&["Sure.", "Are you still there?"]);
    assert_eq!(caller.act(patience, &asked), Act::Says("yes".into()));
    assert!(matches!(caller.act(patience, &asked), Act::Stops(_)));
}

#[test]
fn what_must_never_be_heard_is_looked_for_everywhere() {
    let script = script("  - never_hears: card\n");
    let failures = Scripted::new(&script).finish(&heard(&["a", "Your card number"]), false);
    assert_eq!(failures[0].line, 3);
    assert_eq!(failures[0].found, "heard \"Your card number\"");
}

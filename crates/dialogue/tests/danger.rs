//! Callers in danger, and callers who are not.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::{Ending, Facts, Step, Wish};
use line::Scenario;

/// What a caller hears who says something of danger.
#[derive(Debug, PartialEq, Eq)]
enum Then {
    /// The call goes on as an emergency at once.
    Goes,
    /// They are asked whether they need help right now.
    IsAsked,
    /// Neither.
    GoesOn,
}

fn then(step: &Step) -> Then {
    match step {
        Step::Close(Ending::Emergency) => Then::Goes,
        Step::ConfirmIntent { wish: Wish::Emergency, .. } => Then::IsAsked,
        _ => Then::GoesOn,
    }
}

#[test]
fn danger_is_neither_missed_nor_imagined() {
    use Then::{Goes, GoesOn, IsAsked};
    // Recognition is as sure as can be of all that sounds like its samples.
    for (said, outcome) in [
        ("there's a gas leak", Goes),
        ("he's not breathing @Emergency:0.9", Goes),
        ("he's not breathing", Goes),
        ("no, this IS an emergency @Emergency:1", Goes),
        ("no this is an emergency", Goes),
        ("my neighbour is hurt @Emergency:0.9", Goes),
        ("someone is breaking in @Emergency:0.9", Goes),
        ("call the police @Emergency:1", Goes),
        ("there's no emergency here @Emergency:1", GoesOn),
        ("it's not an emergency @Emergency:1", GoesOn),
        ("it's not an emergency, where is my order @CheckOrderStatus:0.7", GoesOn),
        ("no emergency @Emergency:1", IsAsked),
        ("no emergency", IsAsked),
        ("I'm a police officer and want my order @Emergency:0.9", IsAsked),
        ("I'm a police officer and want my order @CheckOrderStatus:0.9", GoesOn),
        ("my heart attack was two years ago @Emergency:0.9", IsAsked),
        ("I smell something odd @Emergency:0.6", IsAsked),
    ] {
        let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable);
        assert_eq!(then(&call.says(said).reply.step), outcome, "{said:?}");
    }
    for (said, outcome) in [
        ("mi esposo no respira @Emergency:1", Goes),
        ("no respira", Goes),
        ("esto es una emergencia", Goes),
        ("no, es una emergencia @Emergency:1", Goes),
        ("llame a la policía @Emergency:1", Goes),
        ("no es una emergencia @Emergency:1", GoesOn),
        ("aquí no hay ninguna emergencia @Emergency:1", GoesOn),
        ("mi hermano es policía @Emergency:0.9", IsAsked),
        ("mi hermano es policía", GoesOn),
    ] {
        let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable).in_spanish();
        assert_eq!(then(&call.says(said).reply.step), outcome, "{said:?}");
    }
}

#[test]
fn a_no_that_may_be_an_answer_is_asked_about() {
    let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable).in_spanish();
    call.says("llámenme @RequestCallback");
    // "No. Es una emergencia", or the opposite: recognition writes no full stops.
    assert_eq!(then(&call.says("no es una emergencia").reply.step), Then::IsAsked);
    assert_eq!(then(&call.says("sí").reply.step), Then::Goes);
}

#[test]
fn who_denies_danger_when_asked_goes_on() {
    let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable);
    assert_eq!(then(&call.says("I'm a police officer @Emergency:0.9").reply.step), Then::IsAsked);
    assert_eq!(then(&call.says("no").reply.step), Then::GoesOn);
    assert!(!call.last.unwrap().reply.ends());
}

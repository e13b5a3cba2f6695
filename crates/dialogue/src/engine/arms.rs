//! Wordings that are compared: which of two a caller hears.

use std::collections::BTreeMap;

use line::{Arm, Line};
use wording::Arms;

/// The messages that a caller hears in their second wording, from the greeting to the goodbye. `caller`
/// stands for whoever calls, the same at every call; one who withholds their number hears the first
/// wording of everything.
pub fn arms(line: &Line, caller: Option<&str>) -> Arms {
    let Some(caller) = caller else { return Arms::NONE };
    let second = line.experiments.iter().filter(|it| it.arm(caller) == Arm::B);
    second.map(|it| it.message.clone()).collect()
}

/// The experiments that a caller hears something of, with their arms, by the messages that are said.
pub fn arms_heard(line: &Line, arms: &Arms, says: &[&str]) -> BTreeMap<String, Arm> {
    let heard = line.experiments.iter().filter(|it| says.contains(&it.message.as_str()));
    let arm = |message: &str| if arms.hears_second(message) { Arm::B } else { Arm::A };
    heard.map(|it| (it.name.clone(), arm(&it.message))).collect()
}

//! Wordings that are compared: which of two a caller hears.

use line::Arm;
use wording::Arms;

use super::Setting;
use crate::session::Spoken;

/// The messages that the caller hears in their second wording. A caller who withholds their number
/// hears the first of everything.
pub(super) fn of(setting: &Setting<'_>) -> Arms {
    let Some(caller) = setting.caller else { return Arms::NONE };
    let second = setting.line.experiments.iter().filter(|it| it.arm(caller) == Arm::B);
    second.map(|it| it.message.clone()).collect()
}

/// The experiments that the caller hears something of, with their arms.
pub(super) fn heard(
    setting: &Setting<'_>,
    arms: &Arms,
    says: &[(Spoken, u32)],
) -> Vec<(String, Arm)> {
    let experiments = setting.line.experiments.iter();
    let heard = experiments.filter(|it| says.iter().any(|(say, _)| say.message.id == it.message));
    let arm = |message: &str| if arms.hears_second(message) { Arm::B } else { Arm::A };
    heard.map(|it| (it.name.clone(), arm(&it.message))).collect()
}

//! What the flow reads back.

use std::collections::BTreeMap;

use dialogue::{Opening, Remembered};
use line::{Line, RecordingMode, Scenario, VoicemailBox};
use serde::Serialize;
use wording::Language;

use crate::words::Speaker;

/// What the flow reads back: a flat object of strings, as `STRING_MAP` demands.
///
/// | name | what it is |
/// |---|---|
/// | `greeting`, `disclosure` | what the caller hears first |
/// | `language`, `voice`, `engine`, `style` | how the call is spoken, as Connect takes it |
/// | `line` | short name of the line |
/// | `recording` | `opt-out`, `opt-in` or `off` |
/// | `consentPrompt` | which question about recording is asked, for the record of the consent |
/// | `queue` | ARN of the line's first queue; empty when neither line nor deployment names one |
/// | `mailbox` | mailbox of that queue |
/// | `emergencyNumber` | number that emergencies go to; empty for the queue |
/// | `offerCallback` | `yes` or `no`: whether callers who wait are offered to be called back |
/// | `accountDigits` | digits of an account number, which end its entry on the keypad |
/// | `say…` | what the flows say later on |
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Answer(BTreeMap<&'static str, String>);

impl Answer {
    /// What one of the names stands for.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Greets in the name of a line. `queue` is the ARN of the deployment's queue, for a line that names
    /// none.
    pub(crate) fn new(
        line: &Line,
        language: Language,
        speaker: &Speaker<'_>,
        remembered: &Remembered,
        opening: &Opening,
        queue: Option<&str>,
    ) -> Self {
        let mut answer = speaker.words(opening);
        let mut add = |name, value: &str| answer.insert(name, value.to_owned());
        add("greeting", &speaker.greeting(remembered));
        add("disclosure", &speaker.disclosure());
        add("language", language.code());
        add("voice", line.voice(language).map_or("Joanna", line::Voice::as_str));
        // Lines name neural voices only, whose speaking styles are left alone.
        add("engine", "Neural");
        add("style", "None");
        add("line", line.id.as_str());
        let mode = recording(line.recording.mode);
        add("recording", mode);
        add("consentPrompt", &format!("{language}-{mode}-1"));
        let first = line.queue(None);
        let arn = first.and_then(|it| it.arn.as_deref()).or(queue);
        add("queue", arn.unwrap_or_default());
        add("mailbox", first.map_or(VoicemailBox::GENERAL, |it| line.mailbox(it)));
        let number = line.emergency.number.as_ref().map(aws_events::E164::as_str);
        add("emergencyNumber", number.unwrap_or_default());
        add("offerCallback", if line.escalation.offer_callback { "yes" } else { "no" });
        add("accountDigits", &digits(line).to_string());
        Self(answer)
    }
}

/// Most digits of an account number that the line asks for.
fn digits(line: &Line) -> u32 {
    let bank = line.does(Scenario::Bank).then_some(line.bank.account_digits);
    let payments = line.does(Scenario::Payments).then_some(line.payments.account_digits);
    bank.max(payments).unwrap_or(line.payments.account_digits)
}

fn recording(mode: RecordingMode) -> &'static str {
    match mode {
        RecordingMode::OptOut => "opt-out",
        RecordingMode::OptIn => "opt-in",
        RecordingMode::Off => "off",
    }
}

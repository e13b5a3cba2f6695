//! What a caller may want.

use line::{Line, Scenario};
use serde::{Deserialize, Serialize};

/// Something that a caller may want, each an intent of the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// To hear how an order is doing.
    CheckOrderStatus,
    /// To have an order delivered somewhere else.
    ChangeDeliveryAddress,
    /// To send something back.
    ReturnOrder,
    /// To see a doctor.
    BookAppointment,
    /// To see the doctor at another time.
    MoveAppointment,
    /// Not to see the doctor after all.
    CancelAppointment,
    /// To hear when they see the doctor.
    CheckAppointment,
    /// To pay what is owed.
    PayInvoice,
    /// To have something repaired that does not work.
    ReportProblem,
    /// To hear what is on an account.
    CheckBalance,
    /// To hear what came and went on an account.
    ListTransactions,
    /// To hear what the person has done so far.
    AskExperience,
    /// To hear what the person knows.
    AskSkills,
    /// To hear what the person has built.
    AskProjects,
    /// To hear what the person has studied.
    AskEducation,
    /// To hear when the person could begin.
    AskAvailability,
    /// To hear how the person is reached.
    AskContact,
    /// To hear how the person works with others.
    AskCollaboration,
    /// To interview the person.
    RequestInterview,
    /// To talk about money and terms.
    NegotiateContract,
    /// To meet the person.
    ArrangeMeeting,
    /// To go deep into the person's field.
    AskTechnicalQuestion,
    /// To leave a message.
    LeaveMessage,
    /// To be called back.
    RequestCallback,
    /// To hear when somebody is in.
    AskHours,
    /// To talk to a person.
    TalkToAgent,
    /// To hear the last thing again.
    Repeat,
    /// To be spoken to more slowly.
    SlowDown,
    /// To begin anew.
    StartAgain,
    /// To return to the question before.
    GoBack,
    /// To hear what can be done here.
    Help,
    /// To have a moment.
    Wait,
    /// To speak another language.
    SwitchLanguage,
    /// Not to be remembered, or not any longer.
    ForgetMe,
    /// To be remembered for the next call.
    RememberMe,
    /// To be saved from danger.
    Emergency,
    /// To end the call.
    Goodbye,
}

/// A wish, the name of its intent, and the scenario it belongs to; `None` when every line knows it.
const TABLE: &[(Wish, &str, Option<Scenario>)] = &[
    (Wish::CheckOrderStatus, "CheckOrderStatus", Some(Scenario::Shop)),
    (Wish::ChangeDeliveryAddress, "ChangeDeliveryAddress", Some(Scenario::Shop)),
    (Wish::ReturnOrder, "ReturnOrder", Some(Scenario::Shop)),
    (Wish::BookAppointment, "BookAppointment", Some(Scenario::Clinic)),
    (Wish::MoveAppointment, "MoveAppointment", Some(Scenario::Clinic)),
    (Wish::CancelAppointment, "CancelAppointment", Some(Scenario::Clinic)),
    (Wish::CheckAppointment, "CheckAppointment", Some(Scenario::Clinic)),
    (Wish::PayInvoice, "PayInvoice", Some(Scenario::Payments)),
    (Wish::ReportProblem, "ReportProblem", Some(Scenario::Support)),
    (Wish::CheckBalance, "CheckBalance", Some(Scenario::Bank)),
    (Wish::ListTransactions, "ListTransactions", Some(Scenario::Bank)),
    (Wish::AskExperience, "AskExperience", Some(Scenario::Profile)),
    (Wish::AskSkills, "AskSkills", Some(Scenario::Profile)),
    (Wish::AskProjects, "AskProjects", Some(Scenario::Profile)),
    (Wish::AskEducation, "AskEducation", Some(Scenario::Profile)),
    (Wish::AskAvailability, "AskAvailability", Some(Scenario::Profile)),
    (Wish::AskContact, "AskContact", Some(Scenario::Profile)),
    (Wish::AskCollaboration, "AskCollaboration", Some(Scenario::Profile)),
    (Wish::RequestInterview, "RequestInterview", Some(Scenario::Profile)),
    (Wish::NegotiateContract, "NegotiateContract", Some(Scenario::Profile)),
    (Wish::ArrangeMeeting, "ArrangeMeeting", Some(Scenario::Profile)),
    (Wish::AskTechnicalQuestion, "AskTechnicalQuestion", Some(Scenario::Profile)),
    (Wish::LeaveMessage, "LeaveMessage", None),
    (Wish::RequestCallback, "RequestCallback", None),
    (Wish::AskHours, "AskHours", None),
    (Wish::TalkToAgent, "TalkToAgent", None),
    (Wish::Repeat, "Repeat", None),
    (Wish::SlowDown, "SlowDown", None),
    (Wish::StartAgain, "StartAgain", None),
    (Wish::GoBack, "GoBack", None),
    (Wish::Help, "Help", None),
    (Wish::Wait, "Wait", None),
    (Wish::SwitchLanguage, "SwitchLanguage", None),
    (Wish::ForgetMe, "ForgetMe", None),
    (Wish::RememberMe, "RememberMe", None),
    (Wish::Emergency, "Emergency", None),
    (Wish::Goodbye, "Goodbye", None),
];

impl Wish {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(wish, ..)| *wish)
    }

    /// The wish of an intent; `None` for the fallback and for an intent that nobody knows.
    pub fn named(intent: &str) -> Option<Self> {
        TABLE.iter().find(|(_, name, _)| *name == intent).map(|(wish, ..)| *wish)
    }

    /// The name of its intent.
    pub fn as_str(self) -> &'static str {
        TABLE.iter().find(|(wish, ..)| *wish == self).map_or("", |(_, name, _)| name)
    }

    /// What a line must do to know it; `None` when every line does.
    pub fn scenario(self) -> Option<Scenario> {
        TABLE.iter().find(|(wish, ..)| *wish == self).and_then(|(_, _, scenario)| *scenario)
    }

    /// Whether a line knows it.
    pub fn is_known_to(self, line: &Line) -> bool {
        self.scenario().is_none_or(|it| line.does(it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wish_has_its_intent() {
        for wish in Wish::all() {
            assert_eq!(Wish::named(wish.as_str()), Some(wish));
        }
        assert_eq!(Wish::named("FallbackIntent"), None);
        assert_eq!(Wish::named(""), None);
    }
}

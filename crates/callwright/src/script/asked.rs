//! Which types of actions ask a service or another telephone, and what they can be answered.

use connect_flow::{
    CALL_FAILED, CALLBACK_NUMBER_NOT_DIALABLE, CONNECTION_TIME_LIMIT_EXCEEDED, CallStatus,
    Conditions, NO_MATCHING_ERROR, Outcome, PARTICIPANT_NOT_FOUND, RequestKind, SPECS, WaitEvent,
};

use super::ReplyError;
use super::near::near;

/// Who is asked by a type of action.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Asked {
    /// A service.
    Service(RequestKind),
    /// Somebody at another telephone, or an agent.
    Telephone(&'static Telephone),
}

/// What a type of action that has to do with telephones can end with.
#[derive(Debug)]
pub(crate) struct Telephone {
    pub(super) type_name: &'static str,
    pub(super) results: &'static [(&'static str, Outcome)],
    pub(super) errors: &'static [(&'static str, Outcome)],
}

const FAILS: &[(&str, Outcome)] = &[(NO_MATCHING_ERROR, Outcome::Failed)];

/// The types that have to do with telephones, in alphabetical order.
static TELEPHONES: [Telephone; 9] = [
    Telephone {
        type_name: "CheckOutboundCallStatus",
        results: &[
            ("CallAnswered", Outcome::CallStatus(CallStatus::CallAnswered)),
            ("VoicemailBeep", Outcome::CallStatus(CallStatus::VoicemailBeep)),
            ("VoicemailNoBeep", Outcome::CallStatus(CallStatus::VoicemailNoBeep)),
            ("NotDetected", Outcome::CallStatus(CallStatus::NotDetected)),
        ],
        errors: FAILS,
    },
    Telephone { type_name: "CompleteOutboundCall", results: &[], errors: FAILS },
    Telephone { type_name: "CreateCallbackContact", results: &[], errors: FAILS },
    Telephone { type_name: "RouteContactToAgent", results: &[], errors: FAILS },
    Telephone {
        type_name: "TransferContactToAgent",
        results: &[],
        // It has no branches; the contact is disconnected.
        errors: &[(CALL_FAILED, Outcome::CallFailed)],
    },
    Telephone {
        type_name: "TransferParticipantToThirdParty",
        results: &[],
        errors: &[
            (CALL_FAILED, Outcome::CallFailed),
            (CONNECTION_TIME_LIMIT_EXCEEDED, Outcome::TimedOut),
            (NO_MATCHING_ERROR, Outcome::Failed),
        ],
    },
    Telephone {
        type_name: "UpdateContactCallbackNumber",
        results: &[],
        // `InvalidCallbackNumber` comes of the number, which is the flow's.
        errors: &[(CALLBACK_NUMBER_NOT_DIALABLE, Outcome::NotDialable)],
    },
    Telephone { type_name: "UpdatePreviousContactParticipantState", results: &[], errors: FAILS },
    Telephone {
        type_name: "Wait",
        results: &[
            ("WaitCompleted", Outcome::Done),
            ("CustomerReturned", Outcome::Happened(WaitEvent::CustomerReturned)),
            (
                "BotParticipantDisconnected",
                Outcome::Happened(WaitEvent::BotParticipantDisconnected),
            ),
        ],
        errors: &[
            (PARTICIPANT_NOT_FOUND, Outcome::NoParticipant),
            (NO_MATCHING_ERROR, Outcome::Failed),
        ],
    },
];

impl Asked {
    /// Every type that asks.
    fn all() -> impl Iterator<Item = Self> {
        let services = RequestKind::ALL.into_iter().map(Self::Service);
        services.chain(TELEPHONES.iter().map(Self::Telephone))
    }

    /// Who is asked by a type of action.
    ///
    /// # Errors
    ///
    /// [`ReplyError::AsksNobody`], or [`ReplyError::Type`] when there is no such type.
    pub(crate) fn by(type_name: &str) -> Result<Self, ReplyError> {
        Self::all().find(|it| it.type_name() == type_name).ok_or_else(|| {
            let found = type_name.to_owned();
            if SPECS.iter().any(|it| it.type_name == type_name) {
                return ReplyError::AsksNobody { type_name: found };
            }
            ReplyError::Type { found, near: near(type_name, Self::all().map(Self::type_name)) }
        })
    }

    /// The type of action.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Service(kind) => kind.type_name(),
            Self::Telephone(it) => it.type_name,
        }
    }
}

/// The results of a service; `None` when the flow's author chooses them.
pub(super) fn results(type_name: &str) -> Option<Vec<&'static str>> {
    let mut known = Vec::new();
    for spec in SPECS.iter().filter(|it| it.type_name == type_name) {
        match spec.conditions {
            Conditions::None => {}
            Conditions::Exactly(names) | Conditions::Among(names) => known.extend(names),
            Conditions::Any
            | Conditions::Equality
            | Conditions::Keys
            | Conditions::Number
            | Conditions::Percentage
            | Conditions::Agents => return None,
        }
    }
    Some(known)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::script::{Replies, Script};

    fn parse(replies: &str) -> Replies {
        let text = format!("name: n\nreplies:\n{replies}\n");
        Script::parse(Path::new("call.yaml"), &text).unwrap().setting.replies
    }

    #[test]
    fn telephones_reply_the_results_and_errors_of_their_actions() {
        // Every name of every type can be written, and is one of the language.
        for telephone in &TELEPHONES {
            let type_name = telephone.type_name;
            let spec = SPECS.iter().find(|it| it.type_name == type_name).unwrap();
            for (name, outcome) in telephone.results {
                let Conditions::Among(known) = spec.conditions else { panic!("{type_name}") };
                assert!(known.contains(name), "{type_name}: {name}");
                let replies = parse(&format!("  {type_name}: {{ result: {name} }}"));
                assert_eq!(replies.by_type[type_name], *outcome, "{type_name}: {name}");
            }
            for (name, outcome) in telephone.errors {
                let is_known = spec.error(name).is_some() || type_name == "TransferContactToAgent";
                assert!(is_known, "{type_name}: {name}");
                let replies = parse(&format!("  {type_name}: {{ error: {name} }}"));
                assert_eq!(replies.by_type[type_name], *outcome, "{type_name}: {name}");
            }
        }
        assert!(TELEPHONES.is_sorted_by_key(|it| it.type_name));
    }
}

//! What can be wrong with a flow.

use crate::action::Fault;

/// Why a flow cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ParseFlowError {
    /// It is not JSON.
    #[error("not JSON")]
    NotJson(#[source] serde_json::Error),
    /// It is an export in the format that came before the Flow language.
    #[error(
        "a legacy export with `modules`, which Connect replaced by the Flow language: import it in \
         the console's flow designer, save it there and export it again, or read it with \
         `aws connect describe-contact-flow`"
    )]
    Legacy,
    /// It is what the API answers, with the flow as text inside.
    #[error(
        "an answer of the API, which has the flow as text inside: save what is at `{key}.Content`, \
         for example with `--query {key}.Content --output text`"
    )]
    Answer {
        /// Where the flow is: `ContactFlow` or `ContactFlowModule`.
        key: &'static str,
    },
    /// It has no list of actions, or something in the list is no action.
    #[error("{0}")]
    Fault(Fault),
    /// It can be read but does not mean anything.
    #[error("{0}")]
    Defect(Defect),
}

/// Something that keeps a flow from meaning anything.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    /// A place has what cannot be there, or lacks what must.
    #[error("{0}")]
    Fault(Fault),
    /// Two actions have the same identifier; branches lead to the first.
    #[error(
        "{path}: found `{identifier}`, which `{first}` is called already; expected a unique name"
    )]
    DuplicateIdentifier {
        /// The place of the second.
        path: String,
        /// The identifier.
        identifier: String,
        /// The place of the first.
        first: String,
    },
    /// A branch or the start leads to an action that the flow does not have.
    #[error("{path}: found `{identifier}`, expected the identifier of an action in this flow")]
    NoSuchAction {
        /// The place.
        path: String,
        /// The identifier.
        identifier: String,
    },
}

impl Defect {
    /// Where it is, such as `Actions[3].Transitions.NextAction`.
    pub fn path(&self) -> &str {
        match self {
            Self::Fault(fault) => &fault.path,
            Self::DuplicateIdentifier { path, .. } | Self::NoSuchAction { path, .. } => path,
        }
    }
}

impl From<Fault> for ParseFlowError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

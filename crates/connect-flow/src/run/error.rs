//! Why a step could not be taken.

/// Why a step could not be taken: the host broke its part of the contract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// The library has no such flow.
    #[error("no flow `{flow}` in the library")]
    UnknownFlow {
        /// The flow.
        flow: String,
    },
    /// A call cannot begin in a module.
    #[error("`{flow}` is a module: only a flow can be entered")]
    NotAFlow {
        /// The module.
        flow: String,
    },
    /// The flow is a draft without a first action.
    #[error("flow `{flow}` has no first action: connect its entry point")]
    NoStart {
        /// The flow.
        flow: String,
    },
    /// The library has no such queue.
    #[error("no queue `{queue}` in the library")]
    UnknownQueue {
        /// The queue.
        queue: String,
    },
    /// The library changed under a running execution.
    #[error("flow `{flow}` no longer has an action `{action}`")]
    UnknownAction {
        /// The flow.
        flow: String,
        /// The action.
        action: String,
    },
    /// An outcome came that does not answer the effect.
    #[error("`{outcome}` is no outcome of `{effect}`")]
    UnexpectedOutcome {
        /// The effect that was to be answered; `start` before the first step.
        effect: &'static str,
        /// The outcome that came.
        outcome: &'static str,
    },
}

//! The decision: from the situation to the route.

/// What the flow has found out just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// Whether the business is open.
    pub hours: Hours,
    /// Agents who are logged in; `None` when the flow could not tell.
    pub staffed: Option<u32>,
    /// Callers who wait in the queue; `None` when the flow could not tell.
    pub waiting: Option<u32>,
}

/// Whether the business is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// It is.
    Open,
    /// It is not.
    Closed,
}

/// What settled where the caller goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The business is open, and nothing is known that speaks against waiting.
    Open,
    /// The business is closed.
    Closed,
    /// No agent is logged in.
    Unstaffed,
    /// As many callers wait as may.
    Full,
}

/// Where the caller goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// To the queue, for the next agent.
    Queue,
    /// To voicemail.
    Voicemail,
}

impl Situation {
    /// What settles where the caller goes.
    ///
    /// A number that is not known does not keep a caller from the queue: Connect refuses by itself
    /// when the queue is at its capacity.
    pub fn cause(self, queue_limit: u32) -> Cause {
        match self.hours {
            Hours::Closed => Cause::Closed,
            Hours::Open if self.staffed == Some(0) => Cause::Unstaffed,
            Hours::Open if self.waiting.is_some_and(|it| it >= queue_limit) => Cause::Full,
            Hours::Open => Cause::Open,
        }
    }
}

impl Cause {
    /// Where the caller goes.
    pub fn route(self) -> Route {
        match self {
            Self::Open => Route::Queue,
            Self::Closed | Self::Unstaffed | Self::Full => Route::Voicemail,
        }
    }

    /// The cause in the word that flows use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Unstaffed => "unstaffed",
            Self::Full => "full",
        }
    }
}

impl Route {
    /// The route in the word that flows use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Voicemail => "voicemail",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_situation_has_its_cause() {
        use Cause::{Closed, Full, Open, Unstaffed};
        const LIMIT: u32 = 20;
        let open = [
            // staffed, waiting, cause
            (None, None, Open),
            (None, Some(19), Open),
            (None, Some(20), Full),
            (Some(0), None, Unstaffed),
            (Some(0), Some(0), Unstaffed),
            (Some(0), Some(20), Unstaffed),
            (Some(1), None, Open),
            (Some(1), Some(0), Open),
            (Some(1), Some(19), Open),
            (Some(1), Some(20), Full),
            (Some(1), Some(u32::MAX), Full),
        ];
        for (staffed, waiting, cause) in open {
            let situation = Situation { hours: Hours::Open, staffed, waiting };
            assert_eq!(situation.cause(LIMIT), cause, "{situation:?}");
            let situation = Situation { hours: Hours::Closed, ..situation };
            assert_eq!(situation.cause(LIMIT), Closed, "{situation:?}");
        }
    }

    #[test]
    fn a_limit_of_zero_sends_everyone_to_voicemail() {
        let situation = Situation { hours: Hours::Open, staffed: Some(1), waiting: Some(0) };
        assert_eq!(situation.cause(0), Cause::Full);
    }

    #[test]
    fn only_an_open_line_leads_to_the_queue() {
        for cause in [Cause::Open, Cause::Closed, Cause::Unstaffed, Cause::Full] {
            let queued = cause.route() == Route::Queue;
            assert_eq!(queued, cause == Cause::Open, "{cause:?}");
        }
    }
}

//! Where a caller of a line waits.

use std::collections::BTreeMap;

use line::{Line, VoicemailBox};
use wording::Language;

/// A queue and the mailbox of those whom nobody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// ARN of the queue; `None` when neither line nor deployment names one.
    pub(crate) arn: Option<String>,
    /// The mailbox.
    pub(crate) mailbox: String,
    /// Who answers there, as callers of each language are told.
    pub(crate) say: BTreeMap<Language, String>,
}

impl Default for Place {
    /// A queue that is not known, and everyone's mailbox.
    fn default() -> Self {
        Self { arn: None, mailbox: VoicemailBox::GENERAL.to_owned(), say: BTreeMap::new() }
    }
}

impl Place {
    /// The place of callers of a line. `wanted` is the name of the queue that the dialogue chose, `usual`
    /// the ARN of the deployment's queue.
    pub(crate) fn of(line: Option<&Line>, wanted: Option<&str>, usual: Option<&str>) -> Self {
        let usual = || usual.map(str::to_owned);
        let found = line.and_then(|line| Some((line, line.queue(wanted)?)));
        let Some((line, queue)) = found else { return Self { arn: usual(), ..Self::default() } };
        let arn = queue.arn.clone().or_else(usual);
        Self { arn, mailbox: line.mailbox(queue).to_owned(), say: queue.say.clone() }
    }

    /// Whether a caller is aimed at another queue than this one. Of a queue that is not known, nobody can
    /// say so.
    pub(crate) fn is_elsewhere(&self, current: Option<&str>) -> bool {
        match (self.arn.as_deref(), current) {
            (Some(wanted), Some(current)) => wanted != current,
            (None, _) | (_, None) => false,
        }
    }

    /// The place of a caller who is aimed at it and waits in `current`: who answers there has no name
    /// as long as that is another queue.
    pub(crate) fn seen_from(self, current: Option<&str>) -> Self {
        if self.is_elsewhere(current) { Self { say: BTreeMap::new(), ..self } } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"
        name = "Northwind"
        numbers = ["+12025550100"]
        time-zone = "America/New_York"
        languages = [{ language = "en-US", voice = "Joanna" }]
        scenarios = []
        hours.monday = []
        [[queues]]
        name = "support"
        [[queues]]
        name = "returns"
        say.en-US = "our returns team"
        arn = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/returns"
        [voicemail.returns]
    "#;

    #[test]
    fn a_line_s_queue_is_its_own_or_the_deployment_s() {
        let line = Line::from_toml(LINE, "northwind", |_| true).unwrap();
        let place = |line, wanted| {
            let place = Place::of(line, wanted, Some("usual"));
            let arn = place.arn.unwrap();
            (arn.rsplit('/').next().unwrap().to_owned(), place.mailbox)
        };
        let is = |arn: &str, mailbox: &str| (arn.to_owned(), mailbox.to_owned());
        assert_eq!(place(None, None), is("usual", "general"));
        assert_eq!(place(Some(&line), None), is("usual", "general"));
        assert_eq!(place(Some(&line), Some("support")), is("usual", "general"));
        assert_eq!(place(Some(&line), Some("returns")), is("returns", "returns"));
        assert_eq!(place(Some(&line), Some("of tomorrow")), is("usual", "general"));
    }

    #[test]
    fn only_what_is_known_to_differ_is_elsewhere() {
        let place = |arn: Option<&str>| Place { arn: arn.map(str::to_owned), ..Place::default() };
        assert!(place(Some("a")).is_elsewhere(Some("b")));
        assert!(!place(Some("a")).is_elsewhere(Some("a")));
        assert!(!place(Some("a")).is_elsewhere(None));
        assert!(!place(None).is_elsewhere(Some("b")));
    }

    #[test]
    fn only_the_queue_that_the_caller_waits_in_is_named() {
        let line = Line::from_toml(LINE, "northwind", |_| true).unwrap();
        let said = |wanted, current| {
            let place = Place::of(Some(&line), wanted, Some("usual")).seen_from(current);
            place.say.into_values().next()
        };
        let returns = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/returns";
        assert_eq!(said(Some("returns"), Some(returns)), Some("our returns team".to_owned()));
        assert_eq!(said(Some("returns"), None), Some("our returns team".to_owned()));
        assert_eq!(said(Some("returns"), Some("usual")), None);
        assert_eq!(said(Some("support"), Some("usual")), None);
    }
}

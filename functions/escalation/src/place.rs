//! Where a caller of a line waits.

use line::{Line, VoicemailBox};

/// A queue and the mailbox of those whom nobody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// ARN of the queue; `None` when neither line nor deployment names one.
    pub(crate) arn: Option<String>,
    /// The mailbox.
    pub(crate) mailbox: String,
}

impl Default for Place {
    /// A queue that is not known, and everyone's mailbox.
    fn default() -> Self {
        Self { arn: None, mailbox: VoicemailBox::GENERAL.to_owned() }
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
        Self { arn, mailbox: line.mailbox(queue).to_owned() }
    }

    /// Whether a caller is aimed at another queue than this one. Of a queue that is not known, nobody can
    /// say so.
    pub(crate) fn is_elsewhere(&self, current: Option<&str>) -> bool {
        match (self.arn.as_deref(), current) {
            (Some(wanted), Some(current)) => wanted != current,
            _ => false,
        }
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
}

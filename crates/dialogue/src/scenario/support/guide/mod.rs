//! What helps when something does not work: symptoms and steps, kept as data.
//!
//! A guide that was read has no dead end and no cycle: every step leads to a later one or to an end,
//! and every step can be reached. So whatever a caller answers, leading them through ends.

mod read;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use crate::business::Service;
use crate::said::Said;
use crate::scenario::phrases::Phrases;

/// The guides that are part of the binary.
const EMBEDDED: &[(Service, &str)] = &[
    (Service::Internet, include_str!("../../../../data/troubleshooting/internet.toml")),
    (Service::Phone, include_str!("../../../../data/troubleshooting/phone.toml")),
    (Service::Television, include_str!("../../../../data/troubleshooting/television.toml")),
];

/// What helps when a service does not work.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Guide {
    /// What does not work.
    pub(crate) service: Service,
    /// The message that asks for the symptom.
    pub(crate) ask_symptom: String,
    /// What may be wrong.
    pub(crate) symptoms: Vec<Symptom>,
}

/// Something that may be wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Symptom {
    /// Short name, such as `no-connection`, which is also the bot's.
    pub(crate) name: String,
    /// Words for it that say it unasked.
    hears: Phrases,
    /// Words for it that say it only as an answer.
    hears_if_asked: Phrases,
    /// What is tried, in order. There is at least one.
    pub(crate) steps: Vec<Step>,
}

/// Something that is asked or tried.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// Short name, such as `restart-router`, which tickets have.
    pub(crate) name: String,
    /// The message that asks for it.
    pub(crate) ask: String,
    /// What comes of it.
    pub(crate) kind: Kind,
    /// What follows when the caller cannot do it, or does not know.
    pub(crate) cannot: Target,
}

/// What comes of a step.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A question.
    Check {
        /// What follows a yes.
        yes: Target,
        /// What follows a no.
        no: Target,
        /// Words for yes.
        hears_yes: Phrases,
        /// Words for no.
        hears_no: Phrases,
    },
    /// Something that the caller does, and that may help.
    Fix {
        /// What follows when it did not.
        otherwise: Target,
    },
}

/// What follows a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A later step of the symptom.
    Step(String),
    /// A ticket.
    Ticket,
    /// A person.
    Person,
}

/// The guide of a service; `None` for bills, which no step mends.
pub(crate) fn guide(service: Service) -> Option<&'static Guide> {
    static GUIDES: OnceLock<Vec<Guide>> = OnceLock::new();
    let read = || EMBEDDED.iter().filter_map(|(_, text)| Guide::from_toml(text).ok()).collect();
    GUIDES.get_or_init(read).iter().find(|it| it.service == service)
}

impl Guide {
    /// The symptom with a name.
    pub(crate) fn symptom(&self, name: &str) -> Option<&Symptom> {
        self.symptoms.iter().find(|it| it.name == name)
    }

    /// The symptom that the caller names, by the longest phrase; `asked` when it is the answer to the
    /// question for it.
    pub(crate) fn symptom_in(&self, said: &Said<'_>, asked: bool) -> Option<&Symptom> {
        let clear = self.longest(said, |it| &it.hears);
        clear.or_else(|| self.longest(said, |it| &it.hears_if_asked).filter(|_| asked))
    }

    fn longest(&self, said: &Said<'_>, words: impl Fn(&Symptom) -> &Phrases) -> Option<&Symptom> {
        let length = |it: &Symptom| words(it).longest_meant(said);
        let found = self.symptoms.iter().filter(|it| length(it) > 0);
        // Of equally long ones the first: `max_by_key` takes the last.
        found.rev().max_by_key(|it| length(it))
    }
}

impl Symptom {
    /// The step with a name.
    pub(crate) fn step(&self, name: &str) -> Option<&Step> {
        self.steps.iter().find(|it| it.name == name)
    }
}

impl Step {
    /// What may follow.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Target> {
        let of_kind: [Option<&Target>; 2] = match &self.kind {
            Kind::Check { yes, no, .. } => [Some(yes), Some(no)],
            Kind::Fix { otherwise } => [Some(otherwise), None],
        };
        of_kind.into_iter().flatten().chain([&self.cannot])
    }
}

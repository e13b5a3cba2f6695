//! What the flows say, in the language of the call.
//!
//! The flows keep all of it as attributes of the contact, so that a call in Spanish is a call in Spanish
//! to its goodbye, whichever function fails on the way.

use std::collections::BTreeMap;

use dialogue::{Consent, Opening, Remembered};
use jiff::civil::Date;
use line::{Arm, Line, RecordingMode};
use wording::{Language, Manner, Message, Pace, Part, Speech, Value, say_or_apologise};

/// What the flows say whatever the line, and the messages that it is made of.
const WORDS: &[(&str, &[&str])] = &[
    ("sayRefused", &["note-recording-refused"]),
    ("saySilence", &["hand-over-silence"]),
    ("sayTrouble", &["tell-trouble"]),
    ("sayTryLater", &["tell-try-later", "tell-goodbye-short"]),
    ("sayCannotConnect", &["tell-cannot-connect", "tell-goodbye-short"]),
    ("sayGoodbye", &["tell-goodbye"]),
    ("sayConnecting", &["tell-putting-through"]),
    ("sayNoPerson", &["tell-no-person"]),
    ("sayQueueLong", &["tell-queue-long"]),
    ("sayLeaveMessage", &["tell-voicemail"]),
    ("sayMessageRecorded", &["tell-voicemail-recorded"]),
    ("saySpeakNow", &["tell-voicemail-now"]),
    ("sayThanks", &["tell-voicemail-thanks", "tell-goodbye-short"]),
    ("sayNoMessage", &["tell-no-voicemail", "tell-goodbye-short"]),
    ("sayHolding", &["tell-still-waiting"]),
    ("sayCallbackOffer", &["offer-callback"]),
    ("sayCallback", &["tell-callback", "tell-goodbye-short"]),
    ("sayNoCallback", &["tell-no-callback"]),
];

/// That the caller speaks with a machine.
const DISCLOSURE: &str = "tell-disclosure";

/// The word for a caller who is known; `None` for anybody else.
fn welcome(remembered: &Remembered) -> Option<Message> {
    let is_known = remembered.consent == Some(Consent::Granted);
    is_known.then(|| match &remembered.name {
        Some(name) => Message::new("tell-welcome-back").with("name", Value::Text(name.clone())),
        None => Message::new("tell-welcome-back-unnamed"),
    })
}

/// Who speaks, and how.
#[derive(Debug)]
pub(crate) struct Speaker<'a> {
    line: &'a Line,
    language: Language,
    caller: Option<&'a str>,
    manner: Manner,
}

impl<'a> Speaker<'a> {
    /// `today` is the day where the line is; `caller` is whoever hears the wordings that are compared,
    /// the same ones at every call.
    pub(crate) fn new(
        line: &'a Line,
        language: Language,
        today: Date,
        caller: Option<&'a str>,
    ) -> Self {
        let arms = dialogue::arms(line, caller);
        let manner = Manner { arms, pace: Pace::Normal, ..Manner::new(today) };
        Self { line, language, caller, manner }
    }

    fn say(&self, message: &Message) -> Speech {
        let (speech, error) = say_or_apologise(self.language, message, Part::Main, &self.manner);
        if let Some(error) = error {
            tracing::error!(code = "greeting.wording", error = wiring::chain(&error), "apologised");
        }
        speech
    }

    fn all(&self, messages: &[&'static str]) -> String {
        let speech = messages.iter().fold(Speech::silence(self.language), |said, id| {
            said.then(&self.say(&Message::new(id)))
        });
        speech.text().to_owned()
    }

    /// The first words: the line's own or the standard ones, and a word for a caller who is known.
    pub(crate) fn greeting(&self, remembered: &Remembered) -> String {
        let greeting = match self.line.greeting.get(&self.language) {
            Some(own) => Speech::plain(self.language, own),
            None => self.say(
                &Message::new("tell-greeting")
                    .with("business", Value::Text(self.line.name.clone())),
            ),
        };
        match welcome(remembered) {
            Some(welcome) => greeting.then(&self.say(&welcome)).text().to_owned(),
            None => greeting.text().to_owned(),
        }
    }

    /// What the caller hears of wordings that are compared before they say a word, by experiment.
    pub(crate) fn heard(
        &self,
        remembered: &Remembered,
        opening: &Opening,
    ) -> BTreeMap<String, Arm> {
        let has_own = self.line.greeting.contains_key(&self.language);
        let welcome = welcome(remembered).map(|it| it.id);
        let said: Vec<&str> = [(!has_own).then_some("tell-greeting"), welcome.as_deref()]
            .into_iter()
            .chain([Some(DISCLOSURE), self.consent_message(), Some(opening.question.id.as_ref())])
            .flatten()
            .collect();
        dialogue::arms_heard(self.line, self.caller, &said)
    }

    /// That the caller speaks with a machine. Always said, since callers must be told.
    pub(crate) fn disclosure(&self) -> String {
        self.all(&[DISCLOSURE])
    }

    /// The question about recording; `None` when nobody is asked.
    fn consent_message(&self) -> Option<&'static str> {
        match self.line.recording.mode {
            RecordingMode::OptOut => Some("tell-recording"),
            RecordingMode::OptIn => Some("ask-recording"),
            RecordingMode::Off => None,
        }
    }

    /// Everything that the flows say later in the call, by the names of their attributes.
    pub(crate) fn words(&self, opening: &Opening) -> BTreeMap<&'static str, String> {
        let mut words: BTreeMap<_, _> =
            WORDS.iter().map(|(name, messages)| (*name, self.all(messages))).collect();
        let closed =
            Message::new("tell-voicemail-only").with("cause", Value::Word("closed".to_owned()));
        words.insert("sayClosed", self.say(&closed).text().to_owned());
        words.insert(
            "sayConsent",
            self.consent_message().map_or_else(String::new, |it| self.all(&[it])),
        );
        words.insert("sayQuestion", self.say(&opening.question).text().to_owned());
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_compares_what_only_flows_say() {
        // The record of a call is written before the flows say any of it.
        let said = WORDS.iter().flat_map(|(_, messages)| *messages).chain(&["tell-voicemail-only"]);
        for message in said {
            assert!(!dialogue::can_compare(message), "{message}");
        }
        for message in ["tell-greeting", DISCLOSURE, "tell-recording", "ask-recording", "ask-wish"]
        {
            assert!(dialogue::can_compare(message), "{message}");
        }
    }
}

//! What the flow reads back.

use jiff::civil::DateTime;
use serde::Serialize;
use wording::{Language, Manner, Message, Part, Value, say_or_apologise};

use crate::place::Place;
use crate::{Cause, Why};

/// What the agent reads of a call whose record could not be read.
const UNKNOWN_CALL: &str = "The caller needs a person; what was said before isn't known.";

/// What the flow reads back: a flat object of strings, as `STRING_MAP` demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Where the caller goes: `queue`, `voicemail`, or `move` to the other queue that is named, whose
    /// numbers the flow has yet to find out.
    pub route: &'static str,
    /// ARN of the queue for the caller; empty when it is not known.
    pub queue: String,
    /// Mailbox of that queue.
    pub mailbox: String,
    /// Why the caller needs a person, such as `asked`.
    pub reason: &'static str,
    /// What settled the route: `open`, `closed`, `unstaffed` or `full`.
    pub cause: &'static str,
    /// What the caller hears.
    pub announcement: String,
    /// The call in one sentence, for the agent.
    pub summary: String,
}

/// What the caller hears, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// The language of the call.
    pub(crate) language: Language,
    /// Now, where the line is.
    pub(crate) now: DateTime,
    /// When the line opens next, where it is; `None` when that is not known.
    pub(crate) opens: Option<DateTime>,
}

impl Answer {
    /// The answer to a decision; `summary` is `None` when nothing is known of the call.
    pub(crate) fn new(
        cause: Cause,
        why: Why,
        place: &Place,
        spoken: Spoken,
        summary: Option<String>,
    ) -> Self {
        Self {
            route: cause.route().as_str(),
            queue: place.arn.clone().unwrap_or_default(),
            mailbox: place.mailbox.clone(),
            reason: why.as_str(),
            cause: cause.as_str(),
            announcement: announcement(cause, why, place, spoken),
            summary: summary.unwrap_or_else(|| UNKNOWN_CALL.to_owned()),
        }
    }
}

/// What the caller hears: where they go. Why they go there was said before. The flow goes on right
/// after: to the queue's music, or to the prompt for a message.
fn announcement(cause: Cause, why: Why, place: &Place, spoken: Spoken) -> String {
    let word = |word: &str| Value::Word(word.to_owned());
    let message = match (cause, spoken.opens) {
        (Cause::Open, _) => match place.say.get(&spoken.language) {
            Some(who) => Message::new("tell-connecting-to")
                .with("reason", word(why.as_str()))
                .with("place", Value::Text(who.clone())),
            None => Message::new("tell-connecting").with("reason", word(why.as_str())),
        },
        (Cause::Closed, Some(opens)) => {
            let days = (opens.date() - spoken.now.date()).get_days();
            let day = match days {
                0 => "today",
                1 => "tomorrow",
                _ => "later",
            };
            Message::new("tell-closed-until")
                .with("day", word(day))
                .with("opens", Value::Moment(opens))
                .with("time", Value::Time(opens.time()))
        }
        (Cause::Closed | Cause::Unstaffed | Cause::Full, _) => {
            Message::new("tell-voicemail-only").with("cause", word(cause.as_str()))
        }
    };
    let manner = Manner::new(spoken.now.date());
    let (speech, error) = say_or_apologise(spoken.language, &message, Part::Main, &manner);
    if let Some(error) = error {
        tracing::error!(code = "escalation.wording", error = wiring::chain(&error), "apologised");
    }
    speech.text().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use jiff::civil::datetime;
    use std::fmt::Write as _;

    const CAUSES: [Cause; 4] = [Cause::Open, Cause::Closed, Cause::Unstaffed, Cause::Full];

    fn spoken(language: Language) -> Spoken {
        Spoken { language, now: datetime(2026, 3, 2, 18, 0, 0, 0), opens: None }
    }

    #[test]
    fn the_answer_is_a_flat_object_of_strings() {
        let spoken = spoken(Language::EnUs);
        let answer = Answer::new(Cause::Full, Why::OTHER, &Place::default(), spoken, None);
        let value = serde_json::to_value(answer).unwrap();
        assert!(value.as_object().unwrap().values().all(serde_json::Value::is_string), "{value}");
    }

    #[test]
    fn every_caller_hears_what_happens_next() {
        let mut said = String::new();
        for language in Language::ALL {
            for cause in CAUSES {
                for why in Why::ALL {
                    let announcement =
                        announcement(cause, why, &Place::default(), spoken(language));
                    if cause == Cause::Open || why == Why::OTHER {
                        let (cause, why) = (cause.as_str(), why.as_str());
                        writeln!(said, "{language} {cause:9} {why:14} {announcement}").unwrap();
                    }
                }
            }
        }
        expect![[r#"
            en-US open      asked          I'm connecting you with someone now.
            en-US open      not-understood I'll connect you with someone who can help.
            en-US open      silence        I'll connect you with someone who can help.
            en-US open      backend        I'll connect you with someone who can help.
            en-US open      upset          I'll connect you with someone who can help.
            en-US open      denied         I'll connect you with someone who can help.
            en-US open      emergency      I'm connecting you with someone right now. Please stay on the line.
            en-US open      matter         I'll connect you with someone who can help.
            en-US open      other          I'll connect you with someone who can help.
            en-US closed    other          We're closed right now, but you can leave us a message.
            en-US unstaffed other          Nobody's available right now, but you can leave us a message.
            en-US full      other          All our lines are busy right now, but you can leave us a message.
            es-US open      asked          Le comunico ahora con alguien.
            es-US open      not-understood Le comunico con alguien que le puede ayudar.
            es-US open      silence        Le comunico con alguien que le puede ayudar.
            es-US open      backend        Le comunico con alguien que le puede ayudar.
            es-US open      upset          Le comunico con alguien que le puede ayudar.
            es-US open      denied         Le comunico con alguien que le puede ayudar.
            es-US open      emergency      Le comunico ahora mismo con alguien. Por favor no cuelgue.
            es-US open      matter         Le comunico con alguien que le puede ayudar.
            es-US open      other          Le comunico con alguien que le puede ayudar.
            es-US closed    other          En este momento estamos cerrados, pero nos puede dejar un mensaje.
            es-US unstaffed other          En este momento no hay nadie disponible, pero nos puede dejar un mensaje.
            es-US full      other          Todas nuestras líneas están ocupadas, pero nos puede dejar un mensaje.
        "#]].assert_eq(&said);
    }

    #[test]
    fn callers_hear_who_will_answer_where_the_line_says_so() {
        let say = [
            (Language::EnUs, "our billing team".to_owned()),
            (Language::EsUs, "nuestro equipo de facturación".to_owned()),
        ];
        let place = Place { say: say.into(), ..Place::default() };
        let mut said = String::new();
        for language in Language::ALL {
            for why in ["asked", "emergency", "matter"] {
                let words = announcement(Cause::Open, Why::of(why), &place, spoken(language));
                writeln!(said, "{language} {why:9} {words}").unwrap();
            }
        }
        expect![[r#"
            en-US asked     I'm connecting you with our billing team now.
            en-US emergency I'm connecting you with our billing team right now. Please stay on the line.
            en-US matter    I'll connect you with our billing team.
            es-US asked     Le comunico ahora con nuestro equipo de facturación.
            es-US emergency Le comunico ahora mismo con nuestro equipo de facturación. Por favor no cuelgue.
            es-US matter    Le comunico con nuestro equipo de facturación.
        "#]].assert_eq(&said);
        // A line need not name its queues in every language.
        let place = Place { say: [(Language::EsUs, "la recepción".to_owned())].into(), ..place };
        let words = announcement(Cause::Open, Why::OTHER, &place, spoken(Language::EnUs));
        assert_eq!(words, "I'll connect you with someone who can help.");
    }

    #[test]
    fn who_calls_too_late_hears_when_the_line_opens() {
        let said = [2, 3, 4].map(|day| {
            let opens = Some(datetime(2026, 3, day, 9, 0, 0, 0));
            Language::ALL.map(|language| {
                let spoken = Spoken { opens, ..spoken(language) };
                announcement(Cause::Closed, Why::OTHER, &Place::default(), spoken)
            })
        });
        expect![[r#"
            We're closed right now. We open today at 9 a.m., and you can leave us a message.
            Ahora estamos cerrados. Abrimos hoy a las 9:00 a. m., y nos puede dejar un mensaje.
            We're closed right now. We open again tomorrow at 9 a.m., and you can leave us a message.
            Ahora estamos cerrados. Abrimos de nuevo mañana a las 9:00 a. m., y nos puede dejar un mensaje.
            We're closed right now. We open again on Wednesday, March 4th at 9 a.m., and you can leave us a message.
            Ahora estamos cerrados. Abrimos de nuevo el miércoles 4 de marzo a las 9:00 a. m., y nos puede dejar un mensaje."#]].assert_eq(&said.concat().join("\n"));
    }
}

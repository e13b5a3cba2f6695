//! Getting in touch: what the person sees to themselves leads to a callback, a message, or an address
//! by SMS.

use line::Line;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use super::with_person;
use super::words::{self, Way};
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::read;
use crate::reply::Ending;
use crate::said::Said;
use crate::slot::Slot;
use crate::task::{Answer, Context, Done, Next, Taken};
use crate::wish::Wish;

/// A wish to get in touch.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reach {
    wish: Wish,
    stage: Stage,
    /// Whether the caller was told that this is for the person.
    #[serde(default)]
    told: bool,
    /// How they want to get in touch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    way: Option<Way>,
    /// Who they are, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// What it is about, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// Why the way that the first sentence named cannot be taken, until it is said in the same turn.
    #[serde(skip)]
    refused: Option<Message>,
}

impl std::fmt::Debug for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reach")
            .field("wish", &self.wish)
            .field("stage", &self.stage)
            .finish_non_exhaustive()
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    /// How to get in touch.
    Way,
    /// Who calls.
    Name,
    /// What it is about.
    About,
    /// Nothing more: it is done.
    End,
    /// Nothing: the caller does not want to get in touch after all.
    Declined,
}

impl Reach {
    /// Begins with the sentence that asked for it, which may name the way.
    pub(super) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Self {
        let name = cx.memory.name.clone();
        let mut reach = Self {
            wish,
            stage: Stage::Way,
            told: false,
            way: None,
            name,
            about: None,
            refused: None,
        };
        let named = words::way(&Answer { keys: None, ..*answer });
        if let Some(way) = named.filter(|_| names_way(answer))
            && let Taken::Noted(note) = reach.choose(way, cx)
        {
            reach.refused = Some(note);
        }
        reach
    }

    /// Goes on with a way.
    fn choose(&mut self, way: Way, cx: &Context<'_>) -> Taken {
        if let Some(refusal) = refusal(way, cx) {
            return Taken::Noted(refusal);
        }
        self.way = Some(way);
        self.stage = match (way, &self.name) {
            (Way::Callback | Way::Message, None) => Stage::Name,
            (Way::Callback, Some(_)) => Stage::About,
            (Way::Message | Way::Email | Way::Linkedin, _) => Stage::End,
        };
        Taken::Understood
    }

    pub(super) fn next(&mut self, cx: &mut Context<'_>) -> Next {
        let refused = self.refused.take();
        let ask = |message, expects| {
            let mut question = Question::new(message, expects);
            question.before.extend(refused.clone());
            if !self.told {
                let matter = Value::Word(self.matter().to_owned());
                question =
                    question.after(with_person("note-personal", cx.line).with("matter", matter));
            }
            Next::Ask(question)
        };
        let next = match (self.stage, self.way) {
            (Stage::Way, _)
                if [Way::Email, Way::Linkedin].into_iter().any(|it| can_send(it, cx)) =>
            {
                ask(Message::new("choose-contact-way"), Expects::Slot(Slot::ContactWay))
            }
            (Stage::Way, _) if !cx.texting => {
                ask(with_person("offer-leave-message", cx.line), Expects::YesNo)
            }
            (Stage::Declined, _) => {
                Next::Done(Done { say: Vec::new(), served: false, offer: None })
            }
            (Stage::Way, _) | (Stage::End, None) => ask(
                with_person("choose-callback-or-message", cx.line),
                Expects::Slot(Slot::ContactWay),
            ),
            (Stage::Name, _) => ask(Message::new("ask-caller-name"), Expects::Slot(Slot::Words)),
            (Stage::About, _) => {
                ask(with_person("ask-caller-matter", cx.line), Expects::Slot(Slot::Words))
            }
            (Stage::End, Some(Way::Callback)) => {
                Next::Close(Ending::Callback, with_person("hand-over-callback", cx.line))
            }
            (Stage::End, Some(Way::Message)) => {
                Next::Close(Ending::Message, with_person("hand-over-message", cx.line))
            }
            (Stage::End, Some(way @ (Way::Email | Way::Linkedin))) => {
                let say = send(way, cx);
                Next::Done(Done { say: vec![say], served: true, offer: None })
            }
        };
        self.told = true;
        next
    }

    pub(super) fn hear(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        match self.stage {
            Stage::Way => match words::way(answer) {
                Some(way) => self.choose(way, cx),
                None if !cx.texting && answer.yes_no == Some(YesNo::Yes) => {
                    self.choose(Way::Message, cx)
                }
                None if answer.yes_no == Some(YesNo::No) => {
                    self.stage = Stage::Declined;
                    Taken::Understood
                }
                None if read::lacks(answer) => Taken::Missing,
                None => Taken::NotUnderstood,
            },
            Stage::Name | Stage::About if answer.keys.is_some() || said.is_empty() => {
                Taken::NotUnderstood
            }
            Stage::Name => {
                let name = words::own_words(answer);
                if name.is_none() && !words::skips(&said) {
                    return Taken::NotUnderstood;
                }
                // A message says itself what it is about.
                let is_message = self.way == Some(Way::Message);
                self.stage = if is_message { Stage::End } else { Stage::About };
                if words::skips(&said) {
                    return Taken::Understood;
                }
                self.name = name;
                // What else they say of themselves is for the person, and not remembered.
                let own = self.name.as_deref();
                cx.memory.name = own.and_then(|it| words::name_in(it, answer.language, cx.now));
                Taken::Noted(Message::new("note-thanks"))
            }
            Stage::About => {
                if let Some(note) = self.rename(answer, cx) {
                    return Taken::Noted(Message::new(note));
                }
                if !words::skips(&said) {
                    let Some(about) = words::own_words(answer) else {
                        return Taken::NotUnderstood;
                    };
                    self.about = Some(about);
                }
                self.stage = Stage::End;
                Taken::Understood
            }
            Stage::End | Stage::Declined => Taken::NotUnderstood,
        }
    }

    /// Takes the name of a caller who introduces themselves to another question, "no, my name is Ana Diez",
    /// and gives what is said to that. Where else they are from stays as they said it.
    fn rename(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) -> Option<&'static str> {
        let name = words::introduced(answer, cx.now)?;
        let (known, own) = (cx.memory.name.as_deref(), self.name.as_deref());
        if own.is_some_and(|own| words::place_of(own, &name).is_some()) {
            return None;
        }
        let note = if own.is_some() { "note-corrected" } else { "note-thanks" };
        self.name = Some(match (own, known) {
            (Some(own), Some(known)) => match words::place_of(own, known) {
                Some(place) => {
                    own.get(..place.start).unwrap_or_default().to_owned()
                        + &name
                        + own.get(place.end..).unwrap_or_default()
                }
                None => name.clone(),
            },
            _ => name.clone(),
        });
        cx.memory.name = Some(name);
        Some(note)
    }

    pub(super) fn back(&mut self) -> bool {
        self.stage = match self.stage {
            Stage::Way | Stage::End | Stage::Declined => return false,
            Stage::Name => Stage::Way,
            Stage::About => Stage::Name,
        };
        self.way = self.way.filter(|_| self.stage != Stage::Way);
        true
    }

    pub(super) fn summary(&self) -> Message {
        summary(self.matter(), self.name.as_deref(), self.about.as_deref())
    }

    /// What the caller wants, in the word that messages choose by.
    fn matter(&self) -> &'static str {
        match self.wish {
            Wish::RequestInterview => "interview",
            Wish::NegotiateContract => "contract",
            Wish::ArrangeMeeting => "meeting",
            Wish::AskTechnicalQuestion => "technical",
            _ => "question",
        }
    }
}

/// Whether a sentence that asks for something names a way itself: only in so many words, since "a
/// call" may be the meeting that is wanted.
fn names_way(answer: &Answer<'_>) -> bool {
    answer.slots.contains_key(&Slot::ContactWay)
}

/// For the person who takes over.
pub(super) fn summary(matter: &'static str, name: Option<&str>, about: Option<&str>) -> Message {
    let is_there =
        |it: Option<&str>| Value::Word(if it.is_some() { "yes" } else { "no" }.to_owned());
    let text = |it: Option<&str>| Value::Text(it.unwrap_or_default().to_owned());
    Message::new("summary-profile")
        .with("matter", Value::Word(matter.to_owned()))
        .with("has-name", is_there(name))
        .with("name", text(name))
        .with("has-about", is_there(about))
        .with("about", text(about))
}

/// Sends an address to the caller, and says so; or says why not.
pub(super) fn send(way: Way, cx: &mut Context<'_>) -> Message {
    if let Some(refusal) = refusal(way, cx) {
        return refusal;
    }
    let Some(address) = address(way, cx.line).map(str::to_owned) else {
        return Message::new("note-no-texting");
    };
    let message = if way == Way::Email { "text-email" } else { "text-linkedin" };
    cx.texts.push(with_person(message, cx.line).with("address", Value::Text(address)));
    Message::new("tell-address-texted").with("way", Value::Word(way.as_str().to_owned()))
}

/// Why a way cannot be taken; `None` when it can.
fn refusal(way: Way, cx: &Context<'_>) -> Option<Message> {
    match way {
        Way::Message => None,
        // Nobody can call or write to a number that is withheld.
        Way::Callback => (!cx.texting).then(|| Message::new("note-no-callback")),
        Way::Email | Way::Linkedin if address(way, cx.line).is_none() => {
            let word = Value::Word(way.as_str().to_owned());
            Some(Message::new("note-no-address").with("way", word))
        }
        Way::Email | Way::Linkedin => (!cx.texting).then(|| Message::new("note-no-texting")),
    }
}

/// Whether a way is an address that is sent.
pub(super) fn is_address(way: Way) -> bool {
    matches!(way, Way::Email | Way::Linkedin)
}

/// Whether an address can be sent.
pub(super) fn can_send(way: Way, cx: &Context<'_>) -> bool {
    cx.texting && address(way, cx.line).is_some()
}

fn address(way: Way, line: &Line) -> Option<&str> {
    let profile = line.profile.as_ref()?;
    match way {
        Way::Email => profile.email.as_deref(),
        Way::Linkedin => profile.linkedin.as_deref(),
        Way::Callback | Way::Message => None,
    }
}

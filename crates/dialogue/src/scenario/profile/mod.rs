//! The assistant of a professional: answers from articles, and ways to get in touch.
//!
//! A question is answered by an article, and what is asked next ("and where was that?") by the same
//! one, until another is taken up ([`discussed`]). What is the person's own to decide leads to a
//! callback, a message or an address ([`reach`]).

mod discussed;
mod reach;
mod words;

#[cfg(test)]
mod tests;

use line::{Line, Scenario};
use serde::{Deserialize, Serialize};
use wording::{Language, Message, Value};

pub(crate) use self::discussed::Discussed;
use self::discussed::{Choice, Wanted, choose};
use self::reach::Reach;
use self::words::{FollowUp, Way};
use crate::business::{Passage, Topic};
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::reply::Reason;
use crate::request::{Facts, Request};
use crate::said::Said;
use crate::task::{self, Answer, Context, Done, Next, Taken};
use crate::wish::Wish;

/// Topics, the wish that asks about each, and what callers are likely to ask next.
const TOPICS: &[(Topic, Wish, Topic)] = &[
    (Topic::Experience, Wish::AskExperience, Topic::Projects),
    (Topic::Skills, Wish::AskSkills, Topic::Projects),
    (Topic::Projects, Wish::AskProjects, Topic::Availability),
    (Topic::Education, Wish::AskEducation, Topic::Experience),
    (Topic::Availability, Wish::AskAvailability, Topic::Collaboration),
    (Topic::Contact, Wish::AskContact, Topic::Availability),
    (Topic::Collaboration, Wish::AskCollaboration, Topic::Availability),
];

/// Questions in a row to which nothing is known that bring the offer of a person.
const MAX_UNKNOWN: u32 = 3;

/// What is done for a caller of the assistant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Task {
    /// A question is answered.
    Ask(Ask),
    /// The caller gets in touch with the person.
    Reach(Reach),
}

/// A question.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ask {
    topic: Topic,
    stage: Stage,
    /// What the caller said. It is not stored: a question is answered in the turn that asks it.
    #[serde(skip)]
    words: String,
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ask")
            .field("topic", &self.topic)
            .field("stage", &self.stage)
            .finish_non_exhaustive()
    }
}

/// Where a question is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    /// The records are asked.
    Search(Wanted),
    /// This is told, and what was asked is answered.
    Tell(Vec<Message>),
    /// This is told, and with it goes the offer of what is likely next.
    TellAndOffer(Vec<Message>),
    /// This is told before the person's address is offered by SMS.
    OfferText(Vec<Message>),
    /// Nothing is known.
    Unknown,
    /// The records cannot be asked.
    Unavailable,
}

/// Begins what serves a wish, with the sentence that named it.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    match TOPICS.iter().find(|(_, of, _)| *of == wish) {
        Some((topic, ..)) => Task::Ask(Ask::begin(*topic, answer, cx)),
        None => Task::Reach(Reach::begin(wish, answer, cx)),
    }
}

/// The wish in a sentence that recognition gave up: a question about the answer before, or one that
/// names something, which an article may know.
pub(crate) fn claims(answer: &Answer<'_>, cx: &Context<'_>) -> Option<Wish> {
    let said = Said::new(answer.said, answer.language);
    let discussed = cx.memory.discussed.as_ref().map(|it| it.topic);
    if let Some(topic) = discussed
        && words::follow_up(&said).is_some()
    {
        return Some(wish_of(topic));
    }
    if answer.keys.is_some() || answer.yes_no.is_some() || !words::asks(&said) {
        return None;
    }
    let topic = words::topic(&said).or(discussed).unwrap_or(Topic::Skills);
    let names = !words::particulars(&said, topic, person(cx.line)).is_empty();
    names.then(|| wish_of(topic))
}

/// The wish that asks about a topic.
fn wish_of(topic: Topic) -> Wish {
    let row = TOPICS.iter().find(|(it, ..)| *it == topic);
    row.map_or(Wish::AskExperience, |(_, wish, _)| *wish)
}

/// The word for a topic that messages choose by.
fn word(topic: Topic) -> &'static str {
    match topic {
        Topic::Experience => "experience",
        Topic::Skills => "skills",
        Topic::Projects => "projects",
        Topic::Education => "education",
        Topic::Availability => "availability",
        Topic::Contact => "contact",
        Topic::Collaboration => "collaboration",
    }
}

/// Whose assistant answers, as the name is spoken.
fn person(line: &Line) -> &str {
    line.profile.as_ref().map_or(line.name.as_str(), |it| it.person.as_str())
}

/// A message that names the person.
fn with_person(id: &'static str, line: &Line) -> Message {
    Message::new(id).with("person", Value::Text(person(line).to_owned()))
}

fn offer_topic(topic: Topic, line: &Line) -> Message {
    with_person("offer-topic", line).with("topic", Value::Word(word(topic).to_owned()))
}

fn tell(text: String) -> Message {
    Message::new("tell-passage").with("text", Value::Text(text))
}

impl Ask {
    fn begin(topic: Topic, answer: &Answer<'_>, cx: &mut Context<'_>) -> Self {
        let said = Said::new(answer.said, answer.language);
        let words = said.text().to_owned();
        let way =
            words::way_in(&said).filter(|_| topic == Topic::Contact && words::wants_text(&said));
        if let Some(way) = way.filter(|it| reach::is_address(*it)) {
            let told = reach::send(way, cx);
            return Self { topic, stage: Stage::Tell(vec![told]), words: String::new() };
        }
        match (words::follow_up(&said), cx.memory.discussed.as_mut()) {
            (Some(FollowUp::Other), Some(_)) => {
                Self { topic, stage: Stage::Search(Wanted::Other), words: String::new() }
            }
            // "Which city is she in" may be a question of its own; "where was that" is not.
            (Some(follow_up), Some(discussed))
                if discussed.topic == topic || words::points_back(&said) =>
            {
                let topic = discussed.topic;
                Self { topic, stage: follow(follow_up, discussed, cx.language), words }
            }
            _ => Self { topic, stage: Stage::Search(wanted(topic, &said)), words },
        }
    }

    fn request(&self, cx: &Context<'_>, wanted: Wanted) -> Request {
        let said = Said::new(&self.words, cx.language);
        let is_general = wanted != Wanted::Answer
            || words::particulars(&said, self.topic, person(cx.line)).is_empty();
        // A question about the topic as a whole has no words that an article must have.
        let words = if is_general { String::new() } else { self.words.clone() };
        Request::Search { words, topic: Some(self.topic), language: cx.language }
    }

    /// Answers a question about the article under discussion once it is known in the call's language.
    fn take_same(&mut self, passages: &[Passage], cx: &mut Context<'_>) {
        let follow_up = words::follow_up(&Said::new(&self.words, cx.language));
        self.stage = match (follow_up, cx.memory.discussed.as_mut()) {
            (Some(follow_up), Some(discussed)) => {
                discussed.go_over(cx.language, passages);
                follow(follow_up, discussed, cx.language)
            }
            _ => Stage::Unknown,
        };
        self.words.clear();
    }

    fn take(&mut self, passages: &[Passage], wanted: Wanted, cx: &mut Context<'_>) {
        if wanted == Wanted::Same {
            return self.take_same(passages, cx);
        }
        let said = Said::new(&self.words, cx.language);
        let particulars = match wanted {
            Wanted::Answer => words::particulars(&said, self.topic, person(cx.line)),
            Wanted::Same
            | Wanted::Other
            | Wanted::Before
            | Wanted::After
            | Wanted::Latest
            | Wanted::Earliest => Vec::new(),
        };
        let question = discussed::Question {
            wanted,
            topic: self.topic,
            particulars: &particulars,
            detail: words::detail(&said).filter(|_| wanted == Wanted::Answer),
            language: cx.language,
        };
        let stage = match choose(&question, passages, cx.memory.discussed.as_ref()) {
            Choice::Answer(passage) => {
                let discussed = &mut cx.memory.discussed;
                let text = Discussed::take_up(discussed, passage, &question);
                if let Some(discussed) = discussed {
                    discussed.begin_list(&text, passages, cx.language);
                }
                self.topic = passage.topic;
                if self.topic == Topic::Contact && reach::can_send(Way::Email, cx) {
                    Stage::OfferText(vec![tell(text)])
                } else {
                    Stage::TellAndOffer(vec![tell(text)])
                }
            }
            Choice::AllTold => Stage::TellAndOffer(vec![Message::new("note-no-more")]),
            Choice::NothingBefore => Stage::Tell(vec![Message::new("note-nothing-before")]),
            Choice::NothingAfter => Stage::Tell(vec![Message::new("note-nothing-after")]),
            Choice::Nothing => Stage::Unknown,
        };
        cx.memory.unknown_questions =
            if stage == Stage::Unknown { cx.memory.unknown_questions.saturating_add(1) } else { 0 };
        self.stage = stage;
        self.words.clear();
    }

    /// What the caller is likely to ask next, once in a call.
    fn offer(&self, cx: &mut Context<'_>) -> Option<(Wish, Message)> {
        let discussed = cx.memory.discussed.as_mut().filter(|it| !it.offered)?;
        let (_, _, next) = TOPICS.iter().find(|(it, ..)| *it == self.topic)?;
        discussed.offered = true;
        Some((wish_of(*next), offer_topic(*next, cx.line)))
    }

    /// Owns up to not knowing, and offers what is known of the topic, a message, or in the end a person.
    fn unknown(&self, cx: &Context<'_>) -> Next {
        let say = vec![Message::new("tell-not-known")];
        if cx.memory.unknown_questions >= MAX_UNKNOWN {
            return Next::OfferPerson(say);
        }
        let is_told = cx.memory.discussed.as_ref().is_some_and(|it| it.topic == self.topic);
        let offer = if cx.memory.unknown_questions <= 1 && !is_told {
            (wish_of(self.topic), offer_topic(self.topic, cx.line))
        } else {
            (Wish::LeaveMessage, with_person("offer-leave-message", cx.line))
        };
        Next::Done(Done { say, served: false, offer: Some(offer) })
    }

    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        match &mut self.stage {
            Stage::Search(wanted) => {
                let wanted = *wanted;
                Next::Request(self.request(cx, wanted))
            }
            Stage::Tell(say) => {
                Next::Done(Done { say: std::mem::take(say), served: true, offer: None })
            }
            Stage::TellAndOffer(say) => {
                let say = std::mem::take(say);
                Next::Done(Done { say, served: true, offer: self.offer(cx) })
            }
            Stage::OfferText(say) => {
                let mut question =
                    Question::new(Message::new("offer-text-contact"), Expects::YesNo);
                question.before = std::mem::take(say);
                Next::Ask(question)
            }
            Stage::Unknown => self.unknown(cx),
            Stage::Unavailable => Next::Person(Reason::Backend, Message::new("hand-over-backend")),
        }
    }

    fn hear(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        let Stage::OfferText(_) = &self.stage else { return Taken::NotUnderstood };
        let said = Said::new(answer.said, answer.language);
        let way = match (words::way_in(&said), answer.yes_no) {
            (Some(way @ (Way::Email | Way::Linkedin)), _) => way,
            (_, Some(YesNo::Yes)) => Way::Email,
            (_, Some(YesNo::No)) => {
                self.stage = Stage::Tell(Vec::new());
                return Taken::Understood;
            }
            (_, None) => return Taken::NotUnderstood,
        };
        let told = reach::send(way, cx);
        self.stage = Stage::Tell(vec![told]);
        Taken::Understood
    }
}

/// What a question asks for.
fn wanted(topic: Topic, said: &Said<'_>) -> Wanted {
    let has_order = matches!(topic, Topic::Experience | Topic::Projects);
    if has_order && words::asks_latest(said) {
        Wanted::Latest
    } else if has_order && words::asks_earliest(said) {
        Wanted::Earliest
    } else {
        Wanted::Answer
    }
}

/// Answers a question about the article under discussion, as far as no other is needed.
fn follow(follow_up: FollowUp, discussed: &mut Discussed, language: Language) -> Stage {
    let is_kept = follow_up.detail().is_some() || follow_up == FollowUp::More;
    if is_kept && !discussed.is_in(language) {
        return Stage::Search(Wanted::Same);
    }
    if let Some(key) = follow_up.detail() {
        let told = discussed.details.get(key).cloned().map(tell);
        let unknown = || Message::new("note-no-detail").with("detail", Value::Word(key.to_owned()));
        return Stage::Tell(vec![told.unwrap_or_else(unknown)]);
    }
    match follow_up {
        FollowUp::Before => Stage::Search(Wanted::Before),
        FollowUp::After => Stage::Search(Wanted::After),
        FollowUp::More => match discussed.take_more() {
            Some(more) => Stage::Tell(vec![tell(more)]),
            None => Stage::TellAndOffer(vec![Message::new("note-no-more")]),
        },
        FollowUp::Other | FollowUp::Where | FollowUp::When | FollowUp::Who | FollowUp::HowLong => {
            Stage::Search(Wanted::Other)
        }
    }
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        match self {
            Self::Ask(ask) => ask.next(cx),
            Self::Reach(reach) => reach.next(cx),
        }
    }

    fn hear(&mut self, _asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        match self {
            Self::Ask(ask) => ask.hear(answer, cx),
            Self::Reach(reach) => reach.hear(answer, cx),
        }
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        let Self::Ask(ask) = self else { return };
        if let (Facts::Passages(mut passages), Stage::Search(wanted)) = (facts, &ask.stage) {
            let wanted = *wanted;
            passages.retain(discussed::has_words);
            ask.take(&passages, wanted, cx);
        } else {
            ask.stage = Stage::Unavailable;
            ask.words.clear();
        }
    }

    fn back(&mut self, _cx: &mut Context<'_>) -> bool {
        match self {
            Self::Ask(_) => false,
            Self::Reach(reach) => reach.back(),
        }
    }

    fn summary(&self) -> Option<Message> {
        Some(match self {
            Self::Ask(_) => reach::summary("question", None, None),
            Self::Reach(reach) => reach.summary(),
        })
    }

    fn turn_to(&mut self, wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> bool {
        // Whoever asks on is not asked again whether they want the address.
        let turns = matches!(self, Self::Ask(_)) && wish.scenario() == Some(Scenario::Profile);
        if turns {
            *self = begin(wish, answer, cx);
        }
        turns
    }
}

//! Reads the few words that recognition leaves to us: yes and no outside a yes-or-no question,
//! order numbers inside a longer sentence, and questions about the order under discussion.

use std::ops::Range;

use crate::{Answer, OrderNumber, negation};

const YES: &[&str] = &[
    "absolutely",
    "affirmative",
    "correct",
    "definitely",
    "exactly",
    "ok",
    "okay",
    "right",
    "sure",
    "yeah",
    "yep",
    "yes",
    "yup",
];
const NO: &[&str] = &[
    "don't",
    "incorrect",
    "isn't",
    "nah",
    "negative",
    "no",
    "nope",
    "not",
    "nothing",
    "wasn't",
    "wrong",
];
/// Words that say nothing by themselves beside a yes or a no.
const POLITE: &[&str] = &[
    "actually", "all", "is", "it", "it's", "ma'am", "me", "much", "please", "sir", "so", "thank",
    "thanks", "that", "that's", "the", "this", "uh", "um", "very", "well", "you",
];
/// Ways of saying that nothing else is needed, without a no.
const DONE: &[&str] = &[
    "all done",
    "all good",
    "all set",
    "i'm done",
    "i'm good",
    "that is all",
    "that is it",
    "that was all",
    "that's all",
    "that's everything",
    "that's it",
    "will be all",
];
/// Ways of agreeing to a thing named, without a yes.
const THAT: &[&str] = &["that is it", "that is the one", "that's it", "that's the one"];
const THANKS: &[&str] = &["thank you", "thanks"];
const LEAVING: &[&str] = &["bye", "goodbye", "hang up"];
const PERSON: &[&str] = &[
    "agent",
    "a person",
    "get someone",
    "human",
    "operator",
    "real person",
    "representative",
    "someone please",
    "to someone",
    "with someone",
];
/// Words before and after "agent" and its like that make it somebody else than the person wanted.
const SOMEBODY: &[&str] = &["am a", "am an", "as an", "i'm a", "i'm an", "my", "was an"];
const HAS_SPOKEN: &[&str] = &["hung", "promised", "said", "told"];
/// Ways of saying that the call is to go on; a negated goodbye is another.
const STAYING: &[&str] = &[
    "don't go",
    "do not go",
    "isn't all",
    "not all",
    "not done",
    "not finished",
    "not it",
    "not everything",
    "not ready",
    "not through",
    "not yet",
    "stay on",
];
/// Ways of asking on about an order that was just discussed.
const ABOUT_IT: &[&str] = &[
    "arrive",
    "arrived",
    "arrives",
    "coming",
    "delivered",
    "delivery",
    "expected",
    "get here",
    "get it",
    "how long",
    "my order",
    "my package",
    "say again",
    "say that again",
    "repeat",
    "shipped",
    "status",
    "the order",
    "the package",
    "what day",
    "when does it",
    "when is it",
    "when will it",
    "when's it",
    "where is it",
    "where it is",
    "where's it",
];
const ANOTHER: &[&str] = &["another", "different", "new", "next", "other", "second"];
/// Words inside a spoken number that are no digits.
const PAUSES: &[&str] = &["dash", "uh", "um"];

/// What was said, in lowercase words.
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn of(said: &str) -> Self {
        let said = said.to_lowercase().replace('\u{2019}', "'");
        Self(
            said.split(|it: char| !it.is_alphanumeric() && it != '\'')
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether nothing was said.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A yes or a no anywhere; a no beats a yes, so that "that's not right" is one.
    pub(crate) fn answer(&self) -> Option<Answer> {
        if self.has(NO) {
            Some(Answer::No)
        } else if self.has(YES) {
            Some(Answer::Yes)
        } else {
            None
        }
    }

    /// A yes or a no that the sentence begins with, or that is all of it.
    ///
    /// For questions that many other things may answer: "I don't know" is no answer here.
    pub(crate) fn plain_answer(&self) -> Option<Answer> {
        let first = self.0.first()?;
        let begins = [YES, NO].iter().any(|known| known.contains(&&**first));
        if begins || self.all_in(&[YES, NO, POLITE]) { self.answer() } else { None }
    }

    /// The caller needs nothing else.
    pub(crate) fn are_done(&self) -> bool {
        self.has(DONE) || (self.has(THANKS) && self.all_in(&[YES, POLITE]))
    }

    /// The caller agrees to what was read back.
    pub(crate) fn agree(&self) -> bool {
        self.has(THAT)
    }

    /// The caller ends the call.
    pub(crate) fn are_leaving(&self) -> bool {
        self.has(LEAVING) && !self.are_staying()
    }

    /// The caller wants the call to go on.
    pub(crate) fn are_staying(&self) -> bool {
        let refuse = |phrases| {
            self.found(phrases)
                .any(|it| negation::refuses(&self.0, it.start, negation::Of::Leaving))
        };
        self.has(STAYING) || refuse(LEAVING) || refuse(DONE)
    }

    /// The caller wants a person.
    pub(crate) fn want_person(&self) -> bool {
        self.found(PERSON).any(|it| {
            let before = self.0.get(..it.start).unwrap_or_default();
            let after = self.0.get(it.end).map_or("", String::as_str);
            let is_another = SOMEBODY.iter().any(|phrase| ends_with(before, phrase))
                || HAS_SPOKEN.contains(&after);
            !is_another && !negation::refuses(&self.0, it.start, negation::Of::Person)
        })
    }

    /// The caller refuses something that they name: "don't track my order", "no agent please".
    pub(crate) fn refuse_something(&self) -> bool {
        let begins = ["don't", "do not"].iter().any(|phrase| {
            let length = phrase.split(' ').count();
            self.0.len() > length && self.0.get(..length).is_some_and(|it| ends_with(it, phrase))
        });
        begins || (self.has(PERSON) && !self.want_person())
    }

    /// What was said may mean the opposite of what its other words say, or speak of a person
    /// without wanting one.
    pub(crate) fn may_refuse(&self) -> bool {
        negation::is_in(&self.0) || (self.has(PERSON) && !self.want_person())
    }

    /// The caller asks on about the order under discussion.
    pub(crate) fn ask_about_it(&self) -> bool {
        self.has(ABOUT_IT)
    }

    /// The caller means another order than the one under discussion.
    pub(crate) fn mean_another(&self) -> bool {
        self.has(ANOTHER)
    }

    /// The order numbers said, in digits or in words.
    ///
    /// Digits that follow each other belong together: "no, four four three double two" holds 44322.
    pub(crate) fn order_numbers(&self) -> Vec<OrderNumber> {
        let mut found = Vec::new();
        let mut run = Run::default();
        for word in &self.0 {
            if !run.take(word) && !PAUSES.contains(&&**word) {
                found.extend(std::mem::take(&mut run).finish());
            }
        }
        found.extend(run.finish());
        found
    }

    /// Whether every word is in one of `lists`.
    fn all_in(&self, lists: &[&[&str]]) -> bool {
        self.0.iter().all(|it| lists.iter().any(|list| list.contains(&&**it)))
    }

    /// Whether one of `phrases`, each of one or more words, was said.
    fn has(&self, phrases: &[&str]) -> bool {
        self.found(phrases).next().is_some()
    }

    /// Where `phrases`, each of one or more words, were said.
    fn found(&self, phrases: &[&str]) -> impl Iterator<Item = Range<usize>> {
        phrases.iter().flat_map(|phrase| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            let windows = self.0.windows(phrase.len()).enumerate();
            let starts = windows.filter(|(_, window)| *window == phrase).map(|(start, _)| start);
            let length = phrase.len();
            starts.map(|it| it..it.saturating_add(length)).collect::<Vec<_>>()
        })
    }
}

/// Whether `words` end with `phrase`.
fn ends_with(words: &[String], phrase: &str) -> bool {
    let mut words = words.iter().rev();
    phrase.split(' ').rev().all(|it| words.next().is_some_and(|word| word == it))
}

/// Digits that follow each other.
#[derive(Default)]
struct Run {
    digits: String,
    times: Option<usize>,
    /// The first word was "oh", which may be a zero or a sigh.
    sighed: bool,
}

impl Run {
    /// Takes a word that belongs to a number.
    fn take(&mut self, word: &str) -> bool {
        match word {
            "double" => self.times = Some(2),
            "triple" => self.times = Some(3),
            _ if word.bytes().all(|byte| byte.is_ascii_digit()) => self.digits.push_str(word),
            _ => {
                let Some(digit) = digit(word) else { return false };
                self.sighed |= self.digits.is_empty() && matches!(word, "o" | "oh");
                let times = self.times.take().unwrap_or(1);
                self.digits.extend(std::iter::repeat_n(digit, times));
            }
        }
        true
    }

    fn finish(self) -> Option<OrderNumber> {
        self.digits.parse().ok().or_else(|| {
            let rest = self.digits.strip_prefix('0').filter(|_| self.sighed)?;
            rest.parse().ok()
        })
    }
}

fn digit(word: &str) -> Option<char> {
    Some(match word {
        "zero" | "oh" | "o" => '0',
        "one" => '1',
        "two" => '2',
        "three" => '3',
        "four" => '4',
        "five" => '5',
        "six" => '6',
        "seven" => '7',
        "eight" => '8',
        "nine" => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_numbers_are_found_in_sentences() {
        for (said, numbers) in [
            ("44321", &["44321"][..]),
            ("no, 44322", &["44322"]),
            ("no it's four four three two two", &["44322"]),
            ("4-4-3-2-1", &["44321"]),
            ("four four three double two", &["44322"]),
            ("triple five two one", &["55521"]),
            ("five five, uh, four two one please", &["55421"]),
            ("oh four four three two", &["04432"]),
            ("oh, four four three two one", &["44321"]),
            ("not 44321 but 44322", &["44321", "44322"]),
            ("double 44321", &["44321"]),
            ("443211", &[]),
            ("4432", &[]),
            ("4111 1111 1111 1111", &[]),
            ("track my order", &[]),
            ("", &[]),
        ] {
            let found = Words::of(said).order_numbers();
            assert_eq!(
                found.iter().map(OrderNumber::as_str).collect::<Vec<_>>(),
                numbers,
                "{said:?}"
            );
        }
    }

    #[test]
    fn yes_and_no_come_in_many_words() {
        use Answer::{No, Yes};
        for (said, anywhere, plain) in [
            ("yes", Some(Yes), Some(Yes)),
            ("Yeah, that's right.", Some(Yes), Some(Yes)),
            ("that\u{2019}s not right", Some(No), Some(No)),
            ("no thank you", Some(No), Some(No)),
            ("No, 44322", Some(No), Some(No)),
            ("I don't know", Some(No), None),
            ("thanks", None, None),
            ("maybe", None, None),
            ("", None, None),
        ] {
            let words = Words::of(said);
            assert_eq!(words.answer(), anywhere, "{said:?}");
            assert_eq!(words.plain_answer(), plain, "{said:?}");
        }
    }

    #[test]
    fn a_person_is_wanted_only_by_who_asks_for_one() {
        for (said, wanted) in [
            ("an agent", true),
            ("no, an agent", true),
            ("no I want to talk to a person", true),
            ("why don't you give me a person", true),
            ("I don't know, get me an agent", true),
            ("I don't want to talk to a robot I want a person", true),
            ("I can't get to an agent", true),
            ("my agent told me to ask for an operator", true),
            ("I don't want to talk to a person", false),
            ("I do not want a real person", false),
            ("please don't transfer me to an agent", false),
            ("don't ever connect me with someone", false),
            ("never give me an agent", false),
            ("no agent please", false),
            ("without an operator", false),
            ("I am an agent", false),
            ("I'm an agent for travellers", false),
            ("my agent told me to call", false),
            ("your agent hung up on me", false),
        ] {
            assert_eq!(Words::of(said).want_person(), wanted, "{said:?}");
        }
    }

    #[test]
    fn whoever_stays_is_not_leaving() {
        for (said, leaving, staying) in [
            ("goodbye", true, false),
            ("no thanks bye", true, false),
            ("not today, goodbye", true, false),
            ("I don't need anything, bye", true, false),
            ("you can hang up", true, false),
            ("please don't hang up", false, true),
            ("do not hang up on me", false, true),
            ("don\u{2019}t you dare hang up", false, true),
            ("I'm not saying goodbye", false, true),
            ("bye, no wait, don't hang up", false, true),
            ("I'm not done", false, true),
            ("no I am not finished", false, true),
            ("we're not all set", false, true),
            ("that's not all", false, true),
            ("no that's all", false, false),
            ("track my order", false, false),
        ] {
            let words = Words::of(said);
            assert_eq!(words.are_leaving(), leaving, "{said:?}");
            assert_eq!(words.are_staying(), staying, "{said:?}");
        }
    }

    #[test]
    fn negated_words_may_refuse() {
        for (said, refuses) in [
            ("don't track my order", true),
            ("I do not want to know about my order", true),
            ("no agent please", true),
            ("never mind my order", true),
            ("I am an agent", true),
            ("my agent told me to call", true),
            ("my package still hasn't arrived", false),
            ("my order has not come", false),
            ("it did not get here", false),
            ("there's still no sign of it", false),
            ("I can't find my package", false),
            ("put somebody on the phone", false),
        ] {
            assert_eq!(Words::of(said).may_refuse(), refuses, "{said:?}");
        }
    }

    #[test]
    fn thanks_end_a_call_only_by_themselves() {
        for (said, done) in [
            ("thank you very much", true),
            ("okay thanks", true),
            ("that's all thanks", true),
            ("thanks, when will it arrive", false),
            ("", false),
        ] {
            assert_eq!(Words::of(said).are_done(), done, "{said:?}");
        }
    }
}

//! Reads the few words that recognition leaves to us: yes and no outside a yes-or-no question,
//! order numbers inside a longer sentence, and questions about the order under discussion.

use crate::{Answer, OrderNumber};

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
        self.has(LEAVING)
    }

    /// The caller wants a person.
    pub(crate) fn want_person(&self) -> bool {
        self.has(PERSON)
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
        phrases.iter().any(|phrase| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            self.0.windows(phrase.len()).any(|window| window == phrase)
        })
    }
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

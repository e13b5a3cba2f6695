//! Hears what a caller does not want.

/// Words that turn what follows them into its opposite.
const NOT: &[&str] = &["don't", "dont", "never", "no", "not", "without"];
/// Words before "not" that make it a fact and no refusal: "it has not come".
const FACT: &[&str] =
    &["are", "can", "could", "did", "had", "has", "have", "is", "was", "were", "will"];
/// The same before "no": "still no sign of it".
const NOTHING_THERE: &[&str] = &["had", "is", "seen", "still", "there", "there's"];
/// Words that may stand between a refusal and what is refused. Any other begins another thought:
/// "I don't know, get me an agent" wants one.
const BETWEEN: &[&str] = &[
    "a", "actual", "an", "another", "any", "ask", "be", "call", "connect", "ever", "for", "get",
    "give", "have", "human", "i", "live", "like", "me", "more", "need", "please", "put", "real",
    "really", "send", "speak", "speaking", "talk", "talking", "the", "think", "through", "to",
    "transfer", "us", "wanna", "want", "with",
];
/// More of them before a goodbye, where to hear one too many costs the caller the call.
const BEFORE_LEAVING: &[&str] =
    &["dare", "done", "just", "let", "okay", "say", "saying", "set", "yet", "you"];

/// What may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A person.
    Person,
    /// The end of the call.
    Leaving,
}

/// Whether what is said at `start` is refused by the words before it.
pub(crate) fn refuses(words: &[String], start: usize, what: Of) -> bool {
    let before = words.get(..start).unwrap_or_default();
    for (distance, word) in before.iter().rev().enumerate() {
        let word = word.as_str();
        if word == "no" {
            // "No agent" refuses one; "no, an agent" and "no, goodbye" answer a question first.
            return what == Of::Person && distance == 0 && !begins_with_article(words, start);
        }
        if NOT.contains(&word) {
            return true;
        }
        let is_between =
            BETWEEN.contains(&word) || (what == Of::Leaving && BEFORE_LEAVING.contains(&word));
        if !is_between {
            return false;
        }
    }
    false
}

/// Whether anything may be refused at all.
pub(crate) fn is_in(words: &[String]) -> bool {
    let befores = std::iter::once("").chain(words.iter().map(String::as_str));
    befores.zip(words).any(|(before, word)| {
        let states_a_fact = match word.as_str() {
            "not" => FACT.contains(&before),
            "no" => NOTHING_THERE.contains(&before),
            _ => false,
        };
        NOT.contains(&word.as_str()) && !states_a_fact
    })
}

fn begins_with_article(words: &[String], start: usize) -> bool {
    words.get(start).is_some_and(|it| it == "a" || it == "an")
}

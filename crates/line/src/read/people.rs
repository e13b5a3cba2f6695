//! How callers come to people: queues, escalation, emergencies and voicemail.

use std::collections::{BTreeMap, BTreeSet};

use wording::Language;

use super::document::{Faults, Table, Value};
use super::{Names, each, number, short_name, spoken};
use crate::fault::choice;
use crate::{Emergency, Escalation, Queue, VoicemailBox};

/// What a queue's words are: one thing a caller says.
const WORDS: &str = "a list of words that callers say, such as [\"billing\", \"my invoice\"]";

/// The mailboxes; the general one is always there.
pub(super) fn voicemail(
    table: &mut Table<'_>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, VoicemailBox> {
    let section = table.section("voicemail", faults);
    let mut boxes =
        BTreeMap::from([(VoicemailBox::GENERAL.to_owned(), VoicemailBox { recipient: None })]);
    for (name, (span, value)) in section.entries() {
        if name.parse::<crate::LineId>().is_err() {
            let allowed = "a mailbox of 1 to 32 lowercase letters, digits and hyphens";
            faults.add(&value.key, span, super::quoted(name), allowed, None);
        }
        let Some(mut table) = value.table(faults, "a table with a recipient") else { continue };
        let recipient = table.get("recipient").and_then(|it| email(&it, faults));
        table.end(faults);
        boxes.insert(name.to_owned(), VoicemailBox { recipient });
    }
    boxes
}

/// An e-mail address.
pub(super) fn email(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let allowed = "an e-mail address, such as \"support@example.com\"";
    let text = value.text(faults, allowed)?;
    if !is_email(text) {
        faults.wrong(value, allowed);
        return None;
    }
    Some(text.to_owned())
}

/// Whether a text is an address as mail programs show it, without quotes and comments.
///
/// Source: RFC 5321, sections 4.1.2 and 4.5.3.1.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let atom = |it: char| it.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(it);
    let is_local =
        local.len() <= 64 && local.split('.').all(|it| !it.is_empty() && it.chars().all(atom));
    let is_label = |it: &str| {
        (1..=63).contains(&it.len())
            && it.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
            && !it.starts_with('-')
            && !it.ends_with('-')
    };
    is_local && text.len() <= 254 && domain.contains('.') && domain.split('.').all(is_label)
}

/// The queues, the usual one first.
pub(super) fn queues(
    table: &mut Table<'_>,
    speaks: &[Language],
    boxes: &BTreeMap<String, VoicemailBox>,
    names: Names<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Queue> {
    let allowed = "a list of queues, the usual one first";
    if let Some(value) = table.need("queues", faults, allowed)
        && value.shown() == "an empty list"
    {
        faults.wrong(&value, "at least one queue");
    }
    let mut seen = Seen::default();
    each(table, "queues", allowed, faults, |table, faults| {
        let name = table.need("name", faults, "the short name of the queue, such as \"billing\"");
        let name = name.and_then(|it| {
            let name = short_name(&it, faults)?;
            if !seen.names.insert(name.to_owned()) {
                faults.wrong(&it, "each queue once");
            }
            Some(name.to_owned())
        });
        let say = table.get("say").map(|it| called(&it, speaks, faults)).unwrap_or_default();
        let arn = table.get("arn").and_then(|it| arn(&it, faults));
        let intents = table.get("intents").map(|it| intents(&it, names, &mut seen, faults));
        let words = table.get("words").map(|it| words(&it, speaks, faults));
        let words = words.unwrap_or_default();
        for (language, said) in &words {
            for (word, value) in said {
                if !seen.words.insert((*language, word.clone())) {
                    faults.wrong(value, "each word for one queue only");
                }
            }
        }
        let mailbox = table.get("mailbox").and_then(|it| {
            let name = it.text(faults, "the name of a mailbox")?;
            if !boxes.contains_key(name) {
                let allowed = format!("a mailbox of `voicemail`: {}", choice(keys(boxes)));
                faults.unknown(&it, allowed, keys(boxes));
            }
            Some(name.to_owned())
        });
        Some(Queue {
            name: name?,
            say,
            arn,
            intents: intents.unwrap_or_default(),
            words: plain(words),
            mailbox,
        })
    })
}

/// Who answers in a queue, as it is said in the middle of a sentence.
fn called(
    value: &Value<'_>,
    speaks: &[Language],
    faults: &mut Faults<'_>,
) -> BTreeMap<Language, String> {
    let mut said = BTreeMap::new();
    for (language, value) in spoken::languages_of(value, speaks, faults) {
        let Some(words) = spoken::words(&value, spoken::WHO, faults) else { continue };
        if words.ends_with(['.', ',', ';', ':', '!', '?']) {
            let allowed = "a part of a sentence, without a stop at its end: it is said as in \
                 \"I'll connect you with our billing team.\"";
            faults.wrong(&value, allowed);
        }
        said.insert(language, words);
    }
    said
}

/// What the queues before have taken.
#[derive(Default)]
struct Seen {
    names: BTreeSet<String>,
    intents: BTreeSet<String>,
    words: BTreeSet<(Language, String)>,
}

fn keys(boxes: &BTreeMap<String, VoicemailBox>) -> impl Iterator<Item = &str> {
    boxes.keys().map(String::as_str)
}

/// The ARN of a queue of Connect.
///
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
/// Connect", resource type `queue`.
fn arn(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let allowed = "the ARN of a Connect queue: \
         \"arn:aws:connect:<region>:<account>:instance/<instance>/queue/<queue>\"";
    let text = value.text(faults, allowed)?;
    let parts: Vec<_> = text.split(':').collect();
    let is_arn = match parts.as_slice() {
        ["arn", partition, "connect", region, account, resource] => {
            let path: Vec<_> = resource.split('/').collect();
            partition.starts_with("aws")
                && !region.is_empty()
                && account.len() == 12
                && account.bytes().all(|it| it.is_ascii_digit())
                && matches!(path.as_slice(), ["instance", instance, "queue", queue]
                    if !instance.is_empty() && !queue.is_empty())
        }
        _ => false,
    };
    if !is_arn {
        faults.wrong(value, allowed);
        return None;
    }
    Some(text.to_owned())
}

fn intents(
    value: &Value<'_>,
    names: Names<'_>,
    seen: &mut Seen,
    faults: &mut Faults<'_>,
) -> BTreeSet<String> {
    let allowed = "a list of intents, such as [\"CheckOrderStatus\"]";
    let mut intents = BTreeSet::new();
    for item in value.items(faults, allowed) {
        let Some(name) = item.text(faults, "the name of an intent") else { continue };
        let known = names.intents.is_none_or(|it| it.contains(name));
        if !known {
            let known = || names.intents.into_iter().flatten().map(String::as_str);
            faults.unknown(&item, format!("an intent of the bot: {}", choice(known())), known());
        } else if !seen.intents.insert(name.to_owned()) {
            faults.wrong(&item, "each intent for one queue only");
        }
        intents.insert(name.to_owned());
    }
    intents
}

/// Words by language, each with where it is.
type Words<'d> = BTreeMap<Language, Vec<(String, Value<'d>)>>;

/// Words of callers, in lowercase as they are compared.
fn words<'d>(value: &Value<'d>, speaks: &[Language], faults: &mut Faults<'_>) -> Words<'d> {
    let mut words = Words::new();
    for (language, list) in spoken::languages_of(value, speaks, faults) {
        let mut said = Vec::new();
        for item in list.items(faults, WORDS) {
            let Some(word) = spoken::words(&item, spoken::NAME, faults) else { continue };
            said.push((word.to_lowercase(), item));
        }
        words.insert(language, said);
    }
    words
}

fn plain(words: Words<'_>) -> BTreeMap<Language, Vec<String>> {
    let only = |said: Vec<(String, _)>| said.into_iter().map(|(word, _)| word).collect();
    words.into_iter().map(|(language, said)| (language, only(said))).collect()
}

/// When callers go to a person.
pub(super) fn escalation(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Escalation {
    const TIMES: (u32, u32) = (1, 5);
    let usual = Escalation::default();
    let mut section = table.section("escalation", faults);
    let mut times = |name, faults: &mut Faults<'_>| {
        let value = section.get(name)?;
        let times = value.whole(faults, TIMES, "")?;
        Some((times, value))
    };
    let after_failures = times("after-failures", faults);
    let when_upset = times("when-upset", faults);
    let after_denials = times("after-denials", faults).map_or(usual.after_denials, |it| it.0);
    let after_failures = after_failures.map_or(usual.after_failures, |it| it.0);
    if let Some((upset, value)) = &when_upset
        && *upset > after_failures
    {
        let allowed = format!("at most `after-failures`, which is {after_failures}");
        faults.wrong(value, allowed);
    }
    // Who sets only the patience with everybody is not more patient with those who are upset.
    let when_upset = when_upset.map_or(usual.when_upset.min(after_failures), |it| it.0);
    let offer_callback = section.get("offer-callback").and_then(|it| it.flag(faults));
    section.end(faults);
    let offer_callback = offer_callback.unwrap_or(usual.offer_callback);
    Escalation { after_failures, when_upset, after_denials, offer_callback }
}

/// What is done when somebody is in danger.
pub(super) fn emergency(
    table: &mut Table<'_>,
    speaks: &[Language],
    faults: &mut Faults<'_>,
) -> Emergency {
    let mut section = table.section("emergency", faults);
    let say = section.get("say");
    let say = say.map(|it| spoken::by_language(&it, speaks, spoken::EMERGENCY, faults));
    let number = section.get("number").and_then(|it| number(&it, faults));
    let words = section.get("words").map(|it| plain(words(&it, speaks, faults)));
    section.end(faults);
    Emergency { say: say.unwrap_or_default(), number, words: words.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for text in ["a@example.com", "first.last+tag@mail.example.co", "o'neil@x-y.example.com"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "",
            "@",
            "a@",
            "@example.com",
            "a@example",
            "a b@example.com",
            "a@@example.com",
            "a@example..com",
            "a.@example.com",
            "a@-example.com",
            "<a@example.com>",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }
}

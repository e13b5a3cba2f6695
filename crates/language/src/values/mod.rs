//! What callers' words come to: numbers, codes, dates, times, addresses, names.
//!
//! Each module documents what AWS says of its slot types and what is decided here where it says
//! nothing. Common to all:
//!
//! - Words are understood in the language of the locale and relative to the caller's date and time,
//!   see [`Setting`]. Another language than English and Spanish has only what is
//!   written in digits and signs.
//! - Lex resolves a value with a model that is not published; these are rules. What they do not
//!   cover is no value, and the slot is asked for again.
//! - Keys pressed come as digits and are read as such: a number, a code and a telephone number are
//!   the digits, a date is read as in [`clock`], a time as four digits. A listed value is met by keys
//!   only when it or a synonym is that number. Yes and no have no key.

mod amount;
mod clock;
mod code;
mod confirmation;
mod currency;
mod email;
mod named;
mod phrase;
mod places;
mod runs;

use std::cell::OnceCell;
use std::fmt;
use std::ops::Range;

use self::clock::{Tagged, date, duration, tags, time};
use self::code::{Code, Kind, Names, codes};
pub use self::confirmation::confirmation;
use self::email::{Joining, addresses};
pub use self::named::Named;
use self::phrase::{Dots, Phrase};
use self::places::Known;
pub(crate) use self::runs::Run;
use crate::lexicon::{has, look_up};
use crate::text::{Token, tokens};
use crate::{Language, Setting, numbers};

/// A value in an utterance.
///
/// It is what a caller said, so `Debug` shows only where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Value {
    /// Its words, as token positions.
    pub words: Range<usize>,
    /// What it may be, the likeliest first; one, unless the caller left something open.
    pub resolved: Vec<String>,
    /// Whether its words can be nothing else.
    pub clear: bool,
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Value").field("words", &self.words).finish_non_exhaustive()
    }
}

/// An utterance taken apart, in which values are looked for.
///
/// `Debug` shows how many words it has, and none of them.
#[derive(Clone)]
pub struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    phrase: Phrase<'a>,
    /// Its words about dates and times, when somebody asks for them.
    tags: OnceCell<Vec<Tagged>>,
}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("count", &self.tokens.len()).finish_non_exhaustive()
    }
}

impl<'a> Words<'a> {
    /// The words of a text that is said in a setting.
    pub fn new(text: &'a str, setting: &Setting) -> Self {
        Self::of(text, tokens(text, setting.language), setting)
    }

    /// Some of the tokens of a text, as if nothing else had been said.
    pub fn of(text: &'a str, tokens: Vec<Token>, setting: &Setting) -> Self {
        let phrase = Phrase::new(text, &tokens, setting);
        Self { text, tokens, phrase, tags: OnceCell::new() }
    }

    /// What was said.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its words in plain form.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Where and when it is said.
    pub fn setting(&self) -> &Setting {
        &self.phrase.setting
    }

    /// What is spoken.
    pub fn language(&self) -> Language {
        self.phrase.setting.language
    }

    fn tags(&self) -> &[Tagged] {
        self.tags.get_or_init(|| tags(&self.phrase))
    }

    /// A value of these pieces; `None` when they cut a word in two.
    fn value(&self, value: String, pieces: Range<usize>, clear: bool) -> Option<Value> {
        Some(Value { words: self.phrase.tokens(pieces)?, resolved: vec![value], clear })
    }

    /// All values that a rule finds, from left to right, none inside another.
    fn scan(&self, rule: impl Fn(usize) -> Option<(String, usize, bool)>) -> Vec<Value> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.phrase.pieces.len() {
            let next = at.saturating_add(1);
            match rule(at).filter(|(_, end, _)| *end > at) {
                Some((value, end, clear)) => {
                    found.extend(self.value(value, at..end, clear));
                    at = end;
                }
                None => at = next,
            }
        }
        found
    }

    /// Numbers, such as `-3.5`.
    pub fn numbers(&self) -> Vec<Value> {
        // "Una" is a number only when nothing else is said.
        if let [only] = self.tokens.as_slice()
            && has(self.phrase.language().lexicon().hardly_numbers, &only.text)
            && self.phrase.language() == Language::Spanish
        {
            return self.value("1".to_owned(), 0..1, false).into_iter().collect();
        }
        self.scan(|at| {
            let is_word = !amount::inside_percent(&self.phrase, at) && !self.is_refused(at);
            let (value, end) = is_word.then(|| amount::number(&self.phrase, at))??;
            Some((value, end, true))
        })
    }

    /// Whether "double" stands before something that cannot be doubled.
    fn is_refused(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |it| self.phrase.word(it));
        matches!(numbers::part(before, self.phrase.language()), Some(numbers::Part::Times(_)))
    }

    /// Percentages, such as `15%`; without the word or sign the number alone.
    pub fn percentages(&self) -> Vec<Value> {
        self.scan(|at| {
            let is_word = !amount::inside_percent(&self.phrase, at) && !self.is_refused(at);
            let (value, end) = is_word.then(|| amount::percentage(&self.phrase, at))??;
            let clear = value.ends_with('%');
            Some((value, end, clear))
        })
    }

    /// Sums of money with their ISO 4217 code, such as `USD 15.00`.
    pub fn sums(&self) -> Vec<Value> {
        self.scan(|at| currency::sum(&self.phrase, at))
    }

    /// Lengths of time as ISO 8601 has them, such as `PT30M`.
    pub fn durations(&self) -> Vec<Value> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = self.tags().get(at..).filter(|it| !it.is_empty()) {
            let length = duration::iso(rest);
            let taken = length.as_ref().map_or(1, |(_, taken)| (*taken).max(1));
            if let (Some((value, _)), Some(words)) = (length, rest.get(..taken)) {
                found.extend(self.value(value, pieces(words), true));
            }
            at = at.saturating_add(taken);
        }
        found
    }

    /// Days as `YYYY-MM-DD`.
    pub fn dates(&self) -> Vec<Value> {
        let dates = date::dates(self.tags(), &self.phrase.setting).into_iter();
        let dates = dates.filter(|it| !self.is_feminine(it.start..it.end));
        dates.filter_map(|it| self.value(it.value, it.start..it.end, it.clear)).collect()
    }

    /// Whether words are no more than a feminine ordinal, such as "la primera". A day is masculine in
    /// Spanish: they are about something else that was offered.
    fn is_feminine(&self, mut pieces: Range<usize>) -> bool {
        let ordinals = self.phrase.language().lexicon().ordinals;
        self.phrase.language() == Language::Spanish
            && pieces.all(|at| {
                let word = self.phrase.word(at);
                word == "la" || (word.ends_with('a') && look_up(ordinals, word).is_some())
            })
    }

    /// A date of digits without signs, when there is nothing else in the answer.
    pub fn joined_date(&self) -> Option<Value> {
        let setting = &self.phrase.setting;
        let first = self.tags().iter().position(Tagged::is_number)?;
        let last = self.tags().iter().rposition(Tagged::is_number)?;
        let said = self.tags().get(first..=last)?;
        if let Some(date) = date::spoken_day(said, setting) {
            return self.value(date.to_string(), pieces(said), false);
        }
        let (digits, start, end) = (0..self.phrase.pieces.len()).find_map(|at| {
            let (digits, end) = self.phrase.digits(at, Dots::Group)?;
            Some((digits, at, end))
        })?;
        // Keyed as one, or said digit by digit.
        let parts = self.phrase.parts(start, Dots::Group);
        let is_digit = |it: &numbers::Part<'_>| match it {
            numbers::Part::Digit(_) | numbers::Part::Times(_) => true,
            numbers::Part::Written(text) => text.len() == 1,
            _ => false,
        };
        if end.saturating_sub(start) > 1 && !parts.iter().all(is_digit) {
            return None;
        }
        let date = date::joined(&digits, setting.now.date(), setting.order)?;
        self.value(date.to_string(), start..end, false)
    }

    /// Times of day as `HH:MM`, or one of the four parts of a day in two letters, such as `MO`. Two
    /// when it is open whether it is before noon.
    pub fn times(&self) -> Vec<Value> {
        time::times(self.tags(), self.phrase.setting.now)
            .into_iter()
            .filter_map(|it| {
                let words = self.phrase.tokens(it.start..it.end)?;
                Some(Value { words, resolved: it.values, clear: it.clear })
            })
            .collect()
    }

    /// Addresses beside other words.
    pub fn addresses(&self) -> Vec<Value> {
        self.addresses_of(Joining::Apart)
    }

    /// Addresses in an answer that is nothing else.
    pub fn addresses_alone(&self) -> Vec<Value> {
        self.addresses_of(Joining::Together)
    }

    fn addresses_of(&self, joining: Joining) -> Vec<Value> {
        let found = addresses(&self.phrase, joining).into_iter();
        found.filter_map(|(value, start, end)| self.value(value, start..end, true)).collect()
    }

    /// Telephone numbers of 7 to 15 digits, with a plus sign when one was said.
    pub fn phone_numbers(&self) -> Vec<Value> {
        self.scan(|at| {
            let is_plus = matches!(self.phrase.word(at), "plus" | "mas");
            let start = if is_plus { at.saturating_add(1) } else { at };
            let (mut digits, mut end) = self.phrase.digits(start, Dots::Group)?;
            while matches!(self.phrase.word(end), "dash" | "hyphen" | "guion")
                && let Some((more, next)) = self.phrase.digits(end.saturating_add(1), Dots::Group)
            {
                digits.push_str(&more);
                end = next;
            }
            let fits = (LEAST_PHONE..=MOST_PHONE).contains(&digits.len());
            // What is too short or too long is skipped as a whole.
            let plus = if is_plus { "+" } else { "" };
            Some((if fits { format!("{plus}{digits}") } else { String::new() }, end, true))
        })
        .into_iter()
        .filter(|it| it.resolved.iter().all(|it| !it.is_empty()))
        .collect()
    }

    /// Codes of letters and digits; each has a digit.
    pub fn codes(&self) -> Vec<Value> {
        let mut found = Vec::new();
        let spelt = codes(&self.phrase, Names::Letters);
        for code in codes(&self.phrase, Names::Words) {
            let over = |it: &&Code| it.start < code.end && code.start < it.end;
            let code = match spelt.iter().find(over) {
                // One word beside may be a letter or not: "hotel seven".
                Some(longer) if longer.names == 1 && longer.items == 2 => continue,
                Some(longer) if longer.names > 0 => longer,
                _ => &code,
            };
            if code.best == Kind::Digits {
                let text = plain(&code.text);
                keep(&mut found, self.value(text, code.start..code.end, true));
            }
        }
        found
    }

    /// Codes that pass a filter, which gives them as they are written: letters and digits
    /// together, else digits alone.
    pub fn codes_passing(&self, filter: impl Fn(&str) -> Option<String>) -> Vec<Value> {
        let mut found = Vec::new();
        for names in [Names::Words, Names::Letters, Names::Groups] {
            for code in codes(&self.phrase, names) {
                let passing = filter(&code.text).or_else(|| filter(&plain(&code.text)));
                // A word alone is a word.
                let is_word = code.items == 1 && code.best != Kind::Digits;
                if let Some(text) = passing.filter(|_| !is_word) {
                    keep(&mut found, self.value(text, code.start..code.end, true));
                }
            }
        }
        let digits = self.scan(|at| {
            let (digits, end) = self.phrase.digits(at, Dots::Group)?;
            Some((filter(&digits).unwrap_or_default(), end, true))
        });
        for value in digits {
            keep(&mut found, Some(value).filter(|it| it.resolved.iter().all(|it| !it.is_empty())));
        }
        found
    }

    /// Codes of letters alone, spelt one by one.
    pub fn letters(&self) -> Vec<Value> {
        let found = codes(&self.phrase, Names::Words).into_iter();
        found
            .filter(|it| it.items > 1 && it.best == Kind::Letter)
            .filter_map(|it| self.value(plain(&it.text), it.start..it.end, false))
            .collect()
    }

    /// Postal codes of the United Kingdom, such as `SW1A 1AA`.
    pub fn uk_postal_codes(&self) -> Vec<Value> {
        [Names::Words, Names::Letters]
            .into_iter()
            .map(|names| {
                let found = codes(&self.phrase, names).into_iter().filter_map(|it| {
                    let code = code::uk_postal_code(&plain(&it.text))?;
                    self.value(code, it.start..it.end, true)
                });
                found.collect::<Vec<_>>()
            })
            .find(|it| !it.is_empty())
            .unwrap_or_default()
    }

    /// The words of names that are known: of countries and states.
    pub fn known_names(&self, named: Named) -> Vec<Range<usize>> {
        let language = self.phrase.language();
        match named {
            Named::Country => places::known(&self.tokens, language, Known::Countries),
            Named::State => places::known(&self.tokens, language, Known::States),
            Named::Person | Named::City | Named::Street => Vec::new(),
        }
    }

    /// The name that an answer gives: its words, and the name itself when it was spelt.
    pub fn name(&self, named: Named) -> Option<(Range<usize>, Option<String>)> {
        named::answer(&self.tokens, &self.phrase, named).map(|it| (it.words, it.spelt))
    }
}

/// Fewest digits of a telephone number.
///
/// Source: Amazon Lex V2 Developer Guide, "AMAZON.PhoneNumber": a local number of seven digits.
const LEAST_PHONE: usize = 7;

/// Most digits of a telephone number.
///
/// Source: ITU-T E.164 (11/2010), clause 6.
const MOST_PHONE: usize = 15;

fn pieces(tags: &[Tagged]) -> Range<usize> {
    let start = tags.first().map_or(0, Tagged::start);
    start..tags.last().map_or(start, Tagged::end)
}

/// Adds a value that takes no word of those before it.
fn keep(found: &mut Vec<Value>, value: Option<Value>) {
    let overlaps = |one: &Value, other: &Value| {
        one.words.start < other.words.end && other.words.start < one.words.end
    };
    if let Some(value) = value
        && !found.iter().any(|it| overlaps(it, &value))
    {
        found.push(value);
    }
}

/// A code without the signs in it.
fn plain(code: &str) -> String {
    code.chars().filter(|it| it.is_alphanumeric()).collect()
}

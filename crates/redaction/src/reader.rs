//! Finds runs of digits in a text, whether written or spoken.

use language::Language;
use language::numbers::{Part, part};
use language::text::plain;

use crate::runs::{Group, Run};

/// Whose words for digits are known. A caller may change the language in the middle of a call, so a
/// text may hold both.
const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

/// Most characters between two digits of a run.
const MAX_SEPARATORS: usize = 3;
/// Characters that may be between two digits of a run, beside white space.
const SEPARATORS: &str = ".,;:-_/()\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}";
/// Longest numeral that is one group. A longer one must be several numbers run together, so one may
/// begin and end anywhere in it.
const MAX_GROUP: usize = 19;
/// Words that people put between the digits of a number, beside those that join two parts of one.
const FILLERS: &[&str] = &[
    "dash", "despues", "eh", "espacio", "este", "guion", "hyphen", "luego", "pues", "raya",
    "space", "then", "uh", "um",
];
/// What may stand between the words of one number: "forty-two", "cuarenta y dos".
const JOINTS: &[&str] = &[" ", "-", " y "];

/// Finds all runs of a text, in order.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut reader = Reader::default();
    for token in tokens(text) {
        reader.take(&token);
    }
    reader.end_run();
    reader.runs
}

/// Reads tokens into runs.
#[derive(Default)]
struct Reader {
    runs: Vec<Run>,
    groups: Vec<Group>,
    separator: String,
    /// Separators since the last digit or filler.
    n_separators: usize,
    last: Last,
}

/// The last word, where it changes what the next one means.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// It changes nothing.
    #[default]
    Plain,
    /// "double" or "triple": how often the next digit is meant, and where the word begins.
    Times(usize, usize),
    /// A number below 100 that nothing can be added to, but that may be so many hundreds.
    Small,
    /// A round number such as "forty" or "doscientos": how many zeros it ends in, which a smaller
    /// number may take the place of.
    Round(usize),
}

impl Reader {
    fn take(&mut self, token: &Token<'_>) {
        match token.kind {
            Kind::Numeral => {
                let digits = token.text.bytes().map(|it| it.saturating_sub(b'0'));
                if token.text.len() > MAX_GROUP {
                    for (start, digit) in (token.start..).zip(digits) {
                        self.push(vec![digit], start, start.saturating_add(1));
                    }
                } else {
                    self.push(digits.collect(), token.start, token.end());
                }
            }
            Kind::Word => self.take_word(token),
            Kind::Sign => {
                self.n_separators = self.n_separators.saturating_add(1);
                if is_separator(token.text) && self.n_separators <= MAX_SEPARATORS {
                    self.separator.push_str(token.text);
                } else {
                    self.end_run();
                }
            }
        }
    }

    fn take_word(&mut self, token: &Token<'_>) {
        let word = plain(token.text);
        match LANGUAGES.iter().find_map(|it| part(&word, *it)) {
            Some(Part::Digit(value)) => match (self.last, digits(value, 1)) {
                (Last::Times(times, start), digits) => {
                    self.push(digits.repeat(times), start, token.end());
                }
                // "Forty oh" are two numbers.
                (_, digits) if value == 0 => self.push(digits, token.start, token.end()),
                (_, digits) => self.add(digits, Last::Small, token),
            },
            Some(Part::Teen(value)) => self.add(digits(value, 2), Last::Small, token),
            Some(Part::Tens(value) | Part::TensAnd(value)) => {
                self.add(digits(value, 2), Last::Round(1), token);
            }
            Some(Part::Hundreds(value)) => self.add(digits(value, 3), Last::Round(2), token),
            Some(Part::Scale(100)) => self.scale(2, token),
            Some(Part::Scale(1000)) => self.scale(3, token),
            Some(Part::Times(times)) => self.last = Last::Times(times, token.start),
            Some(Part::And | Part::Joint) => self.skip(&word),
            None if FILLERS.contains(&word.as_str()) => self.skip(&word),
            Some(Part::Scale(_) | Part::Written(_) | Part::Decimal) | None => self.end_run(),
        }
    }

    /// A word between digits that says nothing.
    fn skip(&mut self, word: &str) {
        self.separator.push_str(word);
        self.n_separators = 0;
    }

    /// Adds a number to the round one before it, or begins a group with it.
    fn add(&mut self, digits: Vec<u8>, last: Last, token: &Token<'_>) {
        let Last::Round(zeros) = self.last else {
            self.push(digits, token.start, token.end());
            self.last = last;
            return;
        };
        let joins = JOINTS.contains(&self.separator.as_str()) && digits.len() <= zeros;
        if let Some(group) = self.groups.last_mut().filter(|_| joins) {
            let kept = group.digits.len().saturating_sub(digits.len());
            group.digits.truncate(kept);
            group.digits.extend(digits);
            let is_small = group.digits.len() <= 2;
            self.extended(token);
            self.last = if last == Last::Small && !is_small { Last::Plain } else { last };
        } else {
            self.push(digits, token.start, token.end());
            self.last = last;
        }
    }

    /// "Hundred" or "thousand": so many zeros after a number below 100, or after a one.
    fn scale(&mut self, zeros: usize, token: &Token<'_>) {
        let many = matches!(self.last, Last::Small | Last::Round(1))
            && JOINTS.contains(&self.separator.as_str());
        if let Some(group) = self.groups.last_mut().filter(|_| many) {
            group.digits.extend(std::iter::repeat_n(0, zeros));
            self.extended(token);
        } else {
            let one = std::iter::once(1).chain(std::iter::repeat_n(0, zeros));
            self.push(one.collect(), token.start, token.end());
        }
        self.last = Last::Round(zeros);
    }

    /// The last group goes on to the end of a word.
    fn extended(&mut self, token: &Token<'_>) {
        if let Some(group) = self.groups.last_mut() {
            group.end = token.end();
        }
        self.separator.clear();
        self.n_separators = 0;
    }

    fn push(&mut self, digits: Vec<u8>, start: usize, end: usize) {
        let separator = std::mem::take(&mut self.separator);
        self.groups.push(Group { digits, separator, start, end });
        self.n_separators = 0;
        self.last = Last::Plain;
    }

    fn end_run(&mut self) {
        let groups = std::mem::take(&mut self.groups);
        if !groups.is_empty() {
            self.runs.push(Run { groups });
        }
        self.separator.clear();
        self.n_separators = 0;
        self.last = Last::Plain;
    }
}

fn is_separator(sign: &str) -> bool {
    sign.chars().all(|it| it.is_whitespace() || SEPARATORS.contains(it))
}

/// The last digits of a number, so many of them.
fn digits(value: u64, count: u32) -> Vec<u8> {
    let places = (0..count).rev().map(|it| 10_u64.saturating_pow(it));
    let digit = |place| value.checked_div(place).unwrap_or_default().rem_euclid(10);
    places.filter_map(|place| u8::try_from(digit(place)).ok()).collect()
}

/// A piece of text that means something by itself.
struct Token<'a> {
    kind: Kind,
    text: &'a str,
    /// Where it begins, in bytes.
    start: usize,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start.saturating_add(self.text.len())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// ASCII digits.
    Numeral,
    /// Letters, with the apostrophes between them.
    Word,
    /// One character of another kind.
    Sign,
}

fn kind(character: char) -> Kind {
    match character {
        '0'..='9' => Kind::Numeral,
        '\'' => Kind::Word,
        _ if character.is_alphabetic() => Kind::Word,
        _ => Kind::Sign,
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    let mut start = 0_usize;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let kind_ = kind(first);
        let length = match kind_ {
            Kind::Sign => first.len_utf8(),
            Kind::Numeral | Kind::Word => rest.find(|it| kind(it) != kind_).unwrap_or(rest.len()),
        };
        let (text, after) = rest.split_at_checked(length)?;
        let token = Token { kind: kind_, text, start };
        rest = after;
        start = start.saturating_add(length);
        Some(token)
    })
}

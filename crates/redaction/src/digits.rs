//! Finds runs of digits in a text, whether written or spoken.

use crate::Span;

/// Most characters between two digits of a run.
const MAX_SEPARATORS: usize = 3;
/// Characters that may be between two digits of a run, beside white space.
const SEPARATORS: &str = ".,;:-_/()\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}";
/// Longest numeral that is one group. A longer one must be several numbers run together, so one may
/// begin and end anywhere in it.
const MAX_GROUP: usize = 19;
/// Words that people put between the digits of a number.
const FILLERS: &[&str] = &["and", "dash", "hyphen", "space", "then", "uh", "um"];

/// Digits that belong together: groups with nothing but separators between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) groups: Vec<Group>,
}

/// Digits without a separator between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// The digits, each 0 to 9.
    pub(crate) digits: Vec<u8>,
    /// What is between the group before and this one; empty at the start.
    pub(crate) separator: String,
    /// Where it is in the text, in bytes.
    start: usize,
    end: usize,
}

/// A part of a run.
pub(crate) enum Part {
    /// What was looked for.
    Found(Run),
    /// What was not.
    Between(Run),
}

impl Run {
    /// The digits of all groups.
    pub(crate) fn digits(&self) -> impl Iterator<Item = u8> {
        self.groups.iter().flat_map(|it| it.digits.iter().copied())
    }

    /// Cuts the run into what `found` finds and what lies between, in order.
    ///
    /// `found` says how many groups, from the first of those it is given, are what it looks for.
    pub(crate) fn split(&self, found: impl Fn(&[Group]) -> Option<usize>) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut between = Vec::new();
        let mut rest = self.groups.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let length = found(rest).filter(|&it| it > 0);
            if let Some((secret, after)) = length.and_then(|it| rest.split_at_checked(it)) {
                if !between.is_empty() {
                    parts.push(Part::Between(Self { groups: std::mem::take(&mut between) }));
                }
                parts.push(Part::Found(Self { groups: secret.to_vec() }));
                rest = after;
            } else {
                between.push(first.clone());
                rest = after;
            }
        }
        if !between.is_empty() {
            parts.push(Part::Between(Self { groups: between }));
        }
        parts
    }

    /// The run with groups that touch made one, such as what is left of a very long numeral.
    pub(crate) fn joined(&self) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for group in &self.groups {
            match groups.last_mut() {
                Some(last) if last.end == group.start => {
                    last.digits.extend_from_slice(&group.digits);
                    last.end = group.end;
                }
                Some(_) | None => groups.push(group.clone()),
            }
        }
        Self { groups }
    }

    /// The whole run as a span to mask.
    pub(crate) fn span(&self, mask: &'static str) -> Option<Span> {
        let (first, last) = (self.groups.first()?, self.groups.last()?);
        Some(Span { start: first.start, end: last.end, mask })
    }
}

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
    /// "twenty" to "ninety", which a digit may complete.
    Tens,
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
        let word = token.text.to_ascii_lowercase();
        match number_word(&word) {
            Some(NumberWord::Digit(digit)) => match self.last {
                Last::Times(times, start) => self.push(vec![digit; times], start, token.end()),
                Last::Tens if digit != 0 && [" ", "-"].contains(&self.separator.as_str()) => {
                    self.complete_tens(digit, token.end());
                }
                Last::Tens | Last::Plain => self.push(vec![digit], token.start, token.end()),
            },
            Some(NumberWord::Teen(digit)) => self.push(vec![1, digit], token.start, token.end()),
            Some(NumberWord::Tens(digit)) => {
                self.push(vec![digit, 0], token.start, token.end());
                self.last = Last::Tens;
            }
            Some(NumberWord::Times(times)) => self.last = Last::Times(times, token.start),
            None if FILLERS.contains(&word.as_str()) => {
                self.separator.push_str(&word);
                self.n_separators = 0;
            }
            None => self.end_run(),
        }
    }

    fn push(&mut self, digits: Vec<u8>, start: usize, end: usize) {
        let separator = std::mem::take(&mut self.separator);
        self.groups.push(Group { digits, separator, start, end });
        self.n_separators = 0;
        self.last = Last::Plain;
    }

    /// Makes "forty two" of "forty".
    fn complete_tens(&mut self, digit: u8, end: usize) {
        if let Some(group) = self.groups.last_mut() {
            group.digits.pop();
            group.digits.push(digit);
            group.end = end;
        }
        self.separator.clear();
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

/// A word that is part of a number.
enum NumberWord {
    Digit(u8),
    /// Ten to nineteen, by their last digit.
    Teen(u8),
    /// Twenty to ninety, by their first digit.
    Tens(u8),
    Times(usize),
}

fn number_word(word: &str) -> Option<NumberWord> {
    use NumberWord::{Digit, Teen, Tens, Times};
    Some(match word {
        "zero" | "oh" | "o" => Digit(0),
        "one" => Digit(1),
        "two" => Digit(2),
        "three" => Digit(3),
        "four" => Digit(4),
        "five" => Digit(5),
        "six" => Digit(6),
        "seven" => Digit(7),
        "eight" => Digit(8),
        "nine" => Digit(9),
        "ten" => Teen(0),
        "eleven" => Teen(1),
        "twelve" => Teen(2),
        "thirteen" => Teen(3),
        "fourteen" => Teen(4),
        "fifteen" => Teen(5),
        "sixteen" => Teen(6),
        "seventeen" => Teen(7),
        "eighteen" => Teen(8),
        "nineteen" => Teen(9),
        "twenty" => Tens(2),
        "thirty" => Tens(3),
        "forty" => Tens(4),
        "fifty" => Tens(5),
        "sixty" => Tens(6),
        "seventy" => Tens(7),
        "eighty" => Tens(8),
        "ninety" => Tens(9),
        "double" => Times(2),
        "triple" => Times(3),
        _ => return None,
    })
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

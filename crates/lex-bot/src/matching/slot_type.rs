//! Slot types: which words are a value, and which value they are.

use std::ops::Range;

use aws_events::lex;

use super::Utterance;
use super::filter::Filter;
pub(crate) use super::listed::{ListedValue, Strategy};
use language::refusal;
use language::text::{Token, original};
use language::values::{self, Named, Value};
use language::words::{self, Weight};
use language::{numbers, yes_no};

/// What values a slot takes.
#[derive(Debug, Clone)]
pub(crate) enum SlotType {
    /// Letters and digits, spelt or spoken, that pass the filter.
    AlphaNumeric {
        /// The `RegexFilter`.
        filter: Option<Filter>,
    },
    /// Several values in one, each with its name.
    Composite(Vec<(String, SlotType)>),
    /// Yes, no, maybe or don't know.
    Confirmation,
    /// A sum of money.
    Currency,
    /// A day.
    Date,
    /// A length of time.
    Duration,
    /// An e-mail address.
    EmailAddress,
    /// A number.
    Number,
    /// The name of somebody or of a place.
    Named(Named),
    /// A percentage.
    Percentage,
    /// A telephone number.
    PhoneNumber,
    /// A time of day.
    Time,
    /// A postal code of the United Kingdom.
    UkPostalCode,
    /// Values of one's own.
    Listed {
        /// The values.
        values: Vec<ListedValue>,
        /// What the value of the slot is.
        strategy: Strategy,
    },
    /// The value, without the words around it, as the caller said it.
    AsSaid,
    /// Everything the caller said.
    FreeForm,
}

/// The built-in slot types.
///
/// Source: Amazon Lex V2 Developer Guide, "Built-in slot types".
pub(crate) const BUILT_IN: &[(&str, SlotType)] = &[
    ("AMAZON.AlphaNumeric", SlotType::AlphaNumeric { filter: None }),
    ("AMAZON.City", SlotType::Named(Named::City)),
    ("AMAZON.Confirmation", SlotType::Confirmation),
    ("AMAZON.Country", SlotType::Named(Named::Country)),
    ("AMAZON.Currency", SlotType::Currency),
    ("AMAZON.Date", SlotType::Date),
    ("AMAZON.Duration", SlotType::Duration),
    ("AMAZON.EmailAddress", SlotType::EmailAddress),
    ("AMAZON.FirstName", SlotType::Named(Named::Person)),
    ("AMAZON.FreeFormInput", SlotType::FreeForm),
    ("AMAZON.LastName", SlotType::Named(Named::Person)),
    ("AMAZON.Number", SlotType::Number),
    ("AMAZON.Percentage", SlotType::Percentage),
    ("AMAZON.PhoneNumber", SlotType::PhoneNumber),
    ("AMAZON.State", SlotType::Named(Named::State)),
    ("AMAZON.StreetName", SlotType::Named(Named::Street)),
    ("AMAZON.Time", SlotType::Time),
    ("AMAZON.UKPostalCode", SlotType::UkPostalCode),
];

/// The names of the built-in slot types that are executed, such as `AMAZON.Date`.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The built-in slot type of this name.
pub(crate) fn built_in(name: &str) -> Option<SlotType> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, it)| it.clone())
}

/// A possible value in an utterance.
#[derive(Clone, PartialEq)]
pub(crate) struct Found {
    /// Which words it is made of.
    pub(crate) words: Range<usize>,
    /// The value. Where Lex leaves the interpreted value null, because the caller left something
    /// open, it is empty here.
    pub(crate) value: lex::SlotValue,
    /// Whether the words can hardly be anything else.
    pub(crate) certain: bool,
    /// What it consists of.
    pub(crate) parts: Parts,
}

/// What a value consists of.
#[derive(Clone, PartialEq)]
pub(crate) enum Parts {
    /// Itself.
    One,
    /// Several values of one kind.
    List(Vec<lex::SlotValue>),
    /// The values of sub-slots, by their names.
    Composite(Vec<(String, lex::SlotValue)>),
}

impl Found {
    /// The slot that the value fills.
    pub(crate) fn slot(&self) -> lex::Slot {
        let scalar = |value: &lex::SlotValue| lex::Slot::Scalar { value: value.clone() };
        match &self.parts {
            Parts::One => scalar(&self.value),
            Parts::List(values) => lex::Slot::List {
                value: Some(self.value.clone()),
                values: values.iter().map(scalar).collect(),
            },
            Parts::Composite(parts) => lex::Slot::Composite {
                value: Some(self.value.clone()),
                sub_slots: parts
                    .iter()
                    .map(|(name, value)| (name.clone(), Some(scalar(value))))
                    .collect(),
            },
        }
    }
}

/// Most words of a value that is taken as said, inside a longer utterance.
const MAX_AS_SAID: usize = 4;

impl SlotType {
    /// A name for a type that finds the same in an utterance whichever slot has it.
    pub(super) fn shared(&self) -> Option<&'static str> {
        let (name, _) = BUILT_IN.iter().find(|(_, it)| match (it, self) {
            (Self::Named(one), Self::Named(other)) => one == other,
            (Self::AlphaNumeric { filter: None }, Self::AlphaNumeric { filter: None }) => true,
            (Self::AlphaNumeric { .. }, _) => false,
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        })?;
        Some(name)
    }

    /// Where in an utterance a value may stand.
    pub(crate) fn find(&self, utterance: &Utterance<'_>) -> Vec<Found> {
        let anything = || spans(utterance.tokens().len()).map(|it| as_said(utterance, it));
        match self {
            Self::Listed { values, strategy } => {
                let found = super::listed::listed(utterance, values, *strategy);
                let mut found = not_refused(utterance, found);
                if *strategy == Strategy::OriginalValue {
                    found.extend(anything().map(unresolved));
                }
                found
            }
            Self::Named(named) => {
                let known = utterance.words().known_names(*named).into_iter();
                let known = known.map(|it| Found { certain: true, ..as_said(utterance, it) });
                known.chain(anything()).collect()
            }
            Self::AsSaid | Self::FreeForm => anything().collect(),
            Self::Composite(slots) => {
                super::composite::found(slots, utterance).into_iter().collect()
            }
            resolved => resolved.candidates(utterance),
        }
    }

    /// The value of an utterance that answers the question for it.
    pub(crate) fn answer(&self, utterance: &Utterance<'_>) -> Option<Found> {
        let tokens = utterance.tokens();
        let bare = || bare(utterance);
        match self {
            Self::FreeForm => utterance.everything(),
            Self::AsSaid => bare().map(|it| as_said(utterance, it)),
            Self::Named(named) => {
                let known = utterance.words().known_names(*named);
                if let [only] = known.as_slice() {
                    return Some(Found { certain: true, ..as_said(utterance, only.clone()) });
                }
                let (words, spelt) = utterance.words().name(*named)?;
                let found = as_said(utterance, words);
                Some(match spelt {
                    Some(name) => with_value(found, vec![name]),
                    None => found,
                })
            }
            Self::Listed { values, strategy } => {
                let named = super::listed::listed(utterance, values, *strategy);
                if named.is_empty() && *strategy == Strategy::OriginalValue {
                    return bare().map(|it| unresolved(as_said(utterance, it)));
                }
                super::listed::only(&not_refused(utterance, named))
            }
            Self::Composite(slots) => super::composite::answer(slots, utterance),
            Self::AlphaNumeric { filter: None } => only(self.candidates(utterance)).or_else(|| {
                let letters = utterance.words().letters().into_iter();
                let spelt = letters
                    .map(|it| found(utterance, it))
                    .find(|it| says_nothing_else(tokens, &it.words, utterance));
                // Without a filter a single word is as good as a code, also "May" and "Will".
                spelt.or_else(|| {
                    let word = bare().filter(|it| it.len() == 1).or_else(|| sole_word(utterance));
                    word.map(|it| as_said(utterance, it))
                })
            }),
            Self::EmailAddress => {
                let alone = utterance.words().addresses_alone();
                let alone = alone.into_iter().map(|it| found(utterance, it)).collect();
                only(not_refused(utterance, alone))
            }
            Self::Date => {
                let dates = self.answers(utterance);
                if dates.is_empty() {
                    let joined = utterance.words().joined_date()?;
                    says_nothing_else(tokens, &joined.words, utterance)
                        .then(|| found(utterance, joined))
                } else {
                    only(dates)
                }
            }
            resolved => only(resolved.answers(utterance)),
        }
    }

    /// All values of an utterance that answers the question for a slot that takes several.
    pub(crate) fn answer_all(&self, utterance: &Utterance<'_>) -> Option<Found> {
        super::several::several(self, utterance)
    }

    /// Values whose words cannot be anything else, or, if there is none, those that may be one in an
    /// answer that says nothing else.
    fn answers(&self, utterance: &Utterance<'_>) -> Vec<Found> {
        let (certain, other): (Vec<_>, Vec<_>) =
            self.candidates(utterance).into_iter().partition(|it| it.certain);
        if !certain.is_empty() {
            return certain;
        }
        let fits = |it: &Found| says_nothing_else(utterance.tokens(), &it.words, utterance);
        other.into_iter().filter(fits).collect()
    }

    /// The values that a rule finds; none for types that take anything.
    fn candidates(&self, utterance: &Utterance<'_>) -> Vec<Found> {
        let words = utterance.words();
        let values = match self {
            Self::AlphaNumeric { filter: None } => words.codes(),
            Self::AlphaNumeric { filter: Some(filter) } => {
                words.codes_passing(|it| filter.passing(it))
            }
            Self::Confirmation => {
                let value = values::confirmation(utterance.tokens(), utterance.language());
                let all = 0..utterance.tokens().len();
                value
                    .map(|it| Value { words: all, resolved: vec![it.to_owned()], clear: true })
                    .into_iter()
                    .collect()
            }
            Self::Currency => words.sums(),
            Self::Date => words.dates(),
            Self::Duration => words.durations(),
            Self::EmailAddress => words.addresses(),
            Self::Number => words.numbers(),
            Self::Percentage => words.percentages(),
            Self::PhoneNumber => words.phone_numbers(),
            Self::Time => words.times(),
            Self::UkPostalCode => words.uk_postal_codes(),
            Self::Composite(_)
            | Self::Named(_)
            | Self::Listed { .. }
            | Self::AsSaid
            | Self::FreeForm => Vec::new(),
        };
        not_refused(utterance, values.into_iter().map(|it| found(utterance, it)).collect())
    }
}

/// The values that the caller does not name only to refuse them.
pub(super) fn not_refused(utterance: &Utterance<'_>, found: Vec<Found>) -> Vec<Found> {
    let places: Vec<Range<usize>> = found.iter().map(|it| it.words.clone()).collect();
    let (text, tokens) = (utterance.text(), utterance.tokens());
    let refused = refusal::refused(text, tokens, &places, utterance.language());
    found.into_iter().zip(refused).filter(|(_, refused)| !refused).map(|(it, _)| it).collect()
}

/// Whether all other words of an answer mean nothing.
fn says_nothing_else(tokens: &[Token], words: &Range<usize>, utterance: &Utterance<'_>) -> bool {
    let others = tokens.iter().enumerate().filter(|(at, _)| !words.contains(at));
    others.map(|(_, it)| it).all(|it| !words::weight(&it.text, utterance.language()).is_content())
}

/// The only candidate; two different values in one answer are no value.
fn only(found: Vec<Found>) -> Option<Found> {
    let mut found = found.into_iter();
    let first = found.next()?;
    found.all(|it| it.value.resolved_values == first.value.resolved_values).then_some(first)
}

/// All short spans of words.
fn spans(words: usize) -> impl Iterator<Item = Range<usize>> {
    (0..words).flat_map(move |start| {
        let most = words.min(start.saturating_add(MAX_AS_SAID));
        (start.saturating_add(1)..=most).map(move |end| start..end)
    })
}

/// An answer without "it is" before and "please" after the value.
fn bare(utterance: &Utterance<'_>) -> Option<Range<usize>> {
    let content = |it: &Token| words::weight(&it.text, utterance.language()).is_content();
    let start = utterance.tokens().iter().position(content)?;
    let end = utterance.tokens().iter().rposition(content)?.saturating_add(1);
    Some(start..end)
}

/// The only word of an utterance, whatever it means by itself, unless it says nothing at all or is an
/// answer to another question.
fn sole_word(utterance: &Utterance<'_>) -> Option<Range<usize>> {
    let [word] = utterance.tokens() else { return None };
    let language = utterance.language();
    let says_nothing = words::weight(&word.text, language) == Weight::Filler
        || numbers::may_be_number(&word.text, language);
    let answers = yes_no::answer(utterance.tokens(), language).is_some();
    (!says_nothing && !answers && word.text.chars().nth(1).is_some()).then_some(0..1)
}

/// A value that a rule found. When it is open which of several it is, none is the interpreted one.
pub(super) fn found(utterance: &Utterance<'_>, value: Value) -> Found {
    let certain = value.clear;
    Found { certain, ..with_value(as_said(utterance, value.words), value.resolved) }
}

pub(super) fn with_value(found: Found, resolved: Vec<String>) -> Found {
    let interpreted_value = match resolved.as_slice() {
        [only] => only.clone(),
        _ => String::new(),
    };
    let original_value = found.value.original_value;
    let value = lex::SlotValue { original_value, interpreted_value, resolved_values: resolved };
    Found { value, ..found }
}

/// A value as the caller said it.
pub(super) fn as_said(utterance: &Utterance<'_>, words: Range<usize>) -> Found {
    let tokens = utterance.tokens().get(words.clone()).unwrap_or_default();
    let said = original(utterance.text(), tokens).to_owned();
    let value = lex::SlotValue {
        original_value: said.clone(),
        resolved_values: vec![said.clone()],
        interpreted_value: said,
    };
    Found { words, value, certain: false, parts: Parts::One }
}

/// The same for a value that is not among the listed ones, which resolves to none of them.
pub(super) fn unresolved(found: Found) -> Found {
    let value = lex::SlotValue { resolved_values: Vec::new(), ..found.value };
    Found { value, ..found }
}

//! How well an utterance fits a sample utterance.
//!
//! The two are aligned word by word at the least cost: dropping a word of the sample and adding one
//! that it does not have cost what the word means. A slot takes the words of one of its possible
//! values. A second reading that ignores word order catches "my order, where is it".

use std::ops::Range;
use std::rc::Rc;

use aws_events::lex;

use super::Utterance;
use super::grid::{Grid, Step};
use super::slot_type::Found;
use crate::bot::{Element, Sample};
use language::words::{self, Plain, Weight};
use language::{Language, numbers};

/// What a filled slot is worth, where a word is worth at most 1.
const SLOT: f64 = 1.5;
/// What a slot that stays empty costs; it can still be asked for.
const EMPTY_SLOT: f64 = 0.6;
/// What a word of the sample costs that was not said, as a share of its weight.
///
/// More than all of it, so that one word of two is less than half: "help" is not "thanks for your
/// help".
const DROPPED: f64 = 1.3;
/// What a word costs that was said and is not in the sample, as a share of its weight: when another
/// sample of the intent has it, when another intent has it, when nobody knows it, when it names a
/// wish of its own.
const ADDED_OWN: f64 = 0.4;
const ADDED_OTHER: f64 = 1.0;
const ADDED_UNKNOWN: f64 = 1.5;
const ADDED_WISH: f64 = 3.0;
/// What a "not" costs that the sample does not have, all in all.
const ADDED_NEGATION: f64 = 1.2;
/// What a word costs that only resembles the sample's, as a share of its weight.
const SIMILAR: f64 = 0.1;
/// What each word of a value costs that is taken as said: known words come first.
const AS_SAID: f64 = 0.1;
/// What a number is worth that fills no slot.
const LOOSE_NUMBER: f64 = 0.5;
/// What is left of the confidence when the words come in another order.
const REORDERED: f64 = 0.9;

/// An utterance as all intents see it.
pub(super) struct Heard<'a> {
    words: Vec<HeardWord<'a>>,
    language: Language,
}

struct HeardWord<'a> {
    word: &'a Plain,
    /// What the word costs, as a share of its weight, when an intent does not know it.
    foreign: f64,
    negates: bool,
    /// What it weighs as part of a number.
    in_number: Option<f64>,
}

impl<'a> Heard<'a> {
    /// An utterance, and at which positions it has words that any intent knows.
    pub(super) fn new(utterance: &'a Utterance<'_>, known: impl Fn(usize) -> bool) -> Self {
        let language = utterance.language();
        let heard = |(at, word): (usize, &'a Plain)| HeardWord {
            word,
            foreign: match word.weight {
                Weight::Filler | Weight::Function => 1.0,
                Weight::Particle | Weight::Content => {
                    if words::names_a_wish(word, language) {
                        ADDED_WISH
                    } else if known(at) {
                        ADDED_OTHER
                    } else {
                        ADDED_UNKNOWN
                    }
                }
            },
            negates: utterance.negates(at),
            in_number: None,
        };
        let mut words: Vec<HeardWord<'a>> = utterance.plain.iter().enumerate().map(heard).collect();
        // A number is one thing, however many words it takes.
        for run in numbers::runs(utterance.tokens(), language) {
            for (at, word) in words.get_mut(run).unwrap_or_default().iter_mut().enumerate() {
                word.in_number = Some(if at == 0 { LOOSE_NUMBER } else { 0.0 });
            }
        }
        Self { words, language }
    }
}

/// An utterance as one intent sees it.
pub(super) struct Said<'a> {
    words: Vec<SaidWord<'a>>,
    language: Language,
}

struct SaidWord<'a> {
    word: &'a Plain,
    weight: f64,
    /// What the word costs when the sample does not have it.
    added: f64,
}

impl SaidWord<'_> {
    /// What it costs to take one word for the other; `None` when they are different words.
    fn resemblance(&self, expected: &Plain) -> Option<f64> {
        // "Five" is "5": they differ in writing only.
        let is_same = self.word.text == expected.text
            || self.word.stem == expected.stem && expected.is_digits();
        let penalty = || if is_same { 0.0 } else { SIMILAR };
        self.word.is(expected).then(penalty)
    }
}

impl<'a> Said<'a> {
    /// `own` tells at which positions there are words that the intent has.
    pub(super) fn new(heard: &Heard<'a>, own: impl Fn(usize) -> bool) -> Self {
        let said = |(at, it): (usize, &HeardWord<'a>)| {
            let weight = it.word.weight;
            let added = match weight {
                _ if it.negates => ADDED_NEGATION,
                Weight::Filler | Weight::Function => weight.value(),
                Weight::Particle | Weight::Content if own(at) => weight.value() * ADDED_OWN,
                Weight::Particle | Weight::Content => weight.value() * it.foreign,
            };
            let added = it.in_number.unwrap_or(added);
            SaidWord { word: it.word, weight: it.in_number.unwrap_or(weight.value()), added }
        };
        Self { words: heard.words.iter().enumerate().map(said).collect(), language: heard.language }
    }

    /// Whether a sample can fit at all: without a word of it that means something, a sample that
    /// has such words does not.
    pub(super) fn may_fit(&self, sample: &Sample) -> bool {
        let mut content = sample.0.iter().filter_map(|it| match it {
            Element::Word(word) if word.weight.is_content() => Some(word),
            Element::Word(_) | Element::Slot(_) => None,
        });
        let Some(first) = content.next() else { return true };
        std::iter::once(first)
            .chain(content)
            .any(|expected| self.words.iter().any(|it| it.resemblance(expected).is_some()))
    }
}

/// How well a sample fits.
pub(super) struct Alignment {
    /// 0 to 1.
    pub(super) confidence: f64,
    pub(super) slots: lex::Slots,
    /// The words that became values.
    pub(super) taken: Vec<Range<usize>>,
}

/// The better of the reading in order and the reading without.
pub(super) fn best(
    sample: &Sample,
    said: &Said<'_>,
    found: &[(&str, Rc<[Found]>)],
) -> Option<Alignment> {
    let sample = Weighed::new(sample, said.language);
    let ordered = in_order(&sample, said, found);
    // Nothing that comes in another order is better than this.
    if ordered.as_ref().is_some_and(|it| it.confidence >= REORDERED) {
        return ordered;
    }
    let anyhow = in_any_order(&sample, said, found);
    match (ordered, anyhow) {
        (Some(ordered), Some(anyhow)) if anyhow.confidence > ordered.confidence => Some(anyhow),
        (ordered, anyhow) => ordered.or(anyhow),
    }
}

/// A sample with what each piece means.
struct Weighed<'a> {
    elements: Vec<(&'a Element, f64)>,
    /// Whether any word of it means something. If none does, every word counts.
    has_content: bool,
    has_slot: bool,
    language: Language,
}

impl<'a> Weighed<'a> {
    fn new(sample: &'a Sample, language: Language) -> Self {
        let has_content = sample.0.iter().any(|it| match it {
            Element::Word(word) => word.weight.is_content(),
            Element::Slot(_) => false,
        });
        let has_slot = sample.slots().next().is_some();
        let weight = |element: &Element| match element {
            Element::Slot(_) => SLOT,
            Element::Word(_) if !has_content && !has_slot => 1.0,
            Element::Word(word) => word.weight.value(),
        };
        let elements = sample.0.iter().map(|it| (it, weight(it))).collect();
        Self { elements, has_content, has_slot, language }
    }

    /// What it costs to leave out a piece; `None` when nothing would remain to recognise.
    fn dropped(&self, element: &Element, weight: f64) -> Option<f64> {
        match element {
            Element::Slot(_) => self.has_content.then_some(EMPTY_SLOT),
            Element::Word(_) if !self.has_content && !self.has_slot => None,
            Element::Word(_) => Some(weight * DROPPED),
        }
    }

    /// What it costs to add a word; `None` when that makes it something else.
    fn added(&self, word: &SaidWord<'_>) -> Option<f64> {
        if word.word.weight == Weight::Filler {
            return Some(0.0);
        }
        match (self.has_content, self.has_slot) {
            (true, _) => Some(word.added),
            (false, true) => words::carries(&word.word.text, self.language).then_some(0.1),
            // "So that's it then" is "that's it"; "that's it for red" is not.
            (false, false) => (!word.word.weight.is_content()).then_some(0.3),
        }
    }
}

fn values<'a>(found: &'a [(&str, Rc<[Found]>)], slot: &str) -> &'a [Found] {
    found.iter().find(|(name, _)| *name == slot).map_or(&[], |(_, values)| values)
}

fn in_order(
    sample: &Weighed<'_>,
    said: &Said<'_>,
    found: &[(&str, Rc<[Found]>)],
) -> Option<Alignment> {
    let (rows, columns) = (sample.elements.len(), said.words.len());
    let mut grid = Grid::new(rows.saturating_add(1), columns.saturating_add(1));
    grid.offer(0, 0, 0.0, Step::Start);
    for row in 0..=rows {
        for column in 0..=columns {
            let cost = grid.at(row, column).cost;
            if cost.is_infinite() {
                continue;
            }
            let word = said.words.get(column);
            if let Some(added) = word.and_then(|it| sample.added(it)) {
                grid.offer(row, column.saturating_add(1), cost + added, Step::Add);
            }
            let Some((element, weight)) = sample.elements.get(row) else {
                continue;
            };
            let next = row.saturating_add(1);
            if let Some(dropped) = sample.dropped(element, *weight) {
                grid.offer(next, column, cost + dropped, Step::Drop);
            }
            match element {
                Element::Word(expected) => {
                    if let Some(penalty) = word.and_then(|it| it.resemblance(expected)) {
                        let cost = cost + penalty * weight;
                        grid.offer(next, column.saturating_add(1), cost, Step::Match);
                    }
                }
                Element::Slot(slot) => {
                    for (which, value) in values(found, slot).iter().enumerate() {
                        if value.words.start == column {
                            let cost = cost + slot_cost(value);
                            grid.offer(next, value.words.end, cost, Step::Fill(which));
                        }
                    }
                }
            }
        }
    }
    trace(sample, said, found, &grid)
}

fn slot_cost(value: &Found) -> f64 {
    if value.certain {
        return 0.0;
    }
    let words = u32::try_from(value.words.len()).unwrap_or(u32::MAX);
    f64::from(words) * AS_SAID
}

/// Follows the cheapest alignment back and judges it.
fn trace(
    sample: &Weighed<'_>,
    said: &Said<'_>,
    found: &[(&str, Rc<[Found]>)],
    grid: &Grid,
) -> Option<Alignment> {
    let (mut row, mut column) = (sample.elements.len(), said.words.len());
    let mut tally = Tally::new(grid.at(row, column).cost);
    loop {
        match grid.at(row, column).step {
            Step::Start => break,
            Step::Add => {
                column = column.checked_sub(1)?;
                tally.said += said.words.get(column)?.weight;
            }
            Step::Drop => {
                row = row.checked_sub(1)?;
                tally.sample += sample.elements.get(row)?.1;
            }
            Step::Match => {
                (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
                let weight = sample.elements.get(row)?.1;
                tally.matched(weight);
            }
            Step::Fill(which) => {
                row = row.checked_sub(1)?;
                let (Element::Slot(slot), _) = sample.elements.get(row)? else {
                    return None;
                };
                let value = values(found, slot).get(which)?;
                column = value.words.start;
                tally.fill(slot, value);
            }
        }
    }
    tally.judge(sample)
}

fn in_any_order(
    sample: &Weighed<'_>,
    said: &Said<'_>,
    found: &[(&str, Rc<[Found]>)],
) -> Option<Alignment> {
    // A sample that means nothing by its words is nothing but its order.
    if !sample.has_content {
        return None;
    }
    let mut tally = Tally::new(0.0);
    let mut free: Vec<bool> = vec![true; said.words.len()];
    for (element, weight) in &sample.elements {
        let matched = match element {
            Element::Word(expected) => {
                let place = said
                    .words
                    .iter()
                    .zip(&mut free)
                    .find(|(word, free)| **free && word.resemblance(expected).is_some());
                place.map(|(word, free)| {
                    *free = false;
                    tally.cost += word.resemblance(expected).unwrap_or_default() * weight;
                    tally.matched(*weight);
                })
            }
            Element::Slot(slot) => {
                let value = values(found, slot).iter().find(|it| {
                    let words = free.get(it.words.clone()).unwrap_or_default();
                    it.certain && words.iter().all(|free| *free)
                });
                value.map(|value| {
                    free.get_mut(value.words.clone()).unwrap_or_default().fill(false);
                    tally.fill(slot, value);
                })
            }
        };
        if matched.is_none() {
            tally.cost += sample.dropped(element, *weight)?;
            tally.sample += weight;
        }
    }
    for (word, _) in said.words.iter().zip(&free).filter(|(_, free)| **free) {
        tally.cost += sample.added(word)?;
        tally.said += word.weight;
    }
    let alignment = tally.judge(sample)?;
    Some(Alignment { confidence: alignment.confidence * REORDERED, ..alignment })
}

/// What an alignment comes to.
struct Tally {
    cost: f64,
    /// Weight of the whole sample.
    sample: f64,
    /// Weight of all that was said.
    said: f64,
    matched_content: bool,
    slots: lex::Slots,
    taken: Vec<Range<usize>>,
}

impl Tally {
    fn new(cost: f64) -> Self {
        let slots = lex::Slots::new();
        Self { cost, sample: 0.0, said: 0.0, matched_content: false, slots, taken: Vec::new() }
    }

    fn matched(&mut self, weight: f64) {
        self.sample += weight;
        self.said += weight;
        self.matched_content |= weight >= Weight::Content.value();
    }

    fn fill(&mut self, slot: &str, value: &Found) {
        self.sample += SLOT;
        self.said += SLOT;
        self.slots.insert(slot.to_owned(), Some(value.slot()));
        self.taken.push(value.words.clone());
    }

    fn judge(self, sample: &Weighed<'_>) -> Option<Alignment> {
        let whole = self.sample.max(self.said);
        // What agrees only in "what is the" does not agree.
        let recognisable = self.matched_content || (!sample.has_content && sample.has_slot);
        if !recognisable || !self.cost.is_finite() || whole <= 0.0 {
            return None;
        }
        let confidence = (1.0 - self.cost / whole).clamp(0.0, 1.0);
        Some(Alignment { confidence, slots: self.slots, taken: self.taken })
    }
}

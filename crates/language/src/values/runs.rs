//! Digits inside a sentence.

use std::ops::Range;

use super::Words;
use super::phrase::Dots;

/// Digits that follow each other, in groups as they were said.
pub(crate) struct Run {
    /// The digits of each group with its words, as token positions.
    pub(crate) groups: Vec<(String, Range<usize>)>,
    /// All its words.
    pub(crate) words: Range<usize>,
}

/// Words that are said between digits and mean nothing.
const PAUSES: &[&str] = &[
    "ah", "dash", "eeh", "eh", "em", "er", "erm", "este", "guion", "hm", "hmm", "hyphen", "mm",
    "mmm", "pues", "uh", "uhm", "um",
];

impl Words<'_> {
    /// Digits inside a sentence, over hesitations; `is_no_digit` says of a token that it is none.
    pub(crate) fn digit_runs(&self, is_no_digit: impl Fn(usize) -> bool) -> Vec<Run> {
        let phrase = &self.phrase;
        let group = |at: usize| {
            let (digits, end) = phrase.digits(at, Dots::Group).filter(|(_, end)| *end > at)?;
            let words = phrase.tokens(at..end).filter(|it| !is_no_digit(it.start))?;
            Some((digits, words, end))
        };
        let mut runs: Vec<Run> = Vec::new();
        // Where the next digits go on with the last run.
        let mut goes_on = None;
        let mut at = 0;
        while at < phrase.pieces.len() {
            let next = at.saturating_add(1);
            let Some((digits, words, end)) = group(at) else {
                let is_pause = PAUSES.contains(&phrase.word(at));
                goes_on = goes_on.filter(|it| *it == at && is_pause).map(|_| next);
                at = next;
                continue;
            };
            if let Some(run) = runs.last_mut().filter(|_| goes_on == Some(at)) {
                run.words.end = words.end;
                run.groups.push((digits, words));
            } else {
                runs.push(Run { groups: vec![(digits, words.clone())], words });
            }
            goes_on = Some(end);
            at = end;
        }
        runs
    }
}

//! Runs of digits, and how they are cut.

use crate::Span;

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
    pub(crate) start: usize,
    pub(crate) end: usize,
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

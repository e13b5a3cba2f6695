//! Wording files, read with all their places.

use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::Source;
use crate::guard::{Guarded, guard};

/// The entries of a wording file.
pub(super) struct Reading<'s> {
    pub(super) source: &'s Source,
    /// Position of the file among all.
    pub(super) file: usize,
    pub(super) entries: Vec<Entry<'s>>,
    /// What could not be read, and why.
    pub(super) faults: Vec<(Range<usize>, String)>,
}

/// A message, or a term.
pub(super) struct Entry<'s> {
    pub(super) id: &'s str,
    pub(super) is_term: bool,
    pub(super) at: Range<usize>,
    /// Lines of the comment above it.
    pub(super) comment: Vec<&'s str>,
    /// The message itself and its attributes, in their order.
    pub(super) patterns: Vec<Named<'s>>,
}

/// A pattern of a message.
pub(super) struct Named<'s> {
    /// Name of the attribute; `None` for the message itself.
    pub(super) attribute: Option<&'s str>,
    pub(super) at: Range<usize>,
    pub(super) pattern: ast::Pattern<&'s str>,
}

impl<'s> Entry<'s> {
    /// The pattern of an attribute, or the message itself.
    pub(super) fn named(&self, attribute: Option<&str>) -> Option<&Named<'s>> {
        self.patterns.iter().find(|it| it.attribute == attribute)
    }

    /// Whether the entry is part of others and never said by itself.
    pub(super) fn is_part(&self) -> bool {
        self.is_term || self.id.starts_with("part-")
    }
}

impl Named<'_> {
    /// Whether the pattern is another message and nothing else, so that what it sounds like is told
    /// there.
    pub(super) fn only_refers(&self) -> bool {
        let [ast::PatternElement::Placeable { expression }] = self.pattern.elements.as_slice()
        else {
            return false;
        };
        matches!(
            expression,
            ast::Expression::Inline(ast::InlineExpression::MessageReference { .. })
        )
    }
}

/// Reads a file, whatever is wrong with it.
pub(super) fn read<'s>(file: usize, source: &'s Source) -> Reading<'s> {
    let Guarded { parts, faults } = guard(&source.text);
    let mut faults: Vec<_> =
        faults.into_iter().map(|(at, told)| (within(&source.text, at), told.to_owned())).collect();
    let mut body = Vec::new();
    for part in parts {
        let (resource, errors) = match parser::parse(part) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        body.extend(resource.body);
        let before = place(&source.text, part).start;
        faults.extend(errors.into_iter().map(|it| {
            let at = it.pos.start.saturating_add(before)..it.pos.end.saturating_add(before);
            (within(&source.text, at), lower(&it.kind.to_string()))
        }));
    }
    let place = |text: &str| place(&source.text, text);
    let entry = |id: &'s str, is_term, comment: Option<ast::Comment<&'s str>>, patterns| Entry {
        id,
        is_term,
        at: place(id),
        comment: comment.map(|it| it.content).unwrap_or_default(),
        patterns,
    };
    let patterns = |value: Option<ast::Pattern<&'s str>>,
                    attributes: Vec<ast::Attribute<&'s str>>,
                    at: Range<usize>| {
        let value = value.map(|pattern| Named { attribute: None, at, pattern });
        let attributes = attributes.into_iter().map(|it| Named {
            attribute: Some(it.id.name),
            at: place(it.id.name),
            pattern: it.value,
        });
        value.into_iter().chain(attributes).collect()
    };
    let mut entries = Vec::new();
    for it in body {
        match it {
            ast::Entry::Message(it) => {
                let at = place(it.id.name);
                let patterns = patterns(it.value, it.attributes, at);
                entries.push(entry(it.id.name, false, it.comment, patterns));
            }
            ast::Entry::Term(it) => {
                let at = place(it.id.name);
                let patterns = patterns(Some(it.value), it.attributes, at);
                entries.push(entry(it.id.name, true, it.comment, patterns));
            }
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_)
            | ast::Entry::Junk { .. } => {}
        }
    }
    Reading { source, file, entries, faults }
}

/// The parser's words as ours: a fragment, literals in backticks.
fn lower(told: &str) -> String {
    let told = told.replace('"', "`");
    let mut rest = told.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}

/// The nearest place that is in a text. The parser may point behind its end, or into a character.
fn within(text: &str, at: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(at.start);
    start..text.ceil_char_boundary(at.end).max(start)
}

/// Where a part of a text is in it, in bytes. The parser hands out parts of what it read.
pub(super) fn place(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr()).min(text.len());
    start..start.saturating_add(part.len()).min(text.len())
}

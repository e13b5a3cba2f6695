//! What a pattern uses: values, other messages, functions.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use super::source::Reading;

/// One thing that a pattern uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use<'s> {
    /// A value is said.
    Said(&'s str),
    /// A value is said in another form, by this function.
    Formed(&'s str, &'s str),
    /// A value is chosen by, with these keys.
    Chosen(&'s str, Vec<&'s str>),
    /// Something else is chosen by.
    ChosenOther,
    /// Another message, or an attribute of it, is part of this one.
    Message(&'s str, Option<&'s str>),
    /// A term is part of it.
    Term(&'s str, Option<&'s str>),
    /// A function is called.
    Function(&'s str),
    /// Text of the wording file.
    Text(&'s str),
    /// Text in quotation marks, which may hold escapes that the parser has found right.
    Literal(&'s str),
}

/// Everything that a pattern uses itself, in order.
pub(super) fn of<'s>(pattern: &Pattern<&'s str>) -> Vec<Use<'s>> {
    let mut uses = Vec::new();
    walk(pattern, &mut uses);
    uses
}

fn walk<'s>(pattern: &Pattern<&'s str>, uses: &mut Vec<Use<'s>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => uses.push(Use::Text(value)),
            PatternElement::Placeable { expression } => expression_uses(expression, uses),
        }
    }
}

fn expression_uses<'s>(expression: &Expression<&'s str>, uses: &mut Vec<Use<'s>>) {
    match expression {
        Expression::Inline(inline) => inline_uses(inline, uses),
        Expression::Select { selector, variants } => {
            let keys = variants.iter().filter(|it| !it.default);
            let keys = keys.map(|it| match &it.key {
                VariantKey::Identifier { name } => *name,
                VariantKey::NumberLiteral { value } => *value,
            });
            match selector {
                InlineExpression::VariableReference { id } => {
                    uses.push(Use::Chosen(id.name, keys.collect()));
                }
                _ => uses.push(Use::ChosenOther),
            }
            for it in variants {
                walk(&it.value, uses);
            }
        }
    }
}

fn inline_uses<'s>(inline: &InlineExpression<&'s str>, uses: &mut Vec<Use<'s>>) {
    match inline {
        InlineExpression::StringLiteral { value } => uses.push(Use::Literal(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => uses.push(Use::Said(id.name)),
        InlineExpression::MessageReference { id, attribute } => {
            uses.push(Use::Message(id.name, attribute.as_ref().map(|it| it.name)));
        }
        InlineExpression::TermReference { id, attribute, .. } => {
            uses.push(Use::Term(id.name, attribute.as_ref().map(|it| it.name)));
        }
        InlineExpression::FunctionReference { id, arguments } => {
            uses.push(Use::Function(id.name));
            for argument in &arguments.positional {
                match argument {
                    InlineExpression::VariableReference { id: value } => {
                        uses.push(Use::Formed(value.name, id.name));
                    }
                    InlineExpression::StringLiteral { .. } => {}
                    other => inline_uses(other, uses),
                }
            }
        }
        InlineExpression::Placeable { expression } => expression_uses(expression, uses),
    }
}

/// What messages of a language use, those that are part of them included.
pub(super) struct Index<'s> {
    uses: BTreeMap<(&'s str, Option<&'s str>), Vec<Use<'s>>>,
}

impl<'s> Index<'s> {
    pub(super) fn new<'r>(readings: impl Iterator<Item = &'r Reading<'s>>) -> Self
    where
        's: 'r,
    {
        let mut uses = BTreeMap::new();
        for entry in readings.flat_map(|it| &it.entries) {
            for it in &entry.patterns {
                uses.entry((entry.id, it.attribute)).or_insert_with(|| of(&it.pattern));
            }
        }
        Self { uses }
    }

    /// Whether there is such a message, or attribute of one.
    pub(super) fn has(&self, id: &str, attribute: Option<&str>) -> bool {
        self.uses.contains_key(&(id, attribute))
    }

    /// Everything that a pattern uses, itself and through others.
    pub(super) fn all(&self, id: &'s str, attribute: Option<&'s str>) -> Vec<&Use<'s>> {
        let mut seen = BTreeSet::new();
        let mut todo = vec![(id, attribute)];
        let mut all = Vec::new();
        while let Some(next) = todo.pop() {
            if !seen.insert(next) {
                continue;
            }
            for it in self.uses.get(&next).into_iter().flatten() {
                if let Use::Message(id, attribute) | Use::Term(id, attribute) = it {
                    todo.push((id, *attribute));
                }
                all.push(it);
            }
        }
        all
    }

    /// Names of the values that a pattern uses, itself and through others.
    pub(super) fn values(&self, id: &'s str, attribute: Option<&'s str>) -> BTreeSet<&'s str> {
        let names = self.all(id, attribute).into_iter().filter_map(|it| match it {
            Use::Said(name) | Use::Formed(name, _) | Use::Chosen(name, _) => Some(*name),
            Use::ChosenOther
            | Use::Message(..)
            | Use::Term(..)
            | Use::Function(_)
            | Use::Text(_)
            | Use::Literal(_) => None,
        });
        names.collect()
    }
}

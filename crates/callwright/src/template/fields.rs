//! Typed reading of an evaluated part of a template.

use serde_json::Value;

use super::document::{join, plain};
use super::error::TemplateError;
use super::stack::{Resource, Stack};

/// An evaluated value that knows where it stands.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    stack: &'a Stack,
    path: String,
    value: Value,
}

impl<'a> Fields<'a> {
    /// Evaluates a value of a stack.
    pub(super) fn of(stack: &'a Stack, value: &Value, path: String) -> Result<Self, TemplateError> {
        Ok(Self { stack, value: stack.resolve(value, &path)?, path })
    }

    /// Evaluates one property of a resource; absent properties are empty.
    pub(super) fn property(
        stack: &'a Stack,
        resource: &Resource<'_>,
        property: &str,
    ) -> Result<Self, TemplateError> {
        let value = resource.properties.get(property).unwrap_or(&Value::Null);
        Self::of(stack, value, join(&resource.path, property))
    }

    pub(super) fn value(&self) -> &Value {
        &self.value
    }

    pub(super) fn into_value(self) -> Value {
        self.value
    }

    /// A field; empty when it is absent.
    pub(super) fn get(&self, key: &str) -> Self {
        self.inner(join(&self.path, key), self.value.get(key).cloned().unwrap_or_default())
    }

    /// The items of a list; none when it is absent.
    pub(super) fn items(&self) -> Result<Vec<Self>, TemplateError> {
        match &self.value {
            Value::Null => Ok(Vec::new()),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                Ok(items
                    .map(|(at, it)| self.inner(format!("{}[{at}]", self.path), it.clone()))
                    .collect())
            }
            _ => Err(self.expected("a list")),
        }
    }

    /// The entries of a map; none when it is absent.
    pub(super) fn entries(&self) -> Result<Vec<(String, Self)>, TemplateError> {
        match &self.value {
            Value::Null => Ok(Vec::new()),
            Value::Object(entries) => Ok(entries
                .iter()
                .map(|(key, it)| (key.clone(), self.inner(join(&self.path, key), it.clone())))
                .collect()),
            _ => Err(self.expected("a map")),
        }
    }

    /// The text; `None` when it is absent.
    pub(super) fn optional_text(&self) -> Result<Option<String>, TemplateError> {
        match &self.value {
            Value::Null => Ok(None),
            value => plain(value).map(Some).ok_or_else(|| self.expected("text")),
        }
    }

    /// The text, which must be there.
    pub(super) fn text(&self) -> Result<String, TemplateError> {
        self.optional_text()?.ok_or_else(|| self.expected("text"))
    }

    /// The whole number; `None` when it is absent.
    pub(super) fn number(&self) -> Result<Option<u32>, TemplateError> {
        match self.optional_text()? {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_error| self.expected("a whole number")),
        }
    }

    /// Whether it says `true`.
    pub(super) fn is_true(&self) -> bool {
        plain(&self.value).is_some_and(|it| it == "true")
    }

    /// The error for a value that should be something else.
    pub(super) fn expected(&self, expected: &'static str) -> TemplateError {
        self.stack.document().shape(&self.path, expected, &self.value)
    }

    fn inner(&self, path: String, value: Value) -> Self {
        Self { stack: self.stack, path, value }
    }
}

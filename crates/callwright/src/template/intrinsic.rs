//! The intrinsic functions of templates, one method each.
//!
//! Source: AWS `CloudFormation` Template Reference, "Intrinsic functions".

use base64::Engine as _;
use serde_json::{Map, Value};

use super::document::plain;
use super::error::TemplateError;
use super::stack::{Stack, is_function, sole_function};

impl Stack {
    pub(super) fn sub(&self, argument: &Value, path: &str) -> Result<String, TemplateError> {
        let none = Map::new();
        let (text, own) = match argument {
            Value::String(text) => (text, &none),
            Value::Array(items) => match items.as_slice() {
                [Value::String(text), Value::Object(own)] => (text, own),
                _ => return Err(self.document().shape(path, "a text and a map", argument)),
            },
            _ => return Err(self.document().shape(path, "a text to fill", argument)),
        };
        let mut filled = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("${") {
            filled.push_str(before);
            let Some((hole, after)) = after.split_once('}') else {
                return Err(self.document().shape(path, "a `}` after `${`", argument));
            };
            rest = after;
            let hole = hole.trim();
            if let Some(literal) = hole.strip_prefix('!') {
                filled.push_str("${");
                filled.push_str(literal);
                filled.push('}');
                continue;
            }
            let value = match (own.get(hole), hole.split_once('.')) {
                (Some(value), _) => self.resolve(value, path),
                (None, Some((id, attribute)))
                    if !(is_sam_made(attribute)
                        && self.resource(id).is_some_and(|it| is_function(&it))) =>
                {
                    self.attribute(id, attribute, path)
                }
                (None, _) => self.reference(hole, path).map(Option::unwrap_or_default),
            };
            let value = match value {
                Ok(value) => value,
                Err(error) => self.stand_in(("Ref", &Value::from(hole)), error, path)?,
            };
            filled.push_str(&self.text(&value, path)?);
        }
        filled.push_str(rest);
        Ok(filled)
    }

    pub(super) fn join(&self, argument: &Value, path: &str) -> Result<String, TemplateError> {
        let argument = self.resolve(argument, path)?;
        match argument.as_array().map(Vec::as_slice) {
            Some([Value::String(separator), Value::Array(items)]) => {
                let texts = items.iter().map(|it| self.text(it, path));
                Ok(texts.collect::<Result<Vec<_>, _>>()?.join(separator))
            }
            _ => Err(self.document().shape(path, "a separator and a list", &argument)),
        }
    }

    pub(super) fn choose(
        &self,
        argument: &Value,
        path: &str,
    ) -> Result<Option<Value>, TemplateError> {
        match argument.as_array().map(Vec::as_slice) {
            Some([Value::String(name), yes, no]) => {
                self.evaluate(if self.condition(name, path)? { yes } else { no }, path)
            }
            _ => Err(self.document().shape(path, "a condition and two values", argument)),
        }
    }

    pub(super) fn select(&self, argument: &Value, path: &str) -> Result<Value, TemplateError> {
        let argument = self.resolve(argument, path)?;
        let selected = match argument.as_array().map(Vec::as_slice) {
            Some([at, Value::Array(items)]) => {
                let at = plain(at).and_then(|it| it.parse::<usize>().ok());
                at.and_then(|at| items.get(at)).cloned()
            }
            _ => None,
        };
        selected.ok_or_else(|| {
            self.document().shape(path, "an index and a list that has it", &argument)
        })
    }

    pub(super) fn split(&self, argument: &Value, path: &str) -> Result<Value, TemplateError> {
        let argument = self.resolve(argument, path)?;
        match argument.as_array().map(Vec::as_slice) {
            Some([Value::String(separator), Value::String(text)]) => {
                Ok(text.split(separator.as_str()).map(str::to_owned).collect())
            }
            _ => Err(self.document().shape(path, "a separator and a text", &argument)),
        }
    }

    /// The third level of `Mappings`; keys may be functions, and a default may be given.
    pub(super) fn find_in_map(&self, argument: &Value, path: &str) -> Result<Value, TemplateError> {
        let items = argument.as_array().map_or(&[][..], Vec::as_slice);
        let (keys, default) = match items {
            [keys @ .., Value::Object(last)] if last.contains_key("DefaultValue") => {
                (keys, last.get("DefaultValue"))
            }
            keys => (keys, None),
        };
        let keys: Vec<String> = keys
            .iter()
            .map(|it| self.text(&self.resolve(it, path)?, path))
            .collect::<Result<_, _>>()?;
        let found = match keys.as_slice() {
            [mapping, first, second] => {
                (|| self.document().root.get("Mappings")?.get(mapping)?.get(first)?.get(second))()
            }
            _ => return Err(self.document().shape(path, "a mapping and two keys", argument)),
        };
        match found.or(default) {
            Some(value) => self.resolve(value, path),
            None => Err(self.unknown(&keys.join("."), path)),
        }
    }

    pub(super) fn base64(&self, argument: &Value, path: &str) -> Result<String, TemplateError> {
        let text = self.text(&self.resolve(argument, path)?, path)?;
        Ok(base64::engine::general_purpose::STANDARD.encode(text))
    }

    pub(super) fn length(&self, argument: &Value, path: &str) -> Result<Value, TemplateError> {
        match self.resolve(argument, path)? {
            Value::Array(items) => Ok(items.len().into()),
            other => Err(self.document().shape(path, "a list", &other)),
        }
    }

    pub(super) fn to_json(&self, argument: &Value, path: &str) -> Result<String, TemplateError> {
        match self.resolve(argument, path)? {
            value @ (Value::Array(_) | Value::Object(_)) => Ok(value.to_string()),
            other => Err(self.document().shape(path, "a list or a map", &other)),
        }
    }

    pub(super) fn condition(&self, name: &str, path: &str) -> Result<bool, TemplateError> {
        match self.document().root.get("Conditions").and_then(|it| it.get(name)) {
            Some(test) => self.test(test, &format!("Conditions.{name}")),
            None => Err(self.unknown(name, path)),
        }
    }

    fn test(&self, test: &Value, path: &str) -> Result<bool, TemplateError> {
        self.deeper(path, || {
            let Some((function, argument)) = test.as_object().and_then(sole_function) else {
                return Err(self.document().shape(path, "a condition", test));
            };
            let items = argument.as_array().map_or(&[][..], Vec::as_slice);
            match (function, items) {
                ("Condition", _) => self.condition(&self.name_in(argument, path)?, path),
                ("Fn::Not", [inner]) => self.test(inner, path).map(|it| !it),
                ("Fn::And", [_, _, ..]) => {
                    items.iter().try_fold(true, |all, it| Ok(self.test(it, path)? && all))
                }
                ("Fn::Or", [_, _, ..]) => {
                    items.iter().try_fold(false, |any, it| Ok(self.test(it, path)? || any))
                }
                ("Fn::Equals", [one, other]) => {
                    let (one, other) = (self.resolve(one, path)?, self.resolve(other, path)?);
                    // CloudFormation compares text: `true` and `"true"` are equal.
                    Ok(one == other || plain(&one).is_some_and(|it| plain(&other) == Some(it)))
                }
                _ => Err(self.document().shape(path, "a condition", test)),
            }
        })
    }
}

/// Whether SAM lets `Ref` name this after a function, as in `Greeting.Alias`.
fn is_sam_made(name: &str) -> bool {
    matches!(name, "Alias" | "Version")
}

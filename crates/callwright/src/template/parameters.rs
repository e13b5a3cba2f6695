//! Parameters of a template.

use std::collections::BTreeMap;

use regex::Regex;
use serde_json::{Map, Value};

use super::document::{Document, plain};
use super::error::TemplateError;

/// Who gives parameters their values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Giver {
    /// What is written there; a parameter that it leaves without a value is an error.
    Place(String),
    /// Nobody: what has no default is left without a value.
    Nobody,
}

/// Values of a template's parameters: the given ones, else the defaults.
pub(super) fn settle(
    document: &Document,
    given: &BTreeMap<String, Value>,
    giver: &Giver,
) -> Result<BTreeMap<String, Value>, TemplateError> {
    let none = Map::new();
    let declared = document.root.get("Parameters").and_then(Value::as_object).unwrap_or(&none);
    if let Some(parameter) = given.keys().find(|it| !declared.contains_key(*it)) {
        return Err(TemplateError::UnknownParameter {
            file: document.file.clone(),
            parameter: parameter.clone(),
            giver: giver.name(),
        });
    }
    let mut settled = BTreeMap::new();
    for (name, declaration) in declared {
        let value = given.get(name).or_else(|| declaration.get("Default"));
        let value = match (value, giver) {
            (Some(value), _) => value,
            (None, Giver::Nobody) => continue,
            (None, Giver::Place(_)) => {
                return Err(TemplateError::ParameterWithoutValue {
                    file: document.file.clone(),
                    parameter: name.clone(),
                    giver: giver.name(),
                });
            }
        };
        let path = format!("Parameters.{name}.Default");
        let list = declaration.get("Type").and_then(Value::as_str).is_some_and(is_list);
        let value = match value {
            Value::Array(items) if list => Value::Array(items.clone()),
            value => {
                let text = plain(value).ok_or_else(|| document.shape(&path, "text", value))?;
                check_allowed(document, name, declaration, &text)?;
                if list {
                    text.split(',').map(|it| it.trim().to_owned()).collect()
                } else {
                    Value::String(text)
                }
            }
        };
        settled.insert(name.clone(), value);
    }
    Ok(settled)
}

impl Giver {
    fn name(&self) -> String {
        match self {
            Self::Place(place) => place.clone(),
            Self::Nobody => String::new(),
        }
    }
}

fn check_allowed(
    document: &Document,
    name: &str,
    declaration: &Value,
    value: &str,
) -> Result<(), TemplateError> {
    let path = format!("Parameters.{name}");
    let Some(allowed) = refusal(document, &path, declaration, value)? else { return Ok(()) };
    Err(TemplateError::ParameterNotAllowed {
        file: document.file.clone(),
        parameter: name.to_owned(),
        value: value.to_owned(),
        allowed,
    })
}

/// What would be allowed where this value is not, as CloudFormation judges it; `None` where it is.
///
/// Source: AWS CloudFormation User Guide, "CloudFormation template Parameters syntax".
fn refusal(
    document: &Document,
    path: &str,
    declaration: &Value,
    value: &str,
) -> Result<Option<String>, TemplateError> {
    let limit =
        |key: &str| declaration.get(key).and_then(plain).and_then(|it| it.parse::<f64>().ok());
    if let Some(allowed) = declaration.get("AllowedValues").and_then(Value::as_array) {
        let allowed: Vec<String> = allowed.iter().filter_map(plain).collect();
        if !allowed.iter().any(|it| it == value) {
            return Ok(Some(allowed.join(", ")));
        }
    }
    if declaration.get("Type").and_then(Value::as_str) == Some("Number") {
        let Ok(number) = value.parse::<f64>() else { return Ok(Some("numbers".to_owned())) };
        if let Some(least) = limit("MinValue").filter(|it| number < *it) {
            return Ok(Some(format!("numbers from {least} on")));
        }
        if let Some(most) = limit("MaxValue").filter(|it| number > *it) {
            return Ok(Some(format!("numbers up to {most}")));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "no text is that long")]
    let length = value.chars().count() as f64;
    if let Some(least) = limit("MinLength").filter(|it| length < *it) {
        return Ok(Some(format!("texts of {least} characters or more")));
    }
    if let Some(most) = limit("MaxLength").filter(|it| length > *it) {
        return Ok(Some(format!("texts of up to {most} characters")));
    }
    if let Some(pattern) = declaration.get("AllowedPattern") {
        let path = format!("{path}.AllowedPattern");
        let shape = || document.shape(&path, "a regular expression", pattern);
        let pattern = pattern.as_str().ok_or_else(shape)?;
        // The whole value must match, anchors or not.
        let whole = Regex::new(&format!("^(?:{pattern})$")).map_err(|_unreadable| shape())?;
        if !whole.is_match(value) {
            let must = declaration.get("ConstraintDescription").and_then(Value::as_str);
            let must = must.map(|it| format!(", which {it}")).unwrap_or_default();
            return Ok(Some(format!("texts like `{pattern}`{must}")));
        }
    }
    Ok(None)
}

fn is_list(kind: &str) -> bool {
    kind == "CommaDelimitedList" || kind.starts_with("List<")
}

//! What the parameters of each type are called, and which values they have where reading an
//! action takes more than Connect does.
//!
//! Sources: Amazon Connect API Reference, "Actions in the Flow language"; Amazon Connect
//! Administrator Guide, the flow blocks of the same actions; exports of the console.

mod table;

use std::ops::RangeInclusive;

use serde_json::{Map, Value as Json};

/// A parameter of a type of action, or a key of an object in one.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

/// What a parameter may be.
#[derive(Debug)]
pub(super) enum Value {
    /// Anything that reading the action has not refused.
    Any,
    /// A fixed whole number.
    Number(RangeInclusive<i64>),
    /// A whole number, or a reference to one.
    NumberOrReference(RangeInclusive<i64>),
    /// One of these words, whatever the case, or a reference to one.
    Word(&'static [&'static str]),
    /// A reference, never fixed.
    Reference,
    /// An object with these keys and no others.
    Object(&'static [Key]),
    /// A list of objects with these keys and no others.
    Objects(&'static [Key]),
}

const fn any(name: &'static str) -> Key {
    Key { name, value: Value::Any }
}

const fn number(name: &'static str, low: i64, high: i64) -> Key {
    Key { name, value: Value::Number(low..=high) }
}

const fn number_or_reference(name: &'static str, low: i64, high: i64) -> Key {
    Key { name, value: Value::NumberOrReference(low..=high) }
}

const fn word(name: &'static str, words: &'static [&'static str]) -> Key {
    Key { name, value: Value::Word(words) }
}

const fn reference(name: &'static str) -> Key {
    Key { name, value: Value::Reference }
}

const fn object(name: &'static str, keys: &'static [Key]) -> Key {
    Key { name, value: Value::Object(keys) }
}

const fn objects(name: &'static str, keys: &'static [Key]) -> Key {
    Key { name, value: Value::Objects(keys) }
}

/// An object of parameters on the table: what is in it and what may be.
#[derive(Debug)]
pub(super) struct Place<'a> {
    /// Under the action, such as `Parameters.LexV2Bot`.
    pub(super) path: String,
    /// What people call it: the type of the action, or the key it is at.
    pub(super) name: String,
    pub(super) object: &'a Map<String, Json>,
    pub(super) keys: &'static [Key],
}

impl<'a> Place<'a> {
    /// What a key that may be in it has; `None` when it is not there.
    pub(super) fn get(&self, key: &Key) -> Option<&'a Json> {
        self.object.get(key.name).filter(|it| !it.is_null())
    }
}

/// The objects of the parameters of a type whose keys are known, each before those in it; none
/// when the type is not known.
pub(super) fn places<'a>(type_name: &str, parameters: &'a Map<String, Json>) -> Vec<Place<'a>> {
    let mut found = Vec::new();
    if let Some((_, keys)) = table::TABLE.iter().find(|(name, _)| *name == type_name) {
        let (path, name) = ("Parameters".to_owned(), type_name.to_owned());
        collect(Place { path, name, object: parameters, keys }, &mut found);
    }
    found
}

fn collect<'a>(place: Place<'a>, found: &mut Vec<Place<'a>>) {
    let mut inner = Vec::new();
    let mut add = |name: String, value: &'a Json, keys| {
        let path = format!("{}.{name}", place.path);
        let object = value.as_object();
        inner.extend(object.map(|object| Place { path, name, object, keys }));
    };
    for key in place.keys {
        match (&key.value, place.object.get(key.name)) {
            (Value::Object(keys), Some(value)) => add(key.name.to_owned(), value, *keys),
            (Value::Objects(keys), Some(Json::Array(items))) => {
                for (position, item) in items.iter().enumerate() {
                    add(format!("{}[{position}]", key.name), item, *keys);
                }
            }
            _ => {}
        }
    }
    found.push(place);
    for place in inner {
        collect(place, found);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::spec;

    #[test]
    fn every_type_has_its_parameters() {
        let types: Vec<_> = table::TABLE.iter().map(|(name, _)| *name).collect();
        let known: BTreeSet<_> = spec::TABLE.iter().map(|it| it.type_name).collect();
        assert_eq!(types, known.into_iter().collect::<Vec<_>>());
        for (type_name, keys) in table::TABLE {
            let names: BTreeSet<_> = keys.iter().map(|it| it.name).collect();
            assert_eq!(names.len(), keys.len(), "{type_name} has a parameter twice");
        }
    }

    #[test]
    fn objects_are_found_wherever_they_are() {
        let leaf = json!({ "AttributeCondition": {} });
        let and = json!({ "AndExpression": [leaf, 1, { "OrExpression": [leaf] }] });
        let parameters = json!({ "RoutingCriteria": { "Steps": [{ "Expression": and }] } });
        let found = places("UpdateRoutingCriteria", parameters.as_object().unwrap());
        let paths: Vec<_> = found.iter().map(|it| it.path.as_str()).collect();
        let expression = "Parameters.RoutingCriteria.Steps[0].Expression";
        assert_eq!(paths.len(), 9, "{paths:?}");
        assert!(paths.contains(&expression));
        let deep = format!("{expression}.AndExpression[2].OrExpression[0].AttributeCondition");
        assert_eq!(paths.last(), Some(&deep.as_str()));
        assert!(places("BlockOfTomorrow", parameters.as_object().unwrap()).is_empty());
    }
}

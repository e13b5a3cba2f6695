//! Values of slots: scalars, lists, and the parts of composite slots.
//!
//! A part is named `Slot.Part`, as it is in the names of session attributes.

use std::collections::{BTreeMap, BTreeSet};

use aws_events::lex::{Intent, Slot, SlotValue, Slots};

use crate::bot::{self, Elicitation, SlotDefinition};
use crate::matching::slot_type::SlotType;

/// The slot, and the part of it, that a name means.
pub(super) fn split(name: &str) -> (&str, Option<&str>) {
    name.split_once('.').map_or((name, None), |(slot, part)| (slot, Some(part)))
}

/// How the caller is asked for a slot or a part; `None` when the intent has none of that name.
pub(super) fn elicitation<'a>(definition: &'a bot::Intent, name: &str) -> Option<&'a Elicitation> {
    let (slot, part) = split(name);
    let slot = definition.slot(slot)?;
    match part {
        None => Some(&slot.elicitation),
        Some(part) => slot.sub_slots.iter().find(|it| it.name == part).map(|it| &it.elicitation),
    }
}

/// The type of a slot or a part.
pub(super) fn type_of<'a>(definition: &'a bot::Intent, name: &str) -> Option<&'a SlotType> {
    let (slot, part) = split(name);
    let slot_type = &definition.slot(slot)?.slot_type;
    match (slot_type, part) {
        (slot_type, None) => Some(slot_type),
        (SlotType::Composite(parts), Some(part)) => {
            parts.iter().find(|(name, _)| name == part).map(|(_, it)| it)
        }
        (_, Some(_)) => None,
    }
}

/// The value of a slot or a part.
pub(super) fn value<'i>(intent: &'i Intent, name: &str) -> Option<&'i Slot> {
    let (slot, part) = split(name);
    let slot = intent.slots.get(slot)?.as_ref()?;
    match (slot, part) {
        (slot, None) => Some(slot),
        (Slot::Composite { sub_slots, .. }, Some(part)) => sub_slots.get(part)?.as_ref(),
        (Slot::Scalar { .. } | Slot::List { .. } | Slot::Other(_), Some(_)) => None,
    }
}

/// Gives a slot or a part a value, or takes it away.
pub(super) fn set(intent: &mut Intent, name: &str, value: Option<Slot>) {
    let (slot, part) = split(name);
    let Some(part) = part else {
        intent.slots.insert(slot.to_owned(), value);
        return;
    };
    let mut sub_slots = match intent.slots.remove(slot).flatten() {
        Some(Slot::Composite { sub_slots, .. }) => sub_slots,
        Some(Slot::Scalar { .. } | Slot::List { .. } | Slot::Other(_)) | None => Slots::new(),
    };
    sub_slots.insert(part.to_owned(), value);
    let is_empty = sub_slots.values().all(Option::is_none);
    let whole = (!is_empty).then(|| composite(sub_slots));
    intent.slots.insert(slot.to_owned(), whole);
}

/// Takes new values: parts of a composite slot are added to those that are there.
pub(super) fn merge(intent: &mut Intent, values: Slots) {
    for (name, value) in values {
        match (intent.slots.get(&name), value) {
            (
                Some(Some(Slot::Composite { sub_slots: present, .. })),
                Some(Slot::Composite { sub_slots, .. }),
            ) => {
                let mut all = present.clone();
                all.extend(sub_slots.into_iter().filter(|(_, it)| it.is_some()));
                intent.slots.insert(name, Some(composite(all)));
            }
            (_, value) => {
                intent.slots.insert(name, value);
            }
        }
    }
}

/// A composite slot whose value is what was said for all its parts.
fn composite(sub_slots: Slots) -> Slot {
    let parts = || sub_slots.values().flatten().filter_map(scalar);
    let said = |of: fn(&SlotValue) -> &str| parts().map(of).collect::<Vec<_>>().join(" ");
    let interpreted_value = said(|it| &it.interpreted_value);
    let value = SlotValue {
        original_value: said(|it| &it.original_value),
        resolved_values: vec![interpreted_value.clone()],
        interpreted_value,
    };
    Slot::Composite { value: Some(value), sub_slots }
}

fn scalar(slot: &Slot) -> Option<&SlotValue> {
    match slot {
        Slot::Scalar { value } => Some(value),
        Slot::List { value, .. } | Slot::Composite { value, .. } => value.as_ref(),
        Slot::Other(_) => None,
    }
}

/// The name to ask for next to fill a slot, `None` when it has all it needs.
///
/// A composite slot without any part is asked for as a whole if it has a prompt for that.
pub(super) fn wanted<'v>(slot: &SlotDefinition, value: Option<&'v Slot>) -> Option<String> {
    let missing = |filled: &BTreeSet<&str>| {
        let missing = slot.needed.missing(filled);
        missing.first().map(|part| format!("{}.{part}", slot.name))
    };
    match value {
        None if slot.elicitation.prompt.is_none() => {
            Some(missing(&BTreeSet::new()).unwrap_or_else(|| slot.name.clone()))
        }
        None => Some(slot.name.clone()),
        Some(Slot::Composite { sub_slots, .. }) => {
            let filled = |(name, it): (&'v String, &Option<Slot>)| {
                it.as_ref().is_some_and(|it| !is_open(it)).then_some(name.as_str())
            };
            missing(&sub_slots.iter().filter_map(filled).collect())
        }
        Some(value) if is_open(value) => Some(slot.name.clone()),
        Some(Slot::Scalar { .. } | Slot::List { .. } | Slot::Other(_)) => None,
    }
}

/// The names of the parts of a composite slot; none for any other slot.
pub(super) fn part_names(slot: &SlotDefinition) -> Vec<&str> {
    let typed = match &slot.slot_type {
        SlotType::Composite(parts) => parts.iter().map(|(name, _)| name.as_str()).collect(),
        _ => Vec::new(),
    };
    let asked = slot.sub_slots.iter().map(|it| it.name.as_str());
    let mut names = Vec::new();
    for name in typed.into_iter().chain(asked) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a value leaves something open, as half past ten does: Lex then asks again.
///
/// Source: Amazon Lex V2 Developer Guide, "Guidelines and best practices", of `AMAZON.Time`.
pub(super) fn is_open(slot: &Slot) -> bool {
    match slot {
        Slot::Scalar { value } => {
            value.interpreted_value.is_empty() && value.resolved_values.len() > 1
        }
        Slot::List { .. } | Slot::Composite { .. } | Slot::Other(_) => false,
    }
}

/// Values in the shapes that their slots take: one value of a slot of several is a list of one.
pub(super) fn shaped(definition: &bot::Intent, values: Slots) -> Slots {
    let shape = |name: &str, value: Slot| match (definition.slot(name), value) {
        (Some(slot), Slot::Scalar { value }) if slot.multiple => {
            let values = vec![Slot::Scalar { value: value.clone() }];
            Slot::List { value: Some(value), values }
        }
        (_, value) => value,
    };
    values.into_iter().map(|(name, it)| (name.clone(), it.map(|it| shape(&name, it)))).collect()
}

/// The name to ask for next to fill the required slots, `None` when nothing is missing.
pub(super) fn missing(definition: &bot::Intent, intent: &Intent) -> Option<String> {
    let mut required = definition.slots.iter().filter(|it| it.required);
    required.find_map(|it| wanted(it, value(intent, &it.name)))
}

/// The interpreted values: one, those of a list, or those of the parts in the order of their names.
pub(super) fn interpreted(slot: &Slot) -> Vec<String> {
    match slot {
        Slot::Scalar { value } => vec![value.interpreted_value.clone()],
        Slot::List { values, .. } => {
            values.iter().filter_map(|it| it.interpreted().map(str::to_owned)).collect()
        }
        Slot::Composite { sub_slots, .. } => {
            sub_slots.values().flatten().flat_map(interpreted).collect()
        }
        Slot::Other(_) => Vec::new(),
    }
}

/// The slots of an intent as attributes of a context: what each was taken to mean.
pub(super) fn attributes(intent: &Intent) -> BTreeMap<String, String> {
    let filled = intent.slots.iter().filter_map(|(name, it)| Some((name, it.as_ref()?)));
    filled
        .map(|(name, it)| (name.clone(), interpreted(it).join(", ")))
        .filter(|(_, it)| !it.is_empty())
        .collect()
}

/// A value that the definition sets: none, one, or several.
pub(super) fn assigned(slot: &SlotDefinition, mut values: Vec<String>) -> Option<Slot> {
    if slot.multiple {
        let values: Vec<Slot> = values.into_iter().map(Slot::scalar).collect();
        return (!values.is_empty()).then_some(Slot::List { value: None, values });
    }
    values.truncate(1);
    values.pop().map(Slot::scalar)
}

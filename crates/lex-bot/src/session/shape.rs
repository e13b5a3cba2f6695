//! Whether values that the code hook answered have the shapes their slots take.

use aws_events::lex::{ConfirmationState, Intent, Slot};

use super::{HookError, slots};
use crate::bot::{self, Locale, SlotDefinition};

/// The intent with all its slots, known to the bot and well shaped.
pub(super) fn complete(intent: Intent, locale: &Locale) -> Result<Intent, HookError> {
    let definition = locale.intent(&intent.name).ok_or_else(|| unknown_intent(&intent, locale))?;
    if let ConfirmationState::Other(found) = &intent.confirmation_state {
        return Err(HookError::WrongConfirmationState { found: found.to_string() });
    }
    for (name, value) in &intent.slots {
        let place = "sessionState.intent.slots";
        let slot = known_slot(definition, name, place)?;
        if let Some(value) = value {
            shaped(slot, value)?;
        }
    }
    let mut slots = definition.start().slots;
    slots.extend(intent.slots);
    Ok(Intent { slots, ..intent })
}

pub(super) fn unknown_intent(intent: &Intent, locale: &Locale) -> HookError {
    let names = locale.intents.iter().chain([&locale.fallback]).map(|it| it.name.as_str());
    HookError::UnknownIntent { name: intent.name.clone(), known: listed(names) }
}

/// The slot of this name.
fn known_slot<'a>(
    definition: &'a bot::Intent,
    name: &str,
    place: &'static str,
) -> Result<&'a SlotDefinition, HookError> {
    definition.slot(name).ok_or_else(|| HookError::UnknownSlot {
        place,
        name: name.to_owned(),
        intent: definition.name.clone(),
        known: listed(definition.slots.iter().map(|it| it.name.as_str())),
    })
}

/// The name of a slot, or of a part of one, that exists.
pub(super) fn known_name(
    definition: &bot::Intent,
    name: &str,
    place: &'static str,
) -> Result<(), HookError> {
    let (slot_name, part) = slots::split(name);
    let slot = known_slot(definition, slot_name, place)?;
    match part {
        Some(part) if !slots::part_names(slot).contains(&part) => {
            Err(unknown_part(slot, part, place))
        }
        _ => Ok(()),
    }
}

fn unknown_part(slot: &SlotDefinition, part: &str, place: &'static str) -> HookError {
    HookError::UnknownPart {
        place,
        name: part.to_owned(),
        slot: slot.name.clone(),
        known: listed(slots::part_names(slot).into_iter()),
    }
}

/// Whether a value fits its slot: lists where several values are taken, parts where it has some.
fn shaped(slot: &SlotDefinition, value: &Slot) -> Result<(), HookError> {
    let wrong = |found: &'static str, expected: &'static str| HookError::WrongShape {
        slot: slot.name.clone(),
        found,
        expected,
    };
    let parts = slots::part_names(slot);
    let expected = if slot.multiple {
        "`List`"
    } else if parts.is_empty() {
        "`Scalar`"
    } else {
        "`Composite`"
    };
    match value {
        Slot::Other(_) => Err(wrong("no slot that Lex knows", expected)),
        Slot::Scalar { .. } if expected == "`Composite`" => Err(wrong("`Scalar`", expected)),
        // One value is a list of one.
        Slot::Scalar { .. } => Ok(()),
        Slot::List { values, .. } => {
            if !slot.multiple {
                return Err(wrong("`List`", expected));
            }
            if values.iter().all(|it| matches!(it, Slot::Scalar { .. })) {
                Ok(())
            } else {
                Err(wrong("a `List` of other than `Scalar`", "a `List` of `Scalar`"))
            }
        }
        Slot::Composite { sub_slots, .. } => {
            if parts.is_empty() {
                return Err(wrong("`Composite`", expected));
            }
            let place = "sessionState.intent.slots";
            for (name, part) in sub_slots {
                if !parts.contains(&name.as_str()) {
                    return Err(unknown_part(slot, name, place));
                }
                if part.as_ref().is_some_and(|it| !matches!(it, Slot::Scalar { .. })) {
                    return Err(wrong(
                        "a `Composite` of other than `Scalar`",
                        "a `Composite` of `Scalar`",
                    ));
                }
            }
            Ok(())
        }
    }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|it| format!("`{it}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

//! Which slots of an intent an utterance fills.

use std::ops::Range;

use aws_events::lex;

use super::Utterance;
use super::align::Alignment;
use super::slot_type::Found;
use crate::bot::{Intent, Sample, SlotDefinition};

/// The slots that the best sample has taken values for, and those of others for which a value was
/// said that can hardly be anything else: "book Thursday at ten" when the sample is "book {Date}".
///
/// As in Lex, only a slot that some sample of the intent mentions is filled unasked. A value that
/// two slots could take fills neither, and so do two values for one slot.
pub(super) fn slots(
    intent: &Intent,
    utterance: &Utterance<'_>,
    aligned: Option<Alignment>,
) -> lex::Slots {
    let (mut slots, taken) = aligned.map(|it| (it.slots, it.taken)).unwrap_or_default();
    let mentioned =
        |slot: &&SlotDefinition| intent.samples.iter().any(|it| mentions(it, &slot.name));
    let open: Vec<&SlotDefinition> =
        intent.slots.iter().filter(|it| !slots.contains_key(&it.name)).filter(mentioned).collect();
    let found: Vec<(&str, Vec<Found>)> = open
        .into_iter()
        .map(|slot| {
            let values = slot.slot_type.find(utterance).into_iter();
            let free =
                |it: &Found| it.certain && !taken.iter().any(|words| overlap(words, &it.words));
            (slot.name.as_str(), values.filter(free).collect())
        })
        .collect();
    for (name, values) in &found {
        let [value] = values.as_slice() else { continue };
        let others = found.iter().filter(|(other, _)| other != name).flat_map(|(_, it)| it);
        if !others.map(|it| &it.words).any(|it| overlap(it, &value.words)) {
            slots.insert((*name).to_owned(), Some(value.slot()));
        }
    }
    slots
}

fn mentions(sample: &Sample, slot: &str) -> bool {
    sample.slots().any(|it| it == slot)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::bot::Bot;
    use crate::matching::{Utterance, rank};
    use language::Setting;

    fn slot(name: &str, slot_type: &str) -> Value {
        json!({
            "Name": name,
            "SlotTypeName": slot_type,
            "ValueElicitationSetting": { "SlotConstraint": "Optional" },
        })
    }

    #[test]
    fn values_that_can_hardly_be_anything_else_fill_slots_of_other_samples() {
        let value = |name: &str| json!({ "SampleValue": { "Value": name } });
        let bot = Bot::from_cloudformation(&json!({
            "Name": "b",
            "BotLocales": [{
                "LocaleId": "en_US",
                "NluConfidenceThreshold": 0.4,
                "SlotTypes": [{
                    "Name": "Size",
                    "SlotTypeValues": [value("small"), value("large")],
                    "ValueSelectionSetting": { "ResolutionStrategy": "TOP_RESOLUTION" },
                }],
                "Intents": [
                    {
                        "Name": "OrderPizza",
                        "SampleUtterances": [
                            { "Utterance": "order pizza" },
                            { "Utterance": "order {Count} pizzas" },
                            { "Utterance": "order a {Size} pizza" },
                        ],
                        "SlotPriorities": [],
                        "Slots": [
                            slot("Count", "AMAZON.Number"),
                            slot("Size", "Size"),
                            slot("Table", "AMAZON.Number"),
                        ],
                    },
                    { "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" },
                ],
            }],
        }))
        .unwrap();
        let locale = bot.locale("en_US").unwrap();
        let setting = Setting::new("en_US", jiff::civil::date(2026, 3, 2).at(10, 0, 0, 0));
        for (said, expected) in [
            ("order pizza", ""),
            ("order three pizzas", "Count=3"),
            ("order three large pizzas", "Count=3 Size=large"),
            ("order a small pizza, no, two", "Count=2 Size=small"),
        ] {
            let ranking = rank(locale, &Utterance::new(said, &setting));
            let slots = ranking[0].slots.iter().filter_map(|(name, slot)| match slot {
                Some(aws_events::lex::Slot::Scalar { value }) => {
                    Some(format!("{name}={}", value.interpreted_value))
                }
                _ => None,
            });
            assert_eq!(slots.collect::<Vec<_>>().join(" "), expected, "{said:?}");
        }
        // Without a sample that says which is meant, two values fill nothing.
        for said in ["large or small", "2 or 3"] {
            let slots = super::slots(&locale.intents[0], &Utterance::new(said, &setting), None);
            assert!(slots.is_empty(), "{said:?}");
        }
    }
}

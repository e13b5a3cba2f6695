//! Slots: defaults, parts, several values, contexts that carry them.

use expect_test::{Expect, expect};
use jiff::ToSpan;
use lex_bot::Bot;
use serde_json::{Value, json};

use crate::script::{Talk, session, transcript};
use crate::small::{bot, bot_with, intent, merged, said, slot};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

fn defaults(values: &[&str]) -> Value {
    let values: Vec<Value> = values.iter().map(|it| json!({ "DefaultValue": it })).collect();
    json!({ "DefaultValueSpecification": { "DefaultValueList": values } })
}

/// Booking leaves a context behind, with which the town of a later wish is known.
fn travel() -> Bot {
    let needs = json!({ "InputContexts": [{ "Name": "booked" }] });
    bot(json!([
        intent(
            "Book",
            &["book a car", "book a car in {City}"],
            json!({
                "Slots": [slot("City", "AMAZON.City", "Where?", json!({}))],
                "OutputContexts": [{ "Name": "booked", "TimeToLiveInSeconds": 60, "TurnsToLive": 2 }],
                "IntentClosingSetting": {
                    "ClosingResponse": said("Booked."),
                    "NextStep": { "DialogAction": { "Type": "ElicitIntent" } }
                }
            })
        ),
        intent(
            "Map",
            &["send me a map"],
            merged(
                json!({ "Slots": [slot("Town", "AMAZON.City", "Of which town?", defaults(&["#booked.City", "[home]"]))] }),
                needs
            )
        ),
        intent(
            "Weather",
            &["how is the weather"],
            json!({ "Slots": [slot("Town", "AMAZON.City", "In which town?", defaults(&["#booked.City", "[contactId]", "Rome"]))] })
        ),
        intent(
            "Chat",
            &["let us chat"],
            json!({ "IntentClosingSetting": {
                "ClosingResponse": said("Yes?"),
                "NextStep": { "DialogAction": { "Type": "ElicitIntent" } }
            } })
        ),
    ]))
}

#[test]
fn an_intent_waits_for_its_context() {
    check(
        &travel(),
        &["say send me a map"],
        &expect![[r#"
        caller: say send me a map
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
    check(
        &travel(),
        &["say book a car in Boston", "say send me a map"],
        &expect![[r#"
        caller: say book a car in Boston
        bot: Booked. [intent]
        caller: say send me a map
        bot:  [done]
        = Map(Town=Boston) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

#[test]
fn a_context_lives_for_its_turns() {
    let chat = "say let us chat";
    let map = "say send me a map";
    check(
        &travel(),
        &["say book a car in Boston", chat, map],
        &expect![[r#"
        caller: say book a car in Boston
        bot: Booked. [intent]
        caller: say let us chat
        bot: Yes? [intent]
        caller: say send me a map
        bot:  [done]
        = Map(Town=Boston) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &travel(),
        &["say book a car in Boston", chat, chat, map],
        &expect![[r#"
        caller: say book a car in Boston
        bot: Booked. [intent]
        caller: say let us chat
        bot: Yes? [intent]
        caller: say let us chat
        bot: Yes? [intent]
        caller: say send me a map
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
}

#[test]
fn a_context_lives_for_its_seconds() {
    let bot = travel();
    for (seconds, expected) in [(59, "Map"), (60, "FallbackIntent")] {
        let mut talk = Talk::new(&bot, session(&bot));
        talk.play("say book a car in Boston").unwrap();
        talk.now = talk.now.checked_add(seconds.seconds()).unwrap();
        talk.play("say send me a map").unwrap();
        assert!(talk.out.contains(&format!("= {expected}(")), "{}", talk.out);
    }
}

#[test]
fn the_first_default_that_exists_is_taken() {
    check(
        &travel(),
        &["say how is the weather"],
        &expect![[r#"
        caller: say how is the weather
        bot:  [done]
        = Weather(Town=c-1) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &travel(),
        &["say book a car in Boston", "say how is the weather"],
        &expect![[r#"
        caller: say book a car in Boston
        bot: Booked. [intent]
        caller: say how is the weather
        bot:  [done]
        = Weather(Town=Boston) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

/// A slot of several toppings.
fn pizza() -> Bot {
    let topping = |name: &str| json!({ "SampleValue": { "Value": name } });
    let slot_types = json!([{
        "Name": "Topping",
        "SlotTypeValues": [topping("ham"), topping("olives"), topping("mushrooms")],
        "ValueSelectionSetting": { "ResolutionStrategy": "TOP_RESOLUTION" }
    }]);
    let toppings = merged(
        slot("Toppings", "Topping", "Which toppings?", json!({})),
        json!({ "MultipleValuesSetting": { "AllowMultipleValues": true } }),
    );
    bot_with(
        json!([intent(
            "Pizza",
            &["a pizza please", "a pizza with {Toppings}"],
            json!({
                "Slots": [toppings],
                "IntentClosingSetting": { "ClosingResponse": said("A pizza with {Toppings}.") }
            })
        )]),
        slot_types,
    )
}

#[test]
fn a_slot_takes_several_values() {
    check(
        &pizza(),
        &["say a pizza please", "say anchovies", "say ham, olives and mushrooms"],
        &expect![[r#"
        caller: say a pizza please
        bot: Which toppings? [Toppings]
        caller: say anchovies
        bot: Again: Which toppings? [Toppings]
        caller: say ham, olives and mushrooms
        bot: A pizza with ham, olives, mushrooms. [done]
        = Pizza(Toppings=[ham, olives, mushrooms]) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &pizza(),
        &["say a pizza with ham and olives"],
        &expect![[r#"
            caller: say a pizza with ham and olives
            bot: A pizza with ham, olives. [done]
            = Pizza(Toppings=[ham, olives]) ReadyForFulfillment Some(1.0)
        "#]],
    );
    check(
        &pizza(),
        &["say a pizza please", "say ham"],
        &expect![[r#"
            caller: say a pizza please
            bot: Which toppings? [Toppings]
            caller: say ham
            bot: A pizza with ham. [done]
            = Pizza(Toppings=[ham]) ReadyForFulfillment Some(1.0)
        "#]],
    );
}

/// An address of a city and a state, or a postal code.
fn delivery() -> Bot {
    let part = |slot_type: &str, question: &str| {
        json!({
            "SlotTypeId": slot_type,
            "ValueElicitationSetting": { "PromptSpecification": crate::small::prompt(question, 1) }
        })
    };
    let slot_types = json!([{
        "Name": "Address",
        "CompositeSlotTypeSetting": { "SubSlots": [
            { "Name": "City", "SlotTypeId": "AMAZON.City" },
            { "Name": "Number", "SlotTypeId": "AMAZON.Number" }
        ] }
    }]);
    let address = merged(
        slot("Address", "Address", "Where to?", json!({})),
        json!({ "SubSlotSetting": {
            "Expression": "City AND Number",
            "SlotSpecifications": { "City": part("AMAZON.City", "Which city?"), "Number": part("AMAZON.Number", "Which number?") }
        } }),
    );
    bot_with(
        json!([intent(
            "Deliver",
            &["deliver it"],
            json!({
                "DialogCodeHook": { "Enabled": true },
                "Slots": [address],
                "IntentClosingSetting": { "ClosingResponse": said("To {Address.City}, {Address.Number}.") }
            })
        )]),
        slot_types,
    )
}

#[test]
fn parts_of_a_slot_are_asked_for_one_by_one() {
    check(
        &delivery(),
        &[
            "say deliver it",
            "delegate",
            "say 12",
            "delegate",
            "silence",
            "delegate",
            "say Boston",
            "delegate",
        ],
        &expect![[r#"
            caller: say deliver it
              -> dialog Deliver(Address=-) InProgress/None Speech, next Address Initial
            hook: delegate
            bot: Where to? [Address]
            caller: say 12
              -> dialog Deliver(Address=(Number=12)) InProgress/None Speech, next Address.City Initial
            hook: delegate
            bot: Which city? [Address.City]
            caller: silence
              -> dialog Deliver(Address=(Number=12)) InProgress/None Speech, next Address.City Retry1
            hook: delegate
            bot: Again: Which city? [Address.City]
            caller: say Boston
              -> dialog Deliver(Address=(City=Boston, Number=12)) InProgress/None Speech
            hook: delegate
            bot: To Boston, 12. [done]
            = Deliver(Address=(City=Boston, Number=12)) ReadyForFulfillment Some(1.0)
        "#]],
    );
}

#[test]
fn the_hook_asks_for_a_part_and_gives_parts() {
    let ask = r#"{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"Address","subSlotToElicit":{"name":"City"}},"intent":{"name":"Deliver"}}}"#;
    let ask_too = r#"{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"Address.Number"},"intent":{"name":"Deliver","slots":{"Address":{"shape":"Composite","subSlots":{"City":{"value":{"interpretedValue":"Rome"}}}}}}}}"#;
    check(
        &delivery(),
        &["say deliver it", ask, "say Boston", ask_too, "say 5", "delegate"],
        &expect![[r#"
            caller: say deliver it
              -> dialog Deliver(Address=-) InProgress/None Speech, next Address Initial
            hook: {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"Address","subSlotToElicit":{"name":"City"}},"intent":{"name":"Deliver"}}}
            bot: Which city? [Address.City]
            caller: say Boston
              -> dialog Deliver(Address=(City=Boston)) InProgress/None Speech, next Address.Number Initial
            hook: {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"Address.Number"},"intent":{"name":"Deliver","slots":{"Address":{"shape":"Composite","subSlots":{"City":{"value":{"interpretedValue":"Rome"}}}}}}}}
            bot: Which number? [Address.Number]
            caller: say 5
              -> dialog Deliver(Address=(City=Rome, Number=5)) InProgress/None Speech
            hook: delegate
            bot: To Rome, 5. [done]
            = Deliver(Address=(City=Rome, Number=5)) ReadyForFulfillment Some(1.0)
        "#]],
    );
}

#[test]
fn a_value_that_leaves_something_open_is_asked_for_again() {
    let bot = bot(json!([intent(
        "Book",
        &["book a table"],
        json!({
            "DialogCodeHook": { "Enabled": true },
            "Slots": [slot("Hour", "AMAZON.Time", "When?", json!({}))],
            "IntentClosingSetting": { "ClosingResponse": said("At {Hour}.") }
        })
    )]));
    let begin = ["say book a table", "delegate", "say half past ten"];
    let with = |more: &[&'static str]| [&begin[..], more].concat();
    check(
        &bot,
        &with(&["delegate", "say half past ten in the evening", "delegate"]),
        &expect![[r#"
            caller: say book a table
              -> dialog Book(Hour=-) InProgress/None Speech, next Hour Initial
            hook: delegate
            bot: When? [Hour]
            caller: say half past ten
              -> dialog Book(Hour=) InProgress/None Speech, next Hour Retry1
            hook: delegate
            bot: Again: When? [Hour]
            caller: say half past ten in the evening
              -> dialog Book(Hour=22:30) InProgress/None Speech
            hook: delegate
            bot: At 22:30. [done]
            = Book(Hour=22:30) ReadyForFulfillment Some(1.0)
        "#]],
    );
    let evening = r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Book","slots":{"Hour":{"value":{"interpretedValue":"22:30"}}}}}}"#;
    check(
        &bot,
        &with(&[evening]),
        &expect![[r#"
        caller: say book a table
          -> dialog Book(Hour=-) InProgress/None Speech, next Hour Initial
        hook: delegate
        bot: When? [Hour]
        caller: say half past ten
          -> dialog Book(Hour=) InProgress/None Speech, next Hour Retry1
        hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Book","slots":{"Hour":{"value":{"interpretedValue":"22:30"}}}}}}
        bot: At 22:30. [done]
        = Book(Hour=22:30) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

//! Names in a definition must be names of something, and conditions must be conditions.

use expect_test::expect;
use serde_json::json;

use super::{check, check_clinic};

const BOOK: &str = "/BotLocales/0/Intents/0";
const PLACE: &str = "/BotLocales/0/Intents/0/Slots/0";
const OPENING: &str = "/BotLocales/0/Intents/0/InitialResponseSetting";

#[test]
fn the_nearest_name_is_mentioned() {
    check(
        "/BotLocales/0/Intents/0/Slots/0/SlotTypeName",
        &json!("OrderNumberTyp"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `OrderNumberTyp`, expected a slot type of this locale or a built-in one (did you mean `OrderNumberType`?)"
        ],
    );
    check(
        "/BotLocales/0/Intents/0/Slots/0/SlotTypeName",
        &json!("AMAZON.Numbr"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `AMAZON.Numbr`, expected a slot type of this locale or a built-in one (did you mean `AMAZON.Number`?)"
        ],
    );
    check(
        "/BotLocales/0/Intents/0/SlotPriorities/0/SlotName",
        &json!("ordernumber"),
        &expect![
            "BotLocales[0].Intents[0].SlotPriorities[0].SlotName: found `ordernumber`, expected a slot of this intent (did you mean `OrderNumber`?)"
        ],
    );
    check(
        "/BotLocales/0/Intents/0/ParentIntentSignature",
        &json!("AMAZON.QnAIntents"),
        &expect![
            "BotLocales[0].Intents[0].ParentIntentSignature: found `AMAZON.QnAIntents`, expected a built-in intent (did you mean `AMAZON.QnAIntent`?)"
        ],
    );
    check(
        "/BotLocales/0/Intents/0/ParentIntentSignature",
        &json!("Mine"),
        &expect![
            "BotLocales[0].Intents[0].ParentIntentSignature: found `Mine`, expected a built-in intent"
        ],
    );
}

#[test]
fn next_steps_name_what_is_there() {
    let step = |rest: &str| format!("{OPENING}/NextStep{rest}");
    let action = json!({ "Type": "ElicitSlot", "SlotToElicit": "Docter" });
    check_clinic(
        &step("/DialogAction"),
        &action,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.SlotToElicit: found `Docter`, expected a slot of intent `Book` (did you mean `Doctor`?)"
        ],
    );
    check_clinic(
        &step("/DialogAction"),
        &json!({ "Type": "ElicitSlot" }),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.SlotToElicit: found nothing, expected the slot to ask for"
        ],
    );
    check_clinic(
        &step("/DialogAction"),
        &json!({ "Type": "ElicitSlots" }),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.Type: found `ElicitSlots`, expected `CloseIntent`, `ConfirmIntent`, `ElicitIntent`, `ElicitSlot`, `EndConversation`, `EvaluateConditional`, `FulfillIntent`, `InvokeDialogCodeHook` or `StartIntent`"
        ],
    );
    check_clinic(
        &step("/DialogAction"),
        &json!({}),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.Type: found nothing, expected what happens next"
        ],
    );
    check_clinic(
        &step("/DialogAction"),
        &json!({ "Type": "StartIntent" }),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.Intent: found nothing, expected the intent to start"
        ],
    );
    check_clinic(
        &step("/Intent"),
        &json!({ "Name": "Hooman" }),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.Intent.Name: found `Hooman`, expected an intent of this locale"
        ],
    );
    // The slot is looked for in the intent that the step goes to.
    check_clinic(
        &step(""),
        &json!({
            "DialogAction": { "Type": "ElicitSlot", "SlotToElicit": "Doctor" },
            "Intent": { "Name": "Human" },
        }),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.SlotToElicit: found `Doctor`, expected a slot of intent `Human`"
        ],
    );
    let slots = json!({ "Slots": [{ "SlotName": "Docter" }] });
    check_clinic(
        &step("/Intent"),
        &slots,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.Intent.Slots: found `Docter`, expected a slot of intent `Book` (did you mean `Doctor`?)"
        ],
    );
    let part = json!({ "Type": "ElicitSlot", "SlotToElicit": "Place.Citty" });
    check_clinic(
        &step("/DialogAction"),
        &part,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.DialogAction.SlotToElicit: found `Place.Citty`, expected a slot of intent `Book` (did you mean `Place.City`?)"
        ],
    );
    let attributes = json!([{ "Value": "v" }]);
    check_clinic(
        &step("/SessionAttributes"),
        &attributes,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.NextStep.SessionAttributes[0].Key: found nothing, expected a name"
        ],
    );
    let attributes = json!([{ "Key": "k", "Value": "{Docter}" }]);
    check_clinic(
        &step("/SessionAttributes"),
        &attributes,
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.NextStep.SessionAttributes[0].Value: `{Docter}` never has a value: it is no slot of this intent (did you mean `Doctor`?)"
        ],
    );
}

#[test]
fn conditions_are_conditions() {
    let branch = |rest: &str| format!("{OPENING}/Conditional/ConditionalBranches/0{rest}");
    let condition = branch("/Condition/ExpressionString");
    check_clinic(
        &condition,
        &json!("{Doctor} = 'No'"),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: found `{Doctor} = 'No'`, expected a number or a text in double quotes at character 12"
        ],
    );
    check_clinic(
        &condition,
        &json!(""),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: found ``, expected `{slot}`, `[attribute]`, `((request attribute))`, `$.path`, a function or `(` at character 1"
        ],
    );
    check_clinic(
        &condition,
        &json!(1),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: found `1`, expected text"
        ],
    );
    // Lex takes a slot that does not exist for one without a value.
    check_clinic(
        &condition,
        &json!("{Docter} = \"No\""),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: `{Docter}` never has a value: it is no slot of this intent (did you mean `Doctor`?)"
        ],
    );
    check_clinic(
        &condition,
        &json!("{Human.Doctor} = \"No\""),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: `{Human.Doctor}` never has a value: it is no slot of this intent"
        ],
    );
    check_clinic(
        &condition,
        &json!("{Doctor} = [doctor]"),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: Lex documents a constant instead of `[doctor]`"
        ],
    );
    let nothing = expect![""];
    for text in ["{Doctor} = x", "{Place.City} = x", "{Book.Doctor} = x", "{Book.Place.City} = x"] {
        check_clinic(&condition, &json!(text), &nothing);
    }
    check_clinic(
        &branch("/Condition"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition: found nothing, expected a condition"
        ],
    );
    check_clinic(
        &branch("/Name"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Name: found nothing, expected the name of the branch"
        ],
    );
    check_clinic(
        &format!("{OPENING}/Conditional/DefaultBranch"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.DefaultBranch: found nothing, expected what happens if no condition holds"
        ],
    );
    let second = json!({ "Name": "returning", "Condition": { "ExpressionString": "[a] = 1" } });
    check_clinic(
        &format!("{OPENING}/Conditional/ConditionalBranches/-"),
        &second,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[1].Name: found `returning`, expected a branch that is not there already"
        ],
    );
}

#[test]
fn names_stand_once() {
    let slot = json!({ "Name": "Doctor" });
    check_clinic(
        &format!("{BOOK}/Slots/-"),
        &slot,
        &expect![
            "BotLocales[0].Intents[0].Slots[3].Name: found `Doctor`, expected a slot that is not there already"
        ],
    );
    check_clinic(
        "/BotLocales/0/Intents/-",
        &json!({ "Name": "Human" }),
        &expect![
            "BotLocales[0].Intents[14].Name: found `Human`, expected an intent that is not there already"
        ],
    );
    check_clinic(
        "/BotLocales/0/SlotTypes/-",
        &json!({ "Name": "CodeType" }),
        &expect![
            "BotLocales[0].SlotTypes[4].Name: found `CodeType`, expected a slot type that is not there already"
        ],
    );
    check_clinic(
        "/BotLocales/1/LocaleId",
        &json!("en_US"),
        &expect![
            "BotLocales[1].LocaleId: found `en_US`, expected a locale that is not there already"
        ],
    );
}

#[test]
fn composite_slots_name_their_parts() {
    let expression = format!("{PLACE}/SubSlotSetting/Expression");
    check_clinic(
        &expression,
        &json!("City AND Stret"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SubSlotSetting.Expression: found `City AND Stret`, expected a sub-slot of this slot instead of `Stret`"
        ],
    );
    check_clinic(
        &expression,
        &json!("City AND"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SubSlotSetting.Expression: found `City AND`, expected a sub-slot or `(`"
        ],
    );
    let parts = format!("{PLACE}/SubSlotSetting/SlotSpecifications");
    check_clinic(
        &format!("{parts}/Citty"),
        &json!({}),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SubSlotSetting.SlotSpecifications.Citty: found `Citty`, expected a part of the slot's type (did you mean `City`?)"
        ],
    );
    check_clinic(
        &format!("{parts}/City/SlotTypeName"),
        &json!("CodeTyp"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SubSlotSetting.SlotSpecifications.City.SlotTypeName: found `CodeTyp`, expected a slot type of this locale or a built-in one (did you mean `CodeType`?)"
        ],
    );
    check_clinic(
        &format!("{PLACE}/SlotTypeName"),
        &json!("CodeType"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `CodeType`, expected a composite slot type, for the slot has parts"
        ],
    );
    let types = "/BotLocales/0/SlotTypes/2/CompositeSlotTypeSetting/SubSlots";
    check_clinic(
        types,
        &json!([]),
        &expect![
            "BotLocales[0].SlotTypes[2].CompositeSlotTypeSetting.SubSlots: found a list of 0, expected at least one part"
        ],
    );
    check_clinic(
        types,
        &json!(null),
        &expect![
            "BotLocales[0].SlotTypes[2].CompositeSlotTypeSetting.SubSlots: found nothing, expected at least one part"
        ],
    );
    check_clinic(
        &format!("{types}/0/Name"),
        &json!("Code"),
        &expect![
            "BotLocales[0].SlotTypes[2].CompositeSlotTypeSetting.SubSlots[2].Name: found `Code`, expected a part that is not there already"
        ],
    );
    check_clinic(
        &format!("{types}/0/SlotTypeName"),
        &json!("AddressType"),
        &expect![
            "BotLocales[0].SlotTypes[2].CompositeSlotTypeSetting.SubSlots[0].SlotTypeName: found `AddressType`, expected a slot type that is no composite one"
        ],
    );
    check_clinic(
        &format!("{types}/0/SlotTypeName"),
        &json!(null),
        &expect![
            "BotLocales[0].SlotTypes[2].CompositeSlotTypeSetting.SubSlots[0].SlotTypeName: found nothing, expected the name of a slot type"
        ],
    );
    check_clinic(&format!("{types}/0/SlotTypeId"), &json!("AMAZON.City"), &expect![""]);
    let types = types.replace("/2/", "/0/");
    check_clinic(
        types.trim_end_matches("/SubSlots"),
        &json!({ "SubSlots": [{ "Name": "A", "SlotTypeId": "AMAZON.Date" }] }),
        &expect![[r#"
            warning: BotLocales[0].SlotTypes[0].SlotTypeValues: not used: the slot type takes its values from elsewhere
            warning: BotLocales[0].Intents[0].Slots[1].SubSlotSetting: no prompt for part `A`: unless the code hook says something, the caller hears silence"#]],
    );
    check_clinic(
        &format!("{PLACE}/SubSlotSetting/SlotSpecifications/City/ValueElicitationSetting"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SubSlotSetting.SlotSpecifications.City.ValueElicitationSetting: found nothing, expected how the part is asked for"
        ],
    );
}

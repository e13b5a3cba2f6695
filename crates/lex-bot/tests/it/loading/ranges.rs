//! Numbers and words in a definition are among those that Lex takes.

use expect_test::expect;
use serde_json::json;

use super::check_clinic;

const BOOK: &str = "/BotLocales/0/Intents/0";
const DOCTOR: &str = "/BotLocales/0/Intents/0/Slots/1";

#[test]
fn settings_are_within_their_ranges() {
    let elicitation = |rest: &str| format!("{DOCTOR}/ValueElicitationSetting{rest}");
    let initial = elicitation("/PromptSpecification/PromptAttemptsSpecification/Initial");
    let keys = format!("{initial}/AudioAndDTMFInputSpecification/DTMFSpecification");
    check_clinic(
        &format!("{keys}/EndCharacter"),
        &json!("E"),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AudioAndDTMFInputSpecification.DTMFSpecification.EndCharacter: found `E`, expected one of the keys 0 to 9, A to D, `#` and `*`"
        ],
    );
    check_clinic(
        &format!("{keys}/DeletionCharacter"),
        &json!("**"),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AudioAndDTMFInputSpecification.DTMFSpecification.DeletionCharacter: found `**`, expected one of the keys 0 to 9, A to D, `#` and `*`"
        ],
    );
    check_clinic(
        &format!("{keys}/MaxLength"),
        &json!(1025),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AudioAndDTMFInputSpecification.DTMFSpecification.MaxLength: found `1025`, expected a whole number from 1 to 1024"
        ],
    );
    check_clinic(
        &format!("{keys}/EndTimeoutMs"),
        &json!(0),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AudioAndDTMFInputSpecification.DTMFSpecification.EndTimeoutMs: found `0`, expected a whole number from 1 to 4294967295"
        ],
    );
    check_clinic(
        &format!("{initial}/AllowedInputTypes"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AllowedInputTypes: found nothing, expected what the caller may do"
        ],
    );
    check_clinic(
        &format!("{initial}/AllowedInputTypes/AllowDTMFInput"),
        &json!("perhaps"),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Initial.AllowedInputTypes.AllowDTMFInput: found `perhaps`, expected true or false"
        ],
    );
    let still = elicitation("/WaitAndContinueSpecification/StillWaitingResponse");
    check_clinic(
        &format!("{still}/FrequencyInSeconds"),
        &json!(301),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.WaitAndContinueSpecification.StillWaitingResponse.FrequencyInSeconds: found `301`, expected a whole number from 1 to 300"
        ],
    );
    check_clinic(
        &format!("{still}/TimeoutInSeconds"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.WaitAndContinueSpecification.StillWaitingResponse.TimeoutInSeconds: found nothing, expected seconds until waiting is over"
        ],
    );
    check_clinic(
        &elicitation("/WaitAndContinueSpecification/ContinueResponse"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.WaitAndContinueSpecification.ContinueResponse: found nothing, expected what is said to a caller who is back"
        ],
    );
    check_clinic(
        &elicitation("/DefaultValueSpecification/DefaultValueList/0/DefaultValue"),
        &json!("#booked"),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.DefaultValueSpecification.DefaultValueList[0].DefaultValue: found `#booked`, expected `#context.attribute`, `[attribute]` or a text"
        ],
    );
    check_clinic(
        &elicitation("/SlotCaptureSetting/ElicitationCodeHook/EnableCodeHookInvocation"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SlotCaptureSetting.ElicitationCodeHook.EnableCodeHookInvocation: found nothing, expected true or false"
        ],
    );
    check_clinic(
        &elicitation("/PromptSpecification/MessageSelectionStrategy"),
        &json!("Shuffled"),
        &expect![
            "BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.MessageSelectionStrategy: found `Shuffled`, expected `Random` or `Ordered`"
        ],
    );
    let updates = format!("{BOOK}/FulfillmentCodeHook/FulfillmentUpdatesSpecification");
    check_clinic(
        &format!("{updates}/Active"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].FulfillmentCodeHook.FulfillmentUpdatesSpecification.Active: found nothing, expected true or false"
        ],
    );
    check_clinic(
        &format!("{updates}/TimeoutInSeconds"),
        &json!(901),
        &expect![
            "BotLocales[0].Intents[0].FulfillmentCodeHook.FulfillmentUpdatesSpecification.TimeoutInSeconds: found `901`, expected a whole number from 1 to 900"
        ],
    );
    check_clinic(
        &format!("{updates}/StartResponse/DelayInSeconds"),
        &json!(0),
        &expect![
            "BotLocales[0].Intents[0].FulfillmentCodeHook.FulfillmentUpdatesSpecification.StartResponse.DelayInSeconds: found `0`, expected a whole number from 1 to 900"
        ],
    );
    check_clinic(
        &format!("{updates}/UpdateResponse/MessageGroups"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].FulfillmentCodeHook.FulfillmentUpdatesSpecification.UpdateResponse.MessageGroups: found nothing, expected a list of message groups"
        ],
    );
    let context = format!("{BOOK}/OutputContexts/0");
    check_clinic(
        &format!("{context}/TurnsToLive"),
        &json!(21),
        &expect![
            "BotLocales[0].Intents[0].OutputContexts[0].TurnsToLive: found `21`, expected a whole number from 1 to 20"
        ],
    );
    check_clinic(
        &format!("{context}/TimeToLiveInSeconds"),
        &json!(4),
        &expect![
            "BotLocales[0].Intents[0].OutputContexts[0].TimeToLiveInSeconds: found `4`, expected a whole number from 5 to 86400"
        ],
    );
    check_clinic(
        &format!("{BOOK}/InputContexts/0/Name"),
        &json!(null),
        &expect![
            "BotLocales[0].Intents[0].InputContexts[0].Name: found nothing, expected the name of a context"
        ],
    );
    check_clinic(
        &format!("{BOOK}/SlotPriorities/0/Priority"),
        &json!(101),
        &expect![
            "BotLocales[0].Intents[0].SlotPriorities[0].Priority: found `101`, expected a whole number from 0 to 100"
        ],
    );
}

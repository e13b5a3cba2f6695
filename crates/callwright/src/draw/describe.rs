//! What an action does, in the words of the people who draw flows.

use connect_flow::Action;
use serde_json::{Map, Value};

use super::parameters::{Parameters, joined, scalar, short, some};
use super::text;

/// What kind of thing an action does: it decides colour and sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// The caller hears something.
    Speak,
    /// The caller is asked for something.
    Listen,
    /// Something is tested.
    Decide,
    /// Something outside is asked.
    Invoke,
    /// Something is set.
    Set,
    /// The contact goes somewhere else.
    Transfer,
    /// The flow or the call is over.
    End,
}

impl Family {
    /// All of them, in the order of the legend.
    pub(super) const ALL: [Self; 7] = [
        Self::Speak,
        Self::Listen,
        Self::Decide,
        Self::Invoke,
        Self::Set,
        Self::Transfer,
        Self::End,
    ];

    /// The word in the legend; also the name of the style.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Speak => "speak",
            Self::Listen => "listen",
            Self::Decide => "decide",
            Self::Invoke => "invoke",
            Self::Set => "set",
            Self::Transfer => "transfer",
            Self::End => "end",
        }
    }
}

/// Plain words for a type of action, and its family.
///
/// Where the type is a sentence already, such as `CreateTask`, its own words are taken.
pub(super) fn kind(action: &Action) -> (String, Family) {
    let (words, family) = match action.type_name() {
        "MessageParticipant" => ("Play prompt", Family::Speak),
        "MessageParticipantIteratively" => ("Loop prompts", Family::Speak),
        "GetParticipantInput" if stores(action) => ("Store customer input", Family::Listen),
        "GetParticipantInput" => ("Get customer input", Family::Listen),
        "ConnectParticipantWithLexBot" => ("Talk to bot", Family::Listen),
        "ShowView" => ("Show view", Family::Listen),
        "Wait" => ("Wait", Family::Listen),
        "Compare" => ("Compare", Family::Decide),
        "CheckMetricData" => ("Check metric", Family::Decide),
        "Loop" => ("Loop", Family::Decide),
        "DistributeByPercentage" => ("Distribute by percentage", Family::Decide),
        "InvokeLambdaFunction" => ("Invoke function", Family::Invoke),
        "InvokeFlowModule" => ("Invoke module", Family::Invoke),
        "GetMetricData" => ("Get metrics of queue", Family::Invoke),
        "UpdateContactAttributes" => ("Set contact attributes", Family::Set),
        "UpdateContactCallbackNumber" => ("Set callback number", Family::Set),
        "UpdateContactData" => ("Set contact data", Family::Set),
        "UpdateContactEventHooks" => ("Set flow for an event", Family::Set),
        "UpdateContactMediaStreamingBehavior" => ("Set media streaming", Family::Set),
        "UpdateContactRecordingBehavior" | "UpdateContactRecordingAndAnalyticsBehavior" => {
            ("Set recording", Family::Set)
        }
        "UpdateContactRoutingBehavior" | "UpdateContactRoutingCriteria" => {
            ("Set routing", Family::Set)
        }
        "UpdateContactTargetQueue" => ("Set queue", Family::Set),
        "UpdateContactTextToSpeechVoice" => ("Set voice", Family::Set),
        "UpdateFlowAttributes" => ("Set flow attributes", Family::Set),
        "UpdateFlowLoggingBehavior" => ("Set logging", Family::Set),
        "TransferContactToQueue" => ("Transfer to queue", Family::Transfer),
        "DequeueContactAndTransferToQueue" => ("Transfer to another queue", Family::Transfer),
        "TransferContactToAgent" => ("Transfer to agent", Family::Transfer),
        "TransferParticipantToThirdParty" => ("Transfer to phone number", Family::Transfer),
        "TransferToFlow" => ("Transfer to flow", Family::Transfer),
        "CreateCallbackContact" => ("Create callback", Family::Transfer),
        "DisconnectParticipant" => ("Disconnect", Family::End),
        "EndFlowExecution" => ("End flow", Family::End),
        "EndFlowModuleExecution" => ("Return from module", Family::End),
        other => {
            let family = match other {
                it if it.starts_with("Check") => Family::Decide,
                it if ["Update", "Set", "Tag", "Untag", "Associate"]
                    .iter()
                    .any(|verb| it.starts_with(verb)) =>
                {
                    Family::Set
                }
                _ => Family::Invoke,
            };
            return (text::capitalised(&text::words(other)), family);
        }
    };
    (words.to_owned(), family)
}

/// Whether what is keyed is stored instead of choosing a branch.
pub(super) fn stores(action: &Action) -> bool {
    let stored = parameters(action).and_then(|it| it.get("StoreInput"));
    stored.is_some_and(|it| match it {
        Value::Bool(it) => *it,
        Value::String(it) => it.eq_ignore_ascii_case("true"),
        _ => false,
    })
}

/// The identifier where a person chose it, as far as one can tell: no UUID.
pub(super) fn friendly(identifier: &str) -> Option<&str> {
    let hex = identifier.chars().filter(char::is_ascii_hexdigit).count();
    let dashes = identifier.chars().filter(|it| *it == '-').count();
    let is_uuid = hex == 32 && dashes == 4 && identifier.len() == 36;
    (!is_uuid && !identifier.is_empty()).then_some(identifier)
}

/// The heart of an action: the words of the prompt, what is compared, where it leads. One line of
/// any length, empty where there is nothing to say. `metadata` is the console's note about the
/// action, which knows names where parameters have ids.
pub(super) fn essence(action: &Action, metadata: Option<&Value>) -> String {
    let Some(parameters) = parameters(action) else { return String::new() };
    let read = Parameters { parameters, metadata };
    let said = match action.type_name() {
        "MessageParticipant" | "GetParticipantInput" => read.prompt(),
        "MessageParticipantIteratively" => {
            let messages = parameters.get("Messages").and_then(Value::as_array);
            let messages = messages.into_iter().flatten().filter_map(Value::as_object);
            let prompts =
                messages.filter_map(|it| Parameters { parameters: it, metadata: None }.prompt());
            some(prompts.collect::<Vec<_>>().join(" / "))
        }
        "ConnectParticipantWithLexBot" => joined([read.bot(), read.prompt()], ": "),
        "Compare" => read.field("ComparisonValue"),
        "CheckHoursOfOperation" => {
            read.field("HoursOfOperationId").or_else(|| Some("of the queue".to_owned()))
        }
        "CheckMetricData" => {
            joined([read.field("MetricType").map(|it| text::words(&it)), read.queue()], " of ")
        }
        "Loop" => read
            .field("LoopCount")
            .map(|it| if it == "1" { "once".to_owned() } else { format!("{it} times") }),
        "InvokeLambdaFunction" => read.field("LambdaFunctionARN"),
        "InvokeFlowModule" => read.field("FlowModuleId"),
        "TransferToFlow" => read.field("ContactFlowId"),
        "UpdateContactTargetQueue"
        | "GetMetricData"
        | "DequeueContactAndTransferToQueue"
        | "CreateCallbackContact" => read.queue(),
        "TransferParticipantToThirdParty" => read.field("ThirdPartyPhoneNumber"),
        "UpdateContactAttributes" => read.pairs("Attributes"),
        "UpdateFlowAttributes" => read.pairs("FlowAttributes"),
        "UpdateContactEventHooks" => read.pairs("EventHooks"),
        "TagContact" => read.pairs("Tags"),
        "UpdateContactRecordingBehavior" => Some(read.recording()),
        "UpdateContactTextToSpeechVoice" => {
            joined([read.field("TextToSpeechVoice"), read.field("TextToSpeechEngine")], ", ")
        }
        "UpdateFlowLoggingBehavior" => {
            read.field("FlowLoggingBehavior").map(|it| it.to_lowercase())
        }
        "ShowView" => parameters
            .get("ViewResource")
            .and_then(Value::as_object)
            .and_then(|it| Parameters { parameters: it, metadata }.field("Id")),
        // What a type that we know nothing of is about: whatever it says in plain text.
        _ => some(
            parameters
                .iter()
                .filter_map(|(key, value)| Some(format!("{key}: {}", short(scalar(value)?))))
                .collect::<Vec<_>>()
                .join(", "),
        ),
    };
    text::one_line(&said.unwrap_or_default())
}

fn parameters(action: &Action) -> Option<&Map<String, Value>> {
    action.source().get("Parameters")?.as_object()
}

#[cfg(test)]
mod tests {
    use connect_flow::Flow;
    use expect_test::expect;
    use serde_json::{Value, json};

    use super::{essence, friendly, kind};

    fn described(type_name: &str, parameters: &Value, metadata: Option<&Value>) -> String {
        let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
            { "Identifier": "a", "Type": type_name, "Parameters": parameters, "Transitions": {} },
        ]});
        let flow = Flow::parse(&flow.to_string()).unwrap();
        let action = flow.start().unwrap();
        let (words, family) = kind(action);
        format!("{words} ({}): {}\n", family.name(), essence(action, metadata))
    }

    #[test]
    fn actions_say_what_they_do() {
        let said: String = [
            ("MessageParticipant", json!({ "Text": "Hello\n  $.Attributes.name." })),
            ("MessageParticipant", json!({ "SSML": "<speak>Good <break/>day.</speak>" })),
            ("MessageParticipant", json!({ "PromptId": "arn:aws:connect:us-east-1:000000000000:instance/i/prompt/beep" })),
            ("MessageParticipant", json!({ "Media": { "Uri": "s3://bucket/audio/hi.wav" } })),
            ("MessageParticipant", json!({})),
            ("MessageParticipantIteratively", json!({ "Messages": [{ "Text": "Hold on." }, { "PromptId": "music" }] })),
            ("GetParticipantInput", json!({ "Text": "Press 1.", "StoreInput": "False" })),
            ("GetParticipantInput", json!({ "Text": "Your number?", "StoreInput": "True" })),
            ("ConnectParticipantWithLexBot", json!({ "Text": "How can I help?", "LexV2Bot": { "AliasArn": "${AssistantBotAliasArn}" } })),
            ("ConnectParticipantWithLexBot", json!({ "Text": "Well?", "LexBot": { "Name": "Desk" } })),
            ("Compare", json!({ "ComparisonValue": "$.Attributes.tier" })),
            ("CheckHoursOfOperation", json!({})),
            ("CheckMetricData", json!({ "MetricType": "NumberOfAgentsStaffed", "QueueId": "${SupportQueueArn}" })),
            ("Loop", json!({ "LoopCount": "3" })),
            ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "arn:aws:lambda:us-east-1:000000000000:function:lookup:live" })),
            ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "${lookup.functionArn}" })),
            ("UpdateContactAttributes", json!({ "Attributes": { "tier": "gold", "why": "$.External.why" } })),
            ("UpdateFlowAttributes", json!({ "FlowAttributes": { "hours": { "Value": "open" } } })),
            ("UpdateContactRecordingBehavior", json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent"], "IVRRecordingBehavior": "Enabled" } })),
            ("UpdateContactRecordingBehavior", json!({ "RecordingBehavior": { "RecordedParticipants": [] } })),
            ("UpdateContactTargetQueue", json!({ "AgentId": "$.Attributes.agent" })),
            ("TransferToFlow", json!({ "ContactFlowId": "${VoicemailFlowArn}" })),
            ("ShowView", json!({ "ViewResource": { "Id": "form:$LATEST" } })),
            ("CheckSegmentMembership", json!({ "Segment": "gold", "Deep": {} })),
            ("TransferContactToQueue", json!({})),
        ]
        .iter()
        .map(|(type_name, parameters)| described(type_name, parameters, None))
        .collect();
        expect![[r#"
            Play prompt (speak): “Hello $.Attributes.name.”
            Play prompt (speak): “Good day.”
            Play prompt (speak): recording beep
            Play prompt (speak): recording hi.wav
            Play prompt (speak): 
            Loop prompts (speak): “Hold on.” / recording music
            Get customer input (listen): “Press 1.”
            Store customer input (listen): “Your number?”
            Talk to bot (listen): AssistantBotAlias: “How can I help?”
            Talk to bot (listen): Desk: “Well?”
            Compare (decide): $.Attributes.tier
            Check hours of operation (decide): of the queue
            Check metric (decide): number of agents staffed of SupportQueue
            Loop (decide): 3 times
            Invoke function (invoke): lookup:live
            Invoke function (invoke): lookup
            Set contact attributes (set): tier = gold, why = $.External.why
            Set flow attributes (set): hours = open
            Set recording (set): agent, IVR
            Set recording (set): nobody
            Set queue (set): agent $.Attributes.agent
            Transfer to flow (transfer): VoicemailFlow
            Show view (listen): form:$LATEST
            Check segment membership (decide): Segment: gold
            Transfer to queue (transfer): 
        "#]]
        .assert_eq(&said);
    }

    #[test]
    fn the_console_knows_names_where_parameters_have_ids() {
        let id = "d443e21c-4a56-45c8-a8f4-25790f36b9f0";
        let metadata = json!({
            "parameters": { "FlowModuleId": { "displayName": "Set up" } },
            "queue": { "text": "Basic" },
        });
        let said = described("InvokeFlowModule", &json!({ "FlowModuleId": id }), Some(&metadata));
        assert_eq!(said, "Invoke module (invoke): Set up\n");
        let said =
            described("UpdateContactTargetQueue", &json!({ "QueueId": id }), Some(&metadata));
        assert_eq!(said, "Set queue (set): Basic\n");
        let dynamic = json!({ "QueueId": "$.Attributes.queue" });
        let said = described("UpdateContactTargetQueue", &dynamic, Some(&metadata));
        assert_eq!(said, "Set queue (set): $.Attributes.queue\n");
    }

    #[test]
    fn a_uuid_is_no_name() {
        assert_eq!(friendly("greet"), Some("greet"));
        assert_eq!(friendly("Play prompt 2"), Some("Play prompt 2"));
        assert_eq!(friendly("d443e21c-4a56-45c8-a8f4-25790f36b9f0"), None);
        assert_eq!(friendly(""), None);
    }
}

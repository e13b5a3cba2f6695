//! Parameters that cannot be, or have yet to be filled in, of actions beside the common ones.

use std::fmt::Write as _;

use connect_flow::{ActionKind, Fault, Flow};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::samples::{TYPES, parameters};

fn kind(type_name: &str, parameters: &Value) -> ActionKind {
    let action = json!({ "Identifier": "a", "Type": type_name, "Parameters": parameters });
    let flow = json!({ "StartAction": "a", "Actions": [action] });
    Flow::read(&flow.to_string()).unwrap().action("a").unwrap().kind().clone()
}

/// The sample parameters of a type with one place changed; null takes it away.
pub(crate) fn changed(type_name: &str, pointer: &str, value: Value) -> Value {
    let mut parameters = parameters(type_name);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    parameters.pointer_mut(parent).unwrap()[key] = value;
    parameters
}

/// What is wrong with the parameters of an action.
pub(crate) fn faults(type_name: &str, parameters: &Value) -> Vec<Fault> {
    match kind(type_name, parameters) {
        ActionKind::Faulty(faults) => faults,
        kind => panic!("{type_name}: {parameters} is taken for {kind:?}"),
    }
}

/// All that is told of parameters.
pub(crate) fn check(type_name: &str, parameters: &Value, expect: &Expect) {
    let mut told = String::new();
    for fault in faults(type_name, parameters) {
        let mark = if fault.unfinished { "unfinished" } else { "wrong" };
        writeln!(told, "{fault} ({mark})").unwrap();
    }
    expect.assert_eq(&told.replace("Actions[0].Parameters.", ""));
}

/// Types, places in their samples, and what cannot be there.
pub(crate) fn mistakes() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("AssociateContactToCustomerProfile", "/ProfileRequestData/ContactId", json!(null)),
        ("AuthenticateParticipant", "/CognitoConfiguration", json!(null)),
        ("AuthenticateParticipant", "/TimeLimitMinutes", json!("0")),
        ("CheckSegmentMembershipForCustomerProfile", "/ProfileRequestData/SegmentName", json!("")),
        ("CheckVoiceId", "/CheckVoiceIdOption", json!("mood")),
        ("CheckVoiceId", "/CheckVoiceIdOption", json!(null)),
        ("CompleteOutboundCall", "/ConnectionTimeLimitSeconds", json!("601")),
        ("CompleteOutboundCall", "/CallerId", json!("me")),
        ("CreateCallbackContact", "/RetryDelaySeconds", json!("259201")),
        ("CreateCallbackContact", "/InitialCallDelaySeconds", json!(null)),
        ("CreateCallbackContact", "/MaximumConnectionAttempts", json!("often")),
        ("CreateCallbackContact", "/AgentId", json!("a")),
        ("CreateCallbackContact", "/CallbackMode", json!("Both")),
        ("CreateCase", "/CaseTemplateId", json!(null)),
        ("CreateCase", "/LinkContactToCase", json!("maybe")),
        ("CreateContact", "/Channel", json!("")),
        ("CreateCustomerProfile", "/ProfileRequestData", json!({})),
        ("CreateCustomerProfile", "/ProfileResponseData", json!("FirstName")),
        ("CreatePersistentContactAssociation", "/RehydrationType", json!("Some")),
        ("CreateTask", "/Name", json!("")),
        ("CreateTask", "/ContactFlowId", json!(null)),
        ("CreateTask", "/DelaySeconds", json!("518401")),
        ("CreateTask", "/Attributes", json!({ "a": [] })),
        ("CreateWisdomSession", "/WisdomAssistantArn", json!(null)),
        ("DequeueContactAndTransferToQueue", "/QueueId", json!([])),
        ("EvaluateDataTableValues", "/DataTableId", json!(null)),
        ("EvaluateDataTableValues", "/Queries", json!([])),
        ("EvaluateDataTableValues", "/Queries", json!([1])),
        ("EvaluateDataTableValues", "/Queries/0/Attributes", json!([])),
        ("EvaluateDataTableValues", "/Queries/0/PrimaryValues", json!(null)),
        ("GetCalculatedAttributesForCustomerProfile", "/ProfileRequestData/ProfileId", json!("")),
        ("GetCase", "/CaseRequestFields", json!({})),
        ("GetCustomerProfile", "/ProfileRequestData", json!(null)),
        ("GetCustomerProfileObject", "/ProfileRequestData/ObjectType", json!(null)),
        ("ListDataTableValues", "/PrimaryKeyGroups/0/PrimaryKeyGroupName", json!(null)),
        ("LoadContactContent", "/ContentType", json!("Attachment")),
        ("MessageParticipantIteratively", "/Messages", json!([])),
        ("MessageParticipantIteratively", "/Messages", json!([{ "Text": "a", "SSML": "b" }])),
        ("MessageParticipantIteratively", "/InterruptFrequencySeconds", json!("0")),
        ("RenderMessageTemplate", "/WisdomKnowledgeBaseArn", json!(null)),
        ("RouteContactToAgent", "/AgentId", json!(null)),
        ("ShowView", "/ViewResource/Id", json!("")),
        ("ShowView", "/InvocationTimeLimitSeconds", json!("soon")),
        ("ShowView", "/SensitiveDataConfiguration", json!({ "HideResponseOn": "TRANSCRIPT" })),
        ("StartExistingMessageProcessing", "/ProcessingTimeoutSeconds", json!("0")),
        ("StartOutboundChatContact", "/DestinationEndpoint", json!(null)),
        ("StartOutboundEmailContact", "/FromEmailAddress/EmailAddress", json!(null)),
        ("StartOutboundEmailContact", "/EmailMessage", json!({})),
        ("TagContact", "/Tags", json!({})),
        ("TagContact", "/Tags", json!({ "aws:x": "y" })),
        (
            "TagContact",
            "/Tags",
            json!({ "a": "", "b": "", "c": "", "d": "", "e": "", "f": "", "g": "" }),
        ),
        ("TransferParticipantToThirdParty", "/ThirdPartyPhoneNumber", json!("")),
        ("TransferParticipantToThirdParty", "/ThirdPartyConnectionTimeLimitSeconds", json!("601")),
        ("TransferParticipantToThirdParty", "/ThirdPartyDTMFDigits", json!("one")),
        ("TransferParticipantToThirdParty", "/ContinueFlowExecution", json!("Perhaps")),
        ("UntagContact", "/TagKeys", json!([])),
        ("UntagContact", "/TagKeys", json!(["aws:x"])),
        ("UpdateCase", "/CaseId", json!(null)),
        ("UpdateContactCallbackNumber", "/CallbackNumber", json!("+12025550143")),
        ("UpdateContactCallbackNumber", "/CallbackNumber", json!(null)),
        ("UpdateContactData", "/VoiceAuthenticationThreshold", json!("101")),
        ("UpdateContactData", "/IsVoiceIdStreamingEnabled", json!("on")),
        ("UpdateContactMediaProcessing", "/ChatProcessor/ProcessingEnabled", json!(null)),
        ("UpdateContactMediaProcessing", "/ChatProcessor/LambdaProcessorARN", json!(null)),
        ("UpdateContactMediaStreamingBehavior", "/MediaStreamingState", json!("Paused")),
        ("UpdateContactMediaStreamingBehavior", "/MediaStreamType", json!("Video")),
        ("UpdateContactMediaStreamingBehavior", "/Participants", json!([])),
        ("UpdateContactMediaStreamingBehavior", "/Participants/0/MediaDirections", json!(["Up"])),
        ("UpdateContactRecordingAndAnalyticsBehavior", "/ChatBehavior", json!(null)),
        ("UpdateContactRecordingAndAnalyticsBehavior", "/VoiceBehavior", json!({})),
        (
            "UpdateContactRecordingBehavior",
            "/RecordingBehavior/ScreenRecordedParticipants",
            json!(["Customer"]),
        ),
        ("UpdateContactRoutingCriteria", "/RoutingCriteria/Steps", json!([])),
        ("UpdateContactRoutingCriteria", "/RoutingCriteria/Steps/0/Expression", json!({})),
        (
            "UpdateRoutingCriteria",
            "/RoutingCriteria/Steps/0/Expression/AttributeCondition/Name",
            json!(null),
        ),
        ("UpdateCustomerProfile", "/ProfileRequestData", json!([])),
        (
            "UpdatePreviousContactParticipantState",
            "/PreviousContactParticipantState",
            json!("Gone"),
        ),
        ("UpsertDataTableValues", "/DataTableUpsertAttributes/0/Attributes/0/Value", json!(null)),
        ("Wait", "/TimeLimitSeconds", json!("604801")),
        ("Wait", "/TimeLimitSeconds", json!(null)),
        ("Wait", "/Events", json!(["AgentSneezed"])),
    ]
}

#[test]
fn every_type_is_known_and_its_sample_is_sound() {
    for type_name in TYPES {
        match kind(type_name, &parameters(type_name)) {
            ActionKind::Unknown => assert_eq!(type_name, "BlockOfTomorrow"),
            ActionKind::Faulty(faults) => panic!("{type_name}: {faults:?}"),
            _ => assert_ne!(type_name, "BlockOfTomorrow"),
        }
    }
    for spec in connect_flow::SPECS {
        assert!(TYPES.contains(&spec.type_name), "{} has no sample", spec.type_name);
    }
}

#[test]
fn types_that_the_service_refuses_are_not_known() {
    for type_name in ["UnTagContact", "CheckSegmentMembership", "EvaluateDataTable"] {
        assert_eq!(kind(type_name, &json!({})), ActionKind::Unknown);
    }
}

#[test]
fn what_is_wrong_or_missing_is_named() {
    let mut seen = String::new();
    for (type_name, pointer, value) in mistakes() {
        let faults = faults(type_name, &changed(type_name, pointer, value));
        let [fault] = faults.as_slice() else {
            panic!("{type_name}: {pointer} has {faults:?}");
        };
        let mark = if fault.unfinished { "unfinished" } else { "wrong" };
        let place = fault.to_string().replace("Actions[0].Parameters.", "");
        writeln!(seen, "{type_name}: {place} ({mark})").unwrap();
    }
    expect![[r#"
        AssociateContactToCustomerProfile: ProfileRequestData.ContactId: found null, expected text or a reference (unfinished)
        AuthenticateParticipant: CognitoConfiguration: found null, expected a pool of users (unfinished)
        AuthenticateParticipant: TimeLimitMinutes: found `0`, expected a whole number from 1 to 1440 (wrong)
        CheckSegmentMembershipForCustomerProfile: ProfileRequestData.SegmentName: found empty text, expected text or a reference (unfinished)
        CheckVoiceId: CheckVoiceIdOption: found `mood`, expected `enrollmentStatus` or `voiceAuthentication` or `fraudDetection` (wrong)
        CheckVoiceId: CheckVoiceIdOption: found null, expected what is checked (unfinished)
        CompleteOutboundCall: ConnectionTimeLimitSeconds: found `601`, expected a whole number from 1 to 600 (wrong)
        CompleteOutboundCall: CallerId: found `me`, expected an object (wrong)
        CreateCallbackContact: RetryDelaySeconds: found `259201`, expected a whole number from 1 to 259200 (wrong)
        CreateCallbackContact: InitialCallDelaySeconds: found null, expected a whole number from 1 to 259200 (unfinished)
        CreateCallbackContact: MaximumConnectionAttempts: found `often`, expected a whole number from 0 (wrong)
        CreateCallbackContact: AgentId: found `a`, expected nothing beside `QueueId` (wrong)
        CreateCallbackContact: CallbackMode: found `Both`, expected `AgentFirst` or `CustomerFirst` (wrong)
        CreateCase: CaseTemplateId: found null, expected the id of a case template (unfinished)
        CreateCase: LinkContactToCase: found `maybe`, expected `True` or `False` (wrong)
        CreateContact: Channel: found empty text, expected a channel such as `EMAIL` (unfinished)
        CreateCustomerProfile: ProfileRequestData: found an object, expected at least one value to look for or to write (unfinished)
        CreateCustomerProfile: ProfileResponseData: found `FirstName`, expected a list of text (wrong)
        CreatePersistentContactAssociation: RehydrationType: found `Some`, expected `From Segment` or `Entire Past Session` or `FROM_SEGMENT` or `ENTIRE_PAST_SESSION` (wrong)
        CreateTask: Name: found empty text, expected the name of the task (unfinished)
        CreateTask: ContactFlowId: found null, expected the id or ARN of a flow (unfinished)
        CreateTask: DelaySeconds: found `518401`, expected a whole number from 1 to 518400 (wrong)
        CreateTask: Attributes.a: found a list, expected text (wrong)
        CreateWisdomSession: WisdomAssistantArn: found null, expected the ARN of an assistant (unfinished)
        DequeueContactAndTransferToQueue: QueueId: found a list, expected text (wrong)
        EvaluateDataTableValues: DataTableId: found null, expected the id or ARN of a data table (unfinished)
        EvaluateDataTableValues: Queries: found a list, expected 1 to 5 queries (unfinished)
        EvaluateDataTableValues: Queries[0]: found the number `1`, expected an object (wrong)
        EvaluateDataTableValues: Queries[0].Attributes: found a list, expected at least one attribute to read (unfinished)
        EvaluateDataTableValues: Queries[0].PrimaryValues: found null, expected at least one value of a primary attribute (unfinished)
        GetCalculatedAttributesForCustomerProfile: ProfileRequestData.ProfileId: found empty text, expected text or a reference (unfinished)
        GetCase: CaseRequestFields: found an object, expected at least one field to look for (unfinished)
        GetCustomerProfile: ProfileRequestData: found null, expected at least one value to look for or to write (unfinished)
        GetCustomerProfileObject: ProfileRequestData.ObjectType: found null, expected text or a reference (unfinished)
        ListDataTableValues: PrimaryKeyGroups[0].PrimaryKeyGroupName: found null, expected a name (unfinished)
        LoadContactContent: ContentType: found `Attachment`, expected `EmailMessage` (wrong)
        MessageParticipantIteratively: Messages: found a list, expected at least one message (unfinished)
        MessageParticipantIteratively: Messages[0].SSML: found `b`, expected one of `Text`, `SSML`, `PromptId` and `Media`, not two (wrong)
        MessageParticipantIteratively: InterruptFrequencySeconds: found `0`, expected a whole number from 1 to 604800 (wrong)
        RenderMessageTemplate: WisdomKnowledgeBaseArn: found null, expected the ARN of a knowledge base (unfinished)
        RouteContactToAgent: AgentId: found null, expected the id or ARN of an agent (unfinished)
        ShowView: ViewResource.Id: found empty text, expected the id or ARN of a view (unfinished)
        ShowView: InvocationTimeLimitSeconds: found `soon`, expected a whole number from 1 to 604800 (wrong)
        ShowView: SensitiveDataConfiguration.HideResponseOn: found `TRANSCRIPT`, expected a list of text (wrong)
        StartExistingMessageProcessing: ProcessingTimeoutSeconds: found `0`, expected a whole number from 1 to 604800 (wrong)
        StartOutboundChatContact: DestinationEndpoint: found null, expected an address (unfinished)
        StartOutboundEmailContact: FromEmailAddress.EmailAddress: found null, expected an e-mail address (unfinished)
        StartOutboundEmailContact: EmailMessage.MessageSourceType: found nothing, expected `RAW` or `TEMPLATE` (unfinished)
        TagContact: Tags: found an object, expected at least one tag (unfinished)
        TagContact: Tags['aws:x']: found `aws:x`, expected a name that does not begin with `aws:` (wrong)
        TagContact: Tags: found 7 of them, expected up to 6 tags (wrong)
        TransferParticipantToThirdParty: ThirdPartyPhoneNumber: found empty text, expected a telephone number (unfinished)
        TransferParticipantToThirdParty: ThirdPartyConnectionTimeLimitSeconds: found `601`, expected a whole number from 0 to 600 (wrong)
        TransferParticipantToThirdParty: ThirdPartyDTMFDigits: found `one`, expected up to 50 of `0` to `9`, `*`, `#` and `,` (wrong)
        TransferParticipantToThirdParty: ContinueFlowExecution: found `Perhaps`, expected `True` or `False` (wrong)
        UntagContact: TagKeys: found a list, expected at least one name of a tag (unfinished)
        UntagContact: TagKeys: found a list, expected names that do not begin with `aws:` (wrong)
        UpdateCase: CaseId: found null, expected the id of a case (unfinished)
        UpdateContactCallbackNumber: CallbackNumber: found `+12025550143`, expected a reference such as `$.StoredCustomerInput` (wrong)
        UpdateContactCallbackNumber: CallbackNumber: found null, expected a reference such as `$.StoredCustomerInput` (unfinished)
        UpdateContactData: VoiceAuthenticationThreshold: found `101`, expected a whole number from 0 to 100 (wrong)
        UpdateContactData: IsVoiceIdStreamingEnabled: found `on`, expected `True` or `False` (wrong)
        UpdateContactMediaProcessing: ChatProcessor.ProcessingEnabled: found null, expected `True` or `False` (unfinished)
        UpdateContactMediaProcessing: ChatProcessor.LambdaProcessorARN: found null, expected the ARN of a function (unfinished)
        UpdateContactMediaStreamingBehavior: MediaStreamingState: found `Paused`, expected `Enabled` or `Disabled` (wrong)
        UpdateContactMediaStreamingBehavior: MediaStreamType: found `Video`, expected `Audio` (wrong)
        UpdateContactMediaStreamingBehavior: Participants: found a list, expected `Customer` with at least one direction (unfinished)
        UpdateContactMediaStreamingBehavior: Participants[0].MediaDirections: found a list, expected a list of `From` and `To` (wrong)
        UpdateContactRecordingAndAnalyticsBehavior: VoiceBehavior: found nothing, expected one of voice, chat, e-mail and screen recording (unfinished)
        UpdateContactRecordingAndAnalyticsBehavior: ChatBehavior: found an object, expected nothing beside `VoiceBehavior` (wrong)
        UpdateContactRecordingBehavior: RecordingBehavior.ScreenRecordedParticipants: found a list, expected a list of `Agent` (wrong)
        UpdateContactRoutingCriteria: RoutingCriteria.Steps: found a list, expected at least one step (unfinished)
        UpdateContactRoutingCriteria: RoutingCriteria.Steps[0].Expression.AttributeCondition: found nothing, expected what an agent must have (unfinished)
        UpdateRoutingCriteria: RoutingCriteria.Steps[0].Expression.AttributeCondition.Name: found null, expected the name of a predefined attribute (unfinished)
        UpdateCustomerProfile: ProfileRequestData: found a list, expected an object (wrong)
        UpdatePreviousContactParticipantState: PreviousContactParticipantState: found `Gone`, expected `AgentOnHold` or `CustomerOnHold` or `OffHold` (wrong)
        UpsertDataTableValues: DataTableUpsertAttributes[0].Attributes[0].Value: found null, expected a value (unfinished)
        Wait: TimeLimitSeconds: found `604801`, expected a whole number from 1 to 604800 (wrong)
        Wait: TimeLimitSeconds: found null, expected a whole number from 1 to 604800 (unfinished)
        Wait: Events: found a list, expected a list of `CustomerReturned` and `BotParticipantDisconnected` (wrong)
    "#]].assert_eq(&seen);
}

#[test]
fn what_exports_leave_out_may_be_left_out() {
    for (type_name, parameters) in [
        ("CreateTask", json!({ "TaskTemplateId": "t" })),
        ("GetCase", json!({ "CustomerId": "$.Customer.ProfileARN" })),
        ("TransferParticipantToThirdParty", json!({ "ThirdPartyPhoneNumber": "+1{{number}}" })),
        ("UpdateContactData", json!({ "WisdomSessionArn": "$.Wisdom.SessionArn" })),
        ("UpdateContactRecordingAndAnalyticsBehavior", json!({ "VoiceBehavior": {} })),
        (
            "UpsertDataTableValues",
            json!({ "DataTableId": "t", "DataTableUpsertAttributes": [{
            "PrimaryKeyGroupName": "g", "PrimaryValues": [{ "Name": "id", "Value": "1" }],
            "Attributes": [{ "Name": "state", "UseDefaultValue": true }],
        }] }),
        ),
        ("Wait", json!({ "TimeLimitSeconds": "$.Attributes.seconds" })),
    ] {
        let kind = kind(type_name, &parameters);
        assert!(!matches!(&kind, ActionKind::Faulty(_) | ActionKind::Unknown), "{kind:?}");
    }
}

#[test]
fn the_documented_name_of_a_wait_is_explained() {
    check(
        "Wait",
        &json!({ "TimeoutSeconds": "5" }),
        &expect![[r#"
        TimeoutSeconds: found `5`, expected `TimeLimitSeconds`, which is what Connect reads (wrong)
    "#]],
    );
}

#[test]
fn results_of_data_tables_need_names_that_differ() {
    let mut twice = parameters("EvaluateDataTableValues");
    let query = twice["Queries"][0].clone();
    twice["Queries"].as_array_mut().unwrap().push(query);
    check(
        "EvaluateDataTableValues",
        &twice,
        &expect![[r#"
        Queries[1].QueryName: found `plan` twice, expected names that differ (wrong)
    "#]],
    );
}

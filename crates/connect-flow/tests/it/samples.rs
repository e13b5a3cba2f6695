//! Parameters under which each type of action does what it is for.

use serde_json::{Value, json};

pub(crate) const TYPES: [&str; 71] = [
    "AssociateContactToCustomerProfile",
    "AuthenticateParticipant",
    "CheckHoursOfOperation",
    "CheckMetricData",
    "CheckOutboundCallStatus",
    "CheckSegmentMembershipForCustomerProfile",
    "CheckVoiceId",
    "Compare",
    "CompleteOutboundCall",
    "ConnectParticipantWithLexBot",
    "CreateCallbackContact",
    "CreateCase",
    "CreateContact",
    "CreateCustomerProfile",
    "CreatePersistentContactAssociation",
    "CreateTask",
    "CreateWisdomSession",
    "DequeueContactAndTransferToQueue",
    "DisconnectParticipant",
    "DistributeByPercentage",
    "EndFlowExecution",
    "EndFlowModuleExecution",
    "EvaluateDataTableValues",
    "GetCalculatedAttributesForCustomerProfile",
    "GetCase",
    "GetCustomerProfile",
    "GetCustomerProfileObject",
    "GetMetricData",
    "GetParticipantInput",
    "InvokeFlowModule",
    "InvokeLambdaFunction",
    "ListDataTableValues",
    "LoadContactContent",
    "Loop",
    "MessageParticipant",
    "MessageParticipantIteratively",
    "RenderMessageTemplate",
    "ResumeContact",
    "RouteContactToAgent",
    "ShowView",
    "StartExistingMessageProcessing",
    "StartOutboundChatContact",
    "StartOutboundEmailContact",
    "StartVoiceIdStream",
    "TagContact",
    "TransferContactToAgent",
    "TransferContactToQueue",
    "TransferParticipantToThirdParty",
    "TransferToFlow",
    "UntagContact",
    "UpdateCase",
    "UpdateContactAttributes",
    "UpdateContactCallbackNumber",
    "UpdateContactData",
    "UpdateContactEventHooks",
    "UpdateContactMediaProcessing",
    "UpdateContactMediaStreamingBehavior",
    "UpdateContactRecordingAndAnalyticsBehavior",
    "UpdateContactRecordingBehavior",
    "UpdateContactRoutingBehavior",
    "UpdateContactRoutingCriteria",
    "UpdateContactTargetQueue",
    "UpdateContactTextToSpeechVoice",
    "UpdateCustomerProfile",
    "UpdateFlowAttributes",
    "UpdateFlowLoggingBehavior",
    "UpdatePreviousContactParticipantState",
    "UpdateRoutingCriteria",
    "UpsertDataTableValues",
    "Wait",
    "BlockOfTomorrow",
];

/// Events of a call that flows can be set for.
pub(crate) const EVENTS: [&str; 6] = [
    "CustomerQueue",
    "AgentWhisper",
    "CustomerWhisper",
    "CustomerHold",
    "AgentHold",
    "CustomerRemaining",
];

pub(crate) fn parameters(type_name: &str) -> Value {
    let profile = |request: Value| json!({ "ProfileRequestData": request });
    match type_name {
        "AssociateContactToCustomerProfile" => {
            profile(json!({ "ProfileId": "$.Customer.ProfileId", "ContactId": "$.ContactId" }))
        }
        "AuthenticateParticipant" => json!({
            "CognitoConfiguration": { "UserPoolArn": "arn:pool", "AppClientId": "app" },
            "CustomerProfilesConfiguration": { "ObjectTypeName": "Cognito-attributes" },
            "TimeLimitMinutes": "3",
        }),
        "CheckMetricData" => json!({ "MetricType": "NumberOfAgentsStaffed" }),
        "CheckSegmentMembershipForCustomerProfile" => {
            profile(json!({ "ProfileId": "p", "SegmentName": "gold" }))
        }
        "CheckVoiceId" => json!({ "CheckVoiceIdOption": "voiceAuthentication" }),
        "Compare" => json!({ "ComparisonValue": "$.Attributes.x" }),
        "ConnectParticipantWithLexBot" => json!({ "LexV2Bot": { "AliasArn": "a" } }),
        "CreateCallbackContact" => json!({
            "QueueId": "queue/q-1", "InitialCallDelaySeconds": "5", "RetryDelaySeconds": "600",
            "MaximumConnectionAttempts": "2",
        }),
        "CreateCase" => json!({
            "CaseTemplateId": "t", "LinkContactToCase": "true",
            "CaseRequestFields": { "title": "Call of $.CustomerEndpoint.Address" },
        }),
        "CreateContact" => json!({ "Channel": "EMAIL", "RelatedContact": "CURRENT" }),
        "CreateCustomerProfile" | "GetCustomerProfile" | "UpdateCustomerProfile" => json!({
            "ProfileRequestData": { "PhoneNumber": "+12025550143" },
            "ProfileResponseData": ["FirstName"],
        }),
        "CreatePersistentContactAssociation" => json!({ "RehydrationType": "From Segment" }),
        "CreateTask" => json!({
            "Name": "Call $.CustomerEndpoint.Address", "ContactFlowId": "flow/task",
            "References": { "page": { "Type": "URL", "Value": "https://example.com" } },
        }),
        "CreateWisdomSession" => json!({ "WisdomAssistantArn": "arn:assistant" }),
        "EvaluateDataTableValues" => json!({ "DataTableId": "t", "Queries": [{
            "QueryName": "plan", "Attributes": ["tier"],
            "PrimaryValues": [{ "AttributeName": "id", "Value": "$.CustomerId" }],
        }] }),
        "GetCalculatedAttributesForCustomerProfile" => profile(json!({ "ProfileId": "p" })),
        "GetCase" => json!({ "CaseRequestFields": { "status": "open" } }),
        "GetCustomerProfileObject" => {
            profile(json!({ "ProfileId": "p", "ObjectType": "_asset", "UseLatest": "true" }))
        }
        "GetParticipantInput" => json!({ "Text": "?", "StoreInput": "True" }),
        "InvokeFlowModule" => json!({ "FlowModuleId": "module/main" }),
        "InvokeLambdaFunction" => json!({ "LambdaFunctionARN": "f" }),
        "ListDataTableValues" => json!({ "DataTableId": "t", "PrimaryKeyGroups": [{
            "PrimaryKeyGroupName": "orders", "PrimaryValues": [{ "Name": "id", "Value": "1" }],
        }] }),
        "LoadContactContent" => json!({ "ContentType": "EmailMessage" }),
        "Loop" => json!({ "LoopCount": "2" }),
        "MessageParticipant" => json!({ "Text": "$.External.a $.Attributes.x" }),
        "MessageParticipantIteratively" => json!({
            "Messages": [{ "Text": "One moment." }, { "PromptId": "music" }],
            "InterruptFrequencySeconds": "30",
        }),
        "RenderMessageTemplate" => json!({
            "WisdomMessageTemplateArn": "arn:template", "WisdomKnowledgeBaseArn": "arn:base",
        }),
        "RouteContactToAgent" => json!({ "AgentId": "agent/a-1" }),
        "ShowView" => json!({
            "ViewResource": { "Id": "arn:view/form:1" }, "InvocationTimeLimitSeconds": "300",
            "ViewData": { "Heading": "Call of $.CustomerEndpoint.Address" },
        }),
        "StartExistingMessageProcessing" => json!({ "ProcessingTimeoutSeconds": "3600" }),
        "StartOutboundChatContact" => json!({
            "SourceEndpoint": { "Address": "arn:number", "Type": "CONNECT_PHONENUMBER_ARN" },
            "DestinationEndpoint": { "Address": "+12025550143", "Type": "TELEPHONE_NUMBER" },
            "ContactFlowArn": "flow/sms", "ContactSubtype": "connect:SMS",
        }),
        "StartOutboundEmailContact" => json!({
            "FromEmailAddress": { "EmailAddress": "line@example.com", "DisplayName": "Line" },
            "DestinationEmailAddress": { "EmailAddress": "ann@example.com" },
            "EmailMessage": { "MessageSourceType": "RAW" },
        }),
        "TagContact" => json!({ "Tags": { "team": "$.Attributes.team" } }),
        "TransferParticipantToThirdParty" => json!({
            "ThirdPartyPhoneNumber": "+12025550199", "ContinueFlowExecution": "True",
            "ThirdPartyConnectionTimeLimitSeconds": "20",
        }),
        "TransferToFlow" => json!({ "ContactFlowId": "flow/main" }),
        "UntagContact" => json!({ "TagKeys": ["team"] }),
        "UpdateCase" => json!({ "CaseId": "c", "CaseRequestFields": { "status": "closed" } }),
        "UpdateContactAttributes" => {
            json!({ "Attributes": { "x": "$.Attributes.x$.Attributes.xy" } })
        }
        "UpdateContactCallbackNumber" => json!({ "CallbackNumber": "$.StoredCustomerInput" }),
        "UpdateContactEventHooks" => json!({ "EventHooks": { "AgentHold": "f" } }),
        "UpdateContactMediaProcessing" => json!({ "ChatProcessor": {
            "ProcessingEnabled": "True", "LambdaProcessorARN": "f",
        } }),
        "UpdateContactMediaStreamingBehavior" => json!({
            "MediaStreamingState": "Enabled", "MediaStreamType": "Audio",
            "Participants": [{ "ParticipantType": "Customer", "MediaDirections": ["From"] }],
        }),
        "UpdateContactRecordingAndAnalyticsBehavior" => {
            json!({ "ChatBehavior": { "ChatAnalyticsBehavior": { "Enabled": "True" } } })
        }
        "UpdateContactRecordingBehavior" => {
            json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent"] } })
        }
        "UpdateContactRoutingCriteria" | "UpdateRoutingCriteria" => {
            json!({ "RoutingCriteria": { "Steps": [{ "Expression": { "AttributeCondition": {
                "Name": "Language", "Value": "English", "ProficiencyLevel": 4,
                "ComparisonOperator": "NumberGreaterOrEqualTo",
            } } }] } })
        }
        "UpdateContactTargetQueue" => json!({ "QueueId": "q" }),
        "UpdateContactTextToSpeechVoice" => json!({ "TextToSpeechVoice": "Lupe" }),
        "UpdateFlowAttributes" => json!({ "FlowAttributes": { "x": { "Value": "y" } } }),
        "UpdateFlowLoggingBehavior" => json!({ "FlowLoggingBehavior": "Enabled" }),
        "UpdatePreviousContactParticipantState" => {
            json!({ "PreviousContactParticipantState": "OffHold" })
        }
        "UpsertDataTableValues" => json!({ "DataTableId": "t", "DataTableUpsertAttributes": [{
            "PrimaryKeyGroupName": "orders", "PrimaryValues": [{ "Name": "id", "Value": "1" }],
            "Attributes": [{ "Name": "state", "Value": "sent" }],
        }] }),
        "Wait" => json!({ "TimeLimitSeconds": "60", "Events": ["CustomerReturned"] }),
        _ => json!({}),
    }
}

//! Properties of a definition that are not read: which do no harm, and which would change the
//! conversation and therefore make a warning.

/// What becomes of a property that this module does not read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unread {
    /// It does not touch the conversation.
    Harmless,
    /// It would change the conversation; what happens instead.
    Ignored(&'static str),
}
use Unread::{Harmless, Ignored};

const NEXT_STEP: Unread = Ignored("not executed: the next step is the one Lex takes by default");
const CONDITIONAL: Unread = Ignored("not executed: no branch is taken");

pub(super) const BOT: &[(&str, Unread)] = &[
    ("AutoBuildBotLocales", Harmless),
    ("BotFileS3Location", Ignored("not read: only what is in the template is executed")),
    ("BotMembers", Ignored("not executed: a network of bots answers as this bot alone")),
    ("BotTags", Harmless),
    ("BotType", Harmless),
    ("DataPrivacy", Harmless),
    ("Description", Harmless),
    ("ErrorLogSettings", Harmless),
    ("IdleSessionTTLInSeconds", Harmless),
    ("Replication", Harmless),
    ("RoleArn", Harmless),
    ("TestBotAliasSettings", Harmless),
    ("TestBotAliasTags", Harmless),
];

pub(super) const LOCALE: &[(&str, Unread)] = &[
    ("AudioFillerSettings", Harmless),
    ("CustomVocabulary", Harmless),
    ("Description", Harmless),
    ("GenerativeAISettings", Ignored("not executed: no generative feature is")),
    ("SpeechDetectionSensitivity", Harmless),
    ("SpeechRecognitionSettings", Harmless),
    ("UnifiedSpeechSettings", Harmless),
    ("VoiceSettings", Harmless),
];

pub(super) const INTENT: &[(&str, Unread)] = &[
    ("BedrockAgentIntentConfiguration", Ignored("not executed: no model is asked")),
    ("Description", Harmless),
    ("DisplayName", Harmless),
    ("InputContexts", Ignored("not executed: the intent can always be recognised")),
    ("KendraConfiguration", Ignored("not executed: no index is searched")),
    ("OutputContexts", Ignored("not executed: only the code hook sets contexts")),
    ("QInConnectIntentConfiguration", Ignored("not executed: no assistant is asked")),
    ("QnAIntentConfiguration", Ignored("not executed: no model is asked")),
];

pub(super) const OPENING: &[(&str, Unread)] =
    &[("Conditional", CONDITIONAL), ("NextStep", NEXT_STEP)];

pub(super) const CODE_HOOK: &[(&str, Unread)] =
    &[("InvocationLabel", Harmless), ("PostCodeHookSpecification", Harmless)];

pub(super) const FULFILMENT: &[(&str, Unread)] = &[
    ("FulfillmentUpdatesSpecification", Ignored("not executed: no updates are said meanwhile")),
    (
        "PostFulfillmentStatusSpecification",
        Ignored("not executed: after fulfilment the closing response is said"),
    ),
];

pub(super) const CONFIRMATION: &[(&str, Unread)] = &[
    ("ConfirmationConditional", CONDITIONAL),
    ("ConfirmationNextStep", NEXT_STEP),
    ("ConfirmationResponse", Ignored("not said: fulfilment follows at once")),
    ("DeclinationConditional", CONDITIONAL),
    ("DeclinationNextStep", NEXT_STEP),
    ("FailureConditional", CONDITIONAL),
    ("FailureNextStep", NEXT_STEP),
    ("FailureResponse", Ignored("not said: the fallback intent follows at once")),
];

pub(super) const CLOSING: &[(&str, Unread)] =
    &[("Conditional", CONDITIONAL), ("NextStep", NEXT_STEP)];

pub(super) const SLOT: &[(&str, Unread)] = &[
    ("Description", Harmless),
    ("MultipleValuesSetting", Harmless),
    ("ObfuscationSetting", Harmless),
    ("SubSlotSetting", Ignored("not executed: the slot is asked for as a whole")),
];

pub(super) const ELICITATION: &[(&str, Unread)] = &[
    ("DefaultValueSpecification", Ignored("not executed: the slot begins empty")),
    ("WaitAndContinueSpecification", Ignored("not executed: the caller cannot ask to wait")),
];

pub(super) const CAPTURE: &[(&str, Unread)] = &[
    ("CaptureConditional", CONDITIONAL),
    ("CaptureNextStep", NEXT_STEP),
    ("CaptureResponse", Ignored("not said: the next step follows at once")),
    ("FailureConditional", CONDITIONAL),
    ("FailureNextStep", NEXT_STEP),
    ("FailureResponse", Ignored("not said: the fallback intent follows at once")),
];

pub(super) const PROMPT: &[(&str, Unread)] = &[
    ("AllowInterrupt", Harmless),
    ("MessageSelectionStrategy", Harmless),
    ("PromptAttemptsSpecification", Harmless),
];

pub(super) const SLOT_TYPE: &[(&str, Unread)] = &[
    ("CompositeSlotTypeSetting", Ignored("not executed: the text is taken as said")),
    ("Description", Harmless),
    ("ExternalSourceSetting", Ignored("not read: the text is taken as said")),
];

pub(super) const SELECTION: &[(&str, Unread)] = &[("AdvancedRecognitionSetting", Harmless)];

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
    // The name of the language, in exports.
    ("Name", Harmless),
    ("SpeechDetectionSensitivity", Harmless),
    ("SpeechRecognitionSettings", Harmless),
    ("UnifiedSpeechSettings", Harmless),
    ("VoiceSettings", Harmless),
];

pub(super) const INTENT: &[(&str, Unread)] = &[
    // Where a search looks is the host's business, who answers it.
    ("BedrockAgentIntentConfiguration", Harmless),
    ("Description", Harmless),
    ("DisplayName", Harmless),
    ("KendraConfiguration", Harmless),
    ("QInConnectIntentConfiguration", Harmless),
    ("QnAIntentConfiguration", Harmless),
];

pub(super) const DIALOG_ACTION: &[(&str, Unread)] =
    &[("IntentsInScope", Ignored("not executed: every intent can be recognised"))];

pub(super) const ATTEMPT: &[(&str, Unread)] = &[
    // Only of typed conversations.
    ("TextInputSpecification", Harmless),
];

pub(super) const SLOT: &[(&str, Unread)] = &[
    ("Description", Harmless),
    // Read in exports, where it may stand here.
    ("SlotConstraint", Harmless),
    // What it hides are conversation logs, which are not written here.
    ("ObfuscationSetting", Harmless),
];

pub(super) const ELICITATION: &[(&str, Unread)] =
    &[("SlotResolutionSetting", Ignored("not executed: no model helps to find the value"))];

pub(super) const SUB_ELICITATION: &[(&str, Unread)] = &[
    // Exports have it; a part is asked for whenever its slot is.
    ("SlotConstraint", Harmless),
];

pub(super) const SLOT_TYPE: &[(&str, Unread)] = &[
    ("Description", Harmless),
    (
        "ExternalSourceSetting",
        Ignored("not read: the text is taken as said, not parsed by the grammar"),
    ),
    // Read in exports, where it may stand here.
    ("ValueSelectionStrategy", Harmless),
];

pub(super) const SELECTION: &[(&str, Unread)] = &[("AdvancedRecognitionSetting", Harmless)];

//! Reads a definition from the properties of an `AWS::Lex::Bot`.
//!
//! Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot`" and its property types.

use serde_json::Value;

use super::node::{LoadBotError, Node, Object};
use super::pieces::{elicitation_hook, filter, listed_value, messages, response, samples};
use super::properties::{
    BOT, CAPTURE, CLOSING, CODE_HOOK, CONFIRMATION, ELICITATION, FULFILMENT, INTENT, LOCALE,
    OPENING, PROMPT, SELECTION, SLOT, SLOT_TYPE, Unread,
};
use super::{
    Bot, Confirmation, Hooks, Intent, Locale, Messages, Prompt, Sample, SlotDefinition, Warning,
};
use crate::classify::{self, Classifier};
use crate::language::words;
use crate::matching::slot_type::{SlotType, Strategy};

/// Built-in slot types whose values are resolved. All others take the text as said.
const RESOLVED: &[(&str, SlotType)] = &[
    ("AMAZON.AlphaNumeric", SlotType::AlphaNumeric { filter: None }),
    ("AMAZON.Confirmation", SlotType::Confirmation),
    ("AMAZON.FreeFormInput", SlotType::FreeForm),
    ("AMAZON.Number", SlotType::Number),
    ("AMAZON.PhoneNumber", SlotType::PhoneNumber),
];

const FALLBACK: &str = "AMAZON.FallbackIntent";

/// Reads a bot.
pub(super) fn bot(properties: &Value) -> Result<Bot, LoadBotError> {
    let mut reader = Reader { warnings: Vec::new() };
    let root = Node::root(properties).object()?;
    let name = root.required("Name", "the name of the bot")?.text()?.to_owned();
    let mut locales: Vec<Locale> = Vec::new();
    for node in root.list("BotLocales")? {
        let object = node.object()?;
        let id = object.required("LocaleId", "a locale such as `en_US`")?;
        if locales.iter().any(|it| Ok(it.id.as_str()) == id.text()) {
            return Err(id.error("a locale that is not there already"));
        }
        locales.push(reader.locale(&object)?);
    }
    if locales.is_empty() {
        root.required("BotLocales", "at least one locale")?;
    }
    reader.survey(&root, &["Name", "BotLocales"], BOT);
    Ok(Bot { name, locales, warnings: reader.warnings })
}

/// Collects warnings on the way.
struct Reader {
    warnings: Vec<Warning>,
}

/// The slot types of a locale by name.
type SlotTypes<'a> = Vec<(&'a str, SlotType)>;

impl Reader {
    fn warn(&mut self, path: impl Into<String>, note: impl Into<String>) {
        self.warnings.push(Warning { path: path.into(), note: note.into() });
    }

    /// Warns of what stands in an object and is not executed.
    fn survey(&mut self, object: &Object<'_>, read: &[&str], unread: &[(&str, Unread)]) {
        for name in object.names().filter(|it| !read.contains(it)) {
            match unread.iter().find(|(known, _)| *known == name) {
                Some((_, Unread::Harmless)) => {}
                Some((_, Unread::Ignored(note))) => self.warn(object.path_of(name), *note),
                None => self.warn(object.path_of(name), "unknown property, not executed"),
            }
        }
    }

    fn locale(&mut self, object: &Object<'_>) -> Result<Locale, LoadBotError> {
        let id = object.required("LocaleId", "a locale such as `en_US`")?.text()?.to_owned();
        if !id.starts_with("en") {
            let note = "spoken numbers, yes and no are understood in English only";
            self.warn(object.path_of("LocaleId"), note);
        }
        let threshold =
            object.required("NluConfidenceThreshold", "a number from 0 to 1")?.number(0.0, 1.0)?;
        let mut slot_types = SlotTypes::new();
        for node in object.list("SlotTypes")? {
            let object = node.object()?;
            let name = object.required("Name", "the name of the slot type")?;
            if slot_types.iter().any(|(known, _)| Ok(*known) == name.text()) {
                return Err(name.error("a slot type that is not there already"));
            }
            slot_types.push((name.text()?, self.slot_type(&object)?));
        }
        let mut intents: Vec<Intent> = Vec::new();
        let mut fallback: Option<Intent> = None;
        for node in object.list("Intents")? {
            let object = node.object()?;
            let name = object.required("Name", "the name of the intent")?;
            let intent = self.intent(&object, &slot_types)?;
            if intents.iter().chain(&fallback).any(|it| it.name == intent.name) {
                return Err(name.error("an intent that is not there already"));
            }
            match object.get("ParentIntentSignature") {
                Some(parent) if parent.text()? == FALLBACK => {
                    if fallback.replace(intent).is_some() {
                        return Err(
                            parent.error("another parent: there is a fallback intent already")
                        );
                    }
                }
                Some(parent) => {
                    let note = format!("not executed: `{}` is never recognised", parent.text()?);
                    self.warn(parent.path(), note);
                    intents.push(Intent { samples: Vec::new(), ..intent });
                }
                None => intents.push(intent),
            }
        }
        let Some(fallback) = fallback else {
            return Err(LoadBotError {
                path: object.path_of("Intents"),
                found: "no fallback intent".to_owned(),
                expected: format!("one whose ParentIntentSignature is `{FALLBACK}`"),
            });
        };
        self.survey(
            object,
            &["LocaleId", "NluConfidenceThreshold", "SlotTypes", "Intents"],
            LOCALE,
        );
        let classifier = Classifier::train(intents.len(), &classify::examples(&intents));
        Ok(Locale { id, threshold, intents, classifier, fallback })
    }

    fn slot_type(&mut self, object: &Object<'_>) -> Result<SlotType, LoadBotError> {
        let selection = object.object("ValueSelectionSetting")?;
        let strategy = match selection.as_ref().and_then(|it| it.get("ResolutionStrategy")) {
            None => Strategy::OriginalValue,
            Some(node) => match node.text()? {
                "ORIGINAL_VALUE" => Strategy::OriginalValue,
                "TOP_RESOLUTION" => Strategy::TopResolution,
                "CONCATENATION" => {
                    self.warn(node.path(), "not executed: the text is taken as said");
                    Strategy::OriginalValue
                }
                _ => return Err(node.error("`ORIGINAL_VALUE` or `TOP_RESOLUTION`")),
            },
        };
        let filter = match selection {
            Some(selection) => {
                self.survey(&selection, &["ResolutionStrategy", "RegexFilter"], SELECTION);
                selection.object("RegexFilter")?.map(|it| filter(&it)).transpose()?
            }
            None => None,
        };
        self.survey(
            object,
            &["Name", "ParentSlotTypeSignature", "SlotTypeValues", "ValueSelectionSetting"],
            SLOT_TYPE,
        );
        let Some(parent) = object.get("ParentSlotTypeSignature") else {
            if object.get("CompositeSlotTypeSetting").is_some() {
                return Ok(SlotType::AsSaid);
            }
            let mut values = Vec::new();
            for node in object.list("SlotTypeValues")? {
                values.push(listed_value(&node.object()?)?);
            }
            if values.is_empty() && strategy == Strategy::TopResolution {
                object.required("SlotTypeValues", "at least one value")?;
            }
            return Ok(SlotType::Listed { values, strategy });
        };
        match (self.built_in(&parent)?, filter) {
            (Some(SlotType::AlphaNumeric { .. }), filter) => Ok(SlotType::AlphaNumeric { filter }),
            (Some(built_in), None) => Ok(built_in),
            (Some(_), Some(_)) => Err(parent.error("`AMAZON.AlphaNumeric` beside a RegexFilter")),
            (None, _) => Err(parent.error("a built-in slot type such as `AMAZON.AlphaNumeric`")),
        }
    }

    /// The built-in slot type of this name; `None` when the name is not a built-in one's.
    fn built_in(&mut self, node: &Node<'_>) -> Result<Option<SlotType>, LoadBotError> {
        let name = node.text()?;
        if let Some((_, slot_type)) = RESOLVED.iter().find(|(known, _)| *known == name) {
            return Ok(Some(slot_type.clone()));
        }
        if !name.starts_with("AMAZON.") {
            return Ok(None);
        }
        self.warn(node.path(), format!("values of `{name}` are not resolved but taken as said"));
        Ok(Some(SlotType::AsSaid))
    }

    fn intent(
        &mut self,
        object: &Object<'_>,
        slot_types: &SlotTypes<'_>,
    ) -> Result<Intent, LoadBotError> {
        let name = object.required("Name", "the name of the intent")?.text()?.to_owned();
        let dialog = match object.object("DialogCodeHook")? {
            Some(hook) => hook.required("Enabled", "true or false")?.boolean()?,
            None => false,
        };
        let slots = self.slots(object, slot_types, dialog)?;
        let known: Vec<&str> = slots.iter().map(|it| it.name.as_str()).collect();
        let samples = samples(object, &known)?;
        let (opening, opening_hook) = match object.object("InitialResponseSetting")? {
            Some(setting) => {
                self.survey(&setting, &["InitialResponse", "CodeHook"], OPENING);
                (response(&setting, "InitialResponse")?, self.hook(&setting, dialog)?)
            }
            None => (Messages::default(), dialog),
        };
        let (confirmation, confirmation_hook) = match object.object("IntentConfirmationSetting")? {
            Some(setting) => self.confirmation(&setting, dialog)?,
            None => (None, dialog),
        };
        let closing = match object.object("IntentClosingSetting")? {
            Some(setting) => {
                self.survey(&setting, &["ClosingResponse", "IsActive"], CLOSING);
                let active = setting.boolean("IsActive")?.unwrap_or(true);
                if active { response(&setting, "ClosingResponse")? } else { Messages::default() }
            }
            None => Messages::default(),
        };
        let fulfilment = match object.object("FulfillmentCodeHook")? {
            Some(hook) => {
                self.survey(&hook, &["Enabled", "IsActive"], FULFILMENT);
                hook.required("Enabled", "true or false")?.boolean()?
                    && hook.boolean("IsActive")?.unwrap_or(true)
            }
            None => false,
        };
        self.survey(
            object,
            &[
                "Name",
                "ParentIntentSignature",
                "SampleUtterances",
                "Slots",
                "SlotPriorities",
                "DialogCodeHook",
                "FulfillmentCodeHook",
                "InitialResponseSetting",
                "IntentConfirmationSetting",
                "IntentClosingSetting",
            ],
            INTENT,
        );
        let vocabulary = samples
            .iter()
            .flat_map(Sample::words)
            .filter(|it| words::weight(it).is_content())
            .map(|it| words::stem(it).into_owned())
            .collect();
        Ok(Intent {
            name,
            samples,
            vocabulary,
            slots,
            opening,
            confirmation,
            closing,
            hooks: Hooks { opening: opening_hook, confirmation: confirmation_hook, fulfilment },
        })
    }

    /// Whether a step calls the dialog code hook: its own setting decides, else the intent's.
    fn hook(&mut self, setting: &Object<'_>, dialog: bool) -> Result<bool, LoadBotError> {
        let Some(hook) = setting.object("CodeHook")? else {
            return Ok(dialog);
        };
        self.survey(&hook, &["EnableCodeHookInvocation", "IsActive"], CODE_HOOK);
        Ok(hook.boolean("EnableCodeHookInvocation")?.unwrap_or(true)
            && hook.boolean("IsActive")?.unwrap_or(true))
    }

    fn confirmation(
        &mut self,
        setting: &Object<'_>,
        dialog: bool,
    ) -> Result<(Option<Confirmation>, bool), LoadBotError> {
        const READ: &[&str] = &[
            "PromptSpecification",
            "DeclinationResponse",
            "IsActive",
            "CodeHook",
            "ElicitationCodeHook",
        ];
        self.survey(setting, READ, CONFIRMATION);
        let hook = self.hook(setting, dialog)? || elicitation_hook(setting)?;
        let prompt = setting.required("PromptSpecification", "a prompt")?.object()?;
        let confirmation = Confirmation {
            prompt: self.prompt(&prompt)?,
            declination: response(setting, "DeclinationResponse")?,
        };
        let active = setting.boolean("IsActive")?.unwrap_or(true);
        Ok((active.then_some(confirmation), hook))
    }

    /// Slots in the order in which they are asked for.
    fn slots(
        &mut self,
        intent: &Object<'_>,
        slot_types: &SlotTypes<'_>,
        dialog: bool,
    ) -> Result<Vec<SlotDefinition>, LoadBotError> {
        let mut slots: Vec<(u32, SlotDefinition)> = Vec::new();
        for node in intent.list("Slots")? {
            let object = node.object()?;
            let name = object.required("Name", "the name of the slot")?;
            let slot = self.slot(&object, slot_types, dialog)?;
            if slots.iter().any(|(_, it)| it.name == slot.name) {
                return Err(name.error("a slot that is not there already"));
            }
            slots.push((u32::MAX, slot));
        }
        for node in intent.list("SlotPriorities")? {
            let object = node.object()?;
            let name = object.required("SlotName", "the name of a slot")?;
            let priority = object.required("Priority", "a whole number")?.count(0, 100)?;
            let slot = slots.iter_mut().find(|(_, it)| Ok(it.name.as_str()) == name.text());
            match slot {
                Some((place, _)) => *place = priority,
                None => return Err(name.error("a slot of this intent")),
            }
        }
        // The sort is stable: slots without a priority keep their order and come last.
        slots.sort_by_key(|(priority, _)| *priority);
        Ok(slots.into_iter().map(|(_, slot)| slot).collect())
    }

    fn slot(
        &mut self,
        object: &Object<'_>,
        slot_types: &SlotTypes<'_>,
        dialog: bool,
    ) -> Result<SlotDefinition, LoadBotError> {
        let name = object.required("Name", "the name of the slot")?.text()?.to_owned();
        let type_name = object.required("SlotTypeName", "the name of a slot type")?;
        let custom = slot_types.iter().find(|(known, _)| Ok(*known) == type_name.text());
        let slot_type = match custom {
            Some((_, slot_type)) => slot_type.clone(),
            None => self.built_in(&type_name)?.ok_or_else(|| {
                type_name.error("a slot type of this locale or a built-in one (`AMAZON.…`)")
            })?,
        };
        let setting =
            object.required("ValueElicitationSetting", "how the value is asked for")?.object()?;
        let constraint = setting.required("SlotConstraint", "`Required` or `Optional`")?;
        let required = match constraint.text()? {
            "Required" => true,
            "Optional" => false,
            _ => return Err(constraint.error("`Required` or `Optional`")),
        };
        let prompt = setting.object("PromptSpecification")?.map(|it| self.prompt(&it));
        let prompt = prompt.transpose()?;
        if required && prompt.is_none() {
            let note = "no prompt: unless the code hook says something, the caller hears silence";
            self.warn(setting.path_of("PromptSpecification"), note);
        }
        let hook = match setting.object("SlotCaptureSetting")? {
            Some(capture) => {
                self.survey(&capture, &["CodeHook", "ElicitationCodeHook"], CAPTURE);
                self.hook(&capture, dialog)? || elicitation_hook(&capture)?
            }
            None => dialog,
        };
        if let Some(multiple) = object.object("MultipleValuesSetting")?
            && multiple.boolean("AllowMultipleValues")? == Some(true)
        {
            let path = multiple.path_of("AllowMultipleValues");
            self.warn(path, "not executed: the slot takes one value");
        }
        let samples = samples(&setting, &[&name])?;
        self.survey(
            &setting,
            &["SlotConstraint", "PromptSpecification", "SampleUtterances", "SlotCaptureSetting"],
            ELICITATION,
        );
        self.survey(object, &["Name", "SlotTypeName", "ValueElicitationSetting"], SLOT);
        Ok(SlotDefinition { name, slot_type, required, prompt, samples, hook })
    }

    fn prompt(&mut self, object: &Object<'_>) -> Result<Prompt, LoadBotError> {
        self.survey(object, &["MessageGroupsList", "MaxRetries"], PROMPT);
        Ok(Prompt {
            messages: messages(object)?,
            max_retries: object.required("MaxRetries", "how often to ask again")?.count(0, 5)?,
        })
    }
}

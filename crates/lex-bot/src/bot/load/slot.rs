//! Reads slots.

use std::collections::BTreeSet;

use super::super::node::{LoadBotError, Node, Object};
use super::super::properties::{ELICITATION, SLOT, SUB_ELICITATION};
use super::super::{DefaultValue, Elicitation, SlotDefinition, SubSlot};
use super::step::{FAILURE, Fields};
use super::{Reader, Scope, or_nearest};
use crate::bot::expression::Expression;
use crate::matching::slot_type::SlotType;

const CAPTURED: Fields = Fields {
    response: "CaptureResponse",
    conditional: "CaptureConditional",
    next_step: "CaptureNextStep",
};

impl Reader {
    pub(super) fn slot(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<SlotDefinition, LoadBotError> {
        const READ: &[&str] = &[
            "Name",
            "SlotTypeName",
            "ValueElicitationSetting",
            "MultipleValuesSetting",
            "SubSlotSetting",
        ];
        const CONSTRAINTS: &[(&str, bool)] = &[("Required", true), ("Optional", false)];
        let name = object.required("Name", "the name of the slot")?.text()?.to_owned();
        let type_name = object.required("SlotTypeName", "the name of a slot type")?;
        let slot_type = self.slot_type_named(&type_name, scope.slot_types)?;
        let setting =
            object.required("ValueElicitationSetting", "how the value is asked for")?.object()?;
        // The guide's example of an export has the constraint beside the setting.
        let required = match (setting.get("SlotConstraint"), object.get("SlotConstraint")) {
            (None, Some(constraint)) if object.is_exported() => constraint.one_of(CONSTRAINTS)?,
            _ => {
                let expected = "`Required` or `Optional`";
                setting.required("SlotConstraint", expected)?.one_of(CONSTRAINTS)?
            }
        };
        let mut elicitation = self.elicitation(&setting, &name)?;
        elicitation.hook = scope.default_hook();
        if let Some(capture) = setting.object("SlotCaptureSetting")? {
            self.capture(&capture, &mut elicitation, scope)?;
        }
        if required && elicitation.prompt.is_none() {
            let note = "no prompt: unless the code hook says something, the caller hears silence";
            self.warn(setting.path_of("PromptSpecification"), note);
        }
        let multiple = match object.object("MultipleValuesSetting")? {
            Some(setting) => setting.boolean("AllowMultipleValues")?.unwrap_or_default(),
            None => false,
        };
        let parts: Vec<&str> = match &slot_type {
            SlotType::Composite(parts) => parts.iter().map(|(name, _)| name.as_str()).collect(),
            _ => Vec::new(),
        };
        let setting_of_parts = object.object("SubSlotSetting")?;
        // Exports have the setting with nothing in it.
        let names_parts = match &setting_of_parts {
            Some(setting) => {
                let specifications = setting.object("SlotSpecifications")?;
                specifications.is_some_and(|it| it.fields().next().is_some())
                    || setting.get("Expression").is_some()
            }
            None => false,
        };
        if names_parts && parts.is_empty() {
            return Err(type_name.error("a composite slot type, for the slot has parts"));
        }
        let needed = match setting_of_parts.as_ref().and_then(|it| it.get("Expression")) {
            Some(node) => Expression::parse(node.text()?, &parts).map_err(|it| node.error(it))?,
            None => Expression::all(parts.iter().copied()),
        };
        let sub_slots = self.sub_slots(setting_of_parts.as_ref(), &parts, scope)?;
        let asked = |part: &str| {
            sub_slots.iter().any(|it| it.name == part && it.elicitation.prompt.is_some())
        };
        if required {
            for part in needed.missing(&BTreeSet::new()).into_iter().filter(|it| !asked(it)) {
                let note = format!(
                    "no prompt for part `{part}`: unless the code hook says something, the caller \
                     hears silence"
                );
                self.warn(object.path_of("SubSlotSetting"), note);
            }
        }
        let mut read = vec!["SlotConstraint", "SlotCaptureSetting"];
        // What this strategy does is what is done here.
        if let Some(resolution) = setting.object("SlotResolutionSetting")?
            && let Some(strategy) = resolution.get("SlotResolutionStrategy")
            && strategy.text()? == "Default"
        {
            read.push("SlotResolutionSetting");
        }
        self.survey(&setting, &[ASKED, &read].concat(), ELICITATION);
        self.survey(object, READ, SLOT);
        Ok(SlotDefinition { name, slot_type, multiple, required, elicitation, needed, sub_slots })
    }

    /// How a value is asked for.
    fn elicitation(
        &mut self,
        setting: &Object<'_>,
        name: &str,
    ) -> Result<Elicitation, LoadBotError> {
        let prompt = match setting.object("PromptSpecification")? {
            Some(prompt) => Some(self.prompt(&prompt)?),
            None => None,
        };
        let waiting = match setting.object("WaitAndContinueSpecification")? {
            Some(waiting) => self.waiting(&waiting)?,
            None => None,
        };
        let mut defaults = Vec::new();
        if let Some(values) = setting.object("DefaultValueSpecification")? {
            self.survey(&values, &["DefaultValueList"], &[]);
            for node in values.list("DefaultValueList")? {
                let object = node.object()?;
                self.survey(&object, &["DefaultValue"], &[]);
                let value = object.required("DefaultValue", "a value")?;
                defaults.push(default_value(&value)?);
            }
        }
        let samples = self.samples(setting, &[name])?;
        Ok(Elicitation { prompt, samples, defaults, waiting, ..Elicitation::default() })
    }

    /// What happens when the value is there, or does not come.
    fn capture(
        &mut self,
        capture: &Object<'_>,
        elicitation: &mut Elicitation,
        scope: Scope<'_>,
    ) -> Result<(), LoadBotError> {
        let ways = [CAPTURED, FAILURE];
        let others = ["CodeHook", "ElicitationCodeHook"];
        let read: Vec<&str> = ways.iter().flat_map(Fields::names).chain(others).collect();
        self.survey(capture, &read, &[]);
        let [captured, failed] = ways;
        elicitation.captured = self.onward(capture, &captured, scope)?;
        elicitation.failed = self.onward(capture, &failed, scope)?;
        elicitation.hook = self.code_hook(capture, scope)?;
        elicitation.elicitation_hook = self.elicitation_hook(capture, scope)?;
        Ok(())
    }

    /// How the parts of a composite slot are asked for.
    fn sub_slots(
        &mut self,
        setting: Option<&Object<'_>>,
        parts: &[&str],
        scope: Scope<'_>,
    ) -> Result<Vec<SubSlot>, LoadBotError> {
        let part = |it: &&str| SubSlot { name: (*it).to_owned(), ..SubSlot::default() };
        let mut sub_slots: Vec<SubSlot> = parts.iter().map(part).collect();
        let Some(setting) = setting else {
            return Ok(sub_slots);
        };
        self.survey(setting, &["Expression", "SlotSpecifications"], &[]);
        let Some(specifications) = setting.object("SlotSpecifications")? else {
            return Ok(sub_slots);
        };
        for (name, node) in specifications.fields() {
            let Some(sub_slot) = sub_slots.iter_mut().find(|it| it.name == name) else {
                let expected = or_nearest("a part of the slot's type", name, parts);
                let found = format!("`{name}`");
                return Err(LoadBotError { path: node.path(), found, expected });
            };
            let specification = node.object()?;
            let read = ["SlotTypeId", "SlotTypeName", "ValueElicitationSetting"];
            self.survey(&specification, &read, &[]);
            // The part has the type that the composite one gives it; this must be one, too.
            self.slot_type_of(&specification, scope.objects, scope.slot_types)?;
            let setting = specification
                .required("ValueElicitationSetting", "how the part is asked for")?
                .object()?;
            self.survey(&setting, ASKED, SUB_ELICITATION);
            sub_slot.elicitation = self.elicitation(&setting, name)?;
        }
        Ok(sub_slots)
    }
}

/// What [`Reader::elicitation`] reads.
const ASKED: &[&str] = &[
    "PromptSpecification",
    "SampleUtterances",
    "DefaultValueSpecification",
    "WaitAndContinueSpecification",
];

/// Source: Amazon Lex V2 Developer Guide, "Using default slot values".
fn default_value(node: &Node<'_>) -> Result<DefaultValue, LoadBotError> {
    let text = node.text()?;
    if let Some(name) = text.strip_prefix('#') {
        return match name.split_once('.') {
            Some((context, attribute)) if !context.is_empty() && !attribute.is_empty() => {
                Ok(DefaultValue::Context {
                    context: context.to_owned(),
                    attribute: attribute.to_owned(),
                })
            }
            _ => Err(node.error("`#context.attribute`, `[attribute]` or a text")),
        };
    }
    let attribute = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    Ok(match attribute.map(str::trim) {
        Some(name) if !name.is_empty() => DefaultValue::SessionAttribute(name.to_owned()),
        _ => DefaultValue::Text(text.to_owned()),
    })
}

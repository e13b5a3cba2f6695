//! Reads what follows a step: words, conditions, next steps, code hooks.

use std::collections::BTreeMap;

use super::super::condition::{Assigned, Expression, Reference};
use super::super::node::{LoadBotError, Node, Object};
use super::super::properties::DIALOG_ACTION;
use super::super::{
    Branch, CodeHook, Conditional, Destination, ElicitationHook, IntentOverride, NextAction,
    NextStep, Onward,
};
use super::{KnownIntent, Reader, Scope, or_nearest};

/// The words for what a definition can do next.
const ACTIONS: &[(&str, NextAction)] = &[
    ("CloseIntent", NextAction::CloseIntent),
    ("ConfirmIntent", NextAction::ConfirmIntent),
    ("ElicitIntent", NextAction::ElicitIntent),
    ("ElicitSlot", NextAction::ElicitSlot),
    ("EndConversation", NextAction::EndConversation),
    ("EvaluateConditional", NextAction::EvaluateConditional),
    ("FulfillIntent", NextAction::FulfillIntent),
    ("InvokeDialogCodeHook", NextAction::InvokeDialogCodeHook),
    ("StartIntent", NextAction::StartIntent),
];

/// Most branches of a conditional, without the default.
///
/// Source: Amazon Lex V2 Developer Guide, "Adding conditions to branch conversations".
const MAX_BRANCHES: usize = 4;

/// What is said about a hook of a step that the intent switches off.
const SWITCHED_OFF: &str = "not called: `DialogCodeHook` of the intent is not enabled";

/// The fields of one way onward; an object with several ways has them under names of their own.
pub(super) struct Fields {
    pub(super) response: &'static str,
    pub(super) conditional: &'static str,
    pub(super) next_step: &'static str,
}

pub(super) const SUCCESS: Fields = Fields {
    response: "SuccessResponse",
    conditional: "SuccessConditional",
    next_step: "SuccessNextStep",
};

pub(super) const FAILURE: Fields = Fields {
    response: "FailureResponse",
    conditional: "FailureConditional",
    next_step: "FailureNextStep",
};

pub(super) const TIMEOUT: Fields = Fields {
    response: "TimeoutResponse",
    conditional: "TimeoutConditional",
    next_step: "TimeoutNextStep",
};

impl Fields {
    pub(super) const fn names(&self) -> [&'static str; 3] {
        [self.response, self.conditional, self.next_step]
    }
}

impl Reader {
    /// One of the ways onward that an object has.
    pub(super) fn onward(
        &mut self,
        object: &Object<'_>,
        fields: &Fields,
        scope: Scope<'_>,
    ) -> Result<Onward, LoadBotError> {
        Ok(Onward {
            response: self.response(object, fields.response)?,
            conditional: match object.object(fields.conditional)? {
                Some(conditional) => self.conditional(&conditional, scope)?,
                None => None,
            },
            next_step: self.next_step(object, fields.next_step, scope)?,
        })
    }

    /// The ways onward after success, failure and a time-out, and nothing else.
    pub(super) fn outcomes(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<[Onward; 3], LoadBotError> {
        let all = [SUCCESS, FAILURE, TIMEOUT];
        let read: Vec<&str> = all.iter().flat_map(Fields::names).collect();
        self.survey(object, &read, &[]);
        let [success, failure, timeout] = all;
        Ok([
            self.onward(object, &success, scope)?,
            self.onward(object, &failure, scope)?,
            self.onward(object, &timeout, scope)?,
        ])
    }

    /// The branches, if they are active.
    fn conditional(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<Conditional>, LoadBotError> {
        self.survey(object, &["IsActive", "ConditionalBranches", "DefaultBranch"], &[]);
        let active = object.boolean("IsActive")?.unwrap_or(true);
        let list = object.required("ConditionalBranches", "at least one branch")?;
        let path = list.path();
        let nodes = list.list()?;
        self.at_most(path, "branches", nodes.len(), MAX_BRANCHES);
        let mut branches: Vec<Branch> = Vec::new();
        for node in nodes {
            let branch = node.object()?;
            self.survey(&branch, &["Name", "Condition", "Response", "NextStep"], &[]);
            let name = branch.required("Name", "the name of the branch")?;
            if branches.iter().any(|it| Ok(it.name.as_str()) == name.text()) {
                return Err(name.error("a branch that is not there already"));
            }
            let condition = branch.required("Condition", "a condition")?.object()?;
            self.survey(&condition, &["ExpressionString"], &[]);
            let condition = condition.required("ExpressionString", "a condition")?;
            branches.push(Branch {
                name: name.text()?.to_owned(),
                condition: self.expression(&condition, scope)?,
                destination: self.destination(&branch, scope)?,
            });
        }
        let default = object.required("DefaultBranch", "what happens if no condition holds")?;
        let default = default.object()?;
        self.survey(&default, &["Response", "NextStep"], &[]);
        let default = self.destination(&default, scope)?;
        Ok(active.then_some(Conditional { branches, default }))
    }

    fn destination(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Destination, LoadBotError> {
        Ok(Destination {
            response: self.response(object, "Response")?,
            next_step: self.next_step(object, "NextStep", scope)?,
        })
    }

    fn expression(
        &mut self,
        node: &Node<'_>,
        scope: Scope<'_>,
    ) -> Result<Expression, LoadBotError> {
        let expression =
            Expression::parse(node.text()?).map_err(|error| node.error(error.to_string()))?;
        for reference in expression.references() {
            self.check_reference(node, reference, scope);
        }
        if let Some(reference) = expression.compared_with() {
            let note = format!("Lex documents a constant instead of `{reference}`");
            self.warn(node.path(), note);
        }
        Ok(expression)
    }

    /// Warns of a slot that does not exist: at run time Lex takes it for one without a value.
    fn check_reference(&mut self, node: &Node<'_>, reference: &Reference, scope: Scope<'_>) {
        let Reference::Slot(name) = reference else {
            return;
        };
        if !known_slot(name, scope) {
            let note = format!("`{{{name}}}` never has a value: it is no slot of this intent");
            let note = or_nearest(&note, name, scope.intent.slots_and_parts());
            self.warn(node.path(), note);
        }
    }

    /// A next step that may be absent.
    pub(super) fn next_step(
        &mut self,
        object: &Object<'_>,
        name: &str,
        scope: Scope<'_>,
    ) -> Result<Option<NextStep>, LoadBotError> {
        let Some(step) = object.object(name)? else {
            return Ok(None);
        };
        self.survey(&step, &["DialogAction", "Intent", "SessionAttributes"], &[]);
        let intent = match step.object("Intent")? {
            Some(intent) => self.intent_override(&intent, scope)?,
            None => None,
        };
        let target = intent.as_ref().and_then(|it| it.name.as_deref());
        let target = scope.intents.iter().find(|it| Some(it.name) == target);
        let (action, slot_to_elicit, suppress_next_message) = match step.object("DialogAction")? {
            Some(action) => self.dialog_action(&action, target.unwrap_or(scope.intent))?,
            None => (None, None, false),
        };
        if action == Some(NextAction::StartIntent) && target.is_none() {
            // Without a name there is nothing to start.
            let intent = step.required("Intent", "the intent to start")?.object()?;
            intent.required("Name", "the intent to start")?;
        }
        let mut attributes = BTreeMap::new();
        for (name, node) in pairs(&step, "SessionAttributes", "Key", "Value")? {
            if let Some(node) = node {
                let value = Assigned::read(node.text()?);
                self.check_assigned(&node, &value, scope);
                attributes.insert(name.to_owned(), value);
            }
        }
        Ok(Some(NextStep { action, slot_to_elicit, suppress_next_message, intent, attributes }))
    }

    fn dialog_action(
        &mut self,
        object: &Object<'_>,
        intent: &KnownIntent<'_>,
    ) -> Result<(Option<NextAction>, Option<String>, bool), LoadBotError> {
        self.survey(object, &["Type", "SlotToElicit", "SuppressNextMessage"], DIALOG_ACTION);
        let action = object.required("Type", "what happens next")?.one_of(ACTIONS)?;
        let slot = match action {
            NextAction::ElicitSlot => {
                let slot = object.required("SlotToElicit", "the slot to ask for")?;
                let name = slot.text()?;
                if !is_slot_of(name, intent) {
                    let expected = format!("a slot of intent `{}`", intent.name);
                    return Err(slot.error(or_nearest(&expected, name, intent.slots_and_parts())));
                }
                Some(name.to_owned())
            }
            _ => None,
        };
        let suppress = object.boolean("SuppressNextMessage")?.unwrap_or_default();
        Ok((Some(action), slot, suppress))
    }

    /// The values that a next step sets, and the intent that it is about; `None` for neither.
    fn intent_override(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<IntentOverride>, LoadBotError> {
        self.survey(object, &["Name", "Slots"], &[]);
        let mut target = scope.intent;
        let mut name = None;
        if let Some(node) = object.get("Name") {
            let text = node.text()?;
            let names = scope.intents.iter().map(|it| it.name);
            target =
                scope.intents.iter().find(|it| it.name == text).ok_or_else(|| {
                    node.error(or_nearest("an intent of this locale", text, names))
                })?;
            name = Some(text.to_owned());
        }
        let mut slots = BTreeMap::new();
        for (name, node) in pairs(object, "Slots", "SlotName", "SlotValueOverride")? {
            if !is_slot_of(name, target) {
                let expected = format!("a slot of intent `{}`", target.name);
                return Err(LoadBotError {
                    path: object.path_of("Slots"),
                    found: format!("`{name}`"),
                    expected: or_nearest(&expected, name, target.slots_and_parts()),
                });
            }
            let values = match node {
                Some(node) => self.slot_values(&node.object()?, scope)?,
                None => Vec::new(),
            };
            slots.insert(name.to_owned(), values);
        }
        let any = name.is_some() || !slots.is_empty();
        Ok(any.then_some(IntentOverride { name, slots }))
    }

    /// The values of a slot; none empty it.
    fn slot_values(
        &mut self,
        object: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Vec<Assigned>, LoadBotError> {
        const SHAPES: &[(&str, bool)] = &[("Scalar", false), ("List", true)];
        self.survey(object, &["Shape", "Value", "Values"], &[]);
        let list = object.get("Shape").map(|it| it.one_of(SHAPES)).transpose()?;
        let holders = match list {
            Some(true) => {
                object.list("Values")?.into_iter().map(Node::object).collect::<Result<_, _>>()?
            }
            Some(false) | None => vec![object.clone()],
        };
        let mut values = Vec::new();
        for holder in holders {
            if let Some(value) = holder.object("Value")?
                && let Some(node) = value.get("InterpretedValue")
            {
                let value = Assigned::read(node.text()?);
                self.check_assigned(&node, &value, scope);
                values.push(value);
            }
        }
        Ok(values)
    }

    fn check_assigned(&mut self, node: &Node<'_>, value: &Assigned, scope: Scope<'_>) {
        if let Assigned::Value(reference) = value {
            self.check_reference(node, reference, scope);
        }
    }

    /// The code hook of a step: its own setting decides, else the intent's. Where the intent has
    /// switched off its dialog code hook, only the path of a step is followed.
    ///
    /// Source: Amazon Lex V2 Developer Guide, "Invoke dialog code hook": to invoke the function
    /// "across all dialog code hooks in your intent, you must select Use a Lambda function for
    /// initializing and validation for the intent".
    pub(super) fn code_hook(
        &mut self,
        setting: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<CodeHook>, LoadBotError> {
        const READ: &[&str] = &[
            "EnableCodeHookInvocation",
            "IsActive",
            "InvocationLabel",
            "PostCodeHookSpecification",
        ];
        let Some(hook) = setting.object("CodeHook")? else {
            return Ok(scope.default_hook());
        };
        self.survey(&hook, READ, &[]);
        let active = hook.boolean("IsActive")?.unwrap_or(true);
        let enabled = hook.boolean("EnableCodeHookInvocation")?.unwrap_or(true);
        let invoked = enabled && scope.dialog_hook;
        if enabled && active && !invoked {
            self.warn(setting.path_of("CodeHook"), SWITCHED_OFF);
        }
        let [success, failure, timeout] = match hook.object("PostCodeHookSpecification")? {
            Some(after) => self.outcomes(&after, scope)?,
            None => Default::default(),
        };
        let label = label(&hook)?;
        Ok(active.then_some(CodeHook { invoked, label, success, failure, timeout }))
    }

    pub(super) fn elicitation_hook(
        &mut self,
        setting: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<ElicitationHook>, LoadBotError> {
        let Some(hook) = setting.object("ElicitationCodeHook")? else {
            return Ok(None);
        };
        self.survey(&hook, &["EnableCodeHookInvocation", "InvocationLabel"], &[]);
        let enabled = hook.required("EnableCodeHookInvocation", "true or false")?.boolean()?;
        let label = label(&hook)?;
        if enabled && !scope.dialog_hook {
            self.warn(setting.path_of("ElicitationCodeHook"), SWITCHED_OFF);
        }
        Ok((enabled && scope.dialog_hook).then_some(ElicitationHook { label }))
    }
}

impl Scope<'_> {
    /// The hook of a step that has no setting of its own.
    pub(super) fn default_hook(self) -> Option<CodeHook> {
        self.dialog_hook.then(|| CodeHook { invoked: true, ..CodeHook::default() })
    }
}

fn label(hook: &Object<'_>) -> Result<Option<String>, LoadBotError> {
    hook.get("InvocationLabel").map(|it| it.text().map(str::to_owned)).transpose()
}

/// Names with values: a map, or a list of objects with a field for the name and one for the value.
/// Templates have the list, exports the one or the other.
fn pairs<'a>(
    object: &Object<'a>,
    name: &str,
    key: &str,
    value: &str,
) -> Result<Vec<(&'a str, Option<Node<'a>>)>, LoadBotError> {
    let Some(node) = object.get(name) else {
        return Ok(Vec::new());
    };
    if object.is_exported()
        && let Ok(map) = node.clone().object()
    {
        return Ok(map.all_fields().collect());
    }
    let mut pairs = Vec::new();
    for item in node.list()? {
        let item = item.object()?;
        pairs.push((item.required(key, "a name")?.text()?, item.get(value)));
    }
    Ok(pairs)
}

/// Whether this is `slot` or `slot.part` of an intent.
fn is_slot_of(name: &str, intent: &KnownIntent<'_>) -> bool {
    intent.slots_and_parts().any(|it| it == name)
}

/// Whether this is a slot as conditions name it: of this intent, or of the one that it begins with.
fn known_slot(name: &str, scope: Scope<'_>) -> bool {
    is_slot_of(name, scope.intent)
        || name.split_once('.').is_some_and(|(intent, slot)| {
            scope.intents.iter().any(|it| it.name == intent && is_slot_of(slot, it))
        })
}

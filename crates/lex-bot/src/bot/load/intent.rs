//! Reads intents.

use aws_events::lex::TimeToLive;

use super::super::built_in;
use super::super::node::{LoadBotError, Node, Object};
use super::super::properties::INTENT;
use super::super::{
    BuiltIn, Confirmation, Fulfilment, Intent, IntentKind, Onward, Opening, OutputContext, Sample,
    Search, SlotDefinition, Update, Updates,
};
use super::step::{FAILURE, Fields};
use super::{IntentSource, Reader, Scope, or_nearest};

/// The built-in intents that another intent can be made of.
///
/// Source: Amazon Lex V2 Developer Guide, "Built-in intents".
const PARENTS: &[(&str, IntentKind)] = &[
    ("AMAZON.BedrockAgentIntent", IntentKind::Search(Search::BedrockAgent)),
    ("AMAZON.CancelIntent", IntentKind::BuiltIn(BuiltIn::Cancel)),
    ("AMAZON.FallbackIntent", IntentKind::Fallback),
    ("AMAZON.HelpIntent", IntentKind::BuiltIn(BuiltIn::Help)),
    ("AMAZON.KendraSearchIntent", IntentKind::Search(Search::Kendra)),
    ("AMAZON.PauseIntent", IntentKind::BuiltIn(BuiltIn::Pause)),
    ("AMAZON.QInConnectIntent", IntentKind::Search(Search::QInConnect)),
    ("AMAZON.QnAIntent", IntentKind::Search(Search::QnA)),
    ("AMAZON.RepeatIntent", IntentKind::BuiltIn(BuiltIn::Repeat)),
    ("AMAZON.ResumeIntent", IntentKind::BuiltIn(BuiltIn::Resume)),
    ("AMAZON.StartOverIntent", IntentKind::BuiltIn(BuiltIn::StartOver)),
    ("AMAZON.StopIntent", IntentKind::BuiltIn(BuiltIn::Stop)),
];

/// What is read of an intent, here and by the caller.
const READ: &[&str] = &[
    "Name",
    "ParentIntentSignature",
    "SampleUtterances",
    "Slots",
    "SlotPriorities",
    "DialogCodeHook",
    "FulfillmentCodeHook",
    "InitialResponseSetting",
    "InputContexts",
    "IntentConfirmationSetting",
    "IntentClosingSetting",
    "OutputContexts",
];

const OPENING: Fields =
    Fields { response: "InitialResponse", conditional: "Conditional", next_step: "NextStep" };

const CLOSING: Fields =
    Fields { response: "ClosingResponse", conditional: "Conditional", next_step: "NextStep" };

const CONFIRMED: Fields = Fields {
    response: "ConfirmationResponse",
    conditional: "ConfirmationConditional",
    next_step: "ConfirmationNextStep",
};

const DECLINED: Fields = Fields {
    response: "DeclinationResponse",
    conditional: "DeclinationConditional",
    next_step: "DeclinationNextStep",
};

/// Longest fulfilment and pause between updates, in seconds.
///
/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot`
/// `FulfillmentUpdatesSpecification`" and its property types.
const MAX_FULFILMENT: u32 = 900;

/// Bounds of a context's life. Source: as above, "`OutputContext`".
const SECONDS_TO_LIVE: (u32, u32) = (5, 86_400);
const TURNS_TO_LIVE: (u32, u32) = (1, 20);

impl Reader {
    pub(super) fn intent(
        &mut self,
        source: &IntentSource<'_>,
        scope: Scope<'_>,
    ) -> Result<Intent, LoadBotError> {
        let object = &source.intent;
        self.slots = scope.intent.slots_and_parts().collect();
        let slots = self.slots(source, scope)?;
        let kind = kind(object)?;
        let known: Vec<&str> = scope.intent.slot_names().collect();
        let mut samples = self.samples(object, &known)?;
        if let IntentKind::BuiltIn(built_in) = kind {
            samples.extend(built_in::samples(built_in, self.language));
        }
        if kind == IntentKind::Fallback && !samples.is_empty() {
            let note = "not used: the fallback intent begins when no other is recognised";
            self.warn(object.path_of("SampleUtterances"), note);
        }
        let opening = self.opening(object, scope)?;
        let confirmation = match object.object("IntentConfirmationSetting")? {
            Some(setting) => self.confirmation(&setting, scope)?,
            None => None,
        };
        let closing = match object.object("IntentClosingSetting")? {
            Some(setting) => self.closing(&setting, scope)?,
            None => None,
        };
        let fulfilment = match object.object("FulfillmentCodeHook")? {
            Some(setting) => self.fulfilment(&setting, scope)?,
            None => Fulfilment::default(),
        };
        let mut input_contexts = Vec::new();
        for node in object.list("InputContexts")? {
            let context = node.object()?;
            self.survey(&context, &["Name"], &[]);
            let name = context.required("Name", "the name of a context")?;
            input_contexts.push(name.text()?.to_owned());
        }
        let mut output_contexts = Vec::new();
        for node in object.list("OutputContexts")? {
            output_contexts.push(self.output_context(&node.object()?)?);
        }
        self.survey(object, READ, INTENT);
        Ok(Intent {
            name: scope.intent.name.to_owned(),
            kind,
            samples,
            slots,
            input_contexts,
            output_contexts,
            dialog_hook: scope.dialog_hook,
            opening,
            confirmation,
            fulfilment,
            closing,
        })
    }

    /// The sample utterances of an intent or a slot, whose slots must be among `known`.
    pub(super) fn samples(
        &mut self,
        object: &Object<'_>,
        known: &[&str],
    ) -> Result<Vec<Sample>, LoadBotError> {
        let mut samples = Vec::new();
        for node in object.list("SampleUtterances")? {
            let object = node.object()?;
            self.survey(&object, &["Utterance"], &[]);
            let utterance = object.required("Utterance", "what a caller may say")?;
            let sample = Sample::parse(utterance.text()?, self.language)
                .ok_or_else(|| utterance.error("each slot in its own pair of braces"))?;
            if let Some(slot) = sample.slots().find(|it| !known.contains(it)) {
                let expected = format!("a slot of this intent instead of `{slot}`");
                return Err(utterance.error(or_nearest(&expected, slot, known.iter().copied())));
            }
            samples.push(sample);
        }
        Ok(samples)
    }

    fn opening(&mut self, intent: &Object<'_>, scope: Scope<'_>) -> Result<Opening, LoadBotError> {
        let Some(setting) = intent.object("InitialResponseSetting")? else {
            return Ok(Opening { hook: scope.default_hook(), ..Opening::default() });
        };
        self.survey(&setting, &["InitialResponse", "CodeHook", "Conditional", "NextStep"], &[]);
        Ok(Opening {
            onward: self.onward(&setting, &OPENING, scope)?,
            hook: self.code_hook(&setting, scope)?,
        })
    }

    fn closing(
        &mut self,
        setting: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<Onward>, LoadBotError> {
        self.survey(setting, &["ClosingResponse", "Conditional", "IsActive", "NextStep"], &[]);
        let active = setting.boolean("IsActive")?.unwrap_or(true);
        let closing = self.onward(setting, &CLOSING, scope)?;
        Ok(active.then_some(closing))
    }

    fn confirmation(
        &mut self,
        setting: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Option<Confirmation>, LoadBotError> {
        let ways = [CONFIRMED, DECLINED, FAILURE];
        let others = ["PromptSpecification", "IsActive", "CodeHook", "ElicitationCodeHook"];
        let read: Vec<&str> = ways.iter().flat_map(Fields::names).chain(others).collect();
        self.survey(setting, &read, &[]);
        let active = setting.boolean("IsActive")?.unwrap_or(true);
        let prompt = setting.required("PromptSpecification", "a prompt")?.object()?;
        let [confirmed, declined, failed] = ways;
        let confirmation = Confirmation {
            prompt: self.prompt(&prompt)?,
            elicitation_hook: self.elicitation_hook(setting, scope)?,
            hook: self.code_hook(setting, scope)?,
            confirmed: self.onward(setting, &confirmed, scope)?,
            declined: self.onward(setting, &declined, scope)?,
            failed: self.onward(setting, &failed, scope)?,
        };
        Ok(active.then_some(confirmation))
    }

    fn fulfilment(
        &mut self,
        setting: &Object<'_>,
        scope: Scope<'_>,
    ) -> Result<Fulfilment, LoadBotError> {
        const READ: &[&str] = &[
            "Enabled",
            "IsActive",
            "FulfillmentUpdatesSpecification",
            "PostFulfillmentStatusSpecification",
        ];
        self.survey(setting, READ, &[]);
        let enabled = setting.required("Enabled", "true or false")?.boolean()?;
        let active = setting.boolean("IsActive")?.unwrap_or(true);
        let updates = match setting.object("FulfillmentUpdatesSpecification")? {
            Some(updates) => self.updates(&updates)?,
            None => None,
        };
        let [success, failure, timeout] =
            match setting.object("PostFulfillmentStatusSpecification")? {
                Some(after) => self.outcomes(&after, scope)?,
                None => Default::default(),
            };
        let fulfilment = Fulfilment { hook: enabled, updates, success, failure, timeout };
        Ok(if active { fulfilment } else { Fulfilment::default() })
    }

    fn updates(&mut self, object: &Object<'_>) -> Result<Option<Updates>, LoadBotError> {
        const READ: &[&str] = &["Active", "StartResponse", "UpdateResponse", "TimeoutInSeconds"];
        self.survey(object, READ, &[]);
        let active = object.required("Active", "true or false")?.boolean()?;
        let timeout = object.get("TimeoutInSeconds");
        let updates = Updates {
            start: self.update(object, "StartResponse", "DelayInSeconds")?,
            update: self.update(object, "UpdateResponse", "FrequencyInSeconds")?,
            timeout_s: timeout.map(|it| it.count(1, MAX_FULFILMENT)).transpose()?,
        };
        Ok(active.then_some(updates))
    }

    fn update(
        &mut self,
        updates: &Object<'_>,
        name: &str,
        seconds: &str,
    ) -> Result<Option<Update>, LoadBotError> {
        let Some(object) = updates.object(name)? else {
            return Ok(None);
        };
        self.survey(&object, &["MessageGroups", "AllowInterrupt", seconds], &[]);
        let after = object.required(seconds, "seconds")?;
        Ok(Some(Update {
            after_s: after.count(1, MAX_FULFILMENT)?,
            response: self.response_in(&object, "MessageGroups")?,
        }))
    }

    fn output_context(&mut self, object: &Object<'_>) -> Result<OutputContext, LoadBotError> {
        self.survey(object, &["Name", "TimeToLiveInSeconds", "TurnsToLive"], &[]);
        let name = object.required("Name", "the name of a context")?;
        let seconds = object.required("TimeToLiveInSeconds", "seconds")?;
        let turns = object.required("TurnsToLive", "a number of turns")?;
        Ok(OutputContext {
            name: name.text()?.to_owned(),
            time_to_live: TimeToLive {
                time_to_live_in_seconds: seconds.count(SECONDS_TO_LIVE.0, SECONDS_TO_LIVE.1)?,
                turns_to_live: turns.count(TURNS_TO_LIVE.0, TURNS_TO_LIVE.1)?,
            },
        })
    }

    /// Slots in the order in which they are asked for.
    fn slots(
        &mut self,
        source: &IntentSource<'_>,
        scope: Scope<'_>,
    ) -> Result<Vec<SlotDefinition>, LoadBotError> {
        let mut slots: Vec<(u32, SlotDefinition)> = Vec::new();
        for object in &source.slots {
            slots.push((u32::MAX, self.slot(object, scope)?));
        }
        for node in source.intent.list("SlotPriorities")? {
            let object = node.object()?;
            self.survey(&object, &["SlotName", "Priority"], &[]);
            let name = object.required("SlotName", "the name of a slot")?;
            let priority = priority(&object.required("Priority", "a whole number")?)?;
            let slot = slots.iter_mut().find(|(_, it)| Ok(it.name.as_str()) == name.text());
            let Some((place, _)) = slot else {
                let known = scope.intent.slot_names();
                return Err(name.error(or_nearest("a slot of this intent", name.text()?, known)));
            };
            if std::mem::replace(place, priority) != u32::MAX {
                self.warn(name.path(), "this slot has a priority already: the last one holds");
            }
        }
        // The sort is stable: slots without a priority keep their order and come last.
        slots.sort_by_key(|(priority, _)| *priority);
        Ok(slots.into_iter().map(|(_, slot)| slot).collect())
    }
}

fn kind(object: &Object<'_>) -> Result<IntentKind, LoadBotError> {
    let Some(parent) = object.get("ParentIntentSignature") else {
        return Ok(IntentKind::Ordinary);
    };
    let name = parent.text()?;
    let known = PARENTS.iter().find(|(known, _)| *known == name);
    known.map(|(_, kind)| kind.clone()).ok_or_else(|| {
        let known = PARENTS.iter().map(|(known, _)| *known);
        parent.error(or_nearest("a built-in intent", name, known))
    })
}

/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot` `SlotPriority`".
fn priority(node: &Node<'_>) -> Result<u32, LoadBotError> {
    node.count(0, 100)
}

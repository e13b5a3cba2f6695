//! Values that a step sets, and conditions that decide on one.

use aws_events::lex::{Intent, InvocationSource, Slots};

use super::event::{self, Occasion};
use super::known::Known;
use super::state::Walk;
use super::turn::Turn;
use super::{MAX_ATTRIBUTES, SessionError, slots};
use crate::bot::condition::{Assigned, Values as _};
use crate::bot::{Conditional, DefaultValue, Destination, Elicitation, NextAction, NextStep};

impl<'a> Turn<'a> {
    /// Sets session attributes and slots, and switches to another intent if the step says so.
    pub(super) fn set_values(
        &mut self,
        walk: &mut Walk,
        step: &'a NextStep,
    ) -> Result<(), SessionError> {
        // Values are those before the step: none of them sees another.
        let mut attributes = Vec::new();
        for (name, assigned) in &step.attributes {
            attributes.push((name.clone(), self.assigned(assigned, &walk.intent)?));
        }
        let intent_override = step.intent.as_ref();
        let mut values = Vec::new();
        for (name, assigned) in intent_override.into_iter().flat_map(|it| &it.slots) {
            let mut all = Vec::new();
            for value in assigned {
                all.extend(self.assigned(value, &walk.intent)?);
            }
            values.push((name, all));
        }
        let name = intent_override.and_then(|it| it.name.as_ref());
        let is_start = step.action == Some(NextAction::StartIntent);
        if is_start || name.is_some_and(|it| *it != walk.intent.name) {
            let name = name.unwrap_or(&walk.intent.name);
            let started = self.definition(&Intent::new(name.as_str()))?.start();
            walk.intent = self.with_defaults(started)?;
            self.note(None, &Slots::new());
        }
        let definition = self.definition(&walk.intent)?;
        for (name, values) in values {
            if let Some(slot) = definition.slot(slots::split(name).0) {
                slots::set(&mut walk.intent, name, slots::assigned(slot, values));
            }
        }
        for (name, value) in attributes {
            match value {
                Some(value) => self.session.attributes.insert(name, value),
                None => self.session.attributes.remove(&name),
            };
        }
        self.check_attributes()
    }

    /// Whether the session attributes are as many as Lex takes.
    pub(super) fn check_attributes(&self) -> Result<(), SessionError> {
        let bytes = event::size(&self.session.attributes);
        if bytes > MAX_ATTRIBUTES {
            return Err(SessionError::AttributesTooLarge { bytes, limit: MAX_ATTRIBUTES });
        }
        Ok(())
    }

    fn assigned(
        &self,
        assigned: &Assigned,
        intent: &Intent,
    ) -> Result<Option<String>, SessionError> {
        match assigned {
            Assigned::Text(text) => Ok(Some(text.clone())),
            Assigned::Value(reference) => {
                let referred = self.known(intent)?.referred(reference);
                Ok(referred.map(|it| it.values.join(", ")))
            }
        }
    }

    /// Where the first branch leads whose condition holds.
    pub(super) fn destination(
        &self,
        conditional: &'a Conditional,
        intent: &Intent,
    ) -> Result<&'a Destination, SessionError> {
        let known = self.known(intent)?;
        let branch = conditional.branches.iter().find(|it| it.condition.holds(&known));
        Ok(branch.map_or(&conditional.default, |it| &it.destination))
    }

    /// What conditions and assigned values refer to.
    fn known<'k>(&'k self, intent: &'k Intent) -> Result<Known<'k>, SessionError> {
        let definition = self.definition(intent)?;
        let session = &*self.session;
        let known = Known::of(intent, &session.attributes, &session.request_attributes);
        let now = self.now.timestamp();
        Ok(known.with(definition, move || {
            let source = InvocationSource::DialogCodeHook;
            let occasion = Occasion { source, label: None, next: None };
            event::event(session, self.locale, now, intent, occasion)
        }))
    }

    /// The intent with the default values of slots that have none.
    pub(super) fn with_defaults(&self, mut intent: Intent) -> Result<Intent, SessionError> {
        let definition = self.definition(&intent)?;
        for slot in &definition.slots {
            let parts = slot.sub_slots.iter();
            let parts = parts.map(|it| (format!("{}.{}", slot.name, it.name), &it.elicitation));
            for (name, elicitation) in
                std::iter::once((slot.name.clone(), &slot.elicitation)).chain(parts)
            {
                if slots::value(&intent, &name).is_none()
                    && let Some(value) = self.default_value(elicitation)
                {
                    slots::set(&mut intent, &name, slots::assigned(slot, vec![value]));
                }
            }
        }
        Ok(intent)
    }

    /// The first default value that exists.
    fn default_value(&self, elicitation: &Elicitation) -> Option<String> {
        elicitation.defaults.iter().find_map(|it| match it {
            DefaultValue::Text(text) => Some(text.clone()),
            DefaultValue::Context { context, attribute } => {
                let now = self.now.timestamp();
                self.session.contexts.attribute(context, attribute, now).map(str::to_owned)
            }
            DefaultValue::SessionAttribute(name) => self.session.attributes.get(name).cloned(),
        })
    }
}

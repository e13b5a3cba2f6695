//! Reads slot types.

use super::super::node::{LoadBotError, Node, Object};
use super::super::properties::{SELECTION, SLOT_TYPE};
use super::near::nearest;
use super::{Reader, or_nearest};
use crate::matching::filter::Filter;
use crate::matching::slot_type::{BUILT_IN, ListedValue, SlotType, Strategy, built_in};
use language::Language;

/// Most parts of a composite slot type.
///
/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot` `CompositeSlotTypeSetting`".
const MAX_PARTS: usize = 6;

/// How the value of a slot is chosen; `None` is not executed.
const STRATEGIES: &[(&str, Option<Strategy>)] = &[
    ("ORIGINAL_VALUE", Some(Strategy::OriginalValue)),
    ("TOP_RESOLUTION", Some(Strategy::TopResolution)),
    ("CONCATENATION", None),
];

impl Reader {
    /// The slot types of a locale by name.
    pub(super) fn slot_types<'a>(
        &mut self,
        objects: &[Object<'a>],
    ) -> Result<Vec<(&'a str, SlotType)>, LoadBotError> {
        let mut slot_types: Vec<(&'a str, SlotType)> = Vec::new();
        let mut composites: Vec<(&'a str, Object<'a>)> = Vec::new();
        for object in objects {
            let name = object.required("Name", "the name of the slot type")?;
            let text = name.text()?;
            let known = slot_types.iter().map(|(known, _)| *known);
            if known.chain(composites.iter().map(|(known, _)| *known)).any(|it| it == text) {
                return Err(name.error("a slot type that is not there already"));
            }
            let composite = object.object("CompositeSlotTypeSetting")?;
            let slot_type = self.slot_type(object, composite.is_some())?;
            match composite {
                Some(composite) => composites.push((text, composite)),
                None => slot_types.push((text, slot_type)),
            }
        }
        // A composite slot type is made of others, which may stand after it, but of no composites.
        let mut made = Vec::new();
        let names: Vec<&str> = composites.iter().map(|(name, _)| *name).collect();
        for (name, composite) in &composites {
            made.push((*name, self.composite(composite, &names, objects, &slot_types)?));
        }
        slot_types.extend(made);
        Ok(slot_types)
    }

    /// The parts of a composite slot type.
    fn composite(
        &mut self,
        object: &Object<'_>,
        composites: &[&str],
        all: &[Object<'_>],
        slot_types: &[(&str, SlotType)],
    ) -> Result<SlotType, LoadBotError> {
        self.survey(object, &["SubSlots"], &[]);
        let list = object.required("SubSlots", "at least one part")?;
        let path = list.path();
        let nodes = list.clone().list()?;
        if nodes.is_empty() {
            return Err(list.error("at least one part"));
        }
        self.at_most(path, "parts of a slot", nodes.len(), MAX_PARTS);
        let mut parts: Vec<(String, SlotType)> = Vec::new();
        for node in nodes {
            let part = node.object()?;
            self.survey(&part, &["Name", "SlotTypeId", "SlotTypeName"], &[]);
            let name = part.required("Name", "the name of the part")?;
            if parts.iter().any(|(known, _)| Ok(known.as_str()) == name.text()) {
                return Err(name.error("a part that is not there already"));
            }
            if let Some(node) = part.get("SlotTypeName")
                && composites.contains(&node.text()?)
            {
                return Err(node.error("a slot type that is no composite one"));
            }
            let slot_type = self.slot_type_of(&part, all, slot_types)?;
            parts.push((name.text()?.to_owned(), slot_type));
        }
        Ok(SlotType::Composite(parts))
    }

    /// The slot type of a part, by its name or its id.
    pub(super) fn slot_type_of(
        &mut self,
        part: &Object<'_>,
        all: &[Object<'_>],
        slot_types: &[(&str, SlotType)],
    ) -> Result<SlotType, LoadBotError> {
        let Some(id) = part.get("SlotTypeId").filter(|_| part.get("SlotTypeName").is_none()) else {
            let name = part.required("SlotTypeName", "the name of a slot type")?;
            return self.slot_type_named(&name, slot_types);
        };
        // Built-in slot types have their names for ids; the ids of others are told by exports only.
        for object in all {
            if object.identifier() == Some(id.text()?) {
                let name = object.required("Name", "the name of the slot type")?.text()?;
                let named = slot_types.iter().find(|(known, _)| *known == name);
                let no_composite = || id.error("a slot type that is no composite one");
                return named.map(|(_, it)| it.clone()).ok_or_else(no_composite);
            }
        }
        self.slot_type_named(&id, slot_types)
    }

    fn slot_type(
        &mut self,
        object: &Object<'_>,
        composite: bool,
    ) -> Result<SlotType, LoadBotError> {
        const READ: &[&str] = &[
            "Name",
            "ParentSlotTypeSignature",
            "SlotTypeValues",
            "ValueSelectionSetting",
            "CompositeSlotTypeSetting",
        ];
        let selection = object.object("ValueSelectionSetting")?;
        let strategy = selection.as_ref().and_then(|it| it.get("ResolutionStrategy"));
        // The guide's example of an export has the strategy without the setting around it.
        let bare = object.get("ValueSelectionStrategy").filter(|_| object.is_exported());
        let strategy = match strategy.or(bare) {
            None => Strategy::OriginalValue,
            Some(node) => node.one_of(STRATEGIES)?.unwrap_or_else(|| {
                if !composite {
                    self.warn(node.path(), "not executed: the text is taken as said");
                }
                Strategy::OriginalValue
            }),
        };
        let filter = match selection {
            Some(selection) => {
                self.survey(&selection, &["ResolutionStrategy", "RegexFilter"], SELECTION);
                selection.object("RegexFilter")?.map(|it| filter(&it)).transpose()?
            }
            None => None,
        };
        self.survey(object, READ, SLOT_TYPE);
        let elsewhere = ["ParentSlotTypeSignature", "ExternalSourceSetting"];
        if (composite || elsewhere.iter().any(|it| object.get(it).is_some()))
            && !object.list("SlotTypeValues")?.is_empty()
        {
            let note = "not used: the slot type takes its values from elsewhere";
            self.warn(object.path_of("SlotTypeValues"), note);
        }
        let Some(parent) = object.get("ParentSlotTypeSignature") else {
            if filter.is_some() {
                let expected = "`AMAZON.AlphaNumeric` beside a RegexFilter";
                return Err(object.error("ParentSlotTypeSignature", "nothing", expected));
            }
            if composite || object.get("ExternalSourceSetting").is_some() {
                return Ok(SlotType::AsSaid);
            }
            let mut values = Vec::new();
            for node in object.list("SlotTypeValues")? {
                values.push(listed_value(&node.object()?, self.language)?);
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
            (None, _) => {
                let known = BUILT_IN.iter().map(|(name, _)| *name);
                Err(parent.error(or_nearest("a built-in slot type", parent.text()?, known)))
            }
        }
    }

    /// The slot type that a slot names.
    pub(super) fn slot_type_named(
        &mut self,
        node: &Node<'_>,
        slot_types: &[(&str, SlotType)],
    ) -> Result<SlotType, LoadBotError> {
        let name = node.text()?;
        if let Some((_, slot_type)) = slot_types.iter().find(|(known, _)| *known == name) {
            return Ok(slot_type.clone());
        }
        let known = slot_types.iter().chain(BUILT_IN).map(|(name, _)| *name);
        self.built_in(node)?.ok_or_else(|| {
            let expected = "a slot type of this locale or a built-in one";
            node.error(or_nearest(expected, name, known))
        })
    }

    /// The built-in slot type of this name; `None` when the name is not a built-in one's.
    ///
    /// Lex may come to have more of them: one that is unknown here and is no misspelling of a known
    /// one makes a warning.
    fn built_in(&mut self, node: &Node<'_>) -> Result<Option<SlotType>, LoadBotError> {
        let name = node.text()?;
        if let Some(slot_type) = built_in(name) {
            return Ok(Some(slot_type));
        }
        let misspelt = || nearest(name.trim_start_matches(PREFIX), names_of_built_in());
        if !name.starts_with(PREFIX) || misspelt().is_some() {
            return Ok(None);
        }
        self.warn(node.path(), format!("values of `{name}` are not resolved but taken as said"));
        Ok(Some(SlotType::AsSaid))
    }
}

/// What the names of built-in slot types begin with.
const PREFIX: &str = "AMAZON.";

/// The names of the built-in slot types, without what they all begin with.
fn names_of_built_in() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().filter_map(|(name, _)| name.strip_prefix(PREFIX))
}

fn listed_value(object: &Object<'_>, language: Language) -> Result<ListedValue, LoadBotError> {
    let sample = object.required("SampleValue", "a value")?.object()?;
    let mut synonyms = Vec::new();
    for node in object.list("Synonyms")? {
        synonyms.push(node.object()?.required("Value", "a synonym")?.text()?.to_owned());
    }
    let value = sample.required("Value", "a value")?.text()?;
    Ok(ListedValue::new(value, &synonyms, language))
}

fn filter(object: &Object<'_>) -> Result<Filter, LoadBotError> {
    let pattern = object.required("Pattern", "a regular expression")?;
    Filter::parse(pattern.text()?).map_err(|expected| pattern.error(expected))
}

//! Tags and routing criteria of the contact.

use std::time::Duration;

use serde::Serialize;

use super::Reader;
use super::read::NO_LIMIT;
use crate::contact::{Requirement, RoutingStep};
use crate::value::{Field, Template};

/// Most tags that a contact may have, those of AWS not counted.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Contact tags".
pub(crate) const MAX_TAGS: usize = 6;

/// What tags of AWS begin with.
pub(crate) const SYSTEM_TAG: &str = "aws:";

/// Parameters of `TagContact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TagContact {
    /// Names and values, each with references in it.
    pub tags: Vec<(Template, Template)>,
}

impl TagContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEY: &str = "Tags";
        let object = at.required_object(KEY, "at least one tag");
        for (name, _) in object.entries().filter(|(name, _)| name.starts_with(SYSTEM_TAG)) {
            object.wrong_in(name, format!("`{name}`"), "a name that does not begin with `aws:`");
        }
        match object.entries().count() {
            0 => at.unfinished(KEY, "at least one tag"),
            count if count > MAX_TAGS => {
                at.wrong_in(KEY, format!("{count} of them"), "up to 6 tags");
            }
            _ => {}
        }
        let tags: Vec<_> = object.all_templates();
        Self { tags: tags.into_iter().map(|(name, it)| (Template::parse(&name), it)).collect() }
    }
}

/// Parameters of `UntagContact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UntagContact {
    /// Names of the tags that go.
    pub names: Vec<String>,
}

impl UntagContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEY: &str = "TagKeys";
        let names = at.some_texts(KEY, "at least one name of a tag");
        if names.iter().any(|it| it.starts_with(SYSTEM_TAG)) {
            at.wrong(KEY, "names that do not begin with `aws:`");
        }
        Self { names }
    }
}

/// How deep requirements may be nested.
///
/// Source: Amazon Connect API Reference, "`UpdateRoutingCriteria`".
const MAX_DEPTH: usize = 3;

/// What a requirement is.
const REQUIRED: &str = "what an agent must have";

/// Parameters of `UpdateContactRoutingCriteria`, which the documents call `UpdateRoutingCriteria`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactRoutingCriteria {
    /// Whom the queue offers the contact to, in order.
    pub steps: Vec<RoutingStep<Field>>,
}

impl UpdateContactRoutingCriteria {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let criteria = at.required_object("RoutingCriteria", "steps of routing");
        let steps = criteria.some_objects("Steps", usize::MAX, "at least one step");
        Self { steps: steps.iter().map(read_step).collect() }
    }
}

fn read_step(at: &Reader<'_>) -> RoutingStep<Field> {
    let expression = at.required_object("Expression", REQUIRED);
    let expires = at.object("Expiry");
    let seconds = expires.and_then(|it| it.number("DurationInSeconds", 1..=NO_LIMIT));
    RoutingStep {
        expression: read_requirement(&expression, MAX_DEPTH),
        expires: seconds.map(Duration::from_secs),
    }
}

/// Reads a requirement, inside of which there may be others so many deep.
fn read_requirement(at: &Reader<'_>, depth: usize) -> Requirement<Field> {
    const CONDITION: &str = "AttributeCondition";
    const KEYS: [&str; 4] = [CONDITION, "NotAttributeCondition", "AndExpression", "OrExpression"];
    let key = KEYS.into_iter().find(|key| at.get(key).is_some()).unwrap_or(CONDITION);
    match key {
        "AndExpression" => Requirement::All(read_parts(at, key, depth)),
        "OrExpression" => Requirement::Any(read_parts(at, key, depth)),
        _ => {
            let condition = read_condition(&at.required_object(key, REQUIRED));
            if key == CONDITION { condition } else { Requirement::Not(Box::new(condition)) }
        }
    }
}

fn read_parts(at: &Reader<'_>, key: &str, depth: usize) -> Vec<Requirement<Field>> {
    let Some(depth) = depth.checked_sub(1) else {
        at.wrong(key, "no more than 3 expressions inside one another");
        return Vec::new();
    };
    at.objects(key).iter().map(|it| read_requirement(it, depth)).collect()
}

fn read_condition(at: &Reader<'_>) -> Requirement<Field> {
    let matching = at.object("MatchCriteria");
    if let Some(criteria) = matching.and_then(|it| it.object("AgentsCriteria")) {
        let agents = criteria.some_texts("AgentIds", "at least one agent");
        return Requirement::OneOf(agents.iter().map(|it| Field::parse(it)).collect());
    }
    Requirement::Proficiency {
        name: at.required_field("Name", "the name of a predefined attribute"),
        value: at.required_field("Value", "a value of the attribute"),
        operator: at.required_field("ComparisonOperator", "how the level is compared"),
        level: at.field("ProficiencyLevel"),
    }
}

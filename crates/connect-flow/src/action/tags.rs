//! Tags and routing criteria of the contact.

use std::time::Duration;

use serde::Serialize;

use super::{Fault, Reader};
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
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "Tags";
        let tags = at.templates(KEY)?;
        if tags.is_empty() {
            return Err(at.unfinished(KEY, "at least one tag"));
        }
        if tags.len() > MAX_TAGS {
            let found = format!("{} of them", tags.len());
            return Err(Fault { found, ..at.wrong(KEY, "up to 6 tags") });
        }
        if let Some((name, _)) = tags.iter().find(|(name, _)| name.starts_with(SYSTEM_TAG)) {
            let found = format!("`{name}`");
            return Err(Fault { found, ..at.wrong(KEY, "names that do not begin with `aws:`") });
        }
        Ok(Self { tags: tags.into_iter().map(|(name, it)| (Template::parse(&name), it)).collect() })
    }
}

/// Parameters of `UntagContact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UntagContact {
    /// Names of the tags that go.
    pub names: Vec<String>,
}

impl UntagContact {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "TagKeys";
        let names = at.texts(KEY)?.unwrap_or_default();
        if names.is_empty() {
            return Err(at.unfinished(KEY, "at least one name of a tag"));
        }
        if names.iter().any(|it| it.starts_with(SYSTEM_TAG)) {
            return Err(at.wrong(KEY, "names that do not begin with `aws:`"));
        }
        Ok(Self { names })
    }
}

/// How deep requirements may be nested.
///
/// Source: Amazon Connect API Reference, "`UpdateRoutingCriteria`".
const MAX_DEPTH: usize = 3;

/// Parameters of `UpdateContactRoutingCriteria`, which the documents call `UpdateRoutingCriteria`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactRoutingCriteria {
    /// Whom the queue offers the contact to, in order.
    pub steps: Vec<RoutingStep<Field>>,
}

impl UpdateContactRoutingCriteria {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let criteria = at.required_object("RoutingCriteria", "steps of routing")?;
        let steps = criteria.some_objects("Steps", usize::MAX, "at least one step")?;
        Ok(Self { steps: steps.iter().map(read_step).collect::<Result<_, _>>()? })
    }
}

fn read_step(at: &Reader<'_>) -> Result<RoutingStep<Field>, Fault> {
    let expires = at.object("Expiry")?;
    let seconds = expires.map(|it| it.number("DurationInSeconds", 1..=u64::from(u32::MAX)));
    Ok(RoutingStep {
        expression: read_requirement(
            &at.required_object("Expression", "what an agent must have")?,
            MAX_DEPTH,
        )?,
        expires: seconds.transpose()?.flatten().map(Duration::from_secs),
    })
}

fn read_requirement(at: &Reader<'_>, depth: usize) -> Result<Requirement<Field>, Fault> {
    let (and, or) = ("AndExpression", "OrExpression");
    let not = "NotAttributeCondition";
    let all = |key: &str| -> Result<_, Fault> {
        let Some(parts) = at.objects(key)? else { return Ok(None) };
        let Some(depth) = depth.checked_sub(1) else {
            return Err(at.wrong(key, "no more than 3 expressions inside one another"));
        };
        let parts = parts.iter().map(|it| read_requirement(it, depth));
        parts.collect::<Result<Vec<_>, _>>().map(Some)
    };
    if let Some(condition) = at.object("AttributeCondition")? {
        return read_condition(&condition);
    }
    if let Some(condition) = at.object(not)? {
        return Ok(Requirement::Not(Box::new(read_condition(&condition)?)));
    }
    if let Some(parts) = all(and)? {
        return Ok(Requirement::All(parts));
    }
    match all(or)? {
        Some(parts) => Ok(Requirement::Any(parts)),
        None => Err(at.unfinished("AttributeCondition", "what an agent must have")),
    }
}

fn read_condition(at: &Reader<'_>) -> Result<Requirement<Field>, Fault> {
    const AGENTS: &str = "AgentIds";
    let matching = at.object("MatchCriteria")?;
    let agents = matching.map(|it| it.object("AgentsCriteria")).transpose()?.flatten();
    if let Some(criteria) = agents {
        let agents = criteria.texts(AGENTS)?.unwrap_or_default();
        if agents.is_empty() {
            return Err(criteria.unfinished(AGENTS, "at least one agent"));
        }
        return Ok(Requirement::OneOf(agents.iter().map(|it| Field::parse(it)).collect()));
    }
    Ok(Requirement::Proficiency {
        name: at.required_field("Name", "the name of a predefined attribute")?,
        value: at.required_field("Value", "a value of the attribute")?,
        operator: at.required_field("ComparisonOperator", "how the level is compared")?,
        level: at.field("ProficiencyLevel")?,
    })
}

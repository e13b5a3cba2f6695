//! Tags and routing criteria of the contact.

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{MAX_TAGS, SYSTEM_TAG, TagContact, UntagContact, UpdateContactRoutingCriteria};
use crate::contact::{Requirement, RoutingStep};
use crate::value::Field;

/// `TagContact`: all of them, or none.
pub(super) fn tag(scene: &mut Scene<'_>, it: &TagContact) -> Turn {
    let mut tags = scene.contact.tags.clone();
    for (name, value) in &it.tags {
        let name = scene.render(name);
        if name.is_empty() {
            return Err(Failure::new("the name of a tag is empty"));
        }
        if name.starts_with(SYSTEM_TAG) {
            return Err(Failure::new("tags that begin with `aws:` are for AWS to set"));
        }
        tags.insert(name, scene.render(value));
    }
    let count = tags.keys().filter(|it| !it.starts_with(SYSTEM_TAG)).count();
    if count > MAX_TAGS {
        let why = format!("the contact would have {count} tags, Connect keeps {MAX_TAGS}");
        return Err(Failure::new(why));
    }
    scene.contact.tags = tags;
    Ok(Move::Next)
}

/// `UntagContact`: tags that are not there are none to take off.
pub(super) fn untag(scene: &mut Scene<'_>, it: &UntagContact) -> Move {
    scene.contact.tags.retain(|name, _| !it.names.contains(name));
    Move::Next
}

/// `UpdateContactRoutingCriteria`.
pub(super) fn routing_criteria(scene: &mut Scene<'_>, it: &UpdateContactRoutingCriteria) -> Turn {
    let step = |it: &RoutingStep<Field>| {
        Ok(RoutingStep { expression: requirement(scene, &it.expression)?, expires: it.expires })
    };
    scene.contact.routing_criteria = it.steps.iter().map(step).collect::<Result<_, _>>()?;
    Ok(Move::Next)
}

fn requirement(scene: &Scene<'_>, it: &Requirement<Field>) -> Result<Requirement, Failure> {
    let text = |field: &Field| scene.required(field, "a part of the routing criteria");
    let all = |parts: &[Requirement<Field>]| {
        parts.iter().map(|it| requirement(scene, it)).collect::<Result<Vec<_>, _>>()
    };
    Ok(match it {
        Requirement::Proficiency { name, value, operator, level } => Requirement::Proficiency {
            name: text(name)?,
            value: text(value)?,
            operator: text(operator)?,
            level: level.as_ref().map(text).transpose()?,
        },
        Requirement::OneOf(agents) => {
            Requirement::OneOf(agents.iter().map(text).collect::<Result<_, _>>()?)
        }
        Requirement::Not(part) => Requirement::Not(Box::new(requirement(scene, part)?)),
        Requirement::All(parts) => Requirement::All(all(parts)?),
        Requirement::Any(parts) => Requirement::Any(all(parts)?),
    })
}

//! The placeholders in a project's flows, and what they stand for on a laptop.

use std::collections::BTreeMap;

use connect_flow::FlowKind;

use crate::ids::Ids;
use crate::render::{self, Kind, Uses};
use crate::template::Project;

/// A placeholder that nothing gives a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// JSON path of its first use.
    pub(crate) place: &'a str,
}

/// Values of all placeholders: those of the template, and an ARN for each flow, which is given with
/// its kind and the logical id of its resource.
pub(crate) fn values<'a>(
    project: &Project,
    flows: impl IntoIterator<Item = (Kind, &'a str)>,
) -> BTreeMap<String, String> {
    let mut values = project.placeholders.clone();
    for (kind, resource) in flows {
        let folder = match kind {
            Kind::Flow => "contact-flow",
            Kind::Module => "flow-module",
        };
        let id = Ids::of(resource).uuid();
        let arn = format!("{}/{folder}/{id}", project.instance.arn);
        values.insert(render::placeholder(resource), arn);
    }
    values
}

/// The text of a flow with its placeholders filled in, or the first that has no value.
pub(crate) fn fill<'a>(
    content: &str,
    uses: &'a Uses,
    values: &BTreeMap<String, String>,
) -> Result<String, Missing<'a>> {
    let mut content = content.to_owned();
    for (name, place) in uses {
        let value = values.get(name).ok_or(Missing { name, place })?;
        content = content.replace(&format!("${{{name}}}"), value);
    }
    Ok(content)
}

/// What a flow is to the library.
pub(crate) fn kind(kind: Kind) -> FlowKind {
    match kind {
        Kind::Flow => FlowKind::Flow,
        Kind::Module => FlowKind::Module,
    }
}

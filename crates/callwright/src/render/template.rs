//! The CloudFormation template of a set of flows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::RenderError;
use super::unit::{self, Unit};

/// Parameter for the instance that every flow belongs to.
const INSTANCE: &str = "InstanceArn";

const HEAD: &str = "\
# Written by `callwright render` from contact-flows/. Change a flow there, then render again.
AWSTemplateFormatVersion: \"2010-09-09\"
Description: The contact flows of Callwright, one resource a file.
";

/// Flows that can be deployed together. Writes itself as YAML.
pub(super) struct Template {
    /// By resource, in the order they are written.
    units: BTreeMap<String, Unit>,
    /// By name: the resources that use it.
    parameters: BTreeMap<String, BTreeSet<String>>,
}

impl Template {
    /// Checks that the flows fit together.
    pub(super) fn new(units: Vec<Unit>) -> Result<Self, RenderError> {
        let units = index(units)?;
        let mut parameters = BTreeMap::from([(INSTANCE.to_owned(), BTreeSet::new())]);
        for unit in units.values() {
            for (name, place) in &unit.uses {
                if flow_named(&units, name).is_some() {
                    continue;
                }
                if let Some(expected) = unit::expected_file(unit, name) {
                    return Err(RenderError::NoSuchFlow {
                        path: unit.path.clone(),
                        place: place.clone(),
                        name: name.clone(),
                        expected,
                    });
                }
                parameters.entry(name.clone()).or_default().insert(unit.resource.clone());
            }
        }
        if let Some(circle) = find_circle(&units) {
            return Err(RenderError::Circle { circle });
        }
        Ok(Self { units, parameters })
    }
}

/// The units by resource; refuses two of the same resource, or of the same kind and name.
fn index(units: Vec<Unit>) -> Result<BTreeMap<String, Unit>, RenderError> {
    let mut by_resource: BTreeMap<String, Unit> = BTreeMap::new();
    for unit in units {
        let same = by_resource.values().find_map(|it| {
            if it.resource == unit.resource {
                Some((it, &unit.resource))
            } else if it.kind == unit.kind && it.name == unit.name {
                Some((it, &unit.name))
            } else {
                None
            }
        });
        if let Some((other, name)) = same {
            return Err(RenderError::SameName {
                name: name.clone(),
                first: other.path.clone(),
                second: unit.path,
            });
        }
        by_resource.insert(unit.resource.clone(), unit);
    }
    Ok(by_resource)
}

/// The flow that a placeholder stands for.
fn flow_named<'a>(units: &'a BTreeMap<String, Unit>, placeholder: &str) -> Option<&'a Unit> {
    units.get(placeholder.strip_suffix("Arn")?)
}

/// A circle of references, the first resource repeated at the end.
fn find_circle(units: &BTreeMap<String, Unit>) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    units.values().find_map(|unit| follow(units, unit, &mut Vec::new(), &mut done))
}

fn follow<'a>(
    units: &'a BTreeMap<String, Unit>,
    unit: &'a Unit,
    trail: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<String>> {
    let here = unit.resource.as_str();
    if let Some(start) = trail.iter().position(|it| *it == here) {
        let circle = trail.iter().skip(start).chain([&here]);
        return Some(circle.map(|it| (*it).to_owned()).collect());
    }
    if !done.insert(here) {
        return None;
    }
    trail.push(here);
    let circle = unit
        .uses
        .keys()
        .filter_map(|it| flow_named(units, it))
        .find_map(|it| follow(units, it, trail, done));
    trail.pop();
    circle
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        f.write_str("\nParameters:\n")?;
        for (name, users) in &self.parameters {
            writeln!(f, "  {name}:")?;
            writeln!(f, "    Description: {}", quoted(&parameter_description(name, users)))?;
            writeln!(f, "    Type: String")?;
        }
        f.write_str("\nResources:\n")?;
        for unit in self.units.values() {
            self.write_resource(f, unit)?;
        }
        f.write_str("\nOutputs:\n")?;
        for unit in self.units.values() {
            writeln!(f, "  {}:", unit.placeholder())?;
            writeln!(f, "    Value: !GetAtt {}.{}", unit.resource, unit.kind.arn_attribute())?;
        }
        Ok(())
    }
}

impl Template {
    fn write_resource(&self, f: &mut fmt::Formatter<'_>, unit: &Unit) -> fmt::Result {
        writeln!(f, "  {}:", unit.resource)?;
        writeln!(f, "    Type: {}", unit.kind.resource_type())?;
        writeln!(f, "    Properties:")?;
        writeln!(f, "      InstanceArn: !Ref {INSTANCE}")?;
        writeln!(f, "      Name: {}", quoted(&unit.name))?;
        if let Some(description) = &unit.description {
            writeln!(f, "      Description: {}", quoted(description))?;
        }
        if let Some(flow_type) = unit.flow_type {
            writeln!(f, "      Type: {flow_type}")?;
        }
        // `!Sub` without anything to substitute is an error to cfn-lint. A block scalar takes the
        // JSON as it is: it is one line, begins with a brace, and nothing in it needs an escape.
        let sub = if unit.uses.is_empty() { "" } else { "!Sub " };
        writeln!(f, "      Content: {sub}|-")?;
        writeln!(f, "        {}", self.content(unit))
    }

    /// The content of a flow as `Fn::Sub` takes it: other flows become attributes of their
    /// resources, which also tells CloudFormation to create them first.
    fn content(&self, unit: &Unit) -> String {
        unit.uses.keys().filter_map(|it| flow_named(&self.units, it)).fold(
            unit.content.clone(),
            |content, other| {
                content.replace(
                    &format!("${{{}}}", other.placeholder()),
                    &format!("${{{}.{}}}", other.resource, other.kind.arn_attribute()),
                )
            },
        )
    }
}

fn parameter_description(name: &str, users: &BTreeSet<String>) -> String {
    let what = unit::words(name.strip_suffix("Arn").unwrap_or(name)).join(" ");
    if users.is_empty() {
        return format!("ARN of the {what} that the flows belong to.");
    }
    let users: Vec<&str> = users.iter().map(String::as_str).collect();
    format!("ARN of the {what}; used by {}.", users.join(", "))
}

/// A text in double quotes; what JSON writes there, YAML reads.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

//! One template with its parameters: evaluates the intrinsic functions in it.
//!
//! Values are evaluated when they are asked for, so a function that a laptop cannot evaluate does
//! no harm where nobody looks.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::document::{Document, join, plain};
use super::error::TemplateError;
use super::parameters::{Giver, settle};
use super::stand_in::StandIn;

/// Most intrinsics and stacks that may be inside each other; circles end here.
const MAX_DEPTH: u32 = 64;

/// Logical id of a resource that stands by itself.
const LONE_RESOURCE: &str = "Bot";

/// Types of resources that nest a stack, and the property with its template.
const NESTED: [(&str, &str); 2] =
    [("AWS::CloudFormation::Stack", "TemplateURL"), ("AWS::Serverless::Application", "Location")];

/// A template with values for its parameters.
#[derive(Debug)]
pub(super) struct Stack {
    name: String,
    document: Arc<Document>,
    parameters: BTreeMap<String, Value>,
    pub(super) nested: BTreeMap<String, OnceCell<Box<Stack>>>,
    depth: Cell<u32>,
    /// Whether parameters without a value are stood in for, here and in nested stacks.
    pub(super) is_foreign: bool,
    /// What has been stood in for; `None` while a value that is not known is an error.
    pub(super) stand_ins: RefCell<Option<Vec<StandIn>>>,
}

/// A resource of a template.
#[derive(Debug, Clone)]
pub(super) struct Resource<'a> {
    /// Logical id.
    pub(super) id: &'a str,
    /// Type, such as `AWS::S3::Bucket`.
    pub(super) kind: &'a str,
    /// The whole resource, not evaluated.
    pub(super) whole: &'a Value,
    /// Its properties, not evaluated; `null` when it has none.
    pub(super) properties: &'a Value,
    /// Path of the properties.
    pub(super) path: String,
}

impl Stack {
    /// Reads a template and settles its parameters; `giver` is named when a value is missing.
    pub(super) fn read(
        name: &str,
        file: &Path,
        given: &BTreeMap<String, Value>,
        giver: &Giver,
        depth: u32,
    ) -> Result<Self, TemplateError> {
        let document = Document::read(file)?;
        let parameters = settle(&document, given, giver)?;
        let mut stack = Self {
            name: name.to_owned(),
            nested: BTreeMap::new(),
            depth: Cell::new(depth),
            document: Arc::new(document),
            parameters,
            is_foreign: *giver == Giver::Nobody,
            stand_ins: RefCell::new(None),
        };
        let nests = |it: &Resource<'_>| NESTED.iter().any(|(kind, _)| *kind == it.kind);
        let nested: Vec<String> =
            stack.all_resources().filter(nests).map(|it| it.id.to_owned()).collect();
        stack.nested = nested.into_iter().map(|id| (id, OnceCell::new())).collect();
        Ok(stack)
    }

    /// A stack of one resource, which is all that the document holds.
    pub(super) fn of_one_resource(name: &str, mut document: Document) -> Self {
        document.nest(&["Resources", LONE_RESOURCE]);
        Self {
            name: name.to_owned(),
            nested: BTreeMap::new(),
            depth: Cell::new(0),
            document: Arc::new(document),
            parameters: BTreeMap::new(),
            is_foreign: true,
            stand_ins: RefCell::new(None),
        }
    }

    /// Name of the stack.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    pub(super) fn document_shared(&self) -> Arc<Document> {
        Arc::clone(&self.document)
    }

    /// The resources whose condition holds.
    pub(super) fn resources(&self) -> Result<Vec<Resource<'_>>, TemplateError> {
        let mut resources = Vec::new();
        for resource in self.all_resources() {
            let exists = match resource.whole.get("Condition").and_then(Value::as_str) {
                Some(name) => self.condition(name, &resource.path)?,
                None => true,
            };
            if exists {
                resources.push(resource);
            }
        }
        Ok(resources)
    }

    fn all_resources(&self) -> impl Iterator<Item = Resource<'_>> {
        let resources = self.document.root.get("Resources").and_then(Value::as_object);
        resources.into_iter().flatten().filter_map(|(id, whole)| as_resource(id, whole))
    }

    /// The stacks that this one nests.
    pub(super) fn nested_stacks(&self) -> Result<Vec<&Stack>, TemplateError> {
        self.nesting_resources()?.iter().map(|it| self.nested_stack(it)).collect()
    }

    /// The resources that nest a stack.
    pub(super) fn nesting_resources(&self) -> Result<Vec<Resource<'_>>, TemplateError> {
        let resources = self.resources()?.into_iter();
        Ok(resources.filter(|it| self.nested.contains_key(it.id)).collect())
    }

    /// The parameters this stack was given by its parent, or their defaults.
    pub(super) fn parameters(&self) -> &BTreeMap<String, Value> {
        &self.parameters
    }

    /// Evaluates a value; `AWS::NoValue` at the top gives `null`.
    pub(super) fn resolve(&self, value: &Value, path: &str) -> Result<Value, TemplateError> {
        Ok(self.evaluate(value, path)?.unwrap_or(Value::Null))
    }

    /// The text of an evaluated value.
    pub(super) fn text(&self, value: &Value, path: &str) -> Result<String, TemplateError> {
        plain(value).ok_or_else(|| self.document.shape(path, "text", value))
    }

    /// Evaluates a value; `None` is `AWS::NoValue`.
    pub(super) fn evaluate(
        &self,
        value: &Value,
        path: &str,
    ) -> Result<Option<Value>, TemplateError> {
        self.deeper(path, || match value {
            Value::Object(entries) => match sole_function(entries) {
                Some((function, argument)) => match self.function(function, argument, path) {
                    Ok(value) => Ok(value),
                    Err(error) => self.stand_in((function, argument), error, path).map(Some),
                },
                None => self.evaluate_entries(entries, path).map(|it| Some(Value::Object(it))),
            },
            Value::Array(items) => {
                let items = items.iter().enumerate();
                let items = items.map(|(at, it)| self.evaluate(it, &format!("{path}[{at}]")));
                let items: Vec<Option<Value>> = items.collect::<Result<_, _>>()?;
                Ok(Some(items.into_iter().flatten().collect()))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                Ok(Some(value.clone()))
            }
        })
    }

    fn evaluate_entries(
        &self,
        entries: &Map<String, Value>,
        path: &str,
    ) -> Result<Map<String, Value>, TemplateError> {
        let mut evaluated = Map::new();
        for (key, value) in entries {
            if let Some(value) = self.evaluate(value, &join(path, key))? {
                evaluated.insert(key.clone(), value);
            }
        }
        Ok(evaluated)
    }

    /// Counts how deep evaluation is, so that circles end in an error and not in a full stack.
    pub(super) fn deeper<T>(
        &self,
        path: &str,
        step: impl FnOnce() -> Result<T, TemplateError>,
    ) -> Result<T, TemplateError> {
        let depth = self.depth.get();
        if depth >= MAX_DEPTH {
            return Err(TemplateError::TooDeep { place: self.document.place(path) });
        }
        self.depth.set(depth.saturating_add(1));
        let outcome = step();
        self.depth.set(depth);
        outcome
    }

    /// The functions that a laptop can evaluate.
    fn function(
        &self,
        function: &str,
        argument: &Value,
        path: &str,
    ) -> Result<Option<Value>, TemplateError> {
        match function {
            "Ref" => self.reference(&self.name_in(argument, path)?, path),
            "Fn::GetAtt" => self.get_att(argument, path).map(Some),
            "Fn::Sub" => self.sub(argument, path).map(|it| Some(Value::String(it))),
            "Fn::Join" => self.join(argument, path).map(|it| Some(Value::String(it))),
            "Fn::If" => self.choose(argument, path),
            "Fn::Select" => self.select(argument, path).map(Some),
            "Fn::Split" => self.split(argument, path).map(Some),
            "Fn::FindInMap" => self.find_in_map(argument, path).map(Some),
            "Fn::Base64" => self.base64(argument, path).map(|it| Some(Value::String(it))),
            "Fn::Length" => self.length(argument, path).map(Some),
            "Fn::ToJsonString" => self.to_json(argument, path).map(|it| Some(Value::String(it))),
            _ => Err(TemplateError::UnsupportedFunction {
                place: self.document.place(path),
                function: function.to_owned(),
            }),
        }
    }

    /// The resource with a logical id, whether its condition holds or not.
    pub(super) fn resource<'a>(&'a self, id: &'a str) -> Option<Resource<'a>> {
        as_resource(id, self.document.root.get("Resources")?.get(id)?)
    }

    pub(super) fn nested_stack(&self, resource: &Resource<'_>) -> Result<&Stack, TemplateError> {
        let Some(cell) = self.nested.get(resource.id) else {
            return Err(self.unknown(resource.id, &resource.path));
        };
        if let Some(stack) = cell.get() {
            return Ok(stack);
        }
        let stack = self.read_nested(resource)?;
        Ok(cell.get_or_init(|| Box::new(stack)))
    }

    fn read_nested(&self, resource: &Resource<'_>) -> Result<Stack, TemplateError> {
        let named_by = NESTED.iter().find(|(kind, _)| *kind == resource.kind);
        let named_by = named_by.map_or("TemplateURL", |(_, property)| *property);
        let path = format!("{}.{named_by}", resource.path);
        let url = resource.properties.get(named_by).unwrap_or(&Value::Null);
        let Some(relative) = self.resolve(url, &path)?.as_str().map(str::to_owned) else {
            return Err(self.document.shape(&path, "the path of a template", url));
        };
        let file = self.document.file.with_file_name("").join(&relative);
        let given = resource.properties.get("Parameters").unwrap_or(&Value::Null);
        let given_at = format!("{}.Parameters", resource.path);
        let given = match self.resolve(given, &given_at)? {
            Value::Null => BTreeMap::new(),
            Value::Object(entries) => entries.into_iter().collect(),
            other => return Err(self.document.shape(&given_at, "a map of parameters", &other)),
        };
        let giver = if self.is_foreign {
            Giver::Nobody
        } else {
            Giver::Place(self.document.place(&given_at).to_string())
        };
        let depth = self.depth.get().saturating_add(1);
        if depth >= MAX_DEPTH {
            return Err(TemplateError::TooDeep { place: self.document.place(&path) });
        }
        let name = format!("{}-{}", self.name, resource.id);
        Stack::read(&name, &file, &given, &giver, depth).map_err(|source| match source {
            TemplateError::Read { .. } => TemplateError::Nested {
                place: self.document.place(&path),
                source: Box::new(source),
            },
            source => source,
        })
    }

    pub(super) fn name_in(&self, argument: &Value, path: &str) -> Result<String, TemplateError> {
        argument
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| self.document.shape(path, "a name", argument))
    }

    pub(super) fn unknown(&self, name: &str, path: &str) -> TemplateError {
        let place = self.document.place(path);
        TemplateError::UnknownName { place, name: name.to_owned() }
    }
}

fn as_resource<'a>(id: &'a str, whole: &'a Value) -> Option<Resource<'a>> {
    let kind = whole.get("Type")?.as_str()?;
    let properties = whole.get("Properties").unwrap_or(&Value::Null);
    let path = format!("Resources.{id}.Properties");
    Some(Resource { id, kind, whole, properties, path })
}

/// Whether SAM makes resources of its own around a resource.
pub(super) fn is_function(resource: &Resource<'_>) -> bool {
    resource.kind == "AWS::Serverless::Function"
}

/// The function and its argument when a map is nothing but a function.
pub(super) fn sole_function(entries: &Map<String, Value>) -> Option<(&str, &Value)> {
    let mut entries = entries.iter();
    let (name, argument) = entries.next()?;
    let named = name == "Ref" || name.starts_with("Fn::");
    // A lone `Condition` with a text is a condition; with a map it is part of a policy.
    let conditional = name == "Condition" && argument.is_string();
    (entries.next().is_none() && (named || conditional)).then_some((name, argument))
}

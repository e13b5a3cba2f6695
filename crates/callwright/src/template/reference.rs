//! What the names in a template refer to: parameters, resources and what SAM makes around them.

use serde_json::Value;

use super::document::plain;
use super::error::TemplateError;
use super::identity::{self, ACCOUNT, REGION};
use super::stack::{Stack, is_function};

impl Stack {
    pub(super) fn reference(&self, name: &str, path: &str) -> Result<Option<Value>, TemplateError> {
        let pseudo = match name {
            "AWS::NoValue" => return Ok(None),
            "AWS::AccountId" => Some(ACCOUNT),
            "AWS::Region" => Some(REGION),
            "AWS::Partition" => Some("aws"),
            "AWS::URLSuffix" => Some("amazonaws.com"),
            "AWS::StackName" => Some(self.name()),
            "AWS::StackId" => return Ok(Some(Value::String(self.own_id()))),
            _ => None,
        };
        if let Some(text) = pseudo {
            return Ok(Some(Value::String(text.to_owned())));
        }
        if let Some(value) = self.parameters().get(name) {
            return Ok(Some(value.clone()));
        }
        if self.is_foreign && self.declares(name) {
            // Conditions are to be decided one way or the other.
            if self.stand_ins.borrow().is_none() {
                return Ok(Some(Value::String(name.to_owned())));
            }
            return Err(TemplateError::ParameterWithoutValue {
                file: self.document().file.clone(),
                parameter: name.to_owned(),
                giver: String::new(),
            });
        }
        if let Some(resource) = self.resource(name) {
            return identity::reference(self, &resource).map(|it| Some(Value::String(it)));
        }
        // SAM makes resources of its own: `Function.Alias`, `Function.Version`, `FunctionRole`.
        if let Some((id, made)) = name.split_once('.')
            && let Some(function) = self.resource(id).filter(is_function)
            && let Some(arn) = identity::attribute(self, &function, "Arn")?
        {
            let properties = function.properties;
            let alias = properties.get("AutoPublishAlias").and_then(plain).unwrap_or_default();
            match made {
                "Alias" if !alias.is_empty() => {
                    return Ok(Some(Value::String(format!("{arn}:{alias}"))));
                }
                "Version" => return Ok(Some(Value::String(format!("{arn}:1")))),
                _ => {}
            }
        }
        if self.is_role_of_function(name) {
            return Ok(Some(Value::String(format!("{}-{name}", self.name()))));
        }
        Err(self.unknown(name, path))
    }

    /// Whether there is a parameter of this name, with a value or without.
    fn declares(&self, name: &str) -> bool {
        self.document().root.get("Parameters").is_some_and(|it| it.get(name).is_some())
    }

    fn own_id(&self) -> String {
        let id = crate::ids::Ids::of(self.name()).uuid();
        format!("arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{}/{id}", self.name())
    }

    /// Whether a name is the role that SAM makes for a function without `Role`.
    fn is_role_of_function(&self, name: &str) -> bool {
        let function = name.strip_suffix("Role").and_then(|it| self.resource(it));
        function.is_some_and(|it| is_function(&it))
    }

    pub(super) fn get_att(&self, argument: &Value, path: &str) -> Result<Value, TemplateError> {
        let (id, attribute) = match argument {
            Value::Array(items) => match items.as_slice() {
                [id, attribute] => (plain(id), plain(attribute)),
                _ => (None, None),
            },
            Value::String(text) => text
                .split_once('.')
                .map_or((None, None), |(id, it)| (Some(id.to_owned()), Some(it.to_owned()))),
            _ => (None, None),
        };
        let (Some(id), Some(attribute)) = (id, attribute) else {
            return Err(self.document().shape(path, "a resource and its attribute", argument));
        };
        self.attribute(&id, &attribute, path)
    }

    pub(super) fn attribute(
        &self,
        id: &str,
        attribute: &str,
        path: &str,
    ) -> Result<Value, TemplateError> {
        let Some(resource) = self.resource(id) else {
            if attribute == "Arn" && self.is_role_of_function(id) {
                return Ok(format!("arn:aws:iam::{ACCOUNT}:role/{}-{id}", self.name()).into());
            }
            return Err(self.unknown(id, path));
        };
        if let Some(output) = attribute.strip_prefix("Outputs.")
            && self.nested.contains_key(id)
        {
            return self.deeper(path, || self.nested_stack(&resource)?.output(output));
        }
        match identity::attribute(self, &resource, attribute)? {
            Some(text) => Ok(Value::String(text)),
            None => Err(TemplateError::UnknownAttribute {
                place: self.document().place(path),
                kind: resource.kind.to_owned(),
                attribute: attribute.to_owned(),
            }),
        }
    }

    fn output(&self, name: &str) -> Result<Value, TemplateError> {
        let path = format!("Outputs.{name}.Value");
        match self.document().root.get("Outputs").and_then(|it| it.get(name)?.get("Value")) {
            Some(value) => self.resolve(value, &path),
            None => Err(self.unknown(name, "Outputs")),
        }
    }
}

//! From templates to a [`Project`]: one small function per type of resource.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::error::TemplateError;
use super::fields::Fields;
use super::hours::{Hours, Span, weekday};
use super::identity;
use super::parameters::Giver;
use super::project::{
    Bucket, EventSource, Function, Logging, Project, Queue, Recordings, Rule, Secret, Table,
};
use super::samconfig;
use super::stack::{Resource, Stack};

/// Name of the stack on a laptop, and of the Connect instance when the template names none.
pub(super) const STACK: &str = "callwright";

/// Timeout of a function without `Timeout`. Source: AWS SAM, `AWS::Serverless::Function`.
const DEFAULT_TIMEOUT_SECONDS: u32 = 3;

/// Memory of a function without `MemorySize`. Source: AWS SAM, `AWS::Serverless::Function`.
const DEFAULT_MEMORY_MB: u32 = 128;

/// Properties of a table that are also parameters of `CreateTable`.
const CREATE_TABLE: [&str; 6] = [
    "AttributeDefinitions",
    "KeySchema",
    "BillingMode",
    "ProvisionedThroughput",
    "GlobalSecondaryIndexes",
    "LocalSecondaryIndexes",
];

impl Project {
    /// Reads `infra/template.yaml` and `samconfig.toml` of the project in a folder.
    ///
    /// # Errors
    ///
    /// [`TemplateError`] when a file is missing or wrong.
    pub fn read(root: &Path) -> Result<Self, TemplateError> {
        let stack = stack(root)?;
        let mut project = Self::default();
        project.add_stack(&stack)?;
        project.add_bots(&stack)?;
        if project.instance.arn.is_empty() {
            project.instance.arn = identity::default_instance();
        }
        if project.instance.alias.is_empty() {
            STACK.clone_into(&mut project.instance.alias);
        }
        Ok(project)
    }

    fn add_stack(&mut self, stack: &Stack) -> Result<(), TemplateError> {
        let mut has_flows = false;
        for resource in stack.resources()? {
            self.add_resource(stack, &resource)?;
            has_flows |= resource.kind == "AWS::Connect::ContactFlow";
        }
        if has_flows {
            for (name, value) in stack.parameters() {
                let text = stack.text(value, &format!("Parameters.{name}"))?;
                self.placeholders.insert(name.clone(), text);
            }
        }
        stack.nested_stacks()?.into_iter().try_for_each(|it| self.add_stack(it))
    }

    fn add_resource(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        match it.kind {
            "AWS::Serverless::Function" => self.add_function(stack, it),
            "AWS::DynamoDB::Table" => self.add_table(stack, it),
            "AWS::S3::Bucket" => self.add_bucket(stack, it),
            "AWS::SecretsManager::Secret" => self.add_secret(stack, it),
            "AWS::Connect::HoursOfOperation" => self.add_hours(stack, it),
            "AWS::Connect::Queue" => self.add_queue(stack, it),
            "AWS::Connect::Instance" => self.add_instance(stack, it),
            "AWS::Connect::InstanceStorageConfig" => self.add_storage(stack, it),
            // The rest of a template means nothing to a call on a laptop.
            _ => Ok(()),
        }
    }

    fn add_function(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        let globals = stack.document().root.get("Globals").and_then(|it| it.get("Function"));
        let properties = merge(globals.unwrap_or(&Value::Null), it.properties);
        let it = Resource { properties: &properties, ..it.clone() };
        let field = |name: &str| Fields::property(stack, &it, name);

        let name = binary(stack, &it)?;
        if self.functions.iter().any(|other| other.name == name) {
            let place = stack.document().place(&it.path);
            return Err(TemplateError::DuplicateFunction { place, name });
        }
        let mut environment = BTreeMap::new();
        for (variable, value) in field("Environment")?.get("Variables").entries()? {
            environment.insert(variable, value.text()?);
        }
        for (event, body) in field("Events")?.entries()? {
            let kind = body.get("Type").text()?;
            if kind == "DynamoDB" {
                let source = event_source(event, name.clone(), &body.get("Properties"))?;
                self.event_sources.push(source);
                continue;
            }
            if kind == "EventBridgeRule" || kind == "CloudWatchEvent" {
                let pattern = body.get("Properties").get("Pattern");
                if !pattern.value().is_object() {
                    return Err(pattern.expected("an event pattern"));
                }
                let (function, pattern) = (name.clone(), pattern.into_value());
                self.rules.push(Rule { name: event, function, pattern });
            }
        }
        let logging = field("LoggingConfig")?;
        let timeout = field("Timeout")?.number()?.unwrap_or(DEFAULT_TIMEOUT_SECONDS);
        self.functions.push(Function {
            logical_id: it.id.to_owned(),
            lambda_name: identity::name(stack, &it)?,
            arn: identity::attribute(stack, &it, "Arn")?.unwrap_or_default(),
            handler: field("Handler")?.optional_text()?.unwrap_or_else(|| "bootstrap".to_owned()),
            timeout: Duration::from_secs(timeout.into()),
            memory_mb: field("MemorySize")?.number()?.unwrap_or(DEFAULT_MEMORY_MB),
            logging: Logging {
                format: logging.get("LogFormat").optional_text()?,
                level: logging.get("ApplicationLogLevel").optional_text()?,
            },
            environment,
            name,
        });
        Ok(())
    }

    fn add_table(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        let name = identity::reference(stack, it)?;
        let mut create = Map::from_iter([("TableName".to_owned(), json!(name))]);
        for property in CREATE_TABLE {
            match Fields::property(stack, it, property)?.into_value() {
                Value::Null => {}
                value => {
                    create.insert(property.to_owned(), value);
                }
            }
        }
        let stream = Fields::property(stack, it, "StreamSpecification")?;
        if let Some(view) = stream.get("StreamViewType").optional_text()? {
            let stream = json!({ "StreamEnabled": true, "StreamViewType": view });
            create.insert("StreamSpecification".to_owned(), stream);
        }
        let ttl = Fields::property(stack, it, "TimeToLiveSpecification")?;
        let ttl = if ttl.get("Enabled").is_true() {
            Some(ttl.get("AttributeName").text()?)
        } else {
            None
        };
        self.tables.push(Table { name, create: Value::Object(create), ttl });
        Ok(())
    }

    fn add_bucket(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        let bridge = Fields::property(stack, it, "NotificationConfiguration")?
            .get("EventBridgeConfiguration");
        let off = bridge.get("EventBridgeEnabled").value() == &Value::Bool(false);
        let sends_events = bridge.value().is_object() && !off;
        self.buckets.push(Bucket { name: identity::reference(stack, it)?, sends_events });
        Ok(())
    }

    fn add_secret(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        self.secrets.push(Secret {
            name: identity::name(stack, it)?,
            arn: identity::reference(stack, it)?,
            text: Fields::property(stack, it, "SecretString")?.optional_text()?,
        });
        Ok(())
    }

    fn add_hours(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        let zone = Fields::property(stack, it, "TimeZone")?;
        let time_zone = TimeZone::get(&zone.text()?)
            .map_err(|_error| zone.expected("a time zone such as `America/New_York`"))?;
        let mut spans = Vec::new();
        for entry in Fields::property(stack, it, "Config")?.items()? {
            let day = entry.get("Day");
            let day =
                weekday(&day.text()?).ok_or_else(|| day.expected("a day such as `MONDAY`"))?;
            let (from, to) = (time(&entry.get("StartTime"))?, time(&entry.get("EndTime"))?);
            spans.push(Span { day, from, to });
        }
        let name = Fields::property(stack, it, "Name")?.text()?;
        self.hours.insert(identity::reference(stack, it)?, Hours { name, time_zone, spans });
        self.instance_from(stack, it)
    }

    fn add_queue(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        let name = Fields::property(stack, it, "Name")?.text()?;
        let hours_arn = Fields::property(stack, it, "HoursOfOperationArn")?.optional_text()?;
        self.queues.insert(identity::reference(stack, it)?, Queue { name, hours_arn });
        self.instance_from(stack, it)
    }

    /// Every Connect resource names its instance, so any of them tells which one it is.
    fn instance_from(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        if let Some(arn) = Fields::property(stack, it, "InstanceArn")?.optional_text()? {
            self.instance.arn = arn;
        }
        Ok(())
    }

    fn add_instance(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        self.instance.arn = identity::reference(stack, it)?;
        if let Some(alias) = Fields::property(stack, it, "InstanceAlias")?.optional_text()? {
            self.instance.alias = alias;
        }
        Ok(())
    }

    fn add_storage(&mut self, stack: &Stack, it: &Resource<'_>) -> Result<(), TemplateError> {
        if Fields::property(stack, it, "ResourceType")?.text()? != "CALL_RECORDINGS" {
            return Ok(());
        }
        let s3 = Fields::property(stack, it, "S3Config")?;
        let prefix = s3.get("BucketPrefix").text()?.trim_end_matches('/').to_owned();
        // Connect's own prefix is `connect/<alias>/CallRecordings`; the alias has no other place in
        // a template that uses an existing instance.
        if let (Some("connect"), Some(alias)) = {
            let mut folders = prefix.split('/');
            (folders.next(), folders.next())
        } && self.instance.alias.is_empty()
        {
            alias.clone_into(&mut self.instance.alias);
        }
        let bucket = s3.get("BucketName").text()?;
        self.instance.recordings = Some(Recordings { bucket, prefix });
        self.instance_from(stack, it)
    }
}

/// The template of a project, with the parameters that `samconfig.toml` gives a laptop.
pub(super) fn stack(root: &Path) -> Result<Stack, TemplateError> {
    let samconfig = root.join("samconfig.toml");
    let given = samconfig::overrides(&samconfig)?;
    let given = given.into_iter().map(|(name, value)| (name, Value::String(value))).collect();
    let giver = format!("{} [local.global.parameters] parameter_overrides", samconfig.display());
    let template = root.join("infra").join("template.yaml");
    Stack::read(STACK, &template, &given, &Giver::Place(giver), 0)
}

/// Most changes of one invocation where the template does not say. Source: AWS SAM, `DynamoDB` event
/// source, `BatchSize`.
const DEFAULT_BATCH: u32 = 100;

/// The `DynamoDB` event of a function.
fn event_source(
    name: String,
    function: String,
    properties: &Fields<'_>,
) -> Result<EventSource, TemplateError> {
    let stream = properties.get("Stream");
    let arn = stream.text()?;
    let table = arn.split_once(":table/").and_then(|(_, rest)| rest.split_once("/stream/"));
    let Some((table, _)) = table else {
        return Err(stream.expected("the ARN of a table's stream"));
    };
    let mut filters = Vec::new();
    for filter in properties.get("FilterCriteria").get("Filters").items()? {
        let pattern = filter.get("Pattern");
        let read = serde_json::from_str(&pattern.text()?);
        filters.push(read.map_err(|_error| pattern.expected("a pattern as JSON"))?);
    }
    let batch = properties.get("BatchSize").number()?.unwrap_or(DEFAULT_BATCH);
    Ok(EventSource {
        name,
        function,
        table: table.to_owned(),
        arn,
        filters,
        batch: usize::try_from(batch).unwrap_or(usize::MAX),
    })
}

/// The binary of a function: `Metadata.BuildProperties.Binary`, else the last folder of `CodeUri`.
fn binary(stack: &Stack, it: &Resource<'_>) -> Result<String, TemplateError> {
    let metadata = it.whole.get("Metadata").unwrap_or(&Value::Null);
    let path = format!("Resources.{}.Metadata", it.id);
    let metadata = Fields::of(stack, metadata, path)?;
    if let Some(name) = metadata.get("BuildProperties").get("Binary").optional_text()? {
        return Ok(name);
    }
    let code = Fields::property(stack, it, "CodeUri")?;
    let folder = code.text()?;
    let last = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if last.is_empty() || last == "." || last == ".." {
        return Err(code.expected("a folder named as the function, or `BuildProperties.Binary`"));
    }
    Ok(last.to_owned())
}

/// `{Hours, Minutes}` as a time of day.
fn time(fields: &Fields<'_>) -> Result<Time, TemplateError> {
    let part = |name| Ok(fields.get(name).number()?.and_then(|it| i8::try_from(it).ok()));
    match (part("Hours")?, part("Minutes")?) {
        (Some(hours), Some(minutes)) => Time::new(hours, minutes, 0, 0).ok(),
        _ => None,
    }
    .ok_or_else(|| fields.expected("a time with `Hours` and `Minutes`"))
}

/// Globals under a resource's own properties: maps merge, lists append, other values give way.
///
/// Source: AWS SAM Developer Guide, "Globals section", overridable properties.
fn merge(globals: &Value, own: &Value) -> Value {
    match (globals, own) {
        (Value::Object(globals), Value::Object(own)) => {
            let mut merged = globals.clone();
            for (key, value) in own {
                let value = globals.get(key).map_or_else(|| value.clone(), |it| merge(it, value));
                merged.insert(key.clone(), value);
            }
            Value::Object(merged)
        }
        (Value::Array(globals), Value::Array(own)) => globals.iter().chain(own).cloned().collect(),
        (globals, Value::Null) => globals.clone(),
        (_, own) => own.clone(),
    }
}

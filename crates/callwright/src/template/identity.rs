//! Names and ARNs that resources have on a laptop, in the real services' formats.
//!
//! One table: what `Ref` and `Fn::GetAtt` give for each type. Names follow from the stack and the
//! logical id, so they are the same on every run.

use serde_json::Value;

use super::error::TemplateError;
use super::stack::{Resource, Stack};
use crate::ids::Ids;

/// Account of everything on a laptop.
pub const ACCOUNT: &str = "000000000000";
/// Region of everything on a laptop.
pub const REGION: &str = "us-east-1";

/// What `Ref` and `Fn::GetAtt` give for one type of resource.
///
/// Shapes hold `{name}` (the name property or `<stack>-<logical id>`), `{lower}` (that in lower
/// case), `{place}` (region and account), `{uuid}`, `{ten}` (ten capitals and digits), `{instance}`
/// (the resource's Connect instance) and `{bot}` (its Lex bot).
struct Kind {
    types: &'static [&'static str],
    named_by: &'static str,
    reference: &'static str,
    attributes: &'static [(&'static str, &'static str)],
}

const KINDS: [Kind; 19] = [
    Kind {
        types: &["AWS::Serverless::Function", "AWS::Lambda::Function"],
        named_by: "FunctionName",
        reference: "{name}",
        attributes: &[("Arn", "arn:aws:lambda:{place}:function:{name}")],
    },
    Kind {
        types: &["AWS::DynamoDB::Table"],
        named_by: "TableName",
        reference: "{name}",
        attributes: &[
            ("Arn", "arn:aws:dynamodb:{place}:table/{name}"),
            ("StreamArn", "arn:aws:dynamodb:{place}:table/{name}/stream/2026-01-01T00:00:00.000"),
        ],
    },
    Kind {
        types: &["AWS::S3::Bucket"],
        named_by: "BucketName",
        reference: "{lower}",
        attributes: &[
            ("Arn", "arn:aws:s3:::{lower}"),
            ("DomainName", "{lower}.s3.amazonaws.com"),
            ("RegionalDomainName", "{lower}.s3.us-east-1.amazonaws.com"),
        ],
    },
    Kind {
        types: &["AWS::SecretsManager::Secret"],
        named_by: "Name",
        reference: "arn:aws:secretsmanager:{place}:secret:{name}-AbCdEf",
        attributes: &[("Id", "arn:aws:secretsmanager:{place}:secret:{name}-AbCdEf")],
    },
    Kind {
        types: &["AWS::SQS::Queue"],
        named_by: "QueueName",
        reference: "https://sqs.us-east-1.amazonaws.com/000000000000/{name}",
        attributes: &[("Arn", "arn:aws:sqs:{place}:{name}"), ("QueueName", "{name}")],
    },
    Kind {
        types: &["AWS::SNS::Topic"],
        named_by: "TopicName",
        reference: "arn:aws:sns:{place}:{name}",
        attributes: &[("TopicArn", "arn:aws:sns:{place}:{name}"), ("TopicName", "{name}")],
    },
    Kind {
        types: &["AWS::KMS::Key"],
        named_by: "",
        reference: "{uuid}",
        attributes: &[("Arn", "arn:aws:kms:{place}:key/{uuid}"), ("KeyId", "{uuid}")],
    },
    Kind {
        types: &["AWS::IAM::Role"],
        named_by: "RoleName",
        reference: "{name}",
        attributes: &[("Arn", "arn:aws:iam::000000000000:role/{name}")],
    },
    Kind {
        types: &["AWS::Logs::LogGroup"],
        named_by: "LogGroupName",
        reference: "{name}",
        attributes: &[("Arn", "arn:aws:logs:{place}:log-group:{name}:*")],
    },
    Kind {
        types: &["AWS::CloudFormation::Stack", "AWS::Serverless::Application"],
        named_by: "",
        reference: "arn:aws:cloudformation:{place}:stack/{name}/{uuid}",
        attributes: &[],
    },
    Kind {
        types: &["AWS::Connect::Instance"],
        named_by: "InstanceAlias",
        reference: "arn:aws:connect:{place}:instance/{uuid}",
        attributes: &[("Arn", "arn:aws:connect:{place}:instance/{uuid}"), ("Id", "{uuid}")],
    },
    Kind {
        types: &["AWS::Connect::HoursOfOperation"],
        named_by: "Name",
        reference: "{instance}/operating-hours/{uuid}",
        attributes: &[("HoursOfOperationArn", "{instance}/operating-hours/{uuid}")],
    },
    Kind {
        types: &["AWS::Connect::Queue"],
        named_by: "Name",
        reference: "{instance}/queue/{uuid}",
        attributes: &[("QueueArn", "{instance}/queue/{uuid}")],
    },
    Kind {
        types: &["AWS::Connect::ContactFlow"],
        named_by: "Name",
        reference: "{instance}/contact-flow/{uuid}",
        attributes: &[("ContactFlowArn", "{instance}/contact-flow/{uuid}")],
    },
    Kind {
        types: &["AWS::Connect::ContactFlowModule"],
        named_by: "Name",
        reference: "{instance}/flow-module/{uuid}",
        attributes: &[("ContactFlowModuleArn", "{instance}/flow-module/{uuid}")],
    },
    Kind {
        types: &["AWS::Connect::Prompt"],
        named_by: "Name",
        reference: "{instance}/prompt/{uuid}",
        attributes: &[("PromptArn", "{instance}/prompt/{uuid}")],
    },
    Kind {
        types: &["AWS::Lex::Bot"],
        named_by: "Name",
        reference: "{ten}",
        attributes: &[("Id", "{ten}"), ("Arn", "arn:aws:lex:{place}:bot/{ten}")],
    },
    Kind {
        types: &["AWS::Lex::BotVersion"],
        named_by: "",
        reference: "{bot}|1",
        attributes: &[("BotId", "{bot}"), ("BotVersion", "1")],
    },
    Kind {
        types: &["AWS::Lex::BotAlias"],
        named_by: "BotAliasName",
        reference: "{ten}|{bot}",
        attributes: &[
            ("Arn", "arn:aws:lex:{place}:bot-alias/{bot}/{ten}"),
            ("BotAliasId", "{ten}"),
            ("BotAliasStatus", "Available"),
        ],
    },
];

fn kind_of(resource: &Resource<'_>) -> Option<&'static Kind> {
    KINDS.iter().find(|it| it.types.contains(&resource.kind))
}

/// What `Ref` gives for a resource; a type that is not in the table gives its name.
pub(super) fn reference(stack: &Stack, resource: &Resource<'_>) -> Result<String, TemplateError> {
    expand(stack, resource, kind_of(resource).map_or("{name}", |it| it.reference))
}

/// What `Fn::GetAtt` gives for a resource; `None` when the table has no such attribute.
pub(super) fn attribute(
    stack: &Stack,
    resource: &Resource<'_>,
    attribute: &str,
) -> Result<Option<String>, TemplateError> {
    let attributes = kind_of(resource).map_or(&[][..], |it| it.attributes);
    match attributes.iter().find(|(name, _)| *name == attribute) {
        Some((_, shape)) => expand(stack, resource, shape).map(Some),
        None => Ok(None),
    }
}

/// The name of a resource, as its service knows it.
pub(super) fn name(stack: &Stack, resource: &Resource<'_>) -> Result<String, TemplateError> {
    let named_by = kind_of(resource).map_or("", |it| it.named_by);
    match property(stack, resource, named_by)? {
        Some(name) => Ok(name),
        None => Ok(format!("{}-{}", stack.name(), resource.id)),
    }
}

/// The resource's Connect instance: its own, or the one that every laptop has.
fn instance(stack: &Stack, resource: &Resource<'_>) -> Result<String, TemplateError> {
    Ok(property(stack, resource, "InstanceArn")?.unwrap_or_else(default_instance))
}

/// The Connect instance of templates that name none.
pub(super) fn default_instance() -> String {
    format!("arn:aws:connect:{REGION}:{ACCOUNT}:instance/{}", Ids::of("instance").uuid())
}

fn property(
    stack: &Stack,
    resource: &Resource<'_>,
    property: &str,
) -> Result<Option<String>, TemplateError> {
    match resource.properties.get(property) {
        Some(value) => {
            let path = format!("{}.{property}", resource.path);
            Ok(match stack.resolve(value, &path)? {
                Value::Null => None,
                value => Some(stack.text(&value, &path)?),
            })
        }
        None => Ok(None),
    }
}

fn expand(stack: &Stack, resource: &Resource<'_>, shape: &str) -> Result<String, TemplateError> {
    let mut text = String::new();
    let mut rest = shape;
    // Each call starts from the same seed, so `{uuid}` is one id in all shapes of a resource.
    let ids = Ids::of(&format!("{}/{}", stack.name(), resource.id));
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        match hole {
            "place" => {
                text.push_str(REGION);
                text.push(':');
                text.push_str(ACCOUNT);
            }
            "uuid" => text.push_str(&ids.uuid()),
            "ten" => text.push_str(&ids.capitals(10)),
            "lower" => text.push_str(&name(stack, resource)?.to_lowercase()),
            "instance" => text.push_str(&instance(stack, resource)?),
            "bot" => text.push_str(&property(stack, resource, "BotId")?.unwrap_or_default()),
            _ => text.push_str(&name(stack, resource)?),
        }
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}

//! Reads whole projects, right and wrong.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::error::Error;
use std::fs;
use std::path::Path;

use callwright::template::{Project, TemplateError};
use expect_test::{Expect, expect};

/// Reads a project of one template; the folder's own name is cut out of messages.
fn read(template: &str, samconfig: &str) -> (Result<Project, TemplateError>, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("infra")).unwrap();
    fs::write(folder.path().join("infra/template.yaml"), template).unwrap();
    fs::write(folder.path().join("samconfig.toml"), samconfig).unwrap();
    let project = Project::read(folder.path());
    (project, format!("{}/", folder.path().display()))
}

fn check(template: &str, samconfig: &str, expected: &Expect) {
    let (project, folder) = read(template, samconfig);
    let error = project.unwrap_err();
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        message = format!("{message}\n  because {cause}");
        source = cause.source();
    }
    expected.assert_eq(&message.replace(&folder, ""));
}

/// A template with one function whose properties are `properties`, indented by six.
fn function(properties: &str) -> String {
    format!(
        "Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: a\n{properties}"
    )
}

#[test]
fn no_template() {
    let error = Project::read(Path::new("/nonexistent")).unwrap_err();
    expect!["cannot read `/nonexistent/infra/template.yaml`"].assert_eq(&error.to_string());
}

#[test]
fn not_yaml() {
    check(
        "a: [b",
        "",
        &expect![
            "infra/template.yaml:2:1: not YAML: while parsing a flow sequence, expected ',' or ']'"
        ],
    );
}

#[test]
fn wrong_shapes_name_line_path_and_expectation() {
    check(
        &function("      Timeout: soon\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Timeout: expected a whole number, found `soon`"
        ],
    );
    check(
        &function("      Environment: { Variables: { X: [1] } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: expected text, found a list of 1"
        ],
    );
    check(
        &function("      Events: { E: { Type: EventBridgeRule } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Events.E.Properties.Pattern: expected an event pattern, found nothing"
        ],
    );
    check(
        &function("      Events: { E: { Type: DynamoDB, Properties: { Stream: \"arn:x\" } } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Events.E.Properties.Stream: expected the ARN of a table's stream, found `arn:x`"
        ],
    );
    check(
        &function(
            "      Events: { E: { Type: DynamoDB, Properties: { Stream: \"arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/x\", FilterCriteria: { Filters: [{ Pattern: \"{\" }] } } } }\n",
        ),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Events.E.Properties.FilterCriteria.Filters[0].Pattern: expected a pattern as JSON, found `{`"
        ],
    );
    check(
        "Resources:\n  A:\n    Type: AWS::Serverless::Function\n",
        "",
        &expect![
            "infra/template.yaml:2: Resources.A.Properties.CodeUri: expected text, found nothing"
        ],
    );
}

#[test]
fn references_to_nowhere() {
    check(
        &function("      Environment: { Variables: { X: !Ref B } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: no parameter, resource, condition or mapping is named `B`"
        ],
    );
    check(
        &function("      Environment: { Variables: { X: !Sub '${A.Color}' } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: `AWS::Serverless::Function` has no attribute `Color` that is known on a laptop"
        ],
    );
    check(
        &function("      Environment: { Variables: { X: !ImportValue B } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: `Fn::ImportValue` cannot be evaluated on a laptop; use a parameter instead"
        ],
    );
    check(
        &function("      FunctionName: !Sub '${A}-b'\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.FunctionName: nested too deep; do values or stacks refer to each other in a circle?"
        ],
    );
}

#[test]
fn parameters_without_values() {
    let template = "Parameters:\n  Sender: { Type: String }\nResources: {}\n";
    check(
        template,
        "",
        &expect![
            "infra/template.yaml: parameter `Sender` has no default; give it a value in `samconfig.toml [local.global.parameters] parameter_overrides`"
        ],
    );
    check(
        template,
        "[local.global.parameters]\nparameter_overrides = ['Sendr=x']",
        &expect![
            "`samconfig.toml [local.global.parameters] parameter_overrides` sets `Sendr`, which is no parameter of infra/template.yaml"
        ],
    );
    check(
        "Parameters:\n  Stage: { Type: String, Default: x, AllowedValues: [a, b] }\n",
        "",
        &expect!["infra/template.yaml: parameter `Stage` is `x`; allowed are a, b"],
    );
}

#[test]
fn parameters_with_values_that_a_deployment_refuses() {
    let of =
        |declaration: &str| format!("Parameters:\n  P: {{ {declaration} }}\nResources: {{}}\n");
    for (declaration, allowed) in [
        ("Type: Number, Default: many", expect!["numbers"]),
        ("Type: Number, Default: 0, MinValue: 1", expect!["numbers from 1 on"]),
        ("Type: Number, Default: 9, MaxValue: 8", expect!["numbers up to 8"]),
        ("Type: String, Default: '', MinLength: 1", expect!["texts of 1 characters or more"]),
        ("Type: String, Default: ábc, MaxLength: 2", expect!["texts of up to 2 characters"]),
        ("Type: String, Default: abc, AllowedPattern: '[a-b]+'", expect!["texts like `[a-b]+`"]),
        (
            "Type: String, Default: abc, AllowedPattern: '^d?$', ConstraintDescription: must be d",
            expect!["texts like `^d?$`, which must be d"],
        ),
    ] {
        let error = read(&of(declaration), "").0.unwrap_err().to_string();
        allowed.assert_eq(error.split_once("; allowed are ").unwrap().1);
    }
    for fitting in [
        "Type: Number, Default: 1, MinValue: 1, MaxValue: 1",
        "Type: String, Default: áb, MinLength: 2, MaxLength: 2, AllowedPattern: '.b'",
    ] {
        read(&of(fitting), "").0.unwrap();
    }
    check(
        &of("Type: String, Default: x, AllowedPattern: '['"),
        "",
        &expect![
            "infra/template.yaml:2: Parameters.P.AllowedPattern: expected a regular expression, found `[`"
        ],
    );
}

#[test]
fn nested_stacks_that_are_missing_or_endless() {
    let nest = |file: &str| {
        format!(
            "Resources:\n  B:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: {file}\n"
        )
    };
    check(
        &nest("b.yaml"),
        "",
        &expect![[r#"
            infra/template.yaml:5: Resources.B.Properties.TemplateURL: cannot read the nested stack
              because cannot read `infra/b.yaml`
              because No such file or directory (os error 2)"#]],
    );
    check(
        &nest("template.yaml"),
        "",
        &expect![
            "infra/template.yaml:5: Resources.B.Properties.TemplateURL: nested too deep; do values or stacks refer to each other in a circle?"
        ],
    );
}

#[test]
fn two_functions_of_one_name() {
    let template = function("")
        + "  B:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: x/a }\n";
    check(
        &template,
        "",
        &expect![
            "infra/template.yaml:8: Resources.B.Properties: function `a` exists twice; each function needs its own binary"
        ],
    );
}

#[test]
fn a_whole_project() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/project");
    let project = Project::read(&folder).unwrap();
    expect![[r#"
        Project {
            functions: [
                Function {
                    name: "greeting",
                    logical_id: "Greeting",
                    lambda_name: "callwright-Greeting",
                    arn: "arn:aws:lambda:us-east-1:000000000000:function:callwright-Greeting",
                    handler: "bootstrap",
                    timeout: 3s,
                    memory_mb: 256,
                    environment: {
                        "LIMIT": "20",
                        "SECRET": "arn:aws:secretsmanager:us-east-1:000000000000:secret:callwright-Key-AbCdEf",
                        "STAGE": "own",
                        "TABLE_NAME": "callwright-Records",
                    },
                    logging: Logging {
                        format: Some(
                            "JSON",
                        ),
                        level: Some(
                            "DEBUG",
                        ),
                    },
                },
                Function {
                    name: "voicemail",
                    logical_id: "Voicemail",
                    lambda_name: "callwright-Voicemail",
                    arn: "arn:aws:lambda:us-east-1:000000000000:function:callwright-Voicemail",
                    handler: "bootstrap",
                    timeout: 30s,
                    memory_mb: 256,
                    environment: {
                        "BUCKET": "callwright-recordings",
                        "STAGE": "test",
                        "TABLE_NAME": "callwright-Records",
                    },
                    logging: Logging {
                        format: Some(
                            "JSON",
                        ),
                        level: Some(
                            "DEBUG",
                        ),
                    },
                },
            ],
            tables: [
                Table {
                    name: "callwright-Records",
                    create: Object {
                        "TableName": String("callwright-Records"),
                        "AttributeDefinitions": Array [
                            Object {
                                "AttributeName": String("pk"),
                                "AttributeType": String("S"),
                            },
                            Object {
                                "AttributeName": String("sk"),
                                "AttributeType": String("S"),
                            },
                        ],
                        "KeySchema": Array [
                            Object {
                                "AttributeName": String("pk"),
                                "KeyType": String("HASH"),
                            },
                            Object {
                                "AttributeName": String("sk"),
                                "KeyType": String("RANGE"),
                            },
                        ],
                        "BillingMode": String("PAY_PER_REQUEST"),
                        "StreamSpecification": Object {
                            "StreamEnabled": Bool(true),
                            "StreamViewType": String("KEYS_ONLY"),
                        },
                    },
                    ttl: Some(
                        "expires_at",
                    ),
                },
            ],
            buckets: [
                Bucket {
                    name: "callwright-recordings",
                    sends_events: true,
                },
            ],
            secrets: [
                Secret {
                    name: "callwright-Key",
                    arn: "arn:aws:secretsmanager:us-east-1:000000000000:secret:callwright-Key-AbCdEf",
                    text: None,
                },
            ],
            rules: [
                Rule {
                    name: "Recorded",
                    function: "voicemail",
                    pattern: Object {
                        "source": Array [
                            String("aws.s3"),
                        ],
                        "detail": Object {
                            "bucket": Object {
                                "name": Array [
                                    String("callwright-recordings"),
                                ],
                            },
                            "object": Object {
                                "key": Array [
                                    Object {
                                        "prefix": String("connect/northwind/"),
                                    },
                                ],
                            },
                        },
                    },
                },
            ],
            event_sources: [
                EventSource {
                    name: "Noted",
                    function: "voicemail",
                    arn: "arn:aws:dynamodb:us-east-1:000000000000:table/callwright-Records/stream/2026-01-01T00:00:00.000",
                    table: "callwright-Records",
                    filters: [
                        Object {
                            "eventName": Array [
                                String("INSERT"),
                            ],
                            "dynamodb": Object {
                                "Keys": Object {
                                    "sk": Object {
                                        "S": Array [
                                            Object {
                                                "prefix": String("NOTE#"),
                                            },
                                        ],
                                    },
                                },
                            },
                        },
                    ],
                    batch: 2,
                },
            ],
            hours: {
                "arn:aws:connect:us-east-1:000000000000:instance/11111111-2222-4333-8444-555555555555/operating-hours/9af5fb81-4890-4732-9f6b-6f11ce0365de": Hours {
                    name: "Business",
                    time_zone: TimeZone(
                        TZif(
                            "America/New_York",
                        ),
                    ),
                    spans: [
                        Span {
                            day: Monday,
                            from: 09:00:00,
                            to: 17:30:00,
                        },
                    ],
                },
            },
            queues: {
                "arn:aws:connect:us-east-1:000000000000:instance/11111111-2222-4333-8444-555555555555/queue/f614ea22-5145-4d86-a880-c1f134bb07d1": Queue {
                    name: "Support",
                    hours_arn: Some(
                        "arn:aws:connect:us-east-1:000000000000:instance/11111111-2222-4333-8444-555555555555/operating-hours/9af5fb81-4890-4732-9f6b-6f11ce0365de",
                    ),
                },
            },
            bots: {
                "arn:aws:lex:us-east-1:000000000000:bot-alias/9GSWRM9ACU/F04YEPW642": Bot {
                    identity: BotIdentity {
                        id: "9GSWRM9ACU",
                        name: "callwright-Bot-assistant",
                        alias_id: "F04YEPW642",
                        alias_name: "live",
                        locale_id: "",
                        version: "1",
                    },
                    definition: Template(
                        Object {
                            "Name": String("callwright-Bot-assistant"),
                            "IdleSessionTTLInSeconds": Number(300),
                            "RoleArn": String("arn:aws:iam::000000000000:role/callwright-Bot-Role"),
                            "BotLocales": Array [
                                Object {
                                    "LocaleId": String("en_US"),
                                    "Intents": Array [
                                        Object {
                                            "Name": String("Goodbye"),
                                            "SampleUtterances": Array [
                                                Object {
                                                    "Utterance": String("bye"),
                                                },
                                            ],
                                        },
                                    ],
                                },
                            ],
                        },
                    ),
                    locales: {
                        "en_US": AliasLocale {
                            enabled: true,
                            code_hook: Some(
                                "arn:aws:lambda:us-east-1:000000000000:function:callwright-Greeting",
                            ),
                        },
                    },
                    detects_sentiment: false,
                    warnings: [],
                },
                "arn:aws:lex:us-east-1:000000000000:bot-alias/9GSWRM9ACU/TSTALIASID": Bot {
                    identity: BotIdentity {
                        id: "9GSWRM9ACU",
                        name: "callwright-Bot-assistant",
                        alias_id: "TSTALIASID",
                        alias_name: "TestBotAlias",
                        locale_id: "",
                        version: "DRAFT",
                    },
                    definition: Template(
                        Object {
                            "Name": String("callwright-Bot-assistant"),
                            "IdleSessionTTLInSeconds": Number(300),
                            "RoleArn": String("arn:aws:iam::000000000000:role/callwright-Bot-Role"),
                            "BotLocales": Array [
                                Object {
                                    "LocaleId": String("en_US"),
                                    "Intents": Array [
                                        Object {
                                            "Name": String("Goodbye"),
                                            "SampleUtterances": Array [
                                                Object {
                                                    "Utterance": String("bye"),
                                                },
                                            ],
                                        },
                                    ],
                                },
                            ],
                        },
                    ),
                    locales: {},
                    detects_sentiment: false,
                    warnings: [],
                },
            },
            placeholders: {
                "BeepPromptArn": "arn:aws:connect:us-east-1:000000000000:instance/i/prompt/beep",
                "BotAliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/9GSWRM9ACU/F04YEPW642",
                "GreetingFunctionArn": "arn:aws:lambda:us-east-1:000000000000:function:callwright-Greeting:live",
                "SupportQueueArn": "arn:aws:connect:us-east-1:000000000000:instance/11111111-2222-4333-8444-555555555555/queue/f614ea22-5145-4d86-a880-c1f134bb07d1",
            },
            instance: Instance {
                arn: "arn:aws:connect:us-east-1:000000000000:instance/11111111-2222-4333-8444-555555555555",
                alias: "northwind",
                recordings: Some(
                    Recordings {
                        bucket: "callwright-recordings",
                        prefix: "connect/northwind/CallRecordings",
                    },
                ),
            },
        }
    "#]].assert_debug_eq(&project);
}

#[test]
fn functions_are_found_by_every_name_they_have() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/project");
    let project = Project::read(&folder).unwrap();
    let arn = &project.functions[0].arn;
    for name in ["greeting", "callwright-Greeting", arn, &format!("{arn}:live")] {
        assert_eq!(project.function(name).map(|it| it.name.as_str()), Some("greeting"), "{name}");
    }
    assert!(project.function(&format!("{arn}s")).is_none());
}

#[test]
fn the_rarer_functions_are_evaluated() {
    let mappings = "Mappings:\n  M:\n    us-east-1: { a: one }\n";
    let variables = "      Environment:
        Variables:
          Found: !FindInMap [M, !Ref AWS::Region, !Join ['', [a]]]
          Default: !FindInMap [M, nowhere, a, { DefaultValue: !Sub '${AWS::Region}' }]
          Encoded: !Base64 hello
          Length: { Fn::Length: !Split [',', 'a,b,c'] }
          Json: { Fn::ToJsonString: { a: [!Ref AWS::Region] } }
";
    let (project, _) = read(&format!("{mappings}{}", function(variables)), "");
    let environment = &project.unwrap().functions[0].environment;
    let values: Vec<_> =
        environment.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(
        values,
        [
            "Default=us-east-1",
            "Encoded=aGVsbG8=",
            "Found=one",
            "Json={\"a\":[\"us-east-1\"]}",
            "Length=3"
        ]
    );
    check(
        &function("      Environment: { Variables: { X: !FindInMap [M, a, b] } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: no parameter, resource, condition or mapping is named `M.a.b`"
        ],
    );
    check(
        &function("      Environment: { Variables: { X: !FindInMap [M, a] } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: expected a mapping and two keys, found a list of 2"
        ],
    );
    check(
        &function("      Environment: { Variables: { X: { Fn::Length: abc } } }\n"),
        "",
        &expect![
            "infra/template.yaml:6: Resources.A.Properties.Environment.Variables.X: expected a list, found `abc`"
        ],
    );
}

#[test]
fn an_alias_of_a_bot_that_is_nowhere() {
    check(
        "Resources:\n  A:\n    Type: AWS::Lex::BotAlias\n    Properties: { BotId: ABCDEFGHIJ, BotAliasName: live }\n",
        "",
        &expect![
            "infra/template.yaml:4: Resources.A.Properties.BotId: expected the id of a bot of these templates, found `ABCDEFGHIJ`"
        ],
    );
}

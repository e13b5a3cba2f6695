use std::error::Error as _;

use expect_test::{Expect, expect};
use tempfile::TempDir;

use super::*;

/// A flow of one prompt, with the given text and metadata.
fn flow(text: &str, metadata: &str) -> String {
    format!(
        r#"{{
  "Version": "2019-10-30",
  "StartAction": "say",
  "Metadata": {metadata},
  "Actions": [
    {{
      "Identifier": "say",
      "Type": "MessageParticipant",
      "Parameters": {{ "Text": "{text}" }},
      "Transitions": {{ "NextAction": "hang-up" }}
    }},
    {{ "Identifier": "hang-up", "Type": "DisconnectParticipant", "Parameters": {{}}, "Transitions": {{}} }}
  ]
}}
"#
    )
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Renders; an error is told without the name of the temporary folder.
fn rendered(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    render(folder.path()).unwrap_or_else(|error| {
        error.to_string().replace(&folder.path().display().to_string(), "contact-flows")
    })
}

fn check_render(files: &[(&str, &str)], expected: &Expect) {
    expected.assert_eq(&rendered(files));
}

#[test]
fn a_flow_becomes_a_resource_and_a_placeholder_a_parameter() {
    check_render(
        &[("say-hello.json", &flow("It's ${BotAliasArn}", "{}"))],
        &expect![[r##"
            # Written by `callwright render` from contact-flows/. Change a flow there, then render again.
            AWSTemplateFormatVersion: "2010-09-09"
            Description: The contact flows of Callwright, one resource a file.

            Parameters:
              BotAliasArn:
                Description: "ARN of the bot alias; used by SayHelloFlow."
                Type: String
              InstanceArn:
                Description: "ARN of the instance that the flows belong to."
                Type: String

            Resources:
              SayHelloFlow:
                Type: AWS::Connect::ContactFlow
                Properties:
                  InstanceArn: !Ref InstanceArn
                  Name: "say-hello"
                  Type: CONTACT_FLOW
                  Content: !Sub |-
                    {"Version":"2019-10-30","StartAction":"say","Metadata":{},"Actions":[{"Identifier":"say","Type":"MessageParticipant","Parameters":{"Text":"It's ${BotAliasArn}"},"Transitions":{"NextAction":"hang-up"}},{"Identifier":"hang-up","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}

            Outputs:
              SayHelloFlowArn:
                Value: !GetAtt SayHelloFlow.ContactFlowArn
        "##]],
    );
}

#[test]
fn what_the_metadata_says_of_a_flow_is_what_connect_shows() {
    let metadata =
        r#"{ "name": "Hold: \"please\"", "description": "Plays music.", "type": "customerHold" }"#;
    let template = rendered(&[("hold.json", &flow("hi", metadata))]);
    let lines: Vec<_> = template.lines().skip_while(|it| *it != "  HoldFlow:").take(8).collect();
    assert_eq!(
        lines,
        [
            "  HoldFlow:",
            "    Type: AWS::Connect::ContactFlow",
            "    Properties:",
            "      InstanceArn: !Ref InstanceArn",
            r#"      Name: "Hold: \"please\"""#,
            r#"      Description: "Plays music.""#,
            "      Type: CUSTOMER_HOLD",
            "      Content: |-",
        ]
    );
}

#[test]
fn flows_and_modules_refer_to_each_other_by_their_resources() {
    let template = rendered(&[
        ("inbound.json", &flow("${HelpFlowArn} ${VerifyOrderModuleArn} ${HelpFlowArn}", "{}")),
        ("help.json", &flow("hi", "{}")),
        ("modules/verify-order.json", &flow("${HelpFlowArn}", "{}")),
        ("modules/README.md", "not a flow"),
    ]);
    let tell = |prefix: &str| {
        let lines = template.lines().filter(|it| it.trim_start().starts_with(prefix));
        lines.map(|it| it.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(tell("InboundFlow:").len(), 1);
    assert_eq!(tell("Type: AWS::Connect::ContactFlowModule").len(), 1);
    assert_eq!(
        tell("Value:"),
        [
            "Value: !GetAtt HelpFlow.ContactFlowArn",
            "Value: !GetAtt InboundFlow.ContactFlowArn",
            "Value: !GetAtt VerifyOrderModule.ContactFlowModuleArn",
        ]
    );
    let text = "${HelpFlow.ContactFlowArn} ${VerifyOrderModule.ContactFlowModuleArn} ${HelpFlow.ContactFlowArn}";
    assert!(template.contains(text), "{template}");
    // Nothing is left to be a parameter but the instance.
    assert_eq!(tell("Type: String").len(), 1);
}

#[test]
fn what_cannot_be_deployed_is_refused_with_its_place() {
    let plain = flow("hi", "{}");
    check_render(
        &[],
        &expect!["no flow in `contact-flows`: expected files such as `inbound.json`"],
    );
    check_render(
        &[("Order Status.json", &plain)],
        &expect![
            "the file name of `contact-flows/Order Status.json` is no flow name: expected lower-case words joined by `-`, such as `order-status.json`"
        ],
    );
    check_render(
        &[("inbound.json", &flow("${support queue}", "{}"))],
        &expect![
            "contact-flows/inbound.json: Actions[0].Parameters.Text has the placeholder `${support queue}`, expected a name that ends in `Arn`, such as `${SupportQueueArn}`"
        ],
    );
    check_render(
        &[("inbound.json", &flow("${OrderStatusFlowArn}", "{}"))],
        &expect![
            "contact-flows/inbound.json: Actions[0].Parameters.Text names `${OrderStatusFlowArn}`, but `contact-flows/order-status.json` does not exist"
        ],
    );
    check_render(
        &[("modules/a.json", &flow("${BModuleArn}", "{}"))],
        &expect![
            "contact-flows/modules/a.json: Actions[0].Parameters.Text names `${BModuleArn}`, but `contact-flows/modules/b.json` does not exist"
        ],
    );
    check_render(
        &[("inbound.json", &flow("hi", r#"{ "type": "inbound" }"#))],
        &expect![
            "contact-flows/inbound.json: Metadata.type is `inbound`, expected one of `contactFlow`, `customerQueue`, `customerHold`, `customerWhisper`, `agentHold`, `agentWhisper`, `outboundWhisper`, `agentTransfer`, `queueTransfer`"
        ],
    );
    check_render(
        &[("inbound.json", &flow(&"x".repeat(256_000), "{}"))],
        &expect![
            "the flow `contact-flows/inbound.json` has 256272 characters, more than the 256000 that Connect accepts"
        ],
    );
}

#[test]
fn names_that_collide_are_refused() {
    let plain = flow("hi", "{}");
    check_render(
        &[("a1b.json", &plain), ("a-1b.json", &plain)],
        &expect![
            "`contact-flows/a-1b.json` and `contact-flows/a1b.json` would both be named `A1bFlow`"
        ],
    );
    let named = flow("hi", r#"{ "name": "Main" }"#);
    check_render(
        &[("a.json", &named), ("b.json", &named)],
        &expect!["`contact-flows/a.json` and `contact-flows/b.json` would both be named `Main`"],
    );
    assert!(rendered(&[("a.json", &named), ("modules/b.json", &named)]).starts_with('#'));
}

#[test]
fn flows_in_a_circle_are_refused() {
    check_render(
        &[
            ("inbound.json", &flow("${MenuFlowArn}", "{}")),
            ("menu.json", &flow("${HelpFlowArn}", "{}")),
            ("help.json", &flow("${MenuFlowArn}", "{}")),
        ],
        &expect![
            "the flows HelpFlow -> MenuFlow -> HelpFlow refer to each other in a circle, which CloudFormation cannot create: let one of them take the next flow from a contact attribute"
        ],
    );
    check_render(
        &[("inbound.json", &flow("${InboundFlowArn}", "{}"))],
        &expect![
            "the flows InboundFlow -> InboundFlow refer to each other in a circle, which CloudFormation cannot create: let one of them take the next flow from a contact attribute"
        ],
    );
}

#[test]
fn a_file_that_is_no_flow_is_named_and_keeps_its_cause() {
    let folder = folder(&[("inbound.json", "{ \"Version\": ")]);
    let error = render(folder.path()).unwrap_err();
    assert!(matches!(&error, RenderError::Flow { path, .. } if path.ends_with("inbound.json")));
    assert!(error.source().is_some());
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = render(Path::new("no-such-folder")).unwrap_err();
    assert_eq!(error.to_string(), "failed to read `no-such-folder`");
}

/// Renders `before`, then checks that against `after`.
fn check_differences(before: &[(&str, &str)], after: &[(&str, &str)], expected: &Expect) {
    let committed = folder(&[("contact-flows.yaml", &rendered(before))]);
    let path = committed.path().join("contact-flows.yaml");
    let told = match check(folder(after).path(), &path) {
        Ok(()) => "fresh".to_owned(),
        Err(error) => error.to_string().replace(&committed.path().display().to_string(), "infra"),
    };
    expected.assert_eq(&told);
}

#[test]
fn a_template_is_fresh_until_a_flow_changes() {
    let before = [("inbound.json", &*flow("hi", "{}")), ("help.json", &*flow("help", "{}"))];
    check_differences(&before, &before, &expect!["fresh"]);
    check_differences(
        &before,
        &[before[0], ("help.json", &flow("help", "{}").replace('\n', "\n\n"))],
        &expect!["fresh"],
    );
    check_differences(
        &before,
        &[
            ("inbound.json", &flow("hello", "{}").replace("hang-up", "end")),
            ("menu.json", &flow("menu", "{}")),
        ],
        &expect![
            "`infra/contact-flows.yaml` is stale: - HelpFlow, ~ InboundFlow (+ end, - hang-up, ~ say), + MenuFlow"
        ],
    );
    check_differences(
        &before,
        &[before[0], ("help.json", &flow("help", r#"{ "name": "Help" }"#))],
        &expect!["`infra/contact-flows.yaml` is stale: ~ HelpFlow"],
    );
}

#[test]
fn a_template_edited_by_hand_is_stale_too() {
    let flows = [("inbound.json", &*flow("hi", "{}"))];
    for (from, to, line) in [
        ("The contact flows", "Some flows", "~ line 3"),
        ("InstanceArn:\n    D", "X:\n    D", "~ line 6"),
    ] {
        let text = rendered(&flows).replace(from, to);
        let committed = folder(&[("t.yaml", &text)]);
        let error = check(folder(&flows).path(), &committed.path().join("t.yaml")).unwrap_err();
        assert!(error.to_string().ends_with(line), "{error}");
    }
}

#[test]
fn a_template_that_is_missing_is_named() {
    let flows = folder(&[("inbound.json", &flow("hi", "{}"))]);
    let error = check(flows.path(), Path::new("infra/none.yaml")).unwrap_err();
    assert_eq!(error.to_string(), "`infra/none.yaml` does not exist");
}

#[test]
fn the_committed_template_is_what_the_flows_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    check(&root.join("contact-flows"), &root.join("infra/contact-flows.yaml")).unwrap();
}

//! What code hosting reads.

use expect_test::expect;
use serde_json::Value;

use crate::{check, flows};

fn log(arguments: &[&str]) -> Value {
    let said = check(&flows(), &[&["--format", "sarif"], arguments].concat());
    assert_eq!(said.stderr, "");
    serde_json::from_str(&said.stdout).unwrap()
}

/// What the schema of SARIF 2.1.0 requires of the objects that we write.
#[test]
fn has_what_the_schema_requires() {
    let log = log(&["faulty.json", "promised.json", "legacy.json"]);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "callwright");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["id"].is_string() && rule["shortDescription"]["text"].is_string(), "{rule}");
        assert!(rule["help"]["text"].is_string() && rule["help"]["markdown"].is_string(), "{rule}");
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["error", "warning", "note"].contains(&level), "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        assert!(result["message"]["text"].is_string(), "{result}");
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].is_string(), "{result}");
        let region = |key: &str| place["region"][key].as_u64().unwrap();
        assert!(region("startLine") >= 1 && region("startColumn") >= 1, "{result}");
        let start = (region("startLine"), region("startColumn"));
        assert!((region("endLine"), region("endColumn")) >= start, "{result}");
    }
}

#[test]
fn a_result_points_into_the_file_and_into_the_flow() {
    let log = log(&["faulty.json"]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|it| it["ruleId"] == "dangling-branch").unwrap();
    let location = serde_json::to_string_pretty(&result["locations"][0]).unwrap();
    expect![[r#"
        {
          "physicalLocation": {
            "artifactLocation": {
              "uri": "faulty.json"
            },
            "region": {
              "startLine": 12,
              "startColumn": 68,
              "endLine": 12,
              "endColumn": 74
            }
          },
          "logicalLocations": [
            {
              "name": "greet",
              "fullyQualifiedName": "Actions[0].Transitions.Errors[0].NextAction",
              "kind": "member"
            }
          ]
        }"#]]
    .assert_eq(&location);
}

#[test]
fn a_story_is_a_code_flow() {
    let log = log(&["faulty.json"]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|it| it["ruleId"] == "caller-dropped").unwrap();
    let steps = result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
    let texts: Vec<_> =
        steps.iter().map(|it| it["location"]["message"]["text"].as_str().unwrap()).collect();
    expect![[r#"
        greet: the caller hears “Thank you for calling.”
        menu: the caller presses another key
        hang-up"#]]
    .assert_eq(&texts.join("\n"));
}

#[test]
fn a_broken_promise_points_at_its_line() {
    let log = log(&["promised.json"]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|it| it["ruleId"] == "broken-promise").unwrap();
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "promised.rules");
    assert_eq!(place["region"]["startLine"], 3);
}

//! SARIF 2.1.0, which code hosting shows beside the lines of a change.
//!
//! Source: OASIS Standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".

use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Component, Path};

use connect_flow::explore::Story;
use connect_flow::lint::{self, Rule, Severity};
use serde::Serialize;

use super::story;
use crate::check::{self, Checked, Diagnostic, Place, Text};

/// A log: one run of one tool.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    artifacts: Vec<Artifact>,
    results: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Debug, Serialize)]
struct Artifact {
    location: ArtifactLocation,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Spot; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    code_flows: Vec<CodeFlow>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    /// The identifier of the action.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// The JSON path.
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct CodeFlow {
    thread_flows: [ThreadFlow; 1],
}

#[derive(Debug, Serialize)]
struct ThreadFlow {
    locations: Vec<ThreadFlowLocation>,
}

#[derive(Debug, Serialize)]
struct ThreadFlowLocation {
    location: Spot,
}

/// What was found in some files. Paths are relative to `here` where they are below it, which is
/// what code hosting needs.
pub(crate) fn log(files: &[Checked], here: &Path) -> Log {
    let scribe = Scribe { files, here };
    let artifacts = files.iter().map(|it| Artifact { location: scribe.artifact(&it.path) });
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "callwright",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: lint::RULES.iter().map(descriptor).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            artifacts: artifacts.collect(),
            results: files.iter().flat_map(|it| scribe.findings(it)).collect(),
        }],
    }
}

fn descriptor(rule: &Rule) -> Descriptor {
    let summary = || Message { text: rule.summary.to_owned() };
    Descriptor {
        id: rule.id,
        short_description: summary(),
        full_description: summary(),
        help: Help { text: rule.page, markdown: rule.page },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// Writes findings down.
struct Scribe<'a> {
    files: &'a [Checked],
    here: &'a Path,
}

impl Scribe<'_> {
    fn findings(&self, file: &Checked) -> Vec<Finding> {
        match &file.outcome {
            Ok(judged) => judged.diagnostics.iter().map(|it| self.finding(file, it)).collect(),
            Err(why) => {
                let at = why.at.clone().unwrap_or(0..0);
                let location = self.location(&file.path, &file.text, at);
                vec![finding(check::NOT_A_FLOW, Severity::Error, why.told(), location)]
            }
        }
    }

    fn finding(&self, file: &Checked, diagnostic: &Diagnostic) -> Finding {
        let it = &diagnostic.finding;
        let mut location = match (&diagnostic.place, &file.promises) {
            (Place::Promises(at), Some(promises)) => {
                self.location(&promises.path, &promises.text, at.clone())
            }
            (Place::Flow(Some(at)), _) => self.location(&file.path, &file.text, at.clone()),
            (Place::Flow(None) | Place::Promises(_), _) => {
                self.location(&file.path, &file.text, 0..0)
            }
        };
        if !it.path.is_empty() {
            location.logical_locations = vec![LogicalLocation {
                name: it.action.clone(),
                fully_qualified_name: it.path.clone(),
                kind: "member",
            }];
        }
        let mut text = it.message.clone();
        if let Some(help) = &it.help {
            let _ = write!(text, "\n{help}");
        }
        let mut finding = finding(it.rule, it.severity, text, location);
        finding.code_flows.extend(diagnostic.story.as_ref().and_then(|it| self.code_flow(it)));
        finding
    }

    /// A story, as far as the flows it goes through are among the files.
    fn code_flow(&self, story: &Story) -> Option<CodeFlow> {
        let told = story::told(story);
        let locations: Vec<_> = told
            .filter_map(|step| {
                let (file, at) = self.files.iter().find_map(|file| {
                    let judged = file.outcome.as_ref().ok()?;
                    Some((file, judged.place_of(&step.flow, &step.action)?))
                })?;
                let mut location = self.location(&file.path, &file.text, at);
                let happened = step.happened.as_ref().map_or(String::new(), |it| format!(": {it}"));
                let text = format!("{}{happened}", step.action);
                location.message = Some(Message { text });
                Some(ThreadFlowLocation { location })
            })
            .collect();
        (!locations.is_empty()).then_some(CodeFlow { thread_flows: [ThreadFlow { locations }] })
    }

    fn location(&self, path: &Path, text: &Text, at: Range<usize>) -> Spot {
        let (start_line, start_column) = text.position(at.start);
        let (end_line, end_column) = text.position(at.end);
        Spot {
            physical_location: Physical {
                artifact_location: self.artifact(path),
                region: Region { start_line, start_column, end_line, end_column },
            },
            logical_locations: Vec::new(),
            message: None,
        }
    }

    fn artifact(&self, path: &Path) -> ArtifactLocation {
        ArtifactLocation { uri: uri(path.strip_prefix(self.here).unwrap_or(path)) }
    }
}

fn finding(rule: &'static str, severity: Severity, text: String, location: Spot) -> Finding {
    Finding {
        rule_id: rule,
        rule_index: lint::RULES.iter().position(|it| it.id == rule),
        level: level(severity),
        message: Message { text },
        locations: [location],
        code_flows: Vec::new(),
    }
}

/// A path as a URI, relative if it is.
fn uri(path: &Path) -> String {
    let mut parts = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => parts.push(escaped(&name.to_string_lossy())),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Prefix(prefix) => {
                parts.push(prefix.as_os_str().to_string_lossy().into_owned());
            }
            Component::RootDir | Component::CurDir => {}
        }
    }
    let joined = parts.join("/");
    if path.is_absolute() { format!("file:///{joined}") } else { joined }
}

/// A name with everything escaped that has a meaning in a URI.
fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        for (path, expected) in [
            ("flows/in bound.json", "flows/in%20bound.json"),
            ("./a/../b#1.json", "a/../b%231.json"),
            ("/tmp/ä.json", "file:///tmp/%C3%A4.json"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }
}

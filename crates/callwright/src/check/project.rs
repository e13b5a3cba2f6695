//! The project around a flow: the other flows, and what flows can refer to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use connect_flow::lint::Surroundings;
use connect_flow::{Flow, FlowType, Library, ParseFlowError};
use serde_json::Value;

use crate::bots;
use crate::ids::Ids;
use crate::line::{FLOWS, flows};
use crate::render::{self, Kind, NotAPlaceholder, RenderError};
use crate::template::{self, TemplateError};

use super::text::Text;

/// A project whose flows are checked.
#[derive(Debug)]
pub(crate) struct Project {
    /// Its folder.
    pub(super) root: PathBuf,
    /// Its flows that can be read, with placeholders filled in.
    pub(super) library: Library,
    pub(super) surroundings: Surroundings,
    /// Its flows by the canonical paths of their files.
    flows: BTreeMap<PathBuf, Member>,
}

/// A flow of a project.
#[derive(Debug)]
pub(super) struct Member {
    /// What the file holds.
    pub(super) text: Text,
    /// What other flows name it with.
    pub(super) arn: String,
    pub(super) kind: Kind,
    /// Why it is not in the library, if it is not.
    pub(super) unreadable: Option<ParseFlowError>,
    /// What keeps it from being deployed with the others.
    pub(super) obstacles: Vec<Obstacle>,
}

/// Something that keeps a flow from being deployed with its project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Obstacle {
    /// The rule it breaks.
    pub(super) rule: &'static str,
    /// JSON path; empty for the file as a whole.
    pub(super) path: String,
    pub(super) message: String,
}

/// Why a project cannot be checked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProjectError {
    /// Its template cannot be read.
    #[error("failed to read the infrastructure")]
    Template(#[from] TemplateError),
    /// Its flows cannot be listed.
    #[error("failed to read the contact flows")]
    Flows(#[from] RenderError),
}

impl Project {
    /// Reads a project: what its template defines, and all its flows.
    ///
    /// # Errors
    ///
    /// [`ProjectError`]; what is wrong with one flow is kept with that flow.
    pub(super) fn read(root: &Path) -> Result<Self, ProjectError> {
        let project = template::Project::read(root)?;
        let files = render::files(&root.join(FLOWS))?;
        let names: Vec<_> = files
            .iter()
            .filter_map(|(kind, path)| Some((*kind, render::resource(*kind, path)?)))
            .collect();
        let values =
            flows::values(&project, names.iter().map(|(kind, name)| (*kind, name.as_str())));

        let mut library = Library::new();
        for (arn, queue) in &project.queues {
            library.insert_queue(arn, &queue.name);
        }
        let mut members = BTreeMap::new();
        for (kind, path) in files {
            // A file that cannot be read is told where it is checked, and keeps nobody from the rest.
            let (Ok(text), Ok(canonical)) = (Text::read(&path), path.canonicalize()) else {
                continue;
            };
            let (member, flow) = member(kind, &path, text, &values);
            if let Some(flow) = flow {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                library.insert(&member.arn, flows::kind(kind), name, flow);
            }
            members.insert(canonical, member);
        }
        let surroundings = surroundings(&project);
        Ok(Self { root: root.to_owned(), library, surroundings, flows: members })
    }

    /// The flow in a file, by its canonical path.
    pub(super) fn member(&self, path: &Path) -> Option<&Member> {
        self.flows.get(path)
    }
}

impl Member {
    /// What the flow is for: modules lie in a folder of their own, and a flow that does not say is
    /// deployed as one that contacts come in by.
    pub(super) fn flow_type(&self, flow: &Flow) -> FlowType {
        match self.kind {
            Kind::Module => FlowType::Module,
            Kind::Flow => flow.flow_type().unwrap_or(FlowType::ContactFlow),
        }
    }
}

/// Reads one flow as far as possible.
fn member(
    kind: Kind,
    path: &Path,
    text: Text,
    values: &BTreeMap<String, String>,
) -> (Member, Option<Flow>) {
    let mut obstacles = Vec::new();
    let resource = render::resource(kind, path);
    let arn = resource.as_deref().and_then(|it| values.get(&render::placeholder(it)));
    let arn = arn.cloned().unwrap_or_else(|| {
        obstacles.push(Obstacle {
            rule: "file-name",
            path: String::new(),
            message: format!(
                "found the file name `{}`, expected lower-case words joined by `-`, such as \
                 `order-status.json`",
                path.file_name().unwrap_or_default().to_string_lossy()
            ),
        });
        // No placeholder can name it; it only has to differ from the others.
        Ids::of(&path.to_string_lossy()).uuid()
    });
    let (filled, unknown) = fill(text.as_str(), values);
    obstacles.extend(unknown);
    let (flow, unreadable) = match Flow::read(&filled) {
        Ok(flow) => (Some(flow), None),
        Err(error) => (None, Some(error)),
    };
    (Member { text, arn, kind, unreadable, obstacles }, flow)
}

/// The text of a flow with its placeholders filled in as far as they have values.
fn fill(text: &str, values: &BTreeMap<String, String>) -> (String, Vec<Obstacle>) {
    let rule = "unknown-placeholder";
    let Ok(json) = serde_json::from_str::<Value>(text) else {
        return (text.to_owned(), Vec::new());
    };
    let mut uses = match render::find_placeholders(&json) {
        Ok(uses) => uses,
        Err(NotAPlaceholder { place, found }) => {
            let message = format!(
                "found the placeholder `{found}`, expected a name that ends in `Arn`, such as \
                 `${{SupportQueueArn}}`"
            );
            return (text.to_owned(), vec![Obstacle { rule, path: place, message }]);
        }
    };
    let mut obstacles = Vec::new();
    uses.retain(|name, place| {
        let is_known = values.contains_key(name);
        if !is_known {
            obstacles.push(Obstacle {
                rule,
                path: place.clone(),
                message: format!(
                    "found the placeholder `${{{name}}}`, which nothing gives a value"
                ),
            });
        }
        is_known
    });
    let filled = flows::fill(text, &uses, values).unwrap_or_else(|_| text.to_owned());
    (filled, obstacles)
}

/// What the flows of a project can refer to.
fn surroundings(project: &template::Project) -> Surroundings {
    let locales = |bot: &template::Bot| bots::locales(&bot.definition);
    Surroundings {
        queues: Some(project.queues.keys().cloned().collect()),
        functions: Some(project.functions.iter().map(|it| it.arn.clone()).collect()),
        bots: Some(project.bots.iter().map(|(arn, bot)| (arn.clone(), locales(bot))).collect()),
    }
}

/// The project that a file is a flow of, by the canonical path of the file: the one whose folder of
/// flows, or of modules, holds it.
pub(super) fn root_of(path: &Path) -> Option<&Path> {
    let folder = path.parent()?;
    let folder = if folder.ends_with("modules") { folder.parent()? } else { folder };
    let root = folder.parent().filter(|_| folder.ends_with(FLOWS))?;
    root.join("infra").join("template.yaml").is_file().then_some(root)
}

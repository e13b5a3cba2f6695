//! Everything that calls share: flows, bots, functions, opening hours, and the records to begin
//! with. Loaded once; each call gets a [`World`] of its own.

pub(crate) mod flows;
mod own_api;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use aws_events::lex::BotIdentity;
use connect_flow::{Flow, FlowKind, Library};
use serde_json::Value;

pub use own_api::{OwnApi, OwnApiError};
pub use world::{Answer, World, WorldError};

use crate::aws;
use crate::bots::{self, LoadError};
use crate::lambda::{self, Profile};
use crate::lines;
use crate::render;
use crate::template::{self, AliasLocale, Hours, Project, Queue, Recordings};

/// Folder of a project's flows.
pub(crate) const FLOWS: &str = "contact-flows";

/// A project's line, ready to be called.
#[derive(Debug)]
pub struct Line {
    project: Project,
    pub(crate) library: Library,
    /// Name of the flow that takes calls, as the library knows it.
    pub(crate) entry: String,
    bots: BTreeMap<String, Alias>,
    binaries: BTreeMap<String, PathBuf>,
    lines: Vec<::line::Line>,
    records: Vec<Value>,
    dynamodb: Option<SocketAddr>,
}

/// A bot behind an alias.
#[derive(Debug)]
pub(crate) struct Alias {
    pub(crate) bot: Arc<lex_bot::Bot>,
    pub(crate) identity: BotIdentity,
    /// Settings by locale, such as `en_US`.
    pub(crate) locales: BTreeMap<String, AliasLocale>,
    /// Whether it looks for the caller's mood.
    pub(crate) detects_sentiment: bool,
    /// Values of the definition that a laptop does not know.
    warnings: Vec<String>,
}

/// How a line is loaded.
#[derive(Debug, Clone)]
pub struct Options {
    /// The flow that takes calls, by its file name without `.json`.
    pub flow: String,
    /// How the functions are built.
    pub profile: Profile,
    /// Where the DynamoDB stand-in listens; a free port for every world when `None`.
    pub dynamodb: Option<SocketAddr>,
    /// The business's own API; `None` leaves it to the template.
    pub own_api: Option<OwnApi>,
}

impl Default for Options {
    /// The flow `inbound`, functions built quickly.
    fn default() -> Self {
        Self { flow: "inbound".to_owned(), profile: Profile::Dev, dynamodb: None, own_api: None }
    }
}

/// Why a project has no line that can be called.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// The template cannot be read.
    #[error("failed to read the infrastructure")]
    Template(#[from] template::TemplateError),
    /// The flows cannot be read.
    #[error("failed to read the contact flows")]
    Flows(#[from] render::RenderError),
    /// A flow uses a placeholder that the template gives no value.
    #[error(
        "{}: {place}: nothing gives `${{{name}}}` a value; pass it to the stack of the contact \
         flows in infra/template.yaml", path.display()
    )]
    Placeholder {
        /// The flow's file.
        path: PathBuf,
        /// JSON path of its first use.
        place: String,
        /// Name of the placeholder.
        name: String,
    },
    /// No flow has the name of the one that takes calls.
    #[error("no contact flow `{name}`; there are {known}")]
    NoEntry {
        /// Name that was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// A bot cannot be executed.
    #[error("failed to load the bot `{name}`")]
    Bot {
        /// Name of the bot.
        name: String,
        /// What is wrong with it.
        source: LoadError,
    },
    /// The functions cannot be built.
    #[error("failed to build the functions")]
    Build(#[from] lambda::BuildError),
    /// The lines that answer numbers cannot be read, or are wrong.
    #[error("failed to load the lines")]
    Lines(#[from] lines::LinesError),
    /// The records to begin with cannot be read.
    #[error("failed to read the records to begin with")]
    Records(#[from] aws::AwsError),
}

impl Line {
    /// Loads the line of a project: reads everything first, then builds the functions with Cargo.
    ///
    /// # Errors
    ///
    /// [`LineError`], which names the file and the place in it.
    pub async fn load(root: &Path, options: &Options) -> Result<Self, LineError> {
        let mut project = Project::read(root)?;
        if let Some(api) = &options.own_api {
            api.put(&mut project);
        }
        let (mut library, entry) = library(root, &options.flow, &project)?;
        let (mut bots, mut loaded) = (BTreeMap::new(), BTreeMap::new());
        for (alias_arn, it) in &project.bots {
            bots.insert(alias_arn.clone(), alias(it, &mut loaded)?);
        }
        let lines = lines::load(root)?;
        let mut records = lines::records(&lines)?;
        let lines = lines.into_iter().map(|it| it.line).collect();
        records.extend(aws::load_records(&root.join("tests").join("data"))?);
        for (arn, queue) in queues(&records) {
            library.insert_queue(&arn, &queue.name);
            project.queues.entry(arn).or_insert(queue);
        }
        let binaries =
            lambda::build(&lambda::cargo(), root, &project.functions, options.profile).await?;
        let dynamodb = options.dynamodb;
        Ok(Self { project, library, entry, bots, binaries, lines, records, dynamodb })
    }

    /// ARN of the Connect instance.
    pub(crate) fn instance_arn(&self) -> &str {
        &self.project.instance.arn
    }

    /// Where recordings go.
    pub(crate) fn recordings(&self) -> Option<&Recordings> {
        self.project.instance.recordings.as_ref()
    }

    /// The bot behind an alias.
    pub(crate) fn bot(&self, alias_arn: &str) -> Option<&Alias> {
        self.bots.get(alias_arn)
    }

    /// What is worth knowing of bots that are not executed in full.
    pub(crate) fn warnings(&self) -> impl Iterator<Item = String> {
        let warnings = self.bots.values().flat_map(|it| {
            let of_bot = it.bot.warnings().iter().map(ToString::to_string);
            let all = it.warnings.iter().cloned().chain(of_bot);
            all.map(|warning| format!("bot `{}`: {warning}", it.bot.name()))
        });
        // A bot has several aliases, and one definition.
        warnings.collect::<BTreeSet<_>>().into_iter()
    }

    /// Opening hours by ARN.
    pub(crate) fn hours(&self, arn: &str) -> Option<&Hours> {
        self.project.hours.get(arn)
    }

    /// Opening hours of a queue by its ARN.
    pub(crate) fn hours_of_queue(&self, arn: &str) -> Option<&Hours> {
        self.hours(self.project.queues.get(arn)?.hours_arn.as_deref()?)
    }

    /// Name of a queue by its ARN.
    pub(crate) fn queue_name(&self, arn: &str) -> Option<&str> {
        self.project.queues.get(arn).map(|it| it.name.as_str())
    }

    /// ARN of a queue by its name.
    pub(crate) fn queue_named(&self, name: &str) -> Option<&str> {
        let mut queues = self.project.queues.iter();
        queues.find(|(_, it)| it.name == name).map(|(arn, _)| arn.as_str())
    }

    /// Names of all queues, in the order of their ARNs.
    pub(crate) fn queue_names(&self) -> impl Iterator<Item = &str> {
        self.project.queues.values().map(|it| it.name.as_str())
    }

    /// Name of a function by its ARN.
    pub(crate) fn function_name(&self, arn: &str) -> Option<&str> {
        self.project.function(arn).map(|it| it.name.as_str())
    }

    /// How long one invocation of a function may take, by its ARN.
    pub(crate) fn function_timeout(&self, arn: &str) -> Option<Duration> {
        self.project.function(arn).map(|it| it.timeout)
    }

    /// Name of a prompt of the instance: that of the placeholder that stands for it.
    pub(crate) fn prompt_name(&self, arn: &str) -> String {
        let placeholder = self.project.placeholders.iter().find(|(_, value)| *value == arn);
        placeholder
            .map_or("prompt", |(name, _)| {
                let name = name.as_str();
                name.strip_suffix("PromptArn").unwrap_or(name)
            })
            .to_lowercase()
    }
}

/// The bot behind an alias; one that several aliases share is loaded once.
fn alias(
    it: &template::Bot,
    loaded: &mut BTreeMap<String, Arc<lex_bot::Bot>>,
) -> Result<Alias, LineError> {
    let mut identity = it.identity.clone();
    let bot = if let Some(bot) = loaded.get(&identity.id) {
        Arc::clone(bot)
    } else {
        let bot = bots::load(&it.definition)
            .map_err(|source| LineError::Bot { name: identity.name.clone(), source })?;
        let bot = Arc::new(bot);
        loaded.insert(identity.id.clone(), Arc::clone(&bot));
        bot
    };
    if identity.name.is_empty() {
        bot.name().clone_into(&mut identity.name);
    }
    Ok(Alias {
        bot,
        identity,
        locales: it.locales.clone(),
        detects_sentiment: it.detects_sentiment,
        warnings: it.warnings.clone(),
    })
}

/// The queues that lines name by ARN, as the lines call them: the template need not have them.
fn queues(records: &[Value]) -> Vec<(String, Queue)> {
    let lines = records.iter().filter(|it| it["kind"] == "line");
    let lines =
        lines.filter_map(|it| serde_json::from_str::<::line::Line>(it["line"].as_str()?).ok());
    let queues = lines.flat_map(|it| it.queues);
    queues.filter_map(|it| Some((it.arn?, Queue { name: it.name, hours_arn: None }))).collect()
}

/// The flows of a project with every placeholder filled in, and the name of the one that takes
/// calls.
fn library(root: &Path, entry: &str, project: &Project) -> Result<(Library, String), LineError> {
    let units = render::units(&root.join(FLOWS))?;
    let values = flows::values(project, units.iter().map(|it| (it.kind, it.resource.as_str())));
    let mut library = Library::new();
    for (arn, queue) in &project.queues {
        library.insert_queue(arn, &queue.name);
    }
    let mut entry_arn = None;
    let mut known = Vec::new();
    for unit in units {
        let content = flows::fill(&unit.content, &unit.uses, &values).map_err(|missing| {
            let (name, place) = (missing.name.to_owned(), missing.place.to_owned());
            LineError::Placeholder { path: unit.path.clone(), place, name }
        })?;
        let flow = Flow::parse(&content).map_err(|source| {
            LineError::Flows(render::RenderError::Flow { path: unit.path.clone(), source })
        })?;
        let stem = unit.path.file_stem().map(|it| it.to_string_lossy()).unwrap_or_default();
        let arn = values.get(&unit.placeholder()).cloned().unwrap_or_default();
        let kind = flows::kind(unit.kind);
        if kind == FlowKind::Flow {
            if stem == entry {
                entry_arn = Some(arn.clone());
            }
            known.push(format!("`{stem}`"));
        }
        library.insert(arn, kind, stem, flow);
    }
    let entry = entry_arn
        .ok_or_else(|| LineError::NoEntry { name: entry.to_owned(), known: known.join(", ") })?;
    Ok((library, entry))
}

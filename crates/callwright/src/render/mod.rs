//! Renders `contact-flows/` into the CloudFormation template that deploys them.
//!
//! A flow is written once, as the JSON that Connect executes; what differs between deployments is a
//! placeholder such as `${SupportQueueArn}`. Rendering makes each flow a resource and each
//! placeholder either a reference to another flow of the folder or a parameter of the template.
//! The result depends on the folder alone, so it is committed and [`check`] tells whether it is
//! still true. [`bot`] does the same for the bot.
//!
//! ## Format
//!
//! `contact-flows/order-status.json` becomes the resource `OrderStatusFlow`, named to others as
//! `${OrderStatusFlowArn}`; `contact-flows/modules/order-status.json` becomes `OrderStatusModule`,
//! named `${OrderStatusModuleArn}`. Any other `${…Arn}` is a parameter.

use std::path::{Path, PathBuf};
use std::{fs, io};

use connect_flow::ParseFlowError;

pub mod bot;
mod difference;
mod placeholder;
mod template;
mod unit;

pub use difference::{Change, Difference};

pub(crate) use placeholder::{NotAPlaceholder, Uses, find as find_placeholders};
use template::Template;
pub(crate) use unit::{Kind, Unit, minify, placeholder, resource};

/// Folder of modules within the folder of flows.
const MODULES: &str = "modules";

/// Renders a folder of flows as a CloudFormation template in YAML.
///
/// # Errors
///
/// [`RenderError`] when a file cannot be read or its flow cannot be deployed with the others.
pub fn render(contact_flows: &Path) -> Result<String, RenderError> {
    Ok(Template::new(units(contact_flows)?)?.to_string())
}

/// Reads the flows of a folder, and the modules below it.
pub(crate) fn units(contact_flows: &Path) -> Result<Vec<Unit>, RenderError> {
    let parse = |(kind, path): (Kind, PathBuf)| {
        let text = fs::read_to_string(&path)
            .map_err(|source| RenderError::Read { path: path.clone(), source })?;
        Unit::parse(kind, path, &text)
    };
    let units: Vec<_> = files(contact_flows)?.into_iter().map(parse).collect::<Result<_, _>>()?;
    if units.is_empty() {
        return Err(RenderError::NoFlows { folder: contact_flows.to_owned() });
    }
    Ok(units)
}

/// The files of the flows of a folder, then those of the modules below it, each in the order of
/// their names.
pub(crate) fn files(contact_flows: &Path) -> Result<Vec<(Kind, PathBuf)>, RenderError> {
    let mut files = list_folder(contact_flows, Kind::Flow)?;
    let modules = contact_flows.join(MODULES);
    if modules.is_dir() {
        files.extend(list_folder(&modules, Kind::Module)?);
    }
    Ok(files)
}

/// Tells whether the template at `rendered` is what [`render`] makes of the flows.
///
/// # Errors
///
/// [`CheckError::Stale`] when it is not, with each flow that differs; [`CheckError::Missing`] when
/// there is no such file, [`CheckError::Read`] when it cannot be read, and [`CheckError::Render`]
/// when the flows cannot be rendered.
pub fn check(contact_flows: &Path, rendered: &Path) -> Result<(), CheckError> {
    compare(rendered, &render(contact_flows)?, difference::between)
}

/// Tells whether the template at `rendered` is what [`bot::render`] makes of the bot's source.
///
/// # Errors
///
/// As with [`check`], with each intent that differs, and [`CheckError::Bot`] when the bot cannot be
/// rendered.
pub fn check_bot(
    project: &Path,
    folder: &Path,
    questions: bot::Questions<'_>,
    rendered: &Path,
) -> Result<(), CheckError> {
    compare(rendered, &bot::render(project, folder, questions)?, difference::between_bots)
}

fn compare(
    rendered: &Path,
    fresh: &str,
    between: impl Fn(&str, &str) -> Vec<Difference>,
) -> Result<(), CheckError> {
    let committed = fs::read_to_string(rendered).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => CheckError::Missing { path: rendered.to_owned() },
        _ => CheckError::Read { path: rendered.to_owned(), source },
    })?;
    let differences = between(&committed, fresh);
    if differences.is_empty() {
        return Ok(());
    }
    Err(CheckError::Stale { path: rendered.to_owned(), differences })
}

/// The `.json` files of one folder, in the order of their names.
fn list_folder(folder: &Path, kind: Kind) -> Result<Vec<(Kind, PathBuf)>, RenderError> {
    let read = |source| RenderError::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(read)? {
        let path = entry.map_err(read)?.path();
        if path.extension().is_some_and(|it| it == "json") {
            files.push((kind, path));
        }
    }
    files.sort();
    Ok(files)
}

/// Why flows cannot be rendered. Places are JSON paths, such as `Actions[3].Parameters.QueueId`.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A file or folder could not be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder holds no flow.
    #[error("no flow in `{}`: expected files such as `inbound.json`", folder.display())]
    NoFlows {
        /// The folder.
        folder: PathBuf,
    },
    /// The name of a file cannot be made the name of a resource.
    #[error(
        "the file name of `{}` is no flow name: expected lower-case words joined by `-`, such as \
         `order-status.json`",
        path.display()
    )]
    FileName {
        /// The file.
        path: PathBuf,
    },
    /// A file is no flow.
    #[error("failed to read the flow `{}`", path.display())]
    Flow {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        source: ParseFlowError,
    },
    /// A flow is longer than Connect accepts.
    #[error("the flow `{}` has {found} characters, more than the {limit} that Connect accepts", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
        /// Characters of the flow without the white space between its tokens.
        found: usize,
        /// Most characters that Connect accepts.
        limit: usize,
    },
    /// A flow says that it is of a type that is not known.
    #[error(
        "{}: Metadata.type is `{found}`, expected one of {}",
        path.display(),
        unit::known_types()
    )]
    Type {
        /// The file.
        path: PathBuf,
        /// What the flow says.
        found: String,
    },
    /// A `${` begins something that is no placeholder.
    #[error(
        "{}: {place} has the placeholder `{found}`, expected a name that ends in `Arn`, such as \
         `${{SupportQueueArn}}`",
        path.display()
    )]
    Placeholder {
        /// The file.
        path: PathBuf,
        /// Where in it.
        place: String,
        /// The text that looks like a placeholder.
        found: String,
    },
    /// A placeholder names a flow or module that does not exist.
    #[error(
        "{}: {place} names `${{{name}}}`, but `{}` does not exist",
        path.display(),
        expected.display()
    )]
    NoSuchFlow {
        /// The file.
        path: PathBuf,
        /// Where in it.
        place: String,
        /// Name in the placeholder.
        name: String,
        /// File that would be meant.
        expected: PathBuf,
    },
    /// Two files would become the same resource, or carry the same name in Connect.
    #[error("`{}` and `{}` would both be named `{name}`", first.display(), second.display())]
    SameName {
        /// The name.
        name: String,
        /// One file.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// Flows refer to each other in a circle, so that none can be created first.
    #[error(
        "the flows {} refer to each other in a circle, which CloudFormation cannot create: let one \
         of them take the next flow from a contact attribute",
        circle.join(" -> ")
    )]
    Circle {
        /// Resources of the circle, the first repeated at the end.
        circle: Vec<String>,
    },
}

/// Why a rendered template cannot be trusted.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The flows themselves cannot be rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The bot itself cannot be rendered.
    #[error(transparent)]
    Bot(#[from] bot::BotError),
    /// The template was never rendered.
    #[error("`{}` does not exist", path.display())]
    Missing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The template could not be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// The template.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The template is not what its source says.
    #[error("`{}` is stale: {}", path.display(), difference::list(differences))]
    Stale {
        /// The template.
        path: PathBuf,
        /// What differs; never empty.
        differences: Vec<Difference>,
    },
}

#[cfg(test)]
mod tests;

//! What can be wrong with a project's templates.

use std::fmt;
use std::path::PathBuf;

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// Line in the file, from 1; 0 when it is not known.
    pub line: usize,
    /// Path in the document, such as `Resources.Greeting.Properties.Timeout`.
    pub path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.path.is_empty() { Ok(()) } else { write!(f, ": {}", self.path) }
    }
}

/// Why a project cannot be read. Every message says where, what was found and what to do.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A file cannot be read.
    #[error("cannot read `{}`", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A nested stack cannot be read.
    #[error("{place}: cannot read the nested stack")]
    Nested {
        /// Where the stack is named.
        place: Place,
        /// Why not.
        source: Box<TemplateError>,
    },
    /// A template is not YAML.
    #[error("{}:{line}:{column}: not YAML: {message}", file.display())]
    Syntax {
        /// The file.
        file: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// A short-form intrinsic is not known.
    #[error("{place}: `!{tag}` is no CloudFormation function")]
    UnknownTag {
        /// Where.
        place: Place,
        /// The tag, without its exclamation mark.
        tag: String,
    },
    /// A function that needs the real account.
    #[error("{place}: `{function}` cannot be evaluated on a laptop; use a parameter instead")]
    UnsupportedFunction {
        /// Where.
        place: Place,
        /// Its long name, such as `Fn::ImportValue`.
        function: String,
    },
    /// A value has another shape than it must have.
    #[error("{place}: expected {expected}, found {found}")]
    Shape {
        /// Where.
        place: Place,
        /// What it must be.
        expected: &'static str,
        /// What it is.
        found: String,
    },
    /// A name is neither a parameter nor a resource.
    #[error("{place}: no parameter, resource, condition or mapping is named `{name}`")]
    UnknownName {
        /// Where.
        place: Place,
        /// The name.
        name: String,
    },
    /// A resource has no such attribute here.
    #[error("{place}: `{kind}` has no attribute `{attribute}` that is known on a laptop")]
    UnknownAttribute {
        /// Where.
        place: Place,
        /// Type of the resource.
        kind: String,
        /// The attribute.
        attribute: String,
    },
    /// Functions refer to each other in a circle, or nest without end.
    #[error("{place}: nested too deep; do values or stacks refer to each other in a circle?")]
    TooDeep {
        /// Where.
        place: Place,
    },
    /// A parameter has neither a default nor a value.
    #[error(
        "{}: parameter `{parameter}` has no default; give it a value in `{giver}`",
        file.display()
    )]
    ParameterWithoutValue {
        /// The template.
        file: PathBuf,
        /// The parameter.
        parameter: String,
        /// Where values come from.
        giver: String,
    },
    /// A value is given for a parameter that does not exist.
    #[error("`{giver}` sets `{parameter}`, which is no parameter of {}", file.display())]
    UnknownParameter {
        /// The template.
        file: PathBuf,
        /// The parameter.
        parameter: String,
        /// Where the value comes from.
        giver: String,
    },
    /// A parameter's value is none of the allowed ones.
    #[error(
        "{}: parameter `{parameter}` is `{value}`; allowed are {allowed}",
        file.display()
    )]
    ParameterNotAllowed {
        /// The template.
        file: PathBuf,
        /// The parameter.
        parameter: String,
        /// Its value.
        value: String,
        /// The allowed values.
        allowed: String,
    },
    /// `samconfig.toml` is not TOML.
    #[error("`{}` is not TOML", file.display())]
    Samconfig {
        /// The file.
        file: PathBuf,
        /// Where and why.
        source: Box<toml::de::Error>,
    },
    /// An override is not written as `Name=value`.
    #[error("{}: `{found}` in parameter_overrides must be written as `Name=value`", file.display())]
    Override {
        /// The file.
        file: PathBuf,
        /// What is written.
        found: String,
    },
    /// Two functions build the same binary.
    #[error("{place}: function `{name}` exists twice; each function needs its own binary")]
    DuplicateFunction {
        /// Where the second is.
        place: Place,
        /// The name.
        name: String,
    },
}

impl TemplateError {
    /// Where in a template something is wrong; `None` when it is elsewhere.
    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Self::Syntax { file, line, .. } => {
                Some(Place { file: file.clone(), line: *line, path: String::new() })
            }
            Self::Nested { place, .. }
            | Self::UnknownTag { place, .. }
            | Self::UnsupportedFunction { place, .. }
            | Self::Shape { place, .. }
            | Self::UnknownName { place, .. }
            | Self::UnknownAttribute { place, .. }
            | Self::TooDeep { place }
            | Self::DuplicateFunction { place, .. } => Some(place.clone()),
            Self::Read { .. }
            | Self::ParameterWithoutValue { .. }
            | Self::UnknownParameter { .. }
            | Self::ParameterNotAllowed { .. }
            | Self::Samconfig { .. }
            | Self::Override { .. } => None,
        }
    }

    /// What is not known, for a value that only an account knows; `None` when something is wrong.
    pub(super) fn unknown(&self) -> Option<String> {
        match self {
            Self::UnsupportedFunction { function, .. } => {
                Some(format!("`{function}` cannot be evaluated on a laptop"))
            }
            Self::UnknownName { name, .. } => {
                Some(format!("no parameter, resource, condition or mapping is named `{name}`"))
            }
            Self::UnknownAttribute { kind, attribute, .. } => {
                Some(format!("`{kind}` has no attribute `{attribute}` that is known on a laptop"))
            }
            Self::ParameterWithoutValue { parameter, .. } => {
                Some(format!("parameter `{parameter}` has no value"))
            }
            Self::Nested { place, .. } => {
                Some(format!("the nested stack at `{}` cannot be read", place.path))
            }
            _ => None,
        }
    }
}

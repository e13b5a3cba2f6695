//! The rules: identifier, severity and page of each.

use serde::Serialize;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could be better.
    Hint,
    /// A caller suffers.
    Warning,
    /// Connect refuses the flow, or it breaks.
    Error,
}

/// A rule that flows are held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Its identifier, such as `dangling-branch`.
    pub id: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
    /// What it asks for, in one line.
    pub summary: &'static str,
    /// Why, with an example and what to do, in Markdown.
    pub page: &'static str,
}

/// Every rule, by identifier.
pub const RULES: &[Rule] = &[];

//! The pages of rules.

use std::fmt::Write as _;

use anstyle::Style;
use connect_flow::lint::{RULES, Rule, Severity};

use super::{BOLD, ERROR, QUIET, WARNING};

/// The page of a rule, with ANSI styles: headings stand out, examples stand back.
pub(crate) fn page(rule: &Rule) -> String {
    let mut out = String::new();
    let mut is_example = false;
    for line in rule.page.lines() {
        let is_fence = line.starts_with("```");
        let style = match (is_fence || is_example, line.starts_with('#')) {
            (true, _) => QUIET,
            (false, true) => BOLD,
            (false, false) => Style::new(),
        };
        let _ = writeln!(out, "{style}{line}{style:#}");
        is_example ^= is_fence;
    }
    out
}

/// Every rule in a line, errors first.
pub(crate) fn rules() -> String {
    let width = RULES.iter().map(|it| it.id.len()).max().unwrap_or(0);
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let style = match severity {
            Severity::Error => ERROR,
            Severity::Warning => WARNING,
            Severity::Hint => BOLD,
        };
        for rule in RULES.iter().filter(|it| it.severity == severity) {
            let (id, name, summary) = (rule.id, severity.as_str(), rule.summary);
            let _ = writeln!(out, "{style}{name:<7}{style:#}  {id:<width$}  {summary}");
        }
    }
    out
}

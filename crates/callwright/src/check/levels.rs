//! What is said of a finding: as its rule has it, allowed, or raised to an error.

use std::collections::BTreeSet;

use connect_flow::lint::{self, Finding, Rule, Severity};

/// What the command line says of rules. What is allowed stays allowed, whatever is raised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Levels {
    allowed: Vec<Allowed>,
    raised: BTreeSet<String>,
    raises_warnings: bool,
    raises_hints: bool,
}

/// A rule that may be broken.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Allowed {
    rule: String,
    /// By this action only.
    action: Option<String>,
}

/// A rule that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule `{name}`")]
pub(crate) struct UnknownRuleError {
    /// What was asked for.
    pub(crate) name: String,
    /// The rule that is most like it.
    pub(crate) nearest: Option<&'static str>,
}

impl Levels {
    /// Reads what was typed: `RULE` or `RULE@ACTION` to allow, `warnings`, `hints` or `RULE` to raise.
    ///
    /// # Errors
    ///
    /// [`UnknownRuleError`] for the first rule that does not exist.
    pub(crate) fn read(allow: &[String], deny: &[String]) -> Result<Self, UnknownRuleError> {
        let mut levels = Self::default();
        for text in allow {
            let (rule, action) = match text.split_once('@') {
                Some((rule, action)) => (rule, Some(action.to_owned())),
                None => (text.as_str(), None),
            };
            levels.allowed.push(Allowed { rule: known(rule)?, action });
        }
        for text in deny {
            match text.as_str() {
                "warnings" => levels.raises_warnings = true,
                "hints" => levels.raises_hints = true,
                rule => {
                    levels.raised.insert(known(rule)?);
                }
            }
        }
        Ok(levels)
    }

    /// What is allowed for an action, as it was typed, by rule and action.
    pub(crate) fn allowed_actions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.allowed.iter().filter_map(|it| Some((it.rule.as_str(), it.action.as_deref()?)))
    }

    /// How bad a finding is taken to be; `None` when it is allowed.
    pub(super) fn judge(&self, finding: &Finding) -> Option<Severity> {
        let allows = |it: &Allowed| {
            it.rule == finding.rule
                && it.action.as_ref().is_none_or(|it| Some(it) == finding.action.as_ref())
        };
        if self.allowed.iter().any(allows) {
            return None;
        }
        let is_raised = match finding.severity {
            Severity::Hint => self.raises_hints,
            Severity::Warning => self.raises_warnings,
            Severity::Error => true,
        };
        let is_raised = is_raised || self.raised.contains(finding.rule);
        Some(if is_raised { Severity::Error } else { finding.severity })
    }
}

/// The name of a rule that exists.
fn known(name: &str) -> Result<String, UnknownRuleError> {
    find(name).map(|it| it.id.to_owned())
}

/// A rule by its name.
///
/// # Errors
///
/// [`UnknownRuleError`] when there is none.
pub(crate) fn find(name: &str) -> Result<&'static Rule, UnknownRuleError> {
    lint::rule(name)
        .ok_or_else(|| UnknownRuleError { name: name.to_owned(), nearest: lint::nearest(name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(rule: &'static str, severity: Severity, action: Option<&str>) -> Finding {
        Finding {
            rule,
            severity,
            action: action.map(str::to_owned),
            path: String::new(),
            message: String::new(),
            help: None,
        }
    }

    fn levels(allow: &[&str], deny: &[&str]) -> Result<Levels, UnknownRuleError> {
        let owned = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        Levels::read(&owned(allow), &owned(deny))
    }

    #[test]
    fn a_rule_that_does_not_exist_is_told_with_the_nearest() {
        let error = levels(&["caller-droped@menu"], &[]).unwrap_err();
        assert_eq!(error.to_string(), "no rule `caller-droped`");
        assert_eq!(error.nearest, Some("caller-dropped"));
        let error = levels(&[], &["everything"]).unwrap_err();
        assert_eq!(error.nearest, None);
    }

    #[test]
    fn a_rule_is_allowed_everywhere_or_for_one_action() {
        let everywhere = levels(&["caller-dropped"], &[]).unwrap();
        let there = levels(&["caller-dropped@menu"], &[]).unwrap();
        let at = |action| finding("caller-dropped", Severity::Warning, action);
        assert_eq!(everywhere.judge(&at(None)), None);
        assert_eq!(everywhere.judge(&at(Some("menu"))), None);
        assert_eq!(there.judge(&at(Some("menu"))), None);
        assert_eq!(there.judge(&at(Some("other"))), Some(Severity::Warning));
        assert_eq!(there.judge(&at(None)), Some(Severity::Warning));
        let other = finding("caller-stuck", Severity::Warning, None);
        assert_eq!(everywhere.judge(&other), Some(Severity::Warning));
    }

    #[test]
    fn findings_are_raised_by_kind_or_by_rule() {
        let raised = |deny: &[&str], severity| {
            levels(&[], deny).unwrap().judge(&finding("caller-dropped", severity, None))
        };
        assert_eq!(raised(&[], Severity::Warning), Some(Severity::Warning));
        assert_eq!(raised(&["warnings"], Severity::Warning), Some(Severity::Error));
        assert_eq!(raised(&["warnings"], Severity::Hint), Some(Severity::Hint));
        assert_eq!(raised(&["hints"], Severity::Hint), Some(Severity::Error));
        assert_eq!(raised(&["hints"], Severity::Warning), Some(Severity::Warning));
        assert_eq!(raised(&["caller-dropped"], Severity::Hint), Some(Severity::Error));
        assert_eq!(raised(&["caller-stuck"], Severity::Warning), Some(Severity::Warning));
    }

    #[test]
    fn what_is_allowed_stays_allowed() {
        let levels = levels(&["caller-dropped"], &["warnings", "caller-dropped"]).unwrap();
        assert_eq!(levels.judge(&finding("caller-dropped", Severity::Warning, None)), None);
    }
}

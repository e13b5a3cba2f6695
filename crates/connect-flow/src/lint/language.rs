//! Whether a bot speaks the language of the contact.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Finding;
use super::case::Case;
use super::person::is_entered;
use super::rule::LEX_LOCALE;
use crate::action::{Action, ActionKind, Bot};
use crate::flow::FlowType;
use crate::value::Field;

/// The language of a contact for which none is set.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Get customer input": a Lex V2 bot in
/// another language than American English needs the language attribute.
const DEFAULT: &str = "en-US";

/// What is known of the language of a contact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Language {
    /// It is this one.
    Set(String),
    /// Nothing has set it.
    Unset,
    /// It is known only when the flow runs.
    Unknown,
}

/// Bots that have no locale for a language that the contact can have when it gets there.
pub(super) fn locales(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let Some(bots) = &case.subject.surroundings.bots else { return };
    let mut told = BTreeSet::new();
    for (action, language) in languages(case) {
        let ActionKind::ConnectParticipantWithLexBot(lex) = action.kind() else { continue };
        let Bot::V2 { alias_arn: Field::Static(alias) } = &lex.bot else { continue };
        let Some(locales) = bots.get(alias) else { continue };
        let (code, why) = match &language {
            Language::Set(code) => (code.as_str(), "which the flow sets"),
            Language::Unset => (DEFAULT, "since no action before it sets another"),
            Language::Unknown => continue,
        };
        let locale = code.replace('-', "_");
        let has = locales.iter().any(|it| it.eq_ignore_ascii_case(&locale));
        if !has && told.insert((action.position, locale)) {
            let known: Vec<_> = locales.iter().map(|it| format!("`{it}`")).collect();
            let message = format!(
                "the language of the contact can be `{code}` here, {why}, expected one of the bot's: {}",
                known.join(", ")
            );
            findings.push(Finding::of(&LEX_LOCALE, action, "Parameters.LexV2Bot", message));
        }
    }
}

/// Every action with every language that a contact can have on getting to it.
fn languages<'a>(case: &Case<'a>) -> Vec<(&'a Action, Language)> {
    // What flows before this one have set is not known.
    let is_first = case.subject.flow_type == FlowType::ContactFlow && !is_entered(case);
    let first = if is_first { Language::Unset } else { Language::Unknown };
    let mut seen: BTreeMap<usize, BTreeSet<Language>> = BTreeMap::new();
    let mut queue: VecDeque<_> = case.graph.start().map(|at| (at, first)).into_iter().collect();
    let mut found = Vec::new();
    while let Some((at, language)) = queue.pop_front() {
        let Some(action) = case.graph.action(at) else { continue };
        if !seen.entry(at).or_default().insert(language.clone()) {
            continue;
        }
        found.push((action, language.clone()));
        let after = match action.kind() {
            ActionKind::UpdateContactData(data) if !data.on_related_contact => {
                match &data.language_code {
                    Some(Field::Static(code)) if !crate::placeholder::has_placeholder(code) => {
                        Language::Set(code.clone())
                    }
                    Some(_) => Language::Unknown,
                    None => language,
                }
            }
            ActionKind::InvokeFlowModule(_) => Language::Unknown,
            _ => language,
        };
        queue.extend(case.graph.ways(at).iter().map(|it| (it.to, after.clone())));
    }
    found
}

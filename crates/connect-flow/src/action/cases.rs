//! Cases: what an agent works on across contacts.

use serde::Serialize;

use super::Reader;
use crate::value::{Field, Tree};

/// Parameters of `CreateCase`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CreateCase {
    /// The template that says which fields the case has.
    pub template: Field,
    /// Its fields, by name.
    pub fields: Vec<(String, Tree)>,
    /// Whether the contact is noted down in the case.
    pub links_contact: bool,
}

impl CreateCase {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            template: at.required_field("CaseTemplateId", "the id of a case template"),
            fields: at.trees(FIELDS),
            links_contact: at.switch(LINKS),
        }
    }
}

/// Parameters of `GetCase`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GetCase {
    /// Whose case it is; else any customer's.
    pub customer: Option<Field>,
    /// Values that the case must have, by field.
    pub fields: Vec<(String, Tree)>,
    /// The fields that are read.
    pub response: Vec<String>,
    /// Whether the one updated last is taken when there are several.
    pub takes_last: bool,
    /// Whether the contact is noted down in the case.
    pub links_contact: bool,
}

impl GetCase {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let wanted = at.sound(|| (at.field("CustomerId"), at.trees(FIELDS)));
        if matches!(&wanted, Some((None, fields)) if fields.is_empty()) {
            at.unfinished(FIELDS, "at least one field to look for");
        }
        let (customer, fields) = wanted.unwrap_or_default();
        Self {
            customer,
            fields,
            response: at.texts("CaseResponseFields").unwrap_or_default(),
            takes_last: at.switch("GetLastUpdatedCase"),
            links_contact: at.switch(LINKS),
        }
    }
}

/// Parameters of `UpdateCase`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UpdateCase {
    /// The case.
    pub case: Field,
    /// Its new values, by field.
    pub fields: Vec<(String, Tree)>,
    /// Whether the contact is noted down in the case.
    pub links_contact: bool,
}

impl UpdateCase {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            case: at.required_field("CaseId", "the id of a case"),
            fields: at.trees(FIELDS),
            links_contact: at.switch(LINKS),
        }
    }
}

const FIELDS: &str = "CaseRequestFields";
const LINKS: &str = "LinkContactToCase";

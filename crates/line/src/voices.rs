//! Which voices speak which language.

use wording::Language;

/// The neural voices of English of the United States.
///
/// Source: Amazon Polly Developer Guide, "Available voices", column "Neural voice".
const EN_US: &[&str] = &[
    "Danielle", "Gregory", "Ivy", "Joanna", "Joey", "Justin", "Kendra", "Kevin", "Kimberly",
    "Matthew", "Ruth", "Salli", "Stephen",
];

/// The neural voices of Spanish of the United States. Source: as above.
const ES_US: &[&str] = &["Lupe", "Pedro"];

/// The neural voices of Amazon Polly that speak a language, in order.
pub(crate) fn voices(language: Language) -> &'static [&'static str] {
    match language {
        Language::EnUs => EN_US,
        Language::EsUs => ES_US,
    }
}

//! Reads what another version wrote: what is unknown is left out, and nothing else is lost.

use serde::de::{Deserialize, Deserializer, IgnoredAny};

/// A value, or something that this version does not know.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Lenient<T> {
    Known(T),
    Unknown(IgnoredAny),
}

/// Reads a field; one that cannot be read has its default.
///
/// # Errors
///
/// Only where the text is no data at all.
pub(crate) fn field<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(match Lenient::deserialize(from)? {
        Lenient::Known(value) => value,
        Lenient::Unknown(_) => T::default(),
    })
}

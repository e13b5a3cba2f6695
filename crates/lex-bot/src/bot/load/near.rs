//! Names that are almost right.

/// How alike two names must be, from 0 to 1, for one to be taken for a misspelling of the other.
const ALIKE: f64 = 0.85;

/// Most bytes of a name that is compared; it would take long, and no name is longer.
const LONGEST: usize = 400;

/// What was expected, and the known name that is most like the one found, if any is.
pub(super) fn or_nearest<S: AsRef<str>>(
    expected: &str,
    found: &str,
    known: impl IntoIterator<Item = S>,
) -> String {
    match nearest(found, known) {
        Some(name) => format!("{expected} (did you mean `{}`?)", name.as_ref()),
        None => expected.to_owned(),
    }
}

/// The known name that is most like the one found, if any is like it.
pub(super) fn nearest<S: AsRef<str>>(found: &str, known: impl IntoIterator<Item = S>) -> Option<S> {
    if found.len() > LONGEST {
        return None;
    }
    let found = found.to_lowercase();
    known
        .into_iter()
        .map(|it| (strsim::jaro_winkler(&it.as_ref().to_lowercase(), &found), it))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_that_is_near_is_mentioned() {
        let known = ["OrderNumber", "City"];
        assert_eq!(
            or_nearest("a slot", "orderNumbr", known),
            "a slot (did you mean `OrderNumber`?)"
        );
        assert_eq!(or_nearest("a slot", "Colour", known), "a slot");
        assert_eq!(or_nearest("a slot", "", [""; 0]), "a slot");
    }
}

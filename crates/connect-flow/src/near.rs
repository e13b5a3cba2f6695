//! Names that are almost right.

/// How alike two names must be, from 0 to 1, for one to be taken for a misspelling of the other.
const ALIKE: f64 = 0.9;

/// The candidate most like a name, if any is; one that differs only in case always is.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest_from(ALIKE, name, candidates)
}

/// The candidate most like a name, if one is at least so much alike.
pub(crate) fn nearest_from<'a>(
    least: f64,
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = name.to_lowercase();
    candidates
        .into_iter()
        .map(|it| (strsim::jaro_winkler(&it.to_lowercase(), &name), it))
        .filter(|(likeness, _)| *likeness >= least)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("Texts", ["Text", "SSML"]), Some("Text"));
        assert_eq!(nearest("promptid", ["PromptId"]), Some("PromptId"));
        assert_eq!(nearest("Attributes", ["Text", "SSML"]), None);
        assert_eq!(nearest_from(0.0, "Attributes", ["Text"]), Some("Text"));
    }
}

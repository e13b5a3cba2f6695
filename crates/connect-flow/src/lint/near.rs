//! Names that are almost right.

/// How alike two names must be, from 0 to 1, for one to be taken for a misspelling of the other.
const ALIKE: f64 = 0.9;

/// The candidate most like a name, if any is; one that differs only in case always is.
pub(super) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    candidates
        .into_iter()
        .map(|it| (strsim::jaro_winkler(&it.to_ascii_lowercase(), &name), it))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, it)| it)
}

/// Whether text waits for a template engine to fill it in: `${x}`, `{{x}}`, `<<x>>`, `%x%`.
pub(super) fn has_placeholder(text: &str) -> bool {
    ["${", "{{", "<<"].iter().any(|it| text.contains(it)) || between_percents(text)
}

/// Whether two `%` have a name and nothing else between them.
fn between_percents(text: &str) -> bool {
    let name =
        |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || it == '_');
    let mut parts = text.split('%');
    parts.next();
    let inner: Vec<_> = parts.collect();
    // The last part is after the last `%`.
    inner.split_last().is_some_and(|(_, inner)| inner.iter().any(|it| name(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_text() {
        for text in ["${Arn}", "a {{b}} c", "<<x>>", "%BeepPromptArn%", "arn:%Region%:x"] {
            assert!(has_placeholder(text), "{text}");
        }
        for text in ["", "plain", "100%", "10% and 20%", "%%", "a < b", "$.Attributes.x"] {
            assert!(!has_placeholder(text), "{text}");
        }
    }

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("Texts", ["Text", "SSML"]), Some("Text"));
        assert_eq!(nearest("promptid", ["PromptId"]), Some("PromptId"));
        assert_eq!(nearest("Attributes", ["Text", "SSML"]), None);
    }
}

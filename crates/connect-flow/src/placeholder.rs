//! Text that a template engine has yet to fill in.

/// Whether text waits for a template engine to fill it in: `${x}`, `{{x}}`, `<<x>>`, `%x%`.
pub(crate) fn has_placeholder(text: &str) -> bool {
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
}

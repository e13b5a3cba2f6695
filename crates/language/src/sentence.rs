//! Sentences of a text that is written to be spoken.

/// The sentences of a text in their order, each with the mark that ends it and without the white space
/// around it.
///
/// A sentence ends where `.`, `!` or `?` is followed by white space, so `3.5` is one word and `e.g. so`
/// is two sentences.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let ends =
            rest.match_indices(['.', '!', '?']).map(|(at, mark)| at.saturating_add(mark.len()));
        let end = ends
            .into_iter()
            .find(|end| rest.get(*end..).is_some_and(|it| it.starts_with(char::is_whitespace)))
            .unwrap_or(rest.len());
        let (sentence, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after.trim_start();
        Some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sentence_ends_where_white_space_follows_its_mark() {
        let cases: [(&str, &[&str]); 5] = [
            ("", &[]),
            ("  ", &[]),
            ("One", &["One"]),
            (" It is 3.5 m. Really?  Yes! ", &["It is 3.5 m.", "Really?", "Yes!"]),
            ("¿Sí? No...\nBien.", &["¿Sí?", "No...", "Bien."]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text).collect::<Vec<_>>(), expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_white_space_is_lost(text in "[a-z.!? \n\u{a0}ñ]{0,60}") {
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            let said: String = sentences(&text).map(solid).collect();
            prop_assert_eq!(said, solid(&text));
        }
    }
}

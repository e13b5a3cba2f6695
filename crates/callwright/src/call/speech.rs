//! What a caller hears of a prompt: its words, without markup.

/// The words of SSML, or of plain text that merely looks like it.
///
/// Tags go, entities become characters, white space is folded. A `<` that opens no tag stays.
pub(crate) fn words(ssml: &str) -> String {
    let mut text = String::with_capacity(ssml.len());
    let mut rest = ssml;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let Some((tag, after)) = after.split_once('>') else {
            text.push('<');
            rest = after;
            continue;
        };
        // A pause separates words; markup inside a word does not.
        if separates(tag) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = unescape(&text);
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    [" .", " ,", " ?", " !"].iter().fold(folded, |text, it| text.replace(it, it.trim_start()))
}

/// Whether a tag stands between words: pauses, sentences, paragraphs.
fn separates(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    matches!(name, "break" | "s" | "p" | "speak")
}

/// Replaces the five entities of XML.
fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_not_heard() {
        for (ssml, heard) in [
            ("<speak>Hello<break time=\"300ms\"/>there.</speak>", "Hello there."),
            (
                "<speak>Order <say-as interpret-as=\"digits\">55421</say-as> was shipped.</speak>",
                "Order 55421 was shipped.",
            ),
            ("Marks &amp; Spencer", "Marks & Spencer"),
            ("&amp;lt;", "&lt;"),
            ("one < two", "one < two"),
            ("<speak>It's <s>here</s> .</speak>", "It's here."),
            ("", ""),
        ] {
            assert_eq!(words(ssml), heard, "{ssml}");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_words_are_heard_as_they_are(text in "[a-z]{1,8}( [a-z]{1,8}){0,5}") {
            assert_eq!(words(&text), text);
        }

        #[test]
        fn any_text_has_words(text in ".*") {
            let _ = words(&text);
        }
    }
}

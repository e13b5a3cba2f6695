//! Whether speech markup is well-formed.
//!
//! Only what a voice cannot pass over is looked at: one `speak` element with elements that are
//! closed in the order they were opened, attributes in quotation marks, and no loose `<` or `&`.
//! Which elements a voice knows is its own affair.
//!
//! Source: W3C, Extensible Markup Language (XML) 1.0, productions 39 to 44 and 67, 68; Amazon Polly
//! Developer Guide, "Supported SSML tags", the root element.

/// Looks at a message; says what is wrong with it and never repeats its words.
pub(crate) fn check(text: &str) -> Result<(), &'static str> {
    let text = text.trim();
    if !text.starts_with("<speak") {
        return Err("it does not begin with `<speak>`");
    }
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    let mut is_over = false;
    while let Some((before, from_markup)) = next_markup(rest) {
        if open.is_empty() && !before.trim().is_empty() {
            return Err("it goes on after `</speak>`");
        }
        if let Some(entity) = from_markup.strip_prefix('&') {
            rest = after_entity(entity)?;
            continue;
        }
        if let Some(comment) = from_markup.strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or("a comment is not closed")?.1;
            continue;
        }
        if is_over {
            return Err("it goes on after `</speak>`");
        }
        if let Some(closing) = from_markup.strip_prefix("</") {
            let (name, left) = closing.split_once('>').ok_or("a tag is not closed")?;
            if open.pop() != Some(name.trim_end()) {
                return Err("elements are not closed in the order they were opened");
            }
            is_over = open.is_empty();
            rest = left;
            continue;
        }
        let tag = from_markup.strip_prefix('<').ok_or("a tag is not closed")?;
        let (name, is_empty, left) = opening(tag)?;
        if !is_empty {
            open.push(name);
        } else if open.is_empty() {
            is_over = true;
        }
        rest = left;
    }
    match open.is_empty() {
        false => Err("an element is not closed"),
        true if rest.trim().is_empty() => Ok(()),
        true => Err("it goes on after `</speak>`"),
    }
}

/// The text before the next `<` or `&`, and the text from there.
fn next_markup(text: &str) -> Option<(&str, &str)> {
    text.split_at_checked(text.find(['<', '&'])?)
}

fn after_entity(text: &str) -> Result<&str, &'static str> {
    let wrong = "an `&` does not begin an entity such as `&amp;`";
    let (name, left) = text.split_once(';').ok_or(wrong)?;
    let is_number = |digits: &str, radix| u32::from_str_radix(digits, radix).is_ok();
    let known = match name.strip_prefix('#') {
        None => ["amp", "lt", "gt", "quot", "apos"].contains(&name),
        Some(number) => match number.strip_prefix('x') {
            None => is_number(number, 10),
            Some(digits) => is_number(digits, 16),
        },
    };
    if known { Ok(left) } else { Err(wrong) }
}

/// Reads an opening tag after its `<`: its name, whether it is empty, and what comes after it.
fn opening(tag: &str) -> Result<(&str, bool, &str), &'static str> {
    let end = tag
        .find(|it: char| !(it.is_alphanumeric() || matches!(it, ':' | '-' | '_' | '.')))
        .ok_or("a tag is not closed")?;
    let (name, mut rest) = tag.split_at_checked(end).ok_or("a tag is not closed")?;
    if !name.starts_with(|it: char| it.is_alphabetic() || it == '_') {
        return Err("a `<` does not begin a tag; write `&lt;`");
    }
    loop {
        rest = rest.trim_start();
        if let Some(left) = rest.strip_prefix("/>") {
            return Ok((name, true, left));
        }
        if let Some(left) = rest.strip_prefix('>') {
            return Ok((name, false, left));
        }
        let (attribute, value) = rest.split_once('=').ok_or("a tag is not closed")?;
        let attribute = attribute.trim_end();
        if attribute.is_empty() || attribute.contains(['<', '>', '"', '\'', ' ', '/']) {
            return Err("an attribute is not written as `name=\"value\"`");
        }
        let value = value.trim_start();
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''));
        let quote = quote.ok_or("an attribute is not in quotation marks")?;
        let (inside, left) = value
            .strip_prefix(quote)
            .and_then(|it| it.split_once(quote))
            .ok_or("an attribute is not in quotation marks")?;
        if inside.contains('<') {
            return Err("an attribute has a `<`; write `&lt;`");
        }
        rest = left;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_that_no_voice_can_read() {
        for (text, wrong) in [
            ("hello", "it does not begin with `<speak>`"),
            ("<p>hello</p>", "it does not begin with `<speak>`"),
            ("", "it does not begin with `<speak>`"),
            ("<speak>hello", "an element is not closed"),
            ("<speak>hello</p></speak>", "elements are not closed in the order they were opened"),
            (
                "<speak><p><s>a</p></s></speak>",
                "elements are not closed in the order they were opened",
            ),
            ("<speak>salt & pepper</speak>", "an `&` does not begin an entity such as `&amp;`"),
            ("<speak>&nbsp;</speak>", "an `&` does not begin an entity such as `&amp;`"),
            ("<speak>5 < 6</speak>", "a `<` does not begin a tag; write `&lt;`"),
            ("<speak><break time=1s/></speak>", "an attribute is not in quotation marks"),
            ("<speak><break time=\"1s/></speak>", "an attribute is not in quotation marks"),
            ("<speak><break strong></speak>", "a tag is not closed"),
            ("<speak>a</speak>b", "it goes on after `</speak>`"),
            ("<speak>a</speak><speak>b</speak>", "it goes on after `</speak>`"),
            ("<speak><!-- a </speak>", "a comment is not closed"),
            ("<speak", "a tag is not closed"),
        ] {
            assert_eq!(check(text), Err(wrong), "{text}");
        }
    }

    #[test]
    fn markup_that_a_voice_can_read() {
        for text in [
            "<speak>hello</speak>",
            "  <speak>a<break time=\"1s\"/>b <emphasis level='strong'>c</emphasis></speak>\n",
            "<speak version=\"1.1\" xml:lang=\"en-US\">&lt;5 &amp; &#233;&#xe9;</speak>",
            "<speak><amazon:effect name=\"whispered\">p</amazon:effect><!-- x --></speak>",
            "<speak/>",
            "<speak></speak >",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_well_formed_or_not(text in "(<speak>)?[<>/&;=\"'a-z# é🙂!-]{0,60}(</speak>)?") {
            let _verdict = check(&text);
        }

        #[test]
        fn escaped_words_are_well_formed(words in ".{0,60}") {
            let words = words.replace('&', "&amp;").replace('<', "&lt;");
            prop_assert_eq!(check(&format!("<speak>{words}</speak>")), Ok(()));
        }
    }
}

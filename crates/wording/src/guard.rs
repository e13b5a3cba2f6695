//! Keeps from the Fluent parser what it does not survive, so that a file with such a place has a fault
//! like any other.
//!
//! Two things end `fluent-syntax` 0.12 instead of failing: an escape such as `\u00e` that a character
//! of several bytes follows, at whose middle it cuts, and braces within braces without end, since it
//! calls itself for each.

use std::ops::Range;

/// Most braces and parentheses that are open at once. A choice within a choice takes four. The parser
/// takes 200 of them on a thread's stack of 2 MiB without optimisation (measured), not 300.
const MAX_DEPTH: usize = 40;

/// A text as the parser may see it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Guarded<'t> {
    /// What may be read, in its order: whole entries, each with its line ends.
    pub(crate) parts: Vec<&'t str>,
    /// Where in the text, in bytes, is what may not be read, and why.
    pub(crate) faults: Vec<(Range<usize>, &'static str)>,
}

/// Takes entries out of a text that the parser does not survive.
pub(crate) fn guard(text: &str) -> Guarded<'_> {
    let mut guarded = Guarded { parts: Vec::new(), faults: Vec::new() };
    // Where the entry begins, and where what may be read with it does.
    let (mut entry, mut part) = (0, 0);
    let lines = text.split_inclusive('\n').scan(0_usize, |end, line| {
        *end = end.saturating_add(line.len());
        Some((*end, line))
    });
    let begins = lines.filter(|(_, line)| begins_entry(line));
    let begins = begins.map(|(end, line)| end.saturating_sub(line.len())).chain([text.len()]);
    for next in begins {
        if let Some((at, why)) = text.get(entry..next).and_then(fault) {
            guarded.parts.extend(text.get(part..entry).filter(|it| !it.is_empty()));
            part = next;
            let shift = |it: usize| it.saturating_add(entry);
            guarded.faults.push((shift(at.start)..shift(at.end), why));
        }
        entry = next;
    }
    guarded.parts.extend(text.get(part..).filter(|it| !it.is_empty()));
    guarded
}

/// Whether a line begins an entry, or a comment, wherever it stands: the parser gives up what it is in
/// the middle of.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let after = name.trim_start_matches(|it: char| it.is_ascii_alphanumeric() || "-_".contains(it));
    line.starts_with('#')
        || (name.starts_with(|it: char| it.is_ascii_alphabetic())
            && after.trim_start_matches(' ').starts_with('='))
}

/// What the parser does not survive of an entry, if there is such a thing.
fn fault(entry: &str) -> Option<(Range<usize>, &'static str)> {
    cut_escape(entry).map(|at| (at, "an escape is not whole")).or_else(|| {
        let at = too_deep(entry)?;
        Some((at..at.saturating_add(1), "there are too many braces within braces"))
    })
}

/// Where a character of several bytes stands among the digits of an escape.
fn cut_escape(entry: &str) -> Option<Range<usize>> {
    let mut is_escaped = false;
    let mut characters = entry.char_indices();
    while let Some((at, character)) = characters.next() {
        let n_digits = match character {
            'u' if is_escaped => 4,
            'U' if is_escaped => 6,
            _ => {
                is_escaped = character == '\\' && !is_escaped;
                continue;
            }
        };
        is_escaped = false;
        let rest = characters.as_str();
        let digits = rest.bytes().take(n_digits).take_while(u8::is_ascii_hexdigit).count();
        let next = rest.get(digits..).and_then(|it| it.chars().next());
        if digits < n_digits && next.is_some_and(|it| !it.is_ascii()) {
            let start = at.saturating_sub(1);
            return Some(start..at.saturating_add(1).saturating_add(digits));
        }
    }
    None
}

/// Where more is open than the parser takes. What is in quotation marks is hard to tell from words
/// before it is read, so on lines that have any, nothing is closed: it never counts too little.
fn too_deep(entry: &str) -> Option<usize> {
    let (mut depth, mut start) = (0_usize, 0_usize);
    for line in entry.split_inclusive('\n') {
        let closes = !line.contains('"');
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'{' => depth = depth.saturating_add(1),
                b'(' if depth > 0 => depth = depth.saturating_add(1),
                b'}' | b')' if closes => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_DEPTH {
                return Some(start.saturating_add(at));
            }
        }
        start = start.saturating_add(line.len());
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_whole_is_left_as_it_is() {
        for text in [
            "",
            "\n",
            "# About.\ntell-hello = Hello, { $name }.\n    .variant-2 = Hi (again) { \"\\u00e9\" }.\n",
            "tell-a = a\n-b = { \"\\\\uਲ\" }\n",
            "no entry at all",
        ] {
            let parts = if text.is_empty() { vec![] } else { vec![text] };
            assert_eq!(guard(text), Guarded { parts, faults: vec![] }, "{text}");
        }
    }

    #[test]
    fn an_entry_with_a_fault_is_left_out() {
        let (first, last) = ("tell-a = a\n", "# About.\ntell-c = c\n");
        for (bad, at, why) in [
            ("tell-b = { \"\\uਲ\" }\n", 12..14, "an escape is not whole"),
            ("tell-b = { \"\\u12ਲ\" }\n", 12..16, "an escape is not whole"),
            ("tell-b = { \"\\U12345ਲ\" }\n", 12..19, "an escape is not whole"),
            (
                &format!("tell-b =\n    {}\n", "{".repeat(41)),
                53..54,
                "there are too many braces within braces",
            ),
        ] {
            let text = format!("{first}{bad}{last}");
            let at = at.start + first.len()..at.end + first.len();
            let expected = Guarded { parts: vec![first, last], faults: vec![(at, why)] };
            assert_eq!(guard(&text), expected, "{text}");
        }
    }

    #[test]
    fn what_hides_how_deep_it_is_does_not_help() {
        for level in
            ["{", "{A(", "{A(\"}\", ", "{ $x ->\n    *[a] \"", "{\nA(\n", "{ $x ->\n *[a] \"}\" {"]
        {
            let text = format!("tell-a = {}\n", level.repeat(20_000));
            let guarded = guard(&text);
            assert_eq!(guarded.faults.len(), 1, "{level}");
            assert_eq!(guarded.parts, Vec::<&str>::new(), "{level}");
        }
    }

    proptest! {
        #[test]
        fn the_parser_survives_what_is_left(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "{", "}", "(", ")", "\"", "\\", "u", "U", "12", "e", "ਲ", "é", "\n", " ", "tell-a = ",
                "\n-b = ", "\n# c", "$x", " ->\n", " *[a] ", "[b]", "A", ".c", ",", ":", "\r\n",
            ]), 0..400),
        ) {
            let text = pieces.concat();
            let guarded = guard(&text);
            for part in &guarded.parts {
                drop(fluent_syntax::parser::parse(*part));
                drop(fluent_syntax::parser::parse_runtime(*part));
            }
            for (at, _) in guarded.faults {
                prop_assert!(text.get(at.clone()).is_some(), "{at:?}");
            }
        }
    }
}

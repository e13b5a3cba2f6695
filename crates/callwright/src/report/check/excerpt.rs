//! A finding as a compiler shows it: what, where, and the part of the text.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use connect_flow::lint::Severity;

use super::story;
use crate::check::{self, Checked, Diagnostic, Place, PromiseFile, Text, Unreadable};
use crate::report::{human, plain};

/// Longest piece of a line that is shown, in characters.
const WIDEST: usize = 100;

/// Longest line of help, in characters.
const WIDEST_HELP: usize = 88;

/// Longest piece of a value that is marked, in characters.
const WIDEST_MARK: usize = 72;

/// A finding, with ANSI styles.
pub(super) fn diagnostic(file: &Checked, diagnostic: &Diagnostic) -> String {
    let finding = &diagnostic.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let title = level.primary_title(plain(&finding.message)).id(finding.rule);
    let (path, text, at) = match (&diagnostic.place, &file.promises) {
        (Place::Flow(at), _) => (&file.path, &file.text, at.clone()),
        (Place::Promises(at), Some(PromiseFile { path, text, .. })) => {
            (path, text, Some(at.clone()))
        }
        (Place::Promises(_), None) => (&file.path, &file.text, None),
    };
    let mut group = placed(Group::with_title(title), &path.display().to_string(), text, at);
    if !finding.path.is_empty() {
        let action =
            finding.action.as_ref().map_or(String::new(), |it| format!(" (action `{it}`)"));
        group = group.element(note("in", plain(&format!("{}{action}", finding.path)).into_owned()));
    }
    if let Some(story) = diagnostic.story.as_ref().filter(|it| !it.steps.is_empty()) {
        group = group.element(note("call", story::lines(story).join("\n")));
    }
    if let Some(text) = &finding.help {
        group = group.element(help(text));
    }
    render(group)
}

/// Why a file is no flow, with ANSI styles.
pub(super) fn unreadable(file: &Checked, why: &Unreadable) -> String {
    let title = Level::ERROR.primary_title(plain(&why.message)).id(check::NOT_A_FLOW);
    let path = file.path.display().to_string();
    let mut group = placed(Group::with_title(title), &path, &file.text, why.at.clone());
    if let Some(text) = &why.help {
        group = group.element(help(text));
    }
    render(group)
}

/// Something that is wrong at a place: in a text, or in a file as a whole; `inside` is the path of
/// the place in the file, empty for all of it. With ANSI styles.
pub(in crate::report) fn told(
    level: Level<'_>,
    id: &str,
    message: &str,
    path: &str,
    place: Option<(&Text, Option<Range<usize>>)>,
    inside: &str,
    hint: Option<&str>,
) -> String {
    let group = Group::with_title(level.primary_title(plain(message)).id(id));
    let mut group = match place {
        Some((text, at)) => placed(group, path, text, at),
        None => group.element(Origin::path(plain(path).into_owned())),
    };
    if !inside.is_empty() {
        group = group.element(note("in", plain(inside).into_owned()));
    }
    if let Some(hint) = hint {
        group = group.element(help(hint));
    }
    render(group)
}

fn render(group: Group<'_>) -> String {
    // Styles that the terminal cannot show are taken out where they are written.
    let renderer = Renderer::styled().hyperlink(false).term_width(WIDEST);
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// What to do about it, on as many lines as it takes.
fn help(text: &str) -> annotate_snippets::Message<'static> {
    note("help", human::wrap(&plain(text), WIDEST_HELP).join("\n"))
}

fn note(name: &str, text: String) -> annotate_snippets::Message<'_> {
    Level::NOTE.with_name(name).message(text)
}

/// Adds the place: the file alone, or with the line it is in.
fn placed<'a>(group: Group<'a>, path: &str, text: &Text, at: Option<Range<usize>>) -> Group<'a> {
    let path = plain(path).into_owned();
    let Some(at) = at.filter(|_| !text.as_str().is_empty()) else {
        return group.element(Origin::path(path));
    };
    let (line_number, _) = text.position(at.start);
    let (line, at) = line_of(text.as_str(), at);
    let annotation = AnnotationKind::Primary.span(at);
    let snippet = Snippet::source(line).path(path).line_start(line_number);
    group.element(snippet.annotation(annotation))
}

/// The line that a place begins in, and as much of the place as is in it and can be read at a glance.
fn line_of(text: &str, at: Range<usize>) -> (String, Range<usize>) {
    let (before, rest) = text.split_at_checked(at.start).unwrap_or((text, ""));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default().trim_end();
    let marked = rest.get(..at.len()).unwrap_or(rest);
    let marked: usize = marked.chars().take(WIDEST_MARK).map(char::len_utf8).sum();
    let (marked, after) = rest.split_at_checked(marked).unwrap_or((rest, ""));
    let (before, marked) = (plain(before), plain(marked));
    let at = before.len()..before.len().saturating_add(marked.len());
    (format!("{before}{marked}{}", plain(after)), at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, at: Range<usize>) -> (String, String) {
        let (line, at) = line_of(text, at);
        (line.clone(), line.get(at).unwrap().to_owned())
    }

    #[test]
    fn a_place_is_shown_in_its_line() {
        let (line, marked) = shown("{\n  \"a\": 1,\r\n}", 4..7);
        assert_eq!((line.as_str(), marked.as_str()), ("  \"a\": 1,", "\"a\""));
        let (line, marked) = shown("{}\n[\n]", 3..6);
        assert_eq!((line.as_str(), marked.as_str()), ("[", "["));
    }

    #[test]
    fn of_a_long_value_the_beginning_is_marked() {
        let text = format!("\"{}\"", "ä".repeat(500));
        let (line, marked) = shown(&text, 0..text.len());
        assert_eq!(line, text);
        assert_eq!(marked.chars().count(), WIDEST_MARK);
    }

    proptest! {
        #[test]
        fn every_place_in_every_text_can_be_shown(
            text in "(?s).{0,60}(x{0,150}\n)?.{0,60}",
            one in 0..300_usize,
            other in 0..300_usize,
        ) {
            let at = one.min(other)..one.max(other);
            let (line, place) = line_of(&text, at.clone());
            prop_assert!(line.get(place).is_some());
            let title = Level::ERROR.primary_title("wrong").id("rule");
            let told = render(placed(Group::with_title(title), "flow.json", &Text::new(&text), Some(at)));
            prop_assert!(told.contains("flow.json"));
            let turned = ['\u{9b}', '\u{202e}'].iter().any(|it| told.contains(*it));
            prop_assert!(!turned);
        }
    }
}

//! `callwright draw`: a flow as a picture.

use std::fs;
use std::path::{Path, PathBuf};

use connect_flow::Flow;

use super::args;
use super::{Exit, Refusal};
use crate::draw::{self, Format, Highlight};
use crate::report;

/// Where a project keeps its flows and modules.
const FOLDERS: [&str; 2] = ["contact-flows", "contact-flows/modules"];

pub(super) fn run(args: &args::Draw) -> Result<Exit, Refusal> {
    let path = find(args)?;
    let format = format(args)?;
    if let Some(output) = &args.output {
        let inputs = [Some(&path), args.highlight.as_ref()];
        if inputs.into_iter().flatten().any(|it| is_same(it, output)) {
            let what =
                format!("{} is what is read: a drawing would take its place", output.display());
            return Err(Refusal::new(Exit::Usage, what).hint("name another file to write"));
        }
    }
    let flow = Flow::read(&read("flow", &path)?).map_err(|error| {
        let what = format!("{} is no flow: {}", path.display(), crate::chain(&error));
        Refusal::new(Exit::Unloadable, what)
    })?;
    let stem = path.file_stem().map(|it| it.to_string_lossy()).unwrap_or_default();
    let names: Vec<&str> = [Some(stem.as_ref()), flow.name()].into_iter().flatten().collect();

    let highlight = args.highlight.as_deref().map(|path| Ok((path, followed(path)?)));
    let highlight = highlight.transpose()?;
    let drawing =
        draw::draw(&flow, &names, format, args.layout, highlight.as_ref().map(|it| &it.1))
            .map_err(|error| {
                let from = highlight.as_ref().map_or(Path::new(""), |it| it.0);
                Refusal::new(Exit::Unloadable, format!("cannot follow {}: {error}", from.display()))
            })?;
    let Some(output) = &args.output else {
        report::text(&drawing);
        return Ok(Exit::Success);
    };
    let is_document = has_extension(output, "md");
    let drawing = match format {
        Format::Mermaid if is_document => format!("```mermaid\n{drawing}```\n"),
        Format::Mermaid | Format::Svg => drawing,
    };
    fs::write(output, drawing).map_err(|error| {
        Refusal::new(Exit::Unloadable, format!("failed to write {}: {error}", output.display()))
    })?;
    report::note(report::plain(&format!("wrote {}", output.display())));
    Ok(Exit::Success)
}

/// The format that was asked for, else that of the file to write.
fn format(args: &args::Draw) -> Result<Format, Refusal> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(output) = args.output.as_ref().filter(|it| it.extension().is_some()) else {
        return Ok(Format::Svg);
    };
    if has_extension(output, "svg") {
        return Ok(Format::Svg);
    }
    if ["mmd", "mermaid", "md"].iter().any(|it| has_extension(output, it)) {
        return Ok(Format::Mermaid);
    }
    let what = format!("no drawing is written as {}", output.display());
    Err(Refusal::new(Exit::Usage, what).hint(
        "SVG ends in `.svg`, Mermaid in `.mmd`, `.mermaid` or `.md`; or say it with --format",
    ))
}

fn has_extension(path: &Path, expected: &str) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(expected))
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().is_ok_and(|it| other.canonicalize().is_ok_and(|o| o == it))
}

/// The file of the flow: the one that is named, or the one of the project with that name.
fn find(args: &args::Draw) -> Result<PathBuf, Refusal> {
    let named = &args.flow;
    let is_file_name = named.extension().is_some();
    if named.components().count() > 1 || named.exists() {
        return Ok(named.clone());
    }
    let root = match super::project(args.project.project.as_deref()) {
        Ok(root) => root,
        // There is a file name, and no project to look for it in.
        Err(_) if is_file_name && args.project.project.is_none() => return Ok(named.clone()),
        Err(refusal) => return Err(refusal),
    };
    let file = |folder: &str| root.join(folder).join(named).with_extension("json");
    let is_flow_name = !is_file_name || has_extension(named, "json");
    if let Some(found) = FOLDERS.map(file).into_iter().find(|it| is_flow_name && it.is_file()) {
        return Ok(found);
    }
    if is_file_name {
        return Ok(named.clone());
    }
    let refusal = Refusal::new(
        Exit::Unloadable,
        format!("{} has no flow `{}` in {}", root.display(), named.display(), FOLDERS[0]),
    );
    let known = known(&root);
    Err(if known.is_empty() { refusal } else { refusal.hint(format!("its flows are {known}")) })
}

/// The flows and modules of a project, for a hint.
fn known(root: &Path) -> String {
    let entries = FOLDERS.iter().filter_map(|it| fs::read_dir(root.join(it)).ok()).flatten();
    let mut names: Vec<String> = entries
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.extension().is_some_and(|it| it == "json"))
        .filter_map(|it| Some(format!("`{}`", it.file_stem()?.to_str()?)))
        .collect();
    names.sort();
    names.join(", ")
}

/// The way to follow.
fn followed(path: &Path) -> Result<Highlight, Refusal> {
    Highlight::parse(&read("highlight", path)?).map_err(|error| {
        Refusal::new(Exit::Unloadable, format!("cannot follow {}: {error}", path.display())).hint(
            "a way is what `callwright call --json` or `callwright check --json` writes, a finding \
             of it, or an object with `path`: a list of steps with `flow`, `action` and `branch`",
        )
    })
}

fn read(what: &str, path: &Path) -> Result<String, Refusal> {
    let text = fs::read_to_string(path).map_err(|error| {
        let what = format!("failed to read the {what} {}: {error}", path.display());
        Refusal::new(Exit::Unloadable, what)
    })?;
    // A byte order mark is no part of it.
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

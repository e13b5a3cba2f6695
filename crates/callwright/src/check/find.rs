//! The files to check.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Folders that hold other people's files, or what was built.
pub(crate) const PASSED_OVER: [&str; 2] = ["node_modules", "target"];

/// A file that may be a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Its path, as it is shown.
    pub(crate) path: PathBuf,
    /// Whether it was named itself, rather than found in a folder.
    pub(crate) is_named: bool,
}

/// Why files cannot be looked for.
#[derive(Debug, thiserror::Error)]
#[error("failed to look for flows in {}", path.display())]
pub(crate) struct FindError {
    path: PathBuf,
    source: io::Error,
}

/// The files at some paths, in that order: files as they are, folders searched for `*.json` by name.
/// A file that is reached twice counts where it is reached first.
///
/// # Errors
///
/// [`FindError`] when a path does not exist or cannot be read.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<Candidate>, FindError> {
    let mut found = Vec::new();
    for path in paths {
        let failed = |source| FindError { path: path.clone(), source };
        if path.metadata().map_err(failed)?.is_dir() {
            walk(path, &mut found).map_err(failed)?;
        } else {
            found.push(Candidate { path: path.clone(), is_named: true });
        }
    }
    let mut known = BTreeSet::new();
    found.retain(|it| known.insert(it.path.canonicalize().unwrap_or_else(|_| it.path.clone())));
    Ok(found)
}

/// Collects the `.json` files of a folder and those below it. Links to folders are not followed, so
/// that there is an end.
fn walk(folder: &Path, found: &mut Vec<Candidate>) -> io::Result<()> {
    let mut entries = folder.read_dir()?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (name, path) = (entry.file_name(), entry.path());
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && !PASSED_OVER.contains(&name.as_ref()) {
                walk(&path, found)?;
            }
        } else if path.extension().is_some_and(|it| it == "json") && may_be_file(&path) {
            found.push(Candidate { path, is_named: false });
        }
    }
    Ok(())
}

/// Whether a path is a file, or a link to something that is gone: that is told.
fn may_be_file(path: &Path) -> bool {
    path.metadata().map_or(true, |it| it.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "{}").unwrap();
        }
        folder
    }

    fn names(folder: &Path, paths: &[&str]) -> Vec<String> {
        let paths: Vec<_> = paths.iter().map(|it| folder.join(it)).collect();
        let name = |it: Candidate| {
            let path = it.path.strip_prefix(folder).unwrap().display().to_string();
            if it.is_named { format!("{path}!") } else { path }
        };
        find(&paths).unwrap().into_iter().map(name).collect()
    }

    #[test]
    fn a_path_that_is_not_there() {
        let folder = folder(&[]);
        let error = find(&[folder.path().join("gone")]).unwrap_err();
        assert!(error.to_string().ends_with("gone"), "{error}");
    }

    #[test]
    fn folders_are_searched_by_name_and_files_are_taken_as_they_are() {
        let folder = folder(&[
            "b.json",
            "a/2.json",
            "a/10.json",
            "a/note.md",
            ".git/x.json",
            "node_modules/p/package.json",
            "target/debug/x.json",
            "odd.txt",
        ]);
        assert_eq!(names(folder.path(), &["."]), ["a/10.json", "a/2.json", "b.json"]);
        assert_eq!(names(folder.path(), &["odd.txt", "a"]), ["odd.txt!", "a/10.json", "a/2.json"]);
    }

    #[test]
    fn a_file_reached_twice_is_checked_once() {
        let folder = folder(&["a/1.json", "a/2.json"]);
        assert_eq!(names(folder.path(), &["a/2.json", "a"]), ["a/2.json!", "a/1.json"]);
    }
}

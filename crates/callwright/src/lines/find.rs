//! Looks for lines in files and folders.

use std::fs;
use std::path::{Path, PathBuf};

use super::EXTENSION;
use crate::check::{ReadError, Text};

/// Why lines cannot be looked for.
#[derive(Debug, thiserror::Error)]
#[error("failed to read {}", path.display())]
pub struct FindError {
    path: PathBuf,
    source: ReadError,
}

impl FindError {
    pub(super) fn new(path: &Path, source: ReadError) -> Self {
        Self { path: path.to_owned(), source }
    }
}

/// The texts of the lines at some paths, in that order: files as they are, and of folders the files that
/// end in `.toml`, by name. Folders in folders are not searched: they hold what lines know.
///
/// # Errors
///
/// [`FindError`] when a path does not exist or cannot be read.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<(PathBuf, Text)>, FindError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path, EXTENSION)?);
        } else {
            files.push(path.clone());
        }
    }
    let read = |path: PathBuf| match Text::read(&path) {
        Ok(text) => Ok((path, text)),
        Err(source) => Err(FindError { path, source }),
    };
    files.into_iter().map(read).collect()
}

/// The files of a folder whose names end so, by name.
pub(super) fn in_folder(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, FindError> {
    let failed = |source| FindError { path: folder.to_owned(), source: ReadError::Io(source) };
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.is_file() && path.extension().is_some_and(|it| it == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

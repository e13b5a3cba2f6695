//! The files of a Lex export: out of a zip archive, a folder, or one JSON file that holds them all.
//!
//! What comes out is sorted by path, with `/` between folders, wherever it came from.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::check::PASSED_OVER;

/// Most bytes of all files together, unpacked: far beyond any bot, and nothing that a laptop minds.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Most files. An intent and a slot are a file each: more than any bot has.
const MOST_FILES: usize = 50_000;

/// Deepest folder of an export that lies unpacked; a slot is six below the bot's own folder.
const MOST_DEPTH: usize = 16;

/// Folder in which macOS keeps what is none of an archive's content.
const RESOURCE_FORKS: &str = "__MACOSX/";

/// The files of an export: content by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What is allowed of an export.
#[derive(Debug, Clone, Copy)]
struct Limits {
    bytes: u64,
    files: usize,
}

const LIMITS: Limits = Limits { bytes: MOST_BYTES, files: MOST_FILES };

/// Why the files of an export cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// A file or folder cannot be read.
    #[error("failed to read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It begins as a zip archive, but is none, or is damaged.
    #[error("{} is no zip archive that can be read: {why}", path.display())]
    Damaged {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// An entry cannot be unpacked without a password.
    #[error(
        "{}: `{entry}` is encrypted; export the bot without a password, or unpack the archive and \
         name its folder", path.display()
    )]
    Encrypted {
        /// The archive.
        path: PathBuf,
        /// The entry.
        entry: String,
    },
    /// There are more files than any bot has.
    #[error("{} has more than {limit} files; no export of a bot has", path.display())]
    TooManyFiles {
        /// The archive or folder.
        path: PathBuf,
        /// Most that are read.
        limit: usize,
    },
    /// Its content is larger than that of any bot.
    #[error(
        "{} holds more than {limit} bytes when it is unpacked; no export of a bot does",
        path.display()
    )]
    TooLarge {
        /// The archive or folder.
        path: PathBuf,
        /// Most that are read, in bytes.
        limit: u64,
    },
    /// A file of a JSON map is neither JSON nor text.
    #[error("{}: `{entry}`: found {found}, expected the content of a file: an object or its text", path.display())]
    Entry {
        /// The JSON file.
        path: PathBuf,
        /// Path of the file in it.
        entry: String,
        /// What is there.
        found: &'static str,
    },
}

/// What is left of the limits while files are collected.
struct Collector<'a> {
    path: &'a Path,
    limits: Limits,
    left: u64,
    files: Files,
}

impl<'a> Collector<'a> {
    fn new(path: &'a Path, limits: Limits) -> Self {
        Self { path, limits, left: limits.bytes, files: Files::new() }
    }

    /// Reads a file to its end, however large it says it is.
    fn take(&mut self, name: String, from: impl Read) -> Result<(), TakeError> {
        if self.files.len() >= self.limits.files {
            let (path, limit) = (self.path.to_owned(), self.limits.files);
            return Err(TakeError::Limit(ArchiveError::TooManyFiles { path, limit }));
        }
        let mut content = Vec::new();
        let most = self.left.saturating_add(1);
        let read = from.take(most).read_to_end(&mut content).map_err(TakeError::Io)?;
        self.left = match self.left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)) {
            Some(left) => left,
            None => return Err(TakeError::Limit(self.too_large())),
        };
        self.files.insert(name, content);
        Ok(())
    }

    fn too_large(&self) -> ArchiveError {
        ArchiveError::TooLarge { path: self.path.to_owned(), limit: self.limits.bytes }
    }
}

/// Why a file could not be taken.
enum TakeError {
    Io(io::Error),
    Limit(ArchiveError),
}

/// Whether bytes begin as a zip archive does, be it an empty one.
///
/// Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.7 and 4.3.16, signatures.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether a file of an export is one that Lex wrote.
pub(super) fn is_json(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// Whether JSON is a map from paths of files to their contents.
pub(super) fn is_map_of_files(json: &Map<String, Value>) -> bool {
    let is_file = |(path, content): (&String, &Value)| {
        is_json(path) && (content.is_object() || content.is_string())
    };
    !json.is_empty() && json.iter().any(is_file) && json.keys().all(|it| it.contains('.'))
}

/// The files of a zip archive.
pub(super) fn of_zip(path: &Path) -> Result<Files, ArchiveError> {
    unpack(path, LIMITS)
}

fn unpack(path: &Path, limits: Limits) -> Result<Files, ArchiveError> {
    let read = |source| ArchiveError::Read { path: path.to_owned(), source };
    let damaged = |why: String| ArchiveError::Damaged { path: path.to_owned(), why };
    let mut collector = Collector::new(path, limits);
    let file = File::open(path).map_err(read)?;
    if file.metadata().map_err(read)?.len() > limits.bytes {
        return Err(collector.too_large());
    }
    let mut archive = ZipArchive::new(file).map_err(|it| damaged(plainly(&it)))?;
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|it| damaged(plainly(&it)))?;
        let name = raw.name().map_err(|it| damaged(plainly(&it)))?.replace('\\', "/");
        if raw.is_dir() || name.starts_with(RESOURCE_FORKS) {
            continue;
        }
        if raw.encrypted() {
            return Err(ArchiveError::Encrypted { path: path.to_owned(), entry: name });
        }
        drop(raw);
        let entry = archive.by_index(index).map_err(|it| damaged(format!("`{name}`: {it}")))?;
        collector.take(name.clone(), entry).map_err(|error| match error {
            TakeError::Io(source) => damaged(format!("`{name}`: {source}")),
            TakeError::Limit(error) => error,
        })?;
    }
    Ok(collector.files)
}

/// What is wrong with an archive, without "invalid Zip archive" before it.
fn plainly(error: &ZipError) -> String {
    match error {
        ZipError::InvalidArchive(why) => why.to_string(),
        other => other.to_string(),
    }
}

/// The files of a folder and those below it, hidden ones left out. Links are not followed.
pub(super) fn of_folder(path: &Path) -> Result<Files, ArchiveError> {
    collect(path, LIMITS)
}

fn collect(path: &Path, limits: Limits) -> Result<Files, ArchiveError> {
    let mut collector = Collector::new(path, limits);
    walk(path, "", 0, &mut collector)?;
    Ok(collector.files)
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    collector: &mut Collector<'_>,
) -> Result<(), ArchiveError> {
    let failed = |source| ArchiveError::Read { path: folder.to_owned(), source };
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        let kind = entry.file_type().map_err(failed)?;
        if name.starts_with('.') || PASSED_OVER.contains(&name.as_str()) {
            continue;
        }
        let inner = format!("{prefix}{name}");
        if kind.is_dir() && depth < MOST_DEPTH {
            walk(&path, &format!("{inner}/"), depth.saturating_add(1), collector)?;
        } else if kind.is_file() {
            let read = |source| ArchiveError::Read { path: path.clone(), source };
            let file = File::open(&path).map_err(read)?;
            collector.take(inner, file).map_err(|error| match error {
                TakeError::Io(source) => read(source),
                TakeError::Limit(error) => error,
            })?;
        }
    }
    Ok(())
}

/// The files that a JSON object holds: content by path, each an object or the text of a file.
pub(super) fn of_map(path: &Path, json: Map<String, Value>) -> Result<Files, ArchiveError> {
    let mut files = Files::new();
    for (entry, content) in json {
        let content = match content {
            Value::String(text) => text.into_bytes(),
            // A value that was read can be written.
            value @ Value::Object(_) => serde_json::to_vec_pretty(&value).unwrap_or_default(),
            other => {
                let (path, found) = (path.to_owned(), kind(&other));
                return Err(ArchiveError::Entry { path, entry, found });
            }
        };
        files.insert(entry.replace('\\', "/"), content);
    }
    Ok(files)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The bytes of a file, as far as an export may be large.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, ArchiveError> {
    let failed = |source| ArchiveError::Read { path: path.to_owned(), source };
    if fs::metadata(path).map_err(failed)?.len() > MOST_BYTES {
        return Err(ArchiveError::TooLarge { path: path.to_owned(), limit: MOST_BYTES });
    }
    fs::read(path).map_err(failed)
}

#[cfg(test)]
mod tests;

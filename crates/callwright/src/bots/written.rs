//! Where the parts of a definition are written, so that findings can point at them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::check::{self, Text};
use crate::template::Origin;

use super::archive::Files;

/// What `lex-bot` calls the whole of a definition in a template.
const WHOLE: &str = "Properties";

/// Where a definition is written.
#[derive(Debug, Clone)]
pub(crate) enum Written {
    /// In a template.
    Template(Origin),
    /// In the files of an export.
    Export {
        /// The archive, folder or JSON file.
        path: PathBuf,
        /// Text of each file by its path in the export.
        texts: BTreeMap<String, Text>,
    },
}

/// A place in what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The file, as it is shown.
    pub(crate) file: PathBuf,
    /// Its text.
    pub(crate) text: Text,
    /// Where in the text, in bytes.
    pub(crate) at: Option<Range<usize>>,
    /// The path in the file; empty for all of it.
    pub(crate) path: String,
}

impl Written {
    /// The files of an export.
    pub(super) fn export(path: &Path, files: &Files) -> Self {
        let text = |(name, content): (&String, &Vec<u8>)| {
            Some((name.clone(), Text::new(str::from_utf8(content).ok()?)))
        };
        Self::Export { path: path.to_owned(), texts: files.iter().filter_map(text).collect() }
    }

    /// The same in another folder.
    pub(super) fn at(self, folder: &Path) -> Self {
        match self {
            Self::Export { texts, .. } => Self::Export { path: folder.to_owned(), texts },
            template @ Self::Template(_) => template,
        }
    }

    /// The place of a path, as `lex-bot` and outlines name it: in a template the path in the
    /// properties, in an export a file and, after a colon, the path in it.
    pub(crate) fn spot(&self, path: &str) -> Spot {
        match self {
            Self::Template(origin) => {
                let path = origin.path(if path == WHOLE { "" } else { path });
                let at = origin.mark(&path);
                Spot { file: origin.file().to_owned(), text: origin.text().clone(), at, path }
            }
            Self::Export { path: export, texts } => {
                let (file, inner) = match path.split_once(": ") {
                    Some((file, inner)) => (file, inner),
                    None => (path, ""),
                };
                match texts.get(file) {
                    Some(text) => Spot {
                        file: export.join(file),
                        text: text.clone(),
                        at: check::find_in_json(text.as_str(), inner),
                        path: inner.to_owned(),
                    },
                    None => Spot {
                        file: export.clone(),
                        text: Text::default(),
                        at: None,
                        path: path.to_owned(),
                    },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_an_export_is_one_in_its_file() {
        let files = Files::from([
            ("Bot/Intent.json".to_owned(), b"{ \"name\": \"Stop\" }".to_vec()),
            ("Bot/photo.png".to_owned(), vec![0xff]),
        ]);
        let written = Written::export(Path::new("bot.zip"), &files);
        let shown = |path: &str| {
            let spot = written.spot(path);
            let text = spot.at.and_then(|at| spot.text.as_str().get(at)).unwrap_or("-").to_owned();
            format!("{} {text} {}", spot.file.display(), spot.path)
        };
        assert_eq!(shown("Bot/Intent.json: name"), "bot.zip/Bot/Intent.json \"Stop\" name");
        assert_eq!(shown("Bot/Intent.json"), "bot.zip/Bot/Intent.json - ");
        assert_eq!(shown("Bot/photo.png"), "bot.zip - Bot/photo.png");
        assert_eq!(shown("Bot/gone.json: a"), "bot.zip - Bot/gone.json: a");
    }
}

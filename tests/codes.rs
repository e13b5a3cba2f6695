//! The codes of errors, which whoever runs a line looks up in the README.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{fs, io};

use regex::Regex;

#[test]
fn the_readme_says_what_to_do_about_every_code() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md"))?;
    let code = Regex::new(r#""((?:greeting|intent|escalation|voicemail|texts)(\.[a-z-]+))""#)?;
    let mut told = BTreeSet::new();
    let mut untold = BTreeSet::new();
    for function in fs::read_dir(root.join("functions"))? {
        for text in sources(&function?.path().join("src"))? {
            for found in code.captures_iter(&text) {
                let (_, [code, name]) = found.extract();
                let ways = [format!("`{code}`"), format!("`<function>{name}`")];
                let is_told = ways.iter().any(|it| readme.contains(it.as_str()));
                if is_told { &mut told } else { &mut untold }.insert(code.to_owned());
            }
        }
    }
    assert!(told.len() > 20, "{told:?}");
    assert_eq!(untold, BTreeSet::new());
    Ok(())
}

/// The text of every file in a folder and in those inside it.
fn sources(folder: &Path) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            texts.extend(sources(&path)?);
        } else {
            texts.push(fs::read_to_string(path)?);
        }
    }
    Ok(texts)
}

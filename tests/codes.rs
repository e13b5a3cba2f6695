//! The codes of errors, which whoever runs a line looks up in the README.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use regex::Regex;

#[test]
fn the_readme_says_what_to_do_about_every_code() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(root.join("README.md"))?;
    let code = Regex::new(r#""((?:greeting|intent|escalation|voicemail|texts)(\.[a-z-]+))""#)?;
    let mut told = BTreeSet::new();
    let mut untold = BTreeSet::new();
    for function in fs::read_dir(root.join("functions"))? {
        for file in fs::read_dir(function?.path().join("src"))? {
            let text = fs::read_to_string(file?.path())?;
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

//! Values of parameters on a laptop: `[local.global.parameters]` of `samconfig.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use super::error::TemplateError;

/// The environment of `samconfig.toml` that is meant for a laptop.
const ENVIRONMENT: &str = "local";

/// Reads `parameter_overrides`, a list of `Name=value` or one text of them; empty without a file.
pub(super) fn overrides(file: &Path) -> Result<BTreeMap<String, String>, TemplateError> {
    match std::fs::read_to_string(file) {
        Ok(text) => parse(file, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(source) => Err(TemplateError::Read { file: file.to_owned(), source }),
    }
}

fn parse(file: &Path, text: &str) -> Result<BTreeMap<String, String>, TemplateError> {
    let table: toml::Table = toml::from_str(text).map_err(|source| TemplateError::Samconfig {
        file: file.to_owned(),
        source: Box::new(source),
    })?;
    let written = [ENVIRONMENT, "global", "parameters", "parameter_overrides"]
        .iter()
        .try_fold(&toml::Value::Table(table), |value, key| value.get(key))
        .cloned();
    let words: Vec<String> = match written {
        None => Vec::new(),
        Some(toml::Value::String(line)) => {
            line.split_whitespace().map(|it| it.trim_matches('"').to_owned()).collect()
        }
        Some(toml::Value::Array(items)) => items.iter().map(as_word).collect(),
        Some(other) => vec![as_word(&other)],
    };
    words
        .into_iter()
        .map(|word| match word.split_once('=') {
            Some((name, value)) if !name.is_empty() => {
                Ok((name.to_owned(), value.trim_matches('"').to_owned()))
            }
            Some(_) | None => Err(TemplateError::Override { file: file.to_owned(), found: word }),
        })
        .collect()
}

/// The text of an item; anything else becomes the name of its type, for the message.
fn as_word(item: &toml::Value) -> String {
    item.as_str().unwrap_or_else(|| item.type_str()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BTreeMap<String, String>, TemplateError> {
        parse(Path::new("samconfig.toml"), text)
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(read("a = ").unwrap_err().to_string(), "`samconfig.toml` is not TOML");
        let header = "[local.global.parameters]\nparameter_overrides = ";
        for (written, found) in [("['Sender']", "Sender"), ("['=x']", "=x"), ("7", "integer")] {
            assert_eq!(
                read(&format!("{header}{written}")).unwrap_err().to_string(),
                format!(
                    "samconfig.toml: `{found}` in parameter_overrides must be written as `Name=value`"
                )
            );
        }
    }

    #[test]
    fn reads_lists_and_lines_of_the_local_environment_only() {
        let expected = BTreeMap::from([
            ("A".to_owned(), "1=2".to_owned()),
            ("B".to_owned(), "x y".to_owned()),
        ]);
        let list = "[default.global.parameters]\nparameter_overrides = ['Z=1']\n\
                    [local.global.parameters]\nparameter_overrides = ['A=1=2', 'B=\"x y\"']";
        assert_eq!(read(list).unwrap(), expected);
        let line = "[local.global.parameters]\nparameter_overrides = 'A=1 C=\"2\"'";
        assert_eq!(read(line).unwrap()["C"], "2");
        assert!(read("").unwrap().is_empty());
        assert!(overrides(Path::new("/nonexistent/samconfig.toml")).unwrap().is_empty());
    }
}

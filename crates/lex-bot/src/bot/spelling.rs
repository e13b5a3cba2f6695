//! How a format spells the names of its fields.
//!
//! Sources: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot`"; Amazon Lex V2 Developer
//! Guide, "JSON format for importing and exporting".

/// How names are spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// `SlotTypeName`.
    CloudFormation,
    /// `slotTypeName`.
    Export,
}

/// Names that differ by more than the letter case, with what they are in an export. First what Lex
/// writes; then the names of the model-building API, and those of the guide's examples.
const DIFFERENT: &[(&str, &[&str])] = &[
    ("AllowMultipleValues", &["allowMultipleValues", "allowMutlipleValues"]),
    ("Active", &["isActive", "active"]),
    ("IsActive", &["isActive", "active"]),
    ("LocaleId", &["identifier", "localeId"]),
    ("MessageGroups", MESSAGE_GROUPS),
    ("MessageGroupsList", MESSAGE_GROUPS),
    ("NluConfidenceThreshold", &["nluConfidenceThreshold", "nluIntentConfidenceThreshold"]),
    ("PromptSpecification", &["promptSpecification", "confirmationPrompt"]),
    ("ValueElicitationSetting", &["valueElicitationSetting", "slotValueElicitationSetting"]),
];

const MESSAGE_GROUPS: &[&str] = &["messageGroupsList", "messageGroups", "messageGroupList"];

impl Spelling {
    /// The names that a field may have whose name in a template is this one, the usual one first.
    pub(super) fn of(self, name: &str) -> Vec<String> {
        match self {
            Self::CloudFormation => vec![name.to_owned()],
            Self::Export => match DIFFERENT.iter().find(|(it, _)| *it == name) {
                Some((_, names)) => names.iter().map(|it| (*it).to_owned()).collect(),
                None => vec![camel_case(name)],
            },
        }
    }
}

/// `DTMFSpecification` becomes `dtmfSpecification`, `QnAIntent` `qnAIntent`: the capitals that a
/// name begins with become small, but for the one that begins its next word.
fn camel_case(name: &str) -> String {
    let capitals = name.chars().take_while(char::is_ascii_uppercase).count();
    let small =
        if capitals > 1 && capitals < name.len() { capitals.saturating_sub(1) } else { capitals };
    let lower = |(at, it): (usize, char)| if at < small { it.to_ascii_lowercase() } else { it };
    name.chars().enumerate().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_begin_names_with_a_small_letter() {
        for (name, expected) in [
            ("Name", "name"),
            ("SlotTypeName", "slotTypeName"),
            ("SSMLMessage", "ssmlMessage"),
            ("DTMFSpecification", "dtmfSpecification"),
            ("AudioAndDTMFInputSpecification", "audioAndDTMFInputSpecification"),
            ("AllowDTMFInput", "allowDTMFInput"),
            ("QnAIntentConfiguration", "qnAIntentConfiguration"),
            ("QInConnectIntentConfiguration", "qInConnectIntentConfiguration"),
            ("A", "a"),
            ("ARN", "arn"),
            ("", ""),
        ] {
            assert_eq!(camel_case(name), expected);
        }
        assert_eq!(Spelling::Export.of("LocaleId"), ["identifier", "localeId"]);
        assert_eq!(Spelling::CloudFormation.of("LocaleId"), ["LocaleId"]);
    }
}

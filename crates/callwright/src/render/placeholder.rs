//! Placeholders such as `${SupportQueueArn}` in the text of a flow.

use std::collections::BTreeMap;

use serde_json::Value;

/// Placeholders of a flow: each name, with the first place that uses it.
pub(crate) type Uses = BTreeMap<String, String>;

/// A `${` that begins no placeholder.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotAPlaceholder {
    pub(crate) place: String,
    pub(crate) found: String,
}

/// Finds the placeholders in all texts of a JSON value, keys included.
///
/// What is no placeholder is refused rather than kept: CloudFormation would take `${Something}` for
/// a reference of its own, and fail far from here.
pub(crate) fn find(value: &Value) -> Result<Uses, NotAPlaceholder> {
    let mut uses = Uses::new();
    visit(value, "", &mut uses)?;
    Ok(uses)
}

fn visit(value: &Value, place: &str, uses: &mut Uses) -> Result<(), NotAPlaceholder> {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        Value::String(text) => scan(text, place, uses),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(idx, item)| visit(item, &format!("{place}[{idx}]"), uses)),
        Value::Object(fields) => fields.iter().try_for_each(|(key, field)| {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            scan(key, &place, uses)?;
            visit(field, &place, uses)
        }),
    }
}

fn scan(text: &str, place: &str, uses: &mut Uses) -> Result<(), NotAPlaceholder> {
    for rest in text.split("${").skip(1) {
        match rest.split_once('}') {
            Some((name, _)) if is_name(name) => {
                uses.entry(name.to_owned()).or_insert_with(|| place.to_owned());
            }
            Some((name, _)) => {
                let found = format!("${{{name}}}");
                return Err(NotAPlaceholder { place: place.to_owned(), found });
            }
            None => {
                return Err(NotAPlaceholder {
                    place: place.to_owned(),
                    found: format!("${{{rest}"),
                });
            }
        }
    }
    Ok(())
}

/// Whether a text can be the name of a CloudFormation parameter that holds an ARN.
fn is_name(text: &str) -> bool {
    text.ends_with("Arn")
        && text.starts_with(|it: char| it.is_ascii_uppercase())
        && text.chars().all(|it| it.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_first_place_of_each_name_is_kept() {
        let flow = json!({
            "Actions": [
                { "Parameters": { "QueueId": "${SupportQueueArn}" } },
                { "Parameters": { "Text": "from ${SupportQueueArn} to ${BotAliasArn}" } },
            ],
        });
        let uses: Vec<_> = find(&flow).unwrap().into_iter().collect();
        assert_eq!(
            uses,
            [
                ("BotAliasArn".to_owned(), "Actions[1].Parameters.Text".to_owned()),
                ("SupportQueueArn".to_owned(), "Actions[0].Parameters.QueueId".to_owned()),
            ]
        );
    }

    #[test]
    fn references_of_the_flow_language_are_no_placeholders() {
        assert_eq!(find(&json!(["$.Attributes.x", "$5 {x}", "{}$"])), Ok(Uses::new()));
    }

    #[test]
    fn anything_else_in_braces_is_refused() {
        for (text, found) in [
            ("${}", "${}"),
            ("${queueArn}", "${queueArn}"),
            ("${SupportQueue}", "${SupportQueue}"),
            ("${Support.QueueArn}", "${Support.QueueArn}"),
            ("${AWS::Region}", "${AWS::Region}"),
            ("${!LiteralArn}", "${!LiteralArn}"),
            ("${SupportQueueArn", "${SupportQueueArn"),
            ("${OkArn} ${ SpacedArn }", "${ SpacedArn }"),
        ] {
            let error = NotAPlaceholder { place: "a[0]".to_owned(), found: found.to_owned() };
            assert_eq!(find(&json!({ "a": [text] })), Err(error), "{text}");
        }
    }

    #[test]
    fn keys_are_searched_too() {
        let error = NotAPlaceholder { place: "${x}".to_owned(), found: "${x}".to_owned() };
        assert_eq!(find(&json!({ "${x}": 1 })), Err(error));
    }
}

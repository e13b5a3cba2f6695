//! Parameters of an action, in the words of people.

use serde_json::{Map, Value};

use super::text;

/// Parameters of an action, read for people.
pub(super) struct Parameters<'a> {
    pub(super) parameters: &'a Map<String, Value>,
    /// What the console notes down about the action: it knows names where parameters have ids.
    pub(super) metadata: Option<&'a Value>,
}

impl Parameters<'_> {
    /// One parameter: by the name that the console knows, else as it is written, shortened.
    pub(super) fn field(&self, key: &str) -> Option<String> {
        let value = scalar(self.parameters.get(key)?)?;
        if value.starts_with("$.") {
            return Some(value);
        }
        let known = || self.metadata?.get("parameters")?.get(key)?.get("displayName")?.as_str();
        known().filter(|it| !it.is_empty()).map(str::to_owned).or_else(|| some(short(value)))
    }

    /// The words of a prompt.
    pub(super) fn prompt(&self) -> Option<String> {
        let quoted = |it: String| format!("“{it}”");
        let text = |key| some(text::one_line(&scalar(self.parameters.get(key)?)?));
        let ssml = || some(without_tags(&text("SSML")?)).map(quoted);
        let recorded = || self.field("PromptId").map(|it| format!("recording {it}"));
        let media = || {
            let uri = self.parameters.get("Media")?.get("Uri")?.as_str()?;
            Some(format!("recording {}", uri.rsplit('/').next().unwrap_or(uri)))
        };
        text("Text").map(quoted).or_else(ssml).or_else(recorded).or_else(media)
    }

    /// The bot.
    pub(super) fn bot(&self) -> Option<String> {
        let name = self.metadata.and_then(|it| it.get("lexV2BotName")).and_then(Value::as_str);
        if let Some(name) = name.filter(|it| !it.is_empty()) {
            return Some(name.to_owned());
        }
        let of = |key: &str, field: &str| scalar(self.parameters.get(key)?.get(field)?);
        of("LexV2Bot", "AliasArn").or_else(|| of("LexBot", "Name")).map(short)
    }

    /// The queue, or the agent whose queue it is.
    pub(super) fn queue(&self) -> Option<String> {
        let noted = || {
            let queue = self.metadata?.get("queue")?;
            queue.get("text").unwrap_or(queue).as_str().map(str::to_owned)
        };
        let is_reference = |it: &String| it.starts_with("$.");
        let queue = self.field("QueueId");
        let queue = queue.filter(is_reference).or_else(noted).or_else(|| self.field("QueueId"));
        queue.or_else(|| self.field("AgentId").map(|it| format!("agent {it}")))
    }

    /// Names and values that are set.
    pub(super) fn pairs(&self, key: &str) -> Option<String> {
        let object = self.parameters.get(key)?.as_object()?;
        let pair = |(name, value): (&String, &Value)| {
            let value = value.get("Value").unwrap_or(value);
            format!("{name} = {}", short(scalar(value).unwrap_or_else(|| value.to_string())))
        };
        some(object.iter().map(pair).collect::<Vec<_>>().join(", "))
    }

    /// What is recorded from here on.
    pub(super) fn recording(&self) -> String {
        let behavior = self.parameters.get("RecordingBehavior");
        let participants = behavior.and_then(|it| it.get("RecordedParticipants")?.as_array());
        let participants = participants.into_iter().flatten().filter_map(Value::as_str);
        let mut who: Vec<String> = participants.map(str::to_lowercase).collect();
        let ivr = behavior.and_then(|it| it.get("IVRRecordingBehavior")?.as_str());
        if ivr == Some("Enabled") {
            who.push("IVR".to_owned());
        }
        if who.is_empty() { "nobody".to_owned() } else { who.join(", ") }
    }
}

/// Text, number or boolean as text.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(bool) => Some(bool.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The text, unless there is none.
pub(super) fn some(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// What there is of the two.
pub(super) fn joined(parts: [Option<String>; 2], by: &str) -> Option<String> {
    some(parts.into_iter().flatten().collect::<Vec<_>>().join(by))
}

/// What tells one ARN or placeholder from the next: the name at its end.
pub(super) fn short(text: String) -> String {
    let placeholder = text.strip_prefix("${").and_then(|it| it.strip_suffix('}'));
    if let Some(name) = placeholder {
        let name = name.rsplit('.').next_back().unwrap_or(name);
        return name.strip_suffix("Arn").unwrap_or(name).to_owned();
    }
    if !text.starts_with("arn:") {
        return text;
    }
    if let Some((_, function)) = text.split_once(":function:") {
        return function.to_owned();
    }
    text.rsplit('/').next().unwrap_or(&text).to_owned()
}

/// SSML without its tags.
fn without_tags(ssml: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for character in ssml.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(' ');
            }
            it if !inside => out.push(it),
            _ => {}
        }
    }
    text::one_line(&out)
}

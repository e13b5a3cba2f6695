//! Where references begin.

/// Where a [`Reference`](crate::value::Reference) begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// `$.Attributes`, and a name in brackets right after `$`.
    Attributes,
    /// `$.FlowAttributes`.
    FlowAttributes,
    /// `$.External`.
    External,
    /// `$.Lex`.
    Lex,
    /// `$.StoredCustomerInput`.
    StoredCustomerInput,
    /// `$.Metrics`.
    Metrics,
    /// `$.Queue`.
    Queue,
    /// `$.CustomerEndpoint`.
    CustomerEndpoint,
    /// `$.SystemEndpoint`.
    SystemEndpoint,
    /// `$.References`.
    References,
    /// `$.Tags`.
    Tags,
    /// `$.ContactId`.
    ContactId,
    /// `$.InitialContactId`.
    InitialContactId,
    /// `$.PreviousContactId`.
    PreviousContactId,
    /// `$.Channel`.
    Channel,
    /// `$.InstanceARN`.
    InstanceArn,
    /// `$.InitiationMethod`.
    InitiationMethod,
    /// `$.AwsRegion`.
    AwsRegion,
    /// `$.LanguageCode`.
    LanguageCode,
    /// `$.CustomerId`.
    CustomerId,
    /// `$.Name`.
    Name,
    /// `$.Description`.
    Description,
    /// `$.TextToSpeechVoiceId`.
    TextToSpeechVoiceId,
    /// `$.Agent`: the agent, where there is one.
    Agent,
    /// `$.CallbackNumber`: the number that callbacks dial.
    CallbackNumber,
    /// `$.Case`: the case last read or written.
    Case,
    /// `$.Customer`: the customer profile last read or written.
    Customer,
    /// `$.DataTableList`: rows last listed.
    DataTableList,
    /// `$.DataTables`: values last evaluated.
    DataTables,
    /// `$.Email`: what was loaded of an e-mail.
    Email,
    /// `$.Media`: such as the headers of a SIP call.
    Media,
    /// `$.MediaStreams`: live audio streams.
    MediaStreams,
    /// `$.Modules`: what the last module gave back.
    Modules,
    /// `$.SegmentAttributes`.
    SegmentAttributes,
    /// `$.Task`: the task last created.
    Task,
    /// `$.Views`: what was chosen and entered in the last view.
    Views,
    /// `$.Wisdom`: the session of Amazon Q in Connect.
    Wisdom,
    /// One that Connect is not known to have.
    Other(String),
}

/// Every root that Connect is known to have, by its name after `$.`.
pub const ROOTS: [(&str, Root); 37] = [
    ("Agent", Root::Agent),
    ("Attributes", Root::Attributes),
    ("AwsRegion", Root::AwsRegion),
    ("CallbackNumber", Root::CallbackNumber),
    ("Case", Root::Case),
    ("Channel", Root::Channel),
    ("ContactId", Root::ContactId),
    ("Customer", Root::Customer),
    ("CustomerEndpoint", Root::CustomerEndpoint),
    ("CustomerId", Root::CustomerId),
    ("DataTableList", Root::DataTableList),
    ("DataTables", Root::DataTables),
    ("Description", Root::Description),
    ("Email", Root::Email),
    ("External", Root::External),
    ("FlowAttributes", Root::FlowAttributes),
    ("InitialContactId", Root::InitialContactId),
    ("InitiationMethod", Root::InitiationMethod),
    ("InstanceARN", Root::InstanceArn),
    ("LanguageCode", Root::LanguageCode),
    ("Lex", Root::Lex),
    ("Media", Root::Media),
    ("MediaStreams", Root::MediaStreams),
    ("Metrics", Root::Metrics),
    ("Modules", Root::Modules),
    ("Name", Root::Name),
    ("PreviousContactId", Root::PreviousContactId),
    ("Queue", Root::Queue),
    ("References", Root::References),
    ("SegmentAttributes", Root::SegmentAttributes),
    ("StoredCustomerInput", Root::StoredCustomerInput),
    ("SystemEndpoint", Root::SystemEndpoint),
    ("Tags", Root::Tags),
    ("Task", Root::Task),
    ("TextToSpeechVoiceId", Root::TextToSpeechVoiceId),
    ("Views", Root::Views),
    ("Wisdom", Root::Wisdom),
];

impl Root {
    pub(crate) fn named(name: &str) -> Self {
        let known = ROOTS.into_iter().find(|(it, _)| *it == name);
        known.map_or_else(|| Self::Other(name.to_owned()), |(_, root)| root)
    }

    /// Its name after `$.`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => ROOTS.iter().find(|(_, it)| it == known).map_or("", |(name, _)| name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ROOTS, Root};

    #[test]
    fn every_root_has_one_name() {
        for (name, root) in ROOTS {
            assert_eq!(Root::named(name), root);
            assert_eq!(root.as_str(), name);
        }
        assert_eq!(Root::named("Tomorrow").as_str(), "Tomorrow");
        assert!(ROOTS.is_sorted_by(|one, other| one.0 < other.0));
    }
}

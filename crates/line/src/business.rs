//! What the business decides: recording, retention, memory, and the rules of its scenarios.

use serde::{Deserialize, Serialize};
use wording::Currency;

/// Whether calls are recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Recording {
    /// How callers are asked.
    pub mode: RecordingMode,
}

/// How callers are asked whether they may be recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordingMode {
    /// They are told, and press a key to object.
    #[default]
    OptOut,
    /// They press a key to agree.
    OptIn,
    /// Nothing is recorded, and nobody is asked.
    Off,
}

/// How long records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Retention {
    /// Days that calls, turns and messages are kept, 1 to 3650.
    pub records_days: u32,
}

impl Default for Retention {
    /// Two years.
    fn default() -> Self {
        Self { records_days: 730 }
    }
}

/// Whether callers are remembered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Memory {
    /// Callers who agree are greeted with what is open when they call again.
    pub returning_callers: bool,
}

/// Where the business's records are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Directory {
    /// In the table of the deployment.
    #[default]
    Dynamodb,
    /// Behind the business's own API, whose address and secret the deployment knows.
    Http,
}

/// Rules of the bank scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct BankRules {
    /// Digits of an account number, 4 to 12.
    #[serde(default = "BankRules::usual_digits")]
    pub account_digits: u32,
    /// Wrong PINs in a row, over all calls, that lock an account, 1 to 10.
    pub pin_tries: u32,
    /// How long it is locked, 1 to 1440 minutes.
    pub lock_minutes: u32,
    /// Whether a code sent by SMS is asked for as well.
    pub one_time_code: bool,
}

impl Default for BankRules {
    fn default() -> Self {
        Self {
            account_digits: Self::usual_digits(),
            pin_tries: 3,
            lock_minutes: 30,
            one_time_code: false,
        }
    }
}

impl BankRules {
    /// Digits of an account number where the line does not say.
    const fn usual_digits() -> u32 {
        10
    }
}

/// Rules of the payments scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Payments {
    /// How callers may pay, the usual way first.
    pub methods: Vec<PaymentMethod>,
    /// What is paid in.
    pub currency: Currency,
    /// Digits of an account number, 4 to 12.
    pub account_digits: u32,
}

impl Default for Payments {
    fn default() -> Self {
        Self {
            methods: vec![PaymentMethod::CardOnFile, PaymentMethod::Link],
            currency: Currency::default(),
            account_digits: 8,
        }
    }
}

/// How callers may pay. Card data is never spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentMethod {
    /// With the card that the business has on file.
    CardOnFile,
    /// By a link sent by SMS.
    Link,
}

/// Whose assistant answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Profile {
    /// The person, as their name is spoken.
    pub person: String,
    /// Address of their page on `LinkedIn`, sent by SMS.
    #[serde(default)]
    pub linkedin: Option<String>,
    /// Their e-mail address, sent by SMS.
    #[serde(default)]
    pub email: Option<String>,
}

/// Two wordings of one message that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Experiment {
    /// Short name, such as `short-confirmation`.
    pub name: String,
    /// The message, by its name in the wording files.
    pub message: String,
    /// Callers of 100 who hear the second wording, 0 to 100.
    pub share: u32,
}

/// Which of two wordings a caller hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arm {
    /// The message as it is.
    A,
    /// Its `arm-b`.
    B,
}

impl Experiment {
    /// The wording that somebody hears: the same at every call, and independent of other experiments.
    ///
    /// `who` is anything that stands for the caller, such as the hash of their number.
    pub fn arm(&self, who: &str) -> Arm {
        let bytes = self.name.bytes().chain([0]).chain(who.bytes());
        let share = hash(bytes).checked_rem(100).unwrap_or_default();
        if share < u64::from(self.share) { Arm::B } else { Arm::A }
    }
}

/// A hash that is the same in every build: FNV-1a, with a last step that spreads it over all bits.
///
/// Sources: RFC 9923, section 2; the finaliser of `SplitMix64` (Steele, Lea and Flood, 2014).
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let mixed = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn experiment(name: &str, share: u32) -> Experiment {
        Experiment { name: name.to_owned(), message: "ask-wish".to_owned(), share }
    }

    /// Callers who are known from earlier builds hear what they heard then: their places among 100 were
    /// worked out apart from this code.
    #[test]
    fn a_caller_hears_the_same_in_every_build() {
        for (name, who, place) in [
            ("short", "80fe8560b414299e61bbf5bcb4a86d59", 2),
            ("short", "6d221abdef87effc2bc1fd9e3dea9baa", 62),
            ("short", "", 5),
            ("other", "80fe8560b414299e61bbf5bcb4a86d59", 34),
            ("other", "6d221abdef87effc2bc1fd9e3dea9baa", 11),
        ] {
            assert_eq!(experiment(name, place).arm(who), Arm::A, "{name} {who}");
            assert_eq!(experiment(name, place + 1).arm(who), Arm::B, "{name} {who}");
        }
    }

    #[test]
    fn callers_are_split_as_the_share_says() {
        for share in [0, 10, 50, 90, 100] {
            let experiment = experiment("short", share);
            let second = (0..10_000).filter(|it| experiment.arm(&it.to_string()) == Arm::B).count();
            let expected = usize::try_from(share).unwrap() * 100;
            assert!(second.abs_diff(expected) < 200, "{share}: {second}");
            assert!(share != 0 || second == 0);
            assert!(share != 100 || second == 10_000);
        }
    }

    #[test]
    fn experiments_split_callers_apart_from_each_other() {
        let (a, b) = (experiment("a", 50), experiment("b", 50));
        let callers = (0..10_000).map(|it| it.to_string());
        let same = callers.filter(|it| a.arm(it) == b.arm(it)).count();
        assert!(same.abs_diff(5_000) < 200, "{same}");
    }
}

//! What becomes of a wish that was guessed.

use crate::hear::Meaning;
use crate::session::Asking;
use crate::wish::Wish;

/// A wish that the caller was asked about, and what they made of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// What was guessed.
    pub wish: Wish,
    /// What became of it.
    pub fate: Fate,
}

/// What a caller makes of a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is what they want.
    Confirmed,
    /// It is not what they want.
    Refused,
    /// They want something else, and said what.
    Overtaken,
    /// They said nothing, or nothing that was understood.
    Unanswered,
}

impl Fate {
    /// The fate in the word that logs use, such as `confirmed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Overtaken => "overtaken",
            Self::Unanswered => "unanswered",
        }
    }
}

/// What became of the guess that was asked about; `None` when none was.
pub(crate) fn settled(asking: &Asking, meaning: Meaning) -> Option<Guess> {
    let Asking::Meant(wish) = *asking else { return None };
    let wanted = match meaning {
        Meaning::Wish(wish)
        | Meaning::Wishes(wish)
        | Meaning::Command(wish)
        | Meaning::Perhaps(wish) => Some(wish),
        Meaning::Person => Some(Wish::TalkToAgent),
        Meaning::Leave => Some(Wish::Goodbye),
        Meaning::Emergency => Some(Wish::Emergency),
        Meaning::Speak(_) | Meaning::SpeakAnother | Meaning::SpeaksIn => Some(Wish::SwitchLanguage),
        Meaning::Silence
        | Meaning::Unclear
        | Meaning::Complaint
        | Meaning::Greeting
        | Meaning::Remark(_)
        | Meaning::Yes
        | Meaning::No
        | Meaning::NotMeant
        | Meaning::Answer => None,
    };
    let fate = match (wanted, meaning) {
        (Some(wanted), _) if wanted == wish => Fate::Confirmed,
        (Some(_), _) => Fate::Overtaken,
        (None, Meaning::NotMeant | Meaning::No) => Fate::Refused,
        (None, _) => Fate::Unanswered,
    };
    Some(Guess { wish, fate })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_settled_by_what_is_meant() {
        for (wish, meaning, fate) in [
            (Wish::CheckOrderStatus, Meaning::Wish(Wish::CheckOrderStatus), Fate::Confirmed),
            (Wish::CheckOrderStatus, Meaning::Wish(Wish::PayInvoice), Fate::Overtaken),
            (Wish::CheckOrderStatus, Meaning::Person, Fate::Overtaken),
            (Wish::CheckOrderStatus, Meaning::Leave, Fate::Overtaken),
            (Wish::TalkToAgent, Meaning::Person, Fate::Confirmed),
            (Wish::Goodbye, Meaning::Leave, Fate::Confirmed),
            (Wish::Goodbye, Meaning::NotMeant, Fate::Refused),
            (Wish::Emergency, Meaning::Emergency, Fate::Confirmed),
            (Wish::Help, Meaning::Command(Wish::Help), Fate::Confirmed),
            (Wish::TalkToAgent, Meaning::Unclear, Fate::Unanswered),
            (Wish::TalkToAgent, Meaning::Silence, Fate::Unanswered),
        ] {
            let settled = settled(&Asking::Meant(wish), meaning);
            assert_eq!(settled, Some(Guess { wish, fate }), "{meaning:?}");
        }
        for asking in [Asking::Wish, Asking::Task, Asking::Person, Asking::More] {
            assert_eq!(settled(&asking, Meaning::Person), None);
        }
    }
}

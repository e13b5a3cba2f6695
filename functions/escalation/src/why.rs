//! Why a caller needs a person.

/// Why a caller needs a person, in a word that flows, records and wording share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why(&'static str);

impl Why {
    /// Something that nobody has a word for.
    pub const OTHER: Self = Self("other");

    /// All reasons.
    pub const ALL: [Self; 9] = [
        Self("asked"),
        Self("not-understood"),
        Self("silence"),
        Self("backend"),
        Self("upset"),
        Self("denied"),
        Self("emergency"),
        Self("matter"),
        Self::OTHER,
    ];

    /// The reason of a word; [`Why::OTHER`] when it is none that is known.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.0 == word).unwrap_or(Self::OTHER)
    }

    /// The word, such as `asked`.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_reads_back_as_written() {
        for why in Why::ALL {
            assert_eq!(Why::of(why.as_str()), why);
        }
        for word in ["", "Asked", "a reason of tomorrow"] {
            assert_eq!(Why::of(word), Why::OTHER, "{word}");
        }
    }
}

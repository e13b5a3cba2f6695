//! What comes of a caller whom recognition did not understand, although it may have been close.
//!
//! Recognition names what else the words may have meant, and a classifier of our own says what it
//! takes them for. Neither alone is enough to act on: recognition gave these readings up, and the
//! classifier has only seen the bot's samples. Where they agree there is little doubt.

use crate::wish::Wish;

// The figures below chose the constants, on the bot as it was then: they are of 17,480 sentences of other
// domains (CLINC150: Larson et al. 2019), of which the local line's recognition gave up 17,312, and of
// 37 ways to put the line's own wishes that it gave up too.

/// Least confidence of recognition in the intent that the classifier guesses for the two to agree.
///
/// Half of the bot's own threshold of 0.40, at which recognition would have taken the intent. Below
/// it recognition names intents for most things that are said.
const CLOSE: f64 = 0.2;
/// Least confidence of the classifier to take an intent that recognition was close to.
///
/// 2 of the sentences given up come above it, one of which does ask for a person. Were recognition
/// close to whatever the classifier guesses, 5 of all would.
const SURE: f64 = 0.9;
/// Least confidence of the classifier to ask about an intent that recognition was close to.
///
/// 1 of 376 sentences comes above it; 0.15 would be 1 of 525 and lose one of the wishes.
const WORTH_ASKING: f64 = 0.1;
/// Least confidence of the classifier to ask about an intent that recognition was not close to.
///
/// Together with the last it finds 15 of the 37 wishes, for 1 of 71 sentences that is asked about for
/// nothing; 0.2 finds 16 for 1 of 40, 0.4 finds 13 for 1 of 106. A question for nothing takes the
/// place of one that would have been repeated anyway.
const FAIRLY_SURE: f64 = 0.3;
/// Least confidence of recognition to ask about an intent that the classifier does not guess.
///
/// More than its threshold: recognition would have taken it, had the fallback not come in between.
const RECOGNISED: f64 = 0.5;

/// Least confidence of the classifier to take an intent by itself, where recognition listened in another
/// language than was spoken.
///
/// 83 of 14,840 sentences come above it on a line that does one thing (CLINC150 without the domains of
/// ours); 0.9 would be 18 and 0.6 would be 269. What names a doctor, a day and a time lies between 0.8
/// and 0.9.
pub(crate) const ALONE: f64 = 0.8;

/// What the caller may mean, and how sure someone is of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion {
    /// What the caller means.
    pub wish: Wish,
    /// 0 to 1; what is no number is no confidence at all.
    pub confidence: f64,
}

/// What is known of the words of a caller who was not understood, in any order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evidence {
    /// What recognition took for less likely.
    pub recognition: Vec<Opinion>,
    /// What the classifier takes the words for.
    pub classifier: Vec<Opinion>,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Go on as if this had been recognised.
    Take(Wish),
    /// Ask whether this is what the caller meant.
    Ask(Wish),
    /// Ask the same question again.
    Reprompt,
}

impl Decision {
    /// The decision in the word that logs use, such as `ask`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Take(_) => "take",
            Self::Ask(_) => "ask",
            Self::Reprompt => "reprompt",
        }
    }

    /// What is taken or asked about.
    pub fn wish(self) -> Option<Wish> {
        match self {
            Self::Take(wish) | Self::Ask(wish) => Some(wish),
            Self::Reprompt => None,
        }
    }
}

impl Evidence {
    /// Recognition's best reading; the first of equals.
    pub fn recognised(&self) -> Option<Opinion> {
        best(&self.recognition)
    }

    /// The classifier's best guess; the first of equals.
    pub fn guessed(&self) -> Option<Opinion> {
        best(&self.classifier)
    }

    /// Decides from the words alone, whatever was asked.
    ///
    /// More confidence in the wish that is decided on never makes the decision less sure.
    pub fn decide(&self) -> Decision {
        let (recognised, guessed) = (self.recognised(), self.guessed());
        if let (Some(recognised), Some(guessed)) = (recognised, guessed)
            && recognised.wish == guessed.wish
            && recognised.confidence >= CLOSE
        {
            if guessed.confidence >= SURE && may_be_taken(guessed.wish) {
                return Decision::Take(guessed.wish);
            }
            if guessed.confidence >= WORTH_ASKING {
                return Decision::Ask(guessed.wish);
            }
        }
        let guessed = guessed.filter(|it| it.confidence >= FAIRLY_SURE);
        let recognised = recognised.filter(|it| it.confidence >= RECOGNISED);
        // The classifier comes first: it has learnt what the line is not for.
        guessed.or(recognised).map_or(Decision::Reprompt, |it| Decision::Ask(it.wish))
    }
}

impl Evidence {
    /// Decides by the classifier alone, where recognition listened in another language than was
    /// spoken, so that it has nothing to say.
    pub(crate) fn decide_alone(&self) -> Decision {
        let alone = Self { recognition: Vec::new(), classifier: self.classifier.clone() };
        match alone.guessed() {
            Some(it) if it.confidence >= ALONE && may_be_taken(it.wish) => Decision::Take(it.wish),
            _ => alone.decide(),
        }
    }

    /// Decides where the words of a story hint at a wish, too: a strong hint at what the classifier guesses
    /// first as well is taken, any other is asked about in place of the same question once more.
    pub(crate) fn hinted(&self, wish: Wish, is_strong: bool, decision: Decision) -> Decision {
        let is_guessed = is_strong
            && self.guessed().is_some_and(|it| it.wish == wish && it.confidence >= WORTH_ASKING);
        match decision {
            Decision::Ask(_) | Decision::Reprompt if is_guessed && may_be_taken(wish) => {
                Decision::Take(wish)
            }
            Decision::Take(_) | Decision::Ask(_) => decision,
            Decision::Reprompt => Decision::Ask(wish),
        }
    }
}

/// Whether a wish may be followed without asking.
///
/// A goodbye may not: whoever says "nothing fits" sounds like someone who needs nothing more, and
/// would be hung up on.
fn may_be_taken(wish: Wish) -> bool {
    !matches!(wish, Wish::Goodbye)
}

fn best(opinions: &[Opinion]) -> Option<Opinion> {
    let known = opinions.iter().filter(|it| it.confidence.is_finite()).copied();
    known.reduce(|best, it| if it.confidence > best.confidence { it } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Wish::{CheckOrderStatus as Order, Goodbye, TalkToAgent as Person};

    fn opinions(given: &[(Wish, f64)]) -> Vec<Opinion> {
        given.iter().map(|&(wish, confidence)| Opinion { wish, confidence }).collect()
    }

    #[test]
    fn both_must_agree_to_take_an_intent() {
        use Decision::{Ask, Reprompt, Take};
        let nan = f64::NAN;
        for (recognition, classifier, decision) in [
            // Nobody knows anything.
            (&[][..], &[][..], Reprompt),
            (&[(Order, 0.19)], &[(Order, 0.29)], Reprompt),
            (&[(Order, 0.49)], &[(Order, 0.09)], Reprompt),
            (&[(Order, 0.49)], &[(Person, 0.29)], Reprompt),
            (&[(Order, nan)], &[(Order, nan)], Reprompt),
            (&[(Order, f64::INFINITY)], &[(Order, f64::NEG_INFINITY)], Reprompt),
            // They agree.
            (&[(Order, 0.2)], &[(Order, 0.1)], Ask(Order)),
            (&[(Order, 0.2)], &[(Order, 0.89)], Ask(Order)),
            (&[(Order, 0.2)], &[(Order, 0.9)], Take(Order)),
            (&[(Person, 0.2)], &[(Person, 0.9)], Take(Person)),
            (&[(Goodbye, 1.0)], &[(Goodbye, 1.0)], Ask(Goodbye)),
            (&[(Order, 0.3), (Person, 0.2)], &[(Goodbye, 0.1), (Order, 0.9)], Take(Order)),
            (&[(Person, nan), (Order, 0.3)], &[(Order, 0.9), (Goodbye, nan)], Take(Order)),
            // One of them is fairly sure.
            (&[], &[(Order, 0.3)], Ask(Order)),
            (&[(Order, 0.19)], &[(Order, 1.0)], Ask(Order)),
            (&[(Order, 0.5)], &[], Ask(Order)),
            (&[(Order, 0.5)], &[(Order, 0.09)], Ask(Order)),
            (&[(Order, 0.5)], &[(Person, 0.29)], Ask(Order)),
            // Both are, and they do not agree.
            (&[(Order, 1.0)], &[(Person, 0.3)], Ask(Person)),
            (&[(Order, 1.0)], &[(Person, 1.0)], Ask(Person)),
        ] {
            let evidence =
                Evidence { recognition: opinions(recognition), classifier: opinions(classifier) };
            assert_eq!(evidence.decide(), decision, "{recognition:?} {classifier:?}");
        }
    }

    #[test]
    fn a_hint_is_taken_where_the_classifier_guesses_the_same() {
        use Decision::{Ask, Reprompt, Take};
        for (classifier, before, after) in [
            (&[][..], Reprompt, Ask(Order)),
            (&[(Order, 0.09)], Reprompt, Ask(Order)),
            (&[(Order, 0.1)], Reprompt, Take(Order)),
            (&[(Order, 0.3)], Ask(Order), Take(Order)),
            (&[(Person, 0.3)], Ask(Person), Ask(Person)),
            (&[(Person, 0.9), (Order, 0.2)], Take(Person), Take(Person)),
        ] {
            let evidence = Evidence { recognition: Vec::new(), classifier: opinions(classifier) };
            assert_eq!(evidence.hinted(Order, true, before), after, "{classifier:?}");
            let weak = if before == Reprompt { Ask(Order) } else { before };
            assert_eq!(evidence.hinted(Order, false, before), weak, "{classifier:?}");
        }
    }

    #[test]
    fn the_classifier_is_believed_alone_where_recognition_listened_for_another_language() {
        use Decision::{Ask, Reprompt, Take};
        for (classifier, decision) in [
            (&[][..], Reprompt),
            (&[(Order, 0.29)], Reprompt),
            (&[(Order, 0.3)], Ask(Order)),
            (&[(Order, 0.79)], Ask(Order)),
            (&[(Order, 0.8)], Take(Order)),
            (&[(Goodbye, 1.0)], Ask(Goodbye)),
            (&[(Order, f64::NAN)], Reprompt),
        ] {
            let recognition = opinions(&[(Person, 1.0)]);
            let evidence = Evidence { recognition, classifier: opinions(classifier) };
            assert_eq!(evidence.decide_alone(), decision, "{classifier:?}");
        }
    }
}

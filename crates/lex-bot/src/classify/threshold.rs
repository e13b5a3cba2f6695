//! Which confidence is enough: the choice of a `NluConfidenceThreshold` by utterances of which it
//! is known what they mean.

/// The best guess for an utterance that means one of the intents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// Its confidence, 0 to 1.
    pub confidence: f32,
    /// Whether it is the right intent.
    pub right: bool,
}

/// Utterances that were guessed: what a threshold is chosen by, or measured with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trial {
    /// Those that mean one of the intents.
    pub in_scope: Vec<Judged>,
    /// The confidences of the best guesses for those that mean none.
    pub out_of_scope: Vec<f32>,
}

/// What a threshold does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// Share of the utterances in scope that are guessed right and not below the threshold.
    pub in_scope: f64,
    /// Share of the utterances out of scope that are below the threshold.
    pub recall: f64,
}

impl Trial {
    /// What happens if guesses below the threshold are not followed.
    pub fn at(&self, threshold: f32) -> Outcome {
        let right = self.in_scope.iter().filter(|it| it.right && it.confidence >= threshold);
        let rejected = self.out_of_scope.iter().filter(|it| **it < threshold);
        Outcome {
            in_scope: share(right.count(), self.in_scope.len()),
            recall: share(rejected.count(), self.out_of_scope.len()),
        }
    }

    /// The lowest threshold with which most utterances, in scope and out of it, are read right.
    pub fn most_right(&self) -> f32 {
        let mut best = (0_usize, 0.0_f32);
        for (threshold, right, rejected) in self.steps() {
            let all = right.saturating_add(rejected);
            if all > best.0 {
                best = (all, threshold);
            }
        }
        best.1
    }

    /// The lowest threshold that rejects most utterances out of scope while it loses at most this
    /// share (0 to 1) of those in scope to rejection.
    pub fn most_rejected(&self, loss: f64) -> f32 {
        let all = self.in_scope.iter().filter(|it| it.right).count();
        let lost = |right: usize| share(all.saturating_sub(right), self.in_scope.len());
        let mut best = (0_usize, 0.0_f32);
        for (threshold, right, rejected) in self.steps() {
            if lost(right) <= loss && rejected > best.0 {
                best = (rejected, threshold);
            }
        }
        best.1
    }

    /// How well confidence tells in scope from out of scope: the chance that an utterance in scope
    /// has more of it than one out of scope; equals count half. Nothing if either is missing.
    pub fn auroc(&self) -> Option<f64> {
        let mut outside = self.out_of_scope.clone();
        outside.sort_unstable_by(f32::total_cmp);
        let mut wins = 0_usize;
        for judged in &self.in_scope {
            let below = outside.partition_point(|it| *it < judged.confidence);
            let not_above = outside.partition_point(|it| *it <= judged.confidence);
            wins = wins.saturating_add(below).saturating_add(not_above);
        }
        let pairs = self.in_scope.len().saturating_mul(outside.len());
        (pairs > 0).then(|| share(wins, pairs.saturating_mul(2)))
    }

    /// How far confidence is from the share of right guesses, on average over all utterances: the
    /// expected calibration error over ten equal steps of confidence, 0 to 1. Out of scope, no
    /// guess is right.
    pub fn calibration_error(&self) -> f64 {
        let mut bins = [(0_usize, 0_usize, 0.0_f64); 10];
        let outside = self.out_of_scope.iter();
        let outside = outside.map(|it| Judged { confidence: *it, right: false });
        let all = self.in_scope.len().saturating_add(self.out_of_scope.len());
        for judged in self.in_scope.iter().copied().chain(outside) {
            let confidence = f64::from(judged.confidence);
            let upper = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
            let bin = upper.iter().take_while(|it| confidence >= **it).count();
            if let Some((count, right, sum)) = bins.get_mut(bin) {
                *count = count.saturating_add(1);
                *right = right.saturating_add(usize::from(judged.right));
                *sum += confidence;
            }
        }
        let off = bins.iter().map(|(_, right, sum)| (real(*right) - sum).abs()).sum::<f64>();
        if all == 0 { 0.0 } else { off / real(all) }
    }

    /// Each threshold that makes a difference, ascending, with how many utterances in scope are
    /// right at it and how many out of scope rejected. A threshold lies halfway between two
    /// confidences that occur, so that it does not hang on one utterance.
    fn steps(&self) -> Vec<(f32, usize, usize)> {
        let mut right: Vec<f32> =
            self.in_scope.iter().filter(|it| it.right).map(|it| it.confidence).collect();
        let mut outside = self.out_of_scope.clone();
        right.sort_unstable_by(f32::total_cmp);
        outside.sort_unstable_by(f32::total_cmp);
        let inside = self.in_scope.iter().map(|it| it.confidence);
        let mut levels: Vec<f32> = inside.chain(outside.iter().copied()).collect();
        levels.push(0.0);
        levels.sort_unstable_by(f32::total_cmp);
        levels.dedup();
        let mut previous = 0.0;
        let mut steps = Vec::with_capacity(levels.len());
        for level in levels {
            let halfway = f32::midpoint(previous, level);
            // Two confidences that follow each other closely have nothing between them.
            let threshold = if halfway > previous { halfway } else { level };
            let kept = right.len().saturating_sub(right.partition_point(|it| *it < threshold));
            steps.push((threshold, kept, outside.partition_point(|it| *it < threshold)));
            previous = level;
        }
        steps
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn real(count: usize) -> f64 {
    count as f64
}

/// A part of a whole; nothing of nothing is 0.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(right: &[f32], wrong: &[f32], out_of_scope: &[f32]) -> Trial {
        let judged = |right: bool| move |it: &f32| Judged { confidence: *it, right };
        Trial {
            in_scope: right
                .iter()
                .map(judged(true))
                .chain(wrong.iter().map(judged(false)))
                .collect(),
            out_of_scope: out_of_scope.to_vec(),
        }
    }

    #[test]
    fn nothing_to_choose_by_lets_everything_pass() {
        let nothing = Trial::default();
        assert_eq!((nothing.most_right(), nothing.most_rejected(0.01)), (0.0, 0.0));
        assert_eq!(nothing.at(0.5), Outcome { in_scope: 0.0, recall: 0.0 });
        assert_eq!(nothing.auroc(), None);
        assert!(nothing.calibration_error().abs() < 1e-9);
        let only_inside = trial(&[0.9, 0.1], &[0.5], &[]);
        assert_eq!((only_inside.most_right(), only_inside.most_rejected(0.5)), (0.0, 0.0));
        assert_eq!(only_inside.auroc(), None);
    }

    #[test]
    fn a_threshold_is_halfway() {
        let trial = trial(&[0.9, 0.8, 0.7], &[0.2], &[0.1, 0.3]);
        assert!((trial.most_right() - 0.5).abs() < 1e-6);
        assert_eq!(trial.at(0.5), Outcome { in_scope: 0.75, recall: 1.0 });
    }

    #[test]
    fn overall_accuracy_weighs_an_utterance_against_another() {
        // To reject the one out of scope costs two that are right.
        let trial = trial(&[0.5, 0.6, 0.9], &[], &[0.7]);
        assert!(trial.most_right().abs() < 1e-9);
        assert!((trial.most_rejected(0.67) - 0.8).abs() < 1e-6);
        assert!(trial.most_rejected(0.5).abs() < 1e-9);
    }

    #[test]
    fn a_guess_at_the_threshold_is_followed() {
        let trial = trial(&[0.5], &[], &[0.5]);
        assert_eq!(trial.at(0.5), Outcome { in_scope: 1.0, recall: 0.0 });
    }

    #[test]
    fn the_area_counts_equals_half() {
        assert_eq!(trial(&[0.9, 0.8], &[0.7], &[0.1]).auroc(), Some(1.0));
        assert_eq!(trial(&[0.1], &[], &[0.9]).auroc(), Some(0.0));
        assert_eq!(trial(&[0.5], &[], &[0.5]).auroc(), Some(0.5));
    }

    #[test]
    fn confidence_that_is_as_often_right_as_it_says_has_no_error() {
        let honest = trial(&[0.75, 0.75, 0.75], &[0.75], &[]);
        assert!(honest.calibration_error() < 1e-6);
        let boastful = trial(&[], &[1.0, 1.0], &[]);
        assert!((boastful.calibration_error() - 1.0).abs() < 1e-6);
        assert!((trial(&[1.0], &[], &[1.0]).calibration_error() - 0.5).abs() < 1e-6);
    }
}

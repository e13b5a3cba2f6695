//! Turns margins into confidences.

use super::stored::{ReadClassifierError, Reader, Writer};

/// What is believed before any example is seen: the margins of a support vector machine part at 0,
/// and at 1, where a training example is at ease, hardly any doubt is left.
const SLOPE: f64 = 5.0;
const OFFSET: f64 = 0.0;

/// How much the belief counts: as much as this many examples at the parting.
const BELIEF: f64 = 5.0;

/// Least slope: a larger margin is never less sure.
const LEAST_SLOPE: f64 = 1.0;

/// How many utterances with an intent that the bot does not know there are for each that it knows.
const UNKNOWN: f64 = 0.05;

/// Most steps of the fit; it takes about ten.
const STEPS: usize = 50;

/// A guess for an example that was left out.
#[derive(Clone, Copy)]
struct Point {
    lead: f64,
    /// 1 or 0.
    right: f64,
    weight: f64,
}

/// The logistic curve from margins to confidences.
///
/// Source: Platt: Probabilistic Outputs for Support Vector Machines (1999); fitted by Newton's
/// method as in Lin, Lin, Weng: A Note on Platt's Probabilistic Outputs (2007).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Curve {
    slope: f64,
    offset: f64,
}

impl Curve {
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.long_real(self.slope);
        writer.long_real(self.offset);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, ReadClassifierError> {
        Ok(Self { slope: reader.long_real()?, offset: reader.long_real()? })
    }

    /// The curve that fits the margins of examples that were left out, each with its class. A class
    /// that is no intent is out of scope, and its margin stands behind those of the intents.
    ///
    /// The best guess for an example is right or wrong. And had the bot not known the example's
    /// intent, the best of the other intents would have been a wrong guess.
    pub(super) fn fit(intents: usize, held_out: &[(Vec<f32>, usize)]) -> Self {
        let mut points: Vec<Point> = Vec::new();
        for (margins, target) in held_out {
            let (inside, outside) = margins.split_at_checked(intents).unwrap_or((margins, &[]));
            let outside = outside.first().copied();
            let others = inside.iter().enumerate().filter(|(it, _)| it != target);
            let other = others.map(|(_, it)| *it).fold(f32::NEG_INFINITY, f32::max);
            let other = Point { lead: lead(other, outside), right: 0.0, weight: 1.0 };
            let Some(own) = inside.get(*target).map(|it| lead(*it, outside)) else {
                points.push(other);
                continue;
            };
            if own > other.lead {
                points.push(Point { lead: own, right: 1.0, weight: 1.0 });
                points.push(Point { weight: UNKNOWN, ..other });
            } else {
                points.push(Point { weight: 1.0 + UNKNOWN, ..other });
            }
        }
        points.retain(|it| it.lead.is_finite());
        Self::through(&points)
    }

    fn through(points: &[Point]) -> Self {
        let mut curve = Self { slope: SLOPE, offset: OFFSET };
        let mut error = curve.error(points);
        for _ in 0..STEPS {
            let (slope, offset) = curve.step(points);
            // Half the step, and half of that, until it is one for the better.
            let better = (0..20).map(|it| 0.5_f64.powi(it)).find_map(|share| {
                let next = Self {
                    slope: (curve.slope - share * slope).max(LEAST_SLOPE),
                    offset: curve.offset - share * offset,
                };
                let next_error = next.error(points);
                (next_error < error).then_some((next, next_error))
            });
            let Some((next, next_error)) = better else { break };
            let gain = error - next_error;
            (curve, error) = (next, next_error);
            if gain < 1e-9 {
                break;
            }
        }
        curve
    }

    fn at(self, lead: f64) -> f64 {
        1.0 / (1.0 + (-(self.slope * lead + self.offset)).exp())
    }

    /// What the points and the belief hold against the curve.
    fn error(self, points: &[Point]) -> f64 {
        let belief = (self.slope - SLOPE).powi(2) + (self.offset - OFFSET).powi(2);
        let points = points.iter().map(|it| {
            let log_odds = self.slope * it.lead + self.offset;
            // The logarithm of the chance of what is true, written so that nothing overflows.
            let all = log_odds.max(0.0) + (-log_odds.abs()).exp().ln_1p();
            it.weight * (all - it.right * log_odds)
        });
        points.sum::<f64>() + belief * BELIEF / 8.0
    }

    /// Newton's step: what to take off slope and offset.
    fn step(self, points: &[Point]) -> (f64, f64) {
        let weight = BELIEF / 4.0;
        let (mut slope, mut offset) =
            (weight * (self.slope - SLOPE), weight * (self.offset - OFFSET));
        let (mut aa, mut ab, mut bb) = (weight, 0.0, weight);
        for &Point { lead, right, weight } in points {
            let p = self.at(lead);
            slope += weight * (p - right) * lead;
            offset += weight * (p - right);
            let q = weight * p * (1.0 - p);
            aa += q * lead * lead;
            ab += q * lead;
            bb += q;
        }
        let determinant = aa * bb - ab * ab;
        ((bb * slope - ab * offset) / determinant, (aa * offset - ab * slope) / determinant)
    }

    /// The confidence of an intent with this margin, 0 to 1.
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
    pub(super) fn confidence(self, margin: f32, outside: Option<f32>) -> f32 {
        self.at(lead(margin, outside)) as f32
    }
}

/// By how much an intent is ahead of being out of scope, where that was taught.
fn lead(margin: f32, outside: Option<f32>) -> f64 {
    f64::from(margin) - outside.map_or(0.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_examples_the_belief_stands() {
        for curve in [Curve::fit(0, &[]), Curve::fit(1, &[(vec![f32::NEG_INFINITY], 0)])] {
            assert_eq!(curve, Curve { slope: SLOPE, offset: OFFSET });
        }
        let curve = Curve::through(&[]);
        assert!(curve.confidence(1.0, None) > 0.99);
        assert!((curve.confidence(0.0, None) - 0.5).abs() < 1e-6);
        assert!(curve.confidence(-1.0, None) < 0.01);
    }

    #[test]
    fn the_curve_says_how_often_a_margin_is_right() {
        // At 0.5 three of four are right, at -0.5 one of four.
        let points: Vec<Point> =
            [(0.5, 1.0, 3.0), (0.5, 0.0, 1.0), (-0.5, 1.0, 1.0), (-0.5, 0.0, 3.0)]
                .map(|(lead, right, times)| Point { lead, right, weight: 1000.0 * times })
                .into();
        let curve = Curve::through(&points);
        assert!((curve.confidence(0.5, None) - 0.75).abs() < 0.01, "{curve:?}");
        assert!((curve.confidence(-0.5, None) - 0.25).abs() < 0.01, "{curve:?}");
    }

    #[test]
    fn examples_that_are_missed_make_less_sure() {
        let fit = |missed: usize| {
            let held_out: Vec<(Vec<f32>, usize)> =
                (0..1000).map(|it| (vec![0.5, -0.5], usize::from(it < missed))).collect();
            Curve::fit(2, &held_out).confidence(0.5, None)
        };
        assert!(fit(0) > 0.95 && (0.85..0.95).contains(&fit(100)) && fit(500) < 0.55);
    }

    #[test]
    fn being_out_of_scope_counts_against_an_intent() {
        let curve = Curve::through(&[]);
        assert!(curve.confidence(0.3, Some(0.3)) < curve.confidence(0.3, Some(-0.5)));
    }

    #[test]
    fn a_larger_margin_is_never_less_sure() {
        let curve = Curve::fit(2, &vec![(vec![-1.0, 1.0], 0); 1000]);
        assert!(curve.confidence(1.0, None) >= curve.confidence(0.9, None));
    }
}

//! Finds the weights: for each class a linear support vector machine against all others.
//!
//! The loss is the squared hinge, minimised in its dual, one example at a time. The classes differ
//! in nothing but their targets, so an example's features are read once for many classes.
//!
//! Source: Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for
//! Large-scale Linear SVM (ICML 2008), algorithm 1, L2-loss.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use super::shuffle::Shuffle;
use super::vocabulary::Vector;

/// How much an example that is not told right counts against the size of the weights.
const COST: f32 = 8.0;

/// What the dual adds to the diagonal for the squared hinge.
const RIDGE: f32 = 0.5 / COST;

/// How often every example is visited. More changes the confidences in the third digit.
const PASSES: usize = 10;

/// Most classes that one thread trains.
const CLASSES_PER_THREAD: usize = 80;

/// The weights of some classes.
pub(super) struct Part {
    /// The classes.
    pub(super) classes: Range<usize>,
    /// The weight of each class without any feature.
    pub(super) bias: Vec<f32>,
    /// For each feature in turn the weights of the classes.
    pub(super) weights: Vec<f32>,
}

/// All weights.
pub(super) struct Trained {
    /// Of all classes, in their order.
    pub(super) parts: Vec<Part>,
    /// Which classes have an example.
    pub(super) seen: Vec<bool>,
}

/// Trains `classes` classes on examples, each with its class.
pub(super) fn train(examples: &[(&Vector, usize)], features: usize, classes: usize) -> Trained {
    let threads = classes.div_ceil(CLASSES_PER_THREAD);
    let per_thread = classes.div_ceil(threads.max(1));
    let ranges = (0..threads).map(|it| {
        let start = it.saturating_mul(per_thread).min(classes);
        start..start.saturating_add(per_thread).min(classes)
    });
    let parts = if threads == 1 {
        ranges.map(|it| part(examples, features, it)).collect()
    } else {
        thread::scope(|scope| {
            let started: Vec<_> =
                ranges.map(|it| scope.spawn(move || part(examples, features, it))).collect();
            let joined =
                started.into_iter().map(|it| it.join().unwrap_or_else(|it| resume_unwind(it)));
            joined.collect()
        })
    };
    let seen = (0..classes).map(|class| examples.iter().any(|(_, it)| *it == class)).collect();
    Trained { parts, seen }
}

/// Trains some of the classes.
fn part(examples: &[(&Vector, usize)], features: usize, classes: Range<usize>) -> Part {
    let width = classes.len();
    let mut machine = Machine {
        width,
        bias: vec![0.0; width],
        weights: vec![0.0; features.saturating_mul(width)],
        margins: vec![0.0; width],
    };
    // How strongly each example holds each class, never negative.
    let mut holds = vec![0.0_f32; examples.len().saturating_mul(width)];
    let row = |at: usize| {
        let start = at.saturating_mul(width);
        start..start.saturating_add(width)
    };
    let lengths: Vec<f32> = examples.iter().map(|(it, _)| square(it)).collect();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut shuffle = Shuffle::new();
    let mut changes = vec![0.0_f32; width];
    for _ in 0..PASSES {
        shuffle.shuffle(&mut order);
        for &at in &order {
            let (Some((example, target)), Some(length), Some(holds)) =
                (examples.get(at), lengths.get(at), holds.get_mut(row(at)))
            else {
                continue;
            };
            machine.measure(example);
            let step = 1.0 / (length + RIDGE);
            let own = target.checked_sub(classes.start);
            let before = own.and_then(|it| holds.get(it).copied());
            // As if the example were of none of these classes.
            for ((change, hold), margin) in
                changes.iter_mut().zip(&mut *holds).zip(&machine.margins)
            {
                let gradient = -margin - 1.0 + RIDGE * *hold;
                let next = (*hold - gradient * step).max(0.0);
                *change = *hold - next;
                *hold = next;
            }
            // And for the one that it is of.
            if let (Some(own), Some(before)) = (own, before)
                && let (Some(change), Some(hold), Some(margin)) =
                    (changes.get_mut(own), holds.get_mut(own), machine.margins.get(own))
            {
                let gradient = margin - 1.0 + RIDGE * before;
                let next = (before - gradient * step).max(0.0);
                *change = next - before;
                *hold = next;
            }
            machine.change(example, &changes);
        }
    }
    Part { classes, bias: machine.bias, weights: machine.weights }
}

/// The square of an example's length, with the constant feature that carries the bias.
fn square(example: &Vector) -> f32 {
    1.0 + example.iter().map(|(_, value)| value * value).sum::<f32>()
}

/// Weights that change, and the margins of the example at hand.
struct Machine {
    width: usize,
    bias: Vec<f32>,
    weights: Vec<f32>,
    margins: Vec<f32>,
}

impl Machine {
    fn measure(&mut self, example: &Vector) {
        self.margins.copy_from_slice(&self.bias);
        for &(feature, value) in example {
            let start = feature.saturating_mul(self.width);
            let row = self.weights.get(start..start.saturating_add(self.width));
            for (margin, weight) in self.margins.iter_mut().zip(row.unwrap_or_default()) {
                *margin += value * weight;
            }
        }
    }

    fn change(&mut self, example: &Vector, changes: &[f32]) {
        for (bias, change) in self.bias.iter_mut().zip(changes) {
            *bias += change;
        }
        for &(feature, value) in example {
            let start = feature.saturating_mul(self.width);
            let row = self.weights.get_mut(start..start.saturating_add(self.width));
            for (weight, change) in row.unwrap_or_default().iter_mut().zip(changes) {
                *weight += value * change;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each class has a feature of its own, and all share the last.
    fn examples(classes: usize, each: usize) -> Vec<(Vector, usize)> {
        let targets = (0..classes * each).map(|it| it % classes);
        targets.map(|it| (vec![(it, 0.8), (classes, 0.6)], it)).collect()
    }

    fn trained(examples: &[(Vector, usize)], features: usize, classes: usize) -> Trained {
        let examples: Vec<(&Vector, usize)> = examples.iter().map(|(it, of)| (it, *of)).collect();
        train(&examples, features, classes)
    }

    fn margins(trained: &Trained, example: &Vector, features: usize) -> Vec<f32> {
        let mut margins = Vec::new();
        for part in &trained.parts {
            let width = part.classes.len();
            assert_eq!(part.weights.len(), width * features);
            for class in 0..width {
                let weight = |feature: usize| part.weights[feature * width + class];
                let sum: f32 = example.iter().map(|(it, value)| weight(*it) * value).sum();
                margins.push(part.bias[class] + sum);
            }
        }
        margins
    }

    #[test]
    fn classes_are_told_apart_in_one_thread_and_in_several() {
        for classes in [2, CLASSES_PER_THREAD, CLASSES_PER_THREAD * 2 + 1] {
            let examples = examples(classes, 2);
            let trained = trained(&examples, classes + 1, classes);
            let covered = trained.parts.iter().flat_map(|it| it.classes.clone());
            assert_eq!(covered.collect::<Vec<_>>(), (0..classes).collect::<Vec<_>>());
            for (example, target) in &examples {
                for (class, margin) in margins(&trained, example, classes + 1).iter().enumerate() {
                    assert_eq!(*margin > 0.0, class == *target, "{class} of {target}: {margin}");
                }
            }
        }
    }

    #[test]
    fn the_dual_reaches_the_optimum() {
        // One example of one class, with the constant: w = b = 2C/(1+2C·2), by setting the
        // gradient of ½(w²+b²) + C(1-w-b)² to nothing.
        let trained = trained(&[(vec![(0, 1.0)], 0)], 1, 1);
        let expected = 2.0 * COST / (1.0 + 4.0 * COST);
        assert!((trained.parts[0].weights[0] - expected).abs() < 1e-4);
        assert!((trained.parts[0].bias[0] - expected).abs() < 1e-4);
    }

    #[test]
    fn what_is_not_there_is_not_trained() {
        assert!(trained(&[], 0, 0).parts.is_empty());
        assert_eq!(trained(&[], 0, 2).seen, [false, false]);
        assert_eq!(trained(&[(vec![(0, 1.0)], 0)], 1, 2).seen, [true, false]);
    }
}

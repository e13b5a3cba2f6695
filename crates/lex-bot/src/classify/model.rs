//! The weights as they are used: a byte each.

use super::stored::{ReadClassifierError, Reader, Writer};
use super::train::Trained;
use super::vocabulary::Vector;

/// The largest weight of a feature as a byte.
const LARGEST: f32 = 127.0;

/// Weights for features and classes.
#[derive(Debug, Clone)]
pub(super) struct Model {
    classes: usize,
    /// Of each class, without any feature.
    bias: Vec<f32>,
    /// Whether a class has examples.
    seen: Vec<bool>,
    /// For each feature in turn the weights of all classes, in steps of its own.
    weights: Vec<i8>,
    /// The step of each feature.
    steps: Vec<f32>,
}

impl Model {
    pub(super) fn new(trained: &Trained, classes: usize) -> Self {
        let bias = trained.parts.iter().flat_map(|it| it.bias.iter().copied()).collect();
        let mut rows: Vec<_> = trained
            .parts
            .iter()
            .map(|it| it.weights.chunks_exact(it.classes.len().max(1)))
            .collect();
        let features = rows.first().map_or(0, ExactSizeIterator::len);
        let mut weights = Vec::with_capacity(features.saturating_mul(classes));
        let mut steps = Vec::with_capacity(features);
        for _ in 0..features {
            let row: Vec<f32> =
                rows.iter_mut().filter_map(Iterator::next).flatten().copied().collect();
            let largest = row.iter().fold(0.0_f32, |largest, it| largest.max(it.abs()));
            let step = largest / LARGEST;
            let steps_to = if step > 0.0 { 1.0 / step } else { 0.0 };
            weights.extend(row.iter().map(|it| byte(it * steps_to)));
            steps.push(step);
        }
        Self { classes, bias, seen: trained.seen.clone(), weights, steps }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.number(self.classes);
        for (bias, seen) in self.bias.iter().zip(&self.seen) {
            writer.real(*bias);
            writer.byte(u8::from(*seen));
        }
        for step in &self.steps {
            writer.real(*step);
        }
        writer.bytes(self.weights.iter().flat_map(|it| it.to_le_bytes()));
    }

    /// Reads a model of so many features.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        features: usize,
    ) -> Result<Self, ReadClassifierError> {
        let classes = reader.number()?;
        let (mut bias, mut seen) = (Vec::new(), Vec::new());
        for _ in 0..classes {
            bias.push(reader.real()?);
            seen.push(match reader.byte()? {
                0 => false,
                1 => true,
                _ => return Err(ReadClassifierError),
            });
        }
        let steps = (0..features).map(|_| reader.real()).collect::<Result<_, _>>()?;
        let count = features.checked_mul(classes).ok_or(ReadClassifierError)?;
        let weights = reader.bytes(count)?.iter().map(|it| i8::from_le_bytes([*it])).collect();
        Ok(Self { classes, bias, seen, weights, steps })
    }

    /// How many classes it tells apart.
    pub(super) fn classes(&self) -> usize {
        self.classes
    }

    /// How far an utterance is on each class's side.
    pub(super) fn margins(&self, utterance: &Vector) -> Vec<f32> {
        let mut margins = self.bias.clone();
        for &(feature, value) in utterance {
            let start = feature.saturating_mul(self.classes);
            let row = self.weights.get(start..start.saturating_add(self.classes));
            let value = value * self.steps.get(feature).copied().unwrap_or_default();
            for (margin, weight) in margins.iter_mut().zip(row.unwrap_or_default()) {
                *margin += value * f32::from(*weight);
            }
        }
        margins
    }

    /// Whether the class had examples.
    pub(super) fn is_trained(&self, class: usize) -> bool {
        self.seen.get(class).copied().unwrap_or_default()
    }

    /// Bytes in memory.
    pub(super) fn bytes(&self) -> usize {
        let reals = self.steps.len().saturating_add(self.bias.len());
        let reals = reals.saturating_mul(size_of::<f32>());
        self.weights.len().saturating_add(self.seen.len()).saturating_add(reals)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rounded, and between -127 and 127")]
fn byte(steps: f32) -> i8 {
    steps.round().clamp(-LARGEST, LARGEST) as i8
}

#[cfg(test)]
mod tests {
    use super::super::train::train;
    use super::*;

    #[test]
    fn a_byte_is_as_good_as_the_weight() {
        let examples: Vec<Vector> =
            vec![vec![(0, 0.8), (2, 0.6)], vec![(1, 0.8), (2, 0.6)], vec![(1, 0.3), (0, 0.2)]];
        let targets: Vec<_> = examples.iter().zip(0..).collect();
        let trained = train(&targets, 3, 3);
        let model = Model::new(&trained, 3);
        let part = &trained.parts[0];
        for example in &examples {
            let margins = model.margins(example);
            assert_eq!(margins.len(), 3);
            for (class, margin) in margins.iter().enumerate() {
                let weight = |feature: usize| part.weights[feature * 3 + class];
                let exact: f32 = example.iter().map(|(it, value)| weight(*it) * value).sum();
                assert!((margin - part.bias[class] - exact).abs() < 0.01);
            }
        }
        assert_eq!(model.bytes(), 9 + 3 + 3 * 4 + 3 * 4);
    }

    #[test]
    fn features_out_of_range_weigh_nothing() {
        let model = Model::new(&train(&[(&vec![(0, 1.0)], 0)], 1, 1), 1);
        assert_eq!(model.margins(&vec![(7, 1.0)]), model.margins(&vec![]));
    }
}

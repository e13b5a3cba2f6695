//! Counts as real numbers.

/// A count as a real number; counts here stay far below 2²⁴, from where on it would be rounded.
#[expect(clippy::cast_precision_loss, reason = "counts of examples and features are small")]
pub(super) fn real(count: usize) -> f32 {
    count as f32
}

//! What a model makes of examples that it has not seen.

use super::model::Model;
use super::train::train;
use super::vocabulary::Vector;

/// Into how many parts the examples are divided, each of which is left out once.
const FOLDS: usize = 5;

/// Wordings after which no further part is left out: a curve of two numbers needs no more.
const ENOUGH: usize = 1000;

/// One wording of an example.
pub(super) struct Learnt {
    pub(super) vector: Vector,
    pub(super) class: usize,
    /// Which example it belongs to; all its wordings are left out together.
    pub(super) example: usize,
}

/// The margins of wordings that were left out of the training, and their classes.
pub(super) fn margins(
    examples: &[Learnt],
    features: usize,
    classes: usize,
) -> Vec<(Vec<f32>, usize)> {
    let folds = folds(examples, classes);
    let mut margins = Vec::new();
    for left_out in 0..FOLDS {
        let of = |out: bool| {
            let folds = examples.iter().zip(&folds);
            folds.filter(move |(_, fold)| (**fold == left_out) == out).map(|(it, _)| it)
        };
        let others: Vec<(&Vector, usize)> = of(false).map(|it| (&it.vector, it.class)).collect();
        if of(true).next().is_none() || others.is_empty() {
            continue;
        }
        let model = Model::new(&train(&others, features, classes), classes);
        margins.extend(of(true).map(|it| {
            let mut margins = model.margins(&it.vector);
            for (class, margin) in margins.iter_mut().enumerate() {
                if !model.is_trained(class) {
                    *margin = f32::NEG_INFINITY;
                }
            }
            (margins, it.class)
        }));
        if margins.len() >= ENOUGH {
            break;
        }
    }
    margins
}

/// The part of each wording: the examples of a class are dealt to the parts in turn, and no two
/// classes begin at the same part if that can be.
fn folds(examples: &[Learnt], classes: usize) -> Vec<usize> {
    let mut next: Vec<usize> = (0..classes).collect();
    let mut folds = Vec::with_capacity(examples.len());
    let mut previous: Option<(usize, usize)> = None;
    for it in examples {
        let fold = match previous {
            Some((example, fold)) if example == it.example => fold,
            _ => next.get_mut(it.class).map_or(0, |next| {
                let fold = *next % FOLDS;
                *next = next.saturating_add(1);
                fold
            }),
        };
        previous = Some((it.example, fold));
        folds.push(fold);
    }
    folds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learnt(class: usize, example: usize) -> Learnt {
        Learnt { vector: vec![(class, 0.8)], class, example }
    }

    #[test]
    fn wordings_of_an_example_are_left_out_together() {
        let examples: Vec<Learnt> =
            [(0, 0), (0, 0), (0, 1), (1, 2), (1, 2)].map(|(class, it)| learnt(class, it)).into();
        assert_eq!(folds(&examples, 2), [0, 0, 1, 1, 1]);
    }

    #[test]
    fn every_example_is_left_out_once_while_there_are_few() {
        let examples: Vec<Learnt> = (0..30).map(|it| learnt(it % 3, it)).collect();
        let margins = margins(&examples, 3, 3);
        assert_eq!(margins.len(), 30);
        assert!(margins.iter().all(|(margins, class)| margins[*class] > 0.0));
    }

    #[test]
    fn a_class_that_was_left_out_as_a_whole_has_no_margin() {
        let examples = [learnt(0, 0), learnt(1, 1), learnt(1, 2)];
        let margins = margins(&examples, 2, 2);
        let (first, _) = margins.iter().find(|(_, class)| *class == 0).unwrap();
        assert!(first[0].is_infinite() && first[0] < 0.0);
        assert!(first[1].is_finite());
        assert!(super::margins(&examples[..1], 2, 2).is_empty());
    }
}

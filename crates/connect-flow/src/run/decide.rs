//! Actions that choose a branch.

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{CheckMetricData, MAX_LOOPS, MetricType, TargetQueue};
use crate::contact::Metrics;
use crate::effect::{Effect, HoursRef, Outcome};
use crate::value::Field;

/// `Compare`.
pub(super) fn compare(scene: &Scene<'_>, value: &Field) -> Move {
    Move::Choose(scene.text(value))
}

/// `Loop`.
pub(super) fn go_round(scene: &mut Scene<'_>, count: &Field, identifier: &str) -> Turn {
    let text = scene.text(count);
    let count = match text.trim().parse::<u64>() {
        Ok(count) if count <= MAX_LOOPS => count,
        Ok(_) | Err(_) => {
            return Err(Failure::new(format!("the loop count is no number from 0 to {MAX_LOOPS}")));
        }
    };
    let gone = scene.frame.loops.remove(identifier).unwrap_or_default();
    if gone >= count {
        return Ok(Move::Choose("DoneLooping".to_owned()));
    }
    scene.frame.loops.insert(identifier.to_owned(), gone.saturating_add(1));
    Ok(Move::Choose("ContinueLooping".to_owned()))
}

/// `DistributeByPercentage`: a number from 1 to 100.
pub(super) fn distribute(scene: &mut Scene<'_>) -> Move {
    Move::Choose(draw(&mut scene.contact.seed).to_string())
}

/// Draws from 1 to 100 and moves the seed on: `SplitMix64`, whose bias over 100 values is nothing a
/// caller could notice.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
fn draw(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % 100 + 1
}

/// `CheckHoursOfOperation`.
pub(super) fn check_hours(
    scene: &Scene<'_>,
    hours: Option<&Field>,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => {
            let hours = match hours {
                Some(id) => HoursRef::Id(scene.required(id, "the id of the hours")?),
                None => HoursRef::OfQueue(scene.queue(None)?.arn),
            };
            Ok(Move::Await(Effect::CheckHours { hours }))
        }
        Some(Outcome::Open(open)) => {
            Ok(Move::Choose(if *open { "True" } else { "False" }.to_owned()))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `CheckMetricData`.
pub(super) fn check_metric(
    scene: &Scene<'_>,
    it: &CheckMetricData,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => read_metrics(scene, it.queue.as_ref()),
        Some(Outcome::Metrics(metrics)) => match value(metrics, it.metric) {
            Some(value) => Ok(Move::Choose(value)),
            None => Err(Failure::new("the metric is not known")),
        },
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `GetMetricData`.
pub(super) fn get_metrics(
    scene: &mut Scene<'_>,
    queue: Option<&TargetQueue>,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => read_metrics(scene, queue),
        Some(Outcome::Metrics(metrics)) => {
            scene.contact.results.metrics = Some(metrics.clone());
            Ok(Move::Next)
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

fn read_metrics(scene: &Scene<'_>, queue: Option<&TargetQueue>) -> Turn {
    let queue = scene.queue(queue)?.arn;
    Ok(Move::Await(Effect::ReadMetrics { queue }))
}

/// A metric as conditions see it.
fn value(metrics: &Metrics, metric: MetricType) -> Option<String> {
    let count = match metric {
        MetricType::NumberOfAgentsAvailable => metrics.agents_available,
        MetricType::NumberOfAgentsStaffed => metrics.agents_staffed,
        MetricType::NumberOfAgentsOnline => metrics.agents_online,
        MetricType::NumberOfContactsInQueue => metrics.contacts_in_queue,
        MetricType::OldestContactInQueueAgeSeconds => {
            return metrics.oldest_contact_age.map(|it| it.as_millis().to_string());
        }
    };
    count.map(|it| it.to_string())
}

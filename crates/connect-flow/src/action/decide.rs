//! Actions that only choose a branch.

use serde::Serialize;

use super::{Reader, TargetQueue};
use crate::value::Field;

/// Most times a loop goes round.
///
/// Source: Amazon Connect API Reference, "Loop".
pub(crate) const MAX_LOOPS: u64 = 100;

pub(super) fn read_loop(at: &Reader<'_>) -> Field {
    at.required_number_field("LoopCount", 0..=MAX_LOOPS)
}

pub(super) fn read_compare(at: &Reader<'_>) -> Field {
    at.required_field("ComparisonValue", "a reference such as `$.Attributes.tier`")
}

/// Parameters of `CheckMetricData`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckMetricData {
    /// What is tested.
    pub metric: MetricType,
    /// Whose it is; else the target queue's.
    pub queue: Option<TargetQueue>,
}

/// A metric that flows can branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum MetricType {
    /// Agents who could take a contact now.
    NumberOfAgentsAvailable,
    /// Agents who are working.
    NumberOfAgentsStaffed,
    /// Agents who are logged in.
    NumberOfAgentsOnline,
    /// How long the first contact has waited; tested in milliseconds, whatever its name says.
    OldestContactInQueueAgeSeconds,
    /// How many contacts wait.
    NumberOfContactsInQueue,
}

impl MetricType {
    /// Whether it counts agents, rather than contacts or time.
    pub fn counts_agents(self) -> bool {
        match self {
            Self::NumberOfAgentsAvailable
            | Self::NumberOfAgentsStaffed
            | Self::NumberOfAgentsOnline => true,
            Self::OldestContactInQueueAgeSeconds | Self::NumberOfContactsInQueue => false,
        }
    }
}

impl CheckMetricData {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let metric = at.required_choice(
            "MetricType",
            &[
                ("NumberOfAgentsAvailable", MetricType::NumberOfAgentsAvailable),
                ("NumberOfAgentsStaffed", MetricType::NumberOfAgentsStaffed),
                ("NumberOfAgentsOnline", MetricType::NumberOfAgentsOnline),
                ("OldestContactInQueueAgeSeconds", MetricType::OldestContactInQueueAgeSeconds),
                ("NumberOfContactsInQueue", MetricType::NumberOfContactsInQueue),
            ],
            "a metric",
        );
        Self {
            metric: metric.unwrap_or(MetricType::NumberOfContactsInQueue),
            queue: TargetQueue::read(at),
        }
    }
}

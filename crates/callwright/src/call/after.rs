//! What comes after a call: the recording is stored, and events reach the functions.

use std::time::Duration;

use jiff::Timestamp;

use super::event::Kind;
use super::{Call, CallError, Failure};
use crate::aws::{Delivery, recording_key, wav};

/// How long after the call its recording appears.
///
/// Source: Amazon Connect Administrator Guide, "Set up recording behavior": available shortly after
/// the contact disconnects.
const RECORDING_APPEARS: Duration = Duration::from_secs(5);

/// How long Lambda waits before it tries a failed asynchronous invocation again.
///
/// Source: AWS Lambda Developer Guide, "Configuring error handling for asynchronous invocation":
/// two more times, after one and after two minutes.
const RETRIES: [Duration; 2] = [Duration::from_mins(1), Duration::from_mins(2)];

/// Most events after a call; more than that is events that cause each other.
const MOST_DELIVERIES: usize = 100;

impl Call<'_> {
    /// Stores the recording, if there is one, and delivers events until none are left.
    pub(super) async fn after(&mut self, contact_id: &str) -> Result<(), CallError> {
        if let Some((started, stretches, words)) = std::mem::take(&mut self.recorder).finish() {
            self.store(contact_id, started, &stretches, &words).await?;
        }
        let mut delivered = 0_usize;
        loop {
            let deliveries = self.world.next_deliveries();
            if deliveries.is_empty() {
                return Ok(());
            }
            if delivered >= MOST_DELIVERIES {
                self.failures.push(Failure {
                    line: 1,
                    expected: "events after the call to come to an end".to_owned(),
                    found: format!("there were more after {MOST_DELIVERIES}"),
                });
                return Ok(());
            }
            for delivery in deliveries {
                delivered = delivered.saturating_add(1);
                for _ in 0..self.setting.deliveries {
                    self.deliver(&delivery).await;
                }
            }
        }
    }

    /// Writes the recording where Connect would.
    async fn store(
        &mut self,
        contact_id: &str,
        started: Timestamp,
        stretches: &[wav::Stretch],
        words: &str,
    ) -> Result<(), CallError> {
        let Some(recordings) = self.line.recordings() else { return Ok(()) };
        self.clock.advance(RECORDING_APPEARS);
        let key = recording_key(&recordings.prefix, contact_id, started);
        let sound = wav::write(stretches);
        self.notice(Kind::Stored {
            bucket: recordings.bucket.clone(),
            key: key.clone(),
            bytes: sound.len(),
        });
        let now = self.clock.now();
        self.world.store_recording(&recordings.bucket, &key, sound, words, now).await?;
        Ok(())
    }

    /// Delivers one event, again after a while if the function fails.
    async fn deliver(&mut self, delivery: &Delivery) {
        self.notice(Kind::Delivered {
            detail_type: delivery.detail_type.clone(),
            function: delivery.function.clone(),
        });
        let mut pauses = RETRIES.into_iter();
        self.invoked.push(delivery.function.clone());
        loop {
            let now = self.clock.now();
            let answer = self.world.deliver(&delivery.function, &delivery.payload, now).await;
            if self.tried(&delivery.function, answer).is_some() {
                return;
            }
            let Some(pause) = pauses.next() else { return };
            self.clock.advance(pause);
        }
    }
}

//! What comes after a call: the recording is stored, and events reach the functions.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

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
const RETRIES: [Duration; 2] = [FIRST_RETRY, Duration::from_mins(2)];
const FIRST_RETRY: Duration = Duration::from_mins(1);

/// Most events after a call; more than that is events that cause each other.
const MOST_DELIVERIES: usize = 100;

impl Call<'_> {
    /// Stores the recording, if there is one, and delivers events until none are left.
    pub(super) async fn after(&mut self, contact_id: &str) -> Result<(), CallError> {
        if let Some((started, stretches, words)) = std::mem::take(&mut self.recorder).finish() {
            self.store(contact_id, started, &stretches, &words).await?;
        }
        for delivery in std::mem::take(&mut self.undelivered) {
            self.clock.advance(FIRST_RETRY);
            self.deliver(&delivery).await;
        }
        let mut delivered = 0_usize;
        loop {
            let mut deliveries = self.world.next_changes()?;
            deliveries.extend(self.world.next_deliveries());
            if deliveries.is_empty() {
                self.texted();
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
                    self.invoked.push(delivery.function.clone());
                    self.deliver(&delivery).await;
                }
            }
        }
    }

    /// Delivers what the tables' streams tell, which takes less than a second: while the call goes on.
    ///
    /// What fails is tried again when there is more, and at the latest after the call.
    pub(super) async fn changes(&mut self) {
        for delivery in std::mem::take(&mut self.undelivered) {
            self.try_change(delivery).await;
        }
        match self.world.next_changes() {
            Ok(changes) => {
                for delivery in changes {
                    for _ in 0..self.setting.deliveries {
                        self.invoked.push(delivery.function.clone());
                        self.try_change(delivery.clone()).await;
                    }
                }
            }
            Err(error) => self.failures.push(Failure {
                line: 1,
                expected: "the tables to tell of their changes".to_owned(),
                found: crate::chain(&error),
            }),
        }
        self.texted();
    }

    /// Delivers a change once, and keeps it for later when that fails.
    async fn try_change(&mut self, delivery: Delivery) {
        if !self.try_to_deliver(&delivery).await {
            self.undelivered.push(delivery);
        }
    }

    /// Tells of the texts that were sent.
    fn texted(&mut self) {
        for sms in self.world.take_texts() {
            self.notice(Kind::Texted(sms.clone()));
            self.texts.push(sms);
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
        let mut pauses = RETRIES.into_iter();
        while !self.try_to_deliver(delivery).await {
            let Some(pause) = pauses.next() else { return };
            self.clock.advance(pause);
        }
    }

    /// Delivers one event once; whether that was enough.
    async fn try_to_deliver(&mut self, delivery: &Delivery) -> bool {
        let Delivery { function, detail_type, payload } = delivery;
        self.notice(Kind::Delivered {
            detail_type: detail_type.clone(),
            function: function.clone(),
        });
        let answer = self.world.deliver(function, payload, self.clock.now()).await;
        self.tried(function, answer).is_some_and(|it| !has_failures(&it))
    }
}

/// Whether a function says of a batch that a part of it failed.
///
/// Source: AWS Lambda Developer Guide, "Configuring partial batch response with DynamoDB and Lambda".
fn has_failures(answer: &Value) -> bool {
    let failures = answer.get("batchItemFailures").and_then(Value::as_array);
    failures.is_some_and(|it| !it.is_empty())
}

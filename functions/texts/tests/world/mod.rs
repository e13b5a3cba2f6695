//! A world of texts in memory, whose carrier knows some numbers to be difficult.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::Timestamp;
use store::{Claim, SaveError, StoreError, Text, TextId, TextState};
use texts::{SendError, Services};

/// When the invocations of a test begin, unless they say otherwise.
pub(crate) const NOW: &str = "2026-03-02T17:02:31Z";

/// Texts in memory, and what the carrier was given.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) texts: RefCell<BTreeMap<TextId, Text>>,
    pub(crate) sent: RefCell<Vec<String>>,
    /// The next writes that fail, by number; the first is 1.
    pub(crate) failing_saves: RefCell<Vec<u32>>,
    pub(crate) saves: RefCell<u32>,
}

pub(crate) fn id(turn: u32, number: u32) -> TextId {
    let contact_id = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
    TextId { contact_id, turn, number }
}

fn promised(turn: u32, number: u32, to: &str) -> Text {
    let at: Timestamp = "2026-03-02T17:02:30Z".parse().unwrap();
    let words = format!("words of {turn}-{number}");
    Text { version: 1, ..Text::new(id(turn, number), "text-test", to.parse().unwrap(), words, at) }
}

impl World {
    /// The texts that the events of `events/texts` are about.
    pub(crate) fn with_texts() -> Self {
        let now: Timestamp = NOW.parse().unwrap();
        let claim = Claim { by: "another".to_owned(), at: now };
        let late = "2026-03-02T16:00:00Z".parse().unwrap();
        let texts = [
            promised(3, 1, "+12025550143"),
            promised(3, 2, "+12025550143"),
            promised(10, 1, "+12025550197"),
            promised(4, 1, "+12025550198"),
            promised(5, 1, "+12025550199"),
            Text { promised_at: late, ..promised(6, 1, "+12025550143") },
            Text { state: TextState::Sent, words: None, ..promised(7, 1, "+12025550143") },
            Text { claim: Some(claim), ..promised(8, 1, "+12025550143") },
        ];
        let texts = texts.into_iter().map(|it| (it.id(), it)).collect();
        Self { texts: RefCell::new(texts), ..Self::default() }
    }
}

impl Services for World {
    async fn load(&self, id: &TextId) -> Result<Option<Text>, StoreError> {
        tokio::task::yield_now().await;
        Ok(self.texts.borrow().get(id).cloned())
    }

    async fn save(&self, text: Text) -> Result<Text, SaveError> {
        tokio::task::yield_now().await;
        *self.saves.borrow_mut() += 1;
        if self.failing_saves.borrow().contains(&self.saves.borrow()) {
            let source = "the table is away".into();
            return Err(StoreError::Write { kind: store::Kind::Text, source }.into());
        }
        let mut texts = self.texts.borrow_mut();
        let stored = texts.get(&text.id()).map_or(0, |it| it.version);
        if stored != text.version {
            return Err(SaveError::Conflict { kind: store::Kind::Text });
        }
        let text = Text { version: stored + 1, ..text };
        texts.insert(text.id(), text.clone());
        Ok(text)
    }

    async fn send(&self, to: &str, words: &str) -> Result<(), SendError> {
        tokio::task::yield_now().await;
        match to {
            "+12025550198" => Err(SendError::Refused("ConflictException".into())),
            "+12025550199" => Err(SendError::Failed("ThrottlingException".into())),
            "+12025550197" => {
                self.sent.borrow_mut().push(words.to_owned());
                Err(SendError::Unsure("no answer in time".into()))
            }
            _ => {
                self.sent.borrow_mut().push(words.to_owned());
                Ok(())
            }
        }
    }
}

//! An API that misbehaves, in the same process and on a clock that nobody waits for.

mod again;
mod answers;
mod patience;
mod sent;
mod server;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use dialogue::{Facts, Operation, Request, Return};
use serde_json::json;
use tokio::time::Instant;

use self::server::{Act, Script, Seen};
use super::transport::{Transport, pool};
use super::{Api, ApiSecret, ApiSettings};
use crate::{Caller, Directory, DirectoryError, Held, perform};

pub(super) use self::server::Memory;

/// An API and what it saw.
struct World {
    api: Api,
    script: Script,
    opened: Arc<AtomicUsize>,
}

fn settings(secret: Held<ApiSecret>) -> ApiSettings {
    ApiSettings { base: "http://127.0.0.1/v1".parse().unwrap(), secret }
}

fn bearer() -> Held<ApiSecret> {
    "bearer:0123456789abcdef".parse::<ApiSecret>().unwrap().into()
}

impl World {
    fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        Self::with(bearer(), acts)
    }

    fn with(secret: Held<ApiSecret>, acts: impl IntoIterator<Item = Act>) -> Self {
        let script = Script::new(acts);
        let memory = Memory::serving(script.clone());
        let opened = memory.opened();
        let api = Api::over(Transport::Memory(pool().build(memory)), settings(secret));
        Self { api, script, opened }
    }

    fn seen(&self) -> Vec<Seen> {
        self.script.seen()
    }

    fn act(&self, acts: impl IntoIterator<Item = Act>) {
        self.script.act(acts);
    }

    async fn order(&self) -> Result<Option<dialogue::Order>, DirectoryError> {
        self.api.order(&"44321".parse().unwrap(), &caller(2_000)).await
    }

    async fn code(&self) -> &'static str {
        self.order().await.unwrap_err().code()
    }
}

fn caller(milliseconds: u64) -> Caller {
    Caller {
        line: serde_json::from_value(json!("northwind")).unwrap(),
        contact: "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap(),
        number: Some("+12025550143".parse().unwrap()),
        hash: None,
        now: "2026-03-02T12:00:00-05:00[America/New_York]".parse().unwrap(),
        deadline: Instant::now() + Duration::from_millis(milliseconds),
        chance: 7,
    }
}

fn order() -> Act {
    Act::Say(200, json!({ "number": "44321", "status": "shipped" }))
}

fn status(code: u16) -> Act {
    Act::Say(code, json!({ "error": "whatever" }))
}

fn slow(act: Act) -> Act {
    Act::After(Duration::from_mins(1), Box::new(act))
}

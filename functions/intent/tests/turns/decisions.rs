//! A log that keeps its lines as the function writes them: at level INFO and above.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// What was logged, as messages and objects.
#[derive(Clone, Default)]
pub(crate) struct Decisions(Arc<Mutex<Vec<(String, Value)>>>);

impl Decisions {
    /// The lines with a message.
    pub(crate) fn lines(&self, message: &str) -> Vec<Value> {
        let lines = self.0.lock().unwrap();
        lines.iter().filter(|it| it.0 == message).map(|it| it.1.clone()).collect()
    }

    /// Every line, as text.
    pub(crate) fn text(&self) -> String {
        let lines = self.0.lock().unwrap();
        let lines = lines.iter().map(|(message, fields)| format!("{message} {fields}"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Subscriber for Decisions {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::INFO
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line::default();
        event.record(&mut line);
        let message = line.0.remove("message").unwrap_or_default();
        let message = message.as_str().unwrap_or_default().to_owned();
        self.0.lock().unwrap().push((message, Value::Object(line.0)));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The fields of one line.
#[derive(Default)]
struct Line(Map<String, Value>);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

//! Measures the classifier on a set of utterances in the layout of CLINC150.
//!
//! ```text
//! cargo run --release -p lex-bot --example evaluate -- TRAIN.json TEST.json
//! ```
//!
//! Both files hold one object whose values are lists of `[text, intent]`: the first `train`, `val`,
//! `oos_train` and `oos_val`, the second `test` and `oos_test`. One JSON object goes to stdout, in
//! fractions: what is right in scope and rejected out of it with the threshold that reads most of
//! the validation utterances right (`a`), and with the one that rejects most for a loss of one
//! point in scope (`b`). Where there is nothing out of scope, the accuracy in scope stands alone.

use std::error::Error;
use std::hint::black_box;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use language::Language::English;
use lex_bot::classify::threshold::{Judged, Outcome, Trial};
use lex_bot::classify::{Classifier, Example};
use serde::Deserialize;
use serde_json::{Value, json};

/// Loss in scope, as a share of its utterances, that the second threshold may cost.
const LOSS: f64 = 0.01;

/// The threshold that a bot has until somebody changes it.
const USUAL: f32 = 0.4;

/// A text and the name of what it means.
type Labelled = Vec<(String, String)>;

#[derive(Deserialize)]
struct Training {
    #[serde(rename = "train")]
    examples: Labelled,
    #[serde(rename = "val", default)]
    validation: Labelled,
    #[serde(rename = "oos_train", default)]
    oos_examples: Labelled,
    #[serde(rename = "oos_val", default)]
    oos_validation: Labelled,
}

#[derive(Deserialize)]
struct Testing {
    #[serde(rename = "test")]
    in_scope: Labelled,
    #[serde(rename = "oos_test", default)]
    out_of_scope: Labelled,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [train, test] = arguments.as_slice() else {
        let _ = writeln!(stderr(), "usage: evaluate TRAIN.json TEST.json");
        return ExitCode::from(2);
    };
    match run(train, test) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(train: &str, test: &str) -> Result<(), Box<dyn Error>> {
    let read =
        |path: &str| fs::read(path).map_err(|error| format!("cannot read `{path}`: {error}"));
    let wrong = |path: &str, error| format!("`{path}` is not laid out as CLINC150: {error}");
    let training: Training =
        serde_json::from_slice(&read(train)?).map_err(|error| wrong(train, error))?;
    let testing: Testing =
        serde_json::from_slice(&read(test)?).map_err(|error| wrong(test, error))?;
    let measured = measure(&training, &testing)?;
    writeln!(stdout(), "{measured}")?;
    Ok(())
}

fn measure(training: &Training, testing: &Testing) -> Result<Value, Box<dyn Error>> {
    let mut names: Vec<&str> = training.examples.iter().map(|(_, it)| it.as_str()).collect();
    names.sort_unstable();
    names.dedup();

    let (classifier, train_s) = timed(|| {
        let inside = training.examples.iter().filter_map(|(text, name)| {
            Some(Example::new(text, names.binary_search(&name.as_str()).ok()?, English))
        });
        let outside =
            training.oos_examples.iter().map(|(text, _)| Example::out_of_scope(text, English));
        let examples: Vec<Example> = inside.chain(outside).collect();
        Classifier::train(English, names.len(), &examples)
    });
    writeln!(stderr(), "{} intents learnt in {train_s:.2} s", names.len())?;

    let validation = trial(&classifier, &names, &training.validation, &training.oos_validation);
    let (test, test_s) =
        timed(|| trial(&classifier, &names, &testing.in_scope, &testing.out_of_scope));
    let utterances = test.in_scope.len().saturating_add(test.out_of_scope.len());
    let us_per_utterance = test_s * 1e6 / f64::from(u32::try_from(utterances.max(1))?);
    let closed = test.at(0.0).in_scope;
    writeln!(
        stderr(),
        "{utterances} utterances: {closed:.4} right in scope without a threshold, confidence off \
         by {:.4} on average",
        test.calibration_error()
    )?;

    let mut measured = match test.auroc() {
        Some(auroc) if !training.oos_validation.is_empty() => {
            let (a, b) = (validation.most_right(), validation.most_rejected(LOSS));
            let usual = test.at(USUAL);
            writeln!(
                stderr(),
                "thresholds: {a:.3} and {b:.3}; at {USUAL}: {:.4} in scope, {:.4} rejected",
                usual.in_scope,
                usual.recall
            )?;
            json!({ "a": outcome(test.at(a)), "b": outcome(test.at(b)), "auroc": auroc })
        }
        _ => json!({ "in_scope": closed }),
    };
    for (name, value) in [
        ("train_s", json!(train_s)),
        ("us_per_utterance", json!(us_per_utterance)),
        ("model_bytes", json!(classifier.bytes())),
    ] {
        if let Some(object) = measured.as_object_mut() {
            object.insert(name.to_owned(), value);
        }
    }
    Ok(measured)
}

fn outcome(outcome: Outcome) -> Value {
    json!({ "in_scope": outcome.in_scope, "oos_recall": outcome.recall })
}

/// The best guess for each utterance.
fn trial(
    classifier: &Classifier,
    names: &[&str],
    in_scope: &Labelled,
    out_of_scope: &Labelled,
) -> Trial {
    let best = |text: &str| black_box(classifier.guess(text)).first().copied();
    Trial {
        in_scope: in_scope
            .iter()
            .map(|(text, name)| {
                let best = best(text);
                Judged {
                    confidence: best.map_or(0.0, |it| it.confidence),
                    right: best.is_some_and(|it| names.get(it.intent) == Some(&name.as_str())),
                }
            })
            .collect(),
        out_of_scope: out_of_scope
            .iter()
            .map(|(text, _)| best(text).map_or(0.0, |it| it.confidence))
            .collect(),
    }
}

/// What something gives, and how many seconds it takes.
#[expect(clippy::disallowed_methods, reason = "to measure time is what the example is for")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

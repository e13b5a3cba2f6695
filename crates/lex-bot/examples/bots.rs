//! Measures whole bots, made of a set of utterances in the layout of CLINC150.
//!
//! ```text
//! cargo run --release -p lex-bot --example bots -- TRAIN.json
//! ```
//!
//! The file holds one object whose values are lists of `[text, intent]`: `train`, `val` and, where
//! there is anything out of scope, `oos_val`. Bots of several sizes are made of randomly chosen
//! intents and of samples of `train`. Each is told utterances of `val` that are its own, and as many
//! that are none of its intents, at the usual threshold of 0.4. A line of JSON for every size goes
//! to stdout: the share of the first that went to the right intent, the share of the second that
//! went to the fallback intent, seconds to load a bot, and microseconds for an utterance.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use lex_bot::{Bot, Effect, Input, Session, Speech, Start};
use serde::Deserialize;
use serde_json::{Value, json};

/// Intents, samples of each, and how many bots of the size are made.
const SIZES: &[(usize, usize, usize)] = &[
    (1, 5, 30),
    (2, 5, 30),
    (3, 5, 20),
    (5, 10, 20),
    (8, 20, 20),
    (12, 15, 20),
    (20, 40, 8),
    (50, 20, 6),
    (150, 100, 3),
];

/// Most of its own utterances that a bot is told.
const MOST: usize = 300;

/// Name of the fallback intent; no set has an intent of this name.
const FALLBACK: &str = "FallbackIntent";

#[derive(Deserialize)]
struct Set {
    train: Vec<(String, String)>,
    val: Vec<(String, String)>,
    #[serde(default)]
    oos_val: Vec<(String, String)>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [path] = arguments.as_slice() else {
        let _ = writeln!(stderr(), "usage: bots TRAIN.json");
        return ExitCode::from(2);
    };
    match run(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(path: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read(path).map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let set: Set = serde_json::from_slice(&text)
        .map_err(|error| format!("`{path}` is not laid out as CLINC150: {error}"))?;
    let mut samples: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (text, intent) in &set.train {
        samples.entry(intent).or_default().push(text);
    }
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for &(intents, each, bots) in SIZES {
        if intents > samples.len() {
            writeln!(stderr(), "there are only {} intents, not {intents}", samples.len())?;
            continue;
        }
        let mut tally = Tally::default();
        for _ in 0..bots {
            let names = chance.pick(&samples.keys().copied().collect::<Vec<_>>(), intents);
            tally.add(&names, &samples, each, &set, &mut chance)?;
        }
        let measured = tally.measured(bots);
        writeln!(
            stdout(),
            "{}",
            json!({ "intents": intents, "samples": each, "measured": measured })
        )?;
    }
    Ok(())
}

/// What bots of one size came to.
#[derive(Default)]
struct Tally {
    own: usize,
    right: usize,
    others: usize,
    rejected: usize,
    load_s: f64,
    heard_s: f64,
}

impl Tally {
    /// Makes a bot of these intents and talks to it.
    fn add(
        &mut self,
        names: &[&str],
        samples: &BTreeMap<&str, Vec<&str>>,
        each: usize,
        set: &Set,
        chance: &mut Chance,
    ) -> Result<(), Box<dyn Error>> {
        let definition = definition(names, samples, each, chance);
        let (bot, load_s) = timed(|| Bot::from_cloudformation(&definition));
        let bot = bot?;
        self.load_s += load_s;
        let all = || set.val.iter().chain(&set.oos_val);
        let (own, others): (Vec<_>, Vec<_>) = all().partition(|it| names.contains(&it.1.as_str()));
        let own = chance.pick(&own, MOST.min(own.len()));
        let others = chance.pick(&others, own.len().min(others.len()));
        let (heard, heard_s) = timed(|| {
            let own = own.iter().map(|it| Ok((hear(&bot, &it.0)?, Some(it.1.as_str()))));
            let others = others.iter().map(|it| Ok((hear(&bot, &it.0)?, None)));
            own.chain(others).collect::<Result<Vec<_>, Box<dyn Error>>>()
        });
        self.heard_s += heard_s;
        for (found, meant) in heard? {
            let (all, good) = match meant {
                Some(_) => (&mut self.own, &mut self.right),
                None => (&mut self.others, &mut self.rejected),
            };
            *all = all.saturating_add(1);
            *good = good.saturating_add(usize::from(found == meant.unwrap_or(FALLBACK)));
        }
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of utterances")]
    fn measured(&self, bots: usize) -> Value {
        let all = self.own.saturating_add(self.others);
        json!({
            "right": self.right as f64 / self.own.max(1) as f64,
            "rejected": self.rejected as f64 / self.others.max(1) as f64,
            "load_s": self.load_s / bots as f64,
            "us_per_utterance": self.heard_s * 1e6 / all.max(1) as f64,
        })
    }
}

fn definition(
    names: &[&str],
    samples: &BTreeMap<&str, Vec<&str>>,
    each: usize,
    chance: &mut Chance,
) -> Value {
    let mut intents: Vec<Value> = Vec::new();
    for name in names {
        let all = samples.get(name).map_or(&[][..], Vec::as_slice);
        let chosen = chance.pick(all, each.min(all.len()));
        let utterances: Vec<Value> =
            chosen.iter().map(|it| json!({ "Utterance": it.replace(['{', '}'], " ") })).collect();
        intents.push(json!({ "Name": name, "SampleUtterances": utterances }));
    }
    intents.push(json!({ "Name": FALLBACK, "ParentIntentSignature": "AMAZON.FallbackIntent" }));
    let locale = json!({ "LocaleId": "en_US", "NluConfidenceThreshold": 0.4, "Intents": intents });
    json!({ "Name": "bot", "BotLocales": [locale] })
}

/// The intent that one utterance leads to.
fn hear(bot: &Bot, said: &str) -> Result<String, Box<dyn Error>> {
    let start = Start {
        locale: "en_US".to_owned(),
        identity: aws_events::lex::BotIdentity::default(),
        session_id: "session".to_owned(),
        attributes: aws_events::lex::Attributes::new(),
        request_attributes: aws_events::lex::Attributes::new(),
        detect_sentiment: false,
    };
    let mut session = Session::new(bot, start)?;
    match session.step(bot, &jiff::Zoned::default(), Input::Speech(Speech::new(said)))? {
        Effect::Done(outcome) => Ok(outcome.intent.name),
        other => Err(format!("an intent without slots does not end at once: {other:?}").into()),
    }
}

/// Chance that is the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        // Marsaglia: Xorshift RNGs (2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.0.checked_rem(limit).unwrap_or_default()).unwrap_or_default()
    }

    /// So many of them, in any order.
    fn pick<T: Clone>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut left = all.to_vec();
        (0..count.min(all.len())).map(|_| left.swap_remove(self.below(left.len()))).collect()
    }
}

/// What something gives, and how many seconds it takes.
#[expect(clippy::disallowed_methods, reason = "to measure time is what the example is for")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

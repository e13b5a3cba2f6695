//! Reads `infra/template.yaml` and what it nests: functions, tables, buckets, bots and hours, with
//! the names and ARNs they have on a laptop.
//!
//! Values are those of account `000000000000` in `us-east-1`. Parameters take their values from
//! `[local.global.parameters]` of `samconfig.toml`, else their defaults.
//!
//! It starts nothing and reads nothing but those files.
//!
//! ## Limits
//!
//! `Fn::ImportValue`, `Fn::GetAZs`, `Fn::Transform` and other functions that need the account or a
//! macro are errors, but only where a value is needed that uses them. In the definition of a bot,
//! which is full of names that only an account knows, their own text stands in for them.

mod bots;
mod document;
mod error;
mod fields;
mod hours;
mod identity;
mod intrinsic;
mod parameters;
mod project;
mod read;
mod reference;
mod samconfig;
mod stack;
mod stand_in;

pub(crate) use bots::{Origin, TemplateBots, bots, bots_of_project, lone_bot};
pub use error::{Place, TemplateError};
pub use hours::{Hours, Span};
pub use identity::{ACCOUNT, REGION};
pub use project::{
    AliasLocale, Bot, Bucket, Definition, EventSource, Function, Instance, Logging, Project, Queue,
    Recordings, Rule, Secret, Table,
};
pub(crate) use stand_in::StandIn;

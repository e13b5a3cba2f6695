//! `callwright render`: contact flows as a CloudFormation template.

use std::fs;

use super::args;
use super::{Exit, Refusal};
use crate::render::{self, CheckError};
use crate::report;

/// What the template of the contact flows is made from, and where it is kept.
const FLOWS: &str = "contact-flows";
const RENDERED: &str = "infra/contact-flows.yaml";

pub(super) fn run(args: &args::Render) -> Result<Exit, Refusal> {
    let root = super::project(args.project.project.as_deref())?;
    let (flows, rendered) = (root.join(FLOWS), root.join(RENDERED));
    if args.check {
        return match render::check(&flows, &rendered) {
            Ok(()) => {
                report::note(format_args!("{RENDERED} is what {FLOWS} renders to"));
                Ok(Exit::Success)
            }
            Err(error @ (CheckError::Stale { .. } | CheckError::Missing { .. })) => {
                Err(Refusal::new(Exit::Differs, error).hint("run `callwright render`"))
            }
            Err(error) => Err(Refusal::new(Exit::Unloadable, error)),
        };
    }
    let text = render::render(&flows).map_err(|it| Refusal::new(Exit::Unloadable, it))?;
    fs::write(&rendered, text).map_err(|error| {
        Refusal::new(Exit::Unloadable, format!("failed to write {}: {error}", rendered.display()))
    })?;
    report::note(format_args!("wrote {}", rendered.display()));
    Ok(Exit::Success)
}

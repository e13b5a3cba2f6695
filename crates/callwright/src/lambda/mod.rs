//! Hosts the Lambda functions: their own binaries as child processes, served by a Runtime API.
//!
//! An environment is one child process with a Runtime API of its own on a port of `127.0.0.1`, in
//! the form real functions see it (`AWS_LAMBDA_RUNTIME_API=127.0.0.1:<port>`). It serves one
//! invocation at a time. Idle environments are used again; when none is idle a new one is started,
//! which makes that invocation a cold start.
//!
//! Functions see the environment variables that Lambda sets, those of the template and the
//! endpoints of the stand-ins, and nothing of the environment Callwright runs in.
//!
//! ## Limits
//!
//! Memory and CPU are not limited to the function's size, `/tmp` is the machine's own, and there
//! are no extensions, layers, response streaming or reserved concurrency.
//!
//! ## Determinism
//!
//! Request and trace ids follow from a seed. Durations are those of the wall clock.

mod build;
mod connect;
mod environment;
mod logs;
mod outcome;
mod pool;
mod process;
mod runtime_api;

pub use build::{BuildError, Profile, build, cargo};
pub use connect::Tries;
pub use outcome::{Failure, FunctionError, Invocation};
pub use pool::{Lambdas, LambdasError};

//! Holds nothing: the scripted calls are in `calls/`, their data in `data/`, and the test
//! `calls.rs` plays each of them.

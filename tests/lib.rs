//! Holds nothing: the scripted calls are in `calls/` and `own-api/`, their data in `data/`, and the tests
//! `calls.rs` and `own_api.rs` play each of them. `codes.rs` sees that the README knows every code.

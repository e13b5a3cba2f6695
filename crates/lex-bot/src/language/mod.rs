//! English as callers speak it: words, numbers, yes and no.

pub(crate) mod numbers;
pub(crate) mod text;
pub(crate) mod words;
pub(crate) mod yes_no;

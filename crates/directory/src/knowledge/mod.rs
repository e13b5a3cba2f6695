//! What is known of a person: articles, and finding the one that answers a question.
//!
//! Articles are Markdown files that people write ([`parse`]), records that the table keeps, and a
//! [`Library`] in memory that is searched.
//!
//! ## Search
//!
//! Okapi BM25 by the `bm25` crate over stems of the Snowball stemmers, one library for each language.
//! The title counts twice. `cargo test -p directory --test search` asks the questions of
//! `tests/articles/questions.tsv`. They decided which library it is, with 13 articles in each language
//! (release, x86-64; the binary is what it adds):
//!
//! | library | binary | index | question | right first | right among three |
//! |---|---|---|---|---|---|
//! | `bm25`, its own tokenizer | 925 kB | 0.6 ms | 3 µs | 52 of 58 | 55 |
//! | `bm25`, Snowball alone | 90 kB | 0.6 ms | 3 µs | 51 | 53 |
//! | `probly-search`, Snowball alone | 97 kB | 1.0 ms | 4 µs | 52 | 54 |
//! | `tantivy`, in memory | 4509 kB | 54 ms | 60 µs | 49 | 54 |
//!
//! Quality hardly differs, since all of them are BM25 over the same stems. `tantivy` is the best kept
//! and is for far more text: it would take `intent` beyond its size, and its index would cost each
//! environment more than a turn may. `probly-search` rests on parts nobody has touched for years.
//! So it is `bm25` with words of our own, which also find "e-mail" for "email" and "degree" for "what
//! did she study": 56 of 58 first, all 58 among three.

mod article;
mod library;
mod parse;
mod stem;

pub use article::{Article, ArticleId};
pub use library::Library;
pub use parse::{Fault, parse};

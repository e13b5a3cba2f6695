//! E-mail addresses.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use crate::EMAIL;

/// An address, each of its signs written or spoken.
///
/// With a written `@` anything around it that looks like an address is one, and so with "arroba",
/// which means nothing else. A spoken "at" is an everyday word, so there the domain must have a dot
/// and end in letters.
const ADDRESS: &str = r#"(?xi)
    (?: (?: \b\w [\s,-]+ ){2,} )?                               # j a n e, letter by letter
    [^\s@<>()\[\]",;:]+                                         # or in words
    (?:
        \s+
        (?: dot | point | underscore | dash | hyphen | minus | plus
          | punto | (?: gui[oó]n | raya ) (?: \s+ baj[oa] )? | menos | m[aá]s )
        \s+ [^\s@<>()\[\]",;:]+
    )*
    (?:
        \s*@\s* [\w-]+ (?: (?: \. | \s+(?:dot|punto)\s+ ) [\w-]+ )+
      | @ [\w-]+
      | \s+arroba\s+ (?: [\w-]+\s+ ){0,2} [\w-]+ (?: (?: \. | \s+(?:dot|punto)\s+ ) [\w-]+ )+
      | \s+arroba\s+ [\w-]+
      | \s+at\s+ (?: (?: [\w-]+\s+ ){1,2} [\w-]+ \s+dot\s+ | [\w-]+ (?: \. | \s+dot\s+ ) )
        (?: [\w-]+ (?: \. | \s+dot\s+ ) )*                      # at g mail dot co dot
        [a-z]{2,}\b
    )"#;

#[expect(clippy::expect_used, reason = "the pattern is constant, and every test compiles it")]
static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(ADDRESS).expect("a valid pattern"));

/// Masks every address.
pub(crate) fn mask(text: &str) -> Cow<'_, str> {
    PATTERN.replace_all(text, EMAIL)
}

//! Which name may be meant by one that is not there.

/// Least likeness, from 0 to 1, of a name that may be meant by another.
const LIKE: f64 = 0.5;

/// Most names that may be meant.
const MOST_MEANT: usize = 3;

/// The names that are most like one that is not there, as the rest of a sentence; empty when none
/// is like it.
pub(crate) fn near<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> String {
    let written = written.to_lowercase();
    let likeness =
        |name: &str| strsim::normalized_damerau_levenshtein(&written, &name.to_lowercase());
    let mut names: Vec<_> =
        names.map(|it| (likeness(it), it)).filter(|(likeness, _)| *likeness >= LIKE).collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0));
    let names: Vec<_> =
        names.iter().take(MOST_MEANT).map(|(_, name)| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("; the nearest is {one}"),
        [..] => format!("; the nearest are {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_names_come_first_whatever_their_case() {
        let near = |written: &str| near(written, ["GetCase", "GetCard", "Wait"].into_iter());
        assert_eq!(near("getcase"), "; the nearest are `GetCase`, `GetCard`");
        assert_eq!(near("wiat"), "; the nearest is `Wait`");
        assert_eq!(near("greet the caller"), "");
    }
}

//! The words that built-in intents know.

use super::intent::BuiltIn;
use super::sample::Sample;
use language::Language;

/// Words by which a caller means a built-in intent, in English and in Spanish.
///
/// Source for English: Amazon Lex V2 Developer Guide, "Built-in intents". Lex does not tell the
/// words of other languages: the Spanish ones are ours, and other languages have none but the
/// definition's own sample utterances.
const WORDS: &[(BuiltIn, &[&str], &[&str])] = &[
    (
        BuiltIn::Cancel,
        &["cancel", "never mind", "forget it"],
        &["cancelar", "cancela", "olvídalo", "no importa"],
    ),
    (
        BuiltIn::Help,
        &["help", "help me", "can you help me"],
        &["ayuda", "ayúdame", "me puede ayudar"],
    ),
    (BuiltIn::Pause, &["pause", "pause that"], &["pausa", "pausar"]),
    (
        BuiltIn::Repeat,
        &["repeat", "say that again", "repeat that"],
        &["repite", "repetir", "otra vez", "puede repetir"],
    ),
    (BuiltIn::Resume, &["resume", "continue", "keep going"], &["continuar", "continúa", "sigue"]),
    (
        BuiltIn::StartOver,
        &["start over", "restart", "start again"],
        &["empezar de nuevo", "volver a empezar", "reiniciar"],
    ),
    (BuiltIn::Stop, &["stop", "off", "shut up"], &["para", "parar", "basta"]),
];

/// The words of an intent in a language, as sample utterances.
pub(super) fn samples(intent: BuiltIn, language: Language) -> Vec<Sample> {
    let known = WORDS.iter().find(|(known, ..)| *known == intent);
    let words: &[&str] = match (known, language) {
        (Some((_, english, _)), Language::English) => english,
        (Some((_, _, spanish)), Language::Spanish) => spanish,
        (_, Language::Other) | (None, _) => &[],
    };
    words.iter().filter_map(|it| Sample::parse(it, language)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_and_spanish_have_words_for_every_built_in_intent() {
        for (intent, english, spanish) in WORDS {
            assert_eq!(samples(*intent, Language::English).len(), english.len(), "{intent:?}");
            assert_eq!(samples(*intent, Language::Spanish).len(), spanish.len(), "{intent:?}");
            assert!(samples(*intent, Language::Other).is_empty(), "{intent:?}");
        }
    }
}

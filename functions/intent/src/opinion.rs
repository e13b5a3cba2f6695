//! The second opinion on what a caller said: a classifier of our own.

use std::sync::OnceLock;

use dialogue::{Opinion, Wish};
use lex_bot::classify::Classifier;
use line::Line;

/// The classifier for a bot in one language.
struct Locale {
    /// Such as `en_US`.
    id: &'static str,
    /// Names of the intents, by their index in the classifier.
    intents: &'static [&'static str],
    /// The classifier as it was stored.
    classifier: &'static [u8],
}

/// What the build script trained for the bot that is deployed.
const LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Classifiers for the languages of the bot.
///
/// They were trained when the function was built. Each is read when it is first asked, which takes
/// about a millisecond, and kept as long as the function's environment lives. A call in which Lex
/// understands every word never asks.
#[derive(Debug, Default)]
pub struct Classifiers([OnceLock<Option<Classifier>>; LOCALES.len()]);

impl Classifiers {
    /// What the caller's words may mean of what the line does, the likeliest first; nothing for a
    /// language that the bot does not speak. `locale` is the bot's, such as `en_US`.
    ///
    /// Words for something that only other lines do are likely that, so they are hardly anything else
    /// here.
    pub(crate) fn opinions(&self, locale: &str, words: &str, line: &Line) -> Vec<Opinion> {
        let mut known = LOCALES.iter().zip(&self.0);
        let Some((locale, classifier)) = known.find(|(it, _)| it.id == locale) else {
            return Vec::new();
        };
        let classifier = classifier.get_or_init(|| Classifier::from_bytes(locale.classifier).ok());
        let guesses = classifier.as_ref().map(|it| it.guess(words)).unwrap_or_default();
        let opinions = guesses.into_iter().filter_map(|guess| {
            let wish = Wish::named(locale.intents.get(guess.intent)?)?;
            wish.is_known_to(line).then(|| Opinion { wish, confidence: guess.confidence.into() })
        });
        opinions.collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dialogue::Wish;
    use line::Scenario;

    use super::*;

    const ALL: [Scenario; 6] = [
        Scenario::Shop,
        Scenario::Clinic,
        Scenario::Payments,
        Scenario::Support,
        Scenario::Bank,
        Scenario::Profile,
    ];

    fn line(scenarios: &[Scenario]) -> Line {
        let mut line = Line::basic("Northwind Outfitters", "America/Chicago");
        line.scenarios = scenarios.iter().copied().collect();
        line
    }

    fn best(locale: &str, words: &str, scenarios: &[Scenario]) -> Option<Opinion> {
        Classifiers::default().opinions(locale, words, &line(scenarios)).first().copied()
    }

    #[test]
    fn every_wish_can_be_guessed_in_every_language() {
        for locale in LOCALES {
            let wishes: BTreeSet<Wish> =
                locale.intents.iter().filter_map(|it| Wish::named(it)).collect();
            assert_eq!(wishes, Wish::all().collect(), "{}", locale.id);
            assert!(Classifier::from_bytes(locale.classifier).is_ok(), "{}", locale.id);
        }
    }

    #[test]
    fn other_words_than_the_samples_are_understood() {
        for (locale, words, wish) in [
            ("en_US", "the parcel I ordered hasn't turned up", Wish::CheckOrderStatus),
            ("en_US", "I hate these machines give me a person", Wish::TalkToAgent),
            ("en_US", "put somebody on the phone", Wish::TalkToAgent),
            ("en_US", "no I don't think so thanks", Wish::Goodbye),
            ("en_US", "okay I think that is everything I wanted", Wish::Goodbye),
            (
                "en_US",
                "I can't make it to my appointment please cancel it",
                Wish::CancelAppointment,
            ),
            ("es_US", "no tengo internet desde la ma\u{f1}ana", Wish::ReportProblem),
            ("es_US", "quiero hablar a fondo de la arquitectura", Wish::AskTechnicalQuestion),
            ("es_US", "el paquete que ped\u{ed} nunca apareci\u{f3}", Wish::CheckOrderStatus),
            ("es_US", "odio estas m\u{e1}quinas p\u{e1}seme con alguien", Wish::TalkToAgent),
            ("es_US", "bueno creo que ya es todo lo que quer\u{ed}a", Wish::Goodbye),
        ] {
            let best = best(locale, words, &ALL);
            assert!(
                best.is_some_and(|it| it.wish == wish && it.confidence > 0.2),
                "{words}: {best:?}"
            );
        }
    }

    #[test]
    fn what_no_line_does_is_not_understood() {
        for (locale, words) in [
            ("en_US", "when do I get my money back"),
            ("en_US", "how much is shipping"),
            ("en_US", "can I change my order"),
            ("en_US", "hello"),
            ("en_US", "tell me a joke"),
            ("es_US", "cu\u{e9}nteme un chiste"),
            ("es_US", "hola"),
        ] {
            let best = best(locale, words, &ALL);
            assert!(best.is_none_or(|it| it.confidence < 0.1), "{words}: {best:?}");
        }
    }

    #[test]
    fn what_only_another_line_does_is_nothing_here() {
        for (locale, words, other, own) in [
            ("en_US", "what's my balance", Scenario::Bank, Scenario::Shop),
            ("en_US", "where is my order", Scenario::Shop, Scenario::Bank),
            ("en_US", "I'd like to see a doctor on Monday", Scenario::Clinic, Scenario::Shop),
            ("es_US", "cu\u{e1}l es mi saldo", Scenario::Bank, Scenario::Shop),
        ] {
            let there = best(locale, words, &[other]);
            assert!(
                there.is_some_and(|it| it.confidence > 0.5 && it.wish.scenario() == Some(other)),
                "{words}: {there:?}"
            );
            let here = best(locale, words, &[own]);
            assert!(here.is_none_or(|it| it.confidence < 0.1), "{words}: {here:?}");
        }
    }

    #[test]
    fn a_wish_that_is_refused_is_not_heard_as_one() {
        for (locale, words) in [
            ("en_US", "don't get me an agent"),
            ("en_US", "I hate these machines but don't give me a person"),
            ("en_US", "no representative please"),
            ("en_US", "I don't want my order tracked"),
            ("en_US", "I am an insurance agent"),
            ("en_US", "my agent told me to ring you"),
            ("en_US", "don't you hang up"),
            ("en_US", "no I'm not done"),
            ("es_US", "no me cuelgue"),
            ("es_US", "soy agente de viajes"),
        ] {
            let best = best(locale, words, &ALL);
            assert!(best.is_none_or(|it| it.confidence < 0.1), "{words}: {best:?}");
        }
        // Too like "I want to talk to a human" for the classifier, and `dialogue` sees to it.
        let best = best("en_US", "I don't want to talk to a human", &ALL);
        assert!(best.is_some_and(|it| it.wish == Wish::TalkToAgent), "{best:?}");
    }

    #[test]
    fn nothing_is_known_without_words_or_in_another_language() {
        let classifiers = Classifiers::default();
        let line = line(&ALL);
        assert_eq!(classifiers.opinions("en_US", "", &line), []);
        assert_eq!(classifiers.opinions("fr_CA", "track my order", &line), []);
        assert!(classifiers.0.iter().filter(|it| it.get().is_some()).count() <= 1);
    }

    /// What is kept for later of a sentence in which recognition heard a wish.
    fn later(locale: &str, words: &str, recognised: Wish) -> Vec<Wish> {
        let line = line(&ALL);
        let now = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
        let setting = dialogue::Setting { line: &line, now, caller: None, reachable: false };
        let heard = dialogue::Heard {
            intent: Some(recognised),
            confidence: Some(0.9),
            said: words.to_owned(),
            language: if locale == "es_US" {
                wording::Language::EsUs
            } else {
                wording::Language::EnUs
            },
            ..dialogue::Heard::default()
        };
        let dialogue::Next::Several(several) =
            dialogue::listen(dialogue::Session::default(), &heard, &setting)
        else {
            return Vec::new();
        };
        let classifiers = Classifiers::default();
        let opinion = |part: &String| classifiers.opinions(locale, part, &line);
        let opinions: Vec<_> = several.parts().iter().map(opinion).collect();
        let next = several.settle(&opinions, &setting);
        let session = match next {
            dialogue::Next::Answer(turn) => turn.session,
            // The records are asked first; nothing is kept for later by what they answer.
            dialogue::Next::Request(pending) => {
                match pending.answer(dialogue::Facts::Unavailable, &setting) {
                    dialogue::Next::Answer(turn) => turn.session,
                    next => panic!("{words}: {next:?}"),
                }
            }
            next => panic!("{words}: {next:?}"),
        };
        let session = serde_json::to_value(&session).unwrap();
        let later = session.get("later").cloned().unwrap_or_else(|| serde_json::json!([]));
        serde_json::from_value(later).unwrap()
    }

    #[test]
    fn two_things_in_a_sentence_are_both_heard() {
        use Wish::{
            BookAppointment, CancelAppointment, ChangeDeliveryAddress, CheckBalance,
            CheckOrderStatus, ListTransactions, PayInvoice, ReportProblem, ReturnOrder,
        };
        for (locale, words, first, second) in [
            (
                "en_US",
                "where is my order and also I want to return something",
                CheckOrderStatus,
                ReturnOrder,
            ),
            ("en_US", "my internet is down and I want to pay my bill", ReportProblem, PayInvoice),
            (
                "en_US",
                "I want to pay my bill and my internet is slow too",
                PayInvoice,
                ReportProblem,
            ),
            (
                "en_US",
                "I need to cancel my appointment and book another appointment",
                CancelAppointment,
                BookAppointment,
            ),
            (
                "en_US",
                "what's my balance, and what were my last transactions",
                CheckBalance,
                ListTransactions,
            ),
            (
                "en_US",
                "I'd like to pay my bill, then check on my order",
                PayInvoice,
                CheckOrderStatus,
            ),
            (
                "en_US",
                "track my package and change the delivery address",
                CheckOrderStatus,
                ChangeDeliveryAddress,
            ),
            (
                "es_US",
                "dónde está mi pedido y también quiero devolver algo",
                CheckOrderStatus,
                ReturnOrder,
            ),
            ("es_US", "no tengo internet y quiero pagar mi factura", ReportProblem, PayInvoice),
            (
                "es_US",
                "quiero cancelar mi cita y hacer otra cita",
                CancelAppointment,
                BookAppointment,
            ),
            (
                "es_US",
                "cuál es mi saldo y cuáles son mis últimos movimientos",
                CheckBalance,
                ListTransactions,
            ),
        ] {
            assert_eq!(later(locale, words, first), [second], "{words}");
        }
    }

    #[test]
    fn one_thing_in_a_long_sentence_stays_one() {
        use Wish::{
            BookAppointment, CheckBalance, CheckOrderStatus, MoveAppointment, PayInvoice,
            ReportProblem, ReturnOrder,
        };
        for (locale, words, wish) in [
            ("en_US", "I placed an order last week and it never arrived", CheckOrderStatus),
            ("en_US", "where is my order and when will it get here", CheckOrderStatus),
            ("en_US", "my order is late and I'm really upset about it", CheckOrderStatus),
            ("en_US", "the shoes came and they don't fit so I want to send them back", ReturnOrder),
            ("en_US", "I want to return my order and get my money back", ReturnOrder),
            ("en_US", "my internet and my phone are down and nothing works", ReportProblem),
            ("en_US", "the router is blinking and I already restarted it", ReportProblem),
            ("en_US", "I got a bill in the mail and I want to pay it", PayInvoice),
            ("en_US", "pay my bill and my account number is 48210075", PayInvoice),
            ("en_US", "my knee hurts and I want to see Doctor Chen on Thursday", BookAppointment),
            (
                "en_US",
                "something came up and I have to move my appointment to Friday",
                MoveAppointment,
            ),
            ("en_US", "check my checking and savings balance", CheckBalance),
            (
                "en_US",
                "hi, good morning, I was hoping you could help me and tell me my balance",
                CheckBalance,
            ),
            ("es_US", "pedí unos zapatos la semana pasada y no han llegado", CheckOrderStatus),
            (
                "es_US",
                "buenos días, llamo porque mi internet no funciona y ya reinicié el módem",
                ReportProblem,
            ),
            ("es_US", "me llegó la factura y quiero pagarla", PayInvoice),
            ("es_US", "los zapatos llegaron y no me quedan, quiero devolverlos", ReturnOrder),
            (
                "es_US",
                "quiero una cita con la doctora Chen el jueves y que sea por la mañana",
                BookAppointment,
            ),
        ] {
            assert_eq!(later(locale, words, wish), [], "{words}");
        }
    }
}

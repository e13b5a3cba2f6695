//! A conversation in Spanish: samples, values, yes and no.

use aws_events::lex::Slot;
use lex_bot::{Bot, Effect, Expects, Session, Start};
use serde_json::{Value, json};

use crate::script;

fn prompt(text: &str) -> Value {
    json!({
        "MessageGroupsList": [{ "Message": { "PlainTextMessage": { "Value": text } } }],
        "MaxRetries": 2,
    })
}

fn slot(name: &str, slot_type: &str) -> Value {
    json!({
        "Name": name,
        "SlotTypeName": slot_type,
        "ValueElicitationSetting": {
            "SlotConstraint": "Required",
            "PromptSpecification": prompt(name),
        },
    })
}

fn bot() -> Bot {
    let intents = json!([
        {
            "Name": "Cita",
            "SampleUtterances": [
                { "Utterance": "quiero una cita" },
                { "Utterance": "quisiera reservar para {Dia} a {Hora}" },
            ],
            "SlotPriorities": [
                { "Priority": 1, "SlotName": "Dia" },
                { "Priority": 2, "SlotName": "Hora" },
                { "Priority": 3, "SlotName": "Personas" },
            ],
            "Slots": [
                slot("Dia", "AMAZON.Date"),
                slot("Hora", "AMAZON.Time"),
                slot("Personas", "AMAZON.Number"),
            ],
            "IntentConfirmationSetting": {
                "PromptSpecification": prompt("\u{bf}Es correcto?"),
                "DeclinationResponse": {
                    "MessageGroupsList": [
                        { "Message": { "PlainTextMessage": { "Value": "De acuerdo" } } }
                    ],
                },
            },
        },
        { "Name": "Agente", "SampleUtterances": [{ "Utterance": "hablar con un agente" }] },
        { "Name": "Nada", "ParentIntentSignature": "AMAZON.FallbackIntent" },
    ]);
    Bot::from_cloudformation(&json!({
        "Name": "citas",
        "BotLocales": [{ "LocaleId": "es_US", "NluConfidenceThreshold": 0.4, "Intents": intents }],
    }))
    .unwrap()
}

fn session(bot: &Bot) -> Session {
    Session::new(bot, Start { locale: "es_US".to_owned(), ..script::start(bot) }).unwrap()
}

fn say(bot: &Bot, session: &mut Session, words: &str) -> Effect {
    session.step(bot, &script::now(), script::say(words)).unwrap()
}

/// What a listening bot asks for.
fn asked(effect: &Effect) -> &Expects {
    match effect {
        Effect::Listen(listen) => &listen.expects,
        other => panic!("{other:?}"),
    }
}

fn asks(effect: &Effect, slot: &str) -> bool {
    matches!(asked(effect), Expects::Slot { name } if name == slot)
}

#[test]
fn an_appointment_is_made() {
    let bot = bot();
    assert!(bot.warnings().is_empty(), "{:?}", bot.warnings());
    let session = &mut session(&bot);
    let effect = say(&bot, session, "Hola, quisiera una cita, por favor");
    assert!(asks(&effect, "Dia"), "{effect:?}");
    let effect = say(&bot, session, "el veintitr\u{e9}s de abril de dos mil veintisiete");
    assert!(asks(&effect, "Hora"), "{effect:?}");
    let effect = say(&bot, session, "a las diez y media de la ma\u{f1}ana");
    assert!(asks(&effect, "Personas"), "{effect:?}");
    let effect = say(&bot, session, "no s\u{e9}");
    assert!(asks(&effect, "Personas"), "{effect:?}");
    let effect = say(&bot, session, "somos veintiuno");
    assert_eq!(*asked(&effect), Expects::Confirmation);
    let Effect::Done(outcome) = say(&bot, session, "S\u{ed}, eso es") else {
        panic!("it goes on");
    };
    let values: Vec<Option<&str>> =
        ["Dia", "Hora", "Personas"].iter().map(|it| outcome.intent.slot(it)).collect();
    assert_eq!(values, [Some("2027-04-23"), Some("10:30"), Some("21")]);
}

#[test]
fn a_day_and_a_time_are_taken_from_one_utterance() {
    let bot = bot();
    let session = &mut session(&bot);
    let said = "quisiera reservar para el 23 de abril de 2027 a las ocho de la noche";
    let effect = say(&bot, session, said);
    assert!(asks(&effect, "Personas"), "{effect:?}");
    say(&bot, session, "dos");
    let Effect::Done(outcome) = say(&bot, session, "claro que s\u{ed}") else {
        panic!("it goes on");
    };
    let Some(Some(Slot::Scalar { value })) = outcome.intent.slots.get("Hora") else {
        panic!("there is no time");
    };
    assert_eq!(value.interpreted_value, "20:00");
    assert_eq!(outcome.intent.slot("Dia"), Some("2027-04-23"));
}

#[test]
fn an_appointment_is_declined() {
    let bot = bot();
    let session = &mut session(&bot);
    say(&bot, session, "quisiera reservar para el 23 de abril de 2027 a las 20:00");
    say(&bot, session, "dos");
    let Effect::Done(outcome) = say(&bot, session, "no, no es correcto") else {
        panic!("it goes on");
    };
    assert_eq!(outcome.messages[0].content, "De acuerdo");
}

#[test]
fn another_wish_is_followed_and_nonsense_is_not() {
    let bot = bot();
    for (said, intent) in [
        ("quiero hablar con un agente", "Agente"),
        ("no, hablar con agentes", "Agente"),
        ("mono morado lavaplatos", "Nada"),
        ("", "Nada"),
    ] {
        let Effect::Done(outcome) = say(&bot, &mut session(&bot), said) else {
            panic!("it goes on after {said:?}");
        };
        assert_eq!(outcome.intent.name, intent, "{said:?}");
    }
}

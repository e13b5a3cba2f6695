//! How each kind of value is written and said, in both languages, for people to review.

use std::fmt::Write as _;

use expect_test::expect;
use jiff::civil::{date, datetime, time};
use wording::{Currency, Language, Manner, Message, Part, Value, say};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn every_kind_of_value_is_written_and_said() {
    let digits = |it: &str| Value::Digits(it.to_owned());
    let money = |minor, currency| Value::Money { minor, currency };
    let moment = Value::Moment(datetime(2026, 3, 5, 10, 0, 0, 0));
    let values = [
        text("O'Neill & Sons"),
        Value::Number(21),
        Value::Number(12_345),
        digits("44321"),
        digits("123456789012"),
        digits("AB-7"),
        money(4_210, Currency::Usd),
        money(2_100, Currency::Eur),
        Value::Day(date(2026, 3, 2)),
        Value::Day(date(2026, 3, 6)),
        Value::Day(date(2026, 4, 1)),
        Value::Date(date(2027, 3, 5)),
        Value::Time(time(13, 30, 0, 0)),
        moment.clone(),
        Value::Phone("+12025550143".to_owned()),
        Value::Phone("+525512345678".to_owned()),
        Value::All(vec![text("Ana"), text("Luis"), text("Inés")]),
        Value::Any(vec![moment, Value::Moment(datetime(2026, 3, 6, 8, 15, 0, 0))]),
        Value::Any(vec![digits("7"), digits("8")]),
    ];
    let manner = Manner::new(date(2026, 3, 2));
    let mut told = String::new();
    for value in values {
        for language in Language::ALL {
            let message = Message::new("tell-welcome-back").with("name", value.clone());
            let speech = say(language, &message, Part::Main, &manner).unwrap();
            let said = |it: &str| it.split_once(", ").unwrap().1.to_owned();
            let (text, ssml) = (said(speech.text()), said(speech.ssml()));
            let kind = format!("{value:?} {language}");
            if text == ssml {
                writeln!(told, "{kind:13} {text}").unwrap();
            } else {
                writeln!(told, "{kind:13} {text}\n              {ssml}").unwrap();
            }
        }
    }
    expect![[r#"
        Text en-US    O'Neill & Sons.
                      O&apos;Neill &amp; Sons.
        Text es-US    O'Neill & Sons.
                      O&apos;Neill &amp; Sons.
        Number en-US  21.
        Number es-US  21.
        Number en-US  12,345.
                      <sub alias="twelve thousand three hundred forty-five">12,345</sub>.
        Number es-US  12,345.
                      <sub alias="doce mil trescientos cuarenta y cinco">12,345</sub>.
        Digits en-US  4, 4, 3, 2, 1.
                      <say-as interpret-as="digits">4</say-as>, <say-as interpret-as="digits">4</say-as>, <say-as interpret-as="digits">3</say-as>, <say-as interpret-as="digits">2</say-as>, <say-as interpret-as="digits">1</say-as>.
        Digits es-US  4, 4, 3, 2, 1.
                      <say-as interpret-as="digits">4</say-as>, <say-as interpret-as="digits">4</say-as>, <say-as interpret-as="digits">3</say-as>, <say-as interpret-as="digits">2</say-as>, <say-as interpret-as="digits">1</say-as>.
        Digits en-US  1234, 5678, 9012.
                      <say-as interpret-as="digits">1234</say-as>, <say-as interpret-as="digits">5678</say-as>, <say-as interpret-as="digits">9012</say-as>.
        Digits es-US  1234, 5678, 9012.
                      <say-as interpret-as="digits">1234</say-as>, <say-as interpret-as="digits">5678</say-as>, <say-as interpret-as="digits">9012</say-as>.
        Digits en-US  A, B, 7.
                      <phoneme alphabet="ipa" ph="eɪ">A</phoneme>, B, <say-as interpret-as="digits">7</say-as>.
        Digits es-US  A, B, 7.
                      <sub alias="a">A</sub>, <sub alias="be">B</sub>, <say-as interpret-as="digits">7</say-as>.
        Money en-US   $42.10.
                      <sub alias="forty-two dollars and ten cents">$42.10</sub>.
        Money es-US   $42.10.
                      <sub alias="cuarenta y dos dólares con diez centavos">$42.10</sub>.
        Money en-US   €21.00.
                      <sub alias="twenty-one euros">€21.00</sub>.
        Money es-US   €21.00.
                      <sub alias="veintiún euros">€21.00</sub>.
        Day en-US     today.
        Day es-US     hoy.
        Day en-US     on Friday.
        Day es-US     el viernes.
        Day en-US     on April 1st.
        Day es-US     el 1 de abril.
                      el <sub alias="primero">1</sub> de abril.
        Date en-US    Friday, March 5th, 2027.
        Date es-US    viernes 5 de marzo de 2027.
        Time en-US    1:30 p.m.
        Time es-US    la 1:30 p. m.
                      la <sub alias="una y media de la tarde">1:30 p. m</sub>.
        Moment en-US  Thursday, March 5th at 10 a.m.
        Moment es-US  jueves 5 de marzo a las 10:00 a. m.
                      jueves 5 de marzo a las <sub alias="diez de la mañana">10:00 a. m</sub>.
        Phone en-US   202-555-0143.
                      <sub alias="two zero two, five five five, zero one four three">202-555-0143</sub>.
        Phone es-US   202-555-0143.
                      <sub alias="dos cero dos, cinco cinco cinco, cero uno cuatro tres">202-555-0143</sub>.
        Phone en-US   +52 55 1234 5678.
                      <sub alias="plus five two, five five, one two three four, five six seven eight">+52 55 1234 5678</sub>.
        Phone es-US   +52 55 1234 5678.
                      <sub alias="más cinco dos, cinco cinco, uno dos tres cuatro, cinco seis siete ocho">+52 55 1234 5678</sub>.
        All en-US     Ana, Luis and Inés.
        All es-US     Ana, Luis e Inés.
        Any en-US     Thursday, March 5th at 10 a.m. or Friday, March 6th at 8:15 a.m.
        Any es-US     jueves 5 de marzo a las 10:00 a. m. o viernes 6 de marzo a las 8:15 a. m.
                      jueves 5 de marzo a las <sub alias="diez de la mañana">10:00 a. m.</sub> o viernes 6 de marzo a las <sub alias="ocho y cuarto de la mañana">8:15 a. m</sub>.
        Any en-US     7 or 8.
                      <say-as interpret-as="digits">7</say-as> or <say-as interpret-as="digits">8</say-as>.
        Any es-US     7 u 8.
                      <say-as interpret-as="digits">7</say-as> u <say-as interpret-as="digits">8</say-as>.
    "#]].assert_eq(&told);
}

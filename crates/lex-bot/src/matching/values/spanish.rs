//! What is said in Spanish.

use super::{Named, SlotType, check, filtered};

#[test]
fn numbers() {
    check(
        &SlotType::Number,
        "es_US",
        &[
            ("treinta y cinco por favor", "35"),
            ("es el diecis\u{e9}is", "16"),
            ("veintiuno", "21"),
            ("veintid\u{f3}s", "22"),
            ("cien", "100"),
            ("ciento uno", "101"),
            ("mil", "1000"),
            ("mil doscientos", "1200"),
            ("dos mil veintis\u{e9}is", "2026"),
            ("treinta y un mil quinientos", "31500"),
            ("un mill\u{f3}n", "1000000"),
            ("dos millones trescientos mil cuatro", "2300004"),
            ("mil millones", "1000000000"),
            ("tres coma cinco", "3.5"),
            ("tres punto catorce", "3.14"),
            ("tres y medio", "3.5"),
            ("medio", "0.5"),
            ("menos cinco", "-5"),
            ("3,5", "3.5"),
            ("1.234", "1234"),
            ("doble siete", "77"),
            ("triple cinco cero", "5550"),
            ("cero", "0"),
            ("uno", "1"),
            ("veintiuno cuarenta y cinco", "2145"),
            ("cinco euros", "5"),
            ("dos o tres", "-"),
            ("un agente", "-"),
            ("por ciento", "-"),
            ("", "-"),
        ],
    );
}

#[test]
fn percentages_and_sums() {
    check(
        &SlotType::Percentage,
        "es_ES",
        &[
            ("cincuenta por ciento", "50%"),
            ("el 23,5 %", "23.5%"),
            ("veinticinco", "25"),
            ("por ciento", "-"),
        ],
    );
    check(
        &SlotType::Currency,
        "es_ES",
        &[
            ("cinco euros", "EUR 5.00"),
            ("cinco euros con quince c\u{e9}ntimos", "EUR 5.15"),
            ("veinte", "EUR 20.00"),
            ("cien d\u{f3}lares", "USD 100.00"),
            ("cinco euros y medio", "EUR 5.50"),
            ("20 \u{20ac}", "EUR 20.00"),
            ("nada", "-"),
        ],
    );
    check(&SlotType::Currency, "es_419", &[("cien pesos", "MXN 100.00")]);
}

#[test]
fn dates() {
    check(
        &SlotType::Date,
        "es_ES",
        &[
            ("hoy", "2026-03-04"),
            ("ma\u{f1}ana", "2026-03-05"),
            ("pasado ma\u{f1}ana", "2026-03-06"),
            ("ayer", "2026-03-03"),
            ("anteayer", "2026-03-02"),
            ("ma\u{f1}ana por la ma\u{f1}ana", "2026-03-05"),
            ("esta noche", "2026-03-04"),
            ("el viernes", "2026-03-06"),
            ("este viernes", "2026-03-06"),
            ("el pr\u{f3}ximo martes", "2026-03-10"),
            ("el pr\u{f3}ximo viernes", "2026-03-06"),
            ("el martes que viene", "2026-03-10"),
            ("el martes pr\u{f3}ximo", "2026-03-10"),
            ("el mi\u{e9}rcoles que viene", "2026-03-11"),
            ("el lunes pasado", "2026-03-02"),
            ("el martes de la semana que viene", "2026-03-10"),
            ("el viernes de la pr\u{f3}xima semana", "2026-03-13"),
            ("dentro de tres d\u{ed}as", "2026-03-07"),
            ("en tres d\u{ed}as", "2026-03-07"),
            ("hace dos semanas", "2026-02-18"),
            ("en una semana", "2026-03-11"),
            ("de hoy en ocho", "2026-03-11"),
            ("tres d\u{ed}as a partir de hoy", "2026-03-07"),
            ("una semana despu\u{e9}s del lunes", "2026-03-16"),
            ("dos d\u{ed}as antes de navidad", "2026-12-23"),
            ("veintitr\u{e9}s de marzo", "2026-03-23"),
            ("el veintitr\u{e9}s de marzo", "2026-03-23"),
            ("el 23 de marzo de 2027", "2027-03-23"),
            ("el tres de mayo de mil novecientos ochenta y cuatro", "1984-05-03"),
            ("el uno de abril del dos mil veintisiete", "2027-04-01"),
            ("primero de mayo", "2026-05-01"),
            ("14 enero", "2027-01-14"),
            ("marzo 23", "2026-03-23"),
            ("treinta y uno de marzo", "2026-03-31"),
            ("treinta y uno de abril", "-"),
            ("lunes veintitr\u{e9}s de marzo", "2026-03-23"),
            ("lunes 23", "2026-03-23"),
            ("el d\u{ed}a 15", "2026-03-15"),
            ("el quince", "2026-03-15"),
            ("esta semana", "2026-03-02"),
            ("la pr\u{f3}xima semana", "2026-03-08"),
            ("la semana que viene", "2026-03-08"),
            ("la semana pasada", "2026-02-23"),
            ("el mes que viene", "2026-04-30"),
            ("este mes", "2026-03-01"),
            ("en abril", "2026-04-30"),
            ("el a\u{f1}o que viene", "2027-12-31"),
            ("fin de mes", "2026-03-31"),
            ("el fin de semana", "2026-03-07"),
            ("el pr\u{f3}ximo fin de semana", "2026-03-14"),
            ("navidad", "2026-12-25"),
            ("23/3", "2026-03-23"),
            ("el 23/3", "2026-03-23"),
            ("23/3/2026", "2026-03-23"),
            ("1/2", "2027-02-01"),
            ("23.3.2026", "2026-03-23"),
            ("tengo 3 gatos", "-"),
            ("martes o jueves", "-"),
            ("cuando sea", "-"),
            ("", "-"),
        ],
    );
}

#[test]
fn times() {
    check(
        &SlotType::Time,
        "es_ES",
        &[
            ("las diez y media de la noche", "22:30"),
            ("a las diez y media", "10:30|22:30"),
            ("a las cinco menos cuarto", "04:45|16:45"),
            ("las cinco y cuarto de la tarde", "17:15"),
            ("un cuarto para las cinco", "04:45|16:45"),
            ("veinte para las seis", "05:40|17:40"),
            ("a la una", "01:00|13:00"),
            ("la una y media de la tarde", "13:30"),
            ("las dos y veinte", "02:20|14:20"),
            ("las ocho de la ma\u{f1}ana", "08:00"),
            ("las tres de la madrugada", "03:00"),
            ("las doce de la noche", "00:00"),
            ("las doce del mediod\u{ed}a", "12:00"),
            ("las doce de la ma\u{f1}ana", "12:00"),
            ("a las diez en punto", "10:00|22:00"),
            ("a las dieciocho horas", "18:00"),
            ("las veinte treinta", "20:30"),
            ("22:30", "22:30"),
            ("las 10 p.m.", "22:00"),
            ("mediod\u{ed}a", "12:00"),
            ("medianoche", "00:00"),
            ("esta noche a las ocho", "20:00"),
            ("ma\u{f1}ana a las ocho", "08:00|20:00"),
            ("dentro de media hora", "14:50"),
            ("en una hora", "15:20"),
            ("en una hora y media", "15:50"),
            ("ahora", "14:20"),
            ("por la ma\u{f1}ana", "MO"),
            ("la tarde", "AF"),
            ("en la noche", "NI"),
            ("ma\u{f1}ana", "MO"),
            ("m\u{e1}s tarde", "-"),
            ("tengo 3 gatos", "-"),
            ("el 23 de marzo", "-"),
            ("", "-"),
        ],
    );
}

#[test]
fn durations() {
    check(
        &SlotType::Duration,
        "es_ES",
        &[
            ("diez minutos", "PT10M"),
            ("cinco horas", "PT5H"),
            ("tres d\u{ed}as", "P3D"),
            ("cuarenta y cinco segundos", "PT45S"),
            ("ocho semanas", "P8W"),
            ("siete a\u{f1}os", "P7Y"),
            ("cinco horas y diez minutos", "PT5H10M"),
            ("dos a\u{f1}os, tres horas y diez minutos", "P2YT3H10M"),
            ("media hora", "PT30M"),
            ("una hora y media", "PT1H30M"),
            ("hora y media", "PT1H30M"),
            ("dos horas y media", "PT2H30M"),
            ("un cuarto de hora", "PT15M"),
            ("tres cuartos de hora", "PT45M"),
            ("una semana", "P1W"),
            ("quince d\u{ed}as", "P15D"),
            ("un par de d\u{ed}as", "P2D"),
            ("mucho tiempo", "-"),
        ],
    );
}

#[test]
fn telephone_numbers_and_codes() {
    check(
        &SlotType::PhoneNumber,
        "es_ES",
        &[
            ("seis uno dos tres cuatro cinco seis siete ocho", "612345678"),
            (
                "m\u{e1}s treinta y cuatro seiscientos doce treinta y cuatro cincuenta y seis setenta y ocho",
                "+34612345678",
            ),
            ("nueve uno cuatro triple cinco doble cero uno", "914555001"),
            ("+34 612 345 678", "+34612345678"),
            ("ciento doce", "-"),
        ],
    );
    check(
        &filtered("[0-9]{5}"),
        "es_US",
        &[
            ("cinco cinco cuatro dos uno", "55421"),
            ("mi n\u{fa}mero es doble cinco cuatro veintiuno", "55421"),
            ("cincuenta y cinco mil cuatrocientos veintiuno", "55421"),
            ("es el 55 421", "55421"),
            ("cinco cinco cuatro", "-"),
        ],
    );
    check(
        &filtered("[A-Z]{3}[0-9]{3}"),
        "es_US",
        &[
            ("a b c uno dos tres", "ABC123"),
            ("a be ce uno dos tres", "ABC123"),
            ("a de \u{e1}rbol b de barcelona c de casa uno dos tres", "ABC123"),
            ("equis i griega zeta uno dos tres", "XYZ123"),
        ],
    );
}

#[test]
fn addresses() {
    check(
        &SlotType::EmailAddress,
        "es_ES",
        &[
            ("info arroba example punto com", "info@example.com"),
            ("mi correo es juan punto perez arroba example punto es", "juan.perez@example.es"),
            ("j gui\u{f3}n bajo doe arroba example punto com", "j_doe@example.com"),
            ("ana guion maria arroba example punto org", "ana-maria@example.org"),
            ("info@example.com", "info@example.com"),
            ("arroba example punto com", "-"),
            ("punto com", "-"),
        ],
    );
}

#[test]
fn answers_and_names() {
    check(
        &SlotType::Confirmation,
        "es_ES",
        &[
            ("s\u{ed}", "Yes"),
            ("claro que s\u{ed}", "Yes"),
            ("as\u{ed} es", "Yes"),
            ("no", "No"),
            ("no, gracias", "No"),
            ("olv\u{ed}dalo", "No"),
            ("tal vez", "Maybe"),
            ("puede ser", "Maybe"),
            ("no s\u{e9}", "Don't know"),
            ("no tengo ni idea", "Don't know"),
            ("pl\u{e1}tano", "-"),
        ],
    );
    check(
        &SlotType::Named(Named::Person),
        "es_ES",
        &[
            ("me llamo Juan P\u{e9}rez", "Juan P\u{e9}rez"),
            ("mi nombre es Mar\u{ed}a de la Cruz", "Mar\u{ed}a de la Cruz"),
            ("soy Ana", "Ana"),
            ("hola, soy Ana, gracias", "Ana"),
            ("j u a n", "juan"),
            ("no s\u{e9}", "-"),
            ("\u{bf}qu\u{e9}?", "-"),
            ("no", "-"),
        ],
    );
    check(
        &SlotType::Named(Named::City),
        "es_US",
        &[
            ("vivo en Los \u{c1}ngeles", "Los \u{c1}ngeles"),
            ("nueva york", "nueva york"),
            ("en La Paz por favor", "La Paz"),
        ],
    );
    check(&SlotType::Named(Named::Street), "es_ES", &[("Calle Mayor 12", "Calle Mayor")]);
}

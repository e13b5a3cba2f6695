//! Codes of which a part is easily lost.

use super::{SlotType, check, filtered};

#[test]
fn no_letter_is_lost() {
    let any = SlotType::AlphaNumeric { filter: None };
    check(
        &any,
        "en_US",
        &[
            ("alpha bravo seven", "AB7"),
            ("bee cee dee four", "BCD4"),
            ("AB 12 CD", "AB12CD"),
            ("double u two", "W2"),
            ("seven alpha bravo", "7AB"),
            ("a bravo seven", "AB7"),
            ("hotel seven", "-"),
            ("my ID 55421", "55421"),
            ("order 123", "123"),
            ("it is 12", "12"),
        ],
    );
    check(&any, "es_ES", &[("eme ene siete", "MN7"), ("doble ve dos", "W2"), ("el de 7", "7")]);
    check(
        &filtered("[A-Z]{2}[0-9]{4}"),
        "en_US",
        &[("ab 1234", "AB1234"), ("it's AB 1234", "AB1234"), ("it is 1234", "-"), ("for ab", "-")],
    );
}

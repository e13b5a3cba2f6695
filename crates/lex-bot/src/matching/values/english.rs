//! What is said in English.

use super::{Named, SlotType, check, filtered};

#[test]
fn numbers() {
    check(
        &SlotType::Number,
        "en_US",
        &[
            ("thirty five please", "35"),
            ("It's 3.5", "3.5"),
            ("zero", "0"),
            ("oh", "-"),
            ("double oh seven", "7"),
            ("three point one four", "3.14"),
            ("one hundred twenty three dot four five", "123.45"),
            ("point four two", "0.42"),
            ("point forty two", "0.42"),
            ("a hundred", "100"),
            ("a hundred and one", "101"),
            ("half", "0.5"),
            ("two and a half", "2.5"),
            ("two and a half million", "2500000"),
            ("1.5 million", "1500000"),
            ("three billion", "3000000000"),
            ("minus five", "-5"),
            ("negative five", "-5"),
            ("-5", "-5"),
            ("twenty one forty five", "2145"),
            ("triple five zero", "5550"),
            ("fifteen hundred", "1500"),
            ("1,234", "1234"),
            ("five dollars", "5"),
            ("about ten people", "10"),
            ("1/2", "0.5"),
            ("3 1/2", "3.5"),
            ("3/23", "-"),
            ("two or three", "-"),
            ("to for ate won", "-"),
            ("point", "-"),
            ("plus", "-"),
            ("double twenty", "-"),
            ("", "-"),
        ],
    );
}

#[test]
fn percentages_and_sums() {
    check(
        &SlotType::Percentage,
        "en_US",
        &[
            ("50 percent", "50%"),
            ("0.4 percent", "0.4%"),
            ("23.5%", "23.5%"),
            ("twenty five percent", "25%"),
            ("twenty five per cent of it", "25%"),
            ("half a percent", "-"),
            ("twenty five", "25"),
            ("percent", "-"),
        ],
    );
    check(
        &SlotType::Currency,
        "en_US",
        &[
            ("3USD", "USD 3.00"),
            ("USD300", "USD 300.00"),
            ("3 dimes", "USD 0.30"),
            ("$1.56", "USD 1.56"),
            ("5c", "USD 0.05"),
            ("1 dollar", "USD 1.00"),
            ("a dollar", "USD 1.00"),
            ("five fifteen", "USD 515.00"),
            ("five dollars fifteen cents", "USD 5.15"),
            ("five dollars fifteen", "USD 5.15"),
            ("five dollars and fifteen cents", "USD 5.15"),
            ("5 usd and 1/2", "USD 5.50"),
            ("two and a half thousand euros", "EUR 2500.00"),
            ("\u{a3}20", "GBP 20.00"),
            ("1,234.56 dollars", "USD 1234.56"),
            ("twenty pence", "GBP 0.20"),
            ("no money", "-"),
            ("dollars", "-"),
        ],
    );
    check(&SlotType::Currency, "en_GB", &[("five", "GBP 5.00"), ("fifty pence", "GBP 0.50")]);
    check(&SlotType::Currency, "en_AU", &[("five dollars", "AUD 5.00")]);
}

#[test]
fn telephone_numbers() {
    check(
        &SlotType::PhoneNumber,
        "en_US",
        &[
            ("+1 202 555 0100", "+12025550100"),
            ("two oh two five five five oh one double zero", "2025550100"),
            ("four one five triple five zero one three four", "4155550134"),
            ("plus forty four twenty seven nine four six oh nine five eight", "+44279460958"),
            ("one eight hundred five five five one two one two", "18005551212"),
            ("(509) 555-1212", "5095551212"),
            ("202.555.0134", "2025550134"),
            ("555-1212", "5551212"),
            ("my number is 202 555 0134 thanks", "2025550134"),
            ("nine one one", "-"),
            ("1234567890123456", "-"),
            ("my phone", "-"),
        ],
    );
}

#[test]
fn codes() {
    check(
        &filtered("[0-9]{5}"),
        "en_US",
        &[
            ("five five four two one", "55421"),
            ("It's 55 421, please", "55421"),
            ("uh, I think it's double five four twenty-one", "55421"),
            ("5 5 4 2", "-"),
            ("five five four two one nine", "-"),
            ("55421 or 55422", "-"),
            ("55421, yes, 55421", "55421"),
            ("I have 3 cats", "-"),
            ("a 55421", "55421"),
            ("oh", "-"),
            ("", "-"),
        ],
    );
    check(
        &filtered("[A-Z]{3}[0-9]{3}"),
        "en_US",
        &[
            ("A P Q one two three", "APQ123"),
            ("apq123", "APQ123"),
            ("it's apq one two three", "-"),
            ("a as in apple p as in peter q as in queen one two three", "APQ123"),
            ("a for alpha p for papa q for quebec one twenty three", "APQ123"),
            ("a like apple p like peter q like queen 123", "APQ123"),
            ("alpha papa quebec one two three", "APQ123"),
            ("capital a capital p capital q 123", "APQ123"),
            ("double a b one oh two", "AAB102"),
            ("a b zed one two three", "ABZ123"),
            ("apq-123", "APQ123"),
            ("apq dash one two three", "-"),
            ("a p q dash one two three", "APQ123"),
        ],
    );
    check(
        &filtered("[A-Z]{2}-[0-9]{2}"),
        "en_US",
        &[("a b dash one two", "AB-12"), ("AB-12", "AB-12"), ("a b one two", "-")],
    );
    check(&filtered("[a-z]{2}[0-9]"), "en_US", &[("X Y 1", "xy1")]);
    check(
        &SlotType::AlphaNumeric { filter: None },
        "en_US",
        &[
            ("apq 123", "123"),
            ("apq123", "APQ123"),
            ("banana", "banana"),
            ("May", "May"),
            ("will", "will"),
            ("yes", "-"),
            ("um", "-"),
            ("oh", "-"),
            ("a b c", "ABC"),
            ("a as in apple b as in boy p as in peter one two three", "ABP123"),
            ("I am a cat", "cat"),
            ("two cats and a dog", "2"),
            ("", "-"),
        ],
    );
    check(
        &SlotType::UkPostalCode,
        "en_GB",
        &[
            ("SW1A 1AA", "SW1A 1AA"),
            ("sw1a1aa", "SW1A 1AA"),
            ("s w one a one a a", "SW1A 1AA"),
            ("s w one a one double a", "SW1A 1AA"),
            ("m ninety nine one a a please", "M99 1AA"),
            ("sierra whiskey one alpha one alpha alpha", "SW1A 1AA"),
            ("it's E C 1 2 A B", "EC1 2AB"),
            ("12345", "-"),
            ("A 1", "-"),
        ],
    );
}

#[test]
fn addresses() {
    check(
        &SlotType::EmailAddress,
        "en_US",
        &[
            ("info at example dot com", "info@example.com"),
            ("info@example.com", "info@example.com"),
            ("it's info at example dot com please", "info@example.com"),
            ("my email address is info at example dot com", "info@example.com"),
            ("john dot smith at example dot com", "john.smith@example.com"),
            ("john smith at example dot com", "johnsmith@example.com"),
            ("j underscore doe at example dot co dot uk", "j_doe@example.co.uk"),
            ("j o h n at example dot org", "john@example.org"),
            ("john forty two at example dot com", "john42@example.com"),
            ("a dash b at my dash shop dot example dot com", "a-b@my-shop.example.com"),
            ("john plus news at example dot com", "john+news@example.com"),
            ("john at hot mail dot com", "john@hotmail.com"),
            ("John.Smith@Example.com", "john.smith@example.com"),
            ("double s at example dot com", "ss@example.com"),
            ("john at example", "-"),
            ("at example dot com", "-"),
            ("dot at example dot com", "-"),
            ("example dot com", "-"),
            ("look at me", "-"),
            ("a@b.com or c@d.com", "-"),
        ],
    );
}

#[test]
fn answers() {
    check(
        &SlotType::Confirmation,
        "en_US",
        &[
            ("yeah", "Yes"),
            ("I have it", "Yes"),
            ("ok", "Yes"),
            ("that's wrong", "No"),
            ("no way", "No"),
            ("forget it", "No"),
            ("I'll decline", "No"),
            ("maybe", "Maybe"),
            ("it's possible", "Maybe"),
            ("um, perhaps", "Maybe"),
            ("I might", "Maybe"),
            ("I don't know", "Don't know"),
            ("not sure about it", "Don't know"),
            ("no idea", "Don't know"),
            ("who knows", "Don't know"),
            ("banana", "-"),
            ("", "-"),
        ],
    );
}

#[test]
fn names() {
    check(
        &SlotType::Named(Named::Person),
        "en_US",
        &[
            ("John", "John"),
            ("my name is John Smith", "John Smith"),
            ("hi, this is Anil Kumar speaking", "Anil Kumar"),
            ("I'm Sophie, thanks", "Sophie"),
            ("it's Emily please", "Emily"),
            ("x i u l a n", "xiulan"),
            ("b as in boy o as in oscar b as in boy", "bob"),
            ("O'Neill", "O'Neill"),
            ("John Smith J O H N S M I T H", "John Smith"),
            ("Bob, that's b o b", "Bob"),
            ("it's spelled b o b", "bob"),
            ("the name's Bond", "Bond"),
            ("one moment please", "-"),
            ("yes it's Mary-Jane", "Mary-Jane"),
            ("I don't know", "-"),
            ("no", "-"),
            ("what do you mean", "-"),
            ("I need an agent", "-"),
            ("55421", "-"),
            ("um", "-"),
            ("", "-"),
        ],
    );
    check(
        &SlotType::Named(Named::City),
        "en_US",
        &[
            ("I live in New York", "New York"),
            ("seattle please", "seattle"),
            ("in the city of London", "London"),
            ("I want to fly to Los Angeles", "Los Angeles"),
            ("why do you ask", "-"),
        ],
    );
    check(
        &SlotType::Named(Named::Country),
        "en_US",
        &[("I'm from Germany", "Germany"), ("the United States", "United States")],
    );
    check(&SlotType::Named(Named::State), "en_US", &[("in Washington", "Washington")]);
    check(
        &SlotType::Named(Named::Street),
        "en_US",
        &[
            ("123 Main Street", "Main Street"),
            ("I live at twenty two Canberra Drive", "Canberra Drive"),
            ("5th Avenue", "5th Avenue"),
            ("fifth avenue", "fifth avenue"),
            ("12", "-"),
        ],
    );
    check(&SlotType::AsSaid, "en_US", &[("it's in New York, please", "New York"), ("um", "-")]);
    check(
        &SlotType::FreeForm,
        "en_US",
        &[("it's in New York", "it's in New York"), ("?!", "-"), ("", "-")],
    );
}

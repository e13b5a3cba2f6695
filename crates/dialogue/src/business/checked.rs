//! Names and numbers that prove a rule.

/// Most characters of a name, which callers hear in one go.
const NAME: usize = 100;

/// Whether a text can be a name: not blank, short, on one line.
pub(super) fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= NAME && !text.chars().any(char::is_control)
}

/// Whether a text is a row of ASCII letters, digits and hyphens, of which there are `most` at the most.
/// A caller can write it down, and it can be part of a key or of an address.
pub(super) fn is_code(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

/// A text of which holding one proves that it `fits`, with the error of a text that does not. What is
/// read from a record, an API or a session takes the same way in.
macro_rules! checked {
    ($(#[$meta:meta])* $name:ident, $fits:expr, $(#[$error_meta:meta])* $error:ident($message:literal)) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                let fits: fn(&str) -> bool = $fits;
                if fits(&text) { Ok(Self(text)) } else { Err($error) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(checked: $name) -> Self {
                checked.0
            }
        }

        $(#[$error_meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($message)]
        pub struct $error;
    };
}

/// `Debug` that shows nothing of a number by which a customer is known.
macro_rules! hidden {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

pub(super) use {checked, hidden};

#[cfg(test)]
mod tests {
    use crate::business::{
        AccountNumber, AppointmentNumber, DoctorId, InvoiceNumber, ParseAppointmentNumberError,
        ParseDoctorIdError, ParseInvoiceNumberError, ParseSpecialtyError, ParseTicketNumberError,
        Specialty, TicketNumber,
    };

    #[test]
    fn a_code_can_be_written_down_and_be_part_of_a_key() {
        for text in ["4", "482913", "A-12", "1234567890123"] {
            assert_eq!(text.parse::<TicketNumber>().unwrap().as_str(), text);
        }
        for text in
            ["", "48 2913", "48#13", "48/13", "４８２９１３", "48\n", "<b>", &"4".repeat(33)]
        {
            assert_eq!(text.parse::<TicketNumber>(), Err(ParseTicketNumberError), "{text:?}");
        }
    }

    #[test]
    fn the_number_of_an_appointment_can_be_said_and_keyed_in() {
        for text in ["482913", "000000"] {
            assert_eq!(text.parse::<AppointmentNumber>().unwrap().as_str(), text);
        }
        for text in ["", "4", "48291", "4829134", "A-1042", "48291a", "４８２９１３", "482913\n"]
        {
            let appointment = text.parse::<AppointmentNumber>();
            assert_eq!(appointment, Err(ParseAppointmentNumberError), "{text:?}");
        }
    }

    #[test]
    fn a_name_is_short_and_on_one_line() {
        for text in ["chen", "Dr. O'Neill", "2026/03 12", &"é".repeat(100)] {
            assert_eq!(text.parse::<DoctorId>().unwrap().as_str(), text);
            assert_eq!(text.parse::<Specialty>().unwrap().as_str(), text);
        }
        for text in ["1", "2026/03 12", &"é".repeat(32)] {
            assert_eq!(text.parse::<InvoiceNumber>().unwrap().as_str(), text);
        }
        let long = "1".repeat(33);
        assert_eq!(long.parse::<InvoiceNumber>(), Err(ParseInvoiceNumberError));
        for text in ["", " ", "a\nb", "a\u{7}", &"é".repeat(101)] {
            assert_eq!(text.parse::<DoctorId>(), Err(ParseDoctorIdError), "{text:?}");
            assert_eq!(text.parse::<Specialty>(), Err(ParseSpecialtyError), "{text:?}");
            assert_eq!(text.parse::<InvoiceNumber>(), Err(ParseInvoiceNumberError), "{text:?}");
        }
    }

    #[test]
    fn what_is_read_is_checked_as_well() {
        let number: AppointmentNumber = serde_json::from_str("\"482913\"").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"482913\"");
        let error = serde_json::from_str::<AppointmentNumber>("\"4829 13\"").unwrap_err();
        assert!(!error.to_string().contains("4829"), "{error}");
        assert!(serde_json::from_str::<TicketNumber>("\"\"").is_err());
        assert!(serde_json::from_str::<DoctorId>("\"\"").is_err());
    }

    #[test]
    fn numbers_by_which_a_customer_is_known_are_not_shown() {
        let shown = format!(
            "{:?} {:?} {:?} {:?}",
            "482913".parse::<AppointmentNumber>().unwrap(),
            "482913".parse::<TicketNumber>().unwrap(),
            "482913".parse::<InvoiceNumber>().unwrap(),
            "482913".parse::<AccountNumber>().unwrap(),
        );
        assert!(!shown.contains(|it: char| it.is_ascii_digit()), "{shown}");
    }
}

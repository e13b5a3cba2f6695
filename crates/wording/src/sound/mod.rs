//! How values sound, in each language.

mod day;
mod digits;
mod list;
mod money;
mod number;
mod phone;
mod time;

use jiff::civil::Date;

pub(crate) use number::{cardinal, number};

use crate::catalog::Form;
use crate::piece::Piece;
use crate::{Language, Value};

/// Says a value, with days as seen from `today`; `None` for what cannot be said in this form.
pub(crate) fn value(
    language: Language,
    value: &Value,
    form: Form,
    today: Date,
) -> Option<Vec<Piece>> {
    match (form, value) {
        (Form::Usual, Value::Text(text)) => Some(vec![Piece::foreign(text)]),
        (Form::Usual, Value::Name { text, spoken }) => {
            Some(vec![Piece::foreign(spoken.get(&language).unwrap_or(text))])
        }
        (Form::Spelled, Value::Name { text, .. } | Value::Text(text)) => {
            Some(digits::spelled(language, text))
        }
        (Form::Usual | Form::Spelled, Value::Digits(text)) => Some(digits::code(language, text)),
        (Form::Together, Value::Digits(text)) => Some(digits::together(language, text)),
        (Form::Usual, Value::Number(it)) => Some(number(language, *it)),
        (Form::Usual, Value::Money { minor, currency }) => {
            Some(money::money(language, *minor, *currency))
        }
        (Form::Usual, Value::Day(day)) => Some(day::day(language, *day, today)),
        (Form::Usual, Value::Date(date)) => Some(day::date(language, *date, today)),
        (Form::Usual, Value::Time(time)) => Some(time::time(language, *time)),
        (Form::Usual, Value::Moment(moment)) => {
            let mut pieces = day::date(language, moment.date(), today);
            pieces.push(Piece::words(match language {
                Language::EnUs => " at ",
                Language::EsUs => " a ",
            }));
            pieces.extend(time::time(language, moment.time()));
            Some(pieces)
        }
        (Form::Usual, Value::Phone(number)) => Some(phone::phone(language, number)),
        (Form::Usual, Value::All(values)) => {
            list::list(language, list::Joint::And, &items(language, values, today)?)
        }
        (Form::Usual, Value::Any(values)) => {
            list::list(language, list::Joint::Or, &items(language, values, today)?)
        }
        // A word is only chosen by, and the other forms are for letters and digits.
        (Form::Usual, Value::Word(_)) | (Form::Spelled | Form::Together, _) => None,
    }
}

/// The values of a list, each said.
fn items(language: Language, values: &[Value], today: Date) -> Option<Vec<Vec<Piece>>> {
    let values = values.iter().take(list::MAX_ITEMS);
    values.map(|it| value(language, it, Form::Usual, today)).collect()
}

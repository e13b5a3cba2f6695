//! Days as people say them, seen from today.

use jiff::civil::{Date, Weekday};

/// Days in which the weekday alone says which day is meant.
const WEEK: i32 = 7;

/// A day that has come: "today", "yesterday", "on Monday", "on March 2nd"; `None` when it has not.
pub(crate) fn past(day: Date, today: Date) -> Option<String> {
    match days_from(day, today) {
        0 => Some("today".to_owned()),
        1 => Some("yesterday".to_owned()),
        2..WEEK => Some(format!("on {}", weekday(day))),
        WEEK.. => Some(on_date(day, today)),
        _ => None,
    }
}

/// A day that is to come: "today", "tomorrow", "on Monday", "on March 2nd"; `None` when it is over.
pub(crate) fn future(day: Date, today: Date) -> Option<String> {
    match days_from(today, day) {
        0 => Some("today".to_owned()),
        1 => Some("tomorrow".to_owned()),
        2..WEEK => Some(format!("on {}", weekday(day))),
        WEEK.. => Some(on_date(day, today)),
        _ => None,
    }
}

/// Days from `from` to `to`; negative when `to` is earlier.
fn days_from(from: Date, to: Date) -> i32 {
    // The difference of two dates is in days unless another unit is asked for.
    (to - from).get_days()
}

fn on_date(day: Date, today: Date) -> String {
    let month = match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    // The suffix keeps a synthetic voice from reading "March two".
    let suffix = match day.day() {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    let date = format!("on {month} {}{suffix}", day.day());
    if day.year() == today.year() { date } else { format!("{date}, {}", day.year()) }
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_said_as_people_say_them() {
        // A Monday.
        let today = date(2026, 3, 2);
        for (day, before, after) in [
            (date(2026, 3, 2), Some("today"), Some("today")),
            (date(2026, 3, 1), Some("yesterday"), None),
            (date(2026, 2, 28), Some("on Saturday"), None),
            (date(2026, 2, 24), Some("on Tuesday"), None),
            (date(2026, 2, 23), Some("on February 23rd"), None),
            (date(2025, 12, 31), Some("on December 31st, 2025"), None),
            (date(2026, 3, 3), None, Some("tomorrow")),
            (date(2026, 3, 4), None, Some("on Wednesday")),
            (date(2026, 3, 8), None, Some("on Sunday")),
            (date(2026, 3, 9), None, Some("on March 9th")),
            (date(2026, 4, 11), None, Some("on April 11th")),
            (date(2027, 1, 22), None, Some("on January 22nd, 2027")),
            (Date::MIN, Some("on January 1st, -9999"), None),
            (Date::MAX, None, Some("on December 31st, 9999")),
        ] {
            assert_eq!(past(day, today).as_deref(), before, "{day}");
            assert_eq!(future(day, today).as_deref(), after, "{day}");
        }
    }
}

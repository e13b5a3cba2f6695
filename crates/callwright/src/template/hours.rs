//! Hours of operation: when a queue is staffed.

use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;

/// Hours of operation as `AWS::Connect::HoursOfOperation` defines them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Name.
    pub name: String,
    /// The time zone they are kept in.
    pub time_zone: TimeZone,
    /// The open spans of each day.
    pub spans: Vec<Span>,
}

/// One open span of a weekday, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The day it begins.
    pub day: Weekday,
    /// When it begins.
    pub from: Time,
    /// When it ends; at or before `from` means that it ends on the next day.
    pub to: Time,
}

impl Hours {
    /// Whether the hours include a moment. Times are local, so a change of the clocks is obeyed.
    pub fn is_open(&self, at: Timestamp) -> bool {
        let local = at.to_zoned(self.time_zone.clone());
        let (day, time) = (local.weekday(), local.time());
        self.spans.iter().any(|span| {
            let overnight = span.to <= span.from;
            let begun = day == span.day && time >= span.from && (overnight || time < span.to);
            let lasting = overnight && day == span.day.next() && time < span.to;
            begun || lasting
        })
    }
}

/// The weekday that Connect writes as `MONDAY`.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    let days = [
        ("MONDAY", Weekday::Monday),
        ("TUESDAY", Weekday::Tuesday),
        ("WEDNESDAY", Weekday::Wednesday),
        ("THURSDAY", Weekday::Thursday),
        ("FRIDAY", Weekday::Friday),
        ("SATURDAY", Weekday::Saturday),
        ("SUNDAY", Weekday::Sunday),
    ];
    days.iter().find(|(it, _)| *it == name).map(|(_, day)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    fn hours(from: Time, to: Time) -> Hours {
        Hours {
            name: "Business".to_owned(),
            time_zone: TimeZone::get("America/New_York").unwrap(),
            spans: vec![Span { day: Weekday::Monday, from, to }],
        }
    }

    #[test]
    fn open_from_the_first_minute_to_the_last_in_local_time() {
        let hours = hours(time(9, 0, 0, 0), time(17, 0, 0, 0));
        for (at, open) in [
            ("2026-03-02T13:59:59Z", false),
            ("2026-03-02T14:00:00Z", true),
            ("2026-03-02T21:59:59Z", true),
            ("2026-03-02T22:00:00Z", false),
            // Tuesday.
            ("2026-03-03T15:00:00Z", false),
            // Daylight saving time begins on March 8: nine o'clock is one hour earlier in UTC.
            ("2026-03-09T13:00:00Z", true),
        ] {
            assert_eq!(hours.is_open(at.parse().unwrap()), open, "{at}");
        }
    }

    #[test]
    fn a_span_may_last_the_whole_day_or_into_the_next() {
        let all_day = hours(Time::midnight(), Time::midnight());
        assert!(all_day.is_open("2026-03-02T05:00:00Z".parse().unwrap()));
        assert!(all_day.is_open("2026-03-03T04:59:59Z".parse().unwrap()));
        assert!(!all_day.is_open("2026-03-03T05:00:00Z".parse().unwrap()));
        let night = hours(time(22, 0, 0, 0), time(6, 0, 0, 0));
        assert!(night.is_open("2026-03-03T10:59:00Z".parse().unwrap()));
        assert!(!night.is_open("2026-03-03T11:00:00Z".parse().unwrap()));
        assert!(!night.is_open("2026-03-02T10:00:00Z".parse().unwrap()));
    }
}

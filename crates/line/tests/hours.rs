//! When lines are open, on ordinary days and on those that are not.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use expect_test::{Expect, expect};
use jiff::Zoned;
use line::Line;

fn line(zone: &str, hours: &str) -> Line {
    let text = format!(
        r#"
        name = "Northwind Outfitters"
        numbers = ["+12025550100"]
        time-zone = "{zone}"
        languages = [{{ language = "en-US", voice = "Joanna" }}]
        scenarios = []
        queues = [{{ name = "support" }}]
        [hours]
        {hours}
        "#
    );
    Line::from_toml(&text, "northwind", |_| true).unwrap()
}

/// Says of each instant whether the line is open then and when it opens next.
fn told(line: &Line, instants: &[&str], told: &Expect) {
    let mut text = String::new();
    for instant in instants {
        let at: Zoned = instant.parse().unwrap();
        let open = if line.is_open(&at) { "open  " } else { "closed" };
        let next = line
            .opens_next(&at)
            .map_or("never".to_owned(), |it| it.strftime("%a %Y-%m-%d %H:%M%:z").to_string());
        writeln!(text, "{} {open} {next}", at.strftime("%a %Y-%m-%d %H:%M%:z")).unwrap();
    }
    told.assert_eq(&text);
}

const WEEK: &str = r#"
    monday = ["09:00-12:30", "13:30-17:00"]
    friday = ["18:00-24:00"]
    saturday = ["00:00-02:00", "10:00-14:00"]
    [[hours.holidays]]
    date = 2026-03-09
    name = "Founders' day"
    [[hours.holidays]]
    date = 2026-03-11
    name = "Inventory"
    hours = ["10:00-11:00"]
"#;

#[test]
fn an_opening_begins_on_its_minute_and_ends_before_its_last() {
    told(
        &line("America/New_York", WEEK),
        &[
            "2026-03-02T08:59:59-05:00[America/New_York]",
            "2026-03-02T09:00:00-05:00[America/New_York]",
            "2026-03-02T12:29:59-05:00[America/New_York]",
            "2026-03-02T12:30:00-05:00[America/New_York]",
            "2026-03-02T16:59:59-05:00[America/New_York]",
            "2026-03-02T17:00:00-05:00[America/New_York]",
        ],
        &expect![[r#"
            Mon 2026-03-02 08:59-05:00 closed Mon 2026-03-02 09:00-05:00
            Mon 2026-03-02 09:00-05:00 open   Mon 2026-03-02 13:30-05:00
            Mon 2026-03-02 12:29-05:00 open   Mon 2026-03-02 13:30-05:00
            Mon 2026-03-02 12:30-05:00 closed Mon 2026-03-02 13:30-05:00
            Mon 2026-03-02 16:59-05:00 open   Fri 2026-03-06 18:00-05:00
            Mon 2026-03-02 17:00-05:00 closed Fri 2026-03-06 18:00-05:00
        "#]],
    );
}

#[test]
fn a_night_shift_goes_on_at_midnight() {
    told(
        &line("America/New_York", WEEK),
        &[
            "2026-03-06T23:59:59-05:00[America/New_York]",
            "2026-03-07T00:00:00-05:00[America/New_York]",
            "2026-03-07T01:59:59-05:00[America/New_York]",
            "2026-03-07T02:00:00-05:00[America/New_York]",
        ],
        &expect![[r#"
            Fri 2026-03-06 23:59-05:00 open   Sat 2026-03-07 10:00-05:00
            Sat 2026-03-07 00:00-05:00 open   Sat 2026-03-07 10:00-05:00
            Sat 2026-03-07 01:59-05:00 open   Sat 2026-03-07 10:00-05:00
            Sat 2026-03-07 02:00-05:00 closed Sat 2026-03-07 10:00-05:00
        "#]],
    );
}

#[test]
fn a_holiday_has_its_own_hours_or_none() {
    told(
        &line("America/New_York", WEEK),
        &[
            "2026-03-09T10:00:00-04:00[America/New_York]",
            "2026-03-11T10:00:00-04:00[America/New_York]",
            "2026-03-11T11:00:00-04:00[America/New_York]",
        ],
        &expect![[r#"
            Mon 2026-03-09 10:00-04:00 closed Wed 2026-03-11 10:00-04:00
            Wed 2026-03-11 10:00-04:00 open   Fri 2026-03-13 18:00-04:00
            Wed 2026-03-11 11:00-04:00 closed Fri 2026-03-13 18:00-04:00
        "#]],
    );
}

#[test]
fn the_line_s_clock_counts_whatever_the_caller_s_is() {
    told(
        &line("America/New_York", WEEK),
        &["2026-03-02T14:00:00+00:00[UTC]", "2026-03-02T23:00:00+09:00[Asia/Tokyo]"],
        &expect![[r#"
            Mon 2026-03-02 14:00+00:00 open   Mon 2026-03-02 13:30-05:00
            Mon 2026-03-02 23:00+09:00 open   Mon 2026-03-02 13:30-05:00
        "#]],
    );
}

#[test]
fn an_opening_that_the_clocks_skip_into_begins_when_they_have() {
    // On March 8th, 2026, New York goes from 02:00 to 03:00.
    told(
        &line("America/New_York", "sunday = [\"02:30-05:00\"]"),
        &[
            "2026-03-08T01:59:59-05:00[America/New_York]",
            "2026-03-08T03:00:00-04:00[America/New_York]",
            "2026-03-08T05:00:00-04:00[America/New_York]",
        ],
        &expect![[r#"
            Sun 2026-03-08 01:59-05:00 closed Sun 2026-03-08 03:00-04:00
            Sun 2026-03-08 03:00-04:00 open   Sun 2026-03-15 02:30-04:00
            Sun 2026-03-08 05:00-04:00 closed Sun 2026-03-15 02:30-04:00
        "#]],
    );
}

#[test]
fn an_opening_that_the_clocks_skip_is_none() {
    told(
        &line("America/New_York", "sunday = [\"02:15-02:45\"]"),
        &[
            "2026-03-08T01:59:59-05:00[America/New_York]",
            "2026-03-08T03:00:00-04:00[America/New_York]",
        ],
        &expect![[r#"
            Sun 2026-03-08 01:59-05:00 closed Sun 2026-03-15 02:15-04:00
            Sun 2026-03-08 03:00-04:00 closed Sun 2026-03-15 02:15-04:00
        "#]],
    );
}

#[test]
fn an_opening_is_not_closed_by_clocks_that_go_back() {
    // On November 1st, 2026, New York goes from 02:00 back to 01:00.
    told(
        &line("America/New_York", "sunday = [\"01:30-03:00\"]"),
        &[
            "2026-11-01T01:29:59-04:00[America/New_York]",
            "2026-11-01T01:30:00-04:00[America/New_York]",
            "2026-11-01T01:00:00-05:00[America/New_York]",
            "2026-11-01T01:30:00-05:00[America/New_York]",
            "2026-11-01T03:00:00-05:00[America/New_York]",
        ],
        &expect![[r#"
            Sun 2026-11-01 01:29-04:00 closed Sun 2026-11-01 01:30-04:00
            Sun 2026-11-01 01:30-04:00 open   Sun 2026-11-08 01:30-05:00
            Sun 2026-11-01 01:00-05:00 open   Sun 2026-11-08 01:30-05:00
            Sun 2026-11-01 01:30-05:00 open   Sun 2026-11-08 01:30-05:00
            Sun 2026-11-01 03:00-05:00 closed Sun 2026-11-08 01:30-05:00
        "#]],
    );
}

#[test]
fn a_closing_time_that_comes_twice_closes_the_second_time() {
    told(
        &line("America/New_York", "sunday = [\"00:30-01:30\"]"),
        &[
            "2026-11-01T01:30:00-04:00[America/New_York]",
            "2026-11-01T01:29:59-05:00[America/New_York]",
            "2026-11-01T01:30:00-05:00[America/New_York]",
        ],
        &expect![[r#"
            Sun 2026-11-01 01:30-04:00 open   Sun 2026-11-08 00:30-05:00
            Sun 2026-11-01 01:29-05:00 open   Sun 2026-11-08 00:30-05:00
            Sun 2026-11-01 01:30-05:00 closed Sun 2026-11-08 00:30-05:00
        "#]],
    );
}

#[test]
fn a_day_whose_midnight_is_skipped_begins_when_the_clocks_have() {
    // On March 8th, 2026, Havana goes from 00:00 to 01:00; on November 1st back from 01:00 to 00:00.
    let always = "saturday = [\"00:00-24:00\"]\nsunday = [\"00:00-24:00\"]";
    told(
        &line("America/Havana", always),
        &[
            "2026-03-07T23:59:59-05:00[America/Havana]",
            "2026-03-08T01:00:00-04:00[America/Havana]",
            "2026-11-01T00:30:00-04:00[America/Havana]",
            "2026-11-01T00:30:00-05:00[America/Havana]",
            "2026-11-02T00:00:00-05:00[America/Havana]",
        ],
        &expect![[r#"
            Sat 2026-03-07 23:59-05:00 open   Sat 2026-03-14 00:00-04:00
            Sun 2026-03-08 01:00-04:00 open   Sat 2026-03-14 00:00-04:00
            Sun 2026-11-01 00:30-04:00 open   Sat 2026-11-07 00:00-05:00
            Sun 2026-11-01 00:30-05:00 open   Sat 2026-11-07 00:00-05:00
            Mon 2026-11-02 00:00-05:00 closed Sat 2026-11-07 00:00-05:00
        "#]],
    );
}

#[test]
fn a_line_that_is_never_open_never_opens() {
    told(
        &line("America/New_York", "monday = []"),
        &["2026-03-02T10:00:00-05:00[America/New_York]"],
        &expect![[r#"
            Mon 2026-03-02 10:00-05:00 closed never
        "#]],
    );
}

#[test]
fn the_ends_of_the_calendar_are_no_panic() {
    let line = line("America/New_York", WEEK);
    for at in [jiff::Timestamp::MIN, jiff::Timestamp::MAX] {
        let at = at.to_zoned(jiff::tz::TimeZone::UTC);
        assert!(!line.is_open(&at));
        let _ = line.opens_next(&at);
    }
}

proptest::proptest! {
    #[test]
    fn a_line_is_open_when_it_opens_and_was_not_just_before(seconds in 1_700_000_000_i64..1_900_000_000) {
        let zones = ["America/New_York", "America/Havana", "Europe/Berlin", "Australia/Lord_Howe"];
        for zone in zones {
            let hours = WEEK.replace("monday", "sunday");
            let line = line(zone, &hours);
            let at = jiff::Timestamp::from_second(seconds).unwrap().to_zoned(line.zone());
            let next = line.opens_next(&at).unwrap();
            proptest::prop_assert!(next > at);
            proptest::prop_assert!(line.is_open(&next), "{next}");
            let before = &next - jiff::SignedDuration::from_nanos(1);
            proptest::prop_assert!(!line.is_open(&before), "{next}");
        }
    }
}

//! Where Connect puts recordings.

use jiff::Timestamp;

/// Key of the recording of a contact's automated part: `<prefix>/ivr/2026/03/02/<contact
/// id>_20260302T09:00_UTC.wav`.
///
/// Source: Amazon Connect Administrator Guide, "Where IVR recordings are stored".
pub fn recording_key(prefix: &str, contact_id: &str, started: Timestamp) -> String {
    let (day, minute) = (started.strftime("%Y/%m/%d"), started.strftime("%Y%m%dT%H:%M"));
    format!("{}/ivr/{day}/{contact_id}_{minute}_UTC.wav", prefix.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_day_and_the_minute_in_utc() {
        let started = "2026-03-02T23:59:59-05:00".parse().unwrap();
        assert_eq!(
            recording_key("connect/northwind/CallRecordings/", "c-1", started),
            "connect/northwind/CallRecordings/ivr/2026/03/03/c-1_20260303T04:59_UTC.wav"
        );
    }
}

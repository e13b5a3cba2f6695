//! The names of objects and jobs. They carry the contact id, so that every event leads back to it.

use store::ContactId;

/// What the name of a transcription job begins with; the account may have others.
const JOB_PREFIX: &str = "voicemail-";

/// The contact of an IVR recording; `None` when the key is not one's.
///
/// Connect writes `<prefix>/ivr/<year>/<month>/<day>/<contact id>_<time>_UTC.wav`. The time holds a
/// colon, which some keys have as `%3A`; that is part of the object's name and is left alone.
/// Recordings of agents lie under other folders.
pub(crate) fn contact_of_recording(key: &str) -> Option<ContactId> {
    let mut parts = key.rsplit('/');
    let name = parts.next()?.strip_suffix(".wav")?;
    let is_date_part = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let dated = parts.by_ref().take(3).filter(|it| is_date_part(it)).count() == 3;
    if !dated || parts.next()? != "ivr" {
        return None;
    }
    name.split_once('_')?.0.parse().ok()
}

/// The name of a contact's transcription job. The same contact has the same job, so that starting
/// it twice is refused by Transcribe.
pub(crate) fn job(contact_id: &ContactId) -> String {
    format!("{JOB_PREFIX}{contact_id}")
}

/// The contact of a transcription job; `None` when the job is none of ours.
pub(crate) fn contact_of_job(name: &str) -> Option<ContactId> {
    name.strip_prefix(JOB_PREFIX)?.parse().ok()
}

/// Where Transcribe writes its result, which is not redacted. It is deleted once it has been read.
pub(crate) fn job_output(contact_id: &ContactId) -> String {
    format!("transcription-jobs/{contact_id}.json")
}

/// For how many days the bucket keeps transcripts: a shelf each, with a rule of the bucket's lifecycle in
/// `infra/template.yaml`.
const SHELVES: [u32; 6] = [1, 7, 30, 90, 365, 730];

/// Where the redacted transcript of a message is kept that is kept for some days, two years when nobody
/// says otherwise: on the longest shelf that is no longer than that, since a bucket knows no lines.
pub(crate) fn transcript(contact_id: &ContactId, keep_days: Option<u32>) -> String {
    let [shortest, .., longest] = SHELVES;
    let keep_days = keep_days.unwrap_or(longest);
    let shelf = SHELVES.into_iter().rfind(|it| *it <= keep_days).unwrap_or(shortest);
    format!("transcripts/{shelf}/{contact_id}.txt")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0a1b2c3d-0000-4000-8000-000000000001";

    #[test]
    fn an_ivr_recording_leads_to_its_contact() {
        for key in [
            format!("connect/acme/CallRecordings/ivr/2026/03/02/{ID}_20260302T17:00_UTC.wav"),
            format!("connect/acme/CallRecordings/ivr/2026/03/02/{ID}_20260302T17%3A00_UTC.wav"),
            format!("ivr/2026/03/02/{ID}_20260302T17:00_UTC.wav"),
        ] {
            assert_eq!(contact_of_recording(&key).unwrap().as_str(), ID, "{key}");
        }
    }

    #[test]
    fn nothing_else_is_an_ivr_recording() {
        for key in [
            String::new(),
            "ivr".to_owned(),
            format!("connect/acme/CallRecordings/2026/03/02/{ID}_20260302T17:00_UTC.wav"),
            format!("connect/acme/CallRecordings/ivr/2026/03/02/{ID}_20260302T17:00_UTC.json"),
            format!("connect/acme/CallRecordings/ivr/2026/03/{ID}_20260302T17:00_UTC.wav"),
            format!("connect/acme/CallRecordings/ivr/2026/03/xx/{ID}_20260302T17:00_UTC.wav"),
            format!("connect/acme/CallRecordings/ivr/2026/03/02/{ID}.wav"),
            "connect/acme/CallRecordings/ivr/2026/03/02/_20260302T17:00_UTC.wav".to_owned(),
            "connect/acme/CallRecordings/ivr/2026/03/02/a#b_20260302T17:00_UTC.wav".to_owned(),
            format!("transcripts/730/{ID}.txt"),
        ] {
            assert_eq!(contact_of_recording(&key), None, "{key}");
        }
    }

    #[test]
    fn a_job_leads_to_its_contact() {
        let id: ContactId = ID.parse().unwrap();
        assert_eq!(contact_of_job(&job(&id)), Some(id));
        for name in ["", "voicemail-", "another-job", "voicemail-a_b"] {
            assert_eq!(contact_of_job(name), None, "{name}");
        }
    }

    #[test]
    fn a_transcript_is_kept_no_longer_than_its_line_says() {
        let id: ContactId = "c-1".parse().unwrap();
        for (days, shelf) in [
            (None, 730),
            (Some(3650), 730),
            (Some(730), 730),
            (Some(729), 365),
            (Some(45), 30),
            (Some(7), 7),
            (Some(1), 1),
        ] {
            assert_eq!(transcript(&id, days), format!("transcripts/{shelf}/c-1.txt"), "{days:?}");
        }
    }

    #[test]
    fn the_bucket_has_a_rule_for_every_shelf() {
        let template = include_str!("../../../infra/template.yaml");
        let words = template.split_whitespace().collect::<Vec<_>>().join(" ");
        for shelf in SHELVES {
            let rule = format!("Prefix: transcripts/{shelf}/ ExpirationInDays: {shelf} ");
            assert!(words.contains(&rule), "{rule}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_key_is_read_without_a_panic(key in ".*", tail in "[a-z0-9/_.:%é]*") {
            contact_of_recording(&key);
            contact_of_recording(&format!("ivr/2026/03/02/{tail}.wav"));
            contact_of_job(&format!("voicemail-{key}"));
        }
    }
}

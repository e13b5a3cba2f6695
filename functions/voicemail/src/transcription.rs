//! What Amazon Transcribe writes.

use serde::Deserialize;

/// Most bytes of a result that are read. Two minutes of speech make some 100 KB.
pub(crate) const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// The words in a job's result; empty when none were recognised.
///
/// Source: Amazon Transcribe Developer Guide, "Data input and output", example output.
///
/// # Errors
///
/// [`UnreadableResult`] when it is not what Transcribe writes. Nothing of it is shown.
pub(crate) fn words(result: &[u8]) -> Result<String, UnreadableResult> {
    let output: Output = serde_json::from_slice(result).or(Err(UnreadableResult))?;
    let transcript = output.results.transcripts.into_iter().next();
    Ok(transcript.map(|it| it.transcript.trim().to_owned()).unwrap_or_default())
}

/// The result is not what Transcribe writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the result of the transcription job has no `results.transcripts`")]
pub(crate) struct UnreadableResult;

#[derive(Deserialize)]
struct Output {
    results: Results,
}

#[derive(Deserialize)]
struct Results {
    transcripts: Vec<Transcript>,
}

#[derive(Deserialize)]
struct Transcript {
    transcript: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_read_whatever_else_there_is() {
        let result = br#"{"jobName":"j","accountId":"000000000000","status":"COMPLETED",
            "results":{"transcripts":[{"transcript":" Please call me back. "}],"items":[{}]}}"#;
        assert_eq!(words(result).unwrap(), "Please call me back.");
    }

    #[test]
    fn silence_has_no_words() {
        for result in [
            r#"{"results":{"transcripts":[{"transcript":""}],"items":[]}}"#,
            r#"{"results":{"transcripts":[]}}"#,
        ] {
            assert_eq!(words(result.as_bytes()).unwrap(), "");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for result in ["", "{}", "[]", r#"{"results":{"transcripts":"4111111111111111"}}"#, "\u{0}"]
        {
            assert_eq!(words(result.as_bytes()), Err(UnreadableResult), "{result}");
        }
    }
}

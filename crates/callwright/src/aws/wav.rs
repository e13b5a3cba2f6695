//! Recordings as Connect makes them: 8 kHz, 16 bit, stereo WAV.
//!
//! The automated part and the caller are on the left channel, the agent on the right, which is
//! silent while no agent is there. Speech is not synthesized: the line is a hum and the caller a
//! rustle, both in the rhythm of syllables, so that a recording has the length and the shape of the
//! call it stands for.
//!
//! Source: Amazon Connect Administrator Guide, "Set up recording behavior".

use std::time::Duration;

use crate::ids::Ids;

/// Samples a second.
const RATE: u32 = 8_000;

/// Channels: the caller's side and the agent's.
const CHANNELS: u16 = 2;

/// Bytes of one sample of one channel.
const SAMPLE_BYTES: u16 = 2;

/// Loudest sample of anything, of 32,767.
const LOUDNESS: i32 = 8_000;

/// Syllables a second. Source: English is spoken with four to five.
const SYLLABLES: u32 = 4;

/// A part of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// The line speaks.
    Line(Duration),
    /// The caller speaks.
    Caller(Duration),
    /// A tone, such as the one that invites a message.
    Beep(Duration),
    /// Nobody speaks.
    Quiet(Duration),
}

/// Writes the WAV file of a recording. The same stretches give the same bytes.
pub fn write(stretches: &[Stretch]) -> Vec<u8> {
    let mut frames: Vec<u8> = Vec::new();
    let ids = Ids::of("recording");
    let mut rustle = 0_i32;
    for stretch in stretches {
        let duration = match stretch {
            Stretch::Line(it) | Stretch::Caller(it) | Stretch::Beep(it) | Stretch::Quiet(it) => it,
        };
        for at in 0..samples(*duration) {
            let sample = match stretch {
                Stretch::Line(_) => shaped(triangle(at, 180), at),
                Stretch::Caller(_) => {
                    // A low-pass filter turns white noise into something like breath.
                    rustle += (noise(&ids) - rustle) / 4;
                    shaped(rustle, at)
                }
                Stretch::Beep(_) => triangle(at, 1_000),
                Stretch::Quiet(_) => 0,
            };
            let left = i16::try_from(sample).unwrap_or_default();
            frames.extend(left.to_le_bytes());
            frames.extend(0_i16.to_le_bytes());
        }
    }
    let mut file = header(frames.len());
    file.append(&mut frames);
    file
}

/// The 44 bytes before the samples.
///
/// Source: "Multimedia Programming Interface and Data Specifications 1.0", RIFF WAVE.
fn header(data_bytes: usize) -> Vec<u8> {
    // A recording over 4 GB is a day and a half long; its header would say that it never ends.
    let data_bytes = u32::try_from(data_bytes).unwrap_or(u32::MAX);
    let frame_bytes = CHANNELS * SAMPLE_BYTES;
    let mut header = Vec::new();
    header.extend(b"RIFF");
    header.extend(data_bytes.saturating_add(36).to_le_bytes());
    header.extend(b"WAVEfmt ");
    header.extend(16_u32.to_le_bytes());
    header.extend(1_u16.to_le_bytes());
    header.extend(CHANNELS.to_le_bytes());
    header.extend(RATE.to_le_bytes());
    header.extend((RATE * u32::from(frame_bytes)).to_le_bytes());
    header.extend(frame_bytes.to_le_bytes());
    header.extend((SAMPLE_BYTES * 8).to_le_bytes());
    header.extend(b"data");
    header.extend(data_bytes.to_le_bytes());
    header
}

fn samples(duration: Duration) -> u32 {
    let samples = duration.as_millis() * u128::from(RATE) / 1_000;
    u32::try_from(samples).unwrap_or(u32::MAX)
}

/// A triangle wave of some hertz, which needs no sine and no floating point.
fn triangle(at: u32, hertz: u32) -> i32 {
    let phase = i32::try_from((u64::from(at) * u64::from(hertz)) % u64::from(RATE)).unwrap_or(0);
    let (rate, half) = (i32::try_from(RATE).unwrap_or(1), i32::try_from(RATE / 2).unwrap_or(1));
    let height = if phase < half { phase } else { rate - phase };
    height * 2 * LOUDNESS / half - LOUDNESS
}

/// White noise.
fn noise(ids: &Ids) -> i32 {
    let bits = ids.bits() % u64::try_from(2 * LOUDNESS).unwrap_or(1);
    i32::try_from(bits).unwrap_or_default() - LOUDNESS
}

/// Swells and fades with the syllables.
fn shaped(sample: i32, at: u32) -> i32 {
    let envelope = triangle(at, SYLLABLES) + LOUDNESS;
    sample * (envelope / 16) / (LOUDNESS / 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn other_programs_can_read_it() {
        let stretches = [
            Stretch::Line(SECOND),
            Stretch::Beep(SECOND / 2),
            Stretch::Caller(SECOND * 2),
            Stretch::Quiet(SECOND),
        ];
        let file = write(&stretches);
        assert_eq!(file, write(&stretches));
        let mut reader = hound::WavReader::new(file.as_slice()).unwrap();
        let spec = reader.spec();
        assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (2, 8_000, 16));
        assert_eq!(reader.duration(), 8_000 * 9 / 2);
        let samples: Vec<i16> = reader.samples().map(Result::unwrap).collect();
        let loudest = |from: usize, to: usize| {
            let frames = samples.chunks(2).skip(from * 4_000).take((to - from) * 4_000);
            frames.map(|it| it[0].unsigned_abs()).max().unwrap()
        };
        assert!(loudest(0, 2) > 4_000, "the line hums");
        assert!(loudest(2, 3) > 7_000, "a beep");
        assert!(loudest(3, 7) > 1_000, "the caller rustles");
        assert_eq!(loudest(7, 9), 0, "quiet");
        assert!(samples.chunks(2).all(|it| it[1] == 0), "no agent");
    }

    #[test]
    fn a_recording_of_nothing_is_a_file_all_the_same() {
        let file = write(&[]);
        assert_eq!(hound::WavReader::new(file.as_slice()).unwrap().duration(), 0);
    }
}

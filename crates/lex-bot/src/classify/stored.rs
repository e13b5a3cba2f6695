//! A classifier as bytes, so that a program can carry one that was trained when it was built.

use language::Language;

use super::Classifier;
use super::calibrate::Curve;
use super::model::Model;
use super::vocabulary::Vocabulary;

/// What the bytes begin with: a name, and the version of the format.
const HEAD: &[u8] = b"callwright classifier 1\n";

/// The bytes are no classifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no classifier that this version has stored")]
pub struct ReadClassifierError;

impl Classifier {
    /// The classifier as bytes, which [`Classifier::from_bytes`] reads. They are the same on every
    /// machine.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer(HEAD.to_vec());
        writer.byte(match self.language {
            Language::English => 0,
            Language::Spanish => 1,
            Language::Other => 2,
        });
        writer.number(self.intents);
        self.curve.write(&mut writer);
        self.vocabulary.write(&mut writer);
        self.model.write(&mut writer);
        writer.0
    }

    /// Reads what [`Classifier::to_bytes`] wrote.
    ///
    /// # Errors
    ///
    /// [`ReadClassifierError`] when it is something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadClassifierError> {
        let mut reader = Reader(bytes.strip_prefix(HEAD).ok_or(ReadClassifierError)?);
        let language = match reader.byte()? {
            0 => Language::English,
            1 => Language::Spanish,
            2 => Language::Other,
            _ => return Err(ReadClassifierError),
        };
        let intents = reader.number()?;
        let curve = Curve::read(&mut reader)?;
        let vocabulary = Vocabulary::read(&mut reader)?;
        let model = Model::read(&mut reader, vocabulary.len())?;
        let fits = reader.0.is_empty() && intents <= model.classes();
        let classifier = Self { language, intents, vocabulary, model, curve };
        if fits { Ok(classifier) } else { Err(ReadClassifierError) }
    }
}

/// Bytes that are written, the lowest of a number first.
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn bytes(&mut self, bytes: impl IntoIterator<Item = u8>) {
        self.0.extend(bytes);
    }

    /// A count. Models are limited to sizes far below what four bytes hold.
    pub(super) fn number(&mut self, number: usize) {
        self.bytes(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
    }

    pub(super) fn hash(&mut self, hash: u64) {
        self.bytes(hash.to_le_bytes());
    }

    pub(super) fn real(&mut self, real: f32) {
        self.bytes(real.to_le_bytes());
    }

    pub(super) fn long_real(&mut self, real: f64) {
        self.bytes(real.to_le_bytes());
    }
}

/// Bytes that are left to read.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.0.len()
    }

    pub(super) fn bytes(&mut self, count: usize) -> Result<&'a [u8], ReadClassifierError> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or(ReadClassifierError)?;
        self.0 = rest;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ReadClassifierError> {
        self.bytes(N)?.try_into().map_err(|_wrong| ReadClassifierError)
    }

    pub(super) fn byte(&mut self) -> Result<u8, ReadClassifierError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(super) fn number(&mut self) -> Result<usize, ReadClassifierError> {
        let number = u32::from_le_bytes(self.array()?);
        usize::try_from(number).map_err(|_wrong| ReadClassifierError)
    }

    pub(super) fn hash(&mut self) -> Result<u64, ReadClassifierError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A number that is one.
    pub(super) fn real(&mut self) -> Result<f32, ReadClassifierError> {
        let real = f32::from_le_bytes(self.array()?);
        if real.is_finite() { Ok(real) } else { Err(ReadClassifierError) }
    }

    /// The same with twice the digits.
    pub(super) fn long_real(&mut self) -> Result<f64, ReadClassifierError> {
        let real = f64::from_le_bytes(self.array()?);
        if real.is_finite() { Ok(real) } else { Err(ReadClassifierError) }
    }
}

#[cfg(test)]
mod tests {
    use language::Language::{English, Spanish};
    use proptest::prelude::*;

    use super::super::Example;
    use super::*;

    fn trained() -> Classifier {
        let samples = ["rastrear mi pedido", "d\u{f3}nde est\u{e1} mi pedido"];
        let other = ["hablar con un agente", "una persona por favor"];
        let samples = samples.map(|it| Example::new(it, 0, Spanish));
        let other = other.map(|it| Example::new(it, 1, Spanish));
        let outside = Example::out_of_scope("cu\u{e9}ntame un chiste", Spanish);
        let examples: Vec<Example> = samples.into_iter().chain(other).chain([outside]).collect();
        Classifier::train(Spanish, 2, &examples)
    }

    #[test]
    fn what_is_stored_guesses_the_same() {
        let trained = trained();
        let bytes = trained.to_bytes();
        let read = Classifier::from_bytes(&bytes).unwrap();
        for said in ["mi pedido", "un agente por favor", "chiste", "quiero una persona", "", "zzz"]
        {
            assert_eq!(read.guess(said), trained.guess(said), "{said:?}");
        }
        assert_eq!(read.to_bytes(), bytes);
        let nothing = Classifier::train(English, 0, &[]);
        assert_eq!(Classifier::from_bytes(&nothing.to_bytes()).unwrap().guess("hello"), []);
    }

    #[test]
    fn other_bytes_are_refused() {
        let bytes = trained().to_bytes();
        for wrong in [&[][..], b"callwright", &bytes[1..], &bytes[..bytes.len() - 1]] {
            assert_eq!(Classifier::from_bytes(wrong).err(), Some(ReadClassifierError));
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(Classifier::from_bytes(&longer).err(), Some(ReadClassifierError));
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_refused_or_guess(at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
            let mut bytes = trained().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = Classifier::from_bytes(&bytes[..cut.index(bytes.len())]);
            if let Ok(classifier) = Classifier::from_bytes(&bytes) {
                let _guesses = classifier.guess("d\u{f3}nde est\u{e1} mi pedido");
            }
        }
    }
}

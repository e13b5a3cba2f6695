//! The business's records: orders, appointments, bills, tickets, accounts, articles.
//!
//! [`perform`] does what the dialogue asks of them, by a [`Directory`]. There are two: [`Records`] in
//! the table of the deployment, and the business's own [`Api`]; a line says which. It decides nothing
//! about calls, and reads no clock but the one that measures how long an answer takes.
//!
//! ## Once
//!
//! Every change is made once, however often it is asked for: see [`Directory`].
//!
//! ## Codes
//!
//! A request without an answer is one line of the log at level ERROR, with the contact, the line, the
//! request and one of these codes. The caller is told that the records are out of reach, and offered a
//! person.
//!
//! | code | what to do |
//! |---|---|
//! | `directory.late` | See the latency of the table or the API; the caller waited as long as they could. |
//! | `directory.read-failed`, `directory.write-failed` | See whether the table exists, is reachable and may be used. |
//! | `directory.contested` | Others kept writing the same record. Look for a record that everybody writes. |
//! | `directory.record-malformed` | Mend the record; `RECORDS.md` says how it looks. |
//! | `directory.record-unencodable` | A value does not fit into an item; look for what is longer than 400 KB. |
//! | `directory.card-number-stored` | Replace the card number by a token at once, and see who wrote it. |
//! | `directory.operation-reused` | A call made two changes under one number; its turns ran at the same time. |
//! | `directory.payment-link-unset` | Set `PAYMENT_LINK`, or take `link` from the line's payment methods. |
//! | `directory.payment-link-unguarded` | Set `PIN_PEPPER_SECRET_ARN`, or take `link` from the line's payment methods. |
//! | `directory.pepper-unavailable` | See whether the secret `PIN_PEPPER_SECRET_ARN` exists, may be read and has 16 characters or more, none a space. No PIN is checked meanwhile. |
//! | `directory.api-unset` | Set `DIRECTORY_URL` and `DIRECTORY_SECRET_ARN`, or keep the line's records in the table. |
//! | `directory.api-secret-unavailable` | See whether the secret `DIRECTORY_SECRET_ARN` exists, may be read and is `bearer:…` or `hmac:…`. The API is not asked meanwhile. |
//! | `directory.api-unreachable`, `directory.api-broke-off` | See whether the API runs and its certificate is good. |
//! | `directory.api-status` | See the API's log. 401 and 403 are about the secret, which an environment of the function keeps as long as it lives. |
//! | `directory.api-resting` | The API failed five times in a row and is left alone for 15 seconds. |
//! | `directory.api-too-long`, `directory.nonsense` | The API or a record does not fit `openapi/directory.yaml` or the question. |

mod api;
mod caller;
mod derived;
mod directory;
mod either;
mod error;
mod held;
mod holder;
mod jitter;
pub mod knowledge;
mod moment;
mod perform;
mod records;
mod sense;
#[cfg(feature = "testing")]
pub mod testing;

pub use api::{Api, ApiSecret, ApiSettings, BaseUrl, ParseApiSecretError, ParseBaseUrlError};
pub use caller::{Caller, OperationKey};
pub use directory::{Answer, Charge, CodeTry, Directory, PinTry, Problem, Question};
pub use either::Either;
pub use error::DirectoryError;
pub use held::{Held, Keeper, KeeperError, Kept};
pub use perform::perform;
pub use records::{
    HashPinError, Kind, LinkTemplate, ParseLinkTemplateError, ParsePepperError, Pepper, Records,
    Settings, StoredArticle, WorkFactor, article_records, hash_pin,
};

//! Signed requests.

use std::fmt::Write;

use hmac::Mac;
use jiff::Timestamp;

use crate::derived::mac;

/// The header that holds the signature.
pub(super) const HEADER: &str = "callwright-signature";

/// What is signed of a request.
#[derive(Clone, Copy)]
pub(super) struct Signed<'a> {
    pub(super) method: &'a str,
    /// Path and query, as the API sees them.
    pub(super) target: &'a str,
    /// The `Idempotency-Key`; empty without one.
    pub(super) key: &'a str,
    pub(super) body: &'a [u8],
}

/// The value of the header: when it was signed, and the HMAC-SHA256 of the request in hexadecimal
/// digits.
///
/// Signed are the epoch seconds, the method, the target, the key and the body, with a line feed after
/// each but the last. An API refuses what was signed more than five minutes ago.
pub(super) fn signature(secret: &str, at: Timestamp, it: &Signed<'_>) -> String {
    let seconds = at.as_second();
    let mut mac = mac(secret.as_bytes());
    mac.update(format!("{seconds}\n{}\n{}\n{}\n", it.method, it.target, it.key).as_bytes());
    mac.update(it.body);
    let digest = mac.finalize().into_bytes();
    let mut signature = format!("t={seconds},v1=");
    for byte in digest {
        // Writing to a `String` does not fail.
        let _ = write!(signature, "{byte:02x}");
    }
    signature
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_can_be_checked_with_other_tools() {
        // printf '1772470800\nPOST\n/v1/lines/test/tickets\nc#0001\n{}' |
        //   openssl dgst -sha256 -hmac '0123456789abcdef'
        let signed =
            Signed { method: "POST", target: "/v1/lines/test/tickets", key: "c#0001", body: b"{}" };
        let at = Timestamp::from_second(1_772_470_800).unwrap();
        let signature = signature("0123456789abcdef", at, &signed);
        assert_eq!(
            signature,
            "t=1772470800,v1=f69d777543227aee5832106cc5f08ca98316ce551d326dd812a0fba354b97b8d"
        );
    }
}

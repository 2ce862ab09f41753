//! The shape of an encrypted backup. The cipher itself is the browser's; see `store::cipher`.
//!
//! ```json
//! {"format":"plumbline-sealed","schema":1,"app":"0.1.0",
//!  "content":{"cipher":"AES-GCM-256","key":"PBKDF2-SHA-256","iterations":600000,"salt":"…","nonce":"…","data":"…"},"crc32":"…"}
//! ```
//!
//! The checksum over every byte tells damage from a wrong passphrase: a whole file that does not decrypt was given the
//! wrong passphrase, or was changed on purpose; the cipher refuses both.

use serde::{Deserialize, Serialize};

use super::{Catalogs, envelope};
use crate::Error;

const FORMAT: &str = "plumbline-sealed";
const CIPHER: &str = "AES-GCM-256";
const KEY: &str = "PBKDF2-SHA-256";

/// How often PBKDF2 turns a passphrase over. OWASP's Password Storage Cheat Sheet asks for 600,000 with SHA-256.
pub const ITERATIONS: u32 = 600_000;

/// A file may ask for more, up to what a slow telephone does within a minute or so.
const MOST_ITERATIONS: u32 = 10_000_000;

/// An encrypted text and what its key was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub iterations: u32,
    pub salt: [u8; 16],
    /// Fresh for every file; AES-GCM breaks when one is used twice with a key.
    pub nonce: [u8; 12],
    /// The ciphertext, the 16 bytes of its tag at the end.
    pub data: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Record {
    cipher: String,
    key: String,
    iterations: u32,
    salt: String,
    nonce: String,
    data: String,
}

impl Sealed {
    /// The file.
    #[must_use]
    pub fn format(&self) -> String {
        let (cipher, key) = (CIPHER.to_owned(), KEY.to_owned());
        let (salt, nonce, data) = (digits(&self.salt), digits(&self.nonce), digits(&self.data));
        envelope::seal(FORMAT, &Catalogs::new(), &Record { cipher, key, iterations: self.iterations, salt, nonce, data })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Foreign when it is not one of these, newer when a later version wrote it or it names another cipher, damaged when
    /// bytes are missing or changed or it asks for a key that would be too weak or take too long.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let envelope = envelope::open(FORMAT, text)?;
        let damaged = || Error::damaged("the encrypted backup lacks a part");
        let record: Record = serde_json::from_str(envelope.content.get()).map_err(|_| damaged())?;
        if record.cipher != CIPHER || record.key != KEY {
            return Err(Error::newer(format!(
                "the backup is encrypted in a way this version does not know: {}",
                record.cipher
            )));
        }
        if !(ITERATIONS..=MOST_ITERATIONS).contains(&record.iterations) {
            return Err(Error::damaged("the encrypted backup asks for a key that is too weak or takes too long"));
        }
        let salt = bytes(&record.salt).and_then(|bytes| bytes.try_into().ok());
        let nonce = bytes(&record.nonce).and_then(|bytes| bytes.try_into().ok());
        let data = bytes(&record.data).filter(|data| data.len() >= 16);
        match (salt, nonce, data) {
            (Some(salt), Some(nonce), Some(data)) => Ok(Self { iterations: record.iterations, salt, nonce, data }),
            _ => Err(damaged()),
        }
    }

    /// Whether a text claims to be one of these, whole or not.
    #[must_use]
    pub fn claims(text: &str) -> bool {
        text.contains(FORMAT)
    }

    /// What the cipher authenticates beside the text: the parameters cannot be changed without its notice.
    #[must_use]
    pub fn parameters(&self) -> Vec<u8> {
        format!("{FORMAT} {CIPHER} {KEY} {} {} {}", self.iterations, digits(&self.salt), digits(&self.nonce)).into_bytes()
    }
}

/// Bytes as hexadecimal digits.
fn digits(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let half = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(half(*high)? << 4 | half(*low)?)).collect();
    if rest.is_empty() { bytes } else { None }
}

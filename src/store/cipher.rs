//! Encrypting a backup with a passphrase, by the browser's own cipher. The shape of the file is `record::Sealed`.

use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::Error;
use crate::record::{ITERATIONS, Sealed, restore};

/// Encrypts a backup. The file is decrypted and compared before it is given out.
///
/// # Errors
/// When the browser has no cipher for this page (it is neither https nor local), or what it made does not open again.
pub async fn lock(backup: &str, passphrase: &str) -> Result<String, Error> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok()).ok_or_else(missing)?;
    let mut sealed = Sealed { iterations: ITERATIONS, salt: [0; 16], nonce: [0; 12], data: Vec::new() };
    crypto.get_random_values_with_u8_array(&mut sealed.salt).map_err(|_| missing())?;
    crypto.get_random_values_with_u8_array(&mut sealed.nonce).map_err(|_| missing())?;
    let (subtle, key) = key_of(passphrase, &sealed).await?;
    let how = parameters(&sealed)?;
    let made = subtle.encrypt_with_object_and_js_u8_array(&how, &key, &backup.as_bytes().into()).map_err(|_| missing())?;
    sealed.data = bytes(made).await.ok_or_else(missing)?;
    let file = sealed.format();
    let again = unlock(&file, passphrase).await?;
    if again == backup { Ok(file) } else { Err(Error::damaged("the encrypted backup does not open again")) }
}

/// Decrypts a backup and checks that it is one.
///
/// # Errors
/// Locked when the passphrase is not the one it was encrypted with; damaged, newer or foreign as for the file.
pub async fn unlock(file: &str, passphrase: &str) -> Result<String, Error> {
    let sealed = Sealed::parse(file)?;
    let (subtle, key) = key_of(passphrase, &sealed).await?;
    let made = subtle.decrypt_with_object_and_js_u8_array(&parameters(&sealed)?, &key, &sealed.data.as_slice().into());
    let made = made.map_err(|_| missing())?;
    // The checksum has ruled out damage, so what the cipher refuses is the passphrase.
    let plain = bytes(made).await.ok_or_else(|| Error::locked("this passphrase does not open the backup"))?;
    let text = String::from_utf8(plain).map_err(|_| Error::damaged("the encrypted backup holds no text"))?;
    restore(&text)?;
    Ok(text)
}

/// The cipher of the browser and the key that a passphrase makes with the parameters of a file.
async fn key_of(passphrase: &str, sealed: &Sealed) -> Result<(SubtleCrypto, CryptoKey), Error> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok()).ok_or_else(missing)?;
    // Undefined on pages that are neither https nor local.
    let subtle = crypto.subtle();
    if subtle.is_undefined() {
        return Err(missing());
    }
    // The same passphrase can be typed in more than one way: with accents composed or apart.
    let passphrase = String::from(JsString::from(passphrase).normalize("NFKC"));
    let (raw, uses) = (Uint8Array::from(passphrase.as_bytes()), Array::of1(&"deriveKey".into()));
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &uses).map_err(|_| missing())?;
    let base: CryptoKey = JsFuture::from(base).await.map_err(|_| missing())?.unchecked_into();
    let salt = Uint8Array::from(sealed.salt.as_slice());
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", sealed.iterations.into()),
        ("salt", salt.into()),
    ])?;
    let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&how, &base, &what, false, &uses).map_err(|_| missing())?;
    let key = JsFuture::from(key).await.map_err(|_| missing())?.unchecked_into();
    Ok((subtle, key))
}

fn parameters(sealed: &Sealed) -> Result<Object, Error> {
    let nonce = Uint8Array::from(sealed.nonce.as_slice());
    let beside = Uint8Array::from(sealed.parameters().as_slice());
    object(&[("name", "AES-GCM".into()), ("iv", nonce.into()), ("additionalData", beside.into())])
}

fn object(entries: &[(&str, JsValue)]) -> Result<Object, Error> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value).map_err(|_| missing())?;
    }
    Ok(object)
}

async fn bytes(promise: js_sys::Promise) -> Option<Vec<u8>> {
    JsFuture::from(promise).await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec())
}

fn missing() -> Error {
    Error::denied("this browser has no encryption for this page")
}

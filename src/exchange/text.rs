//! From bytes to text: UTF-8, UTF-16 by its mark or its zeros, and Windows-1252 as a guess that is told.

use std::borrow::Cow;

use super::log::Log;

/// The text of a file, without its byte order mark.
///
/// Bytes that are no UTF-8 are read as Windows-1252, of which Latin-1 is a part, and the log says so.
pub(crate) fn decode<'a>(bytes: &'a [u8], log: &mut Log) -> Cow<'a, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => decode_narrow(rest, log),
        [0xFF, 0xFE, rest @ ..] => decode_wide(rest, u16::from_le_bytes, log),
        [0xFE, 0xFF, rest @ ..] => decode_wide(rest, u16::from_be_bytes, log),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            log.note("No encoding is marked; the zero bytes tell UTF-16, little-endian.");
            decode_wide(bytes, u16::from_le_bytes, log)
        }
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => {
            log.note("No encoding is marked; the zero bytes tell UTF-16, big-endian.");
            decode_wide(bytes, u16::from_be_bytes, log)
        }
        _ => decode_narrow(bytes, log),
    }
}

fn decode_narrow<'a>(bytes: &'a [u8], log: &mut Log) -> Cow<'a, str> {
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            log.note("The file is not UTF-8; it was read as Latin-1 (Windows-1252). Check letters with accents.");
            Cow::Owned(bytes.iter().copied().map(windows_1252).collect())
        },
        Cow::Borrowed,
    )
}

fn decode_wide(bytes: &[u8], unit: fn([u8; 2]) -> u16, log: &mut Log) -> Cow<'static, str> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        log.skip("the last byte", "UTF-16 text has an even number of bytes");
    }
    let mut broken = 0;
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                broken += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    log.skip_times("half of a UTF-16 pair", "its other half is missing", broken);
    Cow::Owned(text)
}

/// The letters that Windows-1252 has where Latin-1 has control codes; the five bytes it leaves free stay control codes.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
        '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

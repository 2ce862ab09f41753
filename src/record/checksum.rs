//! The checksum of everything saved.

/// The CRC-32 of bytes, as in ISO-HDLC, PNG and gzip (reversed polynomial `0xEDB88320`, start and end inverted).
///
/// Half a byte at a time from a table of sixteen: the usual library brings sixteen kilobytes of tables that nothing can
/// compress, an eighth of the whole application, for a speed that texts of this size do not need.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    let step = |crc: u32, half: u32| TABLE[((crc ^ half) & 15) as usize] ^ (crc >> 4);
    !bytes.iter().fold(!0, |crc, byte| step(step(crc, u32::from(*byte)), u32::from(byte >> 4)))
}

const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut value = index as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn it_is_the_crc_of_png_and_gzip() {
        assert_eq!(crc32(b""), 0);
        // The check value of the catalogue of parametrised CRC algorithms.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"The quick brown fox jumps over the lazy dog"), 0x414F_A339);
    }
}

//! Just enough of ZIP to read and write office files: stored and deflated entries, no encryption, no ZIP64.
//!
//! The reader takes sizes from the central directory alone, and what comes out of it is limited in total, so that
//! neither overlapping entries nor a lying size can make it expand further. The writer gives the same bytes for the same
//! entries: its dates are the oldest a ZIP can hold.

use crate::exchange::Error;

/// A ZIP file opened for reading.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// Bytes that may still be expanded.
    left: usize,
}

struct Entry {
    name: String,
    method: u16,
    crc: u32,
    packed: usize,
    unpacked: usize,
    offset: usize,
}

const MOST_ENTRIES: usize = 4096;
const HINT: &str = "Save the workbook again as .xlsx without a password, or save the sheet as CSV.";

impl<'a> Archive<'a> {
    /// Reads the central directory; `expanded` is the most that all reads together may give.
    pub(crate) fn open(bytes: &'a [u8], expanded: usize) -> Result<Self, Error> {
        let wrong = || Error::import("the file is a broken ZIP archive", HINT);
        let tail = bytes.len().saturating_sub(22 + 65_535);
        let end = bytes[tail..].windows(4).rposition(|window| window == b"PK\x05\x06").ok_or_else(wrong)? + tail;
        let count = usize::from(u16_at(bytes, end + 10).ok_or_else(wrong)?);
        let mut at = size_at(bytes, end + 16).ok_or_else(wrong)?;
        if count > MOST_ENTRIES {
            return Err(Error::limit(format!("the archive has {count} entries, more than {MOST_ENTRIES}")));
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(wrong());
            }
            let [flags, method] = [8, 10].map(|field| u16_at(bytes, at + field));
            let [name, extra, comment] = [28, 30, 32].map(|field| u16_at(bytes, at + field).map_or(0, usize::from));
            let name_bytes = bytes.get(at + 46..at + 46 + name).ok_or_else(wrong)?;
            if flags.is_some_and(|flags| flags & 1 == 1) {
                return Err(Error::import("the archive is encrypted", HINT));
            }
            entries.push(Entry {
                name: String::from_utf8_lossy(name_bytes).replace('\\', "/"),
                method: method.ok_or_else(wrong)?,
                crc: u32_at(bytes, at + 16).ok_or_else(wrong)?,
                packed: size_at(bytes, at + 20).ok_or_else(wrong)?,
                unpacked: size_at(bytes, at + 24).ok_or_else(wrong)?,
                offset: size_at(bytes, at + 42).ok_or_else(wrong)?,
            });
            at += 46 + name + extra + comment;
        }
        Ok(Self { bytes, entries, left: expanded })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The expanded bytes of an entry; none when there is no such entry.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else { return Ok(None) };
        let wrong = || Error::import(format!("the archive's entry cannot be read: {}", entry.name), HINT);
        let too_large = || Error::limit(format!("the archive expands to more than an import may: {}", entry.name));
        if entry.unpacked > self.left {
            return Err(too_large());
        }
        let header = entry.offset;
        if self.bytes.get(header..header + 4) != Some(b"PK\x03\x04") {
            return Err(wrong());
        }
        let [name, extra] = [26, 28].map(|field| u16_at(self.bytes, header + field).map_or(0, usize::from));
        let start = header + 30 + name + extra;
        let packed = self.bytes.get(start..start + entry.packed).ok_or_else(wrong)?;
        let bytes = match entry.method {
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, self.left).map_err(|error| {
                if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput { too_large() } else { wrong() }
            })?,
            _ => return Err(wrong()),
        };
        self.left = self.left.checked_sub(bytes.len()).ok_or_else(too_large)?;
        if crc32fast::hash(&bytes) != entry.crc {
            return Err(wrong());
        }
        Ok(Some(bytes))
    }
}

/// Packs entries in the order given. The same entries give the same bytes.
pub(crate) fn pack(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in entries {
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        // Version 2.0, names in UTF-8, deflated, 1 January 1980, then checksum, sizes and the length of the name.
        let mut common = vec![20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0];
        for number in [crc32fast::hash(bytes), length(packed.len()), length(bytes.len()), length(name.len())] {
            common.extend(number.to_le_bytes());
        }
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(length(file.len()).to_le_bytes());
        directory.extend(name.as_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(common);
        file.extend(name.as_bytes());
        file.extend(packed);
    }
    let (start, size) = (length(file.len()), length(directory.len()));
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX).to_le_bytes();
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count);
    file.extend(count);
    file.extend(size.to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// Reports stay far below the 4 GiB that a size field holds.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// A size or place. One that cannot be, such as the marker of ZIP64, is caught where it is used; halving the range keeps
/// sums of a few of them from wrapping where addresses have 32 bits.
fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    u32_at(bytes, at).filter(|size| *size < 1 << 30).and_then(|size| usize::try_from(size).ok())
}

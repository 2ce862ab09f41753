//! What is saved, as it stands in storage and in files: versioned shapes, apart from the types the program works with.
//!
//! ```json
//! {"format":"plumbline-assessment","schema":1,"app":"0.1.0","catalogs":{"soc-2-2017":"5d1e07aa"},
//!  "content":{"id":"…","cells":{"soc-2-2017":{"CC1.1":{"level":[3,12,"k2f9"],"note":["…",13,"k2f9"]}}}},"crc32":"1c291ca3"}
//! ```
//!
//! The envelope is the same for everything this program saves and for every schema to come; the checksum covers all of the
//! text before it, so nothing in front of it can change unseen. Keys are sorted and nothing is spaced: equal contents have
//! equal bytes.

mod assessment;
mod backup;
mod catalogs;
mod checksum;
mod envelope;
mod listed;
mod migrate;
mod sealed;
mod worth;

pub use assessment::{Saved, decode, decode_saved, encode, encode_against, encode_deleted};
pub use backup::{Backup, backup, restore};
pub use catalogs::{Catalogs, Orphan, move_answer, orphans, states_of};
pub use envelope::SCHEMA;
pub use sealed::{ITERATIONS, Sealed};

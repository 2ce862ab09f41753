//! The one error type of the package.

use std::fmt;

/// What went wrong, with a hint that says what to do.
///
/// Messages are lower case and have no final stop; the hint is a sentence. Callers tell errors apart by the predicates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    message: String,
    hint: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Catalog,
    Foreign,
    Newer,
    Damaged,
    Denied,
    Full,
    Gone,
    #[cfg(feature = "app")]
    Locked,
    #[cfg(feature = "app")]
    Network,
    #[cfg(feature = "io")]
    Import,
    #[cfg(feature = "io")]
    Limit,
}

impl Error {
    /// The catalog pack cannot be read by this version of the application.
    pub(crate) fn catalog(message: impl Into<String>) -> Self {
        Self::new(Kind::Catalog, message, "Reload the page. If it happens again, the site was published incompletely.")
    }

    /// Well-formed data that is not ours.
    pub(crate) fn foreign(message: impl Into<String>) -> Self {
        Self::new(Kind::Foreign, message, "Choose a file that Plumbline made. This one was left as it is.")
    }

    /// Our data, written by a later version.
    pub(crate) fn newer(message: impl Into<String>) -> Self {
        Self::new(Kind::Newer, message, "Open it with the newer version of Plumbline. It was left as it is.")
    }

    /// Our data with bytes missing or changed.
    pub(crate) fn damaged(message: impl Into<String>) -> Self {
        Self::new(Kind::Damaged, message, "The damaged copy is kept and can be downloaded; nothing was overwritten.")
    }

    /// The browser refuses to store anything for this page.
    pub fn denied(message: impl Into<String>) -> Self {
        Self::new(Kind::Denied, message, "Everything works until the tab closes. Print or copy what you need before that.")
    }

    /// The browser has no room left for this page.
    pub fn full(message: impl Into<String>) -> Self {
        Self::new(
            Kind::Full,
            message,
            "Delete an assessment that is no longer needed, or free space for this site in the browser.",
        )
    }

    /// What is to be saved was deleted or erased, here or in another tab.
    pub(crate) fn gone(message: impl Into<String>) -> Self {
        Self::new(Kind::Gone, message, "It is still in this tab: save it as a file to keep it.")
    }

    /// The passphrase does not open the file.
    #[cfg(feature = "app")]
    pub(crate) fn locked(message: impl Into<String>) -> Self {
        Self::new(Kind::Locked, message, "Check the passphrase, capital letters included, and try again.")
    }

    /// A part of the application could not be fetched.
    #[cfg(feature = "app")]
    pub(crate) fn network(message: impl Into<String>) -> Self {
        Self::new(Kind::Network, message, "Check the connection and try again. Answers already given are safe.")
    }

    /// A file of somebody else's format that cannot be read; the hint says what would help.
    #[cfg(feature = "io")]
    pub(crate) fn import(message: impl Into<String>, hint: &'static str) -> Self {
        Self::new(Kind::Import, message, hint)
    }

    /// A file that asks for more room or time than an import may take.
    #[cfg(feature = "io")]
    pub(crate) fn limit(message: impl Into<String>) -> Self {
        Self::new(Kind::Limit, message, "Split the file or leave out what is not needed. Nothing of yours was changed.")
    }

    fn new(kind: Kind, message: impl Into<String>, hint: &'static str) -> Self {
        Self { kind, message: message.into(), hint }
    }

    /// A sentence that says what to do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        self.hint
    }

    /// The data belongs to something else.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.kind == Kind::Foreign
    }

    /// The data was written by a later version of Plumbline.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.kind == Kind::Newer
    }

    /// The data is ours, and bytes of it are missing or changed.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.kind == Kind::Damaged
    }

    /// The browser denies storage to this page.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.kind == Kind::Denied
    }

    /// It was deleted or erased since it was opened.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.kind == Kind::Gone
    }

    /// The passphrase is not the one it was encrypted with.
    #[cfg(feature = "app")]
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.kind == Kind::Locked
    }

    /// The browser's storage is full.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.kind == Kind::Full
    }

    /// The file's format is unknown, or the file does not keep to it.
    #[cfg(feature = "io")]
    #[must_use]
    pub fn is_import(&self) -> bool {
        self.kind == Kind::Import
    }

    /// The file is larger, deeper or more repetitive than an import may be.
    #[cfg(feature = "io")]
    #[must_use]
    pub fn is_limit(&self) -> bool {
        self.kind == Kind::Limit
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

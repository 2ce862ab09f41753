//! Backup, restoring and erasing.

pub const TITLE: &str = "Your data";
pub const LEAD: &str = "Everything you have written is kept by this browser, on this device. A backup is the one copy that \
     outlives it.";
pub const BACKING_UP: &str = "Back up";
pub const BACKING_UP_TEXT: &str =
    "One file with every assessment in it. It is read back and compared before it is handed over.";
pub const PASSPHRASE: &str = "Passphrase, if the file is to be encrypted";
pub const PASSPHRASE_HINT: &str = "Leave it empty for a file that anyone can read. Whoever forgets the passphrase has lost the \
     file: nobody can open it without.";
pub const BACKUP: &str = "Download a backup";
pub const NOT_HANDED: &str =
    "The browser did not let the page hand over a file. Nothing is lost; try another browser window.";
pub const RESTORING: &str = "Bring a backup back";
pub const RESTORING_TEXT: &str = "You are shown what the file holds first. An assessment that is here already is joined with its \
     copy: the later edit of each answer stands, and nothing is dropped.";
pub const CHOOSE: &str = "Backup file";
pub const TOO_LARGE: &str = "the file is larger than 64 MB, which no backup is";
pub const UNREADABLE: &str = "the browser could not read the file";
pub const UNLOCK: &str = "Passphrase of this file";
pub const OPEN: &str = "Open it";
pub const PREVIEW: &str = "The file holds:";
pub const BRING: &str = "Bring it back";
pub const LEAVE: &str = "Leave everything as it is";
pub const KEEP: &str = "Keep it for long";
pub const KEEP_TEXT: &str =
    "A browser that runs out of space may clear what a site has stored. You can ask this one not to.";
pub const ASK: &str = "Ask the browser to keep it";
pub const KEPT: &str = "The browser has agreed to keep this site's data until you remove it.";
pub const NOT_KEPT: &str =
    "The browser has not agreed. It usually does once the site is bookmarked or installed; until then keep a backup.";
pub const CANNOT_KEEP: &str = "This browser cannot be asked. Keep a backup.";
pub const ERASING: &str = "Erase everything";
pub const ERASING_TEXT: &str =
    "Removes every assessment and setting from this browser, in every tab. Other sites are not touched.";
pub const ERASE: &str = "Erase everything";
pub const ERASE_TITLE: &str = "Erase everything?";
pub const ERASE_WARNING: &str =
    "Every assessment in this browser goes, for good. Without a backup nobody can bring them back.";
pub const DO_NOT: &str = "Keep everything";

pub fn holds(count: usize) -> String {
    match count {
        0 => "There is nothing to back up yet.".to_owned(),
        1 => "One assessment is kept here.".to_owned(),
        _ => format!("{count} assessments and snapshots are kept here."),
    }
}

pub fn made(count: usize) -> String {
    match count {
        1 => "The backup of one assessment has been handed to the browser.".to_owned(),
        _ => format!("The backup of {count} assessments has been handed to the browser."),
    }
}

pub fn entry(name: &str, changed: &str, answered: u32, known: bool) -> String {
    let here = if known { "; one of the same origin is here and will be joined with it" } else { "" };
    let when = if changed.is_empty() { String::new() } else { format!(", changed {changed}") };
    format!("{name}{when}, {answered} answers{here}")
}

pub fn left_out(count: usize) -> String {
    format!("{count} more could not be read and will be left out; the file stays as it is.")
}

pub fn restored(count: usize) -> String {
    match count {
        1 => "One assessment is back.".to_owned(),
        _ => format!("{count} assessments are back."),
    }
}

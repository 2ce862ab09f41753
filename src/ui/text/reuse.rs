//! Answer once.

pub const TITLE: &str = "Answer once";
pub const LEAD: &str = "Your answers on one framework suggest answers on the others, through the controls they share. Nothing counts \
     until you accept it, and no suggestion overwrites an answer.";
pub const BACK: &str = "Back to the questions";
pub const ACCEPT: &str = "Accept";
pub const REJECT: &str = "Set aside";
pub const AGAIN: &str = "Bring back";
pub const DOUBTS: &str = "Worth another look";
pub const DIRECT: &str = "is declared its counterpart";
pub const NOTHING: &str = "There is nothing to suggest yet: answer more on either framework.";
pub const ONE_ONLY: &str =
    "This assessment covers one framework. Add another from its page, and answers here will carry over.";

pub fn take_all(count: usize) -> String {
    match count {
        1 => "Accept the one carried in full".to_owned(),
        _ => format!("Accept all {count} carried in full"),
    }
}

pub fn level(level: u8, name: &str, full: bool) -> String {
    if full {
        format!("Level {level}, {name}: carried in full")
    } else {
        format!("Level {level}, {name}: partly; something is missing")
    }
}

pub fn from(short: &str, id: &str, title: &str, level: u8) -> String {
    format!("From {short} {id} {title}, at level {level}, which")
}

pub fn doubt(level: u8, source: &str, then: u8, now: Option<u8>) -> String {
    let now = now.map_or_else(|| "has no level now".to_owned(), |now| format!("stands at {now} now"));
    format!("Level {level} was taken over from {source} at level {then}, which {now}.")
}

pub fn rejected(count: usize) -> String {
    format!("Set aside ({count})")
}

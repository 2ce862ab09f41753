//! Markdown with tables. Text from answers is escaped, so that it stays text.

use super::document::Block;

pub(super) fn write(blocks: &[Block]) -> Vec<u8> {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, heading) => {
                text += &format!("{} {}\n\n", "#".repeat(usize::from(*level)), escaped(heading));
            }
            Block::Paragraph(paragraph) => text += &format!("{}\n\n", escaped(paragraph)),
            Block::Table(heads, rows) => {
                text += &line(heads);
                text += &format!("|{}\n", " --- |".repeat(heads.len()));
                text.extend(rows.iter().map(|row| line(row)));
                text.push('\n');
            }
        }
    }
    text.into_bytes()
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// Backslashes before every sign that means something, and `<br>` for a line break.
fn escaped(text: &str) -> String {
    let mut result = String::new();
    for letter in text.trim().chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => result.extend(['\\', letter]),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '&' => result.push_str("&amp;"),
            '\n' => result.push_str("<br>"),
            letter if letter.is_control() => {}
            letter => result.push(letter),
        }
    }
    result
}

//! A Word document in the least WordprocessingML (ECMA-376) that shows headings, paragraphs and tables well.

use super::document::Block;
use super::xml::{DECLARATION, escaped};
use crate::exchange::sheet::zip;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) fn write(blocks: &[Block]) -> Vec<u8> {
    let types = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/></Types>"
    );
    let relations = |kind: &str, target: &str| {
        format!(
            "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    zip::pack(&[
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", relations("officeDocument", "word/document.xml").into_bytes()),
        ("word/document.xml", body(blocks).into_bytes()),
        ("word/_rels/document.xml.rels", relations("styles", "styles.xml").into_bytes()),
        ("word/styles.xml", styles().into_bytes()),
    ])
}

fn body(blocks: &[Block]) -> String {
    let mut xml = format!("{DECLARATION}<w:document xmlns:w=\"{MAIN}\"><w:body>");
    for block in blocks {
        match block {
            Block::Heading(level, text) => {
                xml += &paragraph(text, &format!("<w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>"))
            }
            Block::Paragraph(text) => xml += &paragraph(text, ""),
            Block::Table(heads, rows) => xml += &table(heads, rows),
        }
    }
    // A4, on its side, for the tables are wide.
    xml += "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
            <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
            </w:sectPr></w:body></w:document>";
    xml
}

fn paragraph(text: &str, properties: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line.trim_end_matches('\r'))))
        .collect();
    format!("<w:p>{properties}<w:r>{}</w:r></w:p>", lines.join("<w:br/>"))
}

fn table(heads: &[String], rows: &[Vec<String>]) -> String {
    const WIDTH: usize = 14_570;
    let width = WIDTH / heads.len().max(1);
    let mut xml = String::from(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>",
    );
    xml += &format!("<w:gridCol w:w=\"{width}\"/>").repeat(heads.len());
    xml += "</w:tblGrid>";
    let cell = |text: &String, properties: &str| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>", paragraph(text, properties))
    };
    let head: String = heads.iter().map(|head| cell(head, "<w:pPr><w:pStyle w:val=\"TableHead\"/></w:pPr>")).collect();
    xml += &format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>");
    let blank = String::new();
    for row in rows {
        let cells = (0..heads.len())
            .map(|column| cell(row.get(column).unwrap_or(&blank), "<w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>"));
        xml += &format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", cells.collect::<String>());
    }
    // Word wants a paragraph between two tables.
    xml + "</w:tbl><w:p/>"
}

fn styles() -> String {
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let heading = |level: usize, size: usize| {
        let place =
            format!("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/>", level - 1);
        style(&format!("Heading{level}"), &format!("heading {level}"), &place, &format!("<w:b/><w:sz w:val=\"{size}\"/>"))
    };
    let side = |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A8B0\"/>");
    let sides: String = ["top", "left", "bottom", "right", "insideH", "insideV"].iter().map(|name| side(name)).collect();
    format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:style>{}{}{}{}{}\
         <w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/>\
         <w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style></w:styles>",
        heading(1, 36),
        heading(2, 28),
        heading(3, 24),
        style("TableHead", "Table Head", "<w:spacing w:after=\"0\"/>", "<w:b/><w:sz w:val=\"18\"/>"),
        style("TableText", "Table Text", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"18\"/>"),
    )
}

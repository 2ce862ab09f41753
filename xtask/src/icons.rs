//! The icon at the sizes that systems ask for, and what tells them how to install the site.

use anyhow::{Context as _, Result, anyhow};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::html::fill_blanks;
use crate::root;
use crate::site::{Files, add};

/// The paths of the icons.
pub struct Icons {
    pub drawing: String,
    pub large: String,
}

/// Adds the icons and `manifest.webmanifest`.
pub fn add_all(files: &mut Files) -> Result<Icons> {
    let drawing = std::fs::read_to_string(root().join("styles/icon.svg"))?;
    let path = add(files, "icon", "svg", drawing.clone().into_bytes());
    let small = add(files, "icon-192", "png", picture(&drawing, 192)?);
    let large = add(files, "icon-512", "png", picture(&drawing, 512)?);
    let maskable = add(files, "icon-maskable", "png", picture(&maskable(&drawing)?, 512)?);
    let manifest = fill_blanks(
        &std::fs::read_to_string(root().join("src/static/manifest.json"))?,
        &[
            ("paper", paper(&drawing)?),
            ("icon", &path),
            ("icon-192", &small),
            ("icon-512", &large),
            ("icon-maskable", &maskable),
        ],
    )?;
    files.insert("manifest.webmanifest".to_owned(), manifest.into_bytes());
    Ok(Icons { drawing: path, large })
}

/// A drawing as a PNG, `size` pixels wide and high.
fn picture(drawing: &str, size: u16) -> Result<Vec<u8>> {
    let tree = Tree::from_str(drawing, &Options::default()).context("cannot read the icon")?;
    let side = f32::from(size);
    let scale = Transform::from_scale(side / tree.size().width(), side / tree.size().height());
    let mut pixels = Pixmap::new(size.into(), size.into()).context("an icon has a size")?;
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| anyhow!("cannot write the icon: {error}"))
}

/// The drawing for systems that cut icons into shapes of their own: paper to the edges, and everything else within the
/// middle circle of 80 % that is never cut.
fn maskable(drawing: &str) -> Result<String> {
    let start = drawing.find("<rect").context("the icon begins with its paper")?;
    let length = drawing[start..].find("/>").context("the paper of the icon is one element")? + 2;
    let (head, rest) = (&drawing[..start], &drawing[start + length..]);
    let marks = rest.trim_end().strip_suffix("</svg>").context("the icon ends with its last mark")?;
    let paper = paper(drawing)?;
    Ok(format!(
        "{head}<rect width=\"32\" height=\"32\" fill=\"{paper}\"/><g transform=\"translate(3.6 3.6) scale(.775)\">{marks}</g></svg>"
    ))
}

/// The colour the icon is drawn on: the first it names.
fn paper(drawing: &str) -> Result<&str> {
    let (_, after) = drawing.split_once("fill=\"").context("the icon names the colour of its paper")?;
    Ok(after.split('"').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{maskable, picture};
    use crate::root;

    #[test]
    fn a_maskable_icon_has_paper_in_its_corners_and_a_plain_one_has_not() {
        let drawing = std::fs::read_to_string(root().join("styles/icon.svg")).expect("the icon is there");
        let corner = |drawing: &str| {
            let bytes = picture(drawing, 64).expect("the icon can be drawn");
            resvg::tiny_skia::Pixmap::decode_png(&bytes).expect("it is a PNG").pixels()[0].alpha()
        };
        assert_eq!(corner(&drawing), 0);
        assert_eq!(corner(&maskable(&drawing).expect("the icon has paper")), 255);
    }
}

//! What a person chose about the interface in this browser.

/// Settings are about the interface; nothing of an assessment depends on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub theme: Theme,
    /// Single keys answer and move on the assessment page.
    pub keys: bool,
    /// A key that answers also moves on to the next open requirement.
    pub advance: bool,
    /// The assessment page lists a whole section instead of one requirement.
    pub list: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    Light,
    Dark,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, keys: true, advance: true, list: false }
    }
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Settings {
    /// Reads `name=value` lines; what is unknown or missing stays at its default.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut settings = Self::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "theme" => {
                    settings.theme = Theme::ALL.into_iter().find(|theme| theme.name() == value).unwrap_or(Theme::System)
                }
                "keys" => settings.keys = value != "off",
                "advance" => settings.advance = value != "off",
                "list" => settings.list = value == "on",
                _ => {}
            }
        }
        settings
    }

    /// The lines that [`Settings::parse`] reads.
    #[must_use]
    pub fn format(&self) -> String {
        let word = |on: bool| if on { "on" } else { "off" };
        let Self { theme, keys, advance, list } = *self;
        format!("theme={}\nkeys={}\nadvance={}\nlist={}\n", theme.name(), word(keys), word(advance), word(list))
    }
}

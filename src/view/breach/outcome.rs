//! What the answers come to.

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    NoBreach,
    BeforeCommencement,
    PublicAgency,
    /// A data intermediary tells the organisation it works for, which then assesses.
    TellOrganisation,
    TellAgency,
    WithinOrganisation,
    NeitherTest,
    /// The Commission is notified.
    Notify(Individuals),
}

/// What the affected individuals are told when the Commission is notified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Individuals {
    Tell,
    ScaleOnly,
    Prohibited,
    Protected,
    Remedied,
    Waived,
}

impl Outcome {
    /// Whether Part 6A has the organisation assess at all.
    pub(super) fn is_assessed(self) -> bool {
        matches!(self, Self::WithinOrganisation | Self::NeitherTest | Self::Notify(_))
    }

    /// Whether the organisation itself has to notify the Commission.
    #[must_use]
    pub fn notifies_commission(self) -> bool {
        matches!(self, Self::Notify(_))
    }

    /// Whether the organisation itself has to notify individuals.
    #[must_use]
    pub fn notifies_individuals(self) -> bool {
        self == Self::Notify(Individuals::Tell)
    }

    /// The provision it rests on.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::NoBreach => "s 26A",
            Self::BeforeCommencement => "s 26C(1)",
            Self::PublicAgency => "s 4(1)(c)",
            Self::TellOrganisation => "s 26C(3)(a)",
            Self::TellAgency => "s 26E",
            Self::WithinOrganisation => "s 26B(4)",
            Self::NeitherTest => "s 26B(1)",
            Self::Notify(Individuals::Tell) => "s 26D(1), (2)",
            Self::Notify(Individuals::ScaleOnly) => "ss 26B(1)(b), 26D(1), (2)",
            Self::Notify(Individuals::Prohibited) => "s 26D(1), (6)",
            Self::Notify(Individuals::Protected) => "s 26D(1), (5)(b)",
            Self::Notify(Individuals::Remedied) => "s 26D(1), (5)(a)",
            Self::Notify(Individuals::Waived) => "s 26D(1), (7)",
        }
    }

    /// What it means, in sentences.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::NoBreach => "Not a data breach in the sense of Part 6A, so there is nothing to notify under it.",
            Self::BeforeCommencement => "Part 6A does not reach breaches before 1 February 2021.",
            Self::PublicAgency => "Part 6A does not bind public agencies; the rules of the public sector apply.",
            Self::TellOrganisation => {
                "Notify the organisation the data is processed for, without undue delay. It assesses and notifies; the data intermediary does not decide first whether the breach is notifiable."
            }
            Self::TellAgency => "Notify the public agency the data is processed for, without undue delay.",
            Self::WithinOrganisation => {
                "Not notifiable: the breach is deemed not to be when it stayed within the organisation. Record why."
            }
            Self::NeitherTest => {
                "Not notifiable: neither significant harm nor significant scale. Record both answers and the reasons; assess again if facts change."
            }
            Self::Notify(individuals) => individuals.text(),
        }
    }
}

impl Individuals {
    fn text(self) -> &'static str {
        match self {
            Self::Tell => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment, and each affected individual on or after that, in any manner reasonable in the circumstances."
            }
            Self::ScaleOnly => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment. Individuals need not be notified: the breach is notifiable by its scale alone."
            }
            Self::Prohibited => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment. The individuals must not be notified while the instruction or direction stands."
            }
            Self::Protected => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment. Individuals whom the earlier measure keeps from significant harm need not be notified."
            }
            Self::Remedied => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment. Individuals whom the action taken keeps from significant harm need not be notified."
            }
            Self::Waived => {
                "Notify the Commission as soon as is practicable, at the latest 3 calendar days after the day of the assessment. Individuals need not be notified, on the conditions of the waiver."
            }
        }
    }
}

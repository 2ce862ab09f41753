//! What is asked, in whose words the Act asks it.

/// In whose place the question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It has the data in its possession or under its control for purposes of its own.
    Organisation,
    /// It processes the data for another organisation.
    Intermediary,
    /// It processes the data for a public agency.
    IntermediaryOfAgency,
    PublicAgency,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Organisation, Self::Intermediary, Self::IntermediaryOfAgency, Self::PublicAgency];

    /// How a choice names it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Organisation => "An organisation, for its own purposes",
            Self::Intermediary => "A data intermediary, for another organisation",
            Self::IntermediaryOfAgency => "A data intermediary, for a public agency",
            Self::PublicAgency => "A public agency",
        }
    }
}

/// A question, in the order they are asked. All but [`Question::Role`] are answered with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    Breach,
    SinceCommencement,
    Role,
    Within,
    Harm,
    Scale,
    Prohibited,
    Protected,
    Remedied,
    Waived,
}

impl Question {
    pub const ALL: [Self; 10] = [
        Self::Breach,
        Self::SinceCommencement,
        Self::Role,
        Self::Within,
        Self::Harm,
        Self::Scale,
        Self::Prohibited,
        Self::Protected,
        Self::Remedied,
        Self::Waived,
    ];

    /// The provision that asks it.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::Breach => "s 26A",
            Self::SinceCommencement => "s 26C(1)",
            Self::Role => "ss 4(1)(c), 26C(3), 26E",
            Self::Within => "s 26B(4)",
            Self::Harm => "s 26B(1)(a), (2)",
            Self::Scale => "s 26B(1)(b), (3)",
            Self::Prohibited => "s 26D(6)",
            Self::Protected => "s 26D(5)(b)",
            Self::Remedied => "s 26D(5)(a)",
            Self::Waived => "s 26D(7)",
        }
    }

    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Breach => {
                "Was personal data accessed, collected, used, disclosed, copied, modified or disposed of without authority, or was a device or medium lost so that this is likely?"
            }
            Self::SinceCommencement => "Did it occur on or after 1 February 2021?",
            Self::Role => "For whom was the data held when it happened?",
            Self::Within => {
                "Did the unauthorised access, collection, use, disclosure, copying or modification stay within the organisation?"
            }
            Self::Harm => {
                "Does it result in significant harm to an affected individual, or is that likely? It counts as such when the data is of a kind that the 2021 Regulations prescribe."
            }
            Self::Scale => "Are 500 or more individuals affected, or is that likely?",
            Self::Prohibited => {
                "Has a prescribed law enforcement agency instructed, or the Commission directed, not to notify the individuals?"
            }
            Self::Protected => {
                "Was a technological measure in place beforehand, such as encryption with keys that are safe, that makes significant harm unlikely?"
            }
            Self::Remedied => {
                "Has action since the assessment, in line with the prescribed requirements, made significant harm unlikely?"
            }
            Self::Waived => "Has the Commission waived the notification of individuals on a written application?",
        }
    }

    /// What to mind in answering; empty when the question says it all.
    #[must_use]
    pub fn note(self) -> &'static str {
        match self {
            Self::Within => {
                "Unauthorised disposal is not in this list. A related company or a vendor is another organisation."
            }
            Self::Harm => "Both tests are answered and recorded; either is enough.",
            Self::Scale => "Where the number is uncertain and may reach 500, take it that it does.",
            Self::Protected | Self::Remedied => "The Commission is notified all the same.",
            Self::Waived => "Until the Commission waives it, the duty stands.",
            _ => "",
        }
    }
}

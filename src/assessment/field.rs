//! The questions a document has an answer to.

/// What can be known of a requirement, a framework or an assessment.
///
/// The order is that of the saved shape; add at the end. A value with structure has a text form that its variant names, so
/// that copies of a document are joined field by field without knowing about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A level, or the text `n/a`.
    Level,
    /// Why a requirement does not apply.
    Reason,
    Note,
    Evidence,
    Owner,
    /// A date as `YYYY-MM-DD`.
    Due,
    /// A level: of a requirement, of everything below a section, or of a framework.
    Target,
    /// The name of the assessment.
    Name,
    /// Present when a framework is part of the assessment; the number is its place in the order.
    Included,
    /// The chosen scope options of a framework: ids joined by spaces.
    Scope,
    /// The day the assessment was started, for display.
    Started,
    /// The day of the last change, for display.
    Changed,
    /// The level that the documentation reaches, where both layers are kept.
    Documented,
    /// `exclude` or `include`: departs from the chosen scope. See [`Tailoring`](super::Tailoring).
    Tailoring,
    /// A weight from 1 to 20 that replaces the framework's.
    Weight,
    /// The reason for the tailoring and the weight of a requirement. Without it neither has an effect.
    Why,
    /// The id of the overlay a deviation came with.
    Overlay,
    /// The title of an own requirement, a task, a target profile or a snapshot.
    Title,
    /// What an own requirement asks.
    Question,
    /// The id of the requirement that an own requirement stands below.
    Parent,
    /// Present when the assessment keeps documented levels beside implemented ones.
    Layers,
    /// What an answer was carried from, in the text form of [`Acceptance`](super::Acceptance).
    Accepted,
    /// Present when somebody rejected what is suggested for a requirement.
    Rejected,
    /// The id of the common control by which an answer was given, or that a task puts in place.
    Control,
    /// The effort of a task: `S`, `M` or `L`.
    Effort,
    /// The day a task starts, as `YYYY-MM-DD`.
    Start,
    /// What has become of a task, in the words of [`Progress`](super::Progress).
    Status,
    /// The ids of the tasks that have to be done first, joined by spaces.
    Depends,
    /// `now`, `next` or `later`.
    Phase,
    /// The levels of a target profile, in the text form of [`TargetLevels`](super::TargetLevels).
    Levels,
    /// `snapshot` on a frozen copy; absent on an assessment that can be worked on.
    Kind,
    /// The id of the assessment that a snapshot was taken of.
    Origin,
    /// The day a snapshot was taken, as `YYYY-MM-DD`.
    Taken,
    /// The day the assessment is to be looked at again, as `YYYY-MM-DD`.
    Review,
    /// Why a control of an annex is applied, for the Statement of Applicability.
    Justification,
    /// What a control of an annex follows from: a risk, a law, a contract.
    Basis,
    /// What closing a gap takes, for the plan of action and milestones.
    Resources,
    /// The risk of a gap: `low`, `moderate` or `high`.
    Rating,
}

impl Field {
    pub(crate) const ALL: [(Self, &'static str); 38] = [
        (Self::Level, "level"),
        (Self::Reason, "reason"),
        (Self::Note, "note"),
        (Self::Evidence, "evidence"),
        (Self::Owner, "owner"),
        (Self::Due, "due"),
        (Self::Target, "target"),
        (Self::Name, "name"),
        (Self::Included, "included"),
        (Self::Scope, "scope"),
        (Self::Started, "started"),
        (Self::Changed, "changed"),
        (Self::Documented, "documented"),
        (Self::Tailoring, "tailoring"),
        (Self::Weight, "weight"),
        (Self::Why, "why"),
        (Self::Overlay, "overlay"),
        (Self::Title, "title"),
        (Self::Question, "question"),
        (Self::Parent, "parent"),
        (Self::Layers, "layers"),
        (Self::Accepted, "accepted"),
        (Self::Rejected, "rejected"),
        (Self::Control, "control"),
        (Self::Effort, "effort"),
        (Self::Start, "start"),
        (Self::Status, "status"),
        (Self::Depends, "depends"),
        (Self::Phase, "phase"),
        (Self::Levels, "levels"),
        (Self::Kind, "kind"),
        (Self::Origin, "origin"),
        (Self::Taken, "taken"),
        (Self::Review, "review"),
        (Self::Justification, "justification"),
        (Self::Basis, "basis"),
        (Self::Resources, "resources"),
        (Self::Rating, "rating"),
    ];

    /// Its name in saved shapes.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }

    /// Whether a section may have it too: what holds for everything below.
    #[must_use]
    pub fn fits_section(self) -> bool {
        matches!(self, Self::Target | Self::Tailoring | Self::Why | Self::Overlay)
    }

    /// Every field, in the order of the saved shape.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().map(|(field, _)| field)
    }
}

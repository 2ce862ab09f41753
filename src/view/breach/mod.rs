//! Whether a data breach has to be notified under Part 6A of Singapore's Personal Data Protection Act 2012, to whom, and by
//! when: questions in order, each with its section, until the answers decide.
//!
//! Facts: Personal Data Protection Act 2012, sections 4, 26A to 26E; Personal Data Protection (Notification of Data Breaches)
//! Regulations 2021 for the prescribed data and the scale of 500. The 30 days for the assessment are the Commission's
//! guidance, not the Act. What comes out helps somebody decide and is no legal advice.

mod outcome;
mod question;

pub use outcome::{Individuals, Outcome};
pub use question::{Question, Role};

use std::collections::BTreeMap;

use crate::assessment::Day;

/// Days after the day of the assessment within which the Commission is notified: s 26D(1).
pub const COMMISSION_DAYS: u32 = 3;

/// Days for the assessment in the Commission's guidance.
pub const GUIDANCE_DAYS: u32 = 30;

/// Individuals from which a breach is of a significant scale: s 26B(3) with the 2021 Regulations.
pub const SCALE: u32 = 500;

/// What is known of an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incident {
    pub role: Option<Role>,
    /// The answers to the questions that are answered with yes or no.
    pub answers: BTreeMap<Question, bool>,
    /// The day somebody first had reason to believe that a breach had occurred.
    pub suspected: Option<Day>,
    /// The day the organisation assessed that the breach is notifiable.
    pub assessed: Option<Day>,
}

/// Where an incident stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The questions that count so far, in order; the last is open unless there is an outcome.
    pub asked: Vec<Question>,
    /// Absent while a question is open.
    pub outcome: Option<Outcome>,
    pub dates: Dates,
}

/// Days that follow from the outcome and the days entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The last day to notify the Commission: 3 calendar days after the day of the assessment, s 26D(1). As soon as is
    /// practicable comes first.
    pub commission: Option<Day>,
    /// The day by which the Commission's guidance expects the assessment: 30 calendar days after the first suspicion.
    pub guidance: Option<Day>,
    /// The assessment came after that day; the reasons for the delay belong on record.
    pub assessed_late: bool,
    /// The assessment is dated before the suspicion, so one of the two is wrong.
    pub contradictory: bool,
}

/// Decides as far as the answers reach. Answers to questions that are not asked are ignored.
#[must_use]
pub fn decide(incident: &Incident) -> Decision {
    let mut asked = Vec::new();
    let outcome = walk(incident, &mut asked);
    Decision { asked, dates: dates(incident, outcome), outcome }
}

/// Asks one question after the other; none when one is open.
fn walk(incident: &Incident, asked: &mut Vec<Question>) -> Option<Outcome> {
    let mut ask = |question: Question| {
        asked.push(question);
        incident.answers.get(&question).copied()
    };
    if !ask(Question::Breach)? {
        return Some(Outcome::NoBreach);
    }
    if !ask(Question::SinceCommencement)? {
        return Some(Outcome::BeforeCommencement);
    }
    ask(Question::Role);
    match incident.role? {
        Role::PublicAgency => return Some(Outcome::PublicAgency),
        Role::IntermediaryOfAgency => return Some(Outcome::TellAgency),
        Role::Intermediary => return Some(Outcome::TellOrganisation),
        Role::Organisation => {}
    }
    if ask(Question::Within)? {
        return Some(Outcome::WithinOrganisation);
    }
    let (harm, scale) = (ask(Question::Harm)?, ask(Question::Scale)?);
    if !harm {
        return Some(if scale { Outcome::Notify(Individuals::ScaleOnly) } else { Outcome::NeitherTest });
    }
    let exceptions = [
        (Question::Prohibited, Individuals::Prohibited),
        (Question::Protected, Individuals::Protected),
        (Question::Remedied, Individuals::Remedied),
        (Question::Waived, Individuals::Waived),
    ];
    for (question, individuals) in exceptions {
        if ask(question)? {
            return Some(Outcome::Notify(individuals));
        }
    }
    Some(Outcome::Notify(Individuals::Tell))
}

fn dates(incident: &Incident, outcome: Option<Outcome>) -> Dates {
    let notifies = matches!(outcome, Some(Outcome::Notify(_)));
    let assesses = outcome.is_none_or(Outcome::is_assessed);
    let (suspected, assessed) = (incident.suspected, incident.assessed);
    let guidance = suspected.filter(|_| assesses).and_then(|day| day.plus(GUIDANCE_DAYS));
    Dates {
        commission: assessed.filter(|_| notifies).and_then(|day| day.plus(COMMISSION_DAYS)),
        guidance,
        assessed_late: guidance.zip(assessed).is_some_and(|(guidance, assessed)| assessed > guidance),
        contradictory: suspected.zip(assessed).is_some_and(|(suspected, assessed)| assessed < suspected),
    }
}

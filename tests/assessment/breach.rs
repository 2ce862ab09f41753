//! Part 6A of the Singapore PDPA, case by case.

use plumbline::assessment::Day;
use plumbline::view::breach::{Decision, Incident, Individuals, Outcome, Question, Role, decide};

use Question::{Breach, Harm, Prohibited, Protected, Remedied, Scale, SinceCommencement, Waived, Within};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// An incident with these questions answered yes, and those of `no` answered no.
fn incident(role: Role, yes: &[Question], no: &[Question]) -> Incident {
    let answers = yes.iter().map(|question| (*question, true)).chain(no.iter().map(|question| (*question, false)));
    Incident { role: Some(role), answers: answers.collect(), suspected: None, assessed: None }
}

fn outcome(role: Role, yes: &[Question], no: &[Question]) -> Option<Outcome> {
    decide(&incident(role, yes, no)).outcome
}

fn assessed(suspected: &str, assessed: &str) -> Decision {
    let base = incident(Role::Organisation, &[Breach, SinceCommencement, Scale], &[Within, Harm]);
    decide(&Incident { suspected: Some(day(suspected)), assessed: Some(day(assessed)), ..base })
}

const OURS: Role = Role::Organisation;
const OPENING: [Question; 2] = [Breach, SinceCommencement];

#[test]
fn questions_come_in_order_and_stop_at_the_first_open_one() {
    let asked = |incident: &Incident| decide(incident).asked;
    assert_eq!(asked(&Incident::default()), [Breach]);
    assert_eq!(asked(&incident(OURS, &OPENING, &[])), [Breach, SinceCommencement, Question::Role, Within]);
    let mut without_role = incident(OURS, &OPENING, &[Within]);
    without_role.role = None;
    assert_eq!(asked(&without_role), [Breach, SinceCommencement, Question::Role]);
    assert_eq!(asked(&incident(OURS, &OPENING, &[Within])).last(), Some(&Harm));
    assert_eq!(decide(&incident(OURS, &OPENING, &[Within])).outcome, None);
}

#[test]
fn what_is_no_breach_or_too_early_is_not_notifiable() {
    assert_eq!(outcome(OURS, &[], &[Breach]), Some(Outcome::NoBreach));
    assert_eq!(outcome(OURS, &[Breach], &[SinceCommencement]), Some(Outcome::BeforeCommencement));
}

#[test]
fn a_data_intermediary_tells_its_principal() {
    assert_eq!(outcome(Role::Intermediary, &OPENING, &[]), Some(Outcome::TellOrganisation));
    assert_eq!(outcome(Role::IntermediaryOfAgency, &OPENING, &[]), Some(Outcome::TellAgency));
    assert_eq!(outcome(Role::PublicAgency, &OPENING, &[]), Some(Outcome::PublicAgency));
    let mut intermediary = incident(Role::Intermediary, &OPENING, &[]);
    intermediary.suspected = Some(day("2026-01-01"));
    intermediary.assessed = Some(day("2026-01-02"));
    assert_eq!(decide(&intermediary).dates, plumbline::view::breach::Dates::default());
}

#[test]
fn a_breach_within_the_organisation_is_not_notifiable() {
    let yes = [Breach, SinceCommencement, Within, Harm, Scale];
    assert_eq!(outcome(OURS, &yes, &[]), Some(Outcome::WithinOrganisation));
}

#[test]
fn either_test_makes_a_breach_notifiable_and_scale_alone_spares_the_individuals() {
    assert_eq!(outcome(OURS, &OPENING, &[Within, Harm, Scale]), Some(Outcome::NeitherTest));
    let scale = outcome(OURS, &[Breach, SinceCommencement, Scale], &[Within, Harm]).unwrap();
    assert_eq!(scale, Outcome::Notify(Individuals::ScaleOnly));
    assert!(scale.notifies_commission() && !scale.notifies_individuals());
    let harm = outcome(OURS, &[Breach, SinceCommencement, Harm], &[Within, Scale, Prohibited, Protected, Remedied, Waived]);
    assert_eq!(harm, Some(Outcome::Notify(Individuals::Tell)));
    assert!(harm.unwrap().notifies_individuals());
}

#[test]
fn exceptions_spare_the_individuals_and_never_the_commission() {
    let exceptions = [
        (Prohibited, Individuals::Prohibited, "s 26D(1), (6)"),
        (Protected, Individuals::Protected, "s 26D(1), (5)(b)"),
        (Remedied, Individuals::Remedied, "s 26D(1), (5)(a)"),
        (Waived, Individuals::Waived, "s 26D(1), (7)"),
    ];
    for (exception, individuals, section) in exceptions {
        let no: Vec<Question> = [Within, Scale, Prohibited, Protected, Remedied, Waived]
            .into_iter()
            .filter(|other| *other != exception)
            .collect();
        let found = outcome(OURS, &[Breach, SinceCommencement, Harm, exception], &no).unwrap();
        assert_eq!((found, found.section()), (Outcome::Notify(individuals), section));
        assert!(found.notifies_commission() && !found.notifies_individuals());
    }
}

#[test]
fn the_commission_is_notified_within_three_calendar_days_after_the_day_of_the_assessment() {
    let commission = |day: &str| assessed(day, day).dates.commission.unwrap().to_string();
    assert_eq!(commission("2026-11-25"), "2026-11-28");
    assert_eq!(commission("2026-11-28"), "2026-12-01");
    assert_eq!(commission("2026-12-30"), "2027-01-02");
    assert_eq!(commission("2027-02-26"), "2027-03-01");
    assert_eq!(commission("2028-02-26"), "2028-02-29");
    assert_eq!(commission("2028-02-28"), "2028-03-02");
}

#[test]
fn the_guidance_counts_thirty_days_from_the_suspicion() {
    let dates = assessed("2026-01-31", "2026-03-02").dates;
    assert_eq!((dates.guidance.unwrap().to_string().as_str(), dates.assessed_late), ("2026-03-02", false));
    assert!(assessed("2026-01-31", "2026-03-03").dates.assessed_late);
    assert_eq!(assessed("2028-01-31", "2028-02-01").dates.guidance.unwrap().to_string(), "2028-03-01");
    assert!(assessed("2026-02-01", "2026-01-31").dates.contradictory);
}

#[test]
fn there_is_no_deadline_without_a_duty() {
    let mut within = incident(OURS, &[Breach, SinceCommencement, Within], &[]);
    within.suspected = Some(day("2026-01-01"));
    within.assessed = Some(day("2026-01-05"));
    let dates = decide(&within).dates;
    assert_eq!((dates.commission, dates.guidance.map(|day| day.to_string())), (None, Some("2026-01-31".to_owned())));
}

#[test]
fn every_question_and_outcome_has_its_section_and_words() {
    for question in Question::ALL {
        assert!(question.section().starts_with('s') && question.text().ends_with(['?', '.']), "{question:?}");
    }
    for role in Role::ALL {
        assert!(!role.title().is_empty());
    }
}

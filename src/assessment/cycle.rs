//! Tasks that wait for one another.

use super::Task;

/// The groups of tasks that depend on one another in a circle, by id. Each task is in at most one; a task that depends on
/// itself is a group alone. Two people who each add a sensible dependency can make one.
#[must_use]
pub fn cycles(tasks: &[Task]) -> Vec<Vec<&str>> {
    let waits: Vec<Vec<usize>> = tasks
        .iter()
        .map(|task| task.depends.iter().filter_map(|id| tasks.iter().position(|other| other.id == *id)).collect())
        .collect();
    let reached: Vec<Vec<bool>> = (0..tasks.len()).map(|from| reach(&waits, from)).collect();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut seen = vec![false; tasks.len()];
    for one in (0..tasks.len()).filter(|one| reached[*one][*one]) {
        let circle = (0..tasks.len()).filter(|other| reached[one][*other] && reached[*other][one]);
        let mut circle: Vec<usize> = circle.collect();
        circle.retain(|member| !std::mem::replace(&mut seen[*member], true));
        let mut ids: Vec<&str> = circle.into_iter().map(|member| tasks[member].id.as_str()).collect();
        ids.sort_unstable();
        groups.extend((!ids.is_empty()).then_some(ids));
    }
    groups.sort_unstable();
    groups
}

/// What a task waits for, at any remove.
fn reach(waits: &[Vec<usize>], from: usize) -> Vec<bool> {
    let mut reached = vec![false; waits.len()];
    let mut open = waits[from].clone();
    while let Some(next) = open.pop() {
        if !std::mem::replace(&mut reached[next], true) {
            open.extend(&waits[next]);
        }
    }
    reached
}

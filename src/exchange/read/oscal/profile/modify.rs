//! The last step of a profile: setting parameters, adding to controls and taking away from them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::owned;
use crate::exchange::Error;
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;

type Entries = Vec<(Cow<'static, str>, Node<'static>)>;

/// Applies `modify` to a catalog.
pub(super) fn apply(catalog: &mut Node<'static>, modify: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<(), Error> {
    let mut settings: BTreeMap<&str, (&Node<'_>, bool)> = BTreeMap::new();
    for setting in modify.at("set-parameters").items() {
        if let Some(id) = setting.at("param-id").text() {
            settings.insert(id, (setting, false));
        }
    }
    let mut alters: BTreeMap<&str, (Vec<&Node<'_>>, bool)> = BTreeMap::new();
    for alter in modify.at("alters").items() {
        if let Some(id) = alter.at("control-id").text() {
            alters.entry(id).or_default().0.push(alter);
        }
    }
    walk(catalog, &mut settings, &mut alters, purse, log)?;
    for (id, _) in settings.iter().filter(|(_, (_, used))| !used) {
        log.skip(format!("the setting of the parameter {id}"), "no control that was taken has it");
    }
    for (id, _) in alters.iter().filter(|(_, (_, used))| !used) {
        log.skip(format!("the change to the control {id}"), "the control was not taken");
    }
    Ok(())
}

fn walk(
    node: &mut Node<'static>,
    settings: &mut BTreeMap<&str, (&Node<'_>, bool)>,
    alters: &mut BTreeMap<&str, (Vec<&Node<'_>>, bool)>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<(), Error> {
    if let Some((changes, used)) = node.at("id").text().and_then(|id| alters.get_mut(id)) {
        *used = true;
        for change in changes.iter() {
            // Every change looks through the whole control.
            let looks = change.at("removes").items().len() + change.at("adds").items().len();
            (0..looks).try_for_each(|_| parts_within(node, purse))?;
            change.at("removes").items().iter().for_each(|remove| take_away(node, remove));
            change.at("adds").items().iter().for_each(|add| add_to(node, add, log));
        }
    }
    let Node::Map(entries) = node else { return Ok(()) };
    for (key, value) in entries {
        let Node::List(items) = value else { continue };
        match key.as_ref() {
            "params" => items.iter_mut().for_each(|parameter| set(parameter, settings)),
            "groups" | "controls" => {
                items.iter_mut().try_for_each(|inner| walk(inner, settings, alters, purse, log))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Pays for one look at each part of a control.
fn parts_within(node: &Node<'_>, purse: &mut Purse) -> Result<(), Error> {
    for part in ["parts", "props", "params", "links"].iter().flat_map(|list| node.at(list).items()) {
        purse.pay(0)?;
        parts_within(part, purse)?;
    }
    Ok(())
}

/// Replaces what a setting says and keeps the rest of a parameter.
fn set(parameter: &mut Node<'static>, settings: &mut BTreeMap<&str, (&Node<'_>, bool)>) {
    let Some((setting, used)) = parameter.at("id").text().and_then(|id| settings.get_mut(id)) else { return };
    *used = true;
    let Node::Map(entries) = parameter else { return };
    for (key, value) in setting.entries().iter().filter(|(key, _)| key != "param-id") {
        put(entries, key, owned(value));
    }
}

fn put(entries: &mut Entries, key: &str, value: Node<'static>) {
    match entries.iter_mut().find(|(name, _)| name == key) {
        Some(entry) => entry.1 = value,
        None => entries.push((Cow::Owned(key.to_owned()), value)),
    }
}

/// Takes away every part, property, parameter and link that all given criteria fit.
fn take_away(node: &mut Node<'static>, remove: &Node<'_>) {
    const CRITERIA: [(&str, &str); 4] = [("by-name", "name"), ("by-class", "class"), ("by-id", "id"), ("by-ns", "ns")];
    let item = remove.at("by-item-name").text();
    let wanted: Vec<(&str, &str)> =
        CRITERIA.iter().filter_map(|(criterion, key)| Some((*key, remove.at(criterion).text()?))).collect();
    if wanted.is_empty() && item.is_none() {
        return;
    }
    let Node::Map(entries) = node else { return };
    for (key, value) in entries {
        let kind = match key.as_ref() {
            "parts" => "part",
            "props" => "prop",
            "params" => "param",
            "links" => "link",
            _ => continue,
        };
        let Node::List(items) = value else { continue };
        if item.is_none_or(|item| item == kind) {
            items.retain(|item| !wanted.iter().all(|(key, text)| item.at(key).text() == Some(*text)));
        }
        items.iter_mut().filter(|_| kind == "part").for_each(|part| take_away(part, remove));
    }
}

/// Adds to a control, or to the part or parameter in it that `by-id` names.
fn add_to(node: &mut Node<'static>, add: &Node<'_>, log: &mut Log) {
    let by_id = add.at("by-id").text();
    let position = add.at("position").text().unwrap_or("ending");
    let control = node.at("id").text().unwrap_or_default().to_owned();
    match by_id.filter(|id| *id != control) {
        None => merge_into(node, add, position == "starting"),
        Some(id) => {
            if !place(node, id, add, position) {
                log.skip(format!("an addition to {id} in the control {control}"), "the control has no such part");
            }
        }
    }
}

/// Adds parts, properties, parameters and links of `add` to a node, before or behind its own.
fn merge_into(node: &mut Node<'static>, add: &Node<'_>, at_start: bool) {
    let Node::Map(entries) = node else { return };
    for key in ["params", "props", "links", "parts"] {
        let added: Vec<Node<'static>> = add.at(key).items().iter().map(owned).collect();
        if added.is_empty() {
            continue;
        }
        match entries.iter_mut().find(|(name, _)| name == key) {
            Some((_, Node::List(items))) if at_start => drop(items.splice(0..0, added)),
            Some((_, Node::List(items))) => items.extend(added),
            _ => put(entries, key, Node::List(added)),
        }
    }
    if let Some(title) = add.at("title").text() {
        put(entries, "title", Node::Quoted(Cow::Owned(title.to_owned())));
    }
}

/// Finds `id` among the parts and parameters below a node and adds there; false when it is not there.
fn place(node: &mut Node<'static>, id: &str, add: &Node<'_>, position: &str) -> bool {
    let Node::Map(entries) = node else { return false };
    for (key, value) in entries {
        let Node::List(items) = value else { continue };
        if !["parts", "params"].contains(&key.as_ref()) {
            continue;
        }
        if let Some(at) = items.iter().position(|item| item.at("id").text() == Some(id)) {
            let beside: Vec<Node<'static>> = add.at(key).items().iter().map(owned).collect();
            match position {
                "before" => drop(items.splice(at..at, beside)),
                "after" => drop(items.splice(at + 1..at + 1, beside)),
                _ => merge_into(&mut items[at], add, position == "starting"),
            }
            return true;
        }
        if items.iter_mut().any(|item| place(item, id, add, position)) {
            return true;
        }
    }
    false
}

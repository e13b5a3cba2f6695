//! Asking services that are no part of the call.

use serde_json::{Map, Value};

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::Action;
use crate::effect::{Effect, Outcome};
use crate::request::{Namespace, Reply, Request, RequestKind, Results};
use crate::root::Root;
use crate::transitions::Operator;
use crate::value::Field;

/// Asks, or settles what was answered.
pub(super) fn ask(
    scene: &mut Scene<'_>,
    action: &Action,
    kind: RequestKind,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => request(scene, action, kind).map(Move::Await),
        Some(Outcome::Done) => settle(scene, kind, &Reply::done()),
        Some(Outcome::Replied(reply)) => settle(scene, kind, reply),
        Some(_) => Err(Failure::Unexpected),
    }
}

fn request(scene: &Scene<'_>, action: &Action, kind: RequestKind) -> Result<Effect, Failure> {
    let parameters = scene.known().fill(&action.parameters, &mut |_| {});
    let empty = kind.needs().iter().find(|path| {
        let value = path.split('.').try_fold(&parameters, |value, step| value.get(step));
        value.and_then(Value::as_str).is_some_and(str::is_empty)
    });
    if let Some(path) = empty {
        return Err(Failure::new(format!("`{path}` is empty")));
    }
    Ok(Effect::Request(Box::new(Request {
        kind,
        contact_id: scene.contact.contact_id.clone(),
        channel: scene.contact.channel,
        parameters,
        results: results(action, kind),
    })))
}

/// The results that a flow tells apart.
fn results(action: &Action, kind: RequestKind) -> Vec<String> {
    match kind.results() {
        Results::None => Vec::new(),
        Results::Among(names) => names.iter().map(|it| (*it).to_owned()).collect(),
        Results::AsWritten => {
            let conditions = action.transitions().conditions.iter();
            let equal = conditions.filter(|it| it.operator == Operator::Equals);
            let fixed = equal.flat_map(|it| &it.operands).filter_map(|it| match it {
                Field::Static(text) => Some(text.clone()),
                Field::Reference(_) => None,
            });
            fixed.collect()
        }
    }
}

/// Keeps what was replied, and takes the branch of it.
fn settle(scene: &mut Scene<'_>, kind: RequestKind, reply: &Reply) -> Turn {
    keep(scene, kind, reply);
    if let Some(error) = &reply.error {
        let why = format!("{}: `{error}`", kind.service());
        return Err(Failure::of(error.clone(), why));
    }
    Ok(reply.result.clone().map_or(Move::Next, Move::Choose))
}

/// Puts the data of a reply where references find them.
///
/// A reply that fails and brings nothing leaves what was found before: the flow may yet ask again.
fn keep(scene: &mut Scene<'_>, kind: RequestKind, reply: &Reply) {
    let Some(Namespace { root, path, replaces }) = kind.namespace() else { return };
    if reply.error.is_some() && reply.data.is_empty() {
        return;
    }
    let top = match root {
        Root::DataTables | Root::DataTableList => {
            // Each action that reads tables takes away what the one before left.
            scene.contact.results.data_tables.clear();
            &mut scene.contact.results.data_tables
        }
        _ => &mut scene.contact.other,
    };
    let Some(mut object) = object_at(top, root.as_str()) else { return };
    if let (RequestKind::ShowView, Some(result)) = (kind, &reply.result) {
        object.insert("Action".to_owned(), Value::from(result.as_str()));
    }
    for step in path {
        let Some(inner) = object_at(object, step) else { return };
        object = inner;
    }
    if replaces {
        object.clear();
    }
    object.extend(reply.data.iter().map(|(name, it)| (name.clone(), it.clone())));
}

/// The object under a name; made if there is none, or something else.
fn object_at<'a>(
    object: &'a mut Map<String, Value>,
    name: &str,
) -> Option<&'a mut Map<String, Value>> {
    let value = object.entry(name).or_insert(Value::Null);
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    value.as_object_mut()
}

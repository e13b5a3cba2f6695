//! Actions that lead out of the flow.

use super::Frame;
use super::scene::{Failure, Move, Scene, Turn};
use super::stage::MAX_CHAIN;
use crate::action::{EndFlowModuleExecution, TargetQueue};
use crate::effect::{Effect, Outcome};
use crate::library::FlowKind;
use crate::transitions::QUEUE_AT_CAPACITY;
use crate::value::Field;

/// Most modules inside one another.
///
/// Source: Amazon Connect Administrator Guide, "Flow modules for reusable functions".
pub(super) const MAX_MODULE_DEPTH: usize = 5;

/// `UpdateContactTargetQueue`.
pub(super) fn target_queue(scene: &mut Scene<'_>, queue: &TargetQueue) -> Turn {
    scene.contact.target_queue = Some(scene.queue(Some(queue))?);
    Ok(Move::Next)
}

/// `TransferContactToQueue`, and `DequeueContactAndTransferToQueue`: to the queue that is named, or
/// else to the target queue.
pub(super) fn to_queue(
    scene: &Scene<'_>,
    named: Option<&TargetQueue>,
    answer: Option<&Outcome>,
) -> Turn {
    let queue = scene.queue(named)?;
    match answer {
        None if scene.is_last => {
            let why = format!("Connect moves a contact through {MAX_CHAIN} queues at most");
            Err(Failure::new(why))
        }
        None => Ok(Move::Await(Effect::TransferToQueue { queue })),
        Some(Outcome::Done) => Ok(Move::Queue(queue)),
        Some(Outcome::AtCapacity) => Err(Failure::of(QUEUE_AT_CAPACITY, "the queue is full")),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `TransferToFlow`.
pub(super) fn to_flow(scene: &mut Scene<'_>, flow: &Field) -> Turn {
    let id = scene.required(flow, "the flow's id")?;
    let first = enter(scene, &id, FlowKind::Flow)?;
    // What was read of data tables is for the flow that read it.
    scene.contact.results.data_tables.clear();
    Ok(Move::Transfer(first))
}

/// `InvokeFlowModule`.
pub(super) fn invoke_module(scene: &Scene<'_>, module: &Field) -> Turn {
    let id = scene.required(module, "the module's id")?;
    // The flow itself is one of the frames.
    if scene.depth > MAX_MODULE_DEPTH {
        let why = format!("more than {MAX_MODULE_DEPTH} modules inside one another");
        return Err(Failure::new(why));
    }
    Ok(Move::Enter(enter(scene, &id, FlowKind::Module)?))
}

/// The beginning of another flow.
fn enter(scene: &Scene<'_>, id: &str, kind: FlowKind) -> Result<Frame, Failure> {
    let what = match kind {
        FlowKind::Flow => "flow",
        FlowKind::Module => "module",
    };
    let Some(entry) = scene.library.get(id).filter(|it| it.kind == kind) else {
        return Err(Failure::new(format!("there is no {what} `{id}`")));
    };
    let Some(first) = entry.flow.start() else {
        return Err(Failure::new(format!("{what} `{id}` has no first action")));
    };
    Ok(Frame::new(&entry.arn, first.identifier()))
}

/// `EndFlowModuleExecution`.
pub(super) fn end_module(scene: &mut Scene<'_>, it: &EndFlowModuleExecution) -> Turn {
    let known = scene.known();
    let data = it.data.iter();
    let data = data.map(|(name, it)| (name.clone(), known.fill(it, &mut |_| {}))).collect();
    let result = it.result.as_ref().map(|it| scene.text(it));
    let Some(caller) = &mut scene.frame.caller_results else {
        return Err(Failure::new("only a module can end a module"));
    };
    caller.module = data;
    Ok(Move::Return(result))
}

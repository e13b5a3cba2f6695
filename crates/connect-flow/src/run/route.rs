//! Actions that lead out of the flow.

use super::Frame;
use super::scene::{Failure, Move, Scene, Turn};
use crate::action::TargetQueue;
use crate::effect::{Effect, End, Outcome};
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

/// `TransferContactToQueue`.
pub(super) fn to_queue(scene: &Scene<'_>, answer: Option<&Outcome>) -> Turn {
    let queue = scene.queue(None)?;
    match answer {
        None => Ok(Move::Await(Effect::TransferToQueue { queue })),
        Some(Outcome::Done) => Ok(Move::End(End::Queue { queue })),
        Some(Outcome::AtCapacity) => Err(Failure::of(QUEUE_AT_CAPACITY, "the queue is full")),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `TransferToFlow`.
pub(super) fn to_flow(scene: &Scene<'_>, flow: &Field) -> Turn {
    let id = scene.required(flow, "the flow's id")?;
    Ok(Move::Transfer(enter(scene, &id, FlowKind::Flow)?))
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
pub(super) fn end_module(scene: &Scene<'_>, result: Option<&Field>) -> Turn {
    if !scene.frame.is_module() {
        return Err(Failure::new("only a module can end a module"));
    }
    Ok(Move::Return(result.map(|it| scene.text(it))))
}

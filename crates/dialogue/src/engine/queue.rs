//! Where a call waits for a person, or leaves its message.

use line::Line;

use super::draft::Draft;
use crate::heard::Heard;
use crate::said::Said;
use crate::wish::Wish;

impl Draft {
    /// Waits in the queue that the caller names: "I want to talk to billing".
    pub(super) fn wait_where_named(&mut self, heard: &Heard, line: &Line) {
        let said = Said::new(&heard.said, heard.language);
        self.queue = crate::hear::queue(&said, line).map(|it| it.name.clone());
    }

    /// Is called back from the queue that the caller names, or leaves it a message, once they have agreed:
    /// "call me back about my bill".
    pub(super) fn reach_where_named(&mut self, wish: Wish, heard: &Heard, line: &Line) {
        if is_way(wish) {
            let said = Said::new(&heard.said, heard.language);
            self.session.queue_named = crate::hear::queue(&said, line).map(|it| it.name.clone());
        }
    }

    /// Settles where the call waits, or leaves its message, as it ends: in the queue that the caller
    /// named, or that their matter belongs to.
    pub(super) fn settle_queue(&mut self, line: &Line) {
        let reaches = self.session.wish().is_some_and(is_way);
        let agreed = self.session.queue_named.take().filter(|_| reaches);
        let named = self.queue.take().or(agreed);
        self.session.queue = named.or_else(|| self.queue_of_matter(line));
    }

    /// The queue that sees to what the caller is about, or was about last.
    fn queue_of_matter(&self, line: &Line) -> Option<String> {
        let session = &self.session;
        let left = session.aside.as_ref().map(|it| it.doing.serves());
        let wishes = [session.wish(), left, session.last_wish].into_iter().flatten();
        let wish = wishes.into_iter().find(|it| !is_way(*it))?;
        let queue = line.queues.iter().find(|it| it.intents.contains(wish.as_str()))?;
        Some(queue.name.clone())
    }
}

/// Whether a wish is a way to reach people, about whatever the caller was about before.
fn is_way(wish: Wish) -> bool {
    matches!(wish, Wish::LeaveMessage | Wish::RequestCallback)
}

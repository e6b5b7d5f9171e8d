//! Who could run if the loop were free: what is ready, and what has come due.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::entity::{EntityId, EntityKind};
use crate::event::Event;
use crate::kind::Kind;
use crate::log::Log;

/// The ready queue and the timers, told by whom they serve.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    ready: VecDeque<(EntityId, EntityId)>,
    timers: BTreeMap<(u64, EntityId), EntityId>,
    /// When each timer is due.
    deadlines: HashMap<EntityId, u64>,
}

impl Waiting {
    pub(super) fn take(&mut self, log: &Log, event: &Event) {
        let handle = event.subject;
        match event.kind {
            Kind::HandleReady => self.ready.push_back((handle, served(log, handle))),
            Kind::HandleStarted | Kind::HandleSkipped => {
                if let Some(at) = self.ready.iter().position(|(ready, _)| *ready == handle) {
                    self.ready.remove(at);
                }
            }
            Kind::TimerSet => {
                self.deadlines.insert(handle, event.wide());
                self.timers
                    .insert((event.wide(), handle), served(log, handle));
            }
            Kind::TimerDue => {
                self.forget(handle);
                self.ready.push_back((handle, served(log, handle)));
            }
            Kind::TimerCancelled => self.forget(handle),
            _ => {}
        }
    }

    fn forget(&mut self, timer: EntityId) {
        if let Some(deadline) = self.deadlines.remove(&timer) {
            self.timers.remove(&(deadline, timer));
        }
    }

    /// The tasks, besides `but`, that had reason to run at a time; each once.
    pub(super) fn kept_waiting(&self, log: &Log, now: u64, but: EntityId) -> Vec<EntityId> {
        let due = self.timers.range(..=(now, EntityId::NONE));
        let all = self
            .ready
            .iter()
            .map(|(_, task)| *task)
            .chain(due.map(|(_, task)| *task));
        let mut tasks = Vec::new();
        for task in all.filter(|task| *task != but && log.is_task(*task)) {
            if !tasks.contains(&task) && tasks.len() < super::MOST_OTHERS {
                tasks.push(task);
            }
        }
        tasks
    }
}

/// The task that a handle, timer or future works for; itself if for none.
fn served(log: &Log, entity: EntityId) -> EntityId {
    let mut id = entity;
    while let Some(row) = log.entity(id) {
        let is_link = matches!(
            row.kind,
            EntityKind::Handle | EntityKind::Timer | EntityKind::Future
        );
        // Parents are older than their children, so this ends.
        if !is_link || row.parent >= id {
            break;
        }
        id = row.parent;
    }
    id
}

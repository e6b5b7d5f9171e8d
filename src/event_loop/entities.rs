//! Entities of objects that are written in Python: locks, queues, scopes.

use coroscope_trace::EntityId;
use rustc_hash::FxHashMap;
use std::cell::Cell;

/// Which entity an object is, by its identity; `NONE` for one that the log
/// says nothing of.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    all: FxHashMap<u64, EntityId>,
    /// The one that was asked for last: who uses a queue uses it again.
    latest: Cell<Option<(u64, EntityId)>>,
}

impl Entities {
    /// The entity of the object with this identity, if it has one.
    pub(crate) fn get(&self, identity: u64) -> Option<EntityId> {
        if let Some((latest, entity)) = self.latest.get()
            && latest == identity
        {
            return Some(entity);
        }
        let found = self.all.get(&identity).copied();
        if let Some(entity) = found {
            self.latest.set(Some((identity, entity)));
        }
        found
    }

    pub(crate) fn insert(&mut self, identity: u64, entity: EntityId) {
        self.latest.set(None);
        self.all.insert(identity, entity);
    }
}

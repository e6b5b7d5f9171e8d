//! Events that are handed over: packed as they are made, for a log somewhere else.

use crate::delta::Mark;
use crate::event::EventIndex;
use crate::log::Log;
use crate::packed::{Packer, Unpacker};
use crate::store::Store;

/// Events on their way to another log.
#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    /// What is to be taken next.
    pub(crate) packed: Packer,
    /// How much of the log has been taken.
    pub(crate) taken: Mark,
    /// What was taken, piece by piece.
    pub(crate) sent: Vec<Packer>,
}

impl Log {
    /// From now on events are kept packed, for [`Log::take_delta`]: the log is
    /// read somewhere else. Readers of this one see no events.
    pub fn hand_over_events(&mut self) {
        if self.outbox.is_some() {
            return;
        }
        let mut packed = Packer::new();
        for (_, event) in self.events_from(EventIndex(0)) {
            packed.add(*event);
        }
        self.events.let_go();
        self.outbox = Some(Box::new(Outbox {
            packed,
            taken: Mark::START,
            sent: Vec::new(),
        }));
    }

    /// Looks at the log with all its events, packed ones too. That takes as
    /// much time and memory as not to have packed them.
    pub(crate) fn with_all_events<R>(&mut self, look: impl FnOnce(&Log) -> R) -> R {
        let Some(outbox) = self.outbox.take() else {
            return look(self);
        };
        let mut all = Store::new();
        for piece in outbox.sent.iter().chain([&outbox.packed]) {
            let mut unpacker = Unpacker::new(piece.chunks().flatten());
            while let Some(event) = unpacker.next() {
                self.keep_numbers_of(&event);
                all.push(event);
            }
        }
        self.outbox = Some(outbox);
        let here = std::mem::replace(&mut self.events, all);
        let seen = look(self);
        self.events = here;
        seen
    }
}

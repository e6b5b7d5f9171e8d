//! Events that are handed over: packed as they are made, for a log somewhere else.

use std::rc::Rc;

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
    pub(crate) sent: Vec<Rc<Packer>>,
}

/// What was added to a log, as [`Log::apply_delta`] takes it, but not yet in one
/// stretch of memory: whoever sends it copies it in any case.
#[derive(Clone, PartialEq, Debug)]
pub struct Taken {
    before: Vec<u8>,
    events: Rc<Packer>,
    after: Vec<u8>,
}

impl Taken {
    /// The bytes, in so many stretches as there are.
    pub fn parts(&self) -> impl Iterator<Item = &[u8]> {
        let events = self.events.chunks().map(|chunk| chunk.as_flattened());
        let [before, after] = [&self.before, &self.after].map(Vec::as_slice);
        std::iter::once(before).chain(events).chain([after])
    }

    /// How many bytes there are.
    pub fn byte_len(&self) -> usize {
        self.parts().map(<[u8]>::len).sum()
    }

    /// The bytes in one stretch.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.byte_len());
        self.parts().for_each(|part| bytes.extend_from_slice(part));
        bytes
    }
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

    /// Everything that was added since the last time, of a log that [hands its
    /// events over](Log::hand_over_events).
    pub fn take_delta(&mut self) -> Taken {
        self.hand_over_events();
        let mut events = Rc::new(Packer::new());
        let from = match &mut self.outbox {
            Some(outbox) => {
                let mut packed = std::mem::replace(&mut outbox.packed, Packer::new());
                if packed.len() > 0 {
                    packed.shrink();
                    events = Rc::new(packed);
                    outbox.sent.push(Rc::clone(&events));
                }
                outbox.taken
            }
            None => Mark::START,
        };
        let taken = Taken {
            before: self.delta_before_events(from),
            events,
            after: self.delta_after_events(from),
        };
        let mark = self.mark();
        if let Some(outbox) = &mut self.outbox {
            outbox.taken = mark;
        }
        taken
    }

    /// Looks at the log with all its events, packed ones too. That takes as
    /// much time and memory as not to have packed them.
    pub(crate) fn with_all_events<R>(&mut self, look: impl FnOnce(&Log) -> R) -> R {
        let Some(outbox) = self.outbox.take() else {
            return look(self);
        };
        let mut all = Store::new();
        let sent = outbox.sent.iter().map(|piece| &**piece);
        for piece in sent.chain([&outbox.packed]) {
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

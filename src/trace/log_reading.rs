//! What readers ask of a log.

use crate::entity::{Entity, EntityId};
use crate::event::{Event, EventIndex};
use crate::log::{FileInfo, Log, OutputPiece, Stream};
use crate::text::TextId;

impl Log {
    /// Number of events.
    pub const fn len(&self) -> usize {
        self.events.len()
    }

    /// How many handles of event loops have run.
    pub const fn handles_finished(&self) -> u32 {
        self.handles_finished
    }

    /// Whether there is no event.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at an index.
    #[inline]
    pub fn event(&self, index: EventIndex) -> Option<&Event> {
        self.events.get(index.to_usize())
    }

    /// The events from an index on, with their indices.
    pub fn events_from(&self, from: EventIndex) -> impl Iterator<Item = (EventIndex, &Event)> + '_ {
        let start = from.to_usize().clamp(self.events.first(), self.len());
        (start as u32..)
            .map(EventIndex)
            .zip(self.events.iter_from(start))
    }

    /// The entity with this number, if it was recorded.
    #[inline]
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// The name that an entity has at an event; may be empty.
    pub fn name_at(&self, id: EntityId, event: EventIndex) -> TextId {
        let names = self.renames.get(&id).map_or(&[][..], Vec::as_slice);
        match names.iter().rev().find(|(given, _)| *given <= event) {
            Some((_, name)) => *name,
            None => self.entity(id).map_or(TextId::EMPTY, |entity| entity.name),
        }
    }

    /// Every recorded entity, in order of creation.
    pub fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> + '_ {
        (0..).map(EntityId).zip(self.entities.iter_from(0))
    }

    /// An interned text; unknown ones read as empty.
    pub fn text(&self, id: TextId) -> &str {
        match id.is_number() {
            true => self.numbers.get(id),
            false => self.texts.get(id),
        }
    }

    /// Every interned text that is [no number](TextId::is_number), in the order in
    /// which they came.
    pub fn texts(&self) -> impl Iterator<Item = (TextId, &str)> + '_ {
        (0..).map(TextId).zip(self.texts.iter_from(0))
    }

    /// The number of a text that is already interned.
    pub fn find_text(&self, text: &str) -> Option<TextId> {
        self.texts.find(text)
    }

    /// The source files, by number.
    pub fn files(&self) -> &[FileInfo] {
        &self.files
    }

    /// All output, both streams, in the order in which it was written.
    pub fn output(&self) -> &[u8] {
        &self.output
    }

    /// Which part of [`Log::output`] belongs to which stream and event.
    pub fn output_pieces(&self) -> &[OutputPiece] {
        &self.pieces
    }

    /// What was written to one stream.
    pub fn output_of(&self, stream: Stream) -> Vec<u8> {
        let mut bytes = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.stream == stream) {
            let range = piece.start as usize..piece.end as usize;
            bytes.extend_from_slice(self.output.get(range).unwrap_or(&[]));
        }
        bytes
    }
}

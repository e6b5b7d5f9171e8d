//! What was added to a log since a moment, as bytes: so that a worker can send
//! its log to the page piece by piece.
//!
//! Little-endian throughout. Header: the four bytes `CSD4`, the five counts of
//! the [`Mark`] that the delta starts from, the five counts it ends at. Then
//! files, texts, entities, events ([`packed`](crate::packed)), output bytes and
//! output pieces.

use crate::entity::{Entity, EntityId, EntityKind};
use crate::event::{Event, EventIndex, flags};
use crate::log::{FileInfo, Log, OutputPiece, Stream};
use crate::packed::{Packer, Unpacker, Word};
use crate::text::TextId;

const MAGIC: &[u8; 4] = b"CSD4";

/// Bytes of an entity.
const ENTITY: usize = 17;

/// How much of a log there was at some moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    files: u32,
    texts: u32,
    entities: u32,
    events: u32,
    output: u32,
}

impl Mark {
    /// The moment before anything was there; a delta from it holds the whole log.
    pub const START: Mark = Mark {
        files: 0,
        texts: 1,
        entities: 0,
        events: 0,
        output: 0,
    };
}

/// Why bytes are not a delta for this log. The log is then left as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeltaError {
    /// Not a delta, or cut short, or with impossible contents.
    Malformed,
    /// A delta, but one that does not start where this log ends.
    Gap,
}

impl std::fmt::Display for DeltaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            DeltaError::Malformed => "a piece of the event log is damaged",
            DeltaError::Gap => "a piece of the event log is missing",
        })
    }
}

impl std::error::Error for DeltaError {}

impl Log {
    /// How much of this log there is now.
    pub fn mark(&self) -> Mark {
        Mark {
            files: self.files.len() as u32,
            texts: self.texts.len() as u32,
            entities: self.entities.len() as u32,
            events: self.events.len() as u32,
            output: self.output.len() as u32,
        }
    }

    /// Everything that was added since `from`, for [`Log::apply_delta`].
    pub fn encode_delta(&self, from: Mark) -> Vec<u8> {
        let mut packer = Packer::new();
        for (_, event) in self.events_from(EventIndex(from.events)) {
            packer.add(*event);
        }
        let mut bytes = self.delta_before_events(from);
        for chunk in packer.chunks() {
            bytes.extend_from_slice(chunk.as_flattened());
        }
        bytes.extend_from_slice(&self.delta_after_events(from));
        bytes
    }

    /// The header of a delta, and what stands in it before the events.
    pub(crate) fn delta_before_events(&self, from: Mark) -> Vec<u8> {
        let to = self.mark();
        let entities = to.entities.saturating_sub(from.entities) as usize;
        let mut bytes = Vec::with_capacity(64 + entities * ENTITY);
        bytes.extend_from_slice(MAGIC);
        for mark in [from, to] {
            for count in [
                mark.files,
                mark.texts,
                mark.entities,
                mark.events,
                mark.output,
            ] {
                put(&mut bytes, count);
            }
        }
        for file in self.files.iter().skip(from.files as usize) {
            put(&mut bytes, file.name.len() as u32);
            bytes.extend_from_slice(file.name.as_bytes());
            bytes.push(u8::from(file.is_library));
        }
        for text in self.texts.iter_from(from.texts as usize) {
            put(&mut bytes, text.len() as u32);
            bytes.extend_from_slice(text.as_bytes());
        }
        for entity in self.entities.iter_from(from.entities as usize) {
            let mut row = [0; ENTITY];
            let numbers = [
                entity.name.0,
                entity.created_at.0,
                entity.parent.0,
                entity.number,
            ];
            let (kind, rest) = row.split_at_mut(1);
            kind.fill(entity.kind as u8);
            for (place, number) in rest.as_chunks_mut().0.iter_mut().zip(numbers) {
                *place = number.to_le_bytes();
            }
            bytes.extend_from_slice(&row);
        }
        bytes
    }

    /// What stands in a delta behind the events.
    pub(crate) fn delta_after_events(&self, from: Mark) -> Vec<u8> {
        let output = self.output.get(from.output as usize..).unwrap_or(&[]);
        let mut bytes = output.to_vec();
        let first_new = self
            .pieces
            .partition_point(|piece| piece.end <= from.output);
        for piece in self.pieces.iter().skip(first_new) {
            bytes.push(match piece.stream {
                Stream::Stdout => flags::STDOUT,
                Stream::Stderr => flags::STDERR,
            });
            put(&mut bytes, piece.start.max(from.output));
            put(&mut bytes, piece.end);
            put(&mut bytes, piece.event.0);
        }
        bytes
    }

    /// Appends what [`Log::encode_delta`] of another log wrote. The receiving log
    /// must be as long as the sending one was at the delta's start.
    pub fn apply_delta(&mut self, bytes: &[u8]) -> Result<(), DeltaError> {
        let mut reader = Reader { bytes };
        if reader.take(4)? != MAGIC {
            return Err(DeltaError::Malformed);
        }
        let from = reader.mark()?;
        let to = reader.mark()?;
        if from != self.mark() {
            return Err(DeltaError::Gap);
        }
        let files = reader.files(from.files..to.files)?;
        let texts = reader.texts(from.texts..to.texts)?;
        let entities = (from.entities..to.entities)
            .map(|_| reader.entity())
            .collect::<Result<Vec<_>, _>>()?;
        let events = reader.events(from.events..to.events, to.entities)?;
        let output_len = to
            .output
            .checked_sub(from.output)
            .ok_or(DeltaError::Malformed)?;
        let output = reader.take(output_len as usize)?;
        let pieces = reader.pieces(from.output, to.output)?;
        if texts.iter().any(|text| self.find_text(text).is_some()) {
            return Err(DeltaError::Malformed);
        }

        self.files.extend(files);
        for text in texts {
            self.texts.intern(text);
        }
        for entity in entities {
            self.numbers.keep(entity.name);
            self.entities.push(entity);
        }
        self.entity_count = self.entities.len() as u32;
        for event in events {
            self.append_known(event);
        }
        self.output.extend_from_slice(output);
        for piece in pieces {
            self.append_piece(piece);
        }
        Ok(())
    }
}

fn put(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend_from_slice(&value.to_le_bytes());
}

/// What is left to read of a delta.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], DeltaError> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(count)
            .ok_or(DeltaError::Malformed)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], DeltaError> {
        let (taken, rest) = self
            .bytes
            .split_first_chunk()
            .ok_or(DeltaError::Malformed)?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, DeltaError> {
        let [byte] = self.array()?;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, DeltaError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn text(&mut self) -> Result<&'a str, DeltaError> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length as usize)?).map_err(|_| DeltaError::Malformed)
    }

    fn mark(&mut self) -> Result<Mark, DeltaError> {
        Ok(Mark {
            files: self.number()?,
            texts: self.number()?,
            entities: self.number()?,
            events: self.number()?,
            output: self.number()?,
        })
    }

    fn files(&mut self, range: std::ops::Range<u32>) -> Result<Vec<FileInfo>, DeltaError> {
        range
            .map(|_| {
                let name = self.text()?.to_owned();
                let is_library = self.byte()? != 0;
                Ok(FileInfo { name, is_library })
            })
            .collect()
    }

    /// Texts, all different: equal ones would get one number and shift the rest.
    fn texts(&mut self, range: std::ops::Range<u32>) -> Result<Vec<&'a str>, DeltaError> {
        let texts = range.map(|_| self.text()).collect::<Result<Vec<_>, _>>()?;
        let mut sorted = texts.clone();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(DeltaError::Malformed);
        }
        Ok(texts)
    }

    fn entity(&mut self) -> Result<Entity, DeltaError> {
        Ok(Entity {
            kind: EntityKind::from_u8(self.byte()?).ok_or(DeltaError::Malformed)?,
            name: TextId(self.number()?),
            created_at: EventIndex(self.number()?),
            parent: EntityId(self.number()?),
            number: self.number()?,
        })
    }

    fn events(
        &mut self,
        range: std::ops::Range<u32>,
        entities: u32,
    ) -> Result<Vec<Event>, DeltaError> {
        // None is shorter than a word.
        let (words, _) = self.bytes.as_chunks();
        let mut unpacker = Unpacker::new(words);
        let mut events = Vec::with_capacity(range.len().min(words.len()));
        for index in range {
            let event = unpacker.next().ok_or(DeltaError::Malformed)?;
            // Walking causes must come to an end, and tables by subject be no larger
            // than the table of entities.
            let is_backward = !event.cause.is_some() || event.cause.0 < index;
            let is_known = !event.subject.is_some() || event.subject.0 < entities;
            if !is_backward || !is_known {
                return Err(DeltaError::Malformed);
            }
            events.push(event);
        }
        self.take(unpacker.read * size_of::<Word>())?;
        Ok(events)
    }

    /// The pieces that cover the output from `start` to `end`, and nothing after them.
    fn pieces(&mut self, start: u32, end: u32) -> Result<Vec<OutputPiece>, DeltaError> {
        let mut pieces = Vec::new();
        let mut covered = start;
        while !self.bytes.is_empty() {
            let stream = match self.byte()? {
                flags::STDOUT => Stream::Stdout,
                flags::STDERR => Stream::Stderr,
                _ => return Err(DeltaError::Malformed),
            };
            let piece = OutputPiece {
                stream,
                start: self.number()?,
                end: self.number()?,
                event: EventIndex(self.number()?),
            };
            if piece.start != covered || piece.end <= piece.start {
                return Err(DeltaError::Malformed);
            }
            covered = piece.end;
            pieces.push(piece);
        }
        if covered == end {
            Ok(pieces)
        } else {
            Err(DeltaError::Malformed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Place;
    use crate::kind::Kind;
    use crate::log::{Cause, Limits};

    fn sample(recording: bool) -> Log {
        let mut log = Log::new(recording, Limits::default());
        log.add_file("main.py", false);
        log
    }

    fn grow(log: &mut Log, round: u32) {
        let name = log.intern(&format!("Task-{round}"));
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        log.set_time(u64::from(round) * 1_000);
        let place = Place::new(0, round + 1);
        log.emit(Kind::TaskCreated, task, Cause::Current, place, u32::MAX, 0);
        log.write_output(Stream::Stdout, b"hello\n", task, place);
        log.write_output(Stream::Stderr, "größer".as_bytes(), task, place);
        log.add_file(&format!("module{round}.py"), true);
    }

    fn assert_same(left: &Log, right: &Log) {
        assert_eq!(left.mark(), right.mark());
        assert!(
            left.events_from(EventIndex(0))
                .eq(right.events_from(EventIndex(0)))
        );
        assert!(left.entities().eq(right.entities()));
        assert!(left.texts.iter_from(0).eq(right.texts.iter_from(0)));
        assert_eq!(left.files, right.files);
        assert_eq!(left.output, right.output);
        assert_eq!(left.pieces, right.pieces);
    }

    #[test]
    fn a_log_sent_in_pieces_arrives_whole() {
        for recording in [true, false] {
            let mut sender = sample(recording);
            let mut receiver = Log::blank(Limits::default());
            let mut sent = Mark::START;
            for round in 0..40 {
                grow(&mut sender, round);
                if round % 3 == 0 {
                    let delta = sender.encode_delta(sent);
                    assert_eq!(receiver.apply_delta(&delta), Ok(()));
                    sent = sender.mark();
                    assert_same(&sender, &receiver);
                }
            }
            let nothing = receiver.encode_delta(receiver.mark());
            assert_eq!(receiver.apply_delta(&nothing), Ok(()));
        }
    }

    #[test]
    fn what_is_handed_over_arrives_as_what_is_kept() {
        for recording in [true, false] {
            let [mut kept, mut sender] = [sample(recording), sample(recording)];
            sender.hand_over_events();
            let mut receiver = Log::blank(Limits::default());
            for round in 0..2_000 {
                grow(&mut kept, round);
                grow(&mut sender, round);
                if round % 500 == 7 {
                    assert_eq!(
                        receiver.apply_delta(&sender.take_delta().to_bytes()),
                        Ok(())
                    );
                    assert_same(&kept, &receiver);
                }
            }
            assert_eq!(
                receiver.apply_delta(&sender.take_delta().to_bytes()),
                Ok(())
            );
            assert_same(&kept, &receiver);
            assert_eq!(sender.len(), kept.len());
            assert_eq!(sender.events_from(EventIndex(0)).count(), 0);
        }
    }

    #[test]
    fn a_delta_that_does_not_fit_is_refused() {
        let mut sender = sample(true);
        grow(&mut sender, 0);
        let first = sender.encode_delta(Mark::START);
        let after_first = sender.mark();
        grow(&mut sender, 1);
        let second = sender.encode_delta(after_first);
        let mut receiver = Log::blank(Limits::default());
        assert_eq!(receiver.apply_delta(&second), Err(DeltaError::Gap));
        assert_eq!(receiver.apply_delta(&first), Ok(()));
        assert_eq!(receiver.apply_delta(&first), Err(DeltaError::Gap));
        assert_eq!(receiver.apply_delta(&second), Ok(()));
        assert_same(&sender, &receiver);
    }

    #[test]
    fn damaged_deltas_never_panic_and_never_leave_half_a_delta() {
        let mut sender = sample(true);
        for round in 0..5 {
            grow(&mut sender, round);
        }
        let good = sender.encode_delta(Mark::START);
        for length in 0..good.len() {
            let mut receiver = Log::blank(Limits::default());
            let cut = good.get(..length).unwrap_or(&[]);
            assert_eq!(receiver.apply_delta(cut), Err(DeltaError::Malformed));
            assert_eq!(receiver.mark(), Mark::START);
        }
        for position in 0..good.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut bad = good.clone();
                if let Some(byte) = bad.get_mut(position) {
                    *byte ^= flip;
                }
                let mut receiver = Log::blank(Limits::default());
                if receiver.apply_delta(&bad).is_err() {
                    assert_eq!(receiver.mark(), Mark::START);
                }
            }
        }
    }
}

//! Events in few words: of each, what it has otherwise than the one before.
//!
//! A word has 32 bits. An event's first one is its kind, a byte that says which
//! fields follow, and its flags; then come those fields, whole: `time` in two
//! words, `subject`, `cause` and `place` where they differ from those of the event
//! before, `a` and `b` where they are not 0. That is no more than a comparison and
//! a store for a field, and a long log is no heap of fresh memory for whoever
//! sends it. A line of the same file that differs from the event before in nothing
//! else, as most events do, is one word.

use crate::entity::EntityId;
use crate::event::{Event, EventIndex, Place};
use crate::kind::Kind;

// Which fields follow.
const TIME: u32 = 0;
const SUBJECT: u32 = 1;
const CAUSE: u32 = 2;
const PLACE: u32 = 3;
const A: u32 = 4;
const B: u32 = 5;
/// This field and all above it are unknown.
const UNKNOWN: u32 = 6;

/// A line in one word has this for its kind, and the line's number above.
const NEXT_LINE: u8 = u8::MAX;
const _: () = assert!(Kind::ALL.len() < NEXT_LINE as usize);

/// No event takes more words: the first, two for the time, one for each other field.
const LONGEST: usize = 8;

/// Words of the first chunk and of the largest ones; each is twice as long as the
/// one before.
const FIRST_CHUNK: usize = 1 << 10;
const LARGEST_CHUNK: usize = 1 << 16;

/// A word as its bytes, the lowest first: that is what is sent, so that it can be copied.
pub(crate) type Word = [u8; 4];

/// What the first event is compared with.
const BLANK: Event = Event {
    time: 0,
    subject: EntityId::MAIN,
    cause: EventIndex(0),
    place: Place::NONE,
    a: 0,
    b: 0,
    kind: Kind::RunStarted,
    flags: 0,
};

/// Writes events one after the other.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Packer {
    /// Chunks that have no room for a further event: what they hold does not move.
    full: Vec<Vec<Word>>,
    /// The words, and behind them some that are ready for more.
    words: Vec<Word>,
    used: usize,
    before: Before,
}

impl Packer {
    pub(crate) const fn new() -> Packer {
        Packer {
            full: Vec::new(),
            words: Vec::new(),
            used: 0,
            before: Before {
                time: BLANK.time,
                subject: BLANK.subject,
                cause: BLANK.cause,
                place: BLANK.place,
            },
        }
    }

    /// The events' words, one chunk after the other; no event is in two.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = &[Word]> {
        let last = self.words.get(..self.used).unwrap_or_default();
        self.full.iter().map(Vec::as_slice).chain([last])
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.chunks().map(<[Word]>::len).sum()
    }

    /// Gives back what no event has taken.
    pub(crate) fn shrink(&mut self) {
        self.words.truncate(self.used);
        self.words.shrink_to_fit();
    }

    /// Appends an event.
    // Into where events are made: most of what it asks is known there.
    #[inline(always)]
    pub(crate) fn add(&mut self, event: Event) {
        let free = self.words.get_mut(self.used..);
        let room = match free.and_then(<[Word]>::first_chunk_mut) {
            Some(room) => room,
            None => match next_chunk(&mut self.full, &mut self.words, &mut self.used) {
                Some(room) => room,
                None => return,
            },
        };
        self.used += self.before.write(event, room);
    }
}

/// Begins a chunk.
#[cold]
#[inline(never)]
fn next_chunk<'a>(
    full: &mut Vec<Vec<Word>>,
    words: &'a mut Vec<Word>,
    used: &mut usize,
) -> Option<&'a mut [Word; LONGEST]> {
    let length = words
        .len()
        .saturating_mul(2)
        .clamp(FIRST_CHUNK, LARGEST_CHUNK);
    let mut before = std::mem::replace(words, vec![[0; 4]; length]);
    before.truncate(*used);
    if !before.is_empty() {
        full.push(before);
    }
    *used = 0;
    words.first_chunk_mut()
}

/// What counts of the event before.
#[derive(Clone, PartialEq, Debug)]
struct Before {
    time: u64,
    subject: EntityId,
    cause: EventIndex,
    place: Place,
}

impl Before {
    /// Writes an event; the number of its words.
    #[inline(always)]
    fn write(&mut self, event: Event, words: &mut [Word; LONGEST]) -> usize {
        let is_plain_line =
            event.kind == Kind::LineReached && (event.a, event.b, event.flags) == (0, 0, 0);
        if is_plain_line && self.is_followed_by(&event) {
            let [first, ..] = words;
            *first = (u32::from(NEXT_LINE) | event.place.line() << 8).to_le_bytes();
            self.place = event.place;
            return 1;
        }
        let mut room = Room {
            words,
            used: 1,
            fields: 0,
        };
        if event.time != self.time {
            room.time(event.time);
            self.time = event.time;
        }
        room.field(SUBJECT, event.subject.0, self.subject.0);
        self.subject = event.subject;
        room.field(CAUSE, event.cause.0, self.cause.0);
        self.cause = event.cause;
        room.field(PLACE, event.place.0, self.place.0);
        self.place = event.place;
        room.field(A, event.a, 0);
        room.field(B, event.b, 0);
        let [first, ..] = room.words;
        let header = event.kind as u32 | room.fields << 8 | u32::from(event.flags) << 16;
        *first = header.to_le_bytes();
        room.used
    }

    /// Whether the event differs in nothing but its line, if it has no operands.
    #[inline(always)]
    fn is_followed_by(&self, event: &Event) -> bool {
        event.time == self.time
            && event.subject == self.subject
            && event.cause == self.cause
            && event.place.file() == self.place.file()
    }
}

/// Where an event's words go.
struct Room<'a> {
    words: &'a mut [Word; LONGEST],
    used: usize,
    fields: u32,
}

impl Room<'_> {
    /// The next word, which counts only if it is used. The room is never full; the
    /// remainder lets the compiler see that.
    #[inline(always)]
    fn put(&mut self, word: u32) {
        self.words[self.used % LONGEST] = word.to_le_bytes();
    }

    /// A field that follows if it is not what it would be taken for. There is
    /// nothing to jump over: half of all fields follow.
    #[inline(always)]
    fn field(&mut self, which: u32, value: u32, otherwise: u32) {
        self.put(value);
        let follows = value != otherwise;
        self.used += usize::from(follows);
        self.fields |= u32::from(follows) << which;
    }

    #[inline(always)]
    fn time(&mut self, time: u64) {
        self.put(time as u32);
        self.used += 1;
        self.put((time >> 32) as u32);
        self.used += 1;
        self.fields |= 1 << TIME;
    }
}

/// Reads what a [`Packer`] wrote.
#[derive(Debug)]
pub(crate) struct Unpacker<I> {
    /// What is still to be read.
    words: I,
    /// How many words were read.
    pub(crate) read: usize,
    before: Event,
}

impl<'a, I: Iterator<Item = &'a Word>> Unpacker<I> {
    pub(crate) fn new(words: impl IntoIterator<IntoIter = I>) -> Unpacker<I> {
        Unpacker {
            words: words.into_iter(),
            read: 0,
            before: BLANK,
        }
    }

    /// The next event; `None` if the words are none.
    pub(crate) fn next(&mut self) -> Option<Event> {
        let first = self.word()?;
        if first as u8 == NEXT_LINE {
            let place = Place::new(self.before.place.file(), first >> 8);
            self.before = Event {
                place,
                kind: Kind::LineReached,
                a: 0,
                b: 0,
                flags: 0,
                ..self.before
            };
            return Some(self.before);
        }
        let [kind, fields, flags, 0] = first.to_le_bytes() else {
            return None;
        };
        if fields >> UNKNOWN != 0 {
            return None;
        }
        let has = |field: u32| fields >> field & 1 != 0;
        let mut event = Event {
            kind: Kind::from_u8(kind)?,
            a: 0,
            b: 0,
            flags,
            ..self.before
        };
        if has(TIME) {
            event.time = u64::from(self.word()?) | u64::from(self.word()?) << 32;
        }
        if has(SUBJECT) {
            event.subject.0 = self.word()?;
        }
        if has(CAUSE) {
            event.cause.0 = self.word()?;
        }
        if has(PLACE) {
            event.place.0 = self.word()?;
        }
        if has(A) {
            event.a = self.word()?;
        }
        if has(B) {
            event.b = self.word()?;
        }
        self.before = event;
        Some(event)
    }

    #[inline]
    fn word(&mut self) -> Option<u32> {
        self.read += 1;
        self.words.next().copied().map(u32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<Event> {
        let numbers = [0, 1, 63, 64, 127, 128, 70_000, 1 << 31, u32::MAX];
        let mut events = Vec::new();
        for (round, number) in (0_u32..).zip(numbers) {
            for kind in [Kind::LineReached, Kind::TimerSet, Kind::TaskSuspended] {
                events.push(Event {
                    time: u64::from(number) << (round % 32),
                    subject: EntityId(number),
                    cause: EventIndex(number),
                    place: Place(number.rotate_left(8)),
                    a: number,
                    b: number.wrapping_add(round),
                    kind,
                    flags: round as u8,
                });
            }
        }
        events
    }

    #[test]
    fn events_come_back_as_they_were() {
        let events = sample();
        let mut packer = Packer::new();
        for event in &events {
            packer.add(*event);
        }
        let mut unpacker = Unpacker::new(packer.chunks().flatten());
        for event in &events {
            assert_eq!(unpacker.next(), Some(*event));
        }
        assert_eq!(unpacker.read, packer.len());
        assert_eq!(unpacker.next(), None);
    }

    #[test]
    fn what_nobody_wrote_is_no_event() {
        for unknown in [u32::from(u8::MAX - 1), 1 << UNKNOWN << 8, 1 << 24] {
            assert_eq!(Unpacker::new(&[unknown.to_le_bytes()]).next(), None);
        }
        let cut_short = 1_u32 << SUBJECT << 8;
        assert_eq!(Unpacker::new(&[cut_short.to_le_bytes()]).next(), None);
    }

    #[test]
    fn a_line_after_a_line_takes_one_word() {
        let line = |line: u32| Event {
            place: Place::new(0, line),
            kind: Kind::LineReached,
            ..BLANK
        };
        let mut packer = Packer::new();
        let lines = [10, 11, Place::LAST_LINE, 10].map(line);
        for line in lines {
            packer.add(line);
        }
        assert_eq!(packer.len(), 4);
        let mut unpacker = Unpacker::new(packer.chunks().flatten());
        assert_eq!(lines.map(|_| unpacker.next()), lines.map(Some));
    }

    #[test]
    fn no_event_is_longer_than_its_room() {
        let largest = Event {
            time: u64::MAX,
            subject: EntityId(1 << 31),
            cause: EventIndex(1),
            place: Place(1 << 31),
            a: 1 << 31,
            b: 1 << 31,
            kind: Kind::TimerSet,
            flags: u8::MAX,
        };
        let mut packer = Packer::new();
        packer.add(largest);
        let words = packer.chunks().flatten();
        assert_eq!(Unpacker::new(words).next(), Some(largest));
        assert_eq!(packer.len(), LONGEST);
    }

    #[test]
    fn chunks_hold_whole_events() {
        let mut packer = Packer::new();
        let events = sample();
        for event in events.iter().cycle().take(100_000) {
            packer.add(*event);
        }
        assert!(packer.chunks().count() > 5);
        let mut unpacker = Unpacker::new(packer.chunks().flatten());
        for event in events.iter().cycle().take(100_000) {
            assert_eq!(unpacker.next(), Some(*event));
        }
        assert_eq!(unpacker.next(), None);
    }
}

//! Events in few bytes: of each, what it has otherwise than the one before.
//!
//! A line that follows another one takes three bytes or four, not 32, so that a
//! long log is no heap of fresh memory for whoever sends it.
//!
//! An event is its kind, a byte that says which fields follow, and those: the
//! number of a field is told from the same field of the event before (`time`,
//! `subject`, `place`), from the event's own index (`cause`), or from 0.

use crate::entity::EntityId;
use crate::event::{Event, EventIndex, Place};
use crate::kind::Kind;

// Which fields follow.
const TIME: u8 = 1;
const SUBJECT: u8 = 1 << 1;
const CAUSE: u8 = 1 << 2;
const PLACE: u8 = 1 << 3;
const A: u8 = 1 << 4;
const B: u8 = 1 << 5;
const FLAGS: u8 = 1 << 6;
const EXTRA: u8 = 1 << 7;

/// Most bytes that an event takes.
const LONGEST: usize = 2 + 10 + 5 * 5 + 1 + 2;

/// What the first event is compared with.
const BLANK: Event = Event {
    time: 0,
    subject: EntityId::MAIN,
    cause: EventIndex(0),
    place: Place::NONE,
    a: 0,
    b: 0,
    extra: 0,
    kind: Kind::RunStarted,
    flags: 0,
};

/// Writes events one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Packer {
    pub(crate) bytes: Vec<u8>,
    before: Event,
    /// How many events are in `bytes`.
    pub(crate) count: u32,
}

impl Packer {
    pub(crate) const fn new() -> Packer {
        Packer {
            bytes: Vec::new(),
            before: BLANK,
            count: 0,
        }
    }

    pub(crate) fn pack<'a>(&mut self, first: u32, events: impl Iterator<Item = &'a Event>) {
        let mut before = self.before;
        for (index, event) in (first..).zip(events) {
            let mut room = Room::default();
            room.fill(index, event, &before);
            self.bytes
                .extend_from_slice(room.bytes.get(..room.used).unwrap_or(&[]));
            self.count += 1;
            before = *event;
        }
        self.before = before;
    }
}

/// One event's bytes.
struct Room {
    bytes: [u8; LONGEST],
    used: usize,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            bytes: [0; LONGEST],
            used: 2,
        }
    }
}

impl Room {
    #[inline]
    fn fill(&mut self, index: u32, event: &Event, before: &Event) {
        let mut fields = 0;
        if event.time != before.time {
            fields |= TIME;
            self.wide(event.time.wrapping_sub(before.time));
        }
        if event.subject != before.subject {
            fields |= SUBJECT;
            self.number(signed(event.subject.0.wrapping_sub(before.subject.0)));
        }
        if event.cause != before.cause {
            fields |= CAUSE;
            self.number(index.wrapping_sub(event.cause.0));
        }
        if event.place != before.place {
            fields |= PLACE;
            self.number(signed(event.place.0.wrapping_sub(before.place.0)));
        }
        if event.a != 0 {
            fields |= A;
            self.number(signed(event.a));
        }
        if event.b != 0 {
            fields |= B;
            self.number(signed(event.b));
        }
        if event.flags != 0 {
            fields |= FLAGS;
            self.push(event.flags);
        }
        if event.extra != 0 {
            fields |= EXTRA;
            for byte in event.extra.to_le_bytes() {
                self.push(byte);
            }
        }
        let [kind, which, ..] = &mut self.bytes;
        (*kind, *which) = (event.kind as u8, fields);
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.used) {
            *place = byte;
            self.used += 1;
        }
    }

    /// Seven bits to a byte, the lowest first; the last byte is below 128.
    #[inline]
    fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.push(value as u8);
    }

    fn wide(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.push(value as u8);
    }
}

/// Small numbers for what is little above or below 0.
const fn signed(value: u32) -> u32 {
    value << 1 ^ ((value as i32 >> 31) as u32)
}

const fn unsigned(value: u32) -> u32 {
    value >> 1 ^ (value & 1).wrapping_neg()
}

/// Reads what a [`Packer`] wrote.
#[derive(Debug)]
pub(crate) struct Unpacker<'a> {
    /// What is still to be read.
    pub(crate) bytes: &'a [u8],
    before: Event,
}

impl<'a> Unpacker<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Unpacker<'a> {
        Unpacker {
            bytes,
            before: BLANK,
        }
    }

    /// The next event, which has this index; `None` if the bytes are none.
    pub(crate) fn next(&mut self, index: u32) -> Option<Event> {
        let kind = Kind::from_u8(self.byte()?)?;
        let fields = self.byte()?;
        let has = |field: u8| fields & field != 0;
        let mut event = Event {
            kind,
            a: 0,
            b: 0,
            flags: 0,
            extra: 0,
            ..self.before
        };
        if has(TIME) {
            event.time = event.time.wrapping_add(self.wide()?);
        }
        if has(SUBJECT) {
            event.subject.0 = event.subject.0.wrapping_add(unsigned(self.number()?));
        }
        if has(CAUSE) {
            event.cause.0 = index.wrapping_sub(self.number()?);
        }
        if has(PLACE) {
            event.place.0 = event.place.0.wrapping_add(unsigned(self.number()?));
        }
        if has(A) {
            event.a = unsigned(self.number()?);
        }
        if has(B) {
            event.b = unsigned(self.number()?);
        }
        if has(FLAGS) {
            event.flags = self.byte()?;
        }
        if has(EXTRA) {
            event.extra = u16::from_le_bytes([self.byte()?, self.byte()?]);
        }
        self.before = event;
        Some(event)
    }

    #[inline]
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }

    #[inline]
    fn number(&mut self) -> Option<u32> {
        u32::try_from(self.wide()?).ok()
    }

    #[inline]
    fn wide(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
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
                    extra: number as u16,
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
        // In two pieces: where one ends makes no difference.
        packer.pack(0, events.iter().take(5));
        packer.pack(5, events.iter().skip(5));
        assert_eq!(packer.count as usize, events.len());
        let mut unpacker = Unpacker::new(&packer.bytes);
        for (index, event) in (0..).zip(&events) {
            assert_eq!(unpacker.next(index), Some(*event));
        }
        assert!(unpacker.bytes.is_empty());
        assert_eq!(unpacker.next(events.len() as u32), None);
    }

    #[test]
    fn a_line_after_a_line_takes_three_bytes() {
        let line = |line: u32| Event {
            place: Place::new(0, line),
            kind: Kind::LineReached,
            ..BLANK
        };
        let mut packer = Packer::new();
        packer.pack(1, [line(10), line(11), line(10)].iter());
        assert!(packer.bytes.len() <= 10, "{:?}", packer.bytes);
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
            extra: u16::MAX,
            kind: Kind::TimerSet,
            flags: u8::MAX,
        };
        let mut packer = Packer::new();
        packer.pack(0, [largest].iter());
        assert_eq!(Unpacker::new(&packer.bytes).next(0), Some(largest));
        assert!(packer.bytes.len() <= LONGEST);
    }
}

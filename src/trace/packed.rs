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
/// No field has it.
const UNKNOWN: u8 = 1 << 7;

/// No event takes more bytes.
const LONGEST: usize = 64;
const _: () = assert!(2 + 10 + 5 * 5 < LONGEST);

/// Bytes that are made ready at once.
const READY: usize = 256 * LONGEST;

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
#[derive(Clone, Debug)]
pub(crate) struct Packer {
    /// The bytes, and behind them some that are ready for more.
    bytes: Vec<u8>,
    used: usize,
    // Of the event before.
    time: u64,
    subject: EntityId,
    cause: EventIndex,
    place: Place,
    /// How many events there are.
    pub(crate) count: u32,
}

impl Packer {
    pub(crate) const fn new() -> Packer {
        Packer {
            bytes: Vec::new(),
            used: 0,
            time: BLANK.time,
            subject: BLANK.subject,
            cause: BLANK.cause,
            place: BLANK.place,
            count: 0,
        }
    }

    /// The events' bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.used).unwrap_or_default()
    }

    /// Gives back what no event has taken.
    pub(crate) fn shrink(&mut self) {
        self.bytes.truncate(self.used);
        self.bytes.shrink_to_fit();
    }

    /// Appends an event, which has this index.
    // Into where events are made: most of what it asks is known there.
    #[inline(always)]
    pub(crate) fn add(&mut self, index: u32, event: Event) {
        if self.bytes.len() - self.used < LONGEST {
            self.make_ready();
        }
        let free = self.bytes.get_mut(self.used..);
        let Some(bytes) = free.and_then(<[u8]>::first_chunk_mut) else {
            return;
        };
        let mut room = Room { bytes, used: 2 };
        let mut fields = 0;
        if event.time != self.time {
            fields |= TIME;
            room.wide(event.time.wrapping_sub(self.time));
            self.time = event.time;
        }
        if event.subject != self.subject {
            fields |= SUBJECT;
            room.number(signed(event.subject.0.wrapping_sub(self.subject.0)));
            self.subject = event.subject;
        }
        if event.cause != self.cause {
            fields |= CAUSE;
            room.number(index.wrapping_sub(event.cause.0));
            self.cause = event.cause;
        }
        if event.place != self.place {
            fields |= PLACE;
            room.number(signed(event.place.0.wrapping_sub(self.place.0)));
            self.place = event.place;
        }
        if event.a != 0 {
            fields |= A;
            room.number(signed(event.a));
        }
        if event.b != 0 {
            fields |= B;
            room.number(signed(event.b));
        }
        if event.flags != 0 {
            fields |= FLAGS;
            room.push(event.flags);
        }
        let [kind, which, ..] = room.bytes;
        (*kind, *which) = (event.kind as u8, fields);
        self.used += room.used;
        self.count += 1;
    }

    #[cold]
    #[inline(never)]
    fn make_ready(&mut self) {
        self.bytes.resize(self.used + READY, 0);
    }
}

/// Where an event's bytes go.
struct Room<'a> {
    bytes: &'a mut [u8; LONGEST],
    used: usize,
}

impl Room<'_> {
    #[inline]
    fn push(&mut self, byte: u8) {
        // The room is never full; the remainder lets the compiler see that.
        self.bytes[self.used % LONGEST] = byte;
        self.used += 1;
    }

    /// Seven bits to a byte, the lowest first; the last byte is below 128.
    #[inline]
    fn number(&mut self, value: u32) {
        if value < 0x80 {
            self.push(value as u8);
        } else if value < 0x4000 {
            self.push(value as u8 | 0x80);
            self.push((value >> 7) as u8);
        } else {
            self.wide(u64::from(value));
        }
    }

    #[inline]
    fn wide(&mut self, value: u64) {
        self.used = put_wide(self.bytes, self.used, value);
    }
}

/// Writes a number; returns where it ends.
// Takes no `Room`, which could not be in registers then.
#[inline(never)]
fn put_wide(bytes: &mut [u8; LONGEST], used: usize, mut value: u64) -> usize {
    let mut room = Room { bytes, used };
    while value >= 0x80 {
        room.push(value as u8 | 0x80);
        value >>= 7;
    }
    room.push(value as u8);
    room.used
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
        if fields & UNKNOWN != 0 {
            return None;
        }
        let has = |field: u8| fields & field != 0;
        let mut event = Event {
            kind,
            a: 0,
            b: 0,
            flags: 0,
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
        for (index, event) in (0..).zip(&events) {
            packer.add(index, *event);
        }
        assert_eq!(packer.count as usize, events.len());
        let mut unpacker = Unpacker::new(packer.bytes());
        for (index, event) in (0..).zip(&events) {
            assert_eq!(unpacker.next(index), Some(*event));
        }
        assert!(unpacker.bytes.is_empty());
        assert_eq!(Unpacker::new(&[0, UNKNOWN]).next(0), None);
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
        for (index, number) in (1..).zip([10, 11, 10]) {
            packer.add(index, line(number));
        }
        assert!(packer.bytes().len() <= 10, "{:?}", packer.bytes());
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
        packer.add(0, largest);
        assert_eq!(Unpacker::new(packer.bytes()).next(0), Some(largest));
        assert!(packer.bytes().len() <= LONGEST);
    }
}

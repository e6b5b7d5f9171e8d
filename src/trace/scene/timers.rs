//! The timers of a loop by deadline, in pieces that copies share.
//!
//! With ten thousand sleeping tasks a copy of all timers in every snapshot
//! would be the largest part of it. Here a copy costs one pointer per piece,
//! and a change copies one piece.

use std::collections::VecDeque;
use std::rc::Rc;

use super::TimerInfo;
use crate::entity::EntityId;

/// Timers in a piece, at most.
const PIECE: usize = 64;

/// Timers in order of their deadlines; equal ones in order of creation.
#[derive(Clone, Debug, Default)]
pub struct Timers {
    /// None is empty.
    pieces: VecDeque<Rc<Vec<TimerInfo>>>,
    len: usize,
}

impl PartialEq for Timers {
    fn eq(&self, other: &Timers) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl Timers {
    /// Number of timers.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All of them, the one that is due first in front.
    pub fn iter(&self) -> impl Iterator<Item = &TimerInfo> + '_ {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }

    pub(crate) fn insert(&mut self, timer: TimerInfo) {
        let key = |timer: &TimerInfo| (timer.deadline, timer.timer);
        let wanted = key(&timer);
        self.len += 1;
        // The first piece that does not end before it, else the last.
        let after = self
            .pieces
            .partition_point(|piece| piece.last().is_some_and(|last| key(last) <= wanted));
        let at = after.min(self.pieces.len().saturating_sub(1));
        let Some(piece) = self.pieces.get_mut(at) else {
            return self.pieces.push_back(Rc::new(vec![timer]));
        };
        let piece = Rc::make_mut(piece);
        let position = piece.partition_point(|other| key(other) <= wanted);
        piece.insert(position, timer);
        if piece.len() > PIECE {
            let rest = piece.split_off(PIECE / 2);
            self.pieces.insert(at + 1, Rc::new(rest));
        }
    }

    pub(crate) fn remove(&mut self, timer: EntityId) {
        let is_it = |other: &TimerInfo| other.timer == timer;
        let place = self.pieces.iter().enumerate().find_map(|(number, piece)| {
            let position = piece.iter().position(is_it)?;
            Some((number, position))
        });
        let Some((number, position)) = place else {
            return;
        };
        if let Some(piece) = self.pieces.get_mut(number) {
            let piece = Rc::make_mut(piece);
            piece.remove(position);
            self.len -= 1;
            if piece.is_empty() {
                self.pieces.remove(number);
            }
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Timers::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::EventIndex;

    fn timer(deadline: u64, number: u32) -> TimerInfo {
        TimerInfo {
            timer: EntityId(number),
            deadline,
            since: EventIndex(0),
        }
    }

    fn keys(timers: &Timers) -> Vec<(u64, u32)> {
        let each = timers.iter();
        each.map(|timer| (timer.deadline, timer.timer.0)).collect()
    }

    #[test]
    fn many_stay_in_order_and_copies_do_not_see_changes() {
        let mut timers = Timers::default();
        let mut expected = Vec::new();
        for number in 0..1000 {
            let deadline = u64::from(number * 37 % 101);
            timers.insert(timer(deadline, number));
            expected.push((deadline, number));
        }
        expected.sort_unstable();
        assert_eq!(keys(&timers), expected);
        let copy = timers.clone();
        for number in (0..1000).step_by(3) {
            timers.remove(EntityId(number));
        }
        assert_eq!(keys(&copy), expected);
        assert!(timers != copy);
        expected.retain(|(_, number)| number % 3 != 0);
        assert_eq!(keys(&timers), expected);
        assert_eq!(timers.len(), expected.len());
        for number in 0..1000 {
            timers.remove(EntityId(number));
        }
        assert!(timers.is_empty() && timers.iter().next().is_none());
        timers.insert(timer(1, 1));
        assert_eq!(keys(&timers), [(1, 1)]);
    }
}

//! Which element of a list shows what, so that elements are filled anew instead
//! of being made anew: making one costs the browser ten times as much, and a
//! jump of the cursor changes what all of them show.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// The slots of a list: what each stood for last, in the order of the elements.
#[derive(Debug)]
pub struct Slots<K>(Vec<(K, u32)>);

impl<K> Default for Slots<K> {
    fn default() -> Slots<K> {
        Slots(Vec::new())
    }
}

impl<K: Copy + Eq + Hash> Slots<K> {
    /// A slot for each of the wanted, in their order, no two alike. Who had one
    /// keeps it, with what the visitor does there; the others get those that
    /// became free, in the order of their elements, so that none has to move
    /// when all are new.
    pub fn assign(&mut self, wanted: &[K]) -> Vec<u32> {
        let mut left: HashMap<K, u32> = self.0.iter().copied().collect();
        let kept: Vec<Option<u32>> = wanted.iter().map(|key| left.remove(key)).collect();
        let free = self.0.iter().map(|(_, slot)| *slot);
        let used: HashSet<u32> = kept.iter().flatten().copied().collect();
        let is_free = |slot: &u32| !used.contains(slot);
        let fresh = self.0.iter().map(|(_, slot)| slot.saturating_add(1));
        let fresh = fresh.max().unwrap_or(0);
        let mut free = free.filter(is_free).chain(fresh..);
        let slots = kept.iter().map(|slot| slot.or_else(|| free.next()));
        let slots: Vec<u32> = slots.map_while(|slot| slot).collect();
        self.0 = wanted.iter().copied().zip(slots.iter().copied()).collect();
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_keeps_its_slot_and_the_rest_is_filled_anew() {
        let mut slots = Slots::default();
        assert_eq!(slots.assign(&['a', 'b', 'c']), [0, 1, 2]);
        // One goes in front, one comes behind.
        assert_eq!(slots.assign(&['b', 'c', 'd']), [1, 2, 0]);
        // All are new: the elements stay in their order.
        assert_eq!(slots.assign(&['x', 'y', 'z']), [1, 2, 0]);
        assert_eq!(slots.assign(&['y']), [2]);
        assert_eq!(slots.assign(&['y', 'v', 'w']), [2, 3, 4]);
        assert!(slots.assign(&[]).is_empty());
        assert_eq!(slots.assign(&['a']), [0]);
    }

    #[test]
    fn of_two_alike_each_has_a_slot_of_its_own() {
        let mut slots = Slots::default();
        for _ in 0..3 {
            let mut given = slots.assign(&['a', 'a', 'b']);
            given.sort_unstable();
            given.dedup();
            assert_eq!(given.len(), 3);
        }
    }
}

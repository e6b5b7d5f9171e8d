//! The hash table of sets. It iterates in exactly CPython 3.11's order, because
//! programs print sets: same table sizes, same probing, same moments of growth.
//!
//! A lookup can be taken in steps, so that a caller may run Python-level `__eq__`
//! between them: [`SetTable::probe`], then [`SetTable::next_candidate`] until a
//! candidate is the key or a vacant slot comes. After foreign code has run, a changed
//! [`SetTable::changes`] means: start the lookup again.
//!
//! Keys that are hashed by where they lie would have another order in every run of
//! CPython. A set that holds only such keys iterates in the order of their hashes, which
//! is that of their making (see [`is_identity`]).
//!
//! CPython keeps a set display of three or more constants as a frozenset, which it makes
//! once more from its own items, and merges into an empty set: [`SetTable::as_of_constants`].

use super::Hash;
use std::cell::OnceCell;

/// Slots in the smallest table.
const SMALLEST: usize = 8;
/// After the slot that the hash selects, this many neighbours are tried.
const NEIGHBOURS: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Above this many keys a table grows twofold, below fourfold.
const LARGE: usize = 50_000;

/// What hashes by identity begin with; see [`identity_hash`].
const IDENTITY: Hash = 0x7f0;
const IDENTITY_SHIFT: u32 = 32;

/// The longest set for whose `pop` the order is found out, if nobody asked for it.
const SHORT: usize = 64;

/// The hash of an object that is only equal to itself, by its number: a sixteenth of
/// the address that `id` tells, as in CPython.
pub const fn identity_hash(address: u64) -> Hash {
    (address >> 4) as Hash
}

/// Whether this is a hash by identity; such hashes grow in the order in which objects
/// got their numbers.
pub const fn is_identity(hash: Hash) -> bool {
    hash >> IDENTITY_SHIFT == IDENTITY
}

#[derive(Clone, Debug)]
enum Slot<K> {
    Unused,
    /// A key was here: probing goes on behind it.
    Deleted,
    Live(Hash, K),
}

/// A set of keys with their hashes; equality is the caller's business.
#[derive(Clone, Debug)]
pub struct SetTable<K> {
    slots: Vec<Slot<K>>,
    live: usize,
    /// Live and deleted slots.
    filled: usize,
    /// Keys whose hash is not one by identity.
    valued: usize,
    /// Where `pop` looks next.
    finger: usize,
    changes: u64,
    /// While no key is valued: the slots of the keys in the order of iteration. A slot
    /// whose key is gone by now is passed over.
    order: OnceCell<Box<[u32]>>,
}

/// A lookup under way.
#[derive(Clone, Debug)]
pub struct Probe {
    hash: Hash,
    perturb: u64,
    start: usize,
    offset: usize,
    /// A deleted slot passed on the way: it takes the key if the key is new.
    reusable: Option<usize>,
}

/// The next thing that a lookup meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The key in this slot has the same hash: compare.
    Candidate(usize),
    /// The key is not in the set; this slot would take it.
    Vacant(usize),
}

impl<K> Default for SetTable<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> SetTable<K> {
    /// An empty set.
    pub fn new() -> Self {
        SetTable {
            slots: unused(SMALLEST),
            live: 0,
            filled: 0,
            valued: 0,
            finger: 0,
            changes: 0,
            order: OnceCell::new(),
        }
    }

    /// How many keys the set holds.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Grows with every change of the table.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// The number of slots, a power of two: the bound of slot numbers. CPython's
    /// `sys.getsizeof` follows from it.
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// Begins a lookup.
    pub fn probe(&self, hash: Hash) -> Probe {
        Probe {
            hash,
            perturb: hash as u64,
            start: hash as usize & self.mask(),
            offset: 0,
            reusable: None,
        }
    }

    /// Goes on with a lookup. The table must not have changed since it began.
    pub fn next_candidate(&self, probe: &mut Probe) -> Step {
        let mask = self.mask();
        loop {
            let neighbours = if probe.start + NEIGHBOURS <= mask {
                NEIGHBOURS
            } else {
                0
            };
            while probe.offset <= neighbours {
                let at = probe.start + probe.offset;
                probe.offset += 1;
                match self.slots.get(at) {
                    Some(Slot::Live(hash, _)) if *hash == probe.hash => return Step::Candidate(at),
                    Some(Slot::Live(..)) => {}
                    Some(Slot::Deleted) => probe.reusable = Some(at),
                    Some(Slot::Unused) | None => return Step::Vacant(probe.reusable.unwrap_or(at)),
                }
            }
            probe.perturb >>= PERTURB_SHIFT;
            probe.start = (probe.start as u64)
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(probe.perturb) as usize
                & mask;
            probe.offset = 0;
        }
    }

    /// The key in a slot, if one is there.
    pub fn key_at(&self, slot: usize) -> Option<&K> {
        match self.slots.get(slot) {
            Some(Slot::Live(_, key)) => Some(key),
            _ => None,
        }
    }

    /// The slots of the keys in the order of iteration, where that is not their own.
    fn order(&self) -> Option<&[u32]> {
        if self.valued > 0 || self.live < 2 {
            return None;
        }
        Some(self.order.get_or_init(|| {
            let mut keys: Vec<(Hash, u32)> = (0..)
                .zip(&self.slots)
                .filter_map(|(at, slot)| match slot {
                    Slot::Live(hash, _) => Some((*hash, at)),
                    _ => None,
                })
                .collect();
            keys.sort_unstable();
            keys.into_iter().map(|(_, at)| at).collect()
        }))
    }

    fn forget_order(&mut self) {
        if self.order.take().is_some() {
            // It counted in places of the order.
            self.finger = 0;
        }
    }

    /// Hash and key of a slot, if one is there.
    fn live_at(&self, slot: usize) -> Option<(Hash, &K)> {
        match self.slots.get(slot) {
            Some(Slot::Live(hash, key)) => Some((*hash, key)),
            _ => None,
        }
    }

    /// The first key at or after a place of the iteration: its place, hash and key.
    /// An iterator keeps the last place and asks for the next one.
    pub fn next_live(&self, place: usize) -> Option<(usize, Hash, &K)> {
        let found = |(place, slot): (usize, usize)| {
            self.live_at(slot).map(|(hash, key)| (place, hash, key))
        };
        match self.order() {
            Some(order) => (place..)
                .zip(order.get(place..)?)
                .find_map(|(place, slot)| found((place, *slot as usize))),
            None => (place..self.slots.len()).find_map(|slot| found((slot, slot))),
        }
    }

    /// Hashes and keys in iteration order.
    pub fn iter(&self) -> impl Iterator<Item = (Hash, &K)> {
        let order = self.order();
        let slots = if order.is_some() { 0 } else { self.slots.len() };
        order
            .unwrap_or(&[])
            .iter()
            .map(|slot| *slot as usize)
            .chain(0..slots)
            .filter_map(|slot| self.live_at(slot))
    }

    /// The keys in iteration order, taken out.
    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.slots.into_iter().filter_map(|slot| match slot {
            Slot::Live(_, key) => Some(key),
            Slot::Unused | Slot::Deleted => None,
        })
    }

    /// Puts a key into the vacant slot that a lookup ended with. Only a slot that was
    /// never used counts as growth.
    pub fn insert_at(&mut self, slot: usize, hash: Hash, key: K) {
        self.changes += 1;
        self.forget_order();
        if let Some(place) = self.slots.get_mut(slot) {
            self.valued += usize::from(!is_identity(hash));
            let reused = matches!(place, Slot::Deleted);
            *place = Slot::Live(hash, key);
            self.live += 1;
            if reused {
                return;
            }
            self.filled += 1;
        }
        if self.filled * 5 >= self.mask() * 3 {
            self.resize_for_growth();
        }
    }

    /// Takes the key out of a slot.
    pub fn remove_at(&mut self, slot: usize) -> Option<K> {
        let place = self.slots.get_mut(slot)?;
        if !matches!(place, Slot::Live(..)) {
            return None;
        }
        self.changes += 1;
        self.live -= 1;
        match std::mem::replace(place, Slot::Deleted) {
            Slot::Live(hash, key) => {
                self.valued -= usize::from(!is_identity(hash));
                Some(key)
            }
            _ => None,
        }
    }

    /// `set.pop`: takes out the first key at or after the place of the last one.
    pub fn pop(&mut self) -> Option<(Hash, K)> {
        if self.live == 0 {
            return None;
        }
        let in_order = self.valued == 0 && (self.live <= SHORT || self.order.get().is_some());
        let slot = match self.order().filter(|_| in_order) {
            Some(_) => {
                let (place, ..) = self.next_live(self.finger).or_else(|| self.next_live(0))?;
                self.finger = place + 1;
                *self.order()?.get(place)? as usize
            }
            None => {
                let start = self.finger & self.mask();
                let mut slots = (start..self.slots.len()).chain(0..start);
                let slot = slots.find(|slot| self.live_at(*slot).is_some())?;
                self.finger = slot + 1;
                slot
            }
        };
        let (hash, _) = self.live_at(slot)?;
        Some((hash, self.remove_at(slot)?))
    }

    /// `set.clear`
    pub fn clear(&mut self) {
        self.replace_by(SetTable::new());
    }

    /// Takes over another table's keys, as `set.intersection_update` does with its
    /// result. The place where `pop` goes on stays.
    pub fn replace_by(&mut self, other: SetTable<K>) {
        let (finger, changes) = (self.finger, self.changes + 1);
        *self = SetTable {
            finger,
            changes,
            ..other
        };
    }

    /// Makes room for `more` keys at once, as before merging a set or a dict.
    pub fn reserve(&mut self, more: usize) {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((self.live + more) * 2);
        }
    }

    /// Sweeps deleted slots away when they are more than a quarter of the table.
    pub fn sweep(&mut self) {
        if self.filled - self.live > self.mask() / 4 {
            self.resize_for_growth();
        }
    }

    fn resize_for_growth(&mut self) {
        self.resize(if self.live > LARGE {
            self.live * 2
        } else {
            self.live * 4
        });
    }

    fn resize(&mut self, at_least: usize) {
        let mut size = SMALLEST;
        while size <= at_least {
            size *= 2;
        }
        if size == SMALLEST && self.slots.len() == SMALLEST && self.filled == self.live {
            return;
        }
        self.changes += 1;
        self.forget_order();
        let old = std::mem::replace(&mut self.slots, unused(size));
        self.filled = self.live;
        for slot in old {
            if let Slot::Live(hash, key) = slot {
                self.insert_clean(hash, key);
            }
        }
    }

    /// Puts in a key that the table is known not to hold. No key is deleted in it.
    fn insert_clean(&mut self, hash: Hash, key: K) {
        let mut probe = self.probe(hash);
        let vacant = loop {
            if let Step::Vacant(slot) = self.next_candidate(&mut probe) {
                break slot;
            }
        };
        if let Some(place) = self.slots.get_mut(vacant) {
            *place = Slot::Live(hash, key);
        }
    }
}

impl<K: Clone> SetTable<K> {
    /// `set(other)`, `other.copy()`: a new table, without the deleted slots.
    pub fn copy_of(other: &SetTable<K>) -> SetTable<K> {
        let mut copy = SetTable::new();
        copy.merge_into_empty(other);
        copy
    }

    /// Merges into a table that has never held a key (else answers false): needs no
    /// comparisons.
    pub fn merge_into_empty(&mut self, other: &SetTable<K>) -> bool {
        if self.filled != 0 {
            return false;
        }
        if other.is_empty() {
            return true;
        }
        self.reserve(other.live);
        self.changes += 1;
        if self.slots.len() == other.slots.len() && other.filled == other.live {
            self.slots.clone_from(&other.slots);
        } else {
            for (hash, key) in other.iter() {
                self.insert_clean(hash, key.clone());
            }
        }
        self.live = other.live;
        self.filled = other.live;
        self.valued = other.valued;
        self.forget_order();
        true
    }
}

fn unused<K>(size: usize) -> Vec<Slot<K>> {
    std::iter::repeat_with(|| Slot::Unused).take(size).collect()
}

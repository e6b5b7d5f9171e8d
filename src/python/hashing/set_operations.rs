//! Set algebra over [`SetTable`], with the order effects that CPython's has.
//!
//! `equal` compares two keys of the same hash and may fail. A caller whose equality
//! must be able to pause (Python-level `__eq__`) steps through lookups itself.

use std::convert::Infallible;

use super::Hash;
use super::set_order::{SetTable, Step};

/// Compares two keys of the same hash.
pub trait Equal<K, E>: FnMut(&K, &K) -> Result<bool, E> {}

impl<K, E, F: FnMut(&K, &K) -> Result<bool, E>> Equal<K, E> for F {}

impl<K: Clone> SetTable<K> {
    /// The slot of a key equal to `key` or the vacant one that it would get.
    pub fn find<E>(&self, hash: Hash, key: &K, equal: &mut impl Equal<K, E>) -> Result<Step, E> {
        let mut probe = self.probe(hash);
        loop {
            match self.next_candidate(&mut probe) {
                Step::Candidate(slot) => {
                    if let Some(other) = self.key_at(slot)
                        && equal(other, key)?
                    {
                        return Ok(Step::Candidate(slot));
                    }
                }
                vacant => return Ok(vacant),
            }
        }
    }

    /// `key in set`
    pub fn contains<E>(
        &self,
        hash: Hash,
        key: &K,
        equal: &mut impl Equal<K, E>,
    ) -> Result<bool, E> {
        Ok(matches!(self.find(hash, key, equal)?, Step::Candidate(_)))
    }

    /// `set.add(key)`; whether it was new.
    pub fn add<E>(&mut self, hash: Hash, key: K, equal: &mut impl Equal<K, E>) -> Result<bool, E> {
        match self.find(hash, &key, equal)? {
            Step::Candidate(_) => Ok(false),
            Step::Vacant(slot) => {
                self.insert_at(slot, hash, key);
                Ok(true)
            }
        }
    }

    /// `set.discard(key)`; whether it was there.
    pub fn discard<E>(
        &mut self,
        hash: Hash,
        key: &K,
        equal: &mut impl Equal<K, E>,
    ) -> Result<bool, E> {
        match self.find(hash, key, equal)? {
            Step::Candidate(slot) => Ok(self.remove_at(slot).is_some()),
            Step::Vacant(_) => Ok(false),
        }
    }

    /// The same keys in the order in which a display of constants has them.
    pub fn as_of_constants(&self) -> SetTable<K> {
        // No two keys of a set are equal.
        let mut different = |_: &K, _: &K| Ok::<_, Infallible>(false);
        let mut constant = SetTable::new();
        for (hash, key) in self.iter() {
            let Ok(_) = constant.add(hash, key.clone(), &mut different);
        }
        let mut set = SetTable::new();
        let Ok(()) = set.merge(&constant, &mut different);
        set
    }

    /// `self.update(other)`, `self |= other`
    pub fn merge<E>(&mut self, other: &SetTable<K>, equal: &mut impl Equal<K, E>) -> Result<(), E> {
        if other.is_empty() || self.merge_into_empty(other) {
            return Ok(());
        }
        self.reserve(other.len());
        if self.merge_into_empty(other) {
            return Ok(());
        }
        for (hash, key) in other.iter() {
            self.add(hash, key.clone(), equal)?;
        }
        Ok(())
    }

    /// `self | other`
    pub fn union<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<SetTable<K>, E> {
        let mut result = SetTable::copy_of(self);
        result.merge(other, equal)?;
        Ok(result)
    }

    /// `self & other`: the smaller set is gone through; a set with itself is a copy,
    /// in whose order colliding members stay.
    pub fn intersection<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<SetTable<K>, E> {
        if std::ptr::eq(self, other) {
            return Ok(SetTable::copy_of(self));
        }
        let (small, large) = if other.len() > self.len() {
            (self, other)
        } else {
            (other, self)
        };
        let mut result = SetTable::new();
        for (hash, key) in small.iter() {
            if large.contains(hash, key, equal)? {
                result.add(hash, key.clone(), equal)?;
            }
        }
        Ok(result)
    }

    /// `self - other`
    pub fn difference<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<SetTable<K>, E> {
        if self.len() >> 2 > other.len() {
            let mut result = SetTable::copy_of(self);
            result.remove_all(other, equal)?;
            return Ok(result);
        }
        let mut result = SetTable::new();
        for (hash, key) in self.iter() {
            if !other.contains(hash, key, equal)? {
                result.add(hash, key.clone(), equal)?;
            }
        }
        Ok(result)
    }

    /// `self.difference_update(other)`, `self -= other`
    pub fn remove_all<E>(
        &mut self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<(), E> {
        for (hash, key) in other.iter() {
            self.discard(hash, key, equal)?;
        }
        self.sweep();
        Ok(())
    }

    /// `self.symmetric_difference_update(other)`, `self ^= other`
    pub fn toggle_all<E>(
        &mut self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<(), E> {
        for (hash, key) in other.iter() {
            if !self.discard(hash, key, equal)? {
                self.add(hash, key.clone(), equal)?;
            }
        }
        Ok(())
    }

    /// `self ^ other`: starts from the other set.
    pub fn symmetric_difference<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<SetTable<K>, E> {
        let mut result = SetTable::copy_of(other);
        result.toggle_all(self, equal)?;
        Ok(result)
    }

    /// `self <= other`
    pub fn is_subset<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<bool, E> {
        if self.len() > other.len() {
            return Ok(false);
        }
        for (hash, key) in self.iter() {
            if !other.contains(hash, key, equal)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// `self.isdisjoint(other)`
    pub fn is_disjoint<E>(
        &self,
        other: &SetTable<K>,
        equal: &mut impl Equal<K, E>,
    ) -> Result<bool, E> {
        let (small, large) = if other.len() > self.len() {
            (self, other)
        } else {
            (other, self)
        };
        for (hash, key) in small.iter() {
            if large.contains(hash, key, equal)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hashing::{numeric, siphash};
    use crate::text::testdata::rows;

    fn hash(key: &str) -> Hash {
        key.parse()
            .map_or_else(|_| siphash::of_str(key), numeric::of_int)
    }

    fn equal(left: &String, right: &String) -> Result<bool, ()> {
        Ok(left == right)
    }

    /// One step of a life of two sets, such as `+0key` or `|1`.
    fn step(sets: &mut [SetTable<String>; 2], step: &str) -> Option<()> {
        let (what, rest) = step.split_at_checked(1)?;
        let (which, key) = rest.split_at_checked(1)?;
        let [zero, one] = sets;
        let (here, there) = if which == "0" {
            (zero, one)
        } else {
            (one, zero)
        };
        match what {
            "+" => here
                .add(hash(key), key.to_string(), &mut equal)
                .ok()
                .map(drop),
            "-" => here
                .discard(hash(key), &key.to_string(), &mut equal)
                .ok()
                .map(drop),
            "p" => {
                here.pop();
                Some(())
            }
            "c" => {
                here.clear();
                Some(())
            }
            "=" => here.merge(there, &mut equal).ok(),
            "|" => here
                .union(there, &mut equal)
                .ok()
                .map(|result| *here = result),
            "&" => here
                .intersection(there, &mut equal)
                .ok()
                .map(|result| *here = result),
            "~" => here
                .difference(there, &mut equal)
                .ok()
                .map(|result| *here = result),
            "^" => here
                .symmetric_difference(there, &mut equal)
                .ok()
                .map(|result| *here = result),
            _ => None,
        }
    }

    #[test]
    fn same_order_as_cpython() {
        for row in rows(include_str!("testdata/set_orders.txt")) {
            let [life, order] = row.as_slice() else {
                panic!("{row:?}")
            };
            let mut sets = [SetTable::new(), SetTable::new()];
            for word in life.split(' ') {
                assert_eq!(step(&mut sets, word), Some(()), "{word}");
            }
            let found: Vec<&str> = sets[0].iter().map(|(_, key)| key.as_str()).collect();
            assert_eq!(&found.join(" "), order, "{life}");
            assert_eq!(sets[0].len(), found.len());
        }
    }

    #[test]
    fn comparisons() {
        let set = |keys: &[&str]| {
            let mut set = SetTable::new();
            for key in keys {
                assert_eq!(set.add(hash(key), key.to_string(), &mut equal), Ok(true));
            }
            set
        };
        assert_eq!(
            set(&["1", "2"]).is_subset(&set(&["3", "2", "1"]), &mut equal),
            Ok(true)
        );
        assert_eq!(
            set(&["1", "4"]).is_subset(&set(&["3", "2", "1"]), &mut equal),
            Ok(false)
        );
        assert_eq!(
            set(&["1"]).is_disjoint(&set(&["9", "17"]), &mut equal),
            Ok(true)
        );
        let failing = set(&["1"]).add(1, "one".to_string(), &mut |_: &String, _: &String| {
            Err("no")
        });
        assert_eq!(failing, Err("no"));
    }
}

//! Hashes of tuples and frozensets from the hashes of what they hold.

use super::Hash;

const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;

/// `hash()` of a tuple, fed item by item: xxHash's mixing of 64-bit lanes.
#[derive(Clone, Debug)]
pub struct TupleHasher {
    state: u64,
    length: u64,
}

impl Default for TupleHasher {
    fn default() -> Self {
        TupleHasher {
            state: PRIME_5,
            length: 0,
        }
    }
}

impl TupleHasher {
    /// Takes in the next item's hash.
    pub fn add(&mut self, item: Hash) {
        let mixed = self.state.wrapping_add((item as u64).wrapping_mul(PRIME_2));
        self.state = mixed.rotate_left(31).wrapping_mul(PRIME_1);
        self.length += 1;
    }

    /// The tuple's hash.
    pub fn finish(&self) -> Hash {
        match self.state.wrapping_add(self.length ^ (PRIME_5 ^ 3527539)) {
            u64::MAX => 1546275796,
            hash => hash as i64,
        }
    }
}

/// `hash()` of a tuple of items with these hashes.
pub fn of_tuple(items: impl IntoIterator<Item = Hash>) -> Hash {
    let mut hasher = TupleHasher::default();
    for item in items {
        hasher.add(item);
    }
    hasher.finish()
}

/// `hash()` of a frozenset of items with these hashes, in any order.
pub fn of_frozenset(items: impl IntoIterator<Item = Hash>) -> Hash {
    let (mut hash, mut length) = (0u64, 0u64);
    for item in items {
        let item = item as u64;
        hash ^= ((item ^ 89869747) ^ (item << 16)).wrapping_mul(3644798167);
        length += 1;
    }
    hash ^= (length + 1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    match hash.wrapping_mul(69069).wrapping_add(907133923) {
        u64::MAX => 590923713,
        hash => hash as i64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_as_cpython() {
        assert_eq!(of_tuple([]), 5740354900026072187);
        assert_eq!(of_tuple([1]), -6644214454873602895);
        assert_eq!(of_tuple([1, 2, 3]), 529344067295497451);
        assert_eq!(of_tuple([-2, of_tuple([0])]), -4526132333304613873);
        assert_eq!(of_frozenset([]), 133146708735736);
        assert_eq!(of_frozenset([1, 2, 3]), -272375401224217160);
        assert_eq!(of_frozenset([3, 1, 2]), -272375401224217160);
        assert_eq!(of_frozenset([-2, 1 << 60]), -201126909462601672);
    }
}

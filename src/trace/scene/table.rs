//! A table by entity whose copies share what they have in common.
//!
//! A snapshot of the scene is taken every few thousand events; with ten
//! thousand tasks in it, a full copy each time would fill the memory. Here a
//! copy costs one pointer per 4096 entities, and a change copies one leaf.

use std::rc::Rc;

use crate::entity::EntityId;

const BITS: u32 = 6;
const MASK: u32 = (1 << BITS) - 1;

/// Rows by entity, in order of their numbers.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// One branch for each 4096 entity numbers.
    branches: Vec<Rc<Branch<T>>>,
    len: usize,
}

/// The leaves of 4096 entity numbers, one for each 64.
type Branch<T> = Vec<Rc<Leaf<T>>>;

/// Rows of 64 entity numbers, by the low bits, sorted.
type Leaf<T> = Vec<(u8, T)>;

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table {
            branches: Vec::new(),
            len: 0,
        }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Table<T>) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

/// Branch, leaf and row of an entity.
const fn path(id: EntityId) -> (usize, usize, u8) {
    let leaf = id.0 >> BITS;
    (
        (leaf >> BITS) as usize,
        (leaf & MASK) as usize,
        (id.0 & MASK) as u8,
    )
}

impl<T> Table<T> {
    /// Number of rows.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The row of an entity.
    pub fn get(&self, id: EntityId) -> Option<&T> {
        let (branch, leaf, row) = path(id);
        let leaf = self.branches.get(branch)?.get(leaf)?;
        let position = leaf.binary_search_by_key(&row, |(key, _)| *key).ok()?;
        leaf.get(position).map(|(_, value)| value)
    }

    /// Whether the entity has a row.
    pub fn contains(&self, id: EntityId) -> bool {
        self.get(id).is_some()
    }

    /// All rows, in order of the entities' numbers.
    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &T)> + '_ {
        (0u32..).zip(&self.branches).flat_map(|(high, branch)| {
            (0u32..).zip(branch.iter()).flat_map(move |(middle, leaf)| {
                leaf.iter().map(move |(low, value)| {
                    let id = (high << BITS | middle) << BITS | u32::from(*low);
                    (EntityId(id), value)
                })
            })
        })
    }
}

impl<T: Clone> Table<T> {
    /// The row of an entity, to be changed.
    pub(crate) fn get_mut(&mut self, id: EntityId) -> Option<&mut T> {
        // Look first: a miss must not copy a shared leaf.
        if !self.contains(id) {
            return None;
        }
        let (branch, leaf, row) = path(id);
        let leaf = Rc::make_mut(Rc::make_mut(self.branches.get_mut(branch)?).get_mut(leaf)?);
        let position = leaf.binary_search_by_key(&row, |(key, _)| *key).ok()?;
        leaf.get_mut(position).map(|(_, value)| value)
    }

    /// Puts a row, in place of the entity's former one. `EntityId::NONE` has none.
    pub(crate) fn insert(&mut self, id: EntityId, value: T) {
        if !id.is_some() {
            return;
        }
        let (branch, leaf, row) = path(id);
        while self.branches.len() <= branch {
            self.branches.push(Rc::default());
        }
        let Some(branch) = self.branches.get_mut(branch) else {
            return;
        };
        let branch = Rc::make_mut(branch);
        while branch.len() <= leaf {
            branch.push(Rc::default());
        }
        let Some(leaf) = branch.get_mut(leaf) else {
            return;
        };
        let leaf = Rc::make_mut(leaf);
        match leaf.binary_search_by_key(&row, |(key, _)| *key) {
            Ok(position) => {
                if let Some(slot) = leaf.get_mut(position) {
                    slot.1 = value;
                }
            }
            Err(position) => {
                leaf.insert(position, (row, value));
                self.len += 1;
            }
        }
    }

    /// Takes a row out.
    pub(crate) fn remove(&mut self, id: EntityId) {
        if !self.contains(id) {
            return;
        }
        let (branch, leaf, row) = path(id);
        let Some(branch) = self.branches.get_mut(branch) else {
            return;
        };
        if let Some(leaf) = Rc::make_mut(branch).get_mut(leaf) {
            Rc::make_mut(leaf).retain(|(key, _)| *key != row);
            self.len -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_does_not_see_later_changes() {
        let mut table = Table::default();
        for id in [0, 63, 64, 4095, 4096, 70_000] {
            table.insert(EntityId(id), id);
        }
        let copy = table.clone();
        table.insert(EntityId(64), 1);
        table.remove(EntityId(4096));
        if let Some(value) = table.get_mut(EntityId(70_000)) {
            *value = 2;
        }
        let ids: Vec<_> = copy.iter().map(|(id, value)| (id.0, *value)).collect();
        let expected: Vec<_> = [0, 63, 64, 4095, 4096, 70_000].map(|id| (id, id)).into();
        assert_eq!(ids, expected);
        let values: Vec<_> = table.iter().map(|(_, value)| *value).collect();
        assert_eq!(values, [0, 63, 1, 4095, 2]);
        assert_eq!((table.len(), copy.len()), (5, 6));
        assert!(table != copy);
    }

    #[test]
    fn nobody_has_no_row() {
        let mut table = Table::default();
        table.insert(EntityId::NONE, 1);
        assert!(table.is_empty() && table.get(EntityId::NONE).is_none());
    }
}

//! A table by entity whose copies share what they have in common.
//!
//! A snapshot of the scene is taken every few thousand events; with ten
//! thousand tasks in it, a full copy each time would fill the memory. Here a
//! copy costs one pointer per 512 entities, and a change copies one leaf of 8
//! and one branch of 64 pointers.

use std::rc::Rc;

use crate::entity::EntityId;

/// Bits of an entity's number that choose its row in a leaf, and its leaf in a branch.
const ROW_BITS: u32 = 3;
const LEAF_BITS: u32 = 6;

/// Rows by entity, in order of their numbers.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// One branch for each 512 entity numbers.
    branches: Vec<Rc<Branch<T>>>,
    len: usize,
}

/// The leaves of 512 entity numbers, one for each 8.
#[derive(Debug)]
struct Branch<T> {
    /// Empty as long as there is no row: a run has many entities that are
    /// gone, and looking for those that are left must not cost more with them.
    leaves: Vec<Option<Rc<Leaf<T>>>>,
    rows: u32,
}

/// Rows of 8 entity numbers, by the low bits, sorted.
type Leaf<T> = Vec<(u8, T)>;

impl<T> Default for Branch<T> {
    fn default() -> Branch<T> {
        Branch {
            leaves: Vec::new(),
            rows: 0,
        }
    }
}

impl<T> Clone for Branch<T> {
    fn clone(&self) -> Branch<T> {
        Branch {
            leaves: self.leaves.clone(),
            rows: self.rows,
        }
    }
}

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
    let leaf = id.0 >> ROW_BITS;
    (
        (leaf >> LEAF_BITS) as usize,
        (leaf & ((1 << LEAF_BITS) - 1)) as usize,
        (id.0 & ((1 << ROW_BITS) - 1)) as u8,
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
        let leaf = self.branches.get(branch)?.leaves.get(leaf)?.as_ref()?;
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
            let leaves = (0u32..).zip(branch.leaves.iter());
            leaves.flat_map(move |(middle, leaf)| {
                let rows = leaf.as_ref().map_or(&[][..], |leaf| leaf.as_slice());
                rows.iter().map(move |(low, value)| {
                    let id = (high << LEAF_BITS | middle) << ROW_BITS | u32::from(*low);
                    (EntityId(id), value)
                })
            })
        })
    }
}

impl<T: Clone> Table<T> {
    /// The leaf in which an entity has or would have its row, to be changed.
    fn leaf_mut(&mut self, branch: usize, leaf: usize) -> Option<&mut Leaf<T>> {
        let branch = Rc::make_mut(self.branches.get_mut(branch)?);
        Some(Rc::make_mut(branch.leaves.get_mut(leaf)?.as_mut()?))
    }

    /// The row of an entity, to be changed.
    pub(crate) fn get_mut(&mut self, id: EntityId) -> Option<&mut T> {
        // Look first: a miss must not copy a shared leaf.
        if !self.contains(id) {
            return None;
        }
        let (branch, leaf, row) = path(id);
        let leaf = self.leaf_mut(branch, leaf)?;
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
        if branch.leaves.len() <= leaf {
            branch.leaves.resize(leaf + 1, None);
        }
        let Some(slot) = branch.leaves.get_mut(leaf) else {
            return;
        };
        let leaf = Rc::make_mut(slot.get_or_insert_default());
        match leaf.binary_search_by_key(&row, |(key, _)| *key) {
            Ok(position) => {
                if let Some(slot) = leaf.get_mut(position) {
                    slot.1 = value;
                }
            }
            Err(position) => {
                leaf.insert(position, (row, value));
                branch.rows += 1;
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
        self.len -= 1;
        if branch.rows == 1 {
            *branch = Rc::default();
            return;
        }
        let branch = Rc::make_mut(branch);
        branch.rows -= 1;
        let Some(slot) = branch.leaves.get_mut(leaf) else {
            return;
        };
        match slot {
            Some(leaf) if leaf.len() > 1 => Rc::make_mut(leaf).retain(|(key, _)| *key != row),
            _ => *slot = None,
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
    fn rows_that_are_gone_leave_nothing_to_look_through() {
        let mut table = Table::default();
        for id in 0..5000 {
            table.insert(EntityId(id), id);
        }
        for id in (0..5000).filter(|id| *id != 700) {
            table.remove(EntityId(id));
        }
        let ids: Vec<_> = table.iter().map(|(id, _)| id.0).collect();
        assert_eq!((ids, table.len()), (vec![700], 1));
        let leaves: usize = table.branches.iter().map(|it| it.leaves.len()).sum();
        assert!(leaves <= 64, "{leaves}");
        table.insert(EntityId(3), 3);
        assert_eq!(table.get(EntityId(3)), Some(&3));
        assert_eq!(table.get(EntityId(4)), None);
    }

    #[test]
    fn nobody_has_no_row() {
        let mut table = Table::default();
        table.insert(EntityId::NONE, 1);
        assert!(table.is_empty() && table.get(EntityId::NONE).is_none());
    }
}

//! Union, intersection and difference of sets, with whatever Python code
//! their members' equality needs. The order of the results is CPython's.

use super::set_ops::AnySet;
use crate::code::BinaryOp;
use crate::hashing::set_order::SetTable;
use crate::object::{DictObj, Entry, FrozenSet, Raise, Set, SetObj, Value};
use crate::vm::{Apart, Cx, NativeResult, Vm};
use std::future::Future;
use std::rc::Rc;

/// A set with this table.
pub(crate) fn new_set(table: Set) -> Value {
    Value::Set(SetObj::new(table))
}

/// A frozenset with this table.
pub(crate) fn new_frozenset(table: Set) -> Value {
    Value::FrozenSet(Rc::new(FrozenSet {
        table,
        hash: std::cell::Cell::default(),
    }))
}

/// A mutable set to build a result in.
pub(crate) fn builder(table: Set) -> AnySet {
    AnySet::Set(SetObj::new(table))
}

/// The table of a set that was built.
pub(crate) fn built(set: AnySet) -> Set {
    match set {
        AnySet::Set(set) => set.table.take(),
        AnySet::Frozen(set) => set.table.clone(),
    }
}

impl Vm {
    /// The set of a display's items.
    pub(crate) fn set_of(&mut self, items: Vec<Value>) -> NativeResult {
        let set = builder(Set::new());
        self.run_async("set", move |cx| async move {
            for item in items {
                let hash = cx.hash(&item).await?;
                cx.set_add(&set, hash, item).await?;
            }
            Ok(new_set(built(set)))
        })
    }

    /// `set.update(iterable)`
    pub(crate) fn set_update(&mut self, set: &Value, iterable: &Value) -> NativeResult {
        let (Some(set), iterable) = (AnySet::of(set), iterable.clone()) else {
            return Ok(Value::None);
        };
        self.run_async("update", move |cx| async move {
            cx.set_merge(&set, &iterable).await?;
            Ok(Value::None)
        })
    }

    /// `a | b` and the like for two sets; the result is of the kind of `a`.
    pub(crate) fn set_binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        let (Some(left), Some(_)) = (AnySet::of(a), AnySet::of(b)) else {
            return Ok(Value::NotImplemented);
        };
        let frozen = matches!(a, Value::FrozenSet(_));
        let right = b.clone();
        self.run_async("set", move |cx| async move {
            let table = cx.set_combine(op, &left, &right).await?;
            Ok(if frozen {
                new_frozenset(table)
            } else {
                new_set(table)
            })
        })
    }

    /// `a |= b` and the like for two sets.
    pub(crate) fn set_in_place(&mut self, op: BinaryOp, a: Value, b: &Value) -> NativeResult {
        let Some(set) = AnySet::of(&a) else {
            return Ok(Value::NotImplemented);
        };
        let other = b.clone();
        self.run_async("set", move |cx| async move {
            cx.set_combine_into(op, &set, &other).await?;
            Ok(a)
        })
    }
}

/// Whether both are the same set.
pub(crate) fn same(a: &AnySet, b: &AnySet) -> bool {
    match (a, b) {
        (AnySet::Set(a), AnySet::Set(b)) => Rc::ptr_eq(a, b),
        (AnySet::Frozen(a), AnySet::Frozen(b)) => Rc::ptr_eq(a, b),
        _ => false,
    }
}

impl Cx {
    /// A set of the items of an iterable; a set or frozenset as it is.
    pub(crate) fn to_set<'a>(
        &'a self,
        iterable: &'a Value,
    ) -> Apart<impl Future<Output = Result<AnySet, Raise>> + 'a> {
        Apart::new(async move {
            let iterable = self.with(|vm| vm.unwrap_base_set(iterable));
            if let Some(set) = AnySet::of(&iterable) {
                return Ok(set);
            }
            let set = builder(Set::new());
            self.set_merge(&set, &iterable).await?;
            Ok(set)
        })
    }

    /// `set.update(iterable)`
    pub(crate) fn set_merge<'a>(
        &'a self,
        set: &'a AnySet,
        iterable: &'a Value,
    ) -> Apart<impl Future<Output = Result<(), Raise>> + 'a> {
        Apart::new(async move {
            let iterable = &self.with(|vm| vm.unwrap_base_set(iterable));
            if let Some(other) = AnySet::of(iterable) {
                if same(set, &other) {
                    return Ok(());
                }
                self.with(|vm| vm.charge_items(other.len()))?;
                let merged = self.with(|vm| match set {
                    AnySet::Set(set) => other.with(|other| {
                        set.table
                            .borrow_mut()
                            .merge(other, &mut vm.member_equality())
                            .is_ok()
                    }),
                    AnySet::Frozen(_) => true,
                });
                if !merged {
                    for (hash, key) in other.members() {
                        self.set_add(set, hash, key).await?;
                    }
                }
                return Ok(());
            }
            if let (Value::Dict(dict), AnySet::Set(set)) = (iterable, set) {
                self.with(|vm| vm.charge_items(dict.len()))?;
                set.table.borrow_mut().reserve(dict.len());
                let entries = dict.table.borrow().clone();
                let set = AnySet::Set(Rc::clone(set));
                for Entry { hash, key, .. } in entries.iter() {
                    self.set_add(&set, *hash, key.clone()).await?;
                }
                return Ok(());
            }
            let iterator = self.iter(iterable).await?;
            let mut n = 0u32;
            while let Some(item) = self.next(&iterator).await? {
                let hash = match self.with(|vm| vm.simple_hash(&item)) {
                    Some(hash) => hash,
                    None => self.hash(&item).await?,
                };
                self.set_add(set, hash, item).await?;
                n = n.wrapping_add(1);
                if n.is_multiple_of(4096) {
                    self.with(|vm| vm.has_room(0))?;
                }
            }
            Ok(())
        })
    }

    /// The members of `set` that `iterable` has too.
    async fn set_common(&self, set: &AnySet, iterable: &Value) -> Result<Set, Raise> {
        let iterable = &self.with(|vm| vm.unwrap_base_set(iterable));
        let result = builder(Set::new());
        if let Some(other) = AnySet::of(iterable) {
            self.with(|vm| vm.charge_items(other.len().min(set.len())))?;
            let fast = self.with(|vm| {
                set.with(|a| other.with(|b| a.intersection(b, &mut vm.member_equality()).ok()))
            });
            if let Some(table) = fast {
                return Ok(table);
            }
            let (small, large) = if other.len() > set.len() {
                (set, &other)
            } else {
                (&other, set)
            };
            for (hash, key) in small.members() {
                if self.set_contains(large, hash, &key).await? {
                    self.set_add(&result, hash, key).await?;
                }
            }
            return Ok(built(result));
        }
        let iterator = self.iter(iterable).await?;
        while let Some(item) = self.next(&iterator).await? {
            let hash = self.hash(&item).await?;
            if self.set_contains(set, hash, &item).await? {
                self.set_add(&result, hash, item).await?;
            }
        }
        Ok(built(result))
    }

    /// Removes the items of an iterable.
    async fn set_remove_all(&self, set: &AnySet, iterable: &Value) -> Result<(), Raise> {
        let iterable = &self.with(|vm| vm.unwrap_base_set(iterable));
        if let Some(other) = AnySet::of(iterable) {
            self.with(|vm| vm.charge_items(other.len()))?;
            for (hash, key) in other.members() {
                self.set_discard(set, hash, &key).await?;
            }
        } else {
            let iterator = self.iter(iterable).await?;
            while let Some(item) = self.next(&iterator).await? {
                let hash = self.hash(&item).await?;
                self.set_discard(set, hash, &item).await?;
            }
        }
        if let AnySet::Set(set) = set {
            set.table.borrow_mut().sweep();
        }
        Ok(())
    }

    /// Removes what both have, adds what only the other has.
    async fn set_toggle(&self, set: &AnySet, other: &AnySet) -> Result<(), Raise> {
        self.with(|vm| vm.charge_items(other.len()))?;
        for (hash, key) in other.members() {
            self.set_toggle_one(set, hash, &key).await?;
        }
        Ok(())
    }

    async fn set_toggle_one(&self, set: &AnySet, hash: i64, key: &Value) -> Result<(), Raise> {
        if !self.set_discard(set, hash, key).await? {
            self.set_add(set, hash, key.clone()).await?;
        }
        Ok(())
    }

    /// The members of `set` that are no keys of a dict.
    async fn set_without_keys(&self, set: &AnySet, dict: &Rc<DictObj>) -> Result<Set, Raise> {
        self.with(|vm| vm.charge_items(set.len()))?;
        let result = builder(Set::new());
        for (hash, key) in set.members() {
            if self.dict_find(dict, &key).await?.is_none() {
                self.set_add(&result, hash, key).await?;
            }
        }
        Ok(built(result))
    }

    /// The table of `set op iterable`.
    pub(crate) async fn set_combine(
        &self,
        op: BinaryOp,
        set: &AnySet,
        iterable: &Value,
    ) -> Result<Set, Raise> {
        match op {
            BinaryOp::And => self.set_common(set, iterable).await,
            BinaryOp::Sub => {
                if let Value::Dict(dict) = iterable
                    && set.len() >> 2 <= dict.len()
                {
                    return self.set_without_keys(set, dict).await;
                }
                let other = self.with(|vm| AnySet::of(&vm.unwrap_base_set(iterable)));
                match other {
                    // A set much larger than what is taken away is copied first.
                    Some(other) if set.len() >> 2 <= other.len() => {
                        self.with(|vm| vm.charge_items(set.len()))?;
                        let fast = self.with(|vm| {
                            set.with(|a| {
                                other.with(|b| a.difference(b, &mut vm.member_equality()).ok())
                            })
                        });
                        if let Some(table) = fast {
                            return Ok(table);
                        }
                        let result = builder(Set::new());
                        for (hash, key) in set.members() {
                            if !self.set_contains(&other, hash, &key).await? {
                                self.set_add(&result, hash, key).await?;
                            }
                        }
                        Ok(built(result))
                    }
                    _ => {
                        self.with(|vm| vm.charge_items(set.len()))?;
                        let result = builder(set.with(SetTable::copy_of));
                        self.set_remove_all(&result, iterable).await?;
                        Ok(built(result))
                    }
                }
            }
            BinaryOp::Xor => {
                // A set made of another iterable serves as the result itself: a
                // copy could have another size, and so another order.
                let result = match self.with(|vm| AnySet::of(&vm.unwrap_base_set(iterable))) {
                    Some(other) => {
                        self.with(|vm| vm.charge_items(other.len()))?;
                        builder(other.with(SetTable::copy_of))
                    }
                    None => self.to_set(iterable).await?,
                };
                self.set_toggle(&result, set).await?;
                Ok(built(result))
            }
            _ => {
                self.with(|vm| vm.charge_items(set.len()))?;
                let result = builder(set.with(SetTable::copy_of));
                // A set and itself: merging could make the copy larger, and its
                // order another one.
                if !AnySet::of(iterable).is_some_and(|other| same(set, &other)) {
                    self.set_merge(&result, iterable).await?;
                }
                Ok(built(result))
            }
        }
    }

    /// `set op= iterable`
    pub(crate) async fn set_combine_into(
        &self,
        op: BinaryOp,
        set: &AnySet,
        iterable: &Value,
    ) -> Result<(), Raise> {
        match op {
            BinaryOp::And => {
                let table = self.set_common(set, iterable).await?;
                if let AnySet::Set(set) = set {
                    let old = set.table.replace(table);
                    drop(old);
                }
                Ok(())
            }
            BinaryOp::Sub => self.set_remove_all(set, iterable).await,
            BinaryOp::Xor => {
                // The keys of a dict come in its order, those of others in
                // that of a set of them.
                let keys = match iterable {
                    Value::Dict(dict) => Some(dict.table.borrow().clone()),
                    _ => None,
                };
                let Some(keys) = keys else {
                    let other = self.to_set(iterable).await?;
                    return self.set_toggle(set, &other).await;
                };
                self.with(|vm| vm.charge_items(keys.len()))?;
                for Entry { hash, key, .. } in keys.iter() {
                    self.set_toggle_one(set, *hash, key).await?;
                }
                Ok(())
            }
            _ => self.set_merge(set, iterable).await,
        }
    }
}

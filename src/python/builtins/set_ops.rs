//! Lookups in sets, whose members may have `__hash__` and `__eq__` in Python.

use crate::hashing::set_order::{SetTable, Step};
use crate::object::{FrozenSet, Raise, Set, SetObj, Value};
use crate::vm::{Apart, Cx, NativeResult, Vm};
use std::future::Future;
use std::rc::Rc;

/// A set of either kind.
#[derive(Clone, Debug)]
pub(crate) enum AnySet {
    Set(Rc<SetObj>),
    Frozen(Rc<FrozenSet>),
}

impl AnySet {
    /// The set that a value is.
    pub(crate) fn of(value: &Value) -> Option<AnySet> {
        match value {
            Value::Set(set) => Some(AnySet::Set(Rc::clone(set))),
            Value::FrozenSet(set) => Some(AnySet::Frozen(Rc::clone(set))),
            _ => None,
        }
    }

    /// Looks at the table; no Python code may run meanwhile.
    pub(crate) fn with<R>(&self, look: impl FnOnce(&Set) -> R) -> R {
        match self {
            AnySet::Set(set) => look(&set.table.borrow()),
            AnySet::Frozen(set) => look(&set.table),
        }
    }

    /// How many members there are.
    pub(crate) fn len(&self) -> usize {
        self.with(SetTable::len)
    }

    /// The members with their hashes, as they stand.
    pub(crate) fn members(&self) -> Vec<(i64, Value)> {
        self.with(|table| {
            table
                .iter()
                .map(|(hash, key)| (hash, key.clone()))
                .collect()
        })
    }
}

/// Python code is needed to go on.
#[derive(Debug)]
pub(crate) struct NeedsPython;

impl Vm {
    /// Equality of members for [`SetTable`]'s operations.
    pub(crate) fn member_equality(
        &self,
    ) -> impl FnMut(&Value, &Value) -> Result<bool, NeedsPython> + '_ {
        |a, b| self.keys_equal(a, b).ok_or(NeedsPython)
    }

    fn set_locate_now(&self, set: &AnySet, key: &Value) -> Option<(i64, Step)> {
        let hash = self.simple_hash(key)?;
        let step = set.with(|table| table.find(hash, key, &mut self.member_equality()));
        Some((hash, step.ok()?))
    }

    /// Looks a member up and goes on with the slot; nothing happens to the
    /// set in between.
    pub(crate) fn set_locate(
        &mut self,
        set: AnySet,
        key: &Value,
        then: impl FnOnce(&mut Vm, &AnySet, i64, Step) -> NativeResult + 'static,
    ) -> NativeResult {
        if let Some((hash, step)) = self.set_locate_now(&set, key) {
            return then(self, &set, hash, step);
        }
        let key = key.clone();
        self.run_async("set", move |cx| async move {
            let hash = cx.hash(&key).await?;
            let step = cx.set_locate(&set, hash, &key).await?;
            cx.with(|vm| then(vm, &set, hash, step))
        })
    }

    /// `key in set`, a `Bool`. Also for frozensets.
    pub fn set_contains(&mut self, set: &Value, key: &Value) -> NativeResult {
        match AnySet::of(set) {
            Some(set) => self.set_locate(set, &member_key(self, key), |_, _, _, step| {
                Ok(Value::Bool(found(step)))
            }),
            None => Ok(Value::Bool(false)),
        }
    }

    /// `set.add(key)`; whether it was new, a `Bool`.
    pub fn set_add(&mut self, set: &Value, key: Value) -> NativeResult {
        let Some(set) = AnySet::of(set) else {
            return Ok(Value::Bool(false));
        };
        let member = key.clone();
        self.set_locate(set, &key, move |_, set, hash, step| {
            Ok(Value::Bool(put(set, hash, member, step)))
        })
    }

    /// `set.discard(key)`; whether it was there, a `Bool`.
    pub fn set_discard(&mut self, set: &Value, key: &Value) -> NativeResult {
        let Some(set) = AnySet::of(set) else {
            return Ok(Value::Bool(false));
        };
        self.set_locate(set, &member_key(self, key), |_, set, _, step| {
            Ok(Value::Bool(take(set, step)))
        })
    }
}

/// A set looked for in a set stands for the frozenset of its members.
fn member_key(vm: &Vm, key: &Value) -> Value {
    let set = match key {
        Value::Instance(instance)
            if vm
                .class_attr(&instance.class(), &vm.names.hash)
                .is_none_or(|hash| hash.is_none()) =>
        {
            vm.unwrap_base(key.clone())
        }
        _ => key.clone(),
    };
    match &set {
        Value::Set(set) => {
            let table = SetTable::copy_of(&set.table.borrow());
            Value::FrozenSet(Rc::new(FrozenSet {
                table,
                hash: std::cell::Cell::default(),
            }))
        }
        _ => key.clone(),
    }
}

fn found(step: Step) -> bool {
    matches!(step, Step::Candidate(_))
}

fn put(set: &AnySet, hash: i64, member: Value, step: Step) -> bool {
    match (set, step) {
        (AnySet::Set(set), Step::Vacant(slot)) => {
            set.table.borrow_mut().insert_at(slot, hash, member);
            true
        }
        _ => false,
    }
}

fn take(set: &AnySet, step: Step) -> bool {
    let removed = match (set, step) {
        (AnySet::Set(set), Step::Candidate(slot)) => set.table.borrow_mut().remove_at(slot),
        _ => None,
    };
    removed.is_some()
}

impl Cx {
    /// Looks a member up by its known hash. If comparing changed the set, the
    /// search begins again.
    pub(crate) fn set_locate<'a>(
        &'a self,
        set: &'a AnySet,
        hash: i64,
        key: &'a Value,
    ) -> Apart<impl Future<Output = Result<Step, Raise>> + 'a> {
        Apart::new(async move {
            'search: loop {
                let (mut probe, version) = set.with(|table| (table.probe(hash), table.changes()));
                loop {
                    let step = set.with(|table| table.next_candidate(&mut probe));
                    let Step::Candidate(slot) = step else {
                        return Ok(step);
                    };
                    let Some(candidate) = set.with(|table| table.key_at(slot).cloned()) else {
                        continue 'search;
                    };
                    let same = match self.with(|vm| vm.keys_equal(&candidate, key)) {
                        Some(same) => same,
                        None => self.equal(&candidate, key).await?,
                    };
                    if set.with(SetTable::changes) != version {
                        continue 'search;
                    }
                    if same {
                        return Ok(step);
                    }
                }
            }
        })
    }

    /// `key in set`, its hash known.
    pub(crate) fn set_contains<'a>(
        &'a self,
        set: &'a AnySet,
        hash: i64,
        key: &'a Value,
    ) -> Apart<impl Future<Output = Result<bool, Raise>> + 'a> {
        Apart::new(async move { Ok(found(self.set_locate(set, hash, key).await?)) })
    }

    /// `set.add(key)`; whether it was new.
    pub(crate) fn set_add<'a>(
        &'a self,
        set: &'a AnySet,
        hash: i64,
        key: Value,
    ) -> Apart<impl Future<Output = Result<bool, Raise>> + 'a> {
        Apart::new(async move {
            let step = self.set_locate(set, hash, &key).await?;
            Ok(put(set, hash, key, step))
        })
    }

    /// `set.discard(key)`; whether it was there.
    pub(crate) async fn set_discard(
        &self,
        set: &AnySet,
        hash: i64,
        key: &Value,
    ) -> Result<bool, Raise> {
        let step = self.set_locate(set, hash, key).await?;
        Ok(take(set, step))
    }
}

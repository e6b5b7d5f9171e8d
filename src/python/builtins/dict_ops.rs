//! Lookups in dicts, whose keys may have `__hash__` and `__eq__` in Python.
//!
//! Each operation first tries to finish without Python code. Only if a hash or
//! a comparison needs some does it become an `async` native function.

use crate::object::{Dict, DictObj, Entry, Lookup, Raise, Value};
use crate::vm::{Apart, Cx, NativeResult, Vm};
use std::future::Future;
use std::rc::Rc;

/// Where a key stands: its hash, and the position of its entry if it has one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) hash: i64,
    pub(crate) position: Option<usize>,
}

impl Vm {
    /// Whether two keys are the same; `None` if only Python code can tell.
    #[inline]
    pub(crate) fn keys_equal(&self, a: &Value, b: &Value) -> Option<bool> {
        if a.is(b) {
            Some(true)
        } else {
            // Many keys may have the same hash.
            self.spend_fuel(1);
            self.simple_equal(a, b)
        }
    }

    /// Looks a key up if that needs no Python code.
    #[inline]
    pub(crate) fn dict_locate_now(&self, dict: &DictObj, key: &Value) -> Option<Place> {
        let hash = self.simple_hash(key)?;
        match dict
            .table
            .borrow()
            .find(hash, |other| self.keys_equal(other, key))
        {
            Lookup::Found(position) => Some(Place {
                hash,
                position: Some(position),
            }),
            Lookup::Missing => Some(Place {
                hash,
                position: None,
            }),
            Lookup::Ask(..) => None,
        }
    }

    /// Looks a key up and goes on with where it stands; nothing happens to
    /// the dict in between.
    #[inline]
    pub(crate) fn dict_locate(
        &mut self,
        dict: &Rc<DictObj>,
        key: &Value,
        then: impl FnOnce(&mut Vm, &Rc<DictObj>, Place) -> NativeResult + 'static,
    ) -> NativeResult {
        if let Some(place) = self.dict_locate_now(dict, key) {
            return then(self, dict, place);
        }
        let (dict, key) = (Rc::clone(dict), key.clone());
        self.run_async("dict", move |cx| async move {
            let place = cx.dict_locate(&dict, &key).await?;
            let result = cx.with(|vm| then(vm, &dict, place));
            cx.finish(result).await
        })
    }

    /// `dict[key]`
    pub(crate) fn dict_item(&mut self, dict: &Rc<DictObj>, key: &Value) -> NativeResult {
        let there = |vm: &Vm, dict: &DictObj, place, key: &Value| {
            let value = dict.value_at(place);
            value.ok_or_else(|| vm.key_error(key.clone()))
        };
        if let Some(place) = self.dict_locate_now(dict, key) {
            return there(self, dict, place, key);
        }
        let again = key.clone();
        self.dict_locate(dict, key, move |vm, dict, place| {
            there(vm, dict, place, &again)
        })
    }

    /// `key in dict`
    pub(crate) fn dict_has(&mut self, dict: &Rc<DictObj>, key: &Value) -> NativeResult {
        self.dict_locate(dict, key, |_, _, place| {
            Ok(Value::Bool(place.position.is_some()))
        })
    }

    /// `dict[key] = value`
    pub fn dict_store(&mut self, dict: &Rc<DictObj>, key: Value, value: Value) -> NativeResult {
        if let Some(place) = self.dict_locate_now(dict, &key) {
            dict.put(place, key, value);
            return Ok(Value::None);
        }
        let again = key.clone();
        self.dict_locate(dict, &again, move |_, dict, place| {
            dict.put(place, key, value);
            Ok(Value::None)
        })
    }

    /// Removes a key; whether it was there.
    pub fn dict_discard(&mut self, dict: &Rc<DictObj>, key: &Value) -> NativeResult {
        self.dict_locate(dict, key, |_, dict, place| {
            let value = dict.take(place);
            Ok(Value::Bool(value.is_some()))
        })
    }

    /// `del dict[key]`
    pub(crate) fn dict_delete(&mut self, dict: &Rc<DictObj>, key: &Value) -> NativeResult {
        let again = key.clone();
        self.dict_locate(dict, key, move |vm, dict, place| match dict.take(place) {
            Some(_) => Ok(Value::None),
            None => Err(vm.key_error(again)),
        })
    }

    /// The dict of a display: keys and values in turn.
    pub(crate) fn dict_of(&mut self, items: Vec<Value>) -> NativeResult {
        let dict = DictObj::new(Dict::with_capacity(items.len() / 2));
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            let Some(place) = self.dict_locate_now(&dict, &key) else {
                return self.run_async("dict", move |cx| async move {
                    cx.dict_store(&dict, key, value).await?;
                    while let (Some(key), Some(value)) = (items.next(), items.next()) {
                        cx.dict_store(&dict, key, value).await?;
                    }
                    Ok(Value::Dict(dict))
                });
            };
            dict.put(place, key, value);
        }
        Ok(Value::Dict(dict))
    }

    /// Puts all entries of one dict into another.
    pub(crate) fn dict_merge(&mut self, into: &Rc<DictObj>, from: &Rc<DictObj>) -> NativeResult {
        self.charge_items(from.len().saturating_mul(3))?;
        let entries = from.table.borrow().clone();
        if into.is_empty() {
            let old = into.table.replace(entries);
            drop(old);
            return Ok(Value::None);
        }
        let into = Rc::clone(into);
        self.run_async("update", move |cx| async move {
            for Entry { hash, key, value } in entries.iter() {
                let place = cx.dict_locate_hashed(&into, *hash, key).await?;
                into.put(place, key.clone(), value.clone());
            }
            Ok(Value::None)
        })
    }
}

impl DictObj {
    /// The value at a place just found.
    pub(crate) fn value_at(&self, place: Place) -> Option<Value> {
        self.table.borrow().value_at(place.position?).cloned()
    }

    /// Sets the value at a place just found, adding the key if it is new.
    pub(crate) fn put(&self, place: Place, key: Value, value: Value) {
        let old = {
            let mut table = self.table.borrow_mut();
            match place.position {
                Some(position) => table.set_value_at(position, value),
                None => {
                    table.insert_new(place.hash, key, value);
                    Value::Undefined
                }
            }
        };
        drop(old);
    }

    /// Removes the entry at a place just found and gives its value.
    pub(crate) fn take(&self, place: Place) -> Option<Value> {
        let removed = self.table.borrow_mut().remove_at(place.position?);
        removed.map(|(_, value)| value)
    }

    /// The entries as they stand.
    pub(crate) fn pairs(&self) -> Vec<(Value, Value)> {
        self.table
            .borrow()
            .iter()
            .map(|e| (e.key.clone(), e.value.clone()))
            .collect()
    }
}

impl Cx {
    /// Looks a key up. If comparing changed the dict, the search begins again.
    pub(crate) fn dict_locate<'a>(
        &'a self,
        dict: &'a Rc<DictObj>,
        key: &'a Value,
    ) -> Apart<impl Future<Output = Result<Place, Raise>> + 'a> {
        Apart::new(async move {
            let hash = self.hash(key).await?;
            self.dict_locate_hashed(dict, hash, key).await
        })
    }

    /// Looks a key up whose hash is known, so that its `__hash__` is not called.
    pub(crate) fn dict_locate_hashed<'a>(
        &'a self,
        dict: &'a Rc<DictObj>,
        hash: i64,
        key: &'a Value,
    ) -> Apart<impl Future<Output = Result<Place, Raise>> + 'a> {
        Apart::new(async move {
            'search: loop {
                let mut lookup = self.with(|vm| {
                    dict.table
                        .borrow()
                        .find(hash, |other| vm.keys_equal(other, key))
                });
                loop {
                    let (position, probe) = match lookup {
                        Lookup::Found(position) => {
                            return Ok(Place {
                                hash,
                                position: Some(position),
                            });
                        }
                        Lookup::Missing => {
                            return Ok(Place {
                                hash,
                                position: None,
                            });
                        }
                        Lookup::Ask(position, probe) => (position, probe),
                    };
                    let (candidate, version) = {
                        let table = dict.table.borrow();
                        let Some(entry) = table.entry(position) else {
                            continue 'search;
                        };
                        (entry.key.clone(), table.keys_version())
                    };
                    let same = self.equal(&candidate, key).await?;
                    if dict.table.borrow().keys_version() != version {
                        continue 'search;
                    }
                    if same {
                        return Ok(Place {
                            hash,
                            position: Some(position),
                        });
                    }
                    lookup = self.with(|vm| {
                        dict.table
                            .borrow()
                            .find_after(hash, probe, |other| vm.keys_equal(other, key))
                    });
                }
            }
        })
    }

    /// `dict[key] = value`
    pub(crate) fn dict_store<'a>(
        &'a self,
        dict: &'a Rc<DictObj>,
        key: Value,
        value: Value,
    ) -> Apart<impl Future<Output = Result<(), Raise>> + 'a> {
        Apart::new(async move {
            let place = match self.with(|vm| vm.dict_locate_now(dict, &key)) {
                Some(place) => place,
                None => self.dict_locate(dict, &key).await?,
            };
            dict.put(place, key, value);
            Ok(())
        })
    }

    /// `dict.get(key)`
    pub(crate) fn dict_find<'a>(
        &'a self,
        dict: &'a Rc<DictObj>,
        key: &'a Value,
    ) -> Apart<impl Future<Output = Result<Option<Value>, Raise>> + 'a> {
        Apart::new(async move {
            let place = match self.with(|vm| vm.dict_locate_now(dict, key)) {
                Some(place) => place,
                None => self.dict_locate(dict, key).await?,
            };
            Ok(dict.value_at(place))
        })
    }
}

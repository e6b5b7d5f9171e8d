//! `collections.deque`.

use super::state_of;
use crate::code::CompareOp;
use crate::object::{Class, DictObj, Instance, MANY, Native, NativeDef, Raise, Value};
use crate::vm::{Args, Cx, GetSet, NativeResult, Resumed, Vm};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// The state of a `collections.deque`: a queue with two ends.
#[derive(Debug, Default)]
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    maxlen: Cell<Option<usize>>,
    /// Grows with every change of the length or order, which iterators notice.
    changes: Cell<u64>,
}

impl Native for Deque {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn length(&self) -> Option<usize> {
        Some(self.items.borrow().len())
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        if let Ok(items) = self.items.try_borrow() {
            out.add_all(items.iter());
        }
    }

    fn clear(&self, out: &mut Vec<Value>) {
        out.extend(self.items.take());
    }

    fn parts(&self) -> Vec<(String, Value)> {
        let items = self.items.borrow();
        let numbered = items.iter().enumerate();
        numbered
            .map(|(position, item)| (position.to_string(), item.clone()))
            .collect()
    }
}

impl Deque {
    fn changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    /// Adds at the right; what falls out at the left is given back to be dropped.
    fn push_back(&self, item: Value) -> Option<Value> {
        self.changed();
        let mut items = self.items.borrow_mut();
        items.push_back(item);
        if self.maxlen.get().is_some_and(|most| items.len() > most) {
            items.pop_front()
        } else {
            None
        }
    }

    fn push_front(&self, item: Value) -> Option<Value> {
        self.changed();
        let mut items = self.items.borrow_mut();
        items.push_front(item);
        if self.maxlen.get().is_some_and(|most| items.len() > most) {
            items.pop_back()
        } else {
            None
        }
    }

    /// What a value is if it is a `deque`, and of no derived class.
    pub fn of(value: &Value) -> Option<&Deque> {
        match value {
            Value::Instance(instance) if instance.class.borrow().is_builtin => instance.native(),
            _ => None,
        }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `append`
    pub fn append(&self, item: Value) {
        let out = self.push_back(item);
        drop(out);
    }

    /// `popleft`; `None` if there is nothing.
    pub fn pop_left(&self) -> Option<Value> {
        let item = self.items.borrow_mut().pop_front()?;
        self.changed();
        Some(item)
    }

    /// The first item that is wanted.
    pub fn find(&self, wanted: impl Fn(&Value) -> bool) -> Option<Value> {
        self.items
            .borrow()
            .iter()
            .find(|item| wanted(item))
            .cloned()
    }

    /// Whether something holds for all items.
    pub fn all(&self, holds: impl Fn(&Value) -> bool) -> bool {
        self.items.borrow().iter().all(holds)
    }

    /// Removes the first item that is this very object; whether there was one.
    pub fn remove_same(&self, item: &Value) -> bool {
        let mut items = self.items.borrow_mut();
        let Some(position) = items.iter().position(|known| known.is(item)) else {
            return false;
        };
        let gone = items.remove(position);
        drop(items);
        drop(gone);
        self.changed();
        true
    }

    /// The items, first to last.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }
}

/// Walks a deque in either direction.
struct DequeIterator {
    deque: RefCell<Option<Value>>,
    next: Cell<usize>,
    changes: u64,
    back: bool,
}

impl Native for DequeIterator {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        if let Ok(deque) = self.deque.try_borrow() {
            out.add_all(deque.as_ref());
        }
    }

    fn resume(
        &self,
        vm: &mut Vm,
        _me: &Rc<Instance>,
        _sent: Value,
    ) -> Option<Result<Resumed, Raise>> {
        let held = self.deque.borrow().clone();
        let item = match held.as_ref().and_then(state_of::<Deque>) {
            None => None,
            Some(deque) if deque.changes.get() != self.changes => {
                return Some(Err(vm.runtime_error("deque mutated during iteration")));
            }
            Some(deque) => {
                let items = deque.items.borrow();
                let at = self.next.get();
                self.next.set(at + 1);
                let place = if self.back {
                    items.len().checked_sub(at + 1)
                } else {
                    Some(at)
                };
                place.and_then(|place| items.get(place).cloned())
            }
        };
        Some(Ok(match item {
            Some(item) => Resumed::Yielded(item),
            None => {
                let done = self.deque.take();
                drop(done);
                Resumed::Returned(Value::None)
            }
        }))
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.extend(self.deque.take());
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", initialize, 0, 2).with_params(&["iterable", "maxlen"]),
    NativeDef::method("append", append, 1, 1)
        .shortcut(|_, args| add_shortcut(args, Deque::push_back)),
    NativeDef::method("appendleft", append_left, 1, 1)
        .shortcut(|_, args| add_shortcut(args, Deque::push_front)),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("__copy__", copy, 0, 0),
    NativeDef::method("count", count, 1, 1),
    NativeDef::method("extend", |vm, args| extend(vm, args, false), 1, 1),
    NativeDef::method("extendleft", |vm, args| extend(vm, args, true), 1, 1),
    NativeDef::method("index", index, 1, 3),
    NativeDef::method("insert", insert, 2, 2),
    NativeDef::method("pop", pop, 0, 0).shortcut(|_, args| take_shortcut(args, VecDeque::pop_back)),
    NativeDef::method("popleft", pop_left, 0, 0)
        .shortcut(|_, args| take_shortcut(args, VecDeque::pop_front)),
    NativeDef::method("remove", remove, 1, 1),
    NativeDef::method("reverse", reverse, 0, 0),
    NativeDef::method("rotate", rotate, 0, 1),
    NativeDef::method(
        "__len__",
        |vm, args| Ok(Value::from(with(vm, &args, |d| d.items.borrow().len())?)),
        0,
        0,
    ),
    NativeDef::method(
        "__bool__",
        |vm, args| {
            Ok(Value::Bool(with(vm, &args, |d| {
                !d.items.borrow().is_empty()
            })?))
        },
        0,
        0,
    ),
    NativeDef::method("__iter__", |vm, args| iterate(vm, args, false), 0, 0),
    NativeDef::method("__reversed__", |vm, args| iterate(vm, args, true), 0, 0),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__getitem__", get_item, 1, 1),
    NativeDef::method("__setitem__", set_item, 2, 2),
    NativeDef::method("__delitem__", delete_item, 1, 1),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__iadd__", inplace_add, 1, 1),
    NativeDef::method("__mul__", multiply, 1, 1),
    NativeDef::method("__rmul__", multiply, 1, 1),
    NativeDef::method("__eq__", |vm, args| compare(vm, args, CompareOp::Eq), 1, 1),
    NativeDef::method("__ne__", |vm, args| compare(vm, args, CompareOp::Ne), 1, 1),
    NativeDef::method("__lt__", |vm, args| compare(vm, args, CompareOp::Lt), 1, 1),
    NativeDef::method("__le__", |vm, args| compare(vm, args, CompareOp::Le), 1, 1),
    NativeDef::method("__gt__", |vm, args| compare(vm, args, CompareOp::Gt), 1, 1),
    NativeDef::method("__ge__", |vm, args| compare(vm, args, CompareOp::Ge), 1, 1),
    crate::builtins::slots::CLASS_GETITEM,
];

const ATTRIBUTES: &[GetSet] = &[GetSet {
    name: "maxlen",
    get: |_, value| {
        Ok(state_of::<Deque>(value)
            .and_then(|d| d.maxlen.get())
            .map_or(Value::None, Value::from))
    },
    set: None,
}];

const ITERATOR: &[NativeDef] = &[
    NativeDef::method("__iter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method(
        "__next__",
        |vm, mut args| vm.next_or_stop(&args.take(0)),
        0,
        0,
    ),
];

/// The classes, for natives that make instances.
struct Types {
    deque: Rc<Class>,
    iterator: Rc<Class>,
}

pub(super) fn init(vm: &mut Vm, namespace: &DictObj) {
    let deque = vm.native_class(namespace, "collections", "deque", METHODS);
    vm.add_getsets(&deque, ATTRIBUTES);
    vm.forbid_hash(&deque);
    let iterator = vm.native_class(namespace, "collections", "_deque_iterator", ITERATOR);
    vm.set_extension(Rc::new(Types { deque, iterator }));
}

fn with<R>(vm: &Vm, args: &Args, look: impl FnOnce(&Deque) -> R) -> Result<R, Raise> {
    match args.values.first().and_then(state_of::<Deque>) {
        Some(deque) => Ok(look(deque)),
        None => Err(vm.type_error("descriptor requires a 'collections.deque' object")),
    }
}

fn new_deque(vm: &Vm, items: VecDeque<Value>, maxlen: Option<usize>) -> NativeResult {
    let types = vm
        .extension::<Types>()
        .ok_or_else(|| vm.system_error("_collections is not initialised"))?;
    let state = Deque {
        items: RefCell::new(items),
        maxlen: Cell::new(maxlen),
        ..Deque::default()
    };
    vm.native_object(&Value::Class(Rc::clone(&types.deque)), state)
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    vm.native_object(&args.take(0), Deque::default())
}

/// Charges a copy of the receiver, or a walk through it.
fn charge_all(vm: &Vm, args: &Args) -> Result<(), Raise> {
    let items = with(vm, args, |deque| deque.items.borrow().len())?;
    vm.charge_items(items)
}

fn init_maxlen(vm: &mut Vm, maxlen: Option<Value>) -> Result<Option<usize>, Raise> {
    match maxlen {
        None | Some(Value::None) => Ok(None),
        Some(value) => {
            if vm.index_now(&value).is_none() {
                return Err(vm.type_error("an integer is required"));
            }
            let most = vm.int_argument(&value)?;
            crate::number::size::count(most)
                .map(Some)
                .ok_or_else(|| vm.value_error("maxlen must be non-negative"))
        }
    }
}

/// `deque.__init__`
fn initialize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (iterable, maxlen) = (args.optional(1), args.optional(2));
    let maxlen = init_maxlen(vm, maxlen)?;
    let old = with(vm, &args, |deque| {
        deque.maxlen.set(maxlen);
        deque.changed();
        deque.items.take()
    })?;
    drop(old);
    match iterable {
        Some(iterable) => extend(vm, Args::positional([args.take(0), iterable]), false),
        None => Ok(Value::None),
    }
}

fn clear(vm: &mut Vm, args: Args) -> NativeResult {
    let old = with(vm, &args, |deque| {
        deque.changed();
        deque.items.take()
    })?;
    drop(old);
    Ok(Value::None)
}

fn append(vm: &mut Vm, mut args: Args) -> NativeResult {
    let item = args.take(1);
    let fallen = with(vm, &args, |deque| deque.push_back(item))?;
    drop(fallen);
    Ok(Value::None)
}

fn add_shortcut(
    args: &mut [Value],
    add: fn(&Deque, Value) -> Option<Value>,
) -> Option<NativeResult> {
    let [deque, item] = args else {
        return None;
    };
    let fallen = add(state_of::<Deque>(deque)?, item.take());
    drop(fallen);
    Some(Ok(Value::None))
}

fn take_shortcut(
    args: &[Value],
    take: fn(&mut VecDeque<Value>) -> Option<Value>,
) -> Option<NativeResult> {
    let [deque] = args else {
        return None;
    };
    let deque = state_of::<Deque>(deque)?;
    let item = take(&mut deque.items.borrow_mut())?;
    deque.changed();
    Some(Ok(item))
}

fn append_left(vm: &mut Vm, mut args: Args) -> NativeResult {
    let item = args.take(1);
    let fallen = with(vm, &args, |deque| deque.push_front(item))?;
    drop(fallen);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    charge_all(vm, &args)?;
    let (items, maxlen) = with(vm, &args, |deque| {
        (deque.items.borrow().clone(), deque.maxlen.get())
    })?;
    let me = args.take(0);
    let class = vm.class_of(&me);
    vm.native_object(
        &Value::Class(class),
        Deque {
            items: RefCell::new(items),
            maxlen: Cell::new(maxlen),
            ..Deque::default()
        },
    )
}

fn extend(vm: &mut Vm, mut args: Args, left: bool) -> NativeResult {
    with(vm, &args, |_| ())?;
    let (me, mut iterable) = (args.take(0), args.take(1));
    if me.is(&iterable) {
        iterable = Value::list(
            state_of::<Deque>(&me)
                .map(Deque::to_vec)
                .unwrap_or_default(),
        );
    }
    vm.run_async("extend", move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        let mut n = 0u32;
        while let Some(item) = cx.next(&iterator).await? {
            if let Some(deque) = state_of::<Deque>(&me) {
                let fallen = if left {
                    deque.push_front(item)
                } else {
                    deque.push_back(item)
                };
                drop(fallen);
            }
            n = n.wrapping_add(1);
            if n.is_multiple_of(4096) {
                cx.with(|vm| vm.has_room(0))?;
            }
        }
        Ok(Value::None)
    })
}

fn pop(vm: &mut Vm, args: Args) -> NativeResult {
    let item = with(vm, &args, |deque| {
        deque.changed();
        deque.items.borrow_mut().pop_back()
    })?;
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn pop_left(vm: &mut Vm, args: Args) -> NativeResult {
    let item = with(vm, &args, |deque| {
        deque.changed();
        deque.items.borrow_mut().pop_front()
    })?;
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn reverse(vm: &mut Vm, args: Args) -> NativeResult {
    charge_all(vm, &args)?;
    with(vm, &args, |deque| {
        deque.changed();
        deque.items.borrow_mut().make_contiguous().reverse();
    })?;
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let steps = match args.optional(1) {
        Some(steps) => vm.int_argument(&steps)?,
        None => 1,
    };
    with(vm, &args, |deque| {
        deque.changed();
        let mut items = deque.items.borrow_mut();
        if !items.is_empty() {
            let steps = steps.rem_euclid(items.len() as i64) as usize;
            vm.work(steps.min(items.len() - steps));
            items.rotate_right(steps);
        }
    })?;
    Ok(Value::None)
}

fn iterate(vm: &mut Vm, mut args: Args, back: bool) -> NativeResult {
    let changes = with(vm, &args, |deque| deque.changes.get())?;
    let types = vm
        .extension::<Types>()
        .ok_or_else(|| vm.system_error("_collections is not initialised"))?;
    let state = DequeIterator {
        deque: RefCell::new(Some(args.take(0))),
        next: Cell::new(0),
        changes,
        back,
    };
    vm.native_object(&Value::Class(Rc::clone(&types.iterator)), state)
}

/// The position that an index means.
fn place(vm: &mut Vm, args: &Args) -> Result<usize, Raise> {
    let Some(key) = args.values.get(1).cloned() else {
        return Err(vm.type_error("deque index missing"));
    };
    if vm.index_now(&key).is_none() {
        let given = vm.type_name(&key);
        return Err(vm.type_error(format!("sequence index must be integer, not '{given}'")));
    }
    let index = vm.int_argument(&key)?;
    let length = with(vm, args, |deque| deque.items.borrow().len())?;
    Vm::place(index, length).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn get_item(vm: &mut Vm, args: Args) -> NativeResult {
    let at = place(vm, &args)?;
    Ok(with(vm, &args, |deque| deque.items.borrow().get(at).cloned())?.unwrap_or_default())
}

fn set_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let at = place(vm, &args)?;
    let new = args.take(2);
    let old = with(vm, &args, |deque| {
        deque
            .items
            .borrow_mut()
            .get_mut(at)
            .map(|slot| std::mem::replace(slot, new))
    })?;
    drop(old);
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: Args) -> NativeResult {
    let at = place(vm, &args)?;
    let old = with(vm, &args, |deque| {
        deque.changed();
        let mut items = deque.items.borrow_mut();
        vm.work(at.min(items.len() - at.min(items.len())));
        items.remove(at)
    })?;
    drop(old);
    Ok(Value::None)
}

fn insert(vm: &mut Vm, mut args: Args) -> NativeResult {
    let index = args.take(1);
    let index = vm.int_argument(&index)?;
    let item = args.take(2);
    let full = with(vm, &args, |deque| {
        deque
            .maxlen
            .get()
            .is_some_and(|most| deque.items.borrow().len() >= most)
    })?;
    if full {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    with(vm, &args, |deque| {
        deque.changed();
        let mut items = deque.items.borrow_mut();
        let length = items.len() as i64;
        let at = if index < 0 {
            index.saturating_add(length).max(0)
        } else {
            index.min(length)
        };
        vm.work(at.min(length - at) as usize);
        items.insert(at as usize, item);
    })?;
    Ok(Value::None)
}

/// The first place of an item equal to `wanted`. The deque must not change meanwhile.
async fn search(
    cx: &Cx,
    me: &Value,
    wanted: &Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Raise> {
    let Some(deque) = state_of::<Deque>(me) else {
        return Ok(None);
    };
    let changes = deque.changes.get();
    let mut at = from;
    while at < to {
        let Some(item) = deque.items.borrow().get(at).cloned() else {
            return Ok(None);
        };
        let same = cx.equal(&item, wanted).await?;
        if deque.changes.get() != changes {
            return Err(cx.with(|vm| vm.runtime_error("deque mutated during iteration")));
        }
        if same {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, wanted) = (args.take(0), args.take(1));
    vm.run_async("in", move |cx| async move {
        Ok(Value::Bool(
            search(&cx, &me, &wanted, 0, usize::MAX).await?.is_some(),
        ))
    })
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, wanted) = (args.take(0), args.take(1));
    vm.run_async("count", move |cx| async move {
        let (mut found, mut from) = (0i64, 0);
        while let Some(at) = search(&cx, &me, &wanted, from, usize::MAX).await? {
            found += 1;
            from = at + 1;
        }
        Ok(Value::Int(found))
    })
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    let length = with(vm, &args, |deque| deque.items.borrow().len())? as i64;
    let (me, wanted, from, to) = (
        args.take(0),
        args.take(1),
        args.optional(2),
        args.optional(3),
    );
    vm.run_async("index", move |cx| async move {
        let mut bounds = [0, i64::MAX];
        for (bound, given) in bounds.iter_mut().zip([from, to]) {
            if let Some(given) = given {
                let index = cx.index(&given).await?;
                *bound = if index < 0 {
                    index.saturating_add(length).max(0)
                } else {
                    index
                };
            }
        }
        match search(&cx, &me, &wanted, bounds[0] as usize, bounds[1] as usize).await? {
            Some(at) => Ok(Value::from(at)),
            None => {
                let text = cx.repr(&wanted).await?;
                Err(cx.with(|vm| vm.value_error(format!("{text} is not in deque"))))
            }
        }
    })
}

fn remove(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, wanted) = (args.take(0), args.take(1));
    vm.run_async("remove", move |cx| async move {
        match search(&cx, &me, &wanted, 0, usize::MAX).await? {
            Some(at) => {
                let removed = state_of::<Deque>(&me).and_then(|deque| {
                    deque.changed();
                    deque.items.borrow_mut().remove(at)
                });
                drop(removed);
                Ok(Value::None)
            }
            None => {
                let text = cx.repr(&wanted).await?;
                Err(cx.with(|vm| vm.value_error(format!("{text} is not in deque"))))
            }
        }
    })
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let address = me.address().unwrap_or_default();
    if vm.repr_running.contains(&address) {
        return Ok(Value::str("[...]"));
    }
    vm.repr_running.push(address);
    vm.run_async("repr", move |cx| async move {
        let (items, maxlen) = state_of::<Deque>(&me)
            .map(|d| (d.to_vec(), d.maxlen.get()))
            .unwrap_or_default();
        let text = cx.repr(&Value::list(items)).await;
        let name = cx.with(|vm| {
            vm.repr_running.retain(|other| *other != address);
            vm.class_of(&me).name()
        });
        let text = text?;
        Ok(Value::string(match maxlen {
            Some(most) => format!("{name}({text}, maxlen={most})"),
            None => format!("{name}({text})"),
        }))
    })
}

fn add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let other = args.take(1);
    let Some(more) = state_of::<Deque>(&other).map(Deque::to_vec) else {
        let given = vm.type_name(&other);
        return Err(vm.type_error(format!(
            "can only concatenate deque (not \"{given}\") to deque"
        )));
    };
    charge_all(vm, &args)?;
    vm.charge_items(more.len())?;
    let (mut items, maxlen) = with(vm, &args, |deque| {
        (deque.items.borrow().clone(), deque.maxlen.get())
    })?;
    items.extend(more);
    trim(&mut items, maxlen);
    new_deque(vm, items, maxlen)
}

fn trim(items: &mut VecDeque<Value>, maxlen: Option<usize>) {
    if let Some(most) = maxlen {
        let surplus = items.len().saturating_sub(most);
        items.drain(..surplus);
    }
}

fn inplace_add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.values.first().cloned().unwrap_or_default();
    let iterable = args.take(1);
    let result = extend(vm, Args::positional([me.clone(), iterable]), false)?;
    if result.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, move |_, _| Ok(me));
    }
    Ok(me)
}

fn multiply(vm: &mut Vm, mut args: Args) -> NativeResult {
    let count = args.take(1);
    let Some(count) = vm.index_now(&count) else {
        return Ok(Value::NotImplemented);
    };
    charge_all(vm, &args)?;
    let (items, maxlen) = with(vm, &args, |deque| (deque.to_vec(), deque.maxlen.get()))?;
    let repeated = match vm.sequence_repeat(&Value::list(items), count).transpose()? {
        Some(Value::List(list)) => list.items.take(),
        _ => Vec::new(),
    };
    let mut items = VecDeque::from(repeated);
    trim(&mut items, maxlen);
    new_deque(vm, items, maxlen)
}

fn compare(vm: &mut Vm, mut args: Args, op: CompareOp) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    let (Some(a), Some(b)) = (state_of::<Deque>(&me), state_of::<Deque>(&other)) else {
        return Ok(Value::NotImplemented);
    };
    let (a, b) = (Value::list(a.to_vec()), Value::list(b.to_vec()));
    vm.compare(op, &a, &b)
}

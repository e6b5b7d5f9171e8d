//! `groupby` and `tee`: iterators that share what they read.

use super::{State, Types, state, tool};
use crate::object::{Raise, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// What `groupby` and its groups share.
pub(super) struct Groups {
    inner: Value,
    key: Value,
    /// The item read last, with its key, unless it was given out.
    waiting: RefCell<Option<(Value, Value)>>,
    /// The key of the group that is being given out.
    current: RefCell<Option<Value>>,
    /// Its number: older groups are over.
    number: Cell<u64>,
}

pub(super) fn group_by(vm: &mut Vm, args: Args) -> NativeResult {
    super::with_iterator(vm, args, 1, |mut args, inner| {
        State::GroupBy(Rc::new(Groups {
            inner,
            key: args.optional(2).unwrap_or(Value::None),
            waiting: RefCell::default(),
            current: RefCell::default(),
            number: Cell::new(0),
        }))
    })
}

/// Reads the next item; false at the end.
async fn advance(cx: &Cx, groups: &Groups) -> Result<bool, Raise> {
    let Some(item) = cx.next(&groups.inner).await? else {
        return Ok(false);
    };
    let key = if groups.key.is_none() {
        item.clone()
    } else {
        cx.call(&groups.key, [item.clone()]).await?
    };
    let old = groups.waiting.replace(Some((item, key)));
    drop(old);
    Ok(true)
}

/// Whether the waiting item belongs to the current group.
async fn belongs(cx: &Cx, groups: &Groups) -> Result<bool, Raise> {
    let key = groups.waiting.borrow().as_ref().map(|(_, key)| key.clone());
    let current = groups.current.borrow().clone();
    match (key, current) {
        (Some(key), Some(current)) => cx.equal(&current, &key).await,
        _ => Ok(false),
    }
}

pub(super) async fn next_group(cx: &Cx, groups: &Rc<Groups>) -> Result<Option<Value>, Raise> {
    groups.number.set(groups.number.get() + 1);
    // What is left of the last group is passed over.
    while groups.waiting.borrow().is_none() || belongs(cx, groups).await? {
        if !advance(cx, groups).await? {
            return Ok(None);
        }
    }
    let key = groups
        .waiting
        .borrow()
        .as_ref()
        .map(|(_, key)| key.clone())
        .unwrap_or_default();
    let old = groups.current.replace(Some(key.clone()));
    drop(old);
    let number = groups.number.get();
    let group = cx.with(|vm| {
        let types = vm
            .extension::<Types>()
            .ok_or_else(|| vm.system_error("itertools is not initialised"))?;
        tool(
            vm,
            &Value::Class(Rc::clone(&types.group)),
            State::Group {
                groups: Rc::clone(groups),
                number,
            },
        )
    })?;
    Ok(Some(Value::tuple([key, group])))
}

pub(super) async fn next_member(
    cx: &Cx,
    groups: &Groups,
    number: u64,
) -> Result<Option<Value>, Raise> {
    if groups.number.get() != number {
        return Ok(None);
    }
    if groups.waiting.borrow().is_none() && !advance(cx, groups).await? {
        return Ok(None);
    }
    if !belongs(cx, groups).await? {
        return Ok(None);
    }
    let item = groups.waiting.take();
    Ok(item.map(|(item, _)| item))
}

/// One item that tees have read, and the place of the next one. The nodes in
/// front of the slowest reader are let go.
#[derive(Default)]
pub(super) struct Node(OnceCell<(Value, Rc<Node>)>);

impl Drop for Node {
    /// A long chain is let go link by link.
    fn drop(&mut self) {
        let mut next = self.0.take().map(|(_, next)| next);
        while let Some(node) = next {
            next = Rc::into_inner(node)
                .and_then(|mut node| node.0.take())
                .map(|(_, next)| next);
        }
    }
}

/// A tee: where it stands in the chain, and whence more items come.
#[derive(Clone)]
pub(super) struct Reader {
    inner: Value,
    at: Rc<Node>,
}

fn new_tee(vm: &Vm, reader: Reader) -> NativeResult {
    let types = vm
        .extension::<Types>()
        .ok_or_else(|| vm.system_error("itertools is not initialised"))?;
    tool(vm, &Value::Class(Rc::clone(&types.tee)), State::Tee(reader))
}

pub(super) fn tee(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterable = args.take(0);
    let count = match args.optional(1) {
        Some(count) => vm.int_argument(&count)?,
        None => 2,
    };
    let Some(count) = crate::number::size::count(count) else {
        return Err(vm.value_error("n must be >= 0"));
    };
    vm.charge(count.saturating_mul(size_of::<Reader>()))?;
    vm.run_async("tee", move |cx| async move {
        let inner = cx.iter(&iterable).await?;
        cx.with(|vm| {
            // A tee of a tee reads along with it.
            let reader = match super::state_of::<super::Tool>(&inner)
                .map(|tool| tool.0.borrow())
                .as_deref()
            {
                Some(State::Tee(reader)) => reader.clone(),
                _ => Reader {
                    inner: inner.clone(),
                    at: Rc::default(),
                },
            };
            let mut tees = Vec::with_capacity(count);
            for _ in 0..count {
                tees.push(new_tee(vm, reader.clone())?);
            }
            Ok(Value::tuple(tees))
        })
    })
}

pub(super) fn copy_tee(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let reader = match &*state(vm, &me)?.borrow() {
        State::Tee(reader) => reader.clone(),
        _ => return Err(vm.type_error("not a tee")),
    };
    new_tee(vm, reader)
}

/// The next item of a tee: one that another has read already, or a new one.
pub(super) async fn read(
    cx: &Cx,
    state: &RefCell<State>,
    reader: Reader,
) -> Result<Option<Value>, Raise> {
    if reader.at.0.get().is_none() {
        let Some(item) = cx.next(&reader.inner).await? else {
            return Ok(None);
        };
        // If reading made another tee read the same, the later item is lost
        // in CPython too.
        let _ = reader.at.0.set((item, Rc::default()));
    }
    let Some((item, next)) = reader.at.0.get().cloned() else {
        return Ok(None);
    };
    let old = state.replace(State::Tee(Reader {
        inner: reader.inner.clone(),
        at: next,
    }));
    drop(old);
    Ok(Some(item))
}

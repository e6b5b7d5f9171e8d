//! `list`.

use super::slots;
use super::sorting;
use crate::object::{Iter, IterState, ListObj, MANY, NativeDef, Raise, Value};
use crate::vm::{Args, Cx, ITEMS_PER_ROUND, NativeResult, Vm, drop_deep};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, 1),
    NativeDef::method("append", append, 1, 1).shortcut(append_shortcut),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("count", count, 1, 1),
    NativeDef::method("extend", extend, 1, 1),
    NativeDef::method("index", index, 1, 3),
    NativeDef::method("insert", insert, 2, 2),
    NativeDef::method("pop", pop, 0, 1).shortcut(pop_shortcut),
    NativeDef::method("remove", remove, 1, 1),
    NativeDef::method("reverse", reverse, 0, 0).walks_all(),
    NativeDef::method("sort", sort, 0, 0)
        .with_params(&["key", "reverse"])
        .keyword_only(2),
    NativeDef::method("__reversed__", reversed, 0, 0),
    NativeDef::method("__add__", add, 1, 1),
    NativeDef::method("__iadd__", inplace_add, 1, 1),
    NativeDef::method("__imul__", inplace_multiply, 1, 1),
    slots::LEN,
    slots::ITER,
    slots::GETITEM,
    slots::SETITEM,
    slots::DELITEM,
    slots::CONTAINS,
    slots::REPR,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::MUL,
    slots::RMUL,
    slots::CLASS_GETITEM,
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.list;
    vm.add_methods(class, METHODS);
    vm.forbid_hash(class);
}

/// The list that a method was called on.
fn receiver(vm: &Vm, args: &mut Args) -> Result<Rc<ListObj>, Raise> {
    match args.take(0) {
        Value::List(list) => Ok(list),
        other => Err(vm.type_error(format!(
            "descriptor requires a 'list' object but received a '{}'",
            vm.type_name(&other)
        ))),
    }
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let list = Rc::clone(&vm.types.list);
    vm.object_of(&class, &list, Value::list(Vec::new()))
}

fn init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let old = list.items.take();
    drop_deep(old.into_iter().rev());
    match args.optional(1) {
        Some(iterable) => vm.list_extend(&list, &iterable),
        None => Ok(Value::None),
    }
}

fn append(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    list.items.borrow_mut().push(args.take(1));
    Ok(Value::None)
}

fn append_shortcut(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [Value::List(list), item] = args else {
        return None;
    };
    list.items.borrow_mut().push(item.take());
    Some(Ok(Value::None))
}

fn clear(vm: &mut Vm, mut args: Args) -> NativeResult {
    let old = receiver(vm, &mut args)?.items.take();
    drop_deep(old.into_iter().rev());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    vm.charge_items(list.len())?;
    Ok(Value::list(list.to_vec()))
}

fn extend(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let iterable = args.take(1);
    vm.list_extend(&list, &iterable)
}

impl Vm {
    /// `list.extend(iterable)`. Items from an iterator arrive one by one, as
    /// the iterator may look at the list.
    pub fn list_extend(&mut self, list: &Rc<ListObj>, iterable: &Value) -> NativeResult {
        if !matches!(iterable, Value::Iter(_))
            && let Some(items) = self.collect_now(iterable)
        {
            let items = items?;
            self.charge_items(items.len())?;
            list.items.borrow_mut().extend(items);
            return Ok(Value::None);
        }
        let (list, iterable) = (Rc::clone(list), iterable.clone());
        self.run_async("extend", move |cx| async move {
            let iterator = cx.iter(&iterable).await?;
            cx.length_hint(&iterable).await?;
            let mut n = 0u32;
            while let Some(item) = cx.next(&iterator).await? {
                list.items.borrow_mut().push(item);
                n = n.wrapping_add(1);
                if n.is_multiple_of(4096) {
                    cx.with(|vm| vm.has_room(0))?;
                }
            }
            Ok(Value::None)
        })
    }
}

fn insert(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], insert) {
        return result;
    }
    let list = receiver(vm, &mut args)?;
    let (at, item) = (args.take(1), args.take(2));
    let at = vm.int_argument(&at)?;
    let mut items = list.items.borrow_mut();
    let length = items.len() as i64;
    let place = if at < 0 {
        at.saturating_add(length).max(0)
    } else {
        at.min(length)
    };
    let place = place as usize;
    vm.work(items.len().saturating_sub(place));
    items.insert(place, item);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], pop) {
        return result;
    }
    let list = receiver(vm, &mut args)?;
    let at = match args.optional(1) {
        Some(at) => vm.int_argument(&at)?,
        None => {
            let last = list.items.borrow_mut().pop();
            return last.ok_or_else(|| vm.index_error("pop from empty list"));
        }
    };
    let mut items = list.items.borrow_mut();
    match Vm::place(at, items.len()) {
        Some(place) => {
            vm.work(items.len().saturating_sub(place));
            Ok(items.remove(place))
        }
        None if items.is_empty() => Err(vm.index_error("pop from empty list")),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn pop_shortcut(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [Value::List(list)] = args else {
        return None;
    };
    list.items.borrow_mut().pop().map(Ok)
}

fn reverse(vm: &mut Vm, mut args: Args) -> NativeResult {
    receiver(vm, &mut args)?.items.borrow_mut().reverse();
    Ok(Value::None)
}

fn reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let length = list.len();
    Ok(Iter::value(IterState::ListReversed(list, length)))
}

/// Finds the first item equal to `wanted` at or after `from` and before `to`.
/// The list may change while it is searched.
async fn search(
    cx: &Cx,
    list: &ListObj,
    wanted: &Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Raise> {
    let mut at = from;
    while at < to {
        let Some(item) = list.items.borrow().get(at).cloned() else {
            return Ok(None);
        };
        if at.is_multiple_of(ITEMS_PER_ROUND) {
            cx.round().await?;
        }
        let same = match cx.with(|vm| vm.keys_equal(&item, wanted)) {
            Some(same) => same,
            None => cx.equal(&item, wanted).await?,
        };
        if same {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn remove(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let wanted = args.take(1);
    vm.run_async("remove", move |cx| async move {
        match search(&cx, &list, &wanted, 0, usize::MAX).await? {
            Some(at) => {
                let removed = {
                    let mut items = list.items.borrow_mut();
                    (at < items.len()).then(|| items.remove(at))
                };
                drop(removed);
                Ok(Value::None)
            }
            None => Err(cx.with(|vm| vm.value_error("list.remove(x): x not in list"))),
        }
    })
}

fn index(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let (wanted, from, to) = (args.take(1), args.optional(2), args.optional(3));
    vm.run_async("index", move |cx| async move {
        let length = list.len() as i64;
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
        match search(&cx, &list, &wanted, bounds[0] as usize, bounds[1] as usize).await? {
            Some(at) => Ok(Value::from(at)),
            None => {
                // The item may raise in its own repr, which comes out instead.
                let text = cx.repr(&wanted).await?;
                Err(cx.with(|vm| vm.value_error(format!("{text} is not in list"))))
            }
        }
    })
}

fn count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let wanted = args.take(1);
    vm.run_async("count", move |cx| async move {
        let (mut count, mut from) = (0i64, 0);
        while let Some(at) = search(&cx, &list, &wanted, from, usize::MAX).await? {
            count += 1;
            from = at + 1;
        }
        Ok(Value::Int(count))
    })
}

fn sort(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let key = args.optional(1).unwrap_or(Value::None);
    let reverse = args.optional(2).unwrap_or(Value::Bool(false));
    vm.run_async("sort", move |cx| async move {
        let reverse = cx.with(|vm| vm.c_int_argument(&reverse))? != 0;
        cx.with(|vm| vm.charge_items(list.len()))?;
        // While it is sorted, the list looks empty.
        let mut items = list.items.take();
        let sorted = sorting::sort(&cx, &mut items, &key, reverse).await;
        let meanwhile = list.items.replace(items);
        match sorted {
            Err(raise) => Err(raise),
            Ok(()) if !meanwhile.is_empty() => {
                Err(cx.with(|vm| vm.value_error("list modified during sort")))
            }
            Ok(()) => Ok(Value::None),
        }
    })
}

fn add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (left, right) = (args.take(0), args.take(1));
    let right = vm.unwrap_base(right);
    match vm.sequence_concat(&left, &right) {
        Some(result) => result,
        None => {
            let name = vm.type_name(&right);
            Err(vm.type_error(format!(
                "can only concatenate list (not \"{name}\") to list"
            )))
        }
    }
}

fn inplace_add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let list = receiver(vm, &mut args)?;
    let iterable = args.take(1);
    let result = vm.list_extend(&list, &iterable)?;
    if result.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, move |_, _| Ok(Value::List(list)));
    }
    Ok(Value::List(list))
}

fn inplace_multiply(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], inplace_multiply) {
        return result;
    }
    let list = receiver(vm, &mut args)?;
    let count = args.take(1);
    let Some(count) = vm.index_now(&count) else {
        return Ok(Value::NotImplemented);
    };
    if let Some(Value::List(repeated)) = vm
        .sequence_repeat(&Value::List(Rc::clone(&list)), count)
        .transpose()?
    {
        let old = list.items.replace(repeated.items.take());
        drop(old);
    }
    Ok(Value::List(list))
}

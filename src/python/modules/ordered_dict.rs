//! `collections.OrderedDict`. As in CPython, a class derived from it sees each item
//! that its own methods store or read, as `MutableMapping` does it.

use super::collections_native::{dict_class, like, receiver};
use crate::builtins::dict::dict_of;
use crate::code::CompareOp;
use crate::object::{Class, DictObj, DictPart, MANY, NativeDef, Raise, StrRef, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

const ORDEREDDICT: &[NativeDef] = &[
    NativeDef::method("move_to_end", move_to_end, 1, 2).with_params(&["key", "last"]),
    NativeDef::method("popitem", pop_item, 0, 1).with_params(&["last"]),
    NativeDef::method("__repr__", repr_ordered, 0, 0),
    NativeDef::method(
        "__eq__",
        |vm, args| compare_ordered(vm, args, CompareOp::Eq),
        1,
        1,
    ),
    NativeDef::method(
        "__ne__",
        |vm, args| compare_ordered(vm, args, CompareOp::Ne),
        1,
        1,
    ),
    NativeDef::method("copy", copy_ordered, 0, 0),
    NativeDef::method("keys", |vm, args| view(vm, args, DictPart::Keys), 0, 0),
    NativeDef::method("values", |vm, args| view(vm, args, DictPart::Values), 0, 0),
    NativeDef::method("items", |vm, args| view(vm, args, DictPart::Items), 0, 0),
    NativeDef::method("__init__", fill, 0, MANY).any_keywords(),
    NativeDef::method("update", fill, 0, MANY).any_keywords(),
    NativeDef::method("setdefault", set_default, 1, 2).with_params(&["key", "default"]),
    NativeDef::method("__or__", |vm, args| or(vm, args, false), 1, 1),
    NativeDef::method("__ror__", |vm, args| or(vm, args, true), 1, 1),
    NativeDef::method("__ior__", or_in_place, 1, 1),
];

/// Puts the class into the namespace of `_collections`.
pub(super) fn init(vm: &mut Vm, namespace: &DictObj) {
    let class = dict_class(vm, namespace, "OrderedDict", ORDEREDDICT);
    vm.forbid_hash(&class);
}

/// The classes of the views of an OrderedDict: for keys, values and items.
struct OrderedViews([Rc<Class>; 3]);

const PARTS: [DictPart; 3] = [DictPart::Keys, DictPart::Values, DictPart::Items];

fn ordered_views(vm: &mut Vm) -> OrderedViews {
    OrderedViews(PARTS.map(|part| {
        let usual = vm.dict_view_class(part);
        let class =
            crate::vm::new_builtin(&format!("o{}", usual.name()), Some(usual), usual.layout);
        vm.refresh_traits(&class);
        class
    }))
}

fn view(vm: &mut Vm, mut args: Args, part: DictPart) -> NativeResult {
    let (_, dict) = receiver(vm, &mut args)?;
    let views = match vm.extension::<OrderedViews>() {
        Some(views) => views,
        None => {
            let views = Rc::new(ordered_views(vm));
            vm.set_extension(Rc::clone(&views));
            views
        }
    };
    let class = PARTS
        .iter()
        .zip(&views.0)
        .find(|(known, _)| **known == part);
    Ok(match class {
        Some((_, class)) => vm.dict_view_of(Rc::clone(class), dict, part),
        None => vm.dict_view(dict, part),
    })
}

/// Whether its items are stored and read as those of a dict: nothing of a derived class
/// wants to see them.
fn is_plain(vm: &Vm, me: &Value) -> bool {
    vm.class_of(me).is_builtin
}

/// `OrderedDict(…)` and `update(…)`.
fn fill(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let given = args.len().saturating_sub(1);
    if given > 1 {
        return Err(vm.type_error(format!("expected at most 1 arguments, got {given}")));
    }
    let source = args.optional(1);
    let (me, dict) = receiver(vm, &mut args)?;
    if keywords.is_empty() {
        match &source {
            None => return Ok(Value::None),
            Some(source @ Value::Dict(_)) if is_plain(vm, &me) => {
                return vm.dict_update(&dict, source);
            }
            Some(_) => {}
        }
    }
    vm.run_async("update", move |cx| async move {
        if let Some(source) = source {
            take_items(&cx, &me, &source).await?;
        }
        for (name, value) in keywords {
            store(&cx, &me, Value::Str(name), value).await?;
        }
        Ok(Value::None)
    })
}

async fn store(cx: &Cx, me: &Value, key: Value, value: Value) -> Result<(), Raise> {
    match dict_of(me) {
        Some(dict) if cx.with(|vm| is_plain(vm, me)) => cx.dict_store(&dict, key, value).await,
        _ => cx.set_item(me, &key, value).await.map(drop),
    }
}

/// Stores the items of a mapping, or pairs.
async fn take_items(cx: &Cx, me: &Value, source: &Value) -> Result<(), Raise> {
    if let Value::Dict(dict) = source {
        for (key, value) in dict.pairs() {
            store(cx, me, key, value).await?;
        }
        return Ok(());
    }
    let keys = cx.with(|vm| vm.names.keys.clone());
    if let Some(keys) = cx.get_attr_optional(source, &keys).await? {
        let keys = cx.call(&keys, []).await?;
        let keys = cx.iter(&keys).await?;
        while let Some(key) = cx.next(&keys).await? {
            let value = cx.get_item(source, &key).await?;
            store(cx, me, key, value).await?;
        }
        return Ok(());
    }
    let pairs = match cx.get_attr_optional(source, &intern("items")).await? {
        Some(items) => cx.call(&items, []).await?,
        None => source.clone(),
    };
    let pairs = cx.iter(&pairs).await?;
    while let Some(pair) = cx.next(&pairs).await? {
        let parts = cx.iter(&pair).await?;
        let mut found = Vec::with_capacity(2);
        for count in 0..2 {
            let Some(part) = cx.next(&parts).await? else {
                let plural = if count == 1 { "" } else { "s" };
                let message = format!("need more than {count} value{plural} to unpack");
                return Err(cx.with(|vm| vm.value_error(message)));
            };
            found.push(part);
        }
        if cx.next(&parts).await?.is_some() {
            return Err(cx.with(|vm| vm.value_error("too many values to unpack (expected 2)")));
        }
        let value = found.pop().unwrap_or_default();
        let key = found.pop().unwrap_or_default();
        store(cx, me, key, value).await?;
    }
    Ok(())
}

fn set_default(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (key, default) = (args.take(1), args.optional(2).unwrap_or(Value::None));
    let (me, _) = receiver(vm, &mut args)?;
    vm.run_async("setdefault", move |cx| async move {
        let started = cx.with(|vm| vm.contains(&me, &key));
        let found = cx.finish(started).await?;
        if cx.truth(&found).await? {
            return cx.get_item(&me, &key).await;
        }
        store(&cx, &me, key, default.clone()).await?;
        Ok(default)
    })
}

/// `|` keeps the class of the operand that is an OrderedDict.
fn or(vm: &mut Vm, mut args: Args, reflected: bool) -> NativeResult {
    let other = args.take(1);
    let (me, _) = receiver(vm, &mut args)?;
    if dict_of(&other).is_none() {
        return Ok(Value::NotImplemented);
    }
    let class = Value::Class(vm.class_of(&me));
    let (left, right) = if reflected { (other, me) } else { (me, other) };
    vm.run_async("or", move |cx| async move {
        let union = cx.call(&class, [left]).await?;
        take_items(&cx, &union, &right).await?;
        Ok(union)
    })
}

fn or_in_place(vm: &mut Vm, mut args: Args) -> NativeResult {
    let other = args.take(1);
    let (me, _) = receiver(vm, &mut args)?;
    vm.run_async("ior", move |cx| async move {
        take_items(&cx, &me, &other).await?;
        Ok(me)
    })
}

fn move_to_end(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (_, dict) = receiver(vm, &mut args)?;
    let key = args.take(1);
    let last = args.optional(2).unwrap_or(Value::Bool(true));
    vm.run_async("move_to_end", move |cx| async move {
        let last = cx.truth(&last).await?;
        let place = cx.dict_locate(&dict, &key).await?;
        let Some(position) = place.position else {
            return Err(cx.with(|vm| vm.key_error(key)));
        };
        let mut table = dict.table.borrow_mut();
        if let Some((key, value)) = table.remove_at(position) {
            if last {
                table.insert_new(place.hash, key, value);
            } else {
                let rest = table.clear();
                table.insert_new(place.hash, key, value);
                for entry in rest.into_iter().filter(|e| !e.key.is_undefined()) {
                    table.insert_new(entry.hash, entry.key, entry.value);
                }
            }
        }
        Ok(Value::None)
    })
}

fn pop_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (_, dict) = receiver(vm, &mut args)?;
    let last = args.optional(1).unwrap_or(Value::Bool(true));
    vm.run_async("popitem", move |cx| async move {
        let last = cx.truth(&last).await?;
        let removed = {
            let mut table = dict.table.borrow_mut();
            let position = if last {
                table.last_position()
            } else {
                table.first_position()
            };
            position.and_then(|position| table.remove_at(position))
        };
        match removed {
            Some((key, value)) => Ok(Value::tuple([key, value])),
            None => Err(cx.with(|vm| vm.key_error(Value::str("dictionary is empty")))),
        }
    })
}

fn repr_ordered(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, dict) = receiver(vm, &mut args)?;
    vm.run_async("repr", move |cx| async move {
        let name = cx.with(|vm| vm.class_of(&me).name());
        if dict.is_empty() {
            return Ok(Value::string(format!("{name}()")));
        }
        let address = me.address().unwrap_or_default();
        if cx.with(|vm| !vm.begin_repr(address)) {
            return Ok(Value::str("..."));
        }
        let items = items_text(&cx, &me).await;
        cx.with(|vm| vm.end_repr(address));
        Ok(Value::string(format!("{name}({})", items?)))
    })
}

async fn items_text(cx: &Cx, me: &Value) -> Result<StrRef, Raise> {
    let items = cx.call_method(me, "items", []).await?;
    let items = cx.collect(&items).await?;
    cx.repr(&Value::list(items)).await
}

fn copy_ordered(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, dict) = receiver(vm, &mut args)?;
    vm.charge_items(dict.len().saturating_mul(3))?;
    if is_plain(vm, &me) {
        let table = dict.table.borrow().clone();
        return Ok(like(vm, &me, table));
    }
    let class = Value::Class(vm.class_of(&me));
    vm.run_async("copy", move |cx| async move {
        let copy = cx.call(&class, []).await?;
        for (key, _) in dict.pairs() {
            let value = cx.get_item(&me, &key).await?;
            cx.set_item(&copy, &key, value).await?;
        }
        Ok(copy)
    })
}

/// Two ordered dicts are equal if their order is, too.
fn compare_ordered(vm: &mut Vm, mut args: Args, op: CompareOp) -> NativeResult {
    let (me, dict) = receiver(vm, &mut args)?;
    let other = args.take(1);
    let Some(theirs) = dict_of(&other) else {
        return Ok(Value::NotImplemented);
    };
    let hook = intern("move_to_end");
    let ordered = vm.type_attr(&me, &hook).is_some() && vm.type_attr(&other, &hook).is_some();
    vm.run_async("compare", move |cx| async move {
        let (a, b) = (
            Value::Dict(Rc::clone(&dict)),
            Value::Dict(Rc::clone(&theirs)),
        );
        let mut equal = cx.equal(&a, &b).await?;
        if equal && ordered {
            for ((a, _), (b, _)) in dict.pairs().iter().zip(&theirs.pairs()) {
                if !cx.equal(a, b).await? {
                    equal = false;
                    break;
                }
            }
        }
        Ok(Value::Bool(equal == (op == CompareOp::Eq)))
    })
}

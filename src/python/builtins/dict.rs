//! `dict`.

use super::slots;
use crate::object::{
    Dict, DictObj, DictPart, Iter, IterState, MANY, NativeDef, Payload, Raise, Value,
};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, 1).any_keywords(),
    NativeDef::class_method("fromkeys", from_keys, 1, 2),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("get", get, 1, 2).shortcut(get_shortcut),
    NativeDef::method("items", |vm, args| view(vm, args, DictPart::Items), 0, 0),
    NativeDef::method("keys", |vm, args| view(vm, args, DictPart::Keys), 0, 0),
    NativeDef::method("pop", pop, 1, 2),
    NativeDef::method("popitem", pop_item, 0, 0),
    NativeDef::method("setdefault", set_default, 1, 2),
    NativeDef::method("update", update, 0, 1).any_keywords(),
    NativeDef::method("values", |vm, args| view(vm, args, DictPart::Values), 0, 0),
    NativeDef::method("__setitem__", set_item, 2, 2),
    NativeDef::method("__delitem__", delete_item, 1, 1),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__or__", or, 1, 1),
    NativeDef::method("__ror__", right_or, 1, 1),
    NativeDef::method("__ior__", inplace_or, 1, 1),
    NativeDef::method("__reversed__", reversed, 0, 0),
    slots::LEN,
    slots::ITER,
    slots::REPR,
    slots::EQ,
    slots::NE,
    slots::CLASS_GETITEM,
];

/// Needs the object itself, not just the dict inside: its class may have
/// `__missing__`.
const GETITEM: &[NativeDef] = &[NativeDef::method("__getitem__", get_item, 1, 1)];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.dict;
    vm.add_methods(class, METHODS);
    vm.add_whole_methods(class, GETITEM);
    vm.forbid_hash(class);
}

/// The dict that a value is or derives from.
pub(crate) fn dict_of(value: &Value) -> Option<Rc<DictObj>> {
    match value {
        Value::Dict(dict) => Some(Rc::clone(dict)),
        Value::Instance(instance) => match &instance.payload {
            Payload::Base(Value::Dict(dict)) => Some(Rc::clone(dict)),
            _ => None,
        },
        _ => None,
    }
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<Rc<DictObj>, Raise> {
    let value = args.take(0);
    dict_of(&value).ok_or_else(|| {
        vm.type_error(format!(
            "descriptor requires a 'dict' object but received a '{}'",
            vm.type_name(&value)
        ))
    })
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let dict = Rc::clone(&vm.types.dict);
    vm.object_of(&class, &dict, Value::Dict(DictObj::empty()))
}

fn init(vm: &mut Vm, args: Args) -> NativeResult {
    fill(vm, args, "dict")
}

fn update(vm: &mut Vm, args: Args) -> NativeResult {
    fill(vm, args, "update")
}

/// `dict(…)` and `dict.update(…)`.
fn fill(vm: &mut Vm, mut args: Args, name: &str) -> NativeResult {
    let keywords = args.take_keywords();
    if args.len() > 2 {
        return Err(vm.type_error(format!(
            "{name} expected at most 1 argument, got {}",
            args.len() - 1
        )));
    }
    let dict = receiver(vm, &mut args)?;
    let source = args.optional(1);
    if keywords.is_empty() {
        return match source {
            Some(source) => vm.dict_update(&dict, &source),
            None => Ok(Value::None),
        };
    }
    vm.run_async("update", move |cx| async move {
        if let Some(source) = source {
            let started = cx.with(|vm| vm.dict_update(&dict, &source));
            cx.finish(started).await?;
        }
        for (key, value) in keywords {
            cx.dict_store(&dict, Value::Str(key), value).await?;
        }
        Ok(Value::None)
    })
}

impl Vm {
    /// `dict.update(source)`: a mapping with `keys`, or pairs.
    pub fn dict_update(&mut self, dict: &Rc<DictObj>, source: &Value) -> NativeResult {
        if let Some(other) = self.plain_dict(source) {
            return self.dict_merge(dict, &other);
        }
        let (dict, source) = (Rc::clone(dict), source.clone());
        self.run_async("update", move |cx| async move {
            let keys = cx.with(|vm| vm.names.keys.clone());
            match cx.get_attr_optional(&source, &keys).await? {
                Some(keys) => {
                    let keys = cx.call(&keys, []).await?;
                    for key in cx.collect(&keys).await? {
                        let value = cx.get_item(&source, &key).await?;
                        cx.dict_store(&dict, key, value).await?;
                    }
                }
                None => update_from_pairs(&cx, &dict, &source).await?,
            }
            Ok(Value::None)
        })
    }

    /// The dict whose entries are taken as they are: that of a class derived
    /// from dict too, unless it iterates in a way of its own.
    pub(crate) fn plain_dict(&mut self, source: &Value) -> Option<Rc<DictObj>> {
        match source {
            Value::Dict(dict) => Some(Rc::clone(dict)),
            Value::Instance(instance) => match &instance.payload {
                Payload::Base(Value::Dict(dict)) if self.keeps_dict_iteration(source) => {
                    Some(Rc::clone(dict))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a class derived from dict still iterates as dict does.
    fn keeps_dict_iteration(&mut self, value: &Value) -> bool {
        let name = self.names.iter.clone();
        matches!(self.type_attr(value, &name), Some(Value::Native(_)))
    }
}

async fn update_from_pairs(cx: &Cx, dict: &Rc<DictObj>, pairs: &Value) -> Result<(), Raise> {
    let iterator = cx.iter(pairs).await?;
    let mut at = 0usize;
    while let Some(pair) = cx.next(&iterator).await? {
        let items = match cx.collect(&pair).await {
            Ok(items) => items,
            Err(raise) => {
                let iterable = cx.with(|vm| vm.type_attr(&pair, &vm.names.iter.clone()).is_some());
                if iterable {
                    return Err(raise);
                }
                let message = format!(
                    "cannot convert dictionary update sequence element #{at} to a sequence"
                );
                return Err(cx.with(|vm| vm.type_error(message)));
            }
        };
        let found = items.len();
        let mut items = items.into_iter();
        match (items.next(), items.next(), items.next()) {
            (Some(key), Some(value), None) => cx.dict_store(dict, key, value).await?,
            _ => {
                let message = format!(
                    "dictionary update sequence element #{at} has length {found}; 2 is required"
                );
                return Err(cx.with(|vm| vm.value_error(message)));
            }
        }
        at += 1;
    }
    Ok(())
}

fn from_keys(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, keys) = (args.take(0), args.take(1));
    let value = args.optional(2).unwrap_or(Value::None);
    let plain = matches!(&class, Value::Class(class) if Rc::ptr_eq(class, &vm.types.dict));
    vm.run_async("fromkeys", move |cx| async move {
        let target = if plain {
            Value::Dict(DictObj::empty())
        } else {
            cx.call(&class, []).await?
        };
        let iterator = cx.iter(&keys).await?;
        while let Some(key) = cx.next(&iterator).await? {
            match &target {
                Value::Dict(dict) => cx.dict_store(dict, key, value.clone()).await?,
                other => cx.set_item(other, &key, value.clone()).await?,
            }
        }
        Ok(target)
    })
}

fn clear(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let old = dict.table.borrow_mut().clear();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    vm.charge_items(dict.len().saturating_mul(3))?;
    Ok(copy_of(&dict))
}

fn copy_of(dict: &DictObj) -> Value {
    Value::Dict(DictObj::new(dict.table.borrow().clone()))
}

fn get(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let (key, default) = (args.take(1), args.optional(2).unwrap_or(Value::None));
    vm.dict_locate(&dict, &key, move |_, dict, place| {
        Ok(dict.value_at(place).unwrap_or(default))
    })
}

fn get_shortcut(vm: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let (dict, key, default) = match args {
        [Value::Dict(dict), key] => (dict, key, Value::None),
        [Value::Dict(dict), key, default] => (dict, key, default.clone()),
        _ => return None,
    };
    let place = vm.dict_locate_now(dict, key)?;
    Some(Ok(dict.value_at(place).unwrap_or(default)))
}

fn get_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, key) = (args.take(0), args.take(1));
    let dict = receiver(vm, &mut Args::positional([value.clone()]))?;
    let wanted = key.clone();
    vm.dict_locate(&dict, &key, move |vm, dict, place| {
        match dict.value_at(place) {
            Some(found) => Ok(found),
            None => vm.missing_item(&value, wanted),
        }
    })
}

impl Vm {
    /// What `value[key]` gives when a dict has no such key: a derived class may
    /// have `__missing__`.
    fn missing_item(&mut self, value: &Value, key: Value) -> NativeResult {
        let name = self.names.missing.clone();
        let asked = match value {
            Value::Instance(_) => self.call_special(value, &name, [key.clone()]),
            _ => None,
        };
        asked.unwrap_or_else(|| Err(self.key_error(key)))
    }
}

fn set_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let (key, value) = (args.take(1), args.take(2));
    vm.dict_store(&dict, key, value)
}

fn delete_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let key = args.take(1);
    let missing = key.clone();
    vm.dict_locate(&dict, &key, move |vm, dict, place| match dict.take(place) {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(missing)),
    })
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let key = args.take(1);
    vm.dict_locate(&dict, &key, |_, _, place| {
        Ok(Value::Bool(place.position.is_some()))
    })
}

fn pop(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let (key, default) = (args.take(1), args.optional(2));
    let missing = key.clone();
    vm.dict_locate(&dict, &key, move |vm, dict, place| {
        match (dict.take(place), default) {
            (Some(value), _) | (None, Some(value)) => Ok(value),
            (None, None) => Err(vm.key_error(missing)),
        }
    })
}

fn pop_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let removed = {
        let mut table = dict.table.borrow_mut();
        table.last_position().and_then(|last| table.remove_at(last))
    };
    match removed {
        Some((key, value)) => Ok(Value::tuple([key, value])),
        None => Err(vm.key_error(Value::str("popitem(): dictionary is empty"))),
    }
}

fn set_default(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let (key, default) = (args.take(1), args.optional(2).unwrap_or(Value::None));
    let new = key.clone();
    vm.dict_locate(&dict, &key, move |_, dict, place| {
        if let Some(value) = dict.value_at(place) {
            return Ok(value);
        }
        dict.put(place, new, default.clone());
        Ok(default)
    })
}

fn view(vm: &mut Vm, mut args: Args, part: DictPart) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    Ok(vm.dict_view(dict, part))
}

fn or(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (left, right) = (args.take(0), args.take(1));
    vm.dict_union(&left, &right)
}

fn right_or(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (right, left) = (args.take(0), args.take(1));
    vm.dict_union(&left, &right)
}

impl Vm {
    /// `left | right`; `NotImplemented` if they are not both dicts.
    pub fn dict_union(&mut self, left: &Value, right: &Value) -> NativeResult {
        let (Some(left), Some(right)) = (dict_of(left), dict_of(right)) else {
            return Ok(Value::NotImplemented);
        };
        let union = DictObj::new(left.table.borrow().clone());
        let merged = self.dict_merge(&union, &right)?;
        if merged.is_undefined() {
            let frames = std::mem::take(&mut self.pending);
            return self.run_after(frames, move |_, _| Ok(Value::Dict(union)));
        }
        Ok(Value::Dict(union))
    }
}

fn inplace_or(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    let other = args.take(1);
    let updated = vm.dict_update(&dict, &other)?;
    if updated.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, move |_, _| Ok(Value::Dict(dict)));
    }
    Ok(Value::Dict(dict))
}

fn reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let dict = receiver(vm, &mut args)?;
    Ok(reversed_part(dict, DictPart::Keys))
}

/// An iterator over part of the entries, last one first.
pub(crate) fn reversed_part(dict: Rc<DictObj>, part: DictPart) -> Value {
    let (slots, length) = {
        let table: &Dict = &dict.table.borrow();
        (table.slots(), table.len())
    };
    Iter::value(IterState::DictReversed(dict, part, slots, length))
}

//! `dict_keys`, `dict_values`, `dict_items`.

use super::dict::reversed_part;
use super::set_algebra::new_set;
use super::set_ops::AnySet;
use crate::code::{BinaryOp, CompareOp};
use crate::object::{
    Class, DictObj, DictPart, Entry, Instance, Iter, IterState, Native, NativeDef, Payload, Raise,
    Set, SetObj, Value,
};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::any::Any;
use std::rc::Rc;

/// What a view shows.
#[derive(Debug)]
pub(crate) struct DictView {
    dict: Rc<DictObj>,
    part: DictPart,
}

impl Native for DictView {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_dict(&self.dict);
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.push(Value::Dict(Rc::clone(&self.dict)));
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", iter, 0, 0),
    NativeDef::method("__len__", len, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__reversed__", reversed, 0, 0),
];

/// What the views have that are like sets.
const SET_METHODS: &[NativeDef] = &[
    NativeDef::method("isdisjoint", is_disjoint, 1, 1),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method(
        "__and__",
        |vm, args| combine(vm, BinaryOp::And, args, false),
        1,
        1,
    ),
    NativeDef::method(
        "__or__",
        |vm, args| combine(vm, BinaryOp::Or, args, false),
        1,
        1,
    ),
    NativeDef::method(
        "__sub__",
        |vm, args| combine(vm, BinaryOp::Sub, args, false),
        1,
        1,
    ),
    NativeDef::method(
        "__xor__",
        |vm, args| combine(vm, BinaryOp::Xor, args, false),
        1,
        1,
    ),
    NativeDef::method(
        "__rand__",
        |vm, args| combine(vm, BinaryOp::And, args, true),
        1,
        1,
    ),
    NativeDef::method(
        "__ror__",
        |vm, args| combine(vm, BinaryOp::Or, args, true),
        1,
        1,
    ),
    NativeDef::method(
        "__rsub__",
        |vm, args| combine(vm, BinaryOp::Sub, args, true),
        1,
        1,
    ),
    NativeDef::method(
        "__rxor__",
        |vm, args| combine(vm, BinaryOp::Xor, args, true),
        1,
        1,
    ),
    NativeDef::method("__eq__", |vm, args| relate(vm, CompareOp::Eq, args), 1, 1),
    NativeDef::method("__ne__", |vm, args| relate(vm, CompareOp::Ne, args), 1, 1),
    NativeDef::method("__lt__", |vm, args| relate(vm, CompareOp::Lt, args), 1, 1),
    NativeDef::method("__le__", |vm, args| relate(vm, CompareOp::Le, args), 1, 1),
    NativeDef::method("__gt__", |vm, args| relate(vm, CompareOp::Gt, args), 1, 1),
    NativeDef::method("__ge__", |vm, args| relate(vm, CompareOp::Ge, args), 1, 1),
];

pub(crate) fn install(vm: &Vm) {
    let t = &vm.types;
    let (keys, values, items) = (&t.dict_keys, &t.dict_values, &t.dict_items);
    for class in [keys, values, items] {
        vm.add_methods(class, METHODS);
        vm.add_getsets(class, ATTRIBUTES);
    }
    for class in [keys, items] {
        vm.add_methods(class, SET_METHODS);
        vm.forbid_hash(class);
    }
}

const ATTRIBUTES: &[GetSet] = &[GetSet {
    name: "mapping",
    get: |vm, me| match view_of(me) {
        Some((dict, _)) => Ok(super::type_type::new_proxy(vm, dict)),
        None => Err(vm.wrong_receiver("dict_keys", me)),
    },
    set: None,
}];

impl Vm {
    /// A view of a dict.
    pub(crate) fn dict_view(&self, dict: Rc<DictObj>, part: DictPart) -> Value {
        self.dict_view_of(Rc::clone(self.dict_view_class(part)), dict, part)
    }

    /// A view of a dict in a class that derives from the usual one.
    pub(crate) fn dict_view_of(
        &self,
        class: Rc<Class>,
        dict: Rc<DictObj>,
        part: DictPart,
    ) -> Value {
        let payload = Payload::Native(Box::new(DictView { dict, part }));
        Value::Instance(Instance::new(class, payload))
    }

    /// The class of such views.
    pub(crate) fn dict_view_class(&self, part: DictPart) -> &Rc<Class> {
        match part {
            DictPart::Keys => &self.types.dict_keys,
            DictPart::Values => &self.types.dict_values,
            DictPart::Items => &self.types.dict_items,
        }
    }
}

/// The dict and part that a view shows.
fn view_of(value: &Value) -> Option<(Rc<DictObj>, DictPart)> {
    let Value::Instance(instance) = value else {
        return None;
    };
    let view = instance.native::<DictView>()?;
    Some((Rc::clone(&view.dict), view.part))
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<(Rc<DictObj>, DictPart), Raise> {
    let value = args.take(0);
    view_of(&value).ok_or_else(|| {
        vm.type_error(format!(
            "descriptor requires a dict view but received a '{}'",
            vm.type_name(&value)
        ))
    })
}

fn iter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (dict, part) = receiver(vm, &mut args)?;
    Ok(Iter::value(IterState::dict(&dict, part)))
}

fn reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (dict, part) = receiver(vm, &mut args)?;
    Ok(reversed_part(dict, part))
}

fn len(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::from(receiver(vm, &mut args)?.0.len()))
}

/// What a view shows, as a list.
fn shown(dict: &DictObj, part: DictPart) -> Vec<Value> {
    let entry = |(key, value): (Value, Value)| match part {
        DictPart::Keys => key,
        DictPart::Values => value,
        DictPart::Items => Value::tuple([key, value]),
    };
    dict.pairs().into_iter().map(entry).collect()
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let address = args.values.first().and_then(Value::address);
    let address = address.unwrap_or_default();
    let class = args.values.first().map(|view| vm.class_of(view));
    let (dict, part) = receiver(vm, &mut args)?;
    let name = class
        .unwrap_or_else(|| Rc::clone(vm.dict_view_class(part)))
        .name();
    let list = Value::list(shown(&dict, part));
    vm.run_async("repr", move |cx| async move {
        if cx.with(|vm| !vm.begin_repr(address)) {
            return Ok(Value::str("..."));
        }
        let text = cx.repr(&list).await;
        cx.with(|vm| vm.end_repr(address));
        Ok(Value::string(format!("{name}({})", text?)))
    })
}

async fn has(cx: &Cx, dict: &Rc<DictObj>, part: DictPart, item: &Value) -> Result<bool, Raise> {
    match (part, item) {
        (DictPart::Items, Value::Tuple(pair)) => match pair.items() {
            [key, value] => match cx.dict_find(dict, key).await? {
                Some(found) => cx.equal(&found, value).await,
                None => Ok(false),
            },
            _ => Ok(false),
        },
        (DictPart::Items, _) => Ok(false),
        _ => Ok(cx.dict_find(dict, item).await?.is_some()),
    }
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (dict, part) = receiver(vm, &mut args)?;
    let item = args.take(1);
    vm.run_async("in", move |cx| async move {
        Ok(Value::Bool(has(&cx, &dict, part, &item).await?))
    })
}

fn is_disjoint(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (mut container, mut other) = (args.take(0), args.take(1));
    // The shorter one of two that are like sets is gone through.
    let lengths = (
        set_length(&container),
        set_length(&vm.unwrap_base_set(&other)),
    );
    if let (Some(length), Some(other_length)) = lengths
        && other_length > length
    {
        (container, other) = (vm.unwrap_base_set(&other), container);
    }
    vm.run_async("isdisjoint", move |cx| async move {
        let iterator = cx.iter(&other).await?;
        while let Some(item) = cx.next(&iterator).await? {
            if holds(&cx, &container, &item).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

/// Set operators: the result is a set, the other operand any iterable. The
/// order in which things are added, and so that of the result, is CPython's.
fn combine(vm: &mut Vm, op: BinaryOp, mut args: Args, reflected: bool) -> NativeResult {
    let (view, other) = (args.take(0), args.take(1));
    let (left, right) = if reflected {
        (other, view)
    } else {
        (view, other)
    };
    vm.run_async("set", move |cx| async move {
        if op == BinaryOp::And {
            let (view, other) = if view_of(&left).is_some() {
                (left, right)
            } else {
                (right, left)
            };
            return common(&cx, view, other).await;
        }
        if op == BinaryOp::Xor
            && let (Some((a, DictPart::Items)), Some((b, DictPart::Items))) =
                (view_of(&left), view_of(&right))
        {
            return item_difference(&cx, a, b).await;
        }
        let result = SetObj::new(Set::new());
        let set = AnySet::Set(Rc::clone(&result));
        match view_of(&left) {
            // The set gets its size from the dict.
            Some((dict, DictPart::Keys)) => cx.set_merge(&set, &Value::Dict(dict)).await?,
            _ => cx.set_merge(&set, &left).await?,
        }
        cx.set_combine_into(op, &set, &right).await?;
        Ok(Value::Set(result))
    })
}

/// `view & other`: the items of the shorter one that the other has. They are
/// the right one's if both are as long, and those of an iterable in any case.
async fn common(cx: &Cx, view: Value, other: Value) -> NativeResult {
    let (Some((mut dict, mut part)), mut other) = (view_of(&view), other) else {
        return Ok(Value::NotImplemented);
    };
    if let Value::Set(set) = &other
        && dict.len() <= set.table.borrow().len()
    {
        let set = AnySet::Set(Rc::clone(set));
        return Ok(new_set(cx.set_combine(BinaryOp::And, &set, &view).await?));
    }
    if let Some((longer, longer_part)) = view_of(&other)
        && longer_part != DictPart::Values
        && longer.len() > dict.len()
    {
        (dict, part, other) = (longer, longer_part, view);
    }
    let result = SetObj::new(Set::new());
    let set = AnySet::Set(Rc::clone(&result));
    let iterator = cx.iter(&other).await?;
    while let Some(item) = cx.next(&iterator).await? {
        if has(cx, &dict, part, &item).await? {
            let hash = cx.hash(&item).await?;
            cx.set_add(&set, hash, item).await?;
        }
    }
    Ok(Value::Set(result))
}

/// `a.items() ^ b.items()`: those of the right one that the left one does not
/// have, then what is left of the left one. Values that are equal need no hash.
async fn item_difference(cx: &Cx, a: Rc<DictObj>, b: Rc<DictObj>) -> NativeResult {
    let rest = DictObj::new(a.table.borrow().clone());
    let result = Value::Set(SetObj::new(Set::new()));
    let entries = b.table.borrow().clone();
    for Entry { hash, key, value } in entries.iter() {
        let place = cx.dict_locate_hashed(&rest, *hash, key).await?;
        let same = match rest.value_at(place) {
            Some(found) => cx.equal(&found, value).await?,
            None => false,
        };
        if same {
            let place = cx.dict_locate_hashed(&rest, *hash, key).await?;
            rest.take(place);
        } else {
            let pair = Value::tuple([key.clone(), value.clone()]);
            let started = cx.with(|vm| vm.set_add(&result, pair));
            cx.finish(started).await?;
        }
    }
    let remaining = Value::list(shown(&rest, DictPart::Items));
    let started = cx.with(|vm| vm.set_update(&result, &remaining));
    cx.finish(started).await?;
    Ok(result)
}

/// Comparisons, which are those of sets: by length, then by looking for the
/// items of the shorter one in the other.
fn relate(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let (view, other) = (args.take(0), args.take(1));
    let other = vm.unwrap_base_set(&other);
    let (Some(length), Some(other_length)) = (set_length(&view), set_length(&other)) else {
        return Ok(Value::NotImplemented);
    };
    let fits = match op {
        CompareOp::Lt => length < other_length,
        CompareOp::Le => length <= other_length,
        CompareOp::Gt => length > other_length,
        CompareOp::Ge => length >= other_length,
        _ => length == other_length,
    };
    let wanted = op != CompareOp::Ne;
    if !fits {
        return Ok(Value::Bool(!wanted));
    }
    let (small, large) = match op {
        CompareOp::Gt | CompareOp::Ge => (other, view),
        _ => (view, other),
    };
    vm.run_async("set", move |cx| async move {
        let iterator = cx.iter(&small).await?;
        while let Some(item) = cx.next(&iterator).await? {
            if !holds(&cx, &large, &item).await? {
                return Ok(Value::Bool(!wanted));
            }
        }
        Ok(Value::Bool(wanted))
    })
}

/// The length of what is like a set; `None` for everything else.
fn set_length(value: &Value) -> Option<usize> {
    match view_of(value) {
        Some((dict, part)) => (part != DictPart::Values).then(|| dict.len()),
        None => AnySet::of(value).map(|set| set.len()),
    }
}

/// `item in container` of a view or a set.
async fn holds(cx: &Cx, container: &Value, item: &Value) -> Result<bool, Raise> {
    if let Some((dict, part)) = view_of(container) {
        return has(cx, &dict, part, item).await;
    }
    match AnySet::of(container) {
        Some(set) => {
            let hash = cx.hash(item).await?;
            cx.set_contains(&set, hash, item).await
        }
        None => Ok(false),
    }
}

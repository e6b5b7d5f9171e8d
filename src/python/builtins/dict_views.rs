//! `dict_keys`, `dict_values`, `dict_items`.

use super::dict::reversed_part;
use super::set_algebra::new_set;
use super::set_ops::AnySet;
use crate::code::{BinaryOp, CompareOp};
use crate::object::{
    Class, DictObj, DictPart, Instance, Iter, IterState, Native, NativeDef, Payload, Raise, Value,
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

pub(crate) fn install(vm: &mut Vm) {
    let t = &vm.types;
    let (keys, values, items) = (
        Rc::clone(&t.dict_keys),
        Rc::clone(&t.dict_values),
        Rc::clone(&t.dict_items),
    );
    for class in [&keys, &values, &items] {
        vm.add_methods(class, METHODS);
        vm.add_getsets(class, ATTRIBUTES);
    }
    for class in [&keys, &items] {
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
        let class: &Rc<Class> = match part {
            DictPart::Keys => &self.types.dict_keys,
            DictPart::Values => &self.types.dict_values,
            DictPart::Items => &self.types.dict_items,
        };
        let payload = Payload::Native(Box::new(DictView { dict, part }));
        Value::Instance(Instance::new(Rc::clone(class), payload))
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
    let length = dict.len();
    Ok(Iter::value(IterState::Dict(dict, part, 0, length)))
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
    let (dict, part) = receiver(vm, &mut args)?;
    let name = match part {
        DictPart::Keys => "dict_keys",
        DictPart::Values => "dict_values",
        DictPart::Items => "dict_items",
    };
    let list = Value::list(shown(&dict, part));
    vm.run_async("repr", move |cx| async move {
        let text = cx.repr(&list).await?;
        Ok(Value::string(format!("{name}({text})")))
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
    let (dict, part) = receiver(vm, &mut args)?;
    let other = args.take(1);
    vm.run_async("isdisjoint", move |cx| async move {
        let iterator = cx.iter(&other).await?;
        while let Some(item) = cx.next(&iterator).await? {
            if has(&cx, &dict, part, &item).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

/// Set operators: the result is a set, the other operand any iterable.
fn combine(vm: &mut Vm, op: BinaryOp, mut args: Args, reflected: bool) -> NativeResult {
    let (view, other) = (args.take(0), args.take(1));
    let (left, right) = if reflected {
        (other, view)
    } else {
        (view, other)
    };
    vm.run_async("set", move |cx| async move {
        let left = cx.to_set(&left).await?;
        Ok(new_set(cx.set_combine(op, &left, &right).await?))
    })
}

/// Comparisons, which are those of sets.
fn relate(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let (view, other) = (args.take(0), args.take(1));
    let other = vm.unwrap_base_set(&other);
    let like_set = |v: &Value| match view_of(v) {
        Some((_, part)) => part != DictPart::Values,
        None => AnySet::of(v).is_some(),
    };
    if !like_set(&other) {
        return Ok(Value::NotImplemented);
    }
    vm.run_async("set", move |cx| async move {
        let mut sides = Vec::new();
        for side in [&view, &other] {
            sides.push(match side {
                Value::Set(_) | Value::FrozenSet(_) => side.clone(),
                // Values of items need not have a hash: lists of the items are
                // compared then.
                _ => match cx.to_set(side).await {
                    Ok(AnySet::Set(set)) => Value::Set(set),
                    Ok(AnySet::Frozen(set)) => Value::FrozenSet(set),
                    Err(raise) => return compare_items(&cx, op, &view, &other, raise).await,
                },
            });
        }
        let [left, right] = sides.as_slice() else {
            return Ok(Value::NotImplemented);
        };
        let started = cx.with(|vm| vm.compare(op, left, right));
        cx.finish(started).await
    })
}

/// Equality of two item views whose values have no hash.
async fn compare_items(
    cx: &Cx,
    op: CompareOp,
    left: &Value,
    right: &Value,
    raise: Raise,
) -> NativeResult {
    let (Some((a, _)), Some((b, _))) = (view_of(left), view_of(right)) else {
        return Err(raise);
    };
    match op {
        CompareOp::Eq | CompareOp::Ne => {
            let started = cx.with(|vm| vm.compare(op, &Value::Dict(a), &Value::Dict(b)));
            cx.finish(started).await
        }
        _ => Err(raise),
    }
}

//! `_collections`: `defaultdict`, and the accessor of named tuples.

use super::{allow_attributes, deque, ordered_dict, state_of};
use crate::builtins::dict::dict_of;
use crate::object::{
    Class, Dict, DictObj, Instance, Layout, MANY, Native, NativeDef, Payload, Raise, Value, intern,
};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

const DEFAULTDICT: &[NativeDef] = &[
    NativeDef::method("__init__", init_defaultdict, 0, MANY).any_keywords(),
    NativeDef::method("__missing__", missing, 1, 1),
    NativeDef::method("__repr__", repr_defaultdict, 0, 0),
    NativeDef::method("copy", copy_defaultdict, 0, 0),
    NativeDef::method("__copy__", copy_defaultdict, 0, 0),
    NativeDef::method("__or__", |vm, args| or(vm, args, false), 1, 1),
    NativeDef::method("__ror__", |vm, args| or(vm, args, true), 1, 1),
];

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("_count_elements", count_elements, 2, 2)];

const TUPLEGETTER: &[NativeDef] = &[
    NativeDef::method("__repr__", repr_of_getter, 0, 0),
    NativeDef::method("__reduce__", reduce_getter, 0, 0),
    NativeDef::static_method("__new__", new_tuplegetter, 2, 2),
    NativeDef::method("__get__", get_field, 1, 2),
    NativeDef::method(
        "__set__",
        |vm, _| Err(vm.attribute_error("can't set attribute")),
        2,
        2,
    ),
    NativeDef::method(
        "__delete__",
        |vm, _| Err(vm.attribute_error("can't delete attribute")),
        1,
        1,
    ),
];

const TUPLEGETTER_ATTRIBUTES: &[GetSet] = &[GetSet {
    name: "__doc__",
    get: |_, value| {
        Ok(state_of::<TupleGetter>(value).map_or(Value::None, |g| g.doc.borrow().clone()))
    },
    set: Some(|_, value, new| {
        if let Some(getter) = state_of::<TupleGetter>(value) {
            drop(
                getter
                    .doc
                    .replace(if new.is_undefined() { Value::None } else { new }),
            );
        }
        Ok(Value::None)
    }),
}];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    deque::init(vm, namespace);
    let defaultdict = dict_class(vm, namespace, "defaultdict", DEFAULTDICT);
    drop(
        defaultdict
            .dict
            .set_name(&intern("default_factory"), Value::None),
    );
    ordered_dict::init(vm, namespace);
    let getter = vm.native_class(namespace, "_collections", "_tuplegetter", TUPLEGETTER);
    vm.add_getsets(&getter, TUPLEGETTER_ATTRIBUTES);
    vm.add_functions(namespace, "_collections", FUNCTIONS);
    Ok(())
}

/// A class derived from dict. Its methods see the instance itself.
pub(super) fn dict_class(
    vm: &mut Vm,
    namespace: &DictObj,
    name: &str,
    methods: &'static [NativeDef],
) -> Rc<Class> {
    let dict = Rc::clone(&vm.types.dict);
    let class = crate::vm::new_builtin(name, Some(&dict), Layout::Dict);
    allow_attributes(&class);
    drop(
        class
            .dict
            .set_name(&vm.names.module, Value::str("collections")),
    );
    vm.add_whole_methods(&class, methods);
    drop(namespace.set_name(&intern(name), Value::Class(Rc::clone(&class))));
    class
}

/// The dict inside the instance that a method was called on.
pub(super) fn receiver(vm: &Vm, args: &mut Args) -> Result<(Value, Rc<DictObj>), Raise> {
    let me = args.take(0);
    match dict_of(&me) {
        Some(dict) => Ok((me, dict)),
        None => Err(vm.type_error(format!(
            "descriptor requires a 'dict' object but received a '{}'",
            vm.type_name(&me)
        ))),
    }
}

/// A new instance of the same class around this dict, with the same factory.
pub(super) fn like(vm: &Vm, me: &Value, table: Dict) -> Value {
    let dict = Value::Dict(DictObj::new(table));
    let copy = Instance::new(vm.class_of(me), Payload::Base(dict));
    let name = intern("default_factory");
    if let Value::Instance(original) = me
        && let Some(factory) = original.dict.get().and_then(|d| d.get_name(&name))
    {
        drop(copy.dict().set_name(&name, factory));
    }
    Value::Instance(copy)
}

fn init_defaultdict(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let (me, dict) = receiver(vm, &mut args)?;
    let factory = args.optional(1).unwrap_or(Value::None);
    if !factory.is_none() && !vm.is_callable(&factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    if let Value::Instance(instance) = &me {
        drop(
            instance
                .dict()
                .set_name(&intern("default_factory"), factory),
        );
    }
    let source = args.optional(2);
    vm.run_async("defaultdict", move |cx| async move {
        if let Some(source) = source {
            let started = cx.with(|vm| vm.dict_update(&dict, &source));
            cx.finish(started).await?;
        }
        for (name, value) in keywords {
            cx.dict_store(&dict, Value::Str(name), value).await?;
        }
        Ok(Value::None)
    })
}

fn missing(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, _) = receiver(vm, &mut args)?;
    let key = args.take(1);
    let name = intern("default_factory");
    vm.run_async("__missing__", move |cx| async move {
        let factory = cx.get_attr(&me, &name).await?;
        if factory.is_none() {
            return Err(cx.with(|vm| vm.key_error(key)));
        }
        let value = cx.call(&factory, []).await?;
        cx.set_item(&me, &key, value.clone()).await?;
        Ok(value)
    })
}

fn repr_defaultdict(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, dict) = receiver(vm, &mut args)?;
    vm.run_async("repr", move |cx| async move {
        let factory = cx.get_attr(&me, &intern("default_factory")).await?;
        let factory = cx.repr(&factory).await?;
        let items = cx.repr(&Value::Dict(dict)).await?;
        let name = cx.with(|vm| vm.class_of(&me).name());
        Ok(Value::string(format!("{name}({factory}, {items})")))
    })
}

fn copy_defaultdict(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, dict) = receiver(vm, &mut args)?;
    vm.charge_items(dict.len().saturating_mul(3))?;
    let table = dict.table.borrow().clone();
    Ok(like(vm, &me, table))
}

/// `|` keeps the class of the operand that is not a plain dict.
fn or(vm: &mut Vm, mut args: Args, reflected: bool) -> NativeResult {
    let (me, mine) = receiver(vm, &mut args)?;
    let Some(other) = dict_of(&args.take(1)) else {
        return Ok(Value::NotImplemented);
    };
    let (left, right) = if reflected {
        (other, mine)
    } else {
        (mine, other)
    };
    let table = left.table.borrow().clone();
    let union = like(vm, &me, table);
    let Some(target) = dict_of(&union) else {
        return Ok(Value::NotImplemented);
    };
    if vm.dict_merge(&target, &right)?.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, move |_, _| Ok(union));
    }
    Ok(union)
}

/// `for item in iterable: mapping[item] = mapping.get(item, 0) + 1`
fn count_elements(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (mapping, iterable) = (args.take(0), args.take(1));
    vm.run_async("_count_elements", move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        let dict = dict_of(&mapping);
        while let Some(item) = cx.next(&iterator).await? {
            let before = match &dict {
                Some(dict) => cx.dict_find(dict, &item).await?.unwrap_or(Value::Int(0)),
                None => {
                    cx.call_method(&mapping, "get", [item.clone(), Value::Int(0)])
                        .await?
                }
            };
            let after = cx
                .binary(crate::code::BinaryOp::Add, &before, &Value::Int(1))
                .await?;
            match &dict {
                Some(dict) => cx.dict_store(dict, item, after).await?,
                None => cx.set_item(&mapping, &item, after).await?,
            }
        }
        Ok(Value::None)
    })
}

/// The attribute of a named tuple: the item at a fixed place.
struct TupleGetter {
    index: usize,
    doc: RefCell<Value>,
}

impl Native for TupleGetter {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add(&self.doc.borrow());
    }
}

fn new_tuplegetter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, index, doc) = (args.take(0), args.take(1), args.take(2));
    let index =
        usize::try_from(vm.int_argument(&index)?).map_err(|_| vm.value_error("negative index"))?;
    let doc = RefCell::new(doc);
    vm.native_object(&class, TupleGetter { index, doc })
}

/// The index and the documentation.
fn parts_of_getter(me: &Value) -> [Value; 2] {
    state_of::<TupleGetter>(me).map_or([Value::None, Value::None], |getter| {
        [Value::from(getter.index), getter.doc.borrow().clone()]
    })
}

fn repr_of_getter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let parts = Value::tuple(parts_of_getter(&args.take(0)));
    vm.run_async("repr", move |cx| async move {
        let text = cx.repr(&parts).await?;
        Ok(Value::string(format!("_tuplegetter{text}")))
    })
}

fn reduce_getter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let class = Value::Class(vm.class_of(&me));
    Ok(Value::tuple([class, Value::tuple(parts_of_getter(&me))]))
}

fn get_field(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, object) = (args.take(0), args.take(1));
    if object.is_none() || object.is_undefined() {
        return Ok(me);
    }
    let index = state_of::<TupleGetter>(&me).map_or(usize::MAX, |getter| getter.index);
    match vm.unwrap_base(object) {
        Value::Tuple(tuple) => tuple
            .items()
            .get(index)
            .cloned()
            .ok_or_else(|| vm.index_error("tuple index out of range")),
        other => {
            let given = vm.type_name(&other);
            Err(vm.type_error(format!(
                "descriptor for index '{index}' for tuple subclasses doesn't apply to '{given}' object"
            )))
        }
    }
}

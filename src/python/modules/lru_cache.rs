//! The cache behind `functools.lru_cache`.

use super::functools_native::bind;
use super::{allow_attributes, state_of};
use crate::object::{DictObj, MANY, Native, NativeDef, Raise, StrRef, Value, intern};
use crate::vm::{Args, NativeResult, Vm};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

const WRAPPER: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 4, 4),
    NativeDef::method("__call__", call, 0, MANY).any_keywords(),
    NativeDef::method(
        "__get__",
        |_, mut args| Ok(bind(args.take(0), args.take(1))),
        1,
        2,
    ),
    NativeDef::method("__copy__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__deepcopy__", |_, mut args| Ok(args.take(0)), 1, 1),
    NativeDef::method(
        "__reduce__",
        // Pickled by the name of the function.
        |vm, mut args| vm.load_attr(&args.take(0), &intern("__qualname__")),
        0,
        0,
    ),
    NativeDef::method("cache_info", cache_info, 0, 0),
    NativeDef::method("cache_clear", cache_clear, 0, 0),
];

pub(super) fn init(vm: &mut Vm, namespace: &DictObj) {
    let class = vm.native_class(namespace, "functools", "_lru_cache_wrapper", WRAPPER);
    allow_attributes(&class);
}

/// A function with the results it gave. The dict is in order of use, the
/// entry used longest ago first.
struct Cache {
    function: Value,
    /// `None`: no bound.
    most: Option<usize>,
    typed: bool,
    info: Value,
    results: Rc<DictObj>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl Native for Cache {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_all([&self.function, &self.info]);
        out.add_dict(&self.results);
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.push(self.function.take());
        out.push(self.info.take());
        out.push(Value::Dict(Rc::clone(&self.results)));
    }
}

fn cache_of<'a>(vm: &Vm, value: &'a Value) -> Result<&'a Cache, Raise> {
    state_of(value)
        .ok_or_else(|| vm.type_error("descriptor requires a '_lru_cache_wrapper' object"))
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, function, most, typed, info) = (
        args.take(0),
        args.take(1),
        args.take(2),
        args.take(3),
        args.take(4),
    );
    if !vm.is_callable(&function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let most = match most {
        Value::None => None,
        other => Some(crate::number::size::clamped(vm.int_argument(&other)?)),
    };
    let typed = matches!(typed, Value::Bool(true));
    let (hits, misses) = (Cell::new(0), Cell::new(0));
    vm.native_object(
        &class,
        Cache {
            function,
            most,
            typed,
            info,
            results: DictObj::empty(),
            hits,
            misses,
        },
    )
}

/// What stands for a call's arguments in the cache.
fn key_of(vm: &Vm, args: &[Value], keywords: &[(StrRef, Value)], typed: bool) -> Value {
    if let ([only @ (Value::Int(_) | Value::Str(_))], [], false) = (args, keywords, typed) {
        return only.clone();
    }
    let mut parts: Vec<Value> = args.to_vec();
    if !keywords.is_empty() {
        // No program can hold a value equal to this mark.
        parts.push(Value::Undefined);
        for (name, value) in keywords {
            parts.push(Value::Str(Rc::clone(name)));
            parts.push(value.clone());
        }
    }
    if typed {
        let values = args.iter().chain(keywords.iter().map(|(_, value)| value));
        parts.extend(values.map(|value| Value::Class(vm.class_of(value))));
    }
    Value::tuple(parts)
}

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let again = Args {
        values: args.values.iter().skip(1).cloned().collect(),
        names: args.names.clone(),
    };
    let keywords = args.take_keywords();
    let me = args.take(0);
    let cache = cache_of(vm, &me)?;
    if cache.most == Some(0) {
        cache.misses.set(cache.misses.get() + 1);
        let function = cache.function.clone();
        return vm.call(&function, again);
    }
    let key = key_of(
        vm,
        args.values.get(1..).unwrap_or_default(),
        &keywords,
        cache.typed,
    );
    let (results, bounded) = (Rc::clone(&cache.results), cache.most.is_some());
    let wanted = key.clone();
    vm.dict_locate(&results, &wanted, move |vm, results, place| {
        let cache = cache_of(vm, &me)?;
        if let Some(position) = place.position {
            cache.hits.set(cache.hits.get() + 1);
            let mut table = results.table.borrow_mut();
            if bounded
                && table.last_position() != Some(position)
                && let Some((key, value)) = table.remove_at(position)
            {
                table.insert_new(place.hash, key, value.clone());
                return Ok(value);
            }
            return Ok(table.value_at(position).cloned().unwrap_or_default());
        }
        cache.misses.set(cache.misses.get() + 1);
        let function = cache.function.clone();
        match vm.call(&function, again)? {
            Value::Undefined => {
                let frames = std::mem::take(&mut vm.pending);
                vm.run_after(frames, move |vm, result| remember(vm, &me, key, result))
            }
            result => remember(vm, &me, key, result),
        }
    })
}

/// Keeps a result; what was used longest ago goes if there are too many.
fn remember(vm: &mut Vm, me: &Value, key: Value, result: Value) -> NativeResult {
    let cache = cache_of(vm, me)?;
    let most = cache.most.unwrap_or(usize::MAX);
    let results = Rc::clone(&cache.results);
    let kept = result.clone();
    let wanted = key.clone();
    vm.dict_locate(&results, &wanted, move |_, results, place| {
        // The call may have remembered the same itself.
        if place.position.is_none() {
            let oldest = {
                let mut table = results.table.borrow_mut();
                match table.first_position() {
                    Some(first) if table.len() >= most => table.remove_at(first),
                    _ => None,
                }
            };
            drop(oldest);
            results.put(place, key, kept);
        }
        Ok(result)
    })
}

fn cache_info(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let cache = cache_of(vm, &me)?;
    let most = cache.most.map_or(Value::None, Value::from);
    let values = [
        Value::Int(cache.hits.get()),
        Value::Int(cache.misses.get()),
        most,
        Value::from(cache.results.len()),
    ];
    let info = cache.info.clone();
    vm.call_values(&info, values)
}

fn cache_clear(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let cache = cache_of(vm, &me)?;
    cache.hits.set(0);
    cache.misses.set(0);
    let old = cache.results.table.borrow_mut().clear();
    drop(old);
    Ok(Value::None)
}

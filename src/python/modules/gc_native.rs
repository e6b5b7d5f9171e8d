//! `_gc`: the collector, as the module `gc` asks for it.

use crate::collector::{collect, contents_of, is_followed, listed_objects, made_since};
use crate::object::{DictObj, MANY, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("collect", collect_now, 1, 1),
    NativeDef::function("fresh", |_, _| Ok(Value::from(made_since())), 0, 0),
    NativeDef::function("get_objects", get_objects, 0, 0),
    NativeDef::function("get_referents", get_referents, 0, MANY),
    NativeDef::function("get_referrers", get_referrers, 0, MANY),
    NativeDef::function("is_finalized", is_finalized, 1, 1),
    NativeDef::function("is_tracked", is_tracked, 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "gc", FUNCTIONS);
    Ok(())
}

/// Whether to keep what is found; the count, and what was kept.
fn collect_now(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keep = matches!(args.take(0), Value::Bool(true));
    vm.run_async("collect", move |cx| async move {
        cx.with(|vm| vm.work(listed_objects().len().saturating_mul(4)));
        let collected = collect(&cx, keep).await;
        let count = Value::from(collected.count);
        Ok(Value::tuple([count, Value::list(collected.kept)]))
    })
}

fn get_objects(vm: &mut Vm, _: Args) -> NativeResult {
    let mut objects = listed_objects();
    vm.charge_items(objects.len())?;
    objects.retain(is_followed);
    Ok(Value::list(objects))
}

fn get_referents(_: &mut Vm, args: Args) -> NativeResult {
    let all = args.values.iter().flat_map(contents_of);
    Ok(Value::list(all.filter(|v| !v.is_undefined()).collect()))
}

fn get_referrers(vm: &mut Vm, args: Args) -> NativeResult {
    let mut found = listed_objects();
    vm.charge_items(found.len().saturating_mul(args.len().saturating_add(1)))?;
    found.retain(|object| {
        contents_of(object)
            .iter()
            .any(|held| held.address().is_some() && args.values.iter().any(|v| v.is(held)))
    });
    Ok(Value::list(found))
}

fn is_finalized(_: &mut Vm, args: Args) -> NativeResult {
    Ok(Value::Bool(match args.values.first() {
        Some(Value::Instance(instance)) => instance.finalized.get(),
        _ => false,
    }))
}

fn is_tracked(_: &mut Vm, args: Args) -> NativeResult {
    Ok(Value::Bool(args.values.first().is_some_and(is_followed)))
}

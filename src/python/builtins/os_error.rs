//! `OSError`: its classes by error number, its attributes and its text.

use super::exception_kinds::{field, fields, put};
use super::exceptions::{allocate, data, set_positional};
use crate::object::{Class, MANY, NativeDef, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", str, 0, 0),
];

fields!(FIELDS: "errno", "strerror", "filename", "filename2");

/// Fills the class.
pub(super) fn install(vm: &Vm) {
    let class = &vm.types.os_error;
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, FIELDS);
}

/// The class for an error number of Linux (PEP 3151).
fn class_for(vm: &Vm, errno: i64) -> Option<Rc<Class>> {
    let t = &vm.types;
    Some(Rc::clone(match errno {
        1 | 13 => &t.permission_error,
        2 => &t.file_not_found_error,
        3 => &t.process_lookup_error,
        4 => &t.interrupted_error,
        10 => &t.child_process_error,
        11 | 114 | 115 => &t.blocking_io_error,
        17 => &t.file_exists_error,
        20 => &t.not_a_directory_error,
        21 => &t.is_a_directory_error,
        32 | 108 => &t.broken_pipe_error,
        103 => &t.connection_aborted_error,
        104 => &t.connection_reset_error,
        110 => &t.timeout_error,
        111 => &t.connection_refused_error,
        _ => return None,
    }))
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    drop(args.take_keywords());
    let class = args.take(0);
    let values: Vec<Value> = args.values.into_iter().skip(1).collect();
    let class = match (&class, values.first()) {
        (Value::Class(exact), Some(errno))
            if values.len() >= 2 && Rc::ptr_eq(exact, &vm.types.os_error) =>
        {
            match super::numbers::as_int(&vm.unwrap_base(errno.clone())).and_then(|n| n.to_i64()) {
                Some(errno) => class_for(vm, errno).map_or(class, Value::Class),
                None => class,
            }
        }
        _ => class,
    };
    let made = allocate(vm, &class, Vec::new())?;
    keep(vm, &made, values)?;
    Ok(made)
}

fn init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let me = args.take(0);
    if !keywords.is_empty() {
        let name = vm.type_name(&me);
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    keep(vm, &me, args.values.into_iter().skip(1).collect())?;
    Ok(Value::None)
}

/// Two to five arguments are number, text, file name, a number that only
/// Windows has, and a second file name; the file names leave `args`.
fn keep(vm: &Vm, me: &Value, values: Vec<Value>) -> Result<(), crate::object::Raise> {
    let (instance, data) = data(vm, me)?;
    let mut shown = values.len();
    if (2..=5).contains(&values.len()) {
        for (name, index) in [
            ("errno", 0),
            ("strerror", 1),
            ("filename", 2),
            ("filename2", 4),
        ] {
            if let Some(value) = values.get(index).filter(|v| index < 2 || !v.is_none()) {
                put(instance, name, value.clone());
            }
        }
        if values.get(2).is_some_and(|name| !name.is_none()) {
            shown = 2;
        }
    }
    set_positional(data, values.into_iter().take(shown));
    Ok(())
}

fn str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let (Some(errno), Some(text)) = (field(instance, "errno"), field(instance, "strerror")) else {
        return super::exceptions::str(vm, Args::positional([me]));
    };
    let (first, second) = (field(instance, "filename"), field(instance, "filename2"));
    vm.run_async("__str__", move |cx| async move {
        let mut out = format!("[Errno {}] {}", cx.str(&errno).await?, cx.str(&text).await?);
        if let Some(first) = first {
            out.push_str(&format!(": {}", cx.repr(&first).await?));
            if let Some(second) = second {
                out.push_str(&format!(" -> {}", cx.repr(&second).await?));
            }
        }
        Ok(Value::string(out))
    })
}

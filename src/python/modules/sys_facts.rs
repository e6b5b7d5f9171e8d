//! The parts of `sys` that only say what the interpreter is: numbers, names,
//! and the tuples with named fields that hold them.

use crate::builtins::set_algebra;
use crate::object::{Class, DictObj, Instance, Layout, NativeDef, Payload, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm, put_in_order};
use std::rc::Rc;

/// The version of the language that programs see.
const VERSION: [i64; 3] = [3, 14, 0];

/// Attributes that read items of a tuple.
macro_rules! named {
    ($table:ident: $($name:literal = $index:literal),* $(,)?) => {
        const $table: &[GetSet] = &[$(GetSet { name: $name, get: |vm, me| item(vm, me, $index), set: None }),*];
    };
}

named!(VERSION_FIELDS: "major" = 0, "minor" = 1, "micro" = 2, "releaselevel" = 3, "serial" = 4);
named!(
    FLOAT_FIELDS: "max" = 0, "max_exp" = 1, "max_10_exp" = 2, "min" = 3, "min_exp" = 4, "min_10_exp" = 5, "dig" = 6,
    "mant_dig" = 7, "epsilon" = 8, "radix" = 9, "rounds" = 10,
);
named!(INT_FIELDS: "bits_per_digit" = 0, "sizeof_digit" = 1, "default_max_str_digits" = 2, "str_digits_check_threshold" = 3);
named!(HASH_FIELDS: "width" = 0, "modulus" = 1, "inf" = 2, "nan" = 3, "imag" = 4, "algorithm" = 5, "hash_bits" = 6, "seed_bits" = 7, "cutoff" = 8);
named!(HOOK_FIELDS: "firstiter" = 0, "finalizer" = 1);
named!(
    FLAG_FIELDS: "debug" = 0, "inspect" = 1, "interactive" = 2, "optimize" = 3, "dont_write_bytecode" = 4,
    "no_user_site" = 5, "no_site" = 6, "ignore_environment" = 7, "verbose" = 8, "bytes_warning" = 9, "quiet" = 10,
    "hash_randomization" = 11, "isolated" = 12, "dev_mode" = 13, "utf8_mode" = 14, "warn_default_encoding" = 15,
    "safe_path" = 16, "int_max_str_digits" = 17,
);

const REPR: &[NativeDef] = &[NativeDef::method("__repr__", repr, 0, 0)];

fn item(vm: &mut Vm, me: &Value, index: usize) -> NativeResult {
    match &vm.unwrap_base(me.clone()) {
        Value::Tuple(tuple) if let Some(value) = tuple.items().get(index) => Ok(value.clone()),
        _ => Err(vm.type_error("descriptor requires a tuple of named fields")),
    }
}

/// `sys.NAME(field=value, ...)`. The class is found by the number of fields,
/// since a method of a tuple's subclass receives the bare tuple.
fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Tuple(values) = args.take(0) else {
        return Err(vm.type_error("descriptor requires a tuple of named fields"));
    };
    let tables = [
        ("version_info", VERSION_FIELDS),
        ("float_info", FLOAT_FIELDS),
        ("int_info", INT_FIELDS),
        ("hash_info", HASH_FIELDS),
        ("asyncgen_hooks", HOOK_FIELDS),
        ("flags", FLAG_FIELDS),
    ];
    let Some((name, fields)) = tables
        .into_iter()
        .find(|(_, fields)| fields.len() == values.items().len())
    else {
        return vm.repr_of(&Value::Tuple(values));
    };
    vm.run_async("__repr__", move |cx| async move {
        let mut parts = Vec::new();
        for (field, value) in fields.iter().zip(values.items()) {
            parts.push(format!("{}={}", field.name, cx.repr(value).await?));
        }
        let module = if name == "asyncgen_hooks" { "" } else { "sys." };
        Ok(Value::string(format!(
            "{module}{name}({})",
            parts.join(", ")
        )))
    })
}

/// A class of tuples with named fields.
fn class(vm: &mut Vm, name: &str, fields: &'static [GetSet]) -> Rc<Class> {
    let tuple = Rc::clone(&vm.types.tuple);
    let class = crate::vm::new_builtin(name, Some(&tuple), Layout::Tuple);
    class.dict.set_name(&vm.names.module, Value::str("sys"));
    vm.add_getsets(&class, fields);
    vm.add_methods(&class, REPR);
    class
}

fn instance(class: &Rc<Class>, values: Vec<Value>) -> Value {
    Value::Instance(Instance::new(
        Rc::clone(class),
        Payload::Base(Value::tuple(values)),
    ))
}

/// The class of what `get_asyncgen_hooks` returns.
#[derive(Debug)]
pub(super) struct HooksClass(Rc<Class>);

/// `sys.get_asyncgen_hooks()`
pub(super) fn hooks(vm: &mut Vm, values: [Value; 2]) -> Value {
    let class = match vm.extension::<HooksClass>() {
        Some(known) => Rc::clone(&known.0),
        None => {
            let made = class(vm, "asyncgen_hooks", HOOK_FIELDS);
            vm.set_extension(Rc::new(HooksClass(Rc::clone(&made))));
            made
        }
    };
    instance(&class, values.into())
}

fn ints(values: impl IntoIterator<Item = i64>) -> Vec<Value> {
    values.into_iter().map(Value::Int).collect()
}

/// Puts the facts into the module.
pub(super) fn fill(vm: &mut Vm, dict: &DictObj) {
    let [major, minor, micro] = VERSION;
    let set = |name: &str, value: Value| drop(dict.set_name(&intern(name), value));
    let version_class = class(vm, "version_info", VERSION_FIELDS);
    let mut parts = ints(VERSION);
    parts.extend([Value::str("final"), Value::Int(0)]);
    let version = instance(&version_class, parts);
    let hex = major << 24 | minor << 16 | micro << 8 | 0xf0;
    set(
        "version",
        Value::string(format!("{major}.{minor}.{micro} (coroscope) [Rust]")),
    );
    set("version_info", version.clone());
    set("hexversion", Value::Int(hex));
    set("api_version", Value::Int(1013));
    set("copyright", Value::str("See the notices of Coroscope."));
    set("platform", Value::str("linux"));
    set("byteorder", Value::str("little"));
    set("maxsize", Value::Int(i64::MAX));
    set("maxunicode", Value::Int(0x0010_ffff));
    set("float_repr_style", Value::str("short"));
    set("executable", Value::str(""));
    set("prefix", Value::str("/"));
    set("exec_prefix", Value::str("/"));
    set("base_prefix", Value::str("/"));
    set("platlibdir", Value::str("lib"));
    set("dont_write_bytecode", Value::Bool(true));
    let float_class = class(vm, "float_info", FLOAT_FIELDS);
    let float = vec![
        Value::Float(f64::MAX),
        Value::Int(i64::from(f64::MAX_EXP)),
        Value::Int(i64::from(f64::MAX_10_EXP)),
        Value::Float(f64::MIN_POSITIVE),
        Value::Int(i64::from(f64::MIN_EXP)),
        Value::Int(i64::from(f64::MIN_10_EXP)),
        Value::Int(i64::from(f64::DIGITS)),
        Value::Int(i64::from(f64::MANTISSA_DIGITS)),
        Value::Float(f64::EPSILON),
        Value::Int(i64::from(f64::RADIX)),
        Value::Int(1),
    ];
    set("float_info", instance(&float_class, float));
    let int_class = class(vm, "int_info", INT_FIELDS);
    set("int_info", instance(&int_class, ints([30, 4, 4300, 640])));
    let hash_class = class(vm, "hash_info", HASH_FIELDS);
    let mut hash = ints([64, (1 << 61) - 1, 314_159, 0, 1_000_003]);
    hash.extend([
        Value::str("siphash13"),
        Value::Int(64),
        Value::Int(128),
        Value::Int(0),
    ]);
    set("hash_info", instance(&hash_class, hash));
    let flags_class = class(vm, "flags", FLAG_FIELDS);
    let mut flags = vec![Value::Int(0); FLAG_FIELDS.len()];
    for (field, value) in FLAG_FIELDS.iter().zip(&mut flags) {
        *value = match field.name {
            "dev_mode" | "safe_path" => Value::Bool(false),
            "utf8_mode" => Value::Int(1),
            "int_max_str_digits" => Value::Int(4300),
            _ => Value::Int(0),
        };
    }
    set("flags", instance(&flags_class, flags));
    let namespace = Instance::new(Rc::clone(&vm.types.simple_namespace), Payload::None);
    for (name, value) in [
        ("name", Value::str("coroscope")),
        ("cache_tag", Value::None),
        ("version", version),
        ("hexversion", Value::Int(hex)),
    ] {
        namespace.dict().set_name(&intern(name), value);
    }
    set("implementation", Value::Instance(namespace));
    let mut native = Vec::new();
    for name in vm.native_names().chain(["builtins"]) {
        put_in_order(&mut native, name);
    }
    let native = native.into_iter().map(Value::str);
    set("builtin_module_names", Value::tuple(native));
    let all = vm.module_names().chain(["builtins"]);
    let on_top = all.filter(|name| !name.contains('.')).map(Value::str);
    let on_top = on_top.collect();
    if let Ok(Value::Set(names)) = vm.set_of(on_top) {
        let names = set_algebra::new_frozenset(names.table.take());
        set("stdlib_module_names", names);
    }
}

//! `sys`: what programs may know of the interpreter and ask of it.

use super::sys_facts;
use super::sys_streams::{self, Stream};
use crate::number::int_text;
use crate::object::{DictObj, NativeDef, Raise, Value, intern};
use crate::vm::{Args, NativeModule, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("exc_info", exc_info, 0, 0),
    NativeDef::function("exception", exception, 0, 0),
    NativeDef::function("exit", exit, 0, 1),
    NativeDef::function(
        "getrecursionlimit",
        |vm, _| Ok(Value::from(vm.most_below + 1)),
        0,
        0,
    ),
    NativeDef::function("setrecursionlimit", set_recursion_limit, 1, 1),
    NativeDef::function(
        "get_int_max_str_digits",
        |_, _| Ok(Value::from(int_text::digit_limit())),
        0,
        0,
    ),
    NativeDef::function("set_int_max_str_digits", set_int_digits, 1, 1).with_params(&["maxdigits"]),
    NativeDef::function("getsizeof", getsizeof, 1, 2),
    NativeDef::function("getrefcount", getrefcount, 1, 1),
    NativeDef::function("intern", intern_text, 1, 1),
    NativeDef::function("_getframe", getframe, 0, 1),
    NativeDef::function("displayhook", displayhook, 1, 1),
    crate::builtins::breakpoint::HOOK,
    NativeDef::function("excepthook", excepthook, 3, 3),
    NativeDef::function("unraisablehook", unraisablehook, 1, 1),
    NativeDef::function("gettrace", |_, _| Ok(Value::None), 0, 0),
    NativeDef::function("getprofile", |_, _| Ok(Value::None), 0, 0),
    NativeDef::function("get_asyncgen_hooks", get_asyncgen_hooks, 0, 0),
    NativeDef::function("set_asyncgen_hooks", set_asyncgen_hooks, 0, 2)
        .with_params(&["firstiter", "finalizer"]),
    NativeDef::function(
        "get_coroutine_origin_tracking_depth",
        |vm, _| Ok(Value::Int(vm.origin_depth as i64)),
        0,
        0,
    ),
    NativeDef::function(
        "set_coroutine_origin_tracking_depth",
        set_origin_depth,
        1,
        1,
    )
    .with_params(&["depth"]),
    NativeDef::function("getdefaultencoding", |_, _| Ok(Value::str("utf-8")), 0, 0),
    NativeDef::function(
        "getfilesystemencoding",
        |_, _| Ok(Value::str("utf-8")),
        0,
        0,
    ),
    NativeDef::function("getswitchinterval", |_, _| Ok(Value::Float(0.005)), 0, 0),
    NativeDef::function("is_finalizing", |_, _| Ok(Value::Bool(false)), 0, 0),
];

/// What the module `site` adds to the builtins.
const LEAVE: &[NativeDef] = &[
    NativeDef::function("exit", exit, 0, 1).with_params(&["code"]),
    NativeDef::function("quit", exit, 0, 1).with_params(&["code"]),
];

/// Makes the module importable, and `exit` and `quit` known.
pub(super) fn install(vm: &mut Vm) {
    vm.register_module(NativeModule { name: "sys", init });
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "_sitebuiltins", LEAVE);
}

fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(dict, "sys", FUNCTIONS);
    vm.add_functions(dict, "sys", super::audit::FUNCTIONS);
    sys_facts::fill(vm, dict);
    let class = sys_streams::class(vm);
    for (name, stream) in [
        ("stdin", Stream::Stdin),
        ("stdout", Stream::Stdout),
        ("stderr", Stream::Stderr),
    ] {
        let object = sys_streams::new(&class, stream);
        dict.set_name(&intern(&format!("__{name}__")), object.clone());
        dict.set_name(&intern(name), object);
    }
    for hook in [
        "breakpointhook",
        "displayhook",
        "excepthook",
        "unraisablehook",
    ] {
        if let Some(function) = dict.get_name(&intern(hook)) {
            dict.set_name(&intern(&format!("__{hook}__")), function);
        }
    }
    let main_file = match vm.modules.get_name(&vm.names.main) {
        Some(Value::Module(main)) => main.dict.get_name(&vm.names.file),
        _ => None,
    };
    let program = main_file.clone().unwrap_or_else(|| Value::str(""));
    let original = Value::list(vec![Value::str("python"), program.clone()]);
    dict.set_name(&intern("orig_argv"), original);
    dict.set_name(&intern("argv"), Value::list(vec![program]));
    let folder = main_file.as_ref().and_then(Value::as_str).map(folder_of);
    dict.set_name(
        &intern("path"),
        Value::list(folder.iter().map(|f| Value::str(f)).collect()),
    );
    dict.set_name(&intern("meta_path"), Value::list(Vec::new()));
    dict.set_name(&intern("path_hooks"), Value::list(Vec::new()));
    dict.set_name(
        &intern("path_importer_cache"),
        Value::Dict(crate::object::DictObj::empty()),
    );
    dict.set_name(&intern("warnoptions"), Value::list(Vec::new()));
    dict.set_name(&intern("modules"), Value::Dict(Rc::clone(&vm.modules)));
    Ok(())
}

/// The directory of the program's file, where imports look first.
fn folder_of(file: &str) -> String {
    let home = "/home/visitor";
    match file.rsplit_once('/') {
        Some(("", _)) => "/".to_owned(),
        Some((folder, _)) if folder.starts_with('/') => folder.to_owned(),
        Some((folder, _)) => format!("{home}/{folder}"),
        None => home.to_owned(),
    }
}

// ----- exceptions

fn exc_info(vm: &mut Vm, _: Args) -> NativeResult {
    let Some(raise) = vm.current_exception() else {
        return Ok(Value::tuple([Value::None, Value::None, Value::None]));
    };
    let entries = raise
        .data()
        .map(|data| data.traceback.borrow().clone())
        .unwrap_or_default();
    let traceback = crate::builtins::traceback::objects::traceback_value(vm, &entries);
    Ok(Value::tuple([
        Value::Class(raise.class()),
        raise.value(),
        traceback,
    ]))
}

fn exception(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(vm
        .current_exception()
        .map_or(Value::None, |raise| raise.value()))
}

fn exit(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = Value::Class(Rc::clone(&vm.types.system_exit));
    // A tuple stands for the exception's arguments.
    let status = match args.optional(0) {
        Some(Value::Tuple(all)) => all.items().to_vec(),
        status => status.into_iter().collect(),
    };
    match vm.call_values(&class, status)? {
        Value::Instance(made) if made.exception().is_some() => Err(Raise(made)),
        _ => Err(vm.system_error("SystemExit could not be made")),
    }
}

/// Prints an exception as the interpreter would.
fn excepthook(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(1);
    report(vm, value, String::new())
}

fn report(vm: &mut Vm, value: Value, before: String) -> NativeResult {
    let Value::Instance(instance) = value else {
        return Ok(Value::None);
    };
    vm.run_async("excepthook", move |cx| async move {
        let text = crate::builtins::traceback::format_exception_async(&cx, &Raise(instance)).await;
        crate::builtins::traceback::write(&cx, &format!("{before}{text}")).await;
        Ok(Value::None)
    })
}

fn unraisablehook(vm: &mut Vm, mut args: Args) -> NativeResult {
    let what = args.take(0);
    vm.run_async("unraisablehook", move |cx| async move {
        let value = cx.get_attr(&what, &intern("exc_value")).await?;
        let message = cx.get_attr(&what, &intern("err_msg")).await?;
        let object = cx.get_attr(&what, &intern("object")).await?;
        let message = if message.is_none() {
            intern("Exception ignored in")
        } else {
            cx.str(&message).await?
        };
        let before = if object.is_none() {
            format!("{message}:\n")
        } else {
            format!("{message}: {}\n", cx.repr(&object).await?)
        };
        let started = cx.with(|vm| report(vm, value, before));
        cx.finish(started).await
    })
}

// ----- the stack

fn set_recursion_limit(vm: &mut Vm, mut args: Args) -> NativeResult {
    match vm.unwrap_base(args.take(0)) {
        Value::Int(limit) => match crate::number::size::count(limit) {
            Some(limit) if limit > 0 => {
                vm.most_below = limit - 1;
                Ok(Value::None)
            }
            _ => Err(vm.value_error("recursion limit must be greater or equal than 1")),
        },
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!(
                "'{name}' object cannot be interpreted as an integer"
            )))
        }
    }
}

fn set_int_digits(vm: &mut Vm, mut args: Args) -> NativeResult {
    let limit = vm.int_argument(&args.take(0))?;
    match usize::try_from(limit) {
        Ok(limit) if limit == 0 || limit >= int_text::LEAST_LIMIT => {
            int_text::set_digit_limit(limit);
            Ok(Value::None)
        }
        _ => Err(vm.value_error("maxdigits must be 0 or larger than 640")),
    }
}

fn set_origin_depth(vm: &mut Vm, mut args: Args) -> NativeResult {
    let depth = vm.int_arg(&args.take(0))?;
    vm.origin_depth = usize::try_from(depth).map_err(|_| vm.value_error("depth must be >= 0"))?;
    Ok(Value::None)
}

fn getframe(vm: &mut Vm, mut args: Args) -> NativeResult {
    let depth = match vm.unwrap_base(args.take(0)) {
        Value::Undefined => 0,
        Value::Int(depth) => crate::number::size::clamped(depth),
        other => {
            let name = vm.type_name(&other);
            return Err(vm.type_error(format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
    };
    vm.with_callers(move |vm| {
        match crate::builtins::frame::stack_frames(vm)
            .into_iter()
            .nth(depth)
        {
            Some(frame) => Ok(frame),
            None => Err(vm.value_error("call stack is not deep enough")),
        }
    })
}

// ----- asynchronous generators

fn get_asyncgen_hooks(vm: &mut Vm, _: Args) -> NativeResult {
    let hooks = vm.asyncgen_hooks.clone();
    Ok(sys_facts::hooks(vm, hooks))
}

fn set_asyncgen_hooks(vm: &mut Vm, mut args: Args) -> NativeResult {
    let given = [args.take(0), args.take(1)];
    let call = Rc::clone(&vm.names.call);
    for (hook, name) in given.iter().zip(["firstiter", "finalizer"]) {
        let callable = match hook {
            Value::Undefined
            | Value::None
            | Value::Function(_)
            | Value::Native(_)
            | Value::Method(_)
            | Value::Class(_) => true,
            other => vm.type_attr(other, &call).is_some(),
        };
        if !callable {
            let class = vm.type_name(hook);
            return Err(vm.type_error(format!("callable {name} expected, got {class}")));
        }
    }
    for (place, hook) in vm.asyncgen_hooks.iter_mut().zip(given) {
        if !hook.is_undefined() {
            *place = hook;
        }
    }
    Ok(Value::None)
}

// ----- objects

fn intern_text(vm: &mut Vm, mut args: Args) -> NativeResult {
    match args.take(0) {
        Value::Str(text) => Ok(Value::Str(intern(text.as_str()))),
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!("intern() argument must be str, not {name}")))
        }
    }
}

/// How many references there are, the argument included. Values without a
/// heap object have none; CPython gives its immortal ones a huge number.
fn getrefcount(_: &mut Vm, mut args: Args) -> NativeResult {
    use std::rc::Rc as R;
    let value = args.take(0);
    Ok(Value::from(match &value {
        Value::Str(x) => R::strong_count(x),
        Value::Tuple(x) => R::strong_count(x),
        Value::List(x) => R::strong_count(x),
        Value::Dict(x) => R::strong_count(x),
        Value::Set(x) => R::strong_count(x),
        Value::FrozenSet(x) => R::strong_count(x),
        Value::Bytes(x) => R::strong_count(x),
        Value::ByteArray(x) => R::strong_count(x),
        Value::Function(x) => R::strong_count(x),
        Value::Method(x) => R::strong_count(x),
        Value::Class(x) => R::strong_count(x),
        Value::Instance(x) => R::strong_count(x),
        Value::Module(x) => R::strong_count(x),
        Value::Generator(x) => R::strong_count(x),
        Value::Iter(x) => R::strong_count(x),
        Value::Code(x) => R::strong_count(x),
        _ => 0xc000_0000,
    }))
}

/// What an object takes in CPython on a 64-bit machine, as far as its kind and
/// length tell; spare room of lists, dicts and sets is not known here.
fn getsizeof(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let length = vm.builtin_len(&value).unwrap_or(0);
    let table = |least: usize| (length * 3 / 2 + 1).next_power_of_two().max(least);
    Ok(Value::from(match vm.unwrap_base(value) {
        Value::None | Value::NotImplemented | Value::Ellipsis => 16,
        Value::Bool(_) => 28,
        Value::Int(i) => 24 + 4 * (i.unsigned_abs().checked_ilog2().unwrap_or(0) as usize / 30 + 1),
        Value::BigInt(i) => 24 + 4 * (i.bits().div_ceil(30) as usize),
        Value::Float(_) => 24,
        Value::Complex(_) => 32,
        Value::Str(s) => {
            let widest = s.as_str().chars().map(u32::from).max().unwrap_or(0);
            match widest {
                0..=0x7f => 41 + length,
                0x80..=0xff => 58 + length,
                0x100..=0xffff => 60 + 2 * length,
                _ => 64 + 4 * length,
            }
        }
        Value::Bytes(_) => 33 + length,
        Value::ByteArray(_) => 57 + length,
        Value::Tuple(_) => 40 + 8 * length,
        Value::List(_) => 56 + 8 * length,
        Value::Dict(_) if length == 0 => 64,
        Value::Dict(_) => 88 + table(8) * 17,
        Value::Set(_) | Value::FrozenSet(_) if length < 5 => 216,
        Value::Set(_) | Value::FrozenSet(_) => 200 + table(32) * 16,
        Value::Range(_) => 48,
        Value::Function(_) => 160,
        Value::Method(_) => 64,
        Value::Native(_) => 72,
        Value::Class(_) => 1064,
        Value::Generator(_) => 200,
        _ => 48,
    }))
}

/// `displayhook(value)`: prints the repr of anything but None and keeps the
/// value as `builtins._`.
pub(crate) fn displayhook(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    if value.is_none() {
        return Ok(Value::None);
    }
    vm.run_async("displayhook", move |cx| async move {
        let text = cx.repr(&value).await?;
        match cx.with(|vm| vm.redirected_stdout()) {
            None => cx.with(|vm| vm.write_stdout(&format!("{text}\n")))?,
            Some(file) => {
                cx.call_method(&file, "write", [Value::Str(text)]).await?;
                cx.call_method(&file, "write", [Value::str("\n")]).await?;
            }
        }
        cx.with(|vm| vm.builtins.set_name(&intern("_"), value));
        Ok(Value::None)
    })
}

//! `sys.stdin`, `sys.stdout`, `sys.stderr`.

use crate::object::{Class, Instance, Layout, Native, NativeDef, Payload, Raise, StrRef, Value};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::any::Any;
use std::rc::Rc;

/// Which of the streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard input: what the host gives, see `Vm::input`.
    Stdin,
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

impl Native for Stream {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Stream {
    fn name(self) -> &'static str {
        match self {
            Stream::Stdin => "<stdin>",
            Stream::Stdout => "<stdout>",
            Stream::Stderr => "<stderr>",
        }
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("write", write, 1, 1),
    NativeDef::method("writelines", writelines, 1, 1),
    NativeDef::method("flush", |_, _| Ok(Value::None), 0, 0),
    NativeDef::method("isatty", |_, _| Ok(Value::Bool(false)), 0, 0),
    NativeDef::method("readable", readable, 0, 0),
    NativeDef::method("writable", writable, 0, 0),
    NativeDef::method("fileno", fileno, 0, 0),
    NativeDef::method("read", read, 0, 1),
    NativeDef::method("readline", readline, 0, 1),
    NativeDef::method("readlines", readlines, 0, 1),
    NativeDef::method("reconfigure", |_, _| Ok(Value::None), 0, 0).any_keywords(),
    NativeDef::method("__iter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "name",
        get: |vm, me| Ok(Value::str(stream(vm, me)?.name())),
        set: None,
    },
    GetSet {
        name: "encoding",
        get: |_, _| Ok(Value::str("utf-8")),
        set: None,
    },
    GetSet {
        name: "errors",
        get: get_errors,
        set: None,
    },
    GetSet {
        name: "mode",
        get: |vm, me| {
            Ok(Value::str(if stream(vm, me)? == Stream::Stdin {
                "r"
            } else {
                "w"
            }))
        },
        set: None,
    },
    GetSet {
        name: "closed",
        get: |_, _| Ok(Value::Bool(false)),
        set: None,
    },
    GetSet {
        name: "buffer",
        get: |vm, me| {
            stream(vm, me)?;
            vm.call_prelude("standard_buffer", vec![me.clone()])
        },
        set: None,
    },
    GetSet {
        name: "line_buffering",
        get: |_, _| Ok(Value::Bool(false)),
        set: None,
    },
];

/// The class of the streams.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let object = Rc::clone(&vm.types.object);
    let class = crate::vm::new_builtin(
        "TextIOWrapper",
        Some(&object),
        Layout::Native("TextIOWrapper"),
    );
    class.dict.set_name(&vm.names.module, Value::str("_io"));
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, ATTRIBUTES);
    class
}

/// A stream object.
pub(super) fn new(class: &Rc<Class>, stream: Stream) -> Value {
    Value::Instance(Instance::new(
        Rc::clone(class),
        Payload::Native(Box::new(stream)),
    ))
}

fn stream(vm: &Vm, value: &Value) -> Result<Stream, Raise> {
    match value {
        Value::Instance(instance) if let Some(stream) = instance.native::<Stream>() => Ok(*stream),
        other => {
            let name = vm.type_name(other);
            Err(vm.type_error(format!(
                "descriptor requires a '_io.TextIOWrapper' object but received a '{name}'"
            )))
        }
    }
}

fn get_errors(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(Value::str(if stream(vm, me)? == Stream::Stderr {
        "backslashreplace"
    } else {
        "strict"
    }))
}

fn put(vm: &mut Vm, stream: Stream, text: &str) -> Result<(), Raise> {
    match stream {
        Stream::Stdout => vm.write_stdout(text),
        Stream::Stderr => {
            vm.write_stderr(text);
            Ok(())
        }
        // io.UnsupportedOperation is both an OSError and a ValueError; the
        // message is all that programs look at.
        Stream::Stdin => Err(vm.value_error("not writable")),
    }
}

fn write(vm: &mut Vm, mut args: Args) -> NativeResult {
    let stream = stream(vm, &args.take(0))?;
    match vm.unwrap_base(args.take(1)) {
        Value::Str(text) => {
            put(vm, stream, text.as_str())?;
            Ok(Value::from(text.len()))
        }
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!("write() argument must be str, not {name}")))
        }
    }
}

fn writelines(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, lines) = (args.take(0), args.take(1));
    let stream = stream(vm, &me)?;
    vm.run_async("writelines", move |cx| async move {
        let iterator = cx.iter(&lines).await?;
        while let Some(line) = cx.next(&iterator).await? {
            cx.with(|vm| match vm.unwrap_base(line) {
                Value::Str(text) => put(vm, stream, text.as_str()),
                other => {
                    let name = vm.type_name(&other);
                    Err(vm.type_error(format!("write() argument must be str, not {name}")))
                }
            })?;
        }
        Ok(Value::None)
    })
}

fn readable(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Bool(stream(vm, &args.take(0))? == Stream::Stdin))
}

fn writable(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Bool(stream(vm, &args.take(0))? != Stream::Stdin))
}

fn fileno(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Int(match stream(vm, &args.take(0))? {
        Stream::Stdin => 0,
        Stream::Stdout => 1,
        Stream::Stderr => 2,
    }))
}

fn check_readable(vm: &Vm, value: &Value) -> Result<(), Raise> {
    match stream(vm, value)? {
        Stream::Stdin => Ok(()),
        _ => Err(vm.value_error("not readable")),
    }
}

/// The next line of standard input with its newline; `None` at the end.
async fn next_line(cx: &Cx) -> Result<Option<StrRef>, Raise> {
    let line = cx.with(Vm::read_line);
    Ok(match cx.finish(line).await? {
        Value::Str(text) if !text.as_str().is_empty() => Some(text),
        _ => None,
    })
}

/// All that is left; how much was asked for is not looked at.
fn read(vm: &mut Vm, mut args: Args) -> NativeResult {
    check_readable(vm, &args.take(0))?;
    vm.run_async("read", async |cx: Cx| {
        let mut text = String::new();
        while let Some(line) = next_line(&cx).await? {
            cx.with(|vm| vm.charge(line.len()))?;
            text.push_str(line.as_str());
        }
        Ok(Value::string(text))
    })
}

fn readline(vm: &mut Vm, mut args: Args) -> NativeResult {
    check_readable(vm, &args.take(0))?;
    vm.read_line()
}

/// The lines that are left.
fn readlines(vm: &mut Vm, mut args: Args) -> NativeResult {
    check_readable(vm, &args.take(0))?;
    vm.run_async("readlines", async |cx: Cx| {
        let mut lines = Vec::new();
        while let Some(line) = next_line(&cx).await? {
            cx.with(|vm| vm.charge(line.len()))?;
            lines.push(Value::Str(line));
        }
        Ok(Value::list(lines))
    })
}

fn next(vm: &mut Vm, mut args: Args) -> NativeResult {
    check_readable(vm, &args.take(0))?;
    vm.run_async("next", async |cx: Cx| match next_line(&cx).await? {
        Some(line) => Ok(Value::Str(line)),
        None => Err(cx.with(|vm| vm.exception(&vm.types.stop_iteration, Vec::new()))),
    })
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let stream = stream(vm, &args.take(0))?;
    let mode = if stream == Stream::Stdin { "r" } else { "w" };
    Ok(Value::string(format!(
        "<_io.TextIOWrapper name='{}' mode='{mode}' encoding='utf-8'>",
        stream.name()
    )))
}

//! The builtin exceptions with attributes of their own, but OSError and groups.

use super::exceptions::{args_of, data, set_positional};
use crate::object::{Class, Instance, MANY, NativeDef, StrRef, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Attributes that are kept in the instance's dict and are None by default.
macro_rules! fields {
    ($table:ident: $($name:literal),* $(,)?) => {
        pub(super) const $table: &[$crate::vm::GetSet] = &[$($crate::vm::GetSet {
            name: $name,
            get: |vm, me| $crate::builtins::exception_kinds::get_field(vm, me, $name),
            set: Some(|vm, me, new| $crate::builtins::exception_kinds::set_field(vm, me, $name, new)),
        }),*];
    };
}
pub(super) use fields;

fields!(IMPORT_FIELDS: "msg", "name", "path", "name_from");
fields!(ATTRIBUTE_FIELDS: "name", "obj");
fields!(NAME_FIELDS: "name");
fields!(SYNTAX_FIELDS: "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line");
fields!(TRANSLATE_FIELDS: "encoding", "object", "start", "end", "reason");
fields!(CODEC_FIELDS: "encoding", "object", "start", "end", "reason");

const STOP_FIELDS: &[GetSet] = &[GetSet {
    name: "value",
    get: get_value,
    set: Some(set_value),
}];
const EXIT_FIELDS: &[GetSet] = &[GetSet {
    name: "code",
    get: get_value,
    set: Some(set_value),
}];

const STOP: &[NativeDef] = &[NativeDef::method("__init__", stop_init, 0, MANY).any_keywords()];
const EXIT: &[NativeDef] = &[NativeDef::method("__init__", exit_init, 0, MANY).any_keywords()];
const KEY: &[NativeDef] = &[NativeDef::method("__str__", key_str, 0, 0)];
const IMPORT: &[NativeDef] = &[
    NativeDef::method("__init__", import_init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", import_str, 0, 0),
];
const ATTRIBUTE: &[NativeDef] =
    &[NativeDef::method("__init__", attribute_init, 0, MANY).any_keywords()];
const NAME: &[NativeDef] = &[NativeDef::method("__init__", name_init, 0, MANY).any_keywords()];
const SYNTAX: &[NativeDef] = &[
    NativeDef::method("__init__", syntax_init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", syntax_str, 0, 0),
];
const DECODE: &[NativeDef] = &[
    NativeDef::method("__init__", codec_init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", decode_str, 0, 0),
];
const ENCODE: &[NativeDef] = &[
    NativeDef::method("__init__", codec_init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", encode_str, 0, 0),
];

/// Fills the classes.
pub(super) fn install(vm: &Vm) {
    let t = &vm.types;
    let tables: [(&Rc<Class>, &[NativeDef], &[GetSet]); 10] = [
        (&t.stop_iteration, STOP, STOP_FIELDS),
        (&t.system_exit, EXIT, EXIT_FIELDS),
        (&t.key_error, KEY, &[]),
        (&t.import_error, IMPORT, IMPORT_FIELDS),
        (&t.attribute_error, ATTRIBUTE, ATTRIBUTE_FIELDS),
        (&t.name_error, NAME, NAME_FIELDS),
        (&t.syntax_error, SYNTAX, SYNTAX_FIELDS),
        (&t.unicode_decode_error, DECODE, CODEC_FIELDS),
        (&t.unicode_encode_error, ENCODE, CODEC_FIELDS),
        (&t.unicode_translate_error, TRANSLATE, TRANSLATE_FIELDS),
    ];
    for (class, methods, fields) in tables {
        vm.add_methods(class, methods);
        vm.add_getsets(class, fields);
    }
}

/// Reads an attribute kept in the dict.
pub(super) fn get_field(vm: &mut Vm, me: &Value, name: &str) -> NativeResult {
    let (instance, _) = data(vm, me)?;
    Ok(field(instance, name).unwrap_or(Value::None))
}

/// Writes or deletes an attribute kept in the dict.
pub(super) fn set_field(vm: &mut Vm, me: &Value, name: &str, new: Value) -> NativeResult {
    let (instance, _) = data(vm, me)?;
    put(instance, name, new);
    Ok(Value::None)
}

/// An attribute kept in the dict, if it is set.
pub(super) fn field(instance: &Instance, name: &str) -> Option<Value> {
    instance.dict.get()?.get_name(&intern(name))
}

/// Sets an attribute kept in the dict; `Undefined` removes it.
pub(super) fn put(instance: &Instance, name: &str, value: Value) {
    let name = intern(name);
    if value.is_undefined() {
        drop(instance.dict().remove_name(&name));
    } else {
        drop(instance.dict().set_name(&name, value));
    }
}

fn text_field(instance: &Instance, name: &str) -> Option<StrRef> {
    match field(instance, name) {
        Some(Value::Str(text)) => Some(text),
        _ => None,
    }
}

fn int_field(instance: &Instance, name: &str) -> Option<i64> {
    match field(instance, name) {
        Some(Value::Int(i)) => Some(i),
        _ => None,
    }
}

/// Takes the receiver and keeps the positional arguments as `args`.
/// Keywords must be among `allowed` and become attributes.
fn start(
    vm: &Vm,
    args: &mut Args,
    allowed: &[&str],
) -> Result<(Rc<Instance>, Vec<Value>), crate::object::Raise> {
    let keywords = args.take_keywords();
    let me = args.take(0);
    let (instance, data) = data(vm, &me)?;
    for (name, value) in keywords {
        if allowed.is_empty() {
            let class = instance.class().name();
            return Err(vm.type_error(format!("{class}() takes no keyword arguments")));
        }
        if !allowed.contains(&name.as_str()) {
            let class = instance.class().name();
            return Err(vm.type_error(format!(
                "'{name}' is an invalid keyword argument for {class}()"
            )));
        }
        put(instance, name.as_str(), value);
    }
    let values: Vec<Value> = args.values.drain(..).skip(1).collect();
    set_positional(data, values.iter().cloned());
    Ok((Rc::clone(instance), values))
}

// ----- StopIteration, SystemExit

fn get_value(vm: &mut Vm, me: &Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    let value = data.value.borrow();
    Ok(if value.is_undefined() {
        Value::None
    } else {
        value.clone()
    })
}

fn set_value(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, data) = data(vm, me)?;
    drop(data.value.replace(new));
    Ok(Value::None)
}

fn stop_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &[])?;
    if let Some(data) = instance.exception() {
        drop(
            data.value
                .replace(values.first().cloned().unwrap_or(Value::None)),
        );
    }
    Ok(Value::None)
}

fn exit_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &[])?;
    let code = match values.as_slice() {
        [] => Value::None,
        [only] => only.clone(),
        all => Value::tuple(all.iter().cloned()),
    };
    if let Some(data) = instance.exception() {
        drop(data.value.replace(code));
    }
    Ok(Value::None)
}

// ----- KeyError, ImportError, AttributeError, NameError

/// A missing key is shown as its repr: an empty text would be invisible.
fn key_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (_, data) = data(vm, &me)?;
    match args_of(data).as_slice() {
        [key] => vm.repr_of(key),
        _ => super::exceptions::str(vm, Args::positional([me])),
    }
}

fn import_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &["name", "path", "name_from"])?;
    if let [message] = values.as_slice() {
        put(&instance, "msg", message.clone());
    }
    Ok(Value::None)
}

fn import_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    match field(instance, "msg") {
        Some(message @ Value::Str(_)) => Ok(message),
        _ => super::exceptions::str(vm, Args::positional([me])),
    }
}

fn attribute_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    start(vm, &mut args, &["name", "obj"]).map(|_| Value::None)
}

fn name_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    start(vm, &mut args, &["name"]).map(|_| Value::None)
}

// ----- SyntaxError

fn syntax_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &[])?;
    if let Some(message) = values.first() {
        put(&instance, "msg", message.clone());
    }
    let Some(details) = values.get(1).filter(|_| values.len() == 2) else {
        return Ok(Value::None);
    };
    let details = match vm.collect_now(details) {
        Some(details) => details?,
        None => return Err(vm.type_error("SyntaxError details must be a tuple or list")),
    };
    match details.len() {
        4 | 6 => {}
        5 => return Err(vm.type_error("end_offset must be provided when end_lineno is provided")),
        n if n < 4 => {
            return Err(vm.type_error(format!(
                "function missing required argument '{}' (pos {})",
                missing(n),
                n + 1
            )));
        }
        n => return Err(vm.type_error(format!("function takes at most 6 arguments ({n} given)"))),
    }
    for (name, value) in [
        "filename",
        "lineno",
        "offset",
        "text",
        "end_lineno",
        "end_offset",
    ]
    .iter()
    .zip(details)
    {
        put(&instance, name, value);
    }
    Ok(Value::None)
}

fn missing(given: usize) -> &'static str {
    ["filename", "lineno", "offset", "text"]
        .get(given)
        .copied()
        .unwrap_or("text")
}

fn syntax_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let file = text_field(instance, "filename");
    let line = int_field(instance, "lineno");
    let message = field(instance, "msg").unwrap_or(Value::None);
    let suffix = match (file, line) {
        (Some(file), Some(line)) => format!(" ({}, line {line})", base_name(file.as_str())),
        (Some(file), None) => format!(" ({})", base_name(file.as_str())),
        (None, Some(line)) => format!(" (line {line})"),
        (None, None) => String::new(),
    };
    let text = vm.str_of(&message)?;
    let join =
        move |text: &Value| Value::string(format!("{}{suffix}", text.as_str().unwrap_or_default()));
    if text.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, move |_, text| Ok(join(&text)));
    }
    Ok(join(&text))
}

fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

// ----- UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError

const TRANSLATE: &[NativeDef] = &[
    NativeDef::method("__init__", translate_init, 0, MANY).any_keywords(),
    NativeDef::method("__str__", translate_str, 0, 0),
];

fn translate_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &[])?;
    if values.len() != 4 {
        let given = values.len();
        return Err(vm.type_error(format!(
            "function takes exactly 4 arguments ({given} given)"
        )));
    }
    for (name, value) in ["object", "start", "end", "reason"].iter().zip(values) {
        put(&instance, name, value);
    }
    Ok(Value::None)
}

fn translate_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let place = |name| int_field(instance, name).and_then(|i| usize::try_from(i).ok());
    let (Some(Value::Str(object)), Some(start), Some(end), Some(reason)) = (
        field(instance, "object"),
        place("start"),
        place("end"),
        text_field(instance, "reason"),
    ) else {
        return super::exceptions::str(vm, Args::positional([me]));
    };
    Ok(Value::string(match object.char_at(start) {
        Some(c) if end == start + 1 => {
            let shown = escaped(c);
            format!("can't translate character '{shown}' in position {start}: {reason}")
        }
        _ => format!(
            "can't translate characters in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }))
}

/// A character as the messages of codecs show it.
fn escaped(c: char) -> String {
    let mut out = String::new();
    crate::text::repr::push_escape(&mut out, c);
    out
}

fn codec_init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (instance, values) = start(vm, &mut args, &[])?;
    if values.len() != 5 {
        let given = values.len();
        return Err(vm.type_error(format!(
            "function takes exactly 5 arguments ({given} given)"
        )));
    }
    let encodes = instance
        .class()
        .is_subclass_of(&vm.types.unicode_encode_error);
    for (place, value) in values.iter().enumerate() {
        let text = vm.text_of(value).is_some();
        let (fits, wanted) = match place {
            0 | 4 => (text, "str"),
            1 if encodes => (text, "str"),
            1 if vm.buffer_of(value).is_none() => {
                let given = vm.type_name(value);
                return Err(
                    vm.type_error(format!("a bytes-like object is required, not '{given}'"))
                );
            }
            _ => (true, ""),
        };
        if !fits {
            let (place, given) = (place + 1, vm.type_or_none(value));
            return Err(vm.type_error(format!("argument {place} must be {wanted}, not {given}")));
        }
    }
    for (name, value) in ["encoding", "object", "start", "end", "reason"]
        .iter()
        .zip(values)
    {
        put(&instance, name, value);
    }
    Ok(Value::None)
}

/// The fields that both messages need; absent if the exception was made
/// from a ready message.
fn codec_fields(instance: &Instance) -> Option<(StrRef, Value, usize, usize, StrRef)> {
    let place = |name| int_field(instance, name).and_then(|i| usize::try_from(i).ok());
    Some((
        text_field(instance, "encoding")?,
        field(instance, "object")?,
        place("start")?,
        place("end")?,
        text_field(instance, "reason")?,
    ))
}

fn decode_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let Some((encoding, object, start, end, reason)) = codec_fields(instance) else {
        return super::exceptions::str(vm, Args::positional([me]));
    };
    let byte = match &object {
        Value::Bytes(bytes) => bytes.0.get(start).copied(),
        Value::ByteArray(bytes) => bytes.bytes.borrow().get(start).copied(),
        _ => None,
    };
    Ok(Value::string(match byte {
        Some(byte) if end == start + 1 => {
            format!(
                "'{encoding}' codec can't decode byte {byte:#04x} in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }))
}

fn encode_str(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let (instance, _) = data(vm, &me)?;
    let Some((encoding, object, start, end, reason)) = codec_fields(instance) else {
        return super::exceptions::str(vm, Args::positional([me]));
    };
    let bad = match &object {
        Value::Str(text) => text.char_at(start),
        _ => None,
    };
    Ok(Value::string(match bad {
        Some(c) if end == start + 1 => {
            let shown = escaped(c);
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end.saturating_sub(1)
        ),
    }))
}

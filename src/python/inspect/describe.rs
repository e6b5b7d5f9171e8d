//! Values in words, for people who look into a program.

use crate::number::int::Int;
use crate::number::{complex_text, float_text, int_text};
use crate::object::{Instance, Payload, Value};
use crate::text::repr as text_repr;
use crate::vm::Vm;
use std::rc::Rc;

/// Characters of a text before the rest is left out.
const LONGEST: usize = 120;

/// Items shown of a container inside another text.
const MOST_ITEMS: usize = 12;

/// Containers within containers.
const DEEPEST: u32 = 3;

/// What an object holds, by label.
#[derive(Clone, Debug, Default)]
pub struct Children {
    /// Index, key or attribute, and the value there.
    pub shown: Vec<(String, Value)>,
    /// How many more there are.
    pub left_out: usize,
}

/// `type(value).__name__`
pub fn type_name(vm: &Vm, value: &Value) -> String {
    vm.class_of(value).name().to_string()
}

/// The value's repr as far as no Python code is needed for it; an object of a
/// class of the program's own is told by its class and its attributes. Cut if long.
pub fn repr(vm: &Vm, value: &Value) -> String {
    let mut out = String::new();
    write(vm, value, &mut out, DEEPEST);
    match out.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            out.truncate(end);
            out.push('…');
            out
        }
        None => out,
    }
}

fn write(vm: &Vm, value: &Value, out: &mut String, depth: u32) {
    if out.len() > LONGEST * 4 {
        return;
    }
    match value {
        Value::Undefined => out.push_str("<unbound>"),
        Value::None => out.push_str("None"),
        Value::Bool(true) => out.push_str("True"),
        Value::Bool(false) => out.push_str("False"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Float(number) => float_text::push_repr(out, *number),
        Value::BigInt(number) => match int_text::decimal(Int::Big(number)) {
            Ok(text) => out.push_str(&text),
            Err(_) => out.push_str("<very large int>"),
        },
        Value::Complex(number) => out.push_str(&complex_text::repr(**number)),
        Value::Str(text) => text_repr::push_repr(out, beginning(text.as_str())),
        Value::Bytes(bytes) => {
            let end = bytes.0.len().min(LONGEST);
            out.push_str(&text_repr::bytes_repr(bytes.0.get(..end).unwrap_or(&[])));
        }
        Value::ByteArray(bytes) => {
            let bytes = bytes.bytes.borrow();
            let end = bytes.len().min(LONGEST);
            out.push_str(&text_repr::bytearray_repr(bytes.get(..end).unwrap_or(&[])));
        }
        Value::Range(range) => {
            let bounds = format!("range({}, {}", range.start, range.stop);
            out.push_str(&bounds);
            if range.step != 1 {
                out.push_str(&format!(", {}", range.step));
            }
            out.push(')');
        }
        Value::Tuple(_) | Value::List(_) | Value::Set(_) | Value::FrozenSet(_) | Value::Dict(_) => {
            write_container(vm, value, out, depth);
        }
        Value::Function(function) => {
            out.push_str(&format!("<function {}>", function.qualname.borrow()));
        }
        Value::Native(function) => out.push_str(&format!("<built-in {}>", function.def.name)),
        Value::Method(method) => {
            out.push_str("<method of ");
            write(vm, &method.receiver, out, depth.min(1));
            out.push('>');
        }
        Value::Class(class) => out.push_str(&format!("<class '{}'>", vm.class_path(class))),
        Value::Module(module) => {
            let name = module.dict.get_name(&vm.names.name);
            let name = name.as_ref().and_then(Value::as_str).unwrap_or("?");
            out.push_str(&format!("<module '{name}'>"));
        }
        Value::Generator(generator) => {
            let kind = vm.type_name(value);
            out.push_str(&format!("<{kind} {}>", generator.qualname()));
        }
        Value::Instance(instance) => write_instance(vm, instance, out, depth),
        Value::Slice(_) | Value::Iter(_) | Value::Code(_) | Value::Cell(_) => {
            out.push_str(&format!("<{}>", vm.type_name(value)));
        }
    }
}

/// As much of a text as is ever shown; its end is then missing from the repr too.
fn beginning(text: &str) -> &str {
    match text.char_indices().nth(LONGEST + 1) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

fn write_container(vm: &Vm, value: &Value, out: &mut String, depth: u32) {
    let (open, close) = match value {
        Value::Tuple(_) => ("(", ")"),
        Value::List(_) => ("[", "]"),
        Value::Set(set) if set.table.borrow().iter().next().is_none() => ("set(", ")"),
        Value::FrozenSet(_) => ("frozenset({", "})"),
        _ => ("{", "}"),
    };
    out.push_str(open);
    if depth == 0 {
        out.push('…');
    } else {
        let Children { shown, left_out } = children(vm, value, MOST_ITEMS);
        let is_dict = matches!(value, Value::Dict(_));
        let is_single = matches!(value, Value::Tuple(_)) && shown.len() == 1;
        for (position, (label, item)) in shown.iter().enumerate() {
            if position > 0 {
                out.push_str(", ");
            }
            if is_dict {
                out.push_str(label);
                out.push_str(": ");
            }
            write(vm, item, out, depth - 1);
        }
        if left_out > 0 {
            out.push_str(", …");
        } else if is_single {
            out.push(',');
        }
    }
    out.push_str(close);
}

fn write_instance(vm: &Vm, instance: &Rc<Instance>, out: &mut String, depth: u32) {
    let name = instance.class().name();
    match &instance.payload {
        Payload::Base(base) => return write(vm, base, out, depth),
        Payload::Exception(data) => {
            out.push_str(name.as_str());
            let args = data.args.borrow();
            return match &*args {
                Value::Tuple(one) if one.items().len() == 1 => {
                    out.push('(');
                    if let Some(only) = one.items().first() {
                        write(vm, only, out, depth.saturating_sub(1));
                    }
                    out.push(')');
                }
                Value::Tuple(_) => write(vm, &args, out, depth.saturating_sub(1)),
                _ => out.push_str("()"),
            };
        }
        _ => {}
    }
    let whole = Value::Instance(Rc::clone(instance));
    let Children { shown, left_out } = if depth > 1 {
        children(vm, &whole, 4)
    } else {
        Children::default()
    };
    out.push_str(&format!("<{name}"));
    let told = shown.iter().filter(|(label, _)| !label.starts_with('_'));
    for (position, (label, part)) in told.enumerate() {
        out.push_str(if position == 0 { " " } else { ", " });
        // What is in order needs no names.
        if !label.starts_with(|first: char| first.is_ascii_digit()) {
            out.push_str(label);
            out.push('=');
        }
        write(vm, part, out, depth - 2);
    }
    if left_out > 0 {
        out.push_str(", …");
    }
    out.push('>');
}

/// What a value holds, at most `most` of it.
pub fn children(vm: &Vm, value: &Value, most: usize) -> Children {
    match value {
        Value::Tuple(tuple) => numbered(tuple.items().iter().cloned(), most),
        Value::List(list) => numbered(list.to_vec().into_iter(), most),
        Value::Set(set) => {
            let table = set.table.borrow();
            numbered(table.iter().map(|(_, item)| item.clone()), most)
        }
        Value::FrozenSet(set) => numbered(set.table.iter().map(|(_, item)| item.clone()), most),
        Value::Dict(dict) => {
            let table = dict.table.borrow();
            let entries = table
                .iter()
                .take(most)
                .map(|entry| (short(vm, &entry.key), entry.value.clone()));
            Children {
                shown: entries.collect(),
                left_out: table.len().saturating_sub(most),
            }
        }
        Value::Instance(instance) => of_instance(vm, instance, most),
        _ => Children::default(),
    }
}

fn short(vm: &Vm, key: &Value) -> String {
    let mut out = String::new();
    write(vm, key, &mut out, 1);
    out
}

fn numbered(items: impl Iterator<Item = Value>, most: usize) -> Children {
    let mut children = Children::default();
    for (position, item) in items.enumerate() {
        if position < most {
            children.shown.push((position.to_string(), item));
        } else {
            children.left_out += 1;
        }
    }
    children
}

fn of_instance(vm: &Vm, instance: &Rc<Instance>, most: usize) -> Children {
    let mut parts: Vec<(String, Value)> = match &instance.payload {
        Payload::Base(base) => return children(vm, base, most),
        Payload::Exception(data) => vec![("args".to_owned(), data.args.borrow().clone())],
        Payload::Native(native) => native.parts(),
        _ => Vec::new(),
    };
    if let Some(dict) = instance.dict.get() {
        let table = dict.table.borrow();
        let attributes = table.iter().filter_map(|entry| match &entry.key {
            Value::Str(name) => Some((name.to_string(), entry.value.clone())),
            _ => None,
        });
        parts.extend(attributes);
    }
    parts.retain(|(_, part)| !part.is_undefined());
    let left_out = parts.len().saturating_sub(most);
    parts.truncate(most);
    Children {
        shown: parts,
        left_out,
    }
}

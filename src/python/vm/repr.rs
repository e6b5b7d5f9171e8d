//! What `repr`, `str` and `format` make of an object (Python reference, 3.3.1).

use super::protocol::MAX_NESTING;
use super::{Cx, NativeResult, Vm};
use crate::number::int::Int;
use crate::number::{complex_text, float_text, int_text};
use crate::object::{Raise, StrRef, Value};
use crate::text::{format_number, repr as text_repr};
use std::rc::Rc;

/// The repr of a container whose items may need Python code.
/// Containers within containers whose repr is made, at most.
const DEEPEST_REPR: usize = 1_000;

impl Vm {
    // ----- repr and str

    /// Writes the repr of a value that needs no Python code for it; `false`
    /// (and nothing of use in `out`) if it does.
    fn simple_repr(&mut self, value: &Value, out: &mut String, depth: u32) -> Result<bool, Raise> {
        match value {
            Value::None => out.push_str("None"),
            Value::Bool(true) => out.push_str("True"),
            Value::Bool(false) => out.push_str("False"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Undefined => out.push_str("<unbound>"),
            Value::Int(i) => {
                use std::fmt::Write;
                let _ = write!(out, "{i}");
            }
            Value::Float(f) => float_text::push_repr(out, *f),
            Value::Str(s) => {
                // An escape is up to ten times as long as its character's byte.
                self.has_room(s.as_str().len())?;
                text_repr::push_repr(out, s.as_str());
            }
            Value::BigInt(i) => {
                out.push_str(&int_text::decimal(Int::Big(i)).map_err(|e| self.text_error(e))?)
            }
            Value::Complex(c) => out.push_str(&complex_text::repr(**c)),
            Value::Bytes(b) => out.push_str(&text_repr::bytes_repr(&b.0)),
            Value::ByteArray(b) => out.push_str(&text_repr::bytearray_repr(&b.bytes.borrow())),
            Value::Range(r) => {
                let text = if r.step == 1 {
                    format!("range({}, {})", r.start, r.stop)
                } else {
                    format!("range({}, {}, {})", r.start, r.stop, r.step)
                };
                out.push_str(&text);
            }
            Value::Tuple(t) => {
                if depth == 0 {
                    return Ok(false);
                }
                out.push('(');
                for (i, item) in t.items().iter().enumerate() {
                    self.has_room(out.len())?;
                    if i > 0 {
                        out.push_str(", ");
                    }
                    if !self.simple_repr(item, out, depth - 1)? {
                        return Ok(false);
                    }
                }
                out.push_str(if t.items().len() == 1 { ",)" } else { ")" });
            }
            Value::List(l) => {
                if depth == 0 {
                    return Ok(false);
                }
                out.push('[');
                self.charge_items(l.len())?;
                for (i, item) in l.to_vec().iter().enumerate() {
                    self.has_room(out.len())?;
                    if i > 0 {
                        out.push_str(", ");
                    }
                    if !self.simple_repr(item, out, depth - 1)? {
                        return Ok(false);
                    }
                }
                out.push(']');
            }
            Value::Dict(d) => {
                if depth == 0 {
                    return Ok(false);
                }
                self.charge_items(d.len().saturating_mul(2))?;
                let table = d.table.borrow().clone();
                out.push('{');
                for (i, entry) in table.iter().enumerate() {
                    self.has_room(out.len())?;
                    if i > 0 {
                        out.push_str(", ");
                    }
                    if !self.simple_repr(&entry.key, out, depth - 1)? {
                        return Ok(false);
                    }
                    out.push_str(": ");
                    if !self.simple_repr(&entry.value, out, depth - 1)? {
                        return Ok(false);
                    }
                }
                out.push('}');
            }
            Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Slice(_)
            | Value::Instance(_)
            | Value::Method(_) => {
                return Ok(false);
            }
            Value::Class(class) if class.metaclass().is_some() => return Ok(false),
            Value::Iter(_) => return Ok(false),
            other => out.push_str(&self.builtin_repr(other)),
        }
        Ok(true)
    }

    /// The repr of functions, classes, modules and the like.
    pub(crate) fn builtin_repr(&self, value: &Value) -> String {
        let at = |v: &Value| format!("{:#x}", self.fake_address(v));
        match value {
            Value::Function(f) => format!("<function {} at {}>", f.qualname.borrow(), at(value)),
            Value::Native(f) => self.native_repr(f),
            Value::Class(class) => format!("<class '{}'>", self.class_path(class)),
            Value::Module(module) => match module.dict.get_name(&self.names.name) {
                Some(Value::Str(name)) => match module.dict.get_name(&self.names.file) {
                    Some(Value::Str(file)) => format!("<module '{name}' from '{file}'>"),
                    _ if self.is_native_module(name.as_str()) => {
                        format!("<module '{name}' (built-in)>")
                    }
                    _ => format!("<module '{name}'>"),
                },
                _ => "<module>".to_owned(),
            },
            Value::Generator(g) => {
                let kind = self.type_name(value);
                format!("<{kind} object {} at {}>", g.qualname(), at(value))
            }
            Value::Code(code) => {
                let (name, file, line) = (&code.name, &code.file.name, code.first_line);
                format!(
                    "<code object {name} at {}, file \"{file}\", line {line}>",
                    at(value)
                )
            }
            Value::Cell(cell) => match &*cell.value.borrow() {
                Value::Undefined => format!("<cell at {}: empty>", at(value)),
                inner => format!(
                    "<cell at {}: {} object at {}>",
                    at(value),
                    self.type_name(inner),
                    at(inner)
                ),
            },
            _ => format!("<{} object at {}>", self.type_name(value), at(value)),
        }
    }

    fn native_repr(&self, function: &crate::object::NativeFunction) -> String {
        use crate::object::Binding;
        let name = function.def.name;
        let owner = function.owner.as_ref().and_then(std::rc::Weak::upgrade);
        match (function.def.binding, owner) {
            (Binding::Method, Some(owner)) if super::receiver::is_slot(function) => {
                format!("<slot wrapper '{name}' of '{}' objects>", owner.name())
            }
            (Binding::Method, Some(owner)) => {
                format!("<method '{name}' of '{}' objects>", owner.name())
            }
            (Binding::ClassMethod, Some(owner)) => {
                format!("<method '{name}' of '{}' objects>", owner.name())
            }
            (_, Some(owner)) => {
                format!("<built-in method {name} of type object '{}'>", owner.name())
            }
            _ => format!("<built-in function {name}>"),
        }
    }

    /// `module.qualname` as a class's repr shows it.
    pub fn class_path(&self, class: &crate::object::Class) -> String {
        let qualname = class.qualname.borrow();
        match class.dict.get_name(&self.names.module) {
            Some(Value::Str(module)) if module.as_str() != "builtins" => {
                format!("{module}.{qualname}")
            }
            _ => qualname.to_string(),
        }
    }

    /// `repr(value)` as a `Str`.
    pub fn repr_of(&mut self, value: &Value) -> NativeResult {
        let mut out = String::new();
        let is_simple = self.simple_repr(value, &mut out, MAX_NESTING)?;
        self.charge(out.len())?;
        if is_simple {
            return Ok(Value::string(out));
        }
        if let Value::Instance(_) | Value::Class(_) = value {
            return self.instance_text(value, true);
        }
        let value = value.clone();
        self.run_async("repr", move |cx| async move {
            container_repr(&cx, &value).await.map(Value::string)
        })
    }

    /// `str(value)` as a `Str`.
    pub fn str_of(&mut self, value: &Value) -> NativeResult {
        match value {
            Value::Str(_) => Ok(value.clone()),
            Value::Instance(_) => self.instance_text(value, false),
            Value::Class(class) if class.metaclass().is_some() => self.instance_text(value, false),
            _ => self.repr_of(value),
        }
    }

    fn instance_text(&mut self, value: &Value, repr: bool) -> NativeResult {
        let name = if repr {
            self.names.repr.clone()
        } else {
            self.names.str.clone()
        };
        self.text_by(value, &name, repr)
    }

    /// `str(value)` of an object without a `__str__` of its own: its `__repr__`,
    /// whose result is checked as that of `__str__`.
    pub(crate) fn text_by_repr(&mut self, value: &Value) -> NativeResult {
        let name = self.names.repr.clone();
        self.text_by(value, &name, false)
    }

    fn text_by(&mut self, value: &Value, name: &StrRef, repr: bool) -> NativeResult {
        let result = match self.call_special(value, name, []) {
            Some(result) => result?,
            None => return Ok(Value::string(self.default_repr(value))),
        };
        match result {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, move |vm, text| vm.check_text(text, repr))
            }
            text => self.check_text(text, repr),
        }
    }

    fn check_text(&mut self, text: Value, repr: bool) -> NativeResult {
        match self.unwrap_base(text) {
            text @ Value::Str(_) => Ok(text),
            other => {
                let name = self.type_name(&other);
                let method = if repr { "__repr__" } else { "__str__" };
                Err(self.type_error(format!("{method} returned non-string (type {name})")))
            }
        }
    }

    /// `object.__repr__`
    pub fn default_repr(&self, value: &Value) -> String {
        let class = self.class_of(value);
        if let Value::Class(me) = value {
            return format!("<class '{}'>", self.class_path(me));
        }
        format!(
            "<{} object at {:#x}>",
            self.class_path(&class),
            self.fake_address(value)
        )
    }

    /// The repr for messages and event texts: never runs Python code.
    pub fn short_repr(&mut self, value: &Value) -> String {
        let mut out = String::new();
        let is_simple = self.simple_repr(value, &mut out, 3);
        self.work(out.len());
        match is_simple {
            Ok(true) => out,
            _ => self.default_repr(value),
        }
    }

    /// Notes that the repr of the object at an address is being made; `false`
    /// if it is already.
    pub fn begin_repr(&mut self, address: usize) -> bool {
        if self.repr_running.contains(&address) {
            return false;
        }
        self.repr_running.push(address);
        true
    }

    /// The repr of the object at an address is made.
    pub fn end_repr(&mut self, address: usize) {
        self.repr_running.retain(|a| *a != address);
    }

    /// `format(value, spec)` as a `Str`.
    pub fn format(&mut self, value: &Value, spec: &StrRef) -> NativeResult {
        self.charge_spec(spec.as_str())?;
        self.work_on(std::slice::from_ref(value));
        let formatted = match value {
            Value::Str(s) if spec.is_empty() => return Ok(Value::Str(Rc::clone(s))),
            Value::Str(s) => format_number::format_str(s.as_str(), spec.as_str()),
            Value::Int(i) => format_number::format_int(Int::Small(*i), spec.as_str(), "int"),
            Value::Bool(_) if spec.is_empty() => return self.str_of(value),
            Value::Bool(b) => {
                format_number::format_int(Int::Small(i64::from(*b)), spec.as_str(), "bool")
            }
            Value::BigInt(i) => format_number::format_int(Int::Big(i), spec.as_str(), "int"),
            Value::Float(f) => format_number::format_float(*f, spec.as_str()),
            Value::Complex(c) => format_number::format_complex(**c, spec.as_str()),
            Value::Instance(instance) => {
                let name = self.names.format.clone();
                // A number or text of a derived class: without a spec the
                // builtin `__format__` asks for `str`, which may be its own.
                if spec.is_empty()
                    && matches!(instance.payload, crate::object::Payload::Base(_))
                    && !matches!(self.type_attr(value, &name), Some(Value::Function(_)))
                {
                    return self.str_of(value);
                }
                return match self.call_special(value, &name, [Value::Str(Rc::clone(spec))]) {
                    Some(Ok(Value::Undefined)) => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, |vm, text| vm.check_formatted(text))
                    }
                    Some(result) => self.check_formatted(result?),
                    None => self.str_of(value),
                };
            }
            // One that the metaclass defines.
            Value::Class(class)
                if class.metaclass().is_some()
                    && matches!(
                        self.type_attr(value, &self.names.format),
                        Some(Value::Function(_))
                    ) =>
            {
                let name = self.names.format.clone();
                let own = self.call_special(value, &name, [Value::Str(Rc::clone(spec))]);
                return own.unwrap_or_else(|| self.str_of(value));
            }
            _ if spec.is_empty() => return self.str_of(value),
            _ => {
                let name = self.type_name(value);
                return Err(self.type_error(format!(
                    "unsupported format string passed to {name}.__format__"
                )));
            }
        };
        match formatted {
            Ok(text) => Ok(Value::string(text)),
            Err(error) => Err(self.text_error(error)),
        }
    }

    fn check_formatted(&self, text: Value) -> NativeResult {
        if self.text_of(&text).is_some() {
            return Ok(text);
        }
        let name = self.type_name(&text);
        Err(self.type_error(format!("__format__ must return a str, not {name}")))
    }
}

fn container_repr<'a>(
    cx: &'a Cx,
    value: &'a Value,
) -> std::pin::Pin<Box<dyn Future<Output = Result<String, Raise>> + 'a>> {
    Box::pin(async move {
        let address = value.address().unwrap_or_default();
        let nested = cx.with(|vm| {
            if vm.repr_running.contains(&address) {
                return Ok(true);
            }
            // Each level is one on Rust's stack too, and on CPython's own count.
            if vm.stack.len() + vm.repr_running.len() >= vm.most_below.min(DEEPEST_REPR) {
                return Err(vm.recursion_error(
                    "maximum recursion depth exceeded while getting the repr of an object",
                ));
            }
            vm.repr_running.push(address);
            Ok(false)
        });
        if nested? {
            return Ok(match value {
                Value::List(_) => "[...]",
                Value::Dict(_) => "{...}",
                Value::Tuple(_) => "(...)",
                Value::Set(_) => "set(...)",
                Value::FrozenSet(_) => "frozenset(...)",
                _ => "...",
            }
            .to_owned());
        }
        let result = container_items(cx, value).await;
        cx.with(|vm| vm.repr_running.retain(|a| *a != address));
        result
    })
}

async fn container_items(cx: &Cx, value: &Value) -> Result<String, Raise> {
    let mut out = String::new();
    match value {
        Value::List(list) => {
            out.push('[');
            join(cx, &mut out, &list.to_vec()).await?;
            out.push(']');
        }
        Value::Tuple(tuple) => {
            out.push('(');
            join(cx, &mut out, tuple.items()).await?;
            out.push_str(if tuple.items().len() == 1 { ",)" } else { ")" });
        }
        Value::Dict(dict) => {
            let table = dict.table.borrow().clone();
            out.push('{');
            for (i, entry) in table.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                out.push_str(cx.repr(&entry.key).await?.as_str());
                out.push_str(": ");
                out.push_str(cx.repr(&entry.value).await?.as_str());
                cx.with(|vm| vm.has_room(out.len()))?;
            }
            out.push('}');
        }
        Value::Set(set) => {
            let items: Vec<Value> = set
                .table
                .borrow()
                .iter()
                .map(|(_, key)| key.clone())
                .collect();
            if items.is_empty() {
                return Ok("set()".to_owned());
            }
            out.push('{');
            join(cx, &mut out, &items).await?;
            out.push('}');
        }
        Value::FrozenSet(set) => {
            let items: Vec<Value> = set.table.iter().map(|(_, key)| key.clone()).collect();
            if items.is_empty() {
                return Ok("frozenset()".to_owned());
            }
            out.push_str("frozenset({");
            join(cx, &mut out, &items).await?;
            out.push_str("})");
        }
        Value::Slice(slice) => {
            out.push_str("slice(");
            join(
                cx,
                &mut out,
                &[slice.start.clone(), slice.stop.clone(), slice.step.clone()],
            )
            .await?;
            out.push(')');
        }
        Value::Method(method) => {
            let receiver = cx.repr(&method.receiver).await?;
            let text = cx.with(|vm| match &method.function {
                Value::Function(f) => {
                    format!("<bound method {} of {receiver}>", f.qualname.borrow())
                }
                Value::Native(f) => {
                    let name = vm.type_name(&method.receiver);
                    let address = vm.fake_address(&method.receiver);
                    if super::receiver::is_slot(f) {
                        let method = f.def.name;
                        format!("<method-wrapper '{method}' of {name} object at {address:#x}>")
                    } else {
                        format!(
                            "<built-in method {} of {name} object at {address:#x}>",
                            f.def.name
                        )
                    }
                }
                _ => format!("<bound method of {receiver}>"),
            });
            out.push_str(&text);
        }
        other => return Ok(cx.with(|vm| vm.default_repr(other))),
    }
    Ok(out)
}

async fn join(cx: &Cx, out: &mut String, items: &[Value]) -> Result<(), Raise> {
    for (i, item) in items.iter().enumerate() {
        cx.with(|vm| vm.has_room(out.len()))?;
        if i > 0 {
            out.push_str(", ");
        }
        if matches!(item, Value::List(_) | Value::Tuple(_) | Value::Dict(_)) {
            out.push_str(&container_repr(cx, item).await?);
        } else {
            out.push_str(cx.repr(item).await?.as_str());
        }
    }
    Ok(())
}

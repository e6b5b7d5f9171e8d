//! `print` and `input`.

use crate::object::{NativeDef, Raise, StrRef, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("input", input, 0, 1),
    NativeDef::function("print", print, 0, 0).any_keywords(),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

/// The text between or after the values; None stands for the usual one.
fn separator(vm: &mut Vm, name: &str, given: Option<Value>, usual: &str) -> Result<StrRef, Raise> {
    match given.map(|value| vm.unwrap_base(value)) {
        None | Some(Value::None) => Ok(intern(usual)),
        Some(Value::Str(text)) => Ok(text),
        Some(other) => {
            let given = vm.type_name(&other);
            Err(vm.type_error(format!("{name} must be None or a string, not {given}")))
        }
    }
}

fn print(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (mut sep, mut end, mut file, mut flush) = (None, None, Value::None, Value::Bool(false));
    for (name, value) in args.take_keywords() {
        match name.as_str() {
            "sep" => sep = Some(value),
            "end" => end = Some(value),
            "file" => file = value,
            "flush" => flush = value,
            _ => {
                return Err(vm.type_error(format!(
                    "'{name}' is an invalid keyword argument for print()"
                )));
            }
        }
    }
    let sep = separator(vm, "sep", sep, " ")?;
    let end = separator(vm, "end", end, "\n")?;
    let file = if file.is_none() {
        vm.redirected_stdout()
    } else {
        Some(file)
    };
    if file.is_none()
        && args
            .values
            .iter()
            .all(|v| matches!(v, Value::Str(_) | Value::Int(_)))
    {
        // The usual case at once.
        let mut text = String::new();
        for (i, value) in args.values.iter().enumerate() {
            if i > 0 {
                text.push_str(sep.as_str());
            }
            match value {
                Value::Str(s) => {
                    if s.has_surrogates() {
                        vm.write_stdout(&text)?;
                        text.clear();
                        vm.write_stdout(s.as_str())?;
                    }
                    text.push_str(s.as_str());
                }
                Value::Int(n) => text.push_str(&n.to_string()),
                _ => {}
            }
        }
        text.push_str(end.as_str());
        vm.write_stdout(&text)?;
        return Ok(Value::None);
    }
    let values = args.values;
    match file {
        Some(Value::None) => return Ok(Value::None),
        Some(file) => {
            return vm.run_async("print", move |cx| async move {
                print_to(&cx, &values, &sep, &end, &file).await?;
                if cx.truth(&flush).await? {
                    cx.call_method(&file, "flush", []).await?;
                }
                Ok(Value::None)
            });
        }
        None => {}
    }
    vm.run_async("print", move |cx| async move {
        let mut text = String::new();
        for (i, value) in values.iter().enumerate() {
            if i > 0 {
                text.push_str(sep.as_str());
            }
            match cx.str(value).await {
                Ok(part) => {
                    if part.has_surrogates() {
                        cx.with(|vm| vm.write_stdout(&text))?;
                        text.clear();
                        cx.with(|vm| vm.write_stdout(part.as_str()))?;
                    }
                    text.push_str(part.as_str());
                }
                Err(raise) => {
                    // What came before has been printed.
                    cx.with(|vm| vm.write_stdout(&text))?;
                    return Err(raise);
                }
            }
        }
        text.push_str(end.as_str());
        cx.with(|vm| vm.write_stdout(&text))?;
        Ok(Value::None)
    })
}

/// Prints to a file, whose `write` is called for every part: values,
/// separators, the end.
async fn print_to(
    cx: &Cx,
    values: &[Value],
    sep: &StrRef,
    end: &StrRef,
    file: &Value,
) -> Result<(), Raise> {
    let write = cx.get_attr(file, &intern("write")).await?;
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            cx.call(&write, [Value::Str(Rc::clone(sep))]).await?;
        }
        let text = cx.str(value).await?;
        cx.call(&write, [Value::Str(text)]).await?;
    }
    cx.call(&write, [Value::Str(Rc::clone(end))]).await?;
    Ok(())
}

impl Vm {
    /// `sys.stdout`, if the program has put something of its own there.
    pub(crate) fn redirected_stdout(&self) -> Option<Value> {
        self.redirected("stdout")
    }

    /// What the program has put in place of an object of `sys` that is kept
    /// there under a second name, too.
    pub(crate) fn redirected(&self, name: &str) -> Option<Value> {
        let Value::Module(sys) = self.modules.get_name(&intern("sys"))? else {
            return None;
        };
        let current = sys.dict.get_name(&intern(name))?;
        let original = sys.dict.get_name(&intern(&format!("__{name}__")))?;
        (!current.is(&original)).then_some(current)
    }
}

/// Reads a line; a `sys.stdin` that the program put there is asked instead.
fn input(vm: &mut Vm, mut args: Args) -> NativeResult {
    let prompt = args.optional(0);
    let (stdin, stdout) = (vm.redirected("stdin"), vm.redirected_stdout());
    vm.run_async("input", move |cx| async move {
        if let Some(prompt) = prompt {
            let text = cx.str(&prompt).await?;
            match &stdout {
                Some(file) => drop(cx.call_method(file, "write", [Value::Str(text)]).await?),
                None => cx.with(|vm| vm.write_stdout(text.as_str()))?,
            }
        }
        let line = match stdin {
            Some(stdin) => cx.call_method(&stdin, "readline", []).await?,
            None => {
                let line = cx.with(Vm::read_line);
                cx.finish(line).await?
            }
        };
        let Some(line) = cx.with(|vm| vm.text_of(&line)) else {
            return Err(cx.with(|vm| vm.type_error("object.readline() returned non-string")));
        };
        if line.is_empty() {
            return Err(cx.with(|vm| vm.error(&vm.types.eof_error, "EOF when reading a line")));
        }
        let text = line.as_str();
        Ok(Value::str(text.strip_suffix('\n').unwrap_or(text)))
    })
}

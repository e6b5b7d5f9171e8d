//! `compile`, `exec`, `eval` and `__import__`.

use crate::code::{Code, CodeKind};
use crate::compile::{Mode, Options};
use crate::object::{DictObj, NativeDef, Raise, Str, Value, intern};
use crate::syntax::{LineIndex, check_one_statement};
use crate::vm::{Args, Frame, NativeResult, Vm, import_absolute};
use std::rc::Rc;

use super::{source_encoding, syntax_error};

/// Puts the functions in place.
pub(crate) fn install(vm: &Vm) {
    let namespace = Rc::clone(&vm.builtins);
    vm.add_functions(&namespace, "builtins", FUNCTIONS);
}

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("compile", compile, 3, 7).with_params(&[
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
        "_feature_version",
    ]),
    NativeDef::function("exec", exec, 1, 4)
        .with_params(&["source", "globals", "locals", "closure"]),
    NativeDef::function("eval", eval, 1, 3).with_params(&["source", "globals", "locals"]),
    NativeDef::function("__import__", import, 1, 5)
        .with_params(&["name", "globals", "locals", "fromlist", "level"]),
];

/// Bytes of tree and code that a byte of a program's text may become.
const CODE_PER_BYTE: usize = 150;

fn source_text(vm: &Vm, value: &Value, what: &str) -> Result<String, Raise> {
    let value = vm.unwrap_base(value.clone());
    let length = match &value {
        Value::Str(text) => text.as_str().len(),
        Value::Bytes(bytes) => bytes.0.len(),
        _ => 0,
    };
    vm.charge(length.saturating_mul(CODE_PER_BYTE))?;
    match value {
        Value::Str(text) => {
            // Source is read as UTF-8.
            if text.has_surrogates() {
                vm.encode_text(&text, &Str::new("utf-8"), &Str::new("strict"))?;
            }
            source_encoding::check_zeros(vm, text.as_str())?;
            Ok(text.to_string())
        }
        Value::Bytes(bytes) => {
            let text = String::from_utf8_lossy(&bytes.0).into_owned();
            source_encoding::check(vm, &text, "<string>")?;
            Ok(text)
        }
        _ => {
            let last = if what.starts_with("compile") {
                "AST"
            } else {
                "code"
            };
            Err(vm.type_error(format!("{what} must be a string, bytes or {last} object")))
        }
    }
}

fn compile(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (source, file, mode) = (args.take(0), args.take(1), args.take(2));
    if let Value::Code(_) = source {
        return Ok(source);
    }
    let flags = match args.take(3) {
        Value::Int(flags) => flags,
        _ => 0,
    };
    let is_tree = matches!(vm.unwrap_base(source.clone()), Value::Instance(_));
    if is_tree || flags & ONLY_AST != 0 {
        return through_trees(vm, source, file, mode, flags);
    }
    let text = source_text(vm, &source, "compile() arg 1")?;
    let mode = match mode.as_str() {
        Some("exec") => Mode::Exec,
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let file = file.as_str().unwrap_or("<string>").to_owned();
    let options = Options {
        top_level_await: flags & ALLOW_TOP_LEVEL_AWAIT != 0,
        ..vm.separate_options()
    };
    if mode == Mode::Single
        && let Err(problem) = check_one_statement(&LineIndex::new(&text))
    {
        return Err(syntax_error::exception(vm, &problem, &text, &file, mode));
    }
    let code = vm.compile_made(&text, &file, mode, options)?;
    after_warnings(vm, "compile", code, |_, code| Ok(Value::Code(code)))
}

/// Shows what the compiler warns of, then goes on with the code.
fn after_warnings(
    vm: &mut Vm,
    caller: &'static str,
    code: Rc<Code>,
    then: impl FnOnce(&mut Vm, Rc<Code>) -> NativeResult + 'static,
) -> NativeResult {
    let warnings = code.file.warnings.take();
    if warnings.is_empty() {
        return then(vm, code);
    }
    vm.run_async(caller, move |cx| async move {
        let module = import_absolute(&cx, "warnings").await?;
        for (_, line, message) in warnings {
            let category = cx.with(|vm| Value::Class(Rc::clone(&vm.types.syntax_warning)));
            let file = Value::Str(Rc::clone(&code.file.name));
            let args = [
                Value::str(&message),
                category,
                file,
                Value::Int(line.into()),
            ];
            cx.call_method(&module, "warn_explicit", args).await?;
        }
        let result = cx.with(|vm| then(vm, code));
        cx.finish(result).await
    })
}

/// `compile` to or from a tree of the module `ast`: trees are made and written
/// as text again in Python.
fn through_trees(vm: &mut Vm, source: Value, file: Value, mode: Value, flags: i64) -> NativeResult {
    vm.run_async("compile", move |cx| async move {
        let ast = import_absolute(&cx, "ast").await?;
        if flags & ONLY_AST != 0 {
            return cx.call_method(&ast, "parse", [source, file, mode]).await;
        }
        let text = cx
            .call_method(&ast, "_source_of", [source, mode.clone()])
            .await?;
        let args = [text, file, mode, Value::Int(flags)];
        let made = cx.with(|vm| compile(vm, Args::positional(args)));
        cx.finish(made).await
    })
}

/// `ast.PyCF_ONLY_AST`
const ONLY_AST: i64 = 0x400;

/// `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`
const ALLOW_TOP_LEVEL_AWAIT: i64 = 0x2000;

/// Where the names of a text are looked up.
struct Namespaces {
    globals: Rc<DictObj>,
    /// `None`: the globals.
    locals: Option<Rc<DictObj>>,
    /// Locals that find and keep names in their own way; else `Undefined`.
    mapping: Value,
}

/// The namespaces that the arguments, or the caller's frame, give.
fn namespaces(vm: &mut Vm, args: &mut Args, name: &str) -> Result<Namespaces, Raise> {
    let none = |v: Value| if v.is_none() { Value::Undefined } else { v };
    let (globals, given) = (none(args.take(1)), none(args.take(2)));
    let mut mapping = Value::Undefined;
    let locals = match vm.unwrap_base(given.clone()) {
        Value::Undefined => None,
        Value::Dict(dict) => {
            if matches!(given, Value::Instance(_)) {
                mapping = given;
            }
            Some(dict)
        }
        Value::Instance(_) if vm.type_attr(&given, &vm.names.getitem).is_some() => {
            mapping = given;
            Some(DictObj::empty())
        }
        other => {
            let kind = vm.type_name(&other);
            return Err(vm.type_error(if name == "exec" {
                format!("locals must be a mapping or None, not {kind}")
            } else {
                "locals must be a mapping".to_owned()
            }));
        }
    };
    let made = |globals, locals| Namespaces {
        globals,
        locals,
        mapping,
    };
    match vm.unwrap_base(globals.clone()) {
        Value::Dict(globals) => {
            let builtins = intern("__builtins__");
            if globals.get_name(&builtins).is_none() {
                globals.set_name(&builtins, Value::Dict(Rc::clone(&vm.builtins)));
            }
            Ok(made(globals, locals))
        }
        Value::Undefined => {
            let Some(frame) = vm.caller_frame() else {
                return Ok(made(DictObj::empty(), locals));
            };
            let globals = Rc::clone(&frame.function.globals);
            let at = frame.pc.saturating_sub(1);
            let is_plain = frame.code.inlined_at(at).next().is_none();
            let own = if is_plain && frame.code.has_namespace && frame.namespace.is_none() {
                None
            } else {
                Some(super::frame::locals_of(frame))
            };
            Ok(made(globals, locals.or(own)))
        }
        other => {
            let got = vm.type_name(&other);
            let message = match (name, vm.type_attr(&globals, &vm.names.getitem).is_some()) {
                ("exec", _) => format!("exec() globals must be a dict, not {got}"),
                (_, true) => "globals must be a real dict; try eval(code, {}, mapping)".to_owned(),
                (_, false) => "globals must be a dict".to_owned(),
            };
            Err(vm.type_error(message))
        }
    }
}

fn run(vm: &mut Vm, code: Rc<Code>, names: Namespaces, caller: &str) -> NativeResult {
    if code.free_count > 0 {
        return Err(vm.type_error(format!(
            "code object passed to {caller}() may not contain free variables"
        )));
    }
    let function = vm.module_function(code, &names.globals);
    let mut frame = vm.bind_function(&function, Args::default())?;
    frame.set_namespace(names.locals.unwrap_or(names.globals), names.mapping);
    if frame.code.kind == CodeKind::Coroutine {
        // It has an `await` outside of functions: it is not run, but awaited.
        return Ok(vm.make_generator(frame));
    }
    vm.pending.push(Frame::Python(frame));
    Ok(Value::Undefined)
}

fn exec(vm: &mut Vm, mut args: Args) -> NativeResult {
    let source = args.take(0);
    let names = namespaces(vm, &mut args, "exec")?;
    let code = match source {
        Value::Code(code) => code,
        other => {
            let text = source_text(vm, &other, "exec() arg 1")?;
            vm.compile_separate(&text, "<string>", Mode::Exec)?
        }
    };
    after_warnings(vm, "exec", code, |vm, code| {
        if !run(vm, code, names, "exec")?.is_undefined() {
            return Ok(Value::None);
        }
        let frames = std::mem::take(&mut vm.pending);
        vm.run_after(frames, |_, _| Ok(Value::None))
    })
}

fn eval(vm: &mut Vm, mut args: Args) -> NativeResult {
    let source = args.take(0);
    let names = namespaces(vm, &mut args, "eval")?;
    let code = match source {
        Value::Code(code) => code,
        other => {
            let text = source_text(vm, &other, "eval() arg 1")?;
            vm.compile_separate(text.trim_start_matches([' ', '\t']), "<string>", Mode::Eval)?
        }
    };
    after_warnings(vm, "eval", code, |vm, code| run(vm, code, names, "eval"))
}

fn import(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Str(name) = args.take(0) else {
        return Err(vm.type_error("module name must be a string"));
    };
    let (globals, from, level) = (args.take(1), args.take(3), args.take(4));
    let level = if let Value::Int(level) = level {
        level
    } else {
        0
    };
    let globals = match globals {
        Value::Dict(globals) => globals,
        _ => DictObj::empty(),
    };
    let from = match from {
        Value::List(names) => Value::tuple(names.to_vec()),
        from => from,
    };
    vm.import_in(&globals, name.as_str(), level, &from)
}

impl Vm {
    /// Compiles a text whose names live in a namespace given when it runs.
    fn compile_separate(&mut self, text: &str, file: &str, mode: Mode) -> Result<Rc<Code>, Raise> {
        let options = self.separate_options();
        self.compile_made(text, file, mode, options)
    }

    fn separate_options(&self) -> Options {
        Options {
            separate_namespace: true,
            from_value: true,
            lines: self.log.is_recording(),
            ..Options::default()
        }
    }
}

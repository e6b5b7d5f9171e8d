//! Modules and `import` (Python reference, 5 and 7.11).

use super::{Args, Frame, NativeResult, PyFrame, Vm};
use crate::builtins::{source_encoding, syntax_error};
use crate::code::SourceFile;
use crate::object::{CellObj, DictObj, Function, Module, Raise, StrRef, Value, intern};
use crate::syntax::Stage;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// A module written in Rust.
#[derive(Clone, Copy, Debug)]
pub struct NativeModule {
    /// The name to import.
    pub name: &'static str,
    /// Fills its namespace on first import.
    pub init: fn(&mut Vm, &Rc<DictObj>) -> Result<(), Raise>,
}

impl Vm {
    /// A module of `sys.modules`; objects of other classes may be there, too.
    pub(super) fn module_named(&self, name: &str) -> Option<Rc<Module>> {
        match self.unwrap_base(self.modules.get_name(&intern(name))?) {
            Value::Module(module) => Some(module),
            _ => None,
        }
    }

    /// Makes a native module importable.
    pub fn register_module(&mut self, module: NativeModule) {
        self.native_modules.insert(module.name, module);
    }

    /// The modules that are not in Python.
    pub(crate) fn native_names(&self) -> impl Iterator<Item = &'static str> {
        self.native_modules.keys().copied()
    }

    /// Names that `import` finds, in no order, some of them twice.
    pub(crate) fn module_names(&self) -> impl Iterator<Item = &'static str> {
        self.native_names().chain(self.options.library.names())
    }

    /// Names that `import` finds, sorted.
    pub fn importable(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.module_names()
            .for_each(|name| put_in_order(&mut names, name));
        names
    }

    /// A new module object with the usual names.
    pub fn new_module(&mut self, name: &str) -> Rc<Module> {
        let dict: Rc<DictObj> = DictObj::empty();
        let name = intern(name);
        dict.set_name(&self.names.name, Value::Str(Rc::clone(&name)));
        dict.set_name(&self.names.doc, Value::None);
        dict.set_name(&intern("__package__"), Value::str(""));
        dict.set_name(&intern("__loader__"), Value::None);
        dict.set_name(&self.names.spec, Value::None);
        Rc::new(Module {
            name,
            dict,
            own_class: OnceCell::new(),
        })
    }

    /// Compiles the text of a module; SyntaxError as an exception.
    pub fn compile(
        &mut self,
        source: &str,
        file: &str,
        mode: crate::compile::Mode,
        is_library: bool,
    ) -> Result<Rc<crate::code::Code>, Raise> {
        let options = crate::compile::Options {
            lines: self.options.lines && self.log.is_recording() && !is_library,
            ..Default::default()
        };
        let file_of_code = Rc::new(SourceFile {
            name: intern(file),
            text: Rc::from(source),
            is_library,
            ..SourceFile::default()
        });
        if !is_library {
            self.sources
                .insert(file.into(), Rc::clone(&file_of_code.text));
        }
        self.compile_source_file(&file_of_code, mode, options)
    }

    /// Compiles a text that a program has made, with choices of its own. Whatever name
    /// it gives, no file has the lines, but for the texts that `doctest` makes known.
    pub(crate) fn compile_made(
        &mut self,
        source: &str,
        file: &str,
        mode: crate::compile::Mode,
        options: crate::compile::Options,
    ) -> Result<Rc<crate::code::Code>, Raise> {
        let file_of_code = Rc::new(SourceFile {
            name: intern(file),
            text: Rc::from(source),
            has_no_file: !file.starts_with("<doctest "),
            ..SourceFile::default()
        });
        self.compile_source_file(&file_of_code, mode, options)
    }

    /// Compiles a source file with choices of its own.
    pub(crate) fn compile_source_file(
        &mut self,
        file: &Rc<SourceFile>,
        mode: crate::compile::Mode,
        options: crate::compile::Options,
    ) -> Result<Rc<crate::code::Code>, Raise> {
        match crate::compile::compile_file(file, mode, options) {
            Ok(code) => {
                if let Err(why) = code.verify() {
                    return Err(self.system_error(format!("the compiler made invalid code: {why}")));
                }
                Ok(code)
            }
            Err(problem) => {
                let (text, name) = (file.text(), file.name.as_str());
                let raise = syntax_error::exception(self, &problem, text, name, mode);
                if options.from_value && problem.stage == Stage::Compiler {
                    // What comes behind the parser reads the line from the file.
                    raise.0.dict().set_name(&intern("text"), Value::None);
                }
                Err(raise)
            }
        }
    }

    /// `__builtins__` of a namespace: the module in `__main__`, its namespace
    /// everywhere else.
    fn builtins_of(&self, globals: &Rc<DictObj>) -> Value {
        let main = self.modules.get_name(&self.names.main);
        if let Some(Value::Module(main)) = main
            && Rc::ptr_eq(&main.dict, globals)
            && let Some(module) = self.modules.get_name(&intern("builtins"))
        {
            return module;
        }
        Value::Dict(Rc::clone(&self.builtins))
    }

    /// A function that runs the code of a module in a namespace.
    pub fn module_function(
        &mut self,
        code: Rc<crate::code::Code>,
        globals: &Rc<DictObj>,
    ) -> Rc<Function> {
        let builtins = self.names.builtins.clone();
        if globals.get_name(&builtins).is_none() {
            globals.set_name(&builtins, self.builtins_of(globals));
        }
        Rc::new(Function {
            name: RefCell::new(Rc::clone(&code.name)),
            qualname: RefCell::new(Rc::clone(&code.qualname)),
            code: RefCell::new(code),
            globals: Rc::clone(globals),
            defaults: RefCell::default(),
            keyword_defaults: RefCell::default(),
            keywords_fit: Cell::default(),
            closure: Box::<[Rc<CellObj>]>::default(),
            extra: OnceCell::new(),
            id: Cell::new(0),
            watched: Cell::new(false),
        })
    }

    /// A frame that runs the body of a module; the call's result is the module.
    pub(super) fn module_frame(
        &mut self,
        code: Rc<crate::code::Code>,
        module: &Rc<Module>,
    ) -> Result<Box<PyFrame>, Raise> {
        let function = self.module_function(code, &module.dict);
        let mut frame = self.bind_function(&function, Args::default())?;
        frame.makes = Value::Module(Rc::clone(module));
        Ok(frame)
    }

    /// `import name`: `__import__(name, globals, locals, from_list, level)`.
    pub(crate) fn import_name(
        &mut self,
        frame: &PyFrame,
        name: &StrRef,
        level: i64,
        from: &Value,
    ) -> NativeResult {
        if let Some(own) = self.replaced_import() {
            let globals = Value::Dict(Rc::clone(&frame.function.globals));
            let from = if from.is_undefined() {
                &Value::None
            } else {
                from
            };
            let args = [
                Value::Str(Rc::clone(name)),
                globals,
                Value::None,
                from.clone(),
                Value::Int(level),
            ];
            return self.call(&own, Args::positional(args));
        }
        self.import_in(&frame.function.globals, name.as_str(), level, from)
    }

    /// The program's own `builtins.__import__`, if it has put one there.
    fn replaced_import(&self) -> Option<Value> {
        let Some(Value::Module(builtins)) = self.modules.get_name(&intern("builtins")) else {
            return None;
        };
        let import = builtins.dict.get_name(&intern("__import__"))?;
        (!matches!(import, Value::Native(_))).then_some(import)
    }

    /// Imports as the code of a module with these globals would. `from` has
    /// the names of `from … import`; without them the top package is given.
    pub(crate) fn import_in(
        &mut self,
        globals: &DictObj,
        name: &str,
        level: i64,
        from: &Value,
    ) -> NativeResult {
        let absolute = self.absolute_name(globals, name, level)?;
        let from_list = match from {
            Value::Tuple(names) => names
                .items()
                .iter()
                .filter_map(|n| n.as_str().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        };
        let wanted = if from_list.is_empty() {
            absolute.split('.').next().unwrap_or("").to_owned()
        } else {
            absolute.clone()
        };
        // The usual case: everything is there already.
        if from_list
            .iter()
            .all(|n| !self.is_submodule(&absolute, n) && !self.may_have_submodule(&absolute, n))
            && let (Some(known), Some(module)) = (
                self.modules.get_name(&intern(&absolute)),
                self.modules.get_name(&intern(&wanted)),
            )
            && !known.is_none()
        {
            return Ok(module);
        }
        self.run_async("import", move |cx| async move {
            import_chain(&cx, &absolute).await?;
            for name in &from_list {
                let sub = format!("{absolute}.{name}");
                if cx.with(|vm| vm.is_submodule(&absolute, name)) {
                    import_chain(&cx, &sub).await?;
                } else if cx.with(|vm| vm.may_have_submodule(&absolute, name)) {
                    import_submodule(&cx, &sub).await?;
                }
            }
            Ok(cx.with(|vm| vm.modules.get_name(&intern(&wanted)).unwrap_or(Value::None)))
        })
    }

    fn is_submodule(&self, package: &str, name: &str) -> bool {
        self.comes_with_us(&format!("{package}.{name}"))
    }

    /// Whether a module of the library is written in Rust.
    pub(crate) fn is_native_module(&self, name: &str) -> bool {
        self.native_modules.contains_key(name) || name == "builtins"
    }

    /// Whether a module is of the library.
    pub(super) fn comes_with_us(&self, name: &str) -> bool {
        self.options.library.has(name) || self.native_modules.contains_key(name)
    }

    fn absolute_name(&self, globals: &DictObj, name: &str, level: i64) -> Result<String, Raise> {
        if level == 0 {
            return Ok(name.to_owned());
        }
        let package = match globals.get_name(&intern("__package__")) {
            Some(Value::Str(package)) if !package.is_empty() => package.to_string(),
            _ => {
                return Err(
                    self.import_error("attempted relative import with no known parent package")
                );
            }
        };
        let mut parts: Vec<&str> = package.split('.').collect();
        for _ in 1..level {
            if parts.pop().is_none() || parts.is_empty() {
                return Err(self.import_error("attempted relative import beyond top-level package"));
            }
        }
        let base = parts.join(".");
        Ok(if name.is_empty() {
            base
        } else {
            format!("{base}.{name}")
        })
    }

    /// Makes a module that is not in `sys.modules` yet: a module, or frames
    /// pending that give one.
    pub(super) fn load_module(&mut self, name: &str) -> NativeResult {
        if let Some(native) = self.native_modules.get(name).copied() {
            let module = self.new_module(name);
            self.modules
                .set_name(&intern(name), Value::Module(Rc::clone(&module)));
            if let Err(raise) = (native.init)(self, &module.dict) {
                self.modules.remove_name(&intern(name));
                return Err(raise);
            }
            return Ok(Value::Module(module));
        }
        let Some(is_package) = self.options.library.is_package(name) else {
            return Err(self.no_module(name));
        };
        let code = match self.options.library.code(name) {
            Ok(code) => code,
            Err(why) => {
                let message = format!("the module '{name}' could not be loaded: {why}");
                let names = [("name", Value::str(name))];
                return Err(self.error_with(&self.types.import_error, message, &names));
            }
        };
        let module = self.new_module(name);
        let package = if is_package {
            name
        } else {
            name.rsplit_once('.').map_or("", |(parent, _)| parent)
        };
        module
            .dict
            .set_name(&intern("__package__"), Value::str(package));
        let file = Value::Str(Rc::clone(&code.file.name));
        module.dict.set_name(&self.names.file, file);
        if is_package {
            module
                .dict
                .set_name(&self.names.path, Value::list(Vec::new()));
        }
        self.modules
            .set_name(&intern(name), Value::Module(Rc::clone(&module)));
        let frame = self.module_frame(code, &module)?;
        self.pending.push(Frame::Python(frame));
        Ok(Value::Undefined)
    }

    #[cold]
    fn no_module(&self, name: &str) -> Raise {
        let parent = name.split('.').next().unwrap_or(name);
        let known = self.options.library.has(parent) || self.native_modules.contains_key(parent);
        let made = self
            .module_named(parent)
            .is_some_and(|module| module.dict.get_name(&self.names.path).is_none());
        let message = if (known || made) && parent != name {
            let package = name.rsplit_once('.').map_or(parent, |(p, _)| p);
            if self.options.library.is_package(package) == Some(true) {
                format!("No module named '{name}'")
            } else {
                format!("No module named '{name}'; '{package}' is not a package")
            }
        } else {
            format!("No module named '{name}'")
        };
        let note = Value::string(self.what_there_is(name, parent));
        self.error_with(
            &self.types.module_not_found_error,
            message,
            &[
                ("name", Value::str(name)),
                ("__notes__", Value::list(vec![note])),
            ],
        )
    }

    /// The sentence after a failed import: which modules there are.
    fn what_there_is(&self, name: &str, parent: &str) -> String {
        let inside = format!("{parent}.");
        let (mut names, place) = if name == parent {
            let all = self.importable().into_iter();
            (
                all.filter(|n| !n.starts_with('_') && !n.contains('.'))
                    .collect::<Vec<_>>(),
                "The playground has the standard library's modules".to_owned(),
            )
        } else {
            let all = self.importable().into_iter();
            (
                all.filter(|n| n.starts_with(&inside) && !n.contains("._"))
                    .collect::<Vec<_>>(),
                format!("Of the package '{parent}' the playground has"),
            )
        };
        match names.pop() {
            Some(last) if names.is_empty() => format!("{place} {last}."),
            Some(last) => format!("{place} {} and {last}.", names.join(", ")),
            None => "The playground cannot install packages.".to_owned(),
        }
    }

    /// `from module import name`
    pub(crate) fn import_from(&mut self, module: &Value, name: &StrRef) -> NativeResult {
        match self.load_attr(module, name) {
            // The module's own `__getattr__` runs.
            Ok(Value::Undefined) => {
                let (module, name) = (module.clone(), Rc::clone(name));
                let frames = std::mem::take(&mut self.pending);
                self.run_async("import", move |cx| async move {
                    cx.with(|vm| vm.pending = frames);
                    let found = cx.finish(Ok(Value::Undefined)).await;
                    cx.with(|vm| vm.imported_name(&module, &name, found))
                })
            }
            found => self.imported_name(module, name, found),
        }
    }

    /// Whether the body of a module from a file still runs.
    pub(super) fn is_initializing(&self, module: &Module) -> bool {
        let spec = module.dict.get_name(&self.names.spec);
        let attributes = spec.and_then(|spec| self.own_dict(&spec));
        let known = attributes.and_then(|dict| dict.get_name(&intern("_initializing")));
        matches!(known, Some(Value::Bool(true)))
    }

    /// What came of looking `name` up in a module: else a submodule is meant.
    fn imported_name(
        &mut self,
        module: &Value,
        name: &StrRef,
        found: NativeResult,
    ) -> NativeResult {
        match found {
            Err(raise) if raise.class().is_subclass_of(&self.types.attribute_error) => {
                let own = match module {
                    Value::Module(m) => m.name.to_string(),
                    _ => "<unknown module name>".to_owned(),
                };
                if let Some(found) = self.modules.get_name(&intern(&format!("{own}.{name}"))) {
                    return Ok(found);
                }
                let place = match module {
                    Value::Module(m) => match m.dict.get_name(&self.names.file) {
                        Some(Value::Str(file)) => file.to_string(),
                        _ => "unknown location".to_owned(),
                    },
                    _ => "unknown location".to_owned(),
                };
                let unfinished = matches!(module, Value::Module(m) if self.is_initializing(m));
                let message = if unfinished {
                    format!(
                        "cannot import name '{name}' from partially initialized module '{own}' \
                         (most likely due to a circular import) ({place})"
                    )
                } else {
                    format!("cannot import name '{name}' from '{own}' ({place})")
                };
                Err(self.error_with(
                    &self.types.import_error,
                    message,
                    &[
                        ("name", Value::str(&own)),
                        ("name_from", Value::Str(Rc::clone(name))),
                    ],
                ))
            }
            other => other,
        }
    }

    /// `from module import *`
    pub(crate) fn import_star(&mut self, module: &Value, namespace: Rc<DictObj>) -> NativeResult {
        let Value::Module(module) = &self.unwrap_base(module.clone()) else {
            return Ok(Value::None);
        };
        let names: Vec<StrRef> = match module.dict.get_name(&self.names.all) {
            Some(all) => match self.collect_now(&all) {
                Some(items) => items?
                    .iter()
                    .filter_map(|n| {
                        if let Value::Str(s) = n {
                            Some(Rc::clone(s))
                        } else {
                            None
                        }
                    })
                    .collect(),
                None => Vec::new(),
            },
            None => {
                let mut names = self.module_dir(module);
                names.retain(|name| !name.as_str().starts_with('_'));
                names
            }
        };
        let missing = names
            .iter()
            .any(|name| module.dict.get_name(name).is_none());
        if missing {
            // The module makes some of its names when they are asked for.
            let package = module.name.to_string();
            let module = Value::Module(Rc::clone(module));
            return self.run_async("import *", move |cx| async move {
                for name in names {
                    if cx.with(|vm| vm.may_have_submodule(&package, name.as_str())) {
                        import_submodule(&cx, &format!("{package}.{name}")).await?;
                    }
                    let value = cx.get_attr(&module, &name).await?;
                    namespace.set_name(&intern(name.as_str()), value);
                }
                Ok(Value::None)
            });
        }
        for name in names {
            if let Some(value) = module.dict.get_name(&name) {
                namespace.set_name(&intern(name.as_str()), value);
            }
        }
        Ok(Value::None)
    }

    /// Starts a program: its module is `__main__`.
    pub fn start_program(&mut self, source: &str, file: &str) -> Result<(), Raise> {
        super::finalize::announce_ends(true);
        let module = self.new_module("__main__");
        self.modules
            .set_name(&self.names.main, Value::Module(Rc::clone(&module)));
        let builtins = self.builtins_of(&module.dict);
        for (name, value) in [
            ("__package__", Value::None),
            ("__annotations__", Value::Dict(DictObj::empty())),
            ("__builtins__", builtins),
            ("__file__", Value::str(file)),
            ("__cached__", Value::None),
        ] {
            module.dict.set_name(&intern(name), value);
        }
        source_encoding::check(self, source, file)?;
        let code = self.compile(source, file, crate::compile::Mode::Exec, false)?;
        for (_, line, message) in &*code.file.warnings.borrow() {
            let text = source.lines().nth((*line as usize).saturating_sub(1));
            let text = text.unwrap_or_default().trim();
            self.write_stderr(&format!(
                "{file}:{line}: SyntaxWarning: {message}\n  {text}\n"
            ));
        }
        let frame = self.module_frame(code, &module)?;
        self.stack.push(Frame::Python(frame));
        Ok(())
    }
}

/// Imports a name of `from package import name` that may be no module at all.
async fn import_submodule(cx: &super::Cx, name: &str) -> Result<(), Raise> {
    let Err(raise) = import_chain(cx, name).await else {
        return Ok(());
    };
    let is_missing = cx.with(|vm| {
        raise
            .class()
            .is_subclass_of(&vm.types.module_not_found_error)
            && vm.missing_module(&raise).as_deref() == Some(name)
    });
    if is_missing { Ok(()) } else { Err(raise) }
}

/// Imports `a`, `a.b`, `a.b.c`, binding each in its parent.
async fn import_chain(cx: &super::Cx, name: &str) -> Result<(), Raise> {
    let mut end = 0;
    loop {
        end = name[end..].find('.').map_or(name.len(), |dot| end + dot);
        let part = &name[..end];
        let known = cx.with(|vm| vm.modules.get_name(&intern(part)));
        match known {
            Some(Value::None) => {
                return Err(cx.with(|vm| vm.no_module(part)));
            }
            Some(_) => {}
            None => {
                match super::import_path::load(cx, part).await {
                    Ok(module) => {
                        // The module may have replaced itself in `sys.modules`.
                        let module =
                            cx.with(|vm| vm.modules.get_name(&intern(part)).unwrap_or(module));
                        if let Some((parent, child)) = part.rsplit_once('.')
                            && let Some(parent) = cx.with(|vm| vm.module_named(parent))
                        {
                            parent.dict.set_name(&intern(child), module);
                        }
                    }
                    Err(raise) => {
                        cx.with(|vm| vm.modules.remove_name(&intern(part)));
                        return Err(raise);
                    }
                }
            }
        }
        if end == name.len() {
            return Ok(());
        }
        end += 1;
    }
}

/// `importlib.import_module` and the like: imports an absolute dotted name.
pub(crate) async fn import_absolute(cx: &super::Cx, name: &str) -> NativeResult {
    import_chain(cx, name).await?;
    Ok(cx.with(|vm| vm.modules.get_name(&intern(name)).unwrap_or(Value::None)))
}

/// Puts a name where it belongs, if it is not there. For some hundreds of them: the
/// library's way to sort is eight kilobytes.
pub(crate) fn put_in_order(names: &mut Vec<&'static str>, name: &'static str) {
    let place = names.partition_point(|other| *other < name);
    if names.get(place) != Some(&name) {
        names.insert(place, name);
    }
}

//! Arguments to parameters (Python reference, 6.3.4 "Calls" and 8.7
//! "Function definitions").

use super::fast::{begin_with, is_simple, replace};
use super::{Args, PyFrame, Vm};
use crate::object::{
    Binding, Dict, DictObj, Function, Layout, MANY, NativeDef, NativeFunction, Raise, StrRef,
    Value, str_hash,
};
use std::rc::Rc;

impl Vm {
    /// A frame about to run the function's code: its free variables are there,
    /// its parameters are not.
    #[inline(never)]
    pub(crate) fn frame_for(&mut self, function: Rc<Function>) -> Box<PyFrame> {
        let mut frame = self.frames.take(function);
        let free = usize::from(frame.code.free_count);
        if free > 0 {
            let first = frame.code.local_names.len().saturating_sub(free);
            let cells = frame.function.closure.iter();
            for (cell, register) in cells.zip(frame.registers.iter_mut().skip(first)) {
                *register = Value::Cell(Rc::clone(cell));
            }
        }
        frame
    }

    /// The same with the defaults of the parameters from the `given`-th on, but
    /// for the dict of a function that is in Rust (see [`add_keywords`]).
    #[inline]
    pub(super) fn frame_given(&mut self, function: Rc<Function>, given: usize) -> Box<PyFrame> {
        let mut frame = self.frame_for(function);
        if given < usize::from(frame.code.positional) || !frame.code.all_positional {
            fill_defaults(&mut frame, given);
        }
        frame
    }

    /// Binds the arguments of a call to a Python function.
    #[expect(
        clippy::needless_range_loop,
        reason = "parameters are registers, known by number"
    )]
    pub(crate) fn bind_function(
        &mut self,
        function: &Rc<Function>,
        args: Args,
    ) -> Result<Box<PyFrame>, Raise> {
        let code = function.code();
        // The usual call, in which nothing has to be sorted.
        if args.names.is_none() && is_simple(function, args.values.len()) {
            let mut frame = self.frame_given(Rc::clone(function), args.values.len());
            add_keywords(&mut frame);
            for (register, value) in frame.registers.iter_mut().zip(args.values) {
                *register = value;
            }
            return Ok(frame);
        }
        let positional = usize::from(code.positional);
        let keyword_only = usize::from(code.keyword_only);
        let mut frame = self.frame_for(Rc::clone(function));
        let registers = &mut frame.registers;
        let keyword_count = args.names.as_ref().map_or(0, |n| n.len());
        let given = args.values.len() - keyword_count;
        let mut values = args.values.into_iter();

        let mut extra = Vec::new();
        for index in 0..given {
            let value = values.next().unwrap_or_default();
            if index < positional {
                registers[index] = value;
            } else {
                extra.push(value);
            }
        }
        let star_register = positional + keyword_only;
        let mut too_many = false;
        if code.var_positional {
            registers[star_register] = Value::tuple(extra);
        } else {
            too_many = !extra.is_empty();
        }
        let mut keywords = code.var_keyword.then(Dict::new);
        if let Some(names) = &args.names {
            for name in names.iter() {
                let value = values.next().unwrap_or_default();
                let parameter = code.local_names[..positional + keyword_only]
                    .iter()
                    .skip(usize::from(code.positional_only))
                    .position(|p| Rc::ptr_eq(p, name) || p.as_str() == name.as_str())
                    .map(|index| index + usize::from(code.positional_only));
                match (parameter, &mut keywords) {
                    (Some(index), _) => {
                        if !registers[index].is_undefined() {
                            let worded = self.worded_in_c(function, given, Some(names));
                            let message = worded.unwrap_or_else(|| {
                                format!(
                                    "{}() got multiple values for argument '{name}'",
                                    function.qualname.borrow()
                                )
                            });
                            return Err(self.type_error(message));
                        }
                        registers[index] = value;
                    }
                    (None, Some(table)) => {
                        table.insert_new(str_hash(name), Value::Str(Rc::clone(name)), value);
                    }
                    (None, None) => {
                        let worded = self.worded_in_c(function, given, Some(names));
                        return Err(match worded {
                            Some(message) => self.type_error(message),
                            None => self.unexpected_keyword(function, name, &args.names),
                        });
                    }
                }
            }
        }
        if let Some(table) = keywords {
            let register = star_register + usize::from(code.var_positional);
            registers[register] = Value::Dict(DictObj::new(table));
        }
        if too_many {
            let worded = self.worded_in_c(function, given, args.names.as_deref());
            return Err(match worded {
                Some(message) => self.type_error(message),
                None => self.too_many_positional(function, given, registers),
            });
        }
        let defaults = Rc::clone(&function.defaults.borrow());
        let first_default = positional.saturating_sub(defaults.len());
        let mut missing = Vec::new();
        for index in 0..positional {
            if registers[index].is_undefined() {
                match index
                    .checked_sub(first_default)
                    .and_then(|i| defaults.get(i))
                {
                    Some(default) => registers[index] = default.clone(),
                    None => missing.push(Rc::clone(&code.local_names[index])),
                }
            }
        }
        if !missing.is_empty() {
            let worded = self.worded_in_c(function, given, args.names.as_deref());
            return Err(match worded {
                Some(message) => self.type_error(message),
                None => self.missing_arguments(function, &missing, "positional"),
            });
        }
        if keyword_only > 0 {
            let defaults = function.keyword_defaults.borrow().clone();
            for index in positional..positional + keyword_only {
                if registers[index].is_undefined() {
                    let name = &code.local_names[index];
                    match defaults.as_ref().and_then(|d| d.get_name(name)) {
                        Some(default) => registers[index] = default,
                        None => missing.push(Rc::clone(name)),
                    }
                }
            }
            if !missing.is_empty() {
                return Err(self.missing_arguments(function, &missing, "keyword-only"));
            }
        }
        Ok(frame)
    }

    #[cold]
    fn unexpected_keyword(
        &self,
        function: &Function,
        name: &StrRef,
        given: &Option<Rc<[StrRef]>>,
    ) -> Raise {
        let code = function.code();
        let positional_only = &code.local_names[..usize::from(code.positional_only)];
        let clash: Vec<&str> = positional_only
            .iter()
            .filter(|p| {
                given
                    .iter()
                    .flat_map(|g| g.iter())
                    .any(|n| n.as_str() == p.as_str())
            })
            .map(|p| p.as_str())
            .collect();
        let qualname = function.qualname.borrow();
        if clash.is_empty() {
            self.type_error(format!(
                "{qualname}() got an unexpected keyword argument '{name}'"
            ))
        } else {
            self.type_error(format!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{}'",
                clash.join(", ")
            ))
        }
    }

    #[cold]
    fn too_many_positional(&self, function: &Function, given: usize, registers: &[Value]) -> Raise {
        let code = function.code();
        let positional = usize::from(code.positional);
        let defaults = function.defaults.borrow().len();
        let takes = if defaults > 0 {
            // A program may set more defaults than there are parameters.
            format!(
                "from {} to {positional}",
                positional as i64 - defaults as i64
            )
        } else {
            positional.to_string()
        };
        let plural = if defaults > 0 || positional != 1 {
            "s"
        } else {
            ""
        };
        let keyword_given = registers[positional..positional + usize::from(code.keyword_only)]
            .iter()
            .filter(|v| !v.is_undefined())
            .count();
        let was = if keyword_given > 0 {
            format!(
                "{given} positional argument{} (and {keyword_given} keyword-only argument{}) were",
                if given == 1 { "" } else { "s" },
                if keyword_given == 1 { "" } else { "s" }
            )
        } else {
            format!("{given} {}", if given == 1 { "was" } else { "were" })
        };
        self.type_error(format!(
            "{}() takes {takes} positional argument{plural} but {was} given",
            function.qualname.borrow()
        ))
    }

    #[cold]
    fn missing_arguments(&self, function: &Function, missing: &[StrRef], kind: &str) -> Raise {
        let quoted: Vec<String> = missing.iter().map(|n| format!("'{n}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
            [] => String::new(),
        };
        self.type_error(format!(
            "{}() missing {} required {kind} argument{}: {list}",
            function.qualname.borrow(),
            missing.len(),
            if missing.len() == 1 { "" } else { "s" }
        ))
    }

    /// Checks and sorts the arguments of a native function as its table says.
    pub(crate) fn bind_native(
        &self,
        function: &NativeFunction,
        args: &mut Args,
    ) -> Result<(), Raise> {
        let def = function.def;
        // The receiver, or the class for `__new__`, is not counted.
        let own = usize::from(
            def.binding != Binding::Function
                && !(def.binding == Binding::Static && def.name != "__new__"),
        );
        if def.any_keywords {
            let keywords = args.names.as_ref().map_or(0, |names| names.len());
            let positional = args.values.len().saturating_sub(keywords);
            let Some(given) = positional.checked_sub(own) else {
                return Err(self.nothing_to_begin_with(function));
            };
            // Those of classes say themselves what is missing.
            if def.binding == Binding::Function && given < usize::from(def.min) {
                return Err(self.native_arity_error(function, args, given));
            }
            return Ok(());
        }
        if !def.params.is_empty() {
            return self.bind_native_params(function, args, own);
        }
        if args.names.as_ref().is_some_and(|n| !n.is_empty()) {
            if !self.keywords_are_for_init(function, args) {
                return Err(self.no_keywords(function, args));
            }
            drop(args.take_keywords());
        }
        let given = args.values.len().saturating_sub(own);
        if args.values.len() < own {
            return Err(self.nothing_to_begin_with(function));
        }
        if given < usize::from(def.min) || given > usize::from(def.max) {
            return Err(self.native_arity_error(function, args, given));
        }
        Ok(())
    }

    /// The class that `__new__` needs is missing.
    #[cold]
    fn nothing_to_begin_with(&self, function: &NativeFunction) -> Raise {
        let name = self.native_name(function);
        self.type_error(format!("{name}.__new__(): not enough arguments"))
    }

    fn bind_native_params(
        &self,
        function: &NativeFunction,
        args: &mut Args,
        own: usize,
    ) -> Result<(), Raise> {
        let def = function.def;
        let keywords = args.take_keywords();
        let positional_max = def.params.len() - usize::from(def.keyword_only);
        let given = args.values.len().saturating_sub(own);
        if given > positional_max {
            let all = given + keywords.len();
            let name = self.native_name(function);
            let name = bare(&name);
            let (bound, most, kind, count) = if all > def.params.len() {
                ("at most", def.params.len(), "", all)
            } else if positional_max == usize::from(def.min) {
                ("exactly", positional_max, "positional ", given)
            } else {
                ("at most", positional_max, "positional ", given)
            };
            let plural = if most == 1 { "" } else { "s" };
            return Err(self.type_error(match most {
                0 => format!("{name}() takes no positional arguments"),
                _ => {
                    format!("{name}() takes {bound} {most} {kind}argument{plural} ({count} given)")
                }
            }));
        }
        args.values.resize(own + def.params.len(), Value::Undefined);
        let mut unknown = None;
        for (name, value) in keywords {
            let named = |p: &&str| !p.is_empty() && *p == name.as_str();
            let Some(index) = def.params.iter().position(named) else {
                unknown = unknown.or(Some(name));
                continue;
            };
            if !args.values[own + index].is_undefined() {
                let function = self.native_name(function);
                return Err(self.type_error(format!(
                    "argument for {function}() given by name ('{name}') and position ({})",
                    index + 1
                )));
            }
            args.values[own + index] = value;
        }
        for index in 0..usize::from(def.min) {
            if args.values[own + index].is_undefined() {
                if def.params[index].is_empty() {
                    return Err(self.too_few_positional(function, given));
                }
                return Err(self.type_error(format!(
                    "{}() missing required argument '{}' (pos {})",
                    bare(&self.native_name(function)),
                    def.params[index],
                    index + 1
                )));
            }
        }
        if let Some(name) = unknown {
            let function = self.native_name(function);
            return Err(self.type_error(format!(
                "'{name}' is an invalid keyword argument for {}()",
                bare(&function)
            )));
        }
        Ok(())
    }

    /// Parameters that can only be given by position have no name in the table.
    #[cold]
    fn too_few_positional(&self, function: &NativeFunction, given: usize) -> Raise {
        let def = &function.def;
        let nameless = def.params.iter().take_while(|name| name.is_empty()).count();
        let needed = nameless.min(usize::from(def.min));
        let bound = if needed + usize::from(def.keyword_only) == def.params.len() {
            "exactly"
        } else {
            "at least"
        };
        self.type_error(format!(
            "{}() takes {bound} {needed} positional argument{} ({given} given)",
            bare(&self.native_name(function)),
            if needed == 1 { "" } else { "s" },
        ))
    }

    /// Whether the `__new__` of a builtin class leaves keywords to the
    /// `__init__` that a derived class has of its own.
    #[cold]
    fn keywords_are_for_init(&self, function: &NativeFunction, args: &Args) -> bool {
        let Some(Value::Class(class)) = args.values.first() else {
            return false;
        };
        function.def.name == "__new__"
            && matches!(
                class.layout,
                Layout::Tuple | Layout::Float | Layout::FrozenSet
            )
            && matches!(
                self.class_attr(class, &self.names.init),
                Some(Value::Function(_))
            )
    }

    #[cold]
    fn no_keywords(&self, function: &NativeFunction, args: &Args) -> Raise {
        let slot = function.def.binding == Binding::Method
            && function.def.name != "__init__"
            && super::receiver::is_slot(function);
        self.type_error(format!(
            "{}{}() takes no keyword arguments",
            if slot { "wrapper " } else { "" },
            self.called_name(function, args)
        ))
    }

    fn native_name(&self, function: &NativeFunction) -> String {
        let name = function.def.name;
        let special = name.starts_with("__")
            && (function.def.binding == Binding::Static || super::receiver::is_slot(function));
        match function.owner.as_ref().and_then(std::rc::Weak::upgrade) {
            Some(class) if name == "__new__" || name == "__init__" => class.name().to_string(),
            Some(class) if !special => format!("{}.{name}", class.name()),
            _ => name.to_owned(),
        }
    }

    /// A class method is named for the class that it was called on, a function
    /// with its module.
    fn called_name(&self, function: &NativeFunction, args: &Args) -> String {
        match (args.values.first(), &function.module) {
            (Some(Value::Class(class)), _) if function.def.binding == Binding::ClassMethod => {
                format!("{}.{}", class.name(), function.def.name)
            }
            (_, Some(module))
                if function.def.binding == Binding::Function && module.as_str() != "builtins" =>
            {
                format!("{module}.{}", function.def.name)
            }
            _ => self.native_name(function),
        }
    }

    #[cold]
    fn native_arity_error(&self, function: &NativeFunction, args: &Args, given: usize) -> Raise {
        let NativeDef {
            min,
            max,
            name,
            binding,
            ..
        } = *function.def;
        if binding == Binding::Method && name != "__init__" && super::receiver::is_slot(function) {
            let plural = if min == 1 { "" } else { "s" };
            return self.type_error(match (min, max) {
                (0 | 1, _) if min == max => {
                    format!("expected {min} argument{plural}, got {given}")
                }
                _ if min == max => format!(" expected {min} arguments, got {given}"),
                _ if given < usize::from(min) => {
                    format!(" expected at least {min} argument{plural}, got {given}")
                }
                _ => format!(" expected at most {max} arguments, got {given}"),
            });
        }
        let name = self.called_name(function, args);
        // One wording for fixed counts as METH_O and METH_NOARGS functions have
        // it, another for ranges.
        self.type_error(if min == max {
            match min {
                0 => format!("{name}() takes no arguments ({given} given)"),
                1 => format!("{name}() takes exactly one argument ({given} given)"),
                _ => format!("{} expected {min} arguments, got {given}", bare(&name)),
            }
        } else {
            let (bound, n) = if given < usize::from(min) {
                ("at least", min)
            } else {
                ("at most", max)
            };
            debug_assert!(n != MANY);
            format!(
                "{} expected {bound} {n} argument{}, got {given}",
                bare(&name),
                if n == 1 { "" } else { "s" }
            )
        })
    }
}

fn bare(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Puts the defaults of the parameters from the `given`-th on, and of those that
/// are only given by keyword, into their registers, and an empty dict for `**kwargs`.
#[inline(never)]
fn fill_defaults(frame: &mut PyFrame, given: usize) {
    let PyFrame {
        code,
        function,
        registers,
        ..
    } = frame;
    let positional = usize::from(code.positional);
    let defaults = function.defaults.borrow();
    // The last parameters are those with defaults.
    let first = (defaults.len() + given).saturating_sub(positional);
    if let Some(places) = registers.get_mut(given..positional)
        && let Some(defaults) = defaults.get(first..)
    {
        for (place, default) in places.iter_mut().zip(defaults) {
            begin_with(place, default.another());
        }
    }
    let keyword_only = usize::from(code.keyword_only);
    if keyword_only > 0
        && let Some(defaults) = &*function.keyword_defaults.borrow()
        && let Some(places) = registers.get_mut(positional..positional + keyword_only)
    {
        let table = defaults.table.borrow();
        for (index, place) in places.iter_mut().enumerate() {
            if let Some(default) = table.value_at(index) {
                begin_with(place, default.another());
            }
        }
    }
    if code.var_keyword && code.in_rust.get().is_none() {
        add_empty_dict(registers, positional + keyword_only);
    }
}

/// The empty dict for `**kwargs` where [`fill_defaults`] has left it out: the
/// Rust code of a function needs none.
pub(super) fn add_keywords(frame: &mut PyFrame) {
    let PyFrame {
        code, registers, ..
    } = frame;
    if code.var_keyword && code.in_rust.get().is_some() {
        let place = usize::from(code.positional) + usize::from(code.keyword_only);
        add_empty_dict(registers, place);
    }
}

fn add_empty_dict(registers: &mut [Value], place: usize) {
    if let Some(place) = registers.get_mut(place) {
        replace(place, Value::Dict(DictObj::empty()));
    }
}

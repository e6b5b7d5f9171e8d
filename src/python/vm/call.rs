//! Calls of anything callable.

use super::{Args, Frame, NativeResult, PyFrame, Vm};
use crate::code::CodeKind;
use crate::object::{
    Binding, Class, Function, Generator, GeneratorState, Instance, Layout, NativeFunction, Payload,
    Place, Raise, StrRef, Tuple, Value, Walks,
};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

impl Vm {
    /// `callable(…)`. `Ok(Undefined)` if a frame was made pending for it.
    #[inline(never)]
    pub fn call(&mut self, callable: &Value, mut args: Args) -> NativeResult {
        match callable {
            Value::Function(function) => self.call_function(function, args),
            Value::Native(function) => self.call_native(function, args),
            Value::Method(method) => {
                args.values.insert(0, method.receiver.clone());
                let _level = match &method.function {
                    Value::Function(_) | Value::Native(_) => None,
                    _ => Some(self.deeper()?),
                };
                self.call(&method.function, args)
            }
            Value::Class(class) => self.call_class(class, args),
            Value::Instance(instance) => {
                // A chain of callables that are instances can be of any length.
                let _level = self.deeper()?;
                if let Payload::StaticMethod(inner) = &instance.payload {
                    return self.call(inner, args);
                }
                let name = Rc::clone(&self.names.call);
                match self.type_attr(callable, &name) {
                    Some(Value::Function(function)) => {
                        args.values.insert(0, callable.clone());
                        self.call_function(&function, args)
                    }
                    Some(method) => {
                        let bound = self.bind_attr(method, callable)?;
                        if bound.is_undefined() {
                            return Err(
                                self.type_error("descriptor of __call__ must not run Python code")
                            );
                        }
                        self.call(&bound, args)
                    }
                    None => Err(self.not_callable(callable)),
                }
            }
            _ => Err(self.not_callable(callable)),
        }
    }

    /// `callable(*args)`.
    pub fn call_values(
        &mut self,
        callable: &Value,
        args: impl IntoIterator<Item = Value>,
    ) -> NativeResult {
        self.call(callable, Args::positional(args))
    }

    /// `type(value).name(value, *args)`; `None` if the class has no such attribute.
    pub fn call_special(
        &mut self,
        value: &Value,
        name: &StrRef,
        args: impl IntoIterator<Item = Value>,
    ) -> Option<NativeResult> {
        let method = self.type_attr(value, name)?;
        Some(match method {
            Value::None if Rc::ptr_eq(name, &self.names.contains) => Err(self.type_error(format!(
                "'{}' object is not a container",
                self.type_name(value)
            ))),
            Value::None => Err(self.type_error("'NoneType' object is not callable")),
            Value::Function(function) => {
                let all = std::iter::once(value.clone()).chain(args);
                self.call_function(&function, Args::positional(all))
            }
            Value::Native(function) if function.def.binding == Binding::Method => {
                // A native method can be the one that it forwards to:
                // `C.__repr__ = C.__str__`.
                match self.deeper() {
                    Ok(_level) => {
                        let all = std::iter::once(value.clone()).chain(args);
                        self.call_native(&function, Args::positional(all))
                    }
                    Err(raise) => Err(raise),
                }
            }
            other => match self.bind_attr(other, value) {
                Ok(Value::Undefined) => {
                    // The descriptor's `__get__` runs first; the call follows.
                    let args: Vec<Value> = args.into_iter().collect();
                    let first = std::mem::take(&mut self.pending);
                    self.run_after(first, move |vm, bound| vm.call_values(&bound, args))
                }
                Ok(bound) => self.call_values(&bound, args),
                Err(raise) => Err(raise),
            },
        })
    }

    /// Pushes frames already made and goes on with their result.
    pub(crate) fn run_after(
        &mut self,
        frames: Vec<Frame>,
        then: impl FnOnce(&mut Vm, Value) -> NativeResult + 'static,
    ) -> NativeResult {
        self.run_async("descriptor", move |cx| async move {
            let started = cx.with(|vm| {
                vm.pending = frames;
                Ok(Value::Undefined)
            });
            let value = cx.finish(started).await?;
            let next = cx.with(|vm| then(vm, value));
            cx.finish(next).await
        })
    }

    #[cold]
    fn not_callable(&self, value: &Value) -> Raise {
        self.type_error(format!(
            "'{}' object is not callable",
            self.type_name(value)
        ))
    }

    /// Calls a native function.
    #[inline(never)]
    pub(crate) fn call_native(
        &mut self,
        function: &NativeFunction,
        mut args: Args,
    ) -> NativeResult {
        if function.def.binding == Binding::Method && !self.receiver_fits(function, &args) {
            return self.call_on_other(function, args);
        }
        self.bind_native(function, &mut args)?;
        match function.def.walks {
            Walks::Nothing => {}
            Walks::All => self.charge_copies(&args.values)?,
            Walks::Others => self.charge_copies(args.values.get(1..).unwrap_or_default())?,
        }
        let pending = self.pending.len();
        let result = (function.def.function)(self, args);
        debug_assert!(
            matches!(result, Ok(Value::Undefined)) || self.pending.len() == pending,
            "{} leaves a frame pending",
            function.def.name
        );
        result
    }

    /// Calls a Python function: runs it, or makes its generator or coroutine.
    pub(crate) fn call_function(&mut self, function: &Rc<Function>, args: Args) -> NativeResult {
        let frame = self.bind_function(function, args)?;
        self.start_frame(frame)
    }

    /// A bound frame either becomes pending or goes into a generator object.
    #[inline(never)]
    pub(crate) fn start_frame(&mut self, mut frame: Box<PyFrame>) -> NativeResult {
        if frame.code.kind == CodeKind::Function {
            if frame.code.in_rust.get().is_some() {
                frame = match self.try_in_rust(frame) {
                    Ok(value) => return Ok(value),
                    Err(frame) => frame,
                };
            }
            self.pending.push(Frame::Python(frame));
            return Ok(Value::Undefined);
        }
        Ok(self.make_generator(frame))
    }

    /// The generator, coroutine or asynchronous generator of a bound frame.
    #[inline(never)]
    pub(crate) fn make_generator(&mut self, frame: Box<PyFrame>) -> Value {
        let generator = self.generator_of(frame).into_object();
        self.log_generator_created(&generator);
        Value::Generator(generator)
    }

    /// The same, not yet an object.
    pub(super) fn generator_of(&self, mut frame: Box<PyFrame>) -> Generator {
        let function = Rc::clone(&frame.function);
        let kind = frame.code.kind;
        if kind == CodeKind::Coroutine {
            // A used frame may have had many more registers, and coroutines
            // are many and live long.
            frame.registers.shrink_to_fit();
        }
        let code = Rc::clone(&frame.code);
        let uncommon = OnceCell::new();
        if self.watches_creation() {
            let _ = uncommon.set(self.creation());
        }
        let is_renamed = super::in_rust::is_renamed(&frame);
        let generator = Generator {
            kind,
            code,
            state: Cell::new(GeneratorState::Created),
            iterable_coroutine: Cell::new(
                kind == CodeKind::Generator && self.is_iterable_coroutine(&function),
            ),
            entity: Cell::new(0),
            created: self.caller_entry(),
            frame: RefCell::new(Some(frame)),
            async_running: Cell::new(false),
            hooked: Cell::new(false),
            id: Cell::new(0),
            watched: Cell::new(false),
            place: Place::default(),
            uncommon,
        };
        if is_renamed {
            generator.set_names([
                function.name.borrow().clone(),
                function.qualname.borrow().clone(),
            ]);
        }
        generator
    }

    /// `cls(…)`
    fn call_class(&mut self, class: &Rc<Class>, args: Args) -> NativeResult {
        if let Some(metaclass) = class.metaclass() {
            let name = Rc::clone(&self.names.call);
            if let Some(method @ Value::Function(_)) = self.class_attr(metaclass, &name) {
                let mut args = args;
                args.values.insert(0, Value::Class(Rc::clone(class)));
                return self.call(&method, args);
            }
        }
        if Rc::ptr_eq(class, &self.types.type_) && args.values.len() == 1 && args.names.is_none() {
            return Ok(Value::Class(self.class_of(&args.values[0])));
        }
        self.construct(class, args)
    }

    /// `type.__call__`: `__new__`, then `__init__`.
    pub(crate) fn construct(&mut self, class: &Rc<Class>, args: Args) -> NativeResult {
        let new = self.class_attr(class, &self.names.new.clone());
        let init = self.class_attr(class, &self.names.init.clone());
        // The usual case: object's `__new__` and an `__init__` in Python.
        if let (Some(Value::Native(new)), Some(Value::Function(init))) = (&new, &init)
            && class.layout == Layout::Object
            && self.is_object_new(new)
        {
            if class.traits.get().is_abstract {
                return Err(self.abstract_error(class));
            }
            let object = Value::Instance(Instance::new(Rc::clone(class), Payload::None));
            let mut args = args;
            args.values.insert(0, object.clone());
            let frame = self.bind_function(init, args)?;
            return self.push_init(frame, object);
        }
        // Exceptions of classes that leave both to BaseException, without keywords.
        if let (Some(Value::Native(new)), Some(Value::Native(init))) = (&new, &init)
            && args.names.is_none()
            && self.is_exceptions_own(new, "__new__")
            && self.is_exceptions_own(init, "__init__")
            && self.is_exception_class(class)
        {
            let args = Tuple::new(args.values);
            return Ok(self.exception_of(class, args).value());
        }
        let Some(new) = new else {
            return Err(self.type_error(format!("cannot create '{}' instances", class.name())));
        };
        let new = match new {
            Value::Instance(instance) => match &instance.payload {
                Payload::StaticMethod(inner) => Value::clone(inner),
                Payload::ClassMethod(_) => self.bind_in_class(Value::Instance(instance), class)?,
                _ => Value::Instance(instance),
            },
            other => other,
        };
        // Builtin types that make finished values: `int`, `str`, `tuple` and others.
        if class.is_builtin
            && matches!(&init, Some(Value::Native(init)) if self.is_object_init(init))
        {
            let mut first = args;
            first.values.insert(0, Value::Class(Rc::clone(class)));
            return self.call(&new, first);
        }
        let again = Args {
            values: args.values.clone(),
            names: args.names.clone(),
        };
        let mut first = args;
        first.values.insert(0, Value::Class(Rc::clone(class)));
        match self.call(&new, first)? {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                let class = Rc::clone(class);
                self.run_after(frames, move |vm, object| {
                    vm.initialize(&class, object, again)
                })
            }
            object => self.initialize(class, object, again),
        }
    }

    /// Calls `__init__` on what `__new__` made, if it is of the class.
    fn initialize(&mut self, class: &Rc<Class>, object: Value, mut args: Args) -> NativeResult {
        let actual = self.class_of(&object);
        if !actual.is_subclass_of(class) {
            return Ok(object);
        }
        let Some(init) = self.class_attr(&actual, &self.names.init.clone()) else {
            return Ok(object);
        };
        match &init {
            Value::Function(function) => {
                args.values.insert(0, object.clone());
                let frame = self.bind_function(function, args)?;
                self.push_init(frame, object)
            }
            // The builtin `__init__` of object checks nothing that `__new__` has not checked.
            Value::Native(native) if self.is_object_init(native) => Ok(object),
            Value::Native(native) => {
                args.values.insert(0, object.clone());
                match self.call_native(&Rc::clone(native), args)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |_, _| Ok(object))
                    }
                    _ => Ok(object),
                }
            }
            other => {
                let bound = self.bind_attr(other.clone(), &object)?;
                match self.call(&bound, args)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |_, _| Ok(object))
                    }
                    _ => Ok(object),
                }
            }
        }
    }

    /// Makes the frame of an `__init__` pending; the call's result is `object`.
    fn push_init(&mut self, mut frame: Box<PyFrame>, object: Value) -> NativeResult {
        if frame.code.kind != CodeKind::Function {
            return Err(self.type_error("__init__() should return None, not 'coroutine'"));
        }
        frame.makes = object;
        self.pending.push(Frame::Python(frame));
        Ok(Value::Undefined)
    }

    fn is_object_new(&self, native: &NativeFunction) -> bool {
        native.def.name == "__new__" && self.owner_is_object(native)
    }

    fn is_object_init(&self, native: &NativeFunction) -> bool {
        native.def.name == "__init__" && self.owner_is_object(native)
    }

    /// Whether it is of BaseException itself.
    fn is_exceptions_own(&self, native: &NativeFunction, name: &str) -> bool {
        native.def.name == name
            && native.owner.as_ref().is_some_and(|owner| {
                std::ptr::eq(owner.as_ptr(), Rc::as_ptr(&self.types.base_exception))
            })
    }

    pub(super) fn owner_is_object(&self, native: &NativeFunction) -> bool {
        native
            .owner
            .as_ref()
            .is_some_and(|owner| std::ptr::eq(owner.as_ptr(), Rc::as_ptr(&self.types.object)))
    }
}

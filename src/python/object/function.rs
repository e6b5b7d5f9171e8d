//! Functions written in Python and in Rust.

use super::{CellObj, Class, DictObj, Layout, StrRef, Value};
use crate::code::Code;
use crate::vm::{Args, NativeResult, Vm};
use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

/// A function made by `def` or `lambda`, or the body of a class or module.
#[derive(Debug)]
pub struct Function {
    /// What a call runs, or a stub of it.
    pub code: RefCell<Rc<Code>>,
    /// The module's namespace.
    pub globals: Rc<DictObj>,
    /// Values of the last positional parameters.
    pub defaults: RefCell<Rc<[Value]>>,
    /// Values of keyword-only parameters by name.
    pub keyword_defaults: RefCell<Option<Rc<DictObj>>>,
    /// The version of their names that was found to be the keyword-only
    /// parameters of the code, all of them and in order; or 0.
    pub keywords_fit: Cell<u32>,
    /// The cells of the free variables.
    pub closure: Box<[Rc<CellObj>]>,
    /// `__name__`
    pub name: RefCell<StrRef>,
    /// `__qualname__`
    pub qualname: RefCell<StrRef>,
    /// What few functions are asked for.
    pub extra: OnceCell<Box<FunctionExtra>>,
    /// See `vm::identity`.
    pub id: Cell<u32>,
    /// Weak references want to be told of its end.
    pub watched: Cell<bool>,
}

/// The rarely used attributes of a function.
#[derive(Debug, Default)]
pub struct FunctionExtra {
    /// `__dict__`
    pub dict: OnceCell<Rc<DictObj>>,
    /// `__doc__`, if assigned.
    pub doc: RefCell<Value>,
    /// `__module__`, if assigned.
    pub module: RefCell<Value>,
    /// `__annotate__`
    pub annotate: RefCell<Value>,
    /// `__annotations__`, once computed or assigned.
    pub annotations: RefCell<Value>,
    /// `__type_params__`
    pub type_params: RefCell<Value>,
}

impl Function {
    /// The rarely used attributes, made on first use.
    pub fn extra(&self) -> &FunctionExtra {
        self.extra.get_or_init(Default::default)
    }

    /// The code object.
    pub fn code(&self) -> Rc<Code> {
        let behind = self.code.borrow().behind_stub();
        if let Some(code) = behind {
            *self.code.borrow_mut() = code;
            self.keywords_fit.set(0);
        }
        Rc::clone(&self.code.borrow())
    }
}

/// A function of the library written in Rust.
pub type NativeFn = fn(&mut Vm, Args) -> NativeResult;

/// A way to call a native function with arguments that still lie in the
/// caller's registers. It may take them out. `None` says that it is not for
/// these arguments, which it has left as they were.
pub type Shortcut = fn(&mut Vm, &mut [Value]) -> Option<NativeResult>;

/// How a native function behaves as an attribute of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// A function of a module: never binds.
    Function,
    /// A method: binds the instance as first argument.
    Method,
    /// Binds the class.
    ClassMethod,
    /// Never binds, belongs to a class (`__new__`).
    Static,
}

/// What the registration tables say of a native function.
#[derive(Clone, Copy)]
pub struct NativeDef {
    /// `__name__`
    pub name: &'static str,
    /// The code.
    pub function: NativeFn,
    /// Least number of positional arguments, self not counted.
    pub min: u16,
    /// Most; `MANY` for no limit. Ignored where `params` are named.
    pub max: u16,
    /// Names by which arguments may be given. If not empty, the function
    /// receives exactly one value for each, `Undefined` if not given. What has
    /// no name here can be given by position only.
    pub params: &'static [&'static str],
    /// How many of the last `params` may only be given by keyword.
    pub keyword_only: u16,
    /// Receives keywords as they come, to sort out itself.
    pub any_keywords: bool,
    /// Resumes its receiver, a generator or coroutine, with its one argument:
    /// the machine need not call it to do that.
    pub is_send: bool,
    /// For those that programs call most.
    pub shortcut: Option<Shortcut>,
    /// How it binds.
    pub binding: Binding,
    /// Which of its arguments it walks through from end to end, which counts
    /// as instructions. What grows in another way the function counts itself.
    pub walks: Walks,
}

/// See [`NativeDef::walks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walks {
    /// None of them, or it counts the work itself.
    Nothing,
    /// All of them, of a method the receiver too.
    All,
    /// Of a method, all but the receiver.
    Others,
}

/// No limit on the number of arguments.
pub const MANY: u16 = u16::MAX;

impl NativeDef {
    /// A function with positional arguments only.
    pub const fn function(name: &'static str, function: NativeFn, min: u16, max: u16) -> NativeDef {
        NativeDef {
            name,
            function,
            min,
            max,
            params: &[],
            keyword_only: 0,
            any_keywords: false,
            is_send: false,
            shortcut: None,
            binding: Binding::Function,
            walks: Walks::Nothing,
        }
    }

    /// The same, with a shortcut for its usual arguments.
    pub const fn shortcut(mut self, shortcut: Shortcut) -> NativeDef {
        self.shortcut = Some(shortcut);
        self
    }

    /// The same, walking through all its arguments.
    pub const fn walks_all(mut self) -> NativeDef {
        self.walks = Walks::All;
        self
    }

    /// The same, walking through all its arguments but the receiver.
    pub const fn walks_others(mut self) -> NativeDef {
        self.walks = Walks::Others;
        self
    }

    /// A method with positional arguments only; the counts leave self out.
    pub const fn method(name: &'static str, function: NativeFn, min: u16, max: u16) -> NativeDef {
        NativeDef {
            binding: Binding::Method,
            ..NativeDef::function(name, function, min, max)
        }
    }

    /// A class method with positional arguments only.
    pub const fn class_method(
        name: &'static str,
        function: NativeFn,
        min: u16,
        max: u16,
    ) -> NativeDef {
        NativeDef {
            binding: Binding::ClassMethod,
            ..NativeDef::function(name, function, min, max)
        }
    }

    /// A static method (`__new__`: first argument is the class, not counted).
    pub const fn static_method(
        name: &'static str,
        function: NativeFn,
        min: u16,
        max: u16,
    ) -> NativeDef {
        NativeDef {
            binding: Binding::Static,
            ..NativeDef::function(name, function, min, max)
        }
    }

    /// The same, with parameters that may be given by keyword; the function
    /// then receives one value per parameter (after self).
    pub const fn with_params(mut self, params: &'static [&'static str]) -> NativeDef {
        self.params = params;
        self
    }

    /// The same, the last `count` parameters being keyword-only.
    pub const fn keyword_only(mut self, count: u16) -> NativeDef {
        self.keyword_only = count;
        self
    }

    /// The `send` of generators and coroutines.
    pub const fn send(function: NativeFn) -> NativeDef {
        NativeDef {
            is_send: true,
            ..NativeDef::method("send", function, 1, 1)
        }
    }

    /// The same, receiving keywords as they come.
    pub const fn any_keywords(mut self) -> NativeDef {
        self.any_keywords = true;
        self
    }
}

/// What a native method may be called on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// A value of the builtin type with this layout; of an instance of a
    /// derived class the method sees the builtin value inside.
    Inner(Layout),
    /// An instance of the owner, which the method sees itself.
    Whole,
    /// Anything.
    Any,
}

/// A native function as an object.
pub struct NativeFunction {
    /// What the registration table says.
    pub def: &'static NativeDef,
    /// The class it belongs to, if any.
    pub owner: Option<Weak<Class>>,
    /// For methods: what they may be called on.
    pub receiver: Receiver,
    /// `__module__` of a module's function.
    pub module: Option<StrRef>,
}

impl fmt::Debug for NativeFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NativeFunction({})", self.def.name)
    }
}

//! Classes.

use super::{DictObj, Place, StrRef, Value, next_version, registry};
use rustc_hash::FxHashSet;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

/// What the instances of a class are made of; a class inherits it from its
/// bases, of which at most one line may be other than `Object`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named for the builtin types")]
pub enum Layout {
    Object,
    None,
    Bool,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Type,
    Module,
    /// A builtin type that programs may not derive from.
    Final,
    /// A library type with a payload of this name.
    Native(&'static str),
}

/// Facts about a class that hot paths ask for, kept up to date by `refresh`.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassTraits {
    /// Has `__del__`.
    pub has_del: bool,
    /// Has `__getattr__`.
    pub has_getattr: bool,
    /// `__getattribute__` is not object's.
    pub custom_getattribute: bool,
    /// `__setattr__` or `__delattr__` is not object's.
    pub custom_setattr: bool,
    /// `__eq__` is Python code.
    pub python_eq: bool,
    /// `__hash__` is Python code, or `None`.
    pub python_hash: bool,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Has abstract methods.
    pub is_abstract: bool,
}

/// A class.
#[derive(Debug)]
pub struct Class {
    /// `__name__`
    pub name: RefCell<StrRef>,
    /// `__qualname__`
    pub qualname: RefCell<StrRef>,
    /// `__bases__`
    pub bases: RefCell<Vec<Rc<Class>>>,
    /// `__mro__` without the class itself, which cannot hold itself.
    pub ancestors: RefCell<Vec<Rc<Class>>>,
    /// The class's own namespace.
    pub dict: Rc<DictObj>,
    /// The metaclass it was made with; `None` means `type`.
    pub first_metaclass: Option<Rc<Class>>,
    /// What a program has set as its `__class__` since; see [`Class::metaclass`].
    pub later_metaclass: OnceCell<Rc<Class>>,
    /// What instances are made of.
    pub layout: Layout,
    /// Made by Rust code: its attributes cannot be set.
    pub is_builtin: bool,
    /// Changes whenever attribute lookups on the class may change.
    pub version: Cell<u32>,
    /// See [`ClassTraits`].
    pub traits: Cell<ClassTraits>,
    /// Direct subclasses, in order of creation.
    pub subclasses: RefCell<Vec<Weak<Class>>>,
    /// The class itself, to put at the head of its `__mro__`.
    pub me: Weak<Class>,
    /// The class itself, if a program made it: such a class ends when it is
    /// collected, as in CPython, where its `__mro__` holds it.
    pub itself: RefCell<Option<Rc<Class>>>,
    /// What computes its annotations, if they have been computed and stand in
    /// the namespace; otherwise that has it.
    pub annotate: RefCell<super::Value>,
    /// See `vm::identity`.
    pub id: Cell<u32>,
    /// For the collector.
    pub place: Place,
}

impl Class {
    /// Makes the class one that ends when it is collected.
    pub(crate) fn hold_itself(self: &Rc<Self>) {
        *self.itself.borrow_mut() = Some(Rc::clone(self));
        registry::enlist(self);
    }

    /// The metaclass; `None` means `type`.
    #[inline]
    pub fn metaclass(&self) -> Option<&Rc<Class>> {
        self.later_metaclass.get().or(self.first_metaclass.as_ref())
    }

    /// The class and its ancestors in method resolution order.
    pub fn mro(&self) -> Vec<Rc<Class>> {
        let mut all = Vec::new();
        all.extend(self.me.upgrade());
        all.extend(self.ancestors.borrow().iter().cloned());
        all
    }

    /// The attribute as found along the method resolution order, unbound.
    /// The machine's `class_attr` caches this.
    pub fn lookup_uncached(&self, name: &StrRef) -> Option<Value> {
        if let Some(found) = self.dict.get_name(name) {
            return Some(found);
        }
        self.ancestors
            .borrow()
            .iter()
            .find_map(|class| class.dict.get_name(name))
    }

    /// `issubclass(self, other)` by the method resolution order alone.
    pub fn is_subclass_of(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
            || self
                .ancestors
                .borrow()
                .iter()
                .any(|c| std::ptr::eq(&**c, other))
    }

    /// To be called after a change of the namespace or the bases: new
    /// versions for this class and all below it, whose number is the result.
    pub fn touch(&self) -> usize {
        self.version.set(next_version());
        let below = self.descendants();
        for class in &below {
            class.version.set(next_version());
        }
        below.len()
    }

    /// The classes below this one, each once, by however many ways they derive
    /// from it.
    pub fn descendants(&self) -> Vec<Rc<Class>> {
        let children = |class: &Class| -> Vec<Rc<Class>> {
            let children = class.subclasses.borrow();
            children.iter().filter_map(Weak::upgrade).collect()
        };
        let mut waiting = children(self);
        let (mut found, mut known) = (Vec::new(), FxHashSet::default());
        while let Some(class) = waiting.pop() {
            if known.insert(Rc::as_ptr(&class)) {
                waiting.extend(children(&class));
                found.push(class);
            }
        }
        found
    }

    /// Notes a class that derives from this one; those that are gone are
    /// forgotten from time to time.
    pub fn add_subclass(&self, class: &Rc<Class>) {
        let mut all = self.subclasses.borrow_mut();
        if all.len() >= 16 && all.len().is_power_of_two() {
            all.retain(|class| class.strong_count() > 0);
        }
        all.push(Rc::downgrade(class));
    }

    /// `__name__`
    pub fn name(&self) -> StrRef {
        Rc::clone(&self.name.borrow())
    }
}

//! What instances of a class are made of: slots, layouts, and which classes
//! may stand in for each other (Data model, 3.3.2.4 "`__slots__`").

use super::Vm;
use crate::builtins::object::is_slot_of;
use crate::object::{Class, Layout, Raise, StrRef, Value, intern};
use std::rc::Rc;

/// Names in `__slots__` that ask for something else than an attribute.
fn is_special(name: &str) -> bool {
    matches!(name, "__dict__" | "__weakref__")
}

fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|c| c == '_' || c.is_alphabetic())
        && letters.all(|c| c == '_' || c.is_alphanumeric())
}

impl Vm {
    /// The names that a class's `__slots__` lists.
    pub(super) fn slot_names(
        &mut self,
        slots: &Value,
        class: &StrRef,
        layout: Layout,
        parent_dict: bool,
    ) -> Result<Vec<StrRef>, Raise> {
        let items = match slots {
            one @ Value::Str(_) => vec![one.clone()],
            several => match self.collect_now(several) {
                Some(items) => items?,
                None => {
                    let kind = self.type_name(several);
                    return Err(self.type_error(format!("'{kind}' object is not iterable")));
                }
            },
        };
        let mut names: Vec<StrRef> = Vec::new();
        for item in items {
            let kind = self.type_name(&item);
            let Value::Str(name) = self.unwrap_base(item) else {
                return Err(
                    self.type_error(format!("__slots__ items must be strings, not '{kind}'"))
                );
            };
            if !is_identifier(name.as_str()) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            let name = self.mangle(&name, class);
            let again = names.iter().any(|other| Rc::ptr_eq(other, &name));
            if name.as_str() == "__dict__" && (again || parent_dict) {
                return Err(self.type_error("__dict__ slot disallowed: we already got one"));
            }
            if name.as_str() == "__weakref__" && again {
                return Err(self.type_error(
                    "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
                ));
            }
            names.push(name);
        }
        let kind = match layout {
            Layout::Int | Layout::Bool => "int",
            Layout::Tuple => "tuple",
            Layout::Bytes => "bytes",
            Layout::Type => "type",
            _ => return Ok(names),
        };
        if names.iter().any(|name| !is_special(name.as_str())) {
            return Err(self.type_error(format!(
                "nonempty __slots__ not supported for subtype of '{kind}'"
            )));
        }
        Ok(names)
    }

    /// Private names of a class carry the class's name.
    fn mangle(&self, name: &StrRef, class: &StrRef) -> StrRef {
        let text = name.as_str();
        if text.starts_with("__") && !text.ends_with("__") {
            return intern(&format!(
                "_{}{text}",
                class.as_str().trim_start_matches('_')
            ));
        }
        intern(text)
    }

    /// The layout that instances of classes with these parents have.
    pub(super) fn common_layout(&self, parents: &[Rc<Class>]) -> Result<Layout, Raise> {
        let mut layout = Layout::Object;
        for parent in parents {
            match (layout, parent.layout) {
                (_, Layout::Object) => {}
                (Layout::Object, other) => layout = other,
                (a, b) if a == b => {}
                _ => return Err(self.lay_out_conflict()),
            }
        }
        Ok(layout)
    }

    /// At most one line of parents may have slots.
    #[inline(never)]
    pub(super) fn check_solid_bases(&self, parents: &[Rc<Class>]) -> Result<(), Raise> {
        let mut winner: Option<Rc<Class>> = None;
        for solid in parents.iter().filter_map(solid_base) {
            match &winner {
                Some(held) if held.is_subclass_of(&solid) => {}
                Some(held) if !solid.is_subclass_of(held) => return Err(self.lay_out_conflict()),
                _ => winner = Some(solid),
            }
        }
        Ok(())
    }

    #[cold]
    fn lay_out_conflict(&self) -> Raise {
        self.type_error("multiple bases have instance lay-out conflict")
    }

    /// Takes the order that a metaclass's `mro` gave.
    pub(super) fn set_order(&mut self, class: &Rc<Class>, order: Vec<Value>) -> Result<(), Raise> {
        let mut ancestors = Vec::new();
        for entry in order {
            match entry {
                Value::Class(other) if Rc::ptr_eq(&other, class) => {}
                Value::Class(other) => ancestors.push(other),
                other => {
                    let kind = self.type_name(&other);
                    return Err(self.type_error(format!("mro() returned a non-class ('{kind}')")));
                }
            }
        }
        class.ancestors.replace(ancestors);
        self.class_changed(class);
        Ok(())
    }

    /// `class.__bases__ = bases`
    pub(crate) fn set_bases(&mut self, class: &Rc<Class>, new: &Value) -> Result<(), Raise> {
        let name = class.name();
        let Value::Tuple(bases) = new else {
            let kind = self.type_name(new);
            return Err(self.type_error(format!(
                "can only assign tuple to {name}.__bases__, not {kind}"
            )));
        };
        if bases.items().is_empty() {
            return Err(self.type_error(format!(
                "can only assign non-empty tuple to {name}.__bases__, not ()"
            )));
        }
        let mut parents = Vec::new();
        for base in bases.items() {
            let Value::Class(base) = base else {
                let kind = self.type_name(base);
                return Err(self.type_error(format!(
                    "{name}.__bases__ must be tuple of classes, not '{kind}'"
                )));
            };
            if base.is_subclass_of(class) {
                return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
            }
            parents.push(Rc::clone(base));
        }
        let solid = |classes: &[Rc<Class>]| classes.iter().find_map(solid_base);
        let same = match (solid(&class.bases.borrow()), solid(&parents)) {
            (None, None) => true,
            (Some(old), Some(new)) => Rc::ptr_eq(&old, &new),
            _ => false,
        };
        let old = class.bases.borrow().first().map(Class::name_of);
        if !same || self.common_layout(&parents)? != class.layout {
            let (first, old) = (parents.first().map(Class::name_of), old);
            return Err(self.type_error(format!(
                "__bases__ assignment: '{}' object layout differs from '{}'",
                first.unwrap_or_default(),
                old.unwrap_or_default()
            )));
        }
        let ancestors = self.linearize(&parents)?;
        for base in class.bases.borrow().iter() {
            base.subclasses
                .borrow_mut()
                .retain(|child| !std::ptr::eq(child.as_ptr(), Rc::as_ptr(class)));
        }
        for parent in &parents {
            parent.add_subclass(class);
        }
        class.bases.replace(parents);
        class.ancestors.replace(ancestors);
        self.reorder_subclasses(class)?;
        self.class_changed(class);
        Ok(())
    }

    /// The order of the classes below follows that of their bases.
    fn reorder_subclasses(&mut self, class: &Rc<Class>) -> Result<(), Raise> {
        let mut below = class.descendants();
        // A class has more ancestors than any of its bases.
        below.sort_by_key(|class| class.ancestors.borrow().len());
        for child in below {
            let bases = child.bases.borrow().clone();
            let ancestors = self.linearize(&bases)?;
            child.ancestors.replace(ancestors);
        }
        Ok(())
    }
}

impl Class {
    /// `__name__` as a text.
    fn name_of(class: &Rc<Class>) -> String {
        class.name().to_string()
    }

    /// Whether `__weakref__` is inherited from the class.
    pub(super) fn is_weakly_referable(&self) -> bool {
        match self.is_builtin {
            true => matches!(
                self.layout,
                Layout::Set | Layout::FrozenSet | Layout::Module
            ),
            false => self.allows_weak_references(),
        }
    }

    /// Whether instances may have weak references to them.
    pub(crate) fn allows_weak_references(&self) -> bool {
        let slots = intern("__slots__");
        let weak = intern("__weakref__");
        self.mro()
            .iter()
            .filter(|class| !class.is_builtin)
            .any(|class| match class.dict.get_name(&slots) {
                None => true,
                Some(Value::Str(one)) => one.as_str() == "__weakref__",
                Some(Value::Tuple(names)) => names
                    .items()
                    .iter()
                    .any(|name| name.as_str() == Some("__weakref__")),
                Some(Value::List(names)) => names
                    .items
                    .borrow()
                    .iter()
                    .any(|name| name.as_str() == Some("__weakref__")),
                Some(_) => class.dict.get_name(&weak).is_some(),
            })
    }

    /// Whether an instance of one class may become one of the other.
    pub(crate) fn is_laid_out_as(&self, other: &Class) -> bool {
        let solid = |class: &Class| class.me.upgrade().and_then(|class| solid_base(&class));
        let same = match (solid(self), solid(other)) {
            (None, None) => true,
            (Some(a), Some(b)) => Rc::ptr_eq(&a, &b) || slots_of(&a) == slots_of(&b),
            _ => false,
        };
        same && self.layout == other.layout
            && self.traits.get().has_dict == other.traits.get().has_dict
    }
}

fn slots_of(class: &Rc<Class>) -> Vec<String> {
    let table = class.dict.table.borrow();
    let mut names: Vec<String> = table
        .iter()
        .filter(|entry| is_slot_of(&entry.value, class))
        .filter_map(|entry| entry.key.as_str().map(str::to_owned))
        .collect();
    names.sort();
    names
}

/// The nearest class in the line that says what instances are made of.
fn solid_base(class: &Rc<Class>) -> Option<Rc<Class>> {
    class.mro().into_iter().find(|class| {
        if class.is_builtin {
            // Exceptions of all kinds are laid out alike here.
            !matches!(class.layout, Layout::Object | Layout::Exception)
        } else {
            let table = class.dict.table.borrow();
            table.iter().any(|entry| is_slot_of(&entry.value, class))
        }
    })
}

//! Attribute access (Python reference, 3.3.2 "Customizing attribute access").

use super::{NativeResult, Vm};
use crate::object::{
    Binding, BoundMethod, Class, DictObj, Instance, Payload, Raise, StrRef, Value, find_interned,
};
use std::rc::Rc;

/// A computed attribute of a builtin type.
#[derive(Debug)]
pub struct GetSet {
    /// The attribute's name.
    pub name: &'static str,
    /// Reads it.
    pub get: fn(&mut Vm, &Value) -> NativeResult,
    /// Writes it, or deletes it (`Undefined`); absent if read-only.
    pub set: Option<fn(&mut Vm, &Value, Value) -> NativeResult>,
}

impl Vm {
    /// `value.name`
    pub fn load_attr(&mut self, value: &Value, name: &StrRef) -> NativeResult {
        match value {
            Value::Instance(instance) => {
                let traits = instance.class.borrow().traits.get();
                if traits.custom_getattribute || traits.has_getattr {
                    return self.load_attr_custom(value, name, traits.custom_getattribute);
                }
                match self.find_attr(value, name)? {
                    Some(found) => Ok(found),
                    None => Err(self.no_attribute(value, name)),
                }
            }
            Value::Class(class) => self.load_class_attr(class, name),
            Value::Module(module) => {
                if let Some(class) = module.own_class.get() {
                    let traits = class.traits.get();
                    if traits.custom_getattribute || traits.has_getattr {
                        return self.load_attr_custom(value, name, traits.custom_getattribute);
                    }
                } else if let Some(found) = module.dict.get_name(name) {
                    return Ok(found);
                }
                if let Some(found) = self.find_attr(value, name)? {
                    return Ok(found);
                }
                if let Some(found) = self.load_lazy(module, name) {
                    return found;
                }
                if let Some(getattr) = module.dict.get_name(&self.names.getattr) {
                    return self.ask_module(value, &getattr, name);
                }
                Err(self.no_attribute(value, name))
            }
            _ => match self.find_attr(value, name)? {
                Some(found) => Ok(found),
                None => Err(self.no_attribute(value, name)),
            },
        }
    }

    /// `object.__getattribute__`: `None` if there is no such attribute.
    pub fn find_attr(&mut self, value: &Value, name: &StrRef) -> Result<Option<Value>, Raise> {
        let class = self.class_of(value);
        let on_class = self.class_attr(&class, name);
        if let Some(descriptor) = &on_class
            && self.is_data_descriptor(descriptor)
            && self.is_readable(descriptor)
        {
            return self.bind_descriptor(descriptor, value, &class).map(Some);
        }
        if let Some(dict) = self.own_dict(value)
            && let Some(found) = dict.get_name(name)
        {
            return Ok(Some(found));
        }
        match on_class {
            Some(attribute) => self.bind_descriptor(&attribute, value, &class).map(Some),
            None => match value {
                // What a method does not have itself, its function may have.
                Value::Method(method) => self.find_attr(&method.function, name),
                _ => Ok(None),
            },
        }
    }

    /// The namespace of the object itself.
    pub(crate) fn own_dict(&self, value: &Value) -> Option<Rc<DictObj>> {
        match value {
            Value::Instance(instance) => instance.dict.get().map(|dict| Rc::clone(&dict)),
            Value::Module(module) => Some(Rc::clone(&module.dict)),
            Value::Function(function) => function
                .extra
                .get()
                .and_then(|extra| extra.dict.get().cloned()),
            _ => None,
        }
    }

    fn load_attr_custom(&mut self, value: &Value, name: &StrRef, custom: bool) -> NativeResult {
        let first = if custom {
            let hook = self.names.getattribute.clone();
            self.call_special(value, &hook, [Value::Str(Rc::clone(name))])
        } else {
            None
        };
        let result = match first {
            Some(result) => result,
            None => self.plain_attr(value, name),
        };
        match result {
            // A property in Python: its AttributeError falls back too.
            Ok(Value::Undefined) => self.or_attr_fallback(value, name),
            Ok(found) => Ok(found),
            Err(raise) => self.attr_fallback(value, name, raise),
        }
    }

    /// The attribute without what the object's class says of attributes in general.
    fn plain_attr(&mut self, value: &Value, name: &StrRef) -> NativeResult {
        if let Value::Class(class) = value {
            return self.plain_class_attr(class, name);
        }
        match self.find_attr(value, name)? {
            Some(found) => Ok(found),
            None => Err(self.no_attribute(value, name)),
        }
    }

    /// Runs the pending frames, whose AttributeError asks `__getattr__`.
    fn or_attr_fallback(&mut self, value: &Value, name: &StrRef) -> NativeResult {
        let frames = std::mem::take(&mut self.pending);
        let (value, name) = (value.clone(), Rc::clone(name));
        self.run_async("__getattr__", move |cx| async move {
            let started = cx.with(|vm| {
                vm.pending = frames;
                Ok(Value::Undefined)
            });
            match cx.finish(started).await {
                Ok(found) => Ok(found),
                Err(raise) => {
                    let next = cx.with(|vm| vm.attr_fallback(&value, &name, raise));
                    cx.finish(next).await
                }
            }
        })
    }

    /// `__getattr__`, which is asked when everything else raised AttributeError.
    fn attr_fallback(&mut self, value: &Value, name: &StrRef, raise: Raise) -> NativeResult {
        if !raise.class().is_subclass_of(&self.types.attribute_error) {
            return Err(raise);
        }
        let hook = self.names.getattr.clone();
        match self.call_special(value, &hook, [Value::Str(Rc::clone(name))]) {
            Some(result) => result,
            None => Err(raise),
        }
    }

    /// `class.name`
    pub(crate) fn load_class_attr(&mut self, class: &Rc<Class>, name: &StrRef) -> NativeResult {
        if let Some(meta) = class.metaclass() {
            let traits = meta.traits.get();
            if traits.custom_getattribute || traits.has_getattr {
                let me = Value::Class(Rc::clone(class));
                return self.load_attr_custom(&me, name, traits.custom_getattribute);
            }
        }
        self.plain_class_attr(class, name)
    }

    /// `type.__getattribute__`
    pub(crate) fn plain_class_attr(&mut self, class: &Rc<Class>, name: &StrRef) -> NativeResult {
        let me = Value::Class(Rc::clone(class));
        let meta = self.class_of(&me);
        let on_meta = self.class_attr(&meta, name);
        if let Some(descriptor) = &on_meta
            && self.is_data_descriptor(descriptor)
            && self.is_readable(descriptor)
        {
            return self.bind_descriptor(descriptor, &me, &meta);
        }
        if let Some(found) = self.class_attr(class, name) {
            return self.bind_in_class(found, class);
        }
        if let Some(found) = on_meta {
            return self.bind_descriptor(&found, &me, &meta);
        }
        Err(self.no_attribute(&me, name))
    }

    /// An attribute found in a class, taken through the class.
    pub(crate) fn bind_in_class(&mut self, found: Value, class: &Rc<Class>) -> NativeResult {
        match &found {
            Value::Native(f) if f.def.binding == Binding::ClassMethod => {
                Ok(self.bound(found.clone(), Value::Class(Rc::clone(class))))
            }
            Value::Instance(instance) => match &instance.payload {
                Payload::StaticMethod(inner) => Ok(Value::clone(inner)),
                Payload::ClassMethod(inner) => {
                    let inner = Value::clone(inner);
                    self.bind_to(inner, Value::Class(Rc::clone(class)))
                }
                Payload::GetSet(..) => Ok(found),
                Payload::Property(_) if self.gets_as_builtin(instance) => Ok(found),
                _ => {
                    let hook = self.names.get.clone();
                    let args = [Value::None, Value::Class(Rc::clone(class))];
                    self.call_special(&found, &hook, args).unwrap_or(Ok(found))
                }
            },
            _ => Ok(found),
        }
    }

    pub(super) fn bound(&self, function: Value, receiver: Value) -> Value {
        Value::Method(Rc::new(BoundMethod { function, receiver }))
    }

    /// What `classmethod` does with what it wraps.
    fn bind_to(&mut self, inner: Value, class: Value) -> NativeResult {
        match &inner {
            Value::Instance(instance) if matches!(&instance.payload, Payload::Property(_)) => {
                let meta = self.class_of(&class);
                self.bind_descriptor(&inner, &class, &meta)
            }
            // Other descriptors are asked too, as in Python 3.9 to 3.12.
            Value::Instance(instance) if !matches!(&instance.payload, Payload::GetSet(..)) => {
                let hook = self.names.get.clone();
                let args = [class.clone(), class.clone()];
                match self.call_special(&inner, &hook, args) {
                    Some(result) => result,
                    None => Ok(self.bound(inner, class)),
                }
            }
            _ => Ok(self.bound(inner, class)),
        }
    }

    /// Whether a class attribute comes before the instance's own attributes.
    pub(crate) fn is_data_descriptor(&self, attribute: &Value) -> bool {
        match attribute {
            Value::Instance(instance) => match &instance.payload {
                Payload::Property(_) | Payload::GetSet(..) => true,
                Payload::StaticMethod(_) | Payload::ClassMethod(_) => false,
                _ => {
                    let class = instance.class.borrow();
                    self.class_attr(&class, &self.names.set).is_some()
                        || self.class_attr(&class, &self.names.delete).is_some()
                }
            },
            _ => false,
        }
    }

    /// Whether no class derived from a builtin descriptor has another `__get__`.
    fn gets_as_builtin(&self, descriptor: &Instance) -> bool {
        let class = descriptor.class.borrow();
        class.is_builtin
            || matches!(
                self.class_attr(&class, &self.names.get),
                Some(Value::Native(_))
            )
    }

    /// A class attribute taken through an instance, its class known.
    fn bind_descriptor(
        &mut self,
        attribute: &Value,
        value: &Value,
        class: &Rc<Class>,
    ) -> NativeResult {
        match attribute {
            Value::Function(_) => Ok(self.bound(attribute.clone(), value.clone())),
            Value::Native(f) => Ok(match f.def.binding {
                Binding::Method => self.bound(attribute.clone(), value.clone()),
                Binding::ClassMethod => {
                    self.bound(attribute.clone(), Value::Class(Rc::clone(class)))
                }
                Binding::Static | Binding::Function => attribute.clone(),
            }),
            Value::Instance(instance) => match &instance.payload {
                Payload::Property(parts) if self.gets_as_builtin(instance) => {
                    let getter = parts.borrow()[0].clone();
                    self.call_getter(attribute, getter, value)
                }
                Payload::GetSet(def, _) => (def.get)(self, value),
                Payload::StaticMethod(inner) => Ok(Value::clone(inner)),
                Payload::ClassMethod(inner) => {
                    let inner = Value::clone(inner);
                    self.bind_to(inner, Value::Class(Rc::clone(class)))
                }
                _ => {
                    if !instance.class.borrow().dict.is_empty()
                        || instance.class.borrow().ancestors.borrow().len() > 1
                    {
                        let hook = self.names.get.clone();
                        let args = [value.clone(), Value::Class(Rc::clone(class))];
                        if let Some(result) = self.call_special(attribute, &hook, args) {
                            return result;
                        }
                    }
                    Ok(attribute.clone())
                }
            },
            _ => Ok(attribute.clone()),
        }
    }

    /// What a property does when it is read.
    pub(crate) fn call_getter(
        &mut self,
        property: &Value,
        getter: Value,
        value: &Value,
    ) -> NativeResult {
        if getter.is_none() {
            let name = self.property_name(property);
            let owner = self.type_qualname(value);
            return Err(
                self.attribute_error(format!("property{name} of '{owner}' object has no getter"))
            );
        }
        self.call_values(&getter, [value.clone()])
    }

    /// Binds a class attribute to an instance.
    pub fn bind_attr(&mut self, attribute: Value, value: &Value) -> NativeResult {
        let class = self.class_of(value);
        self.bind_descriptor(&attribute, value, &class)
    }

    pub(crate) fn property_name(&self, property: &Value) -> String {
        match property {
            Value::Instance(instance) => match instance
                .dict
                .get()
                .and_then(|d| d.get_name(&self.names.name))
            {
                Some(Value::Str(name)) => format!(" '{name}'"),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    /// `AttributeError` as CPython words it.
    #[cold]
    pub fn no_attribute(&self, value: &Value, name: &StrRef) -> Raise {
        let message = match &self.unwrap_base(value.clone()) {
            Value::Class(class) => {
                format!(
                    "type object '{}' has no attribute '{name}'",
                    self.name_in_messages(class)
                )
            }
            Value::Module(module) => {
                let own = module.dict.get_name(&self.names.name);
                match own {
                    Some(Value::Str(own)) if self.is_initializing(module) => format!(
                        "partially initialized module '{own}' has no attribute '{name}' \
                         (most likely due to a circular import)"
                    ),
                    Some(Value::Str(own)) => format!("module '{own}' has no attribute '{name}'"),
                    _ => format!("module has no attribute '{name}'"),
                }
            }
            // Its function was asked last.
            Value::Method(method) if !matches!(method.function, Value::Native(_)) => {
                return self.no_attribute(&method.function, name);
            }
            _ => format!(
                "'{}' object has no attribute '{name}'",
                self.type_name(value)
            ),
        };
        self.error_with(
            &self.types.attribute_error,
            message,
            &[
                ("name", Value::Str(Rc::clone(name))),
                ("obj", value.clone()),
            ],
        )
    }

    // ----- setting and deleting

    /// `value.name = new`
    pub fn store_attr(&mut self, value: &Value, name: &StrRef, new: Value) -> NativeResult {
        let custom = match value {
            Value::Instance(instance) => instance.class.borrow().traits.get().custom_setattr,
            Value::Class(class) => class
                .metaclass()
                .is_some_and(|m| m.traits.get().custom_setattr),
            Value::Module(module) => module
                .own_class
                .get()
                .is_some_and(|class| class.traits.get().custom_setattr),
            _ => false,
        };
        if custom {
            let hook = self.names.setattr.clone();
            if let Some(result) =
                self.call_special(value, &hook, [Value::Str(Rc::clone(name)), new.clone()])
            {
                return result;
            }
        }
        self.store_attr_plain(value, name, new)
    }

    /// `object.__setattr__`, `type.__setattr__`
    pub(crate) fn store_attr_plain(
        &mut self,
        value: &Value,
        name: &StrRef,
        new: Value,
    ) -> NativeResult {
        let name = &find_interned(name).unwrap_or_else(|| crate::object::intern(name.as_str()));
        if let Value::Class(class) = value {
            return self.store_class_attr(class, name, new);
        }
        if let Some(descriptor) = self.type_attr(value, name)
            && let Some(result) = self.descriptor_set(&descriptor, value, name, new.clone())
        {
            return result;
        }
        match value {
            Value::Instance(instance) => {
                if !instance.class.borrow().traits.get().has_dict {
                    return Err(self.no_attribute_to_set(value, name));
                }
                drop(instance.dict().set_name(name, new));
                Ok(Value::None)
            }
            Value::Module(module) => {
                drop(module.dict.set_name(name, new));
                Ok(Value::None)
            }
            Value::Function(function) => {
                let dict = function.extra().dict.get_or_init(DictObj::empty);
                drop(dict.set_name(name, new));
                Ok(Value::None)
            }
            _ => Err(self.no_attribute_to_set(value, name)),
        }
    }

    fn no_attribute_to_set(&self, value: &Value, name: &StrRef) -> Raise {
        if self.type_attr(value, name).is_some() {
            let class = self.type_name(value);
            return self
                .attribute_error(format!("'{class}' object attribute '{name}' is read-only"));
        }
        if let Value::Method(_) = value {
            return self.attribute_error(format!("'method' object has no attribute '{name}'"));
        }
        self.no_attribute(value, name)
    }

    /// `descriptor.__set__`; `None` if it has none.
    fn descriptor_set(
        &mut self,
        descriptor: &Value,
        value: &Value,
        name: &StrRef,
        new: Value,
    ) -> Option<NativeResult> {
        let Value::Instance(instance) = descriptor else {
            return None;
        };
        match &instance.payload {
            Payload::Property(parts) => {
                let setter = parts.borrow()[1].clone();
                if setter.is_none() {
                    let class = self.type_qualname(value);
                    let name = self.property_name(descriptor);
                    return Some(Err(self.attribute_error(format!(
                        "property{name} of '{class}' object has no setter"
                    ))));
                }
                Some(self.call_values(&setter, [value.clone(), new]))
            }
            Payload::GetSet(def, _) => Some(match def.set {
                Some(set) => set(self, value, new),
                None => {
                    let class = self.type_name(value);
                    Err(self.attribute_error(format!(
                        "attribute '{name}' of '{class}' objects is not writable"
                    )))
                }
            }),
            Payload::StaticMethod(_) | Payload::ClassMethod(_) => None,
            _ => {
                let hook = self.names.set.clone();
                let called = self.call_special(descriptor, &hook, [value.clone(), new]);
                called.or_else(|| self.half_descriptor(descriptor, &hook))
            }
        }
    }

    fn store_class_attr(&mut self, class: &Rc<Class>, name: &StrRef, new: Value) -> NativeResult {
        if class.is_builtin {
            return Err(self.immutable_type(class, name.as_str()));
        }
        let me = Value::Class(Rc::clone(class));
        let meta = self.class_of(&me);
        if let Some(descriptor) = self.class_attr(&meta, name)
            && let Some(result) = self.descriptor_set(&descriptor, &me, name, new.clone())
        {
            return result;
        }
        drop(class.dict.set_name(name, new));
        self.class_attr_changed(class, name);
        Ok(Value::None)
    }

    /// `del value.name`
    pub fn delete_attr(&mut self, value: &Value, name: &StrRef) -> NativeResult {
        let custom = match value {
            Value::Instance(instance) => instance.class.borrow().traits.get().custom_setattr,
            Value::Class(class) => class.metaclass().is_some(),
            Value::Module(module) => module.own_class.get().is_some(),
            _ => false,
        };
        if custom {
            let hook = self.names.delattr.clone();
            if let Some(result) = self.call_special(value, &hook, [Value::Str(Rc::clone(name))]) {
                return result;
            }
        }
        self.delete_attr_plain(value, name)
    }

    /// `object.__delattr__`, `type.__delattr__`
    pub(crate) fn delete_attr_plain(&mut self, value: &Value, name: &StrRef) -> NativeResult {
        if let Value::Class(class) = value {
            if class.is_builtin {
                return Err(self.immutable_type(class, name.as_str()));
            }
            if let Some(descriptor) = self.type_attr(value, name)
                && let Some(result) = self.descriptor_delete(&descriptor, value)
            {
                return result;
            }
            let removed = class.dict.remove_name(name);
            self.class_attr_changed(class, name);
            return match removed {
                Some(_) => Ok(Value::None),
                None => Err(self.no_attribute(value, name)),
            };
        }
        if let Some(descriptor) = self.type_attr(value, name)
            && let Some(result) = self.descriptor_delete(&descriptor, value)
        {
            return result;
        }
        match self.own_dict(value).and_then(|dict| dict.remove_name(name)) {
            Some(_) => Ok(Value::None),
            None => Err(self.no_attribute(value, name)),
        }
    }
}

//! Making classes (Python reference, 3.3.3 "Customizing class creation").

use super::{Args, Cx, NativeResult, Vm};
use crate::builtins::dict::dict_of;
use crate::object::{
    Binding, Class, ClassTraits, DictObj, Entry, Layout, NativeFunction, Payload, Raise, StrRef,
    Value, intern, next_version,
};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// Computes the annotations of a class body when the body is over, as Python
/// did up to 3.13: metaclasses and `__dict__` then show them. What cannot be
/// computed yet, such as the name of a later class, is left for when it is asked
/// for (PEP 649). Gives back what computes them, if they have been computed.
async fn annotate_now(cx: &Cx, namespace: &Rc<DictObj>) -> Result<Option<Value>, Raise> {
    let (from, to) = (intern("__annotate_func__"), intern("__annotations__"));
    let Some(annotate) = namespace.get_name(&from) else {
        return Ok(None);
    };
    if namespace.get_name(&to).is_some() {
        return Ok(None);
    }
    let annotations = match cx.call(&annotate, [Value::Int(1)]).await {
        Ok(annotations) => annotations,
        Err(raise) => {
            let is_final = cx.with(|vm| {
                vm.stopped.is_some() || !raise.class().is_subclass_of(&vm.types.exception)
            });
            return if is_final { Err(raise) } else { Ok(None) };
        }
    };
    // At the same place: programs print namespaces.
    let entries = namespace.table.borrow_mut().clear();
    for entry in entries
        .into_iter()
        .filter(|entry| !entry.key.is_undefined())
    {
        if matches!(&entry.key, Value::Str(key) if key.as_str() == from.as_str()) {
            namespace.set_name(&to, annotations.clone());
        } else {
            let mut table = namespace.table.borrow_mut();
            table.insert_new(entry.hash, entry.key, entry.value);
        }
    }
    Ok(Some(annotate))
}

/// The same for a mapping that is no dict. What cannot be computed yet is not
/// there: nothing but the namespace is left to keep it.
async fn annotate_mapping(cx: &Cx, mapping: &Value) -> Result<(), Raise> {
    let from = Value::Str(intern("__annotate_func__"));
    let annotate = match cx.get_item(mapping, &from).await {
        Ok(annotate) => annotate,
        Err(raise) if cx.with(|vm| raise.class().is_subclass_of(&vm.types.key_error)) => {
            return Ok(());
        }
        Err(raise) => return Err(raise),
    };
    let started = cx.with(|vm| vm.del_item(mapping, &from));
    cx.finish(started).await?;
    if let Ok(annotations) = cx.call(&annotate, [Value::Int(1)]).await {
        let to = Value::Str(intern("__annotations__"));
        cx.set_item(mapping, &to, annotations).await?;
    }
    Ok(())
}

/// What a class takes from its body.
struct Body {
    dict: Rc<DictObj>,
    qualname: StrRef,
    /// `__classcell__`
    cell: Option<Value>,
}

impl Vm {
    /// What `__prepare__` gives must have items.
    fn check_prepared(&mut self, metaclass: &Value, prepared: &Value) -> Result<(), Raise> {
        if self.type_attr(prepared, &self.names.getitem).is_some() {
            return Ok(());
        }
        let name = match metaclass {
            Value::Class(class) => class.name.borrow().to_string(),
            _ => "<metaclass>".to_owned(),
        };
        let got = self.type_name(prepared);
        Err(self.type_error(format!(
            "{name}.__prepare__() must return a mapping, not {got}"
        )))
    }

    /// `__build_class__(function, name, *bases, **keywords)`
    pub(crate) fn build_class(&mut self, mut args: Args) -> NativeResult {
        let mut keywords = args.take_keywords();
        let mut values = args.values.into_iter();
        let (Some(Value::Function(function)), Some(name)) = (values.next(), values.next()) else {
            return Err(self.type_error("__build_class__: not enough arguments"));
        };
        let original: Vec<Value> = values.collect();
        self.run_async("class", move |cx| async move {
            let bases = resolve_bases(&cx, &original).await?;
            let explicit = keywords
                .iter()
                .position(|(name, _)| name.as_str() == "metaclass")
                .map(|i| keywords.remove(i).1);
            let metaclass = cx.with(|vm| {
                // What is no class asks its type to make the class.
                let first = bases.first().map(|base| Value::Class(vm.class_of(base)));
                vm.pick_metaclass(explicit.or(first), &bases)
            })?;
            let names: Rc<[StrRef]> = keywords.iter().map(|(n, _)| Rc::clone(n)).collect();
            let with_keywords = |mut values: Vec<Value>| {
                values.extend(keywords.iter().map(|(_, v)| v.clone()));
                Args {
                    values: values.into(),
                    names: Some(Rc::clone(&names)),
                }
            };
            let bases_value = Value::tuple(bases.iter().cloned());
            let prepare_name = cx.with(|vm| vm.names.prepare.clone());
            let is_plain = cx
                .with(|vm| matches!(&metaclass, Value::Class(c) if Rc::ptr_eq(c, &vm.types.type_)));
            let mut mapping = Value::Undefined;
            let namespace = if is_plain {
                DictObj::empty()
            } else {
                match cx.get_attr_optional(&metaclass, &prepare_name).await? {
                    Some(prepare) => {
                        let args = with_keywords(vec![name.clone(), bases_value.clone()]);
                        match cx.call_args(&prepare, args).await? {
                            Value::Dict(dict) => dict,
                            // A class derived from dict: the body stores through
                            // its `__setitem__`.
                            other if let Some(dict) = dict_of(&other) => {
                                mapping = other;
                                dict
                            }
                            other => {
                                cx.with(|vm| vm.check_prepared(&metaclass, &other))?;
                                mapping = other;
                                DictObj::empty()
                            }
                        }
                    }
                    None => DictObj::empty(),
                }
            };
            let started =
                cx.with(|vm| vm.run_body(&function, Rc::clone(&namespace), mapping.clone()));
            cx.finish(started).await?;
            if !mapping.is_undefined() && dict_of(&mapping).is_none() {
                annotate_mapping(&cx, &mapping).await?;
            }
            let annotate = annotate_now(&cx, &namespace).await?;
            let resolved =
                original.len() != bases.len() || original.iter().zip(&bases).any(|(a, b)| !a.is(b));
            if resolved {
                let bases = Value::tuple(original.iter().cloned());
                if mapping.is_undefined() {
                    namespace.set_name(&intern("__orig_bases__"), bases);
                } else {
                    let key = Value::Str(intern("__orig_bases__"));
                    cx.set_item(&mapping, &key, bases).await?;
                }
            }
            let prepared = match mapping {
                Value::Undefined => Value::Dict(namespace),
                mapping => mapping,
            };
            let args = with_keywords(vec![name, bases_value, prepared]);
            let class = cx.call_args(&metaclass, args).await?;
            if let (Some(annotate), Value::Class(class)) = (annotate, &class) {
                class.annotate.replace(annotate);
            }
            Ok(class)
        })
    }

    /// Runs a class body in a namespace, which may be inside a mapping.
    fn run_body(
        &mut self,
        function: &Rc<crate::object::Function>,
        namespace: Rc<DictObj>,
        mapping: Value,
    ) -> NativeResult {
        let mut frame = self.bind_function(function, Args::default())?;
        frame.set_namespace(namespace, mapping);
        self.pending.push(super::Frame::Python(frame));
        Ok(Value::Undefined)
    }

    /// The most derived of the metaclasses of the bases and the explicit one.
    pub(crate) fn pick_metaclass(
        &mut self,
        explicit: Option<Value>,
        bases: &[Value],
    ) -> NativeResult {
        let mut winner = match explicit {
            Some(Value::Class(class)) => class,
            // Any callable may stand for a metaclass.
            Some(other) => return Ok(other),
            None => Rc::clone(&self.types.type_),
        };
        for base in bases {
            let meta = self.class_of(base);
            if winner.is_subclass_of(&meta) {
                continue;
            }
            if meta.is_subclass_of(&winner) {
                winner = meta;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
        Ok(Value::Class(winner))
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`
    pub(crate) fn type_new(
        &mut self,
        metaclass: &Rc<Class>,
        name: &StrRef,
        bases: &[Value],
        namespace: &Rc<DictObj>,
        keywords: Vec<(StrRef, Value)>,
    ) -> NativeResult {
        let metaclass =
            match self.pick_metaclass(Some(Value::Class(Rc::clone(metaclass))), bases)? {
                Value::Class(class) => class,
                _ => Rc::clone(metaclass),
            };
        let parents = self.parents_of(bases)?;
        let layout = self.common_layout(&parents)?;
        self.check_solid_bases(&parents)?;
        let ancestors = self.linearize(&parents)?;
        let Body {
            dict,
            qualname,
            cell,
        } = self.own_body(name, namespace);
        let has_slots = dict.get_name(&self.names.slots);
        let parent_dict = parents.iter().any(|p| p.traits.get().has_dict);
        let slots = match &has_slots {
            Some(slots) => Some(self.slot_names(slots, name, layout, parent_dict)?),
            None => None,
        };
        let has_dict = parent_dict
            || slots
                .as_ref()
                .is_none_or(|s| s.iter().any(|n| n.as_str() == "__dict__"));
        let own_metaclass =
            (!Rc::ptr_eq(&metaclass, &self.types.type_)).then(|| Rc::clone(&metaclass));
        // `__eq__` without `__hash__` makes instances unhashable.
        let hashed = dict.get_name(&self.names.hash).is_some()
            || slots.iter().flatten().any(|n| n.as_str() == "__hash__");
        if dict.get_name(&self.names.eq).is_some() && !hashed {
            dict.set_name(&self.names.hash, Value::None);
        }
        let class = Rc::new_cyclic(|me: &Weak<Class>| Class {
            name: RefCell::new(Rc::clone(name)),
            qualname: RefCell::new(qualname),
            bases: RefCell::new(parents.clone()),
            ancestors: RefCell::new(ancestors),
            dict,
            first_metaclass: own_metaclass,
            later_metaclass: OnceCell::new(),
            layout,
            is_builtin: false,
            version: Cell::new(next_version()),
            traits: Cell::new(ClassTraits {
                has_dict,
                ..ClassTraits::default()
            }),
            subclasses: RefCell::default(),
            me: me.clone(),
            itself: RefCell::default(),
            annotate: RefCell::default(),
            id: Cell::new(0),
            place: crate::object::Place::default(),
        });
        class.hold_itself();
        if let Some(Value::Cell(cell)) = cell {
            *cell.value.borrow_mut() = Value::Class(Rc::clone(&class));
        }
        for parent in &parents {
            parent.add_subclass(&class);
        }
        if let Some(slots) = slots {
            self.add_slots(&class, &slots)?;
        }
        let weakly = !matches!(
            layout,
            Layout::Int | Layout::Tuple | Layout::Bytes | Layout::Type
        ) && class.allows_weak_references()
            && !parents.iter().any(|p| p.is_weakly_referable());
        let attributes =
            has_dict && !parent_dict && !matches!(layout, Layout::Type | Layout::Module);
        self.add_own_attributes(&class, attributes, weakly);
        if class.dict.get_name(&self.names.doc).is_none() {
            class.dict.set_name(&self.names.doc, Value::None);
        }
        self.refresh_traits(&class);
        let own_order = class.metaclass().and_then(|metaclass| {
            let found = self.class_attr(metaclass, &intern("mro"));
            found.filter(|method| matches!(method, Value::Function(_)))
        });
        self.tell_of_class(class, own_order, keywords)
    }

    /// What acceptable bases there are; `object` if none are named.
    #[inline(never)]
    fn parents_of(&mut self, bases: &[Value]) -> Result<Vec<Rc<Class>>, Raise> {
        let mut parents = Vec::new();
        for base in bases {
            match base {
                Value::Class(class) => {
                    if class.layout == Layout::Final
                        || matches!(class.layout, Layout::Native(name) if is_final(name))
                        || class.layout == Layout::Bool
                        || class.layout == Layout::None
                    {
                        let name = class.name();
                        return Err(self
                            .type_error(format!("type '{name}' is not an acceptable base type")));
                    }
                    parents.push(Rc::clone(class));
                }
                _ => return Err(self.type_error("bases must be types")),
            }
        }
        if parents.is_empty() {
            parents.push(Rc::clone(&self.types.object));
        }
        Ok(parents)
    }

    /// A class's own copy of the namespace that its body made.
    #[inline(never)]
    fn own_body(&mut self, name: &StrRef, namespace: &DictObj) -> Body {
        let table = namespace.table.borrow().clone();
        let dict = DictObj::new(table);
        let is_derived = |entry: &Entry| matches!(entry.key, Value::Instance(_));
        if dict.table.borrow().iter().any(is_derived) {
            self.name_plainly(&dict);
        }
        let names = &self.names;
        let qualname = match dict.remove_name(&names.qualname) {
            Some(Value::Str(qualname)) => qualname,
            _ => Rc::clone(name),
        };
        let cell = dict.remove_name(&names.classcell);
        if dict.get_name(&names.module).is_none()
            && let Some(module) = self.calling_module()
        {
            dict.set_name(&self.names.module, module);
        }
        self.wrap_special_methods(&dict);
        Body {
            dict,
            qualname,
            cell,
        }
    }

    /// Makes plain texts of keys that are of classes derived from `str`, such as members
    /// of an enumeration: attributes are found by plain ones.
    fn name_plainly(&mut self, dict: &DictObj) {
        let entries = dict.table.borrow_mut().clear();
        for entry in entries.into_iter().filter(|e| !e.key.is_undefined()) {
            match self.unwrap_base(entry.key.clone()) {
                Value::Str(text) => {
                    dict.set_name(&intern(text.as_str()), entry.value);
                }
                _ => (dict.table.borrow_mut()).insert_new(entry.hash, entry.key, entry.value),
            }
        }
    }

    #[inline(never)]
    fn add_slots(&mut self, class: &Rc<Class>, slots: &[StrRef]) -> Result<(), Raise> {
        for slot in slots
            .iter()
            .filter(|n| n.as_str() != "__dict__" && n.as_str() != "__weakref__")
        {
            if class.dict.get_name(slot).is_some() {
                return Err(self.value_error(format!(
                    "'{slot}' in __slots__ conflicts with class variable"
                )));
            }
            let descriptor = crate::builtins::object::slot_descriptor(self, slot, class);
            class.dict.set_name(slot, descriptor);
        }
        Ok(())
    }

    /// The attributes of a new class that want to be told their names.
    #[inline(never)]
    fn wanting_names(&mut self, class: &Class) -> Vec<(StrRef, Value)> {
        let mut named: Vec<(StrRef, Value)> = {
            let table = class.dict.table.borrow();
            let entries = table.iter().filter_map(|e| match (&e.key, &e.value) {
                (Value::Str(name), Value::Instance(_)) => Some((Rc::clone(name), e.value.clone())),
                _ => None,
            });
            entries.collect()
        };
        let hook = self.names.set_name.clone();
        named.retain(|(_, value)| self.type_attr(value, &hook).is_some());
        named
    }

    /// Calls what wants to be told of a new class: `mro` of its metaclass,
    /// `__set_name__` of what it holds, `__init_subclass__` of its bases.
    #[inline(never)]
    fn tell_of_class(
        &mut self,
        class: Rc<Class>,
        own_order: Option<Value>,
        keywords: Vec<(StrRef, Value)>,
    ) -> NativeResult {
        let value = Value::Class(Rc::clone(&class));
        let needs_names = self.wanting_names(&class);
        self.run_async("class", move |cx| async move {
            if let Some(method) = own_order {
                let order = cx.call(&method, [value.clone()]).await?;
                let order = cx.collect(&order).await?;
                cx.with(|vm| vm.set_order(&class, order))?;
            }
            for (name, attribute) in needs_names {
                let hook = cx.with(|vm| vm.names.set_name.clone());
                let args = [value.clone(), Value::Str(Rc::clone(&name))];
                if let Err(cause) = cx.call_special(&attribute, &hook, args).await {
                    return Err(
                        cx.with(|vm| vm.set_name_error(cause, &attribute, name.as_str(), &class))
                    );
                }
            }
            init_subclass(&cx, &class, &value, keywords).await?;
            Ok(value)
        })
    }

    #[cold]
    fn set_name_error(&self, cause: Raise, attribute: &Value, name: &str, owner: &Class) -> Raise {
        let kind = self.type_name(attribute);
        let owner = owner.name();
        let raise = self.runtime_error(format!(
            "Error calling __set_name__ on '{kind}' instance '{name}' in '{owner}'"
        ));
        if let Some(data) = raise.data() {
            data.cause.replace(cause.value());
            data.context.replace(cause.value());
            data.suppress_context.set(true);
        }
        raise
    }

    /// `__init_subclass__` and `__class_getitem__` are class methods, `__new__`
    /// is static, without saying so.
    fn wrap_special_methods(&mut self, dict: &DictObj) {
        for name in [
            self.names.init_subclass.clone(),
            self.names.class_getitem.clone(),
        ] {
            if let Some(function @ Value::Function(_)) = dict.get_name(&name) {
                let wrapped = crate::object::Instance::new(
                    Rc::clone(&self.types.classmethod),
                    Payload::ClassMethod(Box::new(function)),
                );
                dict.set_name(&name, Value::Instance(wrapped));
            }
        }
        let name = self.names.new.clone();
        if let Some(function @ Value::Function(_)) = dict.get_name(&name) {
            let wrapped = crate::object::Instance::new(
                Rc::clone(&self.types.staticmethod),
                Payload::StaticMethod(Box::new(function)),
            );
            dict.set_name(&name, Value::Instance(wrapped));
        }
    }

    /// C3 linearization of the bases, the class itself left out.
    pub(super) fn linearize(&self, parents: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Raise> {
        for (i, parent) in parents.iter().enumerate() {
            if parents[..i].iter().any(|p| Rc::ptr_eq(p, parent)) {
                return Err(self.type_error(format!("duplicate base class {}", parent.name())));
            }
        }
        if let [parent] = parents {
            let order = parent.mro();
            self.charge_items(order.len())?;
            return Ok(order);
        }
        let mut lists: Vec<Vec<Rc<Class>>> = parents.iter().map(|p| p.mro()).collect();
        lists.push(parents.to_vec());
        self.charge_items(lists.iter().map(Vec::len).sum())?;
        // In how many lists a class is, but not at their heads.
        let mut behind: HashMap<*const Class, usize> = HashMap::new();
        for class in lists.iter().flat_map(|list| list.iter().skip(1)) {
            *behind.entry(Rc::as_ptr(class)).or_default() += 1;
        }
        let mut rests: Vec<&[Rc<Class>]> = lists.iter().map(Vec::as_slice).collect();
        let mut order: Vec<Rc<Class>> = Vec::new();
        loop {
            rests.retain(|list| !list.is_empty());
            if rests.is_empty() {
                return Ok(order);
            }
            let heads = || rests.iter().filter_map(|list| list.first());
            let is_free = |head: &&Rc<Class>| behind.get(&Rc::as_ptr(head)).is_none_or(|n| *n == 0);
            let Some(next) = heads().find(is_free).cloned() else {
                let mut names: Vec<String> = Vec::new();
                for head in heads() {
                    let head = head.name().to_string();
                    if !names.contains(&head) {
                        names.push(head);
                    }
                }
                return Err(self.type_error(format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            for list in &mut rests {
                if let [head, rest @ ..] = *list
                    && Rc::ptr_eq(head, &next)
                {
                    *list = rest;
                    if let Some(behind) = rest.first().and_then(|c| behind.get_mut(&Rc::as_ptr(c)))
                    {
                        *behind = behind.saturating_sub(1);
                    }
                }
            }
            order.push(next);
        }
    }

    /// To be called when attributes of a class changed.
    pub(crate) fn class_changed(&mut self, class: &Rc<Class>) {
        class.touch();
        self.refresh_traits(class);
    }

    /// To be called when one attribute of a class changed.
    pub(crate) fn class_attr_changed(&mut self, class: &Rc<Class>, name: &StrRef) {
        let below = class.touch();
        self.work(below.saturating_mul(32));
        // Only special methods are among the traits.
        if name.as_str().starts_with("__") {
            self.refresh_traits(class);
        }
    }

    /// Finds out again what hot paths ask of a class, and of those below it.
    pub(crate) fn refresh_traits(&mut self, class: &Rc<Class>) {
        self.refresh_own_traits(class);
        for class in class.descendants() {
            self.work(class.ancestors.borrow().len().saturating_mul(16));
            self.refresh_own_traits(&class);
        }
    }

    fn refresh_own_traits(&self, class: &Rc<Class>) {
        let names = &self.names;
        let of_object = |found: &Option<Value>| match found {
            Some(Value::Native(f)) => is_builtin_method(self, f),
            None => true,
            _ => false,
        };
        let is_python =
            |found: &Option<Value>| matches!(found, Some(Value::Function(_) | Value::Instance(_)));
        let find = |name: &StrRef| class.lookup_uncached(name);
        let traits = ClassTraits {
            has_del: find(&names.del).is_some(),
            has_getattr: find(&names.getattr).is_some(),
            custom_getattribute: !of_object(&find(&names.getattribute)),
            custom_setattr: !of_object(&find(&names.setattr)) || !of_object(&find(&names.delattr)),
            python_eq: is_python(&find(&names.eq)),
            python_hash: is_python(&find(&names.hash)),
            has_dict: class.traits.get().has_dict,
            is_abstract: matches!(find(&names.abstractmethods), Some(Value::FrozenSet(s)) if !s.table.is_empty())
                && class.dict.get_name(&names.abstractmethods).is_some(),
        };
        class.traits.set(traits);
    }

    /// `Can't instantiate abstract class …`
    #[cold]
    pub(crate) fn abstract_error(&self, class: &Rc<Class>) -> Raise {
        let mut methods: Vec<String> = match class.dict.get_name(&self.names.abstractmethods) {
            Some(Value::FrozenSet(s)) => s
                .table
                .iter()
                .filter_map(|(_, k)| k.as_str().map(str::to_owned))
                .collect(),
            _ => Vec::new(),
        };
        methods.sort();
        let plural = if methods.len() == 1 { "" } else { "s" };
        self.type_error(format!(
            "Can't instantiate abstract class {} with abstract method{plural} {}",
            class.name(),
            methods.join(", ")
        ))
    }

    /// `__name__` of the module that is running.
    pub(crate) fn calling_module(&self) -> Option<Value> {
        if let Some(frame) = self.caller_frame() {
            return frame.function.globals.get_name(&self.names.name);
        }
        self.stack.iter().rev().find_map(|frame| match frame {
            super::Frame::Python(frame) => frame.function.globals.get_name(&self.names.name),
            super::Frame::Native(_) => None,
        })
    }
}

/// Builtin types with native data that CPython lets nobody derive from.
fn is_final(layout: &str) -> bool {
    matches!(
        layout,
        "memoryview" | "mappingproxy" | "dict_keys" | "dict_values" | "dict_items"
    )
}

fn is_builtin_method(vm: &Vm, native: &NativeFunction) -> bool {
    native.def.binding == Binding::Method
        && native
            .owner
            .as_ref()
            .and_then(Weak::upgrade)
            .is_some_and(|owner| {
                Rc::ptr_eq(&owner, &vm.types.object)
                    || Rc::ptr_eq(&owner, &vm.types.type_)
                    || Rc::ptr_eq(&owner, &vm.types.module)
            })
}

/// Bases that are not classes may say what stands for them (`__mro_entries__`).
async fn resolve_bases(cx: &Cx, original: &[Value]) -> Result<Vec<Value>, Raise> {
    let mut bases = Vec::new();
    for base in original {
        if let Value::Class(_) = base {
            bases.push(base.clone());
            continue;
        }
        let name = cx.with(|vm| vm.names.mro_entries.clone());
        match cx.get_attr_optional(base, &name).await? {
            Some(method) => match cx
                .call(&method, [Value::tuple(original.iter().cloned())])
                .await?
            {
                Value::Tuple(entries) => bases.extend(entries.items().iter().cloned()),
                _ => return Err(cx.with(|vm| vm.type_error("__mro_entries__ must return a tuple"))),
            },
            None => bases.push(base.clone()),
        }
    }
    Ok(bases)
}

/// `super(class, class).__init_subclass__(**keywords)`
async fn init_subclass(
    cx: &Cx,
    class: &Rc<Class>,
    value: &Value,
    keywords: Vec<(StrRef, Value)>,
) -> Result<(), Raise> {
    let hook = cx.with(|vm| {
        let name = vm.names.init_subclass.clone();
        class
            .ancestors
            .borrow()
            .iter()
            .find_map(|c| c.dict.get_name(&name))
    });
    let names: Rc<[StrRef]> = keywords.iter().map(|(n, _)| Rc::clone(n)).collect();
    let mut values = vec![value.clone()];
    values.extend(keywords.into_iter().map(|(_, v)| v));
    match hook {
        Some(Value::Instance(instance)) => {
            if let Payload::ClassMethod(function) = &instance.payload {
                let args = Args {
                    values: values.into(),
                    names: Some(names),
                };
                cx.call_args(function, args).await?;
            }
        }
        Some(Value::Native(_)) | None if !names.is_empty() => {
            let name = class.name();
            return Err(cx.with(|vm| {
                vm.type_error(format!(
                    "{name}.__init_subclass__() takes no keyword arguments"
                ))
            }));
        }
        _ => {}
    }
    Ok(())
}

//! What instructions remember of attributes and names: inline caches beside them.

use super::{NativeResult, Vm};
use crate::code::{Site, SiteCache};
use crate::object::{CellObj, DictObj, Instance, Raise, Value, peek, str_hash};
use std::rc::Rc;

/// The cached fact that the class has no data descriptor of the site's name:
/// then the instance's dict comes first.
const PLAIN: u32 = 1;

/// The cached place is one in a module's namespace with these names.
const OF_MODULE: u32 = 2;

/// The cached fact that the class has a method of the site's name, and that no object
/// with these attributes hides it.
const METHOD: u32 = 3;

/// The cached place is one in `found_methods`: receivers are of a builtin class of this
/// version. The bits above count how often the site learned of another class.
const BUILTIN: u32 = 4;

/// One more class that a site learned of.
const ANOTHER_CLASS: u32 = 1 << 8;

/// Of so many classes a site learns; then it asks each time.
const MOST_CLASSES: u32 = 8;

impl Vm {
    /// `value.name` at a site.
    #[inline(never)]
    pub(crate) fn load_attr_at(&mut self, value: &Value, site: &Site) -> NativeResult {
        if let Some(found) = Self::known_attribute(value, site) {
            return Ok(found);
        }
        match value {
            Value::Instance(instance) => return self.load_attr_learning(value, instance, site),
            Value::Module(module) if module.own_class.get().is_none() => {
                if let Some(found) = learn_of_module(&module.dict, site) {
                    return Ok(found);
                }
            }
            _ => {}
        }
        self.load_attr(value, &site.name)
    }

    fn load_attr_learning(
        &mut self,
        value: &Value,
        instance: &Rc<Instance>,
        site: &Site,
    ) -> NativeResult {
        let (version, traits) = {
            let class = instance.class.borrow();
            (class.version.get(), class.traits.get())
        };
        if !traits.custom_getattribute {
            let on_class = self.class_attr(&instance.class.borrow(), &site.name);
            let plain = on_class
                .as_ref()
                .is_none_or(|a| !self.is_data_descriptor(a));
            if plain && let Some(dict) = instance.dict.get() {
                let table = dict.table.borrow();
                if let Some(position) = table.find_interned(&site.name, str_hash(&site.name)) {
                    site.cache.set(SiteCache {
                        version,
                        index: position as u32,
                        extra: PLAIN,
                    });
                    return Ok(table.value_at(position).cloned().unwrap_or_default());
                }
            }
            if let Some(method) = on_class.filter(Vm::binds) {
                return Ok(self.bound(method, value.another()));
            }
        }
        self.load_attr(value, &site.name)
    }

    /// The function that a site knows as the method of an instance, or as a
    /// module's function; `None` for all others.
    #[inline(always)]
    #[expect(
        unsafe_code,
        reason = "a value is copied, nothing else happens in between"
    )]
    pub(super) fn known_function(&self, value: &Value, site: &Site) -> Option<Value> {
        let cache = site.cache.get();
        // SAFETY of the references: they end with this function, which changes nothing.
        match value {
            Value::Instance(instance) if cache.extra == METHOD => {
                let class = unsafe { peek(&instance.class) }?;
                if class.version.get() != cache.version {
                    return None;
                }
                if let Some(dict) = unsafe { instance.dict.peek() } {
                    let table = unsafe { peek(&dict.table) }?;
                    if table.keys_version() != cache.index {
                        return None;
                    }
                }
                self.attr_cache.get(cache.version, &site.name)
            }
            Value::Module(_) => Self::known_attribute(value, site),
            _ => None,
        }
    }

    /// The attribute that a site knows the place of, in the dict of an instance
    /// or a module; `None` for all others.
    #[inline(always)]
    #[expect(
        unsafe_code,
        reason = "a value is copied, nothing else happens in between"
    )]
    pub(super) fn known_attribute(value: &Value, site: &Site) -> Option<Value> {
        let cache = site.cache.get();
        // SAFETY of the references: they end with this function, which changes nothing.
        match value {
            Value::Instance(instance) if cache.extra == PLAIN => {
                let class = unsafe { peek(&instance.class) }?;
                let dict = unsafe { instance.dict.peek() }?;
                let entry = unsafe { peek(&dict.table) }?.entry(cache.index as usize)?;
                let is_known = class.version.get() == cache.version
                    && matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, &site.name));
                is_known.then(|| entry.value.another())
            }
            Value::Module(module)
                if cache.extra == OF_MODULE && module.own_class.get().is_none() =>
            {
                let table = unsafe { peek(&module.dict.table) }?;
                let is_known = table.keys_version() == cache.version;
                let value = table.value_at(cache.index as usize)?;
                is_known.then(|| value.another())
            }
            _ => None,
        }
    }

    /// For a call of a method: function and receiver, or callable and nothing.
    /// `(Undefined, _)`: frames are pending whose result is the callable.
    #[inline(never)]
    pub(crate) fn load_method_at(
        &mut self,
        value: &Value,
        site: &Site,
    ) -> Result<(Value, Value), Raise> {
        let found = match value {
            Value::Instance(instance) => self.method_at(instance, site),
            Value::Class(_) | Value::Module(_) | Value::Function(_) => None,
            _ => self.builtin_method_at(value, site),
        };
        if let Some(function) = found {
            return Ok((function, value.another()));
        }
        Ok((self.load_attr_at(value, site)?, Value::Undefined))
    }

    /// A method of a value that is no instance of a class.
    #[inline]
    fn builtin_method_at(&mut self, value: &Value, site: &Site) -> Option<Value> {
        let cache = site.cache.get();
        if cache.extra % ANOTHER_CLASS == BUILTIN
            && let Some(class) = self.builtin_class_of(value)
            && class.version.get() == cache.version
            && let Some(method) = self.found_methods.get(cache.index as usize)
        {
            return Some(method.another());
        }
        self.learn_builtin_method(value, site)
    }

    #[inline(never)]
    fn learn_builtin_method(&mut self, value: &Value, site: &Site) -> Option<Value> {
        let found = self.type_attr(value, &site.name).filter(Vm::binds)?;
        let cache = site.cache.get();
        let class = self
            .builtin_class_of(value)
            .filter(|class| class.is_builtin);
        let seen = match cache.extra % ANOTHER_CLASS {
            BUILTIN => cache.extra + ANOTHER_CLASS,
            _ => BUILTIN,
        };
        // What is in Rust is there as long as the machine is.
        if let (Some(class), Value::Native(_)) = (class, &found)
            && seen / ANOTHER_CLASS < MOST_CLASSES
        {
            let version = class.version.get();
            let known = self.found_methods.iter().position(|it| it.is(&found));
            let index = known.unwrap_or(self.found_methods.len());
            if known.is_none() {
                self.found_methods.push(found.clone());
            }
            site.cache.set(SiteCache {
                version,
                index: index as u32,
                extra: seen,
            });
        }
        Some(found)
    }

    /// A method of the class of an instance that nothing of its own hides.
    #[inline]
    fn method_at(&self, instance: &Instance, site: &Site) -> Option<Value> {
        let class = instance.class.borrow();
        let (version, cache) = (class.version.get(), site.cache.get());
        let is_known = cache.extra == METHOD && cache.version == version;
        if !is_known && class.traits.get().custom_getattribute {
            return None;
        }
        let found = self.class_attr_here(&class, &site.name)?;
        if !is_known && !Vm::binds(&found) {
            return None;
        }
        if let Some(dict) = instance.dict.get() {
            let table = dict.table.borrow();
            let keys = table.keys_version();
            if !is_known || cache.index != keys {
                let hash = str_hash(&site.name);
                if table.find_interned(&site.name, hash).is_some() {
                    return None;
                }
                site.cache.set(SiteCache {
                    version,
                    index: keys,
                    extra: METHOD,
                });
            }
        }
        Some(found)
    }

    /// `value.name = new` at a site.
    #[inline(never)]
    pub(crate) fn store_attr_at(&mut self, value: &Value, site: &Site, new: Value) -> NativeResult {
        if let Value::Instance(instance) = value {
            let cache = site.cache.get();
            if cache.extra == PLAIN
                && cache.version == instance.class.borrow().version.get()
                && let Some(dict) = instance.dict.get()
            {
                let mut table = dict.table.borrow_mut();
                let hit = table.entry(cache.index as usize).is_some_and(
                    |e| matches!(&e.key, Value::Str(key) if Rc::ptr_eq(key, &site.name)),
                );
                if hit {
                    let old = table.set_value_at(cache.index as usize, new);
                    drop(table);
                    drop(old);
                    return Ok(Value::None);
                }
                // The attributes of a new object come in the same order as
                // those of the one before it.
                if table.slots() == cache.index as usize {
                    let hash = str_hash(&site.name);
                    if table.find_interned(&site.name, hash).is_none() {
                        table.insert_new(hash, Value::Str(Rc::clone(&site.name)), new);
                        return Ok(Value::None);
                    }
                }
            }
            let result = self.store_attr(value, &site.name, new)?;
            self.learn_store(instance, site);
            return Ok(result);
        }
        self.store_attr(value, &site.name, new)
    }

    fn learn_store(&mut self, instance: &Rc<Instance>, site: &Site) {
        let class = instance.class.borrow();
        let traits = class.traits.get();
        if traits.custom_setattr || !traits.has_dict {
            return;
        }
        if self
            .class_attr(&class, &site.name)
            .is_some_and(|a| self.is_data_descriptor(&a))
        {
            return;
        }
        if let Some(dict) = instance.dict.get()
            && let Some(position) = dict
                .table
                .borrow()
                .find_interned(&site.name, str_hash(&site.name))
        {
            site.cache.set(SiteCache {
                version: class.version.get(),
                index: position as u32,
                extra: PLAIN,
            });
        }
    }

    // ----- globals and cells

    /// A global that its site knows the place of; `None` for all others.
    #[inline(always)]
    #[expect(
        unsafe_code,
        reason = "a value is copied, nothing else happens in between"
    )]
    pub(crate) fn known_global(globals: &DictObj, site: &Site) -> Option<Value> {
        let cache = site.cache.get();
        // SAFETY: the reference ends with this function, which changes nothing.
        let table = unsafe { peek(&globals.table) }?;
        let is_known = cache.version == table.keys_version() && cache.extra == 0;
        table
            .value_at(cache.index as usize)
            .filter(|_| is_known)
            .map(Value::another)
    }

    /// A global or builtin at a site that does not know its place, see
    /// [`Vm::known_global`], or knows it among the builtins.
    #[inline(never)]
    pub(crate) fn load_global(&self, globals: &Rc<DictObj>, site: &Site) -> Option<Value> {
        let cache = site.cache.get();
        let table = globals.table.borrow();
        if cache.version == table.keys_version() && cache.version != 0 {
            let builtins = self.builtins.table.borrow();
            if cache.extra == builtins.keys_version() {
                return builtins.value_at(cache.index as usize).map(Value::another);
            }
        }
        let hash = str_hash(&site.name);
        if let Some(position) = table.find_interned(&site.name, hash) {
            site.cache.set(SiteCache {
                version: table.keys_version(),
                index: position as u32,
                extra: 0,
            });
            return table.value_at(position).cloned();
        }
        if let Some(own) = self.own_builtins(globals) {
            return own.get_name(&site.name);
        }
        let builtins = self.builtins.table.borrow();
        let position = builtins.find_interned(&site.name, hash)?;
        site.cache.set(SiteCache {
            version: table.keys_version(),
            index: position as u32,
            extra: builtins.keys_version(),
        });
        builtins.value_at(position).cloned()
    }

    /// What a program put in place of the builtins of a namespace.
    pub(crate) fn own_builtins(&self, globals: &DictObj) -> Option<Rc<DictObj>> {
        match globals.get_name(&self.names.builtins)? {
            Value::Dict(dict) => (!Rc::ptr_eq(&dict, &self.builtins)).then_some(dict),
            Value::Module(module) => {
                (!Rc::ptr_eq(&module.dict, &self.builtins)).then(|| Rc::clone(&module.dict))
            }
            _ => Some(DictObj::empty()),
        }
    }

    pub(crate) fn new_cell(value: Value) -> Value {
        Value::Cell(CellObj::new(value))
    }

    #[inline]
    pub(crate) fn load_cell(&self, cell: &Value) -> Option<Value> {
        match cell {
            Value::Cell(cell) => match &*cell.value.borrow() {
                Value::Undefined => None,
                value => Some(value.clone()),
            },
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn store_cell(&self, cell: &Value, value: Value) {
        if let Value::Cell(cell) = cell {
            let old = cell.value.replace(value);
            drop(old);
        }
    }
}

/// A name of a module at a site; `None` if the module itself has none.
fn learn_of_module(dict: &DictObj, site: &Site) -> Option<Value> {
    let table = dict.table.borrow();
    let position = table.find_interned(&site.name, str_hash(&site.name))?;
    site.cache.set(SiteCache {
        version: table.keys_version(),
        index: position as u32,
        extra: OF_MODULE,
    });
    table.value_at(position).cloned()
}

//! The builtin functions, and the methods of the builtin types.
//!
//! One file for each type or group of functions; each has a table of
//! [`NativeDef`]s and an `install` that puts them in place.

pub(crate) mod alias;
pub(crate) mod arguments;
mod async_step;
mod big_range;
mod bool_type;
pub(crate) mod breakpoint;
mod bytearray_type;
mod bytes_type;
mod code_replace;
mod code_type;
mod complex_type;
mod construct;
mod descriptors;
pub(crate) mod dict;
mod dict_ops;
mod dict_views;
pub(crate) mod exception_group;
mod exception_kinds;
mod exceptions;
mod execute;
mod float_type;
pub(crate) mod frame;
mod function_type;
mod functions;
mod generator;
mod getset;
mod instance_checks;
mod int_new;
mod int_type;
mod iterable_functions;
mod iterator_state;
mod iterators;
mod list;
mod list_slices;
mod memoryview;
mod module_type;
mod namespaces;
mod number_functions;
mod numbers;
pub(crate) mod object;
mod open;
mod os_error;
mod percent_format;
mod percent_quick;
mod print_input;
mod range;
mod sequence;
mod sequence_items;
mod set;
pub(crate) mod set_algebra;
mod set_ops;
pub(crate) mod slots;
mod sorting;
pub(crate) mod source_encoding;
mod str_type;
pub(crate) mod syntax_error;
pub mod traceback;
mod tuple;
pub(crate) mod type_type;

pub(crate) use async_step::{async_next, begins_in_place, resume_in_place, unfolded};
pub(crate) use generator::{delegate_in, delegate_of, driven_generator};

use crate::object::{
    Class, Instance, Layout, Module, NativeDef, NativeFunction, Receiver, Value, intern, names_of,
};
use crate::vm::{GetSet, Vm};
use std::cell::OnceCell;
use std::rc::Rc;

/// Fills the builtin classes and the namespace of `builtins`.
pub(crate) fn install(vm: &mut Vm) {
    object::install(vm);
    type_type::install(vm);
    descriptors::install(vm);
    function_type::install(vm);
    code_type::install(vm);
    module_type::install(vm);
    generator::install(vm);
    async_step::install(vm);
    getset::install(vm);
    frame::install(vm);
    alias::install(vm);
    int_type::install(vm);
    bool_type::install(vm);
    float_type::install(vm);
    complex_type::install(vm);
    str_type::install(vm);
    bytes_type::install(vm);
    bytearray_type::install(vm);
    memoryview::install(vm);
    execute::install(vm);
    dict::install(vm);
    dict_views::install(vm);
    list::install(vm);
    tuple::install(vm);
    set::install(vm);
    range::install(vm);
    iterators::install(vm);
    functions::install(vm);
    instance_checks::install(vm);
    iterable_functions::install(vm);
    namespaces::install(vm);
    number_functions::install(vm);
    print_input::install(vm);
    breakpoint::install(vm);
    open::install(vm);
    exceptions::install(vm);
    traceback::install(vm);
    install_module(vm);
}

/// `import builtins`
fn install_module(vm: &Vm) {
    let name = intern("builtins");
    let module = Module {
        name: Rc::clone(&name),
        dict: Rc::clone(&vm.builtins),
        own_class: OnceCell::new(),
    };
    vm.modules.set_name(&name, Value::Module(Rc::new(module)));
}

impl Vm {
    /// To be called when a builtin class got attributes. Nothing was looked up while
    /// the machine is being made; then all classes are touched at once.
    pub(crate) fn was_filled(&self, class: &Class) {
        if self.is_made {
            class.touch();
        }
    }

    /// Puts native methods into a builtin class.
    pub fn add_methods(&self, class: &Rc<Class>, defs: &'static [NativeDef]) {
        let receiver = if Rc::ptr_eq(class, &self.types.object) {
            Receiver::Any
        } else if class.layout == Layout::Object {
            Receiver::Whole
        } else {
            Receiver::Inner(class.layout)
        };
        class.dict.table.borrow_mut().reserve(defs.len());
        for (def, name) in defs.iter().zip(&*names_of(defs, |def| def.name)) {
            let function = NativeFunction {
                def,
                receiver,
                owner: Some(Rc::downgrade(class)),
                module: None,
            };
            class.dict.set_name(name, Value::Native(Rc::new(function)));
        }
        self.was_filled(class);
    }

    /// Puts computed attributes into a builtin class.
    pub fn add_getsets(&self, class: &Rc<Class>, defs: &'static [GetSet]) {
        let descriptor = Rc::clone(&self.types.getset_descriptor);
        for (def, name) in defs.iter().zip(&*names_of(defs, |def| def.name)) {
            let value = Instance::new(Rc::clone(&descriptor), getset::payload(def, class));
            class.dict.set_name(name, Value::Instance(value));
        }
        self.was_filled(class);
    }

    /// Puts functions into a namespace, as those of the module of this name.
    pub fn add_functions(
        &self,
        dict: &crate::object::DictObj,
        module: &str,
        defs: &'static [NativeDef],
    ) {
        let module = intern(module);
        for (def, name) in defs.iter().zip(&*names_of(defs, |def| def.name)) {
            let function = NativeFunction {
                def,
                owner: None,
                receiver: Receiver::Any,
                module: Some(Rc::clone(&module)),
            };
            dict.set_name(name, Value::Native(Rc::new(function)));
        }
    }
}

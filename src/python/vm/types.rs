//! The builtin classes of a run.

use super::named::{Fields, Named};
use crate::object::{Class, ClassTraits, Dict, DictObj, Layout, Place, intern, next_version};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::{array, mem};

/// A class without attributes; `bases` must be in order already.
pub(crate) fn new_builtin(name: &str, base: Option<&Rc<Class>>, layout: Layout) -> Rc<Class> {
    let name = intern(name);
    let class = Rc::new_cyclic(|me: &Weak<Class>| Class {
        name: RefCell::new(Rc::clone(&name)),
        qualname: RefCell::new(name),
        bases: RefCell::new(base.cloned().into_iter().collect()),
        ancestors: RefCell::new(base.map(|b| b.mro()).unwrap_or_default()),
        dict: DictObj::hidden(Dict::new()),
        first_metaclass: None,
        later_metaclass: OnceCell::new(),
        layout,
        is_builtin: true,
        version: Cell::new(next_version()),
        traits: Cell::new(ClassTraits::default()),
        subclasses: RefCell::default(),
        me: me.clone(),
        itself: RefCell::default(),
        annotate: RefCell::default(),
        id: Cell::new(0),
        place: Place::default(),
    });
    if let Some(base) = base {
        base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        let mut traits = base.traits.get();
        traits.has_dict = layout == Layout::Exception;
        class.traits.set(traits);
    }
    class
}

/// The place of a field among all.
macro_rules! place {
    ($field:ident) => {
        mem::offset_of!(TypeFields, $field) / size_of::<Rc<Class>>()
    };
}

macro_rules! types {
    (
        plain { $($field:ident = $name:literal, $layout:expr;)* }
        exceptions { $($exc:ident = $exc_name:literal, $base:ident;)* }
    ) => {
        /// The builtin classes of a run.
        #[expect(missing_docs, reason = "each field is named for its class")]
        #[repr(C)]
        pub struct TypeFields {
            pub object: Rc<Class>,
            pub int: Rc<Class>,
            pub bool: Rc<Class>,
            $(pub $field: Rc<Class>,)*
            $(pub $exc: Rc<Class>,)*
        }

        /// What is to be made, in the order of the fields: name, the place of the
        /// base, which comes before, and layout.
        const MADE: &[(&str, usize, Layout)] = {
            use Layout as L;
            &[
                ("object", 0, L::Object),
                ("int", place!(object), L::Int),
                ("bool", place!(int), L::Bool),
                $(($name, place!(object), $layout),)*
                $(($exc_name, place!($base), L::Exception),)*
            ]
        };
    };
}

// SAFETY: the macro writes no other fields.
#[expect(unsafe_code, reason = "see `Fields`")]
unsafe impl Fields for TypeFields {
    type Of = Rc<Class>;
}

/// The builtin classes of a run.
pub type Types = Named<TypeFields, { MADE.len() }>;

impl Types {
    /// Makes the classes; their attributes are filled in by `builtins`.
    pub(crate) fn without_attributes() -> Types {
        let mut made: Vec<Rc<Class>> = Vec::with_capacity(MADE.len());
        Types::new(array::from_fn(|_| {
            let (name, base, layout) = MADE[made.len()];
            let class = new_builtin(name, made.get(base), layout);
            made.push(Rc::clone(&class));
            class
        }))
    }

    /// All builtin exception classes.
    pub fn exceptions(&self) -> &[Rc<Class>] {
        self.values()
            .get(place!(base_exception)..)
            .unwrap_or_default()
    }
}

types! {
    plain {
        type_ = "type", L::Type;
        none_type = "NoneType", L::None;
        not_implemented_type = "NotImplementedType", L::Final;
        ellipsis_type = "ellipsis", L::Final;
        float = "float", L::Float;
        complex = "complex", L::Complex;
        str = "str", L::Str;
        bytes = "bytes", L::Bytes;
        bytearray = "bytearray", L::ByteArray;
        tuple = "tuple", L::Tuple;
        list = "list", L::List;
        dict = "dict", L::Dict;
        set = "set", L::Set;
        frozenset = "frozenset", L::FrozenSet;
        range = "range", L::Final;
        slice = "slice", L::Final;
        function = "function", L::Final;
        builtin_function = "builtin_function_or_method", L::Final;
        method_descriptor = "method_descriptor", L::Final;
        wrapper_descriptor = "wrapper_descriptor", L::Final;
        classmethod_descriptor = "classmethod_descriptor", L::Final;
        getset_descriptor = "getset_descriptor", L::Final;
        member_descriptor = "member_descriptor", L::Native("member_descriptor");
        method = "method", L::Final;
        method_wrapper = "method-wrapper", L::Final;
        module = "module", L::Module;
        generator = "generator", L::Final;
        coroutine = "coroutine", L::Final;
        async_generator = "async_generator", L::Final;
        async_generator_asend = "async_generator_asend", L::Native("async_generator_asend");
        async_generator_athrow = "async_generator_athrow", L::Native("async_generator_athrow");
        coroutine_wrapper = "coroutine_wrapper", L::Native("coroutine_wrapper");
        anext_awaitable = "anext_awaitable", L::Native("anext_awaitable");
        code = "code", L::Final;
        frame = "frame", L::Native("frame");
        traceback = "traceback", L::Native("traceback");
        cell = "cell", L::Final;
        property = "property", L::Native("property");
        staticmethod = "staticmethod", L::Native("staticmethod");
        classmethod = "classmethod", L::Native("classmethod");
        super_ = "super", L::Native("super");
        mapping_proxy = "mappingproxy", L::Native("mappingproxy");
        dict_keys = "dict_keys", L::Native("dict_keys");
        dict_values = "dict_values", L::Native("dict_values");
        dict_items = "dict_items", L::Native("dict_items");
        memoryview = "memoryview", L::Native("memoryview");
        generic_alias = "GenericAlias", L::Native("GenericAlias");
        union_type = "UnionType", L::Native("UnionType");
        simple_namespace = "SimpleNamespace", L::Native("SimpleNamespace");
        list_iterator = "list_iterator", L::Final;
        list_reverseiterator = "list_reverseiterator", L::Final;
        tuple_iterator = "tuple_iterator", L::Final;
        range_iterator = "range_iterator", L::Final;
        str_iterator = "str_iterator", L::Final;
        str_ascii_iterator = "str_ascii_iterator", L::Final;
        bytes_iterator = "bytes_iterator", L::Final;
        bytearray_iterator = "bytearray_iterator", L::Final;
        dict_keyiterator = "dict_keyiterator", L::Final;
        dict_valueiterator = "dict_valueiterator", L::Final;
        dict_itemiterator = "dict_itemiterator", L::Final;
        dict_reversekeyiterator = "dict_reversekeyiterator", L::Final;
        dict_reversevalueiterator = "dict_reversevalueiterator", L::Final;
        dict_reverseitemiterator = "dict_reverseitemiterator", L::Final;
        set_iterator = "set_iterator", L::Final;
        sequence_iterator = "iterator", L::Final;
        reversed = "reversed", L::Native("reversed");
        callable_iterator = "callable_iterator", L::Final;
        enumerate = "enumerate", L::Native("enumerate");
        zip = "zip", L::Native("zip");
        map = "map", L::Native("map");
        filter = "filter", L::Native("filter");
    }
    exceptions {
        base_exception = "BaseException", object;
        exception = "Exception", base_exception;
        base_exception_group = "BaseExceptionGroup", base_exception;
        generator_exit = "GeneratorExit", base_exception;
        keyboard_interrupt = "KeyboardInterrupt", base_exception;
        system_exit = "SystemExit", base_exception;
        arithmetic_error = "ArithmeticError", exception;
        floating_point_error = "FloatingPointError", arithmetic_error;
        overflow_error = "OverflowError", arithmetic_error;
        zero_division_error = "ZeroDivisionError", arithmetic_error;
        assertion_error = "AssertionError", exception;
        attribute_error = "AttributeError", exception;
        buffer_error = "BufferError", exception;
        eof_error = "EOFError", exception;
        import_error = "ImportError", exception;
        module_not_found_error = "ModuleNotFoundError", import_error;
        lookup_error = "LookupError", exception;
        index_error = "IndexError", lookup_error;
        key_error = "KeyError", lookup_error;
        memory_error = "MemoryError", exception;
        name_error = "NameError", exception;
        unbound_local_error = "UnboundLocalError", name_error;
        os_error = "OSError", exception;
        blocking_io_error = "BlockingIOError", os_error;
        child_process_error = "ChildProcessError", os_error;
        connection_error = "ConnectionError", os_error;
        broken_pipe_error = "BrokenPipeError", connection_error;
        connection_aborted_error = "ConnectionAbortedError", connection_error;
        connection_refused_error = "ConnectionRefusedError", connection_error;
        connection_reset_error = "ConnectionResetError", connection_error;
        file_exists_error = "FileExistsError", os_error;
        file_not_found_error = "FileNotFoundError", os_error;
        interrupted_error = "InterruptedError", os_error;
        is_a_directory_error = "IsADirectoryError", os_error;
        not_a_directory_error = "NotADirectoryError", os_error;
        permission_error = "PermissionError", os_error;
        process_lookup_error = "ProcessLookupError", os_error;
        timeout_error = "TimeoutError", os_error;
        reference_error = "ReferenceError", exception;
        runtime_error = "RuntimeError", exception;
        not_implemented_error = "NotImplementedError", runtime_error;
        recursion_error = "RecursionError", runtime_error;
        python_finalization_error = "PythonFinalizationError", runtime_error;
        stop_async_iteration = "StopAsyncIteration", exception;
        stop_iteration = "StopIteration", exception;
        syntax_error = "SyntaxError", exception;
        indentation_error = "IndentationError", syntax_error;
        tab_error = "TabError", indentation_error;
        system_error = "SystemError", exception;
        type_error = "TypeError", exception;
        value_error = "ValueError", exception;
        unicode_error = "UnicodeError", value_error;
        unicode_decode_error = "UnicodeDecodeError", unicode_error;
        unicode_encode_error = "UnicodeEncodeError", unicode_error;
        unicode_translate_error = "UnicodeTranslateError", unicode_error;
        warning = "Warning", exception;
        bytes_warning = "BytesWarning", warning;
        deprecation_warning = "DeprecationWarning", warning;
        encoding_warning = "EncodingWarning", warning;
        future_warning = "FutureWarning", warning;
        import_warning = "ImportWarning", warning;
        pending_deprecation_warning = "PendingDeprecationWarning", warning;
        resource_warning = "ResourceWarning", warning;
        runtime_warning = "RuntimeWarning", warning;
        syntax_warning = "SyntaxWarning", warning;
        unicode_warning = "UnicodeWarning", warning;
        user_warning = "UserWarning", warning;
    }
}

//! What messages call a type. CPython's own types that are written in C have
//! the name of their module in it, all others do not.

use super::Vm;
use crate::object::{Class, StrRef, Value, intern};

/// Modules, and their types that messages name with the module.
const WITH_MODULE: &[(&str, &[&str])] = &[
    ("_asyncio", &["Future", "FutureIter", "Task"]),
    ("_contextvars", &["Context", "ContextVar", "Token"]),
    (
        "_io",
        &[
            "BufferedRandom",
            "BufferedReader",
            "BufferedWriter",
            "BytesIO",
            "FileIO",
            "StringIO",
            "TextIOWrapper",
        ],
    ),
    ("_queue", &["SimpleQueue"]),
    ("_struct", &["Struct"]),
    ("_thread", &["RLock", "_local", "lock"]),
    ("array", &["array"]),
    ("collections", &["OrderedDict", "defaultdict", "deque"]),
    (
        "datetime",
        &[
            "date",
            "datetime",
            "time",
            "timedelta",
            "timezone",
            "tzinfo",
        ],
    ),
    ("decimal", &["Context", "Decimal"]),
    ("functools", &["_lru_cache_wrapper", "partial"]),
    (
        "itertools",
        &[
            "_grouper",
            "_tee",
            "accumulate",
            "chain",
            "combinations",
            "combinations_with_replacement",
            "compress",
            "count",
            "cycle",
            "dropwhile",
            "filterfalse",
            "groupby",
            "islice",
            "pairwise",
            "permutations",
            "product",
            "repeat",
            "starmap",
            "takewhile",
            "zip_longest",
        ],
    ),
    ("operator", &["attrgetter", "itemgetter", "methodcaller"]),
    ("os", &["stat_result", "terminal_size"]),
    ("re", &["Match", "Pattern"]),
    ("time", &["struct_time"]),
    ("types", &["GenericAlias", "SimpleNamespace", "UnionType"]),
    (
        "weakref",
        &["CallableProxyType", "ProxyType", "ReferenceType"],
    ),
];

impl Vm {
    /// What messages call the type of a value.
    pub fn type_name(&self, value: &Value) -> StrRef {
        self.name_in_messages(&self.class_of(value))
    }

    /// `type(value).__qualname__`
    #[cold]
    pub(crate) fn type_qualname(&self, value: &Value) -> StrRef {
        self.class_of(value).qualname.borrow().clone()
    }

    /// What messages call a class.
    #[cold]
    pub(crate) fn name_in_messages(&self, class: &Class) -> StrRef {
        let name = class.name();
        let Some(Value::Str(module)) = class.dict.get_name(&self.names.module) else {
            return name;
        };
        let listed = WITH_MODULE
            .iter()
            .find(|(listed, _)| *listed == module.as_str())
            .is_some_and(|(_, types)| types.contains(&name.as_str()));
        if listed {
            intern(&format!("{module}.{name}"))
        } else {
            name
        }
    }
}

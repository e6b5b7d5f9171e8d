//! `itertools`.
//!
//! Every iterator is an instance with a [`State`]; a step takes out of the
//! state what it needs, asks inner iterators and functions, and puts the rest
//! back: nothing is borrowed while Python code runs.

mod combine;
mod grouping;
mod make;
mod shown;
mod step;

use super::state_of;
use crate::object::{Class, DictObj, MANY, Native, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Where an iterator stands.
enum State {
    /// Exhausted.
    Done,
    Count {
        next: Value,
        step: Value,
    },
    Cycle {
        inner: Option<Value>,
        saved: Vec<Value>,
        at: usize,
    },
    /// `None`: for ever.
    Repeat {
        item: Value,
        left: Option<u64>,
    },
    Accumulate {
        inner: Value,
        function: Value,
        total: Option<Value>,
        started: bool,
    },
    /// The iterator of iterables, and the one being gone through.
    Chain {
        outer: Value,
        current: Option<Value>,
    },
    Compress {
        data: Value,
        selectors: Value,
    },
    DropWhile {
        test: Value,
        inner: Value,
        started: bool,
    },
    FilterFalse {
        test: Value,
        inner: Value,
    },
    TakeWhile {
        test: Value,
        inner: Value,
    },
    /// How many items have been taken, which comes next, and where it ends.
    Slice {
        inner: Value,
        taken: u64,
        next: u64,
        stop: Option<u64>,
        step: u64,
    },
    Pairwise {
        inner: Value,
        last: Option<Value>,
    },
    StarMap {
        function: Value,
        inner: Value,
    },
    ZipLongest {
        inner: Vec<Option<Value>>,
        fill: Value,
    },
    Batched {
        inner: Value,
        size: usize,
        strict: bool,
    },
    Tee(grouping::Reader),
    GroupBy(Rc<grouping::Groups>),
    Group {
        groups: Rc<grouping::Groups>,
        number: u64,
    },
    Combination(combine::Combination),
}

impl State {
    /// What the iterator holds, but for what it shares with others.
    fn contents(&self, out: &mut crate::collector::Contents) {
        match self {
            State::Cycle { inner, saved, .. } => {
                out.add_all(inner);
                out.add_all(saved);
            }
            State::Chain { outer, current } => {
                out.add(outer);
                out.add_all(current);
            }
            State::Slice { inner, .. } | State::Batched { inner, .. } => out.add(inner),
            State::Pairwise { inner, last } => {
                out.add(inner);
                out.add_all(last);
            }
            State::Accumulate {
                function,
                inner,
                total,
                ..
            } => {
                out.add_all([function, inner]);
                out.add_all(total);
            }
            State::DropWhile { test, inner, .. }
            | State::FilterFalse { test, inner }
            | State::TakeWhile { test, inner }
            | State::StarMap {
                function: test,
                inner,
            } => out.add_all([test, inner]),
            State::Compress { data, selectors } => out.add_all([data, selectors]),
            State::ZipLongest { inner, fill } => {
                out.add_all(inner.iter().flatten());
                out.add(fill);
            }
            _ => {}
        }
    }
}

/// An iterator of this module.
struct Tool(RefCell<State>);

impl Native for Tool {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        if let Ok(state) = self.0.try_borrow() {
            state.contents(out);
        }
    }

    fn clear(&self, out: &mut Vec<Value>) {
        match self.0.replace(State::Done) {
            State::Cycle { inner, saved, .. } => {
                out.extend(inner);
                out.extend(saved);
            }
            State::Chain { outer, current } => {
                out.push(outer);
                out.extend(current);
            }
            State::Slice { inner, .. }
            | State::Batched { inner, .. }
            | State::Pairwise { inner, .. } => out.push(inner),
            State::Accumulate { inner, total, .. } => {
                out.push(inner);
                out.extend(total);
            }
            State::DropWhile { inner, .. }
            | State::FilterFalse { inner, .. }
            | State::TakeWhile { inner, .. }
            | State::StarMap { inner, .. } => out.push(inner),
            State::ZipLongest { inner, .. } => out.extend(inner.into_iter().flatten()),
            _ => {}
        }
    }
}

const STEPS: &[NativeDef] = &[
    NativeDef::method("__iter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__next__", step::next, 0, 0),
];

const CHAIN: &[NativeDef] = &[NativeDef::class_method(
    "from_iterable",
    make::chain_from_iterable,
    1,
    1,
)];
const TEE: &[NativeDef] = &[NativeDef::method("__copy__", grouping::copy_tee, 0, 0)];
const FUNCTIONS: &[NativeDef] = &[NativeDef::function("tee", grouping::tee, 1, 2)];

/// The constructors, by class name.
const CONSTRUCTORS: &[(&str, &[NativeDef])] = &[
    (
        "accumulate",
        &[keyworded(
            make::accumulate,
            1,
            &["iterable", "func", "initial"],
            1,
        )],
    ),
    (
        "batched",
        &[keyworded(make::batched, 2, &["iterable", "n", "strict"], 1)],
    ),
    ("chain", &[positional(make::chain, 0, MANY)]),
    (
        "combinations",
        &[keyworded(combine::combinations, 2, &["iterable", "r"], 0)],
    ),
    (
        "combinations_with_replacement",
        &[keyworded(
            combine::combinations_with_replacement,
            2,
            &["iterable", "r"],
            0,
        )],
    ),
    (
        "compress",
        &[keyworded(make::compress, 2, &["data", "selectors"], 0)],
    ),
    ("count", &[keyworded(make::count, 0, &["start", "step"], 0)]),
    ("cycle", &[positional(make::cycle, 1, 1)]),
    ("dropwhile", &[positional(make::drop_while, 2, 2)]),
    ("filterfalse", &[positional(make::filter_false, 2, 2)]),
    (
        "groupby",
        &[keyworded(grouping::group_by, 1, &["iterable", "key"], 0)],
    ),
    ("islice", &[positional(make::slice, 2, 4)]),
    ("pairwise", &[positional(make::pairwise, 1, 1)]),
    (
        "permutations",
        &[keyworded(combine::permutations, 1, &["iterable", "r"], 0)],
    ),
    (
        "product",
        &[positional(combine::product, 0, MANY).any_keywords()],
    ),
    (
        "repeat",
        &[keyworded(make::repeat, 1, &["object", "times"], 0)],
    ),
    ("starmap", &[positional(make::star_map, 2, 2)]),
    ("takewhile", &[positional(make::take_while, 2, 2)]),
    (
        "zip_longest",
        &[positional(make::zip_longest, 0, MANY).any_keywords()],
    ),
];

const fn positional(function: crate::object::NativeFn, min: u16, max: u16) -> NativeDef {
    NativeDef::static_method("__new__", function, min, max)
}

const fn keyworded(
    function: crate::object::NativeFn,
    min: u16,
    params: &'static [&'static str],
    keyword_only: u16,
) -> NativeDef {
    NativeDef::static_method("__new__", function, min, params.len() as u16)
        .with_params(params)
        .keyword_only(keyword_only)
}

/// The classes whose instances are not made by calling them.
struct Types {
    tee: Rc<Class>,
    group: Rc<Class>,
}

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    for (name, constructor) in CONSTRUCTORS {
        let class = vm.native_class(namespace, "itertools", name, STEPS);
        vm.add_methods(&class, constructor);
        match *name {
            "chain" => vm.add_methods(&class, CHAIN),
            "count" => vm.add_methods(&class, shown::COUNT),
            "repeat" => vm.add_methods(&class, shown::REPEAT),
            _ => {}
        }
    }
    let tee = vm.native_class(namespace, "itertools", "_tee", STEPS);
    vm.add_methods(&tee, TEE);
    let group = vm.native_class(namespace, "itertools", "_grouper", STEPS);
    vm.set_extension(Rc::new(Types { tee, group }));
    vm.add_functions(namespace, "itertools", FUNCTIONS);
    Ok(())
}

/// A new iterator.
fn tool(vm: &Vm, class: &Value, state: State) -> NativeResult {
    vm.native_object(class, Tool(RefCell::new(state)))
}

/// The state of an iterator of this module.
fn state<'a>(vm: &Vm, value: &'a Value) -> Result<&'a RefCell<State>, Raise> {
    match state_of::<Tool>(value) {
        Some(tool) => Ok(&tool.0),
        None => Err(vm.type_error(format!(
            "'{}' object is not an iterator of itertools",
            vm.type_name(value)
        ))),
    }
}

/// Makes an iterator of the first iterable and goes on with it.
fn with_iterator(
    vm: &mut Vm,
    mut args: Args,
    iterable: usize,
    then: impl FnOnce(Args, Value) -> State + 'static,
) -> NativeResult {
    let class = args.take(0);
    let iterable = args.take(iterable);
    vm.run_async("itertools", move |cx| async move {
        let inner = cx.iter(&iterable).await?;
        cx.with(|vm| tool(vm, &class, then(args, inner)))
    })
}

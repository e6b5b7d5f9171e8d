//! `_random`: the MersenneTwister Twister behind `random.Random`.

use super::state_of;
use crate::number::int::MOST_BITS;
use crate::number::mersenne::MersenneTwister;
use crate::object::{DictObj, MANY, Native, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use num_bigint::BigInt;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// A generator's state.
struct Generator(RefCell<MersenneTwister>);

impl Native for Generator {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("seed", seed, 0, 1).walks_all(),
    NativeDef::method(
        "random",
        |vm, args| Ok(Value::Float(with(vm, &args, MersenneTwister::random)?)),
        0,
        0,
    ),
    NativeDef::method("getrandbits", bits, 1, 1),
    NativeDef::method("getstate", get_state, 0, 0),
    NativeDef::method("setstate", set_state, 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    let class = vm.native_class(namespace, "_random", "Random", METHODS);
    super::allow_attributes(&class);
    Ok(())
}

fn with<R>(vm: &Vm, args: &Args, act: impl FnOnce(&mut MersenneTwister) -> R) -> Result<R, Raise> {
    match args.values.first().and_then(state_of::<Generator>) {
        Some(generator) => Ok(act(&mut generator.0.borrow_mut())),
        None => Err(vm.type_error("descriptor requires a '_random.Random' object")),
    }
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let seed = BigInt::from(vm.options.seed);
    vm.native_object(
        &args.take(0),
        Generator(RefCell::new(MersenneTwister::from_int(&seed))),
    )
}

fn seed(vm: &mut Vm, mut args: Args) -> NativeResult {
    let seed = match args.optional(1) {
        // Where CPython asks the system for randomness, the run's seed decides.
        None | Some(Value::None) => BigInt::from(vm.options.seed),
        Some(Value::Int(i)) => BigInt::from(i),
        Some(Value::Bool(b)) => BigInt::from(i64::from(b)),
        Some(Value::BigInt(i)) => (*i).clone(),
        // Anything else counts by its hash, taken as an unsigned number.
        Some(other) => match vm.hash(&other)? {
            Value::Int(hash) => BigInt::from(hash as u64),
            _ => {
                vm.pending.clear();
                return Err(vm.type_error("unsupported seed"));
            }
        },
    };
    with(vm, &args, |generator| {
        *generator = MersenneTwister::from_int(&seed)
    })?;
    Ok(Value::None)
}

fn bits(vm: &mut Vm, mut args: Args) -> NativeResult {
    let count = args.take(1);
    let count = vm.int_argument(&count)?;
    vm.charge(crate::number::size::clamped(count / 8))?;
    if u64::try_from(count).is_ok_and(|count| count > MOST_BITS) {
        return Err(vm.memory_error());
    }
    let bits = with(vm, &args, |generator| generator.bits(count))?;
    bits.map(Value::big).map_err(|error| vm.text_error(error))
}

fn get_state(vm: &mut Vm, args: Args) -> NativeResult {
    let state = with(vm, &args, |generator| generator.state())?;
    Ok(Value::tuple(
        state.into_iter().map(|word| Value::Int(i64::from(word))),
    ))
}

fn set_state(vm: &mut Vm, mut args: Args) -> NativeResult {
    let state = args.take(1);
    let Value::Tuple(words) = &state else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    let mut vector = Vec::with_capacity(words.items().len());
    for word in words.items() {
        match word {
            Value::Int(i) => {
                vector.push(u32::try_from(*i).map_err(|_| vm.value_error("invalid state"))?)
            }
            _ => return Err(vm.type_error("an integer is required")),
        }
    }
    let result = with(vm, &args, |generator| generator.set_state(&vector))?;
    result.map_err(|error| vm.text_error(error))?;
    Ok(Value::None)
}

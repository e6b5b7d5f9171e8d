//! `_hash`: the digests behind `hashlib`, from the RustCrypto crates.

use super::state_of;
use crate::builtins::arguments::bytes_value;
use crate::object::{DictObj, Native, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use sha2::digest::DynDigest;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// The state of one digest.
struct State(RefCell<Box<dyn DynDigest>>);

impl Native for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 1, 1),
    NativeDef::method("update", update, 1, 1).walks_all(),
    NativeDef::method("digest", digest, 0, 0),
    NativeDef::method("copy_state", copy_state, 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    let class = vm.native_class(namespace, "_hash", "State", METHODS);
    super::allow_attributes(&class);
    Ok(())
}

/// `State(name)`; ValueError for a digest that is not here.
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, name) = (args.take(0), args.take(1));
    let name = vm.text_argument(&name, |given| format!("name must be a string, not {given}"))?;
    let state: Box<dyn DynDigest> = match name.as_str() {
        "md5" => Box::new(md5::Md5::default()),
        "sha1" => Box::new(sha1::Sha1::default()),
        "sha224" => Box::new(sha2::Sha224::default()),
        "sha256" => Box::new(sha2::Sha256::default()),
        "sha384" => Box::new(sha2::Sha384::default()),
        "sha512" => Box::new(sha2::Sha512::default()),
        other => return Err(vm.value_error(format!("unsupported hash type {other}"))),
    };
    vm.native_object(&class, State(RefCell::new(state)))
}

fn state<'a>(vm: &Vm, value: &'a Value) -> Result<&'a State, Raise> {
    state_of::<State>(value).ok_or_else(|| vm.wrong_receiver("_hash.State", value))
}

fn update(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, data) = (args.take(0), args.take(1));
    if vm.text_of(&data).is_some() {
        return Err(vm.type_error("Strings must be encoded before hashing"));
    }
    let Some(data) = vm.buffer_of(&data) else {
        return Err(vm.type_error("object supporting the buffer API required"));
    };
    state(vm, &me)?.0.borrow_mut().update(&data);
    Ok(Value::None)
}

fn digest(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let finished = state(vm, &me)?.0.borrow().box_clone().finalize();
    Ok(bytes_value(finished))
}

/// Takes over the state of another object of the same digest.
fn copy_state(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    let copy = state(vm, &other)?.0.borrow().box_clone();
    state(vm, &me)?.0.replace(copy);
    Ok(Value::None)
}

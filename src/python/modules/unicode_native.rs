//! `_unicode`: what the library's `unicodedata` cannot find in its own tables:
//! normal forms (Unicode Standard Annex 15) and names. The tables behind them
//! are those of the parser, which normalizes identifiers and reads `\N{…}`.

use crate::object::{DictObj, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("normalize", normalize, 2, 2),
    NativeDef::function("combining", combining, 1, 1),
    NativeDef::function("canonical", canonical, 1, 1),
    NativeDef::function("known_name", known_name, 1, 1),
    NativeDef::function("named", named, 1, 1),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_unicode", FUNCTIONS);
    Ok(())
}

/// `normalize(form, text)`; ValueError for an unknown form.
fn normalize(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (form, text) = (args.take(0), args.take(1));
    let form = vm.text_argument(&form, |given| {
        format!("normalize() argument 1 must be str, not {given}")
    })?;
    let text = vm.text_argument(&text, |given| {
        format!("normalize() argument 2 must be str, not {given}")
    })?;
    let text = text.as_str();
    let normal = match form.as_str() {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return Err(vm.value_error("invalid normalization form")),
    };
    Ok(Value::string(normal))
}

/// The only character of a text; its caller has seen to it that there is one.
fn character(vm: &Vm, value: &Value) -> Result<char, Raise> {
    let text = vm.text_argument(value, |given| format!("expected str, not {given}"))?;
    match text.as_str().chars().next() {
        Some(character) => Ok(character),
        None => Err(vm.type_error("expected a character")),
    }
}

/// The canonical combining class of a character.
fn combining(vm: &mut Vm, mut args: Args) -> NativeResult {
    let character = character(vm, &args.take(0))?;
    Ok(Value::Int(i64::from(canonical_combining_class(character))))
}

/// The full canonical decomposition of a character.
fn canonical(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mut parts = String::new();
    decompose_canonical(character(vm, &args.take(0))?, |part| parts.push(part));
    Ok(Value::string(parts))
}

/// The name of a character, None if it is not in the table.
fn known_name(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = unicode_names2::name(character(vm, &args.take(0))?);
    Ok(name.map_or(Value::None, Value::str))
}

/// The character of a name, None if it is not in the table.
fn named(vm: &mut Vm, mut args: Args) -> NativeResult {
    let name = args.take(0);
    let name = vm.text_argument(&name, |given| {
        format!("lookup() argument must be str, not {given}")
    })?;
    let found = unicode_names2::character(name.as_str());
    Ok(found.map_or(Value::None, |c| Value::str(c.encode_utf8(&mut [0; 4]))))
}

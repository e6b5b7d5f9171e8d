//! `str.translate`, `str.maketrans`, `str.encode`.

use super::receiver;
use crate::builtins::arguments::bytes_value;
use crate::object::{Dict, DictObj, NativeDef, Raise, Value};
use crate::text::methods::Translated;
use crate::text::surrogates::{char_of, code_of};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) const METHODS: &[NativeDef] = &[
    NativeDef::method("encode", encode, 0, 2)
        .walks_all()
        .with_params(&["encoding", "errors"]),
    NativeDef::method("translate", translate, 1, 1).walks_all(),
    NativeDef {
        binding: crate::object::Binding::Static,
        ..NativeDef::function("maketrans", make_translation, 1, 3).walks_all()
    },
];

fn encode(vm: &mut Vm, mut args: Args) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let encoding = vm.named_text(args.optional(1), "encode", "encoding", "utf-8")?;
    let errors = vm.named_text(args.optional(2), "encode", "errors", "strict")?;
    match vm.encode_text(&text, &encoding, &errors) {
        Err(raise) if vm.raises(&raise, &vm.types.lookup_error) => {
            let names = [encoding, errors].map(|name| Value::str(name.as_str()));
            let text = [Value::Str(text)].into_iter();
            vm.call_prelude("encode", text.chain(names).collect())
        }
        outcome => outcome.map(bytes_value),
    }
}

fn translate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let text = receiver(vm, &mut args)?;
    let table = args.take(1);
    vm.run_async("translate", move |cx| async move {
        let mut known: HashMap<char, Translated> = HashMap::new();
        cx.with(|vm| vm.charge(text.as_str().len()))?;
        let mut out = String::with_capacity(text.as_str().len());
        for c in text.as_str().chars() {
            let new = match known.entry(c) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(look_up(&cx, &table, c).await?),
            };
            match new {
                Translated::Same => out.push(c),
                Translated::Nothing => {}
                Translated::Char(new) => out.push(*new),
                Translated::Text(new) => {
                    // Beyond what was set aside the text doubles its place.
                    if out.len().saturating_add(new.len()) > out.capacity() {
                        cx.with(|vm| {
                            vm.charge(out.capacity().saturating_add(new.len()).saturating_mul(2))
                        })?;
                    }
                    out.push_str(new);
                }
            }
        }
        Ok(Value::string(out))
    })
}

/// What the table says of a character; LookupError means nothing.
async fn look_up(cx: &Cx, table: &Value, c: char) -> Result<Translated, Raise> {
    let found = match cx.get_item(table, &Value::Int(i64::from(code_of(c)))).await {
        Ok(found) => cx.with(|vm| vm.unwrap_base(found)),
        Err(raise) if cx.with(|vm| raise.class().is_subclass_of(&vm.types.lookup_error)) => {
            return Ok(Translated::Same);
        }
        Err(raise) => return Err(raise),
    };
    let out_of_range =
        || cx.with(|vm| vm.value_error("character mapping must be in range(0x110000)"));
    match found {
        Value::None => Ok(Translated::Nothing),
        Value::Str(text) => Ok(Translated::Text(text.as_str().to_owned())),
        Value::Bool(code) => Ok(Translated::Char(char::from(u8::from(code)))),
        Value::Int(code) => match u32::try_from(code).ok().and_then(char_of) {
            Some(new) => Ok(Translated::Char(new)),
            None => Err(out_of_range()),
        },
        Value::BigInt(_) => Err(out_of_range()),
        _ => Err(cx.with(|vm| vm.type_error("character mapping must return integer, None or str"))),
    }
}

fn make_translation(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (from, to, gone) = (args.take(0), args.optional(1), args.optional(2));
    let mut table = Table::default();
    let Some(to) = to else {
        let Value::Dict(given) = vm.unwrap_base(from) else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        for entry in given.table.borrow().iter() {
            let key = match vm.unwrap_base(entry.key.clone()) {
                key @ (Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => key,
                Value::Str(text) => match (text.len(), text.char_at(0)) {
                    (1, Some(c)) => code(c),
                    _ => {
                        return Err(
                            vm.value_error("string keys in translate table must be of length 1")
                        );
                    }
                },
                _ => {
                    return Err(
                        vm.type_error("keys in translate table must be strings or integers")
                    );
                }
            };
            table.set(vm, key, entry.value.clone());
        }
        return Ok(table.value());
    };
    let from = vm.text_argument(&from, |_| {
        "first maketrans argument must be a string if there is a second argument".to_owned()
    })?;
    let to = vm.text_parameter(&to, "maketrans() argument 2")?;
    if from.len() != to.len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.as_str().chars().zip(to.as_str().chars()) {
        table.set(vm, code(from), code(to));
    }
    if let Some(gone) = gone {
        let gone = vm.text_parameter(&gone, "maketrans() argument 3")?;
        for c in gone.as_str().chars() {
            table.set(vm, code(c), Value::None);
        }
    }
    Ok(table.value())
}

fn code(c: char) -> Value {
    Value::Int(i64::from(code_of(c)))
}

/// A dict whose keys are all plain ints.
#[derive(Default)]
struct Table(Dict);

impl Table {
    fn set(&mut self, vm: &Vm, key: Value, value: Value) {
        let Some(hash) = vm.simple_hash(&key) else {
            return;
        };
        match self.0.find(hash, |known| vm.simple_equal(known, &key)) {
            crate::object::Lookup::Found(position) => drop(self.0.set_value_at(position, value)),
            _ => self.0.insert_new(hash, key, value),
        }
    }

    fn value(self) -> Value {
        Value::Dict(DictObj::new(self.0))
    }
}

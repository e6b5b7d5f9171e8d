//! `str`: the constructor and the special methods; the others by concern.

mod cases;
mod format;
mod layout;
mod search;
mod splitting;
mod translate;

use super::{numbers, slots};
use crate::object::{NativeDef, Raise, Str, StrRef, Value};
use crate::text::ErrorKind;
use crate::text::codecs::{self, Codec};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, 3).with_params(&["object", "encoding", "errors"]),
    NativeDef::method("__str__", itself, 0, 0),
    NativeDef::method("__add__", concatenate, 1, 1),
    NativeDef::method("__mod__", |vm, args| percent(vm, args, false), 1, 1).walks_all(),
    NativeDef::method("__rmod__", |vm, args| percent(vm, args, true), 1, 1).walks_all(),
    NativeDef::method("__format__", numbers::format, 1, 1).walks_all(),
    NativeDef::method(
        "__getnewargs__",
        |vm, mut args| Ok(Value::tuple([receiver(vm, &mut args)?.into()])),
        0,
        0,
    ),
    slots::REPR,
    slots::HASH,
    slots::LEN,
    slots::ITER,
    slots::GETITEM,
    slots::CONTAINS,
    slots::MUL,
    slots::RMUL,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.str;
    for table in [
        METHODS,
        cases::METHODS,
        search::METHODS,
        layout::METHODS,
        splitting::METHODS,
        translate::METHODS,
        format::METHODS,
    ] {
        vm.add_methods(class, table);
    }
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<StrRef, Raise> {
    match args.take(0) {
        Value::Str(text) => Ok(text),
        other => Err(vm.wrong_receiver("str", &other)),
    }
}

/// What a method answers that may leave the text as it is: then the same object.
fn same_or_new(text: StrRef, new: &str) -> Value {
    if new.len() == text.as_str().len() {
        Value::Str(text)
    } else {
        Value::str(new)
    }
}

fn itself(vm: &mut Vm, mut args: Args) -> NativeResult {
    receiver(vm, &mut args).map(Value::Str)
}

fn concatenate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (left, right) = (args.take(0), args.take(1));
    let right = vm.unwrap_base(right);
    match vm.sequence_concat(&left, &right) {
        Some(result) => result,
        None => {
            let name = vm.type_name(&right);
            Err(vm.type_error(format!("can only concatenate str (not \"{name}\") to str")))
        }
    }
}

fn percent(vm: &mut Vm, mut args: Args, reflected: bool) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    if !reflected {
        return vm.percent_format(&me, &other);
    }
    match vm.unwrap_base(other) {
        template @ Value::Str(_) => vm.percent_format(&template, &me),
        _ => Ok(Value::NotImplemented),
    }
}

/// `str(object)`, `str(bytes, encoding, errors)`
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, object, encoding, errors) = (
        args.take(0),
        args.optional(1),
        args.optional(2),
        args.optional(3),
    );
    let str = Rc::clone(&vm.types.str);
    vm.class_argument(&class, &str)?;
    if encoding.is_some() || errors.is_some() {
        let text = decode(
            vm,
            object.unwrap_or_else(|| super::arguments::bytes_value([])),
            encoding,
            errors,
        )?;
        return vm.object_of(&class, &str, text);
    }
    let Some(object) = object else {
        return vm.object_of(&class, &str, Value::str(""));
    };
    match vm.str_of(&object)? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, move |vm, text| vm.object_of(&class, &str, text))
        }
        text => vm.object_of(&class, &str, text),
    }
}

fn decode(
    vm: &mut Vm,
    object: Value,
    encoding: Option<Value>,
    errors: Option<Value>,
) -> NativeResult {
    let encoding = vm.named_text(encoding, "str", "encoding", "utf-8")?;
    let errors = vm.named_text(errors, "str", "errors", "strict")?;
    if vm.text_of(&object).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    match vm.buffer_of(&object) {
        Some(bytes) => vm.decode_bytes(&bytes, &encoding, &errors),
        None => {
            let name = vm.type_name(&object);
            Err(vm.type_error(format!(
                "decoding to str: need a bytes-like object, {name} found"
            )))
        }
    }
}

impl Vm {
    /// `data.decode(encoding, errors)`; the module `codecs` knows encodings and
    /// handlers that are not here.
    pub(crate) fn decode_bytes(
        &mut self,
        data: &[u8],
        encoding: &Str,
        errors: &Str,
    ) -> NativeResult {
        let decoded = Codec::named(encoding.as_str())
            .and_then(|codec| codecs::decode(data, codec, errors.as_str()));
        match decoded {
            Ok(text) => Ok(Value::string(text)),
            Err(error) if error.kind == ErrorKind::Lookup => {
                let data = super::arguments::bytes_value(data);
                let names = [encoding, errors].map(|name| Value::str(name.as_str()));
                self.call_prelude("decode", [data].into_iter().chain(names).collect())
            }
            Err(error) => {
                let object = super::arguments::bytes_value(data);
                Err(self.codec_error(error, object))
            }
        }
    }

    /// `text.encode(encoding, errors)`
    pub(crate) fn encode_text(
        &self,
        text: &StrRef,
        encoding: &Str,
        errors: &Str,
    ) -> Result<Vec<u8>, Raise> {
        Codec::named(encoding.as_str())
            .and_then(|codec| codecs::encode(text.as_str(), codec, errors.as_str()))
            .map_err(|error| self.codec_error(error, Value::Str(Rc::clone(text))))
    }

    /// The exception of a failed codec; UnicodeErrors get their five attributes.
    fn codec_error(&self, error: crate::text::TextError, object: Value) -> Raise {
        let Some(fault) = error.codec.clone() else {
            return self.text_error(error);
        };
        let class = match error.kind {
            ErrorKind::UnicodeDecode => &self.types.unicode_decode_error,
            _ => &self.types.unicode_encode_error,
        };
        let attributes = [
            ("encoding", Value::str(fault.encoding)),
            ("object", object),
            ("start", Value::from(fault.start)),
            ("end", Value::from(fault.end)),
            ("reason", Value::str(fault.reason)),
        ];
        let args = attributes.iter().map(|(_, value)| value.clone());
        let raise = self.exception(class, args.collect());
        for (name, value) in attributes {
            raise.0.dict().set_name(&crate::object::intern(name), value);
        }
        raise
    }
}

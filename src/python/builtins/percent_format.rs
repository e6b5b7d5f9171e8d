//! `template % values` for `str` and `bytes` (library reference, "printf-style
//! String Formatting").

use super::arguments::{bytearray_value, bytes_value};
use super::numbers::as_int;
use super::percent_quick;
use crate::number::float_int;
use crate::object::{Raise, Tuple, Value};
use crate::text::percent::{self, Amount, Directive, Piece, Template};
use crate::text::{TextError, repr};
use crate::vm::{Cx, NativeResult, Vm};
use std::rc::Rc;

/// The values that have not been used yet.
struct Values {
    /// What stands right of the `%`.
    argument: Value,
    /// Its items, if it is a tuple.
    items: Option<Rc<Tuple>>,
    used: usize,
    mapping: bool,
    /// A directive has asked the mapping for a key.
    keyed: bool,
    /// The template is a bytes object: texts are read and written as Latin-1.
    bytes: bool,
}

impl Vm {
    /// `template % argument`; the template is a `str`, `bytes` or `bytearray`.
    pub fn percent_format(&mut self, template: &Value, argument: &Value) -> NativeResult {
        if let Value::Str(template) = template
            && let values = match argument {
                Value::Tuple(tuple) => tuple.items(),
                single => std::slice::from_ref(single),
            }
            && let Some(text) = percent_quick::expand(template, values)
        {
            self.charge(text.as_str().len())?;
            return Ok(Value::Str(Rc::new(text)));
        }
        let text = match template {
            Value::Str(text) => text.as_str().to_owned(),
            other => match self.buffer_of(other) {
                Some(bytes) => bytes.iter().map(|byte| char::from(*byte)).collect(),
                None => return Err(self.wrong_receiver("str", other)),
            },
        };
        let items = match self.unwrap_base(argument.clone()) {
            Value::Tuple(items) => Some(items),
            _ => None,
        };
        let bytes = !matches!(template, Value::Str(_));
        let mapping = items.is_none() && self.is_percent_mapping(argument, bytes);
        let mut values = Values {
            argument: argument.clone(),
            items,
            used: 0,
            mapping,
            keyed: false,
            bytes,
        };
        let mutable = matches!(template, Value::ByteArray(_));
        self.run_async("%", move |cx| async move {
            let out = expand(&cx, &text, &mut values).await?;
            if !values.bytes {
                return Ok(Value::string(out));
            }
            // Every character came from a byte or is ASCII.
            let bytes: Vec<u8> = out
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
                .collect();
            Ok(if mutable {
                bytearray_value(bytes)
            } else {
                bytes_value(bytes)
            })
        })
    }

    /// What CPython takes for a mapping here: it can be subscripted and is no text.
    fn is_percent_mapping(&self, value: &Value, bytes: bool) -> bool {
        match self.unwrap_base(value.clone()) {
            Value::Str(_) => false,
            Value::Bytes(_) | Value::ByteArray(_) => !bytes,
            Value::Dict(_) | Value::List(_) | Value::Range(_) => true,
            _ => self.type_attr(value, &self.names.getitem).is_some(),
        }
    }
}

fn raise(cx: &Cx, error: TextError) -> Raise {
    cx.with(|vm| vm.text_error(error))
}

async fn expand(cx: &Cx, template: &str, values: &mut Values) -> Result<String, Raise> {
    let mut out = String::new();
    let mut pieces = Template::new(template, values.mapping);
    while let Some(piece) = pieces.next_piece().map_err(|error| raise(cx, error))? {
        match piece {
            Piece::Literal(literal) => out.push_str(&literal),
            Piece::Directive(mut directive) => {
                // A key leaves nothing for what stands without one.
                let keyed = match directive.key.take() {
                    Some(key) => {
                        values.keyed = true;
                        Some(look_up(cx, values, key).await?)
                    }
                    None => None,
                };
                if directive.width == Some(Amount::Star) {
                    directive.set_width(values.star(cx)?);
                }
                if directive.precision == Some(Amount::Star) {
                    directive.set_precision(values.star(cx)?);
                }
                let value = match keyed {
                    Some(value) => value,
                    None => values.next(cx)?,
                };
                directive
                    .check(values.bytes)
                    .map_err(|error| raise(cx, error))?;
                for amount in [directive.width, directive.precision] {
                    // What does not fit 31 bits has errors of its own.
                    if let Some(Amount::Given(amount)) = amount
                        && i32::try_from(amount).is_ok()
                    {
                        cx.with(|vm| vm.charge(amount))?;
                    }
                }
                let text = render(cx, &directive, &value, values.bytes).await?;
                out.push_str(&text);
                cx.with(|vm| vm.has_room(out.len()))?;
                cx.with(|vm| vm.charge(text.len()))?;
            }
        }
    }
    let left = match &values.items {
        Some(items) => values.used < items.items().len(),
        None => values.used == 0 && !values.mapping,
    };
    if left {
        let message = if values.bytes {
            percent::NOT_ALL_BYTES
        } else {
            percent::NOT_ALL_STR
        };
        return Err(cx.with(|vm| vm.type_error(message)));
    }
    Ok(out)
}

async fn look_up(cx: &Cx, values: &Values, key: String) -> NativeResult {
    let key = if values.bytes {
        let bytes: Vec<u8> = key
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect();
        bytes_value(bytes)
    } else {
        Value::string(key)
    };
    cx.get_item(&values.argument, &key).await
}

impl Values {
    fn next(&mut self, cx: &Cx) -> NativeResult {
        let value = match &self.items {
            Some(items) => items.items().get(self.used).cloned(),
            None => (self.used == 0 && !self.keyed).then(|| self.argument.clone()),
        };
        self.used += 1;
        value.ok_or_else(|| cx.with(|vm| vm.type_error(percent::NOT_ENOUGH)))
    }

    /// The value of a `*`.
    fn star(&mut self, cx: &Cx) -> Result<i64, Raise> {
        let value = self.next(cx)?;
        match cx.with(|vm| vm.unwrap_base(value)) {
            Value::Int(amount) => Ok(amount),
            Value::Bool(amount) => Ok(i64::from(amount)),
            _ => Err(raise(cx, percent::star_error())),
        }
    }
}

/// One value as its directive shows it.
async fn render(
    cx: &Cx,
    directive: &Directive,
    value: &Value,
    bytes: bool,
) -> Result<String, Raise> {
    let rendered = match directive.conversion {
        's' | 'b' if bytes => directive.render_text(&byte_text(cx, directive, value).await?),
        's' => directive.render_text(cx.str(value).await?.as_str()),
        'r' if !bytes => directive.render_text(cx.repr(value).await?.as_str()),
        'r' | 'a' => directive.render_text(&repr::ascii_of_repr(cx.repr(value).await?.as_str())),
        'c' => character(cx, directive, &code_of(cx, value).await?, bytes),
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => return integer(cx, directive, value, bytes).await,
        _ => {
            let float = match cx.with(|vm| vm.float_now(value)) {
                Some(float) => float?,
                None => {
                    let name = cx.with(|vm| vm.type_name(value));
                    let message = directive.wrong_type(name.as_str(), bytes).message;
                    let started = cx.with(|vm| vm.float_by_methods(value, message));
                    match cx.finish(started).await? {
                        Value::Float(float) => float,
                        _ => f64::NAN,
                    }
                }
            };
            directive.render_float(float)
        }
    };
    rendered.map_err(|error| raise(cx, error))
}

/// `%s` and `%b` of a bytes template: a bytes-like object or `__bytes__`.
async fn byte_text(cx: &Cx, directive: &Directive, value: &Value) -> Result<String, Raise> {
    let latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect();
    if let Some(bytes) = cx.with(|vm| vm.buffer_of(value)) {
        return Ok(latin(&bytes));
    }
    let name = cx.with(|vm| vm.names.bytes.clone());
    if matches!(value, Value::Instance(_))
        && let Some(result) = cx.call_special(value, &name, []).await?
    {
        return match cx.with(|vm| vm.buffer_of(&result)) {
            Some(bytes) => Ok(latin(&bytes)),
            None => Err(cx.with(|vm| {
                let name = vm.type_name(&result);
                vm.type_error(format!("__bytes__ returned non-bytes (type {name})"))
            })),
        };
    }
    let name = cx.with(|vm| vm.type_name(value));
    Err(raise(cx, directive.wrong_type(name.as_str(), true)))
}

/// The value of `%c`, `__index__` asked.
async fn code_of(cx: &Cx, value: &Value) -> NativeResult {
    let asks = cx.with(|vm| {
        matches!(value, Value::Instance(_))
            && vm.unwrap_base(value.clone()).is(value)
            && vm.type_attr(value, &vm.names.index).is_some()
    });
    if !asks {
        return Ok(value.clone());
    }
    let started = cx.with(|vm| vm.index_of(value));
    cx.finish(started).await
}

fn character(
    cx: &Cx,
    directive: &Directive,
    value: &Value,
    bytes: bool,
) -> Result<String, TextError> {
    let value = cx.with(|vm| vm.unwrap_base(value.clone()));
    if let Some(code) = as_int(&value) {
        return directive.render_code(code, bytes);
    }
    let single = if bytes {
        cx.with(|vm| vm.buffer_of(&value))
            .and_then(|data| match &*data {
                [byte] => Some(char::from(*byte)),
                _ => None,
            })
    } else {
        value.as_str().and_then(|text| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.as_str().is_empty())
        })
    };
    match single {
        Some(c) => directive.render_char(c),
        None => Err(directive.wrong_type("", bytes)),
    }
}

/// `%d` takes any number that can tell its whole part, `%x` and `%o` only ints.
async fn integer(
    cx: &Cx,
    directive: &Directive,
    value: &Value,
    bytes: bool,
) -> Result<String, Raise> {
    let decimal = matches!(directive.conversion, 'd' | 'i' | 'u');
    let known = match cx.with(|vm| vm.unwrap_base(value.clone())) {
        Value::Float(float) if decimal => {
            Value::big(float_int::to_int(float).map_err(|error| raise(cx, error))?)
        }
        other => other,
    };
    if let Some(int) = as_int(&known) {
        return directive.render_int(int).map_err(|error| raise(cx, error));
    }
    let names = cx.with(|vm| [vm.names.int_.clone(), vm.names.index.clone()]);
    for name in names.iter().skip(usize::from(!decimal)) {
        if matches!(value, Value::Instance(_))
            && let Some(result) = cx.call_special(value, name, []).await?
            && let Some(int) = as_int(&cx.with(|vm| vm.unwrap_base(result)))
        {
            return directive.render_int(int).map_err(|error| raise(cx, error));
        }
    }
    let name = cx.with(|vm| vm.type_name(value));
    Err(raise(cx, directive.wrong_type(name.as_str(), bytes)))
}

//! Values as text in the program's own output: replacement fields and echoes.

use super::{NativeResult, Vm};
use crate::code::Conversion;
use crate::object::Value;

impl Vm {
    /// A replacement field of an f-string.
    pub(super) fn format_value(
        &mut self,
        conversion: Conversion,
        value: Value,
        spec: Value,
    ) -> NativeResult {
        let spec = match spec {
            Value::Str(spec) => spec,
            _ => crate::object::intern(""),
        };
        let converted = match conversion {
            Conversion::None => return self.format(&value, &spec),
            Conversion::Str => self.str_of(&value),
            Conversion::Repr => self.repr_of(&value),
            Conversion::Ascii => {
                return match self.repr_of(&value)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |vm, text| vm.format(&ascii(&text), &spec))
                    }
                    text => self.format(&ascii(&text), &spec),
                };
            }
        };
        match converted? {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, move |vm, text| vm.format(&text, &spec))
            }
            text => self.format(&text, &spec),
        }
    }

    /// Echoes a value as the interactive prompt does.
    pub(super) fn display(&mut self, value: &Value) -> NativeResult {
        if value.is_none() {
            return Ok(Value::None);
        }
        let underscore = crate::object::intern("_");
        self.builtins.set_name(&underscore, value.clone());
        match self.repr_of(value)? {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, |vm, text| {
                    if let Value::Str(text) = &text {
                        vm.write_stdout(text.as_str())?;
                        vm.write_stdout("\n")?;
                    }
                    Ok(Value::None)
                })
            }
            Value::Str(text) => {
                self.write_stdout(text.as_str())?;
                self.write_stdout("\n")?;
                Ok(Value::None)
            }
            _ => Ok(Value::None),
        }
    }
}

fn ascii(text: &Value) -> Value {
    match text {
        Value::Str(s) => Value::string(crate::text::repr::ascii_of_repr(s.as_str())),
        other => other.clone(),
    }
}

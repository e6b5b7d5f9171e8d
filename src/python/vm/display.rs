//! Values as text in the program's own output: replacement fields and echoes.

use super::{Args, NativeResult, Vm};
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

    /// Echoes a value as the interactive prompt does: by `sys.displayhook`.
    pub(super) fn display(&mut self, value: &Value) -> NativeResult {
        let hook = match self.modules.get_name(&crate::object::intern("sys")) {
            Some(Value::Module(sys)) => sys.dict.get_name(&crate::object::intern("displayhook")),
            _ => None,
        };
        match hook {
            Some(hook) => self.call_values(&hook, [value.clone()]),
            // Nothing has asked for `sys` yet, so the hook is the usual one.
            None => crate::modules::displayhook(self, Args::positional([value.clone()])),
        }
    }
}

fn ascii(text: &Value) -> Value {
    match text {
        Value::Str(s) => Value::string(crate::text::repr::ascii_of_repr(s.as_str())),
        other => other.clone(),
    }
}

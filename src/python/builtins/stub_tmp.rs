//! tmp
use crate::vm::*; use crate::object::*;
impl Vm { pub fn percent_format(&mut self, _a:&Value, _b:&Value)->NativeResult { Ok(Value::NotImplemented) } }

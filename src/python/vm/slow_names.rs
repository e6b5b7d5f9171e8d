//! Instructions about names that are not in a register: of modules, classes, cells.

use super::fast::set_register;
use super::slow::{name_at, register, take_register};
use super::unwind::Flow;
use super::{NativeResult, PyFrame, Vm};
use crate::code::{Instr, Reg};
use crate::object::{Raise, StrRef, Value};
use std::rc::Rc;

impl Vm {
    /// Runs one of them.
    #[inline(never)]
    pub(super) fn name_instruction(
        &mut self,
        frame: &mut PyFrame,
        instruction: Instr,
    ) -> Result<Flow, Raise> {
        match instruction {
            Instr::LoadName { d, name } => {
                let name = name_at(frame, name);
                if let Some(result) = self.load_by_mapping(frame, &name) {
                    return self.put_result(frame, d, result);
                }
                match self.load_name(frame, &name) {
                    Some(value) => set_register(frame, d, value),
                    None => return Err(self.undefined_name(&name)),
                }
                Ok(Flow::Next)
            }
            Instr::StoreName { a, name } => {
                let name = name_at(frame, name);
                let value = register(frame, a);
                if let Some(mapping) = frame.mapping() {
                    let result = self.set_item(mapping, &Value::Str(name), value);
                    return self.ignoring(result);
                }
                drop(self.namespace(frame).set_name(&name, value));
                Ok(Flow::Next)
            }
            Instr::DeleteName { name } => {
                let name = name_at(frame, name);
                if let Some(mapping) = frame.mapping() {
                    let result = self.delete_in_mapping(mapping, &name);
                    return self.ignoring(result);
                }
                match self.namespace(frame).remove_name(&name) {
                    Some(_) => Ok(Flow::Next),
                    None => Err(self.undefined_name(&name)),
                }
            }
            Instr::DeleteGlobal { name } => {
                let name = name_at(frame, name);
                match frame.function.globals.remove_name(&name) {
                    Some(_) => Ok(Flow::Next),
                    None => Err(self.undefined_name(&name)),
                }
            }
            Instr::LoadClassCell { d, cell, name } => {
                let name = name_at(frame, u32::from(name));
                let own = frame.namespace().and_then(|ns| ns.get_name(&name));
                match own.or_else(|| self.load_cell(&register(frame, cell))) {
                    Some(value) => set_register(frame, d, value),
                    None => return Err(self.unbound_variable(&frame.code, cell)),
                }
                Ok(Flow::Next)
            }
            Instr::DeleteCell { cell } => {
                let value = register(frame, cell);
                if self.load_cell(&value).is_none() {
                    return Err(self.unbound_variable(&frame.code, cell));
                }
                self.store_cell(&value, Value::Undefined);
                Ok(Flow::Next)
            }
            Instr::DeleteLocal { a } => {
                if take_register(frame, a).is_undefined() {
                    return Err(self.unbound_variable(&frame.code, a));
                }
                Ok(Flow::Next)
            }
            Instr::CheckComprehensionVariable { free, a, name } => {
                if register(frame, a).is_undefined() {
                    let name = name_at(frame, u32::from(name));
                    return Err(if free {
                        self.unbound_free_named(name.as_str())
                    } else {
                        self.unbound_local_named(name.as_str())
                    });
                }
                Ok(Flow::Next)
            }
            Instr::LoadComprehensionCell { d, cell, name } => {
                match self.load_cell(&register(frame, cell)) {
                    Some(value) => set_register(frame, d, value),
                    None => {
                        let name = name_at(frame, u32::from(name));
                        return Err(self.unbound_local_named(name.as_str()));
                    }
                }
                Ok(Flow::Next)
            }
            Instr::LoadFromMapping { d, name } => {
                let name = name_at(frame, name);
                let result = self.load_from_mapping(frame, d, &name);
                self.put_result(frame, d, result)
            }
            Instr::LoadFromMappingOrCell { d, cell, name } => {
                let name = name_at(frame, u32::from(name));
                let found = match register(frame, d) {
                    Value::Dict(mapping) => mapping.get_name(&name),
                    _ => None,
                };
                match found.or_else(|| self.load_cell(&register(frame, cell))) {
                    Some(value) => set_register(frame, d, value),
                    None => return Err(self.unbound_variable(&frame.code, cell)),
                }
                Ok(Flow::Next)
            }
            // These are all that come here.
            _ => Ok(Flow::Next),
        }
    }

    fn load_name(&self, frame: &PyFrame, name: &StrRef) -> Option<Value> {
        if let Some(namespace) = frame.namespace()
            && let Some(found) = namespace.get_name(name)
        {
            return Some(found);
        }
        let globals = &frame.function.globals;
        globals
            .get_name(name)
            .or_else(|| match self.own_builtins(globals) {
                Some(own) => own.get_name(name),
                None => self.builtins.get_name(name),
            })
    }

    /// A name of an annotation in a class: the class's own namespace comes first.
    fn load_from_mapping(&mut self, frame: &PyFrame, d: Reg, name: &StrRef) -> NativeResult {
        let own = match register(frame, d) {
            Value::Dict(mapping) => mapping.get_name(name),
            Value::Instance(_) => match self.own_dict(&register(frame, d)) {
                Some(dict) => dict.get_name(name),
                None => None,
            },
            _ => None,
        };
        match own
            .or_else(|| frame.function.globals.get_name(name))
            .or_else(|| self.builtins.get_name(name))
        {
            Some(value) => Ok(value),
            None => Err(self.undefined_name(name)),
        }
    }

    #[cold]
    pub(crate) fn undefined_name(&self, name: &StrRef) -> Raise {
        let message = format!("name '{name}' is not defined");
        self.error_with(
            &self.types.name_error,
            message,
            &[("name", Value::Str(Rc::clone(name)))],
        )
    }

    /// NameError or UnboundLocalError for the variable of a register.
    #[cold]
    pub(crate) fn unbound_variable(&self, code: &crate::code::Code, register: Reg) -> Raise {
        let name = code
            .local_names
            .get(usize::from(register))
            .map_or("?", |n| n.as_str());
        let first_free = code.local_names.len() - usize::from(code.free_count);
        if usize::from(register) >= first_free {
            return self.unbound_free_named(name);
        }
        self.unbound_local_named(name)
    }

    fn unbound_free_named(&self, name: &str) -> Raise {
        let text = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        self.error_with(&self.types.name_error, text, &[("name", Value::str(name))])
    }

    fn unbound_local_named(&self, name: &str) -> Raise {
        let message = format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        );
        self.error_with(
            &self.types.unbound_local_error,
            message,
            &[("name", Value::str(name))],
        )
    }
}

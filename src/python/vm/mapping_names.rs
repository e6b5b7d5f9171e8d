//! Names of class bodies and of `exec` whose namespace is not a plain dict.

use super::{PyFrame, Vm};
use crate::object::{StrRef, Value};
use crate::vm::NativeResult;
use std::rc::Rc;

impl Vm {
    /// A name of a body whose mapping finds names in its own way; `None` if it
    /// leaves that to dict.
    pub(super) fn load_by_mapping(
        &mut self,
        frame: &PyFrame,
        name: &StrRef,
    ) -> Option<NativeResult> {
        let mapping = frame.mapping()?;
        let own_way = [&self.names.missing, &self.names.getitem]
            .into_iter()
            .any(|method| matches!(self.type_attr(mapping, method), Some(Value::Function(_))));
        if !own_way && crate::builtins::dict::dict_of(mapping).is_some() {
            return None;
        }
        let (mapping, name) = (mapping.clone(), Rc::clone(name));
        let globals = Rc::clone(&frame.function.globals);
        Some(self.run_async("class body", move |cx| async move {
            match cx.get_item(&mapping, &Value::Str(Rc::clone(&name))).await {
                Err(raise) => cx.with(|vm| {
                    if !raise.class().is_subclass_of(&vm.types.key_error) {
                        return Err(raise);
                    }
                    globals
                        .get_name(&name)
                        .or_else(|| vm.builtins.get_name(&name))
                        .ok_or_else(|| vm.undefined_name(&name))
                }),
                found => found,
            }
        }))
    }

    /// `del name` in a body with a mapping: a KeyError of it means that there is
    /// no such name.
    pub(super) fn delete_in_mapping(&mut self, mapping: &Value, name: &StrRef) -> NativeResult {
        let (mapping, name) = (mapping.clone(), Rc::clone(name));
        self.run_async("class body", move |cx| async move {
            let key = Value::Str(Rc::clone(&name));
            let started = cx.with(|vm| vm.del_item(&mapping, &key));
            match cx.finish(started).await {
                Err(raise) => cx.with(|vm| {
                    Err(if raise.class().is_subclass_of(&vm.types.key_error) {
                        vm.undefined_name(&name)
                    } else {
                        raise
                    })
                }),
                deleted => deleted,
            }
        })
    }
}

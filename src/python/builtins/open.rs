//! `open`: the function is Python code of the module `io`, which a program that
//! opens nothing does not load.

use crate::object::{MANY, NativeDef, intern};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("open", open, 0, MANY).any_keywords()];

/// Puts the function in place.
pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "_io", FUNCTIONS);
}

fn open(vm: &mut Vm, args: Args) -> NativeResult {
    vm.run_async("open", move |cx| async move {
        let module = crate::vm::import_absolute(&cx, "_prelude").await?;
        let function = cx.get_attr(&module, &intern("open")).await?;
        cx.call_args(&function, args).await
    })
}

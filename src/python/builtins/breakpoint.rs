//! `breakpoint` and the hook that it calls (PEP 553). Both are Python code, which
//! a program without them does not load.

use crate::object::{MANY, NativeDef, intern};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[NativeDef::function(
    "breakpoint",
    |vm, args| prelude(vm, args, "breakpoint"),
    0,
    MANY,
)
.any_keywords()];

/// `sys.breakpointhook`
pub(crate) const HOOK: NativeDef = NativeDef::function(
    "breakpointhook",
    |vm, args| prelude(vm, args, "breakpointhook"),
    0,
    MANY,
)
.any_keywords();

/// Puts the function in place.
pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

fn prelude(vm: &mut Vm, args: Args, name: &'static str) -> NativeResult {
    vm.run_async(name, move |cx| async move {
        let module = crate::vm::import_absolute(&cx, "_prelude").await?;
        let function = cx.get_attr(&module, &intern(name)).await?;
        cx.call_args(&function, args).await
    })
}

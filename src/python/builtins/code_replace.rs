//! `replace` of code objects.

use crate::code::{Code, Site, SourceFile};
use crate::object::{NativeDef, StrRef, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

pub(super) const METHODS: &[NativeDef] = &[NativeDef::method("replace", replace, 0, 3)
    .with_params(&["co_name", "co_qualname", "co_filename"])];

/// `code.replace(co_name=…, co_qualname=…, co_filename=…)`: the same code under
/// other names. What else could be replaced is made of CPython's bytecode.
fn replace(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Code(code) = args.take(0) else {
        return Err(vm.type_error("descriptor 'replace' requires a 'code' object"));
    };
    let mut code = renamed(&code.behind_stub().unwrap_or(code));
    for index in 1..=3 {
        let Some(given) = args.optional(index) else {
            continue;
        };
        let text = vm.text_argument(&given, |kind| {
            format!("replace() argument must be str, not {kind}")
        })?;
        match index {
            1 => code.name = text,
            2 => code.qualname = text,
            _ => code.file = under_name(&code.file, text),
        }
    }
    Ok(Value::Code(Rc::new(code)))
}

/// A copy with inline caches of its own.
fn renamed(code: &Code) -> Code {
    let sites = code.sites.iter().map(|site| Site {
        name: Rc::clone(&site.name),
        cache: Cell::default(),
    });
    let copy = Code {
        name: Rc::clone(&code.name),
        qualname: Rc::clone(&code.qualname),
        file: Rc::clone(&code.file),
        inlined: code.inlined.clone(),
        local_names: code.local_names.clone(),
        cell_registers: code.cell_registers.clone(),
        instructions: code.instructions.clone(),
        positions: code.positions.clone(),
        constants: code.constants.clone(),
        names: code.names.clone(),
        sites: sites.collect(),
        exceptions: code.exceptions.clone(),
        docstring: code.docstring.clone(),
        late: None,
        in_rust: OnceCell::new(),
        name_in_log: Cell::default(),
        is_direct: Cell::new(false),
        ..*code
    };
    copy.find_direct();
    copy
}

/// The same text as that of another file.
fn under_name(file: &SourceFile, name: StrRef) -> Rc<SourceFile> {
    Rc::new(SourceFile {
        name,
        text: Rc::clone(&file.text),
        library: file.library.clone(),
        is_library: file.is_library,
        is_native: file.is_native,
        has_no_file: file.has_no_file,
        lines_before: file.lines_before,
        warnings: RefCell::default(),
        log_index: Cell::default(),
    })
}

//! The first module: what ran stays, what moved leaves a stub.

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, CustomSection, DataCountSection, DataSection,
    ElementSection, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    GlobalType, ImportSection, MemorySection, RefType, StartSection, TableSection, TableType,
    TypeSection, ValType,
};

use super::callers::Callers;
use super::module::Module;
use super::plan::Plan;
use super::{Unsplittable, names};

/// Numbers functions as the first module does.
struct Renumber {
    /// New index of each old one; moved functions that nobody asks for have none.
    functions: Vec<Option<u32>>,
}

impl Reencode for Renumber {
    type Error = Unsplittable;

    fn function_index(
        &mut self,
        function: u32,
    ) -> Result<u32, wasm_encoder::reencode::Error<Unsplittable>> {
        self.functions
            .get(function as usize)
            .copied()
            .flatten()
            .ok_or_else(|| {
                wasm_encoder::reencode::Error::UserError(Unsplittable::new(
                    "the first module refers to a function that moved",
                ))
            })
    }
}

/// Puts the first module together. `load` is the function that makes the
/// second module be there when it returns.
pub(super) fn encode(module: &Module<'_>, plan: &Plan, load: u32) -> Result<Vec<u8>, Unsplittable> {
    let mut renumber = Renumber {
        functions: Vec::with_capacity(module.signatures.len()),
    };
    let mut functions = FunctionSection::new();
    let mut next = 0;
    for (index, &signature) in (0_u32..).zip(&module.signatures) {
        if plan.moves(index) && !plan.stubs.contains(&index) {
            renumber.functions.push(None);
            continue;
        }
        renumber.functions.push(Some(next));
        next += 1;
        if index >= module.imported {
            functions.function(signature);
        }
    }
    let ensure = next;
    let loader = *module
        .signatures
        .get(load as usize)
        .ok_or_else(|| Unsplittable::new("the loader has no type"))?;
    functions.function(loader);
    let callers = Callers::new(module, plan, ensure)?;
    for number in 0..callers.types.len() {
        functions.function(callers.first_type + u32::try_from(number)?);
    }

    let mut wasm = wasm_encoder::Module::new();
    let mut types = TypeSection::new();
    utils::parse_type_section(&mut renumber, &mut types, module.types.clone())?;
    for &signature in callers.types.keys() {
        callers.add_type(module, signature, &mut types)?;
    }
    wasm.section(&types);
    let mut imports = ImportSection::new();
    if let Some(section) = &module.imports {
        utils::parse_import_section(&mut renumber, &mut imports, section.clone())?;
    }
    wasm.section(&imports);
    wasm.section(&functions);

    let mut tables = TableSection::new();
    if let Some(section) = &module.tables {
        utils::parse_table_section(&mut renumber, &mut tables, section.clone())?;
    }
    let slots = plan.slots.len() as u64;
    let stub_table = u32::try_from(module.table_types.len())?;
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: slots,
        maximum: Some(slots),
        table64: false,
        shared: false,
    });
    wasm.section(&tables);
    let mut memories = MemorySection::new();
    if let Some(section) = &module.memories {
        utils::parse_memory_section(&mut renumber, &mut memories, section.clone())?;
    }
    wasm.section(&memories);

    let loaded = u32::try_from(module.global_types.len())?;
    let mut globals = GlobalSection::new();
    if let Some(section) = &module.globals {
        utils::parse_global_section(&mut renumber, &mut globals, section.clone())?;
    }
    globals.global(
        GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        },
        &ConstExpr::i32_const(0),
    );
    wasm.section(&globals);

    let mut exports = ExportSection::new();
    if let Some(section) = &module.exports {
        utils::parse_export_section(&mut renumber, &mut exports, section.clone())?;
    }
    exports.export(names::MEMORY, ExportKind::Memory, 0);
    for table in 0..=stub_table {
        exports.export(&names::table(table), ExportKind::Table, table);
    }
    for &global in &plan.globals {
        exports.export(&names::global(global), ExportKind::Global, global);
    }
    for (place, &function) in (0..).zip(&plan.shared) {
        let index = renumber.function_index(function)?;
        exports.export(&names::function(place), ExportKind::Func, index);
    }
    wasm.section(&exports);

    if let Some(start) = module.start {
        let function_index = renumber.function_index(start)?;
        wasm.section(&StartSection { function_index });
    }
    let mut elements = ElementSection::new();
    if let Some(section) = &module.elements {
        utils::parse_element_section(&mut renumber, &mut elements, section.clone())?;
    }
    wasm.section(&elements);
    if let Some(section) = &module.data {
        wasm.section(&DataCountSection {
            count: section.count(),
        });
    }

    let mut code = CodeSection::new();
    for (index, body) in (module.imported..).zip(&module.bodies) {
        if plan.stubs.contains(&index) {
            let slot = plan.slots.get(&index).copied().unwrap_or_default();
            code.function(&stub(module, index, slot, ensure, stub_table)?);
        } else if !plan.moves(index) {
            code.function(&callers.with_places(module, plan, body, &mut renumber)?);
        }
    }
    let load = renumber.function_index(load)?;
    let mut function = Function::new([]);
    function
        .instructions()
        .global_get(loaded)
        .i32_eqz()
        .if_(BlockType::Empty)
        .call(load)
        .i32_const(1)
        .global_set(loaded)
        .end()
        .end();
    code.function(&function);
    for &signature in callers.types.keys() {
        code.function(&callers.caller(module, signature, stub_table)?);
    }
    wasm.section(&code);

    let mut data = DataSection::new();
    if let Some(section) = &module.data {
        utils::parse_data_section(&mut renumber, &mut data, section.clone())?;
    }
    wasm.section(&data);
    for (name, bytes) in &module.custom {
        wasm.section(&CustomSection {
            name: (*name).into(),
            data: (*bytes).into(),
        });
    }
    Ok(wasm.finish())
}

/// What stands in for a function that moved: it passes its arguments on.
fn stub(
    module: &Module<'_>,
    index: u32,
    slot: u32,
    ensure: u32,
    table: u32,
) -> Result<Function, Unsplittable> {
    let parameters = u32::try_from(module.function_type(index)?.params().len())?;
    let signature = module
        .signatures
        .get(index as usize)
        .copied()
        .unwrap_or_default();
    let mut function = Function::new([]);
    let mut body = function.instructions();
    body.call(ensure);
    for parameter in 0..parameters {
        body.local_get(parameter);
    }
    body.i32_const(i32::try_from(slot)?)
        .call_indirect(table, signature)
        .end();
    Ok(function)
}

//! The first module: what ran stays, what moved leaves a stub.

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    BlockType, ConstExpr, DataSection, Elements, ExportKind, Function, FunctionSection, GlobalType,
    RefType, TableType, ValType,
};

use super::assemble::Sections;
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
pub(super) fn encode(
    module: &Module<'_>,
    plan: &Plan,
    load: u32,
    data: DataSection,
) -> Result<Vec<u8>, Unsplittable> {
    let mut renumber = Renumber {
        functions: vec![None; module.signatures.len()],
    };
    let total = u32::try_from(module.signatures.len())?;
    let mut stay: Vec<u32> = (module.imported..total)
        .filter(|&index| !plan.moves(index))
        .collect();
    module.sort_alike(&mut stay);
    let order: Vec<u32> = stay.into_iter().chain(plan.stubs.iter().copied()).collect();
    let numbers = (0..module.imported).chain(order.iter().copied());
    for (number, index) in (0..).zip(numbers) {
        if let Some(place) = renumber.functions.get_mut(index as usize) {
            *place = Some(number);
        }
    }
    let mut functions = FunctionSection::new();
    for &index in &order {
        let signature = module.signatures.get(index as usize);
        functions.function(signature.copied().unwrap_or_default());
    }
    let ensure = module.imported + u32::try_from(order.len())?;
    let loader = *module
        .signatures
        .get(load as usize)
        .ok_or_else(|| Unsplittable::new("the loader has no type"))?;
    functions.function(loader);
    let fill = ensure + 1;
    functions.function(loader);
    let callers = Callers::new(module, plan, ensure, fill + 1)?;
    for number in 0..callers.types.len() {
        functions.function(callers.first_type + u32::try_from(number)?);
    }

    let mut sections = Sections::of(module, &mut renumber)?;
    sections.functions = functions;
    sections.data = data;
    for &signature in callers.types.keys() {
        callers.add_type(module, signature, &mut sections.types)?;
    }
    let stub_table = u32::try_from(module.table_types.len())?;
    let shared_table = stub_table + 1;
    for places in [plan.slots.len(), plan.shared.len()] {
        sections.tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: places as u64,
            maximum: Some(places as u64),
            table64: false,
            shared: false,
        });
    }
    let loaded = u32::try_from(module.global_types.len())?;
    sections.globals.global(
        GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        },
        &ConstExpr::i32_const(0),
    );
    let exports = &mut sections.exports;
    exports.export(names::MEMORY, ExportKind::Memory, 0);
    for table in 0..=stub_table {
        exports.export(&names::table(table), ExportKind::Table, table);
    }
    for &global in &plan.globals {
        exports.export(&names::global(global), ExportKind::Global, global);
    }
    exports.export(names::FUNCTIONS, ExportKind::Table, shared_table);
    exports.export(names::FILL, ExportKind::Func, fill);
    // No export for each: when a module starts, an engine makes an object for each
    // exported function, which took longer than all else of the start. For the same
    // reason the table is filled only when somebody is to read it.
    let mut shared = Vec::with_capacity(plan.shared.len());
    for &function in &plan.shared {
        shared.push(renumber.function_index(function)?);
    }
    let shared_count = i32::try_from(shared.len())?;
    let segment = sections.elements.len();
    sections
        .elements
        .passive(Elements::Functions(shared.into()));
    let code = &mut sections.code;
    for &index in &order {
        if plan.stubs.contains(&index) {
            let slot = plan.slots.get(&index).copied().unwrap_or_default();
            code.function(&stub(module, index, slot, ensure, stub_table)?);
        } else if let Some(body) = module.body(index) {
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
    let mut function = Function::new([]);
    function
        .instructions()
        .i32_const(0)
        .i32_const(0)
        .i32_const(shared_count)
        .table_init(shared_table, segment)
        .end();
    code.function(&function);
    for &signature in callers.types.keys() {
        code.function(&callers.caller(module, signature, stub_table)?);
    }
    Ok(sections.finish(module))
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

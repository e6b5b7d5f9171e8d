//! A module in which what never ran of a function that ran is a function of its own.

use std::collections::BTreeSet;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, MemorySection, StartSection,
    TableSection, TypeSection,
};
use wasmparser::ValType;

use super::Unsplittable;
use super::cut::{self, Types};
use super::flow::{each_function, is_marked};
use super::module::Module;
use super::regions;

/// How many bytes a stretch must be longer than the call that takes its place.
/// (6 and 20 make the first file larger.)
pub(super) const LEAST: usize = 12;

/// The new module.
pub(super) struct Outlined {
    pub(super) wasm: Vec<u8>,
    /// Whether a defined function ran.
    pub(super) ran: Vec<bool>,
}

/// Puts each stretch that never ran and is long enough into a new function.
/// Functions of `whole` stay as they are. `least` is how many bytes it must be longer than the call in its place, 0 for
/// all that can be moved. `marks` says of each mark (`mark::encode`) whether control came to it.
pub(super) fn outline(
    wasm: &[u8],
    module: &Module<'_>,
    marks: &[bool],
    whole: &BTreeSet<u32>,
    least: usize,
) -> Result<Outlined, Unsplittable> {
    let mut same = RoundtripReencoder;
    let defined = module.signatures.get(module.imported as usize..);
    let defined = defined.unwrap_or_default();
    let signatures = (module.imported..)
        .zip(defined)
        .map(|(index, _)| module.function_type(index).cloned())
        .collect::<Result<Vec<_>, _>>()?;
    let mut types = Types::new(module.function_types.clone());
    let mut marks = marks.iter().copied();
    let mut ran = Vec::new();
    let mut code = CodeSection::new();
    let mut cold_functions: Vec<(u32, Function)> = Vec::new();
    let first_new = u32::try_from(module.signatures.len())?;
    each_function(wasm, &signatures, &module.function_types, |flow, body| {
        let mut cold = Vec::with_capacity(flow.ops.len());
        let mut reached = true;
        let mut previous = None;
        for op in &flow.ops {
            if is_marked(previous, &op.operator) {
                reached = marks
                    .next()
                    .ok_or_else(|| Unsplittable::new("the profile is too short"))?;
            }
            cold.push(!reached);
            previous = Some(&op.operator);
        }
        let entered = cold.first() == Some(&false);
        ran.push(entered);
        let index = module.imported + u32::try_from(ran.len() - 1)?;
        let regions = if entered && !whole.contains(&index) {
            regions::find(&flow, &cold, least)
        } else {
            Vec::new()
        };
        if regions.is_empty() {
            code.raw(&wasm[body.range()]);
            return Ok(());
        }
        let first = first_new + u32::try_from(cold_functions.len())?;
        for region in &regions {
            cold_functions.push(cut::cold_function(wasm, &flow, region, &mut types)?);
        }
        code.function(&cut::with_calls(wasm, &flow, &regions, first)?);
        Ok(())
    })?;

    let mut functions = FunctionSection::new();
    for &signature in defined {
        functions.function(signature);
    }
    for (signature, function) in &cold_functions {
        functions.function(*signature);
        code.function(function);
        ran.push(false);
    }
    Ok(Outlined {
        wasm: assemble(&mut same, module, &types, &functions, &code)?,
        ran,
    })
}

/// The module with other functions and more types.
fn assemble(
    same: &mut RoundtripReencoder,
    module: &Module<'_>,
    more_types: &Types,
    functions: &FunctionSection,
    code: &CodeSection,
) -> Result<Vec<u8>, Unsplittable> {
    let mut wasm = wasm_encoder::Module::new();
    let mut types = TypeSection::new();
    utils::parse_type_section(same, &mut types, module.types.clone())?;
    for ty in more_types.new_ones() {
        types
            .ty()
            .function(encoded(same, ty.params())?, encoded(same, ty.results())?);
    }
    wasm.section(&types);
    let mut imports = ImportSection::new();
    if let Some(section) = &module.imports {
        utils::parse_import_section(same, &mut imports, section.clone())?;
    }
    wasm.section(&imports);
    wasm.section(functions);
    let mut tables = TableSection::new();
    if let Some(section) = &module.tables {
        utils::parse_table_section(same, &mut tables, section.clone())?;
    }
    wasm.section(&tables);
    let mut memories = MemorySection::new();
    if let Some(section) = &module.memories {
        utils::parse_memory_section(same, &mut memories, section.clone())?;
    }
    wasm.section(&memories);
    let mut globals = GlobalSection::new();
    if let Some(section) = &module.globals {
        utils::parse_global_section(same, &mut globals, section.clone())?;
    }
    wasm.section(&globals);
    let mut exports = ExportSection::new();
    if let Some(section) = &module.exports {
        utils::parse_export_section(same, &mut exports, section.clone())?;
    }
    wasm.section(&exports);
    if let Some(function_index) = module.start {
        wasm.section(&StartSection { function_index });
    }
    let mut elements = ElementSection::new();
    if let Some(section) = &module.elements {
        utils::parse_element_section(same, &mut elements, section.clone())?;
    }
    wasm.section(&elements);
    if let Some(section) = &module.data {
        wasm.section(&DataCountSection {
            count: section.count(),
        });
    }
    wasm.section(code);
    let mut data = DataSection::new();
    if let Some(section) = &module.data {
        utils::parse_data_section(same, &mut data, section.clone())?;
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

fn encoded(
    same: &mut RoundtripReencoder,
    types: &[ValType],
) -> Result<Vec<wasm_encoder::ValType>, Unsplittable> {
    types.iter().map(|&ty| Ok(same.val_type(ty)?)).collect()
}

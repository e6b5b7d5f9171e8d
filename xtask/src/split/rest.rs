//! The second module: the functions that moved, over the first one's memory.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, RefType, TableType, TypeSection,
};

use super::module::Module;
use super::plan::Plan;
use super::{Unsplittable, names};

/// Numbers functions and globals as the second module does.
struct Renumber {
    functions: Vec<Option<u32>>,
    globals: Vec<Option<u32>>,
}

impl Reencode for Renumber {
    type Error = Unsplittable;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Unsplittable>> {
        find(&self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Unsplittable>> {
        find(&self.globals, global)
    }
}

fn find(numbers: &[Option<u32>], index: u32) -> Result<u32, Error<Unsplittable>> {
    numbers
        .get(index as usize)
        .copied()
        .flatten()
        .ok_or_else(|| {
            Error::UserError(Unsplittable::new(
                "the second module refers to what it does not have",
            ))
        })
}

/// Puts the second module together. When it starts, it fills the table of stubs
/// and the places of the data that only its functions come to.
pub(super) fn encode(
    module: &Module<'_>,
    plan: &Plan,
    data: &DataSection,
) -> Result<Vec<u8>, Unsplittable> {
    let mut renumber = Renumber {
        functions: vec![None; module.signatures.len()],
        globals: vec![None; module.global_types.len()],
    };
    let mut imports = ImportSection::new();
    imports.import(
        names::FROM,
        names::MEMORY,
        renumber.memory_type(module.memory)?,
    );
    for (index, &table) in (0..).zip(&module.table_types) {
        imports.import(
            names::FROM,
            &names::table(index),
            renumber.table_type(table)?,
        );
    }
    let slots = plan.slots.len() as u64;
    let stub_table = u32::try_from(module.table_types.len())?;
    imports.import(
        names::FROM,
        &names::table(stub_table),
        TableType {
            element_type: RefType::FUNCREF,
            minimum: slots,
            maximum: Some(slots),
            table64: false,
            shared: false,
        },
    );
    for (number, &global) in (0..).zip(&plan.globals) {
        let ty = *module
            .global_types
            .get(global as usize)
            .ok_or_else(|| Unsplittable::new("a global has no type"))?;
        imports.import(
            names::FROM,
            &names::global(global),
            renumber.global_type(ty)?,
        );
        set(&mut renumber.globals, global, number);
    }
    let mut next = 0;
    for &function in &plan.shared {
        let signature = signature(module, function)?;
        imports.import(
            names::FROM,
            &names::function(next),
            EntityType::Function(signature),
        );
        set(&mut renumber.functions, function, next);
        next += 1;
    }
    let mut functions = FunctionSection::new();
    let mut moved = plan.moved.clone();
    module.sort_alike(&mut moved);
    for &function in &moved {
        functions.function(signature(module, function)?);
        set(&mut renumber.functions, function, next);
        next += 1;
    }

    let mut wasm = wasm_encoder::Module::new();
    let mut types = TypeSection::new();
    utils::parse_type_section(&mut renumber, &mut types, module.types.clone())?;
    wasm.section(&types).section(&imports).section(&functions);

    let mut stubs = Vec::with_capacity(plan.slots.len());
    for &function in plan.slots.keys() {
        stubs.push(renumber.function_index(function)?);
    }
    let mut elements = ElementSection::new();
    elements.active(
        Some(stub_table),
        &ConstExpr::i32_const(0),
        Elements::Functions(stubs.into()),
    );
    wasm.section(&elements);

    let mut code = CodeSection::new();
    for &function in &moved {
        let body = module
            .body(function)
            .ok_or_else(|| Unsplittable::new("a moved function has no body"))?;
        utils::parse_function_body(&mut renumber, &mut code, body.code.clone())?;
    }
    wasm.section(&code).section(data);
    Ok(wasm.finish())
}

fn signature(module: &Module<'_>, function: u32) -> Result<u32, Unsplittable> {
    module
        .signatures
        .get(function as usize)
        .copied()
        .ok_or_else(|| Unsplittable::new("a function has no type"))
}

fn set(numbers: &mut [Option<u32>], index: u32, number: u32) {
    if let Some(place) = numbers.get_mut(index as usize) {
        *place = Some(number);
    }
}

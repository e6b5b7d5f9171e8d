//! Functions of the first module that call one of the second module by its place
//! in the table: one for each type, where a stub for each function would be larger.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{Function, Instruction, TypeSection, ValType};
use wasmparser::Operator;

use super::Unsplittable;
use super::module::{Body, Module};
use super::plan::Plan;

/// The callers.
pub(super) struct Callers {
    /// The index of the caller for each type of function.
    pub(super) types: BTreeMap<u32, u32>,
    /// The index of the first one's own type; the others follow.
    pub(super) first_type: u32,
    /// The function that makes the second module be there.
    ensure: u32,
}

impl Callers {
    /// Finds those that are needed; `first` is the index that the first one will have.
    pub(super) fn new(
        module: &Module<'_>,
        plan: &Plan,
        ensure: u32,
        first: u32,
    ) -> Result<Self, Unsplittable> {
        let mut types = BTreeMap::new();
        for &function in plan.slots.keys() {
            if !plan.stubs.contains(&function) {
                types.insert(module.signature(function)?, 0);
            }
        }
        for (place, index) in (first..).zip(types.values_mut()) {
            *index = place;
        }
        Ok(Self {
            types,
            first_type: u32::try_from(module.function_types.len())?,
            ensure,
        })
    }

    /// Adds the type of a caller: that of the functions it calls, and the place behind.
    pub(super) fn add_type(
        &self,
        module: &Module<'_>,
        signature: u32,
        types: &mut TypeSection,
    ) -> Result<(), Unsplittable> {
        let mut same = wasm_encoder::reencode::RoundtripReencoder;
        let called = module.type_at(signature)?;
        let mut parameters = Vec::new();
        for &ty in called.params() {
            parameters.push(same.val_type(ty)?);
        }
        parameters.push(ValType::I32);
        let mut results = Vec::new();
        for &ty in called.results() {
            results.push(same.val_type(ty)?);
        }
        types.ty().function(parameters, results);
        Ok(())
    }

    /// A caller.
    pub(super) fn caller(
        &self,
        module: &Module<'_>,
        signature: u32,
        table: u32,
    ) -> Result<Function, Unsplittable> {
        let parameters = u32::try_from(module.type_at(signature)?.params().len())?;
        let mut function = Function::new([]);
        let mut body = function.instructions();
        body.call(self.ensure);
        for parameter in 0..=parameters {
            body.local_get(parameter);
        }
        body.call_indirect(table, signature).end();
        Ok(function)
    }

    /// A function that stays, calling what moved without a stub through a caller.
    pub(super) fn with_places<R: Reencode<Error = Unsplittable>>(
        &self,
        module: &Module<'_>,
        plan: &Plan,
        body: &Body<'_>,
        renumber: &mut R,
    ) -> Result<Function, Error<Unsplittable>> {
        let mut function = renumber.new_function_with_parsed_locals(&body.code)?;
        let mut reader = body.code.get_operators_reader()?;
        while !reader.eof() {
            if let Operator::Call { function_index } = reader.clone().read()?
                && let Some(&place) = plan.slots.get(&function_index)
                && !plan.stubs.contains(&function_index)
                && let Ok(signature) = module.signature(function_index)
                && let Some(&caller) = self.types.get(&signature)
            {
                reader.read()?;
                function
                    .instruction(&Instruction::I32Const(place.cast_signed()))
                    .instruction(&Instruction::Call(caller));
            } else {
                function.instruction(&renumber.parse_instruction(&mut reader)?);
            }
        }
        Ok(function)
    }
}

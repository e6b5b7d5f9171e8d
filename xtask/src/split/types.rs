//! A part with each type that it uses once, and no other. An engine compares each type
//! of a module with all that it knows before it compiles the first function.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;

use wasm_encoder::TypeSection;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{Parser, TypeSectionReader};

use super::Unsplittable;

/// The types that are named.
#[derive(Default)]
struct Named(BTreeSet<u32>);

impl Reencode for Named {
    type Error = Infallible;

    fn type_index(&mut self, ty: u32) -> Result<u32, Error<Infallible>> {
        self.0.insert(ty);
        Ok(ty)
    }
}

/// Numbers types as the part does that has no others.
struct Renumber {
    named: BTreeSet<u32>,
    numbers: BTreeMap<u32, u32>,
}

impl Reencode for Renumber {
    type Error = Unsplittable;

    fn type_index(&mut self, ty: u32) -> Result<u32, Error<Unsplittable>> {
        let number = self.numbers.get(&ty).copied();
        number.ok_or_else(|| Error::UserError(Unsplittable::new("a type was not counted")))
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Unsplittable>> {
        let mut known = HashMap::new();
        for (index, group) in (0..).zip(section) {
            let group = group?;
            if !self.named.contains(&index) {
                continue;
            }
            let Some(ty) = group.types().next().filter(|_| group.types().len() == 1) else {
                let why = Unsplittable::new("it has a group of types");
                return Err(Error::UserError(why));
            };
            let number = *known.entry(ty.clone()).or_insert(types.len());
            if number == types.len() {
                self.parse_recursive_type_group(types.ty(), group)?;
            }
            self.numbers.insert(index, number);
        }
        Ok(())
    }
}

/// The module with the types that it uses, in the order they had.
pub(super) fn only_used(wasm: &[u8]) -> Result<Vec<u8>, Unsplittable> {
    let mut named = Named::default();
    let mut same = wasm_encoder::Module::new();
    named.parse_core_module(&mut same, Parser::new(0), wasm)?;
    let mut renumber = Renumber {
        named: named.0,
        numbers: BTreeMap::new(),
    };
    let mut module = wasm_encoder::Module::new();
    renumber.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, Module, ValType};

    #[test]
    fn what_is_used_stays_once() -> Result<(), Unsplittable> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::F64], []);
        types.ty().function([ValType::I32], [ValType::I32]);
        types.ty().function([ValType::I64], []);
        types.ty().function([], [ValType::I32, ValType::I32]);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(1).function(4);
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function
            .instructions()
            .block(wasm_encoder::BlockType::FunctionType(3))
            .i32_const(1)
            .i32_const(2)
            .end()
            .i32_add()
            .end();
        code.function(&function).function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        let before = module.finish();
        let after = only_used(&before)?;
        wasmparser::validate(&after)?;
        let count = |wasm: &[u8]| -> Result<u32, Unsplittable> {
            for payload in Parser::new(0).parse_all(wasm) {
                if let wasmparser::Payload::TypeSection(section) = payload? {
                    return Ok(section.count());
                }
            }
            Ok(0)
        };
        assert_eq!((count(&before)?, count(&after)?), (5, 2));
        let again = only_used(&after)?;
        assert_eq!(again, after);
        Ok(())
    }
}

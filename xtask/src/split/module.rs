//! A wasm module taken apart far enough to be put together as two.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    DataSectionReader, ElementSectionReader, ExportSectionReader, ExternalKind, FuncType,
    FunctionBody, GlobalSectionReader, GlobalType, ImportSectionReader, MemorySectionReader,
    MemoryType, Operator, Parser, Payload, TableSectionReader, TableType, TypeRef,
    TypeSectionReader,
};

use super::Unsplittable;

/// The sections of a module, and what its functions refer to.
///
/// Indices are those of the module: imported functions come first, then the
/// defined ones (WebAssembly specification, 2.5.1 "Indices").
pub(super) struct Module<'a> {
    pub(super) types: TypeSectionReader<'a>,
    pub(super) imports: Option<ImportSectionReader<'a>>,
    pub(super) tables: Option<TableSectionReader<'a>>,
    pub(super) memories: Option<MemorySectionReader<'a>>,
    pub(super) globals: Option<GlobalSectionReader<'a>>,
    pub(super) exports: Option<ExportSectionReader<'a>>,
    pub(super) elements: Option<ElementSectionReader<'a>>,
    pub(super) data: Option<DataSectionReader<'a>>,
    pub(super) start: Option<u32>,
    /// Custom sections that engines or tools read.
    pub(super) custom: Vec<(&'a str, &'a [u8])>,
    /// How many functions are imported.
    pub(super) imported: u32,
    /// The type of every function, imported ones first.
    pub(super) signatures: Vec<u32>,
    /// The function types by their index.
    pub(super) function_types: Vec<FuncType>,
    /// All tables.
    pub(super) table_types: Vec<TableType>,
    /// The one memory.
    pub(super) memory: MemoryType,
    /// All globals.
    pub(super) global_types: Vec<GlobalType>,
    /// What the defined functions do.
    pub(super) bodies: Vec<Body<'a>>,
}

/// A defined function.
pub(super) struct Body<'a> {
    pub(super) code: FunctionBody<'a>,
    /// The functions it calls, and at how many places.
    pub(super) calls: BTreeMap<u32, usize>,
    /// The globals it reads or writes.
    pub(super) globals: BTreeSet<u32>,
    /// Whether it uses what only the module with the segments has: references
    /// to functions, passive data and elements.
    pub(super) tied: bool,
}

/// Custom sections that are kept; the others tell debuggers and linkers things.
const KEPT: [&str; 1] = ["target_features"];

impl<'a> Module<'a> {
    /// The body of a defined function.
    pub(super) fn body(&self, function: u32) -> Option<&Body<'a>> {
        let position = function.checked_sub(self.imported)?;
        self.bodies.get(position as usize)
    }

    /// Puts functions that begin alike beside each other: what follows on its like
    /// is shorter when compressed, by a sixtieth of the module.
    pub(super) fn sort_alike(&self, functions: &mut [u32]) {
        functions.sort_by_key(|&function| self.body(function).map(|body| body.code.as_bytes()));
    }

    /// Takes a module apart.
    ///
    /// # Errors
    /// When it is not valid, or uses what the splitter does not know.
    pub(super) fn parse(wasm: &'a [u8]) -> Result<Self, Unsplittable> {
        let mut types = None;
        let mut imports = None;
        let mut functions = None;
        let mut tables = None;
        let mut memories: Option<MemorySectionReader<'a>> = None;
        let mut globals = None;
        let mut exports = None;
        let mut elements = None;
        let mut data = None;
        let mut start = None;
        let mut custom = Vec::new();
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => types = Some(section),
                Payload::ImportSection(section) => imports = Some(section),
                Payload::FunctionSection(section) => functions = Some(section),
                Payload::TableSection(section) => tables = Some(section),
                Payload::MemorySection(section) => memories = Some(section),
                Payload::GlobalSection(section) => globals = Some(section),
                Payload::ExportSection(section) => exports = Some(section),
                Payload::StartSection { func, .. } => start = Some(func),
                Payload::ElementSection(section) => elements = Some(section),
                Payload::DataSection(section) => data = Some(section),
                Payload::CodeSectionEntry(code) => bodies.push(Body::parse(code)?),
                Payload::CustomSection(section) if KEPT.contains(&section.name()) => {
                    custom.push((section.name(), section.data()));
                }
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::DataCountSection { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                _ => return Err(Unsplittable::new("it has a section of an unknown kind")),
            }
        }
        let types = types.ok_or_else(|| Unsplittable::new("it has no types"))?;
        let function_types = types
            .clone()
            .into_iter_err_on_gc_types()
            .collect::<Result<Vec<_>, _>>()?;

        let mut signatures = Vec::new();
        for import in imports
            .iter()
            .cloned()
            .flat_map(ImportSectionReader::into_imports)
        {
            match import?.ty {
                TypeRef::Func(signature) => signatures.push(signature),
                _ => {
                    return Err(Unsplittable::new(
                        "it imports something else than functions",
                    ));
                }
            }
        }
        let imported = u32::try_from(signatures.len())?;
        for signature in functions.into_iter().flatten() {
            signatures.push(signature?);
        }
        let mut table_types = Vec::new();
        for table in tables.iter().cloned().flatten() {
            table_types.push(table?.ty);
        }
        let mut global_types = Vec::new();
        for global in globals.iter().cloned().flatten() {
            global_types.push(global?.ty);
        }
        let memory = memories
            .iter()
            .cloned()
            .flatten()
            .next()
            .ok_or_else(|| Unsplittable::new("it has no memory"))??;
        Ok(Self {
            types,
            imports,
            tables,
            memories,
            globals,
            exports,
            elements,
            data,
            start,
            custom,
            imported,
            signatures,
            function_types,
            table_types,
            memory,
            global_types,
            bodies,
        })
    }

    /// The index of a function's type.
    pub(super) fn signature(&self, function: u32) -> Result<u32, Unsplittable> {
        self.signatures
            .get(function as usize)
            .copied()
            .ok_or_else(|| Unsplittable::new("a function has no type"))
    }

    /// A type by its index.
    pub(super) fn type_at(&self, signature: u32) -> Result<&FuncType, Unsplittable> {
        self.function_types
            .get(signature as usize)
            .ok_or_else(|| Unsplittable::new("a function has no type"))
    }

    /// The type of a function.
    pub(super) fn function_type(&self, function: u32) -> Result<&FuncType, Unsplittable> {
        self.type_at(self.signature(function)?)
    }

    /// A function and all that it calls directly or through others, as far as
    /// `follow` says so.
    pub(super) fn reach(&self, from: u32, follow: impl Fn(usize) -> bool) -> BTreeSet<u32> {
        let mut reached = BTreeSet::from([from]);
        let mut waiting = vec![from];
        while let Some(function) = waiting.pop() {
            let position = function.checked_sub(self.imported).map(|at| at as usize);
            let Some(position) = position.filter(|&position| follow(position)) else {
                continue;
            };
            for &callee in self
                .bodies
                .get(position)
                .into_iter()
                .flat_map(|b| b.calls.keys())
            {
                if reached.insert(callee) {
                    waiting.push(callee);
                }
            }
        }
        reached
    }

    /// The index of an exported function.
    pub(super) fn exported_function(&self, name: &str) -> Result<u32, Unsplittable> {
        for export in self.exports.iter().cloned().flatten() {
            let export = export?;
            if export.name == name && export.kind == ExternalKind::Func {
                return Ok(export.index);
            }
        }
        Err(Unsplittable::new(format!("it does not export {name}")))
    }
}

impl<'a> Body<'a> {
    fn parse(code: FunctionBody<'a>) -> Result<Self, Unsplittable> {
        let mut body = Body {
            calls: BTreeMap::new(),
            globals: BTreeSet::new(),
            tied: false,
            code,
        };
        for operator in body.code.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                    *body.calls.entry(function_index).or_default() += 1;
                }
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    body.globals.insert(global_index);
                }
                Operator::RefFunc { .. }
                | Operator::MemoryInit { .. }
                | Operator::DataDrop { .. }
                | Operator::TableInit { .. }
                | Operator::ElemDrop { .. } => body.tied = true,
                _ => {}
            }
        }
        Ok(body)
    }
}

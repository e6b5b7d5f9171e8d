//! Putting a module together again, with some of its sections changed.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, ExportSection,
    FunctionSection, GlobalSection, ImportSection, MemorySection, StartSection, TableSection,
    TypeSection,
};

use super::Unsplittable;
use super::module::Module;

/// The sections of a module to be.
pub(super) struct Sections {
    pub(super) types: TypeSection,
    imports: ImportSection,
    pub(super) functions: FunctionSection,
    pub(super) tables: TableSection,
    pub(super) memories: MemorySection,
    pub(super) globals: GlobalSection,
    pub(super) exports: ExportSection,
    start: Option<u32>,
    pub(super) elements: ElementSection,
    pub(super) code: CodeSection,
    pub(super) data: DataSection,
}

impl Sections {
    /// The sections of `module`, with what it refers to numbered by `numbers`.
    /// Functions and code are for the caller to fill in.
    pub(super) fn of<T>(module: &Module<'_>, numbers: &mut T) -> Result<Self, Unsplittable>
    where
        T: Reencode,
        Unsplittable: From<Error<T::Error>>,
    {
        let mut made = Self {
            types: TypeSection::new(),
            imports: ImportSection::new(),
            functions: FunctionSection::new(),
            tables: TableSection::new(),
            memories: MemorySection::new(),
            globals: GlobalSection::new(),
            exports: ExportSection::new(),
            start: None,
            elements: ElementSection::new(),
            code: CodeSection::new(),
            data: DataSection::new(),
        };
        utils::parse_type_section(numbers, &mut made.types, module.types.clone())?;
        if let Some(section) = &module.imports {
            utils::parse_import_section(numbers, &mut made.imports, section.clone())?;
        }
        if let Some(section) = &module.tables {
            utils::parse_table_section(numbers, &mut made.tables, section.clone())?;
        }
        if let Some(section) = &module.memories {
            utils::parse_memory_section(numbers, &mut made.memories, section.clone())?;
        }
        if let Some(section) = &module.globals {
            utils::parse_global_section(numbers, &mut made.globals, section.clone())?;
        }
        if let Some(section) = &module.exports {
            utils::parse_export_section(numbers, &mut made.exports, section.clone())?;
        }
        if let Some(start) = module.start {
            made.start = Some(numbers.function_index(start)?);
        }
        if let Some(section) = &module.elements {
            utils::parse_element_section(numbers, &mut made.elements, section.clone())?;
        }
        if let Some(section) = &module.data {
            utils::parse_data_section(numbers, &mut made.data, section.clone())?;
        }
        Ok(made)
    }

    /// The module, with the custom sections that are kept of the old one.
    pub(super) fn finish(&self, module: &Module<'_>) -> Vec<u8> {
        let mut wasm = wasm_encoder::Module::new();
        wasm.section(&self.types)
            .section(&self.imports)
            .section(&self.functions)
            .section(&self.tables)
            .section(&self.memories)
            .section(&self.globals)
            .section(&self.exports);
        if let Some(function_index) = self.start {
            wasm.section(&StartSection { function_index });
        }
        wasm.section(&self.elements)
            .section(&DataCountSection {
                count: self.data.len(),
            })
            .section(&self.code)
            .section(&self.data);
        for (name, bytes) in &module.custom {
            wasm.section(&CustomSection {
                name: (*name).into(),
                data: (*bytes).into(),
            });
        }
        wasm.finish()
    }
}

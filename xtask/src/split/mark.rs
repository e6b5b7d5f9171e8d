//! A copy of the module that counts how often it comes to each stretch of instructions.

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{MemArg, MemorySection, MemoryType};

use super::Unsplittable;
use super::assemble::Sections;
use super::flow::is_marked;
use super::module::Module;

/// Bytes of a page of wasm memory.
const PAGE: u64 = 1 << 16;

/// Bytes of a mark: it counts how often control comes to it.
const COUNTER: u64 = 4;

/// Where the marks are: a counter for each place of `flow::is_marked`, in order.
pub(super) struct Marks {
    /// Address of the first one.
    pub(super) address: u64,
    /// How many there are.
    pub(super) count: usize,
    /// The number of each defined function's first one.
    pub(super) entries: Vec<usize>,
    /// The module that sets them.
    pub(super) wasm: Vec<u8>,
}

/// Puts the marking copy together. The marks lie behind the memory the module
/// asks for; its allocator takes only what it grows itself.
pub(super) fn encode(module: &Module<'_>) -> Result<Marks, Unsplittable> {
    let mut same = RoundtripReencoder;
    let mut sections = Sections::of(module, &mut same)?;
    for &signature in module.signatures.iter().skip(module.imported as usize) {
        sections.functions.function(signature);
    }

    let memory = same.memory_type(module.memory)?;
    let address = memory.minimum * PAGE;
    let mut count = 0;
    let mut entries = Vec::with_capacity(module.bodies.len());
    for body in &module.bodies {
        entries.push(count);
        let mut previous = None;
        for operator in body.code.get_operators_reader()? {
            let operator = operator?;
            count += usize::from(is_marked(previous.as_ref(), &operator));
            previous = Some(operator);
        }
    }
    let pages = (count as u64 * COUNTER).div_ceil(PAGE);
    sections.memories = MemorySection::new();
    sections.memories.memory(MemoryType {
        minimum: memory.minimum + pages,
        ..memory
    });
    let mut offsets = (address..).step_by(COUNTER as usize);
    for body in &module.bodies {
        let mut function = same.new_function_with_parsed_locals(&body.code)?;
        let mut previous = None;
        let mut reader = body.code.get_operators_reader()?;
        while !reader.eof() {
            let operator = reader.clone().read()?;
            if is_marked(previous.as_ref(), &operator)
                && let Some(offset) = offsets.next()
            {
                let counter = MemArg {
                    offset,
                    align: 2,
                    memory_index: 0,
                };
                function
                    .instructions()
                    .i32_const(0)
                    .i32_const(0)
                    .i32_load(counter)
                    .i32_const(1)
                    .i32_add()
                    .i32_store(counter);
            }
            function.instruction(&same.parse_instruction(&mut reader)?);
            previous = Some(operator);
        }
        sections.code.function(&function);
    }
    Ok(Marks {
        address,
        count,
        entries,
        wasm: sections.finish(module),
    })
}

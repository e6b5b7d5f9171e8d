//! Copying a few bytes without leaving the wasm.
//!
//! V8 runs `memory.copy` by calling a C function, which for a short text takes
//! longer than the copying. Here every `memory.copy` becomes a call of one
//! function that copies what is short itself and has the instruction for the rest.
//! (LLVM knows only both extremes: the instruction for every length that is not
//! constant, or no such instruction at all.)

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, Function, FunctionSection, Instruction, InstructionSink, MemArg,
    Module, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, FunctionSectionReader, ImportSectionReader, Operator, Parser, Payload,
    TypeRef, TypeSectionReader,
};

use crate::failure::Failure;

/// The module with its copies made by a function.
///
/// # Errors
/// When it is not a valid module.
pub(crate) fn by_a_function(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let tell = |error: String| Failure::new(format!("its copies cannot be replaced: {error}"));
    let mut copies = Copies {
        ty: 0,
        function: imported_functions(wasm).map_err(|error| tell(error.to_string()))?,
    };
    let mut module = Module::new();
    copies
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| tell(error.to_string()))?;
    Ok(module.finish())
}

fn imported_functions(wasm: &[u8]) -> wasmparser::Result<u32> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in ImportSectionReader::into_imports(section) {
                count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    Ok(count)
}

/// Writes the module anew.
struct Copies {
    /// The type of the function.
    ty: u32,
    /// Its index, once all functions are known; before, how many are.
    function: u32,
}

impl Reencode for Copies {
    type Error = std::convert::Infallible;

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_type_section(self, types, section)?;
        self.ty = types.len();
        types.ty().function([ValType::I32; 3], []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_function_section(self, functions, section)?;
        self.function += functions.len();
        functions.function(self.ty);
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        utils::parse_code_section(self, code, section)?;
        code.function(&copy());
        Ok(())
    }

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Self::Error>> {
        match operator {
            Operator::MemoryCopy {
                dst_mem: 0,
                src_mem: 0,
            } => Ok(Instruction::Call(self.function)),
            _ => utils::instruction(self, operator),
        }
    }
}

/// Parameters of the function, as `memory.copy` takes them, and its own locals.
const TO: u32 = 0;
const FROM: u32 = 1;
const LENGTH: u32 = 2;
const SMALL: u32 = 3;
const WIDE: u32 = 5;

/// The function. All that it reads it reads before it writes, because the two
/// places may overlap, as those of `memory.copy` may.
fn copy() -> Function {
    let mut function = Function::new([(2, ValType::I32), (8, ValType::I64)]);
    let mut body = function.instructions();
    up_to(&mut body, 16, |body| {
        at_least(body, 8, |body| halves(body, 1));
        at_least(body, 4, |body| ends(body, 4));
        at_least(body, 2, |body| ends(body, 2));
        at_least(body, 1, |body| ends(body, 1));
    });
    up_to(&mut body, 32, |body| halves(body, 2));
    up_to(&mut body, 64, |body| halves(body, 4));
    body.local_get(TO)
        .local_get(FROM)
        .local_get(LENGTH)
        .memory_copy(0, 0)
        .end();
    function
}

/// Does `then` and returns if there are no more bytes than this.
fn up_to(body: &mut InstructionSink<'_>, most: i32, then: impl FnOnce(&mut InstructionSink<'_>)) {
    body.local_get(LENGTH)
        .i32_const(most)
        .i32_le_u()
        .if_(BlockType::Empty);
    then(body);
    body.return_().end();
}

/// Does `then` and returns if there are no fewer bytes than this.
fn at_least(
    body: &mut InstructionSink<'_>,
    least: i32,
    then: impl FnOnce(&mut InstructionSink<'_>),
) {
    body.local_get(LENGTH)
        .i32_const(least)
        .i32_ge_u()
        .if_(BlockType::Empty);
    then(body);
    body.return_().end();
}

/// The address of the last `bytes` bytes.
fn end_of(body: &mut InstructionSink<'_>, place: u32, bytes: i32) {
    body.local_get(place)
        .local_get(LENGTH)
        .i32_add()
        .i32_const(bytes)
        .i32_sub();
}

/// Copies the first and the last 1, 2 or 4 bytes, which may be the same.
fn ends(body: &mut InstructionSink<'_>, bytes: i32) {
    let at = memory_at(0);
    let load = |body: &mut InstructionSink<'_>| {
        match bytes {
            4 => body.i32_load(at),
            2 => body.i32_load16_u(at),
            _ => body.i32_load8_u(at),
        };
    };
    body.local_get(FROM);
    load(body);
    body.local_set(SMALL);
    end_of(body, FROM, bytes);
    load(body);
    body.local_set(SMALL + 1);
    for last in [false, true] {
        if last {
            end_of(body, TO, bytes);
        } else {
            body.local_get(TO);
        }
        body.local_get(SMALL + u32::from(last));
        match bytes {
            4 => body.i32_store(at),
            2 => body.i32_store16(at),
            _ => body.i32_store8(at),
        };
    }
}

/// Copies so many times eight bytes from the beginning and from the end.
fn halves(body: &mut InstructionSink<'_>, times: u32) {
    let bytes = i32::try_from(times * 8).unwrap_or_default();
    for number in 0..times {
        let at = memory_at(number * 8);
        body.local_get(FROM).i64_load(at).local_set(WIDE + number);
        end_of(body, FROM, bytes);
        body.i64_load(at).local_set(WIDE + times + number);
    }
    for number in 0..times {
        let at = memory_at(number * 8);
        body.local_get(TO).local_get(WIDE + number).i64_store(at);
        end_of(body, TO, bytes);
        body.local_get(WIDE + times + number).i64_store(at);
    }
}

/// Memory at an offset, aligned or not.
fn memory_at(offset: u32) -> MemArg {
    MemArg {
        offset: u64::from(offset),
        align: 0,
        memory_index: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, ImportSection, MemorySection,
        MemoryType,
    };
    use wasmparser::Validator;

    /// A module with a function that copies, behind one that is imported.
    fn copying() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32; 3], []);
        let mut imports = ImportSection::new();
        imports.import("host", "f", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports
            .export("copy", ExportKind::Func, 1)
            .export("memory", ExportKind::Memory, 0);
        let mut function = Function::new([]);
        function
            .instructions()
            .local_get(0)
            .local_get(1)
            .local_get(2)
            .memory_copy(0, 0)
            .end();
        let mut code = CodeSection::new();
        code.function(&function);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&memories)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    #[test]
    fn the_module_stays_valid_and_calls_the_function() {
        let made = by_a_function(&copying()).expect("it is a module");
        Validator::new()
            .validate_all(&made)
            .expect("it is still one");
        let mut calls = Vec::new();
        let mut copies = 0;
        for payload in Parser::new(0).parse_all(&made) {
            if let Payload::CodeSectionEntry(body) = payload.expect("it is valid") {
                for operator in body.get_operators_reader().expect("it has a body") {
                    match operator.expect("it is valid") {
                        Operator::Call { function_index } => calls.push(function_index),
                        Operator::MemoryCopy { .. } => copies += 1,
                        _ => {}
                    }
                }
            }
        }
        assert_eq!(calls, [2]);
        assert_eq!(copies, 1, "the function's own");
    }

    /// What the copies do is for Node to say, which building needs anyway.
    #[test]
    fn it_copies_as_the_instruction_does() {
        const COMPARE: &str = "
            const [made, plain] = process.argv.slice(1).map((hex) => {
              const module = new WebAssembly.Module(Buffer.from(hex, 'hex'));
              return new WebAssembly.Instance(module, { host: { f() {} } }).exports;
            });
            const [a, b] = [made, plain].map(({ memory }) => new Uint8Array(memory.buffer));
            for (let length = 0; length < 80; length++)
              for (const [to, from] of [[300, 100], [100, 300], [100, 101], [101, 100], [100, 109], [109, 100],
                                        [100, 120], [120, 100], [65536 - length, 100], [100, 65536 - length]]) {
                a.forEach((_, i) => { a[i] = b[i] = (i * 31 + length) & 255; });
                made.copy(to, from, length);
                plain.copy(to, from, length);
                if (Buffer.compare(a, b)) throw new Error(`${length} bytes from ${from} to ${to}`);
              }";
        let hex =
            |wasm: &[u8]| -> String { wasm.iter().map(|byte| format!("{byte:02x}")).collect() };
        let made = by_a_function(&copying()).expect("it is a module");
        let told = std::process::Command::new("node")
            .args(["-e", COMPARE, &hex(&made), &hex(&copying())])
            .output()
            .expect("Node is there");
        assert!(
            told.status.success(),
            "{}",
            String::from_utf8_lossy(&told.stderr)
        );
    }
}

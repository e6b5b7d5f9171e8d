//! Small functions with everything that can leave a stretch, run in Node before
//! and after all they do behind their first branch became functions of its own.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use wasm_encoder::{
    BlockType, CodeSection, ExportKind, ExportSection, Function, FunctionSection, InstructionSink,
    MemorySection, MemoryType, TypeSection, ValType,
};

use super::module::Module;
use super::outline::{self, Outlined};

/// All samples take two numbers and give one; local 2 is a number too, local 3 a long one.
const SAMPLES: [fn(&mut InstructionSink<'_>); 10] = [
    falls_with_writes,
    carries_a_value_out,
    goes_on_with_a_loop,
    returns,
    chooses_from_a_table,
    exits_carry_different_things,
    always_traps,
    takes_operands,
    leaves_two_values,
    writes_many,
];

fn falls_with_writes(body: &mut InstructionSink<'_>) {
    body.local_get(0).if_(BlockType::Empty);
    body.local_get(1).i32_const(3).i32_mul().local_set(2);
    body.local_get(2).local_get(0).i32_add().local_set(0);
    body.end();
    body.local_get(0).local_get(2).i32_add();
}

fn carries_a_value_out(body: &mut InstructionSink<'_>) {
    body.block(BlockType::Result(ValType::I32));
    body.block(BlockType::Empty);
    body.local_get(0).i32_eqz().br_if(0);
    body.i32_const(70)
        .local_get(0)
        .i32_const(5)
        .i32_gt_s()
        .br_if(1);
    body.local_get(1).i32_add().br(1);
    body.end();
    body.local_get(1).i32_const(9).i32_sub();
    body.end();
}

fn goes_on_with_a_loop(body: &mut InstructionSink<'_>) {
    body.block(BlockType::Empty).loop_(BlockType::Empty);
    body.local_get(0).i32_const(1).i32_sub().local_tee(0);
    body.i32_const(-3).i32_lt_s().br_if(1);
    body.local_get(2).i32_const(7).i32_add().local_set(2);
    body.local_get(0).i32_const(4).i32_eq().br_if(1);
    body.local_get(0).local_get(1).i32_eq().br_if(0);
    body.local_get(0).i32_const(2).i32_gt_s().br_if(0);
    body.local_get(2).i32_const(100).i32_add().local_set(2);
    body.end().end();
    body.local_get(2).local_get(0).i32_add();
}

fn returns(body: &mut InstructionSink<'_>) {
    body.local_get(0).i32_const(4).i32_add().local_set(2);
    body.local_get(0).if_(BlockType::Empty);
    body.local_get(1).if_(BlockType::Empty);
    body.local_get(1).return_().end();
    body.i32_const(11).local_set(2).end();
    body.local_get(2);
}

fn chooses_from_a_table(body: &mut InstructionSink<'_>) {
    body.block(BlockType::Empty).block(BlockType::Empty);
    body.block(BlockType::Empty).block(BlockType::Empty);
    body.local_get(1).i32_const(100).i32_eq().br_if(0);
    body.local_get(0).local_set(2);
    body.local_get(0).br_table([0, 1, 2], 3);
    body.end();
    body.local_get(2).i32_const(1000).i32_add().local_set(2);
    body.end();
    body.local_get(2).i32_const(200).i32_add().local_set(2);
    body.end();
    body.local_get(2).i32_const(30).i32_add().local_set(2);
    body.end();
    body.local_get(2);
}

fn exits_carry_different_things(body: &mut InstructionSink<'_>) {
    body.block(BlockType::Empty);
    body.block(BlockType::Result(ValType::I32));
    body.block(BlockType::Empty);
    body.local_get(1).i32_const(100).i32_eq().br_if(0);
    body.local_get(0).i32_const(1).i32_eq().br_if(0);
    body.local_get(0).i32_const(2).i32_eq().br_if(2);
    body.local_get(0)
        .i32_const(42)
        .local_get(0)
        .i32_const(3)
        .i32_eq()
        .br_if(1);
    body.drop().return_();
    body.end();
    body.i32_const(55);
    body.end();
    body.return_();
    body.end();
    body.i32_const(66);
}

fn always_traps(body: &mut InstructionSink<'_>) {
    body.local_get(0)
        .i32_const(2)
        .i32_eq()
        .if_(BlockType::Empty);
    body.local_get(1)
        .local_set(2)
        .local_get(2)
        .i32_const(0)
        .i32_div_s();
    body.drop().unreachable().end();
    body.local_get(1);
}

fn takes_operands(body: &mut InstructionSink<'_>) {
    body.local_get(1).i64_extend_i32_s();
    body.block(BlockType::Result(ValType::I64));
    body.i64_const(5).local_get(0).i64_extend_i32_s();
    body.i64_const(6).local_get(0).br_if(0);
    body.i64_sub().i64_mul().local_tee(3).local_get(3).i64_add();
    body.end();
    body.i64_sub().i32_wrap_i64();
}

fn leaves_two_values(body: &mut InstructionSink<'_>) {
    body.local_get(0).if_(BlockType::FunctionType(1));
    body.local_get(1)
        .i32_const(8)
        .local_get(0)
        .i32_const(1)
        .i32_eq()
        .br_if(0);
    body.i32_add().i32_const(21);
    body.else_();
    body.i32_const(9).local_get(1);
    body.end();
    body.i32_sub();
}

/// Too many for results.
fn writes_many(body: &mut InstructionSink<'_>) {
    body.block(BlockType::Empty).block(BlockType::Empty);
    body.local_get(1).i32_const(100).i32_eq().br_if(0);
    body.local_get(1).i32_const(2).i32_shl().local_set(2);
    body.local_get(0)
        .i64_extend_i32_s()
        .i64_const(33)
        .i64_shl()
        .local_set(3);
    body.local_get(0).i32_const(7).i32_mul().local_set(1);
    body.local_get(1).i32_const(3).i32_add().local_set(0);
    body.local_get(2).i32_const(4).i32_eq().br_if(1);
    body.local_get(1).i32_const(1).i32_sub().local_set(1);
    body.end();
    body.local_get(2).i32_const(1).i32_add().local_set(2);
    body.end();
    body.local_get(3).i64_const(30).i64_shr_s().i32_wrap_i64();
    body.local_get(0).i32_xor();
    body.local_get(1).i32_const(5).i32_mul().i32_add();
    body.local_get(2).i32_const(11).i32_mul().i32_sub();
}

fn sample() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32; 2], [ValType::I32]);
    types.ty().function([], [ValType::I32; 2]);
    let mut functions = FunctionSection::new();
    let mut exports = ExportSection::new();
    let mut code = CodeSection::new();
    for (index, body) in (0..).zip(SAMPLES) {
        functions.function(0);
        exports.export(&index.to_string(), ExportKind::Func, index);
        let mut function = Function::new([(1, ValType::I32), (1, ValType::I64)]);
        body(&mut function.instructions());
        function.instructions().end();
        code.function(&function);
    }
    let mut memories = MemorySection::new();
    memories.memory(ONE_PAGE);
    let mut wasm = wasm_encoder::Module::new();
    wasm.section(&types).section(&functions).section(&memories);
    wasm.section(&exports).section(&code);
    wasm.finish()
}

/// The memory of a sample.
pub(super) const ONE_PAGE: MemoryType = MemoryType {
    minimum: 1,
    maximum: None,
    memory64: false,
    shared: false,
    page_size_log2: None,
};

/// What every sample gives for some pairs of numbers, as Node prints it.
fn results(wasm: &[u8], name: &str) -> String {
    const RUN: &str = "
        const bytes = require('fs').readFileSync(process.argv[1]);
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
        for (let i = 0; exports[i]; i++)
          for (let a = -5; a < 8; a++)
            for (const b of [0, 1, 3, 100]) {
              let told;
              try { told = exports[i](a, b); } catch (error) { told = error.message; }
              console.log(i, a, b, told);
            }";
    let path = std::env::temp_dir().join(format!("{}-{name}.wasm", std::process::id()));
    fs::write(&path, wasm).expect("the folder for temporary files can be written");
    let told = Command::new("node").args(["-e", RUN]).arg(&path).output();
    fs::remove_file(&path).expect("it was written");
    let told = told.expect("node is there");
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    String::from_utf8(told.stdout).expect("it is text")
}

#[test]
fn a_function_does_the_same_when_parts_of_it_are_functions() {
    let wasm = sample();
    wasmparser::validate(&wasm).expect("the sample is valid");
    let module = Module::parse(&wasm).expect("it is a module");
    // Only the first mark of each function was reached.
    let marks = module
        .bodies
        .iter()
        .flat_map(|body| {
            let mut previous = None;
            let mut marks = Vec::new();
            for operator in body.code.get_operators_reader().expect("it has code") {
                let operator = operator.expect("it is an instruction");
                if super::flow::is_marked(previous.as_ref(), &operator) {
                    marks.push(previous.is_none());
                }
                previous = Some(operator);
            }
            marks
        })
        .collect::<Vec<bool>>();
    let Outlined { wasm: new, ran } = outline::outline(&wasm, &module, &marks, &BTreeSet::new(), 0)
        .expect("it can be taken apart");
    wasmparser::validate(&new).expect("the result is valid");
    let cold = ran.iter().filter(|&&ran| !ran).count();
    assert!(cold >= SAMPLES.len(), "only {cold} became functions");
    let parted = Module::parse(&new).expect("it is a module");
    assert!(parted.global_types.len() > 1, "nothing came by a global");
    let before = results(&wasm, "before");
    assert!(before.contains(" divide by zero"), "{before}");
    assert_eq!(results(&new, "after"), before);
}

//! A function as nested sequences of instructions, with what lies on the operand
//! stack where a stretch of it could be cut out.

use std::ops::Range;

use wasmparser::{
    BlockType, FuncType, FuncValidator, FuncValidatorAllocations, FunctionBody, Operator, ValType,
    WasmModuleResources,
};

use super::Unsplittable;

/// Whether an instruction gets a mark: control reaches it other than by coming
/// from the one before (`previous`; none for the first), or may not come that far.
/// Instructions up to the next mark run if and only if this one does.
pub(super) fn is_marked(previous: Option<&Operator<'_>>, at: &Operator<'_>) -> bool {
    match previous {
        None => true,
        Some(Operator::If { .. } | Operator::Else | Operator::BrIf { .. } | Operator::End) => {
            !matches!(at, Operator::Else | Operator::End)
        }
        Some(_) => false,
    }
}

/// A function.
pub(super) struct Flow<'a> {
    /// Its instructions; the last one ends it.
    pub(super) ops: Vec<Op<'a>>,
    /// The function's own frame, then those of its blocks, in order of their start.
    pub(super) frames: Vec<Frame>,
    /// Types of the locals, parameters first.
    pub(super) locals: Vec<ValType>,
    /// How many of the locals are parameters.
    pub(super) parameters: usize,
}

/// An instruction.
pub(super) struct Op<'a> {
    pub(super) operator: Operator<'a>,
    /// Where its bytes are in the module.
    pub(super) bytes: Range<usize>,
    /// The frame whose sequence it is in; an `else` or `end` is in the frame it belongs to.
    pub(super) frame: usize,
    /// The frame that it opens.
    pub(super) opens: Option<usize>,
    /// At marks and where a frame begins: the operands since the frame began,
    /// if their types are known.
    pub(super) stack: Option<Vec<ValType>>,
}

/// A block, loop, conditional or the whole function.
pub(super) struct Frame {
    /// The frame around it; the function's own frame is its own.
    pub(super) parent: usize,
    /// How many frames are around it.
    pub(super) depth: u32,
    pub(super) is_loop: bool,
    /// The instruction that opens it.
    pub(super) start: usize,
    /// The first instruction in it.
    pub(super) body: usize,
    /// Its `else`.
    pub(super) other: Option<usize>,
    /// Its `end`.
    pub(super) end: usize,
    /// What a branch to it carries.
    pub(super) label: Vec<ValType>,
    /// What it leaves.
    pub(super) results: Vec<ValType>,
    /// Whether the end of its first sequence can be reached, and that of its second.
    pub(super) falls: [bool; 2],
}

impl Frame {
    /// Its sequences of instructions: two for a conditional with an `else`.
    pub(super) fn sequences(&self) -> impl Iterator<Item = (Range<usize>, bool)> + use<> {
        let first = (self.body..self.other.unwrap_or(self.end), self.falls[0]);
        let second = self.other.map(|other| (other + 1..self.end, self.falls[1]));
        std::iter::once(first).chain(second)
    }
}

impl<'a> Flow<'a> {
    /// Takes a function of a module apart; `types` are the module's function types.
    ///
    /// # Errors
    /// When it is not valid.
    pub(super) fn read<R: WasmModuleResources>(
        body: &FunctionBody<'a>,
        validator: &mut FuncValidator<R>,
        signature: &FuncType,
        types: &[FuncType],
    ) -> Result<Self, Unsplittable> {
        validator.read_locals(&mut body.get_binary_reader())?;
        let locals = (0..validator.len_locals())
            .filter_map(|local| validator.get_local_type(local))
            .collect();
        let mut flow = Self {
            ops: Vec::new(),
            frames: vec![Frame {
                parent: 0,
                depth: 0,
                is_loop: false,
                start: 0,
                body: 0,
                other: None,
                end: 0,
                label: signature.results().to_vec(),
                results: signature.results().to_vec(),
                falls: [true; 2],
            }],
            locals,
            parameters: signature.params().len(),
        };
        let mut frame = 0;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let (operator, start) = reader.read_with_offset()?;
            let end = reader.original_position();
            let index = flow.ops.len();
            let previous = flow.ops.last();
            let opened = previous.is_some_and(|op| op.opens.is_some());
            let stack = (opened || is_marked(previous.map(|op| &op.operator), &operator))
                .then(|| operands(validator))
                .flatten();
            let reachable = validator
                .get_control_frame(0)
                .is_some_and(|frame| !frame.unreachable);
            validator.op(start, &operator)?;

            let inside = frame;
            let mut opens = None;
            let parent = flow.frame(frame)?;
            match &operator {
                Operator::Block { blockty }
                | Operator::Loop { blockty }
                | Operator::If { blockty } => {
                    let (parameters, results) = block_type(*blockty, types)?;
                    let is_loop = matches!(operator, Operator::Loop { .. });
                    let new = Frame {
                        parent: frame,
                        depth: parent.depth + 1,
                        is_loop,
                        start: index,
                        body: index + 1,
                        other: None,
                        end: index,
                        label: if is_loop { parameters } else { results.clone() },
                        results,
                        falls: [true; 2],
                    };
                    opens = Some(flow.frames.len());
                    frame = flow.frames.len();
                    flow.frames.push(new);
                }
                Operator::Else => {
                    parent.other = Some(index);
                    parent.falls[0] = reachable;
                }
                Operator::End => {
                    parent.falls[usize::from(parent.other.is_some())] = reachable;
                    parent.end = index;
                    frame = parent.parent;
                }
                Operator::TryTable { .. } | Operator::Try { .. } => {
                    return Err(Unsplittable::new("it catches exceptions"));
                }
                _ => {}
            }
            flow.ops.push(Op {
                operator,
                bytes: start..end,
                frame: inside,
                opens,
                stack,
            });
        }
        Ok(flow)
    }

    fn frame(&mut self, frame: usize) -> Result<&mut Frame, Unsplittable> {
        self.frames
            .get_mut(frame)
            .ok_or_else(|| Unsplittable::new("an instruction is in no block"))
    }

    /// The frame that a branch goes to from a place in `frame`.
    pub(super) fn target(&self, mut frame: usize, relative_depth: u32) -> usize {
        for _ in 0..relative_depth {
            frame = self.frames[frame].parent;
        }
        frame
    }

    /// The instruction at which a branch to a frame goes on.
    pub(super) fn label(&self, frame: usize) -> usize {
        let frame = &self.frames[frame];
        if frame.is_loop {
            frame.start
        } else {
            frame.end
        }
    }
}

/// The operands since the innermost frame began; none where that cannot be known.
fn operands<R: WasmModuleResources>(validator: &FuncValidator<R>) -> Option<Vec<ValType>> {
    let frame = validator.get_control_frame(0)?;
    if frame.unreachable {
        return None;
    }
    let count = usize::try_from(validator.operand_stack_height()).ok()? - frame.height;
    (0..count)
        .rev()
        .map(|depth| validator.get_operand_type(depth).flatten())
        .collect()
}

fn block_type(
    block: BlockType,
    types: &[FuncType],
) -> Result<(Vec<ValType>, Vec<ValType>), Unsplittable> {
    Ok(match block {
        BlockType::Empty => (Vec::new(), Vec::new()),
        BlockType::Type(result) => (Vec::new(), vec![result]),
        BlockType::FuncType(index) => {
            let found = types
                .get(index as usize)
                .ok_or_else(|| Unsplittable::new("a block has no type"))?;
            (found.params().to_vec(), found.results().to_vec())
        }
    })
}

/// Does something with each function of a module, in order.
///
/// # Errors
/// When the module is not valid, or `each` fails.
pub(super) fn each_function<'a>(
    wasm: &'a [u8],
    signatures: &[FuncType],
    types: &[FuncType],
    mut each: impl FnMut(Flow<'a>, &FunctionBody<'a>) -> Result<(), Unsplittable>,
) -> Result<(), Unsplittable> {
    let mut validator = wasmparser::Validator::new();
    let mut memory = FuncValidatorAllocations::default();
    let mut signatures = signatures.iter();
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        if let wasmparser::ValidPayload::Func(function, body) = validator.payload(&payload?)? {
            let signature = signatures
                .next()
                .ok_or_else(|| Unsplittable::new("a function has no type"))?;
            let mut function = function.into_validator(memory);
            each(Flow::read(&body, &mut function, signature, types)?, &body)?;
            memory = function.into_allocations();
        }
    }
    Ok(())
}

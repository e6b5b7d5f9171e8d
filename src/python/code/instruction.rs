//! The instruction set of the register machine.
//!
//! Every instruction is eight bytes. Operands named `d` are written, `a`, `b`
//! and `c` are read; all are registers of the running frame. Registers
//! `0..code.local_names.len()` are the variables of the function (parameters
//! first, see [`Code`](super::Code)), the ones above are temporaries.
//!
//! Lifetimes are visible to programs (`__del__`, `GeneratorExit` at the last
//! drop), so who lets go of a value is part of an instruction's meaning:
//! "consumes" means that the registers are moved out of and left
//! [`Undefined`](crate::object::Value::Undefined); without that word operands
//! are only read. A statement leaves no temporary alive: what no instruction
//! consumed or overwrote, the compiler clears with [`Instr::Clear`] or
//! [`Instr::ClearRange`] (temporaries that can only hold numbers or strings
//! made by arithmetic need not be).

/// A register of the running frame.
pub type Reg = u16;

/// "No register" where an operand is optional.
pub const NO_REG: Reg = u16::MAX;

/// Operators of `Binary` and `InPlace`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "named as in Python's operator module")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Operators of `Unary`; `not` is [`Instr::Not`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "named as in Python's operator module")]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

/// Comparisons. The first six are the rich comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "named as in Python's operator module")]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    In,
    NotIn,
    Is,
    IsNot,
}

/// How `FormatValue` converts before formatting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "!s, !r and !a of a replacement field")]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// Rare operations, kept out of the hot instruction space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic {
    /// `d = AssertionError`
    AssertionError,
    /// `d = builtins.__build_class__`
    BuildClass,
    /// `d = ` the namespace dict of the running class body or module
    Locals,
    /// Echo `a` as the interactive prompt does (`sys.displayhook`).
    PrintExpr,
    /// `from a import *` into the running namespace.
    ImportStar,
    /// `d = tuple(a)` for a list `a`.
    ListToTuple,
    /// `d = ` the set `a` in the order that a display of constants has.
    ConstantSet,
    /// `d = TypeVar(a)`; `b` its lazily evaluated bound or NO_REG
    TypeVar,
    /// `d = ParamSpec(a)`
    ParamSpec,
    /// `d = TypeVarTuple(a)`
    TypeVarTuple,
    /// `d = ` type alias object from the tuple `a` = (name, type_params, evaluate function)
    TypeAlias,
    /// `d = Generic[*a]` for the bases of a class with type parameters
    SubscriptGeneric,
    /// Sets `a.__type_params__ = b`
    SetTypeParams,
    /// Sets `a.__default__` evaluator = `b` on a type variable
    SetTypeDefault,
    /// `d = Template` from the tuple `a` of strings and interpolations
    BuildTemplate,
    /// `d = Interpolation` from the tuple `a` = (value, expression, conversion or None, spec)
    BuildInterpolation,
    /// `d = ` what remains to be raised after the `except*` clauses: `a` is the
    /// original exception, `b` the list of unhandled parts and raised ones.
    PrepReraiseStar,
    /// `d = ` whether `a` is an exception that `except` clause type `b` may name; raises TypeError if `b` is no exception type.
    CheckExcType,
}

/// One instruction.
///
/// `target` operands are absolute instruction indices; `skip` operands are
/// distances counted from the following instruction (signed where a jump may
/// go back).
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    missing_docs,
    reason = "operands are explained where the instruction is"
)]
pub enum Instr {
    /// Does nothing.
    Nop,
    /// A new source line is reached: recorded, when lines are recorded. Only
    /// emitted when the compiler is asked to; not counted by the budget.
    Line {
        /// 1-based source line.
        line: u32,
    },

    // ----- moving values
    /// `d = a`
    Move { d: Reg, a: Reg },
    /// `d = a`, consuming `a`.
    Take { d: Reg, a: Reg },
    /// `d = consts[k]`
    LoadConst { d: Reg, k: u32 },
    /// `d = ` a small integer.
    LoadInt { d: Reg, i: i32 },
    /// `d = None`
    LoadNone { d: Reg },
    /// `d = True` or `False`.
    LoadBool { d: Reg, value: bool },
    /// Lets go of `d`'s value; the register is then unbound.
    Clear { d: Reg },
    /// Clears `n` registers from `start`.
    ClearRange { start: Reg, n: u16 },
    /// Raises `UnboundLocalError` if local `a` is unbound.
    CheckBound { a: Reg },
    /// `del` of a local: raises `UnboundLocalError` if unbound.
    DeleteLocal { a: Reg },

    // ----- cells, globals, names
    /// Wraps the value of `d` (may be unbound) into a new cell in `d`.
    MakeCell { d: Reg },
    /// `d = ` contents of the cell in register `cell`; NameError or UnboundLocalError if empty.
    LoadCell { d: Reg, cell: Reg },
    /// Contents of the cell in register `cell` = `a`.
    StoreCell { cell: Reg, a: Reg },
    /// Empties the cell; NameError if empty.
    DeleteCell { cell: Reg },
    /// `d = ` global or builtin `sites[site].name`.
    LoadGlobal { d: Reg, site: u32 },
    /// Global `names[name] = a`.
    StoreGlobal { a: Reg, name: u32 },
    /// `del` of a global.
    DeleteGlobal { name: u32 },
    /// `d = ` name in the running namespace (class body, exec), then globals, then builtins.
    LoadName { d: Reg, name: u32 },
    /// Name in the running namespace = `a`.
    StoreName { a: Reg, name: u32 },
    /// `del` of a name in the running namespace.
    DeleteName { name: u32 },
    /// Like `LoadName`, but falls back on the cell in `cell` instead of globals (free variable in a class body).
    LoadClassCell { d: Reg, cell: Reg, name: u16 },
    /// Raises if `a`, a variable of an inlined comprehension, is unbound; also
    /// if one of the code around is, which a comprehension reads (`free`).
    CheckComprehensionVariable { free: bool, a: Reg, name: u16 },
    /// `d` = contents of the cell of an inlined comprehension's variable.
    LoadComprehensionCell { d: Reg, cell: Reg, name: u16 },
    /// `d` holds a mapping: `d = d[names[name]]`, else global or builtin of that name (annotations in a class).
    LoadFromMapping { d: Reg, name: u32 },
    /// `d` holds a mapping: `d = d[names[name]]`, else contents of the cell in register `cell`.
    LoadFromMappingOrCell { d: Reg, cell: Reg, name: u16 },

    // ----- operators
    /// `d = a + b`
    Add { d: Reg, a: Reg, b: Reg },
    /// `d = a - b`
    Sub { d: Reg, a: Reg, b: Reg },
    /// `d = a * b`
    Mul { d: Reg, a: Reg, b: Reg },
    /// `d = a + i`; with an `i` below 0, where `d` is `a`: `d -= -i`
    AddInt { d: Reg, a: Reg, i: i16 },
    /// `d = a - i`; with an `i` below 0, where `d` is `a`: `d += -i`
    SubInt { d: Reg, a: Reg, i: i16 },
    /// `d = a op b`
    Binary {
        op: BinaryOp,
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// `d = a op i`
    BinaryInt {
        op: BinaryOp,
        d: Reg,
        a: Reg,
        i: i16,
    },
    /// `d = a; d op= b` (`d` is usually `a`; `a` is consumed when `d == a`).
    InPlace {
        op: BinaryOp,
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// `d = op a`
    Unary { op: UnaryOp, d: Reg, a: Reg },
    /// `d = not a`
    Not { d: Reg, a: Reg },
    /// `d = a op b`
    Compare {
        op: CompareOp,
        d: Reg,
        a: Reg,
        b: Reg,
    },

    // ----- jumps (a jump backwards is a point where budgets are checked)
    /// Jumps.
    Jump { target: u32 },
    /// Jumps if `a` is true.
    JumpIfTrue { a: Reg, target: u32 },
    /// Jumps if `a` is false.
    JumpIfFalse { a: Reg, target: u32 },
    /// Jumps if `a is None`.
    JumpIfNone { a: Reg, target: u32 },
    /// Jumps if `a is not None`.
    JumpIfNotNone { a: Reg, target: u32 },
    /// Jumps by `skip` if `a op b` is false.
    JumpUnless {
        op: CompareOp,
        a: Reg,
        b: Reg,
        skip: i16,
    },
    /// Jumps by `skip` if `a op b` is true.
    JumpWhen {
        op: CompareOp,
        a: Reg,
        b: Reg,
        skip: i16,
    },
    /// Jumps by `skip` if `a op i` is false (rich comparisons only).
    JumpUnlessInt {
        op: CompareOp,
        a: Reg,
        i: i16,
        skip: i16,
    },
    /// Jumps by `skip` if `a op i` is true (rich comparisons only).
    JumpWhenInt {
        op: CompareOp,
        a: Reg,
        i: i16,
        skip: i16,
    },

    // ----- attributes and items
    /// `d = a.name` with `sites[site].name`.
    LoadAttr { d: Reg, a: Reg, site: u16 },
    /// For a call `a.name(…)`: either `d` = function and `d+1` = self, or
    /// `d` = callable and `d+1` unbound. Followed by `CallMethod`.
    LoadMethod { d: Reg, a: Reg, site: u16 },
    /// `a.name = b`, which is consumed if `take`.
    StoreAttr {
        take: bool,
        a: Reg,
        b: Reg,
        site: u16,
    },
    /// `del a.name`
    DeleteAttr { a: Reg, site: u16 },
    /// Zero-argument `super().name`: `a` holds the class, `a+1` self; as `LoadAttr`.
    LoadSuperAttr { d: Reg, a: Reg, site: u16 },
    /// `d = a[b]`
    GetItem { d: Reg, a: Reg, b: Reg },
    /// `d = a[i]`
    GetItemInt { d: Reg, a: Reg, i: i16 },
    /// `a[b] = c`, which is consumed if `take`.
    SetItem { take: bool, a: Reg, b: Reg, c: Reg },
    /// `a[i] = c`, which is consumed if `take`.
    SetItemInt { take: bool, a: Reg, i: i16, c: Reg },
    /// `del a[b]`
    DelItem { a: Reg, b: Reg },

    // ----- building
    /// `d = slice(start, start+1, start+2)`, consuming the three.
    BuildSlice { d: Reg, start: Reg },
    /// `d = ` tuple of `n` registers from `start`, consuming them.
    BuildTuple { d: Reg, start: Reg, n: u16 },
    /// `d = ` list of `n` registers from `start`, consuming them.
    BuildList { d: Reg, start: Reg, n: u16 },
    /// `d = ` set of `n` registers from `start`, consuming them.
    BuildSet { d: Reg, start: Reg, n: u16 },
    /// `d = ` dict of `n` key, value pairs from `start`, consuming them.
    BuildMap { d: Reg, start: Reg, n: u16 },
    /// `d = ` concatenation of `n` strings from `start`, consuming them.
    BuildString { d: Reg, start: Reg, n: u16 },
    /// Appends `a` (consumed) to the list `list`.
    ListAppend { list: Reg, a: Reg },
    /// Adds `a` to the set `set`.
    SetAdd { set: Reg, a: Reg },
    /// `dict[key] = value` without looking at `dict`'s class.
    MapAdd { dict: Reg, key: Reg, value: Reg },
    /// `list.extend(a)` (star in a display or a call; TypeError texts of displays).
    ListExtend { list: Reg, a: Reg },
    /// `set.update(a)`
    SetUpdate { set: Reg, a: Reg },
    /// `dict.update(a)` of a dict display: `a` must be a mapping.
    DictUpdate { dict: Reg, a: Reg },
    /// `**a` in a call: TypeError on duplicates; `callee` is named in messages.
    DictMerge { dict: Reg, a: Reg, callee: Reg },
    /// `list.extend(a)` for `*a`, the only positional argument of a call;
    /// `callee` is named in messages.
    SpreadStar { list: Reg, a: Reg, callee: Reg },
    /// `d = format(conv(a), spec)`; `spec` may be `NO_REG`.
    FormatValue {
        conv: Conversion,
        d: Reg,
        a: Reg,
        spec: Reg,
    },

    // ----- unpacking and iteration
    /// Unpacks `a` (consumed) into exactly `n` registers from `start`.
    Unpack { a: Reg, start: Reg, n: u16 },
    /// Unpacks `a` (consumed): `before` registers from `start`, one list, then `after` registers.
    UnpackStar {
        before: u8,
        a: Reg,
        start: Reg,
        after: u16,
    },
    /// `d = iter(a)`
    GetIter { d: Reg, a: Reg },
    /// `d = next(iter)`; when exhausted clears `iter` and jumps forward by `skip`.
    ForIter { d: Reg, iter: Reg, skip: u16 },
    /// The end of a loop whose `ForIter` with the same registers is `back` before the
    /// following instruction: goes there, or behind it if there is an item at hand.
    ForIterBack { d: Reg, iter: Reg, back: u16 },

    // ----- calls: the callee's registers are consumed
    /// `d = base(base+1 … base+argc)`
    Call { argc: u8, d: Reg, base: Reg },
    /// The last `len(consts[names])` of the `argc` arguments are keywords with the names of that tuple.
    CallKw {
        argc: u8,
        d: Reg,
        base: Reg,
        names: u16,
    },
    /// After `LoadMethod` into `base`: arguments from `base+2`; `argc` does not count self.
    CallMethod { argc: u8, d: Reg, base: Reg },
    /// `CallMethod` with keywords as in `CallKw`.
    CallMethodKw {
        argc: u8,
        d: Reg,
        base: Reg,
        names: u16,
    },
    /// `d = base(*base+1, **base+2)`: a list or tuple, and a dict or unbound.
    CallEx { d: Reg, base: Reg },
    /// Leaves the frame with `a` (consumed).
    Return { a: Reg },
    /// Leaves the frame with `None`.
    ReturnNone,

    // ----- functions, classes, modules
    /// `d = ` function of `consts[code]`. `flags` says which of these lie in
    /// registers from `start` on, in this order, consumed: 1 = tuple of positional
    /// defaults, 2 = dict of keyword-only defaults, 4 = annotate function,
    /// 8 = tuple of cells (closure).
    MakeFunction {
        flags: u8,
        d: Reg,
        code: u16,
        start: Reg,
    },
    /// `d = import names[name]`; `a` = level (int), `a+1` = from-list (tuple or None).
    ImportName { d: Reg, a: Reg, name: u16 },
    /// `d = from a import names[name]`
    ImportFrom { d: Reg, a: Reg, name: u16 },
    /// See [`Intrinsic`].
    Intrinsic {
        what: Intrinsic,
        d: Reg,
        a: Reg,
        b: Reg,
    },

    // ----- generators and coroutines
    /// Yields `a` (consumed); when resumed with a value it is put into `d`.
    /// In an async generator this is what the `async for` sees.
    Yield { d: Reg, a: Reg },
    /// `d = ` iterator for `await a`; `context` 0 = await, 1 = `__aenter__`, 2 = `__aexit__`, 3 = `__anext__` of `async for` (wording of errors).
    GetAwaitable { context: u8, d: Reg, a: Reg },
    /// `d = ` iterator for `yield from a`.
    GetYieldFrom { d: Reg, a: Reg },
    /// Sends `a` to the iterator in `iter`. If it yields, so does this frame and
    /// runs this instruction again with what it is sent, put into `a`. If it
    /// returns, `iter` is cleared and `d`, which may be `iter`, = its value. `is_await` is told to the event log.
    Delegate {
        is_await: bool,
        d: Reg,
        iter: Reg,
        a: Reg,
    },
    /// `d = a.__aiter__()`
    GetAIter { d: Reg, a: Reg },
    /// `d = ` awaitable of `a.__anext__()`.
    GetANext { d: Reg, a: Reg },
    /// In the handler of an `async for`: `exc` becomes None if it is
    /// StopAsyncIteration; else it is to be raised again.
    EndAsyncFor { exc: Reg },

    // ----- exceptions
    /// `raise a from b`; `b` may be `NO_REG`.
    Raise { a: Reg, b: Reg },
    /// Bare `raise`: RuntimeError if no exception is being handled.
    RaiseCurrent,
    /// Goes on raising the exception `exc` (consumed), traceback kept, no new traceback entry for this line.
    Reraise { exc: Reg },
    /// `exc` becomes the exception being handled; the one before is kept in `save`.
    PushHandled { save: Reg, exc: Reg },
    /// The exception kept in `save` (consumed) is again the one being handled.
    PopHandled { save: Reg },
    /// `d = ` whether exception `a` matches `b`, a class or tuple of classes (TypeError if not exceptions).
    ExcMatches { d: Reg, a: Reg, b: Reg },
    /// `except* b`: splits exception (group) `a`; `d` = matching part or None, `a` = the rest or None.
    ExcGroupMatches { d: Reg, a: Reg, b: Reg },

    // ----- with
    /// Looks up `__enter__` and `__exit__` of `a`'s type: `d` = bound exit, `d+1` = bound enter. TypeError texts of `with`.
    LoadWith { d: Reg, a: Reg },
    /// As `LoadWith` for `__aenter__` and `__aexit__`.
    LoadAsyncWith { d: Reg, a: Reg },

    // ----- match
    /// `d = ` whether `a` is a sequence for patterns.
    MatchSequence { d: Reg, a: Reg },
    /// `d = ` whether `a` is a mapping for patterns.
    MatchMapping { d: Reg, a: Reg },
    /// `d = len(a)`
    GetLen { d: Reg, a: Reg },
    /// Mapping pattern: `d = ` tuple of the values of subject `a` at the keys of tuple `b`, or None if one is missing.
    MatchKeys { d: Reg, a: Reg, b: Reg },
    /// `d = ` dict copy of `a` without the keys in tuple `b`.
    CopyWithoutKeys { d: Reg, a: Reg, b: Reg },
    /// Class pattern: subject `a`, class in `b`, `npos` positional sub-patterns,
    /// tuple of keyword names in `b+1`; `d = ` tuple of attribute values or None.
    MatchClass { npos: u8, d: Reg, a: Reg, b: Reg },
}

//! Instructions as bytes: the number of the kind, then the operands.

use super::bytes::{Reader, Writer};
use crate::code::{BinaryOp, CompareOp, Conversion, Instr, Intrinsic, UnaryOp};

/// Sites are used one after another as a rule: in a pack an instruction says
/// how far its site is from the one after the last.
#[derive(Debug, Default)]
pub(super) struct Sites {
    next: u32,
}

impl Sites {
    pub(super) fn relative(&mut self, instruction: &mut Instr) {
        self.change(instruction, |site, next| (site.wrapping_sub(next), site));
    }

    pub(super) fn absolute(&mut self, instruction: &mut Instr) {
        self.change(instruction, |distance, next| {
            let site = next.wrapping_add(distance);
            (site, site)
        });
    }

    fn change(&mut self, instruction: &mut Instr, change: impl Fn(u32, u32) -> (u32, u32)) {
        match instruction {
            Instr::LoadGlobal { site, .. } => {
                let (new, used) = change(*site, self.next);
                *site = new;
                self.next = used.wrapping_add(1);
            }
            Instr::LoadAttr { site, .. }
            | Instr::LoadMethod { site, .. }
            | Instr::StoreAttr { site, .. }
            | Instr::DeleteAttr { site, .. }
            | Instr::LoadSuperAttr { site, .. } => {
                let (new, used) = change(u32::from(*site), self.next);
                *site = new as u16;
                self.next = (used & 0xffff).wrapping_add(1);
            }
            _ => {}
        }
    }
}

/// What an instruction is made of.
trait Operand: Sized {
    fn write(self, out: &mut Writer);
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// Registers and counts. `NO_REG`, the greatest, becomes the shortest.
impl Operand for u16 {
    fn write(self, out: &mut Writer) {
        out.number(self.wrapping_add(1));
    }
    fn read(from: &mut Reader<'_>) -> Option<u16> {
        Some(from.small::<u16>()?.wrapping_sub(1))
    }
}

impl Operand for u32 {
    fn write(self, out: &mut Writer) {
        out.number(self);
    }
    fn read(from: &mut Reader<'_>) -> Option<u32> {
        from.small()
    }
}

impl Operand for u8 {
    fn write(self, out: &mut Writer) {
        out.byte(self);
    }
    fn read(from: &mut Reader<'_>) -> Option<u8> {
        from.byte()
    }
}

impl Operand for bool {
    fn write(self, out: &mut Writer) {
        out.byte(self.into());
    }
    fn read(from: &mut Reader<'_>) -> Option<bool> {
        Some(from.byte()? != 0)
    }
}

impl Operand for i16 {
    fn write(self, out: &mut Writer) {
        out.signed(self.into());
    }
    fn read(from: &mut Reader<'_>) -> Option<i16> {
        from.signed()?.try_into().ok()
    }
}

impl Operand for i32 {
    fn write(self, out: &mut Writer) {
        out.signed(self.into());
    }
    fn read(from: &mut Reader<'_>) -> Option<i32> {
        from.signed()?.try_into().ok()
    }
}

/// Enumerations without contents: the number of the case.
macro_rules! cases {
    ($($name:ident: $($case:ident)*;)*) => {$(
        impl Operand for $name {
            fn write(self, out: &mut Writer) {
                // Every case must be in the list.
                match self { $($name::$case => {})* }
                out.byte(self as u8);
            }
            fn read(from: &mut Reader<'_>) -> Option<$name> {
                const ALL: &[$name] = &[$($name::$case),*];
                ALL.get(usize::from(from.byte()?)).copied()
            }
        }
    )*};
}

cases! {
    BinaryOp: Add Sub Mul MatMul TrueDiv FloorDiv Mod Pow LShift RShift And Or Xor;
    UnaryOp: Neg Pos Invert;
    CompareOp: Lt Le Eq Ne Gt Ge In NotIn Is IsNot;
    Conversion: None Str Repr Ascii;
    Intrinsic: AssertionError BuildClass Locals PrintExpr ImportStar ListToTuple
        ConstantSet TypeVar ParamSpec TypeVarTuple TypeAlias SubscriptGeneric
        SetTypeParams SetTypeDefault BuildTemplate BuildInterpolation PrepReraiseStar
        CheckExcType;
}

/// All instructions with their operands, in the order of the bytes.
macro_rules! instructions {
    ($($name:ident { $($field:ident)* })*) => {
        #[repr(u8)]
        enum Number { $($name),* }

        /// Appends an instruction.
        pub(super) fn write(instruction: Instr, out: &mut Writer) {
            match instruction {
                $(Instr::$name { $($field),* } => {
                    out.byte(Number::$name as u8);
                    $($field.write(out);)*
                })*
            }
        }

        /// The next instruction.
        pub(super) fn read(from: &mut Reader<'_>) -> Option<Instr> {
            const NUMBERS: &[fn(&mut Reader<'_>) -> Option<Instr>] = &[
                $(|from| { let _ = &from; Some(Instr::$name { $($field: Operand::read(from)?),* }) }),*
            ];
            NUMBERS.get(usize::from(from.byte()?))?(from)
        }
    };
}

instructions! {
    Nop {}
    Line { line }
    Move { d a }
    Take { d a }
    LoadConst { d k }
    LoadInt { d i }
    LoadNone { d }
    LoadBool { d value }
    Clear { d }
    ClearRange { start n }
    CheckBound { a }
    DeleteLocal { a }
    MakeCell { d }
    LoadCell { d cell }
    StoreCell { cell a }
    DeleteCell { cell }
    LoadGlobal { d site }
    StoreGlobal { a name }
    DeleteGlobal { name }
    LoadName { d name }
    StoreName { a name }
    DeleteName { name }
    LoadClassCell { d cell name }
    CheckComprehensionVariable { free a name }
    LoadComprehensionCell { d cell name }
    LoadFromMapping { d name }
    LoadFromMappingOrCell { d cell name }
    Add { d a b }
    Sub { d a b }
    Mul { d a b }
    AddInt { d a i }
    SubInt { d a i }
    Binary { op d a b }
    BinaryInt { op d a i }
    InPlace { op d a b }
    Unary { op d a }
    Not { d a }
    Compare { op d a b }
    Jump { target }
    JumpIfTrue { a target }
    JumpIfFalse { a target }
    JumpIfNone { a target }
    JumpIfNotNone { a target }
    JumpUnless { op a b skip }
    JumpWhen { op a b skip }
    JumpUnlessInt { op a i skip }
    JumpWhenInt { op a i skip }
    LoadAttr { d a site }
    LoadMethod { d a site }
    StoreAttr { take a b site }
    DeleteAttr { a site }
    LoadSuperAttr { d a site }
    GetItem { d a b }
    GetItemInt { d a i }
    SetItem { take a b c }
    SetItemInt { take a i c }
    DelItem { a b }
    BuildSlice { d start }
    BuildTuple { d start n }
    BuildList { d start n }
    BuildSet { d start n }
    BuildMap { d start n }
    BuildString { d start n }
    ListAppend { list a }
    SetAdd { set a }
    MapAdd { dict key value }
    ListExtend { list a }
    SpreadStar { list a callee }
    SetUpdate { set a }
    DictUpdate { dict a }
    DictMerge { dict a callee }
    FormatValue { conv d a spec }
    Unpack { a start n }
    UnpackStar { before a start after }
    GetIter { d a }
    ForIter { d iter skip }
    ForIterBack { d iter back }
    Call { argc d base }
    CallKw { argc d base names }
    CallMethod { argc d base }
    CallMethodKw { argc d base names }
    CallEx { d base }
    Return { a }
    ReturnNone {}
    MakeFunction { flags d code start }
    ImportName { d a name }
    ImportFrom { d a name }
    Intrinsic { what d a b }
    Yield { d a }
    GetAwaitable { context d a }
    GetYieldFrom { d a }
    Delegate { is_await d iter a }
    GetAIter { d a }
    GetANext { d a }
    EndAsyncFor { exc }
    Raise { a b }
    RaiseCurrent {}
    Reraise { exc }
    PushHandled { save exc }
    PopHandled { save }
    ExcMatches { d a b }
    ExcGroupMatches { d a b }
    LoadWith { d a }
    LoadAsyncWith { d a }
    MatchSequence { d a }
    MatchMapping { d a }
    GetLen { d a }
    MatchKeys { d a b }
    CopyWithoutKeys { d a b }
    MatchClass { npos d a b }
}

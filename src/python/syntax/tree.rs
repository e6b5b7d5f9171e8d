//! The syntax tree that the rest of the compiler works on.
//!
//! It is ours, and small: names are already mangled (Python reference,
//! "Private name mangling"), string literals joined, f-strings taken apart,
//! and long chains of left-associative operators and of `elif` are flat lists,
//! so that walking or dropping a tree never recurses deeper than the source
//! nests.

use std::rc::Rc;

use num_bigint::BigInt;

use super::position::Span;

/// A name in a program. Equal names of one tree share their text.
pub type Name = Rc<str>;

/// Number of a scope (module, class, function, lambda, comprehension,
/// annotations) in the order in which they begin in the source; the module is
/// 0. The scope table is indexed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub u32);

/// A name and where it stands.
#[derive(Clone, Debug)]
pub struct Ident {
    /// The name, mangled.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
}

/// A whole source text, or the one expression of `eval`.
#[derive(Debug)]
pub struct Module {
    /// The statements.
    pub body: Vec<Stmt>,
    /// Number of scopes in the text, the module's own one included.
    pub scope_count: u32,
    /// Whether annotations stay text (`from __future__ import annotations`).
    pub text_annotations: bool,
}

/// A statement.
#[derive(Debug)]
pub struct Stmt {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: StmtKind,
}

/// What a statement is.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the parts of the statement in the grammar"
)]
pub enum StmtKind {
    Function(Box<FunctionDef>),
    Class(Box<ClassDef>),
    Return(Option<Expr>),
    Delete(Vec<Expr>),
    TypeAlias(Box<TypeAlias>),
    Assign {
        targets: Vec<Expr>,
        value: Expr,
    },
    AugAssign {
        target: Expr,
        op: BinaryOp,
        value: Expr,
    },
    /// `simple` says that the target is a name without parentheses.
    AnnAssign {
        target: Expr,
        annotation: Annotation,
        value: Option<Expr>,
        simple: bool,
    },
    For(Box<For>),
    While {
        test: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    /// `if` and each `elif` with its block, and the `else` block.
    If {
        branches: Vec<(Expr, Vec<Stmt>)>,
        orelse: Vec<Stmt>,
    },
    With {
        is_async: bool,
        items: Vec<WithItem>,
        body: Vec<Stmt>,
    },
    Match {
        subject: Expr,
        cases: Vec<MatchCase>,
    },
    Raise {
        exception: Option<Expr>,
        cause: Option<Expr>,
    },
    Try(Box<Try>),
    Assert {
        test: Expr,
        message: Option<Expr>,
    },
    Import(Vec<ImportedModule>),
    ImportFrom(Box<ImportFrom>),
    Global(Vec<Ident>),
    Nonlocal(Vec<Ident>),
    Expr(Expr),
    Pass,
    Break,
    Continue,
}

/// `def` or `async def`.
#[derive(Debug)]
pub struct FunctionDef {
    /// The name as written: the function's `__name__`.
    pub name: Name,
    /// The name that is bound (mangled inside a class) and where it stands.
    pub target: Ident,
    /// `async def`
    pub is_async: bool,
    /// Decorators, top down.
    pub decorators: Vec<Expr>,
    /// `[T, ...]`
    pub type_params: Option<Box<TypeParams>>,
    /// The parameters.
    pub params: Params,
    /// What stands behind `->`.
    pub returns: Option<Expr>,
    /// The block.
    pub body: Vec<Stmt>,
    /// The function's own scope.
    pub scope: ScopeId,
    /// The scope in which its annotations are evaluated.
    pub annotation_scope: ScopeId,
}

/// `class`.
#[derive(Debug)]
pub struct ClassDef {
    /// The name as written: the class's `__name__`.
    pub name: Name,
    /// The name that is bound (mangled inside a class) and where it stands.
    pub target: Ident,
    /// Decorators, top down.
    pub decorators: Vec<Expr>,
    /// `[T, ...]`
    pub type_params: Option<Box<TypeParams>>,
    /// Bases and keywords.
    pub arguments: Vec<Argument>,
    /// The block.
    pub body: Vec<Stmt>,
    /// The class body's scope.
    pub scope: ScopeId,
    /// The scope in which the annotations of the body are evaluated.
    pub annotation_scope: ScopeId,
}

/// `type Name[params] = value`.
#[derive(Debug)]
pub struct TypeAlias {
    /// The name that is bound.
    pub name: Ident,
    /// `[T, ...]`
    pub type_params: Option<Box<TypeParams>>,
    /// The value, evaluated when first asked for.
    pub value: Expr,
    /// The scope in which the value is evaluated.
    pub scope: ScopeId,
}

/// A list of type parameters.
#[derive(Debug)]
pub struct TypeParams {
    /// The parameters.
    pub params: Vec<TypeParam>,
    /// The scope that holds their names.
    pub scope: ScopeId,
}

/// One type parameter.
#[derive(Debug)]
pub struct TypeParam {
    /// Its name.
    pub name: Ident,
    /// Which sort.
    pub kind: TypeParamKind,
    /// `T: bound`, with the scope in which it is evaluated.
    pub bound: Option<(Expr, ScopeId)>,
    /// `T = default`, with the scope in which it is evaluated.
    pub default: Option<(Expr, ScopeId)>,
}

/// The sorts of type parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeParamKind {
    /// `T`
    TypeVar,
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}

/// `for` or `async for`.
#[derive(Debug)]
pub struct For {
    /// `async for`
    pub is_async: bool,
    /// What each item is assigned to.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The block.
    pub body: Vec<Stmt>,
    /// The `else` block.
    pub orelse: Vec<Stmt>,
}

/// One context manager of a `with`.
#[derive(Debug)]
pub struct WithItem {
    /// The expression whose value is entered.
    pub context: Expr,
    /// What stands behind `as`.
    pub target: Option<Expr>,
}

/// `case pattern if guard: body`.
#[derive(Debug)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// What stands behind `if`.
    pub guard: Option<Expr>,
    /// The block.
    pub body: Vec<Stmt>,
}

/// `try`.
#[derive(Debug)]
pub struct Try {
    /// The guarded block.
    pub body: Vec<Stmt>,
    /// The handlers.
    pub handlers: Vec<Handler>,
    /// Whether the handlers are `except*`.
    pub is_star: bool,
    /// The `else` block.
    pub orelse: Vec<Stmt>,
    /// The `finally` block.
    pub finalbody: Vec<Stmt>,
}

/// `except` or `except*`.
#[derive(Debug)]
pub struct Handler {
    /// Where it stands.
    pub span: Span,
    /// The exception class or classes; all when absent.
    pub class: Option<Expr>,
    /// What stands behind `as`.
    pub name: Option<Ident>,
    /// The block.
    pub body: Vec<Stmt>,
}

/// One module of `import a.b as c`.
#[derive(Debug)]
pub struct ImportedModule {
    /// The dotted name.
    pub module: Name,
    /// What stands behind `as`.
    pub alias: Option<Ident>,
    /// The name that is bound: the alias, or the dotted name's first part.
    pub binds: Ident,
}

/// `from module import names`.
#[derive(Debug)]
pub struct ImportFrom {
    /// The dotted name, absent in `from . import x`.
    pub module: Option<Name>,
    /// Number of leading dots.
    pub level: u32,
    /// The names; `None` for `*`.
    pub names: Option<Vec<ImportedName>>,
}

/// One name of `from m import name as binds`.
#[derive(Debug)]
pub struct ImportedName {
    /// The name looked up in the module.
    pub name: Name,
    /// The name that is bound.
    pub binds: Ident,
    /// Where it stands.
    pub span: Span,
}

/// The parameters of a function or lambda.
#[derive(Debug, Default)]
pub struct Params {
    /// Parameters before `/`.
    pub positional_only: Vec<Param>,
    /// Parameters that take positional and keyword arguments.
    pub regular: Vec<Param>,
    /// `*args`
    pub var_positional: Option<Param>,
    /// Parameters behind `*`.
    pub keyword_only: Vec<Param>,
    /// `**kwargs`
    pub var_keyword: Option<Param>,
}

impl Params {
    /// All parameters in the order in which they get registers: positional,
    /// keyword-only, `*args`, `**kwargs` (the order of `co_varnames`).
    pub fn in_register_order(&self) -> impl Iterator<Item = &Param> {
        self.positional()
            .chain(&self.keyword_only)
            .chain(&self.var_positional)
            .chain(&self.var_keyword)
    }

    /// The parameters that take positional arguments.
    pub fn positional(&self) -> impl Iterator<Item = &Param> {
        self.positional_only.iter().chain(&self.regular)
    }

    /// All parameters in the order in which CPython evaluates their annotations.
    pub fn in_order_of_annotations(&self) -> impl Iterator<Item = &Param> {
        (self.regular.iter())
            .chain(&self.positional_only)
            .chain(&self.var_positional)
            .chain(&self.keyword_only)
            .chain(&self.var_keyword)
    }

    /// All parameters in the order in which they stand in the source.
    pub fn in_source_order(&self) -> impl Iterator<Item = &Param> {
        self.positional()
            .chain(&self.var_positional)
            .chain(&self.keyword_only)
            .chain(&self.var_keyword)
    }
}

/// One parameter.
#[derive(Debug)]
pub struct Param {
    /// Its name.
    pub name: Ident,
    /// What stands behind `:`.
    pub annotation: Option<Expr>,
    /// What stands behind `=`.
    pub default: Option<Expr>,
}

/// An annotation of a variable.
#[derive(Debug)]
pub struct Annotation {
    /// The expression.
    pub expr: Expr,
}

/// An expression.
#[derive(Debug)]
pub struct Expr {
    /// Where it stands, without parentheses around it.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// What an expression is.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the fields are the parts of the expression in the grammar"
)]
pub enum ExprKind {
    Constant(Constant),
    Name(Name),
    /// `a and b and c`
    And(Vec<Expr>),
    /// `a or b or c`
    Or(Vec<Expr>),
    /// `a + b - c`: operators of one precedence, or a single `**`, applied
    /// from left to right.
    Binary(Box<BinaryChain>),
    Unary(UnaryOp, Box<Expr>),
    /// `a < b <= c`
    Compare(Box<Comparison>),
    /// `target := value`
    Named(Box<(Ident, Expr)>),
    Lambda(Box<Lambda>),
    /// `body if test else orelse`
    Conditional(Box<Conditional>),
    List(Vec<Expr>),
    Tuple(Vec<Expr>),
    Set(Vec<Expr>),
    /// Pairs; without a key it is `**value`.
    Dict(Vec<(Option<Expr>, Expr)>),
    Comprehension(Box<Comprehension>),
    Await(Box<Expr>),
    Yield(Option<Box<Expr>>),
    YieldFrom(Box<Expr>),
    Call(Box<Call>),
    Attribute(Box<Attribute>),
    Subscript(Box<(Expr, Expr)>),
    Slice(Box<Slice>),
    Starred(Box<Expr>),
    FormatString(Vec<StringPart>),
    TemplateString(Vec<StringPart>),
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "named like the values")]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    /// The imaginary part; a literal has no real part.
    Imaginary(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
}

/// Operators between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named like the operators")]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    ShiftLeft,
    ShiftRight,
    And,
    Or,
    Xor,
}

/// Operators before a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named like the operators")]
pub enum UnaryOp {
    Not,
    Negative,
    Positive,
    Invert,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named like the operators")]
pub enum CompareOp {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
}

/// A first operand, and operators with their right operands.
#[derive(Debug)]
pub struct BinaryChain {
    /// The leftmost operand.
    pub first: Expr,
    /// The rest from left to right. The span is that of the result so far.
    pub rest: Vec<(BinaryOp, Expr, Span)>,
}

/// A first operand, and comparisons with their right operands.
#[derive(Debug)]
pub struct Comparison {
    /// The leftmost operand.
    pub first: Expr,
    /// The rest from left to right.
    pub rest: Vec<(CompareOp, Expr)>,
}

/// `lambda params: body`.
#[derive(Debug)]
pub struct Lambda {
    /// The parameters.
    pub params: Params,
    /// The value.
    pub body: Expr,
    /// Its scope.
    pub scope: ScopeId,
}

/// `body if test else orelse`.
#[derive(Debug)]
#[expect(missing_docs, reason = "named like the parts in the grammar")]
pub struct Conditional {
    pub test: Expr,
    pub body: Expr,
    pub orelse: Expr,
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named like the values")]
pub enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

/// A comprehension or generator expression.
#[derive(Debug)]
pub struct Comprehension {
    /// What it makes.
    pub kind: ComprehensionKind,
    /// The element; the key of a dict comprehension.
    pub element: Expr,
    /// The value of a dict comprehension.
    pub value: Option<Expr>,
    /// The `for` clauses; there is at least one.
    pub clauses: Vec<ForClause>,
    /// Its scope.
    pub scope: ScopeId,
}

/// `for target in iter if a if b` inside a comprehension.
#[derive(Debug)]
#[expect(missing_docs, reason = "named like the parts in the grammar")]
pub struct ForClause {
    pub is_async: bool,
    pub target: Expr,
    pub iter: Expr,
    pub conditions: Vec<Expr>,
}

/// A call.
#[derive(Debug)]
pub struct Call {
    /// What is called.
    pub function: Expr,
    /// The arguments in the order of the source.
    pub arguments: Vec<Argument>,
}

/// One argument of a call or class statement.
#[derive(Debug)]
pub enum Argument {
    /// `value`
    Positional(Expr),
    /// `*value`
    Star(Expr),
    /// `name=value`
    Keyword(Ident, Expr),
    /// `**value`
    DoubleStar(Expr),
}

impl Argument {
    /// The expression, whatever stands before it.
    pub fn value(&self) -> &Expr {
        match self {
            Self::Positional(value)
            | Self::Star(value)
            | Self::Keyword(_, value)
            | Self::DoubleStar(value) => value,
        }
    }
}

/// `value.name`.
#[derive(Debug)]
pub struct Attribute {
    /// What stands before the dot.
    pub value: Expr,
    /// The name, mangled, and where it stands.
    pub name: Ident,
}

/// `lower:upper:step`.
#[derive(Debug)]
#[expect(missing_docs, reason = "named like the parts in the grammar")]
pub struct Slice {
    pub lower: Option<Expr>,
    pub upper: Option<Expr>,
    pub step: Option<Expr>,
}

/// A part of an f-string or t-string.
#[derive(Debug)]
pub enum StringPart {
    /// Text, escapes already replaced. `{x=}` puts `x=` here.
    Literal(Rc<str>),
    /// `{expr!r:spec}`
    Field(Box<Field>),
}

/// A replacement field.
#[derive(Debug)]
pub struct Field {
    /// The expression.
    pub value: Expr,
    /// The expression's source text, which t-strings keep.
    pub text: Rc<str>,
    /// What stands behind `!`.
    pub conversion: Option<Conversion>,
    /// What stands behind `:`.
    pub format_spec: Option<Vec<StringPart>>,
    /// From brace to brace.
    pub span: Span,
}

/// Conversions of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// A pattern of a `case`.
#[derive(Debug)]
pub struct Pattern {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PatternKind,
}

/// What a pattern is.
#[derive(Debug)]
pub enum PatternKind {
    /// A literal or dotted name, compared with `==`.
    Value(Expr),
    /// `None`, `True` or `False`, compared with `is`.
    Singleton(Constant),
    /// `[a, *b]`
    Sequence(Vec<Pattern>),
    /// `*name` inside a sequence; `*_` binds nothing.
    Star(Option<Ident>),
    /// `{key: pattern, **rest}`
    Mapping {
        /// Keys with their patterns.
        items: Vec<(Expr, Pattern)>,
        /// The name behind `**`.
        rest: Option<Ident>,
    },
    /// `Class(pattern, name=pattern)`
    Class {
        /// The class.
        class: Expr,
        /// Positional patterns.
        positional: Vec<Pattern>,
        /// Keyword patterns.
        keywords: Vec<(Ident, Pattern)>,
    },
    /// `pattern as name`, `name`, or `_` when both are absent.
    Capture {
        /// What stands before `as`.
        pattern: Option<Box<Pattern>>,
        /// The name.
        name: Option<Ident>,
    },
    /// `a | b`
    Or(Vec<Pattern>),
}

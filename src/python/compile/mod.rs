//! Syntax tree → bytecode.
//!
//! One pass over the tree emits instructions for the register machine (see
//! [`crate::code`]). Expressions evaluate strictly in the order of the Python
//! reference, "Evaluation order". A variable's register is read in place;
//! everything else goes through temporaries, used as a stack, whose values are
//! let go of when the expression is done.

mod annotation_text;
mod annotations;
mod assemble;
mod assignments;
mod blocks;
mod calls;
mod comprehensions;
mod conditions;
mod constant;
mod displays;
mod exceptions;
mod expressions;
mod functions;
mod imports;
mod items;
mod loops;
mod names;
mod patterns;
mod statements;
mod strings;
mod suspicious;
#[cfg(test)]
mod tests;
mod type_params;
mod unit;
#[cfg(test)]
mod verify;

pub(crate) use constant::is_name_like;

use std::rc::Rc;

use crate::code::{Code, CodeKind, Instr, Position, SourceFile};
use crate::object::intern;
use crate::syntax::scopes::{ScopeTable, analyze};
use crate::syntax::tree::{Module, ScopeId, Stmt, StmtKind};
use crate::syntax::{LineIndex, MODULE_SCOPE, ParseMode, Span, Stage, SyntaxProblem, parse};
use annotations::ANNOTATIONS;
use assemble::{Signature, assemble, is_too_large};
use unit::{Unit, UnitKind};

/// What a source text is compiled for; the modes of `compile()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Statements; the code returns None.
    Exec,
    /// One expression; the code returns its value.
    Eval,
    /// Statements; the values of expression statements are shown.
    Single,
}

/// Choices a compilation offers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Emit an instruction wherever execution reaches a line.
    pub lines: bool,
    /// The module's names live in a namespace other than its globals, as in
    /// `exec(text, globals, locals)`.
    pub separate_namespace: bool,
    /// `await` may stand outside of functions (`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`):
    /// a text that has it becomes the code of a coroutine.
    pub top_level_await: bool,
    /// The text is a value of the program, as `exec` and `compile` take it; no
    /// file has its lines.
    pub from_value: bool,
}

/// Compiles a source text.
///
/// # Errors
/// What Python would report for the text.
pub fn compile_source(
    source: &str,
    file_name: &str,
    mode: Mode,
) -> Result<Rc<Code>, SyntaxProblem> {
    let file = Rc::new(SourceFile {
        name: intern(file_name),
        text: Rc::from(source),
        ..SourceFile::default()
    });
    compile_file(&file, mode, Options::default())
}

/// Compiles the text of a source file.
///
/// # Errors
/// What Python would report for the text.
pub fn compile_file(
    file: &Rc<SourceFile>,
    mode: Mode,
    options: Options,
) -> Result<Rc<Code>, SyntaxProblem> {
    let lines = LineIndex::new(file.text());
    let parse_mode = match mode {
        Mode::Eval => ParseMode::Expression,
        Mode::Exec | Mode::Single => ParseMode::Statements,
    };
    let module = parse(&lines, parse_mode)?;
    let scopes = analyze(&module, &lines).map_err(|problem| problem.of_stage(Stage::Compiler))?;
    let name: Rc<str> = Rc::from("<module>");
    let unit = Unit::new(
        UnitKind::Module,
        MODULE_SCOPE,
        Rc::clone(&name),
        name.to_string(),
    );
    let mut compiler = Compiler {
        lines: &lines,
        scopes: &scopes,
        file,
        options,
        text_annotations: module.text_annotations,
        early_annotations: None,
        is_interactive: mode == Mode::Single,
        future_end: 0,
        unit: Box::new(unit),
        last_position: (Span::default(), Position::default()),
    };
    compiler
        .module(&module, mode)
        .map_err(|problem| problem.of_stage(Stage::Compiler))?;
    let mut signature = Signature::none();
    if options.top_level_await && scopes.scope(MODULE_SCOPE).has_await {
        signature.kind = CodeKind::Coroutine;
    }
    compiler.finish(signature, Span::default())
}

type Outcome<T = ()> = Result<T, SyntaxProblem>;

/// State of compiling one source text.
struct Compiler<'tree> {
    lines: &'tree LineIndex<'tree>,
    scopes: &'tree ScopeTable,
    file: &'tree Rc<SourceFile>,
    options: Options,
    text_annotations: bool,
    /// Where the annotations of the module or class around are evaluated, if
    /// its text asks for `__annotations__` while it runs.
    early_annotations: Option<ScopeId>,
    /// The values of expression statements outside of functions are shown.
    is_interactive: bool,
    /// Offset up to which `from __future__` imports are allowed.
    future_end: u32,
    /// The code object under construction.
    unit: Box<Unit<'tree>>,
    last_position: (Span, Position),
}

impl<'tree> Compiler<'tree> {
    fn problem(&self, message: impl Into<String>, at: Span) -> SyntaxProblem {
        SyntaxProblem::new(message, at, self.lines)
    }

    /// Instructions emitted from now on come from there.
    fn at(&mut self, span: Span) {
        if self.last_position.0 != span {
            let start = self.lines.line_column(span.start);
            let end = self.lines.line_column(span.end);
            let position = Position {
                line: start.line,
                end_line: end.line,
                column: u16::try_from(start.column).unwrap_or(u16::MAX),
                end_column: u16::try_from(end.column).unwrap_or(u16::MAX),
            };
            self.last_position = (span, position);
        }
        self.unit.position = self.last_position.1;
    }

    fn module(&mut self, module: &'tree Module, mode: Mode) -> Outcome {
        if mode == Mode::Eval {
            if let Some(Stmt {
                kind: StmtKind::Expr(value),
                ..
            }) = module.body.first()
            {
                let d = self.unit.temp();
                self.into(value, d)?;
                self.unit.emit(Instr::Return { a: d });
            }
            return Ok(());
        }
        self.check_future_imports(&module.body)?;
        if mode == Mode::Exec {
            self.namespace_docstring(&module.body)?;
        }
        let scope = crate::syntax::MODULE_ANNOTATION_SCOPE;
        self.early_annotations = self.scopes.mentions(ANNOTATIONS).then_some(scope);
        self.namespace_annotations(&module.body, scope)?;
        for statement in &module.body {
            self.statement(statement)?;
        }
        self.unit.emit(Instr::ReturnNone);
        Ok(())
    }

    /// Whether `await` and its relatives may stand here.
    fn may_await(&self) -> bool {
        match self.unit.kind {
            UnitKind::AsyncFunction => true,
            UnitKind::Module => self.options.top_level_await,
            _ => false,
        }
    }

    /// Makes the code object of the unit.
    fn finish(self, signature: Signature, at: Span) -> Result<Rc<Code>, SyntaxProblem> {
        if is_too_large(&self.unit) {
            return Err(SyntaxProblem::new(
                "code object is too large",
                at,
                self.lines,
            ));
        }
        Ok(Rc::new(assemble(*self.unit, self.file, signature)))
    }

    /// Compiles a code object inside the current one.
    fn nested(
        &mut self,
        unit: Unit<'tree>,
        at: Span,
        compile: impl FnOnce(&mut Self) -> Outcome<Signature>,
    ) -> Outcome<Rc<Code>> {
        let around = std::mem::replace(&mut self.unit, Box::new(unit));
        self.at(at);
        let line = self.unit.position.line;
        self.unit.first_line = line;
        let signature = compile(self)?;
        let unit = *std::mem::replace(&mut self.unit, around);
        if is_too_large(&unit) {
            return Err(self.problem("code object is too large", at));
        }
        Ok(Rc::new(assemble(unit, self.file, signature)))
    }
}

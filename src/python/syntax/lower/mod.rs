//! From the parser's tree to ours. Only this folder and the two modules that
//! call the parser know its types.
//!
//! The parser's tree is taken apart, not borrowed: its long left-leaning
//! chains of operators are walked in loops, and so never dropped recursively.

mod expressions;
mod patterns;
mod statements;
mod strings;

use std::collections::HashSet;
use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::old_names;
use super::position::{LineIndex, Span};
use super::problem::SyntaxProblem;
use super::tree::{ExprKind, Ident, Module, Name, ScopeId, Stmt, StmtKind};

/// Scope of a module.
pub const MODULE_SCOPE: ScopeId = ScopeId(0);
/// Scope of the annotations of a module.
pub const MODULE_ANNOTATION_SCOPE: ScopeId = ScopeId(1);

/// What a misplaced target of an assignment is, in the words of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Description {
    /// As in "cannot assign to function call".
    pub(super) name: &'static str,
    /// Whether it could be the left operand of `==` without parentheses.
    pub(super) is_operand: bool,
}

/// Takes the parser's tree apart. Besides, describes the outermost expression
/// that stands exactly at `wanted`.
///
/// # Errors
/// The first literal that cannot be a value.
pub(super) fn lower(
    tree: ast::Mod,
    lines: &LineIndex<'_>,
    wanted: Option<Span>,
) -> (Result<Module, SyntaxProblem>, Option<Description>) {
    let mut lowering = Lowering {
        lines,
        names: HashSet::new(),
        scopes: 2,
        classes: Vec::new(),
        problem: None,
        wanted,
        description: None,
    };
    let body = match tree {
        ast::Mod::Module(module) => lowering.block(module.body),
        ast::Mod::Expression(module) => {
            let value = lowering.expr(*module.body);
            vec![Stmt {
                span: value.span,
                kind: StmtKind::Expr(value),
            }]
        }
    };
    let module = match lowering.problem {
        Some(problem) => Err(problem),
        None => Ok(Module {
            text_annotations: imports_future_annotations(&body),
            body,
            scope_count: lowering.scopes,
        }),
    };
    (module, lowering.description)
}

/// Whether the module starts with `from __future__ import annotations`.
fn imports_future_annotations(body: &[Stmt]) -> bool {
    for (index, statement) in body.iter().enumerate() {
        match &statement.kind {
            StmtKind::Expr(value) if index == 0 && matches!(value.kind, ExprKind::Constant(_)) => {}
            StmtKind::ImportFrom(import) if import.module.as_deref() == Some("__future__") => {
                let names = import.names.as_deref().unwrap_or(&[]);
                if names.iter().any(|name| &*name.name == "annotations") {
                    return true;
                }
            }
            _ => return false,
        }
    }
    false
}

/// State of taking one tree apart.
struct Lowering<'source> {
    lines: &'source LineIndex<'source>,
    names: HashSet<Name>,
    scopes: u32,
    /// Names of the classes around, without leading underscores: for mangling.
    classes: Vec<Rc<str>>,
    problem: Option<SyntaxProblem>,
    /// The place of an expression to describe.
    wanted: Option<Span>,
    description: Option<Description>,
}

impl Lowering<'_> {
    fn new_scope(&mut self) -> ScopeId {
        let scope = ScopeId(self.scopes);
        self.scopes += 1;
        scope
    }

    /// The one shared text of a name, as written.
    fn name(&mut self, text: &str) -> Name {
        if let Some(name) = self.names.get(text) {
            return Rc::clone(name);
        }
        let name: Name = Rc::from(text);
        self.names.insert(Rc::clone(&name));
        name
    }

    /// The name as it is bound and looked up: names like `__x` in a class
    /// carry the class's name (Python reference, "Private name mangling").
    fn mangled(&mut self, text: &str) -> Name {
        if text.starts_with("__")
            && !text.ends_with("__")
            && !text.contains('.')
            && let Some(class) = self.classes.last()
            && !class.is_empty()
        {
            let mangled = format!("_{class}{text}");
            return self.name(&mangled);
        }
        self.name(text)
    }

    fn ident(&mut self, identifier: &ast::Identifier) -> Ident {
        Ident {
            name: self.mangled(identifier.as_str()),
            span: span(identifier.range),
        }
    }

    /// The name behind a dot, as the program has it.
    fn attribute(&mut self, identifier: &ast::Identifier) -> Ident {
        let span = span(identifier.range);
        if identifier.as_str() == old_names::STAND_IN && self.text(span) == old_names::NAME {
            let name = self.name(old_names::NAME);
            return Ident { name, span };
        }
        self.ident(identifier)
    }

    fn unmangled_ident(&mut self, identifier: &ast::Identifier) -> Ident {
        Ident {
            name: self.name(identifier.as_str()),
            span: span(identifier.range),
        }
    }

    fn report(&mut self, message: impl Into<String>, at: Span) {
        if self.problem.is_none() {
            self.problem = Some(SyntaxProblem::new(message, at, self.lines));
        }
    }

    fn text(&self, at: Span) -> &str {
        self.lines
            .source()
            .get(at.start as usize..at.end as usize)
            .unwrap_or("")
    }
}

fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

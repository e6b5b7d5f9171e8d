//! Which name means which variable.
//!
//! Two passes, as in the Python reference, "Naming and binding": the first
//! notes what each scope binds, uses and declares; the second decides for
//! every name of every scope where its value lives.
//!
//! List, set and dict comprehensions are scopes without a frame of their own
//! (as since Python 3.12): their variables live in registers of the code
//! around them. Such a scope is called *inlined*, and the code it is part of
//! its *unit*.

mod collect;
mod resolve;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;
use std::rc::Rc;

use super::position::{LineIndex, Span};
use super::problem::SyntaxProblem;
use super::tree::{Module, Name, ScopeId};

/// Finds the variables of a whole program.
///
/// # Errors
/// The first misuse of a name: conflicting declarations, duplicate
/// parameters, assignment expressions where they cannot bind.
pub fn analyze(module: &Module, lines: &LineIndex<'_>) -> Result<ScopeTable, SyntaxProblem> {
    let mut table = collect::collect(module, lines)?;
    resolve::resolve(&mut table, lines)?;
    Ok(table)
}

/// What sort of source text a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// A whole source text.
    Module,
    /// A class body.
    Class,
    /// `def` or `lambda`.
    Function,
    /// A list, set or dict comprehension: inlined.
    Comprehension,
    /// A generator expression.
    Generator,
    /// Annotations, type parameters and what is evaluated lazily for them.
    Annotation,
}

/// Where the value of a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// In a register of the unit.
    Local,
    /// In a cell which this scope makes, because inner functions use it.
    Cell,
    /// In a cell which the function around hands over.
    Free,
    /// In the scope around an inlined one, in the same unit.
    Enclosing,
    /// Declared `global`.
    Global,
    /// In no function around: looked up in globals, then builtins.
    #[default]
    ImplicitGlobal,
    /// In the namespace of a module or class body that is being run.
    Namespace,
    /// In the namespace of the class around, else global: annotations.
    ClassOrGlobal,
    /// In the namespace of the class around, else in a free cell: annotations.
    ClassOrFree,
}

/// One name in one scope.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// The name.
    pub name: Name,
    /// Where its value lives.
    pub binding: Binding,
    /// Whether it is a parameter.
    pub is_param: bool,
    /// Whether something in the scope binds it.
    pub is_bound: bool,
    /// Whether something in the scope reads it.
    pub is_used: bool,
    /// Whether an assignment expression binds it.
    pub is_named_target: bool,
    /// Whether it can become unbound again: by `del`, or as the name of an
    /// exception handler.
    pub is_deleted: bool,
    pub(super) is_annotated: bool,
    pub(super) is_iteration_variable: bool,
    pub(super) global_at: Option<Span>,
    pub(super) nonlocal_at: Option<Span>,
}

/// One scope.
#[derive(Debug)]
pub struct Scope {
    /// What it is.
    pub kind: ScopeKind,
    /// The scope around; `None` for the module.
    pub parent: Option<ScopeId>,
    /// Contains `yield`.
    pub has_yield: bool,
    /// Contains `await`, `async for`, `async with` or an asynchronous
    /// comprehension.
    pub has_await: bool,
    /// Names whose cells are handed over by the function around, sorted.
    pub free: Vec<Name>,
    symbols: Vec<Symbol>,
    by_name: FxHashMap<Name, usize>,
}

impl Scope {
    fn new(kind: ScopeKind, parent: Option<ScopeId>) -> Self {
        Self {
            kind,
            parent,
            has_yield: false,
            has_await: false,
            free: Vec::new(),
            symbols: Vec::new(),
            by_name: FxHashMap::default(),
        }
    }

    /// The scope's names in the order in which they first appear.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// What is known of `name`, if it appears in the scope.
    pub fn symbol(&self, name: &str) -> Option<&Symbol> {
        self.by_name
            .get(name)
            .and_then(|&index| self.symbols.get(index))
    }

    /// Whether the scope is part of the code around it.
    pub fn is_inlined(&self) -> bool {
        self.kind == ScopeKind::Comprehension
    }

    fn symbol_mut(&mut self, name: &Name) -> &mut Symbol {
        let symbols = &mut self.symbols;
        let index = *self.by_name.entry(Rc::clone(name)).or_insert_with(|| {
            symbols.push(Symbol {
                name: Rc::clone(name),
                binding: Binding::default(),
                is_param: false,
                is_bound: false,
                is_used: false,
                is_named_target: false,
                is_deleted: false,
                is_annotated: false,
                is_iteration_variable: false,
                global_at: None,
                nonlocal_at: None,
            });
            symbols.len() - 1
        });
        &mut symbols[index]
    }

    fn add_free(&mut self, name: &Name) {
        if let Err(place) = self.free.binary_search(name) {
            self.free.insert(place, Rc::clone(name));
        }
    }
}

/// All scopes of a program.
#[derive(Debug)]
pub struct ScopeTable {
    scopes: Vec<Scope>,
}

impl ScopeTable {
    /// The scope with that number.
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    /// Whether a name appears anywhere.
    pub fn mentions(&self, name: &str) -> bool {
        self.scopes.iter().any(|scope| scope.symbol(name).is_some())
    }

    /// The scope whose code `id` is part of: itself, unless it is inlined.
    pub fn unit(&self, mut id: ScopeId) -> ScopeId {
        while self.scope(id).is_inlined()
            && let Some(parent) = self.scope(id).parent
        {
            id = parent;
        }
        id
    }
}

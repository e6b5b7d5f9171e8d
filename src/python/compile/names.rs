//! Reading, binding and deleting names.

use std::rc::Rc;

use super::unit::UnitKind;
use super::{Compiler, Outcome};
use crate::code::{Instr, Reg};
use crate::syntax::Span;
use crate::syntax::scopes::{Binding, ScopeKind};
use crate::syntax::tree::{Name, ScopeId};

/// Where a name's value lives, in terms of the running frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a register. `shifting` says that an assignment expression may change
    /// it while a larger expression is evaluated.
    Register { register: Reg, shifting: bool },
    /// In a cell.
    Cell(Reg),
    /// Global or builtin.
    Global,
    /// In the running namespace, else global or builtin.
    Namespace,
    /// In the running namespace, else in a cell.
    NamespaceOrCell(Reg),
    /// In the namespace held by a cell, else global or builtin.
    ClassOrGlobal { namespace: Reg },
    /// In the namespace held by a cell, else in another cell.
    ClassOrCell { namespace: Reg, cell: Reg },
}

impl Compiler<'_> {
    /// Finds a name from the current scope.
    pub(super) fn place(&self, name: &Name) -> Place {
        let mut id = self.unit.scope;
        loop {
            let scope = self.scopes.scope(id);
            let Some(symbol) = scope.symbol(name) else {
                // A comprehension that runs in the code around it and has
                // no use for the name itself: those inside of it may.
                if self.scopes.unit(id) != id
                    && let Some(parent) = scope.parent
                {
                    id = parent;
                    continue;
                }
                return Place::Global;
            };
            return match symbol.binding {
                Binding::Local => match self.variable(id, name) {
                    Some(register) => Place::Register {
                        register,
                        shifting: symbol.is_named_target,
                    },
                    None => Place::Global,
                },
                // A class may have an attribute `__class__` beside the cell
                // through which its methods see it.
                Binding::Cell if scope.kind == ScopeKind::Class && symbol.is_bound => {
                    Place::Namespace
                }
                Binding::Cell => self.variable(id, name).map_or(Place::Global, Place::Cell),
                Binding::Free => match self.free_variable(name) {
                    Some(cell) if scope.kind == ScopeKind::Class && !symbol.is_bound => {
                        Place::NamespaceOrCell(cell)
                    }
                    Some(cell) => Place::Cell(cell),
                    None => Place::Global,
                },
                Binding::Enclosing => match scope.parent {
                    Some(parent) => {
                        id = parent;
                        continue;
                    }
                    None => Place::Global,
                },
                Binding::Global | Binding::ImplicitGlobal => Place::Global,
                Binding::Namespace => {
                    if scope.kind == ScopeKind::Module && !self.options.separate_namespace {
                        Place::Global
                    } else {
                        Place::Namespace
                    }
                }
                Binding::ClassOrGlobal => match self.class_namespace() {
                    Some(namespace) => Place::ClassOrGlobal { namespace },
                    None => Place::Global,
                },
                Binding::ClassOrFree => match (self.class_namespace(), self.free_variable(name)) {
                    (Some(namespace), Some(cell)) => Place::ClassOrCell { namespace, cell },
                    (None, Some(cell)) => Place::Cell(cell),
                    _ => Place::Global,
                },
            };
        }
    }

    fn variable(&self, scope: ScopeId, name: &Name) -> Option<Reg> {
        self.unit.variables.get(&(scope, Rc::clone(name))).copied()
    }

    /// The register of a cell that the function around handed over.
    pub(super) fn free_variable(&self, name: &Name) -> Option<Reg> {
        self.variable(self.scopes.unit(self.unit.scope), name)
    }

    fn class_namespace(&self) -> Option<Reg> {
        self.free_variable(&Rc::from("__classdict__"))
    }

    /// `d = name`
    pub(super) fn load_name(&mut self, name: &Name, d: Reg) -> Outcome {
        let place = self.place(name);
        match place {
            Place::Register { register, .. } => {
                self.check_bound(register, name);
                self.unit.emit(Instr::Move { d, a: register });
            }
            Place::Cell(cell) if self.unit.is_pinned(cell) => {
                let name = self.name16(name);
                self.unit
                    .emit(Instr::LoadComprehensionCell { d, cell, name });
            }
            Place::Cell(cell) => self.unit.emit(Instr::LoadCell { d, cell }),
            Place::Global => {
                let site = self.unit.site(name);
                self.unit.emit(Instr::LoadGlobal { d, site });
            }
            Place::Namespace => {
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::LoadName { d, name });
            }
            Place::NamespaceOrCell(cell) => {
                let name = self.name16(name);
                self.unit.emit(Instr::LoadClassCell { d, cell, name });
            }
            Place::ClassOrGlobal { namespace } => {
                self.unit.emit(Instr::LoadCell { d, cell: namespace });
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::LoadFromMapping { d, name });
            }
            Place::ClassOrCell { namespace, cell } => {
                self.unit.emit(Instr::LoadCell { d, cell: namespace });
                let name = self.name16(name);
                self.unit
                    .emit(Instr::LoadFromMappingOrCell { d, cell, name });
            }
        }
        self.unit.soil(d);
        Ok(())
    }

    /// Raises at run time if a variable may be unbound here.
    pub(super) fn check_bound(&mut self, register: Reg, name: &Name) {
        if !self.unit.is_bound(register) {
            let own = self.scopes.scope(self.unit.scope).symbol(name);
            let free = own.is_none_or(|symbol| symbol.binding != Binding::Local);
            // Registers of comprehensions serve several names, one after the other.
            let check = if free || self.unit.is_pinned(register) {
                let name = self.name16(name);
                Instr::CheckComprehensionVariable {
                    free,
                    a: register,
                    name,
                }
            } else {
                Instr::CheckBound { a: register }
            };
            self.unit.emit(check);
            self.unit.set_bound(register);
        }
    }

    /// The register with the cell that inner functions use for `name`.
    pub(super) fn cell_register(&self, name: &Name) -> Option<Reg> {
        let unit = self.scopes.unit(self.unit.scope);
        let mut id = self.unit.scope;
        while id != unit {
            let scope = self.scopes.scope(id);
            if scope
                .symbol(name)
                .is_some_and(|symbol| symbol.binding == Binding::Cell)
            {
                return self.variable(id, name);
            }
            id = scope.parent?;
        }
        self.variable(unit, name)
    }

    /// The register a value for `name` may be put into directly, if that
    /// binds it.
    pub(super) fn register_of(&self, name: &Name) -> Option<Reg> {
        match self.place(name) {
            Place::Register { register, .. } => Some(register),
            _ => None,
        }
    }

    /// Notes that a variable's register has been written.
    pub(super) fn wrote(&mut self, register: Reg) {
        self.unit.set_bound(register);
        self.unit.soil(register);
    }

    /// `name = a`, consuming `a` if it is a temporary and `consume` allows.
    pub(super) fn store_name(&mut self, name: &Name, a: Reg, consume: bool, at: Span) -> Outcome {
        self.check_not_debug(name, at)?;
        match self.place(name) {
            Place::Register { register, .. } => {
                if register != a {
                    if consume && self.unit.is_temp(a) {
                        self.unit.emit(Instr::Take { d: register, a });
                        self.unit.cleanse(a);
                    } else {
                        self.unit.emit(Instr::Move { d: register, a });
                    }
                }
                self.wrote(register);
            }
            Place::Cell(cell) | Place::NamespaceOrCell(cell) | Place::ClassOrCell { cell, .. } => {
                self.unit.emit(Instr::StoreCell { cell, a });
            }
            Place::Global | Place::ClassOrGlobal { .. } => {
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::StoreGlobal { a, name });
            }
            Place::Namespace => {
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::StoreName { a, name });
            }
        }
        Ok(())
    }

    /// `del name`
    pub(super) fn delete_name(&mut self, name: &Name, at: Span) -> Outcome {
        if &**name == "__debug__" {
            return Err(self.problem("cannot delete __debug__", at));
        }
        match self.place(name) {
            Place::Register { register, .. } => {
                self.unit.emit(Instr::DeleteLocal { a: register });
            }
            Place::Cell(cell) | Place::NamespaceOrCell(cell) | Place::ClassOrCell { cell, .. } => {
                self.unit.emit(Instr::DeleteCell { cell });
            }
            Place::Global | Place::ClassOrGlobal { .. } => {
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::DeleteGlobal { name });
            }
            Place::Namespace => {
                let name = self.unit.name_index(name);
                self.unit.emit(Instr::DeleteName { name });
            }
        }
        Ok(())
    }

    pub(super) fn check_not_debug(&self, name: &str, at: Span) -> Outcome {
        if name == "__debug__" {
            return Err(self.problem("cannot assign to __debug__", at));
        }
        Ok(())
    }

    /// Index of a name for instructions with a short operand.
    pub(super) fn name16(&mut self, name: &Name) -> u16 {
        let index = self.unit.name_index(name);
        self.unit.short(index)
    }

    /// Index of a new site for instructions with a short operand.
    pub(super) fn site16(&mut self, name: &str) -> u16 {
        let index = self.unit.site(name);
        self.unit.short(index)
    }

    /// Gives registers to the variables of a function-like scope.
    pub(super) fn declare_variables(&mut self, id: ScopeId) {
        let scopes = self.scopes;
        let scope = scopes.scope(id);
        // Behind the parameters those that no other function uses come first. `locals()`
        // shows that order, and at the end of a call they are let go of in it.
        let of = |binding: Binding| {
            let symbols = scope.symbols().iter();
            symbols.filter(move |symbol| symbol.binding == binding)
        };
        let mut shared: Vec<_> = of(Binding::Cell).collect();
        shared.sort_by(|a, b| a.name.cmp(&b.name));
        for symbol in of(Binding::Local).chain(shared) {
            let variable = (id, Rc::clone(&symbol.name));
            if !self.unit.variables.contains_key(&variable) {
                self.unit.declare(id, &symbol.name, symbol.is_deleted);
            }
        }
        for name in &scope.free {
            let register = self.unit.declare(id, name, false);
            self.unit.set_bound(register);
            self.unit.free_count += 1;
        }
        let cells: Vec<Reg> = scope
            .symbols()
            .iter()
            .filter(|symbol| symbol.binding == Binding::Cell)
            .filter_map(|symbol| self.variable(id, &symbol.name))
            .collect();
        for register in cells {
            self.unit.emit(Instr::MakeCell { d: register });
            self.unit.cell_registers.push(register);
        }
    }

    /// The qualified name of a function or class defined here.
    pub(super) fn qualified(&self, name: &str, target: Option<&Name>) -> String {
        // A name declared `global` is not qualified by what is around it.
        if let Some(target) = target {
            let scope = self.scopes.scope(self.unit.scope);
            if scope
                .symbol(target)
                .is_some_and(|symbol| symbol.binding == Binding::Global)
            {
                return name.to_owned();
            }
        }
        match self.unit.kind {
            UnitKind::Module => name.to_owned(),
            UnitKind::Class => format!("{}.{name}", self.unit.qualname),
            UnitKind::Annotation => match self.unit.qualname.rsplit_once(".<") {
                // Type parameters are no part of the path.
                Some((around, _)) => format!("{around}.{name}"),
                None => name.to_owned(),
            },
            _ => format!("{}.<locals>.{name}", self.unit.qualname),
        }
    }
}

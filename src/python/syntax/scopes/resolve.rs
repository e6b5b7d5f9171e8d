//! Second pass: where the value of every name lives.

use std::rc::Rc;

use super::super::position::LineIndex;
use super::super::problem::SyntaxProblem;
use super::super::tree::{Name, ScopeId};
use super::{Binding, ScopeKind, ScopeTable};

/// The cell through which annotations see the namespace of their class.
const CLASS_NAMESPACE: &str = "__classdict__";
/// The cell through which methods see their class.
const CLASS: &str = "__class__";

pub(super) fn resolve(table: &mut ScopeTable, lines: &LineIndex<'_>) -> Result<(), SyntaxProblem> {
    let count = u32::try_from(table.scopes.len()).unwrap_or(u32::MAX);
    // What a scope owns is decided first, so that inner scopes, whose numbers
    // are arbitrary, find it.
    for id in (0..count).map(ScopeId) {
        own(table, id);
    }
    declare_in_module(table);
    for id in (0..count).map(ScopeId) {
        let names: Vec<Name> = table
            .scope(id)
            .symbols
            .iter()
            .map(|symbol| Rc::clone(&symbol.name))
            .collect();
        for name in names {
            borrow(table, id, &name, lines)?;
        }
    }
    Ok(())
}

/// Bindings that follow from the scope alone.
fn own(table: &mut ScopeTable, id: ScopeId) {
    let scope = table.scope_mut(id);
    let kind = scope.kind;
    for symbol in &mut scope.symbols {
        symbol.binding = if symbol.global_at.is_some() {
            Binding::Global
        } else if symbol.nonlocal_at.is_some() {
            Binding::Free
        } else {
            match kind {
                ScopeKind::Module => Binding::Namespace,
                ScopeKind::Class if symbol.is_bound => Binding::Namespace,
                _ if symbol.is_bound => Binding::Local,
                _ => Binding::ImplicitGlobal,
            }
        };
    }
}

/// A `global` anywhere makes the name one in the module's own code, too, which matters
/// where that runs with other locals (`exec`).
fn declare_in_module(table: &mut ScopeTable) {
    let scopes = table.scopes.iter();
    let symbols = scopes.flat_map(|scope| &scope.symbols);
    let declared: Vec<Name> = symbols
        .filter(|symbol| symbol.global_at.is_some())
        .map(|symbol| Rc::clone(&symbol.name))
        .collect();
    let modules = table.scopes.iter_mut();
    for scope in modules.filter(|scope| scope.kind == ScopeKind::Module) {
        for symbol in &mut scope.symbols {
            if declared.contains(&symbol.name) {
                symbol.binding = Binding::Global;
            }
        }
    }
}

/// Whether the class namespace around is asked before anything else.
fn class_around(table: &ScopeTable, id: ScopeId) -> Option<ScopeId> {
    let scope = table.scope(id);
    if scope.kind != ScopeKind::Annotation {
        return None;
    }
    let parent = scope.parent?;
    match table.scope(parent).kind {
        ScopeKind::Class => Some(parent),
        ScopeKind::Annotation => class_around(table, parent),
        _ => None,
    }
}

/// Finds the owner of a name which the scope does not own itself.
fn borrow(
    table: &mut ScopeTable,
    id: ScopeId,
    name: &Name,
    lines: &LineIndex<'_>,
) -> Result<(), SyntaxProblem> {
    let Some(symbol) = table.scope(id).symbol(name) else {
        return Ok(());
    };
    let nonlocal_at = symbol.nonlocal_at;
    if nonlocal_at.is_none() && symbol.binding != Binding::ImplicitGlobal {
        return Ok(());
    }
    let owner = owner(table, id, name);
    if let Some(at) = nonlocal_at
        && owner.is_none()
    {
        return Err(SyntaxProblem::new(
            format!("no binding for nonlocal '{name}' found"),
            at,
            lines,
        ));
    }
    let class = class_around(table, id);
    let binding = match (owner, class) {
        (None, Some(class)) => {
            hand_over(table, id, class, &Rc::from(CLASS_NAMESPACE));
            Binding::ClassOrGlobal
        }
        (None, None) => Binding::ImplicitGlobal,
        (Some(owner), None) => hand_over(table, id, owner, name),
        (Some(owner), Some(class)) => {
            let binding = hand_over(table, id, owner, name);
            // A type parameter of the scope around is no class variable.
            if table.scope(owner).kind == ScopeKind::Annotation || &**name == CLASS {
                binding
            } else {
                hand_over(table, id, class, &Rc::from(CLASS_NAMESPACE));
                Binding::ClassOrFree
            }
        }
    };
    let is_class = table.scope(id).kind == ScopeKind::Class;
    let symbol = table.scope_mut(id).symbol_mut(name);
    // A class body reads names it does not bind from its namespace first.
    symbol.binding = match binding {
        Binding::ImplicitGlobal if is_class => Binding::Namespace,
        other => other,
    };
    Ok(())
}

/// The nearest scope around that binds `name` for functions inside it.
fn owner(table: &ScopeTable, id: ScopeId, name: &Name) -> Option<ScopeId> {
    let mut next = table.scope(id).parent;
    while let Some(id) = next {
        let scope = table.scope(id);
        next = scope.parent;
        match scope.kind {
            ScopeKind::Module => return None,
            ScopeKind::Class => {
                if &**name == CLASS {
                    return Some(id);
                }
            }
            _ => {
                let Some(symbol) = scope.symbol(name) else {
                    continue;
                };
                if symbol.global_at.is_some() {
                    return None;
                }
                if symbol.is_bound && symbol.nonlocal_at.is_none() {
                    return Some(id);
                }
            }
        }
    }
    None
}

/// Makes the variable of `owner` reachable from `id`, and says how `id` sees
/// it. Between different units it travels in a cell.
fn hand_over(table: &mut ScopeTable, id: ScopeId, owner: ScopeId, name: &Name) -> Binding {
    let owner_unit = table.unit(owner);
    if table.unit(id) == owner_unit {
        return Binding::Enclosing;
    }
    table.scope_mut(owner).symbol_mut(name).binding = Binding::Cell;
    // Every unit from the user up to the owner's own passes the cell on.
    let mut between = Some(table.unit(id));
    while let Some(unit) = between {
        if unit == owner_unit {
            break;
        }
        table.scope_mut(unit).add_free(name);
        between = table.scope(unit).parent.map(|parent| table.unit(parent));
    }
    Binding::Free
}

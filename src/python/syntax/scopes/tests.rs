//! What is decided about names, compared with what CPython does.

use super::super::parse::{ParseMode, parse};
use super::super::position::LineIndex;
use super::{Binding, ScopeKind, ScopeTable, analyze};

fn table(source: &str) -> ScopeTable {
    let lines = LineIndex::new(source);
    let module = parse(&lines, ParseMode::Statements).unwrap();
    analyze(&module, &lines).unwrap()
}

/// The bindings of `name` in the scopes of that kind, in order of numbers.
fn bindings(table: &ScopeTable, kind: ScopeKind, name: &str) -> Vec<Binding> {
    table
        .scopes
        .iter()
        .filter(|scope| scope.kind == kind)
        .filter_map(|scope| scope.symbol(name))
        .map(|symbol| symbol.binding)
        .collect()
}

#[test]
fn a_closure_passes_a_cell_through_the_function_between() {
    let table = table("def f(x):\n  def g():\n    def h():\n      return x\n");
    assert_eq!(
        bindings(&table, ScopeKind::Function, "x"),
        [Binding::Cell, Binding::Free]
    );
    let handed: Vec<_> = table.scopes.iter().map(|scope| scope.free.len()).collect();
    assert_eq!(handed.iter().sum::<usize>(), 2, "g and h");
}

#[test]
fn class_names_are_invisible_in_methods() {
    let table = table("class A:\n  x = 1\n  def f(self):\n    return x\n");
    assert_eq!(
        bindings(&table, ScopeKind::Class, "x"),
        [Binding::Namespace]
    );
    assert_eq!(
        bindings(&table, ScopeKind::Function, "x"),
        [Binding::ImplicitGlobal]
    );
}

#[test]
fn super_asks_for_the_class_cell() {
    let table = table("class A:\n  def f(self):\n    super().f()\n");
    assert_eq!(
        bindings(&table, ScopeKind::Class, "__class__"),
        [Binding::Cell]
    );
    assert_eq!(
        bindings(&table, ScopeKind::Function, "__class__"),
        [Binding::Free]
    );
}

#[test]
fn an_inlined_comprehension_needs_no_cells() {
    let table = table("def f(a):\n  return [a + b for b in a]\n");
    assert_eq!(bindings(&table, ScopeKind::Function, "a"), [Binding::Local]);
    assert_eq!(
        bindings(&table, ScopeKind::Comprehension, "a"),
        [Binding::Enclosing]
    );
    assert_eq!(
        bindings(&table, ScopeKind::Comprehension, "b"),
        [Binding::Local]
    );
}

#[test]
fn a_generator_expression_captures() {
    let table = table("def f(a):\n  return (a + b for b in a)\n");
    assert_eq!(bindings(&table, ScopeKind::Function, "a"), [Binding::Cell]);
    assert_eq!(bindings(&table, ScopeKind::Generator, "a"), [Binding::Free]);
}

#[test]
fn a_walrus_in_a_comprehension_binds_around_it() {
    let table = table("def f():\n  [y := x for x in z]\n  return lambda: y\n");
    assert_eq!(
        bindings(&table, ScopeKind::Function, "y"),
        [Binding::Cell, Binding::Free],
    );
    assert_eq!(
        bindings(&table, ScopeKind::Comprehension, "y"),
        [Binding::Enclosing]
    );
}

#[test]
fn annotations_see_the_names_of_their_class() {
    let table = table("class A:\n  T = int\n  x: T\n  def f(self, y: T): pass\n");
    assert_eq!(
        bindings(&table, ScopeKind::Annotation, "T"),
        [Binding::ClassOrGlobal, Binding::ClassOrGlobal],
    );
    assert_eq!(
        bindings(&table, ScopeKind::Class, "__classdict__"),
        [Binding::Cell]
    );
}

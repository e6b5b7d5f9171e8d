//! Finding what cannot be reached: trial deletion.

use super::contents::{Contents, add_contents};
use crate::object::{Value, registry};
use rustc_hash::FxHashMap;
use std::rc::Rc;

struct Node {
    value: Value,
    /// References to it that other nodes hold.
    inner: usize,
    reachable: bool,
}

struct Search {
    nodes: Vec<Node>,
    /// Where objects are that the registry does not list.
    others: FxHashMap<usize, usize>,
}

/// The objects that only hold each other, in the order of their making as far
/// as that is known.
pub(super) fn unreachable() -> Vec<Value> {
    let search = Search {
        nodes: registry::all().into_iter().map(Node::new).collect(),
        others: FxHashMap::default(),
    };
    search.run()
}

impl Node {
    fn new(value: Value) -> Node {
        Node {
            value,
            inner: 0,
            reachable: false,
        }
    }
}

impl Search {
    fn run(mut self) -> Vec<Value> {
        self.count_inner();
        self.mark_reachable();
        let garbage = self.nodes.into_iter().filter(|node| !node.reachable);
        garbage.map(|node| node.value).collect()
    }

    fn position(&self, value: &Value) -> Option<usize> {
        match registry::position_of(value) {
            None => self.others.get(&value.address()?).copied(),
            listed => listed,
        }
    }

    /// The position of an object, which becomes a node if it is none.
    fn find_or_add(&mut self, value: &Value) -> Option<usize> {
        if let Some(position) = self.position(value) {
            return Some(position);
        }
        let position = self.nodes.len();
        self.others.insert(value.address()?, position);
        self.nodes.push(Node::new(value.clone()));
        Some(position)
    }

    fn count_inner(&mut self) {
        let mut held = Contents::new();
        let mut next = 0;
        while let Some(node) = self.nodes.get(next) {
            add_contents(&node.value, &mut held);
            for value in held.values() {
                if let Some(position) = self.find_or_add(value)
                    && let Some(node) = self.nodes.get_mut(position)
                {
                    node.inner += 1;
                }
            }
            held.clear();
            next += 1;
        }
    }

    /// Whatever has more references than those from nodes and ours is held
    /// from outside.
    fn mark_reachable(&mut self) {
        let mut todo = Vec::new();
        for (position, node) in self.nodes.iter_mut().enumerate() {
            if references(&node.value) > node.inner + 1 {
                node.reachable = true;
                todo.push(position);
            }
        }
        let mut held = Contents::new();
        while let Some(position) = todo.pop() {
            if let Some(node) = self.nodes.get(position) {
                add_contents(&node.value, &mut held);
            }
            for value in held.values() {
                if let Some(position) = self.position(value)
                    && let Some(node) = self.nodes.get_mut(position)
                    && !node.reachable
                {
                    node.reachable = true;
                    todo.push(position);
                }
            }
            held.clear();
        }
    }
}

/// How many references there are to an object.
fn references(value: &Value) -> usize {
    match value {
        Value::Tuple(x) => Rc::strong_count(x),
        Value::List(x) => Rc::strong_count(x),
        Value::Dict(x) => Rc::strong_count(x),
        Value::Set(x) => Rc::strong_count(x),
        Value::FrozenSet(x) => Rc::strong_count(x),
        Value::Slice(x) => Rc::strong_count(x),
        Value::Function(x) => Rc::strong_count(x),
        Value::Method(x) => Rc::strong_count(x),
        Value::Class(x) => Rc::strong_count(x),
        Value::Instance(x) => Rc::strong_count(x),
        Value::Module(x) => Rc::strong_count(x),
        Value::Generator(x) => Rc::strong_count(x),
        Value::Iter(x) => Rc::strong_count(x),
        Value::Cell(x) => Rc::strong_count(x),
        _ => usize::MAX,
    }
}

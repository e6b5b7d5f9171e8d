//! Which exceptions a report shows.

use crate::object::{Instance, Value};
use crate::vm::Vm;
use std::collections::HashSet;
use std::rc::Rc;

/// Members of a group that are shown; more are counted.
pub(super) const MAX_WIDTH: usize = 15;
/// Nesting of groups that is shown.
pub(super) const MAX_DEPTH: usize = 10;

/// Why an exception stands above the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    /// `raise … from …`
    Cause,
    /// Raised while the other was handled.
    Context,
}

/// An exception in a chain.
#[derive(Debug)]
pub(super) struct Link {
    /// Index into [`Outline::exceptions`].
    pub exception: usize,
    /// What it is to the one after it; `None` for the last.
    pub because: Option<Because>,
    /// The members that are shown, if it is a group.
    pub members: Option<Vec<Chain>>,
    /// How many members there are.
    pub count: usize,
}

/// An exception with what led to it, oldest first.
pub(super) type Chain = Vec<Link>;

/// The exceptions of a report and how they hang together.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// All exceptions, in no order of meaning.
    pub exceptions: Vec<Rc<Instance>>,
    /// The report.
    pub root: Chain,
}

/// An exception before its place in the report is known.
struct Node {
    exception: Rc<Instance>,
    depth: usize,
    /// The exception shown above it.
    behind: Option<(usize, Because)>,
    members: Option<Vec<usize>>,
    count: usize,
}

/// The exceptions found so far, in CPython's order of finding them: it decides
/// where one is shown that could stand in several places.
#[derive(Default)]
struct Search {
    nodes: Vec<Node>,
    seen: HashSet<usize>,
}

impl Search {
    fn add(&mut self, exception: &Rc<Instance>, depth: usize) -> usize {
        self.seen.insert(Rc::as_ptr(exception) as usize);
        self.nodes.push(Node {
            exception: Rc::clone(exception),
            depth,
            behind: None,
            members: None,
            count: 0,
        });
        self.nodes.len() - 1
    }

    /// Finds what belongs to an exception; the new ones are the answer.
    fn look_into(&mut self, vm: &Vm, at: usize, chained: bool) -> Vec<usize> {
        let Some(node) = self.nodes.get(at) else {
            return Vec::new();
        };
        let (exception, depth) = (Rc::clone(&node.exception), node.depth);
        let mut new = Vec::new();
        if chained && let Some((earlier, because)) = behind(&exception, &self.seen) {
            let found = self.add(&earlier, depth);
            new.push(found);
            if let Some(node) = self.nodes.get_mut(at) {
                node.behind = Some((found, because));
            }
        }
        if !vm.is_group(&exception) {
            return new;
        }
        // A member is shown in its group, wherever else it was seen.
        let all = vm.group_members(&exception);
        let mut shown = Vec::new();
        for (place, member) in all.iter().enumerate() {
            let Value::Instance(member) = member else {
                continue;
            };
            // Beyond the depth that is shown there is only a remark.
            if depth < MAX_DEPTH && place < MAX_WIDTH {
                shown.push(self.add(member, depth + 1));
            } else {
                self.seen.insert(Rc::as_ptr(member) as usize);
            }
        }
        new.extend(&shown);
        if let Some(node) = self.nodes.get_mut(at) {
            (node.members, node.count) = (Some(shown), all.len());
        }
        new
    }

    /// An exception with those above it.
    fn chain(&self, last: usize) -> Chain {
        let mut links = Vec::new();
        let mut next = Some((last, None));
        while let Some((at, because)) = next.take()
            && let Some(node) = self.nodes.get(at)
        {
            let members = node.members.as_ref();
            links.push(Link {
                exception: at,
                because,
                members: members.map(|all| all.iter().map(|at| self.chain(*at)).collect()),
                count: node.count,
            });
            next = node.behind.map(|(at, because)| (at, Some(because)));
        }
        links.reverse();
        links
    }
}

impl Outline {
    /// The outline of an exception's report. Causes and contexts are shown once,
    /// so that circles end.
    pub(super) fn new(vm: &Vm, exception: &Rc<Instance>, chained: bool) -> Outline {
        let mut search = Search::default();
        let root = search.add(exception, 0);
        let mut open = vec![root];
        while let Some(at) = open.pop() {
            open.extend(search.look_into(vm, at, chained));
        }
        Outline {
            root: search.chain(root),
            exceptions: search
                .nodes
                .into_iter()
                .map(|node| node.exception)
                .collect(),
        }
    }
}

/// The exception that a report shows above this one.
fn behind(exception: &Rc<Instance>, seen: &HashSet<usize>) -> Option<(Rc<Instance>, Because)> {
    let data = exception.exception()?;
    let unseen = |value: &Value| match value {
        Value::Instance(earlier) if !seen.contains(&(Rc::as_ptr(earlier) as usize)) => {
            Some(Rc::clone(earlier))
        }
        _ => None,
    };
    if let Some(cause) = unseen(&data.cause.borrow()) {
        return Some((cause, Because::Cause));
    }
    if data.suppress_context.get() {
        return None;
    }
    unseen(&data.context.borrow()).map(|context| (context, Because::Context))
}

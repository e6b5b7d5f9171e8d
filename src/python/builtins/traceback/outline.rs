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

impl Outline {
    /// The outline of an exception's report; each exception is in it once, so
    /// that circles end.
    pub(super) fn new(vm: &Vm, exception: &Rc<Instance>, chained: bool) -> Outline {
        let mut outline = Outline::default();
        let mut seen = HashSet::new();
        outline.root = outline.chain(vm, exception, chained, 0, &mut seen);
        outline
    }

    fn chain(
        &mut self,
        vm: &Vm,
        last: &Rc<Instance>,
        chained: bool,
        depth: usize,
        seen: &mut HashSet<usize>,
    ) -> Chain {
        let mut found = vec![(Rc::clone(last), None)];
        seen.insert(Rc::as_ptr(last) as usize);
        let mut current = Rc::clone(last);
        while chained && let Some((earlier, because)) = behind(&current, seen) {
            seen.insert(Rc::as_ptr(&earlier) as usize);
            found.push((Rc::clone(&earlier), Some(because)));
            current = earlier;
        }
        let mut links = Vec::with_capacity(found.len());
        for (exception, because) in found.into_iter().rev() {
            let (members, count) = self.members(vm, &exception, chained, depth, seen);
            links.push(Link {
                exception: self.exceptions.len(),
                because,
                members,
                count,
            });
            self.exceptions.push(exception);
        }
        links
    }

    fn members(
        &mut self,
        vm: &Vm,
        group: &Rc<Instance>,
        chained: bool,
        depth: usize,
        seen: &mut HashSet<usize>,
    ) -> (Option<Vec<Chain>>, usize) {
        if !vm.is_group(group) {
            return (None, 0);
        }
        let all = vm.group_members(group);
        let mut shown = Vec::new();
        // Beyond the depth that is shown there is only a remark.
        if depth < MAX_DEPTH {
            for member in all.iter().take(MAX_WIDTH) {
                if let Value::Instance(member) = member {
                    shown.push(self.chain(vm, member, chained, depth + 1, seen));
                }
            }
        }
        (Some(shown), all.len())
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

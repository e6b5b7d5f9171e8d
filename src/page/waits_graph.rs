//! Who awaits whom, laid out to be drawn: tasks and the things they wait at, in
//! columns from those who wait to those they wait for.
//!
//! A circle of waiting stands in two neighbouring columns, its tasks in one and
//! the things they wait at in the next, so that it can be seen as a circle.

use std::collections::HashMap;

use coroscope_trace::scene::{Scene, TaskState};
use coroscope_trace::{EntityId, EventIndex};

use crate::naming::state_class;

/// Tasks of one kind that are drawn before the rest becomes a number.
const ALIKE: usize = 6;
/// Tasks from which each gets one line instead of three.
const MANY: usize = 14;
/// Nodes at most; the panel tells how many are left out.
const MOST: usize = 420;

/// Heights in CSS pixels.
const TALL: u32 = 50;
const LOW: u32 = 26;
const GAP: u32 = 6;

/// What a node stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// A task.
    Task(EntityId),
    /// A lock, a queue, a future: what tasks wait at.
    Thing(EntityId),
    /// So many more tasks like the one before it.
    More(usize),
}

/// A node and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Node {
    /// What it stands for.
    pub subject: Subject,
    /// Column, from the left.
    pub column: usize,
    /// Upper edge in CSS pixels.
    pub top: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// It can never go on, or belongs to what holds up those who cannot.
    pub is_stuck: bool,
}

/// What a line between two nodes says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tie {
    /// The first waits for the second.
    WaitsFor,
    /// The first is held by the second.
    HeldBy,
}

/// A line between two nodes, by their positions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it points to.
    pub to: usize,
    /// What it says.
    pub tie: Tie,
    /// Part of a circle.
    pub is_stuck: bool,
}

/// The drawing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Graph {
    /// All nodes; a task stands before what it waits for.
    pub nodes: Vec<Node>,
    /// All lines.
    pub edges: Vec<Edge>,
    /// Number of columns.
    pub columns: usize,
    /// Height in CSS pixels.
    pub height: u32,
    /// Each task has one line only.
    pub is_dense: bool,
    /// Tasks that found no place.
    pub left_out: usize,
}

/// Lays a scene out. Tasks alike are drawn one by one only if `unfolded`.
pub fn layout(scene: &Scene, unfolded: bool) -> Graph {
    let mut sketch = Sketch::of(scene);
    if !unfolded {
        sketch.fold(scene);
    }
    let is_dense = sketch.tasks() > MANY;
    sketch.place(scene, is_dense)
}

/// Nodes and lines without places.
#[derive(Default)]
struct Sketch {
    subjects: Vec<Subject>,
    positions: HashMap<EntityId, usize>,
    ties: Vec<(usize, usize, Tie)>,
    left_out: usize,
}

impl Sketch {
    fn of(scene: &Scene) -> Sketch {
        let mut sketch = Sketch::default();
        for (id, _) in scene.unfinished_tasks().take(MOST) {
            sketch.add(id, Subject::Task(id));
        }
        sketch.left_out = scene.unfinished_count().saturating_sub(MOST);
        for position in 0..sketch.subjects.len() {
            if let Some(Subject::Task(id)) = sketch.subjects.get(position).copied() {
                sketch.add_waits(scene, position, id);
            }
        }
        sketch
    }

    fn add(&mut self, id: EntityId, subject: Subject) -> usize {
        let position = self.subjects.len();
        self.subjects.push(subject);
        self.positions.insert(id, position);
        position
    }

    fn tasks(&self) -> usize {
        let tasks = self.subjects.iter();
        tasks
            .filter(|subject| matches!(subject, Subject::Task(_)))
            .count()
    }

    fn tie(&mut self, from: usize, to: EntityId, tie: Tie) {
        if let Some(to) = self.positions.get(&to).copied() {
            self.ties.push((from, to, tie));
        }
    }

    fn add_waits(&mut self, scene: &Scene, from: usize, id: EntityId) {
        let Some(task) = scene.tasks.get(id) else {
            return;
        };
        let TaskState::Waiting { on } = task.state else {
            return;
        };
        if scene.tasks.contains(on) {
            return self.tie(from, on, Tie::WaitsFor);
        }
        if let Some(primitive) = scene.primitives.get(task.wait_for) {
            let is_new = !self.positions.contains_key(&task.wait_for);
            if is_new {
                let thing = self.add(task.wait_for, Subject::Thing(task.wait_for));
                for holder in &primitive.holders {
                    self.tie(thing, *holder, Tie::HeldBy);
                }
            }
            return self.tie(from, task.wait_for, Tie::WaitsFor);
        }
        if scene.scopes.contains(task.wait_for) {
            // A scope belongs to one task: a node of its own would say nothing more.
            // Members come in the order in which tasks are drawn: later ones are not.
            for wait in scene.first_waits_of(id, MOST) {
                self.tie(from, wait.needs, Tie::WaitsFor);
            }
            return;
        }
        if !self.positions.contains_key(&on) {
            self.add(on, Subject::Thing(on));
        }
        self.tie(from, on, Tie::WaitsFor);
    }

    /// Of tasks that do the same at the same line, awaited by the same, keeps a
    /// few and counts the others.
    fn fold(&mut self, scene: &Scene) {
        let mut groups: HashMap<_, Vec<usize>> = HashMap::new();
        let (forward, backward) = self.neighbours();
        for (position, subject) in self.subjects.iter().enumerate() {
            let Subject::Task(id) = subject else { continue };
            let Some(task) = scene.tasks.get(*id) else {
                continue;
            };
            let leads_on = forward.get(position).cloned().unwrap_or_default();
            let awaited_by = backward.get(position).cloned().unwrap_or_default();
            let key = (awaited_by, leads_on, state_class(task.state), task.place.0);
            groups.entry(key).or_default().push(position);
        }
        let mut gone = Vec::new();
        for members in groups.into_values() {
            // One more than are kept would be no gain.
            if members.len() <= ALIKE + 2 {
                continue;
            }
            let (_, rest) = members.split_at(ALIKE);
            if let Some((stand_in, others)) = rest.split_first() {
                if let Some(subject) = self.subjects.get_mut(*stand_in) {
                    *subject = Subject::More(rest.len());
                }
                gone.extend_from_slice(others);
            }
        }
        self.remove(&mut gone);
    }

    fn remove(&mut self, gone: &mut [usize]) {
        if gone.is_empty() {
            return;
        }
        gone.sort_unstable();
        let kept = |position: &usize| gone.binary_search(position).is_err();
        let renumbered = |position: usize| position - gone.partition_point(|it| *it < position);
        let ties = self.ties.iter();
        self.ties = ties
            .filter(|(from, to, _)| kept(from) && kept(to))
            .map(|(from, to, tie)| (renumbered(*from), renumbered(*to), *tie))
            .collect();
        let subjects = self.subjects.iter().enumerate();
        self.subjects = subjects
            .filter(|(position, _)| kept(position))
            .map(|(_, subject)| *subject)
            .collect();
        // Identities are not asked for any more.
        self.positions.clear();
    }

    /// For each node those it points to, and those that point to it.
    fn neighbours(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        let mut forward = vec![Vec::new(); self.subjects.len()];
        let mut backward = vec![Vec::new(); self.subjects.len()];
        for (from, to, _) in &self.ties {
            if let Some(next) = forward.get_mut(*from) {
                next.push(*to);
            }
            if let Some(before) = backward.get_mut(*to) {
                before.push(*from);
            }
        }
        (forward, backward)
    }

    fn place(&self, scene: &Scene, is_dense: bool) -> Graph {
        let (forward, backward) = self.neighbours();
        let circles = circles(&forward, &backward);
        let columns = self.columns(&circles);
        let mut sizes: HashMap<usize, u32> = HashMap::new();
        for circle in &circles {
            *sizes.entry(*circle).or_default() += 1;
        }
        let is_shared = |circle| sizes.get(circle).is_some_and(|size| *size > 1);
        let in_circle: Vec<bool> = circles.iter().map(is_shared).collect();
        // Without a circle everybody who waits is what the deadlock is about.
        let all_stuck = scene.deadlock != EventIndex::NONE && !in_circle.contains(&true);
        let height = |position: usize| match self.subjects.get(position) {
            Some(Subject::Task(_)) if !is_dense => TALL,
            _ => LOW,
        };
        let mut tops = vec![0u32; self.subjects.len()];
        let last = columns.iter().copied().max().unwrap_or(0);
        let mut lowest = 0;
        for column in 0..=last {
            let mut members: Vec<(u32, usize)> = Vec::new();
            for (position, at) in columns.iter().enumerate() {
                if *at == column {
                    let before = backward.get(position).map_or(&[][..], Vec::as_slice);
                    let placed: Vec<u32> = before
                        .iter()
                        .filter(|it| columns.get(**it).is_some_and(|at| *at < column))
                        .filter_map(|it| Some(tops.get(*it)? + height(*it) / 2))
                        .collect();
                    let count = placed.len().max(1) as u32;
                    let middle = placed.iter().sum::<u32>() / count;
                    members.push((middle.saturating_sub(height(position) / 2), position));
                }
            }
            members.sort_unstable();
            let mut free = 0;
            for (wanted, position) in members {
                let top = wanted.max(free);
                if let Some(slot) = tops.get_mut(position) {
                    *slot = top;
                }
                free = top + height(position) + GAP;
            }
            lowest = lowest.max(free);
        }
        let nodes = self.subjects.iter().enumerate();
        let nodes = nodes.map(|(position, subject)| Node {
            subject: *subject,
            column: columns.get(position).copied().unwrap_or(0),
            top: tops.get(position).copied().unwrap_or(0),
            height: height(position),
            is_stuck: all_stuck || in_circle.get(position).copied().unwrap_or(false),
        });
        let edges = self.ties.iter().map(|(from, to, tie)| Edge {
            from: *from,
            to: *to,
            tie: *tie,
            is_stuck: all_stuck
                || (circles.get(*from) == circles.get(*to)
                    && in_circle.get(*from).copied().unwrap_or(false)),
        });
        Graph {
            nodes: nodes.collect(),
            edges: edges.collect(),
            columns: if self.subjects.is_empty() {
                0
            } else {
                last + 1
            },
            height: lowest.saturating_sub(GAP),
            is_dense,
            left_out: self.left_out,
        }
    }

    /// The column of each node: one after the last of those that point to it.
    /// Circles are numbered so that those who wait come first.
    fn columns(&self, circles: &[usize]) -> Vec<usize> {
        let count = circles.iter().max().map_or(0, |last| last + 1);
        let mut widths = vec![1usize; count];
        let mut starts = vec![0usize; count];
        let mut sizes = vec![0usize; count];
        for circle in circles {
            if let Some(size) = sizes.get_mut(*circle) {
                *size += 1;
            }
        }
        let is_thing =
            |position: usize| matches!(self.subjects.get(position), Some(Subject::Thing(_)));
        for (position, circle) in circles.iter().enumerate() {
            let is_shared = sizes.get(*circle).is_some_and(|size| *size > 1);
            if let Some(width) = widths.get_mut(*circle).filter(|_| is_shared) {
                *width = (*width).max(1 + usize::from(is_thing(position)));
            }
        }
        let mut between: Vec<(usize, usize)> = self
            .ties
            .iter()
            .filter_map(|(from, to, _)| Some((*circles.get(*from)?, *circles.get(*to)?)))
            .filter(|(from, to)| from != to)
            .collect();
        between.sort_unstable();
        for (from, to) in between {
            let after =
                starts.get(from).copied().unwrap_or(0) + widths.get(from).copied().unwrap_or(1);
            if let Some(start) = starts.get_mut(to) {
                *start = (*start).max(after);
            }
        }
        circles
            .iter()
            .enumerate()
            .map(|(position, circle)| {
                let is_shared = sizes.get(*circle).is_some_and(|size| *size > 1);
                let inside = usize::from(is_shared && is_thing(position));
                starts.get(*circle).copied().unwrap_or(0) + inside
            })
            .collect()
    }
}

/// The circle of each node; a node in no circle has one by itself. Numbered so
/// that lines between circles lead from lower to higher numbers (Kosaraju's method).
fn circles(forward: &[Vec<usize>], backward: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; forward.len()];
    let mut finished = Vec::new();
    for start in 0..forward.len() {
        walk(start, forward, &mut seen, &mut finished);
    }
    let mut seen = vec![false; forward.len()];
    let mut found = vec![0; forward.len()];
    let mut count = 0;
    for start in finished.into_iter().rev() {
        let mut members = Vec::new();
        walk(start, backward, &mut seen, &mut members);
        for member in &members {
            if let Some(slot) = found.get_mut(*member) {
                *slot = count;
            }
        }
        count += usize::from(!members.is_empty());
    }
    found
}

/// Everything that can be reached from a node and was not seen before, the last first.
fn walk(start: usize, next: &[Vec<usize>], seen: &mut [bool], out: &mut Vec<usize>) {
    let mut enter = |node: usize| {
        seen.get_mut(node)
            .is_some_and(|seen| !std::mem::replace(seen, true))
    };
    if !enter(start) {
        return;
    }
    let mut open = vec![(start, 0)];
    while let Some((node, at)) = open.last_mut() {
        let child = next.get(*node).and_then(|children| children.get(*at));
        *at += 1;
        match child {
            Some(child) if enter(*child) => open.push((*child, 0)),
            Some(_) => {}
            None => {
                out.push(*node);
                open.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityKind, Kind, Limits, Log, Place, TextId};

    struct Story(Log);

    impl Story {
        fn new() -> Story {
            Story(Log::new(true, Limits::default()))
        }

        fn tell(&mut self, kind: Kind, subject: EntityId, a: EntityId, b: EntityId) {
            self.0
                .emit(kind, subject, Cause::Current, Place::NONE, a.0, b.0);
        }

        fn tasks(&mut self, count: usize) -> Vec<EntityId> {
            let each = (0..count).map(|number| {
                let name = self.0.intern(&format!("task-{number}"));
                let task = self.0.new_entity(EntityKind::Task, name, EntityId::MAIN);
                self.tell(Kind::TaskCreated, task, EntityId::NONE, EntityId(0));
                self.tell(Kind::StepStarted, task, EntityId(0), EntityId(0));
                task
            });
            each.collect()
        }

        fn awaits(&mut self, task: EntityId, other: EntityId) {
            self.tell(Kind::TaskSuspended, task, other, EntityId(0));
        }

        fn lock(&mut self, holder: EntityId) -> EntityId {
            let lock = self
                .0
                .new_entity(EntityKind::Lock, TextId::EMPTY, EntityId::MAIN);
            self.tell(Kind::PrimitiveCreated, lock, EntityId(0), EntityId(0));
            self.tell(Kind::Acquired, lock, holder, EntityId(0));
            lock
        }

        fn queues_up(&mut self, task: EntityId, lock: EntityId) {
            let future = self
                .0
                .new_entity(EntityKind::Future, TextId::EMPTY, EntityId::NONE);
            self.tell(Kind::FutureCreated, future, EntityId(0), EntityId(0));
            self.tell(Kind::WaitBegan, lock, task, future);
            self.awaits(task, future);
        }

        fn drawn(&self, unfolded: bool) -> Graph {
            let mut scene = Scene::default();
            while (scene.applied as usize) < self.0.len() {
                scene.apply_next(&self.0);
            }
            layout(&scene, unfolded)
        }
    }

    fn column(graph: &Graph, subject: Subject) -> Option<usize> {
        let node = graph.nodes.iter().find(|node| node.subject == subject);
        node.map(|node| node.column)
    }

    #[test]
    fn who_waits_stands_left_of_whom_it_waits_for() {
        let mut story = Story::new();
        let tasks = story.tasks(3);
        story.awaits(tasks[0], tasks[2]);
        story.awaits(tasks[2], tasks[1]);
        let graph = story.drawn(false);
        let columns: Vec<_> = tasks
            .iter()
            .map(|task| column(&graph, Subject::Task(*task)))
            .collect();
        assert_eq!(columns, [Some(0), Some(2), Some(1)]);
        assert!(graph.nodes.iter().all(|node| !node.is_stuck));
        assert_eq!((graph.columns, graph.edges.len()), (3, 2));
    }

    #[test]
    fn a_lock_stands_between_its_waiters_and_its_holder() {
        let mut story = Story::new();
        let tasks = story.tasks(3);
        let lock = story.lock(tasks[0]);
        story.queues_up(tasks[1], lock);
        story.queues_up(tasks[2], lock);
        let graph = story.drawn(false);
        assert_eq!(column(&graph, Subject::Task(tasks[1])), Some(0));
        assert_eq!(column(&graph, Subject::Thing(lock)), Some(1));
        assert_eq!(column(&graph, Subject::Task(tasks[0])), Some(2));
        let held: Vec<_> = graph
            .edges
            .iter()
            .filter(|it| it.tie == Tie::HeldBy)
            .collect();
        assert_eq!(held.len(), 1);
    }

    #[test]
    fn a_circle_stands_in_two_columns_and_is_marked() {
        let mut story = Story::new();
        let tasks = story.tasks(3);
        let (left, right) = (story.lock(tasks[1]), story.lock(tasks[2]));
        story.queues_up(tasks[1], right);
        story.queues_up(tasks[2], left);
        story.awaits(tasks[0], tasks[1]);
        let graph = story.drawn(false);
        let columns = [tasks[1], tasks[2]].map(|task| column(&graph, Subject::Task(task)));
        assert_eq!(columns, [Some(1), Some(1)]);
        let things = [left, right].map(|lock| column(&graph, Subject::Thing(lock)));
        assert_eq!(things, [Some(2), Some(2)]);
        let stuck = graph.nodes.iter().filter(|node| node.is_stuck).count();
        let in_circle = graph.edges.iter().filter(|edge| edge.is_stuck).count();
        assert_eq!((stuck, in_circle), (4, 4));
    }

    #[test]
    fn two_tasks_that_await_each_other_are_a_circle() {
        let mut story = Story::new();
        let tasks = story.tasks(2);
        story.awaits(tasks[0], tasks[1]);
        story.awaits(tasks[1], tasks[0]);
        let graph = story.drawn(false);
        assert!(
            graph
                .nodes
                .iter()
                .all(|node| node.is_stuck && node.column == 0)
        );
    }

    #[test]
    fn nodes_of_a_column_do_not_overlap() {
        let mut story = Story::new();
        let tasks = story.tasks(60);
        let lock = story.lock(tasks[0]);
        for task in &tasks[1..40] {
            story.queues_up(*task, lock);
        }
        for unfolded in [false, true] {
            let graph = story.drawn(unfolded);
            for (position, node) in graph.nodes.iter().enumerate() {
                for other in graph.nodes.iter().skip(position + 1) {
                    let apart = node.column != other.column
                        || node.top + node.height < other.top
                        || other.top + other.height < node.top;
                    assert!(apart, "{node:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn many_alike_are_counted_unless_asked_for() {
        let mut story = Story::new();
        let tasks = story.tasks(200);
        let lock = story.lock(tasks[0]);
        for task in &tasks[1..] {
            story.queues_up(*task, lock);
        }
        let folded = story.drawn(false);
        let more: Vec<_> = folded
            .nodes
            .iter()
            .filter_map(|node| match node.subject {
                Subject::More(count) => Some(count),
                _ => None,
            })
            .collect();
        assert_eq!(more, [199 - ALIKE]);
        assert_eq!(folded.nodes.len(), ALIKE + 3);
        let all = story.drawn(true);
        assert_eq!((all.nodes.len(), all.is_dense), (201, true));
    }

    #[test]
    fn an_empty_scene_draws_nothing() {
        assert_eq!(layout(&Scene::default(), false), Graph::default());
    }
}

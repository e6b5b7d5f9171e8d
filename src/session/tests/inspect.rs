//! Looking into a program at an event, by running it again.

#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use coroscope_session::message::{Frame, Variable};
use coroscope_session::worker_session::WorkerSession;
use coroscope_session::{RunOptions, ToPage, ToWorker};
use coroscope_trace::{EntityId, EventIndex, Kind, Log};

/// A program, its whole log, and a session that can be asked about it.
struct Visit {
    log: Log,
    session: WorkerSession,
}

fn visit(source: &str) -> Visit {
    let options = RunOptions::default();
    let mut engine = coroscope_session::engine::Engine::new(source, "main.py", &options);
    engine.finish();
    let log = engine.log().clone();
    drop(engine);
    let mut session = WorkerSession::default();
    session.receive(ToWorker::Load {
        run: 1,
        source: source.to_owned(),
        options,
    });
    Visit { log, session }
}

impl Visit {
    fn open(&mut self, event: EventIndex, subject: EntityId, open: &[&[&str]]) -> Vec<Frame> {
        let open = open
            .iter()
            .map(|path| path.iter().map(|part| (*part).to_owned()).collect())
            .collect();
        let mut replies = self.session.receive(ToWorker::Inspect {
            run: 1,
            event: event.0,
            subject: Some(subject.0),
            open,
        });
        while self.session.is_busy() {
            replies.extend(self.session.step(50));
        }
        let mut answers = replies.into_iter().map(|reply| reply.message);
        match (answers.next(), answers.next()) {
            (
                Some(ToPage::Frames {
                    event: of, frames, ..
                }),
                None,
            ) => {
                assert_eq!(of, event.0);
                frames
            }
            other => panic!("one answer expected, got {other:?}"),
        }
    }

    fn frames(&mut self, event: EventIndex, subject: EntityId) -> Vec<Frame> {
        self.open(event, subject, &[])
    }

    /// The first event of a kind on a line, from an event on.
    fn at(&self, kind: Kind, line: u32) -> EventIndex {
        self.log
            .events_from(EventIndex(0))
            .find(|(_, event)| event.kind == kind && event.place.line() == line)
            .unwrap_or_else(|| panic!("no {kind:?} at line {line}"))
            .0
    }

    fn task(&self, name: &str) -> EntityId {
        let end = EventIndex(u32::MAX - 1);
        let mut tasks = self.log.entities().map(|(id, _)| id);
        tasks
            .find(|id| self.log.is_task(*id) && self.log.text(self.log.name_at(*id, end)) == name)
            .unwrap()
    }
}

fn variable<'a>(frames: &'a [Frame], name: &str) -> Option<&'a Variable> {
    frames
        .iter()
        .flat_map(|frame| &frame.variables)
        .find(|variable| variable.name == name)
}

fn shown(frames: &[Frame], name: &str) -> String {
    variable(frames, name).map_or_else(|| "-".to_owned(), |variable| variable.repr.clone())
}

const COUNTING: &str = "\
total = 0
for i in range(4):
    total += i
print(total)
";

#[test]
fn variables_are_as_they_were_before_the_line_that_is_reached() {
    let mut visit = visit(COUNTING);
    let lines: Vec<_> = visit
        .log
        .events_from(EventIndex(0))
        .filter(|(_, event)| event.kind == Kind::LineReached && event.place.line() == 3)
        .map(|(index, _)| index)
        .collect();
    let mut totals = Vec::new();
    // Backwards too: the run then begins anew.
    for event in lines.iter().chain(lines.iter().rev()) {
        let frames = visit.frames(*event, EntityId::MAIN);
        assert_eq!(frames.last().map(|frame| frame.line), Some(3));
        totals.push(shown(&frames, "total"));
    }
    assert_eq!(totals, ["0", "0", "1", "3", "3", "1", "0", "0"]);
    let printed = visit.at(Kind::OutputWritten, 4);
    assert_eq!(shown(&visit.frames(printed, EntityId::MAIN), "total"), "6");
}

const TWO_WORKERS: &str = "\
import asyncio

class Job:
    def __init__(self, number):
        self.number = number
        self.notes = ['new', {'size': number}]

    def __repr__(self):
        print('a repr must not run')
        return 'Job'

async def inner(job):
    await asyncio.sleep(job.number)
    return job

async def worker(number):
    job = Job(number)
    done = await inner(job)
    print(done.number)

async def main():
    tasks = [asyncio.create_task(worker(n), name=f'w{n}') for n in (1, 2)]
    for task in tasks:
        await task
    last = task
    print(last.done())

asyncio.run(main())
";

#[test]
fn a_suspended_task_shows_the_frames_that_it_awaits() {
    let mut visit = visit(TWO_WORKERS);
    let printed = visit.at(Kind::OutputWritten, 19);
    let second = visit.task("w2");
    let frames = visit.frames(printed, second);
    let own: Vec<_> = frames
        .iter()
        .filter(|frame| !frame.is_library)
        .map(|frame| (frame.function.as_str(), frame.line))
        .collect();
    assert_eq!(own, [("worker", 18), ("inner", 13)]);
    // `await inner(job)`
    assert_eq!(
        frames.first().map(|frame| frame.expression),
        Some((11, 18, 27))
    );
    assert!(frames.iter().any(|frame| frame.is_library), "{frames:?}");
    assert_eq!(shown(&frames, "number"), "2");
    assert_eq!(shown(&frames, "job"), "<Job number=2, notes=['new', {…}]>");
    assert_eq!(shown(&frames, "done"), "-");
}

#[test]
fn the_running_task_and_the_program_around_it_are_told_apart() {
    let mut visit = visit(TWO_WORKERS);
    let printed = visit.at(Kind::OutputWritten, 19);
    let first = visit.task("w1");
    let running = visit.frames(printed, first);
    assert_eq!(
        running.first().map(|frame| frame.function.as_str()),
        Some("worker")
    );
    assert!(variable(&running, "done").is_some());
    let around = visit.frames(printed, EntityId::MAIN);
    assert_eq!(
        around.first().map(|frame| frame.function.as_str()),
        Some("<module>")
    );
    assert!(around.iter().all(|frame| frame.function != "worker"));
}

#[test]
fn objects_open_and_lead_to_their_entities() {
    let mut visit = visit(TWO_WORKERS);
    let line = visit.at(Kind::LineReached, 26);
    let main = visit.task("Task-1");
    let frames = visit.open(line, main, &[&["0", "tasks"], &["0", "tasks", "1"]]);
    let tasks = variable(&frames, "tasks").unwrap();
    assert!(tasks.expandable && tasks.entity.is_none());
    let [first, second] = tasks.children.as_slice() else {
        panic!("two tasks expected, got {tasks:?}");
    };
    assert_eq!(first.entity, Some(visit.task("w1").0));
    assert_eq!(second.entity, Some(visit.task("w2").0));
    assert!(first.children.is_empty());
    let result = second.children.iter().find(|part| part.name == "result");
    assert!(result.is_some(), "{second:?}");
}

#[test]
fn a_generator_can_be_asked_for_by_its_entity() {
    let mut visit = visit(
        "def count(start):\n    step = 10\n    while True:\n        start += step\n        yield start\n\nboxes = {'g': [count(1)]}\nfor _ in range(3):\n    next(boxes['g'][0])\nprint('end')\n",
    );
    let generator = visit
        .log
        .entities()
        .find(|(_, entity)| entity.kind == coroscope_trace::EntityKind::Generator)
        .unwrap()
        .0;
    let end = visit.at(Kind::LineReached, 10);
    let frames = visit.frames(end, generator);
    assert_eq!(shown(&frames, "start"), "31");
    assert_eq!(frames.first().map(|frame| frame.line), Some(5));
}

#[test]
fn looking_changes_neither_output_nor_log() {
    let mut visit = visit(TWO_WORKERS);
    let subjects = [EntityId::MAIN, visit.task("w1"), visit.task("w2")];
    for index in 0..visit.log.len() as u32 {
        for subject in subjects {
            visit.open(
                EventIndex(index),
                subject,
                &[&["0", "job"], &["1", "job", "notes"]],
            );
        }
    }
    // The same session runs to the end of the program that it was asked about.
    let budget = coroscope_session::Budget {
        instructions: u64::MAX,
        ..Default::default()
    };
    let mut copy = Log::blank(coroscope_trace::Limits::default());
    let mut replies = visit.session.receive(ToWorker::Advance { run: 1, budget });
    while visit.session.is_busy() {
        replies.extend(visit.session.step(1000));
    }
    for delta in replies.iter().filter_map(|reply| reply.events.as_ref()) {
        assert_eq!(copy.apply_delta(&delta.to_bytes()), Ok(()));
    }
    assert_eq!(
        coroscope_trace::export::json_lines(&copy),
        coroscope_trace::export::json_lines(&visit.log)
    );
}

#[test]
fn the_last_of_several_questions_is_answered() {
    let mut visit = visit("for i in range(100_000):\n    x = i\n");
    let last = EventIndex(visit.log.len() as u32 - 3);
    for event in [last.0, last.0 - 9, last.0 - 1] {
        visit.session.receive(ToWorker::Inspect {
            run: 1,
            event,
            subject: None,
            open: Vec::new(),
        });
        assert_eq!(visit.session.step(10), []);
    }
    let frames = visit.frames(last, EntityId::MAIN);
    assert!(shown(&frames, "x").starts_with("9999"), "{frames:?}");
}

#[test]
fn a_finished_task_and_an_unknown_number_have_no_frames() {
    let mut visit = visit(TWO_WORKERS);
    let end = EventIndex(visit.log.len() as u32 - 1);
    let first = visit.task("w1");
    for subject in [first, EntityId(9_999), EntityId::NONE] {
        assert_eq!(visit.frames(end, subject), []);
    }
    assert_eq!(visit.frames(EventIndex(u32::MAX - 1), EntityId::MAIN), []);
}

//! Frames and variables at the cursor, as the inspecting worker told them, and
//! what is different from what was shown before.

use std::collections::HashMap;
use std::rc::Rc;

use coroscope_session::message::{Frame, Variable};

/// The way to a variable: position of the frame, its name, labels of what is inside.
pub type Path = Vec<String>;

/// An answer of the worker.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// Which run.
    pub run: u32,
    /// After which event.
    pub event: u32,
    /// Whose frames; the program's if `None`.
    pub subject: Option<u32>,
    /// Outermost first.
    pub frames: Vec<Frame>,
}

/// What the panel shows, and what it is compared with.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Inspection {
    /// The newest answer.
    pub answer: Option<Rc<Answer>>,
    /// Values at the event shown before, by path; of the same frames only.
    before: Rc<HashMap<Path, String>>,
    /// What is opened.
    pub open: Rc<Vec<Path>>,
}

/// How a variable differs from what was shown before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It does not.
    Same,
    /// It was not there.
    New,
    /// It had another value.
    Was(String),
}

impl Inspection {
    /// Takes an answer in.
    pub fn take(&mut self, answer: Answer) {
        if let Some(last) = self.answer.take() {
            let is_same = last.run == answer.run && last.subject == answer.subject;
            if !is_same {
                self.before = Rc::default();
            } else if last.event != answer.event {
                self.before = Rc::new(values(&last.frames));
            }
        }
        self.answer = Some(Rc::new(answer));
    }

    /// Opens what is closed and closes what is open.
    pub fn toggle(&mut self, path: &Path) {
        let mut open = (*self.open).clone();
        match open.iter().position(|other| other == path) {
            Some(position) => drop(open.remove(position)),
            None => open.push(path.clone()),
        }
        self.open = Rc::new(open);
    }

    /// How a variable differs. A frame that was not there before has no changes:
    /// everything in it is new.
    pub fn change(&self, frame: &Frame, position: usize, path: &Path, value: &str) -> Change {
        if self.before.get(&frame_key(position)) != Some(&frame.function) {
            return Change::Same;
        }
        match self.before.get(path) {
            Some(before) if before == value => Change::Same,
            Some(before) => Change::Was(before.clone()),
            // What is inside of something that was closed is not known.
            None if path.len() > 2 => Change::Same,
            None => Change::New,
        }
    }
}

fn frame_key(position: usize) -> Path {
    vec![position.to_string()]
}

fn values(frames: &[Frame]) -> HashMap<Path, String> {
    let mut found = HashMap::new();
    for (position, frame) in frames.iter().enumerate() {
        let mut path = frame_key(position);
        found.insert(path.clone(), frame.function.clone());
        collect(&mut path, &frame.variables, &mut found);
    }
    found
}

fn collect(path: &mut Path, variables: &[Variable], found: &mut HashMap<Path, String>) {
    for variable in variables {
        path.push(variable.name.clone());
        found.insert(path.clone(), variable.repr.clone());
        collect(path, &variable.children, found);
        path.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(event: u32, subject: u32, variables: &[(&str, &str)]) -> Answer {
        let variables = variables.iter().map(|(name, repr)| Variable {
            name: (*name).to_owned(),
            type_name: "int".to_owned(),
            repr: (*repr).to_owned(),
            entity: None,
            expandable: false,
            children: Vec::new(),
            left_out: 0,
        });
        Answer {
            run: 1,
            event,
            subject: Some(subject),
            frames: vec![Frame {
                function: "f".to_owned(),
                file: "main.py".to_owned(),
                line: 1,
                expression: (0, 0, 0),
                is_library: false,
                variables: variables.collect(),
            }],
        }
    }

    fn changes(inspection: &Inspection) -> Vec<Change> {
        let answer = inspection.answer.clone().expect("an answer");
        let frame = answer.frames.first().expect("a frame");
        let each = frame.variables.iter().map(|variable| {
            let path = vec!["0".to_owned(), variable.name.clone()];
            inspection.change(frame, 0, &path, &variable.repr)
        });
        each.collect()
    }

    #[test]
    fn what_changed_since_the_last_step_is_told() {
        let mut inspection = Inspection::default();
        inspection.take(answer(5, 1, &[("a", "1"), ("b", "2")]));
        assert_eq!(changes(&inspection), [Change::Same, Change::Same]);
        let next = [("a", "1"), ("b", "3"), ("c", "4")];
        inspection.take(answer(6, 1, &next));
        let expected = [Change::Same, Change::Was("2".to_owned()), Change::New];
        assert_eq!(changes(&inspection), expected);
        // Opening something asks again about the same moment: the marks stay.
        inspection.take(answer(6, 1, &next));
        assert_eq!(changes(&inspection), expected);
    }

    #[test]
    fn another_task_is_not_compared() {
        let mut inspection = Inspection::default();
        inspection.take(answer(5, 1, &[("a", "1")]));
        inspection.take(answer(6, 2, &[("a", "2")]));
        assert_eq!(changes(&inspection), [Change::Same]);
    }

    #[test]
    fn opening_twice_closes() {
        let mut inspection = Inspection::default();
        let path = vec!["0".to_owned(), "a".to_owned()];
        inspection.toggle(&path);
        assert_eq!(*inspection.open, std::slice::from_ref(&path));
        inspection.toggle(&path);
        assert!(inspection.open.is_empty());
    }
}

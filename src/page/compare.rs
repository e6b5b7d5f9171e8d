//! Two runs side by side: where they part, and which lines of output they share.

use coroscope_trace::operands::{Operand, Operands};
use coroscope_trace::{Event, EventIndex, Kind, Log, TextId};

/// The first moment at which two runs differ: an event of each, or none of the
/// one that is over by then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parting {
    /// In the pinned run.
    pub pinned: Option<EventIndex>,
    /// In the present run.
    pub present: Option<EventIndex>,
}

/// Whether an event is something that a run does, rather than how its text is
/// laid out: an edit moves lines, and that alone is no difference.
const fn counts(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::RunEnded
            | Kind::TaskCreated
            | Kind::StepStarted
            | Kind::TaskSuspended
            | Kind::TaskSleeping
            | Kind::TaskReturned
            | Kind::TaskRaised
            | Kind::TaskCancelled
            | Kind::ClockAdvanced
            | Kind::LoopBlocked
            | Kind::CancelRequested
            | Kind::Acquired
            | Kind::Released
            | Kind::QueuePut
            | Kind::QueueGot
            | Kind::OutputWritten
            | Kind::InputRead
            | Kind::ExceptionRaised
            | Kind::Notice
            | Kind::DeadlockFound
            | Kind::GeneratorYielded
    )
}

fn deeds(log: &Log) -> impl Iterator<Item = (EventIndex, &Event)> {
    log.events_from(EventIndex(0))
        .filter(|(_, event)| counts(event.kind))
}

fn is_same(a: (&Log, EventIndex, &Event), b: (&Log, EventIndex, &Event)) -> bool {
    let ((log_a, at_a, event_a), (log_b, at_b, event_b)) = (a, b);
    if event_a.kind != event_b.kind
        || event_a.flags != event_b.flags
        || event_a.time != event_b.time
        || log_a.text(log_a.name_at(event_a.subject, at_a))
            != log_b.text(log_b.name_at(event_b.subject, at_b))
    {
        return false;
    }
    if event_a.kind == Kind::OutputWritten {
        return written(log_a, event_a) == written(log_b, event_b);
    }
    match event_a.kind.operands() {
        Operands::Wide(_) => event_a.wide() == event_b.wide(),
        Operands::Pair(first, second) => {
            let same = |operand, a: u32, b: u32| match operand {
                Operand::Text(_) => log_a.text(TextId(a)) == log_b.text(TextId(b)),
                Operand::Number(_) => a == b,
                _ => true,
            };
            same(first, event_a.a, event_b.a) && same(second, event_a.b, event_b.b)
        }
    }
}

fn written<'a>(log: &'a Log, event: &Event) -> &'a [u8] {
    let start = event.a as usize;
    let end = start.saturating_add(event.b as usize);
    log.output().get(start..end).unwrap_or(&[])
}

/// Where two runs part; `None` if they do the same to their ends.
pub fn parting(pinned: &Log, present: &Log) -> Option<Parting> {
    let (mut left, mut right) = (deeds(pinned), deeds(present));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (Some((at_a, a)), Some((at_b, b)))
                if is_same((pinned, at_a, a), (present, at_b, b)) => {}
            (a, b) => {
                return Some(Parting {
                    pinned: a.map(|(index, _)| index),
                    present: b.map(|(index, _)| index),
                });
            }
        }
    }
}

/// A row of two lists side by side: positions in either.
pub type Pair = (Option<usize>, Option<usize>);

/// Above so many pairs of lines, lists are laid side by side as they are.
const MOST_PAIRS: usize = 1_000_000;

/// Two lists of lines side by side, equal lines beside each other.
pub fn side_by_side(left: &[String], right: &[String]) -> Vec<Pair> {
    let width = right.len() + 1;
    if left.len().saturating_mul(right.len()) > MOST_PAIRS {
        let rows = left.len().max(right.len());
        return (0..rows)
            .map(|row| {
                (
                    (row < left.len()).then_some(row),
                    (row < right.len()).then_some(row),
                )
            })
            .collect();
    }
    // common[i][j]: the longest common sequence of what is left from i and j on.
    let mut common = vec![0_u32; (left.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let read = |common: &[u32], i, j| common.get(at(i, j)).copied().unwrap_or(0);
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let value = if left.get(i) == right.get(j) {
                read(&common, i + 1, j + 1) + 1
            } else {
                read(&common, i + 1, j).max(read(&common, i, j + 1))
            };
            if let Some(cell) = common.get_mut(at(i, j)) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left.get(i) == right.get(j) {
            pairs.push((Some(i), Some(j)));
            i += 1;
            j += 1;
        } else if j >= right.len()
            || (i < left.len() && read(&common, i + 1, j) >= read(&common, i, j + 1))
        {
            pairs.push((Some(i), None));
            i += 1;
        } else {
            pairs.push((None, Some(j)));
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityId, Limits, Place, Stream};

    fn log(lines: &[&str], place: u32) -> Log {
        let mut log = Log::new(true, Limits::default());
        for line in lines {
            let place = Place::new(0, place);
            let main = EntityId::MAIN;
            log.emit(Kind::LineReached, main, Cause::Current, place, 0, 0);
            log.write_output(Stream::Stdout, line.as_bytes(), main, place);
        }
        log
    }

    #[test]
    fn runs_part_where_they_do_different_things() {
        let before = log(&["a", "b", "c"], 3);
        assert_eq!(parting(&before, &log(&["a", "b", "c"], 9)), None);
        let other = log(&["a", "x", "c"], 3);
        let at = Some(EventIndex(4));
        let expected = Parting {
            pinned: at,
            present: at,
        };
        assert_eq!(parting(&before, &other), Some(expected));
        let shorter = log(&["a"], 3);
        let expected = Parting {
            pinned: at,
            present: None,
        };
        assert_eq!(parting(&before, &shorter), Some(expected));
    }

    #[test]
    fn equal_lines_stand_beside_each_other() {
        let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let rows = side_by_side(&lines("abcd"), &lines("axcd"));
        assert_eq!(
            rows,
            [
                (Some(0), Some(0)),
                (Some(1), None),
                (None, Some(1)),
                (Some(2), Some(2)),
                (Some(3), Some(3)),
            ]
        );
        assert_eq!(side_by_side(&[], &lines("a")), [(None, Some(0))]);
        let many = vec![String::new(); 2_000];
        assert_eq!(side_by_side(&many, &many).len(), 2_000);
    }
}

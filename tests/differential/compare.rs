//! Telling two outcomes apart.

use crate::outcome::Outcome;

/// Lines of either side that a report shows.
const SHOWN: usize = 6;

/// What differs, as lines to read; `None` if nothing does.
pub fn difference(reference: &Outcome, ours: &Outcome) -> Option<String> {
    if reference.stdout != ours.stdout {
        let mut report = lines(&reference.stdout, &ours.stdout);
        if reference.complaint != ours.complaint {
            report.push_str(&format!("stderr: {}\n", ours.complaint));
        }
        return Some(report);
    }
    if reference.status != ours.status {
        return Some(format!(
            "exit {} instead of {}\nstderr: {}\n",
            ours.status, reference.status, ours.complaint
        ));
    }
    (reference.complaint != ours.complaint).then(|| lines(&reference.complaint, &ours.complaint))
}

/// The first lines that differ: `-` is the reference, `+` is ours.
fn lines(reference: &str, ours: &str) -> String {
    let (want, have): (Vec<_>, Vec<_>) = (reference.lines().collect(), ours.lines().collect());
    let same = want.iter().zip(&have).take_while(|(a, b)| a == b).count();
    let mut report = format!("line {}\n", same + 1);
    for (sign, lines) in [("-", &want), ("+", &have)] {
        for line in lines.iter().skip(same).take(SHOWN) {
            report.push_str(&format!("{sign} {line}\n"));
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::outcome::Outcome;

    fn outcome(stdout: &str, complaint: &str, status: i32) -> Outcome {
        Outcome {
            stdout: stdout.to_owned(),
            complaint: complaint.to_owned(),
            status,
        }
    }

    #[test]
    fn output_status_and_complaint_are_compared() {
        let reference = outcome("a\nb\n", "E: x", 1);
        assert_eq!(difference(&reference, &reference), None);
        for other in [
            outcome("a\nc\n", "E: x", 1),
            outcome("a\nb\n", "E: y", 1),
            outcome("a\nb\n", "E: x", 0),
        ] {
            assert!(difference(&reference, &other).is_some(), "{other:?}");
        }
    }
}

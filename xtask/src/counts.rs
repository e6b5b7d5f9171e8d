//! How many checks passed and failed, read from what the test runners print.

use std::ops::AddAssign;

/// Passed and failed checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// What one line of a runner's report adds.
    ///
    /// Cargo: `test result: ok. 3 passed; 0 failed; …` for each test program.
    /// Node: `# pass 3`, `# fail 0` and `# cancelled 0` at the end of its TAP.
    pub(crate) fn of_line(line: &str) -> Self {
        let mut counts = Self::default();
        if let Some(result) = line.strip_prefix("test result: ") {
            let words: Vec<&str> = result.split_whitespace().collect();
            for pair in words.windows(2) {
                if let [number, word] = pair
                    && let Ok(number) = number.parse::<u64>()
                {
                    match word.trim_end_matches(';') {
                        "passed" => counts.passed += number,
                        "failed" => counts.failed += number,
                        _ => {}
                    }
                }
            }
        } else if let Some((word, number)) = line
            .strip_prefix("# ")
            .and_then(|rest| rest.split_once(' '))
            && let Ok(number) = number.parse::<u64>()
        {
            match word {
                "pass" => counts.passed += number,
                "fail" | "cancelled" => counts.failed += number,
                _ => {}
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn reads_cargo() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(Counts::of_line(line), counts(12, 2));
    }

    #[test]
    fn reads_node() {
        let mut sum = Counts::default();
        for line in [
            "# tests 9",
            "# pass 7",
            "# fail 1",
            "# cancelled 1",
            "# duration_ms 3.1",
        ] {
            sum += Counts::of_line(line);
        }
        assert_eq!(sum, counts(7, 2));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["# Subtest: pass 3", "test a ... ok", "3 passed", ""] {
            assert_eq!(Counts::of_line(line), Counts::default(), "{line}");
        }
    }
}

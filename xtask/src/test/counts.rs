//! How many tests passed, read from what each runner says.

use serde_json::Value;

/// Tests counted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Passed; a browser test may need a second try, the runner names it as flaky.
    pub passed: u64,
    /// Failed.
    pub failed: u64,
    /// Left out by the runner.
    pub skipped: u64,
}

impl Tally {
    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The last line of the whole run.
    pub fn closing_line(self) -> String {
        let Self { passed, failed, skipped } = self;
        match skipped {
            0 => format!("{passed} passed, {failed} failed"),
            _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
        }
    }
}

/// Rust's own test runner: `test result: ok. 5 passed; 0 failed; 1 ignored; ...`.
pub fn libtest(lines: &[String]) -> Tally {
    let mut tally = Tally::default();
    for line in lines {
        let Some(at) = line.find("test result: ") else { continue };
        for part in line[at..].split([';', '.']) {
            let words: Vec<&str> = part.split_whitespace().collect();
            let [number, word] = words[..] else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match word {
                "passed" => tally.passed += number,
                "failed" => tally.failed += number,
                "ignored" => tally.skipped += number,
                _ => {}
            }
        }
    }
    tally
}

/// Vitest's JSON report.
pub fn vitest(text: &str) -> Option<Tally> {
    let json: Value = serde_json::from_str(text).ok()?;
    let number = |name: &str| json[name].as_u64();
    let mut tally = Tally {
        passed: number("numPassedTests")?,
        failed: number("numFailedTests")?,
        skipped: number("numPendingTests").unwrap_or(0) + number("numTodoTests").unwrap_or(0),
    };
    // A file that does not load has no tests to fail, only a failed suite.
    if tally.failed == 0 && json["success"] == false {
        tally.failed = number("numFailedTestSuites").unwrap_or(1).max(1);
    }
    Some(tally)
}

/// Playwright's JSON report.
pub fn playwright(text: &str) -> Option<Tally> {
    let json: Value = serde_json::from_str(text).ok()?;
    let stats = &json["stats"];
    let number = |name: &str| stats[name].as_u64();
    let errors = json["errors"].as_array().map_or(0, |errors| errors.len() as u64);
    Some(Tally {
        passed: number("expected")? + number("flaky").unwrap_or(0),
        failed: number("unexpected")? + errors,
        skipped: number("skipped").unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rust_tests_are_counted_over_all_binaries() {
        let lines = [
            "test a ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.12s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
        ];
        let tally = libtest(&lines.map(str::to_owned));
        assert_eq!(tally, Tally { passed: 13, failed: 2, skipped: 1 });
    }

    #[test]
    fn vitest_is_counted_and_a_file_that_does_not_load_fails() {
        let good = r#"{"success":true,"numPassedTests":7,"numFailedTests":0,"numPendingTests":1,"numTodoTests":0}"#;
        assert_eq!(vitest(good), Some(Tally { passed: 7, failed: 0, skipped: 1 }));
        let broken = r#"{"success":false,"numPassedTests":7,"numFailedTests":0,"numFailedTestSuites":1}"#;
        assert_eq!(vitest(broken).map(|tally| tally.failed), Some(1));
        assert_eq!(vitest("{}"), None);
    }

    #[test]
    fn playwright_counts_errors_outside_tests_as_failed_and_second_tries_as_passed() {
        let text = r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":2},"errors":[{"message":"x"}]}"#;
        assert_eq!(playwright(text), Some(Tally { passed: 6, failed: 2, skipped: 2 }));
        assert_eq!(playwright("no"), None);
    }

    #[test]
    fn the_closing_line_is_exact() {
        assert_eq!(Tally { passed: 5, failed: 0, skipped: 0 }.closing_line(), "5 passed, 0 failed");
        assert_eq!(Tally { passed: 5, failed: 1, skipped: 2 }.closing_line(), "5 passed, 1 failed, 2 skipped");
    }
}

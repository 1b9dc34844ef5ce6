//! What every stage found, as a table and as the closing line.

use std::time::Duration;

use super::Stage;
use super::counts::Tally;

/// What a stage found.
#[derive(Default)]
pub struct Outcome {
    /// Tests that it counted.
    pub tally: Tally,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
    /// What was not done, and why.
    pub notes: Vec<String>,
}

impl Outcome {
    /// Notes something that is wrong and is not a counted test: a failed build, a lint.
    pub fn fail(&mut self, what: String) {
        println!("FAILED: {what}");
        self.tally.failed += 1;
        self.faults.push(what);
    }

    /// Adds what a runner counted. `whole` tells whether the runner itself ended well: a
    /// crash after the last test must not pass.
    pub fn count(&mut self, name: &str, tally: Tally, whole: bool) {
        self.tally.add(tally);
        if tally.failed > 0 {
            self.faults.push(format!("{name}: {} failed", tally.failed));
        } else if !whole {
            self.fail(format!("{name} broke off"));
        } else if tally.passed == 0 {
            self.fail(format!("{name} ran no test"));
        }
    }

    /// Notes something that could not be done here.
    pub fn note(&mut self, what: String) {
        println!("NOT DONE: {what}");
        self.notes.push(what);
    }
}

/// All stages.
#[derive(Default)]
pub struct Report(Vec<(Stage, Duration, Outcome)>);

impl Report {
    /// Adds a stage that has ended.
    pub fn add(&mut self, stage: Stage, took: Duration, outcome: Outcome) {
        let (minutes, budget) = (minutes(took), stage.budget_min());
        println!("-- {}: {minutes} min of {budget}", stage.name());
        self.0.push((stage, took, outcome));
    }

    /// Prints the table, what is wrong, and the closing line; false if anything failed.
    pub fn print(&self) -> bool {
        println!("\n{:<9} {:>7} {:>7} {:>7} {:>7} {:>8}", "stage", "min", "budget", "passed", "failed", "skipped");
        for (stage, took, outcome) in &self.0 {
            let Tally { passed, failed, skipped } = outcome.tally;
            let late = if took.as_secs() > u64::from(stage.budget_min()) * 60 { "  over budget" } else { "" };
            let (name, budget) = (stage.name(), stage.budget_min());
            println!("{name:<9} {:>7} {budget:>7} {passed:>7} {failed:>7} {skipped:>8}{late}", minutes(*took));
        }
        let total: Duration = self.0.iter().map(|(_, took, _)| *took).sum();
        println!("{:<9} {:>7} {:>7}", "all", minutes(total), 45);
        for (stage, _, outcome) in &self.0 {
            for note in &outcome.notes {
                println!("not done in {}: {note}", stage.name());
            }
            for fault in &outcome.faults {
                println!("failed in {}: {fault}", stage.name());
            }
        }
        let sum = self.sum();
        println!("{}", sum.closing_line());
        sum.failed == 0
    }

    fn sum(&self) -> Tally {
        let mut sum = Tally::default();
        for (_, _, outcome) in &self.0 {
            sum.add(outcome.tally);
        }
        sum
    }
}

/// Minutes with one decimal, in whole numbers.
fn minutes(took: Duration) -> String {
    let tenths = (took.as_secs() + 3) / 6;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runner_that_breaks_off_or_runs_nothing_is_a_failure() {
        let good = Tally { passed: 3, ..Tally::default() };
        let failures = |tally, whole| {
            let mut outcome = Outcome::default();
            outcome.count("it", tally, whole);
            outcome.tally.failed
        };
        assert_eq!(failures(good, true), 0);
        assert_eq!(failures(good, false), 1);
        assert_eq!(failures(Tally::default(), true), 1);
        assert_eq!(failures(Tally { failed: 2, ..good }, false), 2);
    }

    #[test]
    fn one_failed_stage_fails_the_whole() {
        let mut report = Report::default();
        report.add(Stage::Tidy, Duration::ZERO, Outcome::default());
        assert!(report.print());
        let mut bad = Outcome::default();
        bad.fail("a lint".to_owned());
        report.add(Stage::Build, Duration::ZERO, bad);
        assert!(!report.print());
    }

    #[test]
    fn minutes_are_rounded_to_tenths() {
        assert_eq!(minutes(Duration::from_secs(90)), "1.5");
        assert_eq!(minutes(Duration::from_secs(3)), "0.1");
    }
}

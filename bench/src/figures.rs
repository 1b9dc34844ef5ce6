//! Measuring a job and its floor side by side, and saying what came out.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Rounds before the ones that count.
const WARM_UP: usize = 20;

/// Times of one job, shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    /// Of durations in any order.
    #[must_use]
    pub fn of(mut all: Vec<Duration>) -> Self {
        all.sort_unstable();
        Self(all)
    }

    /// The middle one, in microseconds.
    #[must_use]
    pub fn median_us(&self) -> f64 {
        self.at(50)
    }

    /// Ninety-nine of a hundred are not longer, in microseconds.
    #[must_use]
    pub fn p99_us(&self) -> f64 {
        self.at(99)
    }

    fn at(&self, percent: usize) -> f64 {
        let index = (self.0.len() * percent / 100).min(self.0.len() - 1);
        self.0[index].as_secs_f64() * 1e6
    }

    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// Measures `job` alone.
pub fn alone(rounds: usize, mut job: impl FnMut(usize)) -> Times {
    measured(rounds, |round| [timed(|| job(round))]).0
}

/// Measures floor and job in turn, so that whatever else the machine does falls on both.
pub fn beside<T>(
    rounds: usize,
    mut floor: impl FnMut(usize),
    mut prepare: impl FnMut(usize) -> T,
    mut job: impl FnMut(T),
) -> (Times, Times) {
    let mut floors = Vec::new();
    let (jobs, ()) = measured(rounds, |round| {
        let prepared = prepare(round);
        let under = timed(|| floor(round));
        if round >= WARM_UP {
            floors.push(under);
        }
        [timed(|| job(prepared))]
    });
    (Times::of(floors), jobs)
}

fn measured(rounds: usize, mut round: impl FnMut(usize) -> [Duration; 1]) -> (Times, ()) {
    let mut all = Vec::with_capacity(rounds);
    for number in 0..rounds + WARM_UP {
        let [took] = round(number);
        if number >= WARM_UP {
            all.push(took);
        }
    }
    (Times::of(all), ())
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

/// One line of the result: a job beside its floor, at most so many times as long.
#[must_use]
pub fn ratio_line(job: &str, floor_name: &str, (floor, times): &(Times, Times), at_most: f64) -> Value {
    let ratio = times.median_us() / floor.median_us();
    json!({
        "job": job, "n": times.count(), "median_us": tenth(times.median_us()), "p99_us": tenth(times.p99_us()),
        "floor": floor_name, "floor_us": tenth(floor.median_us()), "ratio": (ratio * 100.0).round() / 100.0,
        "at_most": at_most, "ok": ratio <= at_most, "load": load(),
    })
}

/// One line of the result: a job that may take so many microseconds longer than its floor.
#[must_use]
pub fn surplus_line(job: &str, floor_name: &str, (floor, times): &(Times, Times), at_most_us: f64) -> Value {
    let surplus = times.median_us() - floor.median_us();
    json!({
        "job": job, "n": times.count(), "median_us": tenth(times.median_us()), "p99_us": tenth(times.p99_us()),
        "floor": floor_name, "floor_us": tenth(floor.median_us()), "surplus_us": tenth(surplus),
        "at_most_us": at_most_us, "ok": surplus <= at_most_us, "load": load(),
    })
}

/// One line of the result: a figure that has a limit of its own.
#[must_use]
pub fn figure_line(job: &str, n: usize, unit: &str, figure: f64, at_most: f64) -> Value {
    let figure = tenth(figure * 100.0) / 100.0;
    json!({ "job": job, "n": n, unit: figure, "at_most": at_most, "ok": figure <= at_most, "load": load() })
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The machine's load averages, where the system tells.
fn load() -> Value {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let words: Vec<f64> = text.split(' ').take(3).filter_map(|word| word.parse().ok()).collect();
    json!(words)
}

/// Processor time of this process, where the system tells.
#[must_use]
pub fn processor_time() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The fields are counted behind the program's name, which may contain anything.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    // Linux counts them in hundredths of a second for programs, whatever the kernel does.
    Some(Duration::from_millis(ticks * 10))
}

//! Tells what time and memory this process takes.
//!
//! In: nothing. Out: figures of the system, 0 where it does not say.

use std::fs;
use std::time::Duration;

/// Returns the time that this thread has worked, which other work on the machine does not lengthen.
pub(crate) fn worked() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|it| it.split(' ').next()?.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

/// Returns the bytes of memory that this process holds.
pub(crate) fn resident() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|it| it.split(' ').nth(1)?.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}

//! Tells what the processor can do, and lets the compiler use it.
//!
//! In: nothing but the machine. Out: a [`Level`]. No result depends on it, only time.

#[cfg(target_arch = "x86_64")]
use super::x86;

/// What the processor can do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Level {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    Portable,
}

impl Level {
    /// Returns the widest level of this machine.
    pub(super) fn of_this_machine() -> Self {
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512vl")
                && is_x86_feature_detected!("avx512dq")
                && is_x86_feature_detected!("avx512bw")
            {
                return Self::Avx512;
            }
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                return Self::Avx2;
            }
        }
        Self::Portable
    }
}

/// Runs `work` compiled for the widest vectors of this machine.
///
/// Nothing in it is contracted or reordered by that, so that its results are the same everywhere.
#[inline]
pub(crate) fn wide<R>(work: impl FnOnce() -> R) -> R {
    match Level::of_this_machine() {
        // SAFETY: the level says that the processor has the instructions.
        #[cfg(target_arch = "x86_64")]
        Level::Avx512 => unsafe { x86::wide_512(work) },
        // SAFETY: as above.
        #[cfg(target_arch = "x86_64")]
        Level::Avx2 => unsafe { x86::wide_256(work) },
        Level::Portable => work(),
    }
}

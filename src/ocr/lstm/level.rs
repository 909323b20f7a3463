//! What the processor at hand can do.

/// Instructions that a processor may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Instructions {
    /// Four products of bytes summed in each of 16 lanes.
    #[cfg(target_arch = "x86_64")]
    Bytes512,
    /// Two products of 16-bit values summed in each of 8 lanes.
    #[cfg(target_arch = "x86_64")]
    Pairs256,
    Plain,
}

impl Instructions {
    fn are_here(self) -> bool {
        match self {
            #[cfg(target_arch = "x86_64")]
            Instructions::Bytes512 => {
                is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vnni")
            }
            #[cfg(target_arch = "x86_64")]
            Instructions::Pairs256 => is_x86_feature_detected!("avx2"),
            Instructions::Plain => true,
        }
    }
}

/// Instructions that this processor has: whoever holds a level may call what is compiled for them. Only
/// [`Level::of`] makes one, and it asks the processor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Level(Instructions);

impl Level {
    /// From the fastest to the one that every processor has.
    const ALL: &[Instructions] = &[
        #[cfg(target_arch = "x86_64")]
        Instructions::Bytes512,
        #[cfg(target_arch = "x86_64")]
        Instructions::Pairs256,
        Instructions::Plain,
    ];

    /// None where the processor lacks the instructions.
    fn of(instructions: Instructions) -> Option<Level> {
        instructions.are_here().then_some(Level(instructions))
    }

    /// All that this processor has, the fastest first.
    pub fn all() -> impl Iterator<Item = Level> {
        Self::ALL.iter().copied().filter_map(Level::of)
    }

    /// The fastest.
    pub fn of_this_processor() -> Level {
        Self::all().next().unwrap_or(Level(Instructions::Plain))
    }

    pub fn instructions(self) -> Instructions {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_one_that_the_processor_has() {
        assert_eq!(Level::all().last(), Level::of(Instructions::Plain));
        for &instructions in Level::ALL {
            let level = Level::all().find(|level| level.instructions() == instructions);
            assert_eq!(level.is_some(), instructions.are_here(), "{instructions:?}");
            assert_eq!(level, Level::of(instructions));
        }
    }
}

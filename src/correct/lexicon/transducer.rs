//! Transducers that are made at run time.

use fst::raw::Fst;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A transducer without keys, for data that is none.
pub fn empty_fst() -> Fst<Cow<'static, [u8]>> {
    fst_of(Default::default())
}

/// Keys come sorted and once each out of the map, which is all that building can complain about.
#[allow(clippy::expect_used)]
pub fn fst_of(keys: BTreeMap<Vec<u8>, u64>) -> Fst<Cow<'static, [u8]>> {
    Fst::from_iter_map(keys)
        .and_then(|fst| Fst::new(Cow::Owned(fst.into_inner())))
        .expect("sorted keys make a transducer")
}

//! Many values of one type, each with a name of its own.

use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr;

/// A struct of fields that are all of one type.
///
/// # Safety
/// It is `repr(C)`, and each of its fields is an `Of`.
#[expect(unsafe_code, reason = "what a macro writes must be as it says")]
pub unsafe trait Fields {
    /// The type of the fields.
    type Of;
}

/// An array, to be read by the names of the fields of `F`. As a struct the values would
/// be made and dropped by code for each, which takes a browser longer to compile than to run.
pub struct Named<F: Fields, const COUNT: usize> {
    /// In the order of the fields.
    values: [F::Of; COUNT],
    fields: PhantomData<F>,
}

impl<F: Fields, const COUNT: usize> Named<F, COUNT> {
    pub(crate) fn new(values: [F::Of; COUNT]) -> Self {
        const { assert!(size_of::<F>() == size_of::<[F::Of; COUNT]>()) }
        Named {
            values,
            fields: PhantomData,
        }
    }

    /// All values, in the order of the fields.
    pub(crate) fn values(&self) -> &[F::Of] {
        &self.values
    }
}

impl<F: Fields, const COUNT: usize> Deref for Named<F, COUNT> {
    type Target = F;

    #[inline(always)]
    #[expect(unsafe_code, reason = "an array is read as a struct")]
    fn deref(&self) -> &F {
        // SAFETY: `F` has fields of this type only, in the layout of C, which is that
        // of an array; `new` compares how many there are.
        unsafe { &*ptr::from_ref(&self.values).cast() }
    }
}

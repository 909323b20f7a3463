//! The few functions of Tesseract's C interface that are needed, behind types that keep their rules.
//!
//! The crates that bind all of it are no help here: one brings an HTTP client with TLS into its build script, also
//! where the system's library is linked, the others need libclang. The build script finds the library by pkg-config.

use crate::page::BBox;
use image::GrayImage;
use std::ffi::{CStr, CString, c_char, c_float, c_int, c_void};
use std::marker::{PhantomData, PhantomPinned};
use std::ptr::{self, NonNull};

/// Tesseract with a model loaded.
pub struct Tesseract(NonNull<Handle>);

// SAFETY: the library keeps no state of a thread; a handle may be used by one thread after another.
unsafe impl Send for Tesseract {}

/// How a page is divided.
#[derive(Clone, Copy)]
pub enum Division {
    Auto = 3,
    SingleLine = 7,
}

/// The parts over which a layout goes.
#[derive(Clone, Copy)]
pub enum Level {
    Line = 2,
    Word = 3,
}

impl Tesseract {
    /// None where Tesseract cannot use the model. Only its network is used, never the old recognition.
    pub fn new(model: &[u8], language: &str) -> Option<Self> {
        const LSTM_ONLY: c_int = 1;
        let language = CString::new(language).ok()?;
        let size = c_int::try_from(model.len()).ok()?;
        // SAFETY: the handle is fresh, and freed by `Drop` from here on.
        let tesseract = Tesseract(NonNull::new(unsafe { TessBaseAPICreate() })?);
        // SAFETY: `model` holds `size` bytes, which are copied; the lists are empty, as their lengths say.
        let failed = unsafe {
            TessBaseAPIInit5(
                tesseract.0.as_ptr(),
                model.as_ptr().cast(),
                size,
                language.as_ptr(),
                LSTM_ONLY,
                ptr::null(),
                0,
                ptr::null(),
                ptr::null(),
                0,
                0,
            )
        };
        (failed == 0).then_some(tesseract)
    }

    /// Whether there is such a variable.
    pub fn set_variable(&mut self, name: &CStr, value: &CStr) -> bool {
        // SAFETY: both end in a zero and are copied.
        unsafe { TessBaseAPISetVariable(self.0.as_ptr(), name.as_ptr(), value.as_ptr()) != 0 }
    }

    /// Gives it a page. False where it is empty or larger than Tesseract can count.
    #[must_use]
    pub fn set_page(&mut self, pixels: &GrayImage, dpi: u32, division: Division) -> bool {
        let (width, height) = pixels.dimensions();
        let (Ok(width), Ok(height), Ok(dpi)) = (c_int::try_from(width), c_int::try_from(height), c_int::try_from(dpi))
        else {
            return false;
        };
        if width == 0 || height == 0 || width.checked_mul(height).is_none() {
            return false;
        }
        // SAFETY: a grey image holds width × height bytes, without gaps between rows; they are copied.
        unsafe {
            TessBaseAPISetPageSegMode(self.0.as_ptr(), division as c_int);
            TessBaseAPISetImage(self.0.as_ptr(), pixels.as_raw().as_ptr(), width, height, 1, width);
            TessBaseAPISetSourceResolution(self.0.as_ptr(), dpi);
        }
        true
    }

    /// The words of the page as the table that Tesseract writes of them. None where it cannot read the page.
    pub fn table(&mut self) -> Option<String> {
        // SAFETY: no monitor; the text is Tesseract's until it is deleted, and ends in a zero.
        unsafe {
            if TessBaseAPIRecognize(self.0.as_ptr(), ptr::null_mut()) != 0 {
                return None;
            }
            let text = NonNull::new(TessBaseAPIGetTsvText(self.0.as_ptr(), 0))?;
            let table = CStr::from_ptr(text.as_ptr()).to_str().ok().map(str::to_owned);
            TessDeleteText(text.as_ptr());
            table
        }
    }

    /// What stands on the page, unread. None where it finds nothing.
    pub fn layout(&mut self) -> Option<Layout<'_>> {
        // SAFETY: the iterator points into the page, which stays as it is while `self` is borrowed.
        let iterator = NonNull::new(unsafe { TessBaseAPIAnalyseLayout(self.0.as_ptr()) })?;
        Some(Layout { iterator, page: PhantomData })
    }

    /// Forgets the page.
    pub fn clear(&mut self) {
        // SAFETY: nothing points into the page any more: a `Layout` borrows `self`.
        unsafe { TessBaseAPIClear(self.0.as_ptr()) }
    }
}

impl Drop for Tesseract {
    fn drop(&mut self) {
        // SAFETY: made by `TessBaseAPICreate`, and used by no one after this.
        unsafe {
            TessBaseAPIEnd(self.0.as_ptr());
            TessBaseAPIDelete(self.0.as_ptr());
        }
    }
}

/// Of the library that is linked.
pub fn version() -> String {
    // SAFETY: a text that is part of the library.
    unsafe { CStr::from_ptr(TessVersion()) }.to_string_lossy().into_owned()
}

/// A place in a page's layout, which goes from word to word.
pub struct Layout<'page> {
    iterator: NonNull<Iterator>,
    page: PhantomData<&'page mut Tesseract>,
}

impl Layout<'_> {
    /// Goes on to the next; false at the end.
    pub fn next(&mut self, level: Level) -> bool {
        // SAFETY: the iterator lives as long as `self`; so below.
        unsafe { TessPageIteratorNext(self.iterator.as_ptr(), level as c_int) != 0 }
    }

    pub fn begins(&self, level: Level) -> bool {
        unsafe { TessPageIteratorIsAtBeginningOf(self.iterator.as_ptr(), level as c_int) != 0 }
    }

    pub fn bbox(&self, level: Level) -> Option<BBox> {
        let [mut x0, mut y0, mut x1, mut y1] = [0; 4];
        let found = unsafe {
            TessPageIteratorBoundingBox(self.iterator.as_ptr(), level as c_int, &mut x0, &mut y0, &mut x1, &mut y1)
        };
        (found != 0).then(|| BBox::new(x0, y0, x1, y1))
    }

    /// From left to right: x and y of its two ends.
    pub fn baseline(&self, level: Level) -> Option<[i32; 4]> {
        let [mut x0, mut y0, mut x1, mut y1] = [0; 4];
        let found = unsafe {
            TessPageIteratorBaseline(self.iterator.as_ptr(), level as c_int, &mut x0, &mut y0, &mut x1, &mut y1)
        };
        (found != 0).then_some([x0, y0, x1, y1])
    }

    /// Whether the text around here stands upright on the page.
    pub fn is_upright(&self) -> bool {
        const PAGE_UP: c_int = 0;
        let (mut turn, mut direction, mut order, mut skew) = (PAGE_UP, 0, 0, 0.0);
        unsafe {
            TessPageIteratorOrientation(self.iterator.as_ptr(), &mut turn, &mut direction, &mut order, &mut skew);
        }
        turn == PAGE_UP
    }
}

impl Drop for Layout<'_> {
    fn drop(&mut self) {
        // SAFETY: made by `TessBaseAPIAnalyseLayout`, and used by no one after this.
        unsafe { TessPageIteratorDelete(self.iterator.as_ptr()) }
    }
}

/// Types that only the library knows.
#[repr(C)]
struct Handle {
    _opaque: [u8; 0],
    _marker: PhantomData<(*mut u8, PhantomPinned)>,
}

#[repr(C)]
struct Iterator {
    _opaque: [u8; 0],
    _marker: PhantomData<(*mut u8, PhantomPinned)>,
}

// As in tesseract/capi.h. Its enumerations and its BOOL are C's int.
unsafe extern "C" {
    fn TessVersion() -> *const c_char;
    fn TessDeleteText(text: *mut c_char);
    fn TessBaseAPICreate() -> *mut Handle;
    fn TessBaseAPIDelete(handle: *mut Handle);
    fn TessBaseAPIEnd(handle: *mut Handle);
    fn TessBaseAPIInit5(
        handle: *mut Handle,
        data: *const c_char,
        data_size: c_int,
        language: *const c_char,
        mode: c_int,
        configs: *const *const c_char,
        configs_size: c_int,
        vars_vec: *const *const c_char,
        vars_values: *const *const c_char,
        vars_vec_size: usize,
        set_only_non_debug_params: c_int,
    ) -> c_int;
    fn TessBaseAPISetVariable(handle: *mut Handle, name: *const c_char, value: *const c_char) -> c_int;
    fn TessBaseAPISetPageSegMode(handle: *mut Handle, mode: c_int);
    fn TessBaseAPISetImage(
        handle: *mut Handle,
        data: *const u8,
        width: c_int,
        height: c_int,
        bytes_per_pixel: c_int,
        bytes_per_line: c_int,
    );
    fn TessBaseAPISetSourceResolution(handle: *mut Handle, dpi: c_int);
    fn TessBaseAPIRecognize(handle: *mut Handle, monitor: *mut c_void) -> c_int;
    fn TessBaseAPIGetTsvText(handle: *mut Handle, page: c_int) -> *mut c_char;
    fn TessBaseAPIAnalyseLayout(handle: *mut Handle) -> *mut Iterator;
    fn TessBaseAPIClear(handle: *mut Handle);
    fn TessPageIteratorDelete(iterator: *mut Iterator);
    fn TessPageIteratorNext(iterator: *mut Iterator, level: c_int) -> c_int;
    fn TessPageIteratorIsAtBeginningOf(iterator: *const Iterator, level: c_int) -> c_int;
    fn TessPageIteratorBoundingBox(
        iterator: *const Iterator,
        level: c_int,
        left: *mut c_int,
        top: *mut c_int,
        right: *mut c_int,
        bottom: *mut c_int,
    ) -> c_int;
    fn TessPageIteratorBaseline(
        iterator: *const Iterator,
        level: c_int,
        x1: *mut c_int,
        y1: *mut c_int,
        x2: *mut c_int,
        y2: *mut c_int,
    ) -> c_int;
    fn TessPageIteratorOrientation(
        iterator: *mut Iterator,
        orientation: *mut c_int,
        writing_direction: *mut c_int,
        textline_order: *mut c_int,
        deskew_angle: *mut c_float,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_model_is_refused() {
        assert!(Tesseract::new(b"no model", "none").is_none());
        assert!(Tesseract::new(&[], "none").is_none());
        assert!(Tesseract::new(b"no model", "no\0ne").is_none());
        assert!(version().starts_with(|c: char| c.is_ascii_digit()), "{}", version());
    }
}

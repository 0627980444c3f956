//! Finds long words: the stage `example/long-words`, as a shared library without dependencies.
use std::ffi::{c_char, c_void, CStr};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    bytes: *const u8,
    count: usize,
}

#[repr(C)]
pub struct Annotation {
    start: u64,
    end: u64,
    label: Text,
    value: Text,
}

#[repr(C)]
pub struct Layer {
    name: Text,
    annotations: *const Annotation,
    count: usize,
}

#[repr(C)]
pub struct Document {
    id: Text,
    text: Text,
    layers: *const Layer,
    layer_count: usize,
}

#[repr(C)]
pub struct Results {
    context: *mut c_void,
    add: extern "C" fn(*mut c_void, usize, *const Annotation),
    fail: extern "C" fn(*mut c_void, usize, Text),
}

#[repr(C)]
pub struct Plugin {
    abi: u32,
    describe: extern "C" fn() -> *const c_char,
    create: extern "C" fn(*const c_char, *const c_char, *mut c_char, usize) -> *mut c_void,
    process: extern "C" fn(*mut c_void, *const Document, usize, *const Results) -> i32,
    destroy: extern "C" fn(*mut c_void),
}

const ABI: u32 = 1;

struct LongWords {
    minimum: usize,
}

extern "C" fn describe() -> *const c_char {
    c"{\"id\":\"example\",\"version\":\"1.0.0\",\"stages\":[\"long-words\"]}".as_ptr()
}

extern "C" fn create(
    _stage: *const c_char,
    options: *const c_char,
    _error: *mut c_char,
    _capacity: usize,
) -> *mut c_void {
    // The host has checked the options against plugin.json: {"minimum":7}.
    let options = unsafe { CStr::from_ptr(options) }.to_string_lossy();
    let digits: String = options.chars().filter(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(minimum) => Box::into_raw(Box::new(LongWords { minimum })).cast(),
        Err(_) => std::ptr::null_mut(),
    }
}

fn is_space(byte: u8) -> bool {
    byte == b' ' || (b'\t'..=b'\r').contains(&byte)
}

extern "C" fn process(
    instance: *mut c_void,
    documents: *const Document,
    count: usize,
    results: *const Results,
) -> i32 {
    if count == 0 {
        return 0;
    }
    let stage = unsafe { &*instance.cast::<LongWords>() };
    let results = unsafe { &*results };
    let documents = unsafe { std::slice::from_raw_parts(documents, count) };
    let nothing = Text { bytes: std::ptr::null(), count: 0 };
    let label = Text { bytes: b"long".as_ptr(), count: 4 };
    for (number, document) in documents.iter().enumerate() {
        if document.text.count == 0 {
            continue;
        }
        let text = unsafe { std::slice::from_raw_parts(document.text.bytes, document.text.count) };
        let mut start = 0;
        for word in text.split(|byte| is_space(*byte)) {
            // Every byte that continues no code point begins one.
            let letters = word.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
            let end = start + word.len();
            if letters >= stage.minimum {
                let found = Annotation { start: start as u64, end: end as u64, label, value: nothing };
                (results.add)(results.context, number, &found);
            }
            start = end + 1;
        }
    }
    0
}

extern "C" fn destroy(instance: *mut c_void) {
    drop(unsafe { Box::from_raw(instance.cast::<LongWords>()) });
}

static PLUGIN: Plugin = Plugin { abi: ABI, describe, create, process, destroy };

#[no_mangle]
pub extern "C" fn warraq_plugin_entry(host_abi: u32) -> *const Plugin {
    if host_abi == ABI {
        &PLUGIN
    } else {
        std::ptr::null()
    }
}

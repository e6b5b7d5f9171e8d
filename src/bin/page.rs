//! The page's entry point in the browser; does nothing in a native build.

#[cfg(target_arch = "wasm32")]
fn main() {
    coroscope_page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

//! The engine module's entry point: what JavaScript can call. Does nothing in
//! a native build.

#[cfg(target_arch = "wasm32")]
mod events;

#[cfg(target_arch = "wasm32")]
mod lending;

#[cfg(target_arch = "wasm32")]
mod library;

#[cfg(target_arch = "wasm32")]
mod module;

#[cfg(target_arch = "wasm32")]
mod serve;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: coroscope_session::engine::CountingAllocator =
    coroscope_session::engine::CountingAllocator;

fn main() {
    #[cfg(target_arch = "wasm32")]
    library::install();
}

//! The front end.
//!
//! What the stage shows is a pure function of (log, cursor); the state says
//! which cursor. Everything that needs a browser is compiled for wasm only, so
//! that the rest is tested natively.

pub mod asking;
pub mod axis;
pub mod breakpoints;
pub mod compare;
pub mod events_search;
pub mod events_table;
pub mod gallery;
pub mod inspection;
pub mod lane_rows;
pub mod listing;
pub mod naming;
pub mod output_lines;
pub mod output_rows;
pub mod pace;
pub mod presence;
pub mod questions;
pub mod slots;
pub mod span;
pub mod state;
pub mod stepping;
pub mod text;
pub mod text_lanes;
pub mod told;
pub mod waits_graph;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod inspector_link;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod player;
#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
mod worker_link;

/// Puts the page into the document's body.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    browser::second_part::begin_page();
}

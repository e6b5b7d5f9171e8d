//! The front end.
//!
//! What the stage shows is a pure function of (log, cursor); the state says
//! which cursor. Everything that needs a browser is compiled for wasm only, so
//! that the rest is tested natively.

pub mod axis;
pub mod gallery;
pub mod pace;
pub mod state;
pub mod stepping;
pub mod text;

/// Puts the page into the document's body.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    yew::Renderer::<Page>::new().render();
}

/// The whole page.
#[cfg(target_arch = "wasm32")]
#[yew::component]
fn Page() -> yew::Html {
    yew::html! { <main><h1>{ "Coroscope" }</h1></main> }
}

//! The front end.

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

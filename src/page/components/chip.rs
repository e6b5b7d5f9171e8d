//! A task's identity chip.

use coroscope_trace::EntityId;
use yew::{Html, html};

use crate::naming::{chip_label, entity_name, hue};
use crate::view::View;

/// The chip of a task; of anything else a grey one. The name stands beside it or in the title.
pub(crate) fn chip(view: &View, id: EntityId) -> Html {
    let recording = view.state.log.get();
    let name = entity_name(&recording.log, &view.scene, id, view.lang());
    if recording.log.is_task(id) {
        let style = format!("--hue: {}", hue(&recording.log, id));
        html! { <span class="chip" style={style} title={name.clone()} aria-hidden="true">{ chip_label(&name) }</span> }
    } else {
        html! { <span class="chip nobody" title={name.clone()} aria-hidden="true">{ "·" }</span> }
    }
}

/// The name of an entity at the cursor.
pub(crate) fn name_of(view: &View, id: EntityId) -> String {
    entity_name(&view.state.log.get().log, &view.scene, id, view.lang())
}

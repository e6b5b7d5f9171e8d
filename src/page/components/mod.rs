//! The parts of the page, one per file.

pub(crate) mod boxes;
pub(crate) mod break_menu;
pub(crate) mod chip;
pub(crate) mod compare_view;
pub(crate) mod dialogs;
pub(crate) mod editor_pane;
pub(crate) mod events_view;
pub(crate) mod foot;
pub(crate) mod futures_panel;
pub(crate) mod gallery_menu;
pub(crate) mod generators_panel;
pub(crate) mod header;
pub(crate) mod input_line;
pub(crate) mod inspect_panel;
pub(crate) mod lanes;
pub(crate) mod loop_box;
pub(crate) mod notices;
pub(crate) mod notices_panel;
pub(crate) mod output_pane;
pub(crate) mod primitives_panel;
pub(crate) mod sentence_bar;
pub(crate) mod stage_switch;
pub(crate) mod status;
pub(crate) mod tabs;
pub(crate) mod transport;
pub(crate) mod waits_panel;

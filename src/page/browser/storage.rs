//! What is kept in the browser from visit to visit: settings and drafts.
//! Where storage is refused (private windows, full disks) the page works on without.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::window;
use crate::axis::AxisMode;
use crate::state::{Draft, Settings, StepUnit, Theme};
use crate::text::Lang;

const SETTINGS: &str = "coroscope.settings";
const DRAFTS: &str = "coroscope.drafts";
/// The pictures of `afterimage.js`: `imagesKey` in the document.
const AFTERIMAGES: &str = "coroscope.afterimages";

#[derive(Serialize, Deserialize)]
struct KeptSettings {
    lang: String,
    theme: String,
    speed: u8,
    real_time: bool,
    unit: String,
    order_axis: bool,
}

#[derive(Serialize, Deserialize)]
struct KeptDraft {
    id: u32,
    source: String,
}

fn read(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

fn write(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        // A full or forbidden storage is no reason to stop working. What the visitor
        // wrote goes before pictures.
        if storage.set_item(key, value).is_err() && storage.remove_item(AFTERIMAGES).is_ok() {
            let _ = storage.set_item(key, value);
        }
    }
}

/// The settings of the last visit, or what the browser's language suggests.
pub(crate) fn load_settings() -> Settings {
    let kept = read(SETTINGS).and_then(|text| serde_json::from_str::<KeptSettings>(&text).ok());
    match kept {
        Some(kept) => Settings {
            lang: Lang::from_tag(&kept.lang),
            theme: Theme::from_code(&kept.theme),
            speed: kept.speed.min(crate::pace::SPEED_MAX),
            real_time: kept.real_time,
            unit: StepUnit::from_code(&kept.unit),
            axis: if kept.order_axis {
                AxisMode::Order
            } else {
                AxisMode::Time
            },
        },
        None => {
            let tag = window()
                .and_then(|window| window.navigator().language())
                .unwrap_or_default();
            Settings {
                lang: Lang::from_tag(&tag),
                ..Settings::default()
            }
        }
    }
}

/// Keeps the settings.
pub(crate) fn save_settings(settings: &Settings) {
    let kept = KeptSettings {
        lang: settings.lang.code().to_owned(),
        theme: settings.theme.code().to_owned(),
        speed: settings.speed,
        real_time: settings.real_time,
        unit: settings.unit.code().to_owned(),
        order_axis: settings.axis == AxisMode::Order,
    };
    if let Ok(text) = serde_json::to_string(&kept) {
        write(SETTINGS, &text);
    }
}

/// The drafts of earlier visits, the one edited last first.
pub(crate) fn load_drafts() -> Vec<Draft> {
    let kept = read(DRAFTS).and_then(|text| serde_json::from_str::<Vec<KeptDraft>>(&text).ok());
    let drafts = kept.unwrap_or_default().into_iter();
    drafts
        .map(|draft| Draft {
            id: draft.id,
            source: Rc::from(draft.source),
        })
        .collect()
}

/// Keeps the drafts.
pub(crate) fn save_drafts(drafts: &[Draft]) {
    let kept: Vec<_> = drafts
        .iter()
        .map(|draft| KeptDraft {
            id: draft.id,
            source: draft.source.to_string(),
        })
        .collect();
    if let Ok(text) = serde_json::to_string(&kept) {
        write(DRAFTS, &text);
    }
}

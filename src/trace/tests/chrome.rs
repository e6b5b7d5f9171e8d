//! Chrome's trace format: valid JSON that covers every lane.

mod support;

use coroscope_trace::export::{Axis, chrome_trace};
use coroscope_trace::scene::Timeline;
use serde_json::Value;
use support::random_log;

#[test]
fn the_trace_has_a_track_per_task_and_slices_without_overlap() {
    let log = random_log(60, 800);
    let mut timeline = Timeline::new();
    timeline.follow(&log);
    for axis in [Axis::Time, Axis::Events] {
        let text = chrome_trace(&log, &timeline, axis);
        let records: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
        let phase =
            |wanted: &'static str| records.iter().filter(move |record| record["ph"] == wanted);
        assert_eq!(phase("M").count(), timeline.lanes().all().len());
        assert_eq!(phase("s").count(), phase("f").count());
        assert!(phase("s").count() > 0, "somebody must have woken somebody");
        for track in phase("M").map(|record| &record["tid"]) {
            let mut end = 0.0;
            for slice in phase("X").filter(|slice| &slice["tid"] == track) {
                let start = slice["ts"].as_f64().unwrap_or(-1.0);
                assert!(start >= end, "{slice} starts before {end}");
                end = start + slice["dur"].as_f64().unwrap_or(-1.0);
            }
        }
    }
}

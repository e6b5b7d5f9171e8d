//! Sentences are whole for every event, in both languages.

mod support;

use coroscope_trace::scene::Scene;
use coroscope_trace::sentence::{Part, describe_event, describe_task};
use coroscope_trace::{EventIndex, Language};
use support::random_log;

#[test]
fn every_event_of_a_run_has_a_whole_sentence() {
    for seed in 40..44 {
        let log = random_log(seed, 500);
        for (index, event) in log.events_from(EventIndex(0)) {
            for (language, stop) in [(Language::English, '.'), (Language::Chinese, '。')] {
                let sentence = describe_event(&log, index, language);
                let text = sentence.to_string();
                assert!(text.ends_with(stop), "{index:?} {:?}: {text}", event.kind);
                let unfilled = text.contains(['{', '}', '[', ']']) || text.contains('…');
                assert!(!unfilled, "{index:?} {:?}: {text}", event.kind);
                for part in &sentence.parts {
                    assert!(!part.as_str().is_empty());
                    if let Part::Event(cause, _) = part {
                        assert!(*cause < index);
                    }
                }
            }
        }
    }
}

#[test]
fn every_state_of_a_task_has_a_sentence() {
    let log = random_log(50, 400);
    let mut scene = Scene::default();
    while (scene.applied as usize) < log.len() {
        scene.apply_next(&log);
        for (task, _) in scene.tasks.iter() {
            let english = describe_task(&log, &scene, task, Language::English).to_string();
            let chinese = describe_task(&log, &scene, task, Language::Chinese).to_string();
            assert!(
                english.ends_with('.') && chinese.ends_with('。'),
                "{english} {chinese}"
            );
        }
    }
}

/// The sentences of a short run, as a reader has approved them. To see what a
/// change does to them, run with `COROSCOPE_BLESS=1` and look at the diff.
#[test]
fn a_short_run_is_told_as_approved() {
    let log = random_log(42, 13);
    let mut told = String::new();
    for (index, _) in log.events_from(EventIndex(0)) {
        for language in [Language::English, Language::Chinese] {
            let sentence = describe_event(&log, index, language);
            told.push_str(&format!("{:>3} {sentence}\n", index.0));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sentences.txt");
    if std::env::var_os("COROSCOPE_BLESS").is_some() {
        assert!(std::fs::write(path, &told).is_ok());
    }
    let approved = std::fs::read_to_string(path).unwrap_or_default();
    for (told, approved) in told.lines().zip(approved.lines()) {
        assert_eq!(told, approved);
    }
    assert_eq!(told.lines().count(), approved.lines().count());
}

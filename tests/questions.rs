//! The questions of the gallery: what the page shows and says for each, as a
//! reader has approved it. To see what a change does to them, run with
//! `COROSCOPE_BLESS=1` and look at the diff.

use coroscope_page::gallery::{self, Text};
use coroscope_page::questions::{QUESTIONS, Question};
use coroscope_page::text::Lang;
use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::sentence::describe_event;
use coroscope_trace::{EventIndex, Language};
use std::fmt::Write;
use std::fs;

const APPROVED: &str = "tests/gallery/questions.txt";

fn run(question: &Question) -> Engine {
    let source = match gallery::find(question.example).map(|example| example.text) {
        Some(Text::Here(source)) => source,
        _ => "",
    };
    let options = RunOptions {
        record: true,
        lines: true,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(source, "main.py", &options);
    engine.finish();
    engine
}

/// Question, answer and points, each with the sentence of its event.
fn told(question: &Question, lang: Lang, language: Language) -> String {
    let engine = run(question);
    let title = gallery::find(question.example).map_or("", |example| example.title(lang));
    let mut text = format!("{title}\n{}\n", question.answer(lang));
    for (number, point) in question.points.iter().enumerate() {
        let event = point.at.find(engine.log()).unwrap_or(EventIndex::NONE);
        let sign = if number == question.telling { '*' } else { ' ' };
        let sentence = describe_event(engine.log(), event, language);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            " {sign}{} {}\n     {sentence}",
            number + 1,
            point.text(lang)
        );
    }
    text
}

#[test]
fn the_questions_are_answered_as_approved() {
    let mut text = String::new();
    for question in QUESTIONS {
        text.push_str(&told(question, Lang::En, Language::English));
        text.push_str(&told(question, Lang::Zh, Language::Chinese));
        text.push('\n');
    }
    if std::env::var_os("COROSCOPE_BLESS").is_some() {
        assert!(fs::write(APPROVED, &text).is_ok());
    }
    let approved = fs::read_to_string(APPROVED).unwrap_or_default();
    let first = approved.lines().zip(text.lines()).find(|(a, b)| a != b);
    assert_eq!(first, None);
    assert_eq!(approved.lines().count(), text.lines().count());
}

#[test]
fn the_points_are_found_in_order_of_time() {
    for question in QUESTIONS {
        let engine = run(question);
        let found: Vec<_> = question
            .points
            .iter()
            .map(|point| point.at.find(engine.log()))
            .collect();
        assert!(
            found.iter().all(Option::is_some),
            "{} {found:?}",
            question.example
        );
        assert!(found.is_sorted(), "{} {found:?}", question.example);
    }
}

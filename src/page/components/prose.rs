//! Sentences with links in them.

use coroscope_trace::Part;
use yew::{Html, html};

/// What may stand right before a link, and right behind it, without a space.
const OPENING: [char; 3] = ['(', '（', '“'];
const CLOSING: [char; 12] = [
    ')', '）', '”', '.', '。', ',', '，', ';', '；', ':', '：', '、',
];

/// Whether a part is shown as something that a line can break beside.
const fn is_link(part: &Part) -> bool {
    matches!(part, Part::Entity(..) | Part::Event(..) | Part::Place(..))
}

/// The brackets that a text ends with, and what is before them.
fn without_opening(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(OPENING).len())
}

/// The brackets and stops that a text begins with, and what is behind them.
fn without_closing(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start_matches(CLOSING).len())
}

/// The parts of a sentence, each as `show` shows it. A browser breaks lines
/// between a button and the bracket or the stop beside it; here they stay together.
pub(crate) fn prose(parts: &[Part], show: impl Fn(&Part) -> Html) -> Html {
    let at = |position: Option<usize>| parts.get(position?);
    let drawn = parts.iter().enumerate().map(|(position, part)| {
        let (before, behind) = (at(position.checked_sub(1)), at(position.checked_add(1)));
        if let Part::Text(text) = part {
            let text = match before {
                Some(before) if is_link(before) => without_closing(text).1,
                _ => text.as_str(),
            };
            let text = match behind {
                Some(behind) if is_link(behind) => without_opening(text).0,
                _ => text,
            };
            return html! { { text } };
        }
        let opening = match before {
            Some(Part::Text(text)) if is_link(part) => without_opening(text).1,
            _ => "",
        };
        let closing = match behind {
            Some(Part::Text(text)) if is_link(part) => without_closing(text).0,
            _ => "",
        };
        if opening.is_empty() && closing.is_empty() {
            show(part)
        } else {
            html! { <span class="whole">{ opening }{ show(part) }{ closing }</span> }
        }
    });
    html! { <>{ for drawn }</> }
}

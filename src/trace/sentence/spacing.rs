//! Spaces in Chinese: one between an ideograph and a Latin word or number, none
//! between ideographs. The phrases cannot know what stands in their slots.

use crate::sentence::Part;

/// Sets the spaces where parts meet.
pub(super) fn space(parts: &mut Vec<Part>) {
    let old = std::mem::take(parts);
    for part in old {
        let Some(last) = parts.last() else {
            parts.push(part);
            continue;
        };
        let left = last.as_str().trim_end_matches(' ');
        let right = part.as_str().trim_start_matches(' ');
        let (Some(before), Some(after)) = (left.chars().next_back(), right.chars().next()) else {
            parts.push(part);
            continue;
        };
        let wants_space = is_ideograph(before) && is_latin(after, false)
            || is_latin(before, true) && is_ideograph(after);
        let has_space = left.len() < last.as_str().len() || right.len() < part.as_str().len();
        if is_ideograph(before) && is_ideograph(after) {
            let left = left.len();
            if let Some(Part::Text(text)) = parts.last_mut() {
                text.truncate(left);
            }
            parts.push(match &part {
                Part::Text(_) => Part::Text(right.to_owned()),
                _ => part,
            });
        } else if wants_space && !has_space {
            match (parts.last_mut(), part) {
                (Some(Part::Text(text)), part) => {
                    text.push(' ');
                    parts.push(part);
                }
                (_, Part::Text(text)) => parts.push(Part::Text(format!(" {text}"))),
                (_, part) => parts.extend([Part::Text(" ".to_owned()), part]),
            }
        } else {
            parts.push(part);
        }
    }
}

const fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// Whether a Latin word may begin (or, `at_end`, end) with it.
const fn is_latin(character: char, at_end: bool) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '"' | '\'' | '_' | '<')
        || if at_end {
            matches!(character, ')' | ']' | '}' | '>')
        } else {
            matches!(character, '(' | '[' | '{' | '-')
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::EntityId;

    #[test]
    fn spaces_stand_between_ideographs_and_latin_words_only() {
        let text = |words: &str| Part::Text(words.to_owned());
        let entity = |words: &str| Part::Entity(EntityId::MAIN, words.to_owned());
        let mut parts = vec![
            entity("主程序"),
            text(" 创建了"),
            entity("锁 1"),
            text("，因为"),
            entity("Task-1"),
            text(" 获得"),
            entity("它"),
            text("（第 3 行）。"),
        ];
        space(&mut parts);
        let joined: String = parts.iter().map(Part::as_str).collect();
        assert_eq!(joined, "主程序创建了锁 1，因为 Task-1 获得它（第 3 行）。");
    }
}

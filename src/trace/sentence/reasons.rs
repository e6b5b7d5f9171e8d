//! Why a scope cancels what is inside it. The library tells it in English; the
//! one place that knows these texts in other languages.

use super::words::Language;

const REASONS: [(&str, &str); 6] = [
    ("its time is over", "时间到了"),
    ("one of its tasks failed", "其中一个任务失败了"),
    ("its body failed", "它的代码块失败了"),
    ("the task around it was cancelled", "外层任务被取消"),
    ("the task around it must leave it", "外层任务必须离开它"),
    ("it was cancelled", "它被取消"),
];

/// A reason in another language; as it is if it is not known.
pub(super) fn reason(text: &str, language: Language) -> &str {
    match language {
        Language::English => text,
        Language::Chinese => REASONS
            .iter()
            .find(|(english, _)| *english == text)
            .map_or(text, |(_, chinese)| chinese),
    }
}

//! Patterns of `case`.

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::super::tree::{Constant, Pattern, PatternKind};
use super::{Lowering, span};

impl Lowering<'_> {
    pub(super) fn pattern(&mut self, pattern: ast::Pattern) -> Pattern {
        let span = span(pattern.range());
        let kind = match pattern {
            ast::Pattern::MatchValue(node) => {
                if is_formatted(&node.value) {
                    let words = "patterns may only match literals and attribute lookups";
                    self.report(words, span);
                }
                PatternKind::Value(self.expr(*node.value))
            }
            ast::Pattern::MatchSingleton(node) => PatternKind::Singleton(match node.value {
                ast::Singleton::None => Constant::None,
                ast::Singleton::True => Constant::True,
                ast::Singleton::False => Constant::False,
            }),
            ast::Pattern::MatchSequence(node) => {
                PatternKind::Sequence(self.patterns(node.patterns))
            }
            ast::Pattern::MatchMapping(node) => {
                if node.keys.iter().any(is_formatted) {
                    let words =
                        "mapping pattern keys may only match literals and attribute lookups";
                    self.report(words, span);
                }
                let keys = self.exprs(node.keys);
                let patterns = self.patterns(node.patterns);
                PatternKind::Mapping {
                    items: keys.into_iter().zip(patterns).collect(),
                    rest: node.rest.as_ref().map(|name| self.ident(name)),
                }
            }
            ast::Pattern::MatchClass(node) => PatternKind::Class {
                class: self.expr(*node.cls),
                positional: self.patterns(node.arguments.patterns),
                keywords: node
                    .arguments
                    .keywords
                    .into_iter()
                    .map(|keyword| {
                        (
                            self.unmangled_ident(&keyword.attr),
                            self.pattern(keyword.pattern),
                        )
                    })
                    .collect(),
            },
            ast::Pattern::MatchStar(node) => {
                PatternKind::Star(node.name.as_ref().map(|name| self.ident(name)))
            }
            ast::Pattern::MatchAs(node) => PatternKind::Capture {
                pattern: node.pattern.map(|pattern| Box::new(self.pattern(*pattern))),
                name: node.name.as_ref().map(|name| self.ident(name)),
            },
            ast::Pattern::MatchOr(node) => PatternKind::Or(self.patterns(node.patterns)),
        };
        Pattern { span, kind }
    }

    fn patterns(&mut self, patterns: impl IntoIterator<Item = ast::Pattern>) -> Vec<Pattern> {
        patterns
            .into_iter()
            .map(|pattern| self.pattern(pattern))
            .collect()
    }
}

/// Whether an expression is a string with replacement fields, also without any.
fn is_formatted(value: &ast::Expr) -> bool {
    matches!(value, ast::Expr::FString(_) | ast::Expr::TString(_))
}

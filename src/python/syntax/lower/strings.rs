//! f-strings and t-strings.

use std::borrow::Cow;
use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use crate::text::surrogates;

use super::super::tree::{Conversion, Field, StringPart};
use super::{Lowering, span};

/// Parts under construction: neighbouring texts become one.
#[derive(Default)]
struct Parts {
    done: Vec<StringPart>,
    text: String,
}

impl Parts {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.done
                .push(StringPart::Literal(Rc::from(self.text.as_str())));
            self.text.clear();
        }
    }

    fn finish(mut self) -> Vec<StringPart> {
        self.flush();
        self.done
    }
}

impl Lowering<'_> {
    #[inline(never)]
    pub(super) fn format_string(&mut self, mut node: ast::ExprFString) -> Vec<StringPart> {
        let mut parts = Parts::default();
        for part in node.value.iter_mut() {
            match part {
                ast::FStringPart::Literal(literal) => {
                    parts.text += &self.with_surrogates(&literal.value, literal.range);
                }
                ast::FStringPart::FString(string) => {
                    self.elements(&mut string.elements, &mut parts);
                }
            }
        }
        parts.finish()
    }

    #[inline(never)]
    pub(super) fn template_string(&mut self, mut node: ast::ExprTString) -> Vec<StringPart> {
        let mut parts = Parts::default();
        for string in node.value.iter_mut() {
            self.elements(&mut string.elements, &mut parts);
        }
        parts.finish()
    }

    /// A literal's text with its lone surrogates, which the parser cannot give.
    pub(super) fn with_surrogates<'a>(&self, value: &'a str, range: TextRange) -> Cow<'a, str> {
        match surrogates::restored(value, self.text(span(range))) {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(value),
        }
    }

    fn elements(&mut self, elements: &mut [ast::InterpolatedStringElement], parts: &mut Parts) {
        for element in elements {
            match element {
                ast::InterpolatedStringElement::Literal(literal) => {
                    parts.text += &self.with_surrogates(&literal.value, literal.range);
                }
                ast::InterpolatedStringElement::Interpolation(field) => {
                    self.field(field, parts);
                }
            }
        }
    }

    fn field(&mut self, field: &mut ast::InterpolatedElement, parts: &mut Parts) {
        let mut conversion = match field.conversion {
            ast::ConversionFlag::None => None,
            ast::ConversionFlag::Str => Some(Conversion::Str),
            ast::ConversionFlag::Repr => Some(Conversion::Repr),
            ast::ConversionFlag::Ascii => Some(Conversion::Ascii),
        };
        if let Some(debug) = &field.debug_text {
            parts.text.push_str(debug.as_str());
            if conversion.is_none() && field.format_spec.is_none() {
                conversion = Some(Conversion::Repr);
            }
        }
        parts.flush();
        let text = Rc::from(self.text(span(field.expression.range())));
        // The parser keeps its fields behind a slice: taken, not moved out.
        let nothing = ast::Expr::NoneLiteral(ast::ExprNoneLiteral::default());
        let value = std::mem::replace(&mut *field.expression, nothing);
        let value = self.expr(value);
        let format_spec = field.format_spec.as_mut().map(|spec| {
            let mut spec_parts = Parts::default();
            self.elements(&mut spec.elements, &mut spec_parts);
            spec_parts.finish()
        });
        let span = span(field.range);
        let field = Field {
            value,
            text,
            conversion,
            format_spec,
            span,
        };
        parts.done.push(StringPart::Field(Box::new(field)));
    }
}

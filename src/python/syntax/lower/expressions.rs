//! Expressions.

use num_bigint::BigInt;
use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::super::position::Span;
use super::super::tree::{
    Argument, Attribute, BinaryChain, BinaryOp, Call, CompareOp, Comparison, Comprehension,
    ComprehensionKind, Conditional, Constant, Expr, ExprKind, ForClause, Lambda, Param, Params,
    Slice, UnaryOp,
};
use super::{Description, Lowering, span};

impl Lowering<'_> {
    pub(super) fn boxed(&mut self, expr: ast::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    pub(super) fn optional(&mut self, expr: Option<Box<ast::Expr>>) -> Option<Expr> {
        expr.map(|expr| self.expr(*expr))
    }

    pub(super) fn exprs(&mut self, exprs: impl IntoIterator<Item = ast::Expr>) -> Vec<Expr> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    pub(super) fn expr(&mut self, expr: ast::Expr) -> Expr {
        let span = span(expr.range());
        if self.wanted == Some(span) && self.description.is_none() {
            self.description = Some(describe(&expr));
        }
        let kind = match expr {
            ast::Expr::BinOp(node) => return self.binary(node),
            ast::Expr::Call(node) => self.call(node),
            ast::Expr::Attribute(node) => ExprKind::Attribute(Box::new(Attribute {
                value: self.expr(*node.value),
                name: self.attribute(&node.attr),
            })),
            ast::Expr::Subscript(node) => {
                let value = self.expr(*node.value);
                ExprKind::Subscript(Box::new((value, self.expr(*node.slice))))
            }
            ast::Expr::Name(node) => ExprKind::Name(self.mangled(node.id.as_str())),
            ast::Expr::Starred(node) => ExprKind::Starred(self.boxed(*node.value)),
            ast::Expr::List(node) => ExprKind::List(self.exprs(node.elts)),
            ast::Expr::Tuple(node) => ExprKind::Tuple(self.exprs(node.elts)),
            ast::Expr::Set(node) => ExprKind::Set(self.exprs(node.elts)),
            ast::Expr::BoolOp(node) => {
                let values = self.exprs(node.values);
                match node.op {
                    ast::BoolOp::And => ExprKind::And(values),
                    ast::BoolOp::Or => ExprKind::Or(values),
                }
            }
            ast::Expr::UnaryOp(node) => {
                let op = match node.op {
                    ast::UnaryOp::Not => UnaryOp::Not,
                    ast::UnaryOp::Invert => UnaryOp::Invert,
                    ast::UnaryOp::UAdd => UnaryOp::Positive,
                    ast::UnaryOp::USub => UnaryOp::Negative,
                };
                ExprKind::Unary(op, self.boxed(*node.operand))
            }
            ast::Expr::Await(node) => ExprKind::Await(self.boxed(*node.value)),
            ast::Expr::Yield(node) => ExprKind::Yield(node.value.map(|value| self.boxed(*value))),
            ast::Expr::YieldFrom(node) => ExprKind::YieldFrom(self.boxed(*node.value)),
            ast::Expr::StringLiteral(_)
            | ast::Expr::BytesLiteral(_)
            | ast::Expr::NumberLiteral(_)
            | ast::Expr::BooleanLiteral(_)
            | ast::Expr::NoneLiteral(_)
            | ast::Expr::EllipsisLiteral(_) => ExprKind::Constant(self.literal(&expr, span)),
            ast::Expr::FString(node) => ExprKind::FormatString(self.format_string(node)),
            ast::Expr::TString(node) => ExprKind::TemplateString(self.template_string(node)),
            other => self.rarer_expr(other),
        };
        Expr { span, kind }
    }

    /// The expressions whose lowering needs many locals, kept apart so that
    /// the stack frame of the common path stays small.
    #[inline(never)]
    fn rarer_expr(&mut self, expr: ast::Expr) -> ExprKind {
        match expr {
            ast::Expr::Compare(node) => {
                let first = self.expr(*node.left);
                let ops = node
                    .ops
                    .iter()
                    .map(|op| compare_op(*op))
                    .collect::<Vec<_>>();
                let rest = ops.into_iter().zip(self.exprs(node.comparators)).collect();
                ExprKind::Compare(Box::new(Comparison { first, rest }))
            }
            ast::Expr::Named(node) => {
                let at = span(node.target.range());
                if self.wanted == Some(at) && self.description.is_none() {
                    self.description = Some(describe(&node.target));
                }
                let name = match *node.target {
                    ast::Expr::Name(target) => self.mangled(target.id.as_str()),
                    // Refused by the parser; nothing will be compiled.
                    _ => self.name(""),
                };
                let target = super::Ident { name, span: at };
                ExprKind::Named(Box::new((target, self.expr(*node.value))))
            }
            ast::Expr::If(node) => ExprKind::Conditional(Box::new(Conditional {
                test: self.expr(*node.test),
                body: self.expr(*node.body),
                orelse: self.expr(*node.orelse),
            })),
            ast::Expr::Lambda(node) => {
                let params = node
                    .parameters
                    .map(|params| self.params(*params))
                    .unwrap_or_default();
                let scope = self.new_scope();
                let body = self.expr(*node.body);
                ExprKind::Lambda(Box::new(Lambda {
                    params,
                    body,
                    scope,
                }))
            }
            ast::Expr::Dict(node) => ExprKind::Dict(
                node.items
                    .into_iter()
                    .map(|item| (item.key.map(|key| self.expr(key)), self.expr(item.value)))
                    .collect(),
            ),
            ast::Expr::ListComp(node) => {
                self.comprehension(ComprehensionKind::List, *node.elt, None, node.generators)
            }
            ast::Expr::SetComp(node) => {
                self.comprehension(ComprehensionKind::Set, *node.elt, None, node.generators)
            }
            ast::Expr::Generator(node) => self.comprehension(
                ComprehensionKind::Generator,
                *node.elt,
                None,
                node.generators,
            ),
            ast::Expr::DictComp(node) => match node.key {
                Some(key) => self.comprehension(
                    ComprehensionKind::Dict,
                    *key,
                    Some(*node.value),
                    node.generators,
                ),
                None => {
                    let source = self.text(span(node.range));
                    let stars = source.find("**").unwrap_or(0);
                    let start = span(node.range).start + u32::try_from(stars).unwrap_or(0);
                    let at = Span::new(start, start + 2);
                    self.report("dict unpacking cannot be used in dict comprehension", at);
                    ExprKind::Constant(Constant::None)
                }
            },
            ast::Expr::Slice(node) => ExprKind::Slice(Box::new(Slice {
                lower: self.optional(node.lower),
                upper: self.optional(node.upper),
                step: self.optional(node.step),
            })),
            other => {
                self.report("invalid syntax", span(other.range()));
                ExprKind::Constant(Constant::None)
            }
        }
    }

    /// `a + b - c` leans to the left: its spine is walked in a loop.
    fn binary(&mut self, node: ast::ExprBinOp) -> Expr {
        let whole = span(node.range);
        let mut links = Vec::new();
        let mut current = node;
        let first = loop {
            links.push((binary_op(current.op), *current.right, span(current.range)));
            match *current.left {
                ast::Expr::BinOp(left) => current = left,
                other => break other,
            }
        };
        let first = self.expr(first);
        let rest = links
            .into_iter()
            .rev()
            .map(|(op, right, at)| (op, self.expr(right), at))
            .collect();
        Expr {
            span: whole,
            kind: ExprKind::Binary(Box::new(BinaryChain { first, rest })),
        }
    }

    fn call(&mut self, node: ast::ExprCall) -> ExprKind {
        let function = self.expr(*node.func);
        let arguments = self.arguments(node.arguments);
        ExprKind::Call(Box::new(Call {
            function,
            arguments,
        }))
    }

    /// Arguments in the order of the source, which the parser keeps in two
    /// lists.
    pub(super) fn arguments(&mut self, arguments: ast::Arguments) -> Vec<Argument> {
        let mut keywords = arguments.keywords.into_iter().peekable();
        let mut lowered = Vec::with_capacity(arguments.args.len() + keywords.len());
        for argument in arguments.args {
            while let Some(keyword) =
                keywords.next_if(|keyword| keyword.range.start() < argument.range().start())
            {
                lowered.push(self.keyword(keyword));
            }
            lowered.push(match argument {
                ast::Expr::Starred(star) => Argument::Star(self.expr(*star.value)),
                other => Argument::Positional(self.expr(other)),
            });
        }
        lowered.extend(keywords.map(|keyword| self.keyword(keyword)));
        lowered
    }

    fn keyword(&mut self, keyword: ast::Keyword) -> Argument {
        match &keyword.arg {
            // Unlike attributes, keyword names are not mangled.
            Some(name) => {
                let mut name = self.unmangled_ident(name);
                name.span = span(keyword.range);
                Argument::Keyword(name, self.expr(keyword.value))
            }
            None => Argument::DoubleStar(self.expr(keyword.value)),
        }
    }

    pub(super) fn params(&mut self, params: ast::Parameters) -> Params {
        Params {
            positional_only: params
                .posonlyargs
                .into_iter()
                .map(|p| self.param(p))
                .collect(),
            regular: params.args.into_iter().map(|p| self.param(p)).collect(),
            var_positional: params.vararg.map(|p| self.plain_param(*p, None)),
            keyword_only: params
                .kwonlyargs
                .into_iter()
                .map(|p| self.param(p))
                .collect(),
            var_keyword: params.kwarg.map(|p| self.plain_param(*p, None)),
        }
    }

    fn param(&mut self, param: ast::ParameterWithDefault) -> Param {
        self.plain_param(param.parameter, param.default)
    }

    fn plain_param(&mut self, param: ast::Parameter, default: Option<Box<ast::Expr>>) -> Param {
        Param {
            name: self.ident(&param.name),
            annotation: self.optional(param.annotation),
            default: self.optional(default),
        }
    }

    fn comprehension(
        &mut self,
        kind: ComprehensionKind,
        element: ast::Expr,
        value: Option<ast::Expr>,
        clauses: Vec<ast::Comprehension>,
    ) -> ExprKind {
        let scope = self.new_scope();
        if let ast::Expr::Starred(star) = &element {
            let message = "iterable unpacking cannot be used in comprehension";
            self.report(message, span(star.range));
        }
        let clauses = clauses
            .into_iter()
            .map(|clause| ForClause {
                is_async: clause.is_async,
                target: self.expr(clause.target),
                iter: self.expr(clause.iter),
                conditions: self.exprs(clause.ifs),
            })
            .collect();
        let element = self.expr(element);
        let value = value.map(|value| self.expr(value));
        ExprKind::Comprehension(Box::new(Comprehension {
            kind,
            element,
            value,
            clauses,
            scope,
        }))
    }

    #[inline(never)]
    pub(super) fn literal(&mut self, expr: &ast::Expr, at: Span) -> Constant {
        match expr {
            ast::Expr::StringLiteral(node) => {
                let parts = node.value.iter();
                let parts = parts.map(|part| self.with_surrogates(&part.value, part.range));
                Constant::Str(parts.collect::<String>().into())
            }
            ast::Expr::BytesLiteral(node) => Constant::Bytes(node.value.bytes().collect()),
            ast::Expr::BooleanLiteral(node) if node.value => Constant::True,
            ast::Expr::BooleanLiteral(_) => Constant::False,
            ast::Expr::EllipsisLiteral(_) => Constant::Ellipsis,
            ast::Expr::NumberLiteral(node) => match &node.value {
                ast::Number::Int(value) => match value.as_i64() {
                    Some(small) => Constant::Int(BigInt::from(small)),
                    None => self.big_int(at),
                },
                ast::Number::Float(value) => Constant::Float(*value),
                ast::Number::Complex { imag, .. } => Constant::Imaginary(*imag),
            },
            _ => Constant::None,
        }
    }

    fn big_int(&mut self, at: Span) -> Constant {
        let digits: String = self.text(at).chars().filter(|c| *c != '_').collect();
        let (radix, digits) = match digits.get(..2) {
            Some("0x" | "0X") => (16, digits.get(2..).unwrap_or("")),
            Some("0o" | "0O") => (8, digits.get(2..).unwrap_or("")),
            Some("0b" | "0B") => (2, digits.get(2..).unwrap_or("")),
            _ => (10, digits.as_str()),
        };
        let most = crate::number::int_text::most_digits();
        if radix == 10 && digits.len() > most {
            let message = format!(
                "Exceeds the limit ({most} digits) for integer string conversion: value has {} digits; \
                 use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
                 literals to avoid decimal conversion limits.",
                digits.len()
            );
            self.report(message, at);
            return Constant::None;
        }
        match BigInt::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => Constant::Int(value),
            None => {
                self.report("invalid decimal literal", at);
                Constant::None
            }
        }
    }
}

/// What an expression is called in messages about assignments.
fn describe(expr: &ast::Expr) -> Description {
    let (name, is_operand) = match expr {
        ast::Expr::BoolOp(_) => ("expression", false),
        ast::Expr::UnaryOp(node) => ("expression", node.op != ast::UnaryOp::Not),
        ast::Expr::BinOp(_) => ("expression", true),
        ast::Expr::Named(_) => ("named expression", true),
        ast::Expr::Lambda(_) => ("lambda", false),
        ast::Expr::If(_) => ("conditional expression", false),
        ast::Expr::Dict(_) => ("dict literal", true),
        ast::Expr::Set(_) => ("set display", true),
        ast::Expr::ListComp(_) => ("list comprehension", true),
        ast::Expr::SetComp(_) => ("set comprehension", true),
        ast::Expr::DictComp(_) => ("dict comprehension", true),
        ast::Expr::Generator(_) => ("generator expression", false),
        ast::Expr::Await(_) => ("await expression", true),
        ast::Expr::Yield(_) | ast::Expr::YieldFrom(_) => ("yield expression", false),
        ast::Expr::Compare(_) => ("comparison", false),
        ast::Expr::Call(_) => ("function call", true),
        ast::Expr::FString(_) => ("f-string expression", true),
        ast::Expr::TString(_) => ("t-string expression", true),
        ast::Expr::BooleanLiteral(node) if node.value => ("True", false),
        ast::Expr::BooleanLiteral(_) => ("False", false),
        ast::Expr::NoneLiteral(_) => ("None", false),
        ast::Expr::EllipsisLiteral(_) => ("ellipsis", true),
        ast::Expr::StringLiteral(_) | ast::Expr::BytesLiteral(_) | ast::Expr::NumberLiteral(_) => {
            ("literal", true)
        }
        ast::Expr::Attribute(_) => ("attribute", true),
        ast::Expr::Subscript(_) => ("subscript", true),
        ast::Expr::Starred(_) => ("starred", false),
        ast::Expr::Name(_) => ("name", false),
        ast::Expr::List(_) => ("list", false),
        ast::Expr::Tuple(_) => ("tuple", false),
        _ => ("expression", false),
    };
    Description { name, is_operand }
}

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Subtract,
        ast::Operator::Mult => BinaryOp::Multiply,
        ast::Operator::MatMult => BinaryOp::MatrixMultiply,
        ast::Operator::Div => BinaryOp::Divide,
        ast::Operator::Mod => BinaryOp::Modulo,
        ast::Operator::Pow => BinaryOp::Power,
        ast::Operator::LShift => BinaryOp::ShiftLeft,
        ast::Operator::RShift => BinaryOp::ShiftRight,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}

fn compare_op(op: ast::CmpOp) -> CompareOp {
    match op {
        ast::CmpOp::Eq => CompareOp::Equal,
        ast::CmpOp::NotEq => CompareOp::NotEqual,
        ast::CmpOp::Lt => CompareOp::Less,
        ast::CmpOp::LtE => CompareOp::LessEqual,
        ast::CmpOp::Gt => CompareOp::Greater,
        ast::CmpOp::GtE => CompareOp::GreaterEqual,
        ast::CmpOp::Is => CompareOp::Is,
        ast::CmpOp::IsNot => CompareOp::IsNot,
        ast::CmpOp::In => CompareOp::In,
        ast::CmpOp::NotIn => CompareOp::NotIn,
    }
}

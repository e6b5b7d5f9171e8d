//! Statements.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::super::tree::{
    Annotation, ClassDef, For, FunctionDef, Handler, Ident, ImportFrom, ImportedModule,
    ImportedName, MatchCase, Stmt, StmtKind, Try, TypeAlias, TypeParam, TypeParamKind, TypeParams,
    WithItem,
};
use super::expressions::binary_op;
use super::{Lowering, span};

impl Lowering<'_> {
    pub(super) fn block(&mut self, body: impl IntoIterator<Item = ast::Stmt>) -> Vec<Stmt> {
        body.into_iter()
            .map(|statement| self.statement(statement))
            .collect()
    }

    fn statement(&mut self, statement: ast::Stmt) -> Stmt {
        let span = span(statement.range());
        let kind = match statement {
            ast::Stmt::FunctionDef(node) => self.function(node),
            ast::Stmt::ClassDef(node) => self.class(node),
            ast::Stmt::If(node) => self.conditional(node),
            ast::Stmt::Try(node) => self.try_statement(node),
            ast::Stmt::Match(node) => StmtKind::Match {
                subject: self.expr(*node.subject),
                cases: node
                    .cases
                    .into_iter()
                    .map(|case| MatchCase {
                        pattern: self.pattern(case.pattern),
                        guard: self.optional(case.guard),
                        body: self.block(case.body),
                    })
                    .collect(),
            },
            ast::Stmt::For(node) => StmtKind::For(Box::new(For {
                is_async: node.is_async,
                target: self.expr(*node.target),
                iter: self.expr(*node.iter),
                body: self.block(node.body),
                orelse: self.block(node.orelse),
            })),
            ast::Stmt::While(node) => StmtKind::While {
                test: self.expr(*node.test),
                body: self.block(node.body),
                orelse: self.block(node.orelse),
            },
            ast::Stmt::With(node) => StmtKind::With {
                is_async: node.is_async,
                items: node
                    .items
                    .into_iter()
                    .map(|item| WithItem {
                        context: self.expr(item.context_expr),
                        target: self.optional(item.optional_vars),
                    })
                    .collect(),
                body: self.block(node.body),
            },
            other => self.simple_statement(other),
        };
        Stmt { span, kind }
    }

    #[inline(never)]
    fn simple_statement(&mut self, statement: ast::Stmt) -> StmtKind {
        match statement {
            ast::Stmt::Return(node) => StmtKind::Return(self.optional(node.value)),
            ast::Stmt::Delete(node) => StmtKind::Delete(self.exprs(node.targets)),
            ast::Stmt::TypeAlias(node) => self.type_alias(node),
            ast::Stmt::Assign(node) => StmtKind::Assign {
                targets: self.exprs(node.targets),
                value: self.expr(*node.value),
            },
            ast::Stmt::AugAssign(node) => StmtKind::AugAssign {
                target: self.expr(*node.target),
                op: binary_op(node.op),
                value: self.expr(*node.value),
            },
            ast::Stmt::AnnAssign(node) => StmtKind::AnnAssign {
                target: self.expr(*node.target),
                annotation: Annotation {
                    expr: self.expr(*node.annotation),
                },
                value: self.optional(node.value),
                simple: node.simple,
            },
            ast::Stmt::Raise(node) => StmtKind::Raise {
                exception: self.optional(node.exc),
                cause: self.optional(node.cause),
            },
            ast::Stmt::Assert(node) => StmtKind::Assert {
                test: self.expr(*node.test),
                message: self.optional(node.msg),
            },
            ast::Stmt::Import(node) => {
                StmtKind::Import(node.names.iter().map(|alias| self.import(alias)).collect())
            }
            ast::Stmt::ImportFrom(node) => self.import_from(&node),
            ast::Stmt::Global(node) => {
                StmtKind::Global(node.names.iter().map(|name| self.ident(name)).collect())
            }
            ast::Stmt::Nonlocal(node) => {
                StmtKind::Nonlocal(node.names.iter().map(|name| self.ident(name)).collect())
            }
            ast::Stmt::Expr(node) => StmtKind::Expr(self.expr(*node.value)),
            ast::Stmt::Break(_) => StmtKind::Break,
            ast::Stmt::Continue(_) => StmtKind::Continue,
            _ => StmtKind::Pass,
        }
    }

    fn function(&mut self, node: ast::StmtFunctionDef) -> StmtKind {
        let decorators = self.decorators(node.decorator_list);
        let name = self.name(node.name.as_str());
        let target = self.ident(&node.name);
        let type_params = self.type_params(node.type_params);
        let annotation_scope = self.new_scope();
        let params = self.params(*node.parameters);
        let returns = self.optional(node.returns);
        let scope = self.new_scope();
        let body = self.block(node.body);
        StmtKind::Function(Box::new(FunctionDef {
            name,
            target,
            is_async: node.is_async,
            decorators,
            type_params,
            params,
            returns,
            body,
            scope,
            annotation_scope,
        }))
    }

    fn class(&mut self, node: ast::StmtClassDef) -> StmtKind {
        let decorators = self.decorators(node.decorator_list);
        let name = self.name(node.name.as_str());
        let target = self.ident(&node.name);
        // Bases are evaluated outside of the class, but in the scope of its
        // type parameters, whose names are mangled with the class's name.
        let type_params = self.type_params(node.type_params);
        let arguments = node
            .arguments
            .map(|arguments| self.arguments(*arguments))
            .unwrap_or_default();
        let scope = self.new_scope();
        let annotation_scope = self.new_scope();
        self.classes.push(Rc::from(name.trim_start_matches('_')));
        let body = self.block(node.body);
        self.classes.pop();
        StmtKind::Class(Box::new(ClassDef {
            name,
            target,
            decorators,
            type_params,
            arguments,
            body,
            scope,
            annotation_scope,
        }))
    }

    fn decorators(
        &mut self,
        decorators: impl IntoIterator<Item = ast::Decorator>,
    ) -> Vec<super::super::tree::Expr> {
        decorators
            .into_iter()
            .map(|decorator| self.expr(decorator.expression))
            .collect()
    }

    fn type_alias(&mut self, node: ast::StmtTypeAlias) -> StmtKind {
        let at = span(node.name.range());
        let name = match *node.name {
            ast::Expr::Name(name) => self.mangled(name.id.as_str()),
            // Refused by the parser; nothing will be compiled.
            _ => self.name(""),
        };
        let type_params = self.type_params(node.type_params);
        let scope = self.new_scope();
        let value = self.expr(*node.value);
        let name = Ident { name, span: at };
        StmtKind::TypeAlias(Box::new(TypeAlias {
            name,
            type_params,
            value,
            scope,
        }))
    }

    fn type_params(&mut self, params: Option<Box<ast::TypeParams>>) -> Option<Box<TypeParams>> {
        let params = params?;
        let scope = self.new_scope();
        let params = params
            .type_params
            .into_iter()
            .map(|param| {
                let (kind, name, bound, default) = match param {
                    ast::TypeParam::TypeVar(node) => {
                        (TypeParamKind::TypeVar, node.name, node.bound, node.default)
                    }
                    ast::TypeParam::TypeVarTuple(node) => {
                        (TypeParamKind::TypeVarTuple, node.name, None, node.default)
                    }
                    ast::TypeParam::ParamSpec(node) => {
                        (TypeParamKind::ParamSpec, node.name, None, node.default)
                    }
                };
                TypeParam {
                    name: self.ident(&name),
                    kind,
                    bound: bound.map(|bound| (self.expr(*bound), self.new_scope())),
                    default: default.map(|default| (self.expr(*default), self.new_scope())),
                }
            })
            .collect();
        Some(Box::new(TypeParams { params, scope }))
    }

    fn conditional(&mut self, node: ast::StmtIf) -> StmtKind {
        let mut branches = vec![(self.expr(*node.test), self.block(node.body))];
        let mut orelse = Vec::new();
        for clause in node.elif_else_clauses {
            let body = self.block(clause.body);
            match clause.test {
                Some(test) => branches.push((self.expr(test), body)),
                None => orelse = body,
            }
        }
        StmtKind::If { branches, orelse }
    }

    fn try_statement(&mut self, node: ast::StmtTry) -> StmtKind {
        StmtKind::Try(Box::new(Try {
            body: self.block(node.body),
            handlers: node
                .handlers
                .into_iter()
                .map(|handler| {
                    let ast::ExceptHandler::ExceptHandler(handler) = handler;
                    Handler {
                        span: span(handler.range),
                        class: self.optional(handler.type_),
                        name: handler.name.as_ref().map(|name| self.ident(name)),
                        body: self.block(handler.body),
                    }
                })
                .collect(),
            is_star: node.is_star,
            orelse: self.block(node.orelse),
            finalbody: self.block(node.finalbody),
        }))
    }

    fn import(&mut self, alias: &ast::Alias) -> ImportedModule {
        let module = self.name(alias.name.as_str());
        let as_name = alias.asname.as_ref().map(|name| self.ident(name));
        let binds = match &as_name {
            Some(name) => name.clone(),
            None => {
                let first = module.split('.').next().unwrap_or_default();
                Ident {
                    name: self.mangled(first),
                    span: span(alias.range),
                }
            }
        };
        ImportedModule {
            module,
            alias: as_name,
            binds,
        }
    }

    fn import_from(&mut self, node: &ast::StmtImportFrom) -> StmtKind {
        let star = node.names.iter().any(|alias| alias.name.as_str() == "*");
        let names = (!star).then(|| {
            node.names
                .iter()
                .map(|alias| ImportedName {
                    name: self.name(alias.name.as_str()),
                    binds: match &alias.asname {
                        Some(name) => self.ident(name),
                        None => self.ident(&alias.name),
                    },
                    span: span(alias.range),
                })
                .collect()
        });
        StmtKind::ImportFrom(Box::new(ImportFrom {
            module: node
                .module
                .as_ref()
                .map(|module| self.name(module.as_str())),
            level: node.level,
            names,
        }))
    }
}

"""The classes of trees, made from a table of their fields.

`?` marks a field that may be None, `*` a list. Positions are lines from 1 and
columns from 0, counted in bytes of UTF-8.
"""

_TABLE = '''
mod
 Module body* type_ignores*
 Interactive body*
 Expression body
 FunctionType argtypes* returns
stmt @
 FunctionDef name args body* decorator_list* returns? type_comment? type_params*
 AsyncFunctionDef name args body* decorator_list* returns? type_comment? type_params*
 ClassDef name bases* keywords* body* decorator_list* type_params*
 Return value?
 Delete targets*
 Assign targets* value type_comment?
 TypeAlias name type_params* value
 AugAssign target op value
 AnnAssign target annotation value? simple
 For target iter body* orelse* type_comment?
 AsyncFor target iter body* orelse* type_comment?
 While test body* orelse*
 If test body* orelse*
 With items* body* type_comment?
 AsyncWith items* body* type_comment?
 Match subject cases*
 Raise exc? cause?
 Try body* handlers* orelse* finalbody*
 TryStar body* handlers* orelse* finalbody*
 Assert test msg?
 Import names*
 ImportFrom module? names* level?
 Global names*
 Nonlocal names*
 Expr value
 Pass
 Break
 Continue
expr @
 BoolOp op values*
 NamedExpr target value
 BinOp left op right
 UnaryOp op operand
 Lambda args body
 IfExp test body orelse
 Dict keys* values*
 Set elts*
 ListComp elt generators*
 SetComp elt generators*
 DictComp key value generators*
 GeneratorExp elt generators*
 Await value
 Yield value?
 YieldFrom value
 Compare left ops* comparators*
 Call func args* keywords*
 FormattedValue value conversion format_spec?
 JoinedStr values*
 Constant value kind?
 Attribute value attr ctx
 Subscript value slice ctx
 Starred value ctx
 Name id ctx
 List elts* ctx
 Tuple elts* ctx
 Slice lower? upper? step?
expr_context
 Load
 Store
 Del
boolop
 And
 Or
operator
 Add
 Sub
 Mult
 MatMult
 Div
 Mod
 Pow
 LShift
 RShift
 BitOr
 BitXor
 BitAnd
 FloorDiv
unaryop
 Invert
 Not
 UAdd
 USub
cmpop
 Eq
 NotEq
 Lt
 LtE
 Gt
 GtE
 Is
 IsNot
 In
 NotIn
comprehension target iter ifs* is_async
excepthandler @
 ExceptHandler type? name? body*
arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*
arg @ arg annotation? type_comment?
keyword @ arg? value
alias @ name asname?
withitem context_expr optional_vars?
match_case pattern guard? body*
pattern @
 MatchValue value
 MatchSingleton value
 MatchSequence patterns*
 MatchMapping keys* patterns* rest?
 MatchClass cls patterns* kwd_attrs* kwd_patterns*
 MatchStar name?
 MatchAs pattern? name?
 MatchOr patterns*
type_ignore
 TypeIgnore lineno tag
type_param @
 TypeVar name bound? default_value?
 ParamSpec name default_value?
 TypeVarTuple name default_value?
'''
_PLACES = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


class AST:
    """The base of all nodes; takes the fields in order or by name."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            count = len(fields)
            raise TypeError(
                f'{type(self).__name__} constructor takes at most {count} '
                f'positional argument{"" if count == 1 else "s"}')
        for name, value in zip(fields, args):
            if name in kwargs:
                raise TypeError(f'{type(self).__name__} got multiple values '
                                f'for argument {name!r}')
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


def _class(name, base, words):
    places = words[:1] == ['@']
    words = words[places:]
    names = tuple(word.rstrip('?*') for word in words)
    body = {'__module__': 'ast', '_fields': names, '__match_args__': names}
    if places:
        body['_attributes'] = _PLACES
        body.update(dict.fromkeys(_PLACES[2:]))
    for word in words:
        if word.endswith('?'):
            body[word[:-1]] = None
    # Only made by newer syntax, so that nodes of the old one need not have it.
    if 'type_params*' in words and name != 'TypeAlias':
        body['type_params'] = ()
    return type(name, (base,), body)


def _make(namespace):
    base = AST
    for line in _TABLE.strip().splitlines():
        name, *words = line.split()
        inner = line.startswith(' ')
        made = namespace[name] = _class(name, base if inner else AST, words)
        if not inner:
            base = made
        yield name


AST.__module__ = 'ast'
__all__ = ['AST', *_make(globals())]

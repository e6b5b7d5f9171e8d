"""Trees of source: made from text, gone through, and written as text again."""

import re

from . import _nodes, _walk
from ._literal import literal_eval
from ._nodes import *
from ._nodes import AST
from ._old_names import (Bytes, Ellipsis, ExtSlice, Index, NameConstant, Num,
                         Str)
from ._unparse import unparse
from ._walk import *

# Errors that are found only when a tree is compiled.
_ABOUT_MEANING = re.compile(
    'outside|async generator|global|nonlocal|duplicate argument|module level|'
    '(?:more than one|multiple) .* in assignment|from __future__|'
    'future feature|not properly in loop|bind different names|unreachable|'
    "can't use starred|must be in a list or tuple|must be last|"
    'duplicate key|name repeated|multiple assignments to name|'
    'assignment expression (?:cannot|within)|__debug__|argument repeated|'
    'inside async function')

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000

__all__ = [*_nodes.__all__, *_walk.__all__, 'PyCF_ALLOW_TOP_LEVEL_AWAIT',
           'PyCF_ONLY_AST', 'PyCF_TYPE_COMMENTS', 'literal_eval', 'parse',
           'unparse']


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False,
          feature_version=None):
    """The tree of a text; SyntaxError for what is no Python."""
    if isinstance(source, AST):
        return source
    try:
        compile(source, filename, mode, PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as problem:
        if not _ABOUT_MEANING.search(problem.msg):
            raise
    if not isinstance(source, str):
        source = bytes(source).decode('utf-8-sig')
    from ._parser import parse_text
    return parse_text(source, mode)


def _source_of(tree, mode):
    """The text that `compile` compiles in the place of a tree."""
    wanted = {'exec': _nodes.Module, 'eval': _nodes.Expression,
              'single': _nodes.Interactive}.get(mode)
    if not isinstance(tree, AST):
        raise TypeError('compile() arg 1 must be a string, bytes or AST '
                        'object')
    if wanted is not None and not isinstance(tree, wanted):
        raise TypeError(f'expected {wanted.__name__} node, got '
                        f'{type(tree).__name__}')
    for node in walk(tree):
        for name in node._attributes[:2]:
            if not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from '
                                f'{node._attributes and _base(node)}')
    from ._unparse import unparse_in_place
    return unparse_in_place(tree)


def _base(node):
    return next(kind.__name__ for kind in type(node).__mro__[::-1][2:])

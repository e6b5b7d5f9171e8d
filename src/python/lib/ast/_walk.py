"""Going through trees, and showing them."""

from collections import deque

from ._nodes import AST, AsyncFunctionDef, ClassDef, Constant, Expr, \
    FunctionDef, Module, TypeIgnore, expr, stmt

__all__ = ['NodeTransformer', 'NodeVisitor', 'copy_location', 'dump',
           'fix_missing_locations', 'get_docstring', 'get_source_segment',
           'increment_lineno', 'iter_child_nodes', 'iter_fields', 'walk']


def iter_fields(node):
    """The fields that a node has: names and values."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below a node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, (list, tuple)):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """A node and all below it, the upper ones first."""
    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The text of a tree, for people and for comparing."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def between(level):
        return ', ' if indent is None else ',\n' + indent * level

    def begin(level):
        return '' if indent is None else '\n' + indent * level

    def show(value, level):
        """The text, and whether it has no parts of its own."""
        level += 1
        if isinstance(value, list):
            if not value:
                return '[]', True
            parts = [show(item, level)[0] for item in value]
            return f'[{begin(level)}{between(level).join(parts)}]', False
        if not isinstance(value, AST):
            return repr(value), True
        kind = type(value)
        parts = []
        simple = True
        names = annotate_fields
        for name in value._fields:
            try:
                item = getattr(value, name)
            except AttributeError:
                names = True
                continue
            if item is None and getattr(kind, name, ...) is None \
                    or name == 'type_params' and not item:
                names = True
                continue
            text, plain = show(item, level)
            simple = simple and plain
            parts.append(f'{name}={text}' if names else text)
        if include_attributes:
            for name in value._attributes:
                item = getattr(value, name, None)
                if item is None and getattr(kind, name, ...) is None \
                        or not hasattr(value, name):
                    continue
                text, plain = show(item, level)
                simple = simple and plain
                parts.append(f'{name}={text}')
        if simple and len(parts) <= 3:
            return f'{kind.__name__}({", ".join(parts)})', not parts
        return (f'{kind.__name__}({begin(level)}'
                f'{between(level).join(parts)})'), False
    return show(node, 0)[0]


def copy_location(new_node, old_node):
    """Gives a node the place of another one."""
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name)
                                     and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node above."""
    def fix(node, places):
        if node._attributes:
            places = dict(places)
            for name in places:
                value = getattr(node, name, None)
                if value is None:
                    setattr(node, name, places[name])
                else:
                    places[name] = value
        for child in iter_child_nodes(node):
            fix(child, places)
    fix(node, {'lineno': 1, 'col_offset': 0, 'end_lineno': 1,
               'end_col_offset': 0})
    return node


def increment_lineno(node, n=1):
    """Moves a tree down by so many lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore) or 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
            if getattr(child, 'end_lineno', None) is not None:
                child.end_lineno += n
    return node


def get_docstring(node, clean=True):
    """The docstring of a module, class or function; None without one."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f'{type(node).__name__!r} can\'t have docstrings')
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if not clean:
        return value.value
    import inspect
    return inspect.cleandoc(value.value)


def get_source_segment(source, node, *, padded=False):
    """The text that a node was made of; None if it has no place."""
    try:
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except (AttributeError, TypeError):
        return None
    if end is None:
        return None
    lines = source.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    lines = [line.encode() + b'\n' for line in lines[first:last + 1]]
    lines[-1] = lines[-1][:end]
    before = lines[0][:start].decode()
    lines[0] = lines[0][start:]
    text = b''.join(lines).decode()
    if padded and last > first:
        text = ''.join(c if c in '\t\f' else ' ' for c in before) + text
    return text


class NodeVisitor:
    """Goes through a tree and calls `visit_X` for each node of class X."""

    def visit(self, node):
        method = getattr(self, 'visit_' + type(node).__name__,
                         self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        """What is done for classes without a method: the nodes below."""
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        import warnings
        value = node.value
        names = {int: 'Num', float: 'Num', complex: 'Num', str: 'Str',
                 bytes: 'Bytes', type(...): 'Ellipsis'}
        name = names.get(type(value), 'NameConstant')
        method = getattr(self, 'visit_' + name, None)
        if method is not None:
            warnings.warn(f'visit_{name} is deprecated; add visit_Constant',
                          DeprecationWarning, 2)
            return method(node)
        return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
    """Puts what the methods return in the place of the nodes.

    None takes the node out; a list takes the place of a statement.
    """

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

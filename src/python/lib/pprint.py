"""Printing data so that it can be read."""

__all__ = ['PrettyPrinter', 'isreadable', 'isrecursive', 'pformat', 'pp',
           'pprint', 'saferepr']

import sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *,
           compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints data, broken into lines where one is not enough."""
    PrettyPrinter(indent, width, depth, stream, compact=compact,
                  sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False,
            sort_dicts=True, underscore_numbers=False):
    """The text that `pprint` would print."""
    return PrettyPrinter(indent, width, depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers
                         ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """`pprint` with dictionaries in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr on one line; what holds itself is named instead."""
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval of the text would give the data again."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether the data hold themselves."""
    return PrettyPrinter().isrecursive(object)


def _order(item):
    """A key by which anything can be sorted: what is comparable as usual."""
    return _Rank(item)


class _Rank:
    """Compares as its object does; if that is impossible, by type and id."""

    __slots__ = ('item',)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        try:
            return self.item < other.item
        except TypeError:
            return ((str(type(self.item)), id(self.item))
                    < (str(type(other.item)), id(other.item)))


class PrettyPrinter:
    """Prints with the same settings again and again."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *,
                 compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = int(indent)
        self._width = int(width)
        self._depth = depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        """Prints it."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        """The text."""
        parts = []
        self._write(object, parts, 0, 0, {}, 0)
        return ''.join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    # On one line.

    def format(self, object, context, maxlevels, level):
        """The text on one line, whether it is readable, whether recursive."""
        cls = type(object)
        if cls is int and self._underscores:
            return f'{object:_d}', True, False
        if cls in (str, int, float, bool, type(None), bytes, complex):
            return repr(object), True, False
        is_dict = isinstance(object, dict) and (
            cls.__repr__ is dict.__repr__)
        is_items = isinstance(object, (list, tuple)) and (
            cls.__repr__ in (list.__repr__, tuple.__repr__))
        if not is_dict and not is_items:
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return repr(object), True, False
        opening, closing = (
            ('{', '}') if is_dict else
            ('[', ']') if isinstance(object, list) else
            ('(', ',)' if len(object) == 1 else ')'))
        if maxlevels and level >= maxlevels:
            return f'{opening}...{closing}', False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        parts, readable, recursive = [], True, False
        for item in self._pairs(object) if is_dict else object:
            texts = []
            for one in item if is_dict else (item,):
                text, is_readable, is_recursive = self.format(
                    one, context.copy(), maxlevels, level + 1)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(': '.join(texts))
        del context[id(object)]
        return f'{opening}{", ".join(parts)}{closing}', readable, recursive

    def _pairs(self, mapping):
        if self._sort_dicts:
            return sorted(mapping.items(),
                          key=lambda pair: (_order(pair[0]), _order(pair[1])))
        return mapping.items()

    # On several lines.

    def _write(self, object, out, column, allowance, context, level):
        """Adds the text at `column`; `allowance` characters follow it."""
        level += 1
        if id(object) in context:
            out.append(_recursion(object))
            return
        text = self.format(object, context.copy(), self._depth, level - 1)[0]
        if len(text) > self._width - column - allowance:
            write = self._writer_of(object)
            if write is not None:
                context[id(object)] = 1
                write(object, out, column, allowance, context, level)
                del context[id(object)]
                return
        out.append(text)

    def _writer_of(self, object):
        method = type(object).__repr__
        for base, writer in (
                (dict, self._write_dict), (list, self._write_list),
                (tuple, self._write_tuple), (set, self._write_set),
                (frozenset, self._write_set), (str, self._write_text),
                (bytes, self._write_bytes),
                (bytearray, self._write_bytearray)):
            if method is base.__repr__:
                return writer
        if _is_dataclass(object):
            return self._write_dataclass
        import collections
        if method is collections.deque.__repr__:
            return self._write_deque
        if method is collections.OrderedDict.__repr__:
            return self._write_ordered
        if method is collections.defaultdict.__repr__:
            return self._write_default
        if isinstance(object, collections.Counter):
            return self._write_counter
        if method is collections.ChainMap.__repr__:
            return self._write_chain
        if method in (collections.UserDict.__repr__,
                      collections.UserList.__repr__,
                      collections.UserString.__repr__):
            return self._write_data
        import types
        if isinstance(object, types.MappingProxyType):
            return self._write_proxy
        if isinstance(object, types.SimpleNamespace):
            return self._write_namespace
        return None

    def _write_data(self, object, out, column, allowance, context, level):
        """What a class of the program's own is a shell around."""
        self._write(object.data, out, column, allowance, context, level - 1)

    def _write_dict(self, object, out, column, allowance, context, level):
        out.append('{')
        if self._indent > 1:
            out.append(' ' * (self._indent - 1))
        if object:
            self._write_pairs(self._pairs(object), out, column,
                              allowance + 1, context, level)
        out.append('}')

    def _write_pairs(self, pairs, out, column, allowance, context, level):
        column += self._indent
        pairs = list(pairs)
        for index, (key, value) in enumerate(pairs):
            last = index == len(pairs) - 1
            name = self.format(key, context.copy(), self._depth, level)[0]
            out.append(f'{name}: ')
            self._write(value, out, column + len(name) + 2,
                        allowance if last else 1, context, level)
            if not last:
                out.append(',\n' + ' ' * column)

    def _write_list(self, object, out, column, allowance, context, level):
        out.append('[')
        self._write_items(object, out, column, allowance + 1, context, level)
        out.append(']')

    def _write_tuple(self, object, out, column, allowance, context, level):
        closing = ',)' if len(object) == 1 else ')'
        out.append('(')
        self._write_items(object, out, column, allowance + len(closing),
                          context, level)
        out.append(closing)

    def _write_set(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        if type(object) is set:
            opening, closing = '{', '}'
        else:
            name = type(object).__name__
            opening, closing = name + '({', '})'
            column += len(name) + 1
        out.append(opening)
        self._write_items(sorted(object, key=_order), out, column,
                          allowance + len(closing), context, level)
        out.append(closing)

    def _write_items(self, items, out, column, allowance, context, level):
        column += self._indent
        if self._indent > 1:
            out.append(' ' * (self._indent - 1))
        items = list(items)
        separator = ''
        space = full = self._width - column + 1
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                space -= allowance
                full -= allowance
            if self._compact:
                text = self.format(item, context.copy(), self._depth,
                                   level)[0]
                need = len(text) + 2
                if space < need:
                    space = full
                    if separator:
                        separator = ',\n' + ' ' * column
                if space >= need:
                    space -= need
                    out.append(separator + text)
                    separator = ', '
                    continue
            out.append(separator)
            separator = ',\n' + ' ' * column
            self._write(item, out, column, allowance if last else 1, context,
                        level)

    def _write_text(self, object, out, column, allowance, context, level):
        """A long text in parts, broken at blanks and line ends."""
        if not object:
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            column += 1
            allowance += 1
        width = rest = self._width - column
        shown = ''
        for index, line in enumerate(lines):
            shown = repr(line)
            if index == len(lines) - 1:
                rest -= allowance
            if len(shown) <= rest:
                chunks.append(shown)
                continue
            words = _words(line)
            current = ''
            for number, word in enumerate(words):
                longer = current + word
                limit = width
                if number == len(words) - 1 and index == len(lines) - 1:
                    limit -= allowance
                if len(repr(longer)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(shown)
            return
        if level == 1:
            out.append('(')
        out.append(('\n' + ' ' * column).join(chunks))
        if level == 1:
            out.append(')')

    def _write_bytearray(self, object, out, column, allowance, context, level):
        out.append('bytearray(')
        self._write_bytes(bytes(object), out, column + 10, allowance + 1,
                          context, level + 1)
        out.append(')')

    def _write_bytes(self, object, out, column, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        in_brackets = level == 1
        if in_brackets:
            column += 1
            allowance += 1
            out.append('(')
        separator = ''
        width = self._width - column
        current = b''
        last = len(object) // 4 * 4
        for start in range(0, len(object), 4):
            part = object[start:start + 4]
            if start == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    out.append(separator + repr(current))
                    separator = '\n' + ' ' * column
                current = part
            else:
                current += part
        if current:
            out.append(separator + repr(current))
        if in_brackets:
            out.append(')')

    def _write_call(self, name, write, content, out, column, allowance,
                    context, level):
        out.append(name + '(')
        write(content, out, column + len(name) + 1, allowance + 1, context,
              level)
        out.append(')')

    def _write_deque(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '(')
        column += len(name) + 1
        if object.maxlen is None:
            self._write_list(list(object), out, column, allowance + 1,
                             context, level)
            out.append(')')
        else:
            self._write_list(list(object), out, column, 2, context, level)
            ending = repr(object.maxlen)
            out.append(f',\n{" " * column}maxlen={ending})')

    def _write_ordered(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        self._write_call(type(object).__name__, self._write_list,
                         list(object.items()), out, column, allowance,
                         context, level)

    def _write_default(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        factory = self.format(object.default_factory, context.copy(),
                              self._depth, level)[0]
        name = type(object).__name__
        column += len(name) + 1
        out.append(f'{name}({factory},\n{" " * column}')
        self._write_dict(object, out, column, allowance + 1, context, level)
        out.append(')')

    def _write_chain(self, object, out, column, allowance, context, level):
        name = type(object).__name__
        out.append(name + '(')
        column += len(name) + 1
        for index, mapping in enumerate(object.maps):
            last = index == len(object.maps) - 1
            self._write(mapping, out, column, allowance + 1 if last else 1,
                        context, level)
            out.append(')' if last else ',\n' + ' ' * column)

    def _write_proxy(self, object, out, column, allowance, context, level):
        self._write_call('mappingproxy', self._write, object.copy(), out,
                         column, allowance, context, level)

    def _write_counter(self, object, out, column, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + '({')
        if self._indent > 1:
            out.append(' ' * (self._indent - 1))
        self._write_pairs(object.most_common(), out, column + len(name) + 1,
                          allowance + 2, context, level)
        out.append('})')

    def _write_fields(self, name, fields, out, column, allowance, context,
                      level):
        out.append(name + '(')
        column += len(name) + 1
        for index, (key, value) in enumerate(fields):
            last = index == len(fields) - 1
            out.append(f'{key}=')
            if id(value) in context:
                out.append('...')
            else:
                self._write(value, out, column + len(key) + 1,
                            allowance if last else 1, context, level)
            if not last:
                out.append(',\n' + ' ' * column)
        out.append(')')

    def _write_namespace(self, object, out, column, allowance, context,
                         level):
        name = type(object).__name__
        if name == 'SimpleNamespace':
            name = 'namespace'
        self._write_fields(name, list(object.__dict__.items()), out, column,
                           allowance, context, level)

    def _write_dataclass(self, object, out, column, allowance, context,
                         level):
        import dataclasses
        fields = [(f.name, getattr(object, f.name))
                  for f in dataclasses.fields(object) if f.repr]
        self._write_fields(type(object).__name__, fields, out, column,
                           allowance, context, level)


def _words(line):
    """The line in pieces, each a word with the blanks behind it."""
    words = []
    start = at = 0
    while at < len(line):
        while at < len(line) and not line[at].isspace():
            at += 1
        while at < len(line) and line[at].isspace():
            at += 1
        words.append(line[start:at])
        start = at
    return words


def _is_dataclass(object):
    """Whether it has a repr made by dataclasses."""
    method = type(object).__repr__
    return (hasattr(type(object), '__dataclass_fields__')
            and getattr(getattr(method, '__wrapped__', None), '__module__', '')
            == 'dataclasses')


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'

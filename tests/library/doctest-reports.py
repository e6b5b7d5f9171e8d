"""Module.

>>> add(1, 2)
3
>>> add(1, 1)
3
"""
import doctest
import re
import io
import contextlib


def add(a, b):
    """Adds.

    >>> add(2, 3)
    5
    >>> add('a', 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return a + b


class Box:
    """
    >>> Box(3)
    Box(3)
    >>> Box([1, 2,   3])  # doctest: +NORMALIZE_WHITESPACE
    Box([1,  2,
        3])
    >>> object()  # doctest: +ELLIPSIS
    <object object at 0x...>
    """

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f'Box({self.value!r})'

    def double(self):
        """
        >>> Box(2).double()
        Box(5)
        >>> 1 / 0  # doctest: +SKIP
        """
        return Box(self.value * 2)


report = io.StringIO()
with contextlib.redirect_stdout(report):
    results = doctest.testmod()
print(re.sub('File ".*"', 'File "..."', report.getvalue()))
print(results)
for name, text in [('x', '>>> 1 + 1\n2\n>>> print(5)\n6\n'), ('y', 'no examples')]:
    parts = doctest.DocTestParser().parse(text)
    print([p if isinstance(p, str) else (p.source, p.want, p.lineno) for p in parts])
print(doctest.OutputChecker().check_output('a...z\n', 'abcz\n', doctest.ELLIPSIS))
__file__ = 'here.py'
doctest.run_docstring_examples(add, globals(), verbose=True, name='add')

"""The formats of `diff -u` and `diff -c`."""

from ._matcher import SequenceMatcher


def _check(a, b, *arguments):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not '
                            f'{type(lines[0]).__name__} ({lines[0]!r})')
    for argument in arguments:
        if not isinstance(argument, str):
            raise TypeError('all arguments must be str, not: '
                            f'{argument!r}')


def _dated(name, date):
    return f'{name}\t{date}' if date else name


def _range_unified(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f'{start + 1 if length else start},{length}'


def _range_context(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return str(first) if length <= 1 else f'{first},{first + length - 1}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='',
                 tofiledate='', n=3, lineterm='\n'):
    """Lines in the format of `diff -u`."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'--- {_dated(fromfile, fromfiledate)}{lineterm}'
            yield f'+++ {_dated(tofile, tofiledate)}{lineterm}'
        old = _range_unified(group[0][1], group[-1][2])
        new = _range_unified(group[0][3], group[-1][4])
        yield f'@@ -{old} +{new} @@{lineterm}'
        for what, i1, i2, j1, j2 in group:
            if what == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if what != 'insert':
                for line in a[i1:i2]:
                    yield '-' + line
            if what != 'delete':
                for line in b[j1:j2]:
                    yield '+' + line


def context_diff(a, b, fromfile='', tofile='', fromfiledate='',
                 tofiledate='', n=3, lineterm='\n'):
    """Lines in the format of `diff -c`."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'*** {_dated(fromfile, fromfiledate)}{lineterm}'
            yield f'--- {_dated(tofile, tofiledate)}{lineterm}'
        yield '***************' + lineterm
        kinds = {code[0] for code in group}
        old = _range_context(group[0][1], group[-1][2])
        yield f'*** {old} ****{lineterm}'
        if kinds & {'replace', 'delete'}:
            for what, i1, i2, _, _ in group:
                if what != 'insert':
                    for line in a[i1:i2]:
                        yield marks[what] + line
        new = _range_context(group[0][3], group[-1][4])
        yield f'--- {new} ----{lineterm}'
        if kinds & {'replace', 'insert'}:
            for what, _, _, j1, j2 in group:
                if what != 'delete':
                    for line in b[j1:j2]:
                        yield marks[what] + line


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'',
               tofiledate=b'', n=3, lineterm=b'\n'):
    """Compares lines of bytes by a function for lines of text."""
    def decoded(data):
        try:
            return data.decode('latin-1')
        except AttributeError as problem:
            raise TypeError('all arguments must be bytes, not '
                            f'{type(data).__name__} ({data!r})') from problem

    lines = dfunc([decoded(line) for line in a], [decoded(line) for line in b],
                  decoded(fromfile), decoded(tofile), decoded(fromfiledate),
                  decoded(tofiledate), n, decoded(lineterm))
    for line in lines:
        yield line.encode('latin-1')

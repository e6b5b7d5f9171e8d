"""What happens to what an encoding cannot express.

A handler is given the error and returns what to put in the place, and where
to go on.
"""

from functools import partial


def strict_errors(exception):
    """Raises it."""
    if isinstance(exception, Exception):
        raise exception
    raise TypeError('codec must pass exception instance')


def _bad(exception):
    raise TypeError("don't know how to handle "
                    f'{type(exception).__name__} in error callback')


def ignore_errors(exception):
    """Leaves it out."""
    if not isinstance(exception, UnicodeError):
        _bad(exception)
    return '', exception.end


def replace_errors(exception):
    """Puts `?` or U+FFFD in the place."""
    count = exception.end - exception.start
    if isinstance(exception, UnicodeEncodeError):
        return '?' * count, exception.end
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    if isinstance(exception, UnicodeTranslateError):
        return '\ufffd' * count, exception.end
    _bad(exception)


def _escape(code):
    if isinstance(code, str):
        code = ord(code)
        if code > 0xffff:
            return f'\\U{code:08x}'
        if code > 0xff:
            return f'\\u{code:04x}'
    return f'\\x{code:02x}'


def _part(exception):
    return exception.object[exception.start:exception.end]


def backslashreplace_errors(exception):
    """Puts an escape of a string literal in the place."""
    if not isinstance(exception, UnicodeError):
        _bad(exception)
    return ''.join(map(_escape, _part(exception))), exception.end


def xmlcharrefreplace_errors(exception):
    """Puts `&#233;` in the place."""
    if not isinstance(exception, UnicodeEncodeError):
        _bad(exception)
    return (''.join([f'&#{ord(sign)};' for sign in _part(exception)]),
            exception.end)


def namereplace_errors(exception):
    """Puts `\\N{...}` in the place."""
    if not isinstance(exception, UnicodeEncodeError):
        _bad(exception)
    import unicodedata
    out = ''
    for sign in _part(exception):
        name = unicodedata.name(sign, None)
        out += _escape(sign) if name is None else f'\\N{{{name}}}'
    return out, exception.end


def surrogateescape_errors(exception):
    """Puts a lone surrogate for a byte, and the byte for it."""
    if isinstance(exception, UnicodeEncodeError):
        codes = [ord(sign) for sign in _part(exception)]
        if not all(0xdc80 <= code <= 0xdcff for code in codes):
            raise exception
        return bytes([code & 0xff for code in codes]), exception.end
    if isinstance(exception, UnicodeDecodeError):
        out = ''
        for byte in _part(exception)[:4]:
            if byte < 128:
                break
            out += chr(0xdc00 + byte)
        if not out:
            raise exception
        return out, exception.start + len(out)
    _bad(exception)


def surrogatepass_errors(exception):
    """Lets lone surrogates through, in the encodings of Unicode."""
    if not isinstance(exception, UnicodeEncodeError | UnicodeDecodeError):
        _bad(exception)
    if not exception.encoding.lower().startswith(('utf', 'cp65001')):
        raise exception
    if isinstance(exception, UnicodeEncodeError):
        try:
            new = _part(exception).encode(exception.encoding, 'surrogatepass')
        except UnicodeEncodeError:
            raise exception from None
        return new, exception.end
    width = 2 if '16' in exception.encoding else 4 if '32' in (
        exception.encoding) else 3
    start = exception.start
    part = exception.object[start:start + width]
    try:
        return part.decode(exception.encoding, 'surrogatepass'), start + width
    except UnicodeDecodeError:
        raise exception from None


_handlers = {
    'strict': strict_errors, 'ignore': ignore_errors,
    'replace': replace_errors, 'backslashreplace': backslashreplace_errors,
    'xmlcharrefreplace': xmlcharrefreplace_errors,
    'namereplace': namereplace_errors, 'surrogateescape': surrogateescape_errors,
    'surrogatepass': surrogatepass_errors}


def register_error(name, handler, /):
    """Names a handler of one's own."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[name] = handler


def lookup_error(name, /):
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f'unknown error handler name {name!r}') from None


def encode_with(encode, text, errors):
    """Encodes with a handler that the machine does not know.

    `encode` takes text alone and is strict.
    """
    out = bytearray()
    start = 0
    while True:
        try:
            return bytes(out + encode(text[start:]))
        except UnicodeEncodeError as problem:
            good = text[start:start + problem.start]
            problem = UnicodeEncodeError(
                problem.encoding, text, start + problem.start,
                start + problem.end, problem.reason)
            new, start = _handled(problem, errors)
            out += encode(good)
            if problem.encoding in ('utf-16', 'utf-32'):
                # One byte order mark is enough.
                encode = partial(str.encode, encoding=problem.encoding + '-le')
            out += new if isinstance(new, bytes) else encode(new)


def decode_with(decode, data, errors):
    """Decodes with a handler that the machine does not know."""
    out = ''
    start = 0
    while True:
        try:
            return out + decode(data[start:])
        except UnicodeDecodeError as problem:
            good = data[start:start + problem.start]
            problem = UnicodeDecodeError(
                problem.encoding, data, start + problem.start,
                start + problem.end, problem.reason)
            new, start = _handled(problem, errors)
            out += decode(good) + new


def _handled(problem, errors):
    answer = lookup_error(errors)(problem)
    encoding = isinstance(problem, UnicodeEncodeError)
    if (not isinstance(answer, tuple) or len(answer) != 2
            or not isinstance(answer[1], int)
            or not isinstance(answer[0], (str, bytes) if encoding else str)):
        kind = 'encoding' if encoding else 'decoding'
        what = '(str/bytes, int)' if encoding else '(str, int)'
        raise TypeError(f'{kind} error handler must return {what} tuple')
    new, at = answer
    size = len(problem.object)
    if at < 0:
        at += size
    if not 0 <= at <= size:
        raise IndexError(f'position {answer[1]} from error handler out of '
                         'bounds')
    return new, at

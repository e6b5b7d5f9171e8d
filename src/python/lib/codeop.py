"""Whether a text is a whole statement, the beginning of one, or wrong."""

__all__ = ['CommandCompiler', 'Compile', 'compile_command']

import __future__
import warnings

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _is_open(error, source):
    """Whether more text could mend it."""
    message = error.msg or ''
    if message.startswith('unterminated triple-quoted'):
        return True
    if message.endswith('was never closed'):
        # Only if nothing is wrong inside of the brackets.
        return not _is_wrong_inside(source)
    lines = source.rstrip('\n').count('\n') + 1
    if message.startswith(("expected an indented block",
                           "expected 'except' or 'finally'")):
        return error.lineno is None or error.lineno > lines or (
            error.lineno == lines and (error.offset or 0) > len(
                source.rstrip('\n').rpartition('\n')[2]))
    return 'unexpected EOF' in message


_CLOSING = {'(': ')', '[': ']', '{': '}'}


def _is_wrong_inside(source):
    import io
    import tokenize
    opened = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.string in _CLOSING and token.type == tokenize.OP:
                opened.append(_CLOSING[token.string])
            elif opened and token.string == opened[-1]:
                opened.pop()
    except (tokenize.TokenError, SyntaxError):
        pass
    # A name makes an open end whole, unless one stands there already.
    for end in ('', ' _', ' _: _'):
        try:
            compile(source.rstrip() + end + ''.join(reversed(opened)),
                    '', 'exec')
        except SyntaxError:
            continue
        return False
    return not source.rstrip().endswith((',', ':', '=', *_CLOSING))


def _maybe_compile(compiler, source, filename, symbol):
    lines = source.split('\n')
    if all(not line.strip() or line.strip().startswith('#')
           for line in lines) and symbol != 'eval':
        source = 'pass'
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            code = compiler(source, filename, symbol)
        except SyntaxError as error:
            if source.endswith('\\') or source.endswith('\\\n') \
                    or _is_open(error, source) \
                    or lines[-1].lstrip().startswith('@') \
                    and _is_decorator(lines[-1]):
                return None
            raise
    # A block goes on until an empty line ends it.
    if symbol == 'single' and lines[-1].strip() and _has_block(source):
        return None
    return code


def _is_decorator(line):
    try:
        compile(line + '\ndef f(): pass', '', 'exec')
    except SyntaxError:
        return False
    return True


def _has_block(source):
    import ast
    body = ast.parse(source).body
    return bool(body) and hasattr(body[-1], 'body')


def _compile(source, filename, symbol):
    return compile(source, filename, symbol)


def compile_command(source, filename='<input>', symbol='single'):
    """The code of a whole statement; None if more lines are needed."""
    return _maybe_compile(_compile, source, filename, symbol)


class Compile:
    """A compiler that remembers the `__future__` statements it has seen."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol, **kwargs):
        features = [getattr(__future__, name)
                    for name in __future__.all_feature_names]
        known = 0
        for feature in features:
            known |= feature.compiler_flag
        code = compile(source, filename, symbol, self.flags & known, True)
        for feature in features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """`compile_command` that remembers `__future__` statements."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)

"""Examples, the texts that hold them and the objects that hold the texts."""

from ._checks import OPTIONFLAGS_BY_NAME

import inspect
import re
import sys


class Example:
    """A statement, and the output that the text shows for it."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        if exc_msg is not None and not exc_msg.endswith('\n'):
            exc_msg += '\n'
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _facts(self):
        return (self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._facts() == other._facts()

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one text, to be run in one namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<DocTest {self.name} from {self.filename}:{self.lineno} ({told})>'

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return ((self.name, self.filename or '', self.lineno or 0)
                < (other.name, other.filename or '', other.lineno or 0))


_TRACEBACK = re.compile(
    r'Traceback \((?:most recent call last|innermost last)\):[ \t]*\n'
    r'(?:[ \t]+.*\n|[ \t]*\n|\.\.\..*\n)*?(?P<message>\w.*)', re.DOTALL)

_DIRECTIVE = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)


class DocTestParser:
    """Finds examples in a text."""

    def parse(self, string, name='<string>'):
        """The text in order: pieces of prose (str) and examples."""
        lines = string.expandtabs().split('\n')
        indents = [len(line) - len(line.lstrip(' ')) for line in lines if line.strip()]
        margin = min(indents, default=0)
        lines = [line[margin:] for line in lines]
        found, prose, at = [], [], 0
        while at < len(lines):
            if not re.match(r' *>>>( |$)', lines[at]):
                if re.match(r' *>>>\S', lines[at]):
                    raise ValueError(
                        f'line {at + 1} of the docstring for {name} lacks blank after >>>: '
                        f'{lines[at]!r}')
                prose.append(lines[at] + '\n')
                at += 1
                continue
            found.append(''.join(prose))
            prose = []
            example, at = self._example(lines, at, name)
            if example is not None:
                found.append(example)
        last = ''.join(prose)
        found.append(last[:-1] if last.endswith('\n') else last)
        return found

    def _example(self, lines, start, name):
        """The example whose prompt is in a line, and the line behind it."""
        indent = len(lines[start]) - len(lines[start].lstrip(' '))
        at = start
        source = []
        while at < len(lines):
            prompt, rest = lines[at][indent:indent + 3], lines[at][indent + 3:]
            if prompt != ('>>>' if at == start else '...') or lines[at][:indent].strip():
                break
            if rest and rest[0] != ' ':
                raise ValueError(
                    f'line {at + 1} of the docstring for {name} lacks blank after '
                    f'{prompt}: {lines[at]!r}')
            source.append(rest[1:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not re.match(r' *>>>( |$)', lines[at]):
            if lines[at][:indent].strip():
                raise ValueError(
                    f'line {at + 1} of the docstring for {name} has inconsistent leading '
                    f'whitespace: {lines[at]!r}')
            want.append(lines[at][indent:])
            at += 1
        source, want = '\n'.join(source), ''.join(line + '\n' for line in want)
        if all(not line.strip() or line.lstrip().startswith('#') for line in source.split('\n')):
            if not _DIRECTIVE.search(source):
                return None, at
        raised = _TRACEBACK.match(want)
        message = raised['message'] if raised else None
        options = self._options(source, name, start)
        return Example(source, want, message, start, indent, options), at

    def _options(self, source, name, line):
        options = {}
        for directive in _DIRECTIVE.finditer(source):
            for option in directive[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(
                        f'line {line + 1} of the doctest for {name} has an invalid option: '
                        f'{option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options

    def get_examples(self, string, name='<string>'):
        """The examples alone."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """The text's examples as one test."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    """Finds the docstrings of an object and of what is in it."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, in the order of their names."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 f"doesn't exist: {type(obj)!r}")
        if module is None:
            module = inspect.getmodule(obj) if not inspect.ismodule(obj) else obj
        if globs is None:
            globs = {} if not module else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort()
        return tests

    def _find(self, tests, obj, name, module, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for inner, value in obj.__dict__.items():
                routine = inspect.isroutine(inspect.unwrap(value)) if callable(value) else False
                if (routine or inspect.isclass(value)) and self._is_of(module, value):
                    self._find(tests, value, f'{name}.{inner}', module, globs, seen)
            for inner, value in getattr(obj, '__test__', {}).items():
                self._find(tests, value, f'{name}.__test__.{inner}', module, globs, seen)
        elif inspect.isclass(obj):
            for inner, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if ((inspect.isroutine(value) or inspect.isclass(value)
                        or isinstance(value, property)) and self._is_of(module, value)):
                    self._find(tests, value, f'{name}.{inner}', module, globs, seen)

    def _is_of(self, module, value):
        if module is None or isinstance(value, property):
            return True
        return getattr(value, '__module__', None) == module.__name__

    def _test(self, obj, name, module, globs):
        text = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        if not isinstance(text, str):
            text = '' if text is None else str(text)
        if not text and self._exclude_empty:
            return None
        filename = getattr(module, '__file__', None) or getattr(module, '__name__', None)
        return self._parser.get_doctest(text, globs, name, filename, self._line(obj))

    def _line(self, obj):
        """The 0-based line in which the docstring begins, where it can be told."""
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.ismodule(obj):
            return 0
        if inspect.isroutine(obj) or inspect.isclass(obj):
            try:
                lines, first = inspect.getsourcelines(inspect.unwrap(obj))
            except (OSError, TypeError):
                return None
            for offset, line in enumerate(lines):
                if re.match(r'\s*[rRuUbB]{0,2}["\']', line):
                    return first + offset - 1
        return None

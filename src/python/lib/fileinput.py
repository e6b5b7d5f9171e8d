"""The lines of several files, one after the other."""

__all__ = ['FileInput', 'close', 'fileno', 'filelineno', 'filename',
           'hook_compressed', 'hook_encoded', 'input', 'isfirstline',
           'isstdin', 'lineno', 'nextfile']

import io
import os
import sys
from types import GenericAlias

_current = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None,
          encoding=None, errors=None):
    """Begins to read files; the functions here then tell about it."""
    global _current
    if _current is not None and _current._file is not None:
        raise RuntimeError('input() already active')
    _current = FileInput(files, inplace, backup, mode=mode, openhook=openhook,
                         encoding=encoding, errors=errors)
    return _current


def close():
    global _current
    current, _current = _current, None
    if current is not None:
        current.close()


def _told(name):
    def ask():
        if _current is None:
            raise RuntimeError('no active input()')
        return getattr(_current, name)()
    ask.__name__ = ask.__qualname__ = name
    return ask


for _name in ('fileno', 'filelineno', 'filename', 'isfirstline', 'isstdin',
              'lineno', 'nextfile'):
    globals()[_name] = _told(_name)
del _name


class FileInput:
    """An iterator over the lines of files; '-' is standard input."""

    def __init__(self, files=None, inplace=False, backup='', *, mode='r',
                 openhook=None, encoding=None, errors=None):
        self._file = self._name = self._stdout = self._output = None
        self._lines = self._file_lines = 0
        self._is_stdin = False
        self._files = []
        if files is None:
            files = sys.argv[1:] or ('-',)
        elif isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        self._files = list(files) or ['-']
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook is not None:
            if inplace:
                raise ValueError(
                    'FileInput cannot use an opening hook in inplace mode')
            if not callable(openhook):
                raise ValueError('FileInput openhook must be callable')
        self._inplace, self._backup = inplace, backup
        self._mode, self._hook = mode, openhook
        self._encoding, self._errors = encoding, errors

    def __del__(self):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = []

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        """Leaves the file that is being read."""
        stdout, self._stdout = self._stdout, None
        if stdout is not None:
            sys.stdout = stdout
        output, self._output = self._output, None
        if output is not None:
            output.close()
        file, self._file = self._file, None
        if file is not None and not self._is_stdin:
            file.close()
            if self._inplace and not self._backup:
                try:
                    os.unlink(self._name + '.bak')
                except OSError:
                    pass
        self._is_stdin = False

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b'' if 'b' in self._mode else ''
                self._open()
            line = self._file.readline()
            if line:
                self._lines += 1
                self._file_lines += 1
                return line
            self.nextfile()

    def _open(self):
        self._name = self._files.pop(0)
        self._file_lines = 0
        self._is_stdin = self._name == '-'
        encoding = None if 'b' in self._mode else self._encoding
        if self._is_stdin:
            self._name = '<stdin>'
            self._file = sys.stdin if 'b' not in self._mode \
                else sys.stdin.buffer
        elif self._inplace:
            kept = os.fspath(self._name) + (self._backup or '.bak')
            os.rename(self._name, kept)
            self._file = open(kept, self._mode, encoding=encoding,
                              errors=self._errors)
            self._output = open(self._name, self._mode.replace('r', 'w'),
                                encoding=encoding, errors=self._errors)
            self._stdout, sys.stdout = sys.stdout, self._output
        elif self._hook is not None:
            named = {}
            if self._encoding is not None or self._errors is not None:
                named = {'encoding': self._encoding, 'errors': self._errors}
            self._file = self._hook(self._name, self._mode, **named)
        else:
            self._file = open(self._name, self._mode, encoding=encoding,
                              errors=self._errors)

    def filename(self):
        return self._name

    def lineno(self):
        return self._lines

    def filelineno(self):
        return self._file_lines

    def fileno(self):
        if self._file is None:
            return -1
        try:
            return self._file.fileno()
        except ValueError:
            return -1

    def isfirstline(self):
        return self._file_lines == 1

    def isstdin(self):
        return self._is_stdin

    __class_getitem__ = classmethod(GenericAlias)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files that end in .gz too."""
    if encoding is None and 'b' not in mode:
        encoding = 'locale'
    if os.path.splitext(filename)[1] != '.gz':
        return open(filename, mode, encoding=encoding, errors=errors)
    import gzip
    stream = gzip.open(filename, mode)
    if 'b' not in mode:
        stream = io.TextIOWrapper(stream, encoding=encoding, errors=errors)
    return stream


def hook_encoded(encoding, errors=None):
    """A hook that opens all files in one encoding."""
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook

"""`StringIO`: a stream of text in memory."""

from operator import index

from _buffers import size_of
from ._base import TextIOBase, UnsupportedOperation


class StringIO(TextIOBase):
    """Reads from and writes to a text that it holds."""

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not '
                            + type(initial_value).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._newline = newline
        # What was written at the end is joined when the text is needed.
        self._parts = [self._translated(initial_value or '')]
        self._length = len(self._parts[0])
        self._pos = 0

    def _translated(self, text):
        if self._newline is None:
            return text.replace('\r\n', '\n').replace('\r', '\n')
        if self._newline in ('\r', '\r\n'):
            return text.replace('\n', self._newline)
        return text

    def _check_open(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def _text(self):
        if len(self._parts) != 1:
            self._parts = [''.join(self._parts)]
        return self._parts[0]

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        return False

    def getvalue(self):
        """All the text, wherever the position is."""
        self._check_open()
        return self._text()

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(
                f"string argument expected, got '{type(s).__name__}'")
        text = self._translated(s)
        if self._pos == self._length:
            self._parts.append(text)
        elif text:
            whole = self._text().ljust(self._pos, '\0')
            self._parts = [whole[:self._pos] + text
                           + whole[self._pos + len(text):]]
        else:
            return len(s)
        self._pos += len(text)
        self._length = max(self._length, self._pos)
        return len(s)

    def read(self, size=-1, /):
        self._check_open()
        text = self._text()
        end = len(text)
        size = size_of(size)
        if size >= 0:
            end = min(end, self._pos + size)
        taken = text[self._pos:end]
        self._pos += len(taken)
        return taken

    def readline(self, size=-1, /):
        self._check_open()
        text = self._text()
        end = text.find('\r\n' if self._newline == '\r\n' else
                        self._newline or '\n', self._pos)
        end = len(text) if end < 0 else end + len(self._newline or '\n')
        size = size_of(size)
        if size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(end - self._pos, 0))

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos = index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
        elif whence not in (1, 2):
            raise ValueError(
                f'Invalid whence ({whence}, should be 0, 1 or 2)')
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        else:
            pos = self._pos if whence == 1 else self._length
        self._pos = pos
        return pos

    def tell(self):
        self._check_open()
        return self._pos

    def truncate(self, pos=None, /):
        self._check_open()
        pos = self._pos if pos is None else index(pos)
        if pos < 0:
            raise ValueError(f'Negative size value {pos}')
        if pos < self._length:
            self._parts = [self._text()[:pos]]
            self._length = pos
        return pos

    def detach(self):
        raise UnsupportedOperation('detach')


StringIO.__module__ = '_io'

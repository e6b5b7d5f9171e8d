"""`TextIOWrapper`: text over a stream of bytes."""

import codecs
import sys
from operator import index

from ._base import TextIOBase, UnsupportedOperation
from ._newlines import IncrementalNewlineDecoder


class TextIOWrapper(TextIOBase):
    """Decodes what is read and encodes what is written."""

    _CHUNK_SIZE = 8192
    _buffer = None

    def __init__(self, buffer, encoding=None, errors=None, newline=None,
                 line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError('illegal newline type: '
                            + type(newline).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        if encoding is None or encoding == 'locale':
            encoding = 'utf-8'
        if not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str "
                            f'or None, not {type(encoding).__name__}')
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(f"'{encoding}' is not a text encoding; use "
                              'codecs.open() to handle arbitrary codecs')
        self._buffer = buffer
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._configure(encoding, errors or 'strict', newline)
        self._seekable = self._telling = buffer.seekable()
        if self._seekable and buffer.writable() and buffer.tell() != 0:
            self._encoder.setstate(0)

    def _configure(self, encoding, errors, newline):
        self._encoding, self._errors, self._newline = (
            encoding, errors, newline)
        self._encoder = codecs.getincrementalencoder(encoding)(errors)
        self._decoder = None
        # Text that is decoded but not read, and how far it is read.
        self._text, self._at = '', 0
        # Where in the stream the bytes of that text begin, as (position,
        # decoder's state, bytes); found when `tell` needs it.
        self._chunk = None
        self._waiting = []
        self._waiting_size = 0

    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)
    line_buffering = property(lambda self: self._line_buffering)
    write_through = property(lambda self: self._write_through)
    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer.closed)

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self._buffer

    @property
    def newlines(self):
        return self._decoder.newlines if isinstance(
            self._decoder, IncrementalNewlineDecoder) else None

    def __repr__(self):
        text = '<_io.TextIOWrapper'
        if (name := getattr(self._buffer, 'name', None)) is not None:
            text += f' name={name!r}'
        if (mode := getattr(self, 'mode', None)) is not None:
            text += f' mode={mode!r}'
        return f'{text} encoding={self._encoding!r}>'

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis,
                    line_buffering=None, write_through=None):
        if self._decoder is not None and (
                encoding is not None or errors is not None
                or newline is not Ellipsis):
            raise UnsupportedOperation(
                'It is not possible to set the encoding or newline of stream '
                'after the first read')
        self.flush()
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)
        if encoding is not None or errors is not None or (
                newline is not Ellipsis):
            if errors is None:
                errors = self._errors if encoding is None else 'strict'
            self._configure(
                self._encoding if encoding is None else encoding, errors,
                self._newline if newline is Ellipsis else newline)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def __del__(self):
        if self._buffer is not None:
            super().__del__()

    def _warn_unclosed(self, source):
        tell = getattr(self._buffer, '_warn_unclosed', None)
        if tell is not None:
            tell(source)

    def detach(self):
        """Gives the stream below back; this object is of no use then."""
        buffer = self.buffer
        self.flush()
        self._buffer = None
        return buffer

    # Writing.

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError('write() argument must be str, not '
                            + type(s).__name__)
        if not self._buffer.writable():
            raise UnsupportedOperation('not writable')
        text = s
        if self._newline in (None, '', '\n'):
            ends_line = self._line_buffering and ('\n' in s or '\r' in s)
        else:
            text = s.replace('\n', self._newline)
            ends_line = self._line_buffering and '\n' in s
        data = self._encoder.encode(text)
        self._waiting.append(data)
        self._waiting_size += len(data)
        if (self._waiting_size > self._CHUNK_SIZE or ends_line
                or self._write_through):
            self._write_out()
        if ends_line:
            self._buffer.flush()
        self._forget()
        return len(s)

    def _write_out(self):
        if self._waiting:
            data = b''.join(self._waiting)
            self._waiting, self._waiting_size = [], 0
            self._buffer.write(data)

    def flush(self):
        self._check_open()
        self._write_out()
        self._buffer.flush()
        self._telling = self._seekable

    def _forget(self):
        """Lets go of text that was read ahead."""
        if self._text or self._chunk is not None:
            self._text, self._at, self._chunk = '', 0, None
            if self._decoder is not None:
                self._decoder.reset()

    # Reading.

    def _check_reading(self):
        self._check_open()
        if not self._buffer.readable():
            raise UnsupportedOperation('not readable')
        if self._decoder is None:
            decoder = codecs.getincrementaldecoder(self._encoding)(
                self._errors)
            if self._newline in (None, ''):
                decoder = IncrementalNewlineDecoder(
                    decoder, self._newline is None)
            self._decoder = decoder
        if self._waiting:
            self._write_out()

    def _more(self):
        """Decodes another piece; whether there was one."""
        rest = self._text[self._at:]
        if self._telling:
            state = self._decoder.getstate()
            position = self._buffer.tell() - len(state[0])
        reader = getattr(self._buffer, 'read1', None) or self._buffer.read
        data = reader(self._CHUNK_SIZE)
        if isinstance(data, str) or data is None:
            raise TypeError(
                'underlying read1() should have returned a bytes-like '
                f"object, not '{type(data).__name__}'")
        if self._telling:
            kept, start, before, seen = self._kept(rest)
            if kept is None:
                self._chunk = position, (b'', state[1]), (
                    state[0] + bytes(data)), 0
            else:
                self._chunk = kept, start, before + bytes(data), seen
        self._text = rest + self._decoder.decode(data, not data)
        self._at = 0
        return bool(data)

    def _kept(self, rest):
        """The bytes of text that is still to be read, if there is some."""
        if not rest or self._chunk is None:
            return None, None, None, 0
        position, state, data, seen = self._chunk
        return position, state, data, seen + self._at

    def read(self, size=-1, /):
        self._check_reading()
        size = -1 if size is None else index(size)
        if size < 0:
            text = self._text[self._at:] + self._decoder.decode(
                self._buffer.read(), True)
            self._text, self._at, self._chunk = '', 0, None
            return text
        while len(self._text) - self._at < size and self._more():
            pass
        return self._take(self._at + size)

    def _take(self, end):
        taken = self._text[self._at:end]
        self._at += len(taken)
        return taken

    def _line_end(self, start):
        """Where the line ends, or -1."""
        text = self._text
        if self._newline == '':
            ends = [found + 1 for found in (text.find('\n', start),)
                    if found >= 0]
            found = text.find('\r', start)
            if found >= 0:
                ends.append(found + 1 + (text[found + 1:found + 2] == '\n'))
            return min(ends, default=-1)
        end = self._newline or '\n'
        found = text.find(end, start)
        return found + len(end) if found >= 0 else -1

    def readline(self, size=-1, /):
        self._check_reading()
        size = -1 if size is None else index(size)
        start = self._at
        while (end := self._line_end(start)) < 0:
            if 0 <= size <= len(self._text) - self._at:
                break
            # A line end of two characters may lie on the border.
            start = max(len(self._text) - self._at - 1, 0)
            if not self._more():
                break
        if end < 0:
            end = len(self._text)
        if size >= 0:
            end = min(end, self._at + size)
        return self._take(end)

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = self._seekable
            raise StopIteration
        return line

    # The position.

    def tell(self):
        """A number for `seek`: the position in bytes."""
        self._check_open()
        if not self._seekable:
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        self._write_out()
        self._buffer.flush()
        position = self._buffer.tell()
        if self._decoder is None or self._chunk is None:
            return position
        if self._at == len(self._text):
            return position - len(self._decoder.getstate()[0])
        return self._count(*self._chunk)

    def _count(self, position, state, data, seen):
        """The position of the text's first unread character."""
        wanted = seen + self._at
        if wanted == 0:
            return position
        before = self._decoder.getstate()
        newlines = getattr(self._decoder, '_seen', None)
        newlines = newlines and set(newlines)
        try:
            self._decoder.setstate(state)
            for used in range(len(data)):
                wanted -= len(self._decoder.decode(data[used:used + 1]))
                if wanted < 0:
                    return position + used
                if wanted == 0:
                    return position + used + 1
            return position + len(data)
        finally:
            self._decoder.setstate(before)
            if newlines is not None:
                self._decoder._seen = newlines

    def seek(self, cookie, whence=0, /):
        self._check_open()
        if not self._seekable:
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation(
                    "can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation(
                    "can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or '
                             '2)')
        elif cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self.flush()
        position = self._buffer.seek(cookie, 2 if whence == 2 else 0)
        self._text, self._at, self._chunk = '', 0, None
        if self._decoder is not None:
            self._decoder.reset()
        if position:
            self._encoder.setstate(0)
        else:
            self._encoder.reset()
        return position

    def truncate(self, pos=None, /):
        self.flush()
        return self._buffer.truncate(self.tell() if pos is None else pos)


TextIOWrapper.__module__ = '_io'
TextIOWrapper.register(type(sys.stdout))

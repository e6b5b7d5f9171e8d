"""Streams of text over streams of bytes, in the old style of `codecs`."""


class Codec:
    """Base of codecs that keep no state."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class _Stream(Codec):
    _encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def encode(self, input, errors='strict'):
        from ._registry import lookup
        return lookup(self._encoding).encode(input, errors)

    def decode(self, input, errors='strict'):
        from ._registry import lookup
        return lookup(self._encoding).decode(input, errors)

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamWriter(_Stream):
    """Encodes what is written."""

    def reset(self):
        from ._registry import lookup
        made = lookup(self._encoding).incrementalencoder if (
            self._encoding) else None
        self._encoder = made and made(self.errors)

    def write(self, object):
        if self._encoder is None:
            self.stream.write(self.encode(object, self.errors)[0])
        else:
            self.stream.write(self._encoder.encode(object))

    def writelines(self, list):
        self.write(''.join(list))

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream):
    """Decodes what is read."""

    def reset(self):
        from ._registry import lookup
        self._decoder = lookup(self._encoding).incrementaldecoder(self.errors)
        self._text = ''

    def _more(self, size=72):
        data = self.stream.read() if size is None else self.stream.read(size)
        self._text += self._decoder.decode(data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        """Text: at most `chars` characters, from about `size` bytes."""
        if size < 0 and chars < 0:
            self._more(None)
        elif chars < 0:
            if not self._text:
                self._more(size)
        else:
            step = None if size < 0 else size
            while len(self._text) < chars and self._more(step):
                pass
        end = len(self._text) if chars < 0 else chars
        taken, self._text = self._text[:end], self._text[end:]
        return taken

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or (lines and lines[0].endswith('\n')):
                break
            if not self._more():
                break
        line = lines[0] if lines else ''
        self._text = self._text[len(line):]
        return line if keepends else line.rstrip('\r\n')

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamReaderWriter:
    """Both at once."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamRecoder:
    """Bytes of one encoding over a stream with another."""

    data_encode = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer,
                 errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(),
                           self.errors)[0].splitlines(True)

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file whose text is decoded by `StreamReader`."""
    import builtins

    from ._registry import lookup
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    opened = StreamReaderWriter(file, info.streamreader, info.streamwriter,
                                errors)
    opened.encoding = encoding
    return opened


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A stream of bytes in another encoding than the file's."""
    from ._registry import lookup
    data = lookup(data_encoding)
    inner = lookup(file_encoding or data_encoding)
    made = StreamRecoder(file, data.encode, data.decode, inner.streamreader,
                         inner.streamwriter, errors)
    made.data_encoding = data_encoding
    made.file_encoding = file_encoding or data_encoding
    return made


for _name, _value in list(globals().items()):
    if getattr(_value, '__module__', None) == __name__ and _name[0] != '_':
        _value.__module__ = 'codecs'
del _name, _value

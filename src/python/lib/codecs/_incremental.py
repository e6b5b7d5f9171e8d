"""Encoders and decoders that are given a text piece by piece."""


class IncrementalEncoder:
    """Base of encoders; what is not encoded yet is their state."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Base of decoders; bytes that wait for more are their state."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


IncrementalEncoder.__module__ = IncrementalDecoder.__module__ = 'codecs'


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes at the end that are not a whole character."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _take(self, data, final):
        """The text of the front part of the bytes, and how many these are."""
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        text, used = self._take(data, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def classes(name):
    """The incremental encoder and decoder of an encoding of the machine."""
    if name in ('utf-8', 'utf-8-sig'):
        tail, unit = _utf8_tail, 1
    elif name.startswith('utf-16'):
        tail, unit = _utf16_tail, 2
    elif name.startswith('utf-32'):
        tail, unit = _utf32_tail, 4
    else:
        tail, unit = None, 1
    marked = name in ('utf-8-sig', 'utf-16', 'utf-32')

    class Encoder(IncrementalEncoder):
        """Writes a byte order mark, if any, before the first character."""

        def __init__(self, errors='strict'):
            super().__init__(errors)
            self._started = False

        def encode(self, input, final=False):
            data = input.encode(name, self.errors)
            if marked and self._started:
                data = data[3 if unit == 1 else unit:]
            self._started = True
            return data

        def reset(self):
            self._started = False

        def getstate(self):
            return int(marked and not self._started)

        def setstate(self, state):
            self._started = not state

    class Decoder(BufferedIncrementalDecoder):
        """Reads over a byte order mark, if any, before the first character."""

        def __init__(self, errors='strict'):
            super().__init__(errors)
            self._order = None

        def _take(self, data, final):
            if tail is None:
                return data.decode(name, self.errors), len(data)
            actual, skipped = self._order or name, 0
            if marked and self._order is None:
                if not final and len(data) < (3 if unit == 1 else unit) and (
                        b'\xef\xbb\xbf'.startswith(data) or unit > 1):
                    return '', 0
                actual, skipped = _by_mark(name, unit, data)
                if data:
                    self._order = actual
            end = len(data)
            if not final:
                end -= tail(data[skipped:], actual.endswith('be'))
            return data[skipped:end].decode(actual, self.errors), end

        def reset(self):
            super().reset()
            self._order = None

        def getstate(self):
            return self.buffer, 0 if self._order is None else self._order

        def setstate(self, state):
            self.buffer = state[0]
            self._order = state[1] or None

    for made, kind in ((Encoder, 'Encoder'), (Decoder, 'Decoder')):
        made.__name__ = made.__qualname__ = 'Incremental' + kind
        made.__module__ = 'encodings.' + name.replace('-', '_')
    return Encoder, Decoder


def _by_mark(name, unit, data):
    """The order that a mark tells, and the mark's length."""
    if unit == 1:
        return 'utf-8', 3 if data[:3] == b'\xef\xbb\xbf' else 0
    mark = data[:unit]
    if mark == '\ufeff'.encode(name + '-le'):
        return name + '-le', unit
    if mark == '\ufeff'.encode(name + '-be'):
        return name + '-be', unit
    return name + '-le', 0


def _utf8_tail(data, _):
    """How many bytes at the end begin a character that is not whole."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xc2:
            wanted = 2 + (byte >= 0xe0) + (byte >= 0xf0)
            return back if back < wanted and byte < 0xf5 else 0
        if byte < 0x80:
            return 0
    return 0


def _utf16_tail(data, big):
    odd = len(data) % 2
    whole = data[:len(data) - odd]
    if whole and 0xd8 <= whole[-2 if big else -1] < 0xdc:
        return odd + 2
    return odd


def _utf32_tail(data, _):
    return len(data) % 4

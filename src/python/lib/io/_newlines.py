"""Line ends: all of them become `\\n` as pieces of text come in."""


class IncrementalNewlineDecoder:
    """Translates, or only remembers, the line ends of a text in pieces."""

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._seen = set()
        self._waiting = False

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(
            input, final)
        if self._waiting and (text or final):
            text = '\r' + text
            self._waiting = False
        if text.endswith('\r') and not final:
            # What comes next tells whether it is one line end with this.
            text = text[:-1]
            self._waiting = True
        if '\r' in text:
            pairs = text.count('\r\n')
            if pairs:
                self._seen.add('\r\n')
            if text.count('\r') > pairs:
                self._seen.add('\r')
            if text.count('\n') > pairs:
                self._seen.add('\n')
            if self.translate:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif '\n' in text:
            self._seen.add('\n')
        return text

    def getstate(self):
        data, flag = (b'', 0) if self.decoder is None else (
            self.decoder.getstate())
        if not isinstance(flag, int):
            return data, (flag, self._waiting)
        return data, flag << 1 | self._waiting

    def setstate(self, state):
        data, flag = state
        if isinstance(flag, tuple):
            flag, self._waiting = flag
        else:
            self._waiting = bool(flag & 1)
            flag >>= 1
        if self.decoder is not None:
            self.decoder.setstate((data, flag))

    def reset(self):
        self._seen.clear()
        self._waiting = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        """The line ends so far: None, one, or a tuple."""
        seen = tuple([end for end in ('\r', '\n', '\r\n')
                      if end in self._seen])
        return (None if not seen else seen[0] if len(seen) == 1 else seen)


IncrementalNewlineDecoder.__module__ = '_io'

"""What can be wrong with messages."""


class MessageError(Exception):
    """Any error of this package."""


class MessageParseError(MessageError):
    """A text is no message."""


class HeaderParseError(MessageParseError):
    """A header has no meaning."""


class MultipartConversionError(MessageError, TypeError):
    """A part was added to a message that has a text."""


class MessageDefect(ValueError):
    """What a parser found wrong but could go on with."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line

"""Messages from texts."""

__all__ = ['BytesHeaderParser', 'BytesParser', 'HeaderParser', 'Parser']

import re

from .message import Message

_HEADER = re.compile(r'[^:\s\x00-\x20\x7f]+\s*:')


def _headers_and_body(text):
    """Pairs of a header's name and value, and what follows them."""
    lines = text.splitlines(keepends=True)
    headers = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if headers and line[:1] in (' ', '\t') and line.strip():
            name, value = headers[-1]
            headers[-1] = name, value + line
        elif found := _HEADER.match(line):
            name = found[0][:-1]
            headers.append((name.rstrip(), line[found.end():].lstrip(' \t')))
        else:
            if not line.strip('\r\n'):
                at += 1
            break
        at += 1
    headers = [(name, value.rstrip('\r\n')) for name, value in headers]
    return headers, ''.join(lines[at:])


def _parts(body, boundary):
    """The text before the first boundary, the parts, the text after the last."""
    border = re.compile(rf'^--{re.escape(boundary)}(--)?[ \t]*(?:\r?\n|\Z)',
                        re.MULTILINE)
    marks = list(border.finditer(body))
    last = next((at for at, mark in enumerate(marks) if mark[1]), len(marks))
    texts = []
    for at, mark in enumerate(marks[:last]):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(body)
        texts.append(_without_line_end(body[mark.end():end]))
    before = body[:marks[0].start()] if marks else body
    after = body[marks[last].end():] if last < len(marks) else None
    return before, texts, after


def _without_line_end(text):
    return text.removesuffix('\n').removesuffix('\r')


class Parser:
    """Reads messages as texts."""

    def __init__(self, _class=None, *, policy=None):
        self._class = _class or Message
        self.policy = policy

    def parse(self, fp, headersonly=False):
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        message = self._class()
        headers, body = _headers_and_body(text)
        for name, value in headers:
            message.set_raw(name, value)
        boundary = message.get_boundary()
        if (headersonly or boundary is None
                or message.get_content_maintype() != 'multipart'):
            message.set_payload(body)
            return message
        before, texts, after = _parts(body, boundary)
        if not texts:
            message.set_payload(body)
            return message
        message.preamble = _without_line_end(before) if before else None
        message.epilogue = after
        for text in texts:
            part = self.parsestr(text)
            if message.get_content_type() == 'multipart/digest':
                part.set_default_type('message/rfc822')
            message.attach(part)
        return message


class HeaderParser(Parser):
    """Reads the headers alone; the rest is one text."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsestr(self, text, headersonly=True):
        return super().parsestr(text, True)


class BytesParser:
    """Reads messages as bytes."""

    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        text = bytes(text).decode('utf-8', 'replace')
        return self.parser.parsestr(text, headersonly)


class BytesHeaderParser(BytesParser):
    """Reads the headers of bytes alone."""

    def parsebytes(self, text, headersonly=True):
        return super().parsebytes(text, True)

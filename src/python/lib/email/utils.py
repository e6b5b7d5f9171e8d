"""Addresses and dates of messages."""

__all__ = ['decode_rfc2231', 'encode_rfc2231', 'format_datetime', 'formataddr',
           'formatdate', 'getaddresses', 'localtime', 'make_msgid',
           'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_to_datetime',
           'parsedate_tz', 'unquote']

import base64
import os
import random
import re
import time
import urllib.parse

from ._dates import (
    format_datetime, formatdate, localtime, mktime_tz, parsedate,
    parsedate_to_datetime, parsedate_tz,
)

COMMASPACE = ', '
# A quoted text, a comment without others in it, a sign with a meaning, or words.
_TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"|\(((?:\\.|[^()\\])*)\)'
                    r'|([<>,:;@.])|([^\s"()<>,:;@.]+)|(\s+)', re.DOTALL)
_QUOTED = re.compile(r'\\(.)', re.DOTALL)


def quote(str):
    """With backslashes before what would end a quoted text."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    """What stands between quotes or angles, if it does."""
    if len(str) > 1 and str[0] == '"' == str[-1]:
        return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
    if len(str) > 1 and str[0] == '<' and str[-1] == '>':
        return str[1:-1]
    return str


class _Address:
    """One address as it is read."""

    def __init__(self):
        self.words = []
        self.comments = []
        # What stands in angles, or None as long as there are none.
        self.route = None
        self.in_angles = False
        # Without angles an address ends at the first space.
        self.bare = []
        self.joins = True

    def add(self, token):
        quoted, comment, sign, word, space = token.groups()
        if comment is not None:
            self.comments.append(_QUOTED.sub(r'\1', comment))
        elif space is not None:
            return
        elif sign == '<':
            self.route, self.in_angles = '', True
        elif sign == '>':
            self.in_angles = False
        elif self.in_angles:
            self.route += token[0]
        else:
            if sign:
                self.bare.append(sign)
                self.joins = True
            else:
                if self.joins:
                    self.bare.append(token[0])
                self.joins = False
            text = sign or word
            if quoted is not None:
                text = _QUOTED.sub(r'\1', quoted)
            self.words.append(text)

    def pair(self):
        if self.route is None:
            return ' '.join(self.comments), ''.join(self.bare)
        name = ' '.join(self.words)
        if self.comments:
            name += f' ({" ".join(self.comments)})'
        return name, self.route


def getaddresses(fieldvalues):
    """Pairs of name and address, in order, of all the fields."""
    pairs = []
    current = _Address()
    for token in _TOKEN.finditer(COMMASPACE.join(map(str, fieldvalues))):
        if token[3] in (',', ';') and not current.in_angles:
            pairs.append(current.pair())
            current = _Address()
        else:
            current.add(token)
    pairs.append(current.pair())
    return [pair for pair in pairs if pair != ('', '')]


def parseaddr(addr):
    """The first name and address; two empty texts if there is none."""
    found = getaddresses([addr])
    return found[0] if found else ('', '')


def formataddr(pair, charset='utf-8'):
    """What a header has for a name and an address."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    if not name.isascii():
        data = base64.b64encode(name.encode(charset)).decode('ascii')
        return f'=?{charset}?b?{data}?= <{address}>'
    if re.search(r'[][\\()<>@,:;".]', name):
        name = '"' + re.sub(r'[\\"]', r'\\\g<0>', name) + '"'
    return f'{name} <{address}>'


def make_msgid(idstring=None, domain=None):
    """A text for the header Message-ID that no other message has."""
    parts = [str(int(time.time() * 100)), str(os.getpid()),
             str(random.getrandbits(64))]
    if idstring is not None:
        parts.append(idstring)
    return f'<{".".join(parts)}@{domain or "localhost"}>'


def decode_rfc2231(s):
    """Charset, language and text of an extended parameter."""
    parts = s.split("'", 2)
    return tuple(parts) if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """An extended parameter's text."""
    text = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return text
    return f"{charset}'{language or ''}'{text}"

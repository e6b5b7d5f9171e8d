"""Which encodings there are."""

import re

from ._handlers import decode_with, encode_with
from ._incremental import classes


class CodecInfo(tuple):
    """The functions and classes of an encoding."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader,
                                     streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name}>'


CodecInfo.__module__ = 'codecs'

# Encodings that the machine has, by their normalised names.
_OF_THE_MACHINE = {
    'utf-8': 'utf-8', 'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8',
    'cp65001': 'utf-8', 'utf-8-sig': 'utf-8-sig', 'ascii': 'ascii',
    'us-ascii': 'ascii', '646': 'ascii', 'latin-1': 'iso8859-1',
    'latin1': 'iso8859-1', 'latin': 'iso8859-1', 'l1': 'iso8859-1',
    'iso-8859-1': 'iso8859-1', 'iso8859-1': 'iso8859-1', '8859': 'iso8859-1',
    'cp819': 'iso8859-1', 'utf-16': 'utf-16', 'utf16': 'utf-16',
    'u16': 'utf-16', 'utf-16-le': 'utf-16-le', 'utf-16le': 'utf-16-le',
    'utf-16-be': 'utf-16-be', 'utf-16be': 'utf-16-be', 'utf-32': 'utf-32',
    'utf32': 'utf-32', 'u32': 'utf-32', 'utf-32-le': 'utf-32-le',
    'utf-32le': 'utf-32-le', 'utf-32-be': 'utf-32-be',
    'utf-32be': 'utf-32-be'}

_searches = []
_found = {}


def register(search_function, /):
    """Adds a function from normalised names to `CodecInfo` or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """The functions of an encoding; LookupError if there is none."""
    if not isinstance(encoding, str):
        raise TypeError('lookup() argument must be str, not '
                        + type(encoding).__name__)
    name = encoding.lower().replace(' ', '-')
    info = _found.get(name)
    if info is None:
        info = _search(name)
        if info is None:
            raise LookupError(f'unknown encoding: {encoding}')
        _found[name] = info
    return info


def _search(name):
    known = _OF_THE_MACHINE.get(name.replace('_', '-'))
    if known is not None:
        return _plain(known)
    for search in _searches:
        info = search(name.replace('-', '_'))
        if info is not None:
            return info
    from ._more import search
    return search(re.sub(r'[^a-z0-9.]+', '_', name))


def _plain(name):
    def encode(input, errors='strict'):
        return input.encode(name, errors or 'strict'), len(input)

    def decode(input, errors='strict'):
        return bytes(input).decode(name, errors or 'strict'), len(input)

    return finished(name, encode, decode, *classes(name))


def finished(name, encode, decode, encoder, decoder, is_text=True):
    """The `CodecInfo` of an encoding, with classes for streams."""
    from ._streams import StreamReader, StreamWriter

    class Reader(StreamReader):
        _encoding = name

    class Writer(StreamWriter):
        _encoding = name

    Reader.__name__ = Reader.__qualname__ = 'StreamReader'
    Writer.__name__ = Writer.__qualname__ = 'StreamWriter'
    return CodecInfo(encode, decode, Reader, Writer, encoder, decoder, name,
                     _is_text_encoding=is_text)


def encode_text(text, encoding, errors):
    """`str.encode` where the machine lacks the encoding or the handler."""
    info = lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f"'{encoding}' is not a text encoding; use "
                          'codecs.encode() to handle arbitrary codecs')
    if info.name in _OF_THE_MACHINE.values():
        return encode_with(lambda part: part.encode(info.name), text, errors)
    return info.encode(text, errors)[0]


def decode_bytes(data, encoding, errors):
    """`bytes.decode` where the machine lacks the encoding or the handler."""
    info = lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f"'{encoding}' is not a text encoding; use "
                          'codecs.decode() to handle arbitrary codecs')
    if info.name in _OF_THE_MACHINE.values():
        return decode_with(lambda part: part.decode(info.name), data, errors)
    return info.decode(data, errors)[0]

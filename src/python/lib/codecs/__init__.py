"""Text encodings: finding them, and using them piece by piece."""

__all__ = [
    'BOM', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE', 'BOM_BE', 'BOM_LE',
    'BOM_UTF16', 'BOM_UTF16_BE', 'BOM_UTF16_LE', 'BOM_UTF32', 'BOM_UTF32_BE',
    'BOM_UTF32_LE', 'BOM_UTF8', 'Codec', 'CodecInfo', 'EncodedFile',
    'IncrementalDecoder', 'IncrementalEncoder', 'StreamReader',
    'StreamReaderWriter', 'StreamRecoder', 'StreamWriter',
    'backslashreplace_errors', 'decode', 'encode', 'getdecoder', 'getencoder',
    'getincrementaldecoder', 'getincrementalencoder', 'getreader', 'getwriter',
    'ignore_errors', 'iterdecode', 'iterencode', 'lookup', 'lookup_error',
    'namereplace_errors', 'open', 'register', 'register_error',
    'replace_errors', 'strict_errors', 'unregister', 'xmlcharrefreplace_errors']

from ._handlers import (
    backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors,
    register_error, replace_errors, strict_errors, xmlcharrefreplace_errors)
from ._incremental import IncrementalDecoder, IncrementalEncoder
from ._registry import CodecInfo, lookup, register, unregister
from ._streams import (
    Codec, EncodedFile, StreamReader, StreamReaderWriter, StreamRecoder,
    StreamWriter, open)

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM32_LE = BOM_UTF16_LE
BOM_UTF32 = BOM64_LE = BOM_UTF32_LE
BOM32_BE, BOM64_BE = BOM_UTF16_BE, BOM_UTF32_BE


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the parts of a text."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for part in iterator:
        if output := encoder.encode(part):
            yield output
    if output := encoder.encode('', True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes parts of bytes, which may divide a character."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for part in iterator:
        if output := decoder.decode(part):
            yield output
    if output := decoder.decode(b'', True):
        yield output


def escape_decode(data, errors='strict'):
    """The bytes of a bytes literal's text, and how much was read."""
    from ._more import escape_decode
    return escape_decode(data, errors)


def unicode_escape_decode(data, errors='strict', final=True):
    """The text of a literal's text, and how much was read."""
    from ._more import unicode_escape_decode
    return unicode_escape_decode(data, errors, final)


def _functions_of(encoding):
    """What encodes and decodes, and tells how much it read."""
    def encode_all(text, errors='strict'):
        return text.encode(encoding, errors), len(text)

    def decode_all(data, errors='strict', final=True):
        return bytes(data).decode(encoding, errors), len(data)

    return encode_all, decode_all


utf_8_encode, utf_8_decode = _functions_of('utf-8')
ascii_encode, ascii_decode = _functions_of('ascii')
latin_1_encode, latin_1_decode = _functions_of('latin-1')
utf_16_encode, utf_16_decode = _functions_of('utf-16')
utf_32_encode, utf_32_decode = _functions_of('utf-32')

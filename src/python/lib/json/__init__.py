"""JSON: texts from data and back."""

__all__ = ['JSONDecodeError', 'JSONDecoder', 'JSONEncoder', 'dump', 'dumps',
           'load', 'loads']

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

_plain_encoder = JSONEncoder()
_plain_decoder = JSONDecoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True,
          allow_nan=True, cls=None, indent=None, separators=None, default=None,
          sort_keys=False, **kw):
    """The JSON text of `obj`."""
    if (ensure_ascii and check_circular and allow_nan and not skipkeys
            and not sort_keys and cls is indent is separators is default is None
            and not kw):
        return _plain_encoder.encode(obj)
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii,
        check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys,
        **kw).encode(obj)


def dump(obj, fp, **kw):
    """Writes the JSON text of `obj` to a file."""
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None,
          parse_constant=None, object_pairs_hook=None, **kw):
    """The data that a JSON text describes."""
    if isinstance(s, (bytes, bytearray)):
        s = bytes(s).decode(detect_encoding(s), 'surrogatepass')
    elif not isinstance(s, str):
        raise TypeError('the JSON object must be str, bytes or bytearray, '
                        f'not {s.__class__.__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)',
                              s, 0)
    if (cls is object_hook is parse_float is parse_int is parse_constant
            is object_pairs_hook is None and not kw):
        return _plain_decoder.decode(s)
    # A class of the program's own may have no room for what nobody asked for.
    given = {'object_hook': object_hook,
             'object_pairs_hook': object_pairs_hook,
             'parse_float': parse_float, 'parse_int': parse_int,
             'parse_constant': parse_constant}
    kw.update((name, value) for name, value in given.items()
              if value is not None)
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    """The data that the JSON text in a file describes."""
    return loads(fp.read(), **kw)


def detect_encoding(b):
    """UTF-8, -16 or -32, from the zero bytes at the beginning (RFC 4627, 3)."""
    if b.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        return 'utf-32'
    if b.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if b.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    if len(b) >= 4:
        if not b[0]:
            return 'utf-16-be' if b[1] else 'utf-32-be'
        if not b[1]:
            return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
    elif len(b) == 2:
        if not b[0]:
            return 'utf-16-be'
        if not b[1]:
            return 'utf-16-le'
    return 'utf-8'

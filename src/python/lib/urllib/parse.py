"""Addresses (RFC 3986): taking apart, putting together, quoting."""

__all__ = ['ParseResult', 'SplitResult', 'parse_qs', 'parse_qsl', 'quote',
           'quote_from_bytes', 'quote_plus', 'unquote', 'unquote_plus',
           'unquote_to_bytes', 'urldefrag', 'urlencode', 'urljoin',
           'urlparse', 'urlsplit', 'urlunparse', 'urlunsplit']

from collections import namedtuple

_SAFE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
                  '0123456789_.-~')
# Schemes whose addresses are relative to others, and have a host.
_HIERARCHIC = frozenset(['', 'file', 'ftp', 'http', 'https', 'ws', 'wss',
                         'sftp'])
_SCHEME = frozenset('abcdefghijklmnopqrstuvwxyz'
                    'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')


class _Address:
    __slots__ = ()

    def _host_part(self):
        return self.netloc.rpartition('@')[2]

    @property
    def username(self):
        user, at, _ = self.netloc.rpartition('@')
        return user.partition(':')[0] if at else None

    @property
    def password(self):
        user, at, _ = self.netloc.rpartition('@')
        name, colon, password = user.partition(':')
        return password if at and colon else None

    @property
    def hostname(self):
        host = self._host_part()
        if host.startswith('['):
            host = host[1:].partition(']')[0]
        else:
            host = host.partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self._host_part().rpartition(']')[2].rpartition(':')
        if not port[1] or not port[2]:
            return None
        if not (port[2].isascii() and port[2].isdigit()):
            raise ValueError(
                f'Port could not be cast to integer value as {port[2]!r}')
        if int(port[2]) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port[2])

    def geturl(self):
        return (urlunsplit if len(self) == 5 else urlunparse)(self)


class SplitResult(_Address, namedtuple(
        'SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()


class ParseResult(_Address, namedtuple(
        'ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


def urlsplit(url, scheme='', allow_fragments=True):
    """Scheme, host, path, query and fragment of an address."""
    if isinstance(url, bytes):
        url = url.decode('ascii')
    url = url.lstrip(''.join(map(chr, range(33))))
    for sign in '\t\r\n':
        url = url.replace(sign, '')
    netloc = query = fragment = ''
    colon = url.find(':')
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(
            sign in _SCHEME for sign in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url.startswith('//'):
        ends = [at for at in (url.find(sign, 2) for sign in '/?#') if at >= 0]
        end = min(ends, default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    """As `urlsplit`, with the parameters of the last part of the path."""
    scheme, netloc, path, query, fragment = urlsplit(
        url, scheme, allow_fragments)
    params = ''
    last = path.rfind('/') + 1
    if scheme in _HIERARCHIC and ';' in path[last:]:
        at = path.index(';', last)
        path, params = path[:at], path[at + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or url.startswith('//'):
        if url and not url.startswith('/'):
            url = '/' + url
        url = f'//{netloc}{url}'
    if scheme:
        url = f'{scheme}:{url}'
    if query:
        url += '?' + query
    if fragment:
        url += '#' + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = f'{url};{params}'
    return urlunsplit((scheme, netloc, url, query, fragment))


def urldefrag(url):
    address, _, fragment = url.partition('#')
    return DefragResult(address, fragment)


def urljoin(base, url, allow_fragments=True):
    """The address that `url` means on the page `base` (RFC 3986, 5.2)."""
    if not base:
        return url
    if not url:
        return base
    b = urlsplit(base, '', allow_fragments)
    u = urlsplit(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in _HIERARCHIC:
        return url
    if u.netloc:
        return urlunsplit(u)
    if not u.path:
        return urlunsplit((b.scheme, b.netloc, b.path, u.query or b.query,
                           u.fragment))
    path = u.path
    if not path.startswith('/'):
        path = b.path[:b.path.rfind('/') + 1] + path
        if b.netloc and not path.startswith('/'):
            path = '/' + path
    return urlunsplit((b.scheme, b.netloc, _without_dots(path), u.query,
                       u.fragment))


def _without_dots(path):
    rooted = path.startswith('/')
    kept = []
    parts = path.split('/')[1 if rooted else 0:]
    for part in parts:
        if part == '..':
            if kept:
                kept.pop()
        elif part != '.':
            kept.append(part)
    if parts and parts[-1] in ('.', '..'):
        kept.append('')
    return ('/' if rooted else '') + '/'.join(kept)


def quote(string, safe='/', encoding=None, errors=None):
    """Replaces signs that have a meaning in addresses by %xx."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None or errors is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, bytes):
        safe = safe.decode('ascii', 'ignore')
    return ''.join([chr(byte) if chr(byte) in _SAFE
                    or byte < 128 and chr(byte) in safe else f'%{byte:02X}'
                    for byte in bs])


def quote_plus(string, safe='', encoding=None, errors=None):
    space = b' ' if isinstance(string, bytes) else ' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + ' ', encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    first, *rest = bytes(string).split(b'%')
    out = bytearray(first)
    for part in rest:
        try:
            out.append(int(part[:2], 16) if len(part) > 1 else int('x'))
        except ValueError:
            out += b'%' + part
        else:
            out += part[2:]
    return bytes(out)


def unquote(string, encoding='utf-8', errors='replace'):
    """The reverse of `quote`."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None,
              quote_via=quote_plus):
    """A query string from pairs or a mapping."""
    def quoted(value):
        if not isinstance(value, bytes):
            value = str(value)
            return quote_via(value, safe, encoding, errors)
        return quote_via(value, safe)

    parts = []
    if isinstance(query, (str, bytes)) and query or not hasattr(
            query, '__iter__'):
        raise TypeError('not a valid non-string sequence or mapping object')
    for key, value in query.items() if hasattr(query, 'items') else query:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(
            value, '__len__')
        for one in value if many else (value,):
            parts.append(f'{quoted(key)}={quoted(one)}')
    return '&'.join(parts)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False,
              encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """The pairs of a query string."""
    pairs = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors),
                          unquote_plus(value, encoding, errors)))
    if max_num_fields is not None and len(pairs) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False,
             encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    """The values of a query string by name."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing,
                                 encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found

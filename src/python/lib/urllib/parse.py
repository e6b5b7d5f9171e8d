"""Addresses (RFC 3986): taking apart, putting together, quoting."""

__all__ = ['DefragResult', 'DefragResultBytes', 'ParseResult',
           'ParseResultBytes', 'SplitResult', 'SplitResultBytes', 'parse_qs',
           'parse_qsl', 'quote', 'quote_from_bytes', 'quote_plus', 'unquote',
           'unquote_plus', 'unquote_to_bytes', 'urldefrag', 'urlencode',
           'urljoin', 'urlparse', 'urlsplit', 'urlunparse', 'urlunsplit']

import re

from ._results import (DefragResult, DefragResultBytes, ParseResult,
                       ParseResultBytes, SplitResult, SplitResultBytes)

# Schemes whose addresses may be relative to others, have a host, and have
# parameters. Programs add schemes of their own.
uses_relative = ['', 'file', 'ftp', 'gopher', 'http', 'https', 'imap', 'mms',
                 'nntp', 'prospero', 'rtsp', 'rtsps', 'rtspu', 'sftp',
                 'shttp', 'svn', 'svn+ssh', 'wais', 'ws', 'wss']
uses_netloc = ['', 'file', 'ftp', 'git', 'git+ssh', 'gopher', 'http', 'https',
               'imap', 'itms-services', 'mms', 'nfs', 'nntp', 'prospero',
               'rsync', 'rtsp', 'rtsps', 'rtspu', 'sftp', 'shttp', 'snews',
               'svn', 'svn+ssh', 'telnet', 'wais', 'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'http', 'https', 'imap', 'mms', 'prospero',
               'rtsp', 'rtsps', 'rtspu', 'sftp', 'shttp', 'sip', 'sips',
               'tel']

_SAFE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
                  '0123456789_.-~')
_CONTROLS = ''.join(map(chr, range(33)))
_SCHEME = re.compile(r'([A-Za-z][A-Za-z0-9+.-]*):')
_LINE_SIGNS = str.maketrans('', '', '\t\r\n')


def _as_texts(*parts):
    """The parts as text, and what makes of a result what was given."""
    first, *others = parts
    is_text = isinstance(first, str)
    for part in others:
        # '' is everyone's default.
        if part and isinstance(part, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return *parts, lambda result: result
    texts = [part.decode('ascii') if part else '' for part in parts]
    return *texts, lambda result: result.encode('ascii')


def urlsplit(url, scheme='', allow_fragments=True):
    """Scheme, host, path, query and fragment of an address."""
    url, scheme, as_given = _as_texts(url, scheme)
    url = url.lstrip(_CONTROLS).translate(_LINE_SIGNS)
    scheme = scheme.strip(_CONTROLS).translate(_LINE_SIGNS)
    netloc = query = fragment = ''
    if found := _SCHEME.match(url):
        scheme, url = found[1].lower(), url[found.end():]
    if url.startswith('//'):
        end = re.compile('[/?#]|$').search(url, 2).start()
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if '[' in netloc:
            _check_bracketed(netloc.partition('[')[2].partition(']')[0])
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    _check_normal(netloc)
    return as_given(SplitResult(scheme, netloc, url, query, fragment))


def _check_bracketed(host):
    """Only addresses of IPv6 and later may stand in brackets."""
    if host.startswith('v'):
        if not re.fullmatch(r'v[0-9a-fA-F]+\..+', host):
            raise ValueError('IPvFuture address is invalid')
        return
    import ipaddress
    if ipaddress.ip_address(host).version == 4:
        raise ValueError('An IPv4 address cannot be in brackets')


def _check_normal(netloc):
    """A host must not get a path when its signs are made the usual ones."""
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc.translate(str.maketrans('', '', '@:#?'))
    normal = unicodedata.normalize('NFKC', plain)
    if normal != plain and any(sign in normal for sign in '/?#@:'):
        raise ValueError(f"netloc '{netloc}' contains invalid characters "
                         'under NFKC normalization')


def urlparse(url, scheme='', allow_fragments=True):
    """As `urlsplit`, with the parameters of the last part of the path."""
    url, scheme, as_given = _as_texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(
        url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params:
        last = path.rfind('/') + 1
        name, _, params = path[last:].partition(';')
        path = path[:last] + name
    return as_given(ParseResult(scheme, netloc, path, params, query,
                                fragment))


def urlunsplit(components):
    """The address that has these parts."""
    scheme, netloc, url, query, fragment, as_given = _as_texts(*components)
    if netloc or scheme and scheme in uses_netloc and not url.startswith(
            '//'):
        slash = '/' if url and not url.startswith('/') else ''
        url = f'//{netloc}{slash}{url}'
    if scheme:
        url = f'{scheme}:{url}'
    if query:
        url += '?' + query
    if fragment:
        url += '#' + fragment
    return as_given(url)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, as_given = _as_texts(
        *components)
    if params:
        url = f'{url};{params}'
    return as_given(urlunsplit((scheme, netloc, url, query, fragment)))


def urldefrag(url):
    """The address without its fragment, and the fragment."""
    url, as_given = _as_texts(url)
    fragment = ''
    if '#' in url:
        *parts, fragment = urlparse(url)
        url = urlunparse((*parts, ''))
    return as_given(DefragResult(url, fragment))


def urljoin(base, url, allow_fragments=True):
    """The address that `url` means on the page `base` (RFC 3986, 5.2)."""
    if not base:
        return url
    if not url:
        return base
    base, url, as_given = _as_texts(base, url)
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return as_given(url)
    if u.scheme in uses_netloc:
        if u.netloc:
            return as_given(urlunparse(u))
        u = u._replace(netloc=b.netloc)
    if not u.path and not u.params:
        return as_given(urlunparse(u._replace(
            path=b.path, params=b.params, query=u.query or b.query)))
    parts = u.path.split('/')
    if not u.path.startswith('/'):
        before = b.path.split('/')
        if before[-1]:
            before.pop()
        parts = before + parts
        # Double slashes count for nothing.
        parts[1:-1] = filter(None, parts[1:-1])
    return as_given(urlunparse(u._replace(path=_without_dots(parts) or '/')))


def _without_dots(parts):
    kept = []
    for part in parts:
        if part == '..':
            if kept:
                kept.pop()
        elif part != '.':
            kept.append(part)
    if parts[-1] in ('.', '..'):
        kept.append('')
    return '/'.join(kept)


def unwrap(url):
    """The address without `<URL:` and `>` around it."""
    url = str(url).strip()
    if url.startswith('<') and url.endswith('>'):
        url = url[1:-1].strip()
    return url.removeprefix('URL:').strip()


def clear_cache():
    """Nothing to do: no results are kept."""


__lazy__ = {
    '_splitting': '''
        splitattr splithost splitnport splitpasswd splitport splitquery
        splittag splittype splituser splitvalue to_bytes
        _splitattr _splithost _splitnport _splitpasswd _splitport _splitquery
        _splittag _splittype _splituser _splitvalue _to_bytes'''}


def quote(string, safe='/', encoding=None, errors=None):
    """Replaces signs that have a meaning in addresses by %xx."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    allowed = _SAFE.union(map(chr, filter((128).__gt__, safe)))
    return ''.join([sign if sign in allowed else f'%{ord(sign):02X}'
                    for sign in bs.decode('latin-1')])


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if isinstance(string, (str, bytes)) and space not in string:
        return quote(string, safe, encoding, errors)
    safe += ' ' if isinstance(safe, str) else b' '
    return quote(string, safe, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    """The bytes that were quoted."""
    if not string:
        # What has no `split` is no text, even if it is empty.
        string.split
        return b''
    if isinstance(string, str):
        string = string.encode()
    first, *rest = string.split(b'%')
    out = bytearray(first)
    for part in rest:
        digits = part[:2]
        if len(digits) == 2 and digits.isalnum() and not digits.strip(
                b'0123456789abcdefABCDEF'):
            out.append(int(digits, 16))
            out += part[2:]
        else:
            out += b'%' + part
    return bytes(out)


def unquote(string, encoding='utf-8', errors='replace'):
    """The reverse of `quote`."""
    encoding, errors = encoding or 'utf-8', errors or 'replace'
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        # What has no `split` is no text.
        string.split
        return string
    # Other signs than those of ASCII are what they are in every encoding.
    return re.sub('[\0-\x7f]+',
                  lambda found: unquote_to_bytes(found[0]).decode(
                      encoding, errors), string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None,
              quote_via=quote_plus):
    """A query string from pairs or a mapping."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            is_pairs = not len(query) or isinstance(query[0], tuple)
        except TypeError:
            is_pairs = False
        if not is_pairs:
            raise TypeError(
                'not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    parts = []
    for key, value in query:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(
            type(value), '__len__')
        for one in value if many else (value,):
            parts.append(f'{quoted(key)}={quoted(one)}')
    return '&'.join(parts)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False,
              encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """The pairs of a query string."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    qs, as_given = _as_texts(qs)
    separator, _ = _as_texts(separator)
    if not qs:
        return []
    fields = qs.split(separator)
    if max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in fields:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            pairs.append((as_given(unquote_plus(name, encoding, errors)),
                          as_given(unquote_plus(value, encoding, errors))))
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

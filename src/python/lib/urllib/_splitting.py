"""Functions that take addresses apart piece by piece; old programs use them."""

import functools
import re
import warnings


def splittype(url):
    """'type:rest' as type and rest; None if there is no type."""
    found = re.match('([^/:]+):(.*)', url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def splithost(url):
    """'//host[:port]/path' as host and path."""
    found = re.match('//([^/#?]*)(.*)', url, re.DOTALL)
    if not found:
        return None, url
    path = found[2]
    return found[1], path if path[:1] in ('', '/') else '/' + path


def splituser(host):
    """'user[:password]@host' as what stands before and after the @."""
    user, at, host = host.rpartition('@')
    return user if at else None, host


def splitpasswd(user):
    user, colon, password = user.partition(':')
    return user, password if colon else None


def splitport(host):
    """'host:port' as both; the port is None if it is no number."""
    found = re.fullmatch('(.*):([0-9]*)', host, re.DOTALL)
    return (found[1], found[2] or None) if found else (host, None)


def splitnport(host, defport=-1):
    """The same with the port as an int; None if it is something else."""
    name, colon, port = host.rpartition(':')
    if not colon:
        return host, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def splitquery(url):
    path, mark, query = url.rpartition('?')
    return (path, query) if mark else (url, None)


def splittag(url):
    path, mark, tag = url.rpartition('#')
    return (path, tag) if mark else (url, None)


def splitattr(url):
    """'/path;a=1;b=2' as '/path' and the list of the others."""
    path, *attributes = url.split(';')
    return path, attributes


def splitvalue(attr):
    name, equals, value = attr.partition('=')
    return name, value if equals else None


def to_bytes(url):
    """The address as a str; it must be one in ASCII."""
    if isinstance(url, str):
        try:
            url = url.encode('ascii').decode()
        except UnicodeError:
            raise UnicodeError(f'URL {url!r} contains non-ASCII characters'
                               ) from None
    return url


def _deprecated(function):
    name = function.__name__
    instead = {'splitvalue': 'parse_qsl()', 'to_bytes': None}.get(
        name, 'urlparse()')
    use = f', use urllib.parse.{instead} instead' if instead else ''

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        warnings.warn(f'urllib.parse.{name}() is deprecated as of 3.8{use}',
                      DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)
    return wrapper


# With an underscore they do not warn.
for _plain in (splittype, splithost, splituser, splitpasswd, splitport,
               splitnport, splitquery, splittag, splitattr, splitvalue,
               to_bytes):
    globals()['_' + _plain.__name__] = _plain
    globals()[_plain.__name__] = _deprecated(_plain)

"""Paths as texts, in the way of POSIX. No path exists."""

__all__ = ['abspath', 'basename', 'commonpath', 'commonprefix', 'dirname',
           'exists', 'expanduser', 'expandvars', 'getsize', 'isabs', 'isdir',
           'isfile', 'islink', 'join', 'lexists', 'normcase', 'normpath',
           'realpath', 'relpath', 'split', 'splitdrive', 'splitext',
           'splitroot']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
altsep = None
devnull = '/dev/null'


def fspath(path):
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not '
                        + type(path).__name__)
    return method(path)


def _signs(path):
    """Slash, dot and nothing, of the type of the path."""
    return (b'/', b'.', b'') if isinstance(path, bytes) else ('/', '.', '')


def join(a, /, *paths):
    path = fspath(a)
    slash = _signs(path)[0]
    for part in paths:
        part = fspath(part)
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash) or not path:
            path = part
        elif path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p, /):
    p = fspath(p)
    slash = _signs(p)[0]
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def basename(p, /):
    return split(p)[1]


def dirname(p, /):
    return split(p)[0]


def splitext(p, /):
    p = fspath(p)
    slash, dot, _ = _signs(p)
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    # Dots that a name begins with do not count.
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p, /):
    p = fspath(p)
    return p[:0], p


def splitroot(p, /):
    p = fspath(p)
    slash = _signs(p)[0]
    rest = p.lstrip(slash)
    count = len(p) - len(rest)
    root = p[:2] if count == 2 else p[:min(count, 1)]
    return p[:0], root, p[len(root):]


def isabs(s, /):
    s = fspath(s)
    return s.startswith(_signs(s)[0])


def normcase(s, /):
    return fspath(s)


def normpath(path, /):
    path = fspath(path)
    slash, dot, empty = _signs(path)
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if part == dot or not part:
            continue
        if part == dot + dot and (parts and parts[-1] != part or
                                  root and not parts):
            if parts:
                parts.pop()
            continue
        parts.append(part)
    return root + slash.join(parts) or dot


def abspath(path, /):
    path = fspath(path)
    return normpath(join(_signs(path)[0], path))


def realpath(filename, /, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path = fspath(path)
    slash, dot, _ = _signs(path)
    start = abspath(dot if start is None else start).split(slash)
    wanted = abspath(path).split(slash)
    start = [part for part in start if part]
    wanted = [part for part in wanted if part]
    same = 0
    while same < min(len(start), len(wanted)) and start[same] == wanted[same]:
        same += 1
    return slash.join([dot + dot] * (len(start) - same) + wanted[same:]) or dot


def commonprefix(m, /):
    if not m:
        return ''
    least, most = min(m), max(m)
    for index, sign in enumerate(least):
        if sign != most[index]:
            return least[:index]
    return least


def commonpath(paths, /):
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot, _ = _signs(paths[0])
    if len({path.startswith(slash) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot]
                   for path in paths]
    common = commonprefix(split_paths) or []
    root = slash if paths[0].startswith(slash) else paths[0][:0]
    return root + slash.join(common)


def expanduser(path):
    path = fspath(path)
    if isinstance(path, str) and (path == '~' or path.startswith('~/')):
        from os import environ
        return environ.get('HOME', '/').rstrip('/') + path[1:] or '/'
    return path


def expandvars(path):
    import re
    from os import environ
    return re.sub(r'\$(?:(\w+)|\{([^}]*)\})', lambda found: environ.get(
        found[1] or found[2], found[0]), fspath(path), flags=re.ASCII)


def exists(path):
    return False


lexists = exists
isfile = exists
isdir = exists
islink = exists
ismount = exists


def getsize(filename):
    raise FileNotFoundError(2, 'No such file or directory', filename)


getmtime = getatime = getctime = getsize

"""Paths as texts, in the way of POSIX."""

__all__ = ['abspath', 'altsep', 'basename', 'commonpath', 'commonprefix',
           'curdir', 'defpath', 'devnull', 'dirname', 'exists', 'expanduser',
           'expandvars', 'extsep', 'getatime', 'getctime', 'getmtime',
           'getsize', 'isabs', 'isdir', 'isfile', 'isjunction', 'islink',
           'ismount', 'join', 'lexists', 'normcase', 'normpath', 'pardir',
           'pathsep', 'realpath', 'relpath', 'samefile', 'sameopenfile',
           'samestat', 'sep', 'split', 'splitdrive', 'splitext', 'splitroot',
           'supports_unicode_filenames']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
altsep = None
devnull = '/dev/null'
defpath = '/bin:/usr/bin'
supports_unicode_filenames = False


def check_path(path, name, or_integer=False, or_none=False):
    """Raises a `TypeError` for what is no path; `name` is call and argument."""
    if isinstance(path, (str, bytes)) or hasattr(type(path), '__fspath__'):
        return
    if (or_integer and hasattr(type(path), '__index__')
            or or_none and path is None):
        return
    kinds = ['string', 'bytes', 'os.PathLike']
    if or_integer:
        kinds.append('integer')
    if or_none:
        kinds.append('None')
    raise TypeError(f'{name} should be {", ".join(kinds[:-1])} or '
                    f'{kinds[-1]}, not {type(path).__name__}')


def fspath(path):
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not '
                        + type(path).__name__)
    text = method(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or '
                        f'bytes, not {type(text).__name__}')
    return text


def _signs(path):
    """Slash, dot and nothing, of the type of the path."""
    return (b'/', b'.', b'') if isinstance(path, bytes) else ('/', '.', '')


def join(a, /, *paths):
    path = fspath(a)
    slash = _signs(path)[0]
    for part in paths:
        try:
            part = fspath(part)
        except TypeError:
            raise TypeError('join() argument must be str, bytes, or '
                            'os.PathLike object, not '
                            f'{type(part).__name__!r}') from None
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
    return _ending_apart(p, p.rfind(slash) + 1, dot)


def _ending_apart(p, start, dot):
    """A path as what comes before its ending and the ending; its name begins at `start`."""
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
    return normpath(path if isabs(path) else join(_here(path), path))


def _here(path):
    """The current folder, of the type of the path."""
    from os import getcwd
    folder = getcwd()
    return folder.encode() if isinstance(path, bytes) else folder


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


def _node(path, follow=True):
    """What a path or the number of an open file leads to, or None."""
    import _files
    check_path(path, 'stat: path' if follow else 'lstat: path', follow)
    try:
        if isinstance(path, int):
            return _files.descriptor(path).node
        return _files.find(path, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _node(path) is not None


def lexists(path):
    return _node(path, False) is not None


def _is(path, kind, follow=True):
    return getattr(_node(path, follow), 'kind', None) == kind


def isfile(path):
    return _is(path, 0o100000)


def isdir(s, /):
    return _is(s, 0o040000)


def islink(path):
    return _is(path, 0o120000, False)


def isjunction(path):
    fspath(path)
    return False


def ismount(path):
    return abspath(path) == _signs(fspath(path))[0]


def getsize(filename):
    from os import stat
    return stat(filename).st_size


def getmtime(filename):
    from os import stat
    return stat(filename).st_mtime


def getatime(filename):
    from os import stat
    return stat(filename).st_atime


def getctime(filename):
    from os import stat
    return stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    from os import stat
    return samestat(stat(f1), stat(f2))


def sameopenfile(fp1, fp2):
    from os import fstat
    return samestat(fstat(fp1), fstat(fp2))


def realpath(filename, /, *, strict=False):
    """The path without `.`, `..` and symbolic links."""
    import _files
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return realpath(filename.decode(), strict=strict).encode()
    found = '/'
    todo = _parts_from_root(filename)
    followed = 0
    while todo:
        part = todo.pop()
        if part == '..':
            found = dirname(found)
            continue
        here = join(found, part)
        node = _node(here, False)
        if node is None and strict:
            raise _files.error(2, here)
        if isinstance(node, _files.Link):
            followed += 1
            if followed > 40:
                if strict:
                    raise _files.error(40, here)
                found = here
                continue
            if node.target.startswith('/'):
                found = '/'
            todo += [part for part in reversed(node.target.split('/'))
                     if part and part != '.']
        else:
            found = here
    return found


def _parts_from_root(path):
    """The parts of a path from the root on, the first one last."""
    from os import getcwd
    return [part for part in reversed(join(getcwd(), path).split('/'))
            if part and part != '.']

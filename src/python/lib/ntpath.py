"""Paths as texts, in the way of Windows.

Only what takes paths apart and puts them together: no file here has such a
path. What does not depend on the signs is that of `posixpath`.
"""

from os.path import (
    _ending_apart, _here, commonprefix, exists, expanduser, fspath, getatime,
    getctime, getmtime, getsize, isdir, isfile, islink, lexists, samefile,
    sameopenfile, samestat)

__all__ = ['abspath', 'altsep', 'basename', 'commonpath', 'commonprefix',
           'curdir', 'defpath', 'devnull', 'dirname', 'exists', 'expanduser',
           'expandvars', 'extsep', 'getatime', 'getctime', 'getmtime',
           'getsize', 'isabs', 'isdir', 'isfile', 'isjunction', 'islink',
           'ismount', 'isreserved', 'join', 'lexists', 'normcase', 'normpath',
           'pardir', 'pathsep', 'realpath', 'relpath', 'samefile',
           'sameopenfile', 'samestat', 'sep', 'split', 'splitdrive',
           'splitext', 'splitroot', 'supports_unicode_filenames']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '\\'
pathsep = ';'
altsep = '/'
devnull = 'nul'
defpath = '.;C:\\bin'
supports_unicode_filenames = True

# Names of devices, which no file can have.
_DEVICES = frozenset([
    'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$',
    *[f'{kind}{number}' for kind in ('COM', 'LPT')
      for number in '123456789\xb9\xb2\xb3']])


def _signs(path):
    """Backslash, slash, colon and dot, of the type of the path."""
    return (b'\\', b'/', b':', b'.') if isinstance(path, bytes) else (
        '\\', '/', ':', '.')


def normcase(s, /):
    s = fspath(s)
    back, slash, _, _ = _signs(s)
    return s.replace(slash, back).lower()


def isabs(s, /):
    s = fspath(s)
    back, slash, colon, _ = _signs(s)
    start = s[:3].replace(slash, back)
    return start.startswith(back) or start[1:] == colon + back


def splitdrive(p, /):
    drive, root, rest = splitroot(p)
    return drive, root + rest


def splitroot(p, /):
    """A path as drive, root and the rest: `C:`, `\\` and `a\\b`."""
    p = fspath(p)
    back, slash, colon, dot = _signs(p)
    text = p.replace(slash, back)
    if text[:2] == back + back:
        # A share, `\\server\share`, or a device, `\\?\UNC\server\share`.
        unc = b'\\\\?\\UNC\\' if isinstance(p, bytes) else '\\\\?\\UNC\\'
        start = 8 if text[:8].upper() == unc else 2
        end = text.find(back, start)
        if end >= 0:
            end = text.find(back, end + 1)
        if end < 0:
            return p, p[:0], p[:0]
        return p[:end], p[end:end + 1], p[end + 1:]
    at = 2 if text[1:2] == colon else 0
    end = at + 1 if text[at:at + 1] == back else at
    return p[:at], p[at:end], p[end:]


def join(path, /, *paths):
    path = fspath(path)
    back, slash, colon, _ = _signs(path)
    drive, root, rest = splitroot(path)
    for part in map(fspath, paths):
        if isinstance(part, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        new_drive, new_root, new_rest = splitroot(part)
        if new_root:
            drive, root, rest = new_drive or drive, new_root, new_rest
            continue
        if new_drive and new_drive != drive:
            if new_drive.lower() != drive.lower():
                drive, root, rest = new_drive, new_root, new_rest
                continue
            drive = new_drive
        if rest and rest[-1:] not in (back, slash):
            rest += back
        rest += new_rest
    if rest and not root and drive and drive[-1:] not in (colon, back, slash):
        return drive + back + rest
    return drive + root + rest


def split(p, /):
    p = fspath(p)
    back, slash, _, _ = _signs(p)
    drive, root, rest = splitroot(p)
    at = max(rest.rfind(back), rest.rfind(slash)) + 1
    return drive + root + rest[:at].rstrip(back + slash), rest[at:]


def basename(p, /):
    return split(p)[1]


def dirname(p, /):
    return split(p)[0]


def splitext(p, /):
    p = fspath(p)
    back, slash, _, dot = _signs(p)
    return _ending_apart(p, max(p.rfind(back), p.rfind(slash)) + 1, dot)


def normpath(path, /):
    path = fspath(path)
    back, slash, _, dot = _signs(path)
    drive, root, rest = splitroot(path.replace(slash, back))
    parts = []
    for part in rest.split(back):
        if not part or part == dot:
            continue
        if part == dot + dot and (root if not parts else parts[-1] != part):
            if parts:
                parts.pop()
            continue
        parts.append(part)
    prefix = drive + root
    return prefix + back.join(parts) if prefix or parts else dot


def abspath(path, /):
    path = fspath(path)
    return normpath(path if isabs(path) else join(_here(path), path))


def realpath(path, *, strict=False):
    return abspath(path)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path = fspath(path)
    back, _, _, dot = _signs(path)
    start = dot if start is None else fspath(start)
    if isinstance(start, bytes) != isinstance(path, bytes):
        raise TypeError("Can't mix strings and bytes in path components")
    drive, _, rest = splitroot(abspath(path))
    start_drive, _, start_rest = splitroot(abspath(start))
    if normcase(drive) != normcase(start_drive):
        raise ValueError(f'path is on mount {drive!r}, start on mount '
                         f'{start_drive!r}')
    parts = [part for part in rest.split(back) if part]
    above = [part for part in start_rest.split(back) if part]
    common = 0
    for one, other in zip(parts, above):
        if normcase(one) != normcase(other):
            break
        common += 1
    return back.join([dot + dot] * (len(above) - common)
                     + parts[common:]) or dot


def commonpath(paths):
    """The longest path that all of them begin with."""
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components")
    back, slash, _, dot = _signs(paths[0])
    split_paths = [splitroot(path.replace(slash, back)) for path in paths]
    if len({drive.lower() for drive, _, _ in split_paths}) > 1:
        raise ValueError("Paths don't have the same drive")
    if len({root for _, root, _ in split_paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    drive, root, rest = split_paths[0]
    parts = [[part for part in rest.split(back) if part and part != dot]
             for _, _, rest in split_paths]
    common = 0
    for level in zip(*[[part.lower() for part in one] for one in parts]):
        if len(set(level)) > 1:
            break
        common += 1
    return drive + root + back.join(parts[0][:common])


def expandvars(path):
    """`%NAME%`, `$NAME` and `${NAME}` become what the environment says."""
    import re
    from os import environ
    path = fspath(path)

    def value(match):
        if match[0] == '%%':
            return '%'
        name = match[1] or match[2] or match[3]
        return match[0] if name is None else environ.get(name, match[0])
    pattern = r"'[^']*'|%%|%([^%]+)%|\$\{([^}]*)\}|\$(\w+)"
    if isinstance(path, bytes):
        return re.sub(pattern, value, path.decode()).encode()
    return re.sub(pattern, value, path)


def ismount(path, /):
    drive, root, rest = splitroot(abspath(path))
    return bool(drive and not rest) or bool(root and not rest)


def isjunction(path, /):
    return False


def isreserved(path, /):
    """Whether Windows keeps a name for a device or for itself (Python 3.13)."""
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    rest = splitroot(path)[2].replace(altsep, sep)
    return any(map(_is_reserved_name, reversed(rest.split(sep))))


def _is_reserved_name(name):
    if name[-1:] in ('.', ' '):
        return name not in ('.', '..')
    if any(sign in '*?"<>/\\:|' or sign < ' ' for sign in name):
        return True
    return name.partition('.')[0].rstrip(' ').upper() in _DEVICES

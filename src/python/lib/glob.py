"""Paths that match a pattern."""

__all__ = ['escape', 'glob', 'has_magic', 'iglob', 'translate']

import fnmatch
import os
import re


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False,
         include_hidden=False):
    """A list of the paths that match; `**` with `recursive` is any depth."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False,
          include_hidden=False):
    root = '' if root_dir is None else os.fspath(root_dir)
    if isinstance(pathname, bytes):
        return (path.encode() for path in iglob(
            pathname.decode(), root_dir=root and os.fsdecode(root),
            recursive=recursive, include_hidden=include_hidden))
    return (path for path in _paths(root, pathname, recursive, include_hidden)
            if path)


def _paths(root, pattern, recursive, hidden):
    """The matches; '' among them is where the search begins."""
    directory, name = os.path.split(pattern)
    if not has_magic(pattern):
        full = os.path.join(root, pattern)
        if os.path.lexists(full) if name else os.path.isdir(full):
            yield pattern
        return
    if not directory:
        bases = ['']
    elif directory != pattern and has_magic(directory):
        bases = _paths(root, directory, recursive, hidden)
    else:
        bases = [directory]
    for base in bases:
        for found in _names(os.path.join(root, base), name, recursive,
                            hidden):
            yield os.path.join(base, found)


def _names(directory, pattern, recursive, hidden):
    """What in a directory matches one part of a pattern."""
    if pattern == '**' and recursive:
        if not directory or os.path.isdir(directory):
            yield ''
            yield from _below(directory, hidden)
    elif has_magic(pattern):
        names = _list(directory)
        if not hidden and not pattern.startswith('.'):
            names = [name for name in names if not name.startswith('.')]
        yield from fnmatch.filter(names, pattern)
    elif os.path.lexists(os.path.join(directory, pattern)) if pattern else (
            os.path.isdir(directory)):
        yield pattern


def _list(directory):
    try:
        return os.listdir(directory or '.')
    except OSError:
        return []


def _below(directory, hidden):
    for name in _list(directory):
        if hidden or not name.startswith('.'):
            yield name
            path = os.path.join(directory, name)
            if os.path.isdir(path):
                for found in _below(path, hidden):
                    yield os.path.join(name, found)


_MAGIC = re.compile('[*?[]')


def has_magic(s):
    """Whether a text has signs of a pattern."""
    if isinstance(s, bytes):
        s = s.decode('latin-1')
    return _MAGIC.search(s) is not None


def escape(pathname):
    """A pattern that matches this path only."""
    if isinstance(pathname, bytes):
        return re.sub(b'([*?[])', rb'[\1]', pathname)
    return re.sub('([*?[])', r'[\1]', pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression for a pattern of a whole path."""
    parts = []
    pieces = pat.split('/')
    for index, piece in enumerate(pieces):
        last = index == len(pieces) - 1
        if recursive and piece == '**':
            one = '[^/]+' if include_hidden else r'[^./][^/]*'
            parts.append((f'(?:.+)?' if include_hidden else
                          f'(?:{one}(?:/{one})*)?') if last else
                         f'(?:{one}/)*')
            continue
        if piece == '*':
            text = '[^/]+' if include_hidden else r'[^./][^/]*'
        else:
            text = fnmatch.translate(piece)[4:-3].replace('.*', '[^/]*')
            if not include_hidden and piece[:1] in ('*', '?', '['):
                text = r'(?!\.)' + text
        parts.append(text if last else text + '/')
    return f'(?s:{"".join(parts)})\\Z'

"""Lines of source by file name."""

__all__ = ['checkcache', 'clearcache', 'getline', 'getlines', 'lazycache']

import os
import sys

from _traceback import source_lines

# File name to (size, time, lines, full name), as other programs expect it, or
# to a tuple of a function that gives the source.
cache = {}


def getlines(filename, module_globals=None):
    """All lines of a file, with their line ends; [] if there is no such file."""
    known = cache.get(filename)
    if known is not None and len(known) != 1:
        return known[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def getline(filename, lineno, module_globals=None):
    """One line, counted from 1; '' if there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def clearcache():
    """Forgets all files."""
    cache.clear()


def checkcache(filename=None):
    """Forgets the files that have changed, or one of them."""
    names = list(cache) if filename is None else [filename]
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, time, _, path = entry
        if time is None:
            # It did not come from a file that could change.
            continue
        try:
            now = os.stat(path)
        except OSError:
            now = None
        if now is None or (now.st_size, now.st_mtime) != (size, time):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file anew and returns its lines, [] if there are none."""
    known = cache.get(filename)
    if known is not None and len(known) != 1:
        del cache[filename]
    if not filename:
        return []
    if lines := source_lines(filename):
        # A module of the program or of the library.
        cache[filename] = sum(map(len, lines)), None, lines, filename
        return lines
    if filename.startswith('<') and filename.endswith('>'):
        return []
    path = filename
    if not os.path.isfile(path):
        if lazycache(filename, module_globals):
            return _from_loader(filename)
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            if isinstance(folder, str):
                path = os.path.join(folder, filename)
                if os.path.isfile(path):
                    break
        else:
            return []
    try:
        found = os.stat(path)
        import tokenize
        with tokenize.open(path) as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, path
    return lines


def _from_loader(filename):
    try:
        source = cache[filename][0]()
    except (ImportError, OSError):
        return []
    if source is None:
        return []
    lines = [line + '\n' for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Notes that a module's loader can give the source, if one can."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return False
    if not module_globals or '__name__' not in module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', module_globals['__name__'])
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True

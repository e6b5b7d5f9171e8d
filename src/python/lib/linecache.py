"""Lines of source by file name."""

__all__ = ['checkcache', 'clearcache', 'getline', 'getlines', 'lazycache']

from _traceback import source_lines

# File name to (size, time, lines, full name), as other programs expect it.
cache = {}


def getlines(filename, module_globals=None):
    """All lines of a file, with their line ends; [] if there is no such file."""
    known = cache.get(filename)
    if known is not None and len(known) == 4:
        return known[2]
    return source_lines(filename)


def getline(filename, lineno, module_globals=None):
    """One line, counted from 1; '' if there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def clearcache():
    """Forgets what the program has put into the cache."""
    cache.clear()


def checkcache(filename=None):
    """Nothing to do: source does not change during a run."""


def lazycache(filename, module_globals):
    """Whether lines could be had later: they can be had at any time."""
    return False

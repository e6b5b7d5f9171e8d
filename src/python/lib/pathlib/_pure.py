"""Paths that are only taken apart and put together."""

import ntpath
import os
from collections.abc import Sequence


class PurePath:
    """A path that is only taken apart and put together."""

    __slots__ = ('_drive', '_root', '_parts')

    # The module whose way of writing paths it has.
    parser = _flavour = os.path

    def __new__(cls, *args):
        self = object.__new__(PurePosixPath if cls is PurePath else cls)
        parser = self.parser
        text = parser.join('', *map(os.fspath, args)) if args else ''
        if not isinstance(text, str):
            raise TypeError(
                'argument should be a str or an os.PathLike object where '
                '__fspath__ returns a str, not '
                f'{type(text).__name__!r}')
        if parser.altsep:
            text = text.replace(parser.altsep, parser.sep)
        self._drive, root, rest = parser.splitroot(text)
        self._root = root or self._root_of_share()
        self._parts = tuple([part for part in rest.split(parser.sep)
                             if part and part != '.'])
        return self

    def _root_of_share(self):
        """A share such as `\\\\server\\share` has a root, written or not."""
        sep = self.parser.sep
        parts = self._drive.split(sep)
        is_share = len(parts) == 4 and parts[2] not in ('?', '.') or (
            len(parts) == 6)
        return sep if is_share and self._drive.startswith(sep) else ''

    def __init__(self, *args):
        pass

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _with(self, parts):
        return self.with_segments(self.anchor + self.parser.sep.join(parts))

    def __str__(self):
        return (self._drive + self._root
                + self.parser.sep.join(self._parts) or '.')

    __fspath__ = __str__

    def as_posix(self):
        return str(self).replace(self.parser.sep, '/')

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def __bytes__(self):
        return str(self).encode()

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)) and not hasattr(
                type(key), '__fspath__'):
            return NotImplemented
        return self.with_segments(self, key)

    def __rtruediv__(self, key):
        if not isinstance(key, str):
            return NotImplemented
        return self.with_segments(key, self)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def _key(self):
        """What paths are compared by."""
        return self.parser.normcase(str(self))

    def _parts_key(self):
        return [self.parser.normcase(part) for part in self.parts]

    def _comparable(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parser is other.parser and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        if not self._comparable(other):
            return NotImplemented
        return self._parts_key() < other._parts_key()

    def __le__(self, other):
        if not self._comparable(other):
            return NotImplemented
        return self._parts_key() <= other._parts_key()

    def __gt__(self, other):
        if not self._comparable(other):
            return NotImplemented
        return self._parts_key() > other._parts_key()

    def __ge__(self, other):
        if not self._comparable(other):
            return NotImplemented
        return self._parts_key() >= other._parts_key()

    def __reduce__(self):
        return type(self), self.parts

    @property
    def parts(self):
        return (self.anchor, *self._parts) if self.anchor else self._parts

    drive = property(lambda self: self._drive)
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drive + self._root)

    @property
    def name(self):
        return self._parts[-1] if self._parts else ''

    @property
    def suffix(self):
        return self.name[self._end_of_stem():]

    def _end_of_stem(self):
        # A dot at either end does not begin a suffix.
        name = self.name
        at = name.rfind('.')
        return at if 0 < at < len(name) - 1 else len(name)

    @property
    def suffixes(self):
        name = self.name.lstrip('.')
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.split('.')[1:]]

    @property
    def stem(self):
        return self.name[:self._end_of_stem()]

    @property
    def parent(self):
        return self._with(self._parts[:-1]) if self._parts else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        parser = self.parser
        if (not name or parser.sep in name or name == '.'
                or (parser.altsep and parser.altsep in name)
                or parser.splitroot(name)[0]):
            raise ValueError(f'Invalid name {name!r}')
        return self._with((*self._parts[:-1], name))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (self.parser.sep in suffix or suffix == '.'
                       or not suffix.startswith('.')
                       or self.parser.altsep and self.parser.altsep in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root) and (
            bool(self._drive) or self.parser is os.path)

    def is_reserved(self):
        """Whether Windows keeps one of its names for a device."""
        return False

    def relative_to(self, *other, walk_up=False):
        if not other:
            raise TypeError('need at least one argument')
        other = self.with_segments(*other)
        if self._is_below(other):
            parts = self._parts[len(other._parts):]
            if self._root and not other._root and other._drive:
                # Only the drive goes.
                parts = self._root, *parts
            return self.with_segments(*parts)
        if not walk_up or self._root != other._root:
            raise ValueError(
                f'{str(self)!r} is not in the subpath of {str(other)!r} OR '
                'one path is relative and the other is absolute.'
                if not walk_up else
                f'{str(self)!r} and {str(other)!r} have different anchors')
        if '..' in other._parts:
            raise ValueError(
                f"'..' segment in {str(other)!r} cannot be walked")
        return self.with_segments(
            os.path.relpath('/' + '/'.join(self._parts),
                            '/' + '/'.join(other._parts)))

    def is_relative_to(self, *other):
        if not other:
            raise TypeError('need at least one argument')
        return self._is_below(self.with_segments(*other))

    def _is_below(self, other):
        """Whether it begins with the parts of the other path."""
        if self.anchor and not other.parts:
            return False
        mine, wanted = self._parts_key(), other._parts_key()
        if (other._drive and not other._root and self._root
                and mine and wanted):
            mine[0], wanted[0] = (self.parser.normcase(self._drive),
                                  self.parser.normcase(other._drive))
            if len(wanted) > 1:
                return False
        return mine[:len(wanted)] == wanted

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path matches a pattern with * and ?."""
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError('empty pattern')
        normcase = self.parser.normcase
        if pattern._drive and normcase(pattern._drive) != normcase(self._drive):
            return False
        if pattern._root and pattern._root != self._root:
            return False
        if len(pattern.parts) > len(self.parts) or (
                pattern.anchor and len(pattern.parts) != len(self.parts)):
            return False
        ignore = case_sensitive is False or (
            case_sensitive is None and normcase('A') == 'a')
        mine = self._parts if pattern.anchor else self.parts
        return all(_matches(part, wanted, ignore) for part, wanted in zip(
            reversed(mine), reversed(pattern._parts)))

    def as_uri(self):
        from urllib.parse import quote
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return 'file://' + quote(str(self))


def _matches(name, pattern, ignore_case):
    import re
    signs = {'*': '[^/]*', '?': '[^/]'}
    expression = ''.join([signs.get(sign) or re.escape(sign)
                          for sign in pattern])
    flags = re.IGNORECASE if ignore_case else 0
    return re.fullmatch(expression, name, flags) is not None


class _Parents(Sequence):
    """The paths above a path, the nearest first."""

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[i] for i in range(*index.indices(len(self)))])
        count = len(self)
        if not -count <= index < count:
            raise IndexError(index)
        return self._path._with(self._path._parts[:count - 1 - index % count])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PureWindowsPath(PurePath):
    """A path as Windows writes it, on any system."""

    __slots__ = ()

    parser = _flavour = ntpath

    def is_reserved(self):
        if not self._parts or self._drive.startswith(self.parser.sep):
            return False
        name = self._parts[-1].partition('.')[0].partition(':')[0]
        return name.rstrip(' ').upper() in ntpath._DEVICES

    def as_uri(self):
        from urllib.parse import quote
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        text = self.as_posix()
        if text[1:2] == ':':
            # The colon of a drive is not quoted.
            return f'file:///{text[:2]}' + quote(text[2:])
        return 'file:' + quote(text)


class PurePosixPath(PurePath):
    """What `PurePath` makes."""

    __slots__ = ()

"""Paths that are only taken apart and put together."""

import os


class PurePath:
    """A path that is only taken apart and put together."""

    __slots__ = ('_root', '_parts')

    def __new__(cls, *args):
        self = object.__new__(PurePosixPath if cls is PurePath else cls)
        text = os.path.join('', *map(os.fspath, args)) if args else ''
        if not isinstance(text, str):
            raise TypeError(
                'argument should be a str or an os.PathLike object where '
                '__fspath__ returns a str, not '
                f'{type(text).__name__!r}')
        _, self._root, rest = os.path.splitroot(text)
        self._parts = tuple([part for part in rest.split('/')
                             if part and part != '.'])
        return self

    def __init__(self, *args):
        pass

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _with(self, parts):
        return self.with_segments(self._root + '/'.join(parts))

    def __str__(self):
        return self._root + '/'.join(self._parts) or '.'

    __fspath__ = __str__
    as_posix = __str__

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

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

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts <= other.parts

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts > other.parts

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts >= other.parts

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def parts(self):
        return (self._root, *self._parts) if self._root else self._parts

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def name(self):
        return self._parts[-1] if self._parts else ''

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        name = self.name.lstrip('.')
        return ['.' + part for part in name.split('.')[1:]]

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def parent(self):
        return self._with(self._parts[:-1]) if self._parts else self

    @property
    def parents(self):
        return tuple([self._with(self._parts[:end])
                      for end in range(len(self._parts) - 1, -1, -1)])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._with((*self._parts[:-1], name))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.'
                       or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def relative_to(self, other, *, walk_up=False):
        other = self.with_segments(other)
        count = len(other.parts)
        if self.parts[:count] == other.parts:
            return self.with_segments(*self.parts[count:])
        if not walk_up or self._root != other._root:
            raise ValueError(
                f'{str(self)!r} is not in the subpath of {str(other)!r}'
                if not walk_up else
                f'{str(self)!r} and {str(other)!r} have different anchors')
        if '..' in other._parts:
            raise ValueError(
                f"'..' segment in {str(other)!r} cannot be walked")
        return self.with_segments(
            os.path.relpath('/' + '/'.join(self._parts),
                            '/' + '/'.join(other._parts)))

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return self.parts[:len(other.parts)] == other.parts

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the end of the path matches a pattern with * and ?."""
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError('empty pattern')
        if len(pattern.parts) > len(self.parts) or (
                pattern._root and len(pattern.parts) != len(self.parts)):
            return False
        ignore = case_sensitive is False
        return all(_matches(part, wanted, ignore) for part, wanted in zip(
            reversed(self.parts), reversed(pattern.parts)))

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


class PureWindowsPath(PurePath):
    """Known by name only: paths here are POSIX's."""

    __slots__ = ()

    def __new__(cls, *args):
        raise NotImplementedError(
            'the playground takes paths apart in the way of POSIX only')


class PurePosixPath(PurePath):
    """What `PurePath` makes."""

    __slots__ = ()

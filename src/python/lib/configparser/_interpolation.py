"""Values that refer to other values."""

import re

from ._errors import (
    InterpolationDepthError, InterpolationMissingOptionError,
    InterpolationSyntaxError, NoOptionError, NoSectionError,
)

MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    """Values are what is written."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Marked(Interpolation):
    """References that begin with one character, which doubled is itself."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        mark = self._mark
        rest = self._reference.sub('', value.replace(mark * 2, ''))
        if mark in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at '
                             f'position {rest.find(mark)}')
        return value

    def _expand(self, parser, option, parts, rest, section, values, depth):
        mark = self._mark
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            before, found, rest = rest.partition(mark)
            parts.append(before)
            if not found:
                return
            if rest[:1] == mark:
                parts.append(mark)
                rest = rest[1:]
                continue
            if rest[:1] != self._opening:
                raise InterpolationSyntaxError(
                    option, section, f"'{mark}' must be followed by '{mark}' "
                    f"or '{self._opening}', found: {self._shown(mark + rest)}")
            match = self._reference.match(mark + rest)
            if match is None:
                raise InterpolationSyntaxError(
                    option, section, 'bad interpolation variable reference '
                    f'{mark + rest!r}')
            rest = rest[match.end() - 1:]
            value, place, name = self._value(
                parser, option, section, values, raw, match.group(1),
                mark + rest)
            if mark in value:
                if place == section:
                    inner = values
                else:
                    inner = dict(parser.items(place, raw=True))
                self._expand(parser, name, parts, value, place, inner,
                             depth + 1)
            else:
                parts.append(value)


class BasicInterpolation(_Marked):
    """`%(name)s` is a value of the same section."""

    _mark, _opening = '%', '('
    _reference = re.compile(r'%\(([^)]+)\)s')
    _shown = staticmethod(repr)

    def _value(self, parser, option, section, values, raw, key, rest):
        name = parser.optionxform(key)
        try:
            return values[name], section, option
        except KeyError:
            raise InterpolationMissingOptionError(
                option, section, raw, name) from None


class ExtendedInterpolation(_Marked):
    """`${name}` is a value of the same section, `${section:name}` of another."""

    _mark, _opening = '$', '{'
    _reference = re.compile(r'\$\{([^}]+)\}')
    _shown = staticmethod(repr)

    def _value(self, parser, option, section, values, raw, key, rest):
        path = key.split(':')
        place, name = section, option
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                return values[name], section, name
            if len(path) == 2:
                place = path[0]
                name = parser.optionxform(path[1])
                return parser.get(place, name, raw=True), place, name
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(
                option, section, raw, ':'.join(path)) from None
        raise InterpolationSyntaxError(
            option, section, f"More than one ':' found: {rest[1:]!r}")


class LegacyInterpolation(Interpolation):
    """`%(name)s` by the formatting of texts, as long as any is left."""

    _reference = re.compile(r'%\(([^)]*)\)s|.')

    def before_get(self, parser, section, option, value, defaults):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or '%(' not in value:
                break
            value = self._reference.sub(
                lambda match: match.group() if match.group(1) is None
                else f'%({parser.optionxform(match.group(1))})s', value)
            try:
                value = value % defaults
            except KeyError as error:
                raise InterpolationMissingOptionError(
                    option, section, raw, error.args[0]) from None
        if value and '%(' in value:
            raise InterpolationDepthError(option, section, raw)
        return value

"""The parsers: reading, asking, changing and writing."""

import io
import itertools
import re
from collections import ChainMap
from collections.abc import MutableMapping

from ._errors import (
    DuplicateOptionError, DuplicateSectionError,
    NoOptionError, NoSectionError,
)
from ._interpolation import (
    BasicInterpolation, Interpolation,
)
from ._proxies import _UNSET, ConverterMapping, SectionProxy

DEFAULTSECT = 'DEFAULT'


class RawConfigParser(MutableMapping):
    """Sections of settings, which stay as they are written."""

    SECTCRE = re.compile(r'\[(?P<header>.+)\]')
    OPTCRE = re.compile(
        r'(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))$')
    OPTCRE_NV = re.compile(
        r'(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))?$')
    NONSPACECRE = re.compile(r'\S')
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *,
                 delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True,
                 empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        if delimiters == ('=', ':'):
            self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        else:
            marks = '|'.join(map(re.escape, delimiters))
            optional = '?' if allow_no_value else ''
            self._optcre = re.compile(
                rf'(?P<option>.*?)\s*(?:(?P<vi>{marks})\s*'
                rf'(?P<value>.*)){optional}$')
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        if interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError('interpolation= must be None or an instance of '
                            'Interpolation; got an object of type '
                            f'{type(interpolation)}')
        self._interpolation = interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    # Asking.

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections, without that of the defaults."""
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        """The names of a section's settings, and of the defaults."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def _values(self, section, vars=None):
        """What is known in a section; raises NoSectionError."""
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section) from None
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = None if value is None else str(value)
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The text of a setting."""
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(
            self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None,
                  fallback=_UNSET, **kwargs):
        try:
            value = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return conv(value)

    def getint(self, section, option, *, raw=False, vars=None,
               fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars,
                              fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None,
                 fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars,
                              fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None,
                   fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean,
                              raw=raw, vars=vars, fallback=fallback, **kwargs)

    def items(self, section=_UNSET, raw=False, vars=None):
        """Names and sections; with a section its names and values."""
        if section is _UNSET:
            return super().items()
        found = self._defaults.copy()
        try:
            found.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)
        own = list(found)
        for key, value in (vars or {}).items():
            found[self.optionxform(key)] = value
        if raw:
            return [(option, found[option]) for option in own]
        return [(option, self._interpolation.before_get(
                    self, section, option, found[option], found))
                for option in own]

    def has_option(self, section, option):
        """Whether there is a setting, be it by default."""
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        if section not in self._sections:
            return False
        return option in self._sections[section] or option in self._defaults

    def optionxform(self, optionstr):
        return optionstr.lower()

    @property
    def converters(self):
        return self._converters

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    # Changing.

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(
                self, section, option, value)
        if not section or section == self.default_section:
            place = self._defaults
        elif section in self._sections:
            place = self._sections[section]
        else:
            raise NoSectionError(section) from None
        place[self.optionxform(option)] = value

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            place = self._defaults
        elif section in self._sections:
            place = self._sections[section]
        else:
            raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in place
        if existed:
            del place[option]
        return existed

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections)

    # Reading and writing.

    def read(self, filenames, encoding=None):
        """Reads files; those that cannot be opened are left out. Names of
        the others."""
        if isinstance(filenames, (str, bytes)) or hasattr(
                filenames, '__fspath__'):
            filenames = [filenames]
        read = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            if hasattr(name, '__fspath__'):
                name = name.__fspath__()
            read.append(name)
        return read

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        self.read_file(io.StringIO(string), source)

    def readfp(self, fp, filename=None):
        import warnings
        warnings.warn(
            "This method will be removed in Python 3.12. Use "
            "'parser.read_file()' instead.", DeprecationWarning, stacklevel=2)
        self.read_file(fp, source=filename)

    def read_dict(self, dictionary, source='<dict>'):
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def _read_defaults(self, defaults):
        before, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = before

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        if space_around_delimiters:
            mark = f' {mark} '
        if self._defaults:
            self._write_section(fp, self.default_section,
                                self._defaults.items(), mark)
        for section in self._sections:
            self._write_section(fp, section,
                                self._sections[section].items(), mark)

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write(f'[{section_name}]\n')
        for key, value in section_items:
            value = self._interpolation.before_write(
                self, section_name, key, value)
            if value is None and self._allow_no_value:
                fp.write(f'{key}\n')
            else:
                value = str(value).replace('\n', '\n\t')
                fp.write(f'{key}{delimiter}{value}\n')
        fp.write('\n')

    def _without_comment(self, line):
        """A line without its comment, and whether it had one."""
        cut = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at != -1:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                    break
                at = line.find(prefix, at + 1)
        has_comment = cut < len(line)
        for prefix in self._comment_prefixes:
            if line.strip().startswith(prefix):
                return '', True
        return line[:cut].strip(), has_comment

    def _read(self, fp, source):
        from ._reading import Reading
        Reading(self, source).run(fp)

    def _validate_value_types(self, *, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not self._allow_no_value or value:
            if not isinstance(value, str):
                raise TypeError('option values must be strings')


class ConfigParser(RawConfigParser):
    """As RawConfigParser; values may refer to others."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)


class SafeConfigParser(ConfigParser):
    """The old name of ConfigParser."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        import warnings
        warnings.warn(
            'The SafeConfigParser class has been renamed to ConfigParser in '
            'Python 3.2. This alias will be removed in Python 3.12. Use '
            'ConfigParser directly instead.', DeprecationWarning,
            stacklevel=2)

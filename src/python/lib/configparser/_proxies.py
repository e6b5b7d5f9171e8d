"""Sections as mappings, and the converters of a parser."""

from collections.abc import MutableMapping
from functools import partial

_UNSET = object()


class SectionProxy(MutableMapping):
    """One section of a parser."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for convert in parser.converters:
            key = f'get{convert}'
            setattr(self, key, partial(
                self.get, _impl=getattr(parser, key)))

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key)
                and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None,
            **kwargs):
        impl = _impl or self._parser.get
        return impl(self._name, option, raw=raw, vars=vars,
                    fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """Names and functions: each gives a parser and its sections a getter."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for name in dir(type(parser)):
            if name.startswith('get') and len(name) > 3 and callable(
                    getattr(type(parser), name)):
                self._data[name[3:]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        name = f'get{key}'
        if not isinstance(key, str) or not name.isidentifier():
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})')
        if name == 'get':
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        getter = partial(self._parser._get_conv, conv=value)
        setattr(self._parser, name, getter)
        for proxy in self._parser.values():
            setattr(proxy, name, partial(proxy.get, _impl=getter))

    def __delitem__(self, key):
        del self._data[key]
        for holder in (self._parser, *self._parser.values()):
            try:
                delattr(holder, f'get{key}')
            except AttributeError:
                pass

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

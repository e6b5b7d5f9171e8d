"""Settings of logging from a dict or from a file of sections."""

__all__ = ['BaseConfigurator', 'DictConfigurator', 'dictConfig',
           'dictConfigClass', 'fileConfig']

import logging
import logging.handlers
import os
import re
import sys

from logging import _check_level, _handlers_by_name

_PROTOCOL = re.compile(r'(?P<prefix>[a-z]+)://(?P<suffix>.*)')
_FIRST_NAME = re.compile(r'\s*(\w+)\s*')
_NEXT = re.compile(r'\.\s*(?P<name>\w+)\s*|\[\s*(?P<index>[^\]]+?)\s*\]\s*')


class _Converting:
    """A container that converts its items when they are asked for."""

    def _converted(self, key, value):
        new = self.configurator.convert(value)
        if new is not value:
            super().__setitem__(key, new)
            if isinstance(new, _Converting):
                new.parent, new.key = self, key
        return new

    def __getitem__(self, key):
        return self._converted(key, super().__getitem__(key))


class ConvertingDict(_Converting, dict):
    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, default=None):
        return self.configurator.convert(super().pop(key, default))


class ConvertingList(_Converting, list):
    def pop(self, idx=-1):
        return self.configurator.convert(super().pop(idx))


class ConvertingTuple(_Converting, tuple):
    def _converted(self, key, value):
        return self.configurator.convert(value)


class BaseConfigurator:
    """Finds what the texts of a configuration mean."""

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """The object with this dotted name."""
        first, *rest = s.split('.')
        used = first
        try:
            found = self.importer(first)
            for name in rest:
                used += '.' + name
                try:
                    found = getattr(found, name)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, name)
            return found
        except ImportError as problem:
            raise ValueError(
                f'Cannot resolve {s!r}: {problem}') from problem

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What stands elsewhere in the configuration."""
        match = _FIRST_NAME.match(value)
        if match is None:
            raise ValueError(f'Unable to convert {value!r}')
        found = self.config[match[1]]
        at = match.end()
        while at < len(value):
            match = _NEXT.match(value, at)
            if match is None:
                raise ValueError(
                    f'Unable to convert {value!r} at {value[at:]!r}')
            at = match.end()
            key = match['name'] or match['index']
            if match['index'] and key.isdigit():
                try:
                    found = found[int(key)]
                    continue
                except (TypeError, KeyError):
                    pass
            found = found[key]
        return found

    def convert(self, value):
        if isinstance(value, str):
            match = _PROTOCOL.fullmatch(value)
            name = match and self.value_converters.get(match['prefix'])
            return getattr(self, name)(match['suffix']) if name else value
        if isinstance(value, _Converting):
            return value
        for plain, kind in ((dict, ConvertingDict), (list, ConvertingList),
                            (tuple, ConvertingTuple)):
            if isinstance(value, plain) and not hasattr(value, '_fields'):
                made = kind(value)
                made.configurator = self
                return made
        return value

    def configure_custom(self, config):
        """What the factory under '()' makes of the other settings."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop('.', None)
        made = factory(**{key: config[key] for key in config
                          if key.isidentifier()})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _reset_handlers():
    logging.shutdown()
    _handlers_by_name.clear()


def _settle_others(existing, named, disable):
    """Loggers that a new configuration does not name."""
    manager = logging.root.manager
    for name in existing:
        if name in named:
            continue
        logger = manager.loggerDict[name]
        if any(name.startswith(other + '.') for other in named):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _existing():
    return [name for name, logger in logging.root.manager.loggerDict.items()
            if isinstance(logger, logging.Logger)]


class DictConfigurator(BaseConfigurator):
    """Carries out a configuration that is a dict."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        if config.pop('incremental', False):
            self._change(config)
        else:
            self._replace(config)

    def _change(self, config):
        for name, settings in config.get('handlers', {}).items():
            if name not in _handlers_by_name:
                raise ValueError(f'No handler found with name {name!r}')
            try:
                level = config['handlers'][name].get('level', None)
                if level:
                    _handlers_by_name[name].setLevel(
                        _check_level(level))
            except Exception as problem:
                raise ValueError('Unable to configure handler '
                                 f'{name!r}') from problem
        self._loggers(config, incremental=True)

    def _replace(self, config):
        disable = config.pop('disable_existing_loggers', True)
        _reset_handlers()
        formatters = self._each(config, 'formatters', self.configure_formatter)
        filters = self._each(config, 'filters', self.configure_filter)
        config['formatters'], config['filters'] = formatters, filters
        self._handlers(config)
        existing = _existing()
        self._loggers(config)
        _settle_others(existing, set(config.get('loggers', ())), disable)

    def _each(self, config, section, make):
        made = config.get(section, {})
        for name in list(made):
            try:
                made[name] = make(made[name])
            except Exception as problem:
                raise ValueError(f'Unable to configure {section[:-1]} '
                                 f'{name!r}') from problem
        return made

    def _handlers(self, config):
        handlers = config.get('handlers', {})
        waiting = []
        for name in sorted(handlers):
            try:
                made = self.configure_handler(handlers[name])
            except Exception as problem:
                if ' not configured yet' in str(problem.__cause__):
                    waiting.append(name)
                    continue
                raise ValueError('Unable to configure handler '
                                 f'{name!r}') from problem
            made.name = name
            handlers[name] = made
        for name in waiting:
            try:
                made = self.configure_handler(handlers[name])
            except Exception as problem:
                raise ValueError('Unable to configure handler '
                                 f'{name!r}') from problem
            made.name = name
            handlers[name] = made

    def _loggers(self, config, incremental=False):
        loggers = config.get('loggers', {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], incremental)
            except Exception as problem:
                raise ValueError('Unable to configure logger '
                                 f'{name!r}') from problem
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as problem:
                raise ValueError(
                    'Unable to configure root logger') from problem

    def configure_formatter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        kind = config.get('class', None)
        make = self.resolve(kind) if kind else logging.Formatter
        more = {name: config[name] for name in ('validate', 'defaults')
                if name in config}
        return make(config.get('format', None), config.get('datefmt', None),
                    config.get('style', '%'), **more)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for name in filters:
            try:
                known = callable(name) or callable(
                    getattr(name, 'filter', None))
                filterer.addFilter(
                    name if known else self.config['filters'][name])
            except Exception as problem:
                raise ValueError(f'Unable to add filter {name!r}') from problem

    def configure_handler(self, config):
        settings = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as problem:
                raise ValueError('Unable to set formatter '
                                 f'{formatter!r}') from problem
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            made = self.configure_custom(config)
        else:
            make = config.pop('class')
            if not callable(make):
                make = self.resolve(make)
            target = config.get('target', None)
            if (isinstance(make, type) and target
                    and issubclass(make, logging.handlers.MemoryHandler)):
                try:
                    handler = self.config['handlers'][target]
                    if not isinstance(handler, logging.Handler):
                        config.update(settings)
                        raise TypeError('target not configured yet')
                    config['target'] = handler
                except Exception as problem:
                    raise ValueError('Unable to set target handler '
                                     f'{target!r}') from problem
            attributes = config.pop('.', None)
            made = make(**{key: config[key] for key in config
                           if key.isidentifier()})
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(_check_level(level))
        if filters:
            self.add_filters(made, filters)
        return made

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config['handlers'][name])
            except Exception as problem:
                raise ValueError(
                    f'Unable to add handler {name!r}') from problem

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(_check_level(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        self.add_handlers(logger, config.get('handlers', None) or ())
        self.add_filters(logger, config.get('filters', None) or ())

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as a dict says; ValueError for what is wrong in it."""
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True,
               encoding=None):
    """Sets logging up as a file of sections says."""
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        parser = configparser.ConfigParser(defaults)
        if hasattr(fname, 'readline'):
            parser.read_file(fname)
        elif not parser.read(fname, encoding=encoding):
            raise FileNotFoundError(f"{fname} doesn't exist")
    formatters = {name: _file_formatter(parser[f'formatter_{name}'])
                  for name in _names(parser['formatters']['keys'])}
    _reset_handlers()
    handlers = _file_handlers(parser, formatters)
    existing = _existing()
    named = set()
    for name in _names(parser['loggers']['keys']):
        section = parser[f'logger_{name}']
        logger = logging.getLogger()
        if name != 'root':
            logger = logging.getLogger(section['qualname'])
            named.add(section['qualname'])
            logger.propagate = section.getint('propagate', fallback=1)
            logger.disabled = False
        if 'level' in section:
            logger.setLevel(section['level'])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for handler in _names(section['handlers']):
            logger.addHandler(handlers[handler])
    _settle_others(existing, named, disable_existing_loggers)


def _names(text):
    return [name.strip() for name in text.split(',') if name.strip()]


def _file_formatter(section):
    def raw(name):
        return section.get(name, raw=True, fallback=None)
    kind = section.get('class')
    make = (BaseConfigurator({}).resolve(kind) if kind
            else logging.Formatter)
    return make(raw('format'), raw('datefmt'), raw('style') or '%')


def _file_handlers(parser, formatters):
    """Handlers by name. Their arguments are Python, as the manual says."""
    made, targets = {}, {}
    names = {**vars(logging), 'os': os, 'sys': sys}
    for name in _names(parser['handlers']['keys']):
        section = parser[f'handler_{name}']
        kind = section['class']
        try:
            make = eval(kind, names)
        except (AttributeError, NameError):
            make = BaseConfigurator({}).resolve(kind)
        handler = make(*eval(section.get('args', '()'), names),
                       **eval(section.get('kwargs', '{}'), names))
        handler.name = name
        if 'level' in section:
            handler.setLevel(section['level'])
        if section.get('formatter', ''):
            handler.setFormatter(formatters[section['formatter']])
        if section.get('target', ''):
            targets[handler] = section['target']
        made[name] = handler
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made

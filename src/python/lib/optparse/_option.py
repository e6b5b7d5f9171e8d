"""One option, and the values of all."""

from ._errors import OptionError, OptionValueError
from ._help import NO_DEFAULT


def _number(text):
    """An int with the prefixes of Python, and of C for octal numbers."""
    text = text.lower()
    if text[:2] == '0x':
        return int(text, 16)
    if text[:2] == '0b':
        return int(text[2:] or '0', 2)
    return int(text, 8 if text[:1] == '0' else 10)


_TYPES = {'int': (_number, 'integer'),
          'long': (_number, 'integer'),
          'float': (float, 'floating-point'), 'complex': (complex, 'complex')}


def _check_builtin(option, opt, value):
    convert, what = _TYPES[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(
            f'option {opt}: invalid {what} value: {value!r}') from None


def check_choice(option, opt, value):
    if value in option.choices:
        return value
    choices = ', '.join(map(repr, option.choices))
    raise OptionValueError(f'option {opt}: invalid choice: {value!r} '
                           f'(choose from {choices})')


class Option:
    """One option: its names, and what is done when it is met."""

    ATTRS = ['action', 'type', 'dest', 'default', 'nargs', 'const', 'choices',
             'callback', 'callback_args', 'callback_kwargs', 'help',
             'metavar']
    ACTIONS = ('store', 'store_const', 'store_true', 'store_false', 'append',
               'append_const', 'count', 'callback', 'help', 'version')
    STORE_ACTIONS = ACTIONS[:7]
    TYPED_ACTIONS = ('store', 'append', 'callback')
    ALWAYS_TYPED_ACTIONS = ('store', 'append')
    CONST_ACTIONS = ('store_const', 'append_const')
    TYPES = ('string', 'int', 'long', 'float', 'complex', 'choice')
    TYPE_CHECKER = {**dict.fromkeys(_TYPES, _check_builtin),
                    'choice': check_choice}
    CHECK_METHODS = None

    def __init__(self, *opts, **attrs):
        self._short_opts = []
        self._long_opts = []
        opts = [opt for opt in opts if opt]
        if not opts:
            raise TypeError('at least one option string must be supplied')
        for opt in opts:
            self._add_name(opt)
        for name in self.ATTRS:
            default = NO_DEFAULT if name == 'default' else None
            setattr(self, name, attrs.pop(name, default))
        if attrs:
            raise OptionError('invalid keyword arguments: '
                              + ', '.join(sorted(attrs)), self)
        self._check()
        for check in self.CHECK_METHODS or ():
            check(self)

    def _add_name(self, opt):
        if len(opt) < 2:
            raise OptionError(f'invalid option string {opt!r}: must be at '
                              'least two characters long', self)
        if len(opt) == 2:
            if opt[0] != '-' or opt[1] == '-':
                raise OptionError(
                    f'invalid short option string {opt!r}: must be of the '
                    'form -x, (x any non-dash char)', self)
            self._short_opts.append(opt)
        elif opt[:2] != '--' or opt[2] == '-':
            raise OptionError(
                f'invalid long option string {opt!r}: must start with --, '
                'followed by non-dash', self)
        else:
            self._long_opts.append(opt)

    def _check(self):
        action = self.action = self.action or 'store'
        if action not in self.ACTIONS:
            raise OptionError(f'invalid action: {action!r}', self)
        self._check_type()
        takes_value = self.type is not None
        if self.dest is None and (action in self.STORE_ACTIONS
                                  or takes_value):
            self.dest = self._long_opts[0][2:].replace('-', '_') \
                if self._long_opts else self._short_opts[0][1]
        if action not in self.CONST_ACTIONS and self.const is not None:
            raise OptionError(
                f"'const' must not be supplied for action {action!r}", self)
        if action in self.TYPED_ACTIONS:
            if self.nargs is None and self.type is not None:
                self.nargs = 1
        elif self.nargs is not None:
            raise OptionError(
                f"'nargs' must not be supplied for action {action!r}", self)
        self._check_callback()

    def _check_type(self):
        if self.type is None:
            if self.action in self.ALWAYS_TYPED_ACTIONS:
                self.type = 'choice' if self.choices is not None else 'string'
        else:
            if isinstance(self.type, type):
                self.type = self.type.__name__
            if self.type == 'str':
                self.type = 'string'
            if self.type not in self.TYPES:
                raise OptionError(f'invalid option type: {self.type!r}', self)
            if self.action not in self.TYPED_ACTIONS:
                raise OptionError('must not supply a type for action '
                                  f'{self.action!r}', self)
        if self.type == 'choice':
            if self.choices is None:
                raise OptionError(
                    "must supply a list of choices for type 'choice'", self)
            if not isinstance(self.choices, (tuple, list)):
                kind = str(type(self.choices)).split("'")[1]
                raise OptionError('choices must be a list of strings '
                                  f'({kind!r} supplied)', self)
        elif self.choices is not None:
            raise OptionError('must not supply choices for type '
                              f'{self.type!r}', self)

    def _check_callback(self):
        if self.action == 'callback':
            if not callable(self.callback):
                raise OptionError(f'callback not callable: {self.callback!r}',
                                  self)
            if not isinstance(self.callback_args, (tuple, type(None))):
                raise OptionError('callback_args, if supplied, must be a '
                                  f'tuple: not {self.callback_args!r}', self)
            if not isinstance(self.callback_kwargs, (dict, type(None))):
                raise OptionError('callback_kwargs, if supplied, must be a '
                                  f'dict: not {self.callback_kwargs!r}', self)
            return
        for name, words in (('callback', 'callback supplied'),
                            ('callback_args', 'callback_args supplied'),
                            ('callback_kwargs', 'callback_kwargs supplied')):
            value = getattr(self, name)
            if value is not None:
                shown = f' ({value!r})' if name == 'callback' else ''
                raise OptionError(
                    f'{words}{shown} for non-callback option', self)

    def __str__(self):
        return '/'.join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}: {self}>'

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        checker = self.TYPE_CHECKER.get(self.type)
        return value if checker is None else checker(self, opt, value)

    def convert_value(self, opt, value):
        if value is None:
            return None
        if self.nargs == 1:
            return self.check_value(opt, value)
        return tuple([self.check_value(opt, item) for item in value])

    def process(self, opt, value, values, parser):
        value = self.convert_value(opt, value)
        return self.take_action(self.action, self.dest, opt, value, values,
                                parser)

    def take_action(self, action, dest, opt, value, values, parser):
        if action == 'store':
            setattr(values, dest, value)
        elif action == 'store_const':
            setattr(values, dest, self.const)
        elif action in ('store_true', 'store_false'):
            setattr(values, dest, action == 'store_true')
        elif action == 'append':
            values.ensure_value(dest, []).append(value)
        elif action == 'append_const':
            values.ensure_value(dest, []).append(self.const)
        elif action == 'count':
            setattr(values, dest, values.ensure_value(dest, 0) + 1)
        elif action == 'callback':
            self.callback(self, opt, value, parser,
                          *(self.callback_args or ()),
                          **(self.callback_kwargs or {}))
        elif action == 'help':
            parser.print_help()
            parser.exit()
        elif action == 'version':
            parser.print_version()
            parser.exit()
        else:
            raise ValueError(f'unknown action {self.action!r}')
        return 1


class Values:
    """The values of the options, as attributes."""

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(self.__dict__)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}: {self}>'

    def __eq__(self, other):
        if isinstance(other, Values):
            return self.__dict__ == other.__dict__
        if isinstance(other, dict):
            return self.__dict__ == other
        return NotImplemented

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)

"""What arguments are added to: parsers and groups."""

import re

from . import _actions
from ._base import (
    OPTIONAL, SUPPRESS, ZERO_OR_MORE, ArgumentError, _get_action_name,
)

_NUMBER = re.compile(r'^-\d+$|^-\d*\.\d+$')

_ACTIONS = {
    None: _actions._StoreAction,
    'store': _actions._StoreAction,
    'store_const': _actions._StoreConstAction,
    'store_true': _actions._StoreTrueAction,
    'store_false': _actions._StoreFalseAction,
    'append': _actions._AppendAction,
    'append_const': _actions._AppendConstAction,
    'count': _actions._CountAction,
    'help': _actions._HelpAction,
    'version': _actions._VersionAction,
    'parsers': _actions._SubParsersAction,
    'extend': _actions._ExtendAction,
}


class _ActionsContainer:

    def __init__(self, description, prefix_chars, argument_default,
                 conflict_handler):
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._registries = {'action': dict(_ACTIONS), 'type': {}}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._negative_number_matcher = _NUMBER
        # Whether any option looks like a negative number; a list, because
        # the groups of a parser share it.
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default_value=None):
        return self._registries[registry_name].get(value, default_value)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """Declares an argument: a name of a position, or option strings."""
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        action_class = kwargs.pop('action', None)
        action_class = self._registry_get('action', action_class, action_class)
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**kwargs)
        type_func = self._registry_get('type', action.type, action.type)
        if type_func is not None and not callable(type_func):
            raise ValueError(f'{type_func!r} is not callable')
        from ._parser import FileType
        if type_func is FileType:
            raise ValueError(f'{type_func!r} is a FileType class object, '
                             'instance of it must be passed')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match '
                                 'nargs') from None
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for string in action.option_strings:
            self._option_string_actions[string] = action
            if (_NUMBER.match(string)
                    and not self._has_negative_number_optionals):
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over the arguments of a parent, in groups of its titles."""
        groups = {}
        for group in self._action_groups:
            if group.title in groups:
                raise ValueError('cannot merge actions - two groups are '
                                 f'named {group.title!r}')
            groups[group.title] = group
        place = {}
        for group in container._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(
                    title=group.title, description=group.description,
                    conflict_handler=group.conflict_handler)
            for action in group._group_actions:
                place[action] = groups[group.title]
        for group in container._mutually_exclusive_groups:
            exclusive = self.add_mutually_exclusive_group(
                required=group.required)
            for action in group._group_actions:
                place[action] = exclusive
        for action in container._actions:
            place.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest=None, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for "
                            'positionals')
        nargs = kwargs.get('nargs')
        if nargs not in (OPTIONAL, ZERO_OR_MORE):
            kwargs['required'] = True
        if nargs == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=kwargs.get('dest', dest), option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        long = []
        for string in args:
            if string[0] not in chars:
                raise ValueError(
                    f'invalid option string {string!r}: must start with a '
                    f'character {chars!r}')
            if len(string) > 1 and string[1] in chars:
                long.append(string)
        dest = kwargs.pop('dest', None)
        if dest is None:
            string = (long or args)[0]
            dest = string.lstrip(chars)
            if not dest:
                raise ValueError('dest= is required for options like '
                                 f'{string!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _get_handler(self):
        name = f'_handle_conflict_{self.conflict_handler}'
        try:
            return getattr(self, name)
        except AttributeError:
            raise ValueError('invalid conflict_resolution value: '
                             f'{self.conflict_handler!r}') from None

    def _check_conflict(self, action):
        conflicts = [(string, self._option_string_actions[string])
                     for string in action.option_strings
                     if string in self._option_string_actions]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicts):
        strings = ', '.join(string for string, _ in conflicts)
        plural = '' if len(conflicts) == 1 else 's'
        raise ArgumentError(
            action, f'conflicting option string{plural}: {strings}')

    def _handle_conflict_resolve(self, action, conflicts):
        for string, older in conflicts:
            older.option_strings.remove(string)
            self._option_string_actions.pop(string, None)
            if not older.option_strings:
                older.container._remove_action(older)


class _ArgumentGroup(_ActionsContainer):
    """Arguments under a heading of their own."""

    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault('conflict_handler', container.conflict_handler)
        kwargs.setdefault('prefix_chars', container.prefix_chars)
        kwargs.setdefault('argument_default', container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        # All that a parser knows of its arguments is known by its groups.
        for shared in ('_registries', '_actions', '_option_string_actions',
                       '_defaults', '_has_negative_number_optionals',
                       '_mutually_exclusive_groups'):
            setattr(self, shared, getattr(container, shared))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        import warnings
        warnings.warn('Nesting argument groups is deprecated.',
                      DeprecationWarning, stacklevel=2)
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        import warnings
        warnings.warn('Nesting mutually exclusive groups is deprecated.',
                      DeprecationWarning, stacklevel=2)
        return super().add_mutually_exclusive_group(*args, **kwargs)

    def _missing(self):
        """The message for a required group of which nothing was given."""
        names = [_get_action_name(action) for action in self._group_actions
                 if action.help is not SUPPRESS]
        return f"one of the arguments {' '.join(names)} is required"

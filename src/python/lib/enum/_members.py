"""What the body of an enumeration is collected into."""

import types


class nonmember:
    """What is wrapped in it does not become a member."""

    def __init__(self, value):
        self.value = value


class member:
    """What is wrapped in it becomes a member, even if it is a function."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that is chosen by `_generate_next_value_`."""

    def __init__(self):
        self.value = _CHOOSE

    def __repr__(self):
        return f'auto({self.value!r})'


class _Choose:
    """What is still to be chosen."""

    def __repr__(self):
        return '_auto_null'


_CHOOSE = _Choose()


class property(types.DynamicClassAttribute):
    """A property of members that may have the same name as a member."""

    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner._member_map_.get(self.name) if (
                '_member_map_' in owner.__dict__) else None
            if found is not None:
                return found
            raise AttributeError(self.name)
        if self.fget is None:
            raise AttributeError(
                f'{type(instance)!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(
                f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(
                f'<enum {self.clsname!r}> cannot delete attribute '
                f'{self.name!r}')
        self.fdel(instance)

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__


def is_dunder(name):
    """Whether it is like `__x__`."""
    return (len(name) > 4 and name[:2] == '__' == name[-2:]
            and name[2] != '_' != name[-3])


def is_sunder(name):
    """Whether it is like `_x_`."""
    return (len(name) > 2 and name[0] == '_' == name[-1]
            and name[1] != '_' != name[-2])


def is_private(class_name, name):
    """Whether it is what `__x` becomes inside the class."""
    return (class_name is not None
            and name.startswith(f'_{class_name}__')
            and not name.endswith('__'))


def is_descriptor(thing):
    """Whether it decides itself how it is got, set or deleted."""
    return (hasattr(thing, '__get__') or hasattr(thing, '__set__')
            or hasattr(thing, '__delete__'))


# Names of the form `_x_` that the body may set.
_SETTINGS = frozenset([
    '_order_', '_generate_next_value_', '_numeric_repr_', '_missing_',
    '_ignore_', '_iter_member_', '_iter_member_by_value_',
    '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
    '_use_args_', '_member_names_'])


class EnumDict(dict):
    """The namespace of the body: tells members from everything else."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        # Name to value of the members, in order. Metaclasses of programs know
        # these by their names with an underscore.
        self.members = self._member_names = {}
        self.last_values = self._last_values = []
        self.ignore = []
        self.generate = None

    def __setitem__(self, key, value):
        if is_private(self._cls_name, key):
            pass
        elif is_sunder(key):
            if key not in _SETTINGS:
                raise ValueError(
                    f'_sunder_ names, such as {key!r}, are reserved for '
                    'future Enum use')
            if key == '_generate_next_value_':
                if self.members:
                    raise TypeError('_generate_next_value_ must be defined '
                                    'before members')
                self.generate = getattr(value, '__func__', value)
            elif key == '_ignore_':
                if isinstance(value, str):
                    value = value.replace(',', ' ').split()
                self.ignore = list(value)
                already = set(value) & set(self.members)
                if already:
                    raise ValueError('_ignore_ cannot specify already set '
                                     f'names: {already!r}')
        elif is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self.members:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self.ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not is_descriptor(value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            chosen = self._with_chosen(key, value)
            self.members[key] = chosen
            if chosen is value:
                self.last_values.append(value)
            value = chosen
        super().__setitem__(key, value)

    def _with_chosen(self, key, value):
        """`value` with `auto()` replaced, also inside a tuple."""
        if isinstance(value, auto):
            return self._choose(key, value)
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            chosen = []
            for part in value:
                if isinstance(part, auto):
                    chosen.append(self._choose(key, part))
                else:
                    self.last_values.append(part)
                    chosen.append(part)
            return tuple(chosen)
        return value

    def _choose(self, key, chosen):
        if chosen.value is _CHOOSE:
            chosen.value = self.generate(
                key, 1, len(self.members), self.last_values[:])
        self.last_values.append(chosen.value)
        return chosen.value

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value

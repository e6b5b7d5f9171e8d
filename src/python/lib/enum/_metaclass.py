"""The class of enumeration classes."""

import sys
from types import DynamicClassAttribute, MappingProxyType

from ._members import EnumDict
from ._members import property as member_property

# Set once they exist; the metaclass makes them itself.
Enum = None
Flag = None
ReprEnum = None


class _MemberMaker:
    """Makes the members when the class has just been made.

    It stands in the class's namespace: `__set_name__` runs before
    `__init_subclass__`, which may already use the members.
    """

    def __init__(self, values, uses_args, own_names):
        self.values = values
        self.uses_args = uses_args
        self.own_names = own_names

    def __set_name__(self, cls, name):
        _prefer_enum_methods(cls, self.own_names)
        cls._member_map_ = {}
        for name, value in self.values.items():
            _add_member(cls, name, value, self.uses_args)
        if Flag is not None and issubclass(cls, Flag):
            cls._arrange_flags()


def _prefer_enum_methods(cls, own_names):
    """Undoes what the values' type, which comes first, has covered up."""
    data_type = cls._member_type_
    first_enum = cls.__bases__[-1]
    for name in ('__repr__', '__str__', '__format__'):
        if name not in own_names and getattr(cls, name) in (
                getattr(data_type, name), getattr(object, name)):
            setattr(cls, name, getattr(first_enum, name))
    if Flag is not None and issubclass(cls, Flag):
        for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__',
                     '__rxor__', '__invert__', '__bool__'):
            if name not in own_names and data_type is not object:
                setattr(cls, name, getattr(first_enum, name))


def _add_member(cls, name, value, uses_args):
    data_type = cls._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    if uses_args:
        new = cls._new_member_(cls, *args)
    else:
        new = cls._new_member_(cls)
    if not hasattr(new, '_value_'):
        if data_type is object:
            new._value_ = value
        else:
            try:
                new._value_ = data_type(*args)
            except Exception as error:
                raise TypeError(
                    '_value_ not set in __new__, unable to create it'
                ) from error
    value = new._value_
    new._name_ = name
    new.__objclass__ = cls
    new.__init__(*args)
    new._sort_order_ = len(cls._member_names_)

    known = _member_of_value(cls, value)
    if known is not None:
        new = known
    elif Flag is None or not issubclass(cls, Flag) or _is_single_bit(value):
        cls._member_names_.append(name)
    cls._member_map_[name] = new
    hidden = next((base.__dict__[name] for base in cls.__mro__
                   if name in base.__dict__), None)
    if isinstance(hidden, DynamicClassAttribute):
        # Members go on having this attribute; only the class has the member.
        both = member_property(hidden.fget, hidden.fset, hidden.fdel,
                               hidden.__doc__)
        both.__set_name__(cls, name)
        type.__setattr__(cls, name, both)
    else:
        type.__setattr__(cls, name, new)
    try:
        cls._value2member_map_.setdefault(value, new)
    except TypeError:
        # Cannot be hashed: it is found by comparing.
        cls._unhashable_values_.append((value, new))


def _is_single_bit(value):
    return not isinstance(value, int) or (
        value > 0 and value & (value - 1) == 0)


def _member_of_value(cls, value):
    """The member with this value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known, found in cls._unhashable_values_:
            if known == value:
                return found
        return None


class EnumType(type):
    """Makes enumerations, and is what they are objects of."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            base = next((b for b in bases[::-1]
                         if isinstance(b, EnumType)), None)
            if base is not None:
                namespace.generate = base._generate_next_value_
        return namespace

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {class_name!r}> cannot extend '
                                f'{base!r}')

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False,
                **kwds):
        if Enum is None:
            # Enum itself.
            plain = dict(classdict)
            plain.update(_member_names_=[], _member_map_={},
                         _value2member_map_={}, _unhashable_values_=[],
                         _member_type_=object, _boundary_=None,
                         _value_repr_=None)
            return super().__new__(metacls, cls, bases, plain, **kwds)

        first_enum = _first_enum(cls, bases)
        data_type = _data_type(cls, bases)
        names = list(classdict.members)
        plain = {name: value for name, value in classdict.items()
                 if name not in classdict.members
                 and name not in classdict.ignore and name != '_ignore_'}
        reserved = {'mro', ''} & set(names)
        if reserved:
            raise ValueError(
                f'invalid enum member name(s) {",".join(map(repr, reserved))}')
        order = plain.pop('_order_', None)
        plain.setdefault('__doc__', None)

        new_member, uses_args = _find_new(plain, data_type, first_enum)
        plain.pop('__new__', None)
        if classdict.generate is not None:
            plain['_generate_next_value_'] = staticmethod(classdict.generate)
        plain.update(
            _member_names_=[], _value2member_map_={}, _unhashable_values_=[],
            _member_type_=data_type, _new_member_=staticmethod(new_member),
            _use_args_=uses_args, _value_repr_=_value_repr(bases),
            _boundary_=boundary or getattr(first_enum, '_boundary_', None))
        _give_data_methods(plain, bases, data_type, first_enum)
        plain['_member_map_'] = _MemberMaker(
            classdict.members, uses_args, frozenset(plain))

        try:
            failed = None
            made = super().__new__(metacls, cls, bases, plain, **kwds)
        except RuntimeError as error:
            # What went wrong with a member is its cause.
            failed = error.__cause__ or error
        if failed is not None:
            raise failed
        # Calling the class looks members up from now on.
        type.__setattr__(made, '__new__', Enum.__new__)
        if '__reduce_ex__' not in plain:
            type.__setattr__(made, '__reduce_ex__', Enum.__reduce_ex__)
        if order is not None:
            _check_order(order, made)
        return made

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *values, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        """The member with that value; or, with `names`, a new enumeration."""
        if cls._member_map_:
            if names is not None:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        if names is None and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname,
                            type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        """Whether it is a member or the value of one."""
        if isinstance(value, cls):
            return True
        return _member_of_value(cls, value) is not None

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(
                f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__',
                 '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getattr__(cls, name):
        # Only the name, as up to Python 3.11.
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        """All names, aliases too, and their members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        members = cls.__dict__.get('_member_map_', {})
        if isinstance(members, dict) and name in members:
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        """A new enumeration from names, pairs of name and value, or a mapping."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(
                names[0], str):
            given, names, chosen = names, [], []
            for count, name in enumerate(given):
                value = namespace.generate(name, start, count, chosen[:])
                chosen.append(value)
                names.append((name, value))
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace,
                               boundary=boundary)


EnumMeta = EnumType


def _first_enum(class_name, bases):
    if not bases:
        return Enum
    last = bases[-1]
    if not isinstance(last, EnumType):
        raise TypeError('new enumerations should be created as '
                        '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return last


def _data_type(class_name, bases):
    """The type whose values the members also are: int, str …; or object."""
    found = []
    for base in bases:
        candidate = None
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                if cls._member_type_ is not object:
                    found.append(cls._member_type_)
                    break
            elif ('__new__' in cls.__dict__
                  or '__dataclass_fields__' in cls.__dict__):
                found.append(candidate or cls)
                break
            else:
                candidate = candidate or cls
    found = list(dict.fromkeys(found))
    if len(found) > 1:
        raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
    return found[0] if found else object


def _value_repr(bases):
    """How the values are shown: as the first base that knows shows itself."""
    for base in bases:
        for cls in base.__mro__:
            if isinstance(cls, EnumType):
                return cls._value_repr_
            if cls is not object and '__repr__' in cls.__dict__:
                return cls.__dict__['__repr__']
    return None


def _find_new(plain, data_type, first_enum):
    """The function that makes members, and whether it wants their values."""
    new = plain.get('__new__')
    if new is None:
        new = getattr(first_enum, '_new_member_', None)
        if new is not None and new is not object.__new__ and (
                data_type is object or first_enum._member_type_ is data_type):
            return new, first_enum._use_args_
        new = data_type.__new__
    else:
        new = getattr(new, '__func__', new)
    return new, new is not object.__new__


def _give_data_methods(plain, bases, data_type, first_enum):
    """ReprEnum leaves text and format to the type of the values."""
    if ReprEnum is None or ReprEnum not in bases:
        return
    plain.setdefault('__format__', data_type.__format__)
    text = data_type.__str__
    # A number has no text of its own: it is that of its repr.
    plain.setdefault(
        '__str__', data_type.__repr__ if text is object.__str__ else text)


def _check_order(order, cls):
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    # Other names of a member do not count.
    wanted = [name for name in order if name in cls._member_names_
              or name not in cls._member_map_]
    if wanted != cls._member_names_:
        raise TypeError('member order does not match _order_:\n'
                        f'  {cls._member_names_!r}\n  {wanted!r}')

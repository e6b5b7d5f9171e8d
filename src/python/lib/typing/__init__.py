"""Names for type annotations.

Nothing here checks types: annotations are for tools and readers. What a
program can see of them (reprs, origins, arguments, hints) is as in CPython.
"""

from ._forms import *
from ._variables import *
from ._generics import *
from ._aliases import *
from ._classes import *
from ._hints import *
# Names that libraries take although they are not announced.
from ._forms import (
    Alias as _GenericAlias, AnnotatedAlias as _AnnotatedAlias,
    ConcatenateAlias as _ConcatenateGenericAlias, ForwardRef,
    LiteralAlias as _LiteralGenericAlias, UnionAlias as _UnionGenericAlias,
    UnpackAlias as _UnpackGenericAlias, _Form as _SpecialForm,
    checked as _type_check, parameters_of as _collect_parameters,
    type_repr as _type_repr,
)
from ._aliases import _CallableAlias as _CallableGenericAlias
from ._classes import _NamedTupleMeta, _TypedDictMeta
from ._generics import _ProtocolMeta, _members_of as _get_protocol_attrs
from ._syntax import (
    _lazy_param_spec, _lazy_type_alias, _lazy_type_var, _lazy_type_var_tuple,
    _subscript_generic,
)
from . import _aliases, _classes, _forms, _generics, _hints, _variables

__all__ = (_forms.__all__ + _variables.__all__ + _generics.__all__
           + _aliases.__all__ + _classes.__all__ + _hints.__all__)

TYPE_CHECKING = False
Text = str
AnyStr = TypeVar('AnyStr', bytes, str)
__all__ += ['TYPE_CHECKING', 'Text', 'AnyStr']

for _name in __all__:
    _thing = globals()[_name]
    if getattr(_thing, '__module__', '').startswith('typing._'):
        try:
            _thing.__module__ = 'typing'
        except AttributeError:
            pass
del _name, _thing
AnyStr.__module__ = 'typing'

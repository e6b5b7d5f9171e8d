"""Writing: the operations of protocol 4, as PEP 3154 and the documentation
of `pickletools` name them."""

import struct
import sys
import types
from collections import defaultdict, deque
from copyreg import dispatch_table

from ._errors import PicklingError

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

# Bytes of a frame; longer ones are closed.
_FRAME = 64 * 1024
# Items that are added to a list or dict at once.
_BATCH = 1000


class Pickler:
    """Writes objects; the same object is written once."""

    def __init__(self, file, protocol=None, *, fix_imports=True,
                 buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        # What older protocols need is not written: any reader since Python
        # 3.4 knows protocol 4.
        self.proto = max(protocol, 4)
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        """Something else to write for an object, or None."""
        return None

    def dump(self, obj):
        self._out = bytearray()
        self._save(obj)
        self._out += b'.'
        self._file.write(b'\x80' + bytes([self.proto]))
        body = bytes(self._out)
        if len(body) >= 4:
            self._file.write(b'\x95' + struct.pack('<Q', len(body)))
        self._file.write(body)

    def _remember(self, obj):
        self.memo[id(obj)] = len(self.memo), obj
        self._out += b'\x94'

    def _get(self, at):
        self._out += (b'h' + bytes([at]) if at < 256 else
                      b'j' + struct.pack('<I', at))

    def _save(self, obj):
        name = self.persistent_id(obj)
        if name is not None:
            self._save(name)
            self._out += b'Q'
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        save = _SAVERS.get(type(obj))
        if save is not None:
            save(self, obj)
            return
        if isinstance(obj, type):
            self._save_global(obj)
            return
        self._save_reduced(obj, self._reduced(obj))

    def _reduced(self, obj):
        """What says how to make the object again."""
        own = getattr(self, 'reducer_override', None)
        if own is not None:
            found = own(obj)
            if found is not NotImplemented:
                return found
        table = getattr(self, 'dispatch_table', dispatch_table)
        reduce = table.get(type(obj))
        if reduce is not None:
            return reduce(obj)
        if isinstance(obj, deque):
            limit = () if obj.maxlen is None else ((), obj.maxlen)
            state = getattr(obj, '__dict__', None) or None
            return type(obj), limit, state, iter(obj)
        if isinstance(obj, defaultdict):
            factory = obj.default_factory
            return (type(obj), () if factory is None else (factory,), None,
                    None, iter(obj.items()))
        reduce = getattr(obj, '__reduce_ex__', None)
        if reduce is not None:
            return reduce(self.proto)
        return obj.__reduce__()

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
            raise PicklingError('__reduce__ must return a string or tuple')
        function, args, state, items, pairs, setter = (
            *reduced, *[None] * (6 - len(reduced)))
        if not callable(function):
            raise PicklingError('first item of the tuple returned by '
                                '__reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by '
                                '__reduce__ must be a tuple')
        name = getattr(function, '__name__', '')
        if name == '__newobj__':
            self._save(args[0])
            self._save(args[1:])
            self._out += b'\x81'
        elif name == '__newobj_ex__':
            for part in args:
                self._save(part)
            self._out += b'\x92'
        else:
            self._save(function)
            self._save(args)
            self._out += b'R'
        if id(obj) in self.memo:
            # The arguments led back to the object itself.
            self._out += b'0'
            self._get(self.memo[id(obj)][0])
        else:
            self._remember(obj)
        if items is not None:
            self._batches(items, b'a', b'e')
        if pairs is not None:
            self._pairs(pairs)
        if state is not None:
            if setter is None:
                self._save(state)
                self._out += b'b'
            else:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._out += b'\x86R0'

    def _save_global(self, obj, name=None):
        name = name or getattr(obj, '__qualname__', None) or obj.__name__
        module = getattr(obj, '__module__', None) or _module_of(obj, name)
        module = 'io' if module == '_io' else module
        if '<locals>' in name:
            raise AttributeError(f"Can't pickle local object {name!r}")
        try:
            __import__(module)
            found = sys.modules[module]
            for part in name.split('.'):
                found = getattr(found, part)
        except AttributeError:
            raise PicklingError(
                f"Can't pickle {obj!r}: attribute lookup {name} on "
                f'{module} failed') from None
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module "
                                f'{module!r} failed') from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same "
                                f'object as {module}.{name}')
        self._save_str(module)
        self._save_str(name)
        self._out += b'\x93'
        self._remember(obj)

    # The builtin types.

    def _save_none(self, obj):
        self._out += b'N'

    def _save_bool(self, obj):
        self._out += b'\x88' if obj else b'\x89'

    def _save_int(self, obj):
        if 0 <= obj < 256:
            self._out += b'K' + bytes([obj])
        elif 0 <= obj < 65536:
            self._out += b'M' + struct.pack('<H', obj)
        elif -2**31 <= obj < 2**31:
            self._out += b'J' + struct.pack('<i', obj)
        else:
            size = (obj if obj > 0 else ~obj).bit_length() // 8 + 1
            data = obj.to_bytes(size, 'little', signed=True)
            self._out += (b'\x8a' + bytes([size]) if size < 256 else
                          b'\x8b' + struct.pack('<i', size)) + data

    def _save_float(self, obj):
        self._out += b'G' + struct.pack('>d', obj)

    def _sized(self, obj, data, codes):
        short, medium, long = codes
        size = len(data)
        if size < 256:
            self._out += short + bytes([size])
        elif size < 2**32:
            self._out += medium + struct.pack('<I', size)
        else:
            self._out += long + struct.pack('<Q', size)
        self._out += data
        self._remember(obj)

    def _save_str(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._sized(obj, obj.encode(), (b'\x8c', b'X', b'\x8d'))

    def _save_bytes(self, obj):
        self._sized(obj, obj, (b'C', b'B', b'\x8e'))

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(obj, (bytearray, (bytes(obj),) if obj else ()))
            return
        self._out += b'\x96' + struct.pack('<Q', len(obj)) + bytes(obj)
        self._remember(obj)

    def _save_tuple(self, obj):
        size = len(obj)
        if size == 0:
            self._out += b')'
            return
        if size > 3:
            self._out += b'('
        for item in obj:
            self._save(item)
        if id(obj) in self.memo:
            # One of the items led back to the tuple.
            self._out += b'0' * size if size <= 3 else b'1'
            self._get(self.memo[id(obj)][0])
            return
        self._out += b't' if size > 3 else bytes([0x84 + size])
        self._remember(obj)

    def _save_list(self, obj):
        self._out += b']'
        self._remember(obj)
        self._batches(obj, b'a', b'e')

    def _save_dict(self, obj):
        self._out += b'}'
        self._remember(obj)
        self._pairs(obj.items())

    def _save_set(self, obj):
        self._out += b'\x8f'
        self._remember(obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._out += b'('
            for item in items[start:start + _BATCH]:
                self._save(item)
            self._out += b'\x90'

    def _save_frozenset(self, obj):
        self._out += b'('
        for item in obj:
            self._save(item)
        if id(obj) in self.memo:
            self._out += b'1'
            self._get(self.memo[id(obj)][0])
            return
        self._out += b'\x91'
        self._remember(obj)

    def _batches(self, items, one, several):
        items = list(items)
        for start in range(0, len(items), _BATCH):
            batch = items[start:start + _BATCH]
            if len(batch) > 1:
                self._out += b'('
            for item in batch:
                self._save(item)
            self._out += several if len(batch) > 1 else one

    def _pairs(self, pairs):
        pairs = list(pairs)
        for start in range(0, len(pairs), _BATCH):
            batch = pairs[start:start + _BATCH]
            if len(batch) > 1:
                self._out += b'('
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._out += b'u' if len(batch) > 1 else b's'

    def _save_type(self, obj):
        if obj in (type(None), type(...), type(NotImplemented)):
            value = {type(None): None, type(...): ...}.get(
                obj, NotImplemented)
            self._save_reduced(obj, (type, (value,)))
        else:
            self._save_global(obj)

    def _save_named(self, obj):
        self._save_reduced(obj, 'Ellipsis' if obj is ... else
                           'NotImplemented')


def _module_of(obj, name):
    """The module that has an object which does not say where it is from."""
    for module_name, module in list(sys.modules.items()):
        if module_name != '__main__' and getattr(
                module, name, None) is obj:
            return module_name
    return '__main__'


def _save_native(self, obj):
    owner = getattr(obj, '__self__', None)
    if owner is not None and not isinstance(owner, types.ModuleType):
        self._save_reduced(obj, (getattr, (owner, obj.__name__)))
    else:
        self._save_global(obj)


def _save_descriptor(self, obj):
    self._save_reduced(obj, (getattr, (obj.__objclass__, obj.__name__)))


def _save_bound(self, obj):
    self._save_reduced(obj, (getattr, (obj.__self__, obj.__name__)))


def _save_method(self, obj):
    self._save_reduced(obj, (getattr, (obj.__self__, obj.__func__.__name__)))


def _save_singleton(self, obj):
    self._save_str('builtins')
    self._save_str('Ellipsis' if obj is ... else 'NotImplemented')
    self._out += b'\x93'
    self._remember(obj)


def _by_parts(cls, *names):
    """Writes an object of a class as a call with some of its attributes."""
    return lambda self, obj: self._save_reduced(
        obj, (cls, tuple([getattr(obj, name) for name in names])))


_SAVERS = {
    range: _by_parts(range, 'start', 'stop', 'step'),
    slice: _by_parts(slice, 'start', 'stop', 'step'),
    complex: _by_parts(complex, 'real', 'imag'),
    type(None): Pickler._save_none, bool: Pickler._save_bool,
    int: Pickler._save_int, float: Pickler._save_float,
    str: Pickler._save_str, bytes: Pickler._save_bytes,
    bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict,
    set: Pickler._save_set, frozenset: Pickler._save_frozenset,
    type: Pickler._save_type, types.FunctionType: Pickler._save_global,
    types.MethodDescriptorType: _save_descriptor,
    types.WrapperDescriptorType: _save_descriptor,
    types.MethodWrapperType: _save_bound,
    types.BuiltinFunctionType: _save_native, types.MethodType: _save_method,
    type(...): _save_singleton, type(NotImplemented): _save_singleton}

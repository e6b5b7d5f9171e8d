"""Reading: all operations of protocols 2 to 5, and the common ones before."""

import struct
import sys

from ._errors import UnpicklingError

_MARK = object()

# Where Python 3 has what pickles of Python 2 name.
_OLD_MODULES = {
    '__builtin__': 'builtins', 'copy_reg': 'copyreg', 'Queue': 'queue',
    'cPickle': 'pickle', 'exceptions': 'builtins', 'StringIO': 'io',
    'cStringIO': 'io', 'urlparse': 'urllib.parse', '_abcoll':
    'collections.abc', 'UserDict': 'collections', 'UserList': 'collections',
    'UserString': 'collections', 'ConfigParser': 'configparser',
    'repr': 'reprlib'}
_OLD_NAMES = {
    ('__builtin__', old): ('builtins', new) for old, new in (
        ('xrange', 'range'), ('unicode', 'str'), ('basestring', 'str'),
        ('long', 'int'), ('unichr', 'chr'))}
_OLD_NAMES['__builtin__', 'reduce'] = 'functools', 'reduce'
_OLD_NAMES['__builtin__', 'intern'] = 'sys', 'intern'
_OLD_NAMES['exceptions', 'StandardError'] = 'builtins', 'Exception'


class Unpickler:
    """Reads objects that `Pickler` has written."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII',
                 errors='strict', buffers=None):
        self._read_from = file.read
        self._readline_from = file.readline
        self.memo = {}
        # Until the data tell of a protocol that Python 2 did not have.
        self._fixes_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError(
            'A load persistent id instruction was encountered,\n'
            'but no persistent_load function was specified.')

    def find_class(self, module_name, global_name):
        """The object of a module and a dotted name."""
        if self._fixes_imports:
            module_name, global_name = _OLD_NAMES.get(
                (module_name, global_name),
                (_OLD_MODULES.get(module_name, module_name), global_name))
        __import__(module_name)
        found = sys.modules[module_name]
        for part in global_name.split('.'):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(
                    f"Can't get attribute {global_name!r} on "
                    f'{sys.modules[module_name]!r}') from None
        return found

    def load(self):
        self._stack = []
        while True:
            code = self._read_from(1)
            if not code:
                raise EOFError('Ran out of input')
            if code == b'.':
                return self._stack.pop()
            operation = _OPERATIONS.get(code)
            if operation is None:
                raise UnpicklingError(f"invalid load key, '{_shown(code)}'.")
            try:
                operation(self)
            except IndexError:
                raise UnpicklingError('unpickling stack underflow') from None

    def _read(self, size):
        data = self._read_from(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _line(self):
        line = self._readline_from()
        if not line.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return line[:-1]

    def _number(self, code):
        return struct.unpack(code, self._read(struct.calcsize(code)))[0]

    def _since_mark(self):
        """What was put on the stack since the last mark."""
        at = len(self._stack) - 1
        while self._stack[at] is not _MARK:
            at -= 1
            if at < 0:
                raise UnpicklingError('could not find MARK')
        items = self._stack[at + 1:]
        del self._stack[at:]
        return items

    def _push(self, value):
        self._stack.append(value)

    def _protocol(self):
        version = self._read(1)[0]
        if version > 5:
            raise ValueError(f'unsupported pickle protocol: {version}')
        self._fixes_imports = self._fixes_imports and version < 3

    def _remember(self, at):
        self.memo[at] = self._stack[-1]

    def _recall(self, at):
        try:
            self._push(self.memo[at])
        except KeyError:
            raise UnpicklingError(
                f'Memo value not found at index {at}') from None

    def _signed(self, size):
        self._push(int.from_bytes(self._read(size), 'little', signed=True))

    def _number_in_text(self):
        text = self._line()
        self._push({b'00': False, b'01': True}.get(text, None)
                   if text in (b'00', b'01') else int(text))

    def _tuple(self, size):
        items = self._stack[-size:]
        del self._stack[-size:]
        self._push(tuple(items))

    def _dict(self):
        items = self._since_mark()
        self._push(dict(zip(items[::2], items[1::2])))

    def _append(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _appends(self):
        items = self._since_mark()
        target = self._stack[-1]
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _set_item(self):
        value, key = self._stack.pop(), self._stack.pop()
        self._stack[-1][key] = value

    def _set_items(self):
        items = self._since_mark()
        target = self._stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _add_items(self):
        items = self._since_mark()
        self._stack[-1].update(items)

    def _global(self):
        module = self._line().decode()
        self._push(self.find_class(module, self._line().decode()))

    def _stack_global(self):
        name, module = self._stack.pop(), self._stack.pop()
        self._push(self.find_class(module, name))

    def _reduce(self):
        args = self._stack.pop()
        self._stack[-1] = self._stack[-1](*args)

    def _new_object(self):
        args = self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args)

    def _new_object_with_names(self):
        kwargs, args = self._stack.pop(), self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args, **kwargs)

    def _build(self):
        state = self._stack.pop()
        target = self._stack[-1]
        set_state = getattr(target, '__setstate__', None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            own = target.__dict__
            for key, value in state.items():
                own[sys.intern(key) if type(key) is str else key] = value
        for key, value in (slots or {}).items():
            setattr(target, key, value)

    def _persistent(self):
        self._push(self.persistent_load(self._stack.pop()))


def _shown(code):
    return code.decode('latin-1') if 32 <= code[0] < 127 else (
        f'\\x{code[0]:02x}')


def _text(code):
    return lambda self: self._push(
        str(self._read(self._number(code)), 'utf-8', 'surrogatepass'))


def _data(code):
    return lambda self: self._push(self._read(self._number(code)))


def _constant(value):
    return lambda self: self._push(value)


_OPERATIONS = {
    b'\x80': Unpickler._protocol,
    b'\x95': lambda self: self._read(8),
    b'N': _constant(None), b'\x88': _constant(True), b'\x89': _constant(False),
    b'K': lambda self: self._push(self._read(1)[0]),
    b'M': lambda self: self._push(self._number('<H')),
    b'J': lambda self: self._push(self._number('<i')),
    b'I': Unpickler._number_in_text,
    b'L': lambda self: self._push(int(self._line().rstrip(b'L'))),
    b'\x8a': lambda self: self._signed(self._read(1)[0]),
    b'\x8b': lambda self: self._signed(self._number('<i')),
    b'G': lambda self: self._push(self._number('>d')),
    b'F': lambda self: self._push(float(self._line())),
    b'\x8c': _text('<B'), b'X': _text('<I'), b'\x8d': _text('<Q'),
    b'C': _data('<B'), b'B': _data('<I'), b'\x8e': _data('<Q'),
    b'\x96': lambda self: self._push(
        bytearray(self._read(self._number('<Q')))),
    b'V': lambda self: self._push(
        self._line().decode('raw-unicode-escape')),
    b')': _constant(()),
    b'\x85': lambda self: self._tuple(1),
    b'\x86': lambda self: self._tuple(2),
    b'\x87': lambda self: self._tuple(3),
    b't': lambda self: self._push(tuple(self._since_mark())),
    b'l': lambda self: self._push(self._since_mark()),
    b'd': Unpickler._dict,
    b']': lambda self: self._push([]),
    b'}': lambda self: self._push({}),
    b'\x8f': lambda self: self._push(set()),
    b'\x91': lambda self: self._push(frozenset(self._since_mark())),
    b'\x90': Unpickler._add_items,
    b'(': _constant(_MARK),
    b'a': Unpickler._append, b'e': Unpickler._appends,
    b's': Unpickler._set_item, b'u': Unpickler._set_items,
    b'\x94': lambda self: self._remember(len(self.memo)),
    b'q': lambda self: self._remember(self._read(1)[0]),
    b'r': lambda self: self._remember(self._number('<I')),
    b'p': lambda self: self._remember(int(self._line())),
    b'h': lambda self: self._recall(self._read(1)[0]),
    b'j': lambda self: self._recall(self._number('<I')),
    b'g': lambda self: self._recall(int(self._line())),
    b'0': lambda self: self._stack.pop(),
    b'1': lambda self: self._since_mark(),
    b'2': lambda self: self._push(self._stack[-1]),
    b'c': Unpickler._global, b'\x93': Unpickler._stack_global,
    b'R': Unpickler._reduce, b'\x81': Unpickler._new_object,
    b'\x92': Unpickler._new_object_with_names, b'b': Unpickler._build,
    b'Q': Unpickler._persistent,
}

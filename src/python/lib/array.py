"""Arrays of numbers of one C type."""

__all__ = ['ArrayType', 'array', 'typecodes']

import struct
from operator import index
from _buffers import bytes_of
from _collections_abc import MutableSequence

typecodes = 'bBuwhHiIlLqQfd'

_List = list
# What C reads a number of a type code as, in turn: name, least and greatest.
_SHORT = 'signed short integer', -2**15, 2**15 - 1
_INT = 'signed integer', -2**31, 2**31 - 1
_READ_AS = {
    'b': (_SHORT, ('signed char', -2**7, 2**7 - 1)),
    'B': (('unsigned byte integer', 0, 2**8 - 1),),
    'h': (_SHORT,),
    'H': (_INT, ('unsigned short', 0, 2**16 - 1)),
    'i': (_INT,),
    'I': (('unsigned int', 0, 2**32 - 1),),
    'l': (('', -2**63, 2**63 - 1),),
    'L': (('', 0, 2**64 - 1),),
    'q': (('', -2**63, 2**63 - 1),),
    'Q': (('', 0, 2**64 - 1),),
}


def _whole(value, code):
    """An int that the type code has room for."""
    value = int(index(value))
    _, least, most = _READ_AS[code][-1]
    if not least <= value <= most:
        raise OverflowError(_unfit(value, code))
    return value


def _unfit(value, code):
    """What is wrong with an int that there is no room for."""
    if code in 'ILQ' and value < 0:
        return ("can't convert negative int to unsigned" if code == 'Q' else
                "can't convert negative value to unsigned int")
    if code in 'qQ':
        return 'int too big to convert'
    if code in 'IL' and value >= 2**64:
        return 'Python int too large to convert to C unsigned long'
    if code not in 'IL' and not -2**63 <= value < 2**63:
        return 'Python int too large to convert to C long'
    for name, least, most in _READ_AS[code]:
        if value < least:
            return f'{name} is less than minimum'
        if value > most:
            return f'{name} is greater than maximum'


class array(MutableSequence):
    """A list whose items must fit a type code."""

    # The items are a list. While others see the memory, they are a view of
    # `_shared`, the same memory.
    __slots__ = ('typecode', '_items', '_shared', '__weakref__')

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, '
                            f'not {type(typecode).__name__}')
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, '
                             'l, L, q, Q, f or d)')
        self.typecode = typecode
        self._items = []
        self._shared = None
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError('cannot use a str to initialize an array with '
                            f"typecode '{typecode}'")
        else:
            # From an array too: here it may be of another kind.
            self._extend(initializer)

    @property
    def itemsize(self):
        return 4 if self.typecode in 'uw' else struct.calcsize(self.typecode)

    def __bytes__(self):
        return self.tobytes()

    def _checked(self, value):
        """The value as the array keeps it."""
        code = self.typecode
        if code in 'uw':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be unicode character')
            return value
        if code not in 'fd':
            return _whole(value, code)
        kind = type(value)
        if not hasattr(kind, '__float__') and not hasattr(kind, '__index__'):
            raise TypeError(f'must be real number, not {kind.__name__}')
        value = float(value)
        if code == 'f':
            # What is left of it in fewer bytes.
            value, = struct.unpack('f', struct.pack('f', value))
        return value

    def _like(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __buffer__(self, flags, /):
        if self._shared is None:
            if self.typecode in 'uw':
                raise BufferError('characters are not shared')
            self._shared = bytearray(self.tobytes())
            self._items = memoryview(self._shared).cast(self.typecode)
        return memoryview(self._shared).cast(self.typecode)

    def _list(self):
        """The items as a list, which may change its length."""
        shared = self._shared
        if shared is not None:
            items = self._items.tolist()
            self._items.release()
            try:
                shared.append(0)
            except BufferError:
                self._items = memoryview(shared).cast(self.typecode)
                raise BufferError('cannot resize an array that is exporting '
                                  'buffers') from None
            self._items, self._shared = items, None
        return self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(list(self._items[index]))
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not '
                                f'"{type(value).__name__}") to array slice')
            self._check_kind(value)
            if len(self._items[index]) == len(value):
                for at, item in zip(range(len(self))[index], list(value)):
                    self._items[at] = item
                return
            try:
                self._list()[index] = list(value)
            except ValueError as error:
                raise ValueError(str(error).replace('sequence', 'array')
                                 ) from None
            return
        value = self._checked(value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError(
                'array assignment index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def _check_kind(self, other):
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')

    def index(self, value, start=0, stop=None, /):
        for at in range(*slice(start, stop).indices(len(self._items))):
            if at >= len(self._items):
                break
            item = self._items[at]
            if item is value or item == value:
                return at
        raise ValueError('array.index(x): x not in array')

    def pop(self, i=-1, /):
        i = index(i)
        length = len(self._items)
        if not -length <= i < length:
            raise IndexError('pop index out of range' if length else
                             'pop from empty array')
        return self._list().pop(i)

    def remove(self, value, /):
        for at, item in enumerate(self._items):
            if item is value or item == value:
                del self._list()[at]
                return
        raise ValueError('array.remove(x): x not in array')

    def __delitem__(self, index):
        try:
            del self._list()[index]
        except IndexError:
            raise IndexError(
                'array assignment index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def insert(self, i, v, /):
        self._list().insert(i, self._checked(v))

    def append(self, v, /):
        self._list().append(self._checked(v))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._list().extend(list(iterable._items))
            return
        self._extend(iterable)

    def _extend(self, values):
        # What comes before an unfit item stays.
        items = self._list()
        for value in values:
            items.append(self._checked(value))

    def fromlist(self, list, /):
        if not isinstance(list, _List):
            raise TypeError('arg must be list')
        self._list().extend([self._checked(value) for value in list])

    def tolist(self):
        return list(self._items)

    def frombytes(self, buffer, /):
        buffer = bytes_of(buffer)
        size = self.itemsize
        if len(buffer) % size:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode in 'uw':
            self._list().extend(bytes(buffer).decode('utf-32-le'))
        else:
            count = len(buffer) // size
            self._list().extend(struct.unpack(f'{count}{self.typecode}',
                                             buffer))

    def tobytes(self):
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return struct.pack(f'{len(self)}{self.typecode}', *self._items)

    def tounicode(self):
        if self.typecode not in 'uw':
            raise ValueError('tounicode() may only be called on unicode type '
                             'arrays')
        return ''.join(self._items)

    def fromunicode(self, ustr, /):
        if not isinstance(ustr, str):
            raise TypeError('fromunicode() argument must be str, not '
                            + type(ustr).__name__)
        if self.typecode not in 'uw':
            raise ValueError('fromunicode() may only be called on unicode '
                             'type arrays')
        self._list().extend(ustr)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Takes `n` items from a file; those that there are stay."""
        if n < 0:
            raise ValueError('negative count')
        size = n * self.itemsize
        data = f.read(size)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != size:
            raise EOFError("read() didn't return enough bytes")

    def byteswap(self):
        size = self.itemsize
        data = self.tobytes()
        self._list().clear()
        self.frombytes(b''.join([data[at:at + size][::-1]
                                 for at in range(0, len(data), size)]))

    def buffer_info(self):
        return id(self._items), len(self)

    def __eq__(self, other):
        if isinstance(other, array):
            return list(self) == list(other)
        return NotImplemented

    __hash__ = None

    def __lt__(self, other):
        if isinstance(other, array):
            return list(self) < list(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, array):
            return list(self) > list(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, array):
            return list(self) <= list(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, array):
            return list(self) >= list(other)
        return NotImplemented

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not '
                            f'"{type(other).__name__}") to array')
        self._check_kind(other)
        return self._like([*self._items, *other._items])

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not '
                            f'"{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._like(list(self._items) * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        items = self._list()
        items *= count
        return self

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self._like(list(self._items))

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = (self.tounicode() if self.typecode in 'uw'
                 else list(self._items))
        return f"array('{self.typecode}', {shown!r})"


ArrayType = array

"""Single addresses."""

import functools
import re

from ._blocks import V4Blocks, V6Blocks, within
from ._text import (
    AddressValueError, number_from_v4, number_from_v6, parts_of_v6, split_scope,
    text_of_v4, text_of_v6,
)

IPV4LENGTH = 32
IPV6LENGTH = 128


def v4_int_to_packed(address):
    """Four bytes in network order."""
    try:
        return address.to_bytes(4, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4') from None


def v6_int_to_packed(address):
    """Sixteen bytes in network order."""
    try:
        return address.to_bytes(16, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6') from None


class _Described:
    """What addresses and networks can be asked alike."""

    __slots__ = ()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return self._exploded()

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    def _lies_in(self, blocks):
        return within(blocks, *self._ends())

    @property
    def is_multicast(self):
        return self._lies_in(self._blocks.multicast)

    @property
    def is_reserved(self):
        return self._lies_in(self._blocks.reserved)

    @property
    def is_link_local(self):
        return self._lies_in(self._blocks.link_local)

    @property
    def is_loopback(self):
        return self._lies_in(self._blocks.loopback)

    @property
    def is_unspecified(self):
        return self._lies_in(self._blocks.unspecified)

    @property
    def is_private(self):
        return self._lies_in(self._blocks.private)

    @property
    def is_global(self):
        return not (self._lies_in(self._blocks.shared) or self.is_private)


class _V4(_Described):
    """Version 4."""

    __slots__ = ()
    _version = 4
    _bits = IPV4LENGTH
    _blocks = V4Blocks

    def _exploded(self):
        return str(self)

    def _reverse_pointer(self):
        return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'


class _V6(_Described):
    """Version 6."""

    __slots__ = ()
    _version = 6
    _bits = IPV6LENGTH
    _blocks = V6Blocks

    def _reverse_pointer(self):
        digits = self.exploded.replace(':', '')
        return '.'.join(reversed(digits)) + '.ip6.arpa'

    @property
    def is_site_local(self):
        return self._lies_in(self._blocks.site_local)


def _long_v6(number):
    return ':'.join(f'{part:04x}' for part in parts_of_v6(number))


@functools.total_ordering
class _BaseAddress(_Described):
    """A number that is an address; subclasses know its width and text."""

    __slots__ = ()

    def _checked(self, number):
        if number < 0:
            raise AddressValueError(
                f'{number} (< 0) is not permitted as an '
                f'IPv{self._version} address')
        if number >> self._bits:
            raise AddressValueError(
                f'{number} (>= 2**{self._bits}) is not permitted as an '
                f'IPv{self._version} address')
        return number

    def _number_from(self, address):
        """The number of what is not a text, or None."""
        if isinstance(address, int):
            return self._checked(int(address))
        if isinstance(address, bytes):
            if len(address) != self._bits // 8:
                raise AddressValueError(
                    f'{address!r} (len {len(address)} != {self._bits // 8}) '
                    f'is not permitted as an IPv{self._version} address')
            return int.from_bytes(address, 'big')
        if '/' in str(address):
            raise AddressValueError(f"Unexpected '/' in {str(address)!r}")
        return None

    def _ends(self):
        return self._ip, self._ip

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8, 'big')

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __hash__(self):
        return hash(hex(self._ip))

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def _get_address_key(self):
        return self._version, self

    def __format__(self, fmt):
        """As a text, or in binary or hexadecimal digits at full width."""
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        found = re.fullmatch('(#?)(_?)([xbnX])', fmt)
        if found is None:
            return super().__format__(fmt)
        prefix, groups, kind = found.groups()
        if kind == 'n':
            kind = 'b' if self._version == 4 else 'x'
        width = self._bits if kind == 'b' else self._bits // 4
        if groups:
            width += width // 4 - 1
        if prefix:
            width += 2
        return format(self._ip, f'{prefix}0{width}{groups}{kind}')


class IPv4Address(_V4, _BaseAddress):
    """An address of 32 bits."""

    __slots__ = ('_ip', '__weakref__')

    def __init__(self, address):
        number = self._number_from(address)
        self._ip = number_from_v4(str(address)) if number is None else number

    def __str__(self):
        return text_of_v4(self._ip)


class IPv6Address(_V6, _BaseAddress):
    """An address of 128 bits, perhaps with a scope behind `%`."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        number = self._number_from(address)
        self._scope_id = None
        if number is None:
            text, self._scope_id = split_scope(str(address))
            number = number_from_v6(text)
        self._ip = number

    def __str__(self):
        text = text_of_v6(self._ip)
        return f'{text}%{self._scope_id}' if self._scope_id else text

    def _exploded(self):
        return _long_v6(self._ip)

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return self._scope_id == getattr(other, '_scope_id', None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return self._lies_in(self._blocks.private)

    @property
    def ipv4_mapped(self):
        """The address of version 4 within `::ffff:0:0/96`, or None."""
        if self._ip >> 32 != 0xffff:
            return None
        return IPv4Address(self._ip & 0xffffffff)

    @property
    def teredo(self):
        """Server and client of a Teredo address (RFC 4380), or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return (IPv4Address(self._ip >> 64 & 0xffffffff),
                IPv4Address(~self._ip & 0xffffffff))

    @property
    def sixtofour(self):
        """The address of version 4 within `2002::/16` (RFC 3056), or None."""
        if self._ip >> 112 != 0x2002:
            return None
        return IPv4Address(self._ip >> 80 & 0xffffffff)

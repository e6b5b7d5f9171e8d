"""Networks, and addresses that know theirs."""

import functools

from ._addresses import (
    IPv4Address, IPv6Address, _BaseAddress, _Described, _V4, _V6, _long_v6,
)
from ._text import (
    AddressValueError, NetmaskValueError, number_from_v4, split_prefix,
)


def _address_and_mask(address, bits):
    if isinstance(address, (bytes, int)):
        return address, bits
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], bits)
    parts = split_prefix(address)
    return parts if len(parts) > 1 else (parts[0], bits)


def _length_of_mask(number, bits):
    """How many ones a mask begins with; None if others follow."""
    length = bits - (number ^ _mask(bits, bits)).bit_length()
    return length if number == _mask(length, bits) else None


def _mask(length, bits):
    return (1 << bits) - (1 << bits - length)


def _prefix_length(given, bits):
    """Of a mask: its number of ones, or the mask or its complement as address."""
    if isinstance(given, int):
        length = given
    elif given.isascii() and given.isdigit():
        length = int(given)
    else:
        length = None
        if bits == 32:
            try:
                number = number_from_v4(given)
            except AddressValueError:
                number = None
            if number is not None:
                length = _length_of_mask(number, bits)
                if length is None:
                    length = _length_of_mask(number ^ _mask(bits, bits), bits)
    if length is None or not 0 <= length <= bits:
        raise NetmaskValueError(f'{given!r} is not a valid netmask')
    return length


class _Masked(_Described):
    """What has a prefix of some length."""

    __slots__ = ()

    def _set_mask(self, length):
        mask = _mask(length, self._bits)
        self._prefixlen = length
        self.netmask = self._address_class(mask)
        self.hostmask = self._address_class(mask ^ _mask(self._bits, self._bits))

    def _with(self, end):
        return f'{self._first()}/{end}'

    @property
    def with_prefixlen(self):
        return self._with(self._prefixlen)

    @property
    def with_netmask(self):
        return self._with(self.netmask)

    @property
    def with_hostmask(self):
        return self._with(self.hostmask)

    def __str__(self):
        return self._with(self._prefixlen)


@functools.total_ordering
class _BaseNetwork(_Masked):
    """All addresses that begin with the same bits."""

    def __init__(self, address, strict=True):
        address, mask = _address_and_mask(address, self._bits)
        self.network_address = self._address_class(address)
        self._set_mask(_prefix_length(mask, self._bits))
        number = int(self.network_address)
        if number & int(self.hostmask):
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address_class(
                number & int(self.netmask))

    def _first(self):
        return self.network_address

    def _ends(self):
        return int(self.network_address), int(self.broadcast_address)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(
            int(self.network_address) | int(self.hostmask))

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def num_addresses(self):
        return int(self.hostmask) + 1

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        try:
            return (self._version == other._version
                    and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._get_networks_key() < other._get_networks_key()

    def compare_networks(self, other):
        """-1, 0 or 1: first by address, then by mask."""
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same type')
        mine, others = self._get_networks_key(), other._get_networks_key()
        return (mine > others) - (mine < others)

    def __iter__(self):
        first, last = self._ends()
        for number in range(first, last + 1):
            yield self._address_class(number)

    def hosts(self):
        """The addresses that hosts may have."""
        first, last = self._hosts_ends()
        for number in range(first, last + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = self._ends()
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError('address out of range')
        return self._address_class(number)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Whether they share an address."""
        return self.network_address in other or (
            self.broadcast_address in other or (
                other.network_address in self or
                other.broadcast_address in self))

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError(f'{a} and {b} are not of the same version')
            return (b.network_address <= a.network_address
                    and b.broadcast_address >= a.broadcast_address)
        except AttributeError:
            raise TypeError('Unable to test subnet containment '
                            f'between {a} and {b}')

    def subnet_of(self, other):
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        return self._is_subnet_of(other, self)

    def address_exclude(self, other):
        """The fewest networks that cover all but the other's addresses."""
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        rest = self
        while rest != other:
            low, high = rest.subnets()
            rest, without = (low, high) if other.subnet_of(low) else (high, low)
            yield without

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The parts with a longer prefix, in order."""
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self._bits:
            raise ValueError(f'prefix length diff {length} is invalid for '
                             f'netblock {self}')
        first, last = self._ends()
        for number in range(first, last + 1, 1 << self._bits - length):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network with a shorter prefix that has this one."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(
                f'current prefixlen is {self._prefixlen}, cannot have a '
                f'prefixlen_diff of {prefixlen_diff}')
        number = int(self.network_address) & _mask(length, self._bits)
        return self.__class__((number, length))


class IPv4Network(_V4, _BaseNetwork):
    """A network of addresses of 32 bits."""

    _address_class = IPv4Address

    def _hosts_ends(self):
        first, last = self._ends()
        return (first + 1, last - 1) if self._prefixlen < 31 else (first, last)


class IPv6Network(_V6, _BaseNetwork):
    """A network of addresses of 128 bits."""

    _address_class = IPv6Address

    def _hosts_ends(self):
        first, last = self._ends()
        return (first + 1, last) if self._prefixlen < 127 else (first, last)

    def _exploded(self):
        return f'{_long_v6(int(self.network_address))}/{self._prefixlen}'


class _Interface(_Masked):
    """An address that knows its network."""

    def __init__(self, address):
        address, mask = _address_and_mask(address, self._bits)
        super().__init__(address)
        self.network = self._network_class((address, mask), strict=False)
        self._set_mask(self.network._prefixlen)

    def _first(self):
        return self._address_class.__str__(self)

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if equal is not True:
            return equal
        # An address alone has no network and is not equal.
        return self.network == getattr(other, 'network', None)

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return less
        if not isinstance(other, _Interface):
            return False
        return self.network < other.network or (
            self.network == other.network and less)

    def __hash__(self):
        return hash((self._ip, self._prefixlen,
                     int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)


class IPv4Interface(_Interface, IPv4Address):
    """An address of 32 bits in its network."""

    _address_class = IPv4Address
    _network_class = IPv4Network

    @property
    def ip(self):
        return IPv4Address(self._ip)


class IPv6Interface(_Interface, IPv6Address):
    """An address of 128 bits in its network."""

    _address_class = IPv6Address
    _network_class = IPv6Network

    @property
    def ip(self):
        return IPv6Address(self._ip)

    def _exploded(self):
        return f'{_long_v6(self._ip)}/{self._prefixlen}'

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return self._ip == 1 and self.network.is_loopback

"""Internet addresses, their networks, and arithmetic on them."""

__all__ = ['AddressValueError', 'IPV4LENGTH', 'IPV6LENGTH', 'IPv4Address',
           'IPv4Interface', 'IPv4Network', 'IPv6Address', 'IPv6Interface',
           'IPv6Network', 'NetmaskValueError', 'collapse_addresses',
           'get_mixed_type_key', 'ip_address', 'ip_interface', 'ip_network',
           'summarize_address_range', 'v4_int_to_packed', 'v6_int_to_packed']

from ._addresses import (
    IPV4LENGTH, IPV6LENGTH, IPv4Address, IPv6Address, _BaseAddress,
    v4_int_to_packed, v6_int_to_packed,
)
from ._networks import (
    IPv4Interface, IPv4Network, IPv6Interface, IPv6Network, _BaseNetwork,
)
from ._text import AddressValueError, NetmaskValueError

for _class in (AddressValueError, NetmaskValueError, IPv4Address, IPv6Address,
               IPv4Network, IPv6Network, IPv4Interface, IPv6Interface):
    _class.__module__ = 'ipaddress'
del _class


def _first_that_fits(classes, what, given, *args):
    for cls in classes:
        try:
            return cls(given, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{given!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    """An address of the version that the text, number or bytes fit."""
    return _first_that_fits((IPv4Address, IPv6Address), 'address', address)


def ip_network(address, strict=True):
    """A network of the version that the text fits."""
    return _first_that_fits((IPv4Network, IPv6Network), 'network', address,
                            strict)


def ip_interface(address):
    """An interface of the version that the text fits."""
    return _first_that_fits((IPv4Interface, IPv6Interface), 'interface',
                            address)


def summarize_address_range(first, last):
    """The fewest networks that have just the addresses from first to last."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = IPv4Network if first.version == 4 else IPv6Network
    bits = first.max_prefixlen
    at, end = int(first), int(last)
    while at <= end:
        aligned = (at & -at).bit_length() - 1 if at else bits
        room = (end - at + 1).bit_length() - 1
        size = min(aligned, room)
        yield network((at, bits - size))
        at += 1 << size


def _same_version(kept, new):
    if kept and kept[-1].version != new.version:
        raise TypeError(f'{new} and {kept[-1]} are not of the same version')


def _merged(networks):
    """Networks without those that others have, neighbours put together."""
    done = []
    for network in networks:
        if done and network.subnet_of(done[-1]):
            continue
        done.append(network)
        while len(done) > 1:
            low, high = done[-2:]
            both = low.supernet()
            if low.prefixlen != high.prefixlen or not high.subnet_of(both):
                break
            done[-2:] = [both]
    yield from done


def collapse_addresses(addresses):
    """The fewest networks that have the same addresses."""
    single, networks = [], []
    for item in addresses:
        if isinstance(item, _BaseAddress):
            _same_version(single, item)
            single.append(item)
        elif item.prefixlen == item.max_prefixlen:
            _same_version(single, item)
            single.append(item.network_address)
        else:
            _same_version(networks, item)
            networks.append(item)
    for address in single:
        network = IPv4Network if address.version == 4 else IPv6Network
        networks.append(network((int(address), address.max_prefixlen)))
    return _merged(sorted(networks))


def get_mixed_type_key(obj):
    """A key to sort addresses and networks together."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented

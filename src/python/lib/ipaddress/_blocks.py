"""Blocks of addresses that registries keep for a purpose (RFC 6890 and others)."""

from ._text import number_from_v4, number_from_v6


def _blocks(number_from, bits, texts):
    blocks = []
    for text in texts.split():
        address, length = text.split('/')
        shift = bits - int(length)
        blocks.append((number_from(address) >> shift, shift))
    return blocks


def _v4(texts):
    return _blocks(number_from_v4, 32, texts)


def _v6(texts):
    return _blocks(number_from_v6, 128, texts)


class V4Blocks:
    """Blocks of version 4."""

    private = _v4('''0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16
        172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16
        198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4
        255.255.255.255/32''')
    # Neither private nor global: addresses that providers share.
    shared = _v4('100.64.0.0/10')
    reserved = _v4('240.0.0.0/4')
    multicast = _v4('224.0.0.0/4')
    link_local = _v4('169.254.0.0/16')
    loopback = _v4('127.0.0.0/8')
    unspecified = _v4('0.0.0.0/32')


class V6Blocks:
    """Blocks of version 6."""

    private = _v6('''::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23
        2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10''')
    shared = []
    reserved = _v6('''::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3
        6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6
        fe00::/9''')
    multicast = _v6('ff00::/8')
    link_local = _v6('fe80::/10')
    site_local = _v6('fec0::/10')
    loopback = _v6('::1/128')
    unspecified = _v6('::/128')


def within(blocks, first, last):
    """Whether one of the blocks has both numbers."""
    return any(first >> shift == start == last >> shift
               for start, shift in blocks)

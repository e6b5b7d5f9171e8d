"""Between the texts of addresses and numbers."""


class AddressValueError(ValueError):
    """What was given is not an address."""


class NetmaskValueError(ValueError):
    """What was given is not a mask or a length of a prefix."""


_HEX = frozenset('0123456789abcdefABCDEF')


def _octet(text):
    if not text:
        raise ValueError('Empty octet not permitted')
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f'Only decimal digits permitted in {text!r}')
    if len(text) > 3:
        raise ValueError(f'At most 3 characters permitted in {text!r}')
    if text != '0' and text[0] == '0':
        # Some programs take such numbers as octal, others do not.
        raise ValueError(f'Leading zeros are not permitted in {text!r}')
    if int(text) > 255:
        raise ValueError(f'Octet {int(text)} (> 255) not permitted')
    return int(text)


def number_from_v4(text):
    """The number of a dotted address."""
    if not text:
        raise AddressValueError('Address cannot be empty')
    octets = text.split('.')
    if len(octets) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    try:
        return int.from_bytes(bytes(map(_octet, octets)), 'big')
    except ValueError as problem:
        raise AddressValueError(f'{problem} in {text!r}') from None


def text_of_v4(number):
    """Four decimal numbers."""
    return '.'.join(map(str, number.to_bytes(4, 'big')))


def _hextet(text):
    if not _HEX.issuperset(text):
        raise ValueError(f'Only hex digits permitted in {text!r}')
    if len(text) > 4:
        raise ValueError(f'At most 4 characters permitted in {text!r}')
    return int(text, 16)


def _v6_parts(text):
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            last = number_from_v4(parts.pop())
        except AddressValueError as problem:
            raise AddressValueError(f'{problem} in {text!r}') from None
        parts += [f'{last >> 16:x}', f'{last & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    return parts


def _without_gap(parts, text):
    """The parts with as many zeros as `::` stands for."""
    gaps = [at for at in range(1, len(parts) - 1) if not parts[at]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if gaps:
        before, after = parts[:gaps[0]], parts[gaps[0] + 1:]
        if not before[0]:
            del before[0]
            if before:
                raise AddressValueError(
                    f"Leading ':' only permitted as part of '::' in {text!r}")
        if not after[-1]:
            del after[-1]
            if after:
                raise AddressValueError(
                    f"Trailing ':' only permitted as part of '::' in {text!r}")
        missing = 8 - len(before) - len(after)
        if missing < 1:
            raise AddressValueError(
                f"Expected at most 7 other parts with '::' in {text!r}")
        return before + ['0'] * missing + after
    if len(parts) != 8:
        raise AddressValueError(
            f"Exactly 8 parts expected without '::' in {text!r}")
    for part, where in ((parts[0], 'Leading'), (parts[-1], 'Trailing')):
        if not part:
            raise AddressValueError(
                f"{where} ':' only permitted as part of '::' in {text!r}")
    return parts


def number_from_v6(text):
    """The number of an address in hexadecimal parts; `::` is some zeros."""
    if not text:
        raise AddressValueError('Address cannot be empty')
    number = 0
    try:
        for part in _without_gap(_v6_parts(text), text):
            number = number << 16 | _hextet(part)
    except AddressValueError:
        raise
    except ValueError as problem:
        raise AddressValueError(f'{problem} in {text!r}') from None
    return number


def parts_of_v6(number):
    """Its eight numbers of 16 bits, the highest first."""
    return [number >> shift & 0xffff for shift in range(112, -1, -16)]


def text_of_v6(number):
    """The short text: `::` for the longest run of zeros (RFC 5952)."""
    parts = parts_of_v6(number)
    start = length = 0
    at = 0
    while at < 8:
        end = at
        while end < 8 and not parts[end]:
            end += 1
        if end - at > length:
            start, length = at, end - at
        at = end + 1
    texts = [f'{part:x}' for part in parts]
    if length < 2:
        return ':'.join(texts)
    return f"{':'.join(texts[:start])}::{':'.join(texts[start + length:])}"


def split_scope(text):
    """An address and what stands behind `%`, or None."""
    address, percent, scope = text.partition('%')
    if not percent:
        return address, None
    if not scope or '%' in scope:
        raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
    return address, scope


def split_prefix(address):
    """The two sides of a `/`, or the whole alone."""
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts

"""Keyed hashing of messages (RFC 2104)."""

__all__ = ['HMAC', 'compare_digest', 'digest', 'new']

import hashlib
from _buffers import bytes_of


def _constructor(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b'': hashlib.new(digestmod, data)
    return lambda data=b'': digestmod.new(data)


class HMAC:
    """A hash that only who knows the key can calculate."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('key: expected bytes or bytearray, but got '
                            f'{type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _constructor(digestmod)
        inner = make()
        self.digest_size = inner.digest_size
        self.block_size = inner.block_size
        self.name = f'hmac-{inner.name}'
        if len(key) > self.block_size:
            key = make(bytes(key)).digest()
        key = bytes(key).ljust(self.block_size, b'\0')
        self._inner = make(bytes([byte ^ 0x36 for byte in key]))
        self._outer = make(bytes([byte ^ 0x5c for byte in key]))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = object.__new__(type(self))
        vars(made).update(vars(self))
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        return made

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Whether two digests are the same; both texts in ASCII or bytes."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is '
                            'not supported')
        return a == b
    if not (_is_bytes(a) or _is_bytes(b)):
        raise TypeError('unsupported operand types(s) or combination of '
                        f"types: '{type(a).__name__}' and "
                        f"'{type(b).__name__}'")
    return bytes_of(a) == bytes_of(b)


def _is_bytes(data):
    return isinstance(data, (bytes, bytearray)) or hasattr(data, 'tobytes')

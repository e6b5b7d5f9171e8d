"""Message digests; the arithmetic is native."""

__all__ = ['algorithms_available', 'algorithms_guaranteed', 'blake2b',
           'blake2s', 'file_digest', 'md5', 'new', 'pbkdf2_hmac', 'sha1',
           'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256',
           'sha3_384', 'sha3_512', 'shake_128', 'shake_256']

import _blake2
import _sha3
from _buffers import bytes_of
from _hash import State as _State

# Name: digest and block size in bytes.
_SIZES = {
    'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64),
    'sha256': (32, 64), 'sha384': (48, 128), 'sha512': (64, 128),
}

algorithms_guaranteed = {*_SIZES, 'blake2b', 'blake2s', 'sha3_224', 'sha3_256',
                         'sha3_384', 'sha3_512', 'shake_128', 'shake_256'}
algorithms_available = set(algorithms_guaranteed)


class HASH(_State):
    """A digest in the making."""

    def __new__(cls, name, data=b''):
        self = super().__new__(cls, name)
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self.update(data)
        return self

    def hexdigest(self):
        """The digest of all the data so far, in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        """Another one that goes on from the same data."""
        twin = HASH(self.name)
        twin.copy_state(self)
        return twin

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


HASH.__module__ = '_hashlib'


def new(name, data=b'', *, usedforsecurity=True):
    """A digest by its name."""
    found = name.lower().replace('-', '_')
    if found in algorithms_guaranteed and found not in _SIZES:
        return globals()[found](data)
    found = found.replace('_', '')
    if found not in _SIZES:
        raise ValueError(f'unsupported hash type {name}')
    return HASH(found, data)


def md5(data=b'', *, usedforsecurity=True):
    return HASH('md5', data)


def sha1(data=b'', *, usedforsecurity=True):
    return HASH('sha1', data)


def sha224(data=b'', *, usedforsecurity=True):
    return HASH('sha224', data)


def sha256(data=b'', *, usedforsecurity=True):
    return HASH('sha256', data)


def sha384(data=b'', *, usedforsecurity=True):
    return HASH('sha384', data)


def sha512(data=b'', *, usedforsecurity=True):
    return HASH('sha512', data)


blake2b = _blake2.blake2b
blake2s = _blake2.blake2s


def sha3_224(data=b'', *, usedforsecurity=True):
    return _sha3.sha3(224, data)


def sha3_256(data=b'', *, usedforsecurity=True):
    return _sha3.sha3(256, data)


def sha3_384(data=b'', *, usedforsecurity=True):
    return _sha3.sha3(384, data)


def sha3_512(data=b'', *, usedforsecurity=True):
    return _sha3.sha3(512, data)


def shake_128(data=b'', *, usedforsecurity=True):
    return _sha3.shake(128, data)


def shake_256(data=b'', *, usedforsecurity=True):
    return _sha3.shake(256, data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key that is expensive to guess the password of (RFC 8018)."""
    password, salt = bytes_of(password), bytes_of(salt)
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    inner = new(hash_name)
    size = inner.block_size
    dklen = inner.digest_size if dklen is None else dklen
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    if len(password) > size:
        password = new(hash_name, password).digest()
    key = bytes(password).ljust(size, b'\0')
    inner.update(bytes([byte ^ 0x36 for byte in key]))
    outer = new(hash_name, bytes([byte ^ 0x5c for byte in key]))

    def keyed(message):
        first = inner.copy()
        first.update(message)
        second = outer.copy()
        second.update(first.digest())
        return second.digest()

    made = b''
    block = 0
    while len(made) < dklen:
        block += 1
        part = keyed(bytes(salt) + block.to_bytes(4, 'big'))
        mixed = int.from_bytes(part, 'big')
        for _ in range(iterations - 1):
            part = keyed(part)
            mixed ^= int.from_bytes(part, 'big')
        made += mixed.to_bytes(len(part), 'big')
    return made[:dklen]


def file_digest(fileobj, digest, /):
    """The digest of what is left to read of a binary file."""
    made = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(1 << 16):
        made.update(chunk)
    return made

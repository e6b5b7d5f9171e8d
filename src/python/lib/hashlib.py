"""Message digests; the arithmetic is native."""

__all__ = ['algorithms_available', 'algorithms_guaranteed', 'md5', 'new',
           'sha1', 'sha224', 'sha256', 'sha384', 'sha512']

from _hash import State as _State

# Name: digest and block size in bytes.
_SIZES = {
    'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64),
    'sha256': (32, 64), 'sha384': (48, 128), 'sha512': (64, 128),
}

algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)


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
    found = name.lower().replace('-', '')
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


def file_digest(fileobj, digest, /):
    """The digest of what is left to read of a binary file."""
    made = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(1 << 16):
        made.update(chunk)
    return made

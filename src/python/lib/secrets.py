"""Tokens. Here they come from the run's seed: no secrets, but repeatable."""

__all__ = ['SystemRandom', 'choice', 'compare_digest', 'randbelow',
           'randbits', 'token_bytes', 'token_hex', 'token_urlsafe']

from random import SystemRandom

DEFAULT_ENTROPY = 32

_random = SystemRandom()
randbits = _random.getrandbits
choice = _random.choice


def randbelow(exclusive_upper_bound):
    """A number 0 … bound-1."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _random._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _random.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """A token of letters, digits, - and _."""
    from base64 import urlsafe_b64encode
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode()


def compare_digest(a, b):
    """Whether two texts or bytes are equal."""
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError('unsupported operand types(s) or combination of '
                        f"types: '{type(a).__name__}' and "
                        f"'{type(b).__name__}'")
    return a == b

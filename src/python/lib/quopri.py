"""The encoding quoted-printable: `=` and two digits for what is not plain text
(RFC 2045, 6.7)."""

__all__ = ['decode', 'decodestring', 'encode', 'encodestring']

from binascii import a2b_qp, b2a_qp


def decodestring(s, header=False):
    """The bytes that were meant; with `header`, `_` is a space."""
    return a2b_qp(s, header=header)


def encodestring(s, quotetabs=False, header=False):
    """Lines of at most 76 signs; `=` at the end goes on with the next."""
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    """From one binary file to another."""
    output.write(decodestring(input.read(), header))


def encode(input, output, quotetabs, header=False):
    """From one binary file to another."""
    output.write(encodestring(input.read(), quotetabs, header))

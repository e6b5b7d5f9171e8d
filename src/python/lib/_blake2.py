"""BLAKE2 (RFC 7693), with keys, salts and trees."""

from _buffers import bytes_of

_SIGMA = [
    [int(sign, 16) for sign in row] for row in '''
    0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8
    905724afe1bc683d 2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a
    6fe9b308c2d714a5 a2847615fb9e3cd0'''.split()]
_QUARTERS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
             (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


class _Blake2:
    """A digest in the making; the two kinds differ in the size of words."""

    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'',
                 person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0,
                 node_depth=0, inner_size=0, last_node=False,
                 usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        digest_size = most if digest_size is None else digest_size
        if not 1 <= digest_size <= most:
            raise ValueError(f'digest_size for {self._told} must be between 1 '
                             f'and {most} bytes, here it is {digest_size}')
        for what, given, longest in (
                ('key', key, self.MAX_KEY_SIZE), ('salt', salt,
                                                  self.SALT_SIZE),
                ('person', person, self.PERSON_SIZE)):
            if len(given) > longest:
                raise ValueError(f'maximum {what} length is {longest} bytes')
        word = self._word
        head = bytes((digest_size, len(key), fanout, depth))
        head += leaf_size.to_bytes(4, 'little')
        head += node_offset.to_bytes(8 if word == 8 else 6, 'little')
        head += bytes((node_depth, inner_size))
        head = head.ljust(4 * word, b'\0')
        head += bytes(salt).ljust(2 * word, b'\0')
        head += bytes(person).ljust(2 * word, b'\0')
        self.digest_size = digest_size
        self.block_size = 16 * word
        self._state = [start ^ int.from_bytes(
            head[at * word:at * word + word], 'little')
            for at, start in enumerate(self._start)]
        self._count = 0
        self._last_node = last_node
        self._rest = bytes(key).ljust(self.block_size, b'\0') if key else b''
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        try:
            data = self._rest + bytes(bytes_of(data))
        except TypeError:
            raise TypeError(
                'object supporting the buffer API required') from None
        size = self.block_size
        # The last block waits, because it is marked as such.
        at = 0
        while len(data) - at > size:
            self._count += size
            self._state = self._mixed(data[at:at + size], False)
            at += size
        self._rest = data[at:]

    def digest(self):
        count = self._count
        self._count += len(self._rest)
        state = self._mixed(self._rest.ljust(self.block_size, b'\0'), True)
        self._count = count
        return b''.join(part.to_bytes(self._word, 'little')
                        for part in state)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin

    def _mixed(self, block, last):
        """The state after a block."""
        word = self._word
        bits = 8 * word
        mask = (1 << bits) - 1
        message = [int.from_bytes(block[at:at + word], 'little')
                   for at in range(0, len(block), word)]
        v = self._state + list(self._start)
        v[12] ^= self._count & mask
        v[13] ^= self._count >> bits
        if last:
            v[14] ^= mask
            if self._last_node:
                v[15] ^= mask
        turn1, turn2, turn3, turn4 = self._turns
        for number in range(self._rounds):
            order = _SIGMA[number % 10]
            for at, (a, b, c, d) in enumerate(_QUARTERS):
                x, y = message[order[2 * at]], message[order[2 * at + 1]]
                p = v[a] + v[b] + x & mask
                s = v[d] ^ p
                s = s >> turn1 | s << bits - turn1 & mask
                r = v[c] + s & mask
                q = v[b] ^ r
                q = q >> turn2 | q << bits - turn2 & mask
                v[a] = p = p + q + y & mask
                s ^= p
                v[d] = s = s >> turn3 | s << bits - turn3 & mask
                v[c] = r = r + s & mask
                q ^= r
                v[b] = q >> turn4 | q << bits - turn4 & mask
        return [self._state[at] ^ v[at] ^ v[at + 8] for at in range(8)]


class blake2b(_Blake2):
    name = 'blake2b'
    _told = 'Blake2b'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _word, _rounds, _turns = 8, 12, (32, 24, 16, 63)
    _start = (0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
              0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
              0x1f83d9abfb41bd6b, 0x5be0cd19137e2179)


class blake2s(_Blake2):
    name = 'blake2s'
    _told = 'Blake2s'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _word, _rounds, _turns = 4, 10, (16, 12, 8, 7)
    # The upper halves of the other's.
    _start = tuple(number >> 32 for number in blake2b._start)


for _class in (blake2b, blake2s):
    _class.__module__ = '_blake2'

"""SHA-3 and SHAKE (FIPS 202)."""

_MASK = (1 << 64) - 1


def _constants():
    """What is mixed into each of the 24 rounds, from a shift register."""
    register, made = 1, []
    for _ in range(24):
        value = 0
        for place in range(7):
            if register & 1:
                value |= 1 << ((1 << place) - 1)
            register <<= 1
            if register & 0x100:
                register ^= 0x171
        made.append(value)
    return made


def _path():
    """The order of the lanes in the steps rho and pi, with the turns."""
    x, y, steps = 1, 0, []
    for count in range(24):
        x, y = y, (2 * x + 3 * y) % 5
        steps.append((x + 5 * y, (count + 1) * (count + 2) // 2 % 64))
    return steps


_ROUNDS = _constants()
_PATH = _path()


def _permute(lanes):
    for constant in _ROUNDS:
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15]
                   ^ lanes[x + 20] for x in range(5)]
        for x in range(5):
            right = columns[(x + 1) % 5]
            mixed = columns[x - 1] ^ (right << 1 & _MASK | right >> 63)
            for at in range(x, 25, 5):
                lanes[at] ^= mixed
        moved = lanes[1]
        for at, turn in _PATH:
            moved, lanes[at] = lanes[at], \
                moved << turn & _MASK | moved >> 64 - turn
        for y in range(0, 25, 5):
            a, b, c, d, e = lanes[y:y + 5]
            lanes[y:y + 5] = (a ^ ~b & c, b ^ ~c & d, c ^ ~d & e,
                              d ^ ~e & a, e ^ ~a & b)
        lanes[0] ^= constant


class Sponge:
    """A digest in the making."""

    def __init__(self, name, size, rate, suffix, data):
        self.name = name
        self.digest_size = size
        self.block_size = rate
        self._suffix = suffix
        self._lanes = [0] * 25
        self._rest = b''
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = self._rest + bytes(data)
        rate = self.block_size
        whole = len(data) - len(data) % rate
        for start in range(0, whole, rate):
            _absorb(self._lanes, data[start:start + rate])
        self._rest = data[whole:]

    def _squeeze(self, size):
        rate = self.block_size
        block = bytearray(self._rest.ljust(rate, b'\0'))
        block[len(self._rest)] ^= self._suffix
        block[-1] ^= 0x80
        lanes = self._lanes[:]
        _absorb(lanes, block)
        out = b''
        while True:
            out += b''.join(lane.to_bytes(8, 'little')
                            for lane in lanes[:rate // 8])
            if len(out) >= size:
                return out[:size]
            _permute(lanes)

    def digest(self):
        return self._squeeze(self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin._lanes = self._lanes[:]
        return twin


class Shake(Sponge):
    """A digest of any length."""

    def digest(self, length, /):
        return self._squeeze(length)

    def hexdigest(self, length, /):
        return self._squeeze(length).hex()


def _absorb(lanes, block):
    for at in range(len(block) // 8):
        lanes[at] ^= int.from_bytes(block[8 * at:8 * at + 8], 'little')
    _permute(lanes)


def sha3(bits, data):
    return Sponge(f'sha3_{bits}', bits // 8, 200 - bits // 4, 0x06, data)


def shake(bits, data):
    return Shake(f'shake_{bits}', 0, 200 - bits // 4, 0x1f, data)

"""Random numbers, the same as CPython's for the same seed.

The generator (a Mersenne Twister) is native. What is computed from its
numbers, and how many each function uses, is fixed by what CPython returns.
"""

__all__ = [
    'Random', 'SystemRandom', 'betavariate', 'choice', 'choices',
    'expovariate', 'gammavariate', 'gauss', 'getrandbits', 'getstate',
    'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint',
    'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle',
    'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate',
]

import _random
from bisect import bisect_right
from itertools import accumulate
from math import (acos, ceil, cos, exp, floor, isfinite, log, pi, sin, sqrt)
from math import e as _e
from operator import index

TWOPI = 2.0 * pi
LOG4 = log(4.0)
NV_MAGICCONST = 4 * exp(-0.5) / sqrt(2.0)
SG_MAGICCONST = 1.0 + log(4.5)
# The bits that a random float has.
BPF = 53
_ONE = 1


def _whole(number, place):
    """An argument of `randrange`; floats without a fraction still pass."""
    try:
        return index(number)
    except TypeError:
        what = 'stop' if place == 2 else 'step' if place == 3 else 'arg 1'
        if int(number) != number:
            raise ValueError(
                f'non-integer {what} for randrange()') from None
        import warnings
        warnings.warn('non-integer arguments to randrange() have been '
                      'deprecated since Python 3.10 and will be removed in a '
                      'subsequent version', DeprecationWarning, 3)
        return int(number)


class Random(_random.Random):
    """A generator of its own, with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts anew from an int, float, text or bytes; None: the run's seed."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = _hash_of_version_1(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            from hashlib import sha512
            a = int.from_bytes(bytes(a) + sha512(a).digest(), 'big')
        elif not isinstance(a, (type(None), int, float, str, bytes,
                                bytearray)):
            raise TypeError('The only supported seed types are: None,\n'
                            'int, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What `setstate` needs to go on from here."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes on from a state that `getstate` gave."""
        version = state[0]
        if version == 2:
            # Its numbers may be those of a build with 32 bits.
            try:
                inner = tuple([number % 2 ** 32 for number in state[1]])
            except ValueError as error:
                raise TypeError from error
            state = state[0], inner, state[2]
        elif version != self.VERSION:
            raise ValueError(f'state with version {version} passed to '
                             f'Random.setstate() of version {self.VERSION}')
        _, inner, self.gauss_next = state
        super().setstate(inner)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Whole numbers.

    def __init_subclass__(cls, /, **kwargs):
        """A class with a `random` of its own has whole numbers made from it,
        unless it has a `getrandbits` too."""
        super().__init_subclass__(**kwargs)
        for base in cls.__mro__:
            if '_randbelow' in base.__dict__:
                break
            if 'getrandbits' in base.__dict__:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if 'random' in base.__dict__:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """The same as `_randbelow` where there are only floats."""
        if n >= maxsize:
            from warnings import warn
            warn('Underlying random() generator does not supply \n'
                 'enough bits to choose from a population range this large.\n'
                 'To remove the range limitation, add a getrandbits() '
                 'method.')
            return floor(self.random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        r = self.random()
        while r >= limit:
            r = self.random()
        return floor(r * maxsize) % n

    def _randbelow(self, n):
        """A number 0 … n-1, each equally likely: too large ones are thrown again."""
        bits = n.bit_length()
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    _randbelow_with_getrandbits = _randbelow

    def randbytes(self, n):
        """`n` random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        """One of `range(start, stop, step)`."""
        start = _whole(start, 1)
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop = _whole(stop, 2)
        width = stop - start
        step = _whole(step, 3)
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(
                f'empty range for randrange() ({start}, {stop}, {width})')
        if step > 0:
            count = (width + step - 1) // step
        elif step < 0:
            count = (width + step + 1) // step
        else:
            raise ValueError('zero step for randrange()')
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        """A whole number from `a` to `b`, both included."""
        return self.randrange(a, b + 1)

    # Things of a sequence.

    def choice(self, seq):
        """One item."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Puts a list into random order."""
        randbelow = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """`k` different items; with `counts` each may come so many times."""
        from _collections_abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  '
                            'For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, counts)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        randbelow = self._randbelow
        # Copying the population costs its size; remembering what was taken
        # costs a set of the size of the sample. CPython takes the cheaper.
        size_of_set = 21
        if k > 5:
            size_of_set += 4 ** ceil(log(k * 3, 4))
        result = []
        if n <= size_of_set:
            pool = list(population)
            for left in range(n, n - k, -1):
                j = randbelow(left)
                result.append(pool[j])
                pool[j] = pool[left - 1]
        else:
            taken = set()
            for _ in range(k):
                j = randbelow(n)
                while j in taken:
                    j = randbelow(n)
                taken.add(j)
                result.append(population[j])
        return result

    def _sample_counted(self, population, k, counts):
        cumulated = list(accumulate(counts))
        if len(cumulated) != len(population):
            raise ValueError(
                'The number of counts does not match the population')
        total = cumulated.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[bisect_right(cumulated, place)]
                for place in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """`k` items, an item may come several times; with weights or without."""
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for _ in range(k)]
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError('The number of choices must be a keyword '
                                f'argument: {k=}') from None
        elif weights is not None:
            raise TypeError(
                'Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError(
                'The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[bisect_right(cum_weights, random() * total, 0,
                                        n - 1)]
                for _ in range(k)]

    # Distributions.

    def uniform(self, a, b):
        """Evenly between `a` and `b`."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between `low` and `high`, most often near `mode`."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution (Kinderman and Monahan, 1977)."""
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normal distribution; two at a time (Box and Muller, 1958)."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Its logarithm is normally distributed."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential distribution with mean 1 / `lambd`."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle near `mu` (Best and Fisher, 1979)."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + acos(f)) % TWOPI
        return (mu - acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma distribution (Cheng, 1977; below 1: Ahrens and Dieter, 1974)."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha > 1.0:
            root = sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + root
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = log(u1 / (1.0 - u1)) / root
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - random()) * beta
        while True:
            u = random()
            b = (_e + alpha) / _e
            p = b * u
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        """Beta distribution, between 0 and 1."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """Pareto distribution."""
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution."""
        u = 1.0 - self.random()
        return alpha * (-log(u)) ** (1.0 / beta)


def _hash_of_version_1(text):
    """How Python 2 and 3.1 turned a text into a seed."""
    if isinstance(text, bytes):
        text = text.decode('latin-1')
    x = ord(text[0]) << 7 if text else 0
    for c in map(ord, text):
        x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
    x ^= len(text)
    return -2 if x == -1 else x


class SystemRandom(Random):
    """In the playground it is not random either: the run's seed decides."""

    def __init__(self, x=None):
        super().__init__()

    def seed(self, *args, **kwds):
        super().seed(None)

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_shared = Random()
seed = _shared.seed
random = _shared.random
uniform = _shared.uniform
triangular = _shared.triangular
randint = _shared.randint
choice = _shared.choice
randrange = _shared.randrange
sample = _shared.sample
shuffle = _shared.shuffle
choices = _shared.choices
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
vonmisesvariate = _shared.vonmisesvariate
gammavariate = _shared.gammavariate
gauss = _shared.gauss
betavariate = _shared.betavariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
getstate = _shared.getstate
setstate = _shared.setstate
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes

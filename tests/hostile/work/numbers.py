import math, itertools, operator, heapq, bisect, statistics, functools
huge = 1 << (16 * n)
odd = huge - 1
big = list(range(n))
floats = [0.5] * n
# Each of these lines counts:
huge + 1
odd + odd
odd - huge
-odd
~odd
odd & huge
odd | huge
odd ^ huge
odd >> 3
odd << 3
odd * 3
odd * odd
odd // 3
odd % 10
odd // (huge >> 5 * n)
divmod(odd, 7)
odd == odd + 1 - 1
odd < huge
hash(odd)
odd.bit_count()
hex(odd)
bin(odd)
oct(odd)
f'{odd:x}'
int('f' * 2 * n, 16)
7 ** n
pow(7, n)
pow(7, 1 << 4000, (1 << 4000) - 1)
pow(3, -1, (1 << 40000) - 1) if False else pow(3, 10 ** 500, 10 ** 500)
math.gcd((1 << n) - 1, (1 << n // 2) + 1)
math.lcm((1 << n) - 1, (1 << n // 2) + 1)
math.isqrt(odd)
math.factorial(20000)
math.comb(20000, 10000)
math.perm(20000, 10000)
math.prod(big[1:2000] * 5)
math.prod(range(1, n))
math.fsum(floats)
math.dist(floats, floats)
math.hypot(*floats)
math.sumprod(floats, floats)
math.log2(odd) + (odd + 1).bit_count()
sum([odd] * 100)
sum(floats)
sum([[1]] * 3000, [])
int.from_bytes(b'\xff' * n, 'little')
odd.to_bytes(2 * n, 'little')
list(itertools.product(big[:400], big[:400]))
list(itertools.permutations(range(8)))
list(itertools.combinations(range(20), 6))
list(itertools.combinations_with_replacement(range(20), 5))
list(itertools.repeat(0, n))
list(itertools.chain(big, big))
list(itertools.accumulate(big))
list(itertools.islice(itertools.count(), n))
next(itertools.islice(itertools.count(), n, None))
list(itertools.zip_longest(big, big))
list(itertools.groupby(big))
list(itertools.compress(big, big))
list(itertools.pairwise(big))
list(itertools.batched(big, 2))
list(itertools.starmap(max, zip(big, big)))
list(itertools.takewhile(bool, big[1:]))
list(itertools.dropwhile(bool, big[1:]))
list(itertools.filterfalse(None, big))
list(itertools.tee(big)[1])
n in itertools.count()
list(zip(itertools.cycle('ab'), big))
functools.reduce(operator.add, big)
operator.contains(big, -1)
operator.countOf(big, -1)
operator.indexOf(big, n - 1)
operator.eq(big, list(big))
operator.add(big, big)
operator.concat(big, big)
operator.getitem(big, slice(1, None))
heapq.heapify(big[::-1])
heapq.nsmallest(3, big)
heapq.nlargest(n, big)
list(heapq.merge(big, big))
bisect.insort(big, -1)
statistics.mean(big[:3000] * 2)
import random; random.shuffle(big)
import random; random.sample(big, n)
import random; random.choices(big, k=n)
import random; random.getrandbits(99 * n)
from fractions import Fraction; Fraction(1, 3) ** 20000
from decimal import Decimal, getcontext; getcontext().prec = 2000; Decimal(2).sqrt()
round(odd, -5)
float(odd >> (16 * n - 1000)) + (odd + 1).bit_count()
range(n).index(n - 1.0)
n - 1.0 in range(n)
range(n).count(-1.0)
max(range(n))
sum(range(n))
list(reversed(range(n)))
collections = __import__('collections'); collections.deque(range(n), maxlen=0)

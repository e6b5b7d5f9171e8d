import random
random.seed(0)
print(random.random(), random.uniform(1, 10), random.randint(1, 100), random.randrange(0, 100, 7), random.choice('abcdef'))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(1000), 5), random.sample('abcdefgh', 6), random.sample([1, 2], 3, counts=[2, 3]))
print(random.choices('abc', k=5), random.choices('abc', [1, 2, 7], k=5), random.choices('abc', cum_weights=[1, 2, 3], k=3))
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(1, 2), random.lognormvariate(0, 0.25), random.expovariate(1.5), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0))
print(random.gammavariate(2, 3), random.gammavariate(1, 2), random.gammavariate(0.5, 1), random.betavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.triangular(0, 10, 3), random.triangular())
r = random.Random(42); s = r.getstate(); x = [r.random() for _ in range(3)]; r.setstate(s); print(x == [r.random() for _ in range(3)], r.getrandbits(70), r.randbytes(5))
for seed in (1.5, 'text', b'bytes', -7, 10**30, None and 0):
    if seed is not None:
        print(random.Random(seed).random())
for bad in (lambda: random.choice([]), lambda: random.randrange(5, 5), lambda: random.randint(3, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.choices('ab', [0, 0]), lambda: random.choices('ab', [1]), lambda: random.Random([]), lambda: random.choices('ab', 2), lambda: random.gammavariate(0, 1), lambda: random.randrange(1, 10, 0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)

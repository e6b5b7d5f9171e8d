# The normal distribution.
from statistics import NormalDist, StatisticsError

n = NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance)
for x in 70, 99.5, 100, 130.25:
    print(n.pdf(x), n.cdf(x), n.zscore(x))
for p in 1e-300, 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999999:
    print(n.inv_cdf(p))
print(n.quantiles(), n.quantiles(3))
m = NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5])
print(m, n + m, n - m, n * 2, n / -2, +n, -n, 3 + m, 3 - m, 2 * m, m - 1)
print(round(n.overlap(NormalDist(105, 15)), 12), round(n.overlap(NormalDist(90, 8)), 12), m == NormalDist(m.mean, m.stdev), hash(n) == hash(NormalDist(100, 15)))
print(n.samples(3, seed=5))
for call in (lambda: NormalDist(0, -1), lambda: NormalDist(0, 0).pdf(1), lambda: NormalDist(0, 0).cdf(1), lambda: n.inv_cdf(0), lambda: NormalDist(0, 0).inv_cdf(0.5), lambda: n.overlap(3)):
    try:
        print(call())
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)

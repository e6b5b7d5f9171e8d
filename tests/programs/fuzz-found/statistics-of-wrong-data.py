# Which error comes first, and what is not one; distances from a given center
# are rounded as numbers.
import statistics
from decimal import Decimal
from fractions import Fraction


def show(name, *arguments, **options):
    try:
        result = getattr(statistics, name)(*arguments, **options)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(name, arguments, options, result)


DATA = [
    [], [0], [-1], ["a"], [None], [True], [0, -6], [-6, 0], [0, "a"], ["a", 0],
    [1, None], [1.5, Decimal(1)], [1.5, Fraction(1, 2)], [float("inf"), 1], 5,
]
NAMES = [
    "harmonic_mean", "mean", "fmean", "stdev", "pvariance", "median_grouped",
]
for data in DATA:
    for name in NAMES:
        show(name, data)
    for weights in [[1], [0], [0, 1], [0, 0], [-1, 2], ["a", 1], [0.5, 1]]:
        show("harmonic_mean", data, weights=weights)
        show("fmean", data, weights=weights)
    show("variance", data, 1)
    show("pstdev", data, "a")
    show("quantiles", data, n=1, method="other")
    show("median_grouped", data, "a")
for center in [0.1, 1 / 3, 2.7]:
    show("variance", [0.1, 2.3, 4.7, 1e-3], center)
    show("pvariance", [1, 2, 3.3, 1e5], center)
    show("stdev", [0.1, 0.7, 4], center)


def told(items):
    for item in items:
        print("asked for", item)
        yield item


import math

for work in [math.fsum, math.prod, sum, lambda items: math.dist(items, [1, 2, 3])]:
    try:
        print(work(told([1.5, "a", 2, 3])))
    except Exception as error:
        print(type(error).__name__, error)

"""Means, medians, spreads. Sums are exact fractions, rounded once at the end."""

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean',
           'geometric_mean', 'harmonic_mean', 'linear_regression', 'mean',
           'median', 'median_grouped', 'median_high', 'median_low', 'mode',
           'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev',
           'variance']

import numbers
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from decimal import Decimal
from fractions import Fraction
from math import exp, fsum, isqrt, log, sqrt

from _normal_dist import NormalDist

NormalDist.__module__ = 'statistics'


class StatisticsError(ValueError):
    """There are too few data, or they are not of the right kind."""


def _ratio(x):
    """A number as numerator and denominator."""
    if isinstance(x, int):
        return int(x), 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to "
                        'numerator/denominator') from None


class _Exact:
    """A sum kept as numerators by denominator."""

    def __init__(self):
        self.count = 0
        self.parts = {}
        self.type = int
        # Infinities and NaN have no ratio: they are added as they are.
        self.special = None

    def add(self, x):
        self.count += 1
        self.type = _wider(self.type, type(x))
        try:
            n, d = _ratio(x)
        except (OverflowError, ValueError):
            self.special = x if self.special is None else self.special + x
            return
        self.parts[d] = self.parts.get(d, 0) + n

    def ratio(self):
        numerator, denominator = 0, 1
        for d, n in self.parts.items():
            numerator = numerator * d + n * denominator
            denominator *= d
        return numerator, denominator


def _wider(a, b):
    """The type of a result from numbers of two types."""
    if b is bool:
        b = int
    if a is b or b is int:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int) or issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(b, int) or issubclass(b, Fraction) and issubclass(a, float):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _summed(data):
    exact = _Exact()
    for x in data:
        exact.add(x)
    return exact


def _converted(numerator, denominator, kind):
    """A ratio as a number of the type of the data."""
    if kind is int:
        if numerator % denominator == 0:
            return numerator // denominator
        return numerator / denominator
    if issubclass(kind, float):
        return kind(numerator / denominator)
    return kind(numerator) / kind(denominator)


def mean(data):
    """The arithmetic mean."""
    exact = _summed(data)
    if not exact.count:
        raise StatisticsError('mean requires at least one data point')
    if exact.special is not None:
        return exact.special / exact.count
    n, d = exact.ratio()
    return _converted(n, d * exact.count, exact.type)


def fmean(data, weights=None):
    """The arithmetic mean, quickly, as a float."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    weighted = fsum(x * w for x, w in zip(data, weights))
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return weighted / total


def geometric_mean(data):
    """The n-th root of the product."""
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset '
                              'containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    if not data:
        raise StatisticsError(
            'harmonic_mean requires at least one data point')
    if weights is None:
        if len(data) == 1:
            return _positive_number(data[0])
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
    weight = _summed(map(_not_negative, weights))
    try:
        reciprocals = _summed(w / x if w else 0 for w, x in zip(
            weights, map(_not_negative, data)))
    except ZeroDivisionError:
        return 0
    if reciprocals.special is not None:
        return weight.ratio()[0] / reciprocals.special
    (wn, wd), (rn, rd) = weight.ratio(), reciprocals.ratio()
    if rn <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _converted(wn * rd, wd * rn, reciprocals.type)


def _not_negative(x):
    if x < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    return x


def _positive_number(x):
    """What a single number has as its harmonic mean: itself."""
    if not isinstance(x, (numbers.Real, Decimal)):
        raise TypeError('unsupported type')
    return _not_negative(x)


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the lower of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that are the middles of intervals."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return x - interval / 2 + interval * (n / 2 - below) / within


def mode(data):
    """The commonest value, of equals the first."""
    commonest = Counter(iter(data)).most_common(1)
    if not commonest:
        raise StatisticsError('no mode for empty data')
    return commonest[0][0]


def multimode(data):
    """The commonest values, as they came."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n-1 values that cut the data into n parts of equal size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    length = len(data)
    if length < 2:
        raise StatisticsError('must have at least two data points')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            j, rest = divmod(i * (length - 1), n)
            low, high = data[j], data[j + 1]
        else:
            j = min(max(i * (length + 1) // n, 1), length - 1)
            rest = i * (length + 1) - j * n
            low, high = data[j - 1], data[j]
        result.append((low * (n - rest) + high * rest) / n)
    return result


# Spread.

def _squares(data, center):
    """Sum of squared distances from the center, as a ratio; count; type.

    Of data with an infinity or NaN their sum, instead of a ratio.
    """
    if center is not None:
        # Distances from a given center are taken, and rounded, as numbers.
        exact = _summed((x - center) * (x - center) for x in data)
        if exact.special is not None:
            return exact.special, exact.count, exact.type
        return exact.ratio(), exact.count, exact.type
    exact = _summed(data)
    if exact.special is not None:
        return exact.special, exact.count, exact.type
    n, d = exact.ratio()
    d *= max(exact.count, 1)
    numerator, denominator = 0, 1
    for x in data:
        a, b = _ratio(x)
        top, bottom = (a * d - n * b) ** 2, (b * d) ** 2
        if bottom == denominator:
            numerator += top
        else:
            numerator = numerator * bottom + top * denominator
            denominator *= bottom
    return (numerator, denominator), exact.count, exact.type


def _variance(data, center, less, name):
    ratio, count, kind = _squares(list(data), center)
    if count <= less:
        points = 'two data points' if less else 'one data point'
        raise StatisticsError(f'{name} requires at least {points}')
    if not isinstance(ratio, tuple):
        return ratio, kind
    return (ratio[0], ratio[1] * (count - less)), kind


def variance(data, xbar=None):
    """The variance of a sample."""
    ratio, kind = _variance(data, xbar, 1, 'variance')
    return _converted(*ratio, kind) if isinstance(ratio, tuple) else ratio


def pvariance(data, mu=None):
    """The variance of a whole population."""
    ratio, kind = _variance(data, mu, 0, 'pvariance')
    return _converted(*ratio, kind) if isinstance(ratio, tuple) else ratio


def _root(numerator, denominator):
    """The square root of a ratio as the nearest float."""
    if not numerator:
        return 0.0
    # So many bits that the whole part of the root has at least 64 of them;
    # the last one stands for everything that is cut off.
    shift = max(0, 128 - numerator.bit_length() + denominator.bit_length())
    shift += shift % 2
    whole, rest = divmod(numerator << shift, denominator)
    root = isqrt(whole)
    if rest or root * root != whole:
        root = root << 1 | 1
        return root / (1 << (shift // 2 + 1))
    return root / (1 << shift // 2)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    ratio, kind = _variance(data, xbar, 1, 'stdev')
    return _deviation(ratio, kind)


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    ratio, kind = _variance(data, mu, 0, 'pstdev')
    return _deviation(ratio, kind)


def _deviation(ratio, kind):
    if not isinstance(ratio, tuple):
        # There is no deviation of infinities and NaN, only this error: they
        # are no ratio.
        return _root(ratio.numerator, ratio.denominator)
    if kind is not int and not issubclass(kind, float) and hasattr(
            kind, 'sqrt'):
        return _converted(*ratio, kind).sqrt()
    return _root(*ratio)


# Two series.

def _deviations(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(
            f'{name} requires that both inputs have same number of data '
            'points')
    if n < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    mx, my = fsum(x) / n, fsum(y) / n
    return [a - mx for a in x], [b - my for b in y], mx, my


def covariance(x, y, /):
    """How two series go together."""
    dx, dy, _, _ = _deviations(x, y, 'covariance')
    return fsum(a * b for a, b in zip(dx, dy)) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    """The same from -1 to 1 (Pearson; 'ranked': Spearman)."""
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    dx, dy, _, _ = _deviations(x, y, 'correlation')
    sxy = fsum(a * b for a, b in zip(dx, dy))
    sxx = fsum(a * a for a in dx)
    syy = fsum(b * b for b in dy)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant'
                              ) from None


def _ranks(data):
    """Each value's place in order; equal ones share the mean of theirs."""
    ordered = sorted(data)
    return [ordered.index(x) + (ordered.count(x) - 1) / 2 for x in data]


LinearRegression = namedtuple('LinearRegression', 'slope intercept')


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the straight line with the least squares."""
    dx, dy, mx, my = _deviations(x, y, 'linear regression')
    if proportional:
        dx, dy = x, y
    sxy = fsum(a * b for a, b in zip(dx, dy))
    sxx = fsum(a * a for a in dx)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope, 0.0 if proportional else my - slope * mx)

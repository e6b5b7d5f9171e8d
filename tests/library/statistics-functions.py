# statistics: averages, spread, quantiles, relations and errors.
import statistics as st
from fractions import Fraction as F

for source in r'''
st.mean([1, 2, 4]), st.mean([1, 2]), st.mean([F(1, 2), F(1, 3)]), st.mean([1.5, 2]), st.fmean([1, 2, 4]), st.fmean([1, 2], weights=[3, 1]), st.geometric_mean([1, 2, 4]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[1, 2])
st.median([3, 1, 2]), st.median([4, 1, 2, 3]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3]), st.mode('aabb'), st.mode([1, 2, 2]), st.multimode('aabbc'), st.multimode([])
st.pstdev([1, 2, 3, 4]), st.stdev([1, 2, 3, 4]), st.variance([1, 2, 3, 4]), st.pvariance([1, 2, 3, 4]), st.variance([1, 2], xbar=1), st.pvariance([F(1), F(2)]), st.stdev([1.5, 2.5]), st.pstdev([1])
st.quantiles([1, 2, 3, 4, 5]), st.quantiles([1, 2, 3, 4], n=2), st.quantiles(range(10), n=4, method='inclusive'), st.quantiles([1, 5], n=3)
st.covariance([1, 2, 3], [1, 2, 4]), st.correlation([1, 2, 3], [1, 2, 4]), st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.linear_regression([1, 2], [3, 6], proportional=True)
st.mean([])
st.median([])
st.mode([])
st.stdev([1])
st.pvariance([])
st.quantiles([1])
st.quantiles([1, 2], n=0)
st.harmonic_mean([-1])
st.geometric_mean([0])
st.mean(['a'])
st.correlation([1], [1])
st.correlation([1, 2], [1])
st.linear_regression([1, 1], [1, 2])
st.StatisticsError.__mro__[1], st.mean([True, False]), st.mean(iter([1, 3])), st.median(range(5)), st.fmean(x for x in [1, 2])
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)

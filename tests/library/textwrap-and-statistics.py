import textwrap, statistics as st
t = 'The quick brown fox-trotting dog -- well-known for its state-of-the-art e-mail -- jumped over the lazy supercalifragilisticexpialidocious cat.  It was good.'
for w in (10, 20, 35, 70):
    print(textwrap.wrap(t, w))
print(textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  ')); print(textwrap.shorten(t, 40), '|', textwrap.shorten('Hello  world!', 12), '|', textwrap.shorten('Hello world', 8, placeholder='...'))
print(textwrap.wrap(t, 15, break_long_words=False), textwrap.wrap(t, 25, max_lines=2), textwrap.wrap('a\tb\n\nc   d', 80), textwrap.wrap('', 5), textwrap.wrap('x.  y. And so. Then', 80, fix_sentence_endings=True), textwrap.wrap(t, 12, break_on_hyphens=False))
print(repr(textwrap.dedent('''
    a
      b

    c
  ''')), repr(textwrap.dedent('  x\n\ty\n')), repr(textwrap.indent('a\n\nb\n', '> ')), repr(textwrap.indent('a\n\n', '-', lambda l: True)))
print(textwrap.wrap('  leading and trailing  ', 10), textwrap.wrap('aaa bbb', 3, drop_whitespace=False))
d = [1, 2, 2, 3.5, 7, 9]
print(st.mean(d), st.mean([1, 2, 3]), st.mean([1, 2]), st.fmean(d), st.median(d), st.median_low(d), st.median_high([1, 2]), st.mode('aabbc'), st.multimode('aabbc'), st.stdev(d), st.variance(d), st.pstdev(d), st.pvariance([1, 2, 3, 4]), st.variance([2, 2]))
print(st.quantiles(range(1, 11)), st.quantiles(d, n=10, method='inclusive'), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([2.5, 3, 10]), st.median_grouped([52, 52, 53, 54]), st.fmean([1, 2], [3, 1]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(st.covariance(x, y), st.correlation(x, [9, 8, 7, 6, 5, 4, 3, 2, 1]), st.linear_regression(x, y))
import random
random.seed(3)
print([st.stdev([random.uniform(-10, 10) for _ in range(n)]) for n in range(2, 12)], [st.mean([random.random() for _ in range(n)]) for n in range(1, 8)], [st.pvariance([random.gauss(5, 1) for _ in range(n)]) for n in range(1, 6)])
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.quantiles([1]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.harmonic_mean([-1]), lambda: textwrap.wrap('x', 0)):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e)

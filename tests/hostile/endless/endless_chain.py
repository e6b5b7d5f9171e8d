import itertools
next(itertools.chain.from_iterable(itertools.repeat(())))

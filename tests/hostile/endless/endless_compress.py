import itertools
next(itertools.compress(itertools.count(), itertools.repeat(0)))

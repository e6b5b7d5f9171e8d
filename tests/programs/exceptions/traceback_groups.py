import traceback
def show(e):
    print(traceback.format_exc(), end='')
    print('=' * 20)
try:
    raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('in', [TypeError('t'), KeyError('k')]), OSError(2)])
except ExceptionGroup as e:
    e.add_note('a note')
    show(e)
try:
    raise ExceptionGroup('last nested', [ValueError(1), ExceptionGroup('in', [TypeError('t')])])
except ExceptionGroup as e:
    show(e)
def member(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        return e
try:
    raise ExceptionGroup('many', [member(n) for n in range(17)])
except ExceptionGroup as e:
    show(e)
def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise KeyError('k') from z
    except KeyError as e:
        return e
try:
    raise ExceptionGroup('with chain', [chained(), ValueError(2)])
except ExceptionGroup as e:
    show(e)
e = ValueError('leaf')
for depth in range(12):
    e = ExceptionGroup(f'depth {depth}', [e])
print(''.join(traceback.format_exception(e)), end='')
try:
    try:
        raise ExceptionGroup('first', [ValueError(1), TypeError(2)])
    except ExceptionGroup:
        raise RuntimeError('second')
except RuntimeError as e:
    show(e)

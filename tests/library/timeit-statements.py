# Setup and statement are one function; a timer of the program's own.
import io
import timeit


class Clock:
    def __init__(self, step):
        self.now, self.step = 0.0, step

    def __call__(self):
        return self.now

    def tick(self):
        self.now += self.step


clock = Clock(0.001)
timer = timeit.Timer(clock.tick, timer=clock)
print(round(timer.timeit(100), 6), [round(t, 6) for t in timer.repeat(2, 50)])
calls = []
print(timeit.Timer(clock.tick, timer=clock).autorange(lambda number, taken: calls.append(number))[0], calls)
found = []
timeit.timeit('for i in range(2):\n    n += i\nfound.append(n)', 'n = 1\nm = 2', number=3, globals={'found': found})
print(found, 'n' in globals())
print(timeit.reindent('a\nb', 4).split('\n'))
for arguments in [('return',), ('yield',), ('break',), ('  x',), ('pass', 'break'), ('x = \\',), (3,), ('pass', None)]:
    try:
        timeit.Timer(*arguments)
        print('made')
    except (SyntaxError, ValueError) as error:
        print(type(error).__name__, error if isinstance(error, ValueError) and not isinstance(error, SyntaxError) else '')
try:
    timer = timeit.Timer('1 / 0')
    timer.timeit(1)
except ZeroDivisionError:
    out = io.StringIO()
    timer.print_exc(out)
    print([line.strip() for line in out.getvalue().splitlines()][-1])

# Generators with a `random` of their own, and bisect, fnmatch and calendar corners.
import bisect
import calendar
import fnmatch
import random


class Fixed(random.Random):
    values = [0.1, 0.9, 0.5, 0.3]

    def random(self):
        self.values = self.values[1:] + self.values[:1]
        return self.values[0]


class Bits(Fixed):
    def getrandbits(self, k):
        return 3 % (1 << k)


print([Fixed().randrange(10) for _ in range(2)], Fixed().choice('abcdef'), Fixed().sample(range(9), 3))
print(Bits().randrange(10), Bits().choice('abcdef'))
generator = random.Random(5)
state = generator.getstate()
first = generator.random()
generator.setstate((2, state[1], state[2]))
print(first == generator.random(), random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST)
for function in (bisect.insort, bisect.insort_left):
    try:
        function(10, 10)
    except TypeError as error:
        print(error)
print(fnmatch.translate('[]a]'), fnmatch.translate('[^x]'), fnmatch.translate('[[]'), fnmatch.translate('[!]]'))
print([fnmatch.fnmatchcase(name, pattern) for name, pattern in [(']', '[]]'), ('^', '[^x]'), ('a', '[!]]'), ('[', '[[]')]])
c = calendar.TextCalendar(6)
print(list(c.itermonthdays3(2023, 2))[:5], list(c.itermonthdays4(2024, 12))[-5:])
print(list(calendar.Calendar().itermonthdays3(9999, 12))[-3:], c.yeardayscalendar(2024, 6)[0][1][0])
print(len(c.yeardatescalendar(2024)), c.yeardays2calendar(2024, 4)[2][3][-1])
c.prweek([(1, 0), (2, 1), (0, 2)], 3)
print()
print(repr(calendar.week([(3, 0)], 4)), repr(calendar.weekheader(3)), repr(calendar.formatstring(['a', 'bc'], 4, 2)))
calendar.format(['x', 'y'], 3, 1)

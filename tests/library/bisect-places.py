# bisect: places left and right, keys, bounds and errors.
import bisect


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect([], 1))
print(bisect.bisect_left(a, 2, 2), bisect.bisect_right(a, 2, 0, 2), bisect.bisect(a, 2, lo=1, hi=3))
bisect.insort(a, 2.5)
bisect.insort_left(a, 2)
bisect.insort_right(a, 0)
print(a)
words = ['a', 'bb', 'dddd']
print(bisect.bisect_left(words, 3, key=len), bisect.bisect(words, 2, key=len))
bisect.insort(words, 'ccc', key=len)
print(words, bisect.bisect('aceg', 'd'), bisect.bisect((1, 3), 2))
attempt(lambda: bisect.bisect(a, 1, -1))
attempt(lambda: bisect.bisect(a, 'x'))
attempt(lambda: bisect.bisect(5, 1))
attempt(lambda: bisect.bisect([1], 1, key=5))
grades = lambda score: 'FDCBA'[bisect.bisect([60, 70, 80, 90], score)]
print([grades(s) for s in (33, 99, 77, 70, 89, 90, 100)])

# Methods, slices and operators of lists.
a = [3, 1, 2]
a.append(4); a.extend((5, 6)); a.extend(x * 10 for x in range(2)); a.insert(1, 'i'); a.insert(-100, 'f'); a.insert(100, 'l')
print(a, len(a), a.pop(), a.pop(0), a.pop(1))
a.remove(10); print(a, a.index(5), a.index(6, -3), a.count(1))
a.reverse(); print(a, a.copy() is a, a == a.copy())
print(a[::-1], a[1:3], a[-2:], a[5:1:-2], a[100:], a[:], a[::3])
a[1:3] = 'xyz'; print(a)
a[::2] = range(len(a[::2])); print(a)
del a[1::2]; print(a)
a[2:1] = [7, 8]; print(a)
del a[-1], a[0]; print(a)
a *= 2; print(a, a * 2, 2 * a, a * -1, a + [1])
a += 'ab'; print(a)
for bad in (lambda: a.remove('zz'), lambda: a.index('zz'), lambda: [].pop(), lambda: a.pop(99), lambda: a[99],
            lambda: a['k'], lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a + (1,), lambda: a.__delitem__(99),
            lambda: a * 'x', lambda: a.insert('x', 1), lambda: a[1:2:0], lambda: list(5), lambda: hash(a), lambda: a.nope):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Even:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, int) and other % 2 == self.n % 2

    def __index__(self):
        return self.n


print(Even(0) in [1, 3, 4], [1, 3].count(Even(1)), [1, 2].index(Even(0)), [1, 2, 3][Even(1)], [1, 2, 3][Even(1):])
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [[1], 2] == [[1], 2], [1, 2] >= [1], [1] != [1.0])
r = [1]; r.append(r); print(r, r == r)


class Stack(list):
    def push(self, x):
        self.append(x)
        return self


s = Stack([1, 2]).push(3)
print(s, type(s).__name__, len(s), s[1:], s == [1, 2, 3], isinstance(s, list), s + [4], [0] + s, sorted(s, reverse=True))
print(list('abc'), list({'k': 1}), list(range(3)), [*s, *'x'], list(reversed([1, 2, 3])))

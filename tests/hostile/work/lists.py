big = list(range(n))
same = list(big)
names = [str(i) for i in range(n)]
pairs = tuple(big)
pairs_again = tuple(same)
nested = [pairs, 0]
nested_again = [pairs_again, 0]
class Plain: pass
plain = Plain()
# Each of these lines counts:
big.copy()
big.reverse()
big.insert(0, 1)
big.pop(0)
big = list(same); big.index(n - 1)
big.count(-1)
big.extend(same)
big = list(same); big.remove(n - 1); big.append(n - 1)
-1 in big
-1 in pairs
-1 not in big
big = list(same); big == same
big != same
big < same
big >= same
pairs == pairs_again
pairs <= pairs_again
nested == nested_again
nested < nested_again
big + same
pairs + pairs_again
big * 2
pairs * 2
[0] * n
(0,) * n
big[:]
big[::2]
big[::-1]
pairs[1:]
big[1:] = same
big[0:0] = [1]
big = list(same); big[::2] = same[::2]
del big[0]
del big[0:2]
del big[::2]; big = list(same)
big.sort()
big.sort(reverse=True); big.sort()
names.sort()
sorted(big)
list(big)
tuple(big)
list(pairs)
list(reversed(big))
list(range(n))
list(enumerate(big))
list(zip(big, same))
list(map(str, big))
list(filter(None, big))
[*big]
(*big,)
{*big}
print(*big, file=None, end='') if False else (lambda *a: None)(*big)
a, *rest = big
*rest, a = big
sum(big)
max(big)
min(pairs)
any(map(bool, [0] * n))
all(big[1:])
hash(pairs)
hash(frozenset(big))
repr(big)
str(pairs)
f'{big}'
'%s' % (big,)
''.join(names)
max(big, default=0)
slice(None, None, 2).indices(n) and big[slice(None, None, 2)]
big.__contains__(-1)
big.__eq__(same)
big.__getitem__(slice(1, None))
pairs.index(n - 1)
pairs.count(-1)
import copy; copy.copy(big)
import copy; copy.deepcopy(big[:2000] * 50)
big += same
big *= 1; big = big[:n]
type(big)(big)
next(iter(sorted(set(big))))
dict.fromkeys(big)
len([x for x in big])
big.clear(); big.extend(same)
big.__init__(same)

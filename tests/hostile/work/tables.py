table = dict.fromkeys(range(n), 0)
table_again = dict(table)
numbers = set(range(n))
numbers_again = set(range(n))
odd = set(range(1, n * 2, 2))
frozen = frozenset(numbers)
big = list(range(n))
from collections import OrderedDict, Counter, deque, ChainMap, defaultdict
counter = Counter(big)
ordered = OrderedDict(table)
queue = deque(big)
queue_again = deque(big)
# Each of these lines counts:
dict(table)
table.copy()
table.update(table_again)
table | table_again
table == table_again
list(table)
list(table.values())
list(table.items())
list(reversed(table))
{**table}
(lambda **k: k)(**{str(i): i for i in range(200)}) and dict(table)
table.keys() == table_again.keys()
table.items() == table_again.items()
table.keys() & numbers
table.keys() | numbers
table.keys() - numbers
table.keys() <= numbers
table.keys().isdisjoint(odd - numbers)
-1 in table.values()
sorted(table)
repr(table)
dict.fromkeys(big, 1)
dict(zip(big, big))
dict(table.items())
table.clear(); table.update(table_again)
table |= table_again
set(numbers)
set(big)
frozenset(big)
numbers.copy()
numbers | odd
numbers & odd
numbers - odd
numbers ^ odd
numbers == numbers_again
numbers <= numbers_again
numbers >= numbers_again
numbers < odd or numbers.issubset(numbers_again)
numbers.issuperset(numbers_again)
numbers.isdisjoint(odd - numbers)
numbers.union(odd)
numbers.union(big)
numbers.intersection(big)
numbers.difference(odd)
numbers.difference(big)
numbers.symmetric_difference(odd)
numbers.update(odd); numbers = set(big)
numbers.update(big)
numbers |= numbers_again
numbers &= numbers_again
numbers.difference_update([-1] * n)
numbers -= odd; numbers = set(big)
numbers ^= odd; numbers = set(big)
hash(frozenset(numbers))
repr(numbers)
sorted(numbers)
list(numbers)
counter.most_common(3)
counter + counter
counter.total()
OrderedDict(table)
ordered == table
ordered.copy()
list(ordered)
deque(big)
queue.copy()
queue == queue_again
queue < queue_again
queue.rotate(n // 2)
queue.reverse()
queue.count(-1)
queue.index(n // 2)
queue[n // 2] and -1 in queue
queue.insert(n // 2, 0)
queue.extend(big); queue = deque(big)
queue.extendleft(big); queue = deque(big)
queue + queue_again
queue * 2
list(queue)
repr(queue)
queue.remove(n // 2); queue.append(0)
del queue[n // 2]; queue.append(0)
dict(ChainMap(table, table_again))
defaultdict(int, table).copy()

# Which items are compared, and in which order.
import heapq
class N:
    def __init__(s, v): s.v = v
    def __lt__(s, o): print(s.v, '<', o.v); return s.v < o.v
    def __eq__(s, o): print(s.v, '==', o.v); return s.v == o.v
    def __repr__(s): return str(s.v)
for n in (1, 2, 3, 5):
    for data in ([3, 1, 2, 4], [1, 2], [2, 1, 1, 3, 0, 5]):
        print('nl', n, data, heapq.nlargest(n, map(N, data)))
        print('ns', n, data, heapq.nsmallest(n, list(map(N, data))))
        print('nlk', n, data, heapq.nlargest(n, data, key=N))
for data in ([3, 1, 2, 4, 0, 7, 5], [2, 1], [1], [5, 4, 3, 2, 1]):
    h = list(map(N, data)); heapq.heapify(h); print(h)
    heapq.heappush(h, N(2)); print(h)
    print(heapq.heappop(h), h); print(heapq.heapreplace(h, N(3)), heapq.heappushpop(h, N(0)), h)
print(list(heapq.merge(map(N, [1, 4]), map(N, [2, 3]))))
print(list(heapq.merge(map(N, [4, 1]), map(N, [3, 2]), reverse=True)))

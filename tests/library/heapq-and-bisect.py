import heapq, bisect
h = []
for x in [5, 3, 8, 1, 9, 2, 7, 3]:
    heapq.heappush(h, x)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 6), h)
print([heapq.heappop(h) for _ in range(len(h))])
l = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]; heapq.heapify(l); print(l)
class T:
    def __init__(self, k, n): self.k, self.n = k, n
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f'{self.k}{self.n}'
ts = [T(k, n) for n, k in enumerate([2, 1, 2, 1, 3, 1, 2])]
heapq.heapify(ts); print(ts, [heapq.heappop(ts) for _ in range(7)])
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, 'hello world'), heapq.nlargest(2, ['aa', 'b', 'cc'], key=len), heapq.nsmallest(1, []), heapq.nsmallest(0, [1]), heapq.nlargest(1, [3, 1], key=lambda x: -x))
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [0])), list(heapq.merge([7, 4], [8, 2], reverse=True)), list(heapq.merge(['a', 'ccc'], ['bb'], key=len)), list(heapq.merge()))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 0), bisect.bisect(a, 3, 0, 2), bisect.bisect_left([{'k': 1}, {'k': 5}], 4, key=lambda d: d['k']))
bisect.insort(a, 4); bisect.insort_left(a, 3.0); print(a)
try:
    bisect.bisect(a, 1, -1)
except ValueError as e:
    print(e)

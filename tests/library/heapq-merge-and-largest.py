# heapq: merge, nlargest, nsmallest, replace and pushpop.
import heapq


def attempt(do):
    try:
        print(do())
    except Exception as error:
        print(type(error).__name__, error)


h = [5, 3, 8, 1]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 0), h)
heapq.heappush(h, 4)
print(h, [heapq.heappop(h) for _ in range(len(h))], heapq.heappushpop([], 1))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge('ca', 'db', reverse=True)), list(heapq.merge(['b', 'A'], ['C'], key=str.lower)), list(heapq.merge()))
print(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, 'hello'), heapq.nlargest(2, ['a', 'bbb', 'cc'], key=len), heapq.nsmallest(0, [1]), heapq.nlargest(9, [1, 2]), heapq.nsmallest(1, [3, 1, 1.0]), heapq.nlargest(1, []))
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heapreplace([], 1))
attempt(lambda: heapq.heapify([1, 'a']))
attempt(lambda: heapq.nlargest(1, 5))
jobs = []
for order, (rank, name) in enumerate([(2, 'b'), (1, 'a'), (2, 'c')]):
    heapq.heappush(jobs, (rank, order, name))
print([heapq.heappop(jobs)[2] for _ in range(3)])

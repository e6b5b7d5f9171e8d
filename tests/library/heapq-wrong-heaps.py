import heapq


class Heap(list):
    pass


for heap in ((), (1, 2), None, {1}, 'ab'):
    for call in (lambda: heapq.heappush(heap, 1), lambda: heapq.heappop(heap),
                 lambda: heapq.heapreplace(heap, 1),
                 lambda: heapq.heappushpop(heap, 1),
                 lambda: heapq.heapify(heap)):
        try:
            print(call())
        except TypeError as error:
            print(error)
heap = Heap([3, 1, 2])
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heapq.heappop(heap), heapq.heappushpop(heap, 5),
      heapq.heapreplace(heap, 4), heap)
